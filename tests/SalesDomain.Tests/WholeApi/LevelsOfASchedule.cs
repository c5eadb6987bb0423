using System;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Three things about levels that the type of the level would otherwise decide for the library.</summary>
public sealed class LevelsOfASchedule
{
    [Fact]
    public void Text_levels_have_the_same_order_in_every_culture() =>
        Cultures.Each(() =>
        {
            // By the rules of a language a small letter comes before or beside its capital; by code it comes after them all.
            var classes = StepSchedule.From(("B", 1), ("a", 2));
            Assert.Equal(1, classes.At("Z"));
            Assert.Equal(2, classes.At("b"));
            Assert.False(classes.TryAt("A", out _));
            Assert.Throws<ArgumentException>("steps", () => StepSchedule.From(("a", 1), ("B", 2)));
        });

    [Fact]
    public void A_level_in_another_currency_is_refused_by_the_name_of_the_parameter_and_in_terms_of_the_schedule()
    {
        var limits = StepSchedule.From((new Money(0m, Currency.USD), "clerk"));
        var euros = new Money(1m, Currency.EUR);
        foreach (var refused in new Action[] { () => limits.At(euros), () => limits.TryAt(euros, out _) })
        {
            var refusal = Assert.Throws<CurrencyMismatchException>("level", refused);
            Assert.Equal((Currency.USD, Currency.EUR), (refusal.Expected, refusal.Actual));
        }

        Assert.Throws<CurrencyMismatchException>("ceiling", () => limits.WithCeiling(euros));
        Assert.Throws<CurrencyMismatchException>("steps", () => StepSchedule.From((new Money(0m, Currency.USD), 1), (euros, 2)));
        Assert.Throws<CurrencyMismatchException>("floor", () => StepSchedule.UpTo((new Money(0m, Currency.USD), 1)).WithFloor(euros));
    }

    [Fact]
    public void A_level_of_any_type_is_shown_the_same_in_every_culture() =>
        Cultures.Each(() =>
        {
            var bands = StepSchedule.From((-1.5e-7, "low")).WithCeiling(1.5);
            var refusal = Assert.Throws<ArgumentOutOfRangeException>("level", () => bands.At(-2.5));
            Assert.Equal("-2.5", refusal.ActualValue);
        });

    [Fact]
    public void A_level_in_another_unit_is_refused_likewise()
    {
        var days = StepSchedule.From((Quantity.Pieces(1), "few"));
        var refusal = Assert.Throws<UnitMismatchException>("level", () => days.At(new Quantity(1, UnitOfMeasure.Case)));
        Assert.Equal((UnitOfMeasure.Piece, UnitOfMeasure.Case), (refusal.Expected, refusal.Actual));
    }
}
