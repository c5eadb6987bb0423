using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>A running sum of what credits count for, exact and in any order; parts merge to the whole.</summary>
/// <remarks>
/// A share with few decimals is multiplied at once, for the product is exact. A third of 28 digits is not: amounts of one such share are
/// added first and multiplied last. Nothing is made for shares of the first kind while every value is known.
/// </remarks>
internal struct CountedTally
{
    // Six decimals of an amount and eight of a share leave room for 14 digits before the point.
    private const int DecimalsOfPlainShare = 8;

    private decimal _sum;

    // Together behind one reference, so that two tallies fit in a cache line.
    private Seldom? _seldom;

    /// <summary>How many credits count, those of unknown value included.</summary>
    internal int Count { get; private set; }

    internal readonly IReadOnlyList<UnknownCredit> Unknown => (IReadOnlyList<UnknownCredit>?)_seldom?.Unknown ?? [];

    internal readonly decimal Sum =>
        _seldom is null ? _sum
            : _seldom.FineShares.OrderBy(each => each.Key).Aggregate(_sum, (sum, each) => sum + (each.Key * each.Value));

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
        (_seldom ??= new Seldom()).Unknown.Add(new UnknownCredit(line, status));
    }

    internal void Add(CountedTally other)
    {
        Count += other.Count;
        _sum += other._sum;
        if (other._seldom is not { } seldom)
            return;

        (_seldom ??= new Seldom()).Unknown.AddRange(seldom.Unknown);
        foreach (var each in seldom.FineShares)
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
        var fineShares = (_seldom ??= new Seldom()).FineShares;
        fineShares.TryGetValue(fraction, out var before);
        fineShares[fraction] = before + amount;
    }

    private sealed class Seldom
    {
        internal Dictionary<decimal, decimal> FineShares { get; } = [];

        internal List<UnknownCredit> Unknown { get; } = [];
    }
}
