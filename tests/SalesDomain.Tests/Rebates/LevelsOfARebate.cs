using System;
using System.Linq;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Rebates.RebateSample;

namespace SalesDomain.Tests.Rebates;

public sealed class LevelsOfARebate
{
    private static readonly RebateFamily s_tea = RebateFamily.Of("tea", Scope.Everything.Only(new ProductId("T")));
    private static readonly RebateFamily s_coffee =
        RebateFamily.Of("coffee", Scope.Everything.Only(new ProductId("C")), Measure.Revenue.Of(Cny(50m)));

    // The half-year 1996-H2 gave 1,000; 1997-H2 gives 1,250: growth of 25 %, 4 % of the increase of 250.
    [Fact]
    public void Growth_over_the_same_half_of_the_year_before_is_read_from_the_lines()
    {
        var half = Calendar.Period(FiscalPeriodKind.Half, 1997, 2);
        var agreement = OfSpan(half.Span, GrowthOf(FiscalPeriodKind.Half, RebateBasis.IncreaseOf(Measure.Revenue)));
        SalesLine[] lines =
        [
            Sale(new LocalDate(1996, 6, 30), 9_000m), Sale(new LocalDate(1996, 7, 1), 400m), Sale(new LocalDate(1996, 12, 31), 600m),
            Sale(new LocalDate(1997, 1, 1), 9_000m), Sale(new LocalDate(1997, 7, 1), 1_000m), Sale(new LocalDate(1997, 12, 31), 250m),
        ];
        var statement = RebateStatement.Of(AgreementTurnover.Of(agreement, lines), RebateFigures.None, half.End);
        var result = statement.Results.Single();

        Assert.Equal(Cny(10m), result.Earned);
        Assert.Equal(((Figure)Cny(250m), (Figure)Cny(1_000m), Percent(25)), (result.Level, result.Against, result.Ratio));
        Assert.True(result.Explain().IsVerified);
        Assert.True(result.Explain(lines).IsVerified);
        Assert.Equal(result.Earned, result.Explain(lines).Value);
        Assert.False(result.Explain(lines.Skip(2)).IsVerified);
    }

    [Theory]
    [InlineData(1_099.99, 0)]
    [InlineData(1_100, 22)]
    [InlineData(1_199.99, 24)]
    [InlineData(1_200, 48)]
    public void A_bound_of_growth_belongs_to_its_step(double sold, int earned) =>
        Assert.Equal(
            Cny(earned),
            Agreement(GrowthOf(FiscalPeriodKind.Year, RebateBasis.Of(Measure.Revenue)))
                .Evaluate(Sale(new LocalDate(2025, 5, 1), 1_000m), InMonth(5, (decimal)sold)).Earned);

    [Fact]
    public void Without_a_base_period_there_is_no_growth()
    {
        var agreement = Agreement(GrowthOf(FiscalPeriodKind.Year, RebateBasis.Of(Measure.Revenue)));
        var result = agreement.Evaluate(InMonth(5, 1_000m)).Results[0];

        Assert.Equal((Cny(0m), (Percentage?)null), (result.Earned, result.Ratio));
        Assert.Equal("rebate.no-base (period 2026)", Assert.Single(result.Reasons).ToString());
        Assert.True(result.Explain().IsVerified);
        Assert.Equal(
            Cny(40m), agreement.Evaluate(
                RebateFigures.None.WithBase("growth", Year(), Measure.Revenue.Of(Cny(500m))), InMonth(5, 1_000m)).Earned);
    }

    [Fact]
    public void An_increase_is_an_amount_and_begins_at_nothing()
    {
        var agreement = Agreement(Rebate.Of(
            "increase", FiscalPeriodKind.Year, RebateLevel.Increase(Measure.Revenue),
            RebateScale.Of(RebateMode.Graduated, StepSchedule.From((0m, Rate(1)), (1_000m, Rate(5)))),
            RebateBasis.IncreaseOf(Measure.Revenue)));

        Assert.Equal(Cny(60m), agreement.Evaluate(InMonth(5, 2_000m)).Earned);
        Assert.Equal(Cny(5m), agreement.Evaluate(Sale(new LocalDate(2025, 5, 1), 1_500m), InMonth(5, 2_000m)).Earned);
        Assert.Equal(Cny(0m), agreement.Evaluate(Sale(new LocalDate(2025, 5, 1), 2_500m), InMonth(5, 2_000m)).Earned);
    }

    [Fact]
    public void The_base_of_a_second_year_is_the_first_one()
    {
        var agreement = OfSpan(
            new DateSpan(new LocalDate(2025, 1, 1), new LocalDate(2026, 12, 31)),
            GrowthOf(FiscalPeriodKind.Year, RebateBasis.Of(Measure.Revenue)));
        var statement = agreement.Evaluate(
            Sale(new LocalDate(2024, 5, 1), 1_000m), Sale(new LocalDate(2025, 5, 1), 1_100m), InMonth(5, 1_320m));

        Assert.Equal(Cny(22m), statement.EarnedOf("growth", Year(2025)));
        Assert.Equal(Cny(52.80m), statement.EarnedOf("growth", Year()));
    }

