using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// What a payee is told of one payout period, or of one run in it: how it opens, what moved, what is paid, how it closes.
/// </summary>
/// <remarks>
/// <para>
/// It is read from an account, <see cref="CommissionAccount.Statement"/>, or from one settlement,
/// <see cref="CommissionSettlement.Statement"/>, say of a true-up that is paid within a month once more, and computes no commission.
/// Several measurement periods and versions of a plan can be in it. What corrects an earlier period stands apart from what is earned: an
/// entry of a line that had an entry in a payout period before, or of a measurement period that was over before this payout period began
/// and had entries then. The total of a quarter that is still open, settled month by month, is no correction. Of one run, entries of
/// earlier runs of its payout period are before it as well.
/// </para>
/// <para>
/// payable = payable before + earned + corrections + claw-backs + share of losses + released + charged to the debit balance + draw advanced
/// and granted − held back − debit balance and draw recovered; what of it is not paid is carried. Immutable. Equality is by account,
/// payout period, settlement, reasons and results.
/// </para>
/// </remarks>
public sealed partial class CommissionStatement : IEquatable<CommissionStatement>
{
    private readonly StatementEntries _entries;
    private readonly Reason[] _reasons;
    private readonly CommissionResult[] _results;

    // Made once, when first asked for; null without results.
    private readonly Lazy<StatementLines>? _lines;

    private CommissionStatement(
        CommissionAccount account, DateSpan payoutPeriod, CommissionSettlement? settlement, StatementEntries entries, Reason[] reasons,
        CommissionResult[] results)
    {
        Account = account;
        PayoutPeriod = payoutPeriod;
        Settlement = settlement;
        _entries = entries;
        _reasons = reasons;
        _results = results;
        if (results.Length > 0)
            _lines = new Lazy<StatementLines>(() => new StatementLines(Account, _entries.All, results));
    }

    /// <summary>The account it is read from.</summary>
    public CommissionAccount Account { get; }

    /// <summary>The payout period.</summary>
    public DateSpan PayoutPeriod { get; }

    /// <summary>The settlement it is of; null where it is of all that was settled in the payout period.</summary>
    public CommissionSettlement? Settlement { get; }

    /// <summary>The balances before the first of its entries.</summary>
    public CommissionBalances Opening => new(Account.Currency, _entries.Before);

    /// <summary>The balances after the last of its entries.</summary>
    public CommissionBalances Closing => new(Account.Currency, _entries.After);

    /// <summary>All its entries, in the order of record.</summary>
    public IReadOnlyList<CommissionEntry> Entries => Array.AsReadOnly(_entries.All);

    /// <summary>
    /// What is earned: each credited line, or component without lines, with its day, base, rate and reasons; not what corrects earlier
    /// periods.
    /// </summary>
    public IReadOnlyList<CommissionEntry> Earnings => Array.AsReadOnly(_entries.Earnings);

    /// <summary>What corrects earlier periods: differences, and entries that are undone and made anew.</summary>
    public IReadOnlyList<CommissionEntry> Corrections => Array.AsReadOnly(_entries.Corrections);

    /// <summary>What was taken back of closed measurement periods, and given back; events of no consequence are not among them.</summary>
    public IReadOnlyList<CommissionEntry> ClawBacks => Array.AsReadOnly(_entries.ClawBacks);

    /// <summary>
    /// The plans of which the statement has entries, <c>Representatives 2026, version 2</c>, in the order of record.
    /// </summary>
    public IReadOnlyList<string> Plans =>
        Array.AsReadOnly(
            _entries.All.Where(entry => entry.Plan is not null)
                .Select(entry => CommissionPlan.Named(entry.Plan!, entry.PlanVersion)).Distinct().ToArray());

    /// <summary>How the disputes about its entries stand: the last status of each, in the order of entries.</summary>
    public IReadOnlyList<CommissionDispute> Disputes =>
        Array.AsReadOnly(
            _entries.All.Select(entry => Account.DisputeOf(entry.Number)).Where(dispute => dispute is not null)
                .Select(dispute => dispute!).ToArray());

    /// <summary>Those disputes that nobody has decided: raised, or under review.</summary>
    public IReadOnlyList<CommissionDispute> OpenDisputes =>
        Array.AsReadOnly(
            Disputes.Where(dispute => dispute.Status is CommissionDisputeStatus.Raised or CommissionDisputeStatus.UnderReview).ToArray());

