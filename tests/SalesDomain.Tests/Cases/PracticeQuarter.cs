using System.Linq;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>One quarter from plan to rating (CNY, VAT 13 %), as far as money, percentages and rounding alone give its figures.</summary>
public sealed class PracticeQuarter
{
    private static readonly Money[] s_orders = [Cny(94m) * 3_200, Cny(96m) * 1_200, Cny(94m) * 3_500];
    private static readonly Money s_total = Money.Sum(Currency.CNY, s_orders);

    [Fact]
    public void Step_1_Plan_of_the_quarter() => Assert.Equal(Cny(2_640_000m), Percent(22).Of(Cny(12_000_000m)));

    [Fact]
    public void Step_4_Orders_without_and_with_tax()
    {
        var withTax = s_orders.Select(order => order * (Percentage.OneHundred + Percent(13))).ToArray();

        Assert.Equal([300_800m, 115_200m, 329_000m], s_orders.Select(order => order.Amount));
        Assert.Equal(Cny(745_000m), s_total);
        Assert.Equal([339_904m, 130_176m, 371_770m], withTax.Select(order => order.Amount));
        Assert.Equal(Cny(841_850m), Money.Sum(Currency.CNY, withTax));
    }

    [Fact]
    public void Steps_5_to_8_Limit_exposure_and_headroom()
    {
        var limit = Cny(320_000m) * 1.5m * Percent(80);
        var exposure = Cny(139_904m) + Cny(130_176m) + Cny(371_770m) - Cny(100_000m);
        var afterPayment = exposure - Cny(139_904m) - Cny(20_000m);

        Assert.Equal(Cny(384_000m), limit);
        Assert.Equal(Cny(541_850m), exposure);
        Assert.Equal(Cny(157_850m), exposure - limit);
        Assert.Equal(Cny(381_946m), afterPayment);
        Assert.Equal(Cny(2_054m), limit - afterPayment);
    }

    [Fact]
    public void Step_9_Collection_rates()
    {
        Assert.Equal(Percent(42.75m), Percentage.Ratio(Cny(359_904m), Cny(841_850m)).To(2));
        Assert.Equal(Percent(58.84m), Percentage.Ratio(Cny(200_000m), Cny(339_904m)).To(2));
    }

    [Fact]
    public void Step_10_Attainment_and_rebate_of_the_dealer()
    {
        var rebate = Percent(2).Of(s_total);

        Assert.Equal(Percent(106.43m), Percentage.Ratio(s_total, Cny(700_000m)).To(2));
        Assert.Equal(Cny(14_900m), rebate);
        Assert.Equal(Cny(11_920m), Percent(20).Complement().Of(rebate));
    }

    [Fact]
    public void Step_11_Pocket_margin_of_January()
    {
        var list = Cny(100m) * 3_200;
        var invoiced = list - Cny(19_200m);
        var afterRebate = invoiced - (Percent(20).Complement() * Percent(2) * invoiced);
        var pocket = afterRebate - (Cny(2m) * 3_200);
        var margin = pocket - (Cny(70m) * 3_200);

        Assert.Equal(Cny(300_800m), invoiced);
        Assert.Equal(Cny(295_987.20m), afterRebate);
        Assert.Equal(Cny(289_587.20m), pocket);
        Assert.Equal(Cny(65_587.20m), margin);
        Assert.Equal(Percent(22.65m), Percentage.Ratio(margin, pocket).To(2));
    }

    [Fact]
    public void Steps_12_to_15_Commission_holdback_and_the_return()
    {
        var quota = Cny(1_141_000m);
        var held = Percent(30);
        Money Commission(Money sold) => Percent(1.5m).Of(quota) + Percent(2.5m).Of(sold - quota);

        var earned = Commission(Cny(1_225_000m));
        var afterReturn = Commission(Cny(1_175_000m));

        Assert.Equal(Percent(107.36m), Percentage.Ratio(Cny(1_225_000m), quota).To(2));
        Assert.Equal(Cny(19_215.00m), earned);
        Assert.Equal(Cny(5_764.50m), held.Of(earned));
        Assert.Equal(Cny(13_450.50m), held.Complement().Of(earned));
        Assert.Equal(Percent(99.29m), Percentage.Ratio(s_total - Cny(50_000m), Cny(700_000m)).To(2));
        Assert.Equal(Cny(6_360m), Cny(11_920m) - (Percent(80) * Percent(1) * (s_total - Cny(50_000m))));
        Assert.Equal(Percent(102.98m), Percentage.Ratio(Cny(1_175_000m), quota).To(2));
        Assert.Equal(Cny(17_965.00m), afterReturn);
        Assert.Equal(Cny(-875.00m), held.Complement().Of(afterReturn - earned));
        Assert.Equal(Cny(-375.00m), held.Of(afterReturn - earned));
    }

    [Fact]
    public void Step_16_Measures_of_the_appraisal()
    {
        Assert.Equal(Percent(76.68m), Percentage.Ratio(Cny(460_096m), Cny(600_000m)).To(2));
        Assert.Equal(Percent(2.80m), Percentage.Ratio(Cny(34_300m), Cny(1_225_000m)).To(2));
        Assert.Equal(Percent(107.14m), Percentage.Ratio(Percent(3).Fraction, 0.028m).To(2));
    }
}
