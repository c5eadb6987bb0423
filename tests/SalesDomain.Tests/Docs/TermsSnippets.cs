using System;
using NodaTime;
using SalesDomain.Terms;

namespace SalesDomain.Tests.Docs;

public static class TermsSnippets
{
    public static void TwoEndsOfMonth()
    {
        #region TwoEndsOfMonth
        var invoiced = new LocalDate(2026, 1, 15);

        Console.WriteLine(DueRule.Parse("30+EOM").DateFrom(invoiced) == new LocalDate(2026, 2, 28));  // True
        Console.WriteLine(DueRule.Parse("EOM+30").DateFrom(invoiced) == new LocalDate(2026, 3, 2));   // True
        Console.WriteLine(DueRule.Parse("EOM+30").Describe());                                   // by the end of the month, plus 30 days
        Console.WriteLine(DueRule.TryParse("30 EOM", out _));                                         // False

        // The 10th of the month after, for what is invoiced to the 25th.
        var payDay = DueRule.DayOfMonth(10, months: 1, cutOff: 25);
        Console.WriteLine(payDay);                                                                    // 10 prox cut-off:25
        Console.WriteLine(payDay.DateFrom(new LocalDate(2026, 1, 26)) == new LocalDate(2026, 3, 10));  // True

        var terms = PaymentTerms.Of(DueRule.EndOfMonth.Then(DueRule.Days(30)))
            .WithConvention(BusinessDayConvention.Following).WithBaseline(TermsBaseline.Delivery);
        Console.WriteLine(terms);                                                                     // n/EOM+30 following from delivery
        Console.WriteLine(terms.DueDate(invoiced, WorkCalendar.MondayToFriday) == new LocalDate(2026, 3, 2));  // True
        #endregion
    }

    public static void InstalmentsThatSum()
    {
        #region InstalmentsThatSum
        var terms = PaymentTerms.Parse("30%/0 30%/30 40%/EOM+60");
        PaymentSchedule schedule = terms.Schedule(new Money(100.01m, Currency.CNY), new LocalDate(2026, 1, 15));

        foreach (ScheduledInstalment instalment in schedule.Instalments)
            Console.WriteLine(instalment);
        // CNY 30.00 due 2026-01-15
        // CNY 30.00 due 2026-02-14
        // CNY 40.01 due 2026-04-01

        Console.WriteLine(schedule.DueBy(new LocalDate(2026, 3, 1)));   // CNY 60.00
        #endregion
    }

    public static void InstalmentsFromDifferentDays()
    {
        #region InstalmentsFromDifferentDays
        var terms = PaymentTerms.InInstalments(
            (Percentage.FromPercent(30), PaymentTerms.Net(0).WithBaseline(TermsBaseline.Order)),
            (Percentage.FromPercent(60), PaymentTerms.Net(30).WithDiscount(Percentage.FromPercent(2), 10)
                .WithBaseline(TermsBaseline.Delivery)),
            (Percentage.FromPercent(10), PaymentTerms.Net(0).WithBaseline(TermsBaseline.Acceptance)));
        Console.WriteLine(terms);   // 30%/0 from order 60%/30 2/10 from delivery 10%/0 from acceptance

        PaymentSchedule schedule = terms.Schedule(
            new Money(100_000m, Currency.CNY), (TermsBaseline.Order, new LocalDate(2026, 1, 15)),
            (TermsBaseline.Delivery, new LocalDate(2026, 4, 2)));

        foreach (ScheduledInstalment instalment in schedule.Instalments)
            Console.WriteLine(instalment);
        // CNY 30000.00 due 2026-01-15
        // CNY 60000.00 due 2026-05-02
        // CNY 10000.00 not due yet, counted from acceptance

        Console.WriteLine(schedule.Undated);                     // CNY 10000.00
        Console.WriteLine(schedule.Instalments[2].Reasons[0]);   // terms.not-due-yet (counted from acceptance, amount CNY 10000.00)

        // The discount of the second, on the second.
        var rule = CashDiscountRule.Of(terms, TaxBasis.WithTax, Rounding.Commercial);
        var invoice = PayableInvoice.Of(new Money(100_000m, Currency.CNY), new LocalDate(2026, 4, 2));
        Console.WriteLine(rule.SettleInstalment(invoice, 2).PaymentToReduceTo(Money.Zero(Currency.CNY), new LocalDate(2026, 4, 12)));
        // CNY 58800.00 on 2026-04-12 settles CNY 60000.00
        #endregion
    }

