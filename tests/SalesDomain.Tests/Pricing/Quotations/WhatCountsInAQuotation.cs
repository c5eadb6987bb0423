using System;
using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>In which unit, basis and kind things count: floors, breaks, gifts and what is due.</summary>
public sealed class WhatCountsInAQuotation
{
    private static readonly DiscountSchedule s_quarterOff = DiscountSchedule.Of(
        Rounding.Commercial, Discount.Percent("quarter", Percent(25m)));

    private static readonly PriceList s_steps = ListOf("list", ItemPrice.Of(Breaks((0m, 100m), (100m, 96m))));

    [Fact]
    public void A_floor_of_a_piece_holds_for_cases()
    {
        var rules = QuotationRules.Of(InCases(60m, Practice), s_quarterOff, Vat, TaxBasis.WithoutTax);

        var quotation = rules.Quote(Ask(InCase(1, 10).NotBelow(80m), Widgets(2, 120).NotBelow(80m)));

        Assert.Equal([Cny(9_600m), Cny(9_600m)], quotation.Lines.Select(line => line.Net));
        Assert.Equal(
            ["pricing.discount-held-at-floor", "pricing.discount-held-at-floor"],
            quotation.Discounted!.Reasons.Select(reason => reason.Code));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void A_floor_in_a_unit_that_does_not_convert_is_not_dropped()
    {
        var quotation = Rules(s_quarterOff, Practice).Quote(Ask(Widgets(1, 1).WithFloor(Cny(1m), UnitOfMeasure.Case)));

        Assert.Equal(
            "line 1: pricing.quote-unknown-unit (line 1, product WIDGET, ordered PCE, unit CS)", quotation.Unpriced.Single().ToString());
    }

    [Fact]
    public void Floors_of_the_house_hold_where_the_line_has_none()
    {
        var floors = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product), ScopeEntry.Of("widgets", Scope.Everything.Only(Widget), ItemPrice.Of(Cny(80m))));
        var rules = QuotationRules.Of(InCases(60m, Practice), s_quarterOff, Vat, TaxBasis.WithoutTax).WithFloors(floors);

