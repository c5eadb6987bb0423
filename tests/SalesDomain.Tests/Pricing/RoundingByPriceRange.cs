using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>A formula that rounds by the range of the price does in each range what the rounding of that range does.</summary>
public sealed class RoundingByPriceRange
{
    private const RoundingMode Half = RoundingMode.HalfAwayFromZero;

    private static readonly RoundingMode[] s_modes =
    [
        Half, RoundingMode.HalfEven, RoundingMode.Up, RoundingMode.Down, RoundingMode.Ceiling, RoundingMode.Floor,
    ];

    private static readonly StepSchedule<Money, Rounding> s_ranges = StepSchedule.From(
        (Cny(0m), Rounding.ToEnding(0.99m, 1m, Half)), (Cny(100m), Rounding.ToStep(5m, Half)),
        (Cny(1_000m), Rounding.ToEnding(90m, 100m, RoundingMode.Up)));

    [Theory]
    [InlineData("0", "0.00", "0.00")]
    [InlineData("0.01", "0.99", "0.00")]
    [InlineData("99.48", "98.99", "0.00")]
    [InlineData("99.99", "99.99", "0.00")]
    [InlineData("100", "100.00", "100.00")]
    [InlineData("100.01", "100.00", "100.00")]
    [InlineData("102.49", "100.00", "100.00")]
    [InlineData("102.50", "105.00", "100.00")]
    [InlineData("999.99", "1000.00", "100.00")]
    [InlineData("1000", "1090.00", "1000.00")]
    [InlineData("1000.01", "1090.00", "1000.00")]
    public void A_price_is_rounded_by_the_range_it_lies_in_before_rounding(string listed, string rounded, string range)
    {
        var price = Book(PriceFormula.Of("base").Rounded(s_ranges), Number(listed)).Ask(1m);

        Assert.Equal("CNY " + rounded, price.UnitPrice.ToString());
        Assert.Empty(price.Explain().Verify());
        Assert.Equal(["range from CNY " + range], Ranges(price.Explain()).Select(found => found.Name));
    }

    [Fact]
    public void The_range_is_that_after_change_and_tax_and_before_the_surcharge()
    {
        var formula = PriceFormula.Of("base").Less(Percent(20)).Plus(Cny(3m));
        var step = Rounding.ToStep(5m, Half);

        // 125.00 less 20 % is 100.00, and 124.98 less 20 % is 99.984: 99.99 and the surcharge.
        Assert.Equal(Cny(103m), Book(formula.Rounded(s_ranges), 125m).Ask(1m).UnitPrice);
        Assert.Equal(Cny(102.99m), Book(formula.Rounded(s_ranges), 124.98m).Ask(1m).UnitPrice);
        Assert.Equal(Cny(103m), Book(formula.Rounded(step), 124.98m).Ask(1m).UnitPrice);

        // 88.50 × 1.13 = 100.005.
        var gross = PriceList.Of("held", Currency.CNY, TaxBasis.WithTax).For(Scope.Everything.Only(Dealer)).During(
            DateSpan.Always, PriceListVersion.Empty.WithFormula(PriceFormula.Of("base").WithTaxRate(Percent(13)).Rounded(s_ranges)));
        Assert.Equal(Cny(100m), BookOf(ListOf("base", ItemPrice.Of(Cny(88.5m))), gross).Ask(1m).UnitPrice);
    }

    [Fact]
    public void A_bound_of_the_margin_is_rounded_by_the_range_it_lies_in_without_the_surcharge()
    {
        var formula = PriceFormula.OfCost().WithMargin(Percent(20)).Rounded(s_ranges);

        // 79.99 ÷ 0.8 = 99.9875 and 80.00 ÷ 0.8 = 100.00; 81.00 ÷ 0.8 = 101.25, up to 105.00.
        Assert.Equal(
            [Cny(99.99m), Cny(100m), Cny(105m)],
            new[] { 79.99m, 80m, 81m }.Select(cost => Book(formula, 0m, cost).Ask(1m).UnitPrice));

        // 100.00 less the surcharge of 0.01 is 99.99: in the first range.
        var shifted = Book(formula.Plus(Cny(0.01m)), 0m, 80m).Ask(1m);
        Assert.Equal(Cny(100m), shifted.UnitPrice);
        Assert.Empty(shifted.Explain().Verify());
        Assert.Contains(Ranges(shifted.Explain()), range => range.Name == "range from CNY 0.00" && range.Value == "ending:0.99/1 ceiling");

        // 90.00 ÷ 0.8 = 112.50 from above: 110.00.
        var capped = PriceFormula.OfCost().MarkedUp(Percent(100)).Rounded(s_ranges).WithMargin(null, Percent(20));
        Assert.Equal(Cny(110m), Book(capped, 0m, 90m).Ask(1m).UnitPrice);
    }

