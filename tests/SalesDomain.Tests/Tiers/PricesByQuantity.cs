using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class PricesByQuantity
{
    private static readonly TieredPrice s_breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1m, 10.00m), (100m, 9.20m));

    [Property(MaxTest = 300)]
    public Property Graduated_is_the_integral_of_the_price_and_refused_where_a_part_has_none() =>
        Prop.ForAll(TierSample.NeverNegative, sample =>
        {
            var quantity = new Quantity(sample.Amount, UnitOfMeasure.Kilogram);
            var isPriced = sample.Bounds[0] == 0m || !sample.IsFrom;
            if (isPriced && sample.ValueAt(Math.Abs(sample.Amount)) is not null)
                return sample.Price.Graduated(quantity).Amount == sample.Turned(isMirrored: true).Integral();

            return Assert.Throws<ArgumentOutOfRangeException>(() => sample.Price.Graduated(quantity)).ParamName == "quantity"
                && Assert.Throws<ArgumentOutOfRangeException>(() => sample.Price.Portions(quantity)).ParamName == "quantity";
        });

    [Property(MaxTest = 300)]
    public Property All_units_is_the_quantity_at_the_price_reached_and_refused_where_there_is_none() =>
        Prop.ForAll(TierSample.NeverNegative, sample =>
        {
            var quantity = new Quantity(sample.Amount, UnitOfMeasure.Kilogram);
            return sample.ValueAt(Math.Abs(sample.Amount)) is { } price
                ? sample.Price.AllUnits(quantity).Amount == sample.Amount * price && sample.Price.PriceAt(quantity).Amount == price
                : Assert.Throws<ArgumentOutOfRangeException>(() => sample.Price.AllUnits(quantity)).ParamName == "quantity"
                    && Assert.Throws<ArgumentOutOfRangeException>(() => sample.Price.PriceAt(quantity)).ParamName == "quantity"
                    && !sample.Price.TryPriceAt(quantity, out var none) && none == default;
        });

    [Property]
    public Property Portions_sum_to_the_quantity_and_to_the_graduated_total() =>
        Prop.ForAll(TierSample.NeverNegative, sample =>
        {
            var quantity = new Quantity(sample.Amount, UnitOfMeasure.Kilogram);
            if ((sample.IsFrom && sample.Bounds[0] != 0m) || sample.ValueAt(Math.Abs(sample.Amount)) is null)
                return true;

            var portions = sample.Price.Portions(quantity);
            return Quantity.Sum(UnitOfMeasure.Kilogram, portions.Select(portion => portion.Base)) == quantity
                && Money.Sum(Currency.EUR, portions.Select(portion => portion.Result)) == sample.Price.Graduated(quantity)
                && portions.All(portion => !portion.Base.IsZero);
        });

    [Theory]
    [InlineData("0.99", null)]
    [InlineData("1", "10")]
    [InlineData("99", "990")]
    [InlineData("99.99", "999.9")]
    [InlineData("100", "920")]
    [InlineData("101", "929.2")]
    [InlineData("-100", "-920")]
    [InlineData("-99", "-990")]
    [InlineData("0", null)]
    public void From_its_quantity_on_every_unit_has_the_price_and_below_the_first_there_is_none(string pieces, string? total)
    {
        var quantity = Quantity.Parse(pieces + " PCE");

        if (total is null)
            Assert.False(s_breaks.TryPriceAt(quantity, out _));
        else
            Assert.Equal(Money.Parse("CNY " + total), s_breaks.AllUnits(quantity));
    }

    [Fact]
    public void A_price_of_zero_is_a_price()
    {
        var free = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 0m), (10m, 1m));

        Assert.True(free.TryPriceAt(Quantity.Pieces(9m), out var price));
        Assert.Equal(Money.Zero(Currency.CNY), price);
        Assert.Equal(Money.Parse("CNY 1"), free.Graduated(Quantity.Pieces(11m)));
        Assert.Equal(Money.Zero(Currency.CNY), free.AllUnits(Quantity.Pieces(0m)));
    }

    [Fact]
    public void A_graduated_scale_that_begins_above_zero_is_refused()
    {
        // From 1 piece: nobody has said what the way from 0 to 1 costs.
        Assert.Equal("quantity", Assert.Throws<ArgumentOutOfRangeException>(() => s_breaks.Graduated(Quantity.Pieces(120m))).ParamName);
        Assert.Equal("quantity", Assert.Throws<ArgumentOutOfRangeException>(() => s_breaks.Portions(Quantity.Pieces(120m))).ParamName);
    }

    [Theory]
    [InlineData("98", "980")]
    [InlineData("99", "990")]
    [InlineData("100", "999.2")]
    [InlineData("101", "1008.4")]
    [InlineData("-100", "-999.2")]
    public void Bands_in_whole_pieces_are_a_to_scale(string pieces, string total)
    {
        // 1 to 99 at 10.00, from the 100th at 9.20.
        var bands = TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (99m, 10.00m)).ThenAbove(9.20m);

        Assert.Equal(Money.Parse("CNY " + total), bands.Graduated(Quantity.Parse(pieces + " PCE")));
    }

    [Theory]
    [InlineData("500", true)]
    [InlineData("500.001", false)]
    [InlineData("-500.001", false)]
    public void Above_a_ceiling_there_is_no_price(string pieces, bool hasPrice)
    {
        var capped = s_breaks.WithCeiling(Quantity.Pieces(500m));

        Assert.Equal(Quantity.Pieces(500m), capped.End);
        Assert.Equal(hasPrice, capped.TryPriceAt(Quantity.Parse(pieces + " PCE"), out _));
    }

    [Theory]
    [InlineData("200", true)]
    [InlineData("200.001", false)]
    public void Above_the_last_bound_of_a_to_scale_there_is_no_price(string pieces, bool hasPrice) =>
        Assert.Equal(
            hasPrice,
            TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (100m, 10m), (200m, 9m))
                .TryPriceAt(Quantity.Parse(pieces + " PCE"), out _));

    [Fact]
    public void Portions_show_each_part_at_its_price()
    {
        var portions = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 10m), (100m, 9m), (200m, 8m))
            .Portions(Quantity.Pieces(-150m));

        Assert.Equal([Quantity.Pieces(-100m), Quantity.Pieces(-50m)], portions.Select(portion => portion.Base));
        Assert.Equal([10m, 9m], portions.Select(portion => portion.UnitPrice.Amount));
        Assert.Equal([-1000m, -450m], portions.Select(portion => portion.Result.Amount));
    }

    [Fact]
    public void Another_unit_is_refused()
    {
        var cases = new Quantity(1m, UnitOfMeasure.Case);

        Assert.Equal("quantity", Assert.Throws<UnitMismatchException>(() => s_breaks.PriceAt(cases)).ParamName);
        Assert.Equal("quantity", Assert.Throws<UnitMismatchException>(() => s_breaks.TryPriceAt(cases, out _)).ParamName);
        Assert.Equal("quantity", Assert.Throws<UnitMismatchException>(() => s_breaks.AllUnits(cases)).ParamName);
        Assert.Equal("quantity", Assert.Throws<UnitMismatchException>(() => s_breaks.Graduated(cases)).ParamName);
        Assert.Equal("quantity", Assert.Throws<UnitMismatchException>(() => s_breaks.Portions(cases)).ParamName);
        Assert.Equal("ceiling", Assert.Throws<UnitMismatchException>(() => s_breaks.WithCeiling(cases)).ParamName);
        Assert.Equal("smallest", Assert.Throws<UnitMismatchException>(() => s_breaks.Inversions(cases)).ParamName);
    }

    [Fact]
    public void It_tells_its_currency_unit_side_bounds_and_prices()
    {
        Assert.Equal((Currency.CNY, UnitOfMeasure.Piece, StepSide.From), (s_breaks.Currency, s_breaks.Unit, s_breaks.Side));
        Assert.Equal([Quantity.Pieces(1m), Quantity.Pieces(100m)], s_breaks.Bounds);
        Assert.Equal([Money.Parse("CNY 10"), Money.Parse("CNY 9.20")], s_breaks.Prices);
        Assert.Null(s_breaks.End);
    }
}
