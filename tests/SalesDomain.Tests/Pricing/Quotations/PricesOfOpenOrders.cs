using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>Call-offs of several framework orders on one document, and what an open order costs when the list moves.</summary>
public sealed class PricesOfOpenOrders
{
    private static readonly LocalDate s_march = new(2026, 3, 10);
    private static readonly LocalDate s_april = new(2026, 4, 1);
    private static readonly LocalDate s_delivery = new(2026, 4, 5);

    // 100.00 up to the end of February, 110.00 in March, 105.00 from April on.
    private static readonly PriceList s_list = Moving((new LocalDate(2026, 2, 28), 100m), (s_april.PlusDays(-1), 110m), (null, 105m));

    [Fact]
    public void Call_offs_of_two_framework_orders_have_each_the_price_of_its_day()
    {
        var (first, second) = (
            Widgets(1, 10).WithPriceDate(new LocalDate(2026, 2, 1)), Widgets(2, 10).WithPriceDate(s_march));
        var quotation = Rules(s_list).Quote(On(s_delivery, first, second, Widgets(3, 10)).WithPriceDate(s_march));

        Assert.Equal([Cny(1_000m), Cny(1_100m), Cny(1_100m)], quotation.Lines.Select(line => line.Net));
        Assert.Equal(new LocalDate(2026, 2, 1), quotation.Lines[0].Price.On);
        Assert.Equal(
            "pricing.quote-price-day (line 1, list moving, price day 2026-02-01, price CNY 100.00, other day 2026-04-05, "
            + "other price CNY 105.00)",
            quotation.Lines[0].Warnings.Single().ToString());
        Assert.Equal(Cny(1_050m), Rules(s_list).Quote(On(s_delivery, Widgets(1, 10))).Net);
        Assert.Empty(Rules(s_list).Quote(On(s_delivery, Widgets(1, 10))).Warnings);
        Assert.Empty(quotation.Explain().Verify());
    }

    // Ordered at 100.00 or 110.00, delivered at 105.00.
    [Theory]
    [InlineData(2, OpenOrderPrice.OrderDay, 100)]
    [InlineData(2, OpenOrderPrice.DeliveryDay, 105)]
    [InlineData(2, OpenOrderPrice.LowerOfBoth, 100)]
    [InlineData(3, OpenOrderPrice.OrderDay, 110)]
    [InlineData(3, OpenOrderPrice.DeliveryDay, 105)]
    [InlineData(3, OpenOrderPrice.LowerOfBoth, 105)]
    public void An_open_order_takes_the_price_that_is_declared_and_says_what_the_other_was(int month, OpenOrderPrice takes, int price)
    {
        var ordered = new LocalDate(2026, month, 10);
        var ofLine = Rules(s_list).Quote(On(s_delivery, Widgets(1, 10).WithPriceDate(ordered, takes)));
        var ofRequest = Rules(s_list).Quote(On(s_delivery, Widgets(1, 10)).WithPriceDate(ordered, takes));

        foreach (var quotation in new[] { ofLine, ofRequest })
        {
            Assert.Equal(Cny(price * 10m), quotation.Net);
            var told = quotation.Find("pricing.quote-price-day")!.Value;
            Assert.Equal((Figure)Cny(price), told.Find("price"));
            Assert.Equal(price == 105 ? (Figure)s_delivery : ordered, told.Find("price day"));
            Assert.Equal((Figure)Cny(price == 105 ? (month == 2 ? 100m : 110m) : 105m), told.Find("other price"));
        }
    }

    [Fact]
    public void The_line_goes_before_the_request_with_its_day_and_what_it_takes()
    {
        var line = Widgets(1, 10).WithPriceDate(s_march);
        var request = On(s_delivery, line, Widgets(2, 10)).WithPriceDate(s_march, OpenOrderPrice.LowerOfBoth);

        Assert.Equal([Cny(1_100m), Cny(1_050m)], Rules(s_list).Quote(request).Lines.Select(each => each.Net));
        Assert.Equal("1: 10 PCE WIDGET, prices of 2026-03-10", line.ToString());
        Assert.Equal(
            "1: 10 PCE WIDGET, prices of 2026-03-10 or of the day of delivery if lower",
            line.WithPriceDate(s_march, OpenOrderPrice.LowerOfBoth).ToString());
        Assert.NotEqual(line, line.WithPriceDate(s_march, OpenOrderPrice.DeliveryDay));
        Assert.Throws<InvalidOperationException>(
            () => QuoteLine.Returned(1, Widget, Quantity.Pieces(1m), Cny(1m), TaxBasis.WithoutTax).WithPriceDate(s_march));
    }

