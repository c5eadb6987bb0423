using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>What was bought before in pieces counts where cases are ordered, and the other way round: a case is 24 pieces.</summary>
public sealed class EarlierPurchasesInOtherUnits
{
    private static readonly LocalDate s_before = new(2026, 3, 5);

    private static readonly PricedProduct s_widget = PricedProduct.Of(
        Widget, UnitConversions.Of(UnitOfMeasure.Piece).With(Cases(1m), Quantity.Pieces(24m)));

    private static readonly TieredPrice s_ofPieces = Breaks((0m, 10m), (100m, 9.2m), (500m, 8m));

    private static readonly TieredPrice s_ofCases =
        TieredPrice.From(Currency.CNY, UnitOfMeasure.Case, (0m, 240m), (5m, 216m), (20m, 192m));

    // 51 and 48 pieces are 99; 2 cases and 52 pieces are 100.
    [Theory]
    [InlineData(51, 480)]
    [InlineData(52, 441.6)]
    public void Pieces_before_count_with_cases_now(int pieces, double amount)
    {
        var price = Ask(ItemPrice.Of(s_ofPieces), Cases(2m), Quantity.Pieces(pieces));

        Assert.Equal(Cny((decimal)amount), price.Amount);
        Assert.Equal(Cases(pieces / 24m), price.BoughtBefore);
        Assert.Empty(price.Explain().Verify());
    }

    [Theory]
    [InlineData(51, 510)]
    [InlineData(52, 478.4)]
    public void Cases_before_count_with_pieces_now(int pieces, double amount)
    {
        var price = Ask(ItemPrice.Of(s_ofPieces), Quantity.Pieces(pieces), Cases(2m));

        Assert.Equal((Cny((decimal)amount), Quantity.Pieces(48m)), (price.Amount, price.BoughtBefore));
        Assert.Empty(price.Explain().Verify());
    }

    // 119 and 1 pieces are 5 cases sharp, although neither is a decimal of cases.
    [Theory]
    [InlineData(118, 10)]
    [InlineData(119, 9)]
    public void A_break_in_cases_is_reached_by_pieces_sharp(int before, int amount)
    {
        var price = Ask(ItemPrice.Of(s_ofCases), Quantity.Pieces(1m), Quantity.Pieces(before));

        Assert.Equal(Cny(amount), price.Amount);
        Assert.Empty(price.Explain().Verify());
        if (before == 118)
            Assert.Equal(Quantity.Pieces(1m), price.NextBreak(Quantity.Pieces(1m))!.Value.Missing);
    }

    [Property]
    public void Graduated_in_any_unit_over_several_orders_is_one_order_of_the_sum(byte[] orders, bool isOfCases)
    {
        var item = ItemPrice.Of(isOfCases ? s_ofCases : s_ofPieces).Graduated();
        var (bought, pieces, total) = (new Quantity[orders.Length], 0m, 0m);
        for (var i = 0; i < orders.Length; i++)
        {
            var (amount, isInCases) = ((decimal)(orders[i] / 2), orders[i] % 2 == 1);
            bought[i] = isInCases ? Cases(amount) : Quantity.Pieces(amount);
            if (amount == 0m)
                continue;

            var price = Ask(item, bought[i], [.. bought.Take(i)]);
            Assert.Empty(price.Explain().Verify());
            total += price.Amount.Amount;
            pieces += isInCases ? 24m * amount : amount;
        }

        // Prices and breaks are such that each amount is a decimal: to the last digit.
        Assert.Equal(pieces == 0m ? 0m : Ask(item, Quantity.Pieces(pieces)).Amount.Amount, total);
    }

    [Fact]
    public void What_does_not_convert_does_not_count_and_is_told()
    {
        var kilograms = new Quantity(60m, UnitOfMeasure.Kilogram);
        var price = Ask(ItemPrice.Of(s_ofPieces), Quantity.Pieces(40m), Quantity.Pieces(10m), kilograms);

        Assert.Equal((Cny(400m), Quantity.Pieces(10m)), (price.Amount, price.BoughtBefore));
        Assert.Equal(
            [
                "pricing.earlier-other-unit (list retail, product WIDGET, unit PCE, purchases not counted 1, "
                    + "first of them 2026-03-05, its quantity 60 KGM)",
            ],
            price.Warnings().Select(reason => reason.ToString()));
        Assert.Empty(Ask(ItemPrice.Of(s_ofPieces), Quantity.Pieces(40m), Quantity.Pieces(10m)).Warnings());

        // Without enough of it there may be no price, and that is why.
        var from = Ask(ItemPrice.Of(Breaks((100m, 9m))), Quantity.Pieces(40m), kilograms);
        Assert.Equal(["pricing.no-break", "pricing.earlier-other-unit"], from.Reasons().Select(reason => reason.Code));
    }

    private static Quantity Cases(decimal cases) => new(cases, UnitOfMeasure.Case);

    private static ResolvedPrice Ask(ItemPrice item, Quantity ordered, params Quantity[] before)
    {
        var version = PriceListVersion.Empty.With(Widget, item).Cumulative(DateSpan.OfYear(2026));
        return BookOf(Always("retail", version)).With(s_widget).Price(
            Widget, ordered, Known, Day, Currency.CNY,
            PurchaseHistory.Of(before.Select(quantity => EarlierPurchase.Of(Widget, quantity, s_before))));
    }
}
