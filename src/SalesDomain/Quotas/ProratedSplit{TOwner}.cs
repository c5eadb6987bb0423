using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>A period's quota divided among those who held it one after another; with what is vacant the parts sum to the quota.</summary>
/// <typeparam name="TOwner">The type of the owners.</typeparam>
/// <remarks>
/// Made by <see cref="Proration.Split{TOwner}(Measured, DateSpan, Apportionment, ValueTuple{TOwner, DateSpan}[])"/>. Equality is by rule,
/// quota,
/// period, apportionment and who held it when.
/// </remarks>
public sealed class ProratedSplit<TOwner> : IEquatable<ProratedSplit<TOwner>>
    where TOwner : notnull
{
    private readonly (TOwner Owner, DateSpan Span)[] _held;

    // One a span held, and the last for the days that nobody held.
    private readonly decimal[] _counted;
    private readonly Measured[] _amounts;

    internal ProratedSplit(
        Proration proration, Measured quota, DateSpan period, Apportionment apportionment,
        (TOwner, DateSpan)[] held, int[] counted, int all)
    {
        Proration = proration;
        Quota = quota;
        Period = period;
        Apportionment = apportionment;
        _held = held;
        _counted = [.. counted.Select(count => (decimal)count), all - counted.Sum()];
        _amounts = MeasuredSplit.By(apportionment, quota, _counted);
    }

    /// <summary>The rule.</summary>
    public Proration Proration { get; }

    /// <summary>The quota of the period.</summary>
    public Measured Quota { get; }

    /// <summary>The period.</summary>
    public DateSpan Period { get; }

    /// <summary>How the quota was divided.</summary>
    public Apportionment Apportionment { get; }

    /// <summary>Who held it when, what counted for that, and the part of the quota; in the order given.</summary>
    public IReadOnlyList<(TOwner Owner, DateSpan Span, int Counted, Measured Amount)> Parts =>
        Array.AsReadOnly([.. _held.Select((each, i) => (each.Owner, each.Span, (int)_counted[i], _amounts[i]))]);

    /// <summary>What falls to the days that nobody held; the manager's own plan still carries it.</summary>
    public Measured Vacant => _amounts[_amounts.Length - 1];

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
            : Quota.With(
                _held.Select((each, i) => EqualityComparer<TOwner>.Default.Equals(each.Owner, owner) ? _amounts[i].Amount : 0m).Sum());

    /// <summary>How the parts came about, that of the vacant days last; together they sum to the quota.</summary>
    /// <returns>The explanation, whose figure is the quota again.</returns>
    public Explanation Explain()
    {
        Explanation[] shares =
        [
            Fact("quota", Quota.Value),
            .. _held.Select((each, i) => Fact(
                "counted " + Proration + " for " + InvariantText.Any(each.Owner) + " in " + each.Span, _counted[i])),
            Fact("counted and vacant", _counted[_held.Length]),
        ];
        return Node(
            "all parts", Quota.Value, Operation.Sum,
            [.. _amounts.Select((amount, i) => Node(
                i < _held.Length ? InvariantText.Any(_held[i].Owner) : "vacant", amount.Value,
                Operation.Share(Apportionment, i), shares))]);
    }

    /// <summary>Whether the other is of the same rule, quota, period, apportionment and owners.</summary>
    /// <param name="other">The split to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ProratedSplit<TOwner>? other) =>
        other is not null && Proration == other.Proration && Quota == other.Quota && Period == other.Period
        && Apportionment == other.Apportionment && _held.SequenceEqual(other._held);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProratedSplit<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Quota.GetHashCode(), Period.GetHashCode(), _held.Length);

    /// <summary>Who gets what: <c>S-1 CNY 40.00, S-2 CNY 50.00, vacant CNY 10.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(
            ", ", _held.Select((each, i) => InvariantText.Any(each.Owner) + " " + _amounts[i].Value).Append("vacant " + Vacant.Value));
}
