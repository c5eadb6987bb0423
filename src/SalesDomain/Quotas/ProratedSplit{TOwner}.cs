using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// A period's quota divided among those who held it one after another, or together by shares; with what is vacant the parts sum to the
/// quota.
/// </summary>
/// <typeparam name="TOwner">The type of the owners.</typeparam>
/// <remarks>
/// Made by <see cref="Proration.Split{TOwner}(Measured, DateSpan, Rounding, ValueTuple{TOwner, DateSpan}[])"/> and its overloads. Equality
/// is by rule, quota, period, rounding and who held it when.
/// </remarks>
public sealed class ProratedSplit<TOwner> : IEquatable<ProratedSplit<TOwner>>
    where TOwner : notnull
{
    private readonly (TOwner Owner, ProratedPart Part)[] _parts;

    internal ProratedSplit(
        Proration proration, Measured quota, DateSpan period, Rounding rounding, (TOwner Owner, ProratedPart Part)[] parts)
    {
        Proration = proration;
        Quota = quota;
        Period = period;
        Rounding = rounding;
        _parts = parts;
        Assigned = parts.Aggregate(quota.With(0m), (sum, each) => sum + each.Part.Amount);
        Vacant = quota - Assigned;
    }

    /// <summary>The rule.</summary>
    public Proration Proration { get; }

    /// <summary>The quota of the period.</summary>
    public Measured Quota { get; }

    /// <summary>The period.</summary>
    public DateSpan Period { get; }

    /// <summary>How a running total is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>
    /// Who held it, and the part of the quota that falls to the span held; in the order given. With shares, in order of time, one for each
    /// run of days on which the same people held it.
    /// </summary>
    public IReadOnlyList<(TOwner Owner, ProratedPart Part)> Parts => Array.AsReadOnly(_parts);

    /// <summary>The sum of the parts.</summary>
    public Measured Assigned { get; }

    /// <summary>
    /// What falls to the days that nobody held, and to shares that nobody had; the manager's own plan still carries it.
    /// </summary>
    public Measured Vacant { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A split.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ProratedSplit<TOwner>? left, ProratedSplit<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A split.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ProratedSplit<TOwner>? left, ProratedSplit<TOwner>? right) => !(left == right);

    /// <summary>What falls to an owner in all of his spans; zero when he held none.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>The sum of his parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public Measured AmountOf(TOwner owner) =>
        owner is null ? throw new ArgumentNullException(nameof(owner))
            : _parts.Where(each => EqualityComparer<TOwner>.Default.Equals(each.Owner, owner))
                .Aggregate(Quota.With(0m), (sum, each) => sum + each.Part.Amount);

    /// <summary>How the quota was given out, and what is left for the days that nobody held.</summary>
    /// <returns>The explanation, whose figure is <see cref="Vacant"/>.</returns>
    public Explanation Explain() =>
        _parts.Length == 0 ? Fact("vacant", Vacant.Value) : Node(
            "vacant", Vacant.Value, Operation.Difference, Fact("quota", Quota.Value),
            Node("assigned", Assigned.Value, Operation.Sum, [.. _parts.Select(each => each.Part.Explain())]));

    /// <summary>Whether the other is of the same rule, quota, period, rounding and owners.</summary>
    /// <param name="other">The split to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ProratedSplit<TOwner>? other) =>
        other is not null && Proration == other.Proration && Quota == other.Quota && Period == other.Period
        && Rounding == other.Rounding && _parts.SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProratedSplit<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Quota.GetHashCode(), Period.GetHashCode(), _parts.Length);

    /// <summary>Who gets what: <c>S-1 CNY 40.00, S-2 CNY 50.00, vacant CNY 10.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(
            ", ", _parts.Select(each => InvariantText.Any(each.Owner) + " " + each.Part.Amount.Value).Append("vacant " + Vacant.Value));
}
