using static SalesDomain.Explanation;

namespace SalesDomain.Tests.WholeApi.SampleRule;

/// <summary>Explains itself without a sum of its own: values from the steps, operations said to give them.</summary>
internal sealed class SampleCommissionResult
{
    private readonly SampleCommission _rule;
    private readonly SampleCommissionSteps _steps;

    public SampleCommissionResult(SampleCommission rule, Money revenue, Money returns, SampleCommissionSteps steps)
    {
        _rule = rule;
        Revenue = revenue;
        Returns = returns;
        _steps = steps;
    }

    public Money Revenue { get; }

    public Money Returns { get; }

    public Money Commission => _steps.Commission;

    public Explanation Explain() =>
        Node("commission", _steps.Commission, Operation.Round(_rule.Rounding),
            Node("after gate", _steps.Gated, Operation.Product,
                Node("graduated", _steps.Tiered, Operation.Graduated(_rule.Tiers),
                    Node("basis", _steps.Basis, Operation.Difference, Fact("revenue", Revenue), Fact("returns", Returns))),
                Constant("gate", _rule.Gate)));
}
