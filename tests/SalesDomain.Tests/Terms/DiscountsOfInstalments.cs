using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class DiscountsOfInstalments
{
    private static readonly LocalDate s_delivered = new(2026, 4, 2);
    private static readonly PaymentTerms s_terms = PaymentTerms.Parse("30%/0 60%/30 2/10 1/20 10%/EOM+30 from delivery");
    private static readonly CashDiscountRule s_rule = CashDiscountRule.Of(s_terms, TaxBasis.WithTax, Rounding.Commercial);

    [Theory]
    [InlineData(10, "2", "588", "12")]
    [InlineData(11, "1", "594", "6")]
    [InlineData(20, "1", "594", "6")]
    [InlineData(21, "0", "600", "0")]
    public void The_ladder_of_an_instalment_is_on_its_share(int day, string percent, string pays, string discount)
    {
        var invoice = PayableInvoice.Of(Cny(1_000m), s_delivered);
        var on = s_delivered.PlusDays(day);
        var needed = s_rule.SettleInstalment(invoice, 2).PaymentToReduceTo(Cny(0m), on);
        var settled = s_rule.SettleInstalment(invoice, 2, (on, needed.Amount));

        Assert.Equal(Money.Parse("CNY " + pays), needed.Amount);
        Assert.Equal(Percentage.Parse(percent + "%"), settled.Payments[0].Rate);
        Assert.Equal((Cny(600m), Cny(0m), Money.Parse("CNY " + discount)), (settled.Owed, settled.Balance, settled.Discount));
        Assert.Equal((2, s_terms.Instalments[1].Terms), (settled.Instalment, settled.Terms));
        Assert.True(settled.Explain().IsVerified);
        Tampering.IsNamed(settled.Explain(), day);
    }

    [Fact]
    public void An_instalment_without_a_ladder_takes_none_and_more_than_it_is_an_excess()
    {
        var settled = s_rule.SettleInstalment(PayableInvoice.Of(Cny(1_000m), s_delivered), 1, (s_delivered, Cny(310m)));

        Assert.Equal((Cny(0m), Cny(0m), Cny(10m)), (settled.Balance, settled.Discount, settled.Excess));
        Assert.Equal("terms.overpaid (excess CNY 10.00)", Assert.Single(settled.Payments[0].Reasons).ToString());
    }

    // 904.00 owed of 1,130.00, 791.00 of it discountable: 60 % are 542.40, of which 474.60 take 2 %.
    [Fact]
    public void Freight_and_returned_goods_are_spread_over_the_instalments()
    {
        var invoice = PayableInvoice.Of(Cny(1_130m), Cny(130m), s_delivered).WithExcluded(Cny(113m), Cny(13m))
            .WithReturned(Cny(226m), Cny(26m));
        var settled = s_rule.SettleInstalment(invoice, 2);

        Assert.Equal((Cny(542.40m), Cny(904m)), (settled.Owed, settled.Invoice.Owed));
        Assert.Equal(Cny(532.91m), settled.PaymentToReduceTo(Cny(0m), s_delivered).Amount);
        Assert.Equal((Figure)Cny(542.40m), settled.Explain().Value);
        Assert.True(settled.Explain().IsVerified);
    }

    [Fact]
    public void Terms_with_such_discounts_are_asked_by_the_instalment()
    {
        var invoice = PayableInvoice.Of(Cny(1_000m), s_delivered);
        var plain = CashDiscountRule.Of(PaymentTerms.Parse("30%/0 70%/30"), TaxBasis.WithTax, Rounding.Commercial);

        Assert.Throws<InvalidOperationException>(() => s_rule.Settle(invoice));
        Assert.Throws<InvalidOperationException>(() => s_terms.DiscountFor(s_delivered, s_delivered));
        Assert.Equal(Percent(2), s_terms.Instalments[1].Terms.DiscountFor(s_delivered, s_delivered.PlusDays(10)));
        Assert.Equal(Cny(400m), plain.Settle(invoice, (s_delivered, Cny(600m))).Balance);
        Assert.Null(plain.Settle(invoice).Instalment);
        Assert.Equal(Percent(0), plain.Terms.DiscountFor(s_delivered, s_delivered));
        Assert.Empty(s_terms.Discounts);
        Assert.Equal(Cny(1_000m), CashDiscountRule.Of(PaymentTerms.Net(1), TaxBasis.WithTax, Rounding.Commercial)
            .SettleInstalment(invoice, 1).Balance);
        Assert.Throws<ArgumentOutOfRangeException>("number", () => s_rule.SettleInstalment(invoice, 0));
        Assert.Throws<ArgumentOutOfRangeException>("number", () => s_rule.SettleInstalment(invoice, 4));
        Assert.Throws<ArgumentException>(
            "invoice", () => s_rule.SettleInstalment(PayableInvoice.Of(Cny(0.005m), s_delivered), 1));
        Assert.Throws<ArgumentException>(
            "invoice", () => s_rule.SettleInstalment(PayableInvoice.Of(new Money(1m, Currency.XXX), s_delivered), 1));
        Assert.Throws<ArgumentOutOfRangeException>("payments", () => s_rule.SettleInstalment(invoice, 1, (s_delivered, Cny(0m))));
    }

    [Theory]
    [InlineData(10, "2", null)]
    [InlineData(12, "2", "terms.discount-in-grace (paid on 2026-04-14, last day 2026-04-12, days of grace 2)")]
    [InlineData(13, "1", null)]
    [InlineData(22, "1", "terms.discount-in-grace (paid on 2026-04-24, last day 2026-04-22, days of grace 2)")]
    [InlineData(23, "0", "terms.discount-expired (paid on 2026-04-25, last day 2026-04-24)")]
    public void A_house_may_give_a_discount_some_days_late(int day, string percent, string? reason)
    {
        var rule = CashDiscountRule.Of(PaymentTerms.Parse("2/10 1/20 n/30"), TaxBasis.WithTax, Rounding.Commercial).WithGraceDays(2);
        var payment = rule.Settle(PayableInvoice.Of(Cny(1_000m), s_delivered), (s_delivered.PlusDays(day), Cny(980m))).Payments[0];

        Assert.Equal(Percentage.Parse(percent + "%"), payment.Rate);
        Assert.Equal(reason, payment.Reasons.Select(each => each.ToString()).SingleOrDefault());
        Assert.Equal(
            "2/10 1/20 n/30 on the amount with tax, rounded minor-unit half-away, 2 days of grace", rule.ToString());
    }

    [Fact]
    public void Grace_of_a_discount_is_none_unless_stated_and_part_of_the_rule()
    {
        var rule = CashDiscountRule.Of(PaymentTerms.Parse("2/10 n/30"), TaxBasis.WithTax, Rounding.Commercial);
        var invoice = PayableInvoice.Of(Cny(1_000m), s_delivered);

        Assert.Equal(Cny(20m), rule.Settle(invoice, (s_delivered.PlusDays(12), Cny(980m))).Balance);
        Assert.Equal(Cny(0m), rule.WithGraceDays(2).Settle(invoice, (s_delivered.PlusDays(12), Cny(980m))).Balance);
        Assert.Equal(Cny(20m), rule.WithGraceDays(1).Settle(invoice, (s_delivered.PlusDays(12), Cny(980m))).Balance);
        TestHelper.TestEqualsClass(rule.WithGraceDays(2), rule.WithGraceDays(2), rule, rule.WithGraceDays(1));
        Assert.Equal(rule, rule.WithGraceDays(0));
        Assert.Equal(2, rule.WithGraceDays(2).WithCalendar(WorkCalendar.MondayToFriday).GraceDays);
        Assert.Throws<ArgumentOutOfRangeException>("days", () => rule.WithGraceDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => rule.WithGraceDays(3_651));
    }

    [Property]
    public Property Instalments_owe_what_the_invoice_owes_and_are_proven() =>
        Prop.ForAll(
            TermsSample.MixedInstalments, Gen.Choose(100, 1_000_000).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(),
            (terms, cents, day) =>
            {
                var invoice = PayableInvoice.Of(Cny(cents / 100m), s_delivered).WithExcluded(Cny(1m), Cny(0m));
                var rule = CashDiscountRule.Of(terms, TaxBasis.WithTax, Rounding.Commercial).WithGraceDays(day % 3);
                var on = s_delivered.PlusDays(day);
                var settled = Enumerable.Range(1, terms.Instalments.Count)
                    .Select(number => rule.SettleInstalment(invoice, number, (on, Cny(1m)))).ToArray();
                return Money.Sum(Currency.CNY, settled.Select(each => each.Owed)) == invoice.Owed
                    && settled.All(each =>
                        each.Explain().IsVerified && each.Explain().Value == each.Balance
                        && each.Owed == Cny(1m) + each.Discount - each.Excess + each.Balance
                        && each.Payments[0].ExplainDiscount().IsVerified
                        && each.Payments[0].Rate >= each.Terms.DiscountFor(s_delivered, on));
            });
}
