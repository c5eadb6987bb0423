using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>One call prices a document.</summary>
public sealed class QuotingADocument
{
    [Theory]
    [InlineData(1, 3_200, 300_800, 339_904)]
    [InlineData(2, 1_200, 115_200, 130_176)]
    [InlineData(3, 3_500, 329_000, 371_770)]
    public void Orders_of_the_quarter_of_practice_5_4(int month, int pieces, int net, int gross)
    {
        var quotation = Rules(Practice).Quote(AskWidgets(pieces, new LocalDate(2026, month, 15)));

        Assert.Equal((Cny(net), Cny(gross)), (quotation.Net, quotation.Gross));
        Assert.Equal(Cny(gross - net), quotation.Tax);
        Assert.True(quotation.IsComplete);
        Assert.Equal((Figure)Cny(gross), quotation.Explain().Value);
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void Quantities_of_a_product_count_together_and_free_goods_not()
    {
        var rules = Rules(Practice);
        var request = Ask(
            Widgets(1, 900), Widgets(2, 99), Widgets(3, 5_000).With(PriceKind.Free),
            QuoteLine.Returned(4, Widget, Quantity.Pieces(500), Cny(48_000m), TaxBasis.WithoutTax));

        var quotation = rules.Quote(request);
        Assert.Equal([Cny(90_000m), Cny(9_900m), Cny(0m), Cny(-48_000m)], quotation.Lines.Select(line => line.Net));
        Assert.Equal(Cny(500_000m), quotation.Lines[2].Discounted!.ListAmount);

        // One more reaches the thousand, over both lines.
        var thousand = rules.Quote(Ask(Widgets(1, 900), Widgets(2, 100), Widgets(3, 1).With(PriceKind.Free)));
        Assert.Equal([Cny(86_400m), Cny(9_600m), Cny(0m)], thousand.Lines.Select(line => line.Net));
        Assert.Equal(Cny(96m), thousand.Lines[2].Discounted!.ListAmount);
        Assert.Equal(Quantity.Pieces(1_000), thousand.Lines[0].Price.Quantity);
        Assert.Empty(thousand.Explain().Verify());

        Assert.Equal(
            [Cny(90_000m), Cny(10_000m)],
            rules.Counting(BreakBasis.Line).Quote(Ask(Widgets(1, 900), Widgets(2, 100))).Lines.Select(line => line.Net));
    }

    [Fact]
    public void Products_of_a_mix_group_count_together()
    {
        var list = Always(
            "mix",
            PriceListVersion.Empty.With(Widget, ItemPrice.Of(Breaks((0m, 10m), (100m, 9m))))
                .With(Screw, ItemPrice.Of(Breaks((0m, 2m), (100m, 1.5m)))));
        var rules = Rules(list);
        var request = Ask(Widgets(1, 60), Screws(2, 40));

        Assert.Equal(Cny(680m), rules.Quote(request).Net);
        Assert.Equal(
            Cny(600m), rules.CountingTogether(Scope.Everything.Only(Widget, Screw)).Quote(request).Net);
    }

    [Fact]
    public void Pieces_and_cases_of_one_product_count_together()
    {
        var oneCase = new Quantity(1m, UnitOfMeasure.Case);
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(oneCase, Quantity.Pieces(24m));
        var book = BookOf(ListOf("P", ItemPrice.Of(Breaks((0m, 10m), (100m, 9m))))).With(PricedProduct.Of(Widget, units));
        var rules = QuotationRules.Of(book, DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax);

        var quotation = rules.Quote(Ask(Widgets(1, 4), QuoteLine.Of(2, Widget, oneCase * 4m)));

        Assert.Equal([Cny(36m), Cny(864m)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void A_graduated_price_is_shared_by_the_lines_that_reach_it_together()
    {
        var rules = Rules(ListOf("graduated", ItemPrice.Of(Breaks((0m, 10m), (100m, 8m))).Graduated()));

        var quotation = rules.Quote(Ask(Widgets(1, 50), Widgets(2, 100)));

        // 100 at 10 and 50 at 8 are 1,400.
        Assert.Equal([Cny(466.67m), Cny(933.33m)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void P_15_a_line_without_a_price_is_reported_and_not_zero()
    {
        var free = new ProductId("FREE");
        var list = Always(
            "P", PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))).With(free, ItemPrice.Of(Cny(0m))));

        var quotation = Rules(list).Quote(Ask(Widgets(1, 2), Screws(2, 100), QuoteLine.Of(3, free, Quantity.Pieces(1m))));

        Assert.Equal([1, 3], quotation.Lines.Select(line => line.Line.Number));
        Assert.Equal(Cny(20m), quotation.Net);
        Assert.False(quotation.IsComplete);
        Assert.Equal("line 2: pricing.no-item (list P, product SCREW)", quotation.Unpriced.Single().ToString());
        Assert.Equal("CNY 20.00 + tax CNY 2.60 = CNY 22.60, 1 line without a price", quotation.ToString());
    }

    [Fact]
    public void An_unknown_unit_is_reported_with_the_line()
    {
        var quotation = Rules(Practice).Quote(Ask(QuoteLine.Of(7, Widget, new Quantity(2m, UnitOfMeasure.Case))));

        Assert.Equal("line 7: pricing.unknown-unit (list P, product WIDGET, unit CS)", quotation.Unpriced.Single().ToString());
        Assert.Equal((Figure)Cny(0m), quotation.Explain().Value);
        Assert.Null(quotation.Discounted);
    }

    [Fact]
    public void P_16_P_25_what_comes_back_has_the_price_of_its_sale()
    {
        var discounts = DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("dealer", Percent(10m)));
        var quotation = Rules(discounts, Practice).Quote(
            Ask(
                Widgets(1, 10), QuoteLine.Returned(2, Widget, Quantity.Pieces(3m), Cny(226m), TaxBasis.WithTax), Widgets(3, -1)));

        Assert.Equal([Cny(900m), Cny(-200m)], quotation.Lines.Select(line => line.Net));
        Assert.Equal([Cny(1_017m), Cny(-226m)], quotation.Lines.Select(line => line.Gross));
        Assert.Null(quotation.Lines[1].Discounted);
        Assert.False(quotation.Lines[1].Price.HasPrice);
        Assert.Equal(
            "line 3: pricing.quote-return-without-sale (line 3, quantity -1 PCE)", quotation.Unpriced.Single().ToString());
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void Discounts_coupons_and_the_effective_discount_are_those_of_the_document()
    {
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("dealer", Percent(8m)).At(10),
            Discount.Percent("web", Percent(5m)).At(20).WithCoupon("W"));
        var request = AskWidgets(100).WithCoupons("W", "OLD");

        var quotation = Rules(discounts, Practice).Quote(request);

        Assert.Equal(Percent(12.6m), quotation.Discounted!.EffectiveDiscount);
        Assert.Equal(Cny(8_740m), quotation.Net);
        Assert.Equal("pricing.quote-unknown-coupon (coupon OLD)", quotation.Warnings.Single().ToString());
        Assert.Equal(Cny(9_200m), Rules(discounts, Practice).Quote(AskWidgets(100)).Net);
    }

    [Fact]
    public void Terms_say_what_of_the_gross_amount_is_due_when()
    {
        var vip = ScopeEntry.Of("dealer", Scope.Everything.Only(Dealer), PaymentTerms.Parse("30%/0 70%/30"));
        var rules = Rules(Practice).WithTerms(ScopeTable.MostSpecific(Sequence, vip));

        var quotation = rules.Quote(AskWidgets(10).WithBaseline(new LocalDate(2026, 4, 1)));

        Assert.Equal("CNY 339.00 due 2026-04-01; CNY 791.00 due 2026-05-01", quotation.Payment!.ToString());
        Assert.Equal(
            "CNY 1130.00 due 2026-04-30",
            Rules(Practice).WithTerms(PaymentTerms.Net(30)).Quote(AskWidgets(10)).Payment!.ToString());

        var other = rules.Quote(
            QuoteRequest.Of(Day, Currency.CNY, default(ScopeSubject).With(new CustomerId("X")), (1, Widget, Quantity.Pieces(1m))));
        Assert.Null(other.Payment);
        Assert.Equal("pricing.quote-no-terms (subject customer X, on 2026-03-31)", other.Warnings.Single().ToString());
    }

    [Fact]
    public void Days_without_work_move_by_the_calendar_of_the_rules()
    {
        var terms = PaymentTerms.Net(4).WithConvention(BusinessDayConvention.Following);
        var rules = Rules(Practice).WithTerms(terms);

        Assert.Throws<System.InvalidOperationException>(() => rules.Quote(AskWidgets(1)));
        Assert.Equal(
            new LocalDate(2026, 4, 6), rules.WithCalendar(WorkCalendar.MondayToFriday).Quote(AskWidgets(1)).Payment!.DueDate);
    }
}
