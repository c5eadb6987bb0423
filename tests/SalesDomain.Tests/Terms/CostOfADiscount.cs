using System;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class CostOfADiscount
{
    private static readonly LocalDate s_any = new(2026, 1, 15);

    [Theory]
    [InlineData(DayCountBasis.Actual365, "37.24", "44.59")]
    [InlineData(DayCountBasis.Actual360, "36.73", "43.86")]
    public void Practice_Simple_and_effective_are_two_answers(DayCountBasis basis, string simple, string effective)
    {
        var cost = PaymentTerms.Parse("2/10 n/30").CostOfForgoing(0, s_any, basis)!;

        Assert.Equal("2% for 20 days: " + simple + "% simple, " + effective + "% effective", cost.ToString());
        Assert.True(cost.Explain().IsVerified);
        Assert.True(cost.ExplainEffective().IsVerified);
        Assert.Equal(cost.Simple, Percentage.Ratio(2m * (basis == DayCountBasis.Actual360 ? 360 : 365), 98m * 20));
    }

    [Fact]
    public void Any_two_rungs_have_a_cost_of_their_own()
    {
        var ladder = PaymentTerms.Parse("2/10 1/20 n/60");

        Assert.Equal("1% for 10 days: 37.24% simple, 44.85% effective", Cost(0, 1).ToString());
        Assert.Equal("1% for 40 days: 9.22% simple, 9.6% effective", Cost(1, 2).ToString());
        Assert.Equal(Cost(0, 2).ToString(), ladder.CostOfForgoing(0, s_any, DayCountBasis.Actual365)!.ToString());
        Assert.Equal((Percent(2), Percent(1), 10, DayCountBasis.Actual365), (Cost(0, 1).Discount, Cost(0, 1).Later, Cost(0, 1).Days,
            Cost(0, 1).Basis));

        CashDiscountCost Cost(int rung, int later) => ladder.CostOfForgoing(rung, later, s_any, DayCountBasis.Actual365)!;
    }

    [Fact]
    public void Days_are_those_of_the_baseline_and_none_has_no_rate()
    {
        var prox = PaymentTerms.Parse("2/10 prox n/EOM+30");

        Assert.Equal(20, prox.CostOfForgoing(0, new LocalDate(2026, 1, 15), DayCountBasis.Actual365)!.Days);
        Assert.Null(PaymentTerms.Parse("2/10 n/10").CostOfForgoing(0, s_any, DayCountBasis.Actual365));
        Assert.Null(PaymentTerms.Parse("2/EOM n/EOM").CostOfForgoing(0, s_any, DayCountBasis.Actual365));
    }

    [Fact]
    public void What_no_decimal_holds_is_absent()
    {
        var cost = CashDiscountCost.Of(Percent(20), Percent(0), 1, DayCountBasis.Actual365);

        Assert.Null(cost.Effective);
        Assert.Equal("20% for 1 day: 9125% simple, too large effective", cost.ToString());
        Assert.Equal(Figure.Absent, cost.ExplainEffective().Value);
        Assert.True(cost.ExplainEffective().IsVerified);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var ladder = PaymentTerms.Parse("2/10 1/20 n/60");

        Assert.Throws<ArgumentOutOfRangeException>("rung", () => ladder.CostOfForgoing(2, s_any, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>("rung", () => ladder.CostOfForgoing(-1, 1, s_any, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>("later", () => ladder.CostOfForgoing(1, 1, s_any, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>("later", () => ladder.CostOfForgoing(1, 3, s_any, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>("basis", () => ladder.CostOfForgoing(0, s_any, DayCountBasis.ActualActual));
        Assert.Throws<ArgumentOutOfRangeException>(
            "discount", () => CashDiscountCost.Of(Percent(100), Percent(0), 1, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>(
            "later", () => CashDiscountCost.Of(Percent(2), Percent(2), 1, DayCountBasis.Actual365));
        Assert.Throws<ArgumentOutOfRangeException>(
            "days", () => CashDiscountCost.Of(Percent(2), Percent(0), 0, DayCountBasis.Actual365));
        Assert.Throws<InvalidOperationException>(
            () => ladder.WithConvention(BusinessDayConvention.Following).CostOfForgoing(0, s_any, DayCountBasis.Actual365));
    }

    // r, to 12 decimals, is the rate where (r ± half of the last decimal) to the power of the days are on both sides of the growth.
    [Property]
    public Property The_effective_rate_is_right_to_its_last_decimal_and_proven() =>
        Prop.ForAll(
            Gen.Choose(1, 1_000).ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), Gen.Choose(2, 120).ToArbitrary(),
            (hundredths, laterOf, days) =>
            {
                var discount = Percent(hundredths / 100m);
                var later = Percent(hundredths * laterOf / 1_000 / 100m);
                var cost = CashDiscountCost.Of(discount, later, days, DayCountBasis.Actual365);
                if (cost.Effective is not { } effective)
                    return false;

                return IsRight(cost)
                    && cost.Simple > Percentage.Zero && (days > 365 || effective >= cost.Simple * 0.999999m)
                    && cost.Explain().IsVerified && cost.ExplainEffective().IsVerified
                    && cost.ExplainEffective().Value == effective && cost.Explain().Value == cost.Simple;
            });

    [Theory]
    [InlineData("2", "0", 361)]
    [InlineData("2", "0", 365)]
    [InlineData("2", "1", 719)]
    [InlineData("2", "0", 3_649)]
    [InlineData("2.718281828459", "1.4142135623", 3_650)]
    [InlineData("19", "0", 5)]
    [InlineData("50", "0", 365)]
    public void Of_years_and_of_rates_that_come_out_even_it_is_right_too(string discount, string later, int days)
    {
        var cost = CashDiscountCost.Of(Percentage.Parse(discount + "%"), Percentage.Parse(later + "%"), days, DayCountBasis.Actual365);

        Assert.True(IsRight(cost));
    }

    private static bool IsRight(CashDiscountCost cost)
    {
        var twice = new BigInteger((cost.Effective!.Value.Fraction + 1m) * 1_000_000_000_000m) * 2;
        var growth = BigInteger.Pow(new BigInteger(1_000_000_000_000_000m * cost.Later.Complement().Fraction), 365);
        var paid = BigInteger.Pow(new BigInteger(1_000_000_000_000_000m * cost.Discount.Complement().Fraction), 365);
        var scale = BigInteger.Pow(2_000_000_000_000, cost.Days);
        return BigInteger.Pow(twice - 1, cost.Days) * paid <= growth * scale
            && growth * scale < BigInteger.Pow(twice + 1, cost.Days) * paid;
    }
}
