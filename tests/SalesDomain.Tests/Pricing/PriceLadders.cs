using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

public sealed class PriceLadders
{
    private static readonly LocalDate s_on = new(2026, 3, 31);

    [Fact]
    public void From_the_maker_up_each_level_goes_on_from_the_rounded_price_before_it()
    {
        var prices = LadderSample.Drinks.From("maker", Cny(4.05m));

        // 4.05 ÷ 0.9 = 4.50; × 1.08 = 4.86; + 0.25 = 5.11; ÷ 0.75 × 1.13 = 7.69906…
        Assert.Equal(
            "maker: CNY 4.05, distributor: CNY 4.50, sub-distributor: CNY 4.86, retailer: CNY 5.11, shelf: CNY 7.70", prices.ToString());
        Assert.Equal(Cny(7.70m) / 1.13m, prices["shelf"].Net);
        Assert.Equal(7.69907m, prices["shelf"].Exact.Amount.To(5));
        Assert.Empty(prices.Reasons);
        Assert.All(prices.Prices, price => Assert.True(price.Explain().IsVerified, price.Explain().ToString()));
        Assert.Equal((Figure)Cny(7.70m), prices.Explain("shelf").Value);
        Assert.True(prices["maker"].IsGiven);
    }

    [Fact]
    public void From_the_shelf_down_to_the_maker()
    {
        var prices = LadderSample.Drinks.From("shelf", Cny(7.99m));

        // 7.99 ÷ 1.13 × 0.75 = 5.30; − 0.25 = 5.05; ÷ 1.08 = 4.68; × 0.9 = 4.21
        Assert.Equal(
            "maker: CNY 4.21, distributor: CNY 4.68, sub-distributor: CNY 5.05, retailer: CNY 5.30, shelf: CNY 7.99", prices.ToString());
        Assert.All(prices.Prices, price => Assert.True(price.Explain().IsVerified, price.Explain().ToString()));
    }

    [Fact]
    public void From_the_middle_both_ways()
    {
        var both = LadderSample.Drinks.From("sub-distributor", Cny(4.86m));

        Assert.Equal([Cny(4.05m), Cny(4.50m), Cny(4.86m), Cny(5.11m), Cny(7.70m)], both.Prices.Select(price => price.Price));
        Assert.True(both["sub-distributor"].IsGiven);
        Assert.All(both.Prices, price => Assert.True(price.Explain().IsVerified));
    }

    [Fact]
    public void A_level_rounds_its_price_as_it_says_it_with_its_tax()
    {
        var ladder = PriceLadder.Of(
            Currency.CNY, PriceLevel.First("maker"),
            PriceLevel.ByMargin("shelf", Percent(25)).WithTax(Percent(13)).WithRounding(Rounding.ToEnding(0.99m, 1m, RoundingMode.Up)));

        var shelf = ladder.From("maker", Cny(6m))["shelf"];
        Assert.Equal(Cny(9.99m), shelf.Price);
        Assert.Equal(Cny(9.04m), shelf.Exact);
        Assert.True(shelf.Explain().IsVerified);
        Assert.Equal("maker; shelf: margin 25%, with tax 13%, rounded " + Rounding.ToEnding(0.99m, 1m, RoundingMode.Up),
            ladder.ToString().Substring("CNY: ".Length));
    }

    [Fact]
    public void Tax_on_several_levels_is_taken_out_before_the_margin_and_put_on_once()
    {
        var ladder = PriceLadder.Of(
            Currency.CNY, PriceLevel.First("maker").WithTax(Percent(13)), PriceLevel.ByMarkup("dealer", Percent(20)).WithTax(Percent(9)));

        Assert.Equal(Cny(130.80m), ladder.From("maker", Cny(113m))["dealer"].Price);
        Assert.Equal(Cny(113m), ladder.From("dealer", Cny(130.80m))["maker"].Price);
    }

