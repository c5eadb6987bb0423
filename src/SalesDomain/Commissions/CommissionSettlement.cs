using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What a run enters, from what is earned to what is paid, and the account with it.</summary>
/// <remarks>
/// <para>The steps, in the order in which they are taken; amounts of this run, signed as in <see cref="CommissionEntryKind"/>:</para>
/// <para>
/// payable = <see cref="Carried"/> + <see cref="Earned"/> + <see cref="ClawedBack"/> + <see cref="LossShared"/> + <see cref="Released"/>
/// − <see cref="HeldBack"/>; what is negative is <see cref="DebitCharged"/>; − <see cref="DebitRecovered"/> gives
/// <see cref="BeforeDraw"/>; + <see cref="DrawAdvanced"/> + <see cref="DrawGranted"/> − <see cref="DrawRecovered"/> is
/// <see cref="Paid"/>, or <see cref="CarriedForward"/> where it is below the minimum payout.
/// </para>
/// <para>Immutable. Equality is by account before, run, rules, and entries.</para>
/// </remarks>
public sealed partial class CommissionSettlement : IEquatable<CommissionSettlement>
{
    private readonly SettlementSteps _steps;
    private readonly SettlementDetail _detail;
    private readonly CommissionEntry[] _entries;
    private readonly Reason[] _reasons;

    internal CommissionSettlement(
        CommissionAccount before, CommissionAccount after, PayoutRun run, PayoutRules rules, SettlementSteps steps,
        CommissionEntry[] entries, Reason[] reasons, SettlementDetail detail)
    {
        Before = before;
        Account = after;
        Run = run;
        Rules = rules;
        _steps = steps;
        _entries = entries;
        _reasons = reasons;
        _detail = detail;
    }

    /// <summary>The account before the run.</summary>
    public CommissionAccount Before { get; }

    /// <summary>The account after the run; the same as before where nothing is entered.</summary>
    public CommissionAccount Account { get; }

    /// <summary>What the run was told.</summary>
    public PayoutRun Run { get; }

    /// <summary>The rules it went by.</summary>
    public PayoutRules Rules { get; }

    /// <summary>What was entered, in order; none where nothing differs.</summary>
    public IReadOnlyList<CommissionEntry> Entries => Array.AsReadOnly(_entries);

    /// <summary>What was not entered, and why; see <see cref="CommissionAccount.Settle"/>.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Payable before the run.</summary>
    public Money Carried => In(_steps.Carried);

    /// <summary>Earned to date less entered before, of the measurement periods restated.</summary>
    public Money Earned => In(_steps.Earned);

    /// <summary>Taken back of closed measurement periods, negative; positive where more is given back.</summary>
    public Money ClawedBack => In(_steps.ClawedBack);

    /// <summary>The payee's share of uncollectible amounts, negative.</summary>
    public Money LossShared => In(_steps.LossShared);

    /// <summary>Held back; negative where what was held goes back with what was earned.</summary>
    public Money HeldBack => In(_steps.HeldBack);

    /// <summary>Released of what was held back.</summary>
    public Money Released => In(_steps.Released);

    /// <summary>Forfeited of what was held back.</summary>
    public Money Forfeited => In(_steps.Forfeited);

    /// <summary>What of it all is negative, and goes to the debit balance.</summary>
    public Money DebitCharged => In(_steps.Charged);

    /// <summary>Recovered of the debit balance by commissions.</summary>
    public Money DebitRecovered => In(_steps.DebitRecovered);

    /// <summary>Payable before the draw.</summary>
    public Money BeforeDraw => In(_steps.BeforeDraw);

    /// <summary>Advanced, and owed.</summary>
    public Money DrawAdvanced => In(_steps.Advanced);

    /// <summary>Granted, and not owed.</summary>
    public Money DrawGranted => In(_steps.Granted);

    /// <summary>Recovered of draws owed.</summary>
    public Money DrawRecovered => In(_steps.DrawRecovered);

    /// <summary>Forgiven of draws owed.</summary>
    public Money DrawForgiven => In(_steps.Forgiven);

    /// <summary>Paid; zero or more.</summary>
    public Money Paid => In(_steps.Paid);

    /// <summary>Payable after the run: below the minimum payout, and carried to the next.</summary>
    public Money CarriedForward => In(_steps.CarriedForward);

    /// <summary>Written off of the debit balance; negative where that is undone.</summary>
    public Money WrittenOff => In(_steps.WrittenOff);

    /// <summary>Recovered of the debit balance from fixed pay.</summary>
    public Money Deducted => In(_steps.Deducted);

    /// <summary>
    /// Of a leaver, set off of what is held back against the debit balance and the draw owed; negative where it is owed again.
    /// </summary>
    public Money SetOff => In(_steps.SetOffHeld);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A settlement.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionSettlement? left, CommissionSettlement? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A settlement.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionSettlement? left, CommissionSettlement? right) => !(left == right);

    /// <summary>What the payee is told of this run alone, with its reasons: say of a true-up, apart from the month it is paid in.</summary>
    /// <returns>
    /// The statement; that of all runs of a payout period is <see cref="CommissionAccount.Statement"/>.
    /// </returns>
    public CommissionStatement Statement() => CommissionStatement.Of(this);

    /// <summary>Whether the other enters the same by the same rules into the same account.</summary>
    /// <param name="other">The settlement to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionSettlement? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Before == other.Before && Run == other.Run && Rules == other.Rules
            && _entries.SequenceEqual(other._entries) && _reasons.SequenceEqual(other._reasons));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionSettlement);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Run.GetHashCode(), _entries.Length, Paid.GetHashCode(), Earned.GetHashCode());

    /// <summary>Payout period, what is earned, held back and paid.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Run.Period + ": earned " + Earned + ", held back " + HeldBack + ", paid " + Paid;

    private Money Zero => In(0m);

    private Money In(decimal amount) => new(amount, Account.Currency);
}
