using System;
using System.Linq;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Rebates.RebateSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>What other systems got wrong, P-1 to P-9 of the domain notes, as far as it is about what is earned.</summary>
public sealed class PitfallsOfRebates
{
    // 0–100.00 and 100.01–300.00 leave 100.005 without a step, and above 6,000 nothing.
    [Theory]
    [InlineData(100, 10)]
    [InlineData(100.005, 20.001)]
    [InlineData(6_000.01, 1_800.003)]
    public void P_3_there_is_no_gap_between_two_steps_and_no_cliff_behind_the_last(double turnover, double tiered) =>
        Assert.Equal(
            Cny((decimal)tiered),
            Agreement(OnRevenue("year", FiscalPeriodKind.Year, RebateScale.Of(
                RebateMode.AllUnits, StepSchedule.UpTo((100m, Rate(10)), (300m, Rate(20))).ThenAbove(Rate(30)))))
                .Evaluate(InMonth(1, (decimal)turnover)).Results[0].Tiered);

    [Fact]
    public void P_3_above_the_last_bound_of_a_to_scale_nothing_more_is_earned_and_nothing_is_lost()
    {
        var agreement = Agreement(OnRevenue("year", FiscalPeriodKind.Year, RebateScale.Of(
            RebateMode.AllUnits, StepSchedule.UpTo((100m, Rate(10)), (300m, Rate(20))))));

        Assert.Equal([Cny(60m), Cny(60m)], agreement.Cumulated(InMonth(1, 300m), InMonth(2, 0.01m)));
    }

    // What is in scope is derived from the terms at each calculation; a line that no longer counts leaves nothing behind.
    [Fact]
    public void P_4_terms_that_change_take_their_lines_with_them()
    {
        var agreement = Agreement(Yearly(RebateMode.AllUnits, (0m, Rate(10))));
        SalesLine[] lines = [InMonth(1, 100m, product: "P"), InMonth(2, 200m, product: "Q")];

        Assert.Equal(Cny(30m), agreement.Evaluate(lines).Earned);
        Assert.Equal(Cny(10m), agreement.WithScope(Scope.Everything.Only(new ProductId("P"))).Evaluate(lines).Earned);
        Assert.Equal(Cny(20m), agreement.WithSpan(DateSpan.From(new LocalDate(2026, 2, 1))).Evaluate(lines).Earned);
    }

    [Fact]
    public void P_8_more_returned_than_bought_earns_nothing_unless_it_is_allowed()
    {
        var rebate = Yearly(RebateMode.AllUnits, (0m, Rate(10)));

        Assert.Equal(Cny(0m), Agreement(rebate).Evaluate(InMonth(1, -100m)).Earned);
        Assert.Equal(Cny(-10m), Agreement(rebate.WithNegative()).Evaluate(InMonth(1, -100m)).Earned);
    }

