using System;
using System.Collections.Generic;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class RefusedSplits
{
    private static readonly Money s_ten = new(10m, Currency.USD);

    [Fact]
    public void Missing_weights_and_parts_are_refused()
    {
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentNullException>(() => Apportionment.ToMinorUnit.Split(s_ten, (IEnumerable<decimal>)null!)).ParamName);
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentNullException>(() => Apportionment.ToMinorUnit.Split(s_ten, (IEnumerable<Money>)null!)).ParamName);
        Assert.Equal(
            "parts",
            Assert.Throws<ArgumentNullException>(() => Apportionment.ToMinorUnit.Split(s_ten, (IEnumerable<ApportionmentPart>)null!))
                .ParamName);
        Assert.Equal(
            "weights", Assert.Throws<ArgumentNullException>(() => Apportionment.ToWhole.Split(10m, (IEnumerable<decimal>)null!)).ParamName);
        Assert.Equal(
            "parts",
            Assert.Throws<ArgumentNullException>(() => Apportionment.ToWhole.Split(10m, (IEnumerable<ApportionmentPart>)null!)).ParamName);
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentNullException>(() => Apportionment.ToWhole.Split(Quantity.Pieces(1m), (IEnumerable<decimal>)null!))
                .ParamName);
        Assert.Equal(
            "parts",
            Assert.Throws<ArgumentNullException>(
                () => Apportionment.ToWhole.Split(Quantity.Pieces(1m), (IEnumerable<ApportionmentPart>)null!)).ParamName);
    }

    [Fact]
    public void Nobody_to_give_to_is_refused()
    {
        Assert.Equal(
            "weights", Assert.Throws<ArgumentException>(() => Apportionment.ToMinorUnit.Split(s_ten, Array.Empty<decimal>())).ParamName);
        Assert.Equal(
            "weights", Assert.Throws<ArgumentException>(() => Apportionment.ToMinorUnit.Split(s_ten, Array.Empty<Money>())).ParamName);
        Assert.Equal(
            "parts",
            Assert.Throws<ArgumentException>(() => Apportionment.ToMinorUnit.Split(s_ten, Array.Empty<ApportionmentPart>())).ParamName);
        Assert.Equal("parts", Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.ToMinorUnit.SplitEvenly(s_ten, 0)).ParamName);
        Assert.Equal("parts", Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.ToMinorUnit.SplitEvenly(s_ten, -1)).ParamName);
    }

    [Fact]
    public void A_negative_weight_is_refused()
    {
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.ToMinorUnit.Split(s_ten, new[] { 1m, -0.0001m })).ParamName);
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.ToMinorUnit.Split(s_ten, new[] { s_ten, -s_ten })).ParamName);
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.ToWhole.Split(Quantity.Pieces(1m), new[] { -1m })).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.ToWhole.Split(1m, new[] { -1m })).ParamName);
    }

    [Fact]
    public void Weights_that_are_all_zero_are_refused_for_any_total_but_zero()
    {
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => Apportionment.ToMinorUnit.Split(s_ten, new[] { 0m, 0m })).ParamName);
        Assert.Equal(
            "weights",
            Assert.Throws<ArgumentException>(() => Apportionment.ToMinorUnit.Split(-s_ten, new[] { Money.Zero(Currency.USD) })).ParamName);
        Assert.Equal("parts", Assert.Throws<ArgumentException>(() => Apportionment.ToWhole.Split(1m, new ApportionmentPart[2])).ParamName);
    }

    [Fact]
    public void Weights_of_different_currencies_are_refused()
    {
        var mismatch = Assert.Throws<CurrencyMismatchException>(
            () => Apportionment.ToMinorUnit.Split(s_ten, new[] { s_ten, Money.Zero(Currency.EUR) }));

        Assert.Equal("weights", mismatch.ParamName);
        Assert.Equal((Currency.USD, Currency.EUR), (mismatch.Expected, mismatch.Actual));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void The_part_that_takes_the_rest_must_exist(int index, bool exists)
    {
        var how = Apportionment.ToMinorUnit.WithRestTo(index);
        var error = Record.Exception(() => how.Split(s_ten, new[] { 1m, 1m }));

        Assert.Equal(exists ? null : "weights", (error as ArgumentOutOfRangeException)?.ParamName);
        Assert.Equal(exists, error is null);
    }

    [Fact]
    public void Only_money_has_a_minor_unit()
    {
        Assert.Throws<InvalidOperationException>(() => Apportionment.ToMinorUnit.Split(10m, new[] { 1m }));
        Assert.Throws<InvalidOperationException>(() => Apportionment.ToMinorUnit.Split(Quantity.Pieces(10m), new[] { 1m }));
        Assert.Equal(
            "total",
            Assert.Throws<ArgumentException>(() => Apportionment.ToMinorUnit.Split(new Money(10m, Currency.XAU), new[] { 1m })).ParamName);
        Assert.Equal([new Money(10m, Currency.XAU)], Apportionment.InUnitsOf(0.5m).Split(new Money(10m, Currency.XAU), new[] { 1m }));
    }

    [Fact]
    public void A_unit_a_tie_break_and_a_taker_of_the_rest_must_make_sense()
    {
        Assert.Equal("unit", Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.InUnitsOf(0m)).ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.InUnitsOf(-0.01m)).ParamName);
        Assert.Equal("ties", Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.ToWhole.WithTies((TieBreak)3)).ParamName);
        Assert.Equal("part", Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.ToWhole.WithRestTo(-1)).ParamName);
    }

    [Fact]
    public void A_part_refuses_a_negative_weight_and_crossed_bounds()
    {
        Assert.Equal("weight", Assert.Throws<ArgumentOutOfRangeException>(() => new ApportionmentPart(-0.01m)).ParamName);
        Assert.Equal("maximum", Assert.Throws<ArgumentOutOfRangeException>(() => new ApportionmentPart(1m, 2m, 1.99m)).ParamName);
        Assert.Equal(2m, new ApportionmentPart(1m, 2m, 2m).Maximum);
    }
}
