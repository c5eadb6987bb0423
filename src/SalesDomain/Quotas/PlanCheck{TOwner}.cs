using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// How complete a plan is and whether it adds up (计划完整率, 勾稽): the cells that are missing, and the sum of every breakdown.
/// </summary>
/// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
/// <remarks>
/// The codes of <see cref="Reasons"/>: <c>plan.target-missing</c> (owner, measure, days, scope), <c>plan.sum-differs</c> (breakdown, sum,
/// expected, difference; without the parts that are missing), <c>plan.measure-without-target</c> and <c>plan.measure-without-weight</c>
/// (measure), both where the plan weighs its measures.
/// </remarks>
public sealed class PlanCheck<TOwner>
    where TOwner : notnull
{
    private readonly PlanCell<TOwner>[] _missing;
    private readonly PlanSum<TOwner>[] _sums;
    private readonly Reason[] _reasons;

    internal PlanCheck(SalesPlan<TOwner> plan, PlanCell<TOwner>[] missing, PlanSum<TOwner>[] sums)
    {
        Plan = plan;
        _missing = missing;
        _sums = sums;
        RequiredCount = plan.RequiredCells.Count;
        FilledCount = RequiredCount - missing.Length;
        Completeness = Percentage.Ratio(FilledCount, RequiredCount);
        _reasons =
        [
            .. missing.Select(cell => cell.Reason("plan.target-missing")),
            .. sums.SelectMany(sum => sum.Reason() is { } reason ? [reason] : Array.Empty<Reason>()),
            .. OfMeasures(plan),
        ];
    }

    /// <summary>The plan that was checked.</summary>
    public SalesPlan<TOwner> Plan { get; }

    /// <summary>How many cells must have a target.</summary>
    public int RequiredCount { get; }

    /// <summary>How many of them have one; targets of cells that nobody requires do not count.</summary>
    public int FilledCount { get; }

    /// <summary>Filled ÷ required cells, or null where none is required.</summary>
    public Percentage? Completeness { get; }

    /// <summary>The required cells without a target, in the order of <see cref="SalesPlan{TOwner}.RequiredCells"/>.</summary>
    public IReadOnlyList<PlanCell<TOwner>> Missing => Array.AsReadOnly(_missing);

    /// <summary>The sum of every breakdown, in the order of the plan.</summary>
    public IReadOnlyList<PlanSum<TOwner>> Sums => Array.AsReadOnly(_sums);

    /// <summary>What keeps the plan from being whole; none when it is.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>
    /// True when no required target is missing, every sum agrees, and measures and weights go together: the plan can be published.
    /// </summary>
    public bool IsWhole => _reasons.Length == 0;

    /// <summary>The completeness, from the two counts.</summary>
    /// <returns>The explanation, whose figure is <see cref="Completeness"/>.</returns>
    public Explanation Explain() =>
        Node(
            "completeness", Completeness is { } share ? share : Figure.Absent, Operation.Ratio,
            FactSum("filled cells", (decimal)FilledCount, FilledCount), FactSum("required cells", (decimal)RequiredCount, RequiredCount));

    /// <summary>Completeness and the number of reasons: <c>11 of 12 targets, 1 reason</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(FilledCount) + " of " + InvariantText.Number(RequiredCount) + " targets, "
        + InvariantText.Number(_reasons.Length)
        + (_reasons.Length == 1 ? " reason" : " reasons");

    private static IEnumerable<Reason> OfMeasures(SalesPlan<TOwner> plan)
    {
        if (plan.Weights is not { } weights)
            return [];

        var targeted = plan.Targets.Select(target => target.Cell.Measure).Distinct().ToArray();
        return
        [
            .. weights.Measures.Except(targeted)
                .Select(measure => new Reason("plan.measure-without-target", ("measure", measure.ToString()))),
            .. targeted.Except(weights.Measures)
                .Select(measure => new Reason("plan.measure-without-weight", ("measure", measure.ToString()))),
        ];
    }
}
