using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Roundings;

public sealed class NamesOfRoundings
{
    [Fact]
    public void Are_target_and_mode()
    {
        TestHelper.TestRoundTrip(Rounding.Commercial, "minor-unit half-away");
        TestHelper.TestRoundTrip(Rounding.Bankers, "minor-unit half-even");
        TestHelper.TestRoundTrip(Rounding.ToDigits(2, RoundingMode.HalfEven), "digits:2 half-even");
        TestHelper.TestRoundTrip(Rounding.ToDigits(28, RoundingMode.Down), "digits:28 down");
        TestHelper.TestRoundTrip(Rounding.ToStep(0.050m, RoundingMode.Up), "step:0.05 up");
        TestHelper.TestRoundTrip(Rounding.ToStep(1000m, RoundingMode.Ceiling), "step:1000 ceiling");
        TestHelper.TestRoundTrip(Rounding.ToEnding(0.99m, 1.0m, RoundingMode.HalfAwayFromZero), "ending:0.99/1 half-away");
        TestHelper.TestRoundTrip(Rounding.ToEnding(9.90m, 10m, RoundingMode.Floor), "ending:9.9/10 floor");
    }

    [Property]
    public void Read_back_as_the_rounding(Rounding rounding)
    {
        Assert.Equal(rounding, Rounding.Parse(rounding.ToString()));
        Assert.Equal(rounding.GetHashCode(), Rounding.Parse(rounding.ToString()).GetHashCode());
    }

    [Fact]
    public void Are_refused_in_every_other_form() =>
        TestHelper.TestBadTexts(
            Rounding.Parse, "", " ", "half-away", "minor-unit", "minor-unit ", " minor-unit half-away", "minor-unit  half-away",
            "minor-unit half-away ",
            "Minor-Unit half-away", "minor-unit HalfEven", "minor-unit half-odd", "minor-unit:2 half-away", "digits half-away",
            "digits: half-away", "digits:-1 half-away",
            "digits:29 half-away", "digits:2.0 half-away", "digits:2/3 half-away", "digits:٢ half-away", "digits:99999999999 half-away",
            "step:0 up", "step:-0.05 up", "step:0,05 up",
            "step:1e2 up", "step: up", "step:0.05/1 up", "steps:0.05 up", "xstep:0.05 up", "0.05 up", "ending:0.99 up", "ending:0.99/0 up",
            "ending:1/1 up", "ending:0/1 up",
            "ending:-0.99/1 up", "ending:0.99/1/2 up", "ending:/1 up", "ending:0.99/ up", "step:0.05\tup");

    [Fact]
    public void Equal_when_target_and_mode_are() =>
        TestHelper.TestEqualsClass(
            Rounding.ToStep(0.05m, RoundingMode.Up), Rounding.ToStep(0.0500m, RoundingMode.Up), Rounding.ToStep(0.05m, RoundingMode.Down),
            Rounding.ToStep(0.5m, RoundingMode.Up), Rounding.ToDigits(2, RoundingMode.Up), Rounding.ToMinorUnit(RoundingMode.Up),
            Rounding.ToEnding(0.04m, 0.05m, RoundingMode.Up));

    [Fact]
    public void Differ_where_the_results_are_alike_and_the_rules_are_not()
    {
        TestHelper.TestEqualsClass(
            Rounding.ToDigits(2, RoundingMode.Up), Rounding.ToDigits(2, RoundingMode.Up), Rounding.ToStep(0.01m, RoundingMode.Up),
            Rounding.ToDigits(3, RoundingMode.Up));
        TestHelper.TestEqualsClass(
            Rounding.ToEnding(0.99m, 1m, RoundingMode.Up), Rounding.ToEnding(0.990m, 1.0m, RoundingMode.Up),
            Rounding.ToEnding(0.98m, 1m, RoundingMode.Up),
            Rounding.ToEnding(0.99m, 2m, RoundingMode.Up));
        TestHelper.TestEqualsClass(Rounding.ToMinorUnit(RoundingMode.HalfEven), Rounding.Bankers, Rounding.Commercial);
    }

    [Fact]
    public void Null_is_refused_by_its_name()
    {
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => Rounding.Parse(null!)).ParamName);
        Assert.False(Rounding.TryParse(null, out var nothing));
        Assert.Null(nothing);
    }
}
