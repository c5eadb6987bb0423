using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources that step schedules and tiers answer alone, by their ids.</summary>
public sealed class TierCases
{
    // Liferay Commerce, price tiers: https://learn.liferay.com/w/dxp/commerce/pricing/using-price-tiers
    private static readonly TieredPrice s_br01 = TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 50m), (5m, 45m), (10m, 40m));

    [Theory]
    [InlineData(4, 200)]
    [InlineData(5, 225)]
    [InlineData(9, 405)]
    [InlineData(10, 400)]
    [InlineData(11, 440)]
    public void BR_01_Whole_quantity_break(int pieces, int total) => Assert.Equal(Usd(total), s_br01.AllUnits(Quantity.Pieces(pieces)));

    [Fact]
    public void BR_01_Nine_pieces_cost_more_than_ten()
    {
        var found = s_br01.Inversions(Quantity.Pieces(1m));

        Assert.Equal(
            [(Quantity.Pieces(9m), Quantity.Pieces(9m), Usd(405m), Quantity.Pieces(10m), Usd(400m))],
            found.Select(range => (range.First, range.Last, range.LastResult, range.Break, range.BreakResult)));
    }

    // AdventureWorks, Sales.SpecialOffer: https://learn.microsoft.com/sql/t-sql/functions/isnull-transact-sql
    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 2)]
    [InlineData(14, 2)]
    [InlineData(15, 5)]
    [InlineData(24, 5)]
    [InlineData(25, 10)]
    [InlineData(40, 10)]
    [InlineData(41, 15)]
    [InlineData(60, 15)]
    [InlineData(61, 20)]
    public void BR_04_Both_sides_of_every_band(int pieces, int percent)
    {
        var discounts = StepSchedule.From((0, Pct(0m)), (11, Pct(2m)), (15, Pct(5m)), (25, Pct(10m)), (41, Pct(15m)), (61, Pct(20m)));

        Assert.Equal(Pct(percent), discounts.At(pieces));
        Assert.True(discounts.IsOpenAbove);
    }

    // https://www.slideshare.net/slideshow/quantity-discount-finalpdf/256149131
    [Theory]
    [InlineData(999, "5.00", "4995.00")]
    [InlineData(1000, "4.80", "4800.00")]
    [InlineData(1999, "4.80", "9595.20")]
    [InlineData(2000, "4.75", "9500.00")]
    public void BR_08_The_total_falls_at_each_break(int pieces, string unitPrice, string total)
    {
        var list = Usd(5m);
        var price = TieredPrice.From(
            Currency.USD, UnitOfMeasure.Piece, (0m, list.Amount), (1000m, Pct(96m).Of(list).Amount), (2000m, Pct(95m).Of(list).Amount));

        Assert.Equal(Usd(unitPrice), price.PriceAt(Quantity.Pieces(pieces)));
        Assert.Equal(Usd(total), price.AllUnits(Quantity.Pieces(pieces)));
        Assert.Equal([Quantity.Pieces(999m), Quantity.Pieces(1999m)], price.Inversions(Quantity.Pieces(1m)).Select(range => range.Last));
    }

    // BDO, volume discounts:
    // https://www.bdo.com.au/en-au/insights/retail/articles/ifrs-15-for-the-retail-industry-volume-discounts-profit-margin-guarantees
    [Fact]
    public void AC_03_Incremental_prices_accrued_at_the_expected_average()
    {
        var price = TieredPrice.UpTo(Currency.AUD, UnitOfMeasure.Piece, (100_000m, 10m), (200_000m, 9m)).ThenAbove(8m);
        var (expected, sold) = (Quantity.Pieces(150_000m), Quantity.Pieces(30_000m));
        var total = price.Graduated(expected);
        var billed = price.Graduated(sold);

        // Multiply first, divide last: the average of 9.666… is never rounded.
        var revenue = total * sold.Amount / expected.Amount;

        Assert.Equal(Money.Parse("AUD 1450000"), total);
        Assert.Equal(Money.Parse("AUD 300000"), billed);
        Assert.Equal(Money.Parse("AUD 290000"), revenue);
        Assert.Equal(Money.Parse("AUD 10000"), billed - revenue);

        var rounded = (total / expected.Amount).Round(Rounding.Commercial) * sold.Amount;
        Assert.Equal(Money.Parse("AUD 290100"), rounded);
        Assert.Equal(Money.Parse("AUD 9900"), billed - rounded);
    }

    // metasfresh, CandidateAssignServiceAllQties_Percent_Test#updateAssignment2
    [Fact]
    public void RB_09_One_invoice_jumps_over_a_whole_tier()
    {
        var rebate = StepSchedule.From((0m, Pct(10m)), (15m, Pct(15m)), (50m, Pct(30m)));
        var price = Eur(1m);
        int[] invoices = [3, 6, 46, 30];

        Assert.Equal(
            [Eur(0.30m), Eur(0.90m), Eur(16.50m), Eur(25.50m)],
            Cumulated(invoices).Select(quantity => price * quantity * rebate.At(quantity)));
    }

    // Oracle NetSuite help: https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_16172202301.html
    [Fact]
    public void RB_15_Cumulative_quantity_fills_the_tiers()
    {
        var perUnit = TieredPrice.UpTo(Currency.USD, UnitOfMeasure.Piece, (2m, 10m), (4m, 20m), (8m, 30m));
        var toDate = Cumulated([2, 2, 2]).Select(quantity => perUnit.Graduated(Quantity.Pieces(quantity))).ToArray();

        Assert.Equal([Usd(20m), Usd(40m), Usd(60m)], toDate.Select((total, i) => i == 0 ? total : total - toDate[i - 1]));
        Assert.Equal(Usd(120m), toDate[2]);
    }

    // https://aipowered365.com/?p=1109
    [Fact]
    public void RB_17_Amount_per_unit_of_each_band()
    {
        var perUnit = TieredPrice.UpTo(Currency.USD, UnitOfMeasure.Piece, (500m, 0m), (1000m, 2m)).ThenAbove(3m);

        Assert.Equal(Usd(1600m), perUnit.Graduated(Quantity.Pieces(1200m)));
        Assert.Equal([500m, 500m, 200m], perUnit.Portions(Quantity.Pieces(1200m)).Select(portion => portion.Base.Amount));
    }

    // https://aipowered365.com/?p=1109
    [Fact]
    public void RB_18_Tier_by_quantity_and_benefit_on_value()
    {
        var rebate = StepSchedule.UpTo((500m, Pct(0m)), (1000m, Pct(5m))).ThenAbove(Pct(10m));

        Assert.Equal(Usd(1200m), Usd(10m) * 1200m * rebate.At(1200m));
        Assert.Equal(Pct(0m), rebate.At(500m));
        Assert.Equal(Pct(5m), rebate.At(501m));
        Assert.Equal(Pct(5m), rebate.At(1000m));
        Assert.Equal(Pct(10m), rebate.At(1001m));
    }

    // https://aipowered365.com/?p=1110
    [Fact]
    public void RB_19_Target_rebate_on_the_whole_month()
    {
        var rebate = StepSchedule.From((0m, Pct(0m)), (500m, Pct(5m)));

        Assert.Equal(Usd(600m), Usd(20m) * 600m * rebate.At(600m));
    }

    // Phocas, bracketed percentage: https://helpphocassoftware.atlassian.net/wiki/spaces/userdoc/pages/590377/Rebates+calculation+methods
    [Theory]
    [InlineData(6000, 300)]
    [InlineData(8000, 400)]
    [InlineData(20_000, 1500)]
    public void RB_20_Bracketed_percentage(int turnover, int rebate) =>
        Assert.Equal(Usd(rebate), TieredRate.UpTo(Currency.USD, (10_000m, Pct(5m)), (50_000m, Pct(10m))).Graduated(Usd(turnover)));

    // https://web2.0calc.com/questions/commission-equation-help
    [Fact]
    public void COM_TIER_001_Two_tiers_graduated()
    {
        var rate = TieredRate.From(Currency.USD, (0m, Pct(10m)), (5000m, Pct(15m)));

        Assert.Equal(Usd(3050m), rate.Graduated(Usd(22_000m)));
        Assert.Equal([Usd(500m), Usd(2550m)], rate.Portions(Usd(22_000m)).Select(portion => portion.Result));
    }

    // https://excelforum.com/excel-formulas-and-functions/861932-vlookup-for-multiple-results-without-duplicates-prev-thread.html
    [Fact]
    public void COM_TIER_005_Accelerators_above_quota()
    {
        var (sales, quota) = (Usd(150_000m), Usd(100_000m));
        var onAmounts = TieredRate.From(Currency.USD, (0m, Pct(5m)), (100_000m, Pct(6m)), (125_000m, Pct(7m)));
        var onAttainment = AttainmentRate.From((Pct(0m), Pct(5m)), (Pct(100m), Pct(6m)), (Pct(125m), Pct(7m)));

        Assert.Equal(Usd(8250m), onAmounts.Graduated(sales));
        Assert.Equal(Usd(8250m), onAttainment.Graduated(sales, quota));
        Assert.Equal([Usd(5000m), Usd(1500m), Usd(1750m)], onAmounts.Portions(sales).Select(portion => portion.Result));
        Assert.Equal([Usd(5000m), Usd(1500m), Usd(1750m)], onAttainment.Portions(sales, quota).Select(portion => portion.Result));
    }

    // Spiff tier payout: https://dhirubhai.net/pulse/accelerators-tier-payout-marginal-rules-amdroddtech-fx2wc
    [Fact]
    public void COM_TIER_009_Whole_period_at_the_rate_reached() =>
        Assert.Equal(Usd(17_600m), TieredRate.From(Currency.USD, (0m, Pct(8m))).AllUnits(Usd(220_000m)));

    // https://support.oracle.com/knowledge/Oracle%20E-Business%20Suite/2582565_1.html
    [Fact]
    public void COM_TIER_012_Both_readings_of_a_boundary_can_be_declared()
    {
        var amount = Usd(1_500_000m);
        var lowerInclusive = TieredRate.From(
            Currency.USD, (0m, Pct(1.75m)), (1_500_000m, Pct(2.5m)), (3_000_000m, Pct(3.25m)), (4_500_000m, Pct(4.25m)));
        var upperInclusive = TieredRate.UpTo(Currency.USD, (1_500_000m, Pct(1.75m)), (3_000_000m, Pct(2.5m)), (4_500_000m, Pct(3.25m)))
            .ThenAbove(Pct(4.25m));

        Assert.Equal(Pct(2.5m), lowerInclusive.RateAt(amount));
        Assert.Equal(Usd(37_500m), lowerInclusive.AllUnits(amount));
        Assert.Equal(Pct(1.75m), upperInclusive.RateAt(amount));
        Assert.Equal(Usd(26_250m), upperInclusive.AllUnits(amount));
        Assert.Equal(Pct(2.5m), upperInclusive.RateAt(Usd(1_500_000.01m)));
        Assert.Equal(Pct(1.75m), lowerInclusive.RateAt(Usd(1_499_999.99m)));
    }

    // The tier table of Oracle's step-rate page, cumulative over the quarter.
    [Fact]
    public void COM_TIER_014_The_total_is_the_same_for_all_720_orders()
    {
        var rate = TieredRate.From(Currency.USD, (0m, Pct(1m)), (1000m, Pct(2m)), (3000m, Pct(3m)), (8000m, Pct(5m)));
        int[] deals = [200, 300, 1500, 1200, 2000, 4500];

        Assert.Equal([Usd(2m), Usd(3m), Usd(25m), Usd(26m), Usd(60m), Usd(169m)], PerDeal(rate, deals));

        var orders = Orders(deals).ToArray();
        Assert.Equal(720, orders.Length);
        Assert.All(orders, order => Assert.Equal(Usd(285m), Money.Sum(Currency.USD, PerDeal(rate, order))));

        // What a deal is credited with does depend on the order: the largest first takes the low tiers.
        Assert.Equal([Usd(95m), Usd(60m), Usd(36m)], PerDeal(rate, [4500, 2000, 1200, 1500, 300, 200]).Take(3));
    }

    // https://docs.oracle.com/cd/G11809_01/trans/F77870-03/examples-of-calculating-earnings-using-interpolated-rates.html
    [Fact]
    public void COM_TIER_015_Amounts_per_tier_in_proportion_within_the_tier()
    {
        // An amount paid for crossing a tier is a rate of amount ÷ width within it; the last tier, 2,000 over 12,000, is not reached.
        var rate = TieredRate.From(
            Currency.USD, (0m, Of(10m, 1000m)), (1000m, Of(40m, 2000m)), (3000m, Of(100m, 5000m)), (8000m, Of(2000m, 12_000m)))
            .WithCeiling(Usd(20_000m));
        Money[] earnings = Array.ConvertAll([200, 300, 1500, 1200, 2000, 4500], deal => rate.Graduated(Usd(deal)));

        Assert.Equal([Usd(2m), Usd(3m), Usd(20m), Usd(14m), Usd(30m), Usd(80m)], earnings);
        Assert.Equal(Usd(149m), Money.Sum(Currency.USD, earnings));

        static Percentage Of(decimal amount, decimal width) => Percentage.Ratio(amount, width)!.Value;
    }

    // https://docs.oracle.com/en/cloud/saas/readiness/sales/24b/salm-24b/24B-spm-wn-f31649.htm
    [Fact]
    public void COM_TIER_016_Portion_and_share_of_the_rate_per_tier()
    {
        var rate = TieredRate.From(Currency.USD, (0m, Pct(1m)), (1000m, Pct(2m)), (5000m, Pct(3m)), (10_000m, Pct(0m)));
        var amount = Usd(2500m);
        var portions = rate.Portions(amount);

        Assert.Equal(Usd(40m), rate.Graduated(amount));
        Assert.Equal([Usd(1000m), Usd(1500m)], portions.Select(portion => portion.Base));
        Assert.Equal(0.016m, rate.Graduated(amount) / amount);
        Assert.Equal([0.004m, 0.012m], portions.Select(portion => portion.Result / amount));
    }

    // https://teachersinstitute.yale.edu/curriculum/units/1980/7/80.07.07/7, example 3
    [Fact]
    public void COM_TIER_019_A_higher_rate_above_800() =>
        Assert.Equal(Usd(134m), TieredRate.From(Currency.USD, (0m, Pct(8m)), (800m, Pct(14m))).Graduated(Usd(1300m)));

    // https://www.prowi.io/en/glossary/decelerator
    [Fact]
    public void COM_ACC_003_A_decelerator_below_80_percent()
    {
        var (sales, quota) = (Usd(350_000m), Usd(500_000m));
        var rate = Pct(10m);
        var decelerated = AttainmentRate.From((Pct(0m), rate * 0.5m), (Pct(80m), rate));

        Assert.Equal(Pct(70m), Percentage.Ratio(sales, quota));
        Assert.Equal(Usd(17_500m), decelerated.AllUnits(sales, quota));
        Assert.Equal(Usd(35_000m), rate.Of(sales));
        Assert.Equal(Usd(17_500m), rate.Of(sales) - decelerated.AllUnits(sales, quota));
        Assert.Equal(Usd(40_000m), decelerated.AllUnits(Usd(400_000m), quota));
        Assert.Equal(Usd(19_999.9995m), decelerated.AllUnits(Usd(399_999.99m), quota));
    }

    // https://mrexcel.com/board/threads/formula-for-sales-rep-payout-for-overachievement.857705
    [Fact]
    public void COM_ACC_005_Earned_to_date_less_paid_to_date()
    {
        var target = Usd(21_000m);

        // Below quota a percent of attainment is a percent of the target commission, above it two, then one, then none.
        var payout = AttainmentRate.From((Pct(0m), Pct(100m)), (Pct(100m), Pct(200m)), (Pct(150m), Pct(100m))).WithCeiling(Pct(200m));
        var first = payout.Graduated(target * Pct(105m), target);
        var second = payout.Graduated(target * Pct(115m), target);

        Assert.Equal((Usd(23_100m), Usd(27_300m)), (first, second));
        Assert.Equal((Usd(8925m), Usd(4200m)), (first - Usd(14_175m), second - Usd(23_100m)));
        Assert.Equal(payout.Graduated(target * 2m, target), payout.Graduated(target * 3m, target));
    }

    // Cichelli's tables: https://customercontactadvisor.blr.com/sales/sales-comp-winners-hurdles-modifiers-and-matrices/
    [Fact]
    public void COM_MOD_001_A_modifier_by_gross_margin()
    {
        var rate = TieredRate.From(Currency.USD, (0m, Pct(2m)), (3_000_000m, Pct(3m)));
        var modifier = StepSchedule.From((decimal.MinValue, 0.50m), (0.05m, 0.75m), (0.10m, 1.00m), (0.20m, 1.15m), (0.30m, 1.25m));
        var baseCommission = rate.Graduated(Usd(3_500_000m));

        Assert.Equal(Usd(75_000m), baseCommission);
        Assert.Equal(1.15m, modifier.At(0.22m));
        Assert.Equal(Usd(86_250m), baseCommission * modifier.At(0.22m));
        Assert.Equal(0.50m, modifier.At(-0.10m));
    }

    // https://www.prowi.io/en/glossary/override-commission
    [Fact]
    public void COM_OVR_002_Override_from_the_first_dollar_and_above_a_threshold()
    {
        Assert.Equal(Usd(9000m), TieredRate.From(Currency.USD, (0m, Pct(3m))).Graduated(Usd(300_000m)));
        Assert.Equal(Usd(2250m), TieredRate.From(Currency.USD, (225_000m, Pct(3m))).Graduated(Usd(300_000m)));
    }

    // https://github.com/OCA/commission/issues/55
    [Fact]
    public void COM_RET_003_A_refund_enters_with_a_minus_sign()
    {
        var commission = TieredRate.From(Currency.EUR, (0m, Pct(10m))).Mirrored();
        Money[] lines = [commission.AllUnits(Eur(100m)), commission.AllUnits(Eur(-100m))];

        Assert.Equal([Eur(10m), Eur(-10m)], lines);
        Assert.Equal(Eur(0m), Money.Sum(Currency.EUR, lines));
    }

    // Sales Cookie, Advanced Profit-Based Commission Calculations
    [Theory]
    [InlineData(1500, 300, 200)]
    [InlineData(1100, 0, 100)]
    [InlineData(900, 0, 0)]
    public void COM_MARGIN_002_Two_bases_between_cost_and_target_and_above(int soldAt, int aboveTarget, int betweenCostAndTarget)
    {
        // Two rates to tell the bases by; below cost there is none.
        var rate = TieredRate.From(Currency.USD, (1000m, Pct(10m)), (1200m, Pct(20m)));
        var bases = rate.Portions(Usd(soldAt)).ToLookup(portion => portion.Rate, portion => portion.Base);

        Assert.Equal(Usd(aboveTarget), Money.Sum(Currency.USD, bases[Pct(20m)]));
        Assert.Equal(Usd(betweenCostAndTarget), Money.Sum(Currency.USD, bases[Pct(10m)]));
    }

    // https://github.com/frappe/erpnext/pull/56759
    [Fact]
    public void AR_09_What_is_older_than_the_last_threshold_has_a_bucket_too()
    {
        var buckets = StepSchedule.UpTo((30, "0-30"), (60, "31-60"), (90, "61-90")).ThenAbove("over 90");
        (int Days, Money Amount)[] items = [(151, Usd(100m))];
        var byBucket = items.ToLookup(item => buckets.At(item.Days), item => item.Amount);

        Assert.Equal("over 90", buckets.At(151));
        Assert.Equal(Usd(100m), Money.Sum(Currency.USD, buckets.Values.SelectMany(bucket => byBucket[bucket])));
    }

    // https://corp.creditcorp.co.uk/tools/late-payment-interest/index.md
    [Theory]
    [InlineData("999.99", 40)]
    [InlineData("1000", 70)]
    [InlineData("9999.99", 70)]
    [InlineData("10000", 100)]
    public void DU_11_Fixed_compensation_by_size_of_the_debt(string debt, int compensation) =>
        Assert.Equal(
            new Money(compensation, Currency.GBP),
            StepSchedule.From(
                (Money.Zero(Currency.GBP), Money.Parse("GBP 40")), (Money.Parse("GBP 1000"), Money.Parse("GBP 70")),
                (Money.Parse("GBP 10000"), Money.Parse("GBP 100")))
            .At(Money.Parse("GBP " + debt)));

    // IFRS 9 Illustrative Example 12 (IE74-IE77)
    [Fact]
    public void AR_25_Provision_matrix_by_days_overdue()
    {
        var matrix = StepSchedule.UpTo((0, Pct(0.3m)), (30, Pct(1.6m)), (60, Pct(3.6m)), (90, Pct(6.6m))).ThenAbove(Pct(10.6m));
        (int Days, Money Gross)[] items =
            [(0, Usd(15_000_000m)), (30, Usd(7_500_000m)), (31, Usd(4_000_000m)), (90, Usd(2_500_000m)), (91, Usd(1_000_000m))];
        var allowance = Array.ConvertAll(items, item => item.Gross * matrix.At(item.Days));

        Assert.Equal([Usd(45_000m), Usd(120_000m), Usd(144_000m), Usd(165_000m), Usd(106_000m)], allowance);
        Assert.Equal(Usd(580_000m), Money.Sum(Currency.USD, allowance));
        Assert.Equal(Usd(30_000_000m), Money.Sum(Currency.USD, items.Select(item => item.Gross)));
    }

    // NICE Uptivity scorecards:
    // https://help.incontact.com/wfo/20.1/prem/Content/NiceUptivity/PerformanceManagement/BalancedScorecards/ScorecardCalculations.htm
    [Theory]
    [InlineData(65, 100, 86, 12)]
    [InlineData(65, 100, 60, 0)]
    [InlineData(65, 100, 105, 20)]
    [InlineData(10, 2, 6, 10)]
    [InlineData(10, 2, 12, 0)]
    [InlineData(10, 2, 1, 20)]
    public void AP_12_Points_between_worst_and_best_are_proved_by_clamp_and_interpolation(int worst, int best, int actual, int points)
    {
        var clamped = Math.Max(Math.Min(worst, best), Math.Min(Math.Max(worst, best), actual));

        Assert.True(Explain(points).IsVerified);
        Assert.False(Explain(points + 0.01m).IsVerified);

        Explanation Explain(decimal stated) =>
            Explanation.Node("points", stated, Operation.Interpolate,
                Explanation.Node("within range", (decimal)clamped, Operation.Clamp,
                    Explanation.Fact("actual", (decimal)actual), Explanation.Constant("least", (decimal)Math.Min(worst, best)),
                    Explanation.Constant("most", (decimal)Math.Max(worst, best))),
                Explanation.Constant("worst", (decimal)worst), Explanation.Constant("no points", 0m),
                Explanation.Constant("best", (decimal)best), Explanation.Constant("weight", 20m));
    }

    // http://www.fidccs.com/blog-1/2016/3/4/setting-credit-limits
    [Fact]
    public void CR_18_A_table_of_bands_with_a_hole_is_refused()
    {
        (decimal, decimal?, string)[] published =
            [(0m, 1m, "card only"), (4m, 7m, "1000-4000"), (8m, 11m, "5000-10000"), (12m, 15m, "10000-15000")];
        Assert.Equal("bands", Assert.Throws<ArgumentException>(() => StepSchedule.Bands(1m, published)).ParamName);

        var mended = StepSchedule.Bands(1m, [(0m, 3m, "card only"), .. published.Skip(1)]);
        Assert.Equal("10000-15000", mended.At(5m + 4m + 5m));
        Assert.Equal("card only", mended.At(2m + 0m));
        Assert.Equal("1000-4000", mended.At(4m));
    }

    private static Money[] PerDeal(TieredRate rate, int[] deals)
    {
        var toDate = Cumulated(deals).Select(sum => rate.Graduated(Usd(sum))).ToArray();
        return [.. toDate.Select((total, i) => i == 0 ? total : total - toDate[i - 1])];
    }

    private static IEnumerable<decimal> Cumulated(int[] figures) => figures.Select((_, i) => (decimal)figures.Take(i + 1).Sum());

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length == 1 ? [items]
            : items.SelectMany((first, i) => Orders([.. items.Take(i), .. items.Skip(i + 1)]).Select(rest => (int[])[first, .. rest]));

    private static Money Usd(decimal amount) => new(amount, Currency.USD);

    private static Money Usd(string amount) => Money.Parse("USD " + amount);

    private static Money Eur(decimal amount) => new(amount, Currency.EUR);

    private static Percentage Pct(decimal percent) => Percentage.FromPercent(percent);
}
