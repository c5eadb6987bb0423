using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>
/// What each operation of an explanation means, in the plainest code there is. Nothing here is used by the rules themselves.
/// </summary>
internal static class PlainCode
{
    internal static Figure Sum(IReadOnlyList<Figure> figures)
    {
        Require(figures.Count >= 1, "there are too few figures");
        if (figures[0].Kind == FigureKind.Date)
            RequireDaysAfterDate(figures);
        else
            RequireOneUnit(figures, least: 1);

        return figures[0].With(figures.Sum(figure => figure.Number));
    }

    internal static Figure Difference(IReadOnlyList<Figure> figures)
    {
        Require(figures.Count >= 2, "there are too few figures");
        if (figures[0].Kind == FigureKind.Date && figures[1].Kind == FigureKind.Date)
        {
            Require(figures.Count == 2, "the days between are those of two dates");
            return figures[0].Number - figures[1].Number;
        }

        if (figures[0].Kind == FigureKind.Date)
            RequireDaysAfterDate(figures);
        else
            RequireOneUnit(figures, least: 2);

        return figures[0].With(figures[0].Number - figures.Skip(1).Sum(figure => figure.Number));
    }

    internal static Figure Product(IReadOnlyList<Figure> figures)
    {
        Require(figures.Count >= 2, "a product has two figures or more");
        Require(
            figures.Count(figure => figure.Kind == FigureKind.Money) <= 1
                && figures.Count(figure => figure.Kind == FigureKind.Quantity) <= 1,
            "a product has at most one amount, or a unit price and its quantity");
        return figures.Skip(1).Aggregate(figures[0], Times);
    }

    internal static Figure Ratio(IReadOnlyList<Figure> figures)
    {
        Require(figures.Count == 2, "a ratio has two figures");
        var isPure = figures[0].IsComparableWith(figures[1]);
        var isPlain = figures[1].Kind is FigureKind.Number or FigureKind.Percentage;
        var isUnitPrice = figures[0].Kind == FigureKind.Money && figures[1].Kind == FigureKind.Quantity;
        Require(IsNumeric(figures[0]) && (isPure || isPlain || isUnitPrice), "a ratio of these kinds has no meaning");
        if (figures[1].Number == 0m)
            return Figure.Absent;

        var quotient = figures[0].Number / figures[1].Number;
        return isPure ? quotient : figures[0].With(quotient);
    }

    /// <summary>Digit by digit from the left, each the largest with which the power is not too large.</summary>
    internal static Figure Power(IReadOnlyList<Figure> figures, int decimals)
    {
        Require(figures.Count == 4, "a power has four figures: dividend and divisor of the base, then of the exponent");
        Require(
            figures[0].IsComparableWith(figures[1]) && figures[0].Kind is FigureKind.Number or FigureKind.Percentage
                && figures.Skip(2).All(figure => figure.Kind == FigureKind.Number && figure.Number % 1m == 0m)
                && figures.All(figure => figure.Number > 0m),
            "a power has a base and an exponent above zero, and whole numbers in the exponent");
        var (power, root) = ((int)figures[2].Number, (int)figures[3].Number);
        var (dividend, divisor) = (BigInteger.Pow(Whole(figures[0].Number), power), BigInteger.Pow(Whole(figures[1].Number), power));

        // Twice the power in units of the last decimal: half of one more is the power rounded.
        var twice = BigInteger.Zero;
        var allOfScale = BigInteger.Pow(2 * BigInteger.Pow(10, decimals), root) * dividend;
        for (var place = BigInteger.Pow(10, DecimalMath.MostDigits); place >= 1; place /= 10)
        {
            while (BigInteger.Pow(twice + place, root) * divisor <= allOfScale)
            {
                twice += place;
                if (twice >= 2 * BigInteger.Pow(10, DecimalMath.MostDigits))
                    return Figure.Absent;
            }
        }

        return DecimalMath.FromInteger((twice + 1) / 2, decimals);

        static BigInteger Whole(decimal number) => DecimalMath.ToInteger(number, DecimalMath.MostDigits);
    }

    internal static Figure Min(IReadOnlyList<Figure> figures)
    {
        RequireOneUnit(figures, least: 1);
        return figures[0].With(figures.Min(figure => figure.Number));
    }

    internal static Figure Max(IReadOnlyList<Figure> figures)
    {
        RequireOneUnit(figures, least: 1);
        return figures[0].With(figures.Max(figure => figure.Number));
    }

    internal static Figure Clamp(IReadOnlyList<Figure> figures)
    {
        Require(figures.Count == 3, "a clamp has three figures: value, least and most");
        RequireOneUnit(figures, least: 3);
        Require(figures[1].Number <= figures[2].Number, "the least of a clamp is at most its most");
        return figures[0].With(Math.Max(figures[1].Number, Math.Min(figures[2].Number, figures[0].Number)));
    }

    internal static Figure Select(IReadOnlyList<Figure> figures)
    {
        Require(figures.Count % 2 == 1, "a select has conditions and values in turn, and one value more");
        var chosen = figures.Count - 1;
        for (var i = figures.Count - 3; i >= 0; i -= 2)
        {
            Require(figures[i].Kind == FigureKind.Truth, "a condition is yes or no");
            if (figures[i].IsTrue)
                chosen = i + 1;
        }

        return figures[chosen];
    }

