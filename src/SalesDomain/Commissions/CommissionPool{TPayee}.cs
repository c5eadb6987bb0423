using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>A team's commission (团队提成, 奖金池) and the share of each member, to the cent.</summary>
/// <typeparam name="TPayee">The type of the members.</typeparam>
/// <remarks>
/// <para>
/// The pool is earned once, by the team's figures through a plan of its own, and then apportioned (largest remainder): the members' shares
/// sum to it. It is not the sum of what each would earn alone; where each is credited and paid alone, there is no pool.
/// </para>
/// <para>
/// The account of a member settles the share as it settles any earning: <see cref="EarningOf"/> to date, less what was paid of it. So
/// weights that change, days present above all, correct earlier runs of the same period. Made by <see cref="CommissionPool"/>. Immutable.
/// Equality is by component, result, members and weights.
/// </para>
/// </remarks>
public sealed class CommissionPool<TPayee> : IEquatable<CommissionPool<TPayee>>
    where TPayee : notnull
{
    private readonly (TPayee Member, decimal Weight)[] _members;
    private readonly Money[] _shares;

    private CommissionPool(string component, CommissionResult earned, (TPayee Member, decimal Weight)[] members)
    {
        Component = component;
        Earned = earned;
        _members = members;
        _shares = Apportionment.ToMinorUnit.Split(earned.Earned, members.Select(each => each.Weight));
    }

    /// <summary>Under which name a share is settled.</summary>
    public string Component { get; }

    /// <summary>What the team has earned.</summary>
    public CommissionResult Earned { get; }

    /// <summary>The members, in the order given.</summary>
    public IReadOnlyList<TPayee> Members => [.. _members.Select(each => each.Member)];

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A pool.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionPool<TPayee>? left, CommissionPool<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A pool.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionPool<TPayee>? left, CommissionPool<TPayee>? right) => !(left == right);

    /// <summary>The weight of a member.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The weight.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="member"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such member.</exception>
    public decimal WeightOf(TPayee member) => _members[PlaceOf(member)].Weight;

    /// <summary>The share of a member.</summary>
    /// <param name="member">The member.</param>
    /// <returns>Pool × weight ÷ all weights, in whole minor units.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="member"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such member.</exception>
    public Money ShareOf(TPayee member) => _shares[PlaceOf(member)];

    /// <summary>What the account of a member settles.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The share as earned to date, by plan and measurement period of the pool.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="member"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such member.</exception>
    public CommissionEarning EarningOf(TPayee member) =>
        CommissionEarning.Of(Earned.Plan.Name, Component, Earned.Period, ShareOf(member)).Of(Earned.Plan.Version)
            .Because([.. Earned.Reasons]);

    /// <summary>How the pool and all shares came about.</summary>
    /// <returns>The shares and their sum, which is the pool.</returns>
    public Explanation Explain() =>
        Node("pool", Earned.Earned, Operation.Sum, [.. Enumerable.Range(0, _members.Length).Select(ExplainShare)]);

    /// <summary>How a member's share came about.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The pool, the weights and the share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="member"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such member.</exception>
    public Explanation Explain(TPayee member) => ExplainShare(PlaceOf(member));

    /// <summary>Whether the other is the same pool of the same members.</summary>
    /// <param name="other">The pool to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionPool<TPayee>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Component, other.Component, StringComparison.Ordinal) && Earned == other.Earned
            && _members.SequenceEqual(other._members));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionPool<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Component), Earned.GetHashCode(), _members.Length);

    /// <summary>The pool and the shares: <c>CNY 10000.00: Lin CNY 6000.00, Wu CNY 4000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Earned.Earned + ": " + string.Join(", ", _members.Select((each, i) => InvariantText.Any(each.Member) + " " + _shares[i]));

    internal static CommissionPool<TPayee> Create(string component, CommissionResult earned, (TPayee Member, decimal Weight)[] members)
    {
        Identifier.Checked(component);
        Guard.Against.Null(earned);
        var copy = Guard.Against.Nothing(members, "a pool has at least one member");
        var seen = new HashSet<TPayee>();
        foreach (var (member, weight) in copy)
        {
            if (member is null)
                throw new ArgumentNullException(nameof(members));
            if (!seen.Add(member))
                throw Guards.Invalid(nameof(members), InvariantText.Any(member), "must have each member once");
            if (weight < 0m)
            {
                throw Guards.OutOfRange(
                    nameof(members), InvariantText.Any(member) + " " + InvariantText.Number(weight), "must not have a negative weight");
            }
        }

        if (Array.TrueForAll(copy, each => each.Weight == 0m))
            throw Guards.Invalid(nameof(members), "0", "must have a weight above zero");

        return earned.IsComplete ? new CommissionPool<TPayee>(component, earned, copy)
            : throw Guards.Invalid(nameof(earned), earned.ToString(), "must be known in all its components");
    }

    private int PlaceOf(TPayee member)
    {
        Guard.Against.Null(member);
        var place = Array.FindIndex(_members, each => EqualityComparer<TPayee>.Default.Equals(each.Member, member));
        return place >= 0 ? place : throw Guards.Invalid(nameof(member), InvariantText.Any(member), "must be a member of the pool");
    }

    private Explanation ExplainShare(int place) =>
        Node(
            "share of " + InvariantText.Any(_members[place].Member), _shares[place], Operation.Share(Apportionment.ToMinorUnit, place),
            [Earned.Explain(), .. _members.Select(each => Fact("weight of " + InvariantText.Any(each.Member), each.Weight))]);
}