    public static void APaymentInPart()
    {
        #region APaymentInPart
        var rule = CashDiscountRule.Of(PaymentTerms.Parse("2/10 1/20 n/60"), TaxBasis.WithTax, Rounding.Commercial);
        var invoice = PayableInvoice.Of(new Money(1_000m, Currency.USD), new LocalDate(2026, 3, 1));

        CashDiscountSettlement settled = rule.Settle(invoice, (new LocalDate(2026, 3, 10), new Money(400m, Currency.USD)));
        Console.WriteLine(settled.Payments[0]);   // 2026-03-10: USD 400.00 at 2% settles USD 408.16
        Console.WriteLine(settled);               // USD 591.84 open, discount USD 8.16

        // The other way round, on the last day of 1 %.
        PaymentNeeded rest = settled.PaymentToReduceTo(Money.Zero(Currency.USD), new LocalDate(2026, 3, 21));
        Console.WriteLine(rest);                  // USD 585.92 on 2026-03-21 settles USD 591.84
        #endregion
    }

    public static void FreightTakesNoDiscount()
    {
        #region FreightTakesNoDiscount
        var invoice = PayableInvoice.Of(new Money(1_130m, Currency.CNY), tax: new Money(130m, Currency.CNY), new LocalDate(2026, 3, 1))
            .WithExcluded(new Money(113m, Currency.CNY), tax: new Money(13m, Currency.CNY))
            .WithReturned(new Money(226m, Currency.CNY), tax: new Money(26m, Currency.CNY));

        var terms = PaymentTerms.Parse("2/10 n/30");
        var withTax = CashDiscountRule.Of(terms, TaxBasis.WithTax, Rounding.Commercial).Settle(invoice);
        var withoutTax = CashDiscountRule.Of(terms, TaxBasis.WithoutTax, Rounding.Commercial).Settle(invoice);

        Console.WriteLine(withTax.PaymentToReduceTo(Money.Zero(Currency.CNY), new LocalDate(2026, 3, 11)));
        // CNY 888.18 on 2026-03-11 settles CNY 904.00
        Console.WriteLine(withoutTax.PaymentToReduceTo(Money.Zero(Currency.CNY), new LocalDate(2026, 3, 11)));
        // CNY 890.00 on 2026-03-11 settles CNY 904.00
        #endregion
    }

    public static void TheCostOfForgoing()
    {
        #region TheCostOfForgoing
        var any = new LocalDate(2026, 1, 1);
        var terms = PaymentTerms.Parse("2/10 n/30");

        Console.WriteLine(terms.CostOfForgoing(0, any, DayCountBasis.Actual365));  // 2% for 20 days: 37.24% simple, 44.59% effective
        Console.WriteLine(terms.CostOfForgoing(0, any, DayCountBasis.Actual360));  // 2% for 20 days: 36.73% simple, 43.86% effective

        // Of two rungs of a ladder.
        var ladder = PaymentTerms.Parse("2/10 1/20 n/60");
        Console.WriteLine(ladder.CostOfForgoing(0, 1, any, DayCountBasis.Actual365));
        // 1% for 10 days: 37.24% simple, 44.85% effective

        // Of an invoice, where the discount is on the amount without tax.
        var invoice = PayableInvoice.Of(new Money(1_130m, Currency.CNY), tax: new Money(130m, Currency.CNY), any);
        var settled = CashDiscountRule.Of(terms, TaxBasis.WithoutTax, Rounding.Commercial).Settle(invoice);
        Console.WriteLine(settled.CostOfForgoing(0, DayCountBasis.Actual365));
        // CNY 20.00 of CNY 1130.00 for 20 days: 32.88% simple, 38.53% effective
        #endregion
    }