    internal static Figure Interpolate(IReadOnlyList<Figure> figures)
    {
        Require(figures.Count == 5, "an interpolation has five figures");
        RequireOneUnit([figures[0], figures[1], figures[3]], least: 3);
        RequireOneUnit([figures[2], figures[4]], least: 2);
        Require(IsNumeric(figures[2]), "a value on a line is no day");
        var (level, fromLevel, toLevel) = (figures[0].Number, figures[1].Number, figures[3].Number);
        var (fromValue, toValue) = (figures[2].Number, figures[4].Number);
        return figures[2].With(fromValue + ((level - fromLevel) * (toValue - fromValue) / (toLevel - fromLevel)));
    }

    internal static Figure Round(IReadOnlyList<Figure> figures, Rounding rounding)
    {
        Require(figures.Count == 1, "a rounding has one figure");
        var figure = figures[0];
        return figure.Kind switch
        {
            FigureKind.Money => new Money(figure.Number, (Currency)figure.Unit!).Round(rounding),
            FigureKind.Percentage => Percentage.FromFraction(figure.Number).Round(rounding),
            FigureKind.Quantity or FigureKind.Number => figure.With(rounding.Round(figure.Number)),
            _ => throw new ArgumentException("a figure of this kind cannot be rounded"),
        };
    }

    internal static Figure Convert(IReadOnlyList<Figure> figures, Currency currency, ExchangeRate[] rates)
    {
        Require(figures.Count == 1 && figures[0].Kind == FigureKind.Money, "a conversion has one amount");
        var reached = (Currency)figures[0].Unit!;
        var (numerator, denominator) = (Whole(figures[0].Number), Whole(1m));
        foreach (var rate in rates)
        {
            Require(reached == rate.From || reached == rate.To, "a rate must be of the currency reached");
            var isQuotedSo = reached == rate.From;
            numerator *= Whole(isQuotedSo ? rate.Rate : rate.Units);
            denominator *= Whole(isQuotedSo ? rate.Units : rate.Rate);
            reached = isQuotedSo ? rate.To : rate.From;
        }

        Require(reached == currency, "the last rate must lead to the currency of the result");
        return new Money(DecimalMath.Quotient(numerator, denominator), currency);

        static BigInteger Whole(decimal number) => DecimalMath.ToInteger(number, DecimalMath.MostDigits);
    }

    internal static Figure Convert(IReadOnlyList<Figure> figures, UnitConversions conversions, UnitOfMeasure unit)
    {
        Require(figures.Count == 1 && figures[0].Kind == FigureKind.Quantity, "a conversion has one quantity");
        return conversions.Convert(new Quantity(figures[0].Number, (UnitOfMeasure)figures[0].Unit!), unit);
    }

    internal static Figure Compare(IReadOnlyList<Figure> figures, ComparisonKind kind)
    {
        Require(figures.Count == 2 && figures[0].Kind == figures[1].Kind, "a comparison has two figures of one kind");
        if (kind == ComparisonKind.Equal)
            return figures[0] == figures[1];
        if (kind == ComparisonKind.NotEqual)
            return figures[0] != figures[1];

        RequireOneUnit(figures, least: 2);
        var order = figures[0].Number.CompareTo(figures[1].Number);
        return kind switch
        {
            ComparisonKind.Less => order < 0,
            ComparisonKind.LessOrEqual => order <= 0,
            ComparisonKind.GreaterOrEqual => order >= 0,
            _ => order > 0,
        };
    }

    internal static string Sign(ComparisonKind kind) =>
        kind switch
        {
            ComparisonKind.Less => "<",
            ComparisonKind.LessOrEqual => "<=",
            ComparisonKind.Equal => "=",
            ComparisonKind.NotEqual => "<>",
            ComparisonKind.GreaterOrEqual => ">=",
            _ => ">",
        };

    internal static void Require(bool condition, string what)
    {
        if (!condition)
            throw new ArgumentException(what);
    }

    private static void RequireDaysAfterDate(IReadOnlyList<Figure> figures) =>
        Require(
            figures.Skip(1).All(figure => figure.Kind == FigureKind.Number && decimal.Truncate(figure.Number) == figure.Number),
            "a date takes whole numbers of days");

    private static void RequireOneUnit(IReadOnlyList<Figure> figures, int least)
    {
        Require(figures.Count >= least, "there are too few figures");
        Require(
            figures.All(figure => figure.IsComparableWith(figures[0])) && (IsNumeric(figures[0]) || figures[0].Kind == FigureKind.Date),
            "the figures must be of one kind and unit");
    }

    private static Figure Times(Figure left, Figure right)
    {
        Require(IsNumeric(left) && IsNumeric(right), "a product needs numbers");
        var product = left.Number * right.Number;
        return (left.Kind, right.Kind) switch
        {
            (FigureKind.Money, FigureKind.Quantity) => left.With(product),
            (FigureKind.Quantity, FigureKind.Money) => right.With(product),
            (FigureKind.Money or FigureKind.Quantity, _) => left.With(product),
            (_, FigureKind.Money or FigureKind.Quantity) => right.With(product),
            (FigureKind.Percentage, _) => left.With(product),
            _ => right.With(product),
        };
    }

    private static bool IsNumeric(Figure figure) =>
        figure.Kind is FigureKind.Number or FigureKind.Money or FigureKind.Percentage or FigureKind.Quantity;
}
