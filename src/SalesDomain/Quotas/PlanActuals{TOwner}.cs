using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>A plan against what was sold and collected (计划与实际): each cell with its actual and attainment, and what is in no cell.</summary>
/// <typeparam name="TOwner">Who or what targets are set for, and facts are credited to.</typeparam>
/// <remarks>
/// <para>
/// A fact counts to a cell when it is credited to the cell's owner, or, where the crediting is rolled up, to somebody below; counts in the
/// cell's span, and is in its scope. Cells overlap, the year and its quarters, the area and its products: each has what is in it, and no
/// sum over all cells means anything. The parts of a breakdown that leaves nothing out sum to their whole.
/// </para>
/// <para>
/// Of each measure, all that counts by its rule in the days of the plan is in <see cref="ActualsOf"/>; it is
/// <see cref="InCellsOf"/>, each fact once, + <see cref="OutsideCellsOf"/> + what is unassigned + what is over-assigned. Sales without a
/// target are shown, never dropped.
/// </para>
/// <para>
/// The codes of <see cref="Reasons"/>: <c>plan.measure-without-rule</c> (measure), whose cells have no known actual;
/// <c>plan.outside-cells</c> (measure, facts, amount); and those of the <see cref="Actuals{TOwner}"/> of each measure about facts that
/// count and are nobody's or of unknown value, with the measure first. Equality is by reference. Made by <see cref="SalesPlan{TOwner}"/>.
/// </para>
/// </remarks>
public sealed class PlanActuals<TOwner>
    where TOwner : notnull
{
    private readonly Dictionary<Measure, MeasuredCells<TOwner>> _byMeasure;
    private readonly Measure[] _withoutRule;

    internal PlanActuals(
        SalesPlan<TOwner> plan, PlanCell<TOwner>[] cells, Crediting<TOwner> crediting, Dictionary<Measure, MeasuredCells<TOwner>> byMeasure)
    {
        Plan = plan;
        Crediting = crediting;
        _byMeasure = byMeasure;
        _withoutRule = [.. cells.Select(cell => cell.Measure).Distinct().Where(measure => !byMeasure.ContainsKey(measure))];

        // In the order of the plan, since cells have none of their own; those of a measure stand in that order too. Targets come first.
        var attainments = new Dictionary<PlanCell<TOwner>, Attainment>(cells.Length);
        var targets = plan.Targets;
        var next = byMeasure.Keys.ToDictionary(measure => measure, _ => 0);
        for (var i = 0; i < cells.Length; i++)
        {
            var (cell, quota) = (cells[i], i < targets.Count ? targets[i].Amount : (Measured?)null);
            attainments.Add(
                cell, byMeasure.TryGetValue(cell.Measure, out var measured) ? measured.Sums[next[cell.Measure]++].Against(quota)
                    : Attainment.Of(null, quota));
        }

        Attainments = new Attainments<PlanCell<TOwner>>(attainments);
    }

    /// <summary>The plan.</summary>
    public SalesPlan<TOwner> Plan { get; }

    /// <summary>To whom facts counted.</summary>
    public Crediting<TOwner> Crediting { get; }

    /// <summary>
    /// The actual and attainment of every cell: first those with a target, in the order of the plan, then those that require one and have
    /// none. A target of zero gives no attainment, and neither does a cell of a measure without a rule.
    /// </summary>
    public Attainments<PlanCell<TOwner>> Attainments { get; }

    /// <summary>The measures of which a rule was given.</summary>
    public IReadOnlyList<Measure> Measures => Array.AsReadOnly([.. _byMeasure.Keys]);

    /// <summary>What a reader has to know: measures without a rule, what is in no cell, and what is nobody's or of unknown value.</summary>
    public IReadOnlyList<Reason> Reasons => AllReasons().ToList().AsReadOnly();

    /// <summary>All that counts by the rule of a measure in the days of the plan, in a cell or not.</summary>
    /// <param name="measure">A measure of which a rule was given.</param>
    /// <returns>The sums by owner, with what is credited to nobody and why other facts do not count.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    /// <exception cref="ArgumentException">No rule of the measure was given.</exception>
    public Actuals<TOwner> ActualsOf(Measure measure) => Of(measure).Actuals;

    /// <summary>
    /// What is in a cell of its owner, or of one above through whom it is rolled up: each fact once, in however many cells.
    /// </summary>
    /// <param name="measure">A measure of which a rule was given.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    /// <exception cref="ArgumentException">No rule of the measure was given.</exception>
    public ActualSum InCellsOf(Measure measure) => Of(measure).InCells;

    /// <summary>What is credited to somebody and is in no cell of theirs: sales that nobody planned.</summary>
    /// <param name="measure">A measure of which a rule was given.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    /// <exception cref="ArgumentException">No rule of the measure was given.</exception>
    public ActualSum OutsideCellsOf(Measure measure) => Of(measure).OutsideCells;

    /// <summary>How the attainment of a cell came about: its facts, and its target.</summary>
    /// <param name="cell">A cell of the plan.</param>
    /// <returns>The explanation; its figure is absent, with the reason, where there is no attainment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cell"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan has no such cell.</exception>
    public Explanation Explain(PlanCell<TOwner> cell) =>
        Attainments.TryOf(Guard.Against.Null(cell), out var attainment) ? attainment.Explain()
            : throw Guards.Invalid(nameof(cell), cell.ToString(), "must be a cell of the plan");

    /// <summary>The attainments, a line a cell, and what is in none, or nobody's.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        Attainments + string.Concat(_byMeasure.Values.Select(each =>
            "outside cells: " + each.OutsideCells + "\n" + Line("unassigned: ", each.Actuals.Unassigned)
            + Line("over-assigned: ", each.Actuals.OverAssigned)));

    private static string Line(string name, ActualSum sum) => sum.FactCount == 0 ? "" : name + sum + "\n";

    private MeasuredCells<TOwner> Of(Measure measure) =>
        _byMeasure.TryGetValue(Guard.Against.Null(measure), out var measured) ? measured
            : throw Guards.Invalid(nameof(measure), measure.ToString(), "must be the measure of a rule that was given");

    private IEnumerable<Reason> AllReasons()
    {
        foreach (var measure in _withoutRule)
            yield return new Reason("plan.measure-without-rule", ("measure", measure.ToString()));
        foreach (var measured in _byMeasure.Values.Where(each => each.OutsideCells.FactCount > 0))
        {
            yield return new Reason(
                "plan.outside-cells", ("measure", measured.Actuals.Rule.Measure.ToString()), ("facts", measured.OutsideCells.FactCount),
                ("amount", measured.OutsideCells.Known.Value));
        }

        foreach (var measured in _byMeasure.Values)
        {
            foreach (var reason in measured.Actuals.ReasonsOfCounted())
            {
                yield return new Reason(
                    reason.Code,
                    [("measure", measured.Actuals.Rule.Measure.ToString()), .. reason.Figures.Select(each => (each.Name, each.Value))]);
            }
        }
    }
}
