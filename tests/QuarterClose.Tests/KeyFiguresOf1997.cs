using System.Linq;
using NodaTime;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Quotas;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>
/// The figures of 1997, from an independent computation with exact fractions over the same files and the definitions in the example's
/// README; none is copied from the program.
/// </summary>
public sealed class KeyFiguresOf1997
{
    [Theory]
    [InlineData("1", 35_764.52, 19_200, 22_100, 24_100, 30_800)]
    [InlineData("2", 21_757.06, 11_700, 13_500, 14_600, 18_800)]
    [InlineData("3", 18_223.96, 9_800, 11_300, 12_300, 15_700)]
    [InlineData("4", 49_945.12, 26_900, 30_900, 33_600, 43_000)]
    [InlineData("5", 18_383.92, 9_900, 11_400, 12_400, 15_800)]
    [InlineData("6", 16_642.61, 9_000, 10_300, 11_200, 14_300)]
    [InlineData("7", 15_232.16, 8_200, 9_400, 10_200, 13_100)]
    [InlineData("8", 22_240.12, 12_000, 13_800, 15_000, 19_200)]
    [InlineData("9", 9_894.52, 5_300, 6_100, 6_600, 8_500)]
    public void Each_quarter_is_apportioned_by_the_revenue_of_the_second_half_of_1996(string id, decimal sold, params int[] quarters)
    {
        var person = Person(id);
        Assert.Equal(Usd(sold), person.Weight.Total);
        Assert.Equal(quarters.Select(quarter => Usd(quarter)), person.Quota.Parts.Select(part => part.Money));
    }

    [Fact]
    public void The_plan_is_whole_and_its_quarters_are_20_23_25_and_32_percent()
    {
        Assert.Equal(new[] { 112_000m, 128_800m, 140_000m, 179_200m }.Select(Usd), Northwind.Year.Target.Parts.Select(part => part.Money));
        Assert.Equal((41, 41), (Northwind.Year.Check.FilledCount, Northwind.Year.Check.RequiredCount));
        Assert.Empty(Northwind.Year.Check.Reasons);
        Assert.All(Northwind.Year.Check.Sums, sum => Assert.True(sum.Agrees));
    }

    [Theory]
    [InlineData("1", 93_148.13, 96.8276)]
    [InlineData("2", 70_444.14, 120.2118)]
    [InlineData("3", 108_026.17, 220.0126)]
    [InlineData("4", 128_809.83, 95.8406)]
    [InlineData("5", 30_716.49, 62.0535)]
    [InlineData("6", 43_126.38, 96.2642)]
    [InlineData("7", 60_471.19, 147.8513)]
    [InlineData("8", 56_032.63, 93.3877)]
    [InlineData("9", 26_310.39, 99.2845)]
    public void Attainment_of_each(string id, decimal sold, decimal percent)
    {
        Assert.Equal(Usd(sold), Person(id).Year.Actual!.Value.Money);
        Assert.Equal(percent, To4(Person(id).Year.Rate!.Value.Percent));
    }

    // Of 5 with 6, 7 and 9: 160,624.45 of 161,700. Of 2 with everybody: 617,085.35 of 560,000. Averages of rates would be 101.36 % and
    // 114.64 %.
    [Fact]
    public void A_team_is_pooled_with_the_sales_of_its_manager_and_rolls_up_to_the_vice_president()
    {
        Assert.Equal(["2", "1", "3", "4", "5", "6", "7", "9", "8"], Northwind.Year.Teams.Select(team => team.Manager.Person.Id.Code));
        Assert.Equal([0, 1, 1, 1, 1, 2, 2, 2, 1], Northwind.Year.Teams.Select(team => team.Depth));
        var pooled = Northwind.Year.Teams.Where(team => team.Team is not null)
            .ToDictionary(team => team.Manager.Person.Id.Code, team => team.Team!);

        Assert.Equal(["2", "5"], pooled.Keys);
        Assert.Equal((Usd(161_700m), Usd(160_624.45m)), (pooled["5"].Quota!.Value.Money, pooled["5"].Actual!.Value.Money));
        Assert.Equal((Usd(560_000m), Usd(617_085.35m)), (pooled["2"].Quota!.Value.Money, pooled["2"].Actual!.Value.Money));
        Assert.Equal([110.1938m, 99.3348m], pooled.Values.Select(team => To4(team.Rate!.Value.Percent)));
    }

