using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>What came back of an earlier period finds nothing to be taken from, and is not owed by what is bought later.</summary>
public sealed class EarlierReturns
{
    private static readonly PriceBook s_book = BookOf(
        Always(
            "retail",
            PriceListVersion.Empty.With(Widget, ItemPrice.Of(Breaks((0m, 10m), (100m, 9m), (300m, 8m))).Graduated())
                .Cumulative(DateSpan.OfYear(2026))));

    // 100 at 10.00 and 50 at 9.00, however they are split.
    [Fact]
    public void Fifty_back_of_last_year_are_owed_by_no_order()
    {
        var history = PurchaseHistory.Of(Bought(-50m, new LocalDate(2026, 1, 10)));

        Assert.Equal(Cny(1_450m), Ask(150m, history).Amount);
        Assert.Equal(Cny(500m), Ask(50m, history).Amount);

        var second = Ask(100m, history.With([Bought(50m, Day)]));
        Assert.Equal((Cny(950m), Quantity.Pieces(50m)), (second.Amount, second.BoughtBefore));
        Assert.Empty(second.Explain().Verify());
    }

    // A day as a whole ends no lower than zero; what came back on the day itself, or before the day, does not differ.
    [Theory]
    [InlineData(10, 11, 30)]
    [InlineData(10, 10, 10)]
    [InlineData(11, 10, 10)]
    public void A_return_is_set_against_what_was_bought_up_to_its_day(int returned, int bought, int before)
    {
        var history = PurchaseHistory.Of(
            Bought(-20m, new LocalDate(2026, 1, returned)), Bought(30m, new LocalDate(2026, 1, bought)));

        Assert.Equal(Quantity.Pieces(before), Ask(1m, history).BoughtBefore);
    }

    [Property]
    public void Splitting_an_order_changes_nothing_whatever_came_back_before(short[] facts, byte first, byte second)
    {
        var history = PurchaseHistory.Of(
            facts.Where(fact => fact != 0).Select(
                fact => Bought(fact % 200, new LocalDate(2026, 1, 1).PlusDays(Math.Abs(fact / 200 % 80)))));
        if (first == 0 || second == 0)
            return;

        var then = history.With([Bought(first, Day)]);
        Assert.Equal(
            Ask(first + second, history).Amount, Ask(first, history).Amount + Ask(second, then).Amount);
        Assert.Empty(Ask(second, then).Explain().Verify());
    }

    private static EarlierPurchase Bought(decimal pieces, LocalDate on) => EarlierPurchase.Of(Widget, Quantity.Pieces(pieces), on);

    private static ResolvedPrice Ask(decimal pieces, PurchaseHistory history) =>
        s_book.Price(Widget, Quantity.Pieces(pieces), Known, Day, Currency.CNY, history);
}
