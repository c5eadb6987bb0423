using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What a commission account comes to: the four pockets, and what went into them and out of them.</summary>
/// <remarks>
/// Every entry moves its amount between two pockets, or between a pocket and the outside, so that one identity holds after each:
/// payable + held back − draw owed − debit balance = earned + granted + forgiven + written off + deducted − forfeited − paid.
/// Equality is by all amounts.
/// </remarks>
public sealed class CommissionBalances : IEquatable<CommissionBalances>
{
    private readonly Currency _currency;
    private readonly decimal[] _totals;
    private readonly Money _in;

    internal CommissionBalances(Currency currency, decimal[] totals)
    {
        _currency = currency;
        _totals = totals;
        Payable = In(Movements.Payable.Of(totals));
        HeldBack = In(Movements.HeldBack.Of(totals));
        DrawOwed = In(Movements.DrawOwed.Of(totals));
        Debit = In(Movements.Debit.Of(totals));
        Earned = In(Movements.Earned(totals));
        _in = In(Movements.Payable.In(totals));
    }

    /// <summary>Not paid yet, carried to the next run. Zero or more after a settlement.</summary>
    public Money Payable { get; }

    /// <summary>Held back, and neither released nor forfeited. Zero or more after a settlement.</summary>
    public Money HeldBack { get; }

    /// <summary>Owed of draws. Zero or more after a settlement.</summary>
    public Money DrawOwed { get; }

    /// <summary>The debit balance: owed of claw-backs, and of what runs come to below zero. Zero or more after a settlement.</summary>
    public Money Debit { get; }

    /// <summary>Earned to date, less what was clawed back and the payee's share of losses.</summary>
    public Money Earned { get; }

    /// <summary>Paid to date.</summary>
    public Money Paid => Total(CommissionEntryKind.Paid);

    /// <summary>Given on top of what was earned, by draws that are not recoverable and by guarantees.</summary>
    public Money Granted => Total(CommissionEntryKind.DrawGranted);

    /// <summary>Of draws owed, forgiven.</summary>
    public Money Forgiven => Total(CommissionEntryKind.DrawForgiven);

    /// <summary>Of the debit balance, written off.</summary>
    public Money WrittenOff => Total(CommissionEntryKind.DebitWrittenOff);

    /// <summary>Of the debit balance, kept of fixed pay.</summary>
    public Money Deducted => Total(CommissionEntryKind.DebitDeducted);

    /// <summary>Of what was held back, forfeited.</summary>
    public Money Forfeited => Total(CommissionEntryKind.HoldbackForfeited);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A set of balances.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionBalances? left, CommissionBalances? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A set of balances.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionBalances? left, CommissionBalances? right) => !(left == right);

    /// <summary>The sum of all entries of a kind, with the sign of the kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a value of its type.</exception>
    public Money Total(CommissionEntryKind kind) => In(_totals[(int)Guard.Against.Undefined(kind)]);

    /// <summary>What is payable, from the sums of the kinds of entry.</summary>
    /// <returns>The explanation, whose figure is <see cref="Payable"/>.</returns>
    public Explanation Explain() =>
        Node(
            Movements.Payable.Name, Payable, Operation.Difference,
            [
                Node("went into payable", _in, Operation.Sum, [.. Sums(Movements.Payable.Into)]),
                .. Sums(Movements.Payable.OutOf),
            ]);

    /// <summary>Whether the other has the same amounts.</summary>
    /// <param name="other">The balances to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionBalances? other) =>
        other is not null && _currency == other._currency && _totals.SequenceEqual(other._totals);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionBalances);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Payable.GetHashCode(), HeldBack.GetHashCode(), DrawOwed.GetHashCode(), Debit.GetHashCode());

    /// <summary>The pockets, then earned and paid.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "payable " + Payable + ", held back " + HeldBack + ", draw owed " + DrawOwed + ", debit balance " + Debit + "; earned " + Earned
        + ", paid " + Paid;

    private IEnumerable<Explanation> Sums((string Name, CommissionEntryKind Kind)[] kinds) =>
        kinds.Select(each => Fact(each.Name, Total(each.Kind)));

    private Money In(decimal amount) => new(amount, _currency);
}
