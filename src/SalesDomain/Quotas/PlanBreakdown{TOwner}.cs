using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// A cell of the plan and the cells below it that are to sum to it (目标分解), along time, owners, areas, products or customers, or several
/// of them at once.
/// </summary>
/// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
/// <remarks>
/// The year by quarters, by areas and by products are three breakdowns of one cell. What would add up to nonsense is refused when it is
/// built: a part beyond the whole, or two parts of one owner that one sale could count for twice. Parts of different owners may cover the
/// same sales, as two people of one area do. Immutable; equality is by name, whole, parts in order, hedge, rounding and over-assignment.
/// </remarks>
public sealed class PlanBreakdown<TOwner> : IEquatable<PlanBreakdown<TOwner>>
    where TOwner : notnull
{
    private readonly PlanCell<TOwner>[] _parts;

    private PlanBreakdown(
        string name,
        PlanCell<TOwner> whole,
        PlanCell<TOwner>[] parts,
        Percentage hedge,
        Rounding? rounding,
        Measured? overAssignment)
    {
        Name = name;
        Whole = whole;
        _parts = parts;
        Hedge = hedge;
        HedgeRounding = rounding;
        OverAssignment = overAssignment;
    }

    /// <summary>Along what it is broken down.</summary>
    public string Name { get; }

    /// <summary>The cell above.</summary>
    public PlanCell<TOwner> Whole { get; }

    /// <summary>The cells below, in the order given.</summary>
    public IReadOnlyList<PlanCell<TOwner>> Parts => Array.AsReadOnly(_parts);

    /// <summary>By how much the parts are to exceed the whole (over-assignment); zero unless declared.</summary>
    public Percentage Hedge { get; }

    /// <summary>How whole × (1 + hedge) is rounded, or null where no hedge is declared.</summary>
    public Rounding? HedgeRounding { get; }

    /// <summary>
    /// By what amount the parts are to exceed the whole, hedge included, besides: what was decided by hand; null unless declared.
    /// </summary>
    public Measured? OverAssignment { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A breakdown.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PlanBreakdown<TOwner>? left, PlanBreakdown<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A breakdown.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PlanBreakdown<TOwner>? left, PlanBreakdown<TOwner>? right) => !(left == right);

    /// <summary>The breakdown with a hedge (over-assignment by a rate): the parts are to sum to whole × (1 + hedge), rounded.</summary>
    /// <param name="hedge">By how much, at least zero; zero takes a declared hedge back to exactly the whole, rounded.</param>
    /// <param name="rounding">How the hedged sum is rounded: to the unit in which the parts are set.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hedge"/> is negative.</exception>
    public PlanBreakdown<TOwner> WithHedge(Percentage hedge, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return hedge >= Percentage.Zero ? new PlanBreakdown<TOwner>(Name, Whole, _parts, hedge, rounding, OverAssignment)
            : throw Guards.OutOfRange(nameof(hedge), hedge.ToString(), "must not be negative");
    }

    /// <summary>
    /// The breakdown with an over-assignment by an amount: the parts are to sum to so much more than the whole, or than whole × (1 +
    /// hedge).
    /// </summary>
    /// <param name="amount">By how much, of the whole's measure; negative where less is given out, as a reserve is kept back.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="amount"/> is the default value.</exception>
    /// <exception cref="MeasureMismatchException"><paramref name="amount"/> is of another measure.</exception>
    /// <exception cref="TaxBasisMismatchException"><paramref name="amount"/> is on another tax basis.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="amount"/> is in another unit.</exception>
    public PlanBreakdown<TOwner> WithOverAssignment(Measured amount)
    {
        Measure.RequireSame(Whole.Measure, MeasuredArgument.Given(amount).Measure, nameof(amount));
        return new PlanBreakdown<TOwner>(Name, Whole, _parts, Hedge, HedgeRounding, amount);
    }

    /// <summary>Whether the other breaks the same cell down into the same cells in the same order, by name and hedge alike.</summary>
    /// <param name="other">The breakdown to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PlanBreakdown<TOwner>? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Whole == other.Whole && Hedge == other.Hedge
        && HedgeRounding == other.HedgeRounding && OverAssignment == other.OverAssignment && _parts.SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PlanBreakdown<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Whole.GetHashCode(), _parts.Length, Hedge.GetHashCode());

    /// <summary>
    /// Name, whole and hedge: <c>by quarter of VP; revenue, without tax; 2026-01-01/2026-12-31; everything, hedge 5%</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + " of " + Whole + (HedgeRounding is null ? "" : ", hedge " + Hedge)
        + (OverAssignment is { } amount ? ", over by " + amount.Value : "");

    internal static PlanBreakdown<TOwner> Create(
        string name, PlanCell<TOwner> whole, PlanCell<TOwner>[] parts, string parameterName = "parts")
    {
        Guard.Against.Null(name);
        Guard.Against.Null(whole);
        var copy = Guard.Against.Nothing(parts, "a target is broken down into at least one");
        Array.ForEach(copy, part => Guard.Against.Null(part, nameof(parts)));
        RequireParts(whole, copy, parameterName);
        return new PlanBreakdown<TOwner>(Identifier.Checked(name), whole, copy, Percentage.Zero, null, null);
    }

    private static void RequireParts(PlanCell<TOwner> whole, PlanCell<TOwner>[] parts, string parameterName)
    {
        foreach (var part in parts)
        {
            if (part == whole)
                throw Guards.Invalid(parameterName, part.ToString(), "must not be the whole itself");
            if (!whole.Covers(part))
                throw Guards.Invalid(parameterName, part.ToString(), "must lie within measure, days and scope of " + whole);
        }

        // Only parts of one owner can count a sale twice: two owners share the facts out between them.
        foreach (var own in parts.GroupBy(part => part.Owner, EqualityComparer<TOwner>.Default))
            RequireApart([.. own.OrderBy(part => part.Span.Start)], parameterName);
    }

    /// <summary>By rising first day each is compared only with those that begin before it ends.</summary>
    private static void RequireApart(PlanCell<TOwner>[] parts, string parameterName)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            for (var j = i + 1; j < parts.Length && parts[j].Span.Start <= part.Span.End; j++)
            {
                var other = parts[j];
                if (part.Meets(other))
                    throw Guards.Invalid(parameterName, part + " and " + other, "must not count one sale twice");
            }
        }
    }
}
