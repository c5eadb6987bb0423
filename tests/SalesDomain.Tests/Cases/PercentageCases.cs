using System.Linq;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Public worked cases of percentages of money: discounts, splits, allowances, ratios.</summary>
public sealed class PercentageCases
{
    // frappe/erpnext, test_multiple_pricing_rules_with_apply_discount_on_discounted_rate
    [Fact]
    public void ST_02_Second_discount_on_the_discounted_price()
    {
        var discount = Percentage.Successive(Percent(20), Percent(10));

        Assert.Equal(Usd(28m), discount.Of(Usd(100m)));
        Assert.Equal(Usd(72m), discount.Complement().Of(Usd(100m)));
    }

    // http://goodhwa.blogg.se/2023/april/dynamics-365-pricing.html: two discounts, two declared behaviours.
    [Fact]
    public void ST_03_Compound_and_compound_on_the_original_price()
    {
        var (price, first, second) = (Usd(100m), Percent(10), Percent(20));

        Assert.Equal(Usd(72m), price * Percentage.Successive(first, second).Complement());
        Assert.Equal(Usd(70m), price * (first + second).Complement());
    }

    // https://tutorialkart.com/comparison-of-condition-types-in-an-exclusion-group
    [Fact]
    public void ST_11_Only_the_better_discount_of_a_group() =>
        Assert.Equal(Usd(85.00m), Usd(100m) * new[] { Percent(10), Percent(15) }.Max().Complement());

    // http://library.centennialcollege.ca/learningcentre/review/math/discounts
    [Fact]
    public void ST_15_The_further_discount_to_a_target_price()
    {
        var afterFirst = Usd(200m) * Percent(20).Complement();

        Assert.Equal(Percent(25), Percentage.Ratio(Usd(120m), afterFirst)?.Complement());
    }

    // https://git.criptomart.net/CriptoMart/addons-cm, product_pricelist_total_margin: a mark-up multiplies, a margin divides.
    [Fact]
    public void FP_04_Markup_on_cost_and_margin_on_price()
    {
        var (cost, rate) = (Usd(4.68m), Percent(20));

        Assert.Equal(Usd(5.616m), cost + rate.Of(cost));
        Assert.Equal(Usd(5.85m), cost / rate.Complement().Fraction);
    }

    // https://github.com/solidusio/solidus/issues/512: a returned line takes its share of the order's discount with it.
    [Fact]
    public void RT_04_A_return_is_credited_at_what_was_paid()
    {
        var paid = Percent(10).Complement();

        Assert.Equal(Usd(5.40m), paid.Of(Usd(6.00m)));
        Assert.Equal(Usd(3.60m), paid.Of(Usd(10.00m)) - paid.Of(Usd(6.00m)));
    }

    // Sylius/Sylius: features/shop/promotion/complex_promotions.feature
    [Fact]
    public void PR_15_Ten_percent_off_two_of_three_groups()
    {
        (Money Price, Percentage Off)[] lines = [(Usd(10.00m), Percent(10)), (Usd(50.00m), Percent(10)), (Usd(80.00m), Percent(0))];

        Assert.Equal([1.00m, 5.00m, 0.00m], lines.Select(line => line.Off.Of(line.Price).Amount));
        Assert.Equal(Usd(134.00m), Money.Sum(Currency.USD, lines.Select(line => line.Off.Complement().Of(line.Price))));
    }

    // https://libraryguides.centennialcollege.ca/c.php?g=645085&p=5114199
    [Fact]
    public void CD_02_Payment_that_reduces_a_debt_within_the_discount_days()
    {
        var paid = Percent(2).Complement();

        Assert.Equal(Usd(980.00m), paid.Of(Usd(1000m)));
        Assert.Equal(Usd(2665.60m), paid.Of(Usd(3720.00m) - Usd(1000m)));
    }

