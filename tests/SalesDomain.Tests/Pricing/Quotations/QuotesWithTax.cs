using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

public sealed class QuotesWithTax
{
    private static readonly PriceList s_shop = WithTax("shop", ItemPrice.Of(Cny(9.99m)));

    [Fact]
    public void Tax_in_the_price_is_split_on_the_line_after_the_discounts()
    {
        var rules = QuotationRules.Of(BookOf(s_shop), DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithTax);

        var quotation = rules.Quote(Ask(Screws(1, 1_000)));

        Assert.Equal((Cny(8_840.71m), Cny(1_149.29m), Cny(9_990m)), (quotation.Net, quotation.Tax, quotation.Gross));
        Assert.Empty(quotation.Explain().Verify());

        var less = QuotationRules.Of(
            BookOf(s_shop), DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("10", Percent(10m))), Vat, TaxBasis.WithTax);
        Assert.Equal(
            (Cny(7_956.64m), Cny(8_991m)), (less.Quote(Ask(Screws(1, 1_000))).Net, less.Quote(Ask(Screws(1, 1_000))).Gross));
    }

    [Theory]
    [InlineData(TaxBasis.WithoutTax, 18_840.71, 21_290.00)]
    [InlineData(TaxBasis.WithTax, 18_840.71, 21_290.00)]
    public void Lists_with_tax_and_without_are_brought_to_the_basis_of_the_rules(TaxBasis basis, double net, double gross)
    {
        var rules = QuotationRules.Of(BookOf(Practice, s_shop.WithPrecedence(1)), DiscountSchedule.Of(Rounding.Commercial), Vat, basis);

        var quotation = rules.Quote(Ask(Widgets(1, 100), Screws(2, 1_000)));

        Assert.Equal((Cny((decimal)net), Cny((decimal)gross)), (quotation.Net, quotation.Gross));
        Assert.Equal("pricing.quote-other-tax-basis", quotation.Warnings.Single().Code);
        Assert.Equal(
            (Figure)(basis == TaxBasis.WithTax ? 1m : 2m), quotation.Warnings.Single().Find("line"));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void Rates_by_product_and_day_are_totalled_by_rate()
    {
        var rates = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product, ScopeDimensions.None),
            ScopeEntry.Of("standard", Scope.Everything, Percent(13m)),
            ScopeEntry.Of("reduced", Scope.Everything.Only(Screw), Percent(9m)).During(DateSpan.OfYear(2026)));
        var list = Always(
            "P", PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))).With(Screw, ItemPrice.Of(Cny(1m))));
        var rules = QuotationRules.Of(BookOf(list), DiscountSchedule.Of(Rounding.Commercial), rates, TaxBasis.WithoutTax);

        var quotation = rules.Quote(Ask(Widgets(1, 10), Screws(2, 100), Widgets(3, 1)));

        Assert.Equal(["9% of CNY 100.00: CNY 9.00", "13% of CNY 110.00: CNY 14.30"], quotation.Taxes.Select(tax => tax.ToString()));
        Assert.Equal(Cny(23.30m), quotation.Tax);
        Assert.All(quotation.Taxes, tax => Assert.Empty(tax.Explain().Verify()));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void Without_a_rate_there_is_no_quotation_and_not_one_without_tax()
    {
        var rates = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product), ScopeEntry.Of("screws", Scope.Everything.Only(Screw), Percent(13m)));
        var rules = QuotationRules.Of(BookOf(Practice), DiscountSchedule.Of(Rounding.Commercial), rates, TaxBasis.WithoutTax);

        var quotation = rules.Quote(AskWidgets(1));

        Assert.Equal(
            "line 1: pricing.quote-no-tax-rate (line 1, product WIDGET, on 2026-03-31)", quotation.Unpriced.Single().ToString());
        Assert.True(quotation.Unpriced[0].Price.HasPrice);
        Assert.Empty(quotation.Lines);
    }

    [Fact]
    public void Tax_may_be_rounded_in_another_way_than_discounts()
    {
        var five = DiscountSchedule.Of(
            Rounding.ToStep(0.05m, RoundingMode.HalfAwayFromZero), Discount.Percent("10", Percent(10m)));
        var rules = QuotationRules.Of(BookOf(ListOf("P", ItemPrice.Of(Cny(9.95m)))), five, Percent(8.1m), TaxBasis.WithoutTax)
            .WithTaxRounding(Rounding.Commercial);

        var quotation = rules.Quote(AskWidgets(1));

        Assert.Equal((Cny(8.95m), Cny(0.72m)), (quotation.Net, quotation.Tax));
    }

    [Fact]
    public void Rules_refuse_what_makes_no_sense()
    {
        var (book, none) = (BookOf(Practice), DiscountSchedule.Of(Rounding.Commercial));
        var rates = ScopeTable.MostSpecific(Sequence, ScopeEntry.Of("t", Scope.Everything, Percent(-1m)));

        Assert.Equal("taxRate", Named(() => QuotationRules.Of(book, none, Percent(-1m), TaxBasis.WithTax)));
        Assert.Equal("taxRates", Named(() => QuotationRules.Of(book, none, rates, TaxBasis.WithTax)));
        Assert.Equal("basis", Named(() => QuotationRules.Of(book, none, Vat, (TaxBasis)9)));
        Assert.Equal("basis", Named(() => Rules(Practice).Counting(BreakBasis.MixGroup)));
        Assert.Equal("within", Named(() => Rules(Practice).WithNearBreak(Percent(-1m))));
        Assert.Equal("days", Named(() => Rules(Practice).ValidFor(-1)));
        Assert.Equal(
            "mix", Named(() => Rules(Practice).CountingTogether(Scope.Everything).CountingTogether(Scope.Everything.Only(Widget))));
        Assert.Equal("quantity", Named(() => Widgets(1, 0)));
        Assert.Equal("returned", Named(() => QuoteLine.Returned(1, Widget, Quantity.Pieces(-1m), Cny(1m), TaxBasis.WithTax)));
        Assert.Equal("credit", Named(() => QuoteLine.Returned(1, Widget, Quantity.Pieces(1m), Cny(-1m), TaxBasis.WithTax)));
        Assert.Equal("lines", Named(() => Ask(Widgets(1, 1), Widgets(1, 2))));
        Assert.Equal("lines", Named(() => Ask(Widgets(1, 1).WithFloor(new Money(1m, Currency.USD), UnitOfMeasure.Piece))));
        Assert.Equal("until", Named(() => AskWidgets(1).WithValidity(Day.PlusDays(-1))));
        Assert.Equal("request", Named(() => Rules(Practice).Quote(QuoteRequest.Of(Day, Currency.XXX, Known, Widgets(1, 1)))));

        static string? Named(Func<object> made) => Assert.ThrowsAny<ArgumentException>(() => { made(); }).ParamName;
    }
}
