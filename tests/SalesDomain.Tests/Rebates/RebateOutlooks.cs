using System;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Rebates;

/// <summary>What a rebate comes to by the end, and how much is missing to its next step.</summary>
public sealed class RebateOutlooks
{
    private static readonly FiscalPeriod s_year = FiscalCalendar.CalendarYear.Year(2026);

    private static readonly RebateLevel s_attainment = RebateLevel.AttainmentOf(Measure.Revenue.Of(Cny(1_000_000m)));

    /// <summary>Practice, R-5: 960,000 earn 9,600 and 40,000 more 20,000: the missing 40,000 earn 10,400, which is 26 %.</summary>
    [Fact]
    public void R_5_The_missing_40_000_earn_26_percent()
    {
        var miss = RebateNearMiss.Of(Sold(960_000m, s_attainment, Attained()))!;

        Assert.Equal((Figure)Cny(40_000m), miss.Missing);
        Assert.Equal(Cny(9_600m), miss.Given);
        Assert.Equal(Cny(20_000m), miss.GivenThen);
        Assert.Equal(Cny(10_400m), miss.Pays);
        Assert.Equal(Percent(26), miss.MarginalRate);
        Assert.Null(miss.PerUnit);
        Assert.True(miss.Explain().IsVerified);
    }

    [Theory]
    [InlineData(799_999.99, 800_000)]
    [InlineData(800_000, 1_000_000)]
    [InlineData(1_199_999.99, 1_200_000)]
    public void The_next_step_is_the_one_above_the_level(double sold, double next)
    {
        var miss = RebateNearMiss.Of(Sold((decimal)sold, s_attainment, Attained()))!;

        Assert.Equal((Figure)Cny((decimal)next), miss.NextLevel);
        Assert.Equal((Figure)Cny((decimal)next - (decimal)sold), miss.Missing);
    }

    [Fact]
    public void Above_the_last_step_nothing_is_missing() =>
        Assert.Null(RebateNearMiss.Of(Sold(1_200_000m, s_attainment, Attained())));

    [Fact]
    public void The_bound_of_a_to_scale_is_still_below_the_step()
    {
        var scale = RebateScale.Of(
            RebateMode.AllUnits,
            StepSchedule.UpTo((1_000m, RebateBenefit.Percent(Percent(1))), (2_000m, RebateBenefit.Percent(Percent(2)))));
        var miss = RebateNearMiss.Of(Sold(1_000m, RebateLevel.Turnover(Measure.Revenue), scale))!;

        Assert.Equal((Figure)Cny(1_000.01m), miss.NextLevel);
        Assert.Equal(Cny(10.0002m), miss.Pays);
        Assert.True(miss.Explain().IsVerified);
    }

    /// <summary>By the pace: 480,000 in 181 of 365 days.</summary>
    [Fact]
    public void By_the_pace_so_far_or_by_a_forecast()
    {
        var result = Sold(480_000m, s_attainment, Attained());
        var pace = RebateProjection.ByRunRate(result, new LocalDate(2026, 6, 30))!;
        var named = RebateProjection.ByForecast(result, "sales manager", Measure.Revenue.Of(Cny(1_000_000m)))!;

        Assert.Equal(Cny(9_679.56m), pace.Entitlement);
        Assert.Equal((Figure)Cny(1_000_000m), pace.NearMiss!.NextLevel);
        Assert.Equal(Cny(20_000m), named.Entitlement);
        Assert.True(pace.Explain().IsVerified);
        Assert.True(pace.ExplainSold().IsVerified);
        Assert.True(named.ExplainSold().IsVerified);
        Assert.Equal(RebateScenario.Of(Cny(1_000_000m), Cny(20_000m)), named.ToScenario());
        Assert.Null(RebateProjection.ByRunRate(result, new LocalDate(2025, 12, 31)));
    }

    /// <summary>AC-03: an incremental price 10, 9, 8 is a graduated rebate of 0, 1 and 2 a piece on 10; 150,000 are expected.</summary>
    [Fact]
    public void AC_03_A_projection_is_accrued_by_what_is_sold()
    {
        var pieces = Measure.Units(UnitOfMeasure.Piece);
        var scale = RebateScale.Of(
            RebateMode.Graduated,
            StepSchedule.From(
                (0m, RebateBenefit.PerUnit(Cny(0m), UnitOfMeasure.Piece)), (100_000m, RebateBenefit.PerUnit(Cny(1m), UnitOfMeasure.Piece)),
                (200_000m, RebateBenefit.PerUnit(Cny(2m), UnitOfMeasure.Piece))));
        var rebate = Rebate.Of("volume", FiscalPeriodKind.Year, RebateLevel.Turnover(pieces), scale, RebateBasis.Of(pieces));
        var result = Result(rebate, Line(300_000m, 30_000m));
        var projection = RebateProjection.ByForecast(result, "plan", pieces.Of(Quantity.Pieces(150_000m)))!;
        var estimate = RebateEstimate.ByForecast(
            RebateEntitlement.Of(result, Dealer), Quantity.Pieces(30_000m), Rounding.Commercial, projection.ToScenario()!);

        Assert.Equal(Cny(50_000m), projection.Entitlement);
        Assert.Equal(Cny(10_000m), estimate.Accrued);
    }

    [Property]
    public void What_is_missing_reaches_the_next_step_and_what_it_pays_is_the_difference(int cents)
    {
        var sold = Math.Abs((decimal)cents) / 100m % 1_500_000m;
        var miss = RebateNearMiss.Of(Sold(sold, s_attainment, Attained()));

        Assert.Equal(sold >= 1_200_000m, miss is null);
        if (miss is null)
            return;

        var there = Sold(sold + Amount(miss.Missing), s_attainment, Attained());
        Assert.Equal(miss.GivenThen, there.Tiered);
        Assert.Equal(miss.Pays, there.Tiered - miss.Given);
        Assert.True(miss.Explain().IsVerified);
    }

    private static CustomerId Dealer { get; } = new("D-1");

    private static decimal Amount(Figure missing) => Money.Parse(missing.ToString()).Amount;

    private static RebateScale Attained() =>
        RebateScale.Of(
            RebateMode.AllUnits,
            StepSchedule.From(
                (Percent(80), RebateBenefit.Percent(Percent(1))), (Percent(100), RebateBenefit.Percent(Percent(2))),
                (Percent(120), RebateBenefit.Percent(Percent(3)))));

    private static RebateResult Sold(decimal amount, RebateLevel level, RebateScale scale) =>
        Result(Rebate.Of("year", FiscalPeriodKind.Year, level, scale, RebateBasis.Of(Measure.Revenue)), Line(amount, 1m));

    private static RebateResult Result(Rebate rebate, SalesLine line)
    {
        var agreement = RebateAgreement.Of(
                new RebateAgreementId("RA-1"), RebateParties.Of(Dealer), DateSpan.OfYear(2026), Currency.CNY, FiscalCalendar.CalendarYear)
            .WithRebates(rebate);
        return RebateStatement.Of(AgreementTurnover.Of(agreement, [line]), RebateFigures.None, new LocalDate(2026, 12, 31))
            .ResultOf(rebate.Name, s_year)!;
    }

    private static SalesLine Line(decimal amount, decimal pieces) =>
        new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("INV-1"),
            Line = 1,
            Date = new LocalDate(2026, 3, 1),
            Customer = Dealer,
            Product = new ProductId("P-1"),
            Quantity = Quantity.Pieces(pieces),
            NetAmount = Cny(amount),
            Tax = Cny(0m),
        }.Build();
}