    [Fact]
    public void An_amount_above_the_price_given_leaves_less_than_nothing_and_a_reason()
    {
        var prices = LadderSample.Drinks.From("retailer", Cny(0.20m));

        Assert.Equal(Cny(-0.05m), prices["sub-distributor"].Price);
        Assert.Equal(["channel.price-below-zero", "channel.price-below-zero", "channel.price-below-zero"],
            prices.Reasons.Select(reason => reason.Code));
        Assert.Empty(LadderSample.Drinks.From("retailer", Cny(0.25m)).Reasons);
        Assert.Empty(LadderSample.Drinks.From("retailer", Cny(0.26m)).Reasons);
    }

    [Fact]
    public void What_a_level_earns_by_the_prices_a_dealer_states()
    {
        var year = DateSpan.OfYear(2026);
        var margins = LadderSample.Drinks.Margins(
            s_on, StatedPrice.Of("shelf", Cny(9.04m), year, "visit"), StatedPrice.Of("retailer", Cny(6m), year, "price list"),
            StatedPrice.Of("sub-distributor", Cny(4.80m), DateSpan.OfQuarter(2026, 1), "invoice"),
            StatedPrice.Of("sub-distributor", Cny(5m), DateSpan.OfQuarter(2026, 2), "invoice"));

        Assert.Equal(
            "retailer: CNY 1.20, margin 20%, mark-up 25%\nshelf: CNY 2.00, margin 25%, mark-up 33.33%\n", margins.ToString());
        Assert.Equal(
            ["channel.no-price (level maker, on 2026-03-31)", "channel.no-price (level distributor, on 2026-03-31)"],
            margins.Reasons.Select(reason => reason.ToString()));
        Assert.Null(margins.Find("distributor"));
        Assert.Null(margins.Find("sub-distributor"));
        Assert.All(margins.Lines, line => Assert.True(line.Explain().IsVerified && line.ExplainMarkup().IsVerified));
        Assert.Equal((Figure)Percent(25), margins.Find("shelf")!.Explain().Value);
    }

    [Fact]
    public void A_stated_price_holds_on_its_first_and_last_day()
    {
        StatedPrice[] prices =
        [
            StatedPrice.Of("maker", Cny(4m), DateSpan.Always, "list"), StatedPrice.Of("distributor", Cny(5m), DateSpan.On(s_on), "list"),
        ];

        Assert.Null(LadderSample.Drinks.Margins(s_on.PlusDays(-1), prices).Find("distributor"));
        Assert.Equal(Percent(20), LadderSample.Drinks.Margins(s_on, prices).Find("distributor")!.Margin);
        Assert.Null(LadderSample.Drinks.Margins(s_on.PlusDays(1), prices).Find("distributor"));
    }

    [Fact]
    public void A_price_of_nothing_has_no_margin_and_a_cost_of_nothing_no_mark_up()
    {
        var margins = LadderSample.Drinks.Margins(
            s_on, StatedPrice.Of("maker", Cny(0m), DateSpan.Always, "gift"),
            StatedPrice.Of("distributor", Cny(0m), DateSpan.Always, "gift"));

        Assert.Null(margins.Lines[0].Margin);
        Assert.Null(margins.Lines[0].Markup);
        Assert.True(margins.Lines[0].Explain().IsVerified && margins.Lines[0].ExplainMarkup().IsVerified);
    }

