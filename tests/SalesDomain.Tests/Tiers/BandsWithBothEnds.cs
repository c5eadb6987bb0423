using System;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class BandsWithBothEnds
{
    // RB-15, NetSuite: docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_16172202301.html, entered as the page shows it.
    private static readonly TieredPrice s_perUnit = TieredPrice.Bands(
        Currency.USD, UnitOfMeasure.Piece, 1m, (1m, 2m, 10m), (3m, 4m, 20m), (5m, 8m, 30m));

    [Theory]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    [InlineData(4, 60)]
    [InlineData(5, 90)]
    [InlineData(6, 120)]
    [InlineData(8, 180)]
    public void Graduated_each_piece_has_the_price_of_the_band_it_is_numbered_in(int pieces, int total) =>
        Assert.Equal(new Money(total, Currency.USD), s_perUnit.Graduated(Quantity.Pieces(pieces)));

    [Fact]
    public void Above_a_closed_last_band_there_is_no_price() =>
        Assert.False(s_perUnit.TryPriceAt(Quantity.Pieces(9m), out _));

    [Theory]
    [InlineData(400, 0)]
    [InlineData(500, 0)]
    [InlineData(501, 2)]
    [InlineData(1000, 1000)]
    [InlineData(1001, 1003)]
    [InlineData(1200, 1600)]
    public void RB_17_bands_from_zero_with_an_open_last_one(int quantity, int rebate)
    {
        var bands = TieredPrice.Bands(Currency.USD, UnitOfMeasure.Piece, 1m, (0m, 500m, 0m), (501m, 1000m, 2m), (1001m, null, 3m));

        Assert.Equal(new Money(rebate, Currency.USD), bands.Graduated(Quantity.Pieces(quantity)));
    }

    [Fact]
    public void Bands_are_the_to_scale_of_their_ends()
    {
        Assert.Equal(
            TieredRate.UpTo(Currency.USD, (500m, Percentage.FromPercent(1m))).ThenAbove(Percentage.FromPercent(2m)),
            TieredRate.Bands(Currency.USD, 0.01m, (0m, 500m, Percentage.FromPercent(1m)), (500.01m, null, Percentage.FromPercent(2m))));
        Assert.Equal(
            StepSchedule.UpTo((7m, "small"), (11m, "middle")).WithFloor(4m).ThenAbove("large"),
            StepSchedule.Bands(1m, (4m, 7m, "small"), (8m, 11m, "middle"), (12m, null, "large")));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void A_hole_or_an_overlap_is_refused(int first)
    {
        // The band before ends at 5 and the grid is 1: only 6 follows it.
        Assert.Equal("bands", Assert.Throws<ArgumentException>(() => StepSchedule.Bands(1m, (1m, 5m, "a"), (first, 12m, "b"))).ParamName);
        Assert.Equal("b", StepSchedule.Bands(1m, (1m, 5m, "a"), (6m, 12m, "b")).At(6m));
    }

    [Fact]
    public void Bands_that_end_before_they_begin_or_are_open_in_the_middle_or_begin_too_high_are_refused()
    {
        Assert.Equal("bands", Assert.Throws<ArgumentException>(() => StepSchedule.Bands(1m, (5m, 4m, "a"))).ParamName);
        Assert.Equal("bands", Assert.Throws<ArgumentException>(() => StepSchedule.Bands(1m, (1m, null, "a"), (5m, 9m, "b"))).ParamName);
        Assert.Equal("smallest", Assert.Throws<ArgumentOutOfRangeException>(() => StepSchedule.Bands(0m, (1m, null, "a"))).ParamName);
        Assert.Equal(
            "bands",
            Assert.Throws<ArgumentOutOfRangeException>(() => TieredRate.Bands(Currency.USD, 1m, (2m, null, Percentage.OneHundred)))
                .ParamName);
    }

    [Theory]
    [InlineData(-5, "0.50")]
    [InlineData(4, "0.50")]
    [InlineData(5, "0.75")]
    [InlineData(22, "1.15")]
    [InlineData(30, "1.25")]
    public void COM_MOD_001_a_step_below_the_first_bound(int margin, string modifier)
    {
        var modifiers = StepSchedule.From((5m, "0.75"), (10m, "1.00"), (20m, "1.15"), (30m, "1.25")).ThenBelow("0.50");

        Assert.Equal(modifier, modifiers.At(margin));
        Assert.Equal("below: 0.50, from 5: 0.75, from 10: 1.00, from 20: 1.15, from 30: 1.25", modifiers.ToString());
        Assert.Throws<InvalidOperationException>(() => modifiers.ThenBelow("0"));
    }
}
