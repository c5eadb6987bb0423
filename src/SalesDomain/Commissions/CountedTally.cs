using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>A running sum of what credits count for, exact and in any order; parts merge to the whole.</summary>
/// <remarks>
/// A share with few decimals is multiplied at once, for the product is exact. A third of 28 digits is not: amounts of one such share are
/// added first and multiplied last. No table is made for shares of the first kind, and no list while every value is known.
/// </remarks>
internal struct CountedTally
{
    // Six decimals of an amount and eight of a share leave room for 14 digits before the point.
    private const int DecimalsOfPlainShare = 8;

    private decimal _sum;
    private Dictionary<decimal, decimal>? _fineShares;
    private List<UnknownCredit>? _unknown;

    /// <summary>How many credits count, those of unknown value included.</summary>
    internal int Count { get; private set; }

    internal readonly IReadOnlyList<UnknownCredit> Unknown => (IReadOnlyList<UnknownCredit>?)_unknown ?? [];

    internal readonly decimal Sum =>
        _fineShares is null ? _sum
            : _fineShares.OrderBy(each => each.Key).Aggregate(_sum, (sum, each) => sum + (each.Key * each.Value));

    internal void Add(decimal amount, Percentage share) => Add(amount, new ShareFactor(share));

    internal void Add(decimal amount, in ShareFactor share)
    {
        Count++;
        if (share.IsWhole)
            _sum += amount;
        else if (share.IsPlain)
            _sum += amount * share.Fraction;
        else
            AddFine(amount, share.Fraction);
    }

    /// <summary>A credit that counts, but nobody knows for how much.</summary>
    internal void AddUnknown(LineId line, CreditStatus status)
    {
        Count++;
        (_unknown ??= []).Add(new UnknownCredit(line, status));
    }

    internal void Add(CountedTally other)
    {
        Count += other.Count;
        _sum += other._sum;
        if (other._unknown is not null)
            (_unknown ??= []).AddRange(other._unknown);
        foreach (var each in other._fineShares ?? [])
            AddFine(each.Value, each.Key);
    }

    internal static bool IsPlain(decimal fraction)
    {
#if NET
        return fraction.Scale <= DecimalsOfPlainShare || DecimalMath.SignificantDecimals(fraction) <= DecimalsOfPlainShare;
#else
        return DecimalMath.Truncate(fraction, DecimalsOfPlainShare) == fraction;
#endif
    }

    private void AddFine(decimal amount, decimal fraction)
    {
        _fineShares ??= [];
        _fineShares.TryGetValue(fraction, out var before);
        _fineShares[fraction] = before + amount;
    }
}
