namespace SalesDomain.Pricing;

/// <summary>One formula of a chain as it was applied, for explaining it.</summary>
internal sealed class FormulaTrace(PriceList list, PriceFormula formula, Conversion conversion, CostSteps? cost, FormulaSteps steps)
{
    internal PriceList List { get; } = list;

    internal PriceFormula Formula { get; } = formula;

    /// <summary>The base price into the currency of the list.</summary>
    internal Conversion Conversion { get; } = conversion;

    internal CostSteps? Cost { get; } = cost;

    internal FormulaSteps Steps { get; } = steps;
}
