using System;
using System.Linq;
using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The figures of a season: amounts and lengths of each year and period, their sums, and the indexes.</summary>
internal sealed class SeasonSteps
{
    // A sum of weights that leaves room for the working days of every month beside it: Phasing.Within multiplies by them.
    private const int MostDigitsOfWeights = 20;
    private const int DigitsOfNearWeights = 18;

    private readonly SeasonFit _fit;
    private readonly Measured _like;

    internal SeasonSteps(SeasonFit fit, SeasonYear[] years, int count)
    {
        _fit = fit;
        _like = years[0].First;
        Years = years;
        Count = count;
        Amounts = Array.ConvertAll(
            years, year => Joined(Array.ConvertAll([.. year.Amounts], amount => Checked(fit, amount!.Value)), count));
        Lengths = Array.ConvertAll(
            years, year => Joined([.. year.Periods.Spans.Select(span => fit.IsPerDay ? (decimal)span.Days!.Value : 1m)], count));
        if (Array.FindIndex(Amounts, year => year.Sum() == 0m) is >= 0 and var empty)
            throw Guards.Invalid(nameof(years), years[empty].Periods.Span.ToString(), "must not sum to zero");

        Exact = [.. Enumerable.Range(0, count).Select(period =>
            fit.Pooling == SeasonPooling.Pooled
                ? Index(AmountOf(period), Amounts.Sum(year => year.Sum()), LengthOf(period), Lengths.Sum(year => year.Sum()))
                : Enumerable.Range(0, years.Length).Sum(year => IndexOf(year, period)) / years.Length)];
        Indexes = fit.Rounding is { } rounding ? Array.ConvertAll(Exact, rounding.Round) : Exact;
    }

    internal SeasonYear[] Years { get; }

    internal int Count { get; }

    internal decimal[][] Amounts { get; }

    internal decimal[][] Lengths { get; }

    internal decimal[] Exact { get; }

    internal decimal[] Indexes { get; }

    internal decimal AllAmounts => Amounts.Sum(year => year.Sum());

    internal decimal AllLengths => Lengths.Sum(year => year.Sum());

    internal decimal AmountOf(int period) => Amounts.Sum(year => year[period]);

    internal decimal LengthOf(int period) => Lengths.Sum(year => year[period]);

    internal decimal AmountOfYear(int year) => Amounts[year].Sum();

    internal decimal LengthOfYear(int year) => Lengths[year].Sum();

    internal decimal IndexOf(int year, int period) =>
        Index(Amounts[year][period], AmountOfYear(year), Lengths[year][period], LengthOfYear(year));

    internal decimal IndexSum(int period) => Enumerable.Range(0, Years.Length).Sum(year => IndexOf(year, period));

    /// <summary>
    /// Weights in the ratio of index × length: of the indexes as they were rounded; otherwise whole numbers in the exact ratio, or, where
    /// those are longer than 20 digits, indexes to 18 decimals.
    /// </summary>
    internal decimal[] WeightsOver(decimal[] lengths)
    {
        if (_fit.Rounding is null && Whole(lengths) is { } whole)
            return whole;

        return [.. lengths.Select((length, i) =>
            length * (_fit.Rounding is null ? Math.Round(IndexAt(i), DigitsOfNearWeights, MidpointRounding.ToEven) : IndexAt(i)))];
    }

    internal static decimal Rate(decimal amount, decimal length) => amount / length;

    internal Figure Figure(decimal amount) => _like.With(amount).Value;

    private decimal IndexAt(int period) => Indexes[Math.Min(period, Count - 1)];

    /// <summary>
    /// Σ amount × length of the year ÷ (amount of the year × length) over the years, or over their sum, as whole numbers.
    /// </summary>
    private decimal[]? Whole(decimal[] lengths)
    {
        var digits = Amounts.Max(year => year.Max(DecimalMath.Scale));
        BigInteger Given(decimal amount) => DecimalMath.ToInteger(amount, digits);
        var isPooled = _fit.Pooling == SeasonPooling.Pooled;
        var rows = Enumerable.Range(0, isPooled ? 1 : Years.Length).ToArray();
        var (over, under) = (new BigInteger[lengths.Length], new BigInteger[lengths.Length]);
        for (var i = 0; i < lengths.Length; i++)
        {
            var at = Math.Min(i, Count - 1);
            (over[i], under[i]) = (BigInteger.Zero, BigInteger.One);
            foreach (var year in rows)
            {
                var (amount, allAmounts) = isPooled ? (AmountOf(at), AllAmounts) : (Amounts[year][at], AmountOfYear(year));
                var (length, allLengths) = isPooled ? (LengthOf(at), AllLengths) : (Lengths[year][at], LengthOfYear(year));
                var all = Given(allAmounts) * (BigInteger)length;
                over[i] = (over[i] * all) + (Given(amount) * (BigInteger)allLengths * under[i]);
                under[i] *= all;
            }

            over[i] *= (BigInteger)lengths[i];
        }

        var common = under.Aggregate(BigInteger.One, (least, each) => least / BigInteger.GreatestCommonDivisor(least, each) * each);
        BigInteger[] weights = [.. over.Select((each, i) => each * (common / under[i]))];
        var divisor = weights.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        var sum = weights.Aggregate(BigInteger.Zero, (total, each) => total + each) / divisor;
        return sum < BigInteger.Pow(10, MostDigitsOfWeights) ? Array.ConvertAll(weights, each => (decimal)(each / divisor)) : null;
    }

    // Multiplied first, divided last.
    private static decimal Index(decimal amount, decimal all, decimal length, decimal allLengths) => amount * allLengths / (all * length);

    /// <summary>Periods beyond those that all years have are one with the last: the 53rd week with the 52nd.</summary>
    private static decimal[] Joined(decimal[] values, int count)
    {
        var joined = new decimal[count];
        for (var i = 0; i < values.Length; i++)
            joined[Math.Min(i, count - 1)] += values[i];

        return joined;
    }

    private static decimal Checked(SeasonFit fit, Measured amount) =>
        amount.Amount >= 0m ? amount.Amount
            : fit.CountsNegativesAsZero ? 0m
            : throw Guards.OutOfRange("years", amount.ToString(), "must not be negative, or it is declared that negatives count as zero");
}
