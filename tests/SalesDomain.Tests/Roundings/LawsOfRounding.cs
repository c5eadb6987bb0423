using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Roundings;

public sealed class LawsOfRounding
{
    [Property(MaxTest = 500)]
    public void Every_rule_gives_what_its_definition_gives(NumberRounding rule, decimal value) =>
        Assert.Equal(new PlainRounding(rule.Rounding).Round(value), Exact.Of(rule.Rounding.Round(value)));

    [Property]
    public void A_number_on_a_tie_or_next_to_one_goes_where_the_definition_says(NumberRounding rule, short steps)
    {
        // Half a step beyond a multiple, and one hundredth of a step on either side of the half.
        var step = StepOf(rule.Rounding);
        foreach (var halves in new[] { 0.49m, 0.5m, 0.51m, 0m, 0.01m, 0.99m })
        {
            var value = (steps + halves) * step;

            Assert.Equal(new PlainRounding(rule.Rounding).Round(value), Exact.Of(rule.Rounding.Round(value)));
        }
    }

    [Property(MaxTest = 300)]
    public void Digits_are_cut_exactly_whatever_the_length_of_the_number(AnyDecimal any, byte digits, RoundingMode mode)
    {
        var rule = Rounding.ToDigits(digits % 29, mode);

        Assert.Equal(new PlainRounding(rule).Round(any.Value), Exact.Of(rule.Round(any.Value)));
    }

    [Property(MaxTest = 500)]
    public void A_result_that_no_decimal_holds_is_refused_and_never_another_number(NumberRounding rule, AnyDecimal any)
    {
        var plain = new PlainRounding(rule.Rounding);
        var refusal = Record.Exception(() => Assert.Equal(plain.Round(any.Value), Exact.Of(rule.Rounding.Round(any.Value))));

        if (refusal is OverflowException)
            Assert.False(plain.HasDecimalNeighbours(any.Value), "it could have been rounded");
        else
            Assert.Null(refusal);
    }

    [Property]
    public void Money_is_rounded_to_the_minor_unit_of_its_own_currency(Money money, RoundingMode mode)
    {
        var rule = Rounding.ToMinorUnit(mode);
        if (money.Currency.MinorDigits is null)
        {
            Assert.Throws<InvalidOperationException>(() => money.Round(rule));
            return;
        }

        Assert.Equal(new PlainRounding(rule, money.Currency).Round(money.Amount), Exact.Of(money.Round(rule).Amount));
        Assert.Equal(money.Currency, money.Round(rule).Currency);
        Assert.True(money.Round(rule).IsInMinorUnits);
    }

    [Property]
    public void Money_and_quantities_are_rounded_as_their_numbers_are(NumberRounding rule, Money money, Quantity quantity)
    {
        Assert.Equal(new Money(rule.Rounding.Round(money.Amount), money.Currency), money.Round(rule.Rounding));
        Assert.Equal(new Quantity(rule.Rounding.Round(quantity.Amount), quantity.Unit), quantity.Round(rule.Rounding));
    }

    [Property]
    public void A_rounded_number_rounds_to_itself(NumberRounding rule, decimal value)
    {
        var rounded = rule.Rounding.Round(value);

        Assert.Equal(rounded, rule.Rounding.Round(rounded));
    }

    [Property]
    public void The_result_is_always_an_allowed_number(NumberRounding rule, decimal value) =>
        Assert.True(new PlainRounding(rule.Rounding).IsAllowed(Exact.Of(rule.Rounding.Round(value))));

    [Property]
    public void Zero_stays_zero(NumberRounding rule) => Assert.Equal(0m, rule.Rounding.Round(0m));

    [Property]
    public void The_result_lies_within_one_step_and_within_half_a_step_where_the_nearest_is_wanted(decimal value, RoundingMode mode)
    {
        foreach (var step in new[] { 0.01m, 0.03m, 0.05m, 7m, 100m })
        {
            var moved = Math.Abs(Rounding.ToStep(step, mode).Round(value) - value);

            Assert.True(mode is RoundingMode.HalfAwayFromZero or RoundingMode.HalfEven ? moved <= step / 2m : moved < step);
        }
    }

    [Property]
    public void Down_and_up_enclose_the_magnitude_and_floor_and_ceiling_the_number(decimal value, Money money)
    {
        foreach (var step in new[] { 0.01m, 0.03m, 0.05m, 7m, 100m })
        {
            decimal Round(RoundingMode mode) => Rounding.ToStep(step, mode).Round(value);

            Assert.True(Math.Abs(Round(RoundingMode.Down)) <= Math.Abs(value) && Math.Abs(value) <= Math.Abs(Round(RoundingMode.Up)));
            Assert.True(Round(RoundingMode.Floor) <= value && value <= Round(RoundingMode.Ceiling));
            Assert.InRange(Round(RoundingMode.HalfEven), Round(RoundingMode.Floor), Round(RoundingMode.Ceiling));
            Assert.InRange(Round(RoundingMode.HalfAwayFromZero), Round(RoundingMode.Floor), Round(RoundingMode.Ceiling));
        }

        Assert.True(money.Round(Rounding.ToDigits(2, RoundingMode.Floor)) <= money);
    }

    [Property]
    public void A_larger_number_never_rounds_to_a_smaller_one(NumberRounding rule, decimal one, decimal other) =>
        Assert.True(rule.Rounding.Round(Math.Min(one, other)) <= rule.Rounding.Round(Math.Max(one, other)));

    [Property]
    public void A_negative_number_rounds_as_the_positive_one_with_floor_and_ceiling_exchanged(decimal value, decimal step)
    {
        if (step <= 0m || step > 1000m)
            return;

        foreach (var (mode, mirrored) in new[]
        {
            (RoundingMode.HalfAwayFromZero, RoundingMode.HalfAwayFromZero), (RoundingMode.HalfEven, RoundingMode.HalfEven),
            (RoundingMode.Up, RoundingMode.Up),
            (RoundingMode.Down, RoundingMode.Down), (RoundingMode.Floor, RoundingMode.Ceiling), (RoundingMode.Ceiling, RoundingMode.Floor),
        })
        {
            Assert.Equal(-Rounding.ToStep(step, mode).Round(value), Rounding.ToStep(step, mirrored).Round(-value));
        }
    }

    [Property]
    public void Digits_are_steps_of_a_power_of_ten(decimal value, byte digits, RoundingMode mode)
    {
        var count = digits % 5;

        Assert.Equal(
            Rounding.ToStep(new decimal(1, 0, 0, false, (byte)count), mode).Round(value),
            Rounding.ToDigits(count, mode).Round(value));
    }

    private static decimal StepOf(Rounding rounding)
    {
        var text = rounding.ToString().Split(':')[1].Split(' ')[0].Split('/');
        var figure = decimal.Parse(text[text.Length - 1], System.Globalization.CultureInfo.InvariantCulture);

        // Hundredths of the finest steps would not fit in a decimal.
        return rounding.ToString()[0] == 'd' ? new decimal(1, 0, 0, false, (byte)Math.Min(figure, 26m)) : figure;
    }
}
