using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

public class FollowAStatus
{
    private const int Days = 1_000;
    private const decimal Margin = 1m;

    // To and fro about both bounds.
    private readonly (LocalDate On, decimal Value)[] _series =
        [.. Enumerable.Range(0, Days).Select(i => (new LocalDate(2024, 1, 1).PlusDays(i), (i * 7_919 % 1_201 / 100m) - 8m))];

    private readonly StatusBands _bands = StatusBands.GreenAmberRed.WithMargin(Margin);

    [GlobalSetup]
    public void Compare()
    {
        var byHand = HandWritten();
        var library = Library();
        Same.Results(i => byHand[i].Status, i => library[i].Status, Days);
    }

    [Benchmark(Baseline = true, Description = "status of 1,000 days with a margin, hand-written", OperationsPerInvoke = Days)]
    public IReadOnlyList<(LocalDate On, decimal Value, string Band, string Status)> HandWritten()
    {
        var result = new List<(LocalDate, decimal, string, string)>();
        string[] names = ["red", "amber", "green"];
        var status = -1;
        foreach (var (on, value) in _series)
        {
            if (result.Count > 0 && on <= result[result.Count - 1].Item1)
                throw new InvalidOperationException();

            var band = Rank(value);
            status = status < 0 || band <= status ? band : Math.Max(status, Rank(value - Margin));
            result.Add((on, value, names[band], names[status]));
        }

        return result;
    }

    [Benchmark(Description = "status of 1,000 days with a margin, StatusBands.Follow", OperationsPerInvoke = Days)]
    public IReadOnlyList<StatusObservation> Library() => _bands.Follow(_series);

    private static int Rank(decimal value) => value >= 0m ? 2 : value >= -5m ? 1 : 0;
}
