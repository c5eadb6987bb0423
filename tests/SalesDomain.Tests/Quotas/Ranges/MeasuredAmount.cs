namespace SalesDomain.Tests.Quotas.Ranges;

internal static class MeasuredAmount
{
    /// <summary>The number of any measured value.</summary>
    internal static decimal Amount(this Measured value) =>
        value.Measure.Kind switch
        {
            FigureKind.Money => value.Money.Amount,
            FigureKind.Quantity => value.Quantity.Amount,
            _ => value.Number,
        };
}
