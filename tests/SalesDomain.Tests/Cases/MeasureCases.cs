using System.Linq;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases and figures of practice that divide one measure by another.</summary>
public sealed class MeasureCases
{
    private static readonly Percentage s_vat = Percent(13);

    // Practice §0.1: the commonest mistake in sales reports.
    [Fact]
    public void S0_1_Days_sales_outstanding_on_one_basis()
    {
        var receivables = Measure.Receivables.Of(Cny(1_130_000m));
        var sales = Measure.Revenue.Of(Cny(1_000_000m));

        Assert.Throws<TaxBasisMismatchException>("whole", () => Measured.Ratio(receivables * 30m, sales));
        Assert.Equal(30.0m, Days(receivables, sales.WithTax(s_vat), 30));
        Assert.Equal(30.0m, Days(receivables.WithoutTax(s_vat), sales, 30));

        // What comes out when nobody names the basis.
        Assert.Equal(33.9m, receivables.Money * 30m / sales.Money);
    }

    // Practice R-8, in thousands, all with tax.
    [Fact]
    public void R_8_Collection_rate_by_four_names()
    {
        var (collected, sold) = (Measure.Collections.Of(Cny(860m)), Measure.GrossRevenue.Of(Cny(1_130m)));
        var opening = Measure.Receivables.Of(Cny(500m));

        Assert.Equal(Percent(107.50m), Measured.Ratio(collected, Measure.Collections.Of(Cny(800m))));
        Assert.Equal(Percent(76.11m), Measured.Ratio(collected, sold).To(2));
        Assert.Equal(Percent(52.76m), Measured.Ratio(collected, opening + sold.As(Measure.Receivables)).To(2));
        Assert.Equal(Percent(86.67m), Measured.Ratio(Measure.Collections.Of(Cny(780m)), Measure.Receivables.Of(Cny(900m))).To(2));
    }

    // Practice R-15: commission on collections without tax, later ones at less.
    [Fact]
    public void R_15_Commission_on_collections_without_tax()
    {
        (decimal Collected, decimal Factor)[] receipts = [(113_000m, 100m), (56_500m, 90m), (33_900m, 50m), (22_600m, 0m)];

        var base_ = receipts.Select(receipt => Measure.Collections.Of(Cny(receipt.Collected)).WithoutTax(s_vat)).ToArray();

        Assert.Equal([2_000m, 900m, 300m, 0m], base_.Zip(receipts, (net, receipt) =>
            (Percent(2) * Percent(receipt.Factor) * net).Money.Amount));
        Assert.Equal(Cny(4_000m), Percent(2).Of(base_.Aggregate((sum, net) => sum + net).Money));
    }

    // Practice §7.5
    [Fact]
    public void S7_5_Visits_made_of_visits_planned() =>
        Assert.Equal(Percent(93.75m), Measured.Ratio(Measure.Count("visits").Of(90m), Measure.Count("planned visits").Of(96m)));

    // Practice §5, steps 9, 12, 15 and 16.
    [Fact]
    public void S5_A_quarter_in_its_ratios()
    {
        var sold = Measure.Revenue.Of(Cny(745_000m)).WithTax(s_vat);
        var collected = Measure.Collections.Of(Cny(359_904m));
        var due = Measure.Receivables.Of(Cny(339_904m));
        var quota = Measure.Revenue.Of(Cny(1_141_000m));
        var (spent, revenue) = (Measure.OfMoney("expense", TaxBasis.WithoutTax).Of(Cny(34_300m)), Measure.Revenue.Of(Cny(1_225_000m)));

        Assert.Equal(Cny(841_850m), sold.Money);
        Assert.Equal(Percent(42.75m), Measured.Ratio(collected, sold).To(2));
        Assert.Equal(Percentage.OneHundred, Measured.Ratio(Measure.Collections.Of(Cny(339_904m)), due));
        Assert.Equal(Percent(58.84m), Measured.Ratio(Measure.Collections.Of(Cny(200_000m)), due).To(2));
        Assert.Equal(Percent(107.36m), Measured.Ratio(revenue, quota).To(2));
        Assert.Equal(Percent(102.98m), Measured.Ratio(Measure.Revenue.Of(Cny(1_175_000m)), quota).To(2));
        Assert.Equal(Percent(2.80m), Measured.Ratio(spent, revenue).To(2));
        Assert.Equal(Percent(76.68m), Measured.Ratio(Measure.Collections.Of(Cny(460_096m)), Measure.Receivables.Of(Cny(600_000m))).To(2));
    }

