using System.Linq;
using SalesDomain;
using SalesDomain.Commissions;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>
/// What was paid for 1997, from an independent computation with exact fractions over the same files and the definitions in the example's
/// README; none is copied from the program.
/// </summary>
public sealed class KeyFiguresOfThePay
{
    // January to March and the true-up of the first quarter, and so on.
    [Theory]
    [InlineData(
        "1", 219.95, 58.39, 153.72, 0.00, 7.20, 273.48, 164.05, 0.00, 585.93, 153.14, 223.25, 222.69, 372.42, 122.70, 460.22, 20.89)]
    [InlineData(
        "2", 382.79, 232.02, 416.35, 0.00, 593.13, 378.24, 292.34, 0.00, 454.23, 290.58, 566.45, 0.00, 587.86, 295.45, 545.54, 0.00)]
    [InlineData(
        "3", 209.43, 306.38, 347.98, 720.52, 307.58, 541.48, 88.95, 753.48, 32.46, 174.95, 106.67, 0.00, 228.81, 287.94, 529.10, 703.67)]
    [InlineData(
        "4", 712.09, 363.66, 156.91, 459.94, 404.28, 207.46, 0.00, 0.00, 0.00, 782.97, 237.94, 0.00, 313.20, 198.72, 487.06, 0.00)]
    [InlineData(
        "5", 67.82, 26.08, 122.33, 0.00, 75.73, 167.13, 160.26, 0.00, 228.70, 166.22, 240.13, 0.00, 263.47, 68.38, 66.28, 0.00)]
    [InlineData(
        "6", 41.40, 39.73, 35.85, 0.00, 287.81, 22.43, 103.94, 99.04, 39.03, 107.29, 18.13, 0.00, 185.56, 189.68, 222.94, 168.37)]
    [InlineData(
        "7", 336.52, 116.73, 114.96, 0.00, 149.61, 166.11, 62.46, 90.64, 166.92, 201.20, 397.49, 572.02, 19.26, 0.00, 0.00, 0.00)]
    [InlineData(
        "8", 197.55, 222.10, 140.88, 219.37, 24.02, 132.07, 67.88, 0.00, 106.44, 134.81, 82.76, 0.00, 339.50, 115.20, 117.76, 0.00)]
    [InlineData(
        "9", 100.00, 100.00, 100.00, 0.00, 91.10, 4.20, 100.00, 0.00, 5.18, 43.38, 100.00, 0.00, 100.00, 100.00, 100.00, 0.00)]
    public void Of_every_run(string id, params double[] paid) =>
        Assert.Equal(
            paid.Select(amount => Usd((decimal)amount)), Northwind.PaidPerson(id).Runs.Select(run => run.Settled.Paid));

    // Earned, clawed back of it, draw owed and debit balance at the end, paid.
    [Theory]
    [InlineData("1", 3_038.03, 0.00, 0.00, 0.00, 3_038.03)]
    [InlineData("2", 5_034.98, -11.40, 0.00, 0.00, 5_034.98)]
    [InlineData("3", 5_339.40, 0.00, 0.00, 0.00, 5_339.40)]
    [InlineData("4", 4_324.23, 0.00, 0.00, 0.00, 4_324.23)]
    [InlineData("5", 1_652.53, -22.80, 0.00, 0.00, 1_652.53)]
    [InlineData("6", 1_561.20, 0.00, 0.00, 0.00, 1_561.20)]
    [InlineData("7", 2_317.20, -159.60, 0.00, 76.72, 2_393.92)]
    [InlineData("8", 1_900.34, 0.00, 0.00, 0.00, 1_900.34)]
    [InlineData("9", 807.42, 0.00, 136.44, 0.00, 943.86)]
    public void Of_the_year(string id, params double[] amounts)
    {
        var balances = Northwind.PaidPerson(id).Balances;
        Assert.Equal(
            amounts.Select(amount => Usd((decimal)amount)),
            new[]
            {
                balances.Earned, balances.Total(CommissionEntryKind.ClawedBack), balances.DrawOwed, balances.Debit, balances.Paid,
            });
    }

    // Revenue of 7 in the third quarter is 25,520.43 of 10,200: 2,040.00 × 2 % + 13,280.43 × 4 % = 572.0172. Of 9 it is 10,245.95,
    // and 2,122.45 of 12,368.40 were given away.
    [Theory]
    [InlineData("7", "1997-Q1", 11.7478, 0.00)]
    [InlineData("7", "1997-Q3", 8.3217, 572.02)]
    [InlineData("9", "1997-Q3", 17.1603, 0.00)]
    [InlineData("9", "1997-Q4", 3.2126, 18.11)]
    public void An_accelerator_comes_with_the_true_up_when_the_discount_of_the_quarter_is_at_most_10_percent(
        string id, string trueUp, decimal discount, decimal accelerator)
    {
        var run = Northwind.PaidRun(id, trueUp);
        Assert.Equal(discount, run.Discount!.Value.Round(Rounding.ToDigits(4, RoundingMode.HalfAwayFromZero)).Percent);
        Assert.Equal(Usd(accelerator), run.Measured.Earned);
        Assert.Equal(accelerator == 0m, run.IsGated);
    }

    [Fact]
    public void Before_the_quarter_is_over_an_accelerator_above_the_quota_is_not_known_and_the_reason_is_said() =>
        Assert.All(
            Northwind.Paid.People.SelectMany(person => person.Runs).Where(run => !run.Run.IsTrueUp && !run.IsOfTeam),
            run =>
            {
                Assert.True(run.Measured.Earned?.IsZero ?? run.Measured.Rated!.Value.IsPositive);
                Assert.Contains(run.Result.Reasons, reason => reason.Code == "commission.figure-missing");
            });

    // 6, 7 and 9 are below 5.
    [Fact]
    public void An_override_goes_by_the_sales_and_the_quotas_of_everybody_below()
    {
        var run = Northwind.PaidRun("5", "1997-Q2");
        Assert.Equal(Usd(10_300m + 9_400m + 6_100m), run.Measured.Quota!.Value.Money);
        Assert.Equal(Usd(13_806.01m + 12_605.92m + 4_187.10m), run.Measured.Level!.Value.Money);

        // 25,800.00 × 0.5 % + 4,799.03 × 1 %.
        Assert.Equal(Usd(176.99m), run.Measured.Earned);
        Assert.Equal(["2", "5"], Northwind.Paid.People.Where(person => person.Runs[0].IsOfTeam).Select(person => person.Person.Id.Code));
    }

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
