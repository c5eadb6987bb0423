using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>The forecasts of ten thousand people rolled up five levels, every third node judged.</summary>
public class ForecastsOfTenThousandPeople
{
    private const int Nodes = 10_000;
    private const int Fan = 10;

    private static readonly LocalDate s_day = new(2026, 3, 31);

    private readonly Hierarchy<int> _hierarchy = Hierarchy.Of([.. Enumerable.Range(1, Nodes - 1).Select(node => (node, node / Fan))]);
    private readonly (int Node, Measured Amount)[] _figures;
    private readonly ForecastJudgement<int>[] _judgements;

    public ForecastsOfTenThousandPeople()
    {
        var amounts = Facts.Amounts(100_000m);
        _figures = [.. Enumerable.Range(0, Nodes).Select(node => (node, Revenue(amounts[node % Facts.Count])))];
        _judgements =
        [
            .. Enumerable.Range(0, Nodes).Where(node => node % 3 == 0)
                .Select(node => ForecastJudgement.Of(node, Revenue(amounts[node * 7 % Facts.Count] * 5m), "manager", s_day, "reviewed")),
        ];
    }

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(
            node => (byHand.Computed[node], byHand.Submitted[node]),
            node => (library.Find(node).Computed.Money.Amount, library.Find(node).Submitted.Money.Amount), Nodes);
    }

    [Benchmark(Baseline = true, Description = "10,000 forecasts rolled up, hand-written with the children of each node")]
    public (decimal[] Computed, decimal[] Submitted) HandWritten()
    {
        var figures = _figures.ToDictionary(figure => figure.Node, figure => figure.Amount.Money.Amount);
        var judged = new Dictionary<int, ForecastJudgement<int>>();
        foreach (var judgement in _judgements)
        {
            if (judgement.On <= s_day && (!judged.TryGetValue(judgement.Node, out var earlier) || judgement.On > earlier.On))
                judged[judgement.Node] = judgement;
        }

        var children = new Dictionary<int, List<int>>();
        for (var node = 1; node < Nodes; node++)
        {
            if (!children.TryGetValue(node / Fan, out var below))
                children.Add(node / Fan, below = []);
            below.Add(node);
        }

        var (computed, submitted) = (new decimal[Nodes], new decimal[Nodes]);
        for (var node = Nodes - 1; node >= 0; node--)
        {
            var fromBelow = computed[node] = figures[node];
            if (children.TryGetValue(node, out var below))
            {
                foreach (var child in below)
                {
                    computed[node] += computed[child];
                    fromBelow += submitted[child];
                }
            }

            submitted[node] = judged.TryGetValue(node, out var judgement) ? judgement.Amount.Money.Amount : fromBelow;
        }

        return (computed, submitted);
    }

    [Benchmark(Description = "10,000 forecasts rolled up, ForecastRollUp.Of")]
    public ForecastRollUp<int> Library() => ForecastRollUp.Of(_hierarchy, s_day, _figures, _judgements);

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
}
