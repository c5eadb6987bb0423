using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class SalesPlan<TOwner>
{
    /// <summary>The plan with further targets.</summary>
    /// <param name="targets">Targets of cells that are empty, within the span.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="targets"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">
    /// A target lies outside the span or is of a cell that has one: see <see cref="WithRevisedTargets"/>.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">Two targets of one measure are in two currencies.</exception>
    public SalesPlan<TOwner> WithTargets(params SalesTarget<TOwner>[] targets)
    {
        Guard.Against.Null(targets);
        Array.ForEach(targets, target => Guard.Against.Null(target, nameof(targets)));
        return WithTargets(targets, nameof(targets));
    }

    /// <summary>The plan with other numbers for cells that have a target.</summary>
    /// <param name="targets">Targets of cells that have one, each cell once.</param>
    /// <returns>The changed copy; targets keep their place.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="targets"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A cell is empty or comes twice.</exception>
    /// <exception cref="CurrencyMismatchException">Two targets of one measure are then in two currencies.</exception>
    public SalesPlan<TOwner> WithRevisedTargets(params SalesTarget<TOwner>[] targets)
    {
        Guard.Against.Null(targets);
        Array.ForEach(targets, target => Guard.Against.Null(target, nameof(targets)));
        var revised = Indexed(targets, nameof(targets));
        foreach (var cell in revised.Keys.Where(cell => !_byCell.ContainsKey(cell)))
            throw Guards.Invalid(nameof(targets), cell.ToString(), "must be of a cell that has a target");

        var all = Array.ConvertAll(_targets, target => revised.TryGetValue(target.Cell, out var other) ? other : target);
        return new SalesPlan<TOwner>(Span, all, Indexed(all, nameof(targets)), _breakdowns, _required, Weights);
    }

    /// <summary>The plan without the targets of some cells: these are empty then, and missing where they are required.</summary>
    /// <param name="cells">The cells; one that is empty already stays so.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> or one of them is null.</exception>
    public SalesPlan<TOwner> WithoutTargets(params PlanCell<TOwner>[] cells)
    {
        var gone = new HashSet<PlanCell<TOwner>>(Given(cells, nameof(cells)));
        var all = Array.FindAll(_targets, target => !gone.Contains(target.Cell));
        return new SalesPlan<TOwner>(Span, all, Indexed(all, nameof(cells)), _breakdowns, _required, Weights);
    }

    /// <summary>The plan with further breakdowns; their cells are required from then on.</summary>
    /// <param name="breakdowns">Breakdowns within the span, one of a name and whole.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="breakdowns"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A breakdown lies outside the span, or one of its name and whole is there.</exception>
    /// <exception cref="CurrencyMismatchException">An over-assignment is in another currency than the targets of its measure.</exception>
    public SalesPlan<TOwner> WithBreakdowns(params PlanBreakdown<TOwner>[] breakdowns)
    {
        Guard.Against.Null(breakdowns);
        Array.ForEach(breakdowns, breakdown => Guard.Against.Null(breakdown, nameof(breakdowns)));
        PlanBreakdown<TOwner>[] all = [.. _breakdowns, .. breakdowns];
        RequireOneCurrency(_targets, all, nameof(breakdowns));
        var names = new HashSet<(PlanCell<TOwner>, string)>();
        foreach (var breakdown in all)
        {
            if (!names.Add((breakdown.Whole, breakdown.Name)))
                throw Guards.Invalid(nameof(breakdowns), breakdown.ToString(), "must have each name once for a whole");
        }

        return Requiring(all, breakdowns.SelectMany(breakdown => breakdown.Parts.Prepend(breakdown.Whole)), nameof(breakdowns));
    }

    /// <summary>The plan in which further cells must have a target.</summary>
    /// <param name="cells">The cells, within the span; one that is required already stays so.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A cell lies outside the span.</exception>
    public SalesPlan<TOwner> WithRequiredCells(params PlanCell<TOwner>[] cells) =>
        Requiring(_breakdowns, Given(cells, nameof(cells)), nameof(cells));

    /// <summary>The plan with weights for its measures, in place of those before.</summary>
    /// <param name="weights">The measures that count, with their weights.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    public SalesPlan<TOwner> WithWeights(WeightedMeasures weights) =>
        new(Span, _targets, _byCell, _breakdowns, _required, Guard.Against.Null(weights));

    /// <summary>What a later version changes: numbers that differ, targets that are new and targets that are gone.</summary>
    /// <param name="other">The later version.</param>
    /// <returns>
    /// The changes in the order of this plan's targets, new ones after them in the order of the other's; none when all targets agree.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public IReadOnlyList<TargetChange<TOwner>> ChangesTo(SalesPlan<TOwner> other)
    {
        Guard.Against.Null(other);
        var changes = new List<TargetChange<TOwner>>();
        foreach (var target in _targets)
        {
            var after = other._byCell.TryGetValue(target.Cell, out var same) ? same : null;
            if (after?.Amount != target.Amount)
                changes.Add(new TargetChange<TOwner>(target.Cell, target.Amount, after?.Amount));
        }

        changes.AddRange(other._targets.Where(target => !_byCell.ContainsKey(target.Cell))
            .Select(target => new TargetChange<TOwner>(target.Cell, null, target.Amount)));
        return changes.AsReadOnly();
    }

    /// <summary>Which required cells are empty, what each breakdown sums to, and whether measures and weights go together.</summary>
    /// <returns>The check of this plan as it is.</returns>
    public PlanCheck<TOwner> Check()
    {
        var missing = Array.FindAll(_required, cell => !_byCell.ContainsKey(cell));
        var sums = Array.ConvertAll(_breakdowns, breakdown => PlanSum<TOwner>.Of(breakdown, AmountOf));
        return new PlanCheck<TOwner>(this, missing, sums);
    }

    internal SalesPlan<TOwner> WithTargets(SalesTarget<TOwner>[] targets, string parameterName)
    {
        SalesTarget<TOwner>[] all = [.. _targets, .. targets];
        return new SalesPlan<TOwner>(Span, all, Indexed(all, parameterName), _breakdowns, _required, Weights);
    }

    private Measured? AmountOf(PlanCell<TOwner> cell) => _byCell.TryGetValue(cell, out var target) ? target.Amount : null;

    private SalesPlan<TOwner> Requiring(PlanBreakdown<TOwner>[] breakdowns, IEnumerable<PlanCell<TOwner>> cells, string parameterName)
    {
        var required = new List<PlanCell<TOwner>>(_required);
        var known = new HashSet<PlanCell<TOwner>>(_required);
        foreach (var cell in cells)
        {
            if (!Span.Contains(cell.Span))
                throw Guards.Invalid(parameterName, cell.ToString(), "must lie within the plan's days " + Span);
            if (known.Add(cell))
                required.Add(cell);
        }

        return new SalesPlan<TOwner>(Span, _targets, _byCell, breakdowns, [.. required], Weights);
    }

    private Dictionary<PlanCell<TOwner>, SalesTarget<TOwner>> Indexed(SalesTarget<TOwner>[] targets, string parameterName)
    {
        var byCell = new Dictionary<PlanCell<TOwner>, SalesTarget<TOwner>>(targets.Length);
        foreach (var target in targets)
        {
            var cell = target.Cell;
            if (!Span.Contains(cell.Span))
                throw Guards.Invalid(parameterName, cell.ToString(), "must lie within the plan's days " + Span);
            if (byCell.ContainsKey(cell))
                throw Guards.Invalid(parameterName, cell.ToString(), "must have one target a cell");

            byCell.Add(cell, target);
        }

        RequireOneCurrency(targets, _breakdowns, parameterName);
        return byCell;
    }

    private static void RequireOneCurrency(SalesTarget<TOwner>[] targets, PlanBreakdown<TOwner>[] breakdowns, string parameterName)
    {
        var firsts = new Dictionary<Measure, Measured>();
        var overAssigned = breakdowns.Where(breakdown => breakdown.OverAssignment.HasValue)
            .Select(breakdown => breakdown.OverAssignment!.Value);
        foreach (var amount in targets.Select(target => target.Amount).Concat(overAssigned))
        {
            if (firsts.TryGetValue(amount.Measure, out var first))
                Measured.RequireSame(first, amount, parameterName);
            else
                firsts.Add(amount.Measure, amount);
        }
    }

    private static ReadOnlyCollection<PlanCell<TOwner>> Given(PlanCell<TOwner>[] cells, string parameterName)
    {
        Guard.Against.Null(cells, parameterName);
        Array.ForEach(cells, cell => Guard.Against.Null(cell, parameterName));
        return Array.AsReadOnly(cells);
    }
}