    /// <summary>What there is to say beside the entries, such as what a settlement did not enter.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>The results whose tiers are shown with the components; none where none were given.</summary>
    public IReadOnlyList<CommissionResult> Results => Array.AsReadOnly(_results);

    /// <summary>The sum of <see cref="Earnings"/>.</summary>
    public Money Earned => In(_entries.Earned);

    /// <summary>The sum of <see cref="Corrections"/>.</summary>
    public Money Corrected => In(_entries.Corrected);

    /// <summary>What can be paid: <see cref="Paid"/> and what is carried, <see cref="Closing"/>'s payable.</summary>
    public Money Payable => In(_entries.Payable);

    /// <summary>What is paid.</summary>
    public Money Paid => Total(CommissionEntryKind.Paid);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A statement.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionStatement? left, CommissionStatement? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A statement.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionStatement? left, CommissionStatement? right) => !(left == right);

    /// <summary>What the entries of a kind come to in the payout period, with the sign of the kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a value of its type.</exception>
    public Money Total(CommissionEntryKind kind) => In(_entries.Moved[(int)Guard.Against.Undefined(kind)]);

    /// <summary>
    /// The tiers that an earned line went through to date: how much of its base was at which rate, before cap, floor, gates and
    /// multipliers.
    /// </summary>
    /// <param name="entry">The number of an entry of the statement.</param>
    /// <returns>
    /// The portions; none where no result was given that came to what is entered of the line with this entry, and where its credits have no
    /// tiers of their own (<see cref="CreditCommission.Portions"/>).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The statement has no entry of that number.</exception>
    public IReadOnlyList<RatePortion> PortionsOf(int entry) =>
        _entries.PlaceOf(entry) is >= 0 and var place
            ? _lines?.Value.PortionsOf(place) ?? Array.AsReadOnly(Array.Empty<RatePortion>())
            : throw Guards.OutOfRange(nameof(entry), InvariantText.Number(entry), "must be the number of an entry of the statement");

    /// <summary>The statement with what there is to say beside its entries, say the reasons of the settlement.</summary>
    /// <param name="reasons">The reasons, in place of any before; none takes them away.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reasons"/> is null.</exception>
    public CommissionStatement Because(params Reason[] reasons) =>
        new(Account, PayoutPeriod, Settlement, _entries, [.. Guard.Against.Null(reasons)], _results);

    /// <summary>
    /// The statement with the results that were settled, which show the level of each component to date and the tiers that it and each
    /// line went through, and from which <see cref="Explain"/> goes on into the plan.
    /// </summary>
    /// <param name="results">The results, in place of any before; those of other plans or periods than its entries show nothing.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="results"/> or a result is null.</exception>
    public CommissionStatement With(params CommissionResult[] results)
    {
        CommissionResult[] copy = [.. Guard.Against.Null(results)];
        Array.ForEach(copy, result => Guard.Against.Null(result, nameof(results)));
        return new CommissionStatement(Account, PayoutPeriod, Settlement, _entries, _reasons, copy);
    }

    /// <summary>Whether the other has the same account, payout period, settlement, reasons and results.</summary>
    /// <param name="other">The statement to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionStatement? other) =>
        ReferenceEquals(this, other)
        || (other is not null && PayoutPeriod == other.PayoutPeriod && Account == other.Account && Settlement == other.Settlement
            && _reasons.SequenceEqual(other._reasons) && _results.SequenceEqual(other._results));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionStatement);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(PayoutPeriod.GetHashCode(), _entries.All.Length, Paid.GetHashCode(), Payable.GetHashCode());

    /// <summary>The statement in plain lines, as it can be printed.</summary>
    /// <returns>The text, the same in every culture, its lines parted by <c>\n</c>.</returns>
    public override string ToString() => new StatementText(this).ToString();

    internal static CommissionStatement Of(CommissionAccount account, DateSpan payoutPeriod)
    {
        if (payoutPeriod.Days is null)
            throw Guards.Invalid(nameof(payoutPeriod), payoutPeriod.ToString(), "must have a first and a last day");

        return new CommissionStatement(account, payoutPeriod, null, StatementEntries.Of(account, payoutPeriod), [], []);
    }

    internal static CommissionStatement Of(CommissionSettlement settlement) =>
        new(settlement.Account, settlement.Run.Period, settlement, StatementEntries.Of(settlement), [.. settlement.Reasons], []);

    internal bool IsOfPlans => _entries.IsOfPlans;

    private Money In(decimal amount) => new(amount, Account.Currency);
}
