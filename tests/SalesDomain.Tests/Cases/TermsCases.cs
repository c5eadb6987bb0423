using System.Linq;
using NodaTime;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases of payment terms; the ids are those of the case files.</summary>
public sealed class TermsCases
{
    // https://libraryguides.centennialcollege.ca/c.php?g=645085&p=5114199
    [Fact]
    public void CD_02_The_tenth_day_counts_and_a_debt_is_brought_down_by_or_to_an_amount()
    {
        var invoiced = new LocalDate(2026, 6, 28);
        var rule = CashDiscountRule.Of(PaymentTerms.Parse("2/10 n/30"), TaxBasis.WithTax, Rounding.Commercial);
        var open = rule.Settle(PayableInvoice.Of(Usd(3_720m), invoiced));
        var paidOn = new LocalDate(2026, 7, 8);

        Assert.Equal(Usd(980m), open.PaymentToReduceBy(Usd(1_000m), paidOn).Amount);
        Assert.Equal(Usd(2_665.60m), open.PaymentToReduceTo(Usd(1_000m), paidOn).Amount);
        Assert.Equal(Usd(1_000m), open.PaymentToReduceBy(Usd(1_000m), paidOn.PlusDays(1)).Amount);
        Assert.Equal("USD 2665.60 on 2026-07-08 settles USD 2720.00", open.PaymentToReduceTo(Usd(1_000m), paidOn).ToString());
    }

    // https://www.scribd.com/doc/3301864/Partial-Payments
    [Fact]
    public void CD_04_A_payment_in_part_settles_more_than_it_is()
    {
        var invoiced = new LocalDate(2026, 3, 1);
        var settled = CashDiscountRule.Of(PaymentTerms.Parse("2/10 n/30"), TaxBasis.WithTax, Rounding.Commercial)
            .Settle(PayableInvoice.Of(Usd(1_000m), invoiced), (invoiced.PlusDays(9), Usd(400m)));

        Assert.Equal(Usd(408.16m), settled.Payments.Single().Settled);
        Assert.Equal(Usd(591.84m), settled.Balance);
        Assert.Equal(Usd(8.16m), settled.Discount);
        Assert.True(settled.Explain().IsVerified);
    }

    [Theory]
    [InlineData(false, DayCountBasis.Actual360, 179, "11933.33", "988066.67")]
    [InlineData(true, DayCountBasis.Actual360, 182, "12133.33", "987866.67")]
    [InlineData(false, DayCountBasis.Actual365, 179, "11769.86", "988230.14")]
    public void R_9_Discounting_a_bill(bool isRemote, DayCountBasis basis, int days, string interest, string proceeds)
    {
        var bill = AcceptanceBill.Of(Cny(1_000_000m), new LocalDate(2026, 9, 15));
        var discounted = BillDiscounting.Of(Percent(2.4m), basis, Rounding.Commercial)
            .Discount(isRemote ? bill.WithRemoteAcceptor() : bill, new LocalDate(2026, 3, 20));

        Assert.Equal(days, discounted.Days);
        Assert.Equal(Money.Parse("CNY " + interest), discounted.Interest);
        Assert.Equal(Money.Parse("CNY " + proceeds), discounted.Proceeds);
        Assert.True(discounted.Explain().IsVerified);
        Assert.True(discounted.ExplainTrueYield().IsVerified);
        if (!isRemote && basis == DayCountBasis.Actual360)
            Assert.Equal(Percent(2.429m), discounted.TrueYield.To(3));
    }

    [Fact]
    public void R_9_Cash_bill_and_credit_price()
    {
        var rule = CashEquivalence.Of(Percent(4.8m), DayCountBasis.Actual360, Rounding.Commercial);

        Assert.Equal(Cny(996m), rule.CashFor(Cny(1_000m), 30).Cash);
        Assert.Equal(Cny(1_024.59m), rule.AmountFor(Cny(1_000m), Instrument.BankBill, 180).Amount);
    }

    [Fact]
    public void R_9_Instruments_converted_to_cash()
    {
        var on = new LocalDate(2026, 3, 20);
        var converted = CashEquivalence.Of(Percent(4.8m), DayCountBasis.Actual360, Rounding.Commercial)
            .WithRate(Instrument.BankBill, Percent(2.4m)).WithRate(Instrument.CommercialBill, Percent(5))
            .Convert(
                Currency.CNY,
                [
                    Receipt(1, 300_000m, Instrument.Cash), Receipt(2, 400_000m, Instrument.BankBill),
                    Receipt(3, 100_000m, Instrument.CommercialBill),
                ]);

        Assert.Equal(Cny(792_700m), converted.Cash);
        Assert.Equal(Percent(99.09m), converted.Share.To(2));
        Assert.True(converted.Explain().IsVerified);
        Assert.Equal("CNY 800000.00 is CNY 792700.00 in cash", converted.ToString());

        CollectionLine Receipt(int line, decimal amount, Instrument instrument) =>
            new CollectionLineBuilder
            {
                Document = new DocumentId("R"),
                Line = line,
                Date = on,
                Customer = new CustomerId("D"),
                Amount = Cny(amount),
                Instrument = instrument,
                Maturity = instrument == Instrument.Cash ? null : on.PlusDays(180),
            }.Build();
    }

    [Fact]
    public void R_21_Late_payment_charge()
    {
        var charge = LatePaymentRule.PerDay(Percent(0.05m), Rounding.Commercial)
            .Charge(Cny(139_904m), new LocalDate(2026, 2, 24), new LocalDate(2026, 3, 2));

        Assert.Equal((6, Cny(419.71m)), (charge.DaysLate, charge.Value));
        Assert.Equal("CNY 419.71 for CNY 139904.00, 6 days late", charge.ToString());
        Assert.True(charge.Explain().IsVerified);
    }
}
