namespace SalesDomain.Rebates;

/// <summary>Numbers of a rebate as figures, in the unit of what they are of.</summary>
internal static class RebateFigure
{
    internal static Figure Of(Measure? measure, decimal amount, Currency currency) =>
        measure is null ? amount
            : measure.Kind == FigureKind.Money ? new Money(amount, currency)
            : new Quantity(amount, measure.Unit!);

    internal static Figure OfLevel(RebateLevel level, decimal amount, Currency currency) => Of(level.Measure, amount, currency);
}
