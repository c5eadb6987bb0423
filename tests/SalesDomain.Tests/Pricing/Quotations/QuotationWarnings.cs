using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What should be looked at before a quotation goes out.</summary>
public sealed class QuotationWarnings
{
    private static readonly PriceList s_retail = ListOf("retail", ItemPrice.Of(Breaks((1m, 10m), (100m, 9.20m))));

    [Fact]
    public void An_inverted_scale_names_both_totals_practice_5_3()
    {
        var warning = Rules(Practice).Quote(AskWidgets(2_999)).Warnings.Single();

        Assert.Equal(
            "pricing.quote-inverted-scale (line 1, list P, quantity 2999 PCE, amount CNY 287904.00, quantity then 3000 PCE, "
            + "amount then CNY 282000.00)",
            warning.ToString());
    }

    [Theory]
    [InlineData(2_937, false)]
    [InlineData(2_938, true)]
    [InlineData(2_999, true)]
    [InlineData(3_000, false)]
    public void The_scale_is_inverted_from_2938_to_2999_pieces(int pieces, bool isInverted) =>
        Assert.Equal(
            isInverted, Rules(Practice).Quote(AskWidgets(pieces)).CodesOf().Contains("pricing.quote-inverted-scale"));

    [Fact]
    public void Three_more_and_the_price_is_9_20()
    {
        var quotation = Rules(s_retail).WithNearBreak(Percent(10m)).Quote(AskWidgets(97));

        Assert.Equal(
            "pricing.quote-near-break (line 1, list retail, more 3 PCE, price CNY 10.00, price then CNY 9.20, amount CNY 970.00, "
            + "amount then CNY 920.00, total is lower yes)",
            quotation.Find("pricing.quote-near-break")!.Value.ToString());
        Assert.Equal(quotation.Warnings, quotation.Lines[0].Warnings);
    }

    // Ten more are 11.11 % of 90, nine more 9.89 % of 91.
    [Theory]
    [InlineData(90, 11.2, true)]
    [InlineData(90, 11.1, false)]
    [InlineData(91, 9.9, true)]
    [InlineData(91, 9.8, false)]
    [InlineData(100, 1_000, false)]
    public void The_next_break_is_told_within_the_share_that_is_declared(int pieces, double percent, bool isTold) =>
        Assert.Equal(
            isTold,
            Rules(s_retail).WithNearBreak(Percent((decimal)percent)).Quote(AskWidgets(pieces)).CodesOf()
                .Contains("pricing.quote-near-break"));

    [Theory]
    [InlineData(80, true)]
    [InlineData(79, false)]
    public void The_bound_itself_is_near(int pieces, bool isTold)
    {
        var rules = Rules(s_retail).WithNearBreak(Percent(25m));

        Assert.Equal(isTold, rules.Quote(AskWidgets(pieces)).Find("pricing.quote-near-break") is not null);
        Assert.Null(Rules(s_retail).Quote(AskWidgets(pieces)).Find("pricing.quote-near-break"));
    }

    [Fact]
    public void What_concerns_two_lines_of_a_product_is_said_once_and_counts_both()
    {
        var quotation = Rules(s_retail).WithNearBreak(Percent(10m)).Quote(Ask(Widgets(1, 50), Widgets(2, 47)));

        Assert.Equal((Figure)Quantity.Pieces(3m), quotation.Find("pricing.quote-near-break")!.Value.Find("more"));
        Assert.Empty(quotation.Lines[1].Warnings);
    }

    [Fact]
    public void What_is_sold_by_the_dozen_reaches_the_break_by_dozens()
    {
        var quotation = Rules(s_retail).WithNearBreak(Percent(20m))
            .Quote(Ask(Widgets(1, 96).InMultiplesOf(Quantity.Pieces(12m))));

        Assert.Equal((Figure)Quantity.Pieces(12m), quotation.Find("pricing.quote-near-break")!.Value.Find("more"));
    }

    [Fact]
    public void A_scale_that_rises_is_no_reason_to_buy_more()
    {
        var rules = Rules(ListOf("rising", ItemPrice.Of(Breaks((1m, 10m), (100m, 11m))))).WithNearBreak(Percent(10m));

        Assert.Empty(rules.Quote(AskWidgets(99)).Warnings);
    }

    [Fact]
    public void A_price_converted_from_another_currency_is_told()
    {
        var list = ListOf("export", ItemPrice.Of(new Money(2m, Currency.USD)), Currency.USD);
        var book = BookOf(list).WithRates(ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7m, Day)))
            .WithGenericCurrency(Currency.USD);
        var rules = QuotationRules.Of(book, DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax);

        var quotation = rules.Quote(AskWidgets(3));

        Assert.Equal(
            "pricing.quote-converted (line 1, list export, from USD, price CNY 14.00)", quotation.Warnings.Single().ToString());
        Assert.Equal(Cny(42m), quotation.Net);
        Assert.Empty(quotation.Explain().Verify());
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(100.01, true)]
    public void A_price_below_its_floor_is_told(double floor, bool isTold)
    {
        var quotation = Rules(Practice).Quote(Ask(Widgets(1, 2).WithFloor(Cny((decimal)floor), UnitOfMeasure.Piece)));

        Assert.Equal(isTold ? ["pricing.quote-below-floor"] : [], quotation.CodesOf());
    }

    [Fact]
    public void A_discount_stops_at_the_floor_and_so_is_not_below()
    {
        var discounts = DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("half", Percent(50m)));

        var quotation = Rules(discounts, Practice).Quote(Ask(Widgets(1, 2).WithFloor(Cny(90m), UnitOfMeasure.Piece)));

        Assert.Equal(Cny(180m), quotation.Net);
        Assert.Empty(quotation.Warnings);
        Assert.Equal("pricing.discount-held-at-floor", quotation.Discounted!.Reasons.Single().Code);
    }

    [Fact]
    public void What_was_agreed_in_another_currency_is_told_where_a_general_list_wins()
    {
        var agreed = ListOf("dollars", ItemPrice.Of(new Money(1m, Currency.USD)), Currency.USD).For(Scope.Everything.Only(Dealer));
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.1234m, Day));
        var book = BookOf(Practice, agreed).WithRates(rates).WithGenericCurrency(Currency.USD);
        var rules = QuotationRules.Of(book, DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax);

        Assert.Equal(
            ["pricing.agreed-in-other-currency (list dollars, currency USD, price CNY 7.1234, winner's price CNY 100.00)"],
            rules.Quote(Ask(Widgets(1, 1), Widgets(2, 1))).Warnings.Select(reason => reason.ToString()));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(30, null)]
    [InlineData(31, "CNY 12.00")]
    [InlineData(61, "none")]
    public void A_list_that_ends_before_the_quotation_is_told_with_the_price_then(int days, string? then)
    {
        var list = PriceList.Of("dated", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Until(Day.PlusDays(30)), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))))
            .During(
                new DateSpan(Day.PlusDays(31), Day.PlusDays(60)), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(12m))));

        var quotation = Rules(list).ValidFor(days).Quote(AskWidgets(1));

        Assert.Equal(Day.PlusDays(days), quotation.ValidUntil);
        var told = quotation.Find("pricing.quote-list-ends");
        Assert.Equal(then, told?.Find("price then")?.ToString());
        Assert.Equal(then is null, told is null);
        Assert.Equal(new LocalDate(2026, 4, 2), Rules(list).ValidFor(days).Quote(AskWidgets(1).WithValidity(new(2026, 4, 2))).ValidUntil);
    }
}
