using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>A draw: what is paid at least each payout period, as an advance on commissions to come or as a gift.</summary>
/// <remarks>
/// <para>
/// With E, what is payable in the payout period before the draw, after holdback and debit balance; A, what was earned in it before both,
/// at least zero; and what is owed of earlier draws:
/// </para>
/// <para>
/// need = max(0, draw − E). Of a recoverable draw advance = min(need, ceiling − owed), and granted = max(0, guarantee − (A + advance)),
/// which is not owed. Of one that is not recoverable granted = max(0, draw − A). Recovered = min(owed, share × max(0, E − draw)).
/// </para>
/// <para>
/// A draw that has ended is one of zero: what is owed is recovered on. So it is where the rules of a run have no draw any more. Immutable;
/// equality is by all values.
/// </para>
/// </remarks>
public sealed class DrawRule : IEquatable<DrawRule>
{
    private DrawRule(
        Money amount, bool isRecoverable, Money? ceiling, Money? guarantee, Percentage recoveryShare, BalanceOnLeaving leaving,
        Proration? proration)
    {
        Amount = amount;
        IsRecoverable = isRecoverable;
        Ceiling = ceiling;
        Guarantee = guarantee;
        RecoveryShare = recoveryShare;
        Leaving = leaving;
        Proration = proration;
    }

    /// <summary>What is paid at least each payout period.</summary>
    public Money Amount { get; }

    /// <summary>Whether what is advanced is owed.</summary>
    public bool IsRecoverable { get; }

    /// <summary>The most that may be owed; null where there is no bound.</summary>
    public Money? Ceiling { get; }

    /// <summary>What is paid even when the ceiling is reached, and is not owed then; null where nothing is.</summary>
    public Money? Guarantee { get; }

    /// <summary>The share of what is earned above the draw that recovers what is owed.</summary>
    public Percentage RecoveryShare { get; }

    /// <summary>What becomes of what a leaver owes.</summary>
    public BalanceOnLeaving Leaving { get; }

    /// <summary>
    /// What counts of the payout period in which the payee leaves, up to the last day; null where the run has to say which part is due.
    /// </summary>
    public Proration? Proration { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DrawRule? left, DrawRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DrawRule? left, DrawRule? right) => !(left == right);

    /// <summary>A draw that is owed, and recovered from later commissions.</summary>
    /// <param name="amount">What is paid at least each payout period, zero or more.</param>
    /// <returns>The rule, with no ceiling, and recovering by all that is earned above the draw.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="amount"/> is finer than its currency pays.</exception>
    public static DrawRule Recoverable(Money amount) =>
        new(Payable.NotNegative(amount), true, null, null, Percentage.OneHundred, BalanceOnLeaving.StaysOwed, null);

    /// <summary>A draw that is not owed: what is missing to it is given.</summary>
    /// <param name="amount">What is paid at least each payout period, zero or more.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="amount"/> is finer than its currency pays.</exception>
    public static DrawRule NonRecoverable(Money amount) =>
        new(Payable.NotNegative(amount), false, null, null, Percentage.OneHundred, BalanceOnLeaving.StaysOwed, null);

    /// <summary>The rule with the most that may be owed.</summary>
    /// <param name="ceiling">The bound, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">The draw is not recoverable: nothing is owed of it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ceiling"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="ceiling"/> is finer than its currency pays.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="ceiling"/> is in another currency than the draw.</exception>
    public DrawRule WithCeiling(Money ceiling) =>
        new(Amount, RequireRecoverable(), Checked(ceiling, nameof(ceiling)), Guarantee, RecoveryShare, Leaving, Proration);

    /// <summary>The rule with what is paid even when the ceiling is reached.</summary>
    /// <param name="guarantee">The least, from zero to the draw.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">The draw is not recoverable: all of it is guaranteed.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="guarantee"/> is negative or above the draw.</exception>
    /// <exception cref="ArgumentException"><paramref name="guarantee"/> is finer than its currency pays.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="guarantee"/> is in another currency than the draw.</exception>
    public DrawRule WithGuarantee(Money guarantee)
    {
        RequireRecoverable();
        return Checked(guarantee, nameof(guarantee)) <= Amount
            ? new DrawRule(Amount, IsRecoverable, Ceiling, guarantee, RecoveryShare, Leaving, Proration)
            : throw Guards.OutOfRange(nameof(guarantee), guarantee.ToString(), "must be at most the draw " + Amount);
    }

    /// <summary>The rule with the share of what is earned above the draw that recovers what is owed.</summary>
    /// <param name="share">The share, from 0 % to 100 %; all where nothing is said.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    public DrawRule WithRecoveryShare(Percentage share) =>
        new(Amount, IsRecoverable, Ceiling, Guarantee, Guard.Against.NoPart(share), Leaving, Proration);

    /// <summary>The rule with what becomes of what a leaver owes.</summary>
    /// <param name="leaving">What becomes of it; it stays owed where nothing is said.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leaving"/> is not a value of its type.</exception>
    public DrawRule WithLeaving(BalanceOnLeaving leaving) =>
        new(Amount, IsRecoverable, Ceiling, Guarantee, RecoveryShare, Guard.Against.Undefined(leaving), Proration);

    /// <summary>The rule with what counts of the payout period in which the payee leaves.</summary>
    /// <param name="proration">
    /// How it is counted: draw × what counts up to the last day ÷ what counts in the payout period. A run that says the part goes
    /// before it.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="proration"/> is null.</exception>
    public DrawRule WithProration(Proration proration) =>
        new(Amount, IsRecoverable, Ceiling, Guarantee, RecoveryShare, Leaving, Guard.Against.Null(proration));

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DrawRule? other) =>
        other is not null && Amount == other.Amount && IsRecoverable == other.IsRecoverable && Ceiling == other.Ceiling
        && Guarantee == other.Guarantee && RecoveryShare == other.RecoveryShare && Leaving == other.Leaving
        && Proration == other.Proration;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DrawRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Amount.GetHashCode(), IsRecoverable ? 1 : 0, Ceiling.GetHashCode(), Guarantee.GetHashCode());

    /// <summary>The draw and its terms: <c>CNY 1000.00 recoverable, at most CNY 3000.00 owed</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            Amount + (IsRecoverable ? " recoverable" : " not recoverable"), Ceiling is { } ceiling ? "at most " + ceiling + " owed" : "",
            Guarantee is { } guarantee ? guarantee + " guaranteed" : "",
            RecoveryShare == Percentage.OneHundred ? "" : "recovered by " + RecoveryShare + " of the excess",
            Leaving == BalanceOnLeaving.StaysOwed ? "" : "on leaving " + Leaving,
            Proration is null ? "" : "in the period of leaving " + Proration);

    private bool RequireRecoverable() =>
        IsRecoverable ? true : throw new InvalidOperationException("A draw that is not recoverable is never owed and always guaranteed.");

    private Money Checked(Money amount, string parameterName) =>
        amount.Currency == Amount.Currency ? Payable.NotNegative(amount, parameterName)
            : throw new CurrencyMismatchException(Amount.Currency, amount.Currency, parameterName);
}
