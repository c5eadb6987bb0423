using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class PhasedQuotas
{
    private const int Leaves = 100_000;
    private const int Months = 12;

    private static readonly decimal[] s_percentages = [6m, 7m, 8.5m, 8m, 8m, 8.5m, 7.5m, 7m, 9m, 9.5m, 10m, 11m];

    private static readonly Phasing s_phasing = Phasing.OfPercentages(
        PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month), s_percentages.Select(Percentage.FromPercent));

    private static readonly LocalDate s_first = new(2026, 1, 1);

    // 7,919 is prime: quotas in cents, in no order.
    private readonly Measured[] _totals =
        [.. Enumerable.Range(1, Leaves).Select(i => Measure.Revenue.Of(new Money((i * 7_919L % 100_000_007L) / 100m, Currency.USD)))];

    private readonly PhasedQuota _quota = s_phasing.Split(Measure.Revenue.Of(new Money(1_234_567.89m, Currency.USD)), Rounding.Commercial);
    private readonly LocalDate[] _dates = Array.ConvertAll(Facts.Pieces(365m), day => s_first.PlusDays((int)day % 365));
    private readonly LocalDate[] _starts = [.. s_phasing.Periods.Spans.Select(span => span.Start!.Value)];
    private readonly int[] _lengths = [.. s_phasing.Periods.Spans.Select(span => span.Days!.Value)];
    private readonly decimal[] _cumulative;

    public PhasedQuotas() => _cumulative = [.. _quota.Cumulative.Select(total => total.Money.Amount)];

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(i => byHand[i], i => library[i / Months][i % Months].Money.Amount, Leaves * Months);
        Same.Results(i => ToDateByHand(_dates[i]), i => _quota.QuotaToDate(_dates[i]).Money.Amount);
    }

    [Benchmark(Baseline = true, Description = "100,000 quotas in 12 months, hand-written in decimal")]
    [BenchmarkCategory("split")]
    public decimal[] HandWritten()
    {
        var shares = new decimal[Months];
        var sum = 0m;
        for (var month = 0; month < Months; month++)
            shares[month] = sum += s_percentages[month];

        var parts = new decimal[Leaves * Months];
        for (var leaf = 0; leaf < Leaves; leaf++)
        {
            var total = _totals[leaf].Money.Amount;
            var before = 0m;
            for (var month = 0; month < Months; month++)
            {
                var through = decimal.Round(total * shares[month] / sum, 2, MidpointRounding.AwayFromZero);
                parts[(leaf * Months) + month] = through - before;
                before = through;
            }
        }

        return parts;
    }

    [Benchmark(Description = "100,000 quotas in 12 months, Phasing.SplitEach"), Bound(1.5)]
    [BenchmarkCategory("split")]
    public System.Collections.Generic.IReadOnlyList<PhasedQuota> Library() => s_phasing.SplitEach(_totals, Rounding.Commercial);

    [Benchmark(Baseline = true, Description = "quota to a date, hand-written", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("to date")]
    public decimal ToDateByHand()
    {
        var last = 0m;
        foreach (var date in _dates)
            last = ToDateByHand(date);

        return last;
    }

    [Benchmark(Description = "quota to a date, PhasedQuota.QuotaToDate", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    [BenchmarkCategory("to date")]
    public Measured QuotaToDate()
    {
        var last = default(Measured);
        foreach (var date in _dates)
            last = _quota.QuotaToDate(date);

        return last;
    }

    private decimal ToDateByHand(LocalDate date)
    {
        var month = _starts.Length - 1;
        while (_starts[month] > date)
            month--;

        var before = month == 0 ? 0m : _cumulative[month - 1];
        var days = Period.DaysBetween(_starts[month], date) + 1;
        return days == _lengths[month] ? _cumulative[month] : before + ((_cumulative[month] - before) * days / _lengths[month]);
    }
}
