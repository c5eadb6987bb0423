using System;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class CostOfADiscountOfAnInvoice
{
    private static readonly LocalDate s_invoiced = new(2026, 3, 1);
    private static readonly PaymentTerms s_terms = PaymentTerms.Parse("2/10 n/30");
    private static readonly PayableInvoice s_invoice = PayableInvoice.Of(Cny(1_130m), Cny(130m), s_invoiced);

    // 20 ÷ 1,110 × 365 ÷ 20 and (1,130 ÷ 1,110) to the power of 18.25, less 1: 0.328828… and 0.385278… by decimals of 40 digits.
    [Theory]
    [InlineData(TaxBasis.WithoutTax, 0, "CNY 20.00 of CNY 1130.00 for 20 days: 32.88% simple, 38.53% effective")]
    [InlineData(TaxBasis.WithTax, 0, "CNY 22.60 of CNY 1130.00 for 20 days: 37.24% simple, 44.59% effective")]
    [InlineData(TaxBasis.WithTax, 113, "CNY 20.34 of CNY 1130.00 for 20 days: 33.45% simple, 39.3% effective")]
    [InlineData(TaxBasis.WithTax, 1_130, "CNY 0.00 of CNY 1130.00 for 20 days: 0% simple, 0% effective")]
    public void Less_is_let_go_where_not_all_that_is_owed_takes_the_discount(TaxBasis basis, int excluded, string text)
    {
        var rule = CashDiscountRule.Of(s_terms, basis, Rounding.Commercial);
        var cost = rule.Settle(s_invoice.WithExcluded(Cny(excluded), Cny(excluded * 130m / 1_130))).CostOfForgoing(
            0, DayCountBasis.Actual365)!;

        Assert.Equal(text, cost.ToString());
        Assert.Equal(Cny(1_130m), cost.Forgone + cost.Borrowed);
        Assert.Equal((Percent(2), Percent(0), 20), (cost.Discount, cost.Later, cost.Days));
        Assert.True(cost.Explain().IsVerified);
        Assert.True(cost.ExplainEffective().IsVerified);
        Assert.Equal((Figure)cost.Simple, cost.Explain().Value);
        Assert.Equal((Figure)cost.Effective!.Value, cost.ExplainEffective().Value);
        Tampering.IsNamed(cost.Explain(), excluded);
    }

    [Fact]
    public void It_is_the_same_whatever_was_paid_and_of_an_instalment_by_its_own_ladder()
    {
        var rule = CashDiscountRule.Of(s_terms, TaxBasis.WithoutTax, Rounding.Commercial);
        var parts = CashDiscountRule.Of(
            PaymentTerms.Parse("30%/0 70%/30 2/10 1/20"), TaxBasis.WithoutTax, Rounding.Commercial).SettleInstalment(s_invoice, 2);

        Assert.Equal(
            rule.Settle(s_invoice).CostOfForgoing(0, DayCountBasis.Actual360)!.ToString(),
            rule.Settle(s_invoice, (s_invoiced, Cny(500m))).CostOfForgoing(0, DayCountBasis.Actual360)!.ToString());
        Assert.Equal("CNY 20.00 of CNY 1130.00", parts.CostOfForgoing(0, DayCountBasis.Actual365)!.ToString().Substring(0, 24));
        Assert.Equal(
            "CNY 10.00 of CNY 1120.00 for 10 days: 32.88% simple, 38.73% effective",
            parts.CostOfForgoing(0, 1, DayCountBasis.Actual365)!.ToString());
        Assert.Null(
            CashDiscountRule.Of(PaymentTerms.Parse("2/10 n/10"), TaxBasis.WithTax, Rounding.Commercial).Settle(s_invoice)
                .CostOfForgoing(0, DayCountBasis.Actual365));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var settled = CashDiscountRule.Of(s_terms, TaxBasis.WithTax, Rounding.Commercial).Settle(s_invoice);

        Assert.Throws<ArgumentOutOfRangeException>("rung", () => settled.CostOfForgoing(1, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>("rung", () => settled.CostOfForgoing(-1, 1, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>("later", () => settled.CostOfForgoing(0, 0, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>("later", () => settled.CostOfForgoing(0, 2, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>("basis", () => settled.CostOfForgoing(0, DayCountBasis.ActualActual));
    }

    [Property]
    public Property Where_all_takes_the_discount_it_is_that_of_the_terms_and_else_less_and_proven() =>
        Prop.ForAll(TermsSample.Ladders, Gen.Choose(1, 1_000_000).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (terms, cents, share) =>
        {
            var invoice = PayableInvoice.Of(Cny(cents / 100m), s_invoiced);
            var rule = CashDiscountRule.Of(terms, TaxBasis.WithTax, Rounding.Commercial);
            var all = terms.CostOfForgoing(0, s_invoiced, DayCountBasis.Actual365)!;
            var same = rule.Settle(invoice).CostOfForgoing(0, DayCountBasis.Actual365)!;
            var less = rule.Settle(invoice.WithExcluded(Cny(cents * share / 10_000m), Cny(0m)))
                .CostOfForgoing(0, DayCountBasis.Actual365)!;
            var y = new BigInteger(same.Borrowed!.Value.Amount * 1_000_000m);
            var b = new BigInteger(same.Forgone!.Value.Amount * 1_000_000m);
            return same.Effective == all.Effective && (same.Simple - all.Simple).Fraction is > -0.000000000001m and < 0.000000000001m
                && less.Simple <= same.Simple && (share == 0 || less.Simple < same.Simple)
                && b * new BigInteger(10_000 * (1m - all.Discount.Fraction)) == y * new BigInteger(10_000 * all.Discount.Fraction)
                && less.Explain().IsVerified && less.ExplainEffective().IsVerified && less.Explain().Value == less.Simple
                && less.ExplainEffective().Value == Figure.OrAbsent(less.Effective);
        });
}