    [Theory]
    [InlineData(1, 61_258.08, 10.9389, 40_250, 152.194, 2.1267, 238, 2_095.5543)]
    [InlineData(2, 99_741.72, 17.811, 75_250, 132.5471, 1.3359, 218, 2_111.2765)]
    [InlineData(3, 138_288.95, 24.6945, 112_000, 123.4723, 0.1734, 197, 2_140.6652)]
    [InlineData(4, 191_321.90, 34.1646, 155_593.8462, 122.9624, 1.2144, 175, 2_106.732)]
    [InlineData(5, 245_103.20, 43.7684, 199_187.6923, 123.0514, 2.3891, 153, 2_058.149)]
    [InlineData(6, 281_466.02, 50.2618, 240_800, 116.8879, 0.8365, 132, 2_110.1059)]
    [InlineData(7, 332_486.90, 59.3727, 289_587.8788, 114.8138, 1.1351, 109, 2_087.2761)]
    [InlineData(8, 379_774.58, 67.8169, 334_133.3333, 113.6596, 1.5334, 88, 2_048.0161)]
    [InlineData(9, 435_403.85, 77.7507, 380_800, 114.3392, 3.038, 66, 1_887.8205)]
    [InlineData(10, 502_153.09, 89.6702, 443_248.4848, 113.2893, 6.1453, 43, 1_345.277)]
    [InlineData(11, 545_686.90, 97.4441, 497_551.5152, 109.6745, 6.2563, 23, 622.3087)]
    public void Pace_at_each_month_end(
        int month, decimal sold, decimal percent, decimal toDate, decimal percentToDate, decimal ahead, int left, decimal needed)
    {
        var (attained, pace) = Northwind.Year.Months[month - 1];

        Assert.Equal(new LocalDate(1997, month, 1).With(DateAdjusters.EndOfMonth), pace.Elapsed.AsOf);
        Assert.Equal(Usd(sold), pace.Actual.Money);
        Assert.Equal(
            (percent, toDate, percentToDate, ahead, needed),
            (To4(attained.Rate!.Value.Percent), To4(attained.QuotaToDate!.Value.Money.Amount), To4(attained.RateToDate!.Value.Percent),
                To4(attained.PointsAheadOfTime!.Value),
                To4(pace.NeededPerDay!.Value.Money.Amount)));
        Assert.Equal(left, pace.Elapsed.Remaining);
    }

    [Fact]
    public void At_the_end_of_the_year_the_three_figures_meet()
    {
        var (attained, pace) = Northwind.Year.Months[11];

        Assert.Equal(attained.Rate, attained.RateToDate);
        Assert.Equal(10.1938m, To4(attained.PointsAheadOfTime!.Value));
        Assert.Equal(0, pace.Elapsed.Remaining);
        Assert.Equal(PaceState.Reached, pace.State);
    }

    // Of 8, to date: 152.69, 173.50, 155.70, 116.88, 111.93, 101.36, 95.72, 95.51, 90.57, 101.63, 97.75, 93.39. In October it is in green,
    // but not by two points.
    [Theory]
    [InlineData("1", "GRRRRRARRRRR")]
    [InlineData("2", "RRRGGGGGGGGG")]
    [InlineData("4", "GGGGGGGGGARR")]
    [InlineData("8", "GGGGGGAARAAR")]
    [InlineData("9", "RRRRRRRRRRGA")]
    public void A_status_worsens_at_its_bound_and_improves_two_points_inside(string id, string statuses) =>
        Assert.Equal(statuses, string.Concat(Person(id).Statuses.Select(status => char.ToUpperInvariant(status.Status[0]))));

    [Fact]
    public void An_alert_is_raised_once_and_without_a_recorded_action_it_stays_open()
    {
        Assert.Equal(
            ["2 1", "5 1", "6 1", "9 1", "1 2", "8 9", "4 11"],
            Northwind.Year.Alerts.Alerts.Select(
                alert => alert.Subject.Owner + " " + alert.RaisedOn.Month.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(Northwind.Year.Alerts.Alerts, alert => Assert.Equal(AlertState.Open, alert.StateOn(Northwind.Year.Terms.Year.End)));
        Assert.Equal(Northwind.Year.Alerts.Alerts, Northwind.Year.WithoutAction);
    }

    // 53 territories, 49 of them held by one person each; two codes are called New York, and neither is held twice.
    [Fact]
    public void Four_territories_of_the_south_are_nobodys_and_none_is_held_by_several()
    {
        var (field, year) = (Northwind.Year.Field, Northwind.Year.Terms.Year.Span);

        Assert.Equal(
            [("Eastern", 19), ("Western", 15), ("Northern", 11), ("Southern", 8)],
            field.Regions.Select(region => (region.Name, region.Territories.Count)));
        Assert.Equal(
            ["29202", "72716", "75234", "78759"],
            field.Regions.SelectMany(region => region.Open(field.Holders, year)).Select(territory => territory.Id.Code));
        Assert.All(field.Regions, region => Assert.Empty(region.Shared(field.Holders, year)));
    }

    private static PersonYear Person(string id) => Northwind.Year.People.Single(person => person.Person.Id.Code == id);

    private static decimal To4(decimal number) => Rounding.ToDigits(4, RoundingMode.HalfAwayFromZero).Round(number);

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
