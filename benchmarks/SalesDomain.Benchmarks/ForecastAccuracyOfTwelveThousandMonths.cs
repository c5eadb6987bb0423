using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>Four snapshots each of a thousand products in the twelve months of a year, against what came, a month ahead.</summary>
public class ForecastAccuracyOfTwelveThousandMonths
{
    private const int Products = 1_000;
    private const int LeadDays = 30;

    private readonly ForecastSnapshot<string>[] _snapshots;
    private readonly (string Key, FiscalPeriod Period, Measured Amount)[] _actuals;

    public ForecastAccuracyOfTwelveThousandMonths()
    {
        var amounts = Facts.Amounts(100_000m);
        var year = FiscalCalendar.CalendarYear.Year(2026);
        _actuals =
        [
            .. year.Parts(FiscalPeriodKind.Month).SelectMany((month, m) => Enumerable.Range(0, Products).Select(
                product => ("P-" + product, month, Revenue(amounts[((product * 12) + m) % Facts.Count])))),
        ];
        _snapshots =
        [
            .. _actuals.SelectMany((actual, i) => Enumerable.Range(0, 4).Select(
                back => ForecastSnapshot.Of(
                    actual.Key, actual.Period, actual.Period.Start.PlusDays(10 - (back * 20)),
                    Revenue(amounts[((i * 7) + back) % Facts.Count])))),
        ];
    }

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library());

    [Benchmark(Baseline = true, Description = "48,000 snapshots of 12,000 months, hand-written")]
    public (decimal Wape, decimal Bias) HandWritten()
    {
        var seen = new HashSet<(string, FiscalPeriod, LocalDate)>();
        var last = new Dictionary<(string, FiscalPeriod), (LocalDate On, decimal Amount)>();
        foreach (var snapshot in _snapshots)
        {
            if (!seen.Add((snapshot.Key, snapshot.Period, snapshot.RecordedOn)))
                throw new InvalidOperationException(snapshot + " comes twice.");
            if (Period.DaysBetween(snapshot.RecordedOn, snapshot.Period.End) < LeadDays)
                continue;

            var cell = (snapshot.Key, snapshot.Period);
            if (!last.TryGetValue(cell, out var earlier) || snapshot.RecordedOn > earlier.On)
                last[cell] = (snapshot.RecordedOn, snapshot.Amount.Money.Amount);
        }

        var cells = new HashSet<(string, FiscalPeriod)>();
        var (errors, absolute, actuals) = (0m, 0m, 0m);
        foreach (var (key, period, amount) in _actuals)
        {
            if (!cells.Add((key, period)))
                throw new InvalidOperationException(key + " comes twice.");
            if (!last.TryGetValue((key, period), out var forecast))
                continue;

            var actual = amount.Money.Amount;
            errors += forecast.Amount - actual;
            absolute += Math.Abs(forecast.Amount - actual);
            actuals += Math.Abs(actual);
        }

        return (absolute / actuals, errors / actuals);
    }

    [Benchmark(Description = "48,000 snapshots of 12,000 months, ForecastAccuracy.AtLead")]
    public (decimal Wape, decimal Bias) Library()
    {
        var accuracy = ForecastAccuracy.AtLead(_snapshots, _actuals, LeadDays);
        return (accuracy.Wape!.Value.Fraction, accuracy.Bias!.Value.Fraction);
    }

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
}