    // https://www.scribd.com/doc/3301864/Partial-Payments
    [Fact]
    public void CD_04_Credit_for_a_partial_payment_within_the_discount_days()
    {
        var credit = (Usd(400.00m) / Percent(2).Complement().Fraction).ToCents();

        Assert.Equal(Usd(408.16m), credit);
        Assert.Equal(Usd(591.84m), Usd(1000.00m) - credit);
    }

    // https://github.com/frappe/erpnext/issues/57802: in binary floating point the first sums to 100.00000000000001.
    [Fact]
    public void COM_SPLIT_005_Shares_that_sum_to_exactly_one_hundred_percent()
    {
        Assert.Equal(Percentage.OneHundred, Percent(72.68m) + Percent(10.93m) + Percent(2.73m) + Percent(13.66m));
        Assert.Equal(Percentage.OneHundred, Percent(10.00m) + Percent(58.02m) + Percent(31.98m));
    }

    // https://github.com/frappe/erpnext/pull/56240: a member without a rate earns credit but no money.
    [Fact]
    public void COM_SPLIT_006_Credit_and_incentive_of_a_team()
    {
        var order = Usd(1000.00m);

        Assert.Equal(Usd(600.00m), Percent(60).Of(order));
        Assert.Equal(Usd(400.00m), Percent(40).Of(order));
        Assert.Equal(Usd(60.00m), Percent(10).Of(Percent(60).Of(order)));
        Assert.Equal(Usd(0.00m), Percentage.Zero.Of(Percent(40).Of(order)));
        Assert.Equal(Usd(50.00m), Percent(5).Of(order));
    }

    // https://community.oracle.com/CustomerConnect/discussion/701407
    [Fact]
    public void COM_COLL_001_Half_on_the_order_and_half_on_collection()
    {
        var (order, rate, onOrder) = (Usd(10_000.00m), Percent(10), Percent(50));

        var collected = rate * onOrder.Complement() * Usd(5_000.00m);

        Assert.Equal(Usd(500.00m), rate * onOrder * order);
        Assert.Equal(Usd(250.00m), collected);
        Assert.Equal(rate.Of(order), (rate * onOrder * order) + collected + collected);
    }

    // https://www.prowi.io/en/glossary/override-commission
    [Fact]
    public void COM_OVR_001_Override_of_a_manager()
    {
        var sales = new[] { 75_000m, 60_000m, 67_500m, 52_500m, 45_000m };

        Assert.Equal([7_500m, 6_000m, 6_750m, 5_250m, 4_500m], sales.Select(amount => Percent(10).Of(Usd(amount)).Amount));
        Assert.Equal([2_250m, 1_800m, 2_025m, 1_575m, 1_350m], sales.Select(amount => Percent(3).Of(Usd(amount)).Amount));
        Assert.Equal(Usd(9_000.00m), Money.Sum(Currency.USD, sales.Select(amount => Percent(3).Of(Usd(amount)))));
    }

    // The same page.
    [Fact]
    public void COM_OVR_002_Override_above_a_threshold()
    {
        var team = Usd(300_000m);

        Assert.Equal(Usd(9_000.00m), Percent(3).Of(team));
        Assert.Equal(Usd(2_250.00m), Percent(3).Of(Money.Max(team - Usd(225_000m), Usd(0m))));
    }

    // Sales Cookie, "Advanced Profit-Based Commission Calculations": below cost pays nothing, never a negative amount.
    [Theory]
    [InlineData(1500, 300, 200)]
    [InlineData(1100, 0, 100)]
    [InlineData(900, 0, 0)]
    public void COM_MARGIN_002_Two_bases_at_and_above_the_target_price(int soldAt, int aboveTarget, int betweenCostAndTarget)
    {
        var (cost, target, sold, nothing) = (Usd(1000m), Usd(1200m), Usd(soldAt), Usd(0m));

        Assert.Equal(Usd(aboveTarget), Money.Max(sold - target, nothing));
        Assert.Equal(Usd(betweenCostAndTarget), Money.Max(Money.Min(sold, target) - cost, nothing));
    }

