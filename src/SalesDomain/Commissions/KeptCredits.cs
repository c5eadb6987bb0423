using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>
/// The credits of one payee in the order of facts, with the plan that read them. What is taken back stands beside what it takes back, so
/// that it gives back what that was given and no later sale pays for it.
/// </summary>
internal sealed class KeptCredits : IEquatable<KeptCredits>
{
    private readonly SalesCredit[] _credits;

    internal KeptCredits(CompiledPlan plan, IEnumerable<SalesCredit> credits)
    {
        Plan = plan;
        _credits =
        [
            .. credits.OrderBy(credit => credit.CountedOn).ThenBy(credit => credit.Follows ?? credit.Line).ThenBy(credit => credit.Date)
                .ThenBy(credit => credit.Line).ThenBy(credit => credit.Kind).ThenBy(credit => credit.InvoiceLine?.Id),
        ];
    }

    internal CompiledPlan Plan { get; }

    internal IReadOnlyList<SalesCredit> Credits => _credits;

    public bool Equals(KeptCredits? other) => other is not null && (ReferenceEquals(this, other) || _credits.SequenceEqual(other._credits));

    public override bool Equals(object? obj) => Equals(obj as KeptCredits);

    public override int GetHashCode() => _credits.Length;

    /// <summary>What each credit counts for by a measure; null where it does not count, or is of unknown value.</summary>
    internal decimal?[] Counted(int place)
    {
        var counted = new decimal?[_credits.Length];
        if (place < 0 || Plan.Readers[place] is not { } reader)
            return counted;

        for (var i = 0; i < counted.Length; i++)
        {
            if (IsInPeriod(_credits[i]) && reader.Read(_credits[i], out var amount) == CreditStatus.Counted)
                counted[i] = amount * _credits[i].Share.Fraction;
        }

        return counted;
    }

    /// <summary>What each credit that counts by a measure counts for, with how it came about.</summary>
    internal IEnumerable<CountedCredit> CountedBy(CommissionMeasure measure)
    {
        var place = Plan.PlaceOf(measure);
        return Plan.Readers[place] is not { } reader ? []
            : _credits.Where(IsInPeriod).Select(credit => new CountedCredit(measure, credit, reader)).Where(each => each.Value is not null);
    }

    // The day of a receipt is looked at by its reader.
    private bool IsInPeriod(SalesCredit credit) => credit.Sale is not { } sale || Plan.Counts((credit.Original ?? sale).Date);
}
