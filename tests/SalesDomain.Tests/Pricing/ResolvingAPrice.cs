using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

public sealed class ResolvingAPrice
{
    private static readonly PriceList s_retail = ListOf("retail", ItemPrice.Of(Breaks((1m, 10m), (100m, 9.20m))));

    [Fact]
    public void The_most_specific_list_with_a_price_wins_and_the_others_say_what_they_lost_by()
    {
        var group = ListOf("group", ItemPrice.Of(Cny(9m))).For(Scope.Everything.Only(Dealers));
        var customer = ListOf("customer", ItemPrice.Of(Cny(9.50m))).For(Scope.Everything.Only(Dealer));

        var price = BookOf(s_retail, group, customer).Ask(120m);

        Assert.Equal("customer", price.Winner!.Name);
        Assert.Equal(Cny(1_140m), price.Amount);
        Assert.Equal(["group", "retail"], price.Losers().Select(loser => loser.List.Name));
        Assert.Equal([Cny(9m), Cny(9.20m)], price.Losers().Select(loser => loser.UnitPrice!.Value));
        Assert.All(price.Codes(), code => Assert.Equal("pricing.less-specific", code));
        Assert.True(price.Explain().IsVerified);
        Assert.Equal("CNY 9.50 per PCE by 'customer', without tax", price.ToString());
    }

    [Fact]
    public void A_list_without_the_product_is_passed_over()
    {
        var customer = Always("customer", PriceListVersion.Empty.With(Screw, ItemPrice.Of(Cny(1m)))).For(Scope.Everything.Only(Dealer));

        var price = BookOf(s_retail, customer).Ask(120m);

        Assert.Equal(("retail", Cny(9.20m)), (price.Winner!.Name, price.UnitPrice));
        Assert.Equal(["pricing.no-item"], price.Codes());
    }

    [Theory]
    [InlineData(100, "customer")]
    [InlineData(101, "retail")]
    public void P_10_above_the_last_bound_of_a_to_scale_there_is_no_price_and_the_next_list_is_asked(int pieces, string winner)
    {
        var upTo = TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (100m, 0m));
        var price = BookOf(s_retail, ListOf("customer", ItemPrice.Of(upTo)).For(Scope.Everything.Only(Dealer))).Ask(pieces);

