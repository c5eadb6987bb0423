using System.Runtime.CompilerServices;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What the plans do with measured amounts beside adding them.</summary>
internal static class PlanAmounts
{
    /// <summary>The measure of an amount that is an argument: the default value, which measures nothing, is refused by the parameter's name.</summary>
    internal static Measure MeasureOf(Measured amount, [CallerArgumentExpression(nameof(amount))] string? parameterName = null) =>
        amount.Equals(default) ? throw Guards.Invalid(parameterName, "it is the default Measured", "must have a measure") : amount.Measure;

    /// <summary>An amount that is an argument must go with another one: measure, basis, unit and currency.</summary>
    internal static void RequireSame(Measured expected, Measured amount, [CallerArgumentExpression(nameof(amount))] string? parameterName = null)
    {
        Measure.RequireSame(expected.Measure, MeasureOf(amount, parameterName), parameterName!);
        if (expected.Measure.Kind == FigureKind.Money && expected.Money.Currency != amount.Money.Currency)
            throw new CurrencyMismatchException(expected.Money.Currency, amount.Money.Currency, parameterName!);
    }

    internal static decimal Quotient(Measured part, Measured whole) =>
        part.Measure.Kind switch
        {
            FigureKind.Money => part.Money.Amount / whole.Money.Amount,
            FigureKind.Quantity => part.Quantity.Amount / whole.Quantity.Amount,
            _ => part.Number / whole.Number,
        };

    internal static Measured Round(Measured amount, Rounding rounding) =>
        amount.Measure.Kind switch
        {
            FigureKind.Money => amount.Measure.Of(amount.Money.Round(rounding)),
            FigureKind.Quantity => amount.Measure.Of(amount.Quantity.Round(rounding)),
            _ => amount.Measure.Of(rounding.Round(amount.Number)),
        };

    /// <summary>The factor as it multiplies an amount in an explanation: a percentage of a plain number would be a percentage, so there it is the fraction.</summary>
    internal static Figure Factor(Measured amount, Percentage factor) => amount.Measure.Kind == FigureKind.Number ? factor.Fraction : factor;
}
