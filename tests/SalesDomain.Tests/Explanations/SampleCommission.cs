namespace SalesDomain.Tests.Explanations;

/// <summary>A rule in the shape that every rule of the library has: definition, steps, result, explanation.</summary>
internal sealed class SampleCommission
{
    private readonly AttainmentRate _rates;
    private readonly Percentage _gate;
    private readonly Money _cap;
    private readonly Rounding _rounding;

    internal SampleCommission(AttainmentRate rates, Percentage gate, Money cap, Rounding rounding)
    {
        _rates = rates;
        _gate = gate;
        _cap = cap;
        _rounding = rounding;
    }

    internal Result Evaluate(Money revenue, Money returns, Money quota) =>
        new(this, revenue, returns, quota, Rule(revenue, returns, quota));

    private Steps Rule(Money revenue, Money returns, Money quota)
    {
        var basis = revenue - returns;
        var tiered = _rates.Graduated(basis, quota);
        var gated = tiered * _gate;
        var capped = Money.Min(gated, _cap);
        return new Steps(basis, tiered, gated, capped, capped.Round(_rounding));
    }

    internal readonly record struct Steps(Money Basis, Money Tiered, Money Gated, Money Capped, Money Commission);

    internal sealed class Result
    {
        private readonly SampleCommission _rule;
        private readonly Money _revenue;
        private readonly Money _returns;
        private readonly Money _quota;
        private readonly Steps _steps;

        internal Result(SampleCommission rule, Money revenue, Money returns, Money quota, Steps steps)
        {
            _rule = rule;
            _revenue = revenue;
            _returns = returns;
            _quota = quota;
            _steps = steps;
        }

        internal Money Commission => _steps.Commission;

        internal Explanation Explain() =>
            Explanation.Node("commission", _steps.Commission, Operation.Round(_rule._rounding),
                Explanation.Node("capped", _steps.Capped, Operation.Min,
                    Explanation.Node("after gate", _steps.Gated, Operation.Product,
                        Explanation.Node("graduated", _steps.Tiered, Operation.Graduated(_rule._rates),
                            Explanation.Node("basis", _steps.Basis, Operation.Difference,
                                Explanation.FactSum("revenue", _revenue, 12), Explanation.Fact("returns", _returns)),
                            Explanation.Fact("quota", _quota)),
                        Explanation.Constant("gate", _rule._gate)),
                    Explanation.Constant("cap", _rule._cap)));
    }
}
