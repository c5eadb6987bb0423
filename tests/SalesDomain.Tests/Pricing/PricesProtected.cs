using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.ProtectionSample;

namespace SalesDomain.Tests.Pricing;

public sealed class PricesProtected
{
    [Theory]
    [InlineData(-31, 0)]
    [InlineData(-30, 10)]
    [InlineData(-1, 10)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public void The_window_is_the_days_before_the_new_price(int day, decimal eligible) =>
        Assert.Equal(Quantity.Pieces(eligible), Evaluate(Month, 10m, [Bought(1, 10m, day)]).Eligible);

    [Fact]
    public void Goods_at_a_special_price_free_goods_and_goods_that_came_back_are_not_protected()
    {
        var result = Evaluate(
            Month, 100m,
            [Bought(1, 50m), Bought(2, 20m, kind: PriceKind.Special), Bought(3, 5m, kind: PriceKind.Free), Bought(4, -8m)]);

        Assert.Equal(Quantity.Pieces(42), result.Purchased);
        Assert.Equal(Quantity.Pieces(25), result.LeftOut);
        Assert.Equal(Cny(168m), result.Payable);
        Assert.Equal(
            [
                "channel.more-stock-than-purchases (stock 100 PCE, purchased 42 PCE)", "channel.special-price-left-out (quantity 25 PCE)",
            ],
            result.Reasons.Select(reason => reason.ToString()));
        Assert.Equal(
            Quantity.Pieces(62), Evaluate(Month.WithKinds(PriceKind.Special, PriceKind.Standard), 100m,
                [Bought(1, 50m), Bought(2, 20m, kind: PriceKind.Special), Bought(4, -8m)]).Eligible);
    }

    [Fact]
    public void More_returns_than_purchases_protect_nothing()
    {
        var result = Evaluate(Month, 100m, [Bought(1, 5m), Bought(2, -8m)]);

        Assert.Equal(Quantity.Pieces(-3), result.Purchased);
        Assert.True(result.Eligible.IsZero && result.Payable.IsZero);
        Assert.True(result.Explain().IsVerified);
    }

    [Fact]
    public void A_net_price_that_stays_or_rises_gives_nothing()
    {
        foreach (var price in new[] { 94m, 95m })
        {
            var drop = Drop(94m, price);
            var result = All.Evaluate(drop, ProtectedStock.AtChange(Quantity.Pieces(10)), Enough, []);
            Assert.True(result.Payable.IsZero);
            Assert.Equal("channel.price-not-lower", result.Reasons.Single().Code);
            Assert.True(result.Explain().IsVerified);
        }

        var falls = Drop(94m, 93.99m);
        Assert.Equal(Cny(0.10m), All.Evaluate(falls, ProtectedStock.AtChange(Quantity.Pieces(10)), Enough, []).Payable);
    }

    [Fact]
    public void The_cap_itself_is_paid_in_full()
    {
        string[] Codes(decimal cap) =>
            [.. Evaluate(All.WithCap(Cny(cap)), 10m, Enough).Reasons.Select(reason => reason.Code)];

        Assert.Equal(["channel.over-cap"], Codes(39.99m));
        Assert.Empty(Codes(40m));
        Assert.Empty(Codes(40.01m));
        Assert.Equal(Cny(39.99m), Evaluate(All.WithCap(Cny(39.99m)), 10m, Enough).Payable);
    }

    [Fact]
    public void No_unit_is_paid_twice_and_a_claim_given_again_pays_nothing()
    {
        var first = Evaluate(All, 60m, Enough);
        var claim = first.ToClaim(new("CN-1"));
        var again = Evaluate(All, 60m, Enough, claim, claim);
        var more = Evaluate(All, 100m, Enough, claim);

        Assert.Equal(Cny(240m), first.Payable);
        Assert.True(again.Units.IsZero && again.Payable.IsZero);
        Assert.Equal("channel.claimed-before (quantity 60 PCE, credit CNY 240.00)", again.Reasons.Single().ToString());
        Assert.Equal((Quantity.Pieces(40), Cny(160m)), (more.Units, more.Payable));
        var less = Evaluate(All, 50m, Enough, claim);
        Assert.Equal((Quantity.Pieces(-10), Cny(-40m)), (less.Units, less.Payable));
        Assert.True(more.Explain().IsVerified);
    }

    [Fact]
    public void Claims_for_other_changes_and_lines_of_others_are_passed_over()
    {
        var other = PriceDrop.Of(
            new("D-1"), new("P-1"), Change.PlusDays(-20), Cny(96m), Cny(94m), UnitOfMeasure.Piece, TaxBasis.WithoutTax);
        var claim = PriceProtectionClaim.Of(new("CN-1"), other, Quantity.Pieces(60), Cny(120m));
        SalesLine[] lines = [Bought(1, 10m), Bought(2, 10m, dealer: "D-2"), Bought(3, 10m, product: "P-2")];

        Assert.Equal(Cny(40m), Evaluate(Month, 60m, lines, claim).Payable);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var stock = ProtectedStock.AtChange(Quantity.Pieces(10));
        var claim = PriceProtectionClaim.Of(new("CN-1"), Fallen, Quantity.Pieces(1), Cny(4m));
        Assert.Throws<ArgumentException>("purchases", () => Month.Evaluate(Fallen, stock, [Bought(1, 1m), Bought(1, 1m)], []));
        Assert.Throws<ArgumentException>(
            "purchases", () => Month.Evaluate(Fallen, stock, [Bought(1, 1m), Bought(2, 1m, stage: Stage.Ordered)], []));
        Assert.Throws<ArgumentException>(
            "claims", () => All.Evaluate(
                Fallen, stock, [], [claim, PriceProtectionClaim.Of(new("CN-1"), Fallen, Quantity.Pieces(2), Cny(8m))]));
        Assert.Throws<UnitMismatchException>(
            () => All.Evaluate(Fallen, ProtectedStock.AtChange(new Quantity(1m, UnitOfMeasure.Case)), [], []));
        Assert.Throws<UnitMismatchException>(
            () => PriceProtectionClaim.Of(new("CN-1"), Fallen, new Quantity(1m, UnitOfMeasure.Case), Cny(4m)));
        Assert.Throws<CurrencyMismatchException>(() => All.WithCap(Usd(1m)).Evaluate(Fallen, stock, [], []));
        Assert.Throws<CurrencyMismatchException>(() => PriceDrop.Of(
            new("D"), new("P"), Change, Cny(1m), Usd(1m), UnitOfMeasure.Piece, TaxBasis.WithTax));
        Assert.Throws<CurrencyMismatchException>(() => PriceProtectionClaim.Of(new("CN-1"), Fallen, Quantity.Pieces(1), Usd(4m)));
        Assert.Throws<ArgumentOutOfRangeException>("newPrice", () => Drop(1m, -1m));
        Assert.Throws<ArgumentOutOfRangeException>("oldPrice", () => Drop(-1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>("window", () => PriceProtection.Of(Rounding.Commercial, 0));
        Assert.Throws<ArgumentOutOfRangeException>("cap", () => All.WithCap(Cny(-1m)));
        Assert.Throws<ArgumentException>("kinds", () => All.WithKinds());
        Assert.Throws<ArgumentOutOfRangeException>("onHand", () => ProtectedStock.AtChange(Quantity.Pieces(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "receivedSince", () => ProtectedStock.CountedLater(Quantity.Pieces(5), Quantity.Pieces(1), Quantity.Pieces(7)));
        Assert.Equal(
            Quantity.Pieces(0),
            ProtectedStock.CountedLater(Quantity.Pieces(5), Quantity.Pieces(1), Quantity.Pieces(6)).OnHand);
    }

    [Fact]
    public void Rules_are_values() =>
        TestHelper.TestEqualsClass(
            Month.WithKinds(PriceKind.Special, PriceKind.Standard), Month.WithKinds(PriceKind.Standard, PriceKind.Special), Month,
            All, Month.WithCap(Cny(1m)), PriceProtection.Of(Rounding.Bankers, 30), PriceProtection.Of(Rounding.Commercial, 31));

    [Property]
    public Property Any_sequence_of_claims_sums_to_what_is_protected() =>
        Prop.ForAll(
            (from stocks in Gen.Choose(0, 500).NonEmptyListOf() from cap in Gen.Choose(0, 2_000) select (stocks, cap)).ToArbitrary(),
            given =>
            {
                var rule = All.WithCap(Cny(given.cap));
                var claims = new List<PriceProtectionClaim>();
                foreach (var stock in given.stocks)
                {
                    var result = Evaluate(rule, stock, Enough, [.. claims]);
                    Assert.True(result.Explain().IsVerified, result.Explain().ToString());
                    claims.Add(result.ToClaim(new("CN-" + claims.Count)));
                }

                var last = given.stocks[given.stocks.Count - 1];
                Assert.Equal(Cny(Math.Min(given.cap, last * 4m)), Money.Sum(Currency.CNY, claims.Select(claim => claim.Credit)));
                Assert.Equal(Quantity.Pieces(last), Quantity.Sum(UnitOfMeasure.Piece, claims.Select(claim => claim.Quantity)));
                Assert.True(Evaluate(rule, last, Enough, [.. claims]).Payable.IsZero);
            });

    [Property]
    public Property The_order_of_purchaseChanges_nothing_and_no_more_is_protected_than_was_there_or_bought() =>
        Prop.ForAll(
            (from stock in Gen.Choose(0, 100)
             from rows in (
                 from quantity in Gen.Choose(-20, 60) from day in Gen.Choose(-40, 3)
                 from kind in Gen.Elements(PriceKind.Standard, PriceKind.Special) select (quantity, day, kind)).ArrayOf()
             select (stock, rows)).ToArbitrary(),
            given =>
            {
                SalesLine[] lines =
                [
                    .. given.rows.Where(row => row.quantity != 0).Select((row, i) => Bought(i + 1, row.quantity, row.day, row.kind)),
                ];
                var result = Evaluate(Month, given.stock, lines);

                Assert.Equal(result.Payable, Evaluate(Month, given.stock, [.. lines.Reverse()]).Payable);
                Assert.True(result.Eligible <= Quantity.Pieces(given.stock));
                Assert.True(result.Eligible.IsZero || result.Eligible <= result.Purchased);
                Assert.True(result.Explain().IsVerified);
            });
}
