using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What one salesperson visited, or all of a report together.</summary>
/// <remarks>A line of a <see cref="VisitReport"/>. Equality is by salesperson and counts.</remarks>
public sealed record VisitFigures
{
    internal VisitFigures(
        SalespersonId? salesperson, int made, int withOrder, int customers, int daysInField, decimal? sellingDays, VisitOrders orders)
    {
        Salesperson = salesperson;
        Made = made;
        WithOrder = withOrder;
        Customers = customers;
        DaysInField = daysInField;
        SellingDays = sellingDays;
        OrderLines = orders.Lines;
        OrderValue = orders.Value;
        LinesPerProductiveCall = withOrder == 0 ? null : OrderLines / (decimal)withOrder;
        DropSize = withOrder == 0 || OrderValue is not { } value ? null : value / withOrder;
        StrikeRate = Percentage.Ratio(withOrder, made);
        PerSellingDay = sellingDays is > 0m ? made / sellingDays : null;
        PerDayInField = daysInField == 0 ? null : (decimal)made / daysInField;
    }

    /// <summary>Whose visits they are; null for all together.</summary>
    public SalespersonId? Salesperson { get; }

    /// <summary>How many visits were made.</summary>
    public int Made { get; }

    /// <summary>How many of them with an order: the productive calls.</summary>
    public int WithOrder { get; }

    /// <summary>The lines of all orders of the visits; null where those of one are not known.</summary>
    public long? OrderLines { get; }

    /// <summary>The value of all orders of the visits; null where there is no order, where the value of one is not known, and where they
    /// are of several currencies.</summary>
    public Money? OrderValue { get; }

    /// <summary>How many different customers were visited. One that two salespersons visited is one of the total.</summary>
    public int Customers { get; }

    /// <summary>On how many days a visit was made; of all together, the sum of those of each salesperson.</summary>
    public int DaysInField { get; }

    /// <summary>
    /// The selling days of the salesperson; of all together, the sum of them. Null where they were not given, and of all together where
    /// those of anybody were not.
    /// </summary>
    public decimal? SellingDays { get; }

    /// <summary>
    /// The strike rate (成交率): <see cref="WithOrder"/> ÷ <see cref="Made"/>, to 28 digits; null where no visit was made. Of all
    /// together it is that of the sums, and no average of rates.
    /// </summary>
    public Percentage? StrikeRate { get; }

    /// <summary>Lines per productive call: <see cref="OrderLines"/> ÷ <see cref="WithOrder"/>, to 28 digits; null where either gives
    /// none.</summary>
    public decimal? LinesPerProductiveCall { get; }

    /// <summary>The drop size (单次订单额): <see cref="OrderValue"/> ÷ <see cref="WithOrder"/>, to 28 digits; null where either gives
    /// none.</summary>
    public Money? DropSize { get; }

    /// <summary>
    /// Visits per selling day: <see cref="Made"/> ÷ <see cref="SellingDays"/>, to 28 digits; null where there is no selling day, or they
    /// are not known.
    /// </summary>
    public decimal? PerSellingDay { get; }

    /// <summary>
    /// Visits per day in the field (日均拜访): <see cref="Made"/> ÷ <see cref="DaysInField"/>, to 28 digits; null where no visit was
    /// made.
    /// </summary>
    public decimal? PerDayInField { get; }

    internal string Name => Salesperson?.ToString() ?? "total";

    /// <summary>The strike rate from the visits with an order and all visits.</summary>
    /// <returns>The tree; its root is the strike rate, absent where no visit was made.</returns>
    public Explanation ExplainStrikeRate() =>
        Explanation.Node(
            Name + ": strike rate", Figure.OrAbsent(StrikeRate), Operation.Ratio,
            Explanation.FactSum("visits with an order", (decimal)WithOrder, WithOrder),
            Explanation.FactSum("visits made", (decimal)Made, Made));

    /// <summary>The lines per productive call from the lines of the orders and the visits with one.</summary>
    /// <returns>The tree; its root is <see cref="LinesPerProductiveCall"/>, absent where there is none.</returns>
    public Explanation ExplainLinesPerProductiveCall() =>
        LinesPerProductiveCall is { } lines ? PerProductiveCall("lines per productive call", lines, "lines", (decimal)OrderLines!.Value)
            : Explanation.Fact(Name + ": lines per productive call", Figure.Absent);

    /// <summary>The drop size from the value of the orders and the visits with one.</summary>
    /// <returns>The tree; its root is <see cref="DropSize"/>, absent where there is none.</returns>
    public Explanation ExplainDropSize() =>
        DropSize is { } size ? PerProductiveCall("drop size", size, "value of the orders", OrderValue!.Value)
            : Explanation.Fact(Name + ": drop size", Figure.Absent);

    /// <summary>The visits per selling day from the visits and the selling days.</summary>
    /// <returns>The tree; its root is <see cref="PerSellingDay"/>, absent where there is none.</returns>
    public Explanation ExplainPerSellingDay() =>
        PerSellingDay is { } rate ? Explanation.Node(
            Name + ": visits per selling day", rate, Operation.Ratio,
            Explanation.FactSum("visits made", (decimal)Made, Made), Explanation.Fact("selling days", SellingDays!.Value))
            : Explanation.Fact(Name + ": visits per selling day", Figure.Absent);

    /// <summary>The visits per day in the field from the visits and the days on which they were made.</summary>
    /// <returns>The tree; its root is <see cref="PerDayInField"/>, absent where no visit was made.</returns>
    public Explanation ExplainPerDayInField() =>
        Explanation.Node(
            Name + ": visits per day in the field", Figure.OrAbsent(PerDayInField), Operation.Ratio,
            Explanation.FactSum("visits made", (decimal)Made, Made), Explanation.Fact("days in the field", (decimal)DaysInField));

    /// <summary>The counts, for a log: <c>S-1: 90 visits, 36 with an order, 18 days in the field, 22 selling days</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + InvariantText.Number(Made) + " visits, " + InvariantText.Number(WithOrder) + " with an order, "
        + InvariantText.Number(DaysInField) + " days in the field"
        + (SellingDays is { } days ? ", " + InvariantText.Number(days) + " selling days" : "");

    private Explanation PerProductiveCall(string name, Figure value, string ofWhat, Figure sum) =>
        Explanation.Node(
            Name + ": " + name, value, Operation.Ratio, Explanation.Fact(ofWhat, sum),
            Explanation.FactSum("visits with an order", (decimal)WithOrder, WithOrder));
}
