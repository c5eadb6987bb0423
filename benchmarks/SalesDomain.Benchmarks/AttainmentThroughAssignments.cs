using BenchmarkDotNet.Attributes;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>By who has the customer on the day of the line; ids are trusted.</summary>
public class AttainmentThroughAssignments
{
    private readonly AttainmentData _data = new();

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library());

    [Benchmark(Baseline = true, Description = "1,000,000 lines of 10,000 customers that moved, hand-written")]
    public decimal HandWritten() => _data.ByHand(_data.Holder, ids: null);

    [Benchmark(Description = "1,000,000 lines of 10,000 customers that moved, ActualRule")]
    public decimal Library() =>
        _data.Rates(
            AttainmentData.Rule.TrustingIds().Evaluate(AttainmentData.Year, Crediting.ByCustomer.Through(_data.Accounts), _data.Lines));
}
