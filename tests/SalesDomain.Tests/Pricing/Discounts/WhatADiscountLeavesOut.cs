using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>Returns, price kinds, tax bases and scopes: what no discount may touch, and what none may count.</summary>
public sealed class WhatADiscountLeavesOut
{
    [Fact]
    public void P_16_A_return_is_what_it_states()
    {
        // The dealer paid 804.08 less tax once; today's discounts take nothing off it a second time.
        var schedule = Schedule(
            Discount.Percent("dealer", Percent(8)).At(10), Discount.Percent("volume", ByPieces((10m, 10m))).At(20),
            Discount.FixedPrice("action", Cny(50m), UnitOfMeasure.Piece).At(30), Discount.OfOrder("order", Percent(5)).At(40));
        var back = PricedLine.OfAmount(2, Subject("A"), Quantity.Pieces(-10), Cny(-874m));

        var given = schedule.Apply(Order(back));
        Assert.Equal([-874m], given.Nets());
        Assert.Empty(given.Lines[0].Deductions);
        Assert.True(given.Explain().IsVerified);

        // Nor does it count: nine are nine.
        Assert.Equal(
            900m,
            Schedule(Discount.Percent("volume", ByPieces((10m, 10m)))).Apply(Order(Line(1, 100m, 9m, "A"), back)).Nets()[0]);
    }

    [Fact]
    public void P_25_A_return_is_made_of_its_credit()
    {
        var credit = ReturnedSale.Of(ReturnedSales.Sold(10m, 1000m, 874m), ReturnPolicy.AtSalePrice(Rounding.Commercial))
            .Credit(Quantity.Pieces(4));
        var line = PricedLine.Returned(3, Subject("P-1"), credit);

        Assert.Equal((Quantity.Pieces(-4), Cny(-349.60m), TaxBasis.WithoutTax), (line.Quantity, line.Amount, line.TaxBasis));
        Assert.Throws<TaxBasisMismatchException>(() => PricedDocument.Of(Currency.CNY, TaxBasis.WithTax, Day, line));
        Assert.Throws<ArgumentException>(() => PricedLine.Returned(1, default, credit.After.Credit(Quantity.Pieces(7))));
    }

    [Fact]
    public void Special_prices_take_nothing_and_count_for_nothing_unless_they_are_included()
    {
        var special = PricedLine.Of(1, Subject("A").With(PriceKind.Special), Quantity.Pieces(50), Cny(80m));
        var dealer = Discount.Percent("dealer", Percent(8)).At(10);
        var volume = Discount.Percent("volume", ByPieces((100m, 10m))).At(20);

        var given = Schedule(dealer, volume).Apply(Order(special, Line(2, 100m, 50m, "A")));
        Assert.Equal([4000m, 4600m], given.Nets());
        Assert.Equal("pricing.discount-other-kind (line 1, kind Special)", given.Reasons[0].ToString());
        Assert.Single(given.Codes(), code => code == "pricing.discount-other-kind");

        var open = Schedule(dealer.Including(PriceKind.Special), volume.Including(PriceKind.Special));
        Assert.Equal([4000m * 0.92m * 0.9m, 5000m * 0.92m * 0.9m], open.Apply(Order(special, Line(2, 100m, 50m, "A"))).Nets());

        // Consignment is sold at standard prices.
        var consigned = PricedLine.Of(1, Subject("A").With(PriceKind.Consignment), Quantity.Pieces(1), Cny(100m));
        Assert.Equal([92m], Schedule(dealer).Apply(Order(consigned)).Nets());
    }

    [Fact]
    public void A_document_is_of_one_tax_basis()
    {
        var with = Line(1, 1130m).WithTaxBasis(TaxBasis.WithTax);

        var mix = Assert.Throws<TaxBasisMismatchException>(() => Order(with, Line(2, 1000m).WithTaxBasis(TaxBasis.WithoutTax)));
        Assert.Equal(("lines", TaxBasis.WithoutTax, TaxBasis.WithTax), (mix.ParamName, mix.Expected, mix.Actual));
        Assert.Equal(TaxBasis.WithTax, PricedDocument.Of(Currency.CNY, TaxBasis.WithTax, Day, with, Line(2, 1m)).TaxBasis);
    }

