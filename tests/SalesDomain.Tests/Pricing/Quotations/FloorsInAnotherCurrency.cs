using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>Floors of the house in its own currency, under quotations in another.</summary>
public sealed class FloorsInAnotherCurrency
{
    private static readonly PriceBook s_book = BookOf(
        Always(
            "dollars",
            PriceListVersion.Empty.With(Widget, ItemPrice.Of(Usd(14m))).With(Screw, ItemPrice.Of(Usd(14m))), Currency.USD));

    private static readonly ScopeTable<ItemPrice> s_floors = ScopeTable.MostSpecific(
        AccessSequence.Of(ScopeDimensions.Product), ScopeEntry.Of("widgets", Scope.Everything.Only(Widget), ItemPrice.Of(Cny(80m))));

    // 80.00 ÷ 7.1 = 11.267605…: ten cost 112.68 at least, converted before anything is rounded; 11.27 each would be 112.70.
    [Fact]
    public void They_are_converted_by_the_rates_of_the_book_before_anything_is_rounded()
    {
        var quotation = Rules(s_book.WithRates(ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.1m, Day))))
            .Quote(Dollars(Widgets(1, 10), Screws(2, 10)));

        Assert.Equal([Usd(112.68m), Usd(70m)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
        Assert.Contains("7.1", quotation.Explain().ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_rate_the_line_is_reported_and_the_rest_stands()
    {
        var quotation = Rules(s_book).Quote(Dollars(Widgets(1, 10), Screws(2, 10)));

        Assert.Equal(Usd(70m), quotation.Lines.Single().Net);
        Assert.Equal(
            "line 1: pricing.quote-floor-no-rate (line 1, floor widgets, price CNY 80.00, currency USD, on 2026-03-31)",
            quotation.Unpriced.Single().ToString());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_rate_of_a_later_day_is_none_and_says_so(int later, bool isQuoted)
    {
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.1m, Day.PlusDays(later)));

        var quotation = Rules(s_book.WithRates(rates)).Quote(Dollars(Widgets(1, 10)));

        Assert.Equal(isQuoted, quotation.IsComplete);
        Assert.Equal(
            isQuoted ? [] : ["pricing.quote-floor-no-rate", "exchange.no-rate-yet"],
            quotation.Unpriced.SelectMany(line => line.Reasons).Select(reason => reason.Code));
    }

    [Fact]
    public void The_floor_of_the_line_goes_before_and_needs_no_rate()
    {
        var line = Widgets(1, 10).WithFloor(Usd(12m), UnitOfMeasure.Piece);

        Assert.Equal(Usd(120m), Rules(s_book).Quote(Dollars(line)).Net);
    }

    private static Money Usd(decimal amount) => new(amount, Currency.USD);

    private static QuotationRules Rules(PriceBook book) =>
        QuotationRules.Of(
                book, DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("half", Percent(50m))), Vat, TaxBasis.WithoutTax)
            .WithFloors(s_floors);

    private static QuoteRequest Dollars(params QuoteLine[] lines) => QuoteRequest.Of(Day, Currency.USD, Known, lines);
}
