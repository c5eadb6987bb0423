using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>Breaks that count what was bought before in a period.</summary>
public sealed class BreaksOverSeveralDocuments
{
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);

    private static readonly TieredPrice s_breaks = Breaks((0m, 10m), (100m, 9.2m), (500m, 8m));

    [Fact]
    public void Sixty_in_March_and_forty_now_reach_the_break_at_100()
    {
        var price = Ask(s_year, false, 40m, Bought(60m));

        Assert.Equal(Cny(368m), price.Amount);
        Assert.Equal(Quantity.Pieces(60m), price.BoughtBefore);
        Assert.True(price.Explain().IsVerified);
        Assert.Equal(Cny(400m), Ask(null, false, 40m, Bought(60m)).Amount);
        Assert.Equal(Quantity.Pieces(0m), Ask(null, false, 40m, Bought(60m)).BoughtBefore);
        Assert.Equal(Cny(390m), Ask(s_year, false, 39m, Bought(60m)).Amount);
        Assert.Equal(Quantity.Pieces(3m), Ask(s_year, false, 37m, Bought(60m)).NextBreak(Quantity.Pieces(1m))!.Value.Missing);
    }

    // 60 are used up: 40 of the first step are left, then 400 of the second, then 10 of the third.
    [Theory]
    [InlineData(40, 400)]
    [InlineData(41, 409.2)]
    [InlineData(440, 4_080)]
    [InlineData(450, 4_160)]
    public void What_was_bought_before_has_used_up_the_first_steps(int pieces, double amount)
    {
        var price = Ask(s_year, true, pieces, Bought(60m));

        Assert.Equal(Cny((decimal)amount), price.Amount);
        Assert.Empty(price.Explain().Verify());
    }

    [Theory]
    [InlineData("2025-12-31", 400)]
    [InlineData("2026-01-01", 368)]
    [InlineData("2026-03-31", 368)]
    [InlineData("2026-04-01", 400)]
    public void Only_the_days_of_the_period_up_to_the_sale_count(string day, int amount) =>
        Assert.Equal(Cny(amount), Ask(s_year, false, 40m, Bought(60m, day)).Amount);

    [Theory]
    [InlineData("2026-02-28", 400)]
    [InlineData("2026-03-01", 368)]
    [InlineData("2026-03-31", 368)]
    [InlineData("2026-04-01", 400)]
    public void A_sale_outside_of_the_period_counts_alone(string day, int amount)
    {
        var history = PurchaseHistory.Of(Bought(60m, "2026-02-28"), Bought(60m, "2026-03-01"), Bought(-1m, "2026-04-01"));

        var price = Book(DateSpan.OfMonth(2026, 3), false)
            .Price(Widget, Quantity.Pieces(40m), Known, LocalDatePattern.Iso.Parse(day).Value, Currency.CNY, history);

        Assert.Equal((Cny(amount), Quantity.Pieces(amount == 368 ? 60m : 0m)), (price.Amount, price.BoughtBefore));
    }

    [Fact]
    public void What_came_back_is_taken_off_and_never_below_nothing()
    {
        Assert.Equal(Cny(368m), Ask(s_year, false, 40m, Bought(70m), Bought(-10m)).Amount);
        Assert.Equal(Cny(400m), Ask(s_year, false, 40m, Bought(70m), Bought(-11m)).Amount);

        var more = Ask(s_year, true, 150m, Bought(5m), Bought(-90m));
        Assert.Equal((Cny(1_460m), Quantity.Pieces(0m)), (more.Amount, more.BoughtBefore));

        // A return has the price of its sale; looked up, nothing before it counts.
        Assert.Equal(Cny(-400m), Ask(s_year, false, -40m, Bought(60m)).Amount);
    }

    [Fact]
    public void Purchases_of_another_customer_product_or_price_kind_do_not_count()
    {
        Assert.Equal(Cny(368m), Ask(s_year, false, 40m, Bought(60m).By(Dealer)).Amount);
        Assert.Equal(Cny(400m), Ask(s_year, false, 40m, Bought(60m).By(new CustomerId("D-2"))).Amount);
        Assert.Equal(
            Cny(400m), Ask(s_year, false, 40m, EarlierPurchase.Of(Screw, Quantity.Pieces(60m), new LocalDate(2026, 3, 5))).Amount);
        Assert.Equal(Cny(368m), Ask(s_year, false, 40m, Bought(60m).With(PriceKind.Standard)).Amount);
        Assert.Equal(Cny(368m), Ask(s_year, false, 40m, Bought(60m).With(PriceKind.Consignment)).Amount);
        Assert.Equal(Cny(400m), Ask(s_year, false, 40m, Bought(60m).With(PriceKind.Free)).Amount);
        Assert.Equal(Cny(400m), Ask(s_year, false, 40m, Bought(60m).With(PriceKind.Special)).Amount);
    }

    [Fact]
    public void The_document_that_is_priced_is_left_out()
    {
        var history = PurchaseHistory.Of(Bought(60m)).With([Bought(40m).In(new DocumentId("O-2"))]);

        Assert.Equal(Quantity.Pieces(100m), Priced(history).BoughtBefore);
        Assert.Equal(Quantity.Pieces(60m), Priced(history.Without(new DocumentId("O-2"))).BoughtBefore);
        Assert.Equal(PurchaseHistory.None, PurchaseHistory.Of(Bought(60m)).Without(new DocumentId("O-1")));

        static ResolvedPrice Priced(PurchaseHistory history) =>
            Book(s_year, false).Price(Widget, Quantity.Pieces(1m), Known, Day, Currency.CNY, history);
    }

    // Up to 100 there is a price, above there is none.
    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void Above_the_end_of_a_to_scale_there_is_no_price(int pieces, bool hasPrice)
    {
        var scale = TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (50m, 10m), (100m, 9m));
        foreach (var item in new[] { ItemPrice.Of(scale), ItemPrice.Of(scale).Graduated() })
        {
            var price = Ask(Book(s_year, item), pieces, Bought(60m));

            Assert.Equal(hasPrice, price.HasPrice);
            Assert.Equal(hasPrice ? "" : "pricing.no-break", string.Join(" ", price.Reasons().Select(reason => reason.Code)));
            if (hasPrice)
                Assert.Equal(Cny(9m * pieces), price.Amount);
        }
    }

    // At the first price 60 and 40 are 1,000.00.
    [Theory]
    [InlineData(39, 390)]
    [InlineData(40, 360)]
    public void A_break_by_value_counts_what_was_bought_before_at_the_first_price(int pieces, int amount)
    {
        var byValue = ItemPrice.ByValue(StepSchedule.From((Cny(0m), Cny(10m)), (Cny(1_000m), Cny(9m))), Quantity.Pieces(1m));
        var price = Ask(Book(s_year, byValue), pieces, Bought(60m));

        Assert.Equal(Cny(amount), price.Amount);
        Assert.Empty(price.Explain().Verify());
        if (pieces == 39)
            Assert.Equal(Quantity.Pieces(1m), price.NextBreak(Quantity.Pieces(1m))!.Value.Missing);
    }

    [Fact]
    public void A_formula_counts_as_its_base_list_does_unless_it_says_otherwise()
    {
        var less = PriceListVersion.Empty.WithFormula(PriceFormula.Of("retail").Less(Percent(5m)));
        var retail = Always("retail", PriceListVersion.Empty.With(Widget, ItemPrice.Of(s_breaks)).Cumulative(s_year));

        Assert.Equal(Cny(349.6m), Of(less).Amount);
        Assert.Empty(Of(less).Explain().Verify());
        Assert.Equal(Cny(380m), Of(less.Cumulative(DateSpan.OfYear(2025))).Amount);

        ResolvedPrice Of(PriceListVersion version) =>
            Ask(BookOf(retail, Always("own", version).For(Scope.Everything.Only(Dealer))), 40m, Bought(60m));
    }

    [Property]
    public void Graduated_over_several_orders_is_one_order_of_the_sum(byte[] orders)
    {
        var (sum, total) = (0m, 0m);
        foreach (var pieces in orders.Where(pieces => pieces > 0))
        {
            var price = Ask(s_year, true, pieces, Bought(sum));
            Assert.True(price.Explain().IsVerified);
            total += price.Amount.Amount;
            sum += pieces;
        }

        Assert.Equal(sum == 0m ? 0m : Ask(s_year, true, sum).Amount.Amount, total);
    }

    [Property]
    public void Of_all_units_the_price_is_that_of_before_and_now_together(byte before, byte now)
    {
        var price = Ask(s_year, false, now, Bought(before));

        Assert.Equal(Ask(s_year, false, before + now).UnitPrice, price.UnitPrice);
        Assert.Equal(price.UnitPrice * now, price.Amount);
    }

    [Property]
    public void The_order_of_facts_changes_nothing_and_no_facts_are_as_before(sbyte[] bought, byte pieces)
    {
        EarlierPurchase[] facts = [.. bought.Select((quantity, i) => Bought(quantity, i % 2 == 0 ? "2026-03-05" : "2025-03-05"))];

        Assert.Equal(Ask(s_year, true, pieces, facts), Ask(s_year, true, pieces, [.. Enumerable.Reverse(facts)]));
        Assert.Equal(
            Math.Max(0m, bought.Where((_, i) => i % 2 == 0).Sum(quantity => (decimal)quantity)),
            Ask(s_year, true, pieces, facts).BoughtBefore.Amount);
        Assert.Equal(Ask(s_year, true, pieces), Book(s_year, true).Ask(pieces));
        Assert.Equal(Ask(null, true, pieces).Amount, Ask(s_year, true, pieces).Amount);
    }

    private static EarlierPurchase Bought(decimal pieces, string day = "2026-03-05") =>
        EarlierPurchase.Of(Widget, Quantity.Pieces(pieces), LocalDatePattern.Iso.Parse(day).Value).In(new DocumentId("O-1"));

    private static PriceBook Book(DateSpan? over, bool isGraduated) =>
        Book(over, isGraduated ? ItemPrice.Of(s_breaks).Graduated() : ItemPrice.Of(s_breaks));

    private static PriceBook Book(DateSpan? over, ItemPrice item)
    {
        var version = PriceListVersion.Empty.With(Widget, item);
        return BookOf(Always("retail", over is { } period ? version.Cumulative(period) : version));
    }

    private static ResolvedPrice Ask(DateSpan? over, bool isGraduated, decimal pieces, params EarlierPurchase[] bought) =>
        Ask(Book(over, isGraduated), pieces, bought);

    private static ResolvedPrice Ask(PriceBook book, decimal pieces, params EarlierPurchase[] bought) =>
        book.Price(Widget, Quantity.Pieces(pieces), Known, Day, Currency.CNY, PurchaseHistory.Of(bought));
}
