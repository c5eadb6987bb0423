using System;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked figures of practice that tiers, splits and spans answer alone; the names tell the paragraph they come from.</summary>
public sealed class PracticeTiersAndSplits
{
    private static readonly Currency s_yuan = Currency.CNY;

    [Fact]
    public void S0_4_With_a_hedge_a_parent_can_be_above_all_its_children()
    {
        var parent = Cny(100m);
        var children = Apportionment.ToWhole.SplitEvenly(parent * Pct(120m), 2);

        Assert.Equal([Cny(60m), Cny(60m)], children);
        Assert.All(children, quota => Assert.Equal(Pct(100m), Percentage.Ratio(Cny(60m), quota)));
        Assert.Equal(Pct(120m), Percentage.Ratio(Cny(60m) + Cny(60m), parent));
    }

    [Fact]
    public void S1_G4_5_The_part_of_a_contribution_that_is_clawed_back() =>
        // 9 of 24 months are used up.
        Assert.Equal([Cny(2205m), Cny(3675.00m)], Apportionment.ToMinorUnit.Split(Cny(5880m), new[] { 9m, 15m }));

    [Fact]
    public void S2_Quotas_a_total_in_thousands_leaves_678()
    {
        var plan = Cny(12_345_678m);
        var thousands = Apportionment.InUnitsOf(1000m);

        Assert.Equal("total", Assert.Throws<ArgumentException>(() => thousands.Split(plan, new[] { 1m, 2m })).ParamName);
        Assert.Equal([Cny(4_115_678m), Cny(8_230_000m)], thousands.WithRestTo(0).Split(plan, new[] { 1m, 2m }));
    }

    [Fact]
    public void S2_Rebates_nested_by_month_and_quarter()
    {
        var month = AttainmentRate.From((Pct(100m), Pct(1m)));
        var quarter = AttainmentRate.From((Pct(100m), Pct(1.5m)));
        var target = Cny(300_000m);
        Money[] months = [Cny(300_000m), Cny(400_000m), Cny(250_000m)];

        var monthly = Money.Sum(s_yuan, months.Select(turnover => month.AllUnits(turnover, target)));
        var quarterly = quarter.AllUnits(Money.Sum(s_yuan, months), target * 3m);
        Assert.Equal(Cny(7000m), monthly);
        Assert.Equal(Cny(14_250m), quarterly);
        Assert.Equal(Cny(21_250m), monthly + quarterly);
        Assert.Equal(Cny(7250m), Money.Max(Cny(0m), quarterly - monthly));
    }

    [Fact]
    public void S2_Appraisals_the_published_score_is_the_one_that_is_banded()
    {
        var bands = StepSchedule.From((0m, "C"), (80m, "B"), (90m, "A"));
        var published = Rounding.ToDigits(1, RoundingMode.HalfAwayFromZero).Round(89.95m);

        Assert.Equal(90.0m, published);
        Assert.Equal("A", bands.At(published));
        Assert.Equal("B", bands.At(89.95m));
    }

    [Fact]
    public void S3_A_deal_split_between_two_sellers_earns_less_than_with_one()
    {
        var rates = AttainmentRate.From((Pct(0m), Pct(3m)), (Pct(100m), Pct(5m)));
        var quota = Cny(1000m);

        Assert.Equal(Cny(9.00m), Earned(950m, 200m));
        var halves = Apportionment.ToMinorUnit.SplitEvenly(Cny(200m), 2);
        Assert.Equal(Cny(4.00m), Earned(950m, halves[0].Amount));
        Assert.Equal(Cny(3.00m), Earned(0m, halves[1].Amount));
        Assert.Equal(Cny(7.00m), Earned(950m, 100m) + Earned(0m, 100m));

        Money Earned(decimal before, decimal deal) => rates.Graduated(Cny(before + deal), quota) - rates.Graduated(Cny(before), quota);
    }

    [Fact]
    public void S3_Eleven_days_of_a_month_of_thirty_are_elapsed()
    {
        var month = DateSpan.OfMonth(2026, 4);
        var elapsed = month.Intersection(DateSpan.Until(new LocalDate(2026, 4, 11)))!.Value;
        var due = Cny(120_000m) * elapsed.Days!.Value / month.Days!.Value;

        Assert.Equal((11, 30), (elapsed.Days, month.Days));
        Assert.Equal(Cny(44_000m), due);
        Assert.Equal(Pct(79.5m), Percentage.Ratio(Cny(35_000m), due)!.Value.Round(Rounding.ToDigits(1, RoundingMode.HalfAwayFromZero)));
    }

