using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

public sealed class RefusedPriceLists
{
    private static readonly PriceListVersion s_version = PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m)));

    [Fact]
    public void Versions_that_overlap_are_refused()
    {
        var list = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax).During(DateSpan.OfYear(2026), s_version);

        Assert.Equal("span", Assert.Throws<ArgumentException>(() => list.During(DateSpan.On(new(2026, 12, 31)), s_version)).ParamName);
        Assert.Equal(2, list.During(DateSpan.OfYear(2027), s_version).Versions.Entries.Count);
    }

    [Fact]
    public void P_13_two_neighbouring_versions_are_moved_at_once()
    {
        var (first, second) = (DateSpan.OfMonth(2026, 1), DateSpan.OfMonth(2026, 2));
        var list = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax).During(first, s_version).During(second, s_version);

        var moved = list.WithVersions(Timeline.Of((second, s_version), (DateSpan.OfMonth(2026, 3), s_version)));

        Assert.Equal([second, DateSpan.OfMonth(2026, 3)], moved.Versions.Entries.Select(entry => entry.Span));
    }

    [Fact]
    public void Two_currencies_in_a_list_are_refused()
    {
        var list = PriceList.Of("retail", Currency.USD, TaxBasis.WithoutTax);
        var surcharge = PriceListVersion.Empty.WithFormula(PriceFormula.Of("base").Plus(Cny(1m)));

        Assert.Equal("version", Assert.Throws<CurrencyMismatchException>(() => list.During(DateSpan.Always, s_version)).ParamName);
        Assert.Equal("versions", Assert.Throws<CurrencyMismatchException>(() => list.WithVersions(Timeline.Always(s_version))).ParamName);
        Assert.Equal("version", Assert.Throws<CurrencyMismatchException>(() => list.During(DateSpan.Always, surcharge)).ParamName);
    }

    [Fact]
    public void Two_equally_specific_lists_that_could_both_hold_are_refused_and_both_are_named()
    {
        var (one, other) = (ListOf("one", ItemPrice.Of(Cny(1m))), ListOf("other", ItemPrice.Of(Cny(2m))));

        var fault = Assert.Throws<ArgumentException>(() => BookOf(one, other));

        Assert.Equal("lists", fault.ParamName);
        Assert.Contains("'one' on ../.. and 'other' on ../..", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BookOf(one, one));
        Assert.Equal(2, BookOf(one, other.WithPrecedence(1)).Lists.Count);
        Assert.Equal(2, BookOf(one.For(Scope.Everything.Only(Shop)), other).Lists.Count);
        Assert.Equal(2, BookOf(one, ListOf("dollars", ItemPrice.Of(new Money(1m, Currency.USD)), Currency.USD)).Lists.Count);

        // On days that do not meet there is nothing left open.
        var later = PriceList.Of("later", Currency.CNY, TaxBasis.WithoutTax).During(DateSpan.OfYear(2027), s_version);
        var now = PriceList.Of("now", Currency.CNY, TaxBasis.WithTax).During(DateSpan.OfYear(2026), s_version);
        Assert.Equal(2, BookOf(later, now).Lists.Count);
    }

    [Fact]
    public void A_list_of_a_level_that_is_not_in_the_sequence_is_refused() =>
        Assert.Contains(
            "'one' is about territory",
            Assert.Throws<ArgumentException>(
                () => BookOf(ListOf("one", ItemPrice.Of(Cny(1m))).For(Scope.Everything.Only(new TerritoryId("T"))))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_lowest_of_prices_with_and_without_tax_is_refused()
    {
        var gross = PriceList.Of("gross", Currency.CNY, TaxBasis.WithTax).WithPrecedence(1).During(DateSpan.Always, s_version);
        var book = BookOf(gross, ListOf("net", ItemPrice.Of(Cny(1m))));

        Assert.Throws<InvalidOperationException>(book.TakingLowest);
    }

    [Fact]
    public void A_product_has_one_record_for_a_unit()
    {
        Assert.Equal("price", Assert.Throws<ArgumentException>(() => s_version.With(Widget, ItemPrice.Of(Cny(9m)))).ParamName);
        Assert.Equal(
            "items",
            Assert.Throws<ArgumentException>(
                () => PriceListVersion.Of([(Widget, ItemPrice.Of(Cny(9m))), (Widget, ItemPrice.Of(Cny(9m)))])).ParamName);
        var product = PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece));
        Assert.Throws<ArgumentException>(() => BookOf().With(product, product));
        Assert.Throws<ArgumentException>(() => BookOf().With(product).With(product));
    }

    [Fact]
    public void Prices_and_margins_that_make_no_sense_are_refused()
    {
        Assert.Equal("price", Assert.Throws<ArgumentOutOfRangeException>(() => ItemPrice.Of(Cny(-0.01m))).ParamName);
        Assert.Equal("per", Assert.Throws<ArgumentOutOfRangeException>(() => ItemPrice.Of(Cny(1m), Quantity.Pieces(0m))).ParamName);
        Assert.Throws<InvalidOperationException>(() => ItemPrice.Of(Cny(1m)).Graduated());
        Assert.Throws<InvalidOperationException>(() => ItemPrice.Of(Breaks((1m, 10m))).Graduated());
        Assert.Throws<InvalidOperationException>(
            () => ItemPrice.Of(Breaks((0m, 10m)), new Quantity(1m, UnitOfMeasure.Case)).Graduated());
        var mixed = StepSchedule.From((Cny(0m), Cny(10m)), (Cny(10m), new Money(1m, Currency.USD)));
        Assert.Equal("prices", Assert.Throws<CurrencyMismatchException>(() => ItemPrice.ByValue(mixed, Quantity.Pieces(1m))).ParamName);
        var negative = StepSchedule.From((Cny(0m), Cny(-1m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ItemPrice.ByValue(negative, Quantity.Pieces(1m)));
        var below = StepSchedule.From((Cny(-100m), Cny(10m)), (Cny(5m), Cny(9m)));
        Assert.Equal("prices", Assert.Throws<ArgumentOutOfRangeException>(() => ItemPrice.ByValue(below, Quantity.Pieces(1m))).ParamName);

        var formula = PriceFormula.Of("retail");
        Assert.Equal("discount", Assert.Throws<ArgumentOutOfRangeException>(() => formula.Less(Percent(100.01m))).ParamName);
        Assert.Equal("discount", Assert.Throws<ArgumentOutOfRangeException>(() => formula.Less(Percent(-1))).ParamName);
        Assert.Equal("markUp", Assert.Throws<ArgumentOutOfRangeException>(() => formula.MarkedUp(Percent(-1))).ParamName);
        Assert.Equal("margin", Assert.Throws<ArgumentOutOfRangeException>(() => formula.AtMargin(Percent(100))).ParamName);
        Assert.Equal("most", Assert.Throws<ArgumentOutOfRangeException>(() => formula.WithMargin(Percent(20), Percent(19))).ParamName);
        var cost = Timeline.Always(Cny(-1m));
        Assert.Equal(
            "cost",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(cost)).ParamName);
    }

    [Fact]
    public void Definitions_say_in_words_what_they_are()
    {
        Assert.Equal("CNY 3.20 per 100 PCE", ItemPrice.Of(Cny(3.2m), Quantity.Pieces(100m)).ToString());
        Assert.Equal(
            "from 0 PCE: CNY 10.00, from 100 PCE: CNY 9.20 per 1 PCE, graduated",
            ItemPrice.Of(Breaks((0m, 10m), (100m, 9.2m))).Graduated().ToString());
        Assert.Equal(
            "'retail' less 5%, rounded to step:10 half-away, plus CNY -0.01, margin at least 20%, margin at most 50%",
            PriceFormula.Of("retail").Less(Percent(5)).Rounded(Rounding.ToStep(10m, RoundingMode.HalfAwayFromZero)).Plus(Cny(-0.01m))
                .WithMargin(Percent(20), Percent(50)).ToString());
        Assert.Equal("cost at a margin of 20%", PriceFormula.OfCost().AtMargin(Percent(20)).ToString());
        Assert.Equal("cost plus 20%", PriceFormula.OfCost().AtMargin(Percent(5)).MarkedUp(Percent(20)).ToString());
        Assert.Equal(
            "retail: CNY without tax, everything\n../..: WIDGET: CNY 10.00 per 1 PCE; else 'base'\n",
            Always("retail", s_version.WithFormula(PriceFormula.Of("base"))).ToString());
    }
}
