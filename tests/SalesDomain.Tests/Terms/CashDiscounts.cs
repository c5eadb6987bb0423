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

public sealed class CashDiscounts
{
    private static readonly LocalDate s_invoiced = new(2026, 6, 28);
    private static readonly PaymentTerms s_ladder = PaymentTerms.Parse("2/10 1/20 n/60");
    private static readonly CashDiscountRule s_rule = CashDiscountRule.Of(s_ladder, TaxBasis.WithTax, Rounding.Commercial);

    [Theory]
    [InlineData(-5, 2)]
    [InlineData(0, 2)]
    [InlineData(10, 2)]
    [InlineData(11, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 0)]
    [InlineData(60, 0)]
    public void A_discount_holds_to_its_day_and_that_day_counts(int day, int percent) =>
        Assert.Equal(Percent(percent), s_ladder.DiscountFor(s_invoiced, s_invoiced.PlusDays(day)));

    [Fact]
    public void A_discount_to_a_day_of_the_next_month() =>
        Assert.Equal(
            [Percent(2), Percent(0)],
            new[] { new LocalDate(2026, 7, 10), new LocalDate(2026, 7, 11) }
                .Select(day => PaymentTerms.Parse("2/10 prox n/EOM+30").DiscountFor(s_invoiced, day)));

    [Fact]
    public void Each_payment_is_settled_at_the_discount_of_its_day()
    {
        var settled = s_rule.Settle(
            PayableInvoice.Of(Cny(1_000m), s_invoiced), (s_invoiced.PlusDays(15), Cny(297m)), (s_invoiced.PlusDays(9), Cny(392m)),
            (s_invoiced.PlusDays(40), Cny(350m)));

        Assert.Equal([Cny(400m), Cny(300m), Cny(300m)], settled.Payments.Select(payment => payment.Settled));
        Assert.Equal([Percent(2), Percent(1), Percent(0)], settled.Payments.Select(payment => payment.Rate));
        Assert.Equal([Cny(8m), Cny(3m), Cny(0m)], settled.Payments.Select(payment => payment.Discount));
        Assert.Equal((Cny(0m), Cny(11m), Cny(50m)), (settled.Balance, settled.Discount, settled.Excess));
        Assert.Equal("2026-07-07: CNY 392.00 at 2% settles CNY 400.00", settled.Payments[0].ToString());
        Assert.Equal("CNY 0.00 open, discount CNY 11.00", settled.ToString());
        Assert.Empty(settled.Payments[1].Reasons);
        Assert.Equal(
            ["terms.discount-expired (paid on 2026-08-07, last day 2026-07-18)", "terms.overpaid (excess CNY 50.00)"],
            settled.Payments[2].Reasons.Select(reason => reason.ToString()));
        Assert.True(settled.Explain().IsVerified);
        Assert.All(settled.Payments, payment => Assert.True(payment.ExplainDiscount().IsVerified));
    }

    [Fact]
    public void Without_a_payment_all_is_open_and_terms_without_discount_say_nothing_of_one()
    {
        var invoice = PayableInvoice.Of(Cny(1_000m), s_invoiced).WithReturned(Cny(100m), Cny(0m));
        var open = s_rule.Settle(invoice);
        var net = CashDiscountRule.Of(PaymentTerms.Net(30), TaxBasis.WithTax, Rounding.Commercial)
            .Settle(invoice, (s_invoiced, Cny(900m)));

        Assert.Equal((Cny(900m), Cny(900m)), (open.Balance, open.Invoice.Owed));
        Assert.Equal((Figure)Cny(900m), open.Explain().Value);
        Assert.True(open.Explain().IsVerified);
        Assert.Empty(net.Payments[0].Reasons);
        Assert.True(net.Balance.IsZero);
    }

    // 1,130 with 130 of tax, 113 (13) of it freight, 226 (26) came back: owed 904, discountable 791 with tax and 700 without.
    [Theory]
    [InlineData(TaxBasis.WithTax, "888.18", "15.82")]
    [InlineData(TaxBasis.WithoutTax, "890", "14")]
    public void Freight_and_returned_goods_take_no_discount_and_tax_may(TaxBasis basis, string pays, string discount)
    {
        var invoice = PayableInvoice.Of(Cny(1_130m), Cny(130m), s_invoiced).WithExcluded(Cny(113m), Cny(13m))
            .WithReturned(Cny(226m), Cny(26m));
        var rule = CashDiscountRule.Of(s_ladder, basis, Rounding.Commercial);
        var needed = rule.Settle(invoice).PaymentToReduceTo(Cny(0m), s_invoiced.PlusDays(10));
        var settled = rule.Settle(invoice, (s_invoiced.PlusDays(10), needed.Amount));

        Assert.Equal(Money.Parse("CNY " + pays), needed.Amount);
        Assert.Equal(Money.Parse("CNY " + discount), settled.Discount);
        Assert.True(settled.Balance.IsZero);
        Assert.True(settled.Explain().IsVerified);
        Assert.True(needed.Explain().IsVerified);
        Assert.Equal("CNY 1130.00 of 2026-06-28, excluded CNY 113.00, returned CNY 226.00", invoice.ToString());
    }

