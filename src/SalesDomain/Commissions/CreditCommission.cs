using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What one credit earns of a component: its part of what the component has earned.</summary>
/// <remarks>
/// <para>
/// The parts sum to what the component has earned, to the cent, whatever is between: they are the differences of running totals in the
/// order of facts. Where tiers are graduated and level and base are one, a credit has the tiers it moves through; otherwise every
/// credit has its share of the base.
/// </para>
/// <para>Part of a <see cref="ComponentResult"/>. Equality is by reference.</para>
/// </remarks>
public sealed class CreditCommission
{
    private readonly Money _total;
    private readonly Rounding _rounding;
    private readonly CreditSteps _steps;

    internal CreditCommission(SalesCredit credit, Measured @base, Money total, Rounding rounding, CreditSteps steps)
    {
        _total = total;
        _rounding = rounding;
        Credit = credit;
        Base = @base;
        _steps = steps;
    }

    /// <summary>The credit.</summary>
    public SalesCredit Credit { get; }

    /// <summary>What of it is in the base.</summary>
    public Measured Base { get; }

    /// <summary>What it earns, rounded; negative for a return.</summary>
    public Money Earned => In(_steps.Earned);

    /// <summary>
    /// What it earns ÷ its base, before the rounding, in plain numbers; null where that is zero: the rate by which a claw-back
    /// takes back.
    /// </summary>
    public Percentage? EffectiveRate => _steps.Rate;

    /// <summary>How it came about.</summary>
    /// <returns>The running totals before and after the credit, and their difference.</returns>
    public Explanation Explain() =>
        Node(
            Credit.Line.ToString(), Earned, Operation.Difference, ExplainTotal("with it", _steps.After),
            ExplainTotal("before it", _steps.Before));

    /// <summary>The credit and what it earns: <c>SO-17/1: CNY 60.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Credit.Line + ": " + Earned;

    private Explanation ExplainTotal(string name, RunningShare total) =>
        Node(
            name, In(total.Rounded), Operation.Round(_rounding),
            _steps.IsWhole || _steps.Weight == 0m ? Fact(name + ", exact", In(total.Exact))
                : Node(
                    name + ", exact", In(total.Exact), Operation.Product,
                    Fact("the component", _total),
                    Node("share", total.Share, Operation.Ratio, Fact(name + ", of", total.Weight), Fact("of all", _steps.Weight))));

    private Money In(decimal amount) => new(amount, _total.Currency);
}
