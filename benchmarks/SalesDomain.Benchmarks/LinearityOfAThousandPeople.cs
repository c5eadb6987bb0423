using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// The months of a thousand people against one phasing: each share, its deviation, the largest, the mean and what is displaced.
/// </summary>
public class LinearityOfAThousandPeople
{
    private const int People = 1_000;
    private const int Months = 12;

    private static readonly decimal[] s_weights = [6m, 7m, 8.5m, 8m, 8m, 8.5m, 7.5m, 7m, 9m, 9.5m, 10m, 11m];

    private static readonly Phasing s_phasing =
        Phasing.ByWeights(PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month), s_weights);

    private readonly (DateSpan Span, Measured Actual)[][] _people =
    [
        .. Enumerable.Range(1, People).Select(person => s_phasing.Periods.Spans.Select((span, month) => (
            span, Measure.Revenue.Of(new Money(((person * 7_919L) + (month * 104_729L)) % 100_003 / 100m, Currency.USD)))).ToArray()),
    ];

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(
            i => (byHand[i].Displaced, byHand[i].Largest, byHand[i].Mean),
            i => (library[i].DisplacedShare!.Value, library[i].MaximumDeviationInPoints!.Value,
                library[i].MeanDeviationInPoints!.Value),
            People);
    }

    [Benchmark(Baseline = true, Description = "linearity of 1,000 people in 12 months, hand-written", OperationsPerInvoke = People)]
    public HandWrittenLinearity[] HandWritten() => Array.ConvertAll(_people, HandWrittenLinearity.Of);

    [Benchmark(Description = "linearity of 1,000 people in 12 months, Linearity.Of", OperationsPerInvoke = People)]
    public Linearity[] Library() => Array.ConvertAll(_people, months => Linearity.Of(months, s_phasing));

    public sealed class HandWrittenLinearity(Percentage displaced, decimal largest, decimal mean, decimal[] shares, decimal[] deviations)
    {
        public Percentage Displaced { get; } = displaced;

        public decimal Largest { get; } = largest;

        public decimal Mean { get; } = mean;

        public decimal[] Shares { get; } = shares;

        public decimal[] Deviations { get; } = deviations;

        internal static HandWrittenLinearity Of((DateSpan Span, Measured Actual)[] months)
        {
            var (sum, weights) = (0m, 0m);
            for (var i = 0; i < months.Length; i++)
            {
                if (i > 0 && !(months[i].Span.Start > months[i - 1].Span.End))
                    throw new InvalidOperationException();
                sum += months[i].Actual.Money.Amount;
                weights += s_weights[i];
            }

            var (total, largest) = (0m, 0m);
            var (shares, deviations) = (new decimal[Months], new decimal[Months]);
            for (var i = 0; i < months.Length; i++)
            {
                shares[i] = months[i].Actual.Money.Amount / sum;
                deviations[i] = (shares[i] - (s_weights[i] / weights)) * 100m;
                var deviation = Math.Abs(deviations[i]);
                total += deviation;
                largest = Math.Max(largest, deviation);
            }

            return new HandWrittenLinearity(Percentage.FromPercent(total / 2m), largest, total / Months, shares, deviations);
        }
    }
}
