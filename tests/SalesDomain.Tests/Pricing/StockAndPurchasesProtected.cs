using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.ProtectionSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>Which purchases and which stock a fall of the price protects: kinds, units and tax.</summary>
public sealed class StockAndPurchasesProtected
{
    // goods bought at a special price are excluded, with a window and without one.
    [Fact]
    public void Without_a_window_the_kinds_act_all_the_same()
    {
        var special = Evaluate(All, 100m, [Bought(1, 100m, -300, PriceKind.Special)]);

        Assert.True(special.Eligible.IsZero && special.Payable.IsZero);
        Assert.Equal(
            [
                "channel.more-stock-than-purchases (stock 100 PCE, purchased 0 PCE)", "channel.special-price-left-out (quantity 100 PCE)",
            ],
            special.Reasons.Select(reason => reason.ToString()));
        Assert.Equal(
            Cny(400m), Evaluate(All.WithKinds(PriceKind.Special), 100m, [Bought(1, 100m, -300, PriceKind.Special)]).Payable);
        Assert.Equal(Cny(0m), Evaluate(All, 100m, []).Payable);
        Assert.Equal(Cny(40m), Evaluate(All, 100m, [Bought(1, 10m, -3_000), Bought(2, 90m, 0)]).Payable);
    }

    // 60 at the standard price, then 40 at a special one, 60 in stock: all 60 are protected, where first in, first out would protect 20.
    [Fact]
    public void Which_units_are_in_stock_is_not_asked() =>
        Assert.Equal(
            Quantity.Pieces(60), Evaluate(Month, 60m, [Bought(1, 60m, -20), Bought(2, 40m, -5, PriceKind.Special)]).Eligible);

    // 20 cases of 24 pieces at 4.00 a piece are 1,920.00, and not 80.00.
    [Fact]
    public void A_price_a_piece_does_not_meet_a_stock_in_cases()
    {
        var cases = ProtectedStock.AtChange(new Quantity(20m, UnitOfMeasure.Case));
        Assert.Throws<UnitMismatchException>(() => All.Evaluate(Fallen, cases, Enough, []));

        var byCase = Drop(94m * 24m, 90m * 24m, UnitOfMeasure.Case);
        Assert.Equal(Cny(1_920m), All.Evaluate(byCase, cases, [Bought(1, 20m, unit: UnitOfMeasure.Case)], []).Payable);
        Assert.Equal(
            "D-1, P-1 on 2026-03-05: CNY 94.00 to CNY 90.00 per PCE, with tax", Drop(94m, 90m, taxBasis: TaxBasis.WithTax).ToString());
    }

    [Fact]
    public void Purchases_in_cases_count_in_pieces_or_are_named()
    {
        var packing = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));
        SalesLine[] lines =
            [Bought(1, 2m, unit: UnitOfMeasure.Case), Bought(2, 5m), Bought(3, 5m, kind: PriceKind.Special, unit: UnitOfMeasure.Case)];
        var stock = ProtectedStock.AtChange(Quantity.Pieces(100m));

        var converted = Month.Evaluate(Fallen, stock, lines, [], packing);
        Assert.Equal((Quantity.Pieces(53), Quantity.Pieces(120)), (converted.Purchased, converted.LeftOut));
        Assert.Equal(Cny(212m), converted.Payable);

        var plain = Month.Evaluate(Fallen, stock, lines, []);
        Assert.Equal((Quantity.Pieces(5), Quantity.Pieces(0)), (plain.Purchased, plain.LeftOut));
        Assert.Equal(
            [
                "channel.purchase-in-other-unit (line INV-1/1, quantity 2 CS)",
                "channel.purchase-in-other-unit (line INV-1/3, quantity 5 CS)",
            ],
            plain.Reasons.Where(reason => reason.Code == "channel.purchase-in-other-unit").Select(reason => reason.ToString()));
        Assert.True(converted.Explain().IsVerified && plain.Explain().IsVerified);
    }

    [Fact]
    public void A_claim_of_the_other_tax_basis_or_unit_is_refused()
    {
        var stock = ProtectedStock.AtChange(Quantity.Pieces(10m));
        var withTax = PriceProtectionClaim.Of(new("CN-1"), Drop(94m, 90m, taxBasis: TaxBasis.WithTax), Quantity.Pieces(1), Cny(4m));
        var byCase = PriceProtectionClaim.Of(
            new("CN-1"), Drop(94m, 90m, UnitOfMeasure.Case), new Quantity(1m, UnitOfMeasure.Case), Cny(4m));

        Assert.Equal("CN-1 for D-1, P-1 on 2026-03-05: 1 PCE, CNY 4.00 with tax", withTax.ToString());
        Assert.Throws<ArgumentException>("claims", () => All.Evaluate(Fallen, stock, Enough, [withTax]));
        Assert.Throws<UnitMismatchException>(() => All.Evaluate(Fallen, stock, Enough, [byCase]));
    }

    [Fact]
    public void Rules_that_are_unequal_read_differently()
    {
        PriceProtection[] rules =
        [
            All, Month, Month.WithCap(Cny(1m)), Month.WithKinds(PriceKind.Special), PriceProtection.Of(Rounding.Bankers, 30),
        ];
        Assert.Equal(rules.Length, rules.Select(rule => rule.ToString()).Distinct().Count());
        Assert.Equal("Standard within 30 days, rounded minor-unit half-away", Month.ToString());
    }
}
