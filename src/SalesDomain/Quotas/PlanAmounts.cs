namespace SalesDomain.Quotas;

/// <summary>What the plans do with measured amounts beside adding them.</summary>
internal static class PlanAmounts
{
    /// <summary>An amount of any kind, rounded as one of its kind is.</summary>
    internal static Measured Round(Measured amount, Rounding rounding) =>
        amount.Measure.Kind switch
        {
            FigureKind.Money => amount.Measure.Of(amount.Money.Round(rounding)),
            FigureKind.Quantity => amount.Measure.Of(amount.Quantity.Round(rounding)),
            _ => amount.With(rounding.Round(amount.Amount)),
        };

    /// <summary>
    /// The factor as it multiplies an amount in an explanation: a percentage of a plain number would be a percentage, so there it is the
    /// fraction.
    /// </summary>
    internal static Figure Factor(Measured amount, Percentage factor) =>
        amount.Measure.Kind == FigureKind.Number ? factor.Fraction : factor;
}
