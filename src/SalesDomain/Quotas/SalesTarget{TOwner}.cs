using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>A sales target (销售目标): a number with its measure, an owner who answers for it, its days, and what it covers.</summary>
/// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
/// <remarks>
/// A target that lacks one of the four is a wish. It may be zero (a new hire's first month), which is not the same as no target, and
/// negative (a planned run-down of stock); whether a rule makes sense of that is the rule's business. Immutable; equality is by cell and
/// amount.
/// </remarks>
public sealed class SalesTarget<TOwner> : IEquatable<SalesTarget<TOwner>>
    where TOwner : notnull
{
    private SalesTarget(PlanCell<TOwner> cell, Measured amount)
    {
        Cell = cell;
        Amount = amount;
    }

    /// <summary>Owner, measure, days and scope.</summary>
    public PlanCell<TOwner> Cell { get; }

    /// <summary>What is to be reached.</summary>
    public Measured Amount { get; }

    /// <summary>Who answers for the target.</summary>
    public TOwner Owner => Cell.Owner;

    /// <summary>The days it is counted over.</summary>
    public DateSpan Span => Cell.Span;

    /// <summary>What it covers.</summary>
    public Scope Scope => Cell.Scope;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A target.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(SalesTarget<TOwner>? left, SalesTarget<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A target.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(SalesTarget<TOwner>? left, SalesTarget<TOwner>? right) => !(left == right);

    /// <summary>The target for part of what is sold, otherwise the same.</summary>
    /// <param name="scope">The areas, products, customers and channels it covers.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public SalesTarget<TOwner> WithScope(Scope scope) => new(Cell.WithScope(scope), Amount);

    /// <summary>The target with another number.</summary>
    /// <param name="amount">The number, of the same measure.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="amount"/> is the default value.</exception>
    /// <exception cref="MeasureMismatchException"><paramref name="amount"/> is of another measure.</exception>
    /// <exception cref="TaxBasisMismatchException"><paramref name="amount"/> is on another tax basis.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="amount"/> is in another unit.</exception>
    public SalesTarget<TOwner> WithAmount(Measured amount) => Create(Cell, amount);

    /// <summary>Whether the other sets the same number for the same cell.</summary>
    /// <param name="other">The target to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SalesTarget<TOwner>? other) => other is not null && Amount == other.Amount && Cell == other.Cell;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as SalesTarget<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Cell.GetHashCode(), Amount.GetHashCode());

    /// <summary>The cell and its number: <c>Li; revenue, without tax; 2026-01-01/2026-03-31; everything: CNY 1141000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Cell + ": " + Amount.Value;

    internal static SalesTarget<TOwner> Create(PlanCell<TOwner> cell, Measured amount)
    {
        Guard.Against.Null(cell);
        Measure.RequireSame(cell.Measure, MeasuredArgument.Given(amount).Measure, nameof(amount));
        return new SalesTarget<TOwner>(cell, amount);
    }
}