    [Theory]
    [InlineData("0.01", "green")]
    [InlineData("0", "green")]
    [InlineData("-0.01", "amber")]
    [InlineData("-5", "amber")]
    [InlineData("-5.01", "red")]
    public void R_4_Bands_of_the_pace(string points, string band) =>
        Assert.Equal(
            band,
            StepSchedule.From((decimal.MinValue, "red"), (-5m, "amber"), (0m, "green"))
                .At(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void R_5_The_last_40_000_of_a_step_rebate_earn_26_percent()
    {
        var steps = AttainmentRate.From((Pct(80m), Pct(1m)), (Pct(100m), Pct(2m)), (Pct(120m), Pct(3m)));
        var target = Cny(1_000_000m);
        var missing = Cny(40_000m);

        var before = steps.AllUnits(Cny(960_000m), target);
        var after = steps.AllUnits(Cny(960_000m) + missing, target);
        Assert.Equal((Cny(9600m), Cny(20_000m)), (before, after));
        Assert.Equal(Cny(10_400m), after - before);
        Assert.Equal(Pct(26m), Percentage.Ratio(after - before, missing));
        Assert.Equal(Cny(0m), steps.AllUnits(Cny(799_999.99m), target));
        Assert.Equal(Cny(8000m), steps.AllUnits(Cny(800_000m), target));
    }

    [Fact]
    public void R_5_Twelve_months_below_a_monthly_step_can_reach_a_yearly_one()
    {
        var monthly = TieredRate.From(s_yuan, (100_000m, Pct(2m)));
        var yearly = TieredRate.From(s_yuan, (960_000m, Pct(2m)));
        var months = Enumerable.Repeat(Cny(80_000m), 12).ToArray();

        Assert.Equal(Cny(0m), Money.Sum(s_yuan, months.Select(monthly.AllUnits)));
        Assert.Equal(Cny(19_200m), yearly.AllUnits(Money.Sum(s_yuan, months)));
    }

    [Fact]
    public void R_9_Days_of_a_discount_count_the_discount_day_and_not_the_maturity()
    {
        var (discounted, maturity) = (new LocalDate(2026, 3, 20), new LocalDate(2026, 9, 15));

        Assert.Equal(179, new DateSpan(discounted, maturity.PlusDays(-1)).Days);
    }

    [Fact]
    public void R_15_Commission_on_collections_by_days_late()
    {
        var factors = StepSchedule.UpTo((0, 1.0m), (30, 0.9m), (60, 0.7m), (90, 0.5m)).ThenAbove(0m);
        (Money Collected, int DaysLate)[] collections = [(Cny(113_000m), 0), (Cny(56_500m), 25), (Cny(33_900m), 75), (Cny(22_600m), 120)];
        var commissions = Array.ConvertAll(
            collections, line => (line.Collected * Pct(2m) * factors.At(line.DaysLate) / 1.13m).Round(Rounding.Commercial));

        Assert.Equal([Cny(2000m), Cny(900m), Cny(300m), Cny(0m)], commissions);
        Assert.Equal(Cny(3200m), Money.Sum(s_yuan, commissions));
    }

    [Fact]
    public void R_19_Forced_shares_of_nine_people() =>
        Assert.Equal([2m, 6m, 1m], Apportionment.ToWhole.Split(9m, new[] { 20m, 70m, 10m }));

    [Fact]
    public void S5_2_Quotas_in_thousands_by_the_last_first_quarter()
    {
        var quotas = Apportionment.InUnitsOf(1000m).Split(Cny(2_640_000m), new[] { 1037m, 846m, 517m });

        Assert.Equal([Cny(1_141_000m), Cny(930_000m), Cny(569_000m)], quotas);
        Assert.Equal(Cny(2_640_000m), Money.Sum(s_yuan, quotas));
    }

    [Fact]
    public void S5_3_Quantities_that_cost_more_than_3_000_pieces()
    {
        var warning = Prices().Inversions(Quantity.Pieces(1m)).Single(range => range.Break == Quantity.Pieces(3000m));

        Assert.Equal((Quantity.Pieces(2938m), Quantity.Pieces(2999m)), (warning.First, warning.Last));
        Assert.Equal((Cny(287_904m), Cny(282_000m)), (warning.LastResult, warning.BreakResult));
    }

    [Fact]
    public void S5_4_The_orders_of_the_quarter()
    {
        var prices = Prices();
        var tax = Pct(13m);
        Money[] orders = Array.ConvertAll([3200m, 1200m, 3500m], pieces => prices.AllUnits(Quantity.Pieces(pieces)));
        Money[] withTax = Array.ConvertAll(orders, order => order + tax.Of(order));

        Assert.Equal([Cny(300_800m), Cny(115_200m), Cny(329_000m)], orders);
        Assert.Equal(Cny(745_000m), Money.Sum(s_yuan, orders));
        Assert.Equal([Cny(339_904m), Cny(130_176m), Cny(371_770m)], withTax);
        Assert.Equal(Cny(841_850m), Money.Sum(s_yuan, withTax));
    }

    [Fact]
    public void S5_10_and_14_The_rebate_of_the_dealer_before_and_after_a_return()
    {
        var steps = AttainmentRate.From((Pct(80m), Pct(1m)), (Pct(100m), Pct(2m)), (Pct(110m), Pct(2.5m)));
        var target = Cny(700_000m);
        var kept = Pct(80m);

        var rebate = steps.AllUnits(Cny(745_000m), target);
        Assert.Equal(Cny(14_900m), rebate);
        Assert.Equal(Pct(106.43m), Rounded(Percentage.Ratio(Cny(745_000m), target)));
        Assert.Equal(Cny(11_920m), kept.Of(rebate));

        var after = steps.AllUnits(Cny(745_000m) - Cny(50_000m), target);
        Assert.Equal(Pct(99.29m), Rounded(Percentage.Ratio(Cny(695_000m), target)));
        Assert.Equal(Cny(6950m), after);
        Assert.Equal(Cny(5560m), kept.Of(after));
        Assert.Equal(Cny(6360m), kept.Of(rebate) - kept.Of(after));
    }

    [Fact]
    public void S5_13_and_15_The_commission_of_Li_before_and_after_a_return()
    {
        var rates = AttainmentRate.From((Pct(0m), Pct(1.5m)), (Pct(100m), Pct(2.5m)));
        var quota = Cny(1_141_000m);
        var holdback = new[] { 70m, 30m };

        Assert.Equal(Pct(107.36m), Rounded(Percentage.Ratio(Cny(1_225_000m), quota)));
        Assert.Equal([Cny(17_115.00m), Cny(2100.00m)], rates.Portions(Cny(1_225_000m), quota).Select(portion => portion.Result));
        var earned = rates.Graduated(Cny(1_225_000m), quota);
        Assert.Equal(Cny(19_215.00m), earned);
        Assert.Equal([Cny(13_450.50m), Cny(5764.50m)], Apportionment.ToMinorUnit.Split(earned, holdback));

        Assert.Equal(Pct(102.98m), Rounded(Percentage.Ratio(Cny(1_175_000m), quota)));
        var after = rates.Graduated(Cny(1_175_000m), quota);
        Assert.Equal(Cny(17_965.00m), after);
        Assert.Equal(Cny(-1250.00m), after - earned);
        Assert.Equal([Cny(-875.00m), Cny(-375.00m)], Apportionment.ToMinorUnit.Split(after - earned, holdback));
        Assert.Equal(Cny(0m), after - rates.Graduated(Cny(1_175_000m), quota));
    }

    [Theory]
    [InlineData("91.67", "B")]
    [InlineData("89.92", "B")]
    [InlineData("95", "A")]
    [InlineData("94.99", "B")]
    [InlineData("84.99", "C")]
    public void S5_17_Bands_of_the_appraisal(string score, string band) =>
        Assert.Equal(
            band,
            StepSchedule.From((0m, "C"), (85m, "B"), (95m, "A"))
                .At(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));

    private static TieredPrice Prices() => TieredPrice.From(s_yuan, UnitOfMeasure.Piece, (1m, 100m), (1000m, 96m), (3000m, 94m));

    private static Percentage Rounded(Percentage? ratio) => ratio!.Value.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero));

    private static Money Cny(decimal amount) => new(amount, s_yuan);

    private static Percentage Pct(decimal percent) => Percentage.FromPercent(percent);
}