    [Fact]
    public void A_part_of_a_period_is_not_compared_with_a_whole_one() =>
        Assert.Equal(
            "rebates",
            Assert.Throws<ArgumentException>(() => OfSpan(
                DateSpan.From(new LocalDate(2026, 2, 1)), GrowthOf(FiscalPeriodKind.Year, RebateBasis.Of(Measure.Revenue)))).ParamName);

    [Fact]
    public void Attainment_needs_a_target_above_zero()
    {
        var agreement = Agreement(Rebate.Of(
            "target", FiscalPeriodKind.Month, RebateLevel.Attainment(Measure.Revenue),
            RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((Percent(100), Rate(1)))), RebateBasis.Of(Measure.Revenue)));
        var figures = RebateFigures.None.WithTarget("target", Month(1), Measure.Revenue.Of(Cny(300m)))
            .WithTarget("target", Month(2), Measure.Revenue.Of(Cny(0m)));
        var statement = agreement.Evaluate(figures, InMonth(1, 300m), InMonth(2, 300m), InMonth(3, 300m));

        Assert.Equal(
            [Cny(3m), Cny(0m), Cny(0m)], new[] { 1, 2, 3 }.Select(month => statement.EarnedOf("target", Month(month))));
        Assert.Equal("rebate.no-target (period 2026-M02)", statement.ResultOf("target", Month(2))!.Reasons[0].ToString());
        Assert.True(statement.Explain().IsVerified);
        Assert.Equal(
            "figures",
            Assert.Throws<ArgumentException>(() => agreement.Evaluate(
                RebateFigures.None.WithTarget("other", Month(1), Measure.Revenue.Of(Cny(300m))))).ParamName);
        Assert.Throws<ArgumentException>(() => agreement.Evaluate(
            RebateFigures.None.WithTarget("target", Month(1), Measure.GrossRevenue.Of(Cny(300m)))));
    }

    // Each part of the level takes the same part of what is paid on: half of 1,200 at 10 %, half at 20 %.
    [Fact]
    public void Where_level_and_basis_differ_parts_are_in_proportion()
    {
        var agreement = Agreement(Rebate.Of(
            "pieces", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Units(UnitOfMeasure.Piece)),
            RebateScale.Of(RebateMode.Graduated, StepSchedule.From((0m, Rate(10)), (3m, Rate(20))).WithCeiling(6m)),
            RebateBasis.Of(Measure.Revenue)));

        Assert.Equal(Cny(180m), agreement.Evaluate(InMonth(1, 1_200m, 6m)).Earned);
        Assert.Equal(Cny(90m), agreement.Evaluate(InMonth(1, 1_200m, 12m)).Earned);
        Assert.True(agreement.Evaluate(InMonth(1, 1_200m, 12m)).Explain().IsVerified);
    }

    [Theory]
    [InlineData(0.01, 49.99, 1)]
    [InlineData(0, 50, 1)]
    [InlineData(0.01, 50, 2)]
    public void Families_count_from_their_least_on(double tea, double coffee, int bought)
    {
        var agreement = Agreement(Rebate.OfFixed(
            "range", FiscalPeriodKind.Year, RebateLevel.FamiliesBought(s_tea, s_coffee),
            RebateScale.Of(
                RebateMode.Total, StepSchedule.From((1m, RebateBenefit.LumpSum(Cny(10m))), (2m, RebateBenefit.LumpSum(Cny(25m)))))));
        var statement = agreement.Evaluate(
            InMonth(1, 100m, product: "X"), InMonth(2, (decimal)tea, product: "T"), InMonth(3, (decimal)coffee, product: "C"));

        Assert.Equal((Figure)(decimal)bought, statement.Results[0].Level);
        Assert.Equal(Cny(bought == 1 ? 10m : 35m), statement.Earned);
        Assert.True(statement.Explain().IsVerified);
    }

    [Fact]
    public void Equipment_has_a_worth_that_is_booked()
    {
        var agreement = Agreement(Rebate.OfFixed(
            "freezer", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue),
            RebateScale.Of(RebateMode.AllUnits, StepSchedule.From(
                (500m, RebateBenefit.Equipment(new ProductId("DISPLAY"), Cny(200m))),
                (1_000m, RebateBenefit.Equipment(new ProductId("FREEZER"), Cny(3_000m)))))));
        var result = agreement.Evaluate(InMonth(1, 1_000m)).Results[0];

        Assert.Equal(Cny(3_000m), result.Earned);
        Assert.Equal("1 PCE of FREEZER (CNY 3000.00)", Assert.Single(result.Goods).ToString());
        Assert.Empty(agreement.Evaluate(InMonth(1, 499.99m)).Results[0].Goods);
        Assert.Equal(
            "rebate.below-first-step (level CNY 499.99)", agreement.Evaluate(InMonth(1, 499.99m)).Results[0].Reasons[0].ToString());
    }

    private static Rebate GrowthOf(FiscalPeriodKind period, RebateBasis basis) =>
        Rebate.Of(
            "growth", period, RebateLevel.Growth(Measure.Revenue),
            RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((Percent(10), Rate(2)), (Percent(20), Rate(4)))), basis);
}