    // https://github.com/OCA/commission/issues/55
    [Fact]
    public void COM_RET_003_A_refund_enters_with_a_minus_sign() =>
        Assert.True(Money.Sum(Currency.EUR, new Money[] { new(10.00m, Currency.EUR), new(-10.00m, Currency.EUR) }).IsZero);

    // https://crmsupport.freshworks.com/en/support/solutions/articles/50000002959
    [Fact]
    public void FCST_001_Deals_weighted_by_the_probability_of_their_stage()
    {
        var total = Money.Sum(Currency.USD, new[] { 3950m, 3060m, 1460m, 1340m, 1285m, 1190m }.Select(Usd));

        Assert.Equal(Usd(12_285m), total);
        Assert.Equal(Usd(8_599.50m), Percent(70).Of(total));
    }

    // https://docs.oracle.com/cd/G44591_01/trans/F77870-09/examples-of-calculating-attainment-by-grouped-transactions.html
    [Fact]
    public void QUOTA_SEAS_004_Attainment_of_an_interval()
    {
        var target = Usd(36_000m) / 12;

        Assert.Equal(Percentage.OneHundred, Percentage.Ratio(Usd(1000m) + Usd(1500m) + Usd(500m), target));
        Assert.Equal(Percent(66.67m), Percentage.Ratio(Usd(1500m) + Usd(500m), target).To(2));
    }

    // IFRS 9, Illustrative Example 12 (IE74-IE77)
    [Fact]
    public void AR_25_Provision_matrix()
    {
        var gross = new[] { 15_000_000m, 7_500_000m, 4_000_000m, 2_500_000m, 1_000_000m };
        var rates = new[] { 0.3m, 1.6m, 3.6m, 6.6m, 10.6m };

        var allowances = gross.Zip(rates, (open, rate) => Percent(rate).Of(Cny(open))).ToArray();

        Assert.Equal([45_000m, 120_000m, 144_000m, 165_000m, 106_000m], allowances.Select(allowance => allowance.Amount));
        Assert.Equal(Cny(580_000m), Money.Sum(Currency.CNY, allowances));
    }

    // http://simplestudies.com/percentage-of-sales-and-percentage-of-receivables-approaches.html/page/4
    [Fact]
    public void AR_27_Allowance_by_age()
    {
        var gross = new[] { 76_000m, 14_000m, 6_000m, 3_000m, 1_000m };
        var rates = new[] { 1m, 5m, 10m, 25m, 50m };

        Assert.Equal(Usd(3_310m), Money.Sum(Currency.USD, gross.Zip(rates, (open, rate) => Percent(rate).Of(Usd(open)))));
    }

    // https://help.sap.com/saphelp_globext607_10, minimums of a dunning level: equal counts as reached.
    [Fact]
    public void DU_04_A_share_of_the_open_items_on_both_sides_of_a_minimum()
    {
        Assert.True(Percentage.Ratio(Usd(100m), Usd(1000m)) >= Percent(10));
        Assert.False(Percentage.Ratio(Usd(100m), Usd(1100m)) >= Percent(10));
        Assert.Equal(Percent(9.09m), Percentage.Ratio(Usd(100m), Usd(1100m)).To(2));
    }

    // http://smartstudyhelp.com, flexible budget: the source prints 365 for the first variance; 368 is right.
    [Fact]
    public void BU_05_A_budget_flexed_to_the_actual_volume()
    {
        var budget = new[] { 1817m, 1185m, 3634m, 1896m }.Select(Usd).ToArray();
        var actual = new[] { 2484m, 1012m, 3864m, 1104m }.Select(Usd).ToArray();
        var fixedCost = Usd(4300m);

        var flexed = budget.Select(amount => amount * 9200 / 7900).ToArray();
        var variances = flexed.Zip(actual, (allowed, spent) => allowed - spent).ToArray();

        Assert.Equal([2116m, 1380m, 4232m, 2208m], flexed.Select(amount => amount.Amount));
        Assert.Equal([-368m, 368m, 368m, 1104m], variances.Select(amount => amount.Amount));
        Assert.Equal(Usd(1472m), Money.Sum(Currency.USD, variances));
        Assert.Equal(Usd(68m), Money.Sum(Currency.USD, budget) + fixedCost - (Money.Sum(Currency.USD, actual) + fixedCost));
    }