    // 2 for 3 pieces: 2 a piece are 6, 2 for every 3 are 2.
    [Fact]
    public void P_9_an_amount_names_the_unit_or_the_portion_that_it_is_for()
    {
        var perPortion = RebateBenefit.PerPortion(Cny(2m), Quantity.Pieces(3m));

        Assert.Equal(Cny(6m), Agreement(ByPieces(RebateMode.AllUnits, (0m, APiece(2m)))).Evaluate(InMonth(1, 30m, 3m)).Earned);
        Assert.Equal(Cny(2m), Agreement(ByPieces(RebateMode.AllUnits, (0m, perPortion))).Evaluate(InMonth(1, 50m, 5m)).Earned);
        Assert.Equal("CNY 2.00 per PCE", APiece(2m).ToString());
        Assert.Equal("CNY 2.00 per 3 PCE", perPortion.ToString());
        Assert.Throws<ArgumentException>(
            () => Rebate.Of(
                "cases", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue), RebateScale.Flat(APiece(2m)),
                RebateBasis.Of(Measure.Units(UnitOfMeasure.Case))));
    }

    [Fact]
    public void A_to_scale_that_begins_above_zero_is_refused()
    {
        var steps = StepSchedule.UpTo((100m, Rate(10)), (300m, Rate(20))).WithFloor(50m);

        Assert.Equal("steps", Assert.Throws<ArgumentException>(() => RebateScale.Of(RebateMode.Graduated, steps)).ParamName);
        Assert.NotNull(RebateScale.Of(RebateMode.Graduated, StepSchedule.UpTo((100m, Rate(10))).WithFloor(0m)));
    }

    // 10 % of 100,000 is 10,000, capped at 6,000; the months gave 5,000: 1,000 are left, and not 5,000.
    [Fact]
    public void The_cap_of_a_period_is_applied_before_earlier_rebates_are_taken_off()
    {
        var statement = Agreement(
            OnRevenue("month", FiscalPeriodKind.Month, RebateScale.Flat(Rate(5))),
            OnRevenue("quarter", FiscalPeriodKind.Quarter, RebateScale.Flat(Rate(10))).WithCap(Cny(6_000m)).WithNetOf("month"))
            .Evaluate(InMonth(1, 100_000m));

        Assert.Equal(Cny(1_000m), statement.EarnedOf("quarter", Quarter(1)));
        Assert.True(statement.Explain().IsVerified);
    }

    // 30 of 100 are focus items on 31 January, 30 of 120 a month later, and 60 of 200 at the end.
    [Fact]
    public void A_mix_condition_is_judged_while_the_period_runs()
    {
        var focus = Scope.Everything.Only(new ProductId("F"));
        var agreement = Agreement(Yearly(RebateMode.AllUnits, (0m, Rate(10)))
            .WithConditions(RebateCondition.Mix("focus", focus, Percent(30), Measure.Revenue, RebateEffect.Gate)));
        SalesLine[] lines =
            [InMonth(1, 70m), InMonth(1, 30m, product: "F"), InMonth(2, 20m), InMonth(3, 30m, product: "F"), InMonth(3, 50m)];

        RebateResult At(int month) =>
            RebateStatement.Of(
                AgreementTurnover.Of(agreement, lines.Where(line => line.Date.Month <= month)), RebateFigures.None,
                new LocalDate(2026, month, 28)).Results[0];

        Assert.Equal([Cny(10m), Cny(0m), Cny(20m)], new[] { 1, 2, 3 }.Select(month => At(month).Earned));
        Assert.Equal(
            [RebateProofState.Met, RebateProofState.NotMet, RebateProofState.Met],
            new[] { 1, 2, 3 }.Select(month => At(month).Conditions[0].State));
        Assert.All(new[] { 1, 2, 3 }, month => Assert.True(At(month).IsOpen && At(month).Explain().IsVerified));
    }

    // The week from 29 December 2025 is the first of 2026.
    [Fact]
    public void A_week_that_runs_across_the_end_of_a_year_is_netted_in_the_year_of_its_number()
    {
        var span = new DateSpan(new LocalDate(2025, 12, 1), new LocalDate(2026, 12, 31));
        var agreement = OfSpan(
            span, OnRevenue("week", FiscalPeriodKind.Week, RebateScale.Flat(Rate(1))),
            OnRevenue("year", FiscalPeriodKind.Year, RebateScale.Flat(Rate(3))).WithNetOf("week"));
        var statement = agreement.Evaluate(Sale(new LocalDate(2025, 12, 30), 1_000m), Sale(new LocalDate(2026, 1, 2), 2_000m));

        Assert.Equal(Cny(30m), statement.EarnedOf("week", Calendar.Period(FiscalPeriodKind.Week, 2026, 1)));
        Assert.Equal(Cny(30m), statement.EarnedOf("year", Year(2025)));
        Assert.Equal(Cny(30m), statement.EarnedOf("year", Year(2026)));
        Assert.Throws<ArgumentException>(
            () => OfSpan(
                span, OnRevenue("week", FiscalPeriodKind.Week, RebateScale.Flat(Rate(1))),
                OnRevenue("quarter", FiscalPeriodKind.Quarter, RebateScale.Flat(Rate(3))).WithNetOf("week")));
    }

    [Fact]
    public void What_is_off_the_books_cannot_be_said() =>
        Assert.Equal(
            "disclosure",
            Assert.Throws<ArgumentOutOfRangeException>(() => Agreement().WithDisclosure((RebateDisclosure)2)).ParamName);
}
