using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>
/// An invoice, or an instalment of one, and what was paid of it: what each payment settled, the discounts, and what is open.
/// </summary>
/// <remarks>
/// Made by <see cref="CashDiscountRule.Settle"/>, or of one instalment by <see cref="CashDiscountRule.SettleInstalment"/>. Immutable.
/// Equality is by reference.
/// </remarks>
public sealed class CashDiscountSettlement
{
    private readonly SettledPayment[] _payments;
    private readonly Explanation _owed;

    internal CashDiscountSettlement(
        CashDiscountRule rule, PaymentTerms terms, int? instalment, PayableInvoice invoice,
        IEnumerable<(LocalDate On, Money Amount)> payments)
    {
        Rule = rule;
        Terms = terms;
        Instalment = instalment;
        Invoice = invoice;
        var owed = new DiscountSteps(invoice, rule.Basis, Percentage.Zero).ExplainOwed();
        if (instalment is { } number)
        {
            var split = new InstalmentSplit(rule.Terms.Instalments, owed, invoice.Owed);
            (Owed, _owed) = (split.Amount(number - 1), split.Explain(number - 1));
        }
        else
        {
            (Owed, _owed) = (invoice.Owed, owed);
        }

        var calendar = rule.CalendarOf(terms);
        var lastDay = terms.Discounts
            .Select(rung => (LocalDate?)terms.LastDayOf(rung.Until, invoice.Baseline, calendar, nameof(invoice))).Max();
        var open = Owed;
        var lines = new List<SettledPayment>();
        foreach (var (on, amount) in payments)
        {
            var reasons = DiscountReasons.For(terms, invoice.Baseline, on, calendar, lastDay, rule.GraceDays);
            lines.Add(new SettledPayment(rule.StepsOn(invoice, terms, on), on, amount, open, rule.Rounding, reasons));
            open = lines[lines.Count - 1].Balance;
        }

        _payments = [.. lines];
        Balance = open;
        Discount = Sum(line => line.Discount);
        Excess = Sum(line => line.Excess);
    }

    /// <summary>The rule.</summary>
    public CashDiscountRule Rule { get; }

    /// <summary>The invoice.</summary>
    public PayableInvoice Invoice { get; }

    /// <summary>The terms that the discounts are of: those of the rule, or of the instalment.</summary>
    public PaymentTerms Terms { get; }

    /// <summary>The number of the instalment, from 1; null for the whole invoice.</summary>
    public int? Instalment { get; }

    /// <summary>What is owed before any payment: of the invoice, or of the instalment.</summary>
    public Money Owed { get; }

    /// <summary>The payments, by day and amount.</summary>
    public IReadOnlyList<SettledPayment> Payments => Array.AsReadOnly(_payments);

    /// <summary>What is open: owed − settled.</summary>
    public Money Balance { get; }

    /// <summary>All discounts taken.</summary>
    public Money Discount { get; }

    /// <summary>What was paid beyond what was owed.</summary>
    public Money Excess { get; }

    /// <summary>What has to be paid on a day to take so much off the debt.</summary>
    /// <param name="debt">How much less is to be owed, above zero and at most the balance.</param>
    /// <param name="on">The day of the payment.</param>
    /// <returns>The payment, with how it came about.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="debt"/> is out of its range.</exception>
    /// <exception cref="CurrencyMismatchException">The currency is another.</exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public PaymentNeeded PaymentToReduceBy(Money debt, LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        RequireCurrency(debt, nameof(debt));
        return debt.IsPositive && debt <= Balance ? new PaymentNeeded(Rule, Rule.StepsOn(Invoice, Terms, on), on, Balance, Balance - debt)
            : throw Guards.OutOfRange(nameof(debt), debt.ToString(), "must be above zero and at most the balance " + Balance);
    }

    /// <summary>What has to be paid on a day to leave so much of the debt.</summary>
    /// <param name="debt">How much is still to be owed, zero or more and below the balance.</param>
    /// <param name="on">The day of the payment.</param>
    /// <returns>The payment, with how it came about.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="debt"/> is out of its range.</exception>
    /// <exception cref="CurrencyMismatchException">The currency is another.</exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public PaymentNeeded PaymentToReduceTo(Money debt, LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        RequireCurrency(debt, nameof(debt));
        return !debt.IsNegative && debt < Balance ? new PaymentNeeded(Rule, Rule.StepsOn(Invoice, Terms, on), on, Balance, debt)
            : throw Guards.OutOfRange(nameof(debt), debt.ToString(), "must be zero or more and below the balance " + Balance);
    }

    /// <summary>
    /// What it costs by the year to let a discount go and pay all when it is due, on what the discount is really taken on: without what is
    /// excluded, and without tax where the rule has it so.
    /// </summary>
    /// <param name="rung">The index of the discount, from 0.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <returns>
    /// The cost, by the exact amounts of the whole invoice: it is the same for every part of it. Null where no day lies between.
    /// </returns>
    /// <remarks>
    /// let go ÷ (owed − discount) × days of the year ÷ days, and (owed ÷ (owed − discount)) to the power of days of the year ÷ days, less
    /// 1. Days of grace are not counted on.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no such discount, or <paramref name="basis"/> is of no one year.
    /// </exception>
    public CashDiscountCost? CostOfForgoing(int rung, DayCountBasis basis) =>
        CostOfForgoing(Guard.Against.OutsideRange(0, Terms.Discounts.Count - 1, rung), Terms.Discounts.Count, basis);

    /// <summary>
    /// What it costs by the year to let a discount go and take a later one, on what the discounts are really taken on.
    /// </summary>
    /// <param name="rung">The index of the discount, from 0.</param>
    /// <param name="later">The index of the later one; the number of discounts for payment in full when all is due.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <returns>The cost, by the exact amounts of the whole invoice; null where no day lies between.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are no such discounts, or <paramref name="basis"/> is of no one year.
    /// </exception>
    public CashDiscountCost? CostOfForgoing(int rung, int later, DayCountBasis basis)
    {
        Guard.Against.OutsideRange(0, Terms.Discounts.Count - 1, rung);
        Guard.Against.OutsideRange(rung + 1, Terms.Discounts.Count, later);
        YearOfDays.Checked(basis);
        return Terms.DaysBetween(rung, later, Invoice.Baseline, Rule.CalendarOf(Terms)) is var days and > 0
            ? new CashDiscountCost(At(rung), At(later), days, basis) : null;

        DiscountSteps At(int index) => new(Invoice, Rule.Basis, Terms.RateOf(index));
    }

    /// <summary>Where the balance comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Balance"/>.</returns>
    public Explanation Explain() =>
        _payments.Length == 0 ? _owed
            : Node("balance", Balance, Operation.Difference, [_owed, .. _payments.Select(payment => payment.Explain())]);

    /// <summary>Balance and discount: <c>CNY 591.84 open, discount CNY 8.16</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Balance + " open, discount " + Discount;

    private Money Sum(Func<SettledPayment, Money> of) => Money.Sum(Invoice.Amount.Currency, _payments.Select(of));

    private void RequireCurrency(Money debt, string parameterName)
    {
        if (debt.Currency != Balance.Currency)
            throw new CurrencyMismatchException(Balance.Currency, debt.Currency, parameterName);
    }
}