    // Ingram et al., Sales Management, https://slideplayer.com/slide/8152346 (with the recomputed 107 and 16 %).
    [Fact]
    public void ANA_EFF_001_Effectiveness_growth_and_share()
    {
        var sales = new[] { 11_000_000m, 12_000_000m, 13_000_000m, 7_000_000m, 12_000_000m };
        var quotas = new[] { 11_250_000m, 11_500_000m, 12_150_000m, 10_000_000m, 11_000_000m };
        var lastYear = new[] { 10_700_000m, 11_050_000m, 12_250_000m, 6_800_000m, 10_350_000m };
        var industry = new[] { 42_000_000m, 42_000_000m, 45_000_000m, 40_000_000m, 45_000_000m };

        Assert.Equal([98m, 104m, 107m, 70m, 109m], sales.Zip(quotas, Ratio));
        Assert.Equal([3m, 9m, 6m, 3m, 16m], sales.Zip(lastYear, (now, before) => Ratio(now - before, before)));
        Assert.Equal([26m, 29m, 29m, 18m, 27m], sales.Zip(industry, Ratio));
    }

    // Ingram et al., chapter 15
    [Fact]
    public void ANA_ROAM_001_Return_on_assets_managed()
    {
        (decimal Cost, decimal Selling, decimal Assets)[] districts =
            [(6_000_000m, 3_600_000m, 8_000_000m), (6_000_000m, 4_800_000m, 4_000_000m), (7_000_000m, 2_600_000m, 16_000_000m)];
        var sales = Usd(12_000_000m);

        var contributions = districts.Select(district => sales - Usd(district.Cost) - Usd(district.Selling)).ToArray();

        Assert.Equal([2_400_000m, 1_200_000m, 2_400_000m], contributions.Select(money => money.Amount));
        Assert.Equal([Percent(20), Percent(10), Percent(20)], contributions.Select(money => Percentage.Ratio(money, sales)!.Value));
        Assert.Equal([1.5m, 3.0m, 0.75m], districts.Select(district => sales / Usd(district.Assets)));
        Assert.Equal(
            [Percent(30), Percent(30), Percent(15)],
            contributions.Zip(districts, (money, district) => Percentage.Ratio(money, Usd(district.Assets))!.Value));
    }

    // http://optimal-mgt.com/part-43-sales-contribution-how-small-mid-sized-companies-grow: the top seller contributes less.
    [Theory]
    [InlineData(2_000_000, 12, 160_000, 240_000, 80_000, 20_000, 10)]
    [InlineData(1_500_000, 16, 140_000, 240_000, 100_000, 40_000, 27)]
    public void ANA_CONTR_001_Contribution_of_a_salesperson(
        int sales, int marginPercent, int pay, int margin, int contribution, int profit, int profitPerMille)
    {
        var earned = Percent(marginPercent).Of(Usd(sales));

        Assert.Equal(Usd(margin), earned);
        Assert.Equal(Usd(contribution), earned - Usd(pay));
        Assert.Equal(Usd(profit), earned - Usd(pay) - Usd(60_000m));
        Assert.Equal(Percent(profitPerMille / 10m), Percentage.Ratio(Usd(profit), Usd(sales)).To(1));
    }

    // https://help.fieldproapp.com/web-app/pro-plan-retail-kpis: coverage counts customers, the strike rate visits.
    [Fact]
    public void CV_05_Field_figures()
    {
        Assert.Equal(Percent(75), Percentage.Ratio(150m, 200m));
        Assert.Equal(Percent(60), Percentage.Ratio(108m, 180m));
        Assert.Equal(3m, Quantity.Pieces(324) / Quantity.Pieces(108));
        Assert.Equal(Usd(500m), Usd(54_000m) / 108);
    }

    private static decimal Ratio(decimal part, decimal whole) => Percentage.Ratio(part, whole).To(0).Percent;
}
