using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// Which share each family of the range is to have in the total (产品结构目标): pumps 55 % ± 5 points, spare parts at least 15 %.
/// </summary>
/// <typeparam name="TKey">The type of families.</typeparam>
/// <remarks>
/// <para>
/// Shares are of everything that was sold, families without a target included; to look at the planned families among themselves, review
/// <see cref="SalesMix{TKey}.Only"/> of them. A plan that is whole says that nothing is sold beside its families.
/// </para>
/// <para>
/// The targets can be met together, or the plan is refused: what has a corridor is taken at the share it aims at, what has one bound at
/// that bound. Immutable; equality is by measure, targets in their order, and whether it is whole.
/// </para>
/// </remarks>
public sealed class RangePlan<TKey> : IEquatable<RangePlan<TKey>>
    where TKey : notnull
{
    private readonly RangeTarget<TKey>[] _targets;
    private readonly HashSet<TKey> _keys = [];

    internal RangePlan(Measure measure, RangeTarget<TKey>[] targets, string parameterName)
    {
        Measure = measure;
        _targets = targets;
        foreach (var target in targets)
        {
            if (!_keys.Add(target.Key))
                throw Guards.Invalid(parameterName, InvariantText.Any(target.Key), "must have each family once");
        }

        var asked = TotalOf(target => target.Least is not null);
        if (asked > Percentage.OneHundred)
            throw Guards.Invalid(parameterName, asked.ToString(), "must be together at most 100%");
    }

    private RangePlan(RangePlan<TKey> plan)
    {
        Measure = plan.Measure;
        _targets = plan._targets;
        _keys = plan._keys;
        IsWhole = true;
    }

    /// <summary>What the shares are of.</summary>
    public Measure Measure { get; }

    /// <summary>The targets, in the order given.</summary>
    public IReadOnlyList<RangeTarget<TKey>> Targets => Array.AsReadOnly(_targets);

    /// <summary>The families with a target, in the order given.</summary>
    public IReadOnlyList<TKey> Keys => Array.AsReadOnly(Array.ConvertAll(_targets, target => target.Key));

    /// <summary>True when nothing is to be sold beside the families of the plan.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A plan.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RangePlan<TKey>? left, RangePlan<TKey>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A plan.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RangePlan<TKey>? left, RangePlan<TKey>? right) => !(left == right);

    /// <summary>The plan of which nothing is to be sold beside its families.</summary>
    /// <returns>The changed copy. What is sold of another family is then a reason, and the plan is not met.</returns>
    /// <exception cref="InvalidOperationException">
    /// The families cannot be the whole: with corridors alone the shares aimed at do not total exactly 100 %; with targets of at most, and
    /// none of at least, they are together less.
    /// </exception>
    public RangePlan<TKey> AsWhole()
    {
        var total = TotalOf(_ => true);
        var isOpenAbove = Array.Exists(_targets, target => target.Most is null);
        return isOpenAbove || total >= Percentage.OneHundred ? new RangePlan<TKey>(this)
            : throw new InvalidOperationException(
                "The targets total " + total + " and cannot be the whole: what has a corridor is to total exactly 100%.");
    }

    /// <summary>Sets the shares of a mix against the targets.</summary>
    /// <param name="mix">What was sold, by family.</param>
    /// <returns>A line a target, and what is sold without one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mix"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="mix"/> is of another measure, tax basis or unit than the plan.</exception>
    /// <exception cref="OverflowException">A share is too large to be a percentage.</exception>
    public RangeReview<TKey> Review(SalesMix<TKey> mix)
    {
        Measure.RequireSame(Measure, Guard.Against.Null(mix).Known.Measure, nameof(mix));
        return new RangeReview<TKey>(this, mix);
    }

    /// <summary>Whether the other asks the same.</summary>
    /// <param name="other">The plan to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RangePlan<TKey>? other) =>
        other is not null && Measure == other.Measure && IsWhole == other.IsWhole && _targets.SequenceEqual(other._targets);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as RangePlan<TKey>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _targets.Aggregate(
            Hash.Combine(Measure.GetHashCode(), IsWhole ? 1 : 0), (hash, target) => Hash.Combine(hash, target.GetHashCode()));

    /// <summary>
    /// Measure and targets: <c>revenue, without tax: pumps 55%, from 50% to 60%; spare parts at least 15%</c>; a whole plan ends in
    /// <c>; nothing else</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Measure + ": " + string.Join("; ", _targets.Select(target => target.ToString())) + (IsWhole ? "; nothing else" : "");

    internal bool HasTarget(TKey key) => _keys.Contains(key);

    private Percentage TotalOf(Func<RangeTarget<TKey>, bool> counts) =>
        _targets.Where(counts).Aggregate(Percentage.Zero, (sum, target) => sum + target.Share);
}
