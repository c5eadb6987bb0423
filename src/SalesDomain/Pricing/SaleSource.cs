using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>A sold line as a schedule looks at it: what it states are facts.</summary>
internal sealed class SaleSource(WaterfallSchedule schedule, SalesLine line) : WaterfallSource(schedule)
{
    internal override Money List => ListOf(line)!.Value;

    internal override Money Net => line.NetAmount;

    internal override Money? Gross => line.GrossAmount;

    internal override Money? Cost => line.Cost;

    internal override Quantity Quantity => line.Quantity;

    internal override (string Name, Figure Value) Line => ("line", line.Id.ToString());

    // Of nothing the list amount is nothing: a credit note for money alone, as for a price put right.
    internal static Money? ListOf(SalesLine line) =>
        line.ListAmount ?? (line.Quantity.IsZero ? Money.Zero(line.Currency) : null);

    internal override bool Converts(UnitOfMeasure unit) => line.Quantity.Unit == unit || line.Quantity.IsZero;

    internal override Money At(Money perUnit, UnitOfMeasure unit) => perUnit * line.Quantity.Amount;

    internal override Explanation ExplainQuantity(UnitOfMeasure unit) => Fact("quantity", line.Quantity.Amount);

    internal override Explanation ExplainList() => Fact("list", List);

    internal override Explanation ExplainCost() => Fact("cost", line.Cost!.Value);

    internal override Explanation ExplainOnInvoice(WaterfallDeduction deduction) =>
        Node(deduction.Name, deduction.Amount, Operation.Difference, ExplainList(), Fact("invoiced", line.NetAmount));
}
