using System;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources that apportionment answers alone, by their ids.</summary>
public sealed class SplitCases
{
    // https://github.com/moneyphp/money, doc/features/allocation.rst
    [Fact]
    public void ALLOC_002_Eight_by_three() =>
        Assert.Equal([Usd(2.67m), Usd(2.67m), Usd(2.66m)], Apportionment.ToMinorUnit.SplitEvenly(Usd(8.00m), 3));

    // https://packagist.org/packages/customergauge/remainder
    [Fact]
    public void ALLOC_003_Whole_percents_that_sum_to_100() =>
        Assert.Equal([36m, 37m, 27m], Apportionment.ToWhole.Split(100m, new[] { 92m, 93m, 70m }));

    // https://github.com/frappe/erpnext/pull/56820
    [Fact]
    public void QUOTA_SEAS_003_Twelve_even_months_sum_to_100_percent()
    {
        var percentages = Apportionment.InUnitsOf(0.01m).Split(100.00m, Enumerable.Repeat(1m, 12));

        Assert.Equal([8.34m, 8.34m, 8.34m, 8.34m, 8.33m, 8.33m, 8.33m, 8.33m, 8.33m, 8.33m, 8.33m, 8.33m], percentages);
        Assert.Equal(100.00m, percentages.Sum());
    }

    // https://docs.oracle.com/cd/G44591_01/trans/F77870-09/examples-of-calculating-attainment-by-grouped-transactions.html
    [Fact]
    public void QUOTA_SEAS_004_An_interval_of_an_even_distribution()
    {
        var interval = Apportionment.ToMinorUnit.SplitEvenly(Usd(36_000m), 12);
        var fourDigits = Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero);

        Assert.All(interval, target => Assert.Equal(Usd(3000m), target));
        Assert.Equal(Percentage.OneHundred, Percentage.Ratio(Usd(1000m) + Usd(1500m) + Usd(500m), interval[0]));
        Assert.Equal(0.6667m, Percentage.Ratio(Usd(1500m) + Usd(500m), interval[0])!.Value.Round(fourDigits).Fraction);
    }

    // https://learning.sap.com/learning-journeys/implementing-and-administering-sap-successfactors-territory-and-quota
    [Fact]
    public void QUOTA_TD_001_Children_sum_to_their_parent()
    {
        var company = Usd(20_000_000m);
        var regions = Apportionment.InUnitsOf(1_000_000m).Split(company, new[] { 3m, 1m });

        Assert.Equal([Usd(15_000_000m), Usd(5_000_000m)], regions);
        Assert.Equal(company, Money.Sum(Currency.USD, regions));
        Assert.Equal(Usd(0m), Money.Sum(Currency.USD, regions) - company);
    }

    // ERPNext, budget tests
    [Fact]
    public void BU_03_A_phasing_adds_up_to_the_budget_or_is_none()
    {
        var even = Apportionment.ToMinorUnit.SplitEvenly(Usd(120_000m), 12);
        var manual = Money.Sum(Currency.USD, Enumerable.Repeat(Usd(2000m), 12));

        Assert.All(even, month => Assert.Equal(Usd(10_000m), month));
        Assert.Equal(Usd(120_000m), Money.Sum(Currency.USD, even));
        Assert.Equal(Usd(24_000m), manual);
        Assert.NotEqual(Usd(12_000m), manual);
    }

    // https://github.com/magento/magento2/issues/12721
    [Fact]
    public void RO_08_A_discount_over_lines_of_which_one_is_free()
    {
        var shares = Apportionment.ToMinorUnit.Split(Usd(15.00m), new[] { 22.00m, 14.00m, 43.00m, 7.50m, 0.00m });

        Assert.Equal([Usd(3.81m), Usd(2.43m), Usd(7.46m), Usd(1.30m), Usd(0.00m)], shares);
        Assert.Equal(Usd(15.00m), Money.Sum(Currency.USD, shares));
    }

    // Sylius, receiving_discounts_with_product_minimum_price_specified.feature
    [Fact]
    public void PR_05_A_discount_above_the_floors_of_two_units() =>
        Assert.Equal(
            [Usd(5.00m), Usd(5.00m), Usd(4.25m), Usd(4.25m), Usd(8.50m)],
            Apportionment.ToMinorUnit.Split(Usd(27.00m), new[] { Unit(50m, 45m), Unit(50m, 45m), Unit(20m), Unit(20m), Unit(40m) }));

    // Sylius, receiving_discounts_with_product_minimum_price_specified.feature
    [Fact]
    public void PR_08_More_discount_than_the_floors_allow()
    {
        ApportionmentPart[] units = [Unit(10m), Unit(20m, 19m), Unit(50m, 50m), Unit(30m, 26m)];
        var discount = Usd(20.00m);

        // 20.00 cannot be given: the caller grants what the floors leave and reports the rest.
        Assert.Equal("parts", Assert.Throws<ArgumentException>(() => Apportionment.ToMinorUnit.Split(discount, units)).ParamName);

        var granted = Money.Min(discount, Usd(units.Sum(unit => unit.Maximum!.Value)));
        Assert.Equal(Usd(15.00m), granted);
        Assert.Equal(Usd(5.00m), discount - granted);
        Assert.Equal([Usd(10.00m), Usd(1.00m), Usd(0.00m), Usd(4.00m)], Apportionment.ToMinorUnit.Split(granted, units));
    }

    // Sylius, receiving_discounts_with_product_minimum_price_specified.feature
    [Fact]
    public void PR_09_Cents_over_three_equal_units() =>
        Assert.Equal(
            [Usd(5.00m), Usd(6.67m), Usd(6.67m), Usd(6.66m)],
            Apportionment.ToMinorUnit.Split(Usd(25.00m), new[] { Unit(50m, 45m), Unit(20m), Unit(20m), Unit(20m) }));

    // Sylius, receiving_discounts_with_product_minimum_price_specified.feature
    [Fact]
    public void PR_10_Ten_over_three_units_beside_two_at_their_floors() =>
        Assert.Equal(
            [Usd(5.00m), Usd(5.00m), Usd(3.34m), Usd(3.33m), Usd(3.33m)],
            Apportionment.ToMinorUnit.Split(Usd(20.00m), new[] { Unit(50m, 45m), Unit(50m, 45m), Unit(20m), Unit(20m), Unit(20m) }));

    // https://github.com/solidusio/solidus/issues/512
    [Fact]
    public void RT_04_A_return_is_credited_less_its_share_of_the_order_discount()
    {
        Money[] lines = [Usd(6.00m), Usd(4.00m)];
        var shares = Apportionment.ToMinorUnit.Split(Percentage.FromPercent(10m).Of(Usd(10.00m)), lines);

        Assert.Equal(Usd(5.40m), lines[0] - shares[0]);
        Assert.Equal(Usd(3.60m), lines[1] - shares[1]);
    }

    // https://github.com/getdokan/dokan/pull/3324
    [Fact]
    public void COM_SPLIT_003_Commission_and_remainder_sum_to_the_order()
    {
        var shares = Apportionment.ToMinorUnit.Split(Usd(6.45m), new[] { 30m, 70m });

        Assert.Equal([Usd(1.94m), Usd(4.51m)], shares);
        Assert.Equal(Usd(6.45m), shares[0] + shares[1]);
    }

    /// <summary>A unit takes discount in proportion to its price, and down to its floor.</summary>
    private static ApportionmentPart Unit(decimal price, decimal floor = 0m) => new(price, null, price - floor);

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
