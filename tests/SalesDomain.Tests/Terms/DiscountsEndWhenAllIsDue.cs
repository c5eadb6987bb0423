using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class DiscountsEndWhenAllIsDue
{
    private static readonly LocalDate s_invoiced = new(2026, 1, 28);
    private static readonly LocalDate s_due = new(2026, 1, 31);
    private static readonly PaymentTerms s_terms = PaymentTerms.Parse("2/10 n/EOM");

    [Fact]
    public void A_discount_is_not_given_after_the_day_on_which_all_is_due()
    {
        var rule = CashDiscountRule.Of(s_terms, TaxBasis.WithTax, Rounding.Commercial);
        var invoice = PayableInvoice.Of(Cny(1_000m), s_invoiced);

        Assert.Equal(Percent(2), s_terms.DiscountFor(s_invoiced, s_due));
        Assert.Equal(Percent(0), s_terms.DiscountFor(s_invoiced, s_due.PlusDays(1)));
        Assert.Equal([s_due], s_terms.Schedule(Cny(1_000m), s_invoiced).Instalments[0].DiscountDays);
        Assert.Equal(Cny(0m), rule.Settle(invoice, (s_due, Cny(980m))).Balance);
        Assert.Equal(
            "terms.discount-expired (paid on 2026-02-06, last day 2026-01-31)",
            Assert.Single(rule.Settle(invoice, (new LocalDate(2026, 2, 6), Cny(980m))).Payments[0].Reasons).ToString());
        Assert.Null(s_terms.CostOfForgoing(0, s_invoiced, DayCountBasis.Actual365));
        Assert.Equal(6, s_terms.CostOfForgoing(0, new LocalDate(2026, 1, 15), DayCountBasis.Actual365)!.Days);
        Assert.Equal(Percent(2), s_terms.DiscountFor(new LocalDate(2026, 1, 15), new LocalDate(2026, 1, 25)));
        Assert.Equal(Percent(0), s_terms.DiscountFor(new LocalDate(2026, 1, 15), new LocalDate(2026, 1, 26)));
    }

    [Fact]
    public void Of_several_that_end_with_the_due_date_the_first_counts() =>
        Assert.Equal(Percent(3), PaymentTerms.Parse("3/1M 1/2M n/10").DiscountFor(s_invoiced, s_invoiced.PlusDays(10)));

    [Fact]
    public void What_it_costs_is_asked_with_a_calendar_too()
    {
        // 10 May 2026 is a Sunday, 30 May a Saturday: 11 May and 1 June.
        var terms = PaymentTerms.Parse("2/9 1/19 n/29 following");
        var from = new LocalDate(2026, 5, 1);
        var year = WorkCalendar.MondayToFriday.WithValidity(DateSpan.OfYear(2025));

        Assert.Equal(21, terms.CostOfForgoing(0, from, DayCountBasis.Actual365, WorkCalendar.MondayToFriday)!.Days);
        Assert.Equal(9, terms.CostOfForgoing(0, 1, from, DayCountBasis.Actual365, WorkCalendar.MondayToFriday)!.Days);
        Assert.Equal(
            21,
            CashDiscountRule.Of(terms, TaxBasis.WithTax, Rounding.Commercial).WithCalendar(WorkCalendar.MondayToFriday)
                .Settle(PayableInvoice.Of(Cny(1m), from)).CostOfForgoing(0, DayCountBasis.Actual365)!.Days);
        Assert.Throws<InvalidOperationException>(() => terms.CostOfForgoing(0, from, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>("rung", () => terms.CostOfForgoing(2, from, DayCountBasis.Actual365, year));
        Assert.Throws<ArgumentOutOfRangeException>("later", () => terms.CostOfForgoing(1, 1, from, DayCountBasis.Actual365, year));
        Assert.Throws<ArgumentOutOfRangeException>("baseline", () => terms.CostOfForgoing(0, from, DayCountBasis.Actual365, year));
        Assert.Throws<ArgumentOutOfRangeException>(
            "invoice",
            () => CashDiscountRule.Of(terms, TaxBasis.WithTax, Rounding.Commercial).WithCalendar(year)
                .Settle(PayableInvoice.Of(Cny(1m), from)));
    }

    [Theory]
    [InlineData("100.40")]
    [InlineData("100.60")]
    [InlineData("0.004")]
    public void A_payment_without_a_discount_settles_itself_however_coarse_the_rounding(string paid)
    {
        var rule = CashDiscountRule.Of(s_terms, TaxBasis.WithTax, Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero));
        var on = s_due.PlusDays(1);
        var settled = rule.Settle(PayableInvoice.Of(Cny(1_000.25m), s_invoiced), (on, Money.Parse("CNY " + paid)));

        Assert.Equal((Money.Parse("CNY " + paid), Cny(0m)), (settled.Payments[0].Settled, settled.Discount));
        Assert.Equal(settled.Balance, settled.PaymentToReduceTo(Cny(0m), on).Amount);
        Assert.True(settled.Explain().IsVerified);
        Assert.True(settled.Payments[0].ExplainDiscount().IsVerified);
        Assert.True(settled.PaymentToReduceTo(Cny(0m), on).Explain().IsVerified);
        Assert.Equal(
            Cny(0m), rule.Settle(PayableInvoice.Of(Cny(1_000.25m), s_invoiced), (on, Cny(1_000.30m))).Balance);
    }

    [Fact]
    public void Amounts_of_hundreds_of_trillions_are_settled()
    {
        var rule = CashDiscountRule.Of(s_terms, TaxBasis.WithTax, Rounding.Commercial);
        var settled = rule.Settle(PayableInvoice.Of(Vnd(500_000_000_000_000m), s_invoiced), (s_due, Vnd(392_000_000_000_000m)));

        Assert.Equal(Vnd(400_000_000_000_000m), settled.Payments[0].Settled);
        Assert.Equal(Vnd(98_000_000_000_000m), settled.PaymentToReduceTo(Vnd(0m), s_due).Amount);
        Assert.True(settled.Explain().IsVerified);

        static Money Vnd(decimal amount) => new(amount, Currency.FromCode("VND"));
    }

    [Property]
    public Property No_discount_after_all_is_due_and_none_higher_later() =>
        Prop.ForAll(
            TermsSample.Rules, TermsSample.Rules,
            (from start in Gen.Choose(0, 900) from day in Gen.Choose(0, 500) select (start, day)).ToArbitrary(),
            (until, due, days) =>
            {
                var terms = PaymentTerms.Of(due.Then(DueRule.EndOfMonth)).WithDiscount(Percent(2), until.Then(DueRule.EndOfMonth));
                var from = s_invoiced.PlusDays(days.start);
                var on = from.PlusDays(days.day);
                return (on <= terms.DueDate(from) || terms.DiscountFor(from, on).IsZero)
                    && terms.DiscountFor(from, on.PlusDays(1)) <= terms.DiscountFor(from, on)
                    && terms.Schedule(Cny(1m), from).Instalments.Single().DiscountDays[0] <= terms.DueDate(from);
            });

    // The day that is shown to the customer is the day on which the discount is given, and the one after it is not.
    [Property]
    public Property The_last_day_of_a_discount_is_the_one_that_the_schedule_shows() =>
        Prop.ForAll(
            TermsSample.Rules, TermsSample.Rules, Gen.Choose(0, 900).ToArbitrary(),
            (until, due, start) =>
            {
                var terms = PaymentTerms.Of(due.Then(DueRule.EndOfMonth)).WithDiscount(Percent(2), until.Then(DueRule.EndOfMonth));
                var from = s_invoiced.PlusDays(start);
                var last = terms.Schedule(Cny(1m), from).Instalments.Single().DiscountDays[0];
                return terms.DiscountFor(from, last) == Percent(2) && terms.DiscountFor(from, last.PlusDays(1)).IsZero;
            });
}
