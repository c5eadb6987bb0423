using System.Linq;
using SalesDomain;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>
/// The figures of 1998-Q1, from an independent computation with exact fractions over the same files and the definitions in the example's
/// README; none is copied from the program.
/// </summary>
public sealed class KeyFigures
{
    [Fact]
    public void The_team_plan_is_the_revenue_of_1997_Q1_times_one_and_a_quarter_rounded_to_hundreds()
    {
        Assert.Equal(Usd(138_288.95m), Northwind.Closed.Plan.YearAgo.Total);
        Assert.Equal(Usd(172_861.1875m), Northwind.Closed.Plan.Grown);
        Assert.Equal(Usd(172_900m), Northwind.Closed.Plan.Target);
    }

    // Exact shares in hundreds of dollars are 260.99, 197.38, 302.68, 360.91, 86.06, 120.83, 169.43, 156.997 and 73.72;
    // the six hundreds left over go to the remainders of 8, 1, 4, 6, 9 and 3.
    [Theory]
    [InlineData("1", 93_148.13, 26_100)]
    [InlineData("2", 70_444.14, 19_700)]
    [InlineData("3", 108_026.17, 30_300)]
    [InlineData("4", 128_809.83, 36_100)]
    [InlineData("5", 30_716.49, 8_600)]
    [InlineData("6", 43_126.38, 12_100)]
    [InlineData("7", 60_471.19, 16_900)]
    [InlineData("8", 56_032.63, 15_700)]
    [InlineData("9", 26_310.39, 7_400)]
    public void A_quota_is_the_share_of_the_plan_by_revenue_of_1997(string id, decimal revenueOf1997, decimal quota)
    {
        var commission = Northwind.Employee(id).Commission;
        Assert.Equal(Usd(revenueOf1997), commission.Quota.Weight.Total);
        Assert.Equal(Usd(quota), commission.Quota.Amount);
    }

    // Commission of 6, below quota: 8,897.21 × 3 % = 266.9163. Of 4, in the second tier: 36,100 × 3 % + 2,087.48 × 5 % = 1,187.374.
    // Of 5, in the third: 8,600 × 3 % + 1,720 × 5 % + 9,161.90 × 7 % = 985.333.
    [Theory]
    [InlineData("1", 44_090.32, 168.9284, 1_937.92)]
    [InlineData("2", 41_416.30, 210.2350, 2_032.34)]
    [InlineData("3", 63_605.39, 209.9188, 3_119.18)]
    [InlineData("4", 38_187.48, 105.7825, 1_187.37)]
    [InlineData("5", 19_481.90, 226.5337, 985.33)]
    [InlineData("6", 8_897.21, 73.5307, 266.92)]
    [InlineData("7", 19_113.48, 113.0975, 617.67)]
    [InlineData("8", 32_097.85, 204.4449, 1_556.05)]
    [InlineData("9", 31_601.68, 427.0497, 1_886.52)]
    public void A_commission_is_graduated_on_revenue_over_quota(string id, decimal revenue, decimal attainmentTo4Digits, decimal paid)
    {
        var commission = Northwind.Employee(id).Commission;
        Assert.Equal(Usd(revenue), commission.Revenue.Total);
        Assert.Equal(
            Percentage.FromPercent(attainmentTo4Digits),
            commission.Attainment!.Value.Round(Rounding.ToDigits(4, RoundingMode.HalfAwayFromZero)));
        Assert.Equal(Usd(paid), commission.Amount);
    }

    [Fact]
    public void The_totals_are_those_of_the_nine()
    {
        Assert.Equal(9, Northwind.Closed.People.Count);
        Assert.Equal(Usd(617_085.35m), Northwind.Closed.LastYear);
        Assert.Equal(Northwind.Closed.Plan.Target, Northwind.Closed.Quotas);
        Assert.Equal(Usd(298_491.61m), Northwind.Closed.Revenue);
        Assert.Equal("172.64 %", Northwind.Closed.Attainment!.Value.ToString("P2", null));
        Assert.Equal(Usd(13_589.30m), Northwind.Closed.Commissions);
    }

    [Fact]
    public void Five_attainments_are_above_200_percent_and_listed_for_review() =>
        Assert.Equal(["2", "3", "5", "8", "9"], Northwind.Closed.WindfallReview.Select(line => line.Person.Id.Code));

    [Theory]
    [InlineData("1", 194, 0, 0.00, 28, 2_866.81)]
    [InlineData("2", 131, 0, 0.00, 23, 6_186.86)]
    [InlineData("3", 205, 5, 338.80, 43, 5_916.39)]
    [InlineData("4", 241, 4, 465.35, 62, 7_873.11)]
    [InlineData("5", 80, 0, 0.00, 18, 2_212.15)]
    [InlineData("6", 100, 0, 0.00, 21, 2_056.31)]
    [InlineData("7", 108, 4, 406.40, 34, 4_337.77)]
    [InlineData("8", 136, 0, 0.00, 30, 3_404.82)]
    [InlineData("9", 75, 0, 0.00, 22, 2_855.91)]
    public void The_price_check_counts_and_values_both_kinds(
        string id, int lines, int belowList, decimal belowListValue, int overDiscounted, decimal overDiscountedValue)
    {
        var check = Northwind.Employee(id).PriceCheck;
        Assert.Equal(lines, check.Lines);
        Assert.Equal((belowList, Usd(belowListValue)), (check.BelowList.Lines, check.BelowList.Value));
        Assert.Equal((overDiscounted, Usd(overDiscountedValue)), (check.OverDiscounted.Lines, check.OverDiscounted.Value));
    }

    [Fact]
    public void The_price_check_of_the_team_is_the_sum()
    {
        var check = Northwind.Closed.PriceCheck;
        Assert.Equal(1_270, check.Lines);
        Assert.Equal((13, Usd(1_210.55m)), (check.BelowList.Lines, check.BelowList.Value));
        Assert.Equal((281, Usd(37_710.13m)), (check.OverDiscounted.Lines, check.OverDiscounted.Value));
    }

    // The publisher's check sum of the files, before any rounding.
    [Fact]
    public void The_facts_are_all_there()
    {
        var sales = Input.NorthwindReader.Read(DataFolder.Own).Sales;
        Assert.Equal(2_155, sales.Count);
        Assert.Equal(
            1_265_793.0395m,
            sales.Sum(sale => sale.Price.UnitPrice.Amount * sale.Price.Quantity.Amount * (1m - sale.Price.Discount.Fraction)));
    }

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
