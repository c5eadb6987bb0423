namespace SalesDomain.Pricing;

/// <summary>A line as a schedule looks at it, all amounts without tax, and where that comes from which it takes off.</summary>
internal abstract class WaterfallSource(WaterfallSchedule schedule)
{
    internal WaterfallSchedule Schedule { get; } = schedule;

    internal abstract Money List { get; }

    internal abstract Money Net { get; }

    /// <summary>The net amount with its tax; null where the tax is not known.</summary>
    internal abstract Money? Gross { get; }

    /// <summary>What the goods cost, as the source has it; null where it is not known.</summary>
    internal abstract Money? Cost { get; }

    internal abstract Quantity Quantity { get; }

    /// <summary>The line, as a reason names it.</summary>
    internal abstract (string Name, Figure Value) Line { get; }

    /// <summary>Whether the quantity can be said in a unit.</summary>
    internal abstract bool Converts(UnitOfMeasure unit);

    /// <summary>What the quantity comes to at an amount of one of a unit that it converts to.</summary>
    internal abstract Money At(Money perUnit, UnitOfMeasure unit);

    internal abstract Explanation ExplainQuantity(UnitOfMeasure unit);

    internal abstract Explanation ExplainList();

    internal abstract Explanation ExplainCost();

    /// <summary>Where what is taken off on the invoice comes from.</summary>
    internal abstract Explanation ExplainOnInvoice(WaterfallDeduction deduction);
}
