using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>What cannot be priced by is refused when it is built, or reported in the price, and the record is named.</summary>
public sealed class BadPricesAreNamed
{
    private static readonly PriceListVersion s_version = PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m)));

    [Fact]
    public void Versions_that_overlap_by_list_and_both_spans()
    {
        var list = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax).During(DateSpan.OfYear(2026), s_version);

        Names<ArgumentException>(
            "'retail' on 2026-01-01/2026-12-31 and 2026-12-31/2027-12-31",
            () => list.During(new DateSpan(new(2026, 12, 31), new(2027, 12, 31)), s_version));
        Assert.Equal(2, list.During(DateSpan.From(new(2027, 1, 1)), s_version).Versions.Entries.Count);

        // All at once: the spans, since they have no list yet.
        Names<ArgumentException>(
            "2026-01-01/2026-03-31 and 2026-03-31/2026-06-30",
            () => list.WithVersions(Timeline.Of(
                (new DateSpan(new(2026, 3, 31), new(2026, 6, 30)), s_version), (DateSpan.OfQuarter(2026, 1), s_version))));
    }

    [Fact]
    public void Formulas_that_come_back_by_every_list_of_the_chain()
    {
        PriceList Computed(string name, string from, int precedence) =>
            Always(name, PriceListVersion.Empty.WithFormula(PriceFormula.Of(from).Less(Percent(5)))).WithPrecedence(precedence);

        Names<ArgumentException>("'east' -> 'west' -> 'east'", () => BookOf(Computed("east", "west", 1), Computed("west", "east", 2)));
        Names<ArgumentException>("'own' -> 'own'", () => BookOf(Computed("own", "own", 0)));
    }

    [Fact]
    public void Negative_breaks_by_the_break()
    {
        Names<ArgumentOutOfRangeException>("-1", () => Breaks((-1m, 10m), (100m, 9m)));
        Names<ArgumentOutOfRangeException>("-0.01", () => TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (-0.01m, 10m), (9m, 9m)));
        var byValue = StepSchedule.From((Cny(-5m), Cny(10m)), (Cny(100m), Cny(9m)));
        Names<ArgumentOutOfRangeException>("CNY -5.00", () => ItemPrice.ByValue(byValue, Quantity.Pieces(1m)));
        Assert.NotNull(ItemPrice.ByValue(StepSchedule.From((Cny(0m), Cny(10m))), Quantity.Pieces(1m)));

        var byPieces = StepSchedule.From((Quantity.Pieces(-1m), Percent(5)));
        var byAmount = StepSchedule.From((Cny(-1m), Percent(5)));
        Names<ArgumentOutOfRangeException>("'volume'", () => Discount.Percent("volume", byPieces));
        Names<ArgumentOutOfRangeException>("'volume'", () => Discount.OfOrder("volume", byAmount));
    }

    [Fact]
    public void Negative_breaks_and_prices_by_the_whole_scale_as_there_is_no_list_and_no_product_yet()
    {
        var piece = UnitOfMeasure.Piece;

        Negative(
            "steps", "-5 PCE", "level below zero: from -5 PCE: CNY 10.00, from 100 PCE: CNY 9.20.", () => Breaks((-5m, 10m), (100m, 9.2m)));
        Negative(
            "steps", "CNY -5.00", "price below zero: from 1 PCE: CNY 10.00, from 100 PCE: CNY -5.00.",
            () => Breaks((1m, 10m), (100m, -5m)));
        Negative(
            "steps", "-0.01 KGM", "level below zero: up to -0.01 KGM: USD 10.00, up to 9 KGM: USD 9.00.",
            () => TieredPrice.UpTo(Currency.USD, UnitOfMeasure.Kilogram, (-0.01m, 10m), (9m, 9m)));
        Negative(
            "price", "CNY -0.01", "price below zero: up to 99 PCE: CNY 10.00, above: CNY -0.01.",
            () => TieredPrice.UpTo(Currency.CNY, piece, (99m, 10m)).ThenAbove(-0.01m));
        Negative(
            "bands", "CNY -0.01", "price below zero: 1 PCE to 99 PCE: CNY 10.00, 100 PCE and more: CNY -0.01.",
            () => TieredPrice.Bands(Currency.CNY, piece, 1m, (1m, 99m, 10m), (100m, null, -0.01m)));
        Negative(
            "bands", "-1 PCE", "level below zero: -1 PCE to 99 PCE: CNY 10.00.",
            () => TieredPrice.Bands(Currency.CNY, piece, 1m, (-1m, 99m, 10m)));
        Negative("price", "CNY -5.00", "below zero: CNY -5.00 per 100 PCE.", () => ItemPrice.Of(Cny(-5m), Quantity.Pieces(100m)));
        Negative(
            "prices", "CNY -5.00", "below zero: from CNY -5.00: CNY 10.00, from CNY 100.00: CNY 9.00 per 10 PCE.",
            () => ItemPrice.ByValue(StepSchedule.From((Cny(-5m), Cny(10m)), (Cny(100m), Cny(9m))), Quantity.Pieces(10m)));
        Negative(
            "prices", "CNY -9.00", "below zero: from CNY 0.00: CNY 10.00, from CNY 100.00: CNY -9.00 per 10 PCE.",
            () => ItemPrice.ByValue(StepSchedule.From((Cny(0m), Cny(10m)), (Cny(100m), Cny(-9m))), Quantity.Pieces(10m)));

        // At zero there is nothing to refuse.
        Assert.Equal("from 0 PCE: CNY 0.00", Breaks((0m, 0m)).ToString());
        Assert.Equal(Cny(0m), ItemPrice.Of(Cny(0m)).FirstPrice);
        Assert.Equal("up to 9 PCE: CNY 1.00, above: CNY 0.00", TieredPrice.UpTo(Currency.CNY, piece, (9m, 1m)).ThenAbove(0m).ToString());

        static void Negative(string parameter, string value, string what, Func<object> make)
        {
            var fault = Names<ArgumentOutOfRangeException>(what, make);
            Assert.Equal((parameter, value), (fault.ParamName, fault.ActualValue));
        }
    }

    [Fact]
    public void Two_currencies_in_a_list_by_list_and_product()
    {
        var mixed = s_version.With(Screw, ItemPrice.Of(new Money(1m, Currency.USD)));

        var refused = Names<CurrencyMismatchException>("'retail', product SCREW", () => Always("retail", mixed));
        Assert.Equal((Currency.CNY, Currency.USD), (refused.Expected, refused.Actual));
        Names<CurrencyMismatchException>("'retail', product WIDGET", () => Always("retail", mixed, Currency.USD));
        Names<CurrencyMismatchException>(
            "'retail', surcharge",
            () => Always("retail", s_version.WithFormula(PriceFormula.Of("base").Plus(new Money(1m, Currency.USD)))));
    }

    [Fact]
    public void An_unknown_unit_is_reported_by_list_product_and_unit()
    {
        var own = ListOf("own", ItemPrice.Of(Cny(9m))).For(Scope.Everything.Only(Dealer));
        var retail = ListOf("retail", ItemPrice.Of(Cny(10m)));
        var price = BookOf(own, retail).Ask(new Quantity(1m, UnitOfMeasure.Pallet));

        Assert.False(price.HasPrice);
        Assert.Equal(
            [
                "pricing.unknown-unit (list own, product WIDGET, unit PAL)",
                "pricing.unknown-unit (list retail, product WIDGET, unit PAL)",
            ],
            price.Reasons().Select(reason => reason.ToString()));
    }

    [Theory]
    [InlineData(101)]
    [InlineData(-1)]
    public void A_discount_over_100_percent_or_below_0_by_its_name(int percent)
    {
        var (byPieces, byAmount) = (
            StepSchedule.From((Quantity.Pieces(1m), Percent(5)), (Quantity.Pieces(9m), Percent(percent))),
            StepSchedule.From((Cny(1m), Percent(percent))));
        foreach (var make in new Func<object>[]
                 {
                     () => Discount.Percent("spring", Percent(percent)), () => Discount.OfOrder("spring", Percent(percent)),
                     () => Discount.Percent("spring", byPieces), () => Discount.OfOrder("spring", byPieces),
                     () => Discount.Percent("spring", byAmount), () => Discount.OfOrder("spring", byAmount),
                 })
        {
            Names<ArgumentOutOfRangeException>("'spring'", make);
        }

        Assert.Equal(Percent(100), Discount.Percent("spring", Percent(100)).Rate);
    }

    private static T Names<T>(string what, Func<object> make)
        where T : Exception
    {
        var fault = Assert.Throws<T>(() => make());
        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
        return fault;
    }
}