    // http://www.creditguru.com/index.php/collection-management/collection-metrics/average-days-delinquent-add
    [Fact]
    public void AR_18_Days_sales_outstanding_best_possible_and_delinquent()
    {
        var sales = Measure.GrossRevenue.Of(Usd(10_000m));

        var dso = Days(Measure.Receivables.Of(Usd(15_000m)), sales, 30);
        var best = Days(Measure.Receivables.Of(Usd(4_000m)), sales, 30);

        Assert.Equal((45m, 12m, 33m), (dso, best, dso - best));
    }

    // https://collectlean.com/resources/blog/dso-vs-cei-why-you-are-measuring-your-collections-wrong
    [Theory]
    [InlineData(100_000, "15")]
    [InlineData(200_000, "7.5")]
    public void AR_21_The_same_receivables_and_twice_the_sales(int sales, string days) =>
        Assert.Equal(
            decimal.Parse(days, System.Globalization.CultureInfo.InvariantCulture),
                Days(Measure.Receivables.Of(Usd(50_000m)), Measure.GrossRevenue.Of(Usd(sales)), 30));

    // http://www.creditguru.com/index.php/collection-management/collection-metrics/collection-effectiveness-index-cei
    [Fact]
    public void AR_23_Collection_effectiveness_by_monthly_sales()
    {
        var open = Measure.Receivables.Of(Usd(6_200m)) + Measure.GrossRevenue.Of(Usd(10_890m / 3m)).As(Measure.Receivables);

        var index = Measured.Ratio(open - Measure.Receivables.Of(Usd(6_340m)), open - Measure.Receivables.Of(Usd(3_590m)));

        Assert.Equal(Percent(55.93m), index.To(2));
    }

    // https://gaviti.com/?p=3708
    [Fact]
    public void AR_24_Collection_effectiveness()
    {
        var open = Measure.Receivables.Of(Usd(100_000m)) + Measure.GrossRevenue.Of(Usd(1_000_000m)).As(Measure.Receivables);

        var index = Measured.Ratio(open - Measure.Receivables.Of(Usd(120_000m)), open - Measure.Receivables.Of(Usd(100_000m)));

        Assert.Equal(Percent(98.0m), index);
    }

    // https://help.fieldproapp.com/web-app/pro-plan-retail-kpis: coverage counts customers, the strike rate visits.
    [Fact]
    public void CV_05_Field_figures()
    {
        var (visits, productive) = (Measure.Count("visits").Of(180m), Measure.Count("productive visits").Of(108m));

        Assert.Equal(Percent(75), Measured.Ratio(Measure.Count("customers visited").Of(150m), Measure.Count("customers").Of(200m)));
        Assert.Equal(Percent(60), Measured.Ratio(productive, visits));
        Assert.Equal(3m, Measured.Ratio(Measure.Count("lines").Of(324m), productive)?.Fraction);
        Assert.Equal(Usd(500m), Measured.MoneyPer(Measure.Revenue.Of(Usd(54_000m)), productive));
    }

    // https://fmcg.fyi/weighted-distribution/: stores that handle the product, of all; and the same by what the stores sell.
    [Fact]
    public void RE_04_Numeric_and_weighted_distribution()
    {
        var (handling, stores) = (Measure.Count("handling stores"), Measure.Count("stores"));
        var category = Measure.OfMoney("category sales", TaxBasis.WithTax);

        Assert.Equal(Percent(20), Measured.Ratio(handling.Of(20m), stores.Of(100m)));
        Assert.Equal(Percent(60), Measured.Ratio(handling.Of(150m), stores.Of(250m)));
        Assert.Equal(Percent(50), Measured.Ratio(category.Of(Usd(0.5m)), category.Of(Usd(1m))));
    }

    // Ingram et al., chapter 15: return on assets managed is margin on sales times turnover of the assets.
    [Fact]
    public void ANA_ROAM_001_Return_on_assets_managed()
    {
        var contribution = Measure.OfMoney("contribution", TaxBasis.WithoutTax);
        var assets = Measure.OfMoney("assets managed", TaxBasis.WithoutTax).Of(Usd(8_000_000m));
        var sales = Measure.Revenue.Of(Usd(12_000_000m));

        Assert.Equal(Percent(20), Measured.Ratio(contribution.Of(Usd(2_400_000m)), sales));
        Assert.Equal(1.5m, Measured.Ratio(sales, assets)?.Fraction);
        Assert.Equal(Percent(30), Measured.Ratio(contribution.Of(Usd(2_400_000m)), assets));
    }

    private static decimal? Days(Measured receivables, Measured sales, int days) => Measured.Ratio(receivables * days, sales)?.Fraction;
}
