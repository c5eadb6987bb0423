using System;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The accompanied days or visits that a salesperson is to have in a period, from the months of tenure.</summary>
/// <remarks>Made by <see cref="CoachingPolicy"/>. Equality is by all values.</remarks>
public sealed record CoachingQuota
{
    private readonly StepSchedule<int, int> _byTenure;
    private readonly PartAsked? _part;

    internal CoachingQuota(
        CoachedSalesperson coached, int monthsOfTenure, StepSchedule<int, int> byTenure, Func<int, PartAsked?> partOf)
    {
        Coached = coached;
        MonthsOfTenure = monthsOfTenure;
        _byTenure = byTenure;
        if (!byTenure.TryAt(monthsOfTenure, out var whole))
            return;

        OfWholePeriod = whole;
        _part = partOf(whole);
        Required = (int)(_part?.Amount ?? whole);
    }

    /// <summary>Who is to be coached.</summary>
    public CoachedSalesperson Coached { get; }

    /// <summary>Whole months of tenure on the first day of the period, or of the employment where that is later.</summary>
    public int MonthsOfTenure { get; }

    /// <summary>How many in a whole period, or null where the steps have none for that tenure.</summary>
    public int? OfWholePeriod { get; }

    /// <summary>How many: of a part of a period as <see cref="CoachingPolicy.PartPeriods"/> says; null where the steps have none for that
    /// tenure.</summary>
    public int? Required { get; }

    /// <summary>The quota looked up by tenure, and of a part of a period the part of it.</summary>
    /// <returns>The tree; its root is <see cref="Required"/>, absent where there is none.</returns>
    public Explanation Explain() =>
        _part is null ? Whole("required of " + Coached.Salesperson)
            : _part.Explain("required of " + Coached.Salesperson, Whole("of a whole period"));

    /// <summary>Salesperson and quota, for a log: <c>S-1: 4 at 2 months</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Coached.Salesperson + ": " + (Required is { } required ? InvariantText.Number(required) : "none") + " at "
        + InvariantText.Number(MonthsOfTenure) + " months";

    private Explanation Whole(string name) =>
        Explanation.Node(
            name, Figure.OrAbsent((decimal?)OfWholePeriod), Operation.LookUp(_byTenure),
            Explanation.Fact("months of tenure", (decimal)MonthsOfTenure));
}
