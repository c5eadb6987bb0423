using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>The quotas of a thousand people, each of whom joined on another day of the year and has a part of each month.</summary>
public class ProratedQuotas
{
    private const int People = 1_000;
    private const int Months = 12;

    private static readonly Phasing s_phasing = Phasing.Even(
        PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month));

    private readonly PhasedQuota[] _quotas =
    [
        .. Enumerable.Range(1, People).Select(i => s_phasing.Split(
            Measure.Revenue.Of(new Money((i * 7_919L % 1_000_003L) / 100m, Currency.USD)), Rounding.Commercial)),
    ];

    private readonly DateSpan[] _held =
        [.. Enumerable.Range(1, People).Select(i => DateSpan.From(new LocalDate(2026, 1, 1).PlusDays(i * 101 % 365)))];

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(i => byHand[i], i => library[i / Months].Parts[i % Months].Amount.Money.Amount, People * Months);
    }

    [Benchmark(Baseline = true, Description = "prorated quota of a person in 12 months, hand-written", OperationsPerInvoke = People)]
    public decimal[] HandWritten()
    {
        var spans = s_phasing.Periods.Spans;
        var parts = new decimal[People * Months];
        for (var person = 0; person < People; person++)
        {
            var start = _held[person].Start!.Value;
            for (var month = 0; month < Months; month++)
            {
                var first = spans[month].Start!.Value;
                var days = spans[month].Days!.Value;
                var before = Math.Min(days, Math.Max(0, Period.DaysBetween(first, start)));
                var part = _quotas[person][month].Money.Amount;
                parts[(person * Months) + month] = part - decimal.Round(part * before / days, 2, MidpointRounding.AwayFromZero);
            }
        }

        return parts;
    }

    [Benchmark(Description = "prorated quota of a person in 12 months, Proration.ByDays", OperationsPerInvoke = People)]
    public ProratedQuota[] Library()
    {
        var result = new ProratedQuota[People];
        for (var person = 0; person < People; person++)
            result[person] = Proration.ByDays.Of(_quotas[person], _held[person], Rounding.Commercial);

        return result;
    }
}
