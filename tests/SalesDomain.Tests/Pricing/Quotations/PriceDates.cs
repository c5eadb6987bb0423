using NodaTime;
using NodaTime.Text;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>The day whose price lists hold: that of the request, unless another is declared.</summary>
public sealed class PriceDates
{
    private static readonly LocalDate s_april = new(2026, 4, 1);

    private static readonly PriceList s_list = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
        .During(DateSpan.Until(s_april.PlusDays(-1)), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))))
        .During(DateSpan.From(s_april), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(12m))));

    // The list of March is 10.00, that of April 12.00; the discount of 10 % and the cost of 9.00 are of April.
    [Theory]
    [InlineData(null, 120, "2026-04-01")]
    [InlineData("2026-04-01", 120, "2026-04-01")]
    [InlineData("2026-03-31", 100, "2026-03-31")]
    public void The_price_date_is_the_day_of_the_request_unless_declared(string? declared, int list, string priced)
    {
        var book = BookOf(s_list).With(
            PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(
                Timeline.Of((DateSpan.Until(s_april.PlusDays(-1)), Cny(5m)), (DateSpan.From(s_april), Cny(9m)))));
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("april", Percent(10m)).During(DateSpan.From(s_april)));
        var rules = QuotationRules.Of(book, discounts, Vat, TaxBasis.WithoutTax).WithAuthority(
            PriceAuthority.Of(
                Authority.Over(PriceAuthority.Margin)
                    .With(new RoleId("rep"), (PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(0m))))));
        var request = AskWidgets(10, s_april).WithDocument(new DocumentId("Q-1"));
        request = declared is null ? request : request.WithPriceDate(LocalDatePattern.Iso.Parse(declared).Value);

        var quotation = rules.Quote(request);

        Assert.Equal((Cny(list), Cny(list * 0.9m)), (quotation.Discounted!.ListAmount, quotation.Net));
        Assert.Equal(Cny(90m), quotation.Approval!.Parts[0].Cost);
        Assert.Equal(priced, LocalDatePattern.Iso.Format(quotation.Lines[0].Price.On));
        Assert.Equal(priced, LocalDatePattern.Iso.Format(request.PriceDate));
        Assert.True(quotation.Explain().IsVerified);
    }

    // The list of March ends with the day; at the prices of a declared day the quotation holds them.
    [Fact]
    public void Prices_of_a_declared_day_hold_as_long_as_the_quotation()
    {
        var rules = Rules(s_list).ValidFor(30);

        Assert.Equal(["pricing.quote-list-ends"], rules.Quote(AskWidgets(1)).CodesOf());
        Assert.Empty(rules.Quote(AskWidgets(1).WithPriceDate(Day)).Warnings);
    }
}