        Assert.Equal(
            [Cny(960m), Cny(85m)], rules.Quote(Ask(InCase(1, 1), Widgets(2, 1).NotBelow(85m))).Lines.Select(line => line.Net));
        Assert.Throws<ArgumentException>(
            "floors",
            () => rules.WithFloors(
                ScopeTable.MostSpecific(Sequence, ScopeEntry.Of("dozen", Scope.Everything, ItemPrice.Of(Cny(1m), Quantity.Pieces(12m))))));
    }

    [Theory]
    [InlineData(TaxBasis.WithTax)]
    [InlineData(TaxBasis.WithoutTax)]
    public void A_larger_quantity_of_a_list_of_the_other_basis_is_compared(TaxBasis general)
    {
        var price = general == TaxBasis.WithTax ? 11.30m : 10m;
        var shop = PriceList.Of("shop", Currency.CNY, general)
            .During(DateSpan.Always, PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(price))));
        var agreed = ListOf("agreed", ItemPrice.Of(Breaks((100m, 8m)))).For(Scope.Everything.Only(Dealer));

        var quotation = Rules(shop, agreed).WithNearBreak(Percent(10m)).Quote(AskWidgets(97));

        Assert.Equal(Cny(970m), quotation.Net);
        Assert.Equal(
            "pricing.quote-inverted-scale (line 1, list shop, quantity 97 PCE, amount CNY 970.00, quantity then 100 PCE, "
            + "amount then CNY 800.00)",
            quotation.Find("pricing.quote-inverted-scale")!.Value.ToString());
        Assert.Equal(
            "pricing.quote-near-break (line 1, list shop, more 3 PCE, price CNY 10.00, price then CNY 8.00, amount CNY 970.00, "
            + "amount then CNY 800.00, total is lower yes)",
            quotation.Find("pricing.quote-near-break")!.Value.ToString());
        Assert.Equal(Cny(800m), Rules(shop, agreed).Quote(AskWidgets(100)).Net);
    }

    [Fact]
    public void Tax_alone_makes_no_scale_inverted()
    {
        // 10.00 without tax is 11.30 with it: the step is to the same price.
        var shop = PriceList.Of("shop", Currency.CNY, TaxBasis.WithTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(11.30m))));
        var agreed = ListOf("agreed", ItemPrice.Of(Breaks((100m, 10m)))).For(Scope.Everything.Only(Dealer));

        var quotation = Rules(shop, agreed).WithNearBreak(Percent(10m)).Quote(AskWidgets(97));

        Assert.Equal(["pricing.quote-other-tax-basis"], quotation.CodesOf());
        Assert.Equal((Figure)Cny(1_096.10m), quotation.Warnings[0].Find("with tax"));
    }

    [Fact]
    public void What_a_list_comes_to_with_tax_and_what_is_quoted_are_both_told()
    {
        var shop = PriceList.Of("shop", Currency.CNY, TaxBasis.WithTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(9.99m))));

        var warning = Rules(shop).Quote(AskWidgets(7)).Warnings.Single();

        Assert.Equal(
            "pricing.quote-other-tax-basis (line 1, list shop, tax basis with tax, with tax CNY 69.93, quoted with tax CNY 69.92)",
            warning.ToString());
    }

    [Theory]
    [InlineData(PriceKind.Standard, 5_760)]
    [InlineData(PriceKind.Consignment, 5_760)]
    [InlineData(PriceKind.Special, 6_000)]
    [InlineData(PriceKind.RebateFunded, 6_000)]
    [InlineData(PriceKind.Project, 6_000)]
    [InlineData(PriceKind.Free, 6_000)]
    public void Goods_at_another_price_kind_do_not_count_for_a_break(PriceKind kind, int net)
    {
        var request = Ask(Widgets(1, 60), Widgets(2, 60).With(kind));

        Assert.Equal(Cny(net), Rules(s_steps).Quote(request).Lines[0].Net);
        if (kind == PriceKind.Free)
        {
            Assert.Throws<ArgumentOutOfRangeException>("kinds", () => Rules(s_steps).CountingAlso(kind));
            return;
        }

        var counting = Rules(s_steps).CountingAlso(kind);
        Assert.Equal(Cny(5_760m), counting.Quote(request).Lines[0].Net);
        Assert.Equal(kind is PriceKind.Standard or PriceKind.Consignment ? [] : [kind], counting.CountedKinds);
    }

    [Fact]
    public void What_does_not_count_is_priced_by_itself()
    {
        var quotation = Rules(s_steps).Quote(
            Ask(Widgets(1, 60), Widgets(2, 60).With(PriceKind.Special), Widgets(3, 120).With(PriceKind.Project)));

        Assert.Equal([Cny(6_000m), Cny(6_000m), Cny(11_520m)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void A_mix_group_tells_the_lines_whose_unit_does_not_convert()
    {
        var kilogram = new Quantity(1m, UnitOfMeasure.Kilogram);
        var list = Always(
            "mix", PriceListVersion.Empty.With(Widget, ItemPrice.Of(Breaks((0m, 10m), (100m, 9m))))
                .With(Screw, ItemPrice.Of(Cny(2m), kilogram)));
        var rules = Rules(list).CountingTogether(Scope.Everything.Only(Widget, Screw));

        var quotation = rules.Quote(Ask(Widgets(1, 60), QuoteLine.Of(2, Screw, kilogram * 60m), Widgets(3, 5)));

        Assert.Equal(
            [
                "pricing.quote-other-unit (line 1, counted 65 PCE, lines not counted 1, first of them 2, its quantity 60 KGM)",
                "pricing.quote-other-unit (line 2, counted 60 KGM, lines not counted 2, first of them 1, its quantity 60 PCE)",
            ],
            quotation.Warnings.Select(reason => reason.ToString()));
        Assert.Empty(rules.Quote(Ask(Widgets(1, 60), Widgets(2, 30))).Warnings);
    }

    [Fact]
    public void A_gift_without_a_sales_price_is_judged_by_its_value()
    {
        var rules = Rules(Practice);
        var quotation = rules.Quote(
            Ask(Widgets(1, 10), QuoteLine.Free(2, Screw, Quantity.Pieces(5m), Cny(20m), UnitOfMeasure.Piece)));

        Assert.True(quotation.IsComplete);
        Assert.Equal((Cny(1_000m), Cny(100m)), (quotation.Net, quotation.Lines[1].Discounted!.FreeGoods));
        Assert.Equal(Cny(1_100m), quotation.Discounted!.ListAmount);
        Assert.False(quotation.Lines[1].Price.HasPrice);
        Assert.Empty(quotation.Warnings);
        Assert.Empty(quotation.Explain().Verify());

        // A list price goes before the value.
        Assert.Equal(
            Cny(100m),
            rules.Quote(Ask(QuoteLine.Free(1, Widget, Quantity.Pieces(1m), Cny(20m), UnitOfMeasure.Piece))).Discounted!.ListAmount);
        Assert.Throws<InvalidOperationException>(
            () => QuoteLine.Free(1, Widget, Quantity.Pieces(1m), Cny(20m), UnitOfMeasure.Piece).With(PriceKind.Standard));
    }

    [Theory]
    [InlineData(50, "CNY -45.20 due 2026-03-31")]
    [InlineData(10.01, "CNY -0.01 due 2026-03-31")]
    [InlineData(9, "CNY 0.34 due 2026-03-31; CNY 0.79 due 2026-04-30")]
    public void Less_than_nothing_is_not_paid_in_instalments(double credit, string due)
    {
        var rules = Rules(ListOf("P", ItemPrice.Of(Cny(10m)))).WithTerms(PaymentTerms.Parse("30%/0 70%/30"));

        var quotation = rules.Quote(
            Ask(Widgets(1, 1), QuoteLine.Returned(2, Widget, Quantity.Pieces(1m), Cny((decimal)credit), TaxBasis.WithoutTax)));

        Assert.Equal(due, quotation.Payment!.ToString());
    }
}
