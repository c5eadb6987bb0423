using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// One place of a sales plan (计划单元): who answers for it, what is counted, over which days, and for what of it (area, product, customer,
/// channel).
/// </summary>
/// <typeparam name="TOwner">Who or what targets are set for: a salesperson, a position, a territory, the caller's own type.</typeparam>
/// <remarks>
/// Time is the span; area, product and customer are the scope, which reads the same facts that attainment is measured by. A cell is not
/// yet a target: it may have none, which is something else than a target of zero. Immutable; equality is by owner (its own equality),
/// measure, span and scope.
/// </remarks>
public sealed partial class PlanCell<TOwner> : IEquatable<PlanCell<TOwner>>
    where TOwner : notnull
{
    private PlanCell(TOwner owner, Measure measure, DateSpan span, Scope scope)
    {
        Owner = owner;
        Measure = measure;
        Span = span;
        Scope = scope;
    }

    /// <summary>Who answers for the target.</summary>
    public TOwner Owner { get; }

    /// <summary>What is counted, on its tax basis or in its unit.</summary>
    public Measure Measure { get; }

    /// <summary>The days it is counted over, both ends given.</summary>
    public DateSpan Span { get; }

    /// <summary>What is counted of it: areas, products, customers, channels; everything unless stated.</summary>
    public Scope Scope { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A cell.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PlanCell<TOwner>? left, PlanCell<TOwner>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A cell.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PlanCell<TOwner>? left, PlanCell<TOwner>? right) => !(left == right);

    /// <summary>The cell of another owner, otherwise the same.</summary>
    /// <param name="owner">Who answers for it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public PlanCell<TOwner> WithOwner(TOwner owner) => Create(owner, Measure, Span, Scope);

    /// <summary>The cell of another measure, otherwise the same.</summary>
    /// <param name="measure">What is counted.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    public PlanCell<TOwner> WithMeasure(Measure measure) => Create(Owner, measure, Span, Scope);

    /// <summary>The cell of other days, otherwise the same.</summary>
    /// <param name="span">The days, with both ends.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end.</exception>
    public PlanCell<TOwner> WithSpan(DateSpan span) => Create(Owner, Measure, span, Scope);

    /// <summary>The cell for something else of what is sold, otherwise the same.</summary>
    /// <param name="scope">The areas, products, customers and channels.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public PlanCell<TOwner> WithScope(Scope scope) => Create(Owner, Measure, Span, scope);

    /// <summary>Whether the other is of the same owner, measure, span and scope.</summary>
    /// <param name="other">The cell to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PlanCell<TOwner>? other) =>
        other is not null && EqualityComparer<TOwner>.Default.Equals(Owner, other.Owner) && Measure == other.Measure
        && Span == other.Span && Scope == other.Scope;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PlanCell<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(EqualityComparer<TOwner>.Default.GetHashCode(Owner), Measure.GetHashCode(), Span.GetHashCode(), Scope.GetHashCode());

    /// <summary>Owner, measure, days and scope: <c>Li; revenue, without tax; 2026-01-01/2026-03-31; everything</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("; ", InvariantText.Any(Owner), Measure.ToString(), Span.ToString(), Scope.ToString());

    internal static PlanCell<TOwner> Create(TOwner owner, Measure measure, DateSpan span, Scope scope)
    {
        if (owner is null)
            throw new ArgumentNullException(nameof(owner));

        Guard.Against.Null(measure);
        Guard.Against.Null(scope);
        return span.Days is null ? throw Guards.Invalid(nameof(span), span.ToString(), "must have both ends")
            : new PlanCell<TOwner>(owner, measure, span, scope);
    }

    /// <summary>Whether whatever counts for the other counts for this one too.</summary>
    internal bool Covers(PlanCell<TOwner> other) => Measure == other.Measure && Span.Contains(other.Span) && Scope.Contains(other.Scope);

    /// <summary>Whether a fact of this owner could count for both.</summary>
    internal bool Meets(PlanCell<TOwner> other) =>
        EqualityComparer<TOwner>.Default.Equals(Owner, other.Owner) && Measure == other.Measure
        && Span.Overlaps(other.Span) && Scope.Overlaps(other.Scope);

    internal Reason Reason(string code) =>
        new(code, ("owner", InvariantText.Any(Owner)), ("measure", Measure.ToString()),
            ("days", Span.ToString()), ("scope", Scope.ToString()));
}
