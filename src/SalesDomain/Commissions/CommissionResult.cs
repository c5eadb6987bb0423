using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What a payee has earned to date in a measurement period, component by component.</summary>
/// <remarks>
/// It is earned, not paid: holdback, draw, debit balance and what was paid before are the matter of the account. Made by
/// <see cref="CommissionPlan"/>. Equality is by plan, period, terms and figures, from which all else follows.
/// </remarks>
public sealed partial class CommissionResult : IEquatable<CommissionResult>
{
    private readonly PlanSteps _steps;
    private readonly ComponentResult[] _components;

    internal CommissionResult(CommissionPlan plan, DateSpan period, CommissionTerms terms, CommissionFigures figures, PlanSteps steps)
    {
        Plan = plan;
        Period = period;
        Terms = terms;
        Figures = figures;
        _steps = steps;
        _components = new ComponentResult[plan.Components.Count];
        for (var i = 0; i < _components.Length; i++)
            _components[i] = new ComponentResult(this, plan.Components[i], i);
        CostOfFunds = plan.CostOfFunds is null ? null : new FundsDeduction(this, OfComponents);
        Earned = CostOfFunds?.Amount is { } taken ? OfComponents - taken : OfComponents;
    }

    /// <summary>The plan.</summary>
    public CommissionPlan Plan { get; }

    /// <summary>The measurement period.</summary>
    public DateSpan Period { get; }

    /// <summary>The payee's terms.</summary>
    public CommissionTerms Terms { get; }

    /// <summary>What was sold, and the figures.</summary>
    public CommissionFigures Figures { get; }

    /// <summary>What each component has earned, in the order of the plan.</summary>
    public IReadOnlyList<ComponentResult> Components => Array.AsReadOnly(_components);

    /// <summary>
    /// What all components have earned to date, rounded, less <see cref="CostOfFunds"/>; what of these is not known is left out.
    /// </summary>
    public Money Earned { get; }

    /// <summary>What is taken from it for money that came in late; null where the plan takes nothing.</summary>
    public FundsDeduction? CostOfFunds { get; }

    /// <summary>Whether every component has a figure, and the cost of funds.</summary>
    public bool IsComplete => AreComponentsKnown && (CostOfFunds is null || CostOfFunds.Amount is not null);

    /// <summary>
    /// Why components pay what they do, each with its name: <c>commission.unknown-figures</c>, <c>commission.below-threshold</c> with level
    /// and threshold, <c>commission.no-quota</c> with the policy, <c>commission.level-capped</c>, <c>commission.component-capped</c>,
    /// <c>commission.floor</c>, <c>commission.gated</c>, <c>commission.figure-missing</c>, <c>commission.no-factor</c>,
    /// <c>commission.no-individual-rate</c>, <c>commission.outside-curve</c>, <c>commission.outside-matrix</c>,
    /// <c>commission.deal-capped</c>, <c>commission.below-steps</c> and <c>commission.above-steps</c> where a level lies in no tier,
    /// <c>commission.no-level</c> where a base is paid at the lowest rate, and
    /// <c>commission.share-of-cap</c>; <c>commission.plan-capped</c> with the sum and the cap; and of a plan with a cap
    /// <c>commission.cap-without</c> for each component that is not known, with what stands of it where that is stated; and the reasons of
    /// <see cref="FundsDeduction.Reasons"/>.
    /// </summary>
    public IReadOnlyList<Reason> Reasons
    {
        get
        {
            var reasons = _components.SelectMany(component => component.Reasons).ToList();
            if (_steps.ToShare is not null)
            {
                reasons.Add(new Reason(
                    "commission.plan-capped", ("sum", new Money(_steps.Sum, Plan.Currency)),
                    ("cap", new Money(_steps.Cap!.Value, Plan.Currency))));
            }

            if (_steps.Cap is not null)
                reasons.AddRange(_components.Where(component => component.Earned is null).Select(WithoutKnowing));
            reasons.AddRange(CostOfFunds?.Reasons ?? []);
            return reasons.AsReadOnly();
        }
    }

    internal PlanSteps Steps => _steps;

    internal bool AreComponentsKnown => Array.TrueForAll(_steps.Earned, earned => earned is not null);

    private Money OfComponents => new(_steps.Total, Plan.Currency);

    private static Reason WithoutKnowing(ComponentResult component) =>
        component.Standing is { } standing
            ? new Reason("commission.cap-without", ("component", component.Component.Name), ("standing", standing))
            : new Reason("commission.cap-without", ("component", component.Component.Name));

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A result.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionResult? left, CommissionResult? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A result.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionResult? left, CommissionResult? right) => !(left == right);

    /// <summary>What a component has earned.</summary>
    /// <param name="component">Its name.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan has no such component.</exception>
    public ComponentResult Of(string component)
    {
        Guard.Against.Null(component);
        return Array.Find(_components, each => string.Equals(each.Component.Name, component, StringComparison.Ordinal))
            ?? throw Guards.Invalid(nameof(component), "'" + component + "'", "must be a component of '" + Plan.Name + "'");
    }

    /// <summary>What an account settles: what is earned to date of each component, or that it is not known.</summary>
    /// <param name="byCredit">
    /// Whether each credited line is told apart, so that a claw-back takes back at the rate the line was paid with. It needs credits that
    /// were kept: <see cref="CommissionPlan.Sum(DateSpan, IEnumerable{SalesCredit})"/>. What belongs to no credit is told without a line.
    /// </param>
    /// <returns>
    /// The earnings, component by component, lines in the order of facts; and what is taken as cost of funds, negative, under the component
    /// <c>cost of funds</c>.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// <paramref name="byCredit"/> is true, and a component was summed from credits that were not kept.
    /// </exception>
    public IReadOnlyList<CommissionEarning> ToEarnings(bool byCredit)
    {
        var earnings = new List<CommissionEarning>();
        foreach (var component in _components)
            component.AddEarnings(byCredit, earnings);
        CostOfFunds?.AddEarnings(byCredit, earnings);

        return earnings.AsReadOnly();
    }

    /// <summary>How the commission came about.</summary>
    /// <returns>The components and their sum, and what is taken from it.</returns>
    public Explanation Explain() =>
        CostOfFunds?.Amount is null ? ExplainComponents("commission")
            : Node(
                "commission", Earned, Operation.Difference, ExplainComponents("earned by all components"), CostOfFunds.Explain());

    private Explanation ExplainComponents(string name)
    {
        var known = Array.FindAll(_components, component => component.Earned is not null);
        return Node(
            name, OfComponents, Operation.Sum,
            known.Length > 0 ? Array.ConvertAll(known, component => component.Explain())
                : [Constant("nothing is known", Money.Zero(Plan.Currency))]);
    }

    /// <summary>Whether the other has the same plan, period, terms and figures.</summary>
    /// <param name="other">The result to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionResult? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Plan == other.Plan && Period == other.Period && Terms == other.Terms && Figures == other.Figures);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionResult);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Plan.GetHashCode(), Period.GetHashCode(), Terms.GetHashCode(), Figures.GetHashCode());

    /// <summary>What was earned: <c>Representatives 2026 over 2026-01-01/2026-03-31: CNY 19215.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Plan.NameAndVersion + " over " + Period + ": " + Earned + (IsComplete ? "" : ", incomplete");
}
