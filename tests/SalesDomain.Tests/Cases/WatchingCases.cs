using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources that pace and forecast answer, by their ids.</summary>
public sealed class WatchingCases
{
    // https://crmsupport.freshworks.com/en/support/solutions/articles/50000002959 (the source rounds to 8,600)
    [Fact]
    public void FCST_001_The_expected_value_of_a_stage_is_its_total_times_its_probability()
    {
        var stages = PipelineStages.Of(new PipelineStage("negotiation", Percent(70), ForecastCategory.BestCase));
        var deals = new[] { 3_950m, 3_060m, 1_460m, 1_340m, 1_285m, 1_190m }.Select((amount, i) => new Opportunity(
            new OpportunityId("D-" + i), new CustomerId("C"), new SalespersonId("S"), Measure.Revenue.Of(Usd(amount)), "negotiation",
            new LocalDate(2026, 3, 31)));
        var forecast = PipelineForecast.Of(
            stages, Measure.Revenue.Of(Usd(0m)), deals, DateSpan.OfQuarter(2026, 1), new LocalDate(2026, 2, 28));

        Assert.Equal(Usd(12_285m), forecast.Pipeline.Money);
        Assert.Equal(Usd(8_599.50m), forecast.Expected.Money);
    }

    // https://docs.plecto.com/kb/guide/en/month-to-date-target-aVGhiYqb92/Steps/2276989 (the source cuts off the cents)
    [Theory]
    [InlineData(1, "4545.45")]
    [InlineData(2, "9090.91")]
    [InlineData(3, "13636.36")]
    [InlineData(30, "100000")]
    public void PACE_003_The_target_to_date_counts_working_days_and_rounds_no_day(int day, string due)
    {
        var none = Measure.Revenue.Of(Usd(0m));
        var pace = Pace.Of(
            none, Measure.Revenue.Of(Usd(100_000m)),
            ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, DateSpan.OfMonth(2021, 9), new LocalDate(2021, 9, day)));

        Assert.Equal(22, pace.Elapsed.Total);
        Assert.Equal(
            due, pace.EvenQuotaToDate!.Value.Money.ToCents().Amount.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
    }
}
