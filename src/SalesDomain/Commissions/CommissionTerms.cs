using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What a plan leaves to each payee, for one measurement period: quota, target incentive and own rate by component.</summary>
/// <remarks>
/// Quotas and targets are those of the period that is measured, prorated where somebody came, left or was away within it
/// (<see cref="Prorated(Quotas.Proration, DateSpan, DateSpan, Rounding, Rounding)"/>). Immutable. Equality is by all values.
/// </remarks>
public sealed partial class CommissionTerms : IEquatable<CommissionTerms>
{
    private readonly NamedValues<ComponentTerms> _components;

    private CommissionTerms(NamedValues<ComponentTerms> components) => _components = components;

    /// <summary>Nothing agreed beyond the plan.</summary>
    public static CommissionTerms None { get; } = new(NamedValues<ComponentTerms>.None);

    /// <summary>The components for which something is agreed, in the order of their names by character code.</summary>
    public IReadOnlyList<string> Components => _components.Names;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Terms.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionTerms? left, CommissionTerms? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Terms.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionTerms? left, CommissionTerms? right) => !(left == right);

    /// <summary>With the quota of a component.</summary>
    /// <param name="component">The component, not blank.</param>
    /// <param name="quota">The quota; zero is one, and the plan says what it pays.</param>
    /// <returns>The changed copy, in place of a quota before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="component"/> is blank or has outer white space, or <paramref name="quota"/> is the default value.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quota"/> is negative.</exception>
    public CommissionTerms WithQuota(string component, Measured quota)
    {
        var before = Before(component);
        return MeasuredArgument.Given(quota).Amount >= 0m ? With(component, new ComponentTerms(quota, before.Target, before.Rate))
            : throw Guards.OutOfRange(nameof(quota), quota.ToString(), "must not be negative");
    }

    /// <summary>With the target incentive of a component: what it pays at a payout of 100 %.</summary>
    /// <param name="component">The component, not blank.</param>
    /// <param name="target">The target incentive, zero or more.</param>
    /// <returns>The changed copy, in place of a target before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="component"/> is blank or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is negative.</exception>
    public CommissionTerms WithTarget(string component, Money target)
    {
        var before = Before(component);
        return !target.IsNegative ? With(component, new ComponentTerms(before.Quota, target, before.Rate))
            : throw Guards.OutOfRange(nameof(target), target.ToString(), "must not be negative");
    }

    /// <summary>With a payee's own rate for a component.</summary>
    /// <param name="component">The component, not blank.</param>
    /// <param name="rate">The rate.</param>
    /// <returns>The changed copy, in place of a rate before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="component"/> is blank or has outer white space.</exception>
    public CommissionTerms WithRate(string component, Percentage rate)
    {
        var before = Before(component);
        return With(component, new ComponentTerms(before.Quota, before.Target, rate));
    }

    /// <summary>The quota of a component.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The quota, or null for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public Measured? QuotaOf(string component) => Of(Guard.Against.Null(component))?.Quota;

    /// <summary>The target incentive of a component.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The target incentive, or null for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public Money? TargetOf(string component) => Of(Guard.Against.Null(component))?.Target;

    /// <summary>The payee's own rate for a component.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The rate, or null for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public Percentage? RateOf(string component) => Of(Guard.Against.Null(component))?.Rate;

    /// <summary>Whether the other has the same terms.</summary>
    /// <param name="other">The terms to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionTerms? other) =>
        ReferenceEquals(this, other) || (other is not null && _components.Equals(other._components));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionTerms);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _components.Aggregate(
            0, (hash, each) => Hash.Combine(hash, StringComparer.Ordinal.GetHashCode(each.Key), each.Value.GetHashCode()));

    /// <summary>The terms by component: <c>revenue: quota CNY 1141000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("; ", _components.Select(each => each.Key + ": " + each.Value));

    internal ComponentTerms? Of(string component) => _components.TryGetValue(component, out var terms) ? terms : null;

    private ComponentTerms Before(string component) => Of(Identifier.Checked(component)) ?? new ComponentTerms();

    private CommissionTerms With(string component, ComponentTerms terms) =>
        new(_components.With(component, terms));
}
