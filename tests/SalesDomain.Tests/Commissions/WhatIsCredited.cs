using System;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;

namespace SalesDomain.Tests.Commissions;

public class WhatIsCredited
{
    private static readonly LocalDate s_march = new(2026, 3, 4);

    [Fact]
    public void A_credit_has_line_day_and_deal_of_its_fact()
    {
        var credit = SalesCredit.Of(Sale("SO-17", 1, 1000m), Percentage.FromPercent(60), CreditKind.Direct, "deal team");

        Assert.Equal(new LineId(new DocumentId("SO-17"), 1), credit.Line);
        Assert.Equal(s_march, credit.Date);
        Assert.Equal(new DocumentId("SO-17"), credit.Deal);
        Assert.Equal("SO-17/1 of 2026-03-04: 60% Direct by deal team", credit.ToString());
    }

    [Fact]
    public void A_return_is_of_the_deal_it_takes_back_and_keeps_its_own_line_and_day()
    {
        var back = Sale("CN-3", 2, -100m);

        var credit = SalesCredit.Of(back, Percentage.OneHundred, CreditKind.Direct, "own").Following(Sale("SO-17", 1, 1000m));

        Assert.Equal(new DocumentId("SO-17"), credit.Deal);
        Assert.Equal(back.Id, credit.Line);
        Assert.Equal("CN-3/2 of 2026-03-04: 100% Direct by own, as SO-17/1", credit.ToString());
    }

    [Theory]
    [InlineData("100", CreditKind.Direct, true)]
    [InlineData("100.01", CreditKind.Direct, false)]
    [InlineData("100.01", CreditKind.RollUp, false)]
    [InlineData("100.01", CreditKind.Overlay, true)]
    [InlineData("0.01", CreditKind.Direct, true)]
    [InlineData("0", CreditKind.Overlay, false)]
    [InlineData("-1", CreditKind.Direct, false)]
    public void A_share_is_above_zero_and_only_that_of_an_overlay_above_the_whole(string percent, CreditKind kind, bool isGood)
    {
        var share = Percentage.Parse(percent + "%");
        void Credit() => SalesCredit.Of(Sale("SO-17", 1, 1000m), share, kind, "own");

        if (isGood)
            Credit();
        else
            Assert.Equal(nameof(share), Assert.Throws<ArgumentOutOfRangeException>(Credit).ParamName);
    }

    [Fact]
    public void A_line_does_not_take_back_itself()
    {
        var sale = Sale("SO-17", 1, 1000m);
        var original = sale;
        var credit = SalesCredit.Of(sale, Percentage.OneHundred, CreditKind.Direct, "own");

        Assert.Equal(nameof(original), Assert.Throws<ArgumentException>(() => credit.Following(original)).ParamName);
    }

    [Fact]
    public void Money_come_in_takes_back_no_sale()
    {
        var receipt = new CollectionLineBuilder
        {
            Document = new DocumentId("R-1"),
            Line = 1,
            Date = s_march,
            Customer = new CustomerId("C-1"),
            Amount = new Money(1130m, Currency.CNY),
        }.Build();
        var credit = SalesCredit.Of(receipt, Percentage.OneHundred, CreditKind.Direct, "own");

        Assert.Equal(receipt.Id, credit.Line);
        Assert.Throws<InvalidOperationException>(() => credit.Following(Sale("SO-17", 1, 1000m)));
    }

    [Fact]
    public void What_is_earned_is_rounded_to_what_can_be_paid()
    {
        var amount = new Money(0.001m, Currency.CNY);
        var quarter = DateSpan.OfQuarter(2026, 1);

        Assert.Equal(
            nameof(amount),
            Assert.Throws<ArgumentException>(() => CommissionEarning.Of("Reps 2026", "revenue", quarter, amount)).ParamName);
        amount = new Money(0.01m, Currency.CNY);
        Assert.Equal(amount, CommissionEarning.Of("Reps 2026", "revenue", quarter, amount).Amount);
    }

    [Fact]
    public void A_measurement_period_has_both_its_days()
    {
        var period = DateSpan.From(s_march);

        Assert.Equal(
            nameof(period),
            Assert.Throws<ArgumentException>(() =>
                CommissionEarning.Of("Reps 2026", "revenue", period, Money.Zero(Currency.CNY))).ParamName);
    }

    private static SalesLine Sale(string document, int line, decimal net) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId(document),
        Line = line,
        Date = s_march,
        Customer = new CustomerId("C-1"),
        Product = new ProductId("P-1"),
        Quantity = Quantity.Pieces(net / 10m),
        NetAmount = new Money(net, Currency.CNY),
        Tax = new Money(net * 0.13m, Currency.CNY),
    }.Build();
}
