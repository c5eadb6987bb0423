using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>By the salesperson on the line; every id is looked at, so that no line counts twice.</summary>
public class AttainmentOfAThousandPeople
{
    private readonly AttainmentData _data = new();

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library());

    [Benchmark(Baseline = true, Description = "1,000 people from 1,000,000 lines, hand-written")]
    public decimal HandWritten() => _data.ByHand(AttainmentData.Seller, new HashSet<LineId>());

    [Benchmark(Description = "1,000 people from 1,000,000 lines, ActualRule")]
    public decimal Library() =>
        _data.Rates(AttainmentData.Rule.Evaluate(AttainmentData.Year, Crediting.BySalesperson, _data.Lines));
}
