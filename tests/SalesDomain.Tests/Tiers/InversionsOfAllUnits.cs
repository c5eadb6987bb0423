using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class InversionsOfAllUnits
{
    private static readonly Gen<SmallScale> s_scale =
        from isFrom in Gen.Elements(true, false)
        from rises in Gen.Choose(1, 24).ArrayOf(4)
        from count in Gen.Choose(1, 4)
        from first in Gen.Choose(0, 8)
        from values in Gen.Choose(0, 20).ArrayOf(5)
        from signs in Gen.Elements(1, 1, 1, -1).ArrayOf(5)
        from isClosed in Gen.Elements(true, false)
        from grid in Gen.Elements(1m, 0.5m, 2m, 0.7m, 5m)
        select new SmallScale(
            isFrom, [.. Enumerable.Range(0, count).Select(i => (first + rises.Take(i).Sum()) * 0.5m)],
            [.. values.Take(!isFrom && !isClosed ? count + 1 : count).Select(value => (decimal)value)],
            [.. signs.Select(sign => (decimal)sign)], isClosed, grid);

    [Property(MaxTest = 300)]
    public Property Prices_are_inverted_where_trying_every_quantity_finds_a_later_cheaper_step() =>
        Prop.ForAll(s_scale.ToArbitrary(), scale =>
        {
            var steps = scale.Bounds.Zip(scale.Values, (bound, value) => (bound, value)).ToArray();
            var price = scale.IsFrom ? TieredPrice.From(Currency.EUR, UnitOfMeasure.Piece, steps)
                : TieredPrice.UpTo(Currency.EUR, UnitOfMeasure.Piece, steps);
            price = scale.IsFrom && scale.IsClosed ? price.WithCeiling(Quantity.Pieces(scale.Ceiling)) : price;
            price = !scale.IsFrom && !scale.IsClosed ? price.ThenAbove(scale.Values.Last()) : price;

            return price.Inversions(Quantity.Pieces(scale.Grid))
                .Select(
                    found => (found.First.Amount, found.Last.Amount, found.LastResult.Amount, found.Break.Amount, found.BreakResult.Amount))
                .SequenceEqual(scale.Inversions(quantity => price.AllUnits(Quantity.Pieces(quantity)).Amount));
        });

    [Property(MaxTest = 300)]
    public Property Rates_of_either_sign_are_inverted_where_trying_every_amount_finds_a_later_smaller_step() =>
        Prop.ForAll(s_scale.ToArbitrary(), scale =>
        {
            // On a grid of whole yen; a value of 7 is a rate of 7 % or −7 %.
            var rates = scale.Values.Select((value, i) => Percentage.FromPercent(value * scale.Signs[i])).ToArray();
            var steps = scale.Bounds.Zip(rates, (bound, value) => (bound, value)).ToArray();
            var rate = scale.IsFrom ? TieredRate.From(Currency.JPY, steps) : TieredRate.UpTo(Currency.JPY, steps);
            rate = scale.IsFrom && scale.IsClosed ? rate.WithCeiling(new Money(scale.Ceiling, Currency.JPY)) : rate;
            rate = !scale.IsFrom && !scale.IsClosed ? rate.ThenAbove(rates.Last()) : rate;

            return rate.Inversions()
                .Select(
                    found => (found.First.Amount, found.Last.Amount, found.LastResult.Amount, found.Break.Amount, found.BreakResult.Amount))
                .SequenceEqual(scale.On(1m).Inversions(amount => rate.AllUnits(new Money(amount, Currency.JPY)).Amount));
        });

    [Property]
    public Property Rates_that_rise_are_never_inverted() =>
        Prop.ForAll(TierSample.NeverNegative, sample =>
        {
            var rates = sample.Values.OrderBy(value => value).ToArray();
            var steps = sample.Bounds.Zip(rates, (bound, value) => (bound, Percentage.FromFraction(value))).ToArray();
            return TieredRate.From(Currency.EUR, steps).Inversions().Count == 0;
        });

    [Property]
    public Property Prices_that_fall_are_inverted_just_before_every_break() =>
        Prop.ForAll(s_scale.Where(scale => scale.IsFrom).ToArbitrary(), scale =>
        {
            var prices = scale.Values.Select((_, i) => 100m - i).ToArray();
            var price = TieredPrice.From(
                Currency.EUR, UnitOfMeasure.Piece, [.. scale.Bounds.Select((bound, i) => ((decimal)(i + 1) * 1000m, prices[i]))]);
            var found = price.Inversions(Quantity.Pieces(1m));
            return found.Count == prices.Length - 1
                && found.Select(inversion => inversion.Last.Amount)
                .SequenceEqual(Enumerable.Range(2, found.Count).Select(i => (i * 1000m) - 1m))
                && found.All(inversion => price.AllUnits(inversion.First) > inversion.BreakResult
                    && price.AllUnits(inversion.First - Quantity.Pieces(1m)) <= inversion.BreakResult);
        });

    [Fact]
    public void A_range_before_a_break_costs_more_than_the_break()
    {
        // Practice §5.3: 2,938 to 2,999 pieces cost more than 3,000.
        var price = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1m, 100m), (1000m, 96m), (3000m, 94m));
        var found = price.Inversions(Quantity.Pieces(1m));

        Assert.Equal(2, found.Count);
        Assert.Equal("961 PCE to 999 PCE give more (CNY 99900.00 at the end) than 1000 PCE (CNY 96000.00)", found[0].ToString());
        Assert.Equal("2938 PCE to 2999 PCE give more (CNY 287904.00 at the end) than 3000 PCE (CNY 282000.00)", found[1].ToString());
        Assert.Equal(Money.Parse("CNY 281952"), price.AllUnits(Quantity.Pieces(2937m)));
        Assert.Equal(Money.Parse("CNY 282048"), price.AllUnits(Quantity.Pieces(2938m)));
    }

    [Fact]
    public void The_cheapest_of_several_later_breaks_is_named()
    {
        var price = TieredPrice.From(Currency.EUR, UnitOfMeasure.Piece, (1m, 10m), (100m, 9m), (102m, 1m));

        Assert.Equal(
            [
                "11 PCE to 99 PCE give more (EUR 990.00 at the end) than 102 PCE (EUR 102.00)",
                "100 PCE to 101 PCE give more (EUR 909.00 at the end) than 102 PCE (EUR 102.00)",
            ],
            price.Inversions(Quantity.Pieces(1m)).Select(found => found.ToString()));
    }

    [Fact]
    public void A_finer_grid_finds_the_range_more_finely()
    {
        var price = TieredPrice.From(Currency.EUR, UnitOfMeasure.Kilogram, (0m, 3m), (10m, 2m));
        var found = Assert.Single(price.Inversions(new Quantity(0.1m, UnitOfMeasure.Kilogram)));

        Assert.Equal("6.7 KGM to 9.9 KGM give more (EUR 29.70 at the end) than 10 KGM (EUR 20.00)", found.ToString());
    }

    [Fact]
    public void Bounds_beside_the_grid_are_given_as_what_can_be_sold()
    {
        var price = TieredPrice.From(Currency.EUR, UnitOfMeasure.Kilogram, (0m, 3m), (10.5m, 2m));
        var found = Assert.Single(price.Inversions(new Quantity(1m, UnitOfMeasure.Kilogram)));

        Assert.Equal("8 KGM to 10 KGM give more (EUR 30.00 at the end) than 11 KGM (EUR 22.00)", found.ToString());
    }

    [Fact]
    public void A_currency_without_minor_unit_is_searched_in_hundredths() =>
        Assert.Equal(
            "XAU 0.51 to XAU 0.99 give more (XAU 0.0198 at the end) than XAU 1 (XAU 0.01)",
            Assert.Single(
                TieredRate.From(Currency.XAU, (0m, Percentage.FromPercent(2m)), (1m, Percentage.FromPercent(1m))).Inversions()).ToString());

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void A_smallest_quantity_of_zero_or_less_is_refused(string smallest) =>
        Assert.Equal("smallest", Assert.Throws<ArgumentOutOfRangeException>(() =>
            TieredPrice.From(Currency.EUR, UnitOfMeasure.Piece, (1m, 1m)).Inversions(Quantity.Parse(smallest + " PCE"))).ParamName);

    [Fact]
    public void Inversions_are_equal_by_all_their_values()
    {
        static Inversion<Quantity> Of(decimal first, decimal at, decimal price, decimal lower) =>
            TieredPrice.From(Currency.EUR, UnitOfMeasure.Piece, (first, price), (at, lower)).Inversions(Quantity.Pieces(1m)).Single();

        TestHelper.TestEqualsStruct(
            Of(1m, 20m, 5m, 4m), Of(0m, 20.0m, 5.00m, 4.0m), Of(18m, 20m, 5m, 4m), Of(1m, 21m, 5m, 4m), Of(1m, 20m, 6m, 4m),
            Of(1m, 20m, 5m, 3m), default);
    }

    private sealed record SmallScale(bool IsFrom, decimal[] Bounds, decimal[] Values, decimal[] Signs, bool IsClosed, decimal Grid)
    {
        internal decimal Ceiling => Bounds.Last() + 1.5m;

        internal SmallScale On(decimal grid) => this with { Grid = grid };

        /// <summary>
        /// By trying every level on the grid: of each step those whose result exceeds the lowest first result of a later step.
        /// </summary>
        internal (decimal First, decimal Last, decimal LastResult, decimal Break, decimal BreakResult)[] Inversions(
            Func<decimal, decimal> allUnits)
        {
            var levels = Enumerable.Range(1, 400).Select(i => i * Grid).Select(level => (Level: level, Step: StepOf(level)))
                .Where(at => at.Step >= 0)
                .Select(at => (at.Level, at.Step, Result: allUnits(at.Level))).ToArray();
            var firsts = levels.GroupBy(at => at.Step).Select(step => step.First()).ToArray();
            return
            [
                .. from step in levels.GroupBy(at => at.Step)
                   let later = firsts.Where(at => at.Step > step.Key).OrderBy(at => at.Result).ThenBy(at => at.Level).Take(1).ToArray()
                   where later.Length == 1
                   let worse = step.Where(at => at.Result > later[0].Result).ToArray()
                   where worse.Length > 0
                   select (worse.First().Level, worse.Last().Level, worse.Last().Result, later[0].Level, later[0].Result),
            ];
        }

        private int StepOf(decimal level) =>
            IsFrom ? (IsClosed && level > Ceiling ? -1 : Bounds.Count(bound => bound <= level) - 1)
                : Bounds.Count(bound => bound < level) is var step && step < Values.Length ? step : -1;

        public override string ToString() =>
            (IsFrom ? "from " : "up to ") + string.Join(" ", Bounds) + " values " + string.Join(" ", Values) + " signs "
            + string.Join(" ", Signs)
            + (IsClosed ? " closed" : "") + " grid " + Grid;
    }
}
