using System;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The figures of a season: amounts and lengths of each year and period, their sums, and the indexes.</summary>
internal sealed class SeasonSteps
{
    private readonly Measured _like;

    internal SeasonSteps(SeasonFit fit, SeasonYear[] years, int count)
    {
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
        Indexes = Array.ConvertAll(Exact, fit.Rounding.Round);
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

    internal static decimal Rate(decimal amount, decimal length) => amount / length;

    internal Figure Figure(decimal amount) => _like.With(amount).Value;

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
