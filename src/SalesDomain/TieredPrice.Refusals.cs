using System;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// What is refused in a scale, with all of it in the message: it is in no list yet and of no product, by which its record could be found.
/// </summary>
public sealed partial class TieredPrice
{
    private static void RefuseNegative(
        Currency currency, UnitOfMeasure unit, (decimal Level, decimal Price)[] steps, StepSide side, string parameterName)
    {
        foreach (var (level, price) in steps)
        {
            if (level < 0m || price < 0m)
            {
                throw Negative(
                    parameterName, level < 0m ? new Quantity(level, unit) : (Figure)new Money(price, currency),
                    StepText.Of(
                        side, Array.ConvertAll(steps, step => new Quantity(step.Level, unit).ToString()),
                        Array.ConvertAll(steps, step => new Money(step.Price, currency).ToString()), end: null));
            }
        }
    }

    private static void RefuseNegative(
        Currency currency, UnitOfMeasure unit, (decimal First, decimal? Last, decimal Price)[] bands, string parameterName)
    {
        foreach (var (first, last, price) in bands)
        {
            if (first < 0m || last < 0m || price < 0m)
            {
                throw Negative(
                    parameterName,
                    price < 0m ? (Figure)new Money(price, currency) : new Quantity(first < 0m ? first : last!.Value, unit),
                    string.Join(
                        ", ",
                        bands.Select(band => new Quantity(band.First, unit)
                            + (band.Last is { } end ? " to " + new Quantity(end, unit) : " and more")
                            + ": " + new Money(band.Price, currency))));
            }
        }
    }

    private static ArgumentOutOfRangeException Negative(string parameterName, Figure figure, string scale) =>
        Guards.OutOfRange(
            parameterName, figure.ToString(),
            "must have no " + (figure.Kind == FigureKind.Money ? "price" : "level") + " below zero: " + scale);
}
