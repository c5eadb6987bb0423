using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>With whom an agreement is made: one customer, or a group whose members buy together.</summary>
/// <remarks>Immutable. Equality is by head, members in their order, and payout.</remarks>
public sealed record RebateParties
{
    private RebateParties(CustomerId head, RebateMember[] members, RebatePayout payout)
    {
        Head = head;
        Members = new ValueList<RebateMember>(members);
        Payout = payout;
    }

    /// <summary>The customer, or the head of the group.</summary>
    public CustomerId Head { get; }

    /// <summary>Whose purchases count, each with the days; the head is among them only if it buys itself.</summary>
    public IReadOnlyList<RebateMember> Members { get; private init; }

    /// <summary>Among whom a rebate is shared.</summary>
    public RebatePayout Payout { get; }

    /// <summary>One customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>The parties.</returns>
    /// <exception cref="System.ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public static RebateParties Of(CustomerId customer)
    {
        Identifier.Given(customer);
        return new RebateParties(customer, [new RebateMember(customer, DateSpan.Always)], RebatePayout.ToHead);
    }

    /// <summary>A group whose members' purchases count together.</summary>
    /// <param name="head">The head of the group.</param>
    /// <param name="payout">Among whom the rebate is shared.</param>
    /// <param name="members">The members, each once, for all days.</param>
    /// <returns>The parties.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="members"/> is null.</exception>
    /// <exception cref="System.ArgumentException">An identifier is the default value, there are no members, or one comes twice.</exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="payout"/> is undefined.</exception>
    public static RebateParties Group(CustomerId head, RebatePayout payout, params CustomerId[] members)
    {
        Guard.Against.Null(members);
        foreach (var member in members)
            Identifier.Given(member, nameof(members));

        return Group(head, payout, System.Array.ConvertAll(members, member => new RebateMember(member, DateSpan.Always)));
    }

    /// <summary>A group whose members join and leave.</summary>
    /// <param name="head">The head of the group.</param>
    /// <param name="payout">Among whom the rebate is shared.</param>
    /// <param name="members">The members, each once, with the days on which they are.</param>
    /// <returns>The parties.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="members"/> is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// An identifier or a member is the default value, there are no members, or one comes twice.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="payout"/> is undefined.</exception>
    public static RebateParties Group(CustomerId head, RebatePayout payout, params RebateMember[] members)
    {
        var copy = Guard.Against.Nothing(members, "there must be at least one member");
        Identifier.Given(head);
        Guard.Against.Undefined(payout);
        foreach (var member in copy)
            Identifier.Given(member.Customer, nameof(members));

        Guard.Against.NameTwice(copy.Select(member => member.Customer.Code), nameof(members));
        return new RebateParties(head, copy, payout);
    }

    /// <summary>The customer, or head, payout and members.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Members.Count == 1 && Members[0].Customer == Head ? Members[0].ToString()
            : Head + " (" + Payout + "): " + RebateText.Listed(Members);
}
