using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

public sealed class FormulaPrices
{
    private static readonly PriceList s_retail = ListOf("retail", ItemPrice.Of(Breaks((1m, 10m), (100m, 9.20m))));

    private static readonly Scope s_dealer = Scope.Everything.Only(Dealer);

    private static PriceList Formula(string name, PriceFormula formula, Currency? currency = null) =>
        Always(name, PriceListVersion.Empty.WithFormula(formula), currency);

    [Theory]
    [InlineData(99, "9.50")]
    [InlineData(100, "8.74")]
    public void A_formula_is_taken_of_the_base_price_at_the_break_reached(int pieces, string unitPrice)
    {
        var price = BookOf(s_retail, Formula("dealer", PriceFormula.Of("retail").Less(Percent(5))).For(s_dealer)).Ask(pieces);

        Assert.Equal("CNY " + unitPrice, price.UnitPrice.ToString());
        Assert.Equal(s_retail.Versions.At(Day).ItemsOf(Widget)[0], price.Item);
        Assert.True(price.Explain().IsVerified);
    }

    [Fact]
    public void An_own_record_comes_before_the_formula()
    {
        var version = PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(7m))).WithFormula(PriceFormula.Of("retail"));

        Assert.Equal(Cny(7m), BookOf(s_retail, Always("dealer", version).For(s_dealer)).Ask(1m).UnitPrice);
    }

    [Fact]
    public void P_18_in_a_chain_each_base_is_converted_once_and_before_the_formula()
    {
        var yen = ListOf("yen", ItemPrice.Of(new Money(1_000m, Currency.JPY)), Currency.JPY);
        var dollars = Formula(
            "dollars",
            PriceFormula.Of("yen").Rounded(Rounding.ToStep(10m, RoundingMode.HalfAwayFromZero)).Plus(new Money(-0.01m, Currency.USD)),
            Currency.USD);
        var agreed = Formula("agreed", PriceFormula.Of("dollars").Less(Percent(10)), Currency.USD).For(s_dealer);
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.JPY, Currency.USD, 0.009502m, Day));
        var book = BookOf(yen, dollars, agreed).WithRates(rates);

        var price = book.Price(Widget, Quantity.Pieces(2m), Known, Day, Currency.USD);

        Assert.Equal(new Money(8.991m, Currency.USD), price.UnitPrice);
        Assert.True(price.Explain().IsVerified);
        Assert.Equal("pricing.no-rate", book.WithRates(ExchangeRates.Of()).Price(Widget, Quantity.Pieces(2m), Known, Day, Currency.USD)
            .Reasons()[0].Code);
    }

    [Theory]
    [InlineData("5.80", "5.85")]
    [InlineData("5.85", "5.85")]
    [InlineData("5.90", "5.90")]
    [InlineData("9.36", "9.36")]
    [InlineData("9.40", "9.36")]
    public void The_price_is_held_between_the_least_and_the_most_margin_on_cost(string listed, string unitPrice)
    {
        // Cost 4.68: at a margin of 20 % 5.85, of 50 % 9.36.
        var amount = decimal.Parse(listed, System.Globalization.CultureInfo.InvariantCulture);
        var formula = PriceFormula.Of("base").WithMargin(Percent(20), Percent(50));
        var book = BookOf(ListOf("base", ItemPrice.Of(Cny(amount))), Formula("held", formula).For(s_dealer)).With(Costing(Cny(4.68m)));

        Assert.Equal(Cny(decimal.Parse(unitPrice, System.Globalization.CultureInfo.InvariantCulture)), book.Ask(1m).UnitPrice);
        Assert.True(book.Ask(7m).Explain().IsVerified);
    }

    [Fact]
    public void A_margin_is_kept_for_as_many_units_as_the_price_is_for_and_in_the_currency_of_the_list()
    {
        var formula = PriceFormula.Of("base").WithMargin(Percent(20));
        var book = BookOf(
                ListOf("base", ItemPrice.Of(Cny(1m), Quantity.Pieces(100m))), Formula("held", formula).For(s_dealer))
            .With(Costing(new Money(0.01m, Currency.USD)))
            .WithRates(ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 8m, Day)));

        // 100 × 0.01 × 8 ÷ 0.8
        Assert.Equal(Cny(10m), book.Ask(100m).Amount);
        Assert.True(book.Ask(100m).Explain().IsVerified);
    }

    [Fact]
    public void Without_the_cost_a_formula_that_needs_it_has_no_price()
    {
        var book = BookOf(s_retail, Formula("held", PriceFormula.Of("retail").WithMargin(Percent(20))).For(s_dealer));

        Assert.Equal("retail", book.Ask(1m).Winner!.Name);
        Assert.Equal(["pricing.no-cost"], book.Ask(1m).Codes());
        Assert.Equal("pricing.no-cost", BookOf(Formula("cost", PriceFormula.OfCost())).Ask(1m).Reasons()[0].Code);
    }

    [Fact]
    public void A_formula_of_a_graduated_price_is_taken_part_by_part()
    {
        var retail = ListOf("retail", ItemPrice.Of(Breaks((0m, 10m), (100m, 9.20m))).Graduated());
        var formula = PriceFormula.Of("retail").Less(Percent(5)).Rounded(Rounding.ToStep(0.5m, RoundingMode.Down));
        var price = BookOf(retail, Formula("dealer", formula).For(s_dealer)).Ask(150m);

        // 9.50 × 100 + 8.50 × 50
        Assert.Equal(Cny(1_375m), price.Amount);
        Assert.True(price.Explain().IsVerified);
    }

    [Fact]
    public void A_price_below_zero_is_none()
    {
        var book = BookOf(s_retail, Formula("gift", PriceFormula.Of("retail").Plus(Cny(-10.01m))).For(s_dealer));

        Assert.Equal("retail", book.Ask(1m).Winner!.Name);
        Assert.Equal(["pricing.below-zero"], book.Ask(1m).Codes());
        Assert.Equal(Cny(0m), BookOf(s_retail, Formula("gift", PriceFormula.Of("retail").Plus(Cny(-10m))).For(s_dealer)).Ask(1m).Amount);
    }

    [Fact]
    public void What_is_no_price_in_a_list_is_none_to_start_from()
    {
        var below = Formula("below", PriceFormula.Of("retail").Plus(Cny(-12m))).WithPrecedence(1);
        var above = Formula("above", PriceFormula.Of("below").Plus(Cny(10m))).For(s_dealer);

        Assert.Equal("retail", BookOf(s_retail, below, above).Ask(1m).Winner!.Name);
        Assert.Equal(["pricing.below-zero", "pricing.below-zero"], BookOf(s_retail, below, above).Ask(1m).Codes());
    }

    [Fact]
    public void A_long_chain_of_formulas_is_checked_list_by_list()
    {
        PriceList[] lists =
        [
            s_retail,
            .. Enumerable.Range(0, 400).Select(
                i => Formula("L" + i, PriceFormula.Of(i == 0 ? "retail" : "L" + (i - 1))).WithPrecedence(i + 1)),
        ];

        Assert.Equal(Cny(10m), BookOf(lists).Ask(1m).UnitPrice);
        lists[0] = Formula("retail", PriceFormula.Of("L399"));
        Assert.Throws<ArgumentException>(() => BookOf(lists));
    }

    [Fact]
    public void A_base_without_the_product_or_without_a_version_on_the_day_gives_no_price()
    {
        var late = PriceList.Of("late", Currency.CNY, TaxBasis.WithoutTax).WithPrecedence(1)
            .During(DateSpan.From(Day.PlusDays(1)), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(1m))));
        var book = BookOf(s_retail, late, Formula("dealer", PriceFormula.Of("late")).For(s_dealer));

        Assert.Equal("retail", book.Ask(1m).Winner!.Name);
        Assert.Equal(
            "pricing.no-base (list dealer, base late, on 2026-03-31)", book.Ask(1m).Losers().Single().Reasons.Single().ToString());
        var between = Formula("between", PriceFormula.Of("late")).WithPrecedence(2);
        var chained = BookOf(late, between, Formula("dealer", PriceFormula.Of("between")).For(s_dealer));
        Assert.Equal(
            ["pricing.no-base (list dealer, base late, on 2026-03-31)", "pricing.no-base (list between, base late, on 2026-03-31)"],
            chained.Ask(1m).Reasons().Select(reason => reason.ToString()));
        Assert.Equal("dealer", book.Ask(Quantity.Pieces(1m), on: Day.PlusDays(1)).Winner!.Name);
    }

    [Fact]
    public void A_chain_that_comes_back_is_refused_and_named()
    {
        var fault = Assert.Throws<ArgumentException>(() => BookOf(
            Formula("a", PriceFormula.Of("b")).WithPrecedence(1), Formula("b", PriceFormula.Of("c")).WithPrecedence(2),
            Formula("c", PriceFormula.Of("a"))));

        Assert.Equal("lists", fault.ParamName);
        Assert.Contains("'a' -> 'b' -> 'c' -> 'a'", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BookOf(Formula("a", PriceFormula.Of("a"))));
        Assert.Contains(
            "'a' is computed from 'b'", Assert.Throws<ArgumentException>(() => BookOf(Formula("a", PriceFormula.Of("b")))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_that_take_turns_in_being_the_base_of_each_other_are_no_cycle()
    {
        static PriceList Turn(string name, string other, DateSpan own, DateSpan computed) =>
            PriceList.Of(name, Currency.CNY, TaxBasis.WithoutTax)
                .During(own, PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))))
                .During(computed, PriceListVersion.Empty.WithFormula(PriceFormula.Of(other).Less(Percent(10))));

        var (first, second) = (DateSpan.Until(Day), DateSpan.From(Day.PlusDays(1)));
        var book = BookOf(Turn("a", "b", first, second).For(s_dealer), Turn("b", "a", second, first));

        Assert.Equal(Cny(10m), book.Ask(1m).UnitPrice);
        Assert.Equal(Cny(9m), book.Ask(Quantity.Pieces(1m), on: Day.PlusDays(1)).UnitPrice);
    }

    private static PricedProduct Costing(Money cost) =>
        PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(Timeline.Always(cost));
}
