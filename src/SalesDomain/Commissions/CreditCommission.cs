using System;
using System.Collections.Generic;
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
    private const string ComponentName = "the component";

    private readonly ComponentResult _component;
    private readonly Money _total;
    private readonly Rounding _rounding;
    private readonly CreditSteps _steps;

    internal CreditCommission(
        ComponentResult component, SalesCredit credit, Measured @base, Money total, Rounding rounding, CreditSteps steps)
    {
        _component = component;
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

    /// <summary>
    /// The tiers it went through: how much of the base was at which rate, before cap, floor, gates and multipliers; negative for a return.
    /// Several where tiers are graduated and level and base are one; one where one rate holds for all; none otherwise, and where the base
    /// is no money.
    /// </summary>
    public IReadOnlyList<RatePortion> Portions =>
        _component.IsMarginal && _steps.LevelBefore is { } before ? _component.PortionsBetween(before, _steps.LevelAfter)
        : _component.Rate is { } rate && Base.Measure.Kind == FigureKind.Money
            ? Array.AsReadOnly([new RatePortion(Base.Money, rate)])
        : Array.AsReadOnly(Array.Empty<RatePortion>());

    /// <summary>How it came about.</summary>
    /// <returns>
    /// The running totals before and after the credit, and their difference; each from the tiers, where the credit has its own, and
    /// otherwise as a share of the component.
    /// </returns>
    public Explanation Explain() =>
        Node(
            Credit.Name, Earned, Operation.Difference, ExplainTotal("with it", _steps.After, _steps.LevelAfter),
            ExplainTotal("before it", _steps.Before, _steps.LevelBefore ?? 0m));

    /// <summary>The credit and what it earns: <c>SO-17/1: CNY 60.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Credit.Name + ": " + Earned;

    internal ComponentResult Component => _component;

    /// <summary>With what the component came to, where it is named first.</summary>
    internal Explanation ExplainWholly()
    {
        var isTold = false;
        return Explain().Expand(leaf =>
        {
            if (isTold || leaf.Name != ComponentName)
                return null;

            isTold = true;
            return _component.ExplainToldByCredit() is var told && told.Value == leaf.Value ? told
                : _component.ExplainToldBeforeFloor(leaf.Value);
        });
    }

    private Explanation ExplainTotal(string name, RunningShare total, decimal level) =>
        Node(
            name, In(total.Rounded), Operation.Round(_rounding),
            _steps.IsWhole ? ExplainWeight(name + ", exact", total, level)
            : _steps.Weight == 0m || total.Weight == 0m ? Fact(name + ", exact", In(total.Exact))
            : Node(
                name + ", exact", In(total.Exact), Operation.Product, Fact(ComponentName, _total),
                Node(
                    "share", total.Share, Operation.Ratio, ExplainWeight(name + ", of", total, level),
                    Fact("of all", In(_steps.Weight)))));

    private Explanation ExplainWeight(string name, RunningShare total, decimal level) =>
        _steps.LevelBefore is null || total.Weight == 0m ? Fact(name, In(total.Weight))
            : _component.ExplainAtLevel(name, level, total.Weight);

    private Money In(decimal amount) => new(amount, _total.Currency);
}
