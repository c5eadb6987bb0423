using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>What cases come to.</content>
public sealed partial class DiversionRule
{
    /// <summary>What a dealer owes for a case, by amounts.</summary>
    /// <param name="diversion">The case, of this rule.</param>
    /// <param name="rebate">
    /// The rebate of the dealer for the quarter, or for what period the contract says; zero or more. Of several cases of one period, judge
    /// them by <see cref="PenaltiesFor"/>: it takes the rebate once.
    /// </param>
    /// <param name="agreedDeposit">The deposit that is agreed, of which a share is taken; zero or more.</param>
    /// <param name="balance">The balance of it, from which it is taken; zero or more.</param>
    /// <returns>What is owed, what of it the deposit covers, and what is left.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diversion"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="diversion"/> was judged by another rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the rule.</exception>
    /// <exception cref="OverflowException">A figure does not fit in a decimal.</exception>
    public DiversionPenalty PenaltyFor(DiversionCase diversion, Money rebate, Money agreedDeposit, Money balance)
    {
        Guard.Against.Null(diversion);
        RequireOfThis(diversion, nameof(diversion));
        Required(rebate, nameof(rebate));
        Required(agreedDeposit, nameof(agreedDeposit));
        Required(balance, nameof(balance));
        return Penalty(diversion, new DiversionAccount(rebate, Money.Zero(Currency), 0, agreedDeposit, balance), new DiversionSums());
    }

    /// <summary>What a dealer owes for a case, by how its deposit stands.</summary>
    /// <param name="diversion">The case, of this rule.</param>
    /// <param name="rebate">The rebate of the dealer for the quarter, or for what period the contract says; zero or more.</param>
    /// <param name="deposit">The deposit of the dealer as it stands on the day.</param>
    /// <returns>What is owed, what of it the deposit covers, and what is left.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diversion"/> or <paramref name="deposit"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="diversion"/> was judged by another rule, or <paramref name="deposit"/> is that of another dealer.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rebate"/> is negative.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the rule.</exception>
    /// <exception cref="OverflowException">A figure does not fit in a decimal.</exception>
    public DiversionPenalty PenaltyFor(DiversionCase diversion, Money rebate, DepositStanding deposit)
    {
        Guard.Against.Null(diversion);
        Guard.Against.Null(deposit);
        RequireOfThis(diversion, nameof(diversion));
        if (diversion.Dealer is { } dealer && dealer != deposit.Ledger.Dealer)
            throw Guards.Invalid(nameof(deposit), deposit.Ledger.Dealer.ToString(), "must be that of the dealer " + dealer);

        Required(rebate, nameof(rebate));
        Required(deposit.Balance, nameof(deposit));
        return Penalty(
            diversion, new DiversionAccount(rebate, Money.Zero(Currency), 0, deposit.Ledger.Required, deposit.Balance),
            new DiversionSums());
    }

    /// <summary>
    /// What a dealer owes for the cases of one period, together: each is a case after those of earlier days, their shares never take more
    /// than the whole rebate, and each takes from the deposit what those before it left.
    /// </summary>
    /// <param name="cases">
    /// The cases of the dealer, of this rule, in any order, each finding once, as <c>Judge</c> returns them, those of the look-back too;
    /// those that are not confirmed owe nothing.
    /// </param>
    /// <param name="rebate">The rebate of the dealer for the period; zero or more.</param>
    /// <param name="period">
    /// The period of that rebate: a case found outside of it is passed over, and what was entered for it stays as it is, since it was
    /// reckoned with the rebate of its own period.
    /// </param>
    /// <param name="ledger">The deposit of the dealer.</param>
    /// <param name="on">The day of the entries.</param>
    /// <param name="number">From the number of a finding to that of its entry.</param>
    /// <returns>The penalties, and the ledger with their entries. A penalty that is entered already is not entered again.</returns>
    /// <exception cref="ArgumentNullException">An argument or a case is null.</exception>
    /// <exception cref="ArgumentException">
    /// A case was judged by another rule, is of another dealer than the deposit, or of a finding that another is of; <paramref name="on"/>
    /// is of another calendar; or <paramref name="number"/> gives the default value, or a number that another entry has.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rebate"/> is negative, or <paramref name="on"/> is before the deposit was required.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the rule.</exception>
    /// <exception cref="OverflowException">A figure does not fit in a decimal.</exception>
    public DiversionPenalties PenaltiesFor(
        IEnumerable<DiversionCase> cases, Money rebate, DateSpan period, DepositLedger ledger, LocalDate on,
        Func<DocumentId, DocumentId> number)
    {
        Guard.Against.Null(cases);
        Guard.Against.Null(ledger);
        Guard.Against.Null(number);
        Required(rebate, nameof(rebate));
        Required(ledger.Required, nameof(ledger));
        Guard.Against.OtherCalendar(on);
        if (on < ledger.Since)
            throw Guards.OutOfRange(nameof(on), InvariantText.Date(on), "must not be before " + InvariantText.Date(ledger.Since));

        DiversionCase[] all = [.. cases];
        var findings = new HashSet<DocumentId>();
        Array.ForEach(all, each => Guard.Against.Null(each, nameof(cases)));
        foreach (var each in all)
        {
            RequireOfThis(each, nameof(cases));
            if (each.Dealer is { } dealer && dealer != ledger.Dealer)
                throw Guards.Invalid(nameof(cases), each.ToString(), "must be of the dealer " + ledger.Dealer);
            if (!findings.Add(each.Finding.Id))
                throw Guards.Invalid(nameof(cases), each.ToString(), "must be of each finding once");
        }

        var inOrder = Array.FindAll(all, each => period.Contains(each.Finding.Date));
        Array.Sort(
            inOrder, (left, right) => left.Finding.Date.CompareTo(right.Finding.Date) is not 0 and var order
                ? order : left.Finding.Id.CompareTo(right.Finding.Id));

        // Those of the period that are entered already are taken from the deposit in their turn.
        findings = [.. inOrder.Select(each => each.Finding.Id)];
        var account = new DiversionAccount(rebate, Money.Zero(Currency), 0, ledger.Required, ledger.BalanceWithout(findings, on));
        var (penalties, sums) = (new List<DiversionPenalty>(inOrder.Length), new DiversionSums());
        foreach (var each in inOrder)
        {
            var penalty = Penalty(each, account, sums);
            account = account.After(penalty);
            penalties.Add(penalty);
        }

        return new DiversionPenalties(rebate, period, account, penalties.ToArray(), ledger, on, number);
    }

