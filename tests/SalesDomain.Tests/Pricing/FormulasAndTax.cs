using System;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>A formula does not pass from prices without tax to prices with it unless it says by what rate.</summary>
public sealed class FormulasAndTax
{
    private static readonly Scope s_dealer = Scope.Everything.Only(Dealer);

    private static readonly PriceList s_net = ListOf("net", ItemPrice.Of(Cny(10m)));

    [Fact]
    public void A_list_with_tax_computed_from_one_without_is_refused_without_a_rate()
    {
        // 9.50 with tax would be 8.41 without: 15.9 % off and not 5 %.
        var fault = Assert.Throws<ArgumentException>(() => BookOf(s_net, Gross(PriceFormula.Of("net").Less(Percent(5)))));

        Assert.Equal("lists", fault.ParamName);
        Assert.Contains(
            "'gross' is with tax, and 'net', which it is computed from, is without tax", fault.Message, StringComparison.Ordinal);
        Assert.Contains("WithTaxRate", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_rate_the_tax_is_added_after_the_change_and_before_the_rounding()
    {
        var formula = PriceFormula.Of("net").Less(Percent(5)).WithTaxRate(Percent(13));

        var exact = BookOf(s_net, Gross(formula)).Ask(2m);
        Assert.Equal(("CNY 10.735 per PCE by 'gross', with tax", Cny(21.47m)), (exact.ToString(), exact.Amount));
        Assert.True(exact.Explain().IsVerified);

        var ended = formula.Rounded(Rounding.ToStep(1m, RoundingMode.Up)).Plus(Cny(-0.01m));
        Assert.Equal(Cny(10.99m), BookOf(s_net, Gross(ended)).Ask(1m).UnitPrice);
        Assert.True(BookOf(s_net, Gross(ended)).Ask(1m).Explain().IsVerified);
    }

    [Fact]
    public void The_tax_is_taken_out_of_a_base_that_has_it()
    {
        var gross = PriceList.Of("shelf", Currency.CNY, TaxBasis.WithTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(9.99m))));
        var formula = PriceFormula.Of("shelf").WithTaxRate(Percent(13));
        var price = BookOf(gross, Always("dealer", PriceListVersion.Empty.WithFormula(formula)).For(s_dealer)).Ask(1_000m);

        Assert.Equal(Cny(8_840.71m), price.Amount.Round(Rounding.Commercial));
        Assert.Equal(TaxBasis.WithoutTax, price.TaxBasis);
        Assert.True(price.Explain().IsVerified);

        // By the margin and the tax together it is divided once: 9.04 ÷ 0.8 ÷ 1.13.
        var atMargin = PriceFormula.Of("shelf").AtMargin(Percent(20)).WithTaxRate(Percent(13));
        var divided = BookOf(gross, Always("dealer", PriceListVersion.Empty.WithFormula(atMargin)).For(s_dealer)).Ask(1m);
        Assert.Equal(9.99m / 0.904m, divided.UnitPrice.Amount);
        Assert.True(divided.Explain().IsVerified);
    }

    [Fact]
    public void Cost_and_margin_are_without_tax()
    {
        // 12.50 with tax would be 11.06 without: a margin of 9.58 % and not 20 %.
        var formula = PriceFormula.OfCost().MarkedUp(Percent(10)).WithMargin(Percent(20));

        Assert.Contains(
            "'gross' is with tax, and cost and margin are without tax",
            Assert.Throws<ArgumentException>(() => BookOf(Gross(formula))).Message, StringComparison.Ordinal);

        var price = BookOf(Gross(formula.WithTaxRate(Percent(13)))).With(Costing(10m)).Ask(1m);
        Assert.Equal(Cny(14.125m), price.UnitPrice);
        Assert.True(price.Explain().IsVerified);
        Assert.Equal(
            Cny(12.50m), BookOf(Always("net", PriceListVersion.Empty.WithFormula(formula))).With(Costing(10m)).Ask(1m).UnitPrice);

        // Bounds alone need the rate as well, and the price is not taxed twice.
        var shelf = PriceList.Of("shelf", Currency.CNY, TaxBasis.WithTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(14.20m))));
        Assert.Throws<ArgumentException>(() => BookOf(shelf, Gross(PriceFormula.Of("shelf").WithMargin(Percent(20)))));
        var held = PriceFormula.Of("shelf").WithTaxRate(Percent(13)).WithMargin(Percent(20));
        Assert.Equal(Cny(14.20m), BookOf(shelf, Gross(held)).With(Costing(10m)).Ask(1m).UnitPrice);
        Assert.Equal(Cny(15.5375m), BookOf(shelf, Gross(held)).With(Costing(11m)).Ask(1m).UnitPrice);
    }

    [Fact]
    public void A_rate_that_nothing_is_done_with_is_refused()
    {
        var formula = PriceFormula.Of("net").WithTaxRate(Percent(13)).WithMargin(Percent(20));
        var book = new Func<PriceBook>(() => BookOf(s_net, Always("dealer", PriceListVersion.Empty.WithFormula(formula)).For(s_dealer)));

        Assert.Contains("'dealer' is without tax", Assert.Throws<ArgumentException>(book).Message, StringComparison.Ordinal);
        Assert.Equal("rate", Assert.Throws<ArgumentOutOfRangeException>(() => formula.WithTaxRate(Percent(-1))).ParamName);
        Assert.Equal("'net', tax 13%, margin at least 20%", formula.ToString());
        Assert.NotEqual(PriceFormula.Of("net").WithMargin(Percent(20)), formula);
    }

    private static PriceList Gross(PriceFormula formula) =>
        PriceList.Of("gross", Currency.CNY, TaxBasis.WithTax).For(s_dealer)
            .During(DateSpan.Always, PriceListVersion.Empty.WithFormula(formula));

    private static PricedProduct Costing(decimal cost) =>
        PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(Timeline.Always(Cny(cost)));
}