    [Fact]
    public void What_cannot_be_a_ladder_is_refused_by_name()
    {
        var maker = PriceLevel.First("maker");
        Assert.Throws<ArgumentException>("levels", () => PriceLadder.Of(Currency.CNY));
        Assert.Throws<ArgumentException>("levels", () => PriceLadder.Of(Currency.CNY, PriceLevel.ByMargin("a", Percent(1))));
        Assert.Throws<ArgumentException>("levels", () => PriceLadder.Of(Currency.CNY, maker, PriceLevel.First("b")));
        Assert.Throws<ArgumentException>("levels", () => PriceLadder.Of(Currency.CNY, maker, PriceLevel.ByMargin("maker", Percent(1))));
        Assert.Throws<ArgumentException>("levels", () => PriceLadder.Of(Currency.XAU, maker));
        Assert.Throws<CurrencyMismatchException>(() => PriceLadder.Of(Currency.CNY, maker, PriceLevel.ByAmount("a", Usd(1m))));
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => PriceLevel.ByMargin("a", Percent(100)));
        Assert.Throws<ArgumentOutOfRangeException>("markup", () => PriceLevel.ByMarkup("a", Percent(-100)));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => maker.WithTax(Percent(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("price", () => LadderSample.Drinks.From("maker", Cny(-0.01m)));
        Assert.Throws<CurrencyMismatchException>(() => LadderSample.Drinks.From("maker", Usd(1m)));
        Assert.Contains(
            "'cellar'", Assert.Throws<ArgumentException>("level", () => LadderSample.Drinks.From("cellar", Cny(1m))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_prices_of_a_level_on_one_day_are_refused()
    {
        var price = StatedPrice.Of("maker", Cny(4m), DateSpan.Until(s_on), "list");
        Assert.Throws<ArgumentException>(
            "prices", () => LadderSample.Drinks.Margins(s_on, price, StatedPrice.Of("maker", Cny(4m), DateSpan.On(s_on), "visit")));
        Assert.Throws<ArgumentException>(
            "prices", () => LadderSample.Drinks.Margins(s_on, StatedPrice.Of("cellar", Cny(4m), DateSpan.Always, "list")));
        Assert.Throws<CurrencyMismatchException>(
            () => LadderSample.Drinks.Margins(s_on, StatedPrice.Of("maker", Usd(4m), DateSpan.Always, "list")));
        Assert.Throws<ArgumentException>("on", () => LadderSample.Drinks.Margins(s_on.WithCalendar(CalendarSystem.Julian), price));
    }

    [Fact]
    public void Ladders_and_levels_are_values()
    {
        PriceLadder Of(decimal margin) =>
            PriceLadder.Of(Currency.CNY, PriceLevel.First("maker"), PriceLevel.ByMargin("dealer", Percent(margin)));
        TestHelper.TestEqualsClass(Of(10), Of(10.0m), Of(11), PriceLadder.Of(Currency.CNY, PriceLevel.First("maker")));
        TestHelper.TestEqualsClass(
            PriceLevel.ByMargin("a", Percent(10)), PriceLevel.ByMargin("a", Percent(10)), PriceLevel.ByMarkup("a", Percent(10)),
            PriceLevel.ByMargin("a", Percent(10)).WithTax(Percent(0)), PriceLevel.ByMargin("b", Percent(10)));
    }

    /// <summary>
    /// Down and up again, or up and down: each rounding passed may move a price by half a unit, and every level after it carries that on.
    /// </summary>
    [Property]
    public Property Down_then_up_returns_the_start_within_one_rounding_of_each_level() =>
        Prop.ForAll(
            (from ladder in Ladders from cents in Gen.Choose(100, 10_000_000) from isDown in Gen.Elements(true, false)
             select (ladder, price: Cny(cents / 100m), isDown)).ToArbitrary(),
            given =>
            {
                var (first, last) = (given.ladder.Levels[0].Name, given.ladder.Levels[given.ladder.Levels.Count - 1].Name);
                var (from, to) = given.isDown ? (last, first) : (first, last);
                var there = given.ladder.From(from, given.price);
                var back = given.ladder.From(to, there[to].Price);

                var levels = given.isDown ? given.ladder.Levels.Reverse().ToArray() : [.. given.ladder.Levels];
                var bound = 0m;
                for (var i = 1; i < levels.Length; i++)
                    bound = (bound * Slope(levels[i - 1], levels[i], given.isDown)) + 0.005m;
                for (var i = levels.Length - 2; i >= 0; i--)
                    bound = (bound * Slope(levels[i + 1], levels[i], !given.isDown)) + 0.005m;

                var gap = (back[from].Price - given.price).Abs().Amount;
                Assert.True(gap <= bound, given.ladder + " from " + from + " " + given.price + ": back at " + back[from].Price);
            });

    [Property]
    public Property Without_rounding_down_then_up_is_the_start() =>
        Prop.ForAll(
            (from ladder in Ladders from cents in Gen.Choose(100, 10_000_000) select (ladder, price: Cny(cents / 100m))).ToArbitrary(),
            given =>
            {
                var fine = Rounding.ToDigits(20, RoundingMode.HalfEven);
                var ladder = PriceLadder.Of(Currency.CNY, [.. given.ladder.Levels.Select(level => level.WithRounding(fine))]);
                var (first, last) = (ladder.Levels[0].Name, ladder.Levels[ladder.Levels.Count - 1].Name);
                var there = ladder.From(last, given.price)[first].Price;

                Assert.True((ladder.From(first, there)[last].Price - given.price).Abs().Amount < 0.000_000_01m);
            });

    [Property]
    public Property Every_price_of_every_ladder_explains_itself() =>
        Prop.ForAll(
            (from ladder in Ladders from cents in Gen.Choose(0, 10_000_000) from at in Gen.Choose(0, ladder.Levels.Count - 1)
             select ladder.From(ladder.Levels[at].Name, Cny(cents / 100m))).ToArbitrary(),
            prices => Assert.All(
                prices.Prices,
                price =>
                {
                    Assert.Equal((Figure)price.Price, price.Explain().Value);
                    Assert.True(price.Explain().IsVerified, price.Explain().ToString());
                }));

    [Property]
    public Property A_higher_price_of_one_level_never_lowers_another() =>
        Prop.ForAll(
            (from ladder in Ladders from cents in Gen.Choose(0, 1_000_000) from more in Gen.Choose(0, 100)
             from at in Gen.Choose(0, ladder.Levels.Count - 1) select (ladder, cents, more, at)).ToArbitrary(),
            given =>
            {
                var level = given.ladder.Levels[given.at].Name;
                var low = given.ladder.From(level, Cny(given.cents / 100m));
                var high = given.ladder.From(level, Cny((given.cents + given.more) / 100m));

                Assert.All(
                    low.Prices.Zip(high.Prices, (one, other) => (one, other)), pair => Assert.True(pair.one.Price <= pair.other.Price));
            });

    private static Gen<PriceLadder> Ladders =>
        from count in Gen.Choose(1, 4)
        from levels in (
            from kind in Gen.Choose(0, 2) from percent in Gen.Choose(0, 60) from tax in Gen.Elements(0, 0, 9, 13)
            select (kind, percent, tax)).ArrayOf(count)
        select PriceLadder.Of(
            Currency.CNY,
            [
                PriceLevel.First("0"),
                .. levels.Select((level, i) => Level((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), level)),
            ]);

    private static PriceLevel Level(string name, (int Kind, int Percent, int Tax) given)
    {
        var level = given.Kind switch
        {
            0 => PriceLevel.ByMargin(name, Percent(given.Percent)),
            1 => PriceLevel.ByMarkup(name, Percent(given.Percent)),
            _ => PriceLevel.ByAmount(name, Cny(given.Percent / 100m)),
        };
        return given.Tax == 0 ? level : level.WithTax(Percent(given.Tax));
    }

    // How much the price of a level moves with that of its neighbour.
    private static decimal Slope(PriceLevel from, PriceLevel to, bool isDown)
    {
        var step = isDown ? from : to;
        var up = step.Kind switch
        {
            PriceStepKind.Margin => 1m / (1m - step.Rate!.Value.Fraction),
            PriceStepKind.Markup => 1m + step.Rate!.Value.Fraction,
            _ => 1m,
        };
        return (isDown ? 1m / up : up) * (1m + (to.TaxRate?.Fraction ?? 0m)) / (1m + (from.TaxRate?.Fraction ?? 0m));
    }
}
