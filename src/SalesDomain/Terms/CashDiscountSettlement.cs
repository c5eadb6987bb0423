using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>An invoice and what was paid of it: what each payment settled, the discounts, and what is open.</summary>
/// <remarks>Made by <see cref="CashDiscountRule.Settle"/>. Immutable. Equality is by reference.</remarks>
public sealed class CashDiscountSettlement
{
    private readonly SettledPayment[] _payments;
    private readonly Explanation _owed;

    internal CashDiscountSettlement(
        CashDiscountRule rule, PayableInvoice invoice, IEnumerable<(LocalDate On, Money Amount)> payments)
    {
        Rule = rule;
        Invoice = invoice;
        var calendar = rule.Calendar ?? rule.Terms.CheckedConvention();
        var lastDay = rule.Terms.Discounts.Select(rung => (LocalDate?)rule.Terms.DayOf(rung.Until, invoice.Baseline, calendar)).Max();
        var open = invoice.Owed;
        var lines = new List<SettledPayment>();
        foreach (var (on, amount) in payments)
        {
            lines.Add(new SettledPayment(rule.StepsOn(invoice, on), on, amount, open, rule.Rounding, lastDay));
            open = lines[lines.Count - 1].Balance;
        }

        _payments = [.. lines];
        _owed = rule.StepsOn(invoice, invoice.Baseline).ExplainOwed();
        Balance = open;
        Discount = Sum(line => line.Discount);
        Excess = Sum(line => line.Excess);
    }

    /// <summary>The rule.</summary>
    public CashDiscountRule Rule { get; }

    /// <summary>The invoice.</summary>
    public PayableInvoice Invoice { get; }

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
    public PaymentNeeded PaymentToReduceBy(Money debt, LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        RequireCurrency(debt, nameof(debt));
        return debt.IsPositive && debt <= Balance ? new PaymentNeeded(Rule, Rule.StepsOn(Invoice, on), on, Balance, Balance - debt)
            : throw Guards.OutOfRange(nameof(debt), debt.ToString(), "must be above zero and at most the balance " + Balance);
    }

    /// <summary>What has to be paid on a day to leave so much of the debt.</summary>
    /// <param name="debt">How much is still to be owed, zero or more and below the balance.</param>
    /// <param name="on">The day of the payment.</param>
    /// <returns>The payment, with how it came about.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="debt"/> is out of its range.</exception>
    /// <exception cref="CurrencyMismatchException">The currency is another.</exception>
    public PaymentNeeded PaymentToReduceTo(Money debt, LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        RequireCurrency(debt, nameof(debt));
        return !debt.IsNegative && debt < Balance ? new PaymentNeeded(Rule, Rule.StepsOn(Invoice, on), on, Balance, debt)
            : throw Guards.OutOfRange(nameof(debt), debt.ToString(), "must be zero or more and below the balance " + Balance);
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
