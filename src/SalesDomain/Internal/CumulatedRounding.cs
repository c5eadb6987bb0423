using System;
using System.Linq;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>
/// The running totals of a whole that is split in a sequence: total × weights so far ÷ all weights, each rounded once and none added up
/// from
/// rounded parts. Weights are whole numbers on a common scale, so that nothing depends on the rounding of a quotient.
/// </summary>
internal sealed class CumulatedRounding
{
    // Half of what a long holds is left for the comparison of twice a remainder.
    private const long MostOfLong = long.MaxValue / 4;

    // More decimals than these are left to whole numbers of any size: a product would not fit in a decimal.
    private const int MostDigits = 9;

    private static readonly decimal[] s_powers = Powers();

    private readonly decimal[] _stated;
    private readonly BigInteger[] _whole;

    // The same in machine words where they fit, which is nearly always; empty where they do not.
    private readonly long[] _small;

    /// <summary>Weights of zero or more that are not all zero.</summary>
    /// <exception cref="OverflowException">Their sum needs more digits than a decimal holds.</exception>
    internal CumulatedRounding(decimal[] weights)
    {
        var digits = weights.Max(DecimalMath.Scale);
        _whole = new BigInteger[weights.Length];
        var sum = BigInteger.Zero;
        for (var i = 0; i < weights.Length; i++)
            _whole[i] = sum += DecimalMath.ToInteger(weights[i], digits);

        _stated = Array.ConvertAll(_whole, whole => DecimalMath.FromInteger(whole, digits));
        _small = sum <= MostOfLong ? Array.ConvertAll(_whole, whole => (long)whole) : [];
    }

    internal int Count => _stated.Length;

    /// <summary>The sum of all weights, as they were stated.</summary>
    internal decimal TotalWeight => _stated[_stated.Length - 1];

    /// <summary>The sum of the weights up to and including one.</summary>
    internal decimal WeightThrough(int part) => part < 0 ? 0m : _stated[part];

    /// <summary>The share of the weights up to and including one in all of them.</summary>
    internal Percentage ShareThrough(int part) => Percentage.FromFraction(DecimalMath.Quotient(_whole[part], _whole[_whole.Length - 1]));

    /// <summary>Whether all of the whole is given out with this part.</summary>
    internal bool IsComplete(int part) => part >= 0 && _whole[part] == _whole[_whole.Length - 1];

    /// <summary>
    /// total × weight through a part ÷ all weights: exact where a decimal holds it, otherwise to as many digits as it has.
    /// </summary>
    internal decimal Exact(decimal total, int part)
    {
        var digits = DecimalMath.Scale(total);
        return DecimalMath.Quotient(
            DecimalMath.ToInteger(total, digits) * _whole[part], _whole[_whole.Length - 1] * BigInteger.Pow(10, digits));
    }

    /// <summary>Writes the running totals into an array. The total is a multiple of the unit, and so the last of them.</summary>
    internal void Fill(decimal total, Rounding rounding, Currency? currency, decimal[] into, int at)
    {
        if (rounding.UnitFor(currency) is { } unit && TryFill(total, unit, rounding.Mode, into, at))
            return;

        for (var i = 0; i < _whole.Length; i++)
            into[at + i] = IsComplete(i) ? total : rounding.RoundAmount(Exact(total, i), currency);
    }

    /// <summary>
    /// The same in machine words, as far as everything fits in them. It is the same: total × weights has at most 19 digits there, so that a
    /// quotient of 28 digits cannot meet a bound of the rounding that the fraction does not meet.
    /// </summary>
    private bool TryFill(decimal total, decimal unit, RoundingMode mode, decimal[] into, int at)
    {
        if (_small.Length == 0)
            return false;

        var digits = Math.Max(DecimalMath.Scale(total), DecimalMath.Scale(unit));
        var all = _small[_small.Length - 1];
        if (!TryWhole(total, digits, all, out var whole) || !TryWhole(unit, digits, all, out var step))
            return false;

        var divisor = step * all;
        for (var i = 0; i < _small.Length; i++)
        {
            if (_small[i] == all)
            {
                into[at + i] = total;
                continue;
            }

            var product = whole * _small[i];
            var units = product / divisor;
            var rest = product - (units * divisor);
            if (rest != 0L && LeavesZero(rest, divisor, units, mode))
                units += rest < 0L ? -1L : 1L;

            into[at + i] = Scaled(units * step, digits);
        }

        return true;
    }

    private static bool TryWhole(decimal value, int digits, long times, out long whole)
    {
        whole = 0L;
        var most = MostOfLong / times;
        if (digits > MostDigits || value > most || value < -most)
            return false;

        // Both factors are small, so that the product is exact.
        var scaled = value * s_powers[digits];
        if (scaled > most || scaled < -most)
            return false;

        whole = (long)scaled;
        return true;
    }

    private static bool LeavesZero(long rest, long divisor, long units, RoundingMode mode)
    {
        var twice = 2L * Math.Abs(rest);
        return mode switch
        {
            RoundingMode.Up => true,
            RoundingMode.Down => false,
            RoundingMode.Ceiling => rest > 0L,
            RoundingMode.Floor => rest < 0L,
            RoundingMode.HalfEven => twice > divisor || (twice == divisor && units % 2L != 0L),
            _ => twice >= divisor,
        };
    }

    private static decimal Scaled(long value, int digits)
    {
        var magnitude = Math.Abs(value);
        return new decimal(
            unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, value < 0L, (byte)digits);
    }

    private static decimal[] Powers()
    {
        var powers = new decimal[MostDigits + 1];
        powers[0] = 1m;
        for (var digits = 1; digits < powers.Length; digits++)
            powers[digits] = powers[digits - 1] * 10m;

        return powers;
    }
}
