using System;
using System.Globalization;

namespace SalesDomain.Tests.Roundings;

/// <summary>
/// What a rounding means, in plain code over rational numbers: the allowed numbers on either side of a value, and which of the two the mode
/// takes. It reads the rule from its text, so that it shares nothing with the library's own code.
/// </summary>
internal sealed class PlainRounding
{
    private readonly Exact _step;
    private readonly Exact? _ending;
    private readonly RoundingMode _mode;

    internal PlainRounding(Rounding rounding, Currency? currency = null)
    {
        var text = rounding.ToString();
        var figures = text.Substring(text.IndexOf(':') + 1).Split(' ')[0].Split('/');
        _mode = rounding.Mode;
        _step = text[0] switch
        {
            'm' => Tenth(currency!.MinorDigits!.Value),
            'd' => Tenth(int.Parse(figures[0], CultureInfo.InvariantCulture)),
            's' => Number(figures[0]),
            _ => Number(figures[1]),
        };
        if (text[0] == 'e')
            _ending = Number(figures[0]);
    }

    internal bool IsAllowed(Exact value) => value.Sign == 0 || (Index(value).IsWhole && Index(value).Sign * value.Sign >= 0);

    /// <summary>Whether a decimal holds the allowed numbers on both sides of the value.</summary>
    internal bool HasDecimalNeighbours(decimal number)
    {
        var (nearer, farther) = Neighbours(Exact.Of(number));
        return nearer.FitsDecimal && farther.FitsDecimal;
    }

    internal Exact Round(decimal number)
    {
        var value = Exact.Of(number);
        if (IsAllowed(value))
            return value;

        var (nearer, farther) = Neighbours(value);
        var (missingToNearer, missingToFarther) = ((value - nearer).Abs(), (farther - value).Abs());
        var isTie = missingToNearer == missingToFarther;
        return _mode switch
        {
            RoundingMode.Up => farther,
            RoundingMode.Down => nearer,
            RoundingMode.Ceiling => value.Sign > 0 ? farther : nearer,
            RoundingMode.Floor => value.Sign > 0 ? nearer : farther,
            RoundingMode.HalfEven when isTie => Index(nearer).IsEven ? nearer : farther,
            RoundingMode.HalfEven or RoundingMode.HalfAwayFromZero => missingToNearer < missingToFarther ? nearer : farther,
            _ => throw new NotSupportedException(_mode.ToString()),
        };
    }

    /// <summary>The allowed numbers nearest to the value toward zero and away from it.</summary>
    private (Exact Nearer, Exact Farther) Neighbours(Exact value)
    {
        var first = _ending ?? Exact.Of(0);
        var steps = ((value.Abs() - first) / _step).Floor();
        var farther = first + ((steps + Exact.Of(1)) * _step);

        // Below the first price ending there is no lower price that ends so.
        var nearer = steps.Sign < 0 ? farther : first + (steps * _step);
        return value.Sign < 0 ? (-nearer, -farther) : (nearer, farther);
    }

    /// <summary>How many steps beyond zero, or beyond the first ending, the number lies.</summary>
    private Exact Index(Exact value) =>
        _ending is { } ending ? (value.Sign < 0 ? value + ending : value - ending) / _step : value / _step;

    private static Exact Tenth(int digits) => Exact.Of(new decimal(1, 0, 0, false, (byte)digits));

    private static Exact Number(string text) => Exact.Of(decimal.Parse(text, CultureInfo.InvariantCulture));
}
