using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

public class ForecastAHundredThousandOpportunities
{
    private const int Count = 100_000;
    private static readonly LocalDate s_first = new(2026, 1, 1);
    private static readonly LocalDate s_last = new(2026, 3, 31);
    private static readonly string[] s_names = ["lead", "contact", "offer", "agreed", "won", "lost"];
    private static readonly decimal[] s_probabilities = [0.05m, 0.1m, 0.4m, 0.9m, 1m, 0m];

    // The place in the line of cumulative sums: pipeline 3, best case 2, commit 1, closed 0; omitted 4.
    private static readonly int[] s_categories = [3, 3, 2, 1, 0, 4];

    private readonly PipelineStages _stages = PipelineStages.Of(
        [.. s_names.Select((name, i) =>
            new PipelineStage(name, Percentage.FromFraction(s_probabilities[i]), (ForecastCategory)s_categories[i]))]);

    private readonly Dictionary<string,
        int> _places = s_names.Select((name, i) => (name, i)).ToDictionary(each => each.name, each => each.i);
    private readonly Measured _quota = Measure.Revenue.Of(new Money(5_000_000m, Currency.USD));

    private readonly Opportunity[] _opportunities =
    [
        .. Enumerable.Range(1, Count).Select(i => new Opportunity(
            new OpportunityId("O-" + i), new CustomerId("C"), new SalespersonId("S"),
                Measure.Revenue.Of(new Money(i * 7_919L % 100_003L / 100m, Currency.USD)),
            s_names[i * 31 % s_names.Length], s_first.PlusDays(i * 17 % 120))),
    ];

    private readonly (string Code, string Stage, decimal Amount, LocalDate Close)[] _rows;

    public ForecastAHundredThousandOpportunities() =>
        _rows = Array.ConvertAll(_opportunities, each => (each.Id.Code, each.StageName, each.Amount.Money.Amount, each.ExpectedClose));

    [GlobalSetup]
    public void Compare()
    {
        var forecast = Library();
        Same.Result(
            HandWritten(),
            (forecast.Closed.Money.Amount, forecast.Commit.Money.Amount, forecast.BestCase.Money.Amount, forecast.Pipeline.Money.Amount,
                forecast.Expected.Money.Amount, forecast.Variance));
    }

    [Benchmark(Baseline = true, Description = "forecast of 100,000 opportunities, hand-written loop")]
    public (decimal Closed, decimal Commit, decimal BestCase, decimal Pipeline, decimal Expected, decimal Variance) HandWritten()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var sums = new decimal[5];
        var (expected, variance) = (0m, 0m);
        foreach (var (code, stage, amount, close) in _rows)
        {
            if (!codes.Add(code))
                throw new InvalidOperationException();
            var place = _places[stage];
            if (close < s_first || close > s_last)
                continue;

            var probability = s_probabilities[place];
            sums[s_categories[place]] += amount;
            expected += probability * amount;
            variance += probability * (1m - probability) * amount * amount;
        }

        var commit = sums[0] + sums[1];
        var best = commit + sums[2];
        return (sums[0], commit, best, best + sums[3], expected, variance);
    }

    [Benchmark(Description = "forecast of 100,000 opportunities, PipelineForecast.Of")]
    public PipelineForecast Library() =>
        PipelineForecast.Of(_stages, _quota, _opportunities, new DateSpan(s_first, s_last), new LocalDate(2026, 2, 28));
}
