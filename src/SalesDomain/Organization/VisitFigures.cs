using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What one salesperson visited, or all of a report together.</summary>
/// <remarks>A line of a <see cref="VisitReport"/>. Equality is by salesperson and counts.</remarks>
public sealed record VisitFigures
{
    internal VisitFigures(SalespersonId? salesperson, int made, int withOrder, int customers, int workingDays)
    {
        Salesperson = salesperson;
        Made = made;
        WithOrder = withOrder;
        Customers = customers;
        WorkingDays = workingDays;
        StrikeRate = Percentage.Ratio(withOrder, made);
        PerWorkingDay = workingDays == 0 ? null : (decimal)made / workingDays;
    }

    /// <summary>Whose visits they are; null for all together.</summary>
    public SalespersonId? Salesperson { get; }

    /// <summary>How many visits were made.</summary>
    public int Made { get; }

    /// <summary>How many of them with an order: the productive calls.</summary>
    public int WithOrder { get; }

    /// <summary>How many different customers were visited. One that two salespersons visited is one of the total.</summary>
    public int Customers { get; }

    /// <summary>The working days of the salesperson; of all together, the sum of them.</summary>
    public int WorkingDays { get; }

    /// <summary>
    /// The strike rate (成交率): <see cref="WithOrder"/> ÷ <see cref="Made"/>, to 28 digits; null where no visit was made. Of all together it
    /// is that of the sums, and no average of rates.
    /// </summary>
    public Percentage? StrikeRate { get; }

    /// <summary>Visits a day: <see cref="Made"/> ÷ <see cref="WorkingDays"/>, to 28 digits; null where there is no working day.</summary>
    public decimal? PerWorkingDay { get; }

    internal string Name => Salesperson?.ToString() ?? "total";

    /// <summary>The strike rate from the visits with an order and all visits.</summary>
    /// <returns>The tree; its root is the strike rate, absent where no visit was made.</returns>
    public Explanation ExplainStrikeRate() =>
        Explanation.Node(
            Name + ": strike rate", Figure.OrAbsent(StrikeRate), Operation.Ratio,
            Explanation.FactSum("visits with an order", (decimal)WithOrder, WithOrder),
            Explanation.FactSum("visits made", (decimal)Made, Made));

    /// <summary>The visits a day from the visits and the working days.</summary>
    /// <returns>The tree; its root is the number of visits a day, absent where there is no working day.</returns>
    public Explanation ExplainPerWorkingDay() =>
        Explanation.Node(
            Name + ": visits per working day", Figure.OrAbsent(PerWorkingDay), Operation.Ratio,
            Explanation.FactSum("visits made", (decimal)Made, Made), Explanation.Fact("working days", (decimal)WorkingDays));

    /// <summary>The counts, for a log: <c>S-1: 90 visits, 36 with an order, 22 working days</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + InvariantText.Number(Made) + " visits, " + InvariantText.Number(WithOrder) + " with an order, "
        + InvariantText.Number(WorkingDays) + " working days";
}