    [Property]
    public void In_a_range_the_price_is_that_of_its_own_rounding(
        NonNegativeInt cents, PositiveInt first, PositiveInt second, int[] kinds, byte less, short surcharge, sbyte beside)
    {
        var ranges = Made(first.Get, second.Get, kinds);

        // As often as not at a bound or a cent beside it.
        var listed = beside > 0 ? cents.Get / 100m : ranges[1 + (cents.Get % 2)].From + (beside % 2 / 100m);
        var formula = PriceFormula.Of("base").Less(Percent(beside > 0 ? less % 101 : 0)).Plus(Cny(surcharge / 100m));
        var before = Book(PriceFormula.Of("base").Less(Percent(beside > 0 ? less % 101 : 0)), listed).Ask(1m).UnitPrice;

        var price = Book(formula.Rounded(Schedule(ranges)), listed).Ask(1m);

        var own = Book(formula.Rounded(OwnOf(ranges, before.Amount).Rounding), listed).Ask(1m);
        Assert.Equal(own.Winner!.Name, price.Winner!.Name);
        Assert.Equal(own.UnitPrice, price.UnitPrice);
        Assert.Empty(price.Explain().Verify());
    }

    [Property]
    public void A_price_held_by_margins_is_at_bounds_rounded_in_their_own_ranges(
        PositiveInt cents, PositiveInt first, PositiveInt second, int[] kinds, byte markUp, byte least, byte wider, short surcharge)
    {
        var ranges = Made(first.Get, second.Get, kinds);
        var (cost, extra, low) = (cents.Get / 100m, surcharge % 1_000 / 100m, least % 90);
        var high = Math.Min(low + wider, 95);
        var formula = PriceFormula.OfCost().MarkedUp(Percent(markUp)).Rounded(Schedule(ranges)).Plus(Cny(extra));

        var price = Book(formula.WithMargin(Percent(low), Percent(high)), 0m, cost).Ask(1m);

        var taken = cost * (100m + markUp) / 100m;
        var free = Cny(taken).Round(OwnOf(ranges, taken).Rounding).Amount + extra;
        var most = Bound(ranges, cost, high, extra, RoundingMode.Floor);
        Assert.Equal(Cny(Math.Max(Math.Min(free, most), Bound(ranges, cost, low, extra, RoundingMode.Ceiling))), price.UnitPrice);
        Assert.Empty(price.Explain().Verify());
    }

    [Property(MaxTest = 200)]
    public void A_changed_figure_is_named(
        PositiveInt cents, PositiveInt first, PositiveInt second, int[] kinds, short surcharge, NonNegativeInt choice)
    {
        var formula = PriceFormula.OfCost().MarkedUp(Percent(20)).Rounded(Schedule(Made(first.Get, second.Get, kinds)))
            .Plus(Cny(surcharge % 100 / 100m)).WithMargin(Percent(10), Percent(30));

        Tampering.IsNamed(Book(formula, 0m, cents.Get / 100m).Ask(1m).Explain(), choice.Get);
    }