    // A list with tax: 112.99 are less than 100.00 without it, and 113.00 no less.
    [Theory]
    [InlineData(112.99, 2)]
    [InlineData(113, 1)]
    public void The_lower_of_both_is_compared_in_one_tax_basis_and_of_equal_ones_the_order_day_stays(double withTax, int month)
    {
        var old = PriceList.Of("old", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Until(new LocalDate(2026, 1, 31)), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(100m))));
        var later = PriceList.Of("new", Currency.CNY, TaxBasis.WithTax).WithPrecedence(1)
            .During(DateSpan.From(new LocalDate(2026, 2, 1)), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny((decimal)withTax))));
        var line = Widgets(1, 10).WithPriceDate(new LocalDate(2026, 1, 5), OpenOrderPrice.LowerOfBoth);

        var quotation = Rules(old, later).Quote(On(new LocalDate(2026, 2, 5), line));

        Assert.Equal(month, quotation.Lines[0].Price.On.Month);
    }

    [Fact]
    public void Where_one_day_has_no_price_the_lower_is_the_other_and_the_day_of_delivery_is_not_made_up()
    {
        var ended = Moving((s_april.PlusDays(-1), 110m));
        Quotation Quoted(OpenOrderPrice takes) => Rules(ended).Quote(On(s_delivery, Widgets(1, 10).WithPriceDate(s_march, takes)));

        Assert.Equal(Cny(1_100m), Quoted(OpenOrderPrice.LowerOfBoth).Net);
        Assert.Equal(Figure.Absent, Quoted(OpenOrderPrice.LowerOfBoth).Warnings.Single().Find("other price"));
        Assert.Equal("pricing.no-list", Quoted(OpenOrderPrice.DeliveryDay).Unpriced.Single().Reasons[0].Code);
    }

    // Prices of the order day hold as long as the quotation; those of the day of delivery end with their list.
    [Fact]
    public void What_moves_with_the_list_is_told_when_the_list_ends()
    {
        Quotation Quoted(OpenOrderPrice takes) =>
            Rules(s_list).ValidFor(30).Quote(On(Day, Widgets(1, 10).WithPriceDate(new LocalDate(2026, 2, 1), takes)));

        Assert.Equal(["pricing.quote-price-day"], Quoted(OpenOrderPrice.OrderDay).CodesOf());
        Assert.Equal(["pricing.quote-price-day"], Quoted(OpenOrderPrice.LowerOfBoth).CodesOf());
        Assert.Equal(["pricing.quote-price-day", "pricing.quote-list-ends"], Quoted(OpenOrderPrice.DeliveryDay).CodesOf());
    }

    [Property]
    public void The_lower_of_both_costs_no_more_than_either(ushort first, ushort second, byte pieces)
    {
        var list = Moving((s_april.PlusDays(-1), first / 100m), (null, second / 100m));
        Money Net(OpenOrderPrice takes) =>
            Rules(list).Quote(On(s_delivery, Widgets(1, 1m + pieces).WithPriceDate(s_march, takes))).Net;

        var (ordered, delivered) = (Net(OpenOrderPrice.OrderDay), Net(OpenOrderPrice.DeliveryDay));
        Assert.Equal(ordered < delivered ? ordered : delivered, Net(OpenOrderPrice.LowerOfBoth));
    }

    private static QuoteRequest On(LocalDate day, params QuoteLine[] lines) => QuoteRequest.Of(day, Currency.CNY, Known, lines);

    private static PriceList Moving(params (LocalDate? Until, decimal Price)[] versions)
    {
        var (list, from) = (PriceList.Of("moving", Currency.CNY, TaxBasis.WithoutTax), (LocalDate?)null);
        foreach (var (until, price) in versions)
        {
            list = list.During(new DateSpan(from, until), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(price))));
            from = until?.PlusDays(1);
        }

        return list;
    }
}
