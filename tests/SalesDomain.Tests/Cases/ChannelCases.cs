using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Prices through the channel, as public sources and a head of sales print them.</summary>
public sealed class ChannelCases
{
    /// <summary>FP-04: git.criptomart.net, CriptoMart/addons-cm, product_pricelist_total_margin.</summary>
    [Fact]
    public void FP_04_Markup_multiplies_and_margin_divides()
    {
        Money Price(PriceLevel level) =>
            PriceLadder.Of(
                    Currency.USD, PriceLevel.First("cost"), level.WithRounding(Rounding.ToDigits(3, RoundingMode.HalfAwayFromZero)))
                .From("cost", Usd(4.68m))["price"].Price;

        Assert.Equal(Usd(5.616m), Price(PriceLevel.ByMarkup("price", Percent(20))));
        Assert.Equal(Usd(5.85m), Price(PriceLevel.ByMargin("price", Percent(20))));
    }

    /// <summary>CH-06: https://erp-help.covesys.com/streamv-erp-help/vendorpriceprotection.htm.</summary>
    [Fact]
    public void CH_06_Stock_is_taken_at_the_change_date()
    {
        var drop = PriceDrop.Of(new("D-1"), new("P-1"), new LocalDate(2006, 3, 5), Usd(500m), Usd(450m), UnitOfMeasure.Piece,
            TaxBasis.WithoutTax);
        var stock = ProtectedStock.CountedLater(Quantity.Pieces(15), soldSince: Quantity.Pieces(5), receivedSince: Quantity.Pieces(0));
        var result = PriceProtection.OfAnyDay(Rounding.Commercial).Evaluate(drop, stock, [Bought(drop, 20m)], []);

        Assert.Equal(Quantity.Pieces(20), result.Eligible);
        Assert.Equal(Usd(1_000m), result.Payable);
        Assert.True(result.Explain().IsVerified);
    }

    [Fact]
    public void R_6_A_penalty_for_diversion_its_share_for_the_injured_and_the_deposit()
    {
        var (found, day) = (DiversionSample.Found(1), DiversionSample.Day);
        var diversion = DiversionSample.Judged(found, DiversionSample.Traced(found));
        var penalty = DiversionSample.Rule.PenaltyFor(diversion, Cny(14_900m), Cny(100_000m), balance: Cny(100_000m));

        Assert.Equal((Cny(5_000m), Cny(2_980m), Cny(7_980m)), (penalty.ByUnit, penalty.OfRebate, penalty.Owed));
        Assert.Equal(Cny(3_000m), penalty.InjuredShare);
        var standing = DepositLedger.Of(new("D-1"), day, Cny(100_000m), topUpDays: 15)
            .Record(DepositEntry.PaidIn(new("E-1"), day, Cny(100_000m)), penalty.ToEntry(new("E-2"), day)).On(day);
        Assert.Equal((Cny(92_020m), Cny(7_980m), day.PlusDays(15)), (standing.Balance, standing.TopUp, standing.DueBy));
        Assert.True(penalty.Explain().IsVerified && penalty.ExplainInjuredShare().IsVerified && standing.ExplainToPay().IsVerified);

        var gap = DiversionIndicator.OfStock(
            Quantity.Pieces(500), Quantity.Pieces(800), Quantity.Pieces(650), Quantity.Pieces(20), Quantity.Pieces(480),
            tolerance: Quantity.Pieces(0));
        Assert.Equal((Quantity.Pieces(630), Quantity.Pieces(150)), (gap.Expected, gap.Unexplained));
    }

    [Fact]
    public void R_7_Price_protection_by_purchases_drop_of_the_net_price_and_cap()
    {
        var drop = PriceDrop.Of(new("D-1"), new("P-1"), new LocalDate(2026, 3, 5), Cny(94m), Cny(90m), UnitOfMeasure.Piece,
            TaxBasis.WithoutTax);
        var stock = ProtectedStock.AtChange(Quantity.Pieces(1_200)).WithTransit(Quantity.Pieces(300));
        var bought = Bought(drop, 900m);
        var rule = PriceProtection.Of(Rounding.Commercial, window: 30);

        var free = rule.Evaluate(drop, stock, [bought], []);
        Assert.Equal((Quantity.Pieces(900), Cny(3_600m)), (free.Eligible, free.Payable));

        var capped = rule.WithCap(Cny(3_000m)).Evaluate(drop, stock, [bought], []);
        Assert.Equal(Cny(3_000m), capped.Payable);
        Assert.Equal("channel.over-cap (credit CNY 3600.00, cap CNY 3000.00)", capped.Reasons[capped.Reasons.Count - 1].ToString());
        Assert.True(free.Explain().IsVerified && capped.Explain().IsVerified);
    }

    [Fact]
    public void G4_3_The_range_of_a_rebate_that_both_sides_can_live_with()
    {
        var margin = Cny(745_000m) - ((Cny(70m) + Cny(2m)) * 7_900m);
        var range = RebateRange.Of(
            Cny(745_000m),
            DealerEconomics.Of(
                Cny(64_782.61m), expense: Cny(48_000m), funds: Cny(420_000m), hurdle: Percent(30), months: 3),
            MakerEconomics.Of(margin, floor: Percent(20)));

        Assert.Equal(Cny(176_200m), margin);
        Assert.Equal((Cny(14_717.39m), Cny(34_000m)), (range.Least, range.Most));
        Assert.Equal("from 1.98% to 4.56%", range.ToString());
        Assert.True(range.IsFeasible && range.Explain().IsVerified);
        Assert.True(range.ExplainLeastRate().IsVerified && range.ExplainMostRate().IsVerified);
    }

    private static SalesLine Bought(PriceDrop drop, decimal pieces) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("INV-1"),
        Line = 1,
        Date = drop.On.PlusDays(-13),
        Customer = drop.Dealer,
        Product = drop.Product,
        Quantity = Quantity.Pieces(pieces),
        NetAmount = drop.OldPrice * pieces,
        Tax = Money.Zero(drop.OldPrice.Currency),
    }.Build();
}
