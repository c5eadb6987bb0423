using System.Globalization;
using System.Linq;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Public worked cases that a rounding decides.</summary>
public sealed class RoundingCases
{
    // https://necs.com/knowledgebase/sysprefs_prc_mod_roundmeth.htm
    [Theory]
    [InlineData("10.154", "0.01", "10.15")]
    [InlineData("10.155", "0.01", "10.16")]
    [InlineData("10.124", "0.05", "10.10")]
    [InlineData("10.125", "0.05", "10.15")]
    [InlineData("10.124", "0.25", "10.00")]
    [InlineData("10.125", "0.25", "10.25")]
    public void RO_10_Nearest_price_step(string price, string step, string rounded) =>
        Assert.Equal(Usd(Number(rounded)), Usd(Number(price)).Round(Rounding.ToStep(Number(step), RoundingMode.HalfAwayFromZero)));

    // The same page.
    [Theory]
    [InlineData("0.01", "10.01")]
    [InlineData("0.05", "10.05")]
    [InlineData("0.10", "10.10")]
    [InlineData("0.25", "10.25")]
    public void RO_10_Next_price_step_above(string step, string rounded) =>
        Assert.Equal(Usd(Number(rounded)), Usd(10.0001m).Round(Rounding.ToStep(Number(step), RoundingMode.Up)));

    // https://github.com/woocommerce/woocommerce/issues/16305: one cent off as soon as tax came in.
    [Fact]
    public void RO_03_Discount_then_tax()
    {
        var price = Usd(51.86m);

        var discount = Percent(40).Of(price).ToCents();
        var net = price - discount;
        var tax = Percent(8.25m).Of(net).ToCents();

        Assert.Equal(Usd(20.74m), discount);
        Assert.Equal(Usd(31.12m), net);
        Assert.Equal(Usd(2.57m), tax);
        Assert.Equal(Usd(33.69m), net + tax);
    }

    // https://github.com/odoo/odoo/issues/56770: to a multiple of 10.00 and 0.01 off it; ExchangeCases has its conversion from yen.
    [Fact]
    public void PL_13_A_surcharge_after_a_rounding_is_a_price_ending()
    {
        var converted = Usd(9.502m);

        Assert.Equal(Usd(9.99m), converted.Round(Rounding.ToStep(10m, RoundingMode.HalfAwayFromZero)) - Usd(0.01m));
        Assert.Equal(Usd(9.99m), converted.Round(Rounding.ToEnding(9.99m, 10m, RoundingMode.HalfAwayFromZero)));
    }

    // https://github.com/getdokan/dokan/pull/3324: rounding both sides on floats gave 1.93 + 4.51 = 6.44.
    [Fact]
    public void COM_SPLIT_003_Round_one_side_and_give_the_other_the_rest()
    {
        var order = Usd(6.45m);

        var commission = Percent(30).Of(order).ToCents();

        Assert.Equal(Usd(1.94m), commission);
        Assert.Equal(Usd(4.51m), order - commission);
    }

    // https://tools.gera.services/late-payment-interest-calculator
    [Fact]
    public void DU_10_Statutory_interest()
    {
        var (principal, rate) = (new Money(12_000m, Currency.GBP), Percent(13));

        var interest = (rate.Of(principal) * 90 / 365).ToCents();

        Assert.Equal(new Money(4.27m, Currency.GBP), (rate.Of(principal) / 365).ToCents());
        Assert.Equal(new Money(384.66m, Currency.GBP), interest);
        Assert.Equal(new Money(12_484.66m, Currency.GBP), principal + interest + new Money(100m, Currency.GBP));
    }

    // https://ifrscommunity.com/knowledge-base/ifrs-9-impairment/: the rates are not rounded before multiplying (8.7 % would give 5,220).
    [Fact]
    public void AR_26_Loss_rates_derived_from_a_cohort()
    {
        var lost = Usd(2_000m);
        var reached = new[] { 100_000m, 50_000m, 23_000m, 8_000m, 2_000m };
        var gross = new[] { 300_000m, 140_000m, 60_000m, 23_000m, 5_000m };

        var allowances = gross.Zip(reached, (open, base_) => (Usd(open) * lost.Amount / base_).ToCents()).ToArray();

        Assert.Equal([2m, 4m, 8.696m, 25m, 100m], reached.Select(base_ => Percentage.Ratio(lost, Usd(base_)).To(3).Percent));
        Assert.Equal([6_000m, 5_600m, 5_217.39m, 5_750m, 5_000m], allowances.Select(allowance => allowance.Amount));
        Assert.Equal(Usd(27_567.39m), Money.Sum(Currency.USD, allowances));
    }

    // Talley steps 4-6, http://eslm.lpude.in/management/bba/term_4/DMGT205_SALES_MANAGEMENT/files/basic-html/page58.html
    [Fact]
    public void CV_02_Salespeople_for_a_workload_are_rounded_up()
    {
        var perYear = Hours(40m) * 48;
        var selling = Percent(50).Fraction * perYear;

        var exact = Hours(9_100m) / selling;

        Assert.Equal(Hours(1_920m), perYear);
        Assert.Equal(Hours(960m), selling);
        Assert.Equal(9.48m, exact.To(2));
        Assert.Equal(10m, Rounding.ToDigits(0, RoundingMode.Up).Round(exact));
    }

    // https://bangalore1965.blogspot.com/2012/09/professional-sales-management.html
    [Fact]
    public void SIZE_003_A_workload_that_fills_the_salespeople_exactly_needs_no_further_one()
    {
        var workload = ((Hours(4m) * 200) + (Hours(2m) * 450) + (Hours(1m) * 1000)) * 12;

        Assert.Equal(Hours(32_400m), workload);
        Assert.Equal(27m, Rounding.ToDigits(0, RoundingMode.Up).Round(workload / Hours(1_200m)));
    }

    // https://www.coursehero.com/file/p7quren/
    [Fact]
    public void SIZE_005_Salespeople_for_a_forecast() =>
        Assert.Equal(40m, Rounding.ToDigits(0, RoundingMode.Up).Round(Usd(10_000_000m) / Usd(250_000m)));

    private static Quantity Hours(decimal amount) => new(amount, UnitOfMeasure.Hour);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
