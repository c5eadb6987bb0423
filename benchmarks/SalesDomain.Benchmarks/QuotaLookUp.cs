using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>The quotas of a thousand sellers out of a tree of 1,111, asked for by their keys.</summary>
public class QuotaLookUp
{
    private readonly QuotaPlanFacts _facts = new(width: 10, levels: 4, lines: 1);
    private readonly Dictionary<SalespersonId, decimal> _byHand = [];
    private readonly QuotaTree<SalespersonId> _quotas;

    public QuotaLookUp()
    {
        _quotas = QuotaTree.Allocate(_facts.Target, _facts.Tree, _facts.Rule);
        foreach (var node in _facts.Nodes)
            _byHand.Add(node, _quotas.QuotaOf(node).Money.Amount);
    }

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library().Money.Amount);

    [Benchmark(Baseline = true, Description = "1,000 quotas, hand-written dictionary", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var sum = 0m;
        for (var i = 0; i < Facts.Count; i++)
            sum += _byHand[_facts.Nodes[i]];

        return sum;
    }

    [Benchmark(Description = "1,000 quotas, QuotaTree.QuotaOf", OperationsPerInvoke = Facts.Count), Scalar]
    public Measured Library()
    {
        var sum = _quotas.QuotaOf(_facts.Nodes[0]);
        for (var i = 1; i < Facts.Count; i++)
            sum += _quotas.QuotaOf(_facts.Nodes[i]);

        return sum;
    }
}
