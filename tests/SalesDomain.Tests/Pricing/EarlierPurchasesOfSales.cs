using System;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>Lines of sales are what was bought before.</summary>
public sealed class EarlierPurchasesOfSales
{
    private static readonly LocalDate s_before = new(2026, 3, 5);

    [Theory]
    [InlineData(60, PriceKind.Standard)]
    [InlineData(-20, PriceKind.Special)]
    [InlineData(0, PriceKind.Free)]
    public void A_line_says_what_whom_when_and_on_what_terms(int pieces, PriceKind kind)
    {
        var purchase = EarlierPurchase.Of(Sold("O-1", pieces, kind));

        Assert.Equal(
            EarlierPurchase.Of(Widget, Quantity.Pieces(pieces), s_before).In(new DocumentId("O-1")).By(Dealer).With(kind), purchase);
        Assert.Null(purchase.Category);
    }

    // 60 less 20 that came back and 59 or 60 now.
    [Theory]
    [InlineData(59, 590)]
    [InlineData(60, 552)]
    public void Invoiced_lines_count_for_the_next_order(int now, int amount)
    {
        var version = PriceListVersion.Empty.With(Widget, ItemPrice.Of(Breaks((0m, 10m), (100m, 9.2m)))).Cumulative(DateSpan.OfYear(2026));
        var history = PurchaseHistory.Of(
            EarlierPurchase.Of(Sold("O-1", 60, PriceKind.Standard)), EarlierPurchase.Of(Sold("O-2", -20, PriceKind.Standard)),
            EarlierPurchase.Of(Sold("O-3", 500, PriceKind.Free)));
        var book = BookOf(Always("retail", version));

        Assert.Equal(
            Cny(amount), book.Price(Widget, Quantity.Pieces(now), Known, Day, Currency.CNY, history).Amount);
        Assert.Equal(
            Quantity.Pieces(0m),
            book.Price(Widget, Quantity.Pieces(now), default(ScopeSubject).With(new CustomerId("D-2")), Day, Currency.CNY, history)
                .BoughtBefore);
    }

    [Fact]
    public void No_line_is_no_purchase() =>
        Assert.Throws<ArgumentNullException>("line", () => EarlierPurchase.Of(null!));

    private static SalesLine Sold(string document, decimal pieces, PriceKind kind) =>
        new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId(document),
            Line = 1,
            Date = s_before,
            Customer = Dealer,
            Product = Widget,
            Quantity = Quantity.Pieces(pieces),
            NetAmount = Cny(pieces),
            Tax = Cny(0m),
            PriceKind = kind,
        }.Build();
}
