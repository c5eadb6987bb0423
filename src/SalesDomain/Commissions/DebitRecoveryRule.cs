using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>How the debit balance, owed from claw-backs and from what runs come to below zero, is recovered.</summary>
/// <remarks>
/// <para>
/// First from commissions: min(debit balance, share × what becomes payable in the run); of a leaver, where it is set off, all that is
/// payable. Then, where a cap allows it, from fixed pay: what the cap leaves of
/// the wage, which is the fixed pay + the commissions paid in the payout period, and at most the fixed pay itself. A cap that covers
/// commissions (<see cref="DeductionCap.CoveringCommissions"/>) bounds both steps together. A draw is another account, with its own rule.
/// </para>
/// <para>
/// Where only a share of commissions recovers it, or such a cap bounds that, what events take back in a run is owed first, and then
/// recovered of the commissions of that run too: a claw-back of 600 beside new commissions of 1,000 at 50 % pays 500, and 100 stay owed. A
/// true-up of an open measurement period is a smaller earning of the run: minus 600 beside 1,000 pays 400, and only where the run comes to
/// less than zero is that owed. Who wants it owed first settles it in a run by itself before. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed class DebitRecoveryRule : IEquatable<DebitRecoveryRule>
{
    private DebitRecoveryRule(Percentage share, DeductionCap? deduction, BalanceOnLeaving leaving)
    {
        Share = share;
        Deduction = deduction;
        Leaving = leaving;
    }

    /// <summary>All commissions recover it, fixed pay does not: the rule of a run that states none.</summary>
    public static DebitRecoveryRule FromCommissions { get; } = Of(Percentage.OneHundred);

    /// <summary>The share of commissions payable that recovers it.</summary>
    public Percentage Share { get; }

    /// <summary>What may be kept of a month's wage; null where fixed pay is not touched.</summary>
    public DeductionCap? Deduction { get; }

    /// <summary>What becomes of it when the payee leaves.</summary>
    public BalanceOnLeaving Leaving { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DebitRecoveryRule? left, DebitRecoveryRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DebitRecoveryRule? left, DebitRecoveryRule? right) => !(left == right);

    /// <summary>A share of commissions payable recovers it.</summary>
    /// <param name="share">The share, from 0 % to 100 %.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    public static DebitRecoveryRule Of(Percentage share) => new(Guard.Against.NoPart(share), null, BalanceOnLeaving.StaysOwed);

    /// <summary>The rule by which fixed pay recovers it too, under a cap.</summary>
    /// <param name="cap">The cap.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cap"/> is null.</exception>
    public DebitRecoveryRule WithDeduction(DeductionCap cap) => new(Share, Guard.Against.Null(cap), Leaving);

    /// <summary>The rule by which fixed pay is not touched.</summary>
    /// <returns>The changed copy.</returns>
    public DebitRecoveryRule WithoutDeduction() => new(Share, null, Leaving);

    /// <summary>The rule with what becomes of it when the payee leaves.</summary>
    /// <param name="leaving">What becomes of it; it stays owed where nothing is said.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leaving"/> is not a value of its type.</exception>
    public DebitRecoveryRule WithLeaving(BalanceOnLeaving leaving) => new(Share, Deduction, Guard.Against.Undefined(leaving));

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DebitRecoveryRule? other) =>
        other is not null && Share == other.Share && Deduction == other.Deduction && Leaving == other.Leaving;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DebitRecoveryRule);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Share.GetHashCode(), Deduction?.GetHashCode() ?? 0, (int)Leaving);

    /// <summary>The share, the cap and what happens on leaving: <c>100% of commissions</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            Share + " of commissions",
            Deduction is null ? "" : (Deduction.CoversCommissions ? "in all at most " : "of fixed pay at most ") + Deduction,
            Leaving == BalanceOnLeaving.StaysOwed ? "" : "on leaving " + Leaving);
}