    public static void ABillDiscounted()
    {
        #region ABillDiscounted
        var bank = BillDiscounting.Of(Percentage.FromPercent(2.4m), DayCountBasis.Actual360, Rounding.Commercial).WithMaximumTenor(6);
        var bill = AcceptanceBill.Of(new Money(1_000_000m, Currency.CNY), new LocalDate(2026, 9, 15))
            .WithIssueDate(new LocalDate(2026, 3, 15));

        DiscountedBill discounted = bank.Discount(bill, new LocalDate(2026, 3, 20));
        Console.WriteLine(discounted);            // CNY 988066.67 for 179 days
        Console.WriteLine(discounted.Interest);   // CNY 11933.33
        Console.WriteLine(bank.Discount(bill.WithRemoteAcceptor(), new LocalDate(2026, 3, 20)));  // CNY 987866.67 for 182 days
        Console.WriteLine(bank.Discount(bill.WithIssueDate(new LocalDate(2026, 3, 14)), new LocalDate(2026, 3, 20)));
        // terms.tenor-too-long (from 2026-03-14, maturity 2026-09-15, latest 2026-09-14)

        // Due on 3 October, in a holiday: paid on the next working day, and interest is to there.
        var calendar = WorkCalendar.MondayToFriday.WithHolidays(new DateSpan(new LocalDate(2026, 10, 1), new LocalDate(2026, 10, 7)));
        var inHoliday = AcceptanceBill.Of(new Money(1_000_000m, Currency.CNY), new LocalDate(2026, 10, 3));
        Console.WriteLine(bank.WithConvention(BusinessDayConvention.Following, calendar).Discount(inHoliday, new LocalDate(2026, 4, 3)));
        // CNY 987466.67 for 188 days
        #endregion
    }

    public static void CashBillAndCreditPrice()
    {
        #region CashBillAndCreditPrice
        var rule = CashEquivalence.Of(Percentage.FromPercent(4.8m), DayCountBasis.Actual360, Rounding.Commercial);
        var thousand = new Money(1_000m, Currency.CNY);

        Console.WriteLine(rule.CashFor(thousand, days: 30));      // CNY 1000.00 in 30 days is CNY 996.00 at once
        Console.WriteLine(rule.AmountFor(thousand, days: 180));   // CNY 1024.59 in 180 days is CNY 1000.00 at once
        #endregion
    }

    public static void ALatePayment()
    {
        #region ALatePayment
        var rule = LatePaymentRule.PerDay(Percentage.FromPercent(0.05m), Rounding.Commercial);
        var amount = new Money(139_904m, Currency.CNY);

        Console.WriteLine(rule.Charge(amount, due: new LocalDate(2026, 2, 24), paidOn: new LocalDate(2026, 3, 2)));
        // CNY 419.71 for CNY 139904.00, 6 days late
        #endregion
    }

    public static void ALateChargeWithBounds()
    {
        #region ALateChargeWithBounds
        var rule = LatePaymentRule.PerYear(Percentage.FromPercent(10.15m), DayCountBasis.Actual365, Rounding.Commercial)
            .WithGrace(5).WithMinimum(new Money(40m, Currency.EUR)).WithCap(Percentage.FromPercent(20));
        Console.WriteLine(rule);
        // 10.15% a year, Actual365, 5 days of grace, at least EUR 40.00, at most 20% of the amount, rounded minor-unit half-away

        var due = new LocalDate(2026, 3, 1);
        var amount = new Money(10_000m, Currency.EUR);
        Console.WriteLine(rule.Charge(amount, due, due.PlusDays(5)).Reasons[0]);   // terms.late-in-grace (days late 5, days of grace 5)
        Console.WriteLine(rule.Charge(amount, due, due.PlusDays(6)));              // EUR 40.00 for EUR 10000.00, 6 days late
        Console.WriteLine(rule.Charge(amount, due, due.PlusDays(73)));             // EUR 203.00 for EUR 10000.00, 73 days late
        Console.WriteLine(rule.Charge(amount, due, due.PlusDays(900)).Reasons[0]);
        // terms.charge-capped (charge EUR 2502.74, cap EUR 2000.00)
        #endregion
    }
}