    [Fact]
    public void A_cent_short_leaves_its_debt_open()
    {
        var invoice = PayableInvoice.Of(Cny(1_000m), s_invoiced);

        Assert.Equal(Cny(0m), s_rule.Settle(invoice, (s_invoiced, Cny(980m))).Balance);
        Assert.Equal(Cny(0.01m), s_rule.Settle(invoice, (s_invoiced, Cny(979.99m))).Balance);
        Assert.Equal(Cny(0.01m), s_rule.Settle(invoice, (s_invoiced, Cny(980.01m))).Excess);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var invoice = PayableInvoice.Of(Cny(1_130m), Cny(130m), s_invoiced);
        var settled = s_rule.Settle(invoice);
        var julian = s_invoiced.WithCalendar(CalendarSystem.Julian);

        Assert.Throws<ArgumentOutOfRangeException>("amount", () => PayableInvoice.Of(Cny(0m), s_invoiced));
        Assert.Throws<ArgumentException>("baseline", () => PayableInvoice.Of(Cny(1m), julian));
        Assert.Throws<ArgumentOutOfRangeException>("tax", () => PayableInvoice.Of(Cny(1m), Cny(1m), s_invoiced));
        Assert.Throws<ArgumentOutOfRangeException>("tax", () => PayableInvoice.Of(Cny(1m), Cny(-0.01m), s_invoiced));
        Assert.Throws<CurrencyMismatchException>(() => PayableInvoice.Of(Cny(1m), Usd(0m), s_invoiced));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => invoice.WithExcluded(Cny(1_130.01m), Cny(0m)));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => invoice.WithReturned(Cny(1_130m), Cny(130m)));
        Assert.Throws<ArgumentOutOfRangeException>("tax", () => invoice.WithExcluded(Cny(100m), Cny(131m)));
        Assert.Throws<ArgumentOutOfRangeException>("tax", () => invoice.WithExcluded(Cny(1_100m), Cny(10m)));
        Assert.Throws<ArgumentOutOfRangeException>("payments", () => s_rule.Settle(invoice, (s_invoiced, Cny(0m))));
        Assert.Throws<CurrencyMismatchException>(() => s_rule.Settle(invoice, (s_invoiced, Usd(1m))));
        Assert.Throws<ArgumentException>("payments", () => s_rule.Settle(invoice, (julian, Cny(1m))));
        Assert.Throws<ArgumentOutOfRangeException>("debt", () => settled.PaymentToReduceBy(Cny(0m), s_invoiced));
        Assert.Throws<ArgumentOutOfRangeException>("debt", () => settled.PaymentToReduceBy(Cny(1_130.01m), s_invoiced));
        Assert.Throws<ArgumentOutOfRangeException>("debt", () => settled.PaymentToReduceTo(Cny(1_130m), s_invoiced));
        Assert.Throws<ArgumentOutOfRangeException>("debt", () => settled.PaymentToReduceTo(Cny(-1m), s_invoiced));
        Assert.Throws<CurrencyMismatchException>(() => settled.PaymentToReduceTo(Usd(1m), s_invoiced));
        Assert.Throws<ArgumentException>("on", () => settled.PaymentToReduceBy(Cny(1m), julian));
        var following = CashDiscountRule.Of(
            s_ladder.WithConvention(BusinessDayConvention.Following), TaxBasis.WithTax, Rounding.Commercial);
        Assert.Throws<InvalidOperationException>(() => following.Settle(invoice));
        Assert.Equal(
            Percent(2),
            following.WithCalendar(WorkCalendar.MondayToFriday).Settle(invoice, (s_invoiced, Cny(1m))).Payments[0].Rate);
    }

    [Fact]
    public void Rules_and_invoices_are_values()
    {
        var invoice = PayableInvoice.Of(Cny(1_130m), Cny(130m), s_invoiced);

        TestHelper.TestEqualsClass(
            s_rule, CashDiscountRule.Of(s_ladder, TaxBasis.WithTax, Rounding.Commercial),
            CashDiscountRule.Of(s_ladder, TaxBasis.WithoutTax, Rounding.Commercial),
            CashDiscountRule.Of(s_ladder, TaxBasis.WithTax, Rounding.Bankers), s_rule.WithCalendar(WorkCalendar.MondayToFriday),
            CashDiscountRule.Of(PaymentTerms.Net(1), TaxBasis.WithTax, Rounding.Commercial));
        TestHelper.TestEqualsClass(
            invoice, PayableInvoice.Of(Cny(1_130m), Cny(130m), s_invoiced), PayableInvoice.Of(Cny(1_130m), s_invoiced),
            invoice.WithExcluded(Cny(1m), Cny(0m)), invoice.WithReturned(Cny(1m), Cny(0m)));
        Assert.Equal("2/10 1/20 n/60 on the amount with tax, rounded minor-unit half-away", s_rule.ToString());
    }

    [Property]
    public Property A_later_payment_never_gets_a_higher_discount() =>
        Prop.ForAll(TermsSample.Ladders, Gen.Choose(0, 70).ToArbitrary(), (terms, day) =>
            terms.DiscountFor(s_invoiced, s_invoiced.PlusDays(day + 1)) <= terms.DiscountFor(s_invoiced, s_invoiced.PlusDays(day)));

    // One rounding for each part and one for the whole; the last cent of a debt goes with the payment that pays all that is open.
    [Property]
    public Property Payments_of_one_day_settle_what_they_would_together() =>
        Prop.ForAll(TermsSample.Ladders, Gen.Choose(1, 50_000).ArrayOf().ToArbitrary(), Gen.Choose(0, 70).ToArbitrary(),
            (terms, cents, day) =>
            {
                var rule = CashDiscountRule.Of(terms, TaxBasis.WithTax, Rounding.Commercial);
                var invoice = PayableInvoice.Of(Cny(1_130m), Cny(130m), s_invoiced).WithExcluded(Cny(113m), Cny(13m));
                var on = s_invoiced.PlusDays(day);
                var parts = rule.Settle(invoice, [.. cents.Select(each => (on, Cny(each / 100m)))]);
                var whole = cents.Length == 0 ? rule.Settle(invoice) : rule.Settle(invoice, (on, Cny(cents.Sum() / 100m)));
                return (parts.Balance - whole.Balance).Abs() <= Cny(0.01m * (cents.Length + 1))
                    && (parts.Excess - whole.Excess).Abs() <= Cny(0.01m * (cents.Length + 1));
            });

    [Property]
    public Property Owed_is_what_was_settled_and_is_open_in_any_order_and_is_proven() =>
        Prop.ForAll(
            TermsSample.Ladders,
            (from cents in Gen.Choose(1, 50_000) from day in Gen.Choose(0, 70) select (cents, day)).ArrayOf().ToArbitrary(),
            (terms, facts) =>
            {
                var rule = CashDiscountRule.Of(terms, TaxBasis.WithoutTax, Rounding.Commercial);
                var invoice = PayableInvoice.Of(Cny(1_130m), Cny(130m), s_invoiced);
                var payments = facts.Select(fact => (s_invoiced.PlusDays(fact.day), Cny(fact.cents / 100m))).ToArray();
                var (forth, back) = (rule.Settle(invoice, payments), rule.Settle(invoice, [.. payments.Reverse()]));
                var paid = Money.Sum(Currency.CNY, payments.Select(payment => payment.Item2));
                return forth.ToString() == back.ToString()
                    && forth.Payments.Select(each => each.ToString()).SequenceEqual(back.Payments.Select(each => each.ToString()))
                    && invoice.Owed == paid + forth.Discount - forth.Excess + forth.Balance && !forth.Balance.IsNegative
                    && forth.Explain().IsVerified && forth.Explain().Value == forth.Balance
                    && forth.Payments.All(each => each.ExplainDiscount().IsVerified && each.ExplainDiscount().Value == each.Discount
                        && each.Discount >= Cny(-0.01m));
            });

    [Property]
    public Property What_is_asked_for_settles_what_was_asked() =>
        Prop.ForAll(TermsSample.Ladders, Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(0, 70).ToArbitrary(), (terms, cents, day) =>
        {
            var rule = CashDiscountRule.Of(terms, TaxBasis.WithTax, Rounding.Commercial);
            var invoice = PayableInvoice.Of(Cny(1_000m), s_invoiced);
            var (debt, on) = (Cny(cents / 100m), s_invoiced.PlusDays(day));
            var (by, to) = (
                rule.Settle(invoice).PaymentToReduceBy(debt, on), rule.Settle(invoice).PaymentToReduceTo(Cny(1_000m) - debt, on));
            return by.Amount == to.Amount && by.Explain().IsVerified && to.Debt == debt
                && (by.Amount.IsZero || (rule.Settle(invoice, (on, by.Amount)).Payments[0].Settled - debt).Abs() <= Cny(0.01m));
        });
}
