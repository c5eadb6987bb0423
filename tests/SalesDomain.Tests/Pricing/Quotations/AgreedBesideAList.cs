using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>A price is agreed without a list only for what no list knows; a list price that was not found is not made up for.</summary>
public sealed class AgreedBesideAList
{
    private const string Beside = "pricing.quote-agreed-beside-list";
    private static readonly ItemPrice s_hundred = ItemPrice.Of(Cny(100m));
    private static readonly RoleId s_sales = new("sales");
    private static readonly RoleId s_boss = new("boss");

    private static readonly PriceAuthority s_authority = PriceAuthority.Of(Authority.Over(PriceAuthority.Discount)
        .With(s_sales, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(5m))))
        .With(s_boss, (PriceAuthority.Discount, AuthorityLimit.Unlimited)));

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public void Below_the_first_break_there_is_no_price_to_agree_on(int pieces, bool isPriced)
    {
        var rules = Rules(ListOf("list", ItemPrice.Of(Breaks((10m, 100m))))).WithAuthority(s_authority);

        var quotation = Quote(rules, Widgets(1, pieces).Priced(50m));

        Assert.Equal(isPriced, quotation.IsComplete);
        Assert.Equal(isPriced ? s_boss : default(RoleId?), quotation.Approval?.Role);
        Assert.Equal(isPriced ? [] : ["pricing.no-break", Beside], WhyNot(quotation));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(-31, false)]
    public void A_list_that_ended_or_has_yet_to_begin_is_a_list(int days, bool isPriced)
    {
        var march = PriceList.Of("march", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.OfMonth(2026, 3), PriceListVersion.Empty.With(Widget, s_hundred));
        var on = Day.PlusDays(days);

        var quotation = Rules(march).Quote(QuoteRequest.Of(on, Currency.CNY, Known, Widgets(1, 10).Priced(50m)));

        Assert.Equal(isPriced, quotation.IsComplete);
        Assert.Equal(isPriced ? [] : ["pricing.no-list", Beside], WhyNot(quotation));
        Assert.True(Rules(march).Quote(QuoteRequest.Of(on, Currency.CNY, Known, Screws(1, 10).Priced(50m))).IsComplete);
    }

    [Fact]
    public void A_unit_currency_or_cost_that_is_missing_hides_no_list_price()
    {
        var dollars = ListOf("dollars", ItemPrice.Of(new Money(15m, Currency.USD)), Currency.USD);
        var byCost = Always("by cost", PriceListVersion.Empty.WithFormula(PriceFormula.OfCost().MarkedUp(Percent(20m))));

        Assert.Equal(
            ["pricing.unknown-unit", Beside],
            WhyNot(Quote(Rules(ListOf("list", s_hundred)), InCase(1, 10).AtPrice(Cny(50m), UnitOfMeasure.Case))));
        Assert.Equal(["pricing.other-currency", Beside], WhyNot(Quote(Rules(dollars), Widgets(1, 10).Priced(50m))));
        Assert.Equal(["pricing.no-cost", Beside], WhyNot(Quote(Rules(byCost), Widgets(1, 10).Priced(50m))));

        // What the list in dollars does not have either is made to order.
        Assert.True(Quote(Rules(dollars), Screws(1, 10).Priced(50m)).IsComplete);
    }

    [Fact]
    public void What_was_taken_out_of_a_list_and_what_others_buy_by_is_not_known_to_it()
    {
        var was = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.OfYear(2025), PriceListVersion.Empty.With(Widget, s_hundred))
            .During(DateSpan.OfYear(2026), PriceListVersion.Empty.With(Screw, s_hundred));
        var others = ListOf("others", s_hundred).For(Scope.Everything.Only(new CustomerId("D-2")));

        Assert.True(Quote(Rules(was, others), Widgets(1, 10).Priced(50m)).IsComplete);
        Assert.Equal(
            [Beside], WhyNot(Quote(Rules(was, ListOf("his", ItemPrice.Of(Breaks((99m, 1m)))).For(Scope.Everything.Only(Dealer))),
                Widgets(1, 10).Priced(50m))).Where(code => code == Beside));
    }

    [Fact]
    public void The_reason_names_the_list()
    {
        var quotation = Quote(Rules(ListOf("list", ItemPrice.Of(Breaks((10m, 100m))))), Widgets(1, 9).Priced(50m));

        Assert.Equal(
            Beside + " (line 1, product WIDGET, price CNY 50.00, unit PCE, list list)", quotation.Unpriced.Single().Reasons[^1].ToString());
    }

    private static Quotation Quote(QuotationRules rules, QuoteLine line) =>
        rules.Quote(Ask(line).WithDocument(new DocumentId("Q-1")));

    private static string[] WhyNot(Quotation quotation) =>
        [.. quotation.Unpriced.SelectMany(line => line.Reasons).Select(reason => reason.Code)];
}