    private void RequireOfThis(DiversionCase diversion, string parameterName)
    {
        if (diversion.Rule != this)
            throw Guards.Invalid(parameterName, diversion.Rule.Name, "must be judged by the rule " + Name);
    }

    private void Required(Money amount, string parameterName)
    {
        if (amount.Currency != Currency)
            throw new CurrencyMismatchException(Currency, amount.Currency, parameterName);
        if (amount.IsNegative)
            throw Guards.OutOfRange(parameterName, amount.ToString(), "must not be negative");
    }

    private DiversionPenalty Penalty(DiversionCase diversion, DiversionAccount account, DiversionSums sums) =>
        new(diversion, account, Steps(diversion, account, sums));

    private DiversionSteps Steps(DiversionCase diversion, DiversionAccount account, DiversionSums sums)
    {
        var zero = Money.Zero(Currency);
        var (exactBefore, countBefore, exactByUnit) = (zero, 0, zero);
        if (diversion.Sanction is { PerUnit: { } perUnit, Unit: { } unit })
        {
            exactByUnit = diversion.Finding.Converts(unit) ? diversion.Finding.At(perUnit, unit) : zero;
            (exactBefore, countBefore) = sums.Before(diversion, perUnit, unit);
        }

        // What is owed once is owed with the first case of the occurrence.
        var once = diversion.CountedWith is null ? diversion.Sanction : null;
        var exactTogether = exactBefore + exactByUnit;
        var (before, together) = (exactBefore.Round(Rounding), exactTogether.Round(Rounding));
        var byUnit = together - before;
        var exactOfRebate = account.Rebate * (once?.RebateShare ?? Percentage.Zero);
        var shareOfRebate = exactOfRebate.Round(Rounding);
        var leftOfRebate = account.Rebate - account.TakenOfRebate;
        var ofRebate = Money.Min(shareOfRebate, leftOfRebate);
        var exactOfDeposit = (once is { IsOfBalance: true } ? account.Balance : account.Agreed) * (once?.DepositShare ?? Percentage.Zero);
        var ofDeposit = exactOfDeposit.Round(Rounding);
        var owed = byUnit + (WithholdsRebate ? zero : ofRebate) + ofDeposit + (once?.Amount ?? zero);
        var taken = Money.Min(owed, account.Balance);
        var exactShare = byUnit * InjuredShare;
        return new DiversionSteps
        {
            ExactByUnit = exactByUnit, ExactBefore = exactBefore, CountBefore = countBefore, ExactTogether = exactTogether,
            Before = before, Together = together, ByUnit = byUnit, ExactOfRebate = exactOfRebate, ShareOfRebate = shareOfRebate,
            LeftOfRebate = leftOfRebate, OfRebate = ofRebate, ExactOfDeposit = exactOfDeposit, OfDeposit = ofDeposit, Owed = owed,
            Taken = taken, Rest = owed - taken, ExactShare = exactShare, Share = exactShare.Round(Rounding),
            Left = account.Balance - taken,
        };
    }
}
