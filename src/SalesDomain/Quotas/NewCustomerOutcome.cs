using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>
/// What a <see cref="NewCustomerRule"/> says of one account: a valid new customer, not yet, not, or not to be said, with the figures.
/// </summary>
/// <remarks>
/// The codes of <see cref="Reasons"/>: <c>new-customer.continues-account</c> (account), <c>new-customer.bought-before</c> (last order,
/// absent from), <c>new-customer.history-too-short</c> (known from, needed from), <c>new-customer.too-few-orders</c> (orders, required,
/// missing, until), <c>new-customer.below-floor</c> (amount, floor, missing, until), <c>new-customer.unknown-amount</c> (lines, known
/// amount, floor). What is missing until a day is missing of a pending
/// account, and was of one that is not valid.
/// </remarks>
public sealed partial class NewCustomerOutcome
{
    private readonly Steps _steps;
    private readonly Reason[] _reasons;

    private NewCustomerOutcome(NewCustomerRule rule, CustomerId customer, CustomerId? continues, Steps steps)
    {
        Rule = rule;
        Customer = customer;
        Continues = continues;
        _steps = steps;
        _reasons = [.. ReasonsOf()];
    }

    /// <summary>The rule.</summary>
    public NewCustomerRule Rule { get; }

    /// <summary>The account.</summary>
    public CustomerId Customer { get; }

    /// <summary>The account that this one continues, for which its orders count, or null.</summary>
    public CustomerId? Continues { get; }

    /// <summary>Valid, pending, not valid or unknown.</summary>
    public NewCustomerStatus Status => _steps.Status;

    /// <summary>The day of the order that is judged as the first.</summary>
    public LocalDate FirstOrder => _steps.First;

    /// <summary>The days in which orders and amount are gathered: from the first order to so many days after it.</summary>
    public DateSpan Window => new(_steps.First, _steps.WindowEnd);

    /// <summary>
    /// The last order before the first one, or null when none is known. It is no hindrance when it lies before the months without orders.
    /// </summary>
    public LocalDate? LastOrderBefore => _steps.Previous;

    /// <summary>
    /// How many orders there are in the window, as far as it is known; zero for an account that continues another, whose count they are.
    /// </summary>
    public int Orders => _steps.Orders;

    /// <summary>What was bought in the window, as far as it is known, less returns; zero for an account that continues another.</summary>
    public Measured Amount => _steps.Amount;

    /// <summary>
    /// How many lines of the window are in no <see cref="Amount"/>, for want of a rate or of what the floor measures; with any, whether the
    /// floor is reached is not known.
    /// </summary>
    public int UnknownAmounts => _steps.Unknown;

    /// <summary>The first order day after <see cref="FirstOrder"/> within the window, or null: whether the account came back.</summary>
    public LocalDate? SecondOrder => _steps.Second;

    /// <summary>The day from which on both orders and amount were enough, or null where the account is no valid new customer.</summary>
    public LocalDate? BecameValidOn => _steps.Status == NewCustomerStatus.Valid ? _steps.EnoughFrom : null;

    /// <summary>The day on which it counts, by the rule, or null where the account is no valid new customer.</summary>
    public LocalDate? CountsOn => Rule.CountedOn == NewCustomerDate.BecameValid ? BecameValidOn : BecameValidOn is null ? null : FirstOrder;

    /// <summary>True when the window is over as of the day judged.</summary>
    public bool IsWindowOver => _steps.IsOver;

    /// <summary>What is missing or speaks against it; none for a valid new customer.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>
    /// True for an account that is known not to have bought before and continues none: a first-time buyer, whatever came of it.
    /// </summary>
    internal bool IsFirstTime => Continues is null && !_steps.BoughtBefore && !_steps.IsHistoryShort;

    /// <summary>Account, status and reasons: <c>C-1: Pending; new-customer.too-few-orders (...)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Customer + ": " + Status + string.Concat(_reasons.Select(reason => "; " + reason));

    internal static NewCustomerOutcome Of(
        NewCustomerRule rule, CustomerId customer, AccountOrder[] orders, LocalDate first, DateSpan known) =>
        new(rule, customer, null, RuleFor(rule, orders, first, known));

    internal static NewCustomerOutcome OfContinued(
        NewCustomerRule rule, CustomerId customer, CustomerId continues, LocalDate first, DateSpan known) =>
        new(rule, customer, continues, new Steps(rule, first, known, rule.Floor.With(0m), true));