    [Fact]
    public void A_range_that_is_not_that_of_the_price_is_named()
    {
        var explanation = Book(PriceFormula.Of("base").Rounded(s_ranges), 100m).Ask(1m).Explain();
        var rounded = All(explanation).Single(node => node.Operation?.Name == "round");

        var other = Explanation.Node(
            rounded.Name, rounded.Value, rounded.Operation!, rounded.Children[0],
            Explanation.Constant("range from CNY 0.00", "ending:0.99/1 half-away"));

        Assert.True(rounded.IsVerified);
        Assert.Contains("the rounding must be that of the range", other.Verify().Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_that_leave_out_a_price_are_refused_and_named()
    {
        var formula = PriceFormula.OfCost();
        var (step, unit) = (Rounding.Commercial, Rounding.Bankers);

        Refuses("from CNY 0.01: minor-unit half-away", StepSchedule.From((Cny(0.01m), step)));
        Refuses("from CNY -0.01: minor-unit half-away", StepSchedule.From((Cny(-0.01m), step), (Cny(1m), unit)));
        Refuses("below: minor-unit half-even, from CNY 0.00", StepSchedule.From((Cny(0m), step)).ThenBelow(unit));
        Refuses("from CNY 0.00: minor-unit half-away, to CNY 9.00", StepSchedule.From((Cny(0m), step)).WithCeiling(Cny(9m)));
        Refuses("up to CNY 9.00: minor-unit half-away", StepSchedule.UpTo((Cny(9m), step)).ThenAbove(unit));
        Assert.Equal(
            "ranges",
            Assert.Throws<ArgumentNullException>(() => formula.Rounded((StepSchedule<Money, Rounding>)null!)).ParamName);
        Assert.Single(formula.Rounded(StepSchedule.From((Cny(0m), step))).RoundingRanges!.Bounds);

        void Refuses(string what, StepSchedule<Money, Rounding> ranges)
        {
            var fault = Assert.Throws<ArgumentException>(() => formula.Rounded(ranges));
            Assert.Equal("ranges", fault.ParamName);
            Assert.Contains(what, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ranges_in_another_currency_than_the_list_are_refused_by_its_name()
    {
        var dollars = StepSchedule.From((new Money(0m, Currency.USD), Rounding.Commercial));
        var version = PriceListVersion.Empty.WithFormula(PriceFormula.OfCost().Rounded(dollars));

        var fault = Assert.Throws<CurrencyMismatchException>(() => Always("retail", version));
        Assert.Equal((Currency.CNY, Currency.USD), (fault.Expected, fault.Actual));
        Assert.Contains("'retail', rounding ranges", fault.Message, StringComparison.Ordinal);
        Assert.Equal("retail", Always("retail", version, Currency.USD).Name);
    }

    [Fact]
    public void One_kind_of_rounding_takes_the_place_of_the_other()
    {
        var ranged = PriceFormula.Of("base").Rounded(Rounding.Commercial).Rounded(s_ranges);
        var plain = ranged.Rounded(Rounding.Commercial);

        Assert.Equal((null, s_ranges), (ranged.Rounding, ranged.RoundingRanges));
        Assert.Equal((Rounding.Commercial, null), (plain.Rounding, plain.RoundingRanges));
        Assert.Equal(PriceFormula.Of("base").Rounded(Rounding.Commercial), plain);
        Assert.NotEqual(plain, ranged);
        Assert.Equal(
            "'base', rounded (from CNY 0.00: ending:0.99/1 half-away, from CNY 100.00: step:5 half-away, "
                + "from CNY 1000.00: ending:90/100 up)",
            ranged.ToString());
        Assert.Equal(s_ranges, ranged.Less(Percent(5)).Plus(Cny(1m)).WithMargin(Percent(1)).WithTaxRate(Percent(13)).RoundingRanges);
    }

    private static decimal Bound((decimal From, int Kind)[] ranges, decimal cost, int margin, decimal extra, RoundingMode side)
    {
        var exact = cost / (1m - (margin / 100m));
        var rounded = Cny(exact - extra).Round(Kind(OwnOf(ranges, exact - extra).Kind, side)).Amount + extra;

        // Below the first price ending there is none.
        return side == RoundingMode.Ceiling ? rounded >= exact ? rounded : exact : rounded <= exact ? rounded : exact;
    }

    private static (Rounding Rounding, int Kind) OwnOf((decimal From, int Kind)[] ranges, decimal price)
    {
        var kind = ranges.Where(range => range.From <= price).Append(ranges[0]).OrderByDescending(range => range.From).First().Kind;
        return (Kind(kind, Mode(kind)), kind);
    }

    private static (decimal From, int Kind)[] Made(int first, int second, int[] kinds) =>
        [(0m, KindAt(kinds, 0)), (first / 100m, KindAt(kinds, 1)), ((first + second) / 100m, KindAt(kinds, 2))];

    private static int KindAt(int[] kinds, int place) => place < kinds.Length ? Math.Abs(kinds[place] % 1_000) : place;

    private static StepSchedule<Money, Rounding> Schedule((decimal From, int Kind)[] ranges) =>
        StepSchedule.From([.. ranges.Select(range => (Cny(range.From), Kind(range.Kind, Mode(range.Kind))))]);

    private static RoundingMode Mode(int kind) => s_modes[kind % s_modes.Length];

    private static Rounding Kind(int kind, RoundingMode mode)
    {
        var cents = 1 + (kind % 70);
        return (kind % 3) switch
        {
            0 => Rounding.ToStep(cents / 100m, mode),
            1 => Rounding.ToEnding(cents / 100m, (cents + 1) / 100m, mode),
            _ => Rounding.ToMinorUnit(mode),
        };
    }

    private static IEnumerable<Explanation> All(Explanation node) => node.Children.SelectMany(All).Prepend(node);

    private static Explanation[] Ranges(Explanation explanation) =>
        [.. All(explanation).Where(node => node.Name.StartsWith("range from ", StringComparison.Ordinal))];

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static PriceBook Book(PriceFormula formula, decimal listed, decimal cost = 1m) =>
        BookOf(
                ListOf("base", ItemPrice.Of(Cny(listed))),
                Always("held", PriceListVersion.Empty.WithFormula(formula)).For(Scope.Everything.Only(Dealer)))
            .With(PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(Timeline.Always(Cny(cost))));
}
