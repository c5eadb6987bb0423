using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>Several rebates on one sale, in the order that was agreed: the same deals always give the same total.</summary>
/// <remarks>
/// <para>
/// Each deal is of the whole amount, or of what the earlier ones that reduce left of it; it is rounded once. The order changes the total
/// (four deals of 10, 15, 20 and 25 % on 1,000 give 610, 625, 630 or 650), so it is part of the agreement, and
/// <see cref="OtherOrders"/> shows what the others would give.
/// </para>
/// <para>Immutable. Equality is by rounding and deals in their order.</para>
/// </remarks>
public sealed class RebateSequence : IEquatable<RebateSequence>
{
    private const int MostDeals = 7;

    private readonly RebateSequenceDeal[] _deals;

    private RebateSequence(Rounding rounding, RebateSequenceDeal[] deals)
    {
        Rounding = rounding;
        _deals = deals;
    }

    /// <summary>How each rebate is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>The deals, in their order.</summary>
    public IReadOnlyList<RebateSequenceDeal> Deals => Array.AsReadOnly(_deals);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A sequence.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RebateSequence? left, RebateSequence? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A sequence.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RebateSequence? left, RebateSequence? right) => !(left == right);

    /// <summary>Deals in their order.</summary>
    /// <param name="rounding">How each rebate is rounded.</param>
    /// <param name="deals">The deals, the first first, each name once.</param>
    /// <returns>The sequence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/>, <paramref name="deals"/> or a deal is null.</exception>
    /// <exception cref="ArgumentException">There are no deals, or two have one name.</exception>
    public static RebateSequence Of(Rounding rounding, params RebateSequenceDeal[] deals)
    {
        var copy = Guard.Against.Nothing(deals, "a sequence has at least one deal");
        Array.ForEach(copy, deal => Guard.Against.Null(deal, nameof(deals)));
        Guard.Against.Null(rounding);
        Guard.Against.NameTwice(copy.Select(deal => deal.Name), nameof(deals));
        return new RebateSequence(rounding, copy);
    }

    /// <summary>What the deals give on an amount, in their order.</summary>
    /// <param name="amount">The amount of the sale; of a return it is below zero, and so are the rebates.</param>
    /// <returns>The result.</returns>
    public RebateSequenceResult Evaluate(Money amount) => new(this, amount);

    /// <summary>What the same deals give in every other order, so that a change of order is seen for what it is.</summary>
    /// <param name="amount">The amount of the sale.</param>
    /// <returns>One result for each total that another order gives and this one does not, by total.</returns>
    /// <exception cref="InvalidOperationException">There are more than seven deals, whose orders are too many to show.</exception>
    public IReadOnlyList<RebateSequenceResult> OtherOrders(Money amount)
    {
        if (_deals.Length > MostDeals)
        {
            throw new InvalidOperationException(
                InvariantText.Number(_deals.Length) + " deals have too many orders to show; ask for at most "
                + InvariantText.Number(MostDeals) + ".");
        }

        var own = Evaluate(amount).Total;
        return Array.AsReadOnly(
            Orders(_deals).Select(deals => new RebateSequence(Rounding, deals).Evaluate(amount)).Where(result => result.Total != own)
                .GroupBy(result => result.Total).Select(group => group.First()).OrderBy(result => result.Total).ToArray());
    }

    /// <summary>Whether the other has the same rounding and deals in the same order.</summary>
    /// <param name="other">The sequence to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RebateSequence? other) =>
        other is not null && Rounding == other.Rounding && _deals.SequenceEqual(other._deals);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RebateSequence);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _deals.Aggregate(Rounding.GetHashCode(), (hash, deal) => Hash.Combine(hash, deal.GetHashCode()));

    /// <summary>The deals in their order, and the rounding.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("; ", _deals.Select(deal => deal.ToString())) + "; rounded " + Rounding;

    // Every order, the one given first.
    private static IEnumerable<RebateSequenceDeal[]> Orders(RebateSequenceDeal[] deals)
    {
        if (deals.Length == 1)
        {
            yield return deals;
            yield break;
        }

        foreach (var first in deals)
        {
            foreach (var rest in Orders(Array.FindAll(deals, deal => deal != first)))
                yield return [first, .. rest];
        }
    }
}