        Assert.Equal(winner, price.Winner!.Name);
        Assert.Equal(pieces > 100 ? "pricing.no-break" : "pricing.less-specific", price.Codes().Single());
    }

    [Theory]
    [InlineData(2026, 3, 30, false)]
    [InlineData(2026, 3, 31, true)]
    [InlineData(2026, 4, 1, true)]
    [InlineData(2026, 4, 2, false)]
    public void P_11_both_end_days_of_a_version_are_in_it(int year, int month, int day, bool hasPrice)
    {
        var days = new DateSpan(new LocalDate(2026, 3, 31), new LocalDate(2026, 4, 1));
        var list = PriceList.Of("april", Currency.CNY, TaxBasis.WithTax)
            .During(days, PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))));
        var price = BookOf(list).Ask(Quantity.Pieces(1m), on: new LocalDate(year, month, day));

        Assert.Equal(hasPrice, price.HasPrice);
        Assert.Equal(hasPrice ? days : (DateSpan?)null, price.Effective);
        Assert.Equal(hasPrice ? TaxBasis.WithTax : (TaxBasis?)null, price.TaxBasis);
        Assert.Equal(hasPrice ? 0 : 1, price.NotApplicable().Count(rejected => rejected.Reasons[0].Code == "pricing.not-effective"));
    }

    [Fact]
    public void P_12_a_version_of_the_future_does_not_hide_that_of_today()
    {
        var list = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.From(Day.PlusDays(1)), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(12m))))
            .During(DateSpan.Until(Day), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))));

        Assert.Equal(Cny(10m), BookOf(list).Ask(1m).UnitPrice);
        Assert.Equal(Cny(12m), BookOf(list).Ask(Quantity.Pieces(1m), on: Day.PlusDays(1)).UnitPrice);
    }

    [Fact]
    public void P_15_zero_is_a_price()
    {
        var free = ListOf("gift", ItemPrice.Of(Cny(0m))).For(Scope.Everything.Only(Dealer));
        var price = BookOf(s_retail, free).Ask(5m);

        Assert.True(price.HasPrice);
        Assert.Equal(Cny(0m), price.Amount);
        Assert.True(price.Explain().IsVerified);
    }

    [Theory]
    [InlineData(-99, -990)]
    [InlineData(-100, -920)]
    public void P_16_the_break_of_a_negative_quantity_is_that_of_the_quantity_without_its_sign(int pieces, int amount)
    {
        var price = BookOf(s_retail).Ask(pieces);

        Assert.Equal(Cny(amount), price.Amount);
        Assert.True(price.UnitPrice.IsPositive);
        Assert.True(price.Explain().IsVerified);
        Assert.Null(price.NextBreak(Quantity.Pieces(1m)));

        // A return has the price of its sale; one that is looked up says so.
        Assert.Equal(
            "pricing.return-looked-up (product WIDGET, quantity " + pieces + " PCE, list retail, on 2026-03-31)",
            price.Warnings().Single().ToString());
        Assert.EndsWith(", looked up for a return", price.ToString(), System.StringComparison.Ordinal);
        Assert.Empty(BookOf(s_retail).Ask(-pieces).Warnings());
        Assert.Empty(BookOf().Ask(pieces).Warnings());
    }

    [Fact]
    public void P_14_what_is_paid_for_a_purchase_is_a_cost_and_no_price()
    {
        var bought = PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece))
            .WithCost(Timeline.Of((DateSpan.From(Day), Cny(1m))));

        Assert.Equal(Cny(10m), BookOf(s_retail).With(bought).Ask(1m).UnitPrice);
        Assert.False(BookOf().With(bought).Ask(1m).HasPrice);
    }

    [Fact]
    public void Of_equally_specific_lists_the_one_with_the_higher_precedence_wins()
    {
        var price = BookOf(s_retail, ListOf("campaign", ItemPrice.Of(Cny(8m))).WithPrecedence(1)).Ask(1m);

        Assert.Equal("campaign", price.Winner!.Name);
        Assert.Equal(["pricing.lower-precedence"], price.Codes());
        Assert.True(price.Explain().IsVerified);
    }

    [Fact]
    public void A_book_that_takes_the_lowest_asks_all_lists_that_hold()
    {
        var customer = ListOf("customer", ItemPrice.Of(Cny(9.50m))).For(Scope.Everything.Only(Dealer));
        var book = BookOf(s_retail, customer).TakingLowest();

        Assert.Equal("customer", book.Ask(99m).Winner!.Name);
        Assert.Equal("retail", book.Ask(100m).Winner!.Name);
        Assert.Equal(["pricing.not-lowest"], book.Ask(100m).Codes());
        Assert.True(book.Ask(100m).Explain().IsVerified);

        var same = ListOf("same", ItemPrice.Of(Cny(9.50m)));
        Assert.Equal("customer", BookOf(same, customer).TakingLowest().Ask(1m).Winner!.Name);
        Assert.Equal(["pricing.less-specific"], BookOf(same, customer).TakingLowest().Ask(1m).Codes());
    }

    [Fact]
    public void A_price_in_the_currency_of_the_document_comes_before_a_more_specific_one_that_has_to_be_converted()
    {
        var dollars = ListOf("dollars", ItemPrice.Of(new Money(1m, Currency.USD)), Currency.USD).For(Scope.Everything.Only(Dealer));
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.1234m, Day));
        var book = BookOf(s_retail, dollars).WithRates(rates).WithGenericCurrency(Currency.USD);

        Assert.Equal("retail", book.Ask(1m).Winner!.Name);
        Assert.Equal(["pricing.agreed-in-other-currency"], book.Ask(1m).Codes());
        Assert.False(book.Ask(1m).IsConverted);

        // What was agreed would be 7.1234: somebody should know, also where there is no rate for it.
        Assert.Equal(
            "pricing.agreed-in-other-currency (list dollars, currency USD, price CNY 7.1234, winner's price CNY 10.00)",
            book.Ask(1m).Warnings().Single().ToString());
        Assert.Equal(Cny(7.1234m), book.Ask(1m).Losers().Single().UnitPrice);
        Assert.Null(BookOf(s_retail, dollars).Ask(1m).Losers().Single().UnitPrice);
        Assert.Single(BookOf(s_retail, dollars).Ask(1m).Warnings());

        // It is not the lowest either, and a list that is no more specific is only another currency.
        Assert.Equal("retail", book.TakingLowest().Ask(1m).Winner!.Name);
        var general = BookOf(s_retail, ListOf("dollars", ItemPrice.Of(new Money(1m, Currency.USD)), Currency.USD)).WithRates(rates);
        Assert.Equal(["pricing.other-currency"], general.Ask(1m).Codes());
        Assert.Empty(general.Ask(1m).Warnings());
    }

    [Fact]
    public void Without_a_price_in_its_currency_that_of_the_generic_one_is_converted_and_then_rounded()
    {
        var dollars = ListOf("dollars", ItemPrice.Of(new Money(1.5m, Currency.USD)), Currency.USD);
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.1234m, Day));
        var exact = BookOf(dollars).WithRates(rates).WithGenericCurrency(Currency.USD);

        Assert.Equal(Cny(10.6851m), exact.Ask(1m).UnitPrice);
        Assert.True(exact.Ask(1m).IsConverted);
        Assert.True(exact.Ask(3m).Explain().IsVerified);

        var rounded = exact.WithGenericCurrency(Currency.USD, Rounding.ToStep(0.05m, RoundingMode.Up)).Ask(1000m);
        Assert.Equal((Cny(10.70m), Cny(10_700m)), (rounded.UnitPrice, rounded.Amount));
        Assert.True(rounded.Explain().IsVerified);
        Assert.Equal("CNY 10.70 per PCE by 'dollars', without tax, converted from USD", rounded.ToString());
    }

    [Fact]
    public void Without_a_rate_there_is_no_price_and_the_reason_names_what_is_missing()
    {
        var dollars = ListOf("dollars", ItemPrice.Of(new Money(1.5m, Currency.USD)), Currency.USD);

        var price = BookOf(dollars).WithRates(ExchangeRates.Of()).WithGenericCurrency(Currency.USD).Ask(1m);

        Assert.False(price.HasPrice);
        Assert.Equal(["pricing.no-rate", "exchange.no-rate"], price.Reasons().Select(reason => reason.Code));
        Assert.Equal(["pricing.other-currency"], BookOf(dollars).Ask(1m).Reasons().Select(reason => reason.Code));
        Assert.Equal(["pricing.no-rate"], BookOf(dollars).WithGenericCurrency(Currency.USD).Ask(1m).Reasons().Select(r => r.Code));
    }

    [Fact]
    public void No_price_is_an_answer_that_explains_itself()
    {
        var elsewhere = s_retail.For(Scope.Everything.Only(new CustomerId("other")));
        var price = BookOf(elsewhere).Ask(1m);

        Assert.False(price.HasPrice);
        Assert.Equal("no price", price.ToString());
        Assert.Equal(["pricing.no-list"], price.Reasons().Select(reason => reason.Code));
        Assert.Equal("scope.not-in-customers", price.NotApplicable().Single().Reasons.Single().Code);
        Assert.Equal(Figure.Absent, price.Explain().Value);
        Assert.True(price.Explain().IsVerified);
        Assert.Throws<System.InvalidOperationException>(() => price.UnitPrice);
        Assert.Throws<System.InvalidOperationException>(() => price.Per);
        Assert.Null(price.NextBreak(Quantity.Pieces(1m)));
    }
}
