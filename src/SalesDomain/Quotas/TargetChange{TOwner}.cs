using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What a later version of a plan does to one cell.</summary>
/// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
/// <remarks>Immutable; equality is by cell and both numbers.</remarks>
public sealed class TargetChange<TOwner> : IEquatable<TargetChange<TOwner>>
    where TOwner : notnull
{
    internal TargetChange(PlanCell<TOwner> cell, Measured? before, Measured? after)
    {
        Cell = cell;
        Before = before;
        After = after;
        Change = after - before;
    }

    /// <summary>The cell.</summary>
    public PlanCell<TOwner> Cell { get; }

    /// <summary>The number before, or null where the cell was empty.</summary>
    public Measured? Before { get; }

    /// <summary>The number after, or null where the cell is empty then.</summary>
    public Measured? After { get; }

    /// <summary>After − before, or null where there is only one of them: a new target is not raised from zero.</summary>
    public Measured? Change { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A change.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(TargetChange<TOwner>? left, TargetChange<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A change.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(TargetChange<TOwner>? left, TargetChange<TOwner>? right) => !(left == right);

    /// <summary>The difference, recomputed from both numbers.</summary>
    /// <returns>The explanation, whose figure is <see cref="Change"/>; without one of the numbers a fact that is absent.</returns>
    public Explanation Explain() =>
        Change is { } change
            ? Explanation.Node(
                "change", change.Value, Operation.Difference,
                Explanation.Fact("target after", After!.Value.Value), Explanation.Fact("target before", Before!.Value.Value))
            : Explanation.Fact("change", Figure.Absent);

    /// <summary>Whether the other changes the same cell in the same way.</summary>
    /// <param name="other">The change to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TargetChange<TOwner>? other) =>
        other is not null && Cell == other.Cell && Before == other.Before && After == other.After;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as TargetChange<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Cell.GetHashCode(), Before.GetHashCode(), After.GetHashCode());

    /// <summary>The cell with both numbers: <c>Li; …; everything: CNY 100.00 to CNY 120.00</c>; <c>none</c> where there is none.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Cell + ": " + Figure.OrAbsent(Before?.Value) + " to " + Figure.OrAbsent(After?.Value);
}
