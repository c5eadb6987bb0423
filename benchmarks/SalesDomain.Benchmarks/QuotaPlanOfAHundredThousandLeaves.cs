using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// A plan of 100,000 leaves in 6 levels: broken down by last year in thousands with a hedge, phased over 12 months, and a million sales
/// lines rolled up against it. The hand-written version does the same in arrays of machine words, one look-up of the seller a line.
/// </summary>
public class QuotaPlanOfAHundredThousandLeaves
{
    private const int Lines = 1_000_000;
    private readonly QuotaPlanFacts _facts = new(width: 10, levels: 6, Lines);
    private QuotaTree<SalespersonId>? _quotas;

    [GlobalSetup]
    public void Compare()
    {
        var byHand = new HandWrittenQuotaPlan(_facts);
        var (phased, actuals) = Library();
        var tree = phased.Quotas;
        Same.Results(i => byHand.Quotas[i], i => tree.QuotaOf(_facts.Nodes[i]).Money.Amount, _facts.Nodes.Length);
        Same.Results(i => byHand.Actuals[i], i => actuals.OfTeam(_facts.Nodes[i]).Known.Money.Amount, _facts.Nodes.Length);
        for (var month = 0; month < 12; month++)
        {
            var at = month;
            Same.Results(i => byHand.Through[(i * 12) + at], i => phased.Through(_facts.Nodes[i], at).Money.Amount, _facts.Nodes.Length);
        }

        _quotas = tree;
    }

    [Benchmark(Baseline = true, Description = "100,000 leaves, 12 months, 1,000,000 lines, hand-written in arrays")]
    public object HandWritten() => new HandWrittenQuotaPlan(_facts);

    [Benchmark(Description = "100,000 leaves, 12 months, 1,000,000 lines, QuotaTree"), Bound(2)]
    public (PhasedQuotaTree<SalespersonId> Phased, QuotaActuals<SalespersonId> Actuals) Library()
    {
        var quotas = QuotaTree.Allocate(_facts.Target, _facts.Tree, _facts.Rule);
        return (quotas.Phase(_facts.Phasing, _facts.Rounding), quotas.RollUp(_facts.Lines, line => line.Salesperson!.Value));
    }

    [Benchmark(Description = "of this, QuotaTree.Allocate")]
    public QuotaTree<SalespersonId> Allocate() => QuotaTree.Allocate(_facts.Target, _facts.Tree, _facts.Rule);

    [Benchmark(Description = "of this, Phase")]
    public PhasedQuotaTree<SalespersonId> Phase() => _quotas!.Phase(_facts.Phasing, _facts.Rounding);

    [Benchmark(Description = "of this, RollUp")]
    public QuotaActuals<SalespersonId> RollUp() => _quotas!.RollUp(_facts.Lines, line => line.Salesperson!.Value);
}