    [Fact]
    public void An_amount_is_of_the_lines_in_scope_unless_the_document_is_meant()
    {
        var off = Discount.OfOrder("1000 less 50", Cny(50m)).For(OnlyCategory("A"));
        DiscountedDocument Given(Discount discount) =>
            Schedule(discount).Apply(Order(Line(1, 500m, 1m, "P", "A"), Line(2, 600m, 1m, "Q", "B")));

        Assert.Equal(
            ["pricing.discount-below-minimum-amount (discount 1000 less 50, amount CNY 500.00, least CNY 1000.00)"],
            Given(off.FromAmount(Cny(1000m))).Reasons.Select(each => each.ToString()));
        Assert.Equal(50m, Given(off.FromAmount(Cny(500m))).Discounted.Amount);
        Assert.Equal(50m, Given(off.FromDocumentAmount(Cny(1000m))).Discounted.Amount);
    }

    [Fact]
    public void What_counts_may_be_more_than_what_benefits()
    {
        var green = Discount.Percent("green", ByPieces((60m, 10m))).For(Only("green")).CountingOver(OnlyCategory("tea"));
        var given = Schedule(green).Apply(Order(Line(1, 10m, 20m, "green", "tea"), Line(2, 10m, 40m, "black", "tea"), Line(3, 1m)));

        Assert.Equal([180m, 400m, 1m], given.Nets());
        Assert.True(given.Explain().IsVerified);
        Assert.Equal(
            [190m, 400m], Schedule(green).Apply(Order(Line(1, 10m, 19m, "green", "tea"), Line(2, 10m, 40m, "black", "tea"))).Nets());
    }

    [Fact]
    public void A_fixed_price_that_raises_the_running_price_says_so()
    {
        var given = Schedule(
                Discount.Percent("dealer", Percent(8)).At(10), Discount.FixedPrice("promo", Cny(95m), UnitOfMeasure.Piece).At(20))
            .Apply(Order(Line(1, 100m, 10m)));

        Assert.Equal(950m, given.Net.Amount);
        Assert.Equal(
            "pricing.discount-fixed-raises (discount promo, line 1, fixed CNY 950.00, running CNY 920.00)",
            Assert.Single(given.Reasons).ToString());
    }

    [Fact]
    public void A_percentage_by_access_sequence_is_the_most_specific_one()
    {
        var rates = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Customer, ScopeDimensions.None),
            ScopeEntry.Of("general", Scope.Everything, Percent(5)),
            ScopeEntry.Of("D-1", Scope.Everything.Only(new CustomerId("D-1")), Percent(3)));
        DiscountedDocument Given(string customer) => Schedule(Discount.Percent("terms", rates)).Apply(
            Order(PricedLine.Of(1, Subject("A").With(new CustomerId(customer)), Quantity.Pieces(1), Cny(100m))));

        Assert.Equal([97m], Given("D-1").Nets());
        Assert.Equal([95m], Given("D-2").Nets());
        Assert.True(Given("D-1").Explain().IsVerified);
        Assert.Equal(
            "pricing.discount-entry-outranked (discount terms, line 1, given D-1, instead of general, rate 5%)",
            Assert.Single(Given("D-1").Reasons).ToString());
        Assert.Empty(Given("D-2").Reasons);
    }

    [Fact]
    public void A_line_from_a_price_keeps_its_exact_amount()
    {
        var price = PriceListSample.BookOf(PriceListSample.ListOf("list", ItemPrice.Of(Cny(7.03m), Quantity.Pieces(12)))).Ask(6m);
        var line = PricedLine.Of(1, price);

        Assert.Equal((3.515m, TaxBasis.WithoutTax), (line.Amount.Amount, line.TaxBasis));
        Assert.Equal([3.52m], Schedule().Apply(Order(line)).Nets());
        Assert.Equal([3.51m], Schedule().Apply(Order(PricedLine.Of(1, default, Quantity.Pieces(6), price.UnitPrice))).Nets());
    }

    [Fact]
    public void S_9_An_explanation_grows_with_the_lines_and_not_with_their_square()
    {
        int Nodes(int lines) => Count(
            Schedule(Discount.Percent("ten", Percent(10)).At(10), Discount.OfOrder("order", Cny(100m)).At(20))
                .Apply(Order([.. Enumerable.Range(1, lines).Select(i => Line(i, 10m + i))])).Explain());

        Assert.True(Nodes(400) <= 4 * Nodes(100) + 10, Nodes(400) + " of 400 lines");
    }

    private static int Count(Explanation explanation)
    {
        var pending = new Stack<Explanation>([explanation]);
        var count = 0;
        while (pending.Count > 0)
        {
            count++;
            foreach (var child in pending.Pop().Children)
                pending.Push(child);
        }

        return count;
    }
}