    private static Steps RuleFor(NewCustomerRule rule, AccountOrder[] orders, LocalDate first, DateSpan known)
    {
        var windowEnd = first.PlusDays(rule.WithinDays);
        LocalDate? previous = null;
        LocalDate? second = null;
        LocalDate? enoughFrom = null;
        var (count, documents, amount, unknown) = (0, 0, 0m, 0);
        for (var i = 0; i < orders.Length; i++)
        {
            var order = orders[i];
            var day = order.Date!.Value;
            if (day < first && order.Counts)
                previous = day;
            if (day < first || day > windowEnd)
                continue;

            amount += order.Amount;
            unknown += order.Unknown;
            documents++;
            count += order.Counts ? 1 : 0;
            if (day > first && order.Counts)
                second ??= day;

            // The orders and returns of one day have no order among them: they are looked at together.
            if (i + 1 == orders.Length || orders[i + 1].Date != day)
                enoughFrom = count >= rule.MinimumOrders && amount >= rule.Floor.Amount ? enoughFrom ?? day : null;
        }

        return new Steps(rule, first, known, rule.Floor.With(amount), false)
        {
            Previous = previous,
            Second = second,
            EnoughFrom = enoughFrom,
            Orders = count,
            Documents = documents,
            Unknown = unknown,
        };
    }

    private IEnumerable<Reason> ReasonsOf()
    {
        if (Continues is { } account)
        {
            yield return new Reason("new-customer.continues-account", ("account", account.ToString()));
            yield break;
        }

        if (_steps.BoughtBefore)
        {
            yield return new Reason(
                "new-customer.bought-before", ("last order", _steps.Previous!.Value), ("absent from", _steps.AbsentFrom));
        }
        else if (_steps.IsHistoryShort)
        {
            yield return new Reason(
                "new-customer.history-too-short", ("known from", _steps.KnownFrom!.Value), ("needed from", _steps.AbsentFrom));
        }

        if (_steps.IsShortOfOrders)
        {
            yield return new Reason(
                "new-customer.too-few-orders", ("orders", (decimal)_steps.Orders), ("required", (decimal)Rule.MinimumOrders),
                ("missing", (decimal)(Rule.MinimumOrders - _steps.Orders)), ("until", _steps.WindowEnd));
        }

        if (_steps.IsAmountUnknown)
        {
            yield return new Reason(
                "new-customer.unknown-amount", ("lines", (decimal)_steps.Unknown), ("known amount", _steps.Amount.Value),
                ("floor", Rule.Floor.Value));
        }

        if (_steps.IsBelowFloor)
        {
            yield return new Reason(
                "new-customer.below-floor", ("amount", _steps.Amount.Value), ("floor", Rule.Floor.Value),
                ("missing", (Rule.Floor - _steps.Amount).Value),
                ("until", _steps.WindowEnd));
        }
    }

    /// <summary>Every intermediate figure of the judgement.</summary>
    private readonly struct Steps
    {
        private readonly NewCustomerRule _rule;
        private readonly bool _isContinued;

        internal Steps(NewCustomerRule rule, LocalDate first, DateSpan known, Measured amount, bool isContinued)
        {
            (_rule, _isContinued) = (rule, isContinued);
            First = first;
            WindowEnd = first.PlusDays(rule.WithinDays);
            AbsentFrom = first.PlusMonths(-rule.AbsenceMonths);
            KnownFrom = known.Start;
            KnownTo = known.End!.Value;
            Amount = amount;
        }

        internal NewCustomerStatus Status =>
            _isContinued || BoughtBefore || IsTooLate ? NewCustomerStatus.NotValid
                : IsHistoryShort || IsAmountUnknown ? NewCustomerStatus.Unknown
                : IsEnough ? NewCustomerStatus.Valid : NewCustomerStatus.Pending;

        internal bool BoughtBefore => Previous >= AbsentFrom;

        internal bool IsHistoryShort => KnownFrom > AbsentFrom;

        internal bool IsOver => KnownTo >= WindowEnd;

        internal bool IsShortOfOrders => Orders < _rule.MinimumOrders;

        internal bool IsAmountUnknown => Unknown > 0;

        internal bool IsBelowFloor => !IsAmountUnknown && Amount < _rule.Floor;

        internal bool IsEnough => !IsShortOfOrders && !IsAmountUnknown && !IsBelowFloor;

        // More cannot be ordered any more; what an unknown amount is can still be learnt.
        internal bool IsTooLate => (IsShortOfOrders || IsBelowFloor) && IsOver;

        internal LocalDate First { get; }

        internal LocalDate WindowEnd { get; }

        internal LocalDate AbsentFrom { get; }

        internal LocalDate? KnownFrom { get; }

        internal LocalDate KnownTo { get; }

        internal Measured Amount { get; }

        internal LocalDate? Previous { get; init; }

        internal LocalDate? Second { get; init; }

        internal LocalDate? EnoughFrom { get; init; }

        internal int Orders { get; init; }

        internal int Unknown { get; init; }

        /// <summary>How many documents the amount is the sum of, returns without an original among them.</summary>
        internal int Documents { get; init; }
    }
}
