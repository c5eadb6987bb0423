using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// A sales plan (销售计划): targets for the cells of one span, how they break down, what must have a target, and what each measure weighs.
/// </summary>
/// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
/// <remarks>
/// <para>
/// A cell has one target or none. Which cells must have one is declared, by a breakdown or by
/// <see cref="WithRequiredCells(PlanCell{TOwner}[])"/>; <see cref="Check"/> says which are empty and where sums differ. A plan under work
/// has gaps, and that is no error: an empty cell is missing and never zero. What was reached of each cell says
/// <see cref="Against(ActualRule, Crediting{TOwner}, System.Collections.Generic.IEnumerable{SalesLine})"/>.
/// </para>
/// <para>
/// A plan is one version. Versions belong in a <see cref="Revisions{T}"/>, which knows from when each is in force and when it was made;
/// <see cref="ChangesTo"/> tells two of them apart. All targets of one measure are in one currency: amounts of other currencies are
/// converted, at the plan's rate, before they are targets.
/// </para>
/// <para>Immutable. Equality is by span, targets, breakdowns, required cells in any order, and weights.</para>
/// </remarks>
public sealed partial class SalesPlan<TOwner> : IEquatable<SalesPlan<TOwner>>
    where TOwner : notnull
{
    private readonly Dictionary<PlanCell<TOwner>, SalesTarget<TOwner>> _byCell;
    private readonly SalesTarget<TOwner>[] _targets;
    private readonly PlanBreakdown<TOwner>[] _breakdowns;
    private readonly PlanCell<TOwner>[] _required;

    private SalesPlan(
        DateSpan span,
        SalesTarget<TOwner>[] targets,
        Dictionary<PlanCell<TOwner>, SalesTarget<TOwner>> byCell,
        PlanBreakdown<TOwner>[] breakdowns,
        PlanCell<TOwner>[] required,
        WeightedMeasures? weights)
    {
        Span = span;
        _targets = targets;
        _byCell = byCell;
        _breakdowns = breakdowns;
        _required = required;
        Weights = weights;
    }

    /// <summary>The days planned.</summary>
    public DateSpan Span { get; }

    /// <summary>The targets, in the order given.</summary>
    public IReadOnlyList<SalesTarget<TOwner>> Targets => Array.AsReadOnly(_targets);

    /// <summary>How targets break down, in the order given.</summary>
    public IReadOnlyList<PlanBreakdown<TOwner>> Breakdowns => Array.AsReadOnly(_breakdowns);

    /// <summary>
    /// The cells that must have a target, each once: those of the breakdowns, whole before parts, then the others that are required.
    /// </summary>
    public IReadOnlyList<PlanCell<TOwner>> RequiredCells => Array.AsReadOnly(_required);

    /// <summary>What each measure weighs, or null where the plan does not weigh them.</summary>
    public WeightedMeasures? Weights { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A plan.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(SalesPlan<TOwner>? left, SalesPlan<TOwner>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A plan.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(SalesPlan<TOwner>? left, SalesPlan<TOwner>? right) => !(left == right);

    /// <summary>The target of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="target">The target, or null when the cell is empty.</param>
    /// <returns>Whether the cell has a target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cell"/> is null.</exception>
    public bool TryTargetOf(PlanCell<TOwner> cell, [NotNullWhen(true)] out SalesTarget<TOwner>? target) =>
        _byCell.TryGetValue(Guard.Against.Null(cell), out target);

    /// <summary>The target of a cell.</summary>
    /// <param name="cell">A cell that has one.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cell"/> is null.</exception>
    /// <exception cref="ArgumentException">The cell is empty.</exception>
    public SalesTarget<TOwner> TargetOf(PlanCell<TOwner> cell) =>
        TryTargetOf(cell, out var target) ? target : throw Guards.Invalid(nameof(cell), cell.ToString(), "must have a target in this plan");

    /// <summary>Whether the other plans the same.</summary>
    /// <param name="other">The plan to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SalesPlan<TOwner>? other) =>
        other is not null && Span == other.Span && Weights == other.Weights && _targets.Length == other._targets.Length
        && _required.Length == other._required.Length && _breakdowns.Length == other._breakdowns.Length
        && Array.TrueForAll(_targets, target => other._byCell.TryGetValue(target.Cell, out var same) && target.Amount == same.Amount)
        && new HashSet<PlanBreakdown<TOwner>>(_breakdowns).SetEquals(other._breakdowns)
        && new HashSet<PlanCell<TOwner>>(_required).SetEquals(other._required);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as SalesPlan<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Span.GetHashCode(), _required.Length, _targets.Aggregate(0, (mixed, target) => mixed ^ target.GetHashCode()));

    /// <summary>The span and what there is in it: <c>2026-01-01/2026-12-31: 5 targets, 5 cells required</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Span + ": " + InvariantText.Number(_targets.Length) + " targets, " + InvariantText.Number(_required.Length) + " cells required";

    internal static SalesPlan<TOwner> Empty(DateSpan span) =>
        span.Days is null ? throw Guards.Invalid(nameof(span), span.ToString(), "must have both ends")
            : new SalesPlan<TOwner>(span, [], [], [], [], null);
}
