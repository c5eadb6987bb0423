using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The accompanied days or visits that a salesperson is to have in a period, from the months of tenure.</summary>
/// <remarks>Made by <see cref="CoachingPolicy"/>. Equality is by all values.</remarks>
public sealed record CoachingQuota
{
    private readonly StepSchedule<int, int> _byTenure;

    internal CoachingQuota(CoachedSeller seller, int monthsOfTenure, StepSchedule<int, int> byTenure)
    {
        Seller = seller;
        MonthsOfTenure = monthsOfTenure;
        _byTenure = byTenure;
        Required = byTenure.TryAt(monthsOfTenure, out var required) ? required : null;
    }

    /// <summary>The salesperson.</summary>
    public CoachedSeller Seller { get; }

    /// <summary>Whole months of tenure on the first day of the period, or of the employment where that is later.</summary>
    public int MonthsOfTenure { get; }

    /// <summary>How many, or null where the steps have none for that tenure.</summary>
    public int? Required { get; }

    /// <summary>The quota looked up by tenure.</summary>
    /// <returns>The tree; its root is <see cref="Required"/>, absent where there is none.</returns>
    public Explanation Explain() =>
        Explanation.Node(
            "required of " + Seller.Salesperson, Figure.OrAbsent((decimal?)Required), Operation.LookUp(_byTenure),
            Explanation.Fact("months of tenure", (decimal)MonthsOfTenure));

    /// <summary>Salesperson and quota, for a log: <c>S-1: 4 at 2 months</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Seller.Salesperson + ": " + (Required is { } required ? InvariantText.Number(required) : "none") + " at "
        + InvariantText.Number(MonthsOfTenure) + " months";
}
