using System.Linq;
using FsCheck.Xunit;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Attaining.ThreeNamedFigures;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>How many people are where, with the side of every bound declared.</summary>
public sealed class DistributionOfAttainments
{
    private static readonly StepSchedule<Percentage, string> s_bands = StepSchedule
        .From(
            (Percentage.Zero, "far below"), (Percent(80), "below"), (Percent(100), "made"),
            (Percent(120), "far above")).ThenBelow("returns");

    [Fact]
    public void Pitfall_10_each_person_is_in_one_band_and_who_has_no_attainment_in_none()
    {
        var spread = AttainmentDistribution.Of(
            s_bands,
            new[] { -1m, 0m, 79.99m, 80m, 99.99m, 100m, 100m, 119.99m, 120m }.Select(Rate).Append(Attainment.Of(Revenue(5m), Revenue(0m))));

        Assert.Equal(
            [("returns", 1), ("far below", 2), ("below", 2), ("made", 3), ("far above", 1)],
            spread.Bands.Select(band => (band.Name, band.Count)));
        Assert.Equal((9, 1, 0), (spread.WithAttainment, spread.WithoutAttainment, spread.OutsideBands));
        Assert.Equal(Percentage.Ratio(3m, 9m), spread.Bands[3].Share);
        Assert.Equal(4, spread.Reaching(Percent(100)).Count);
        Assert.Equal(Percentage.Ratio(4m, 9m), spread.Reaching(Percent(100)).Share);
    }

    [Fact]
    public void The_average_is_the_pooled_attainment()
    {
        var spread = AttainmentDistribution.Of(
            s_bands, [Attainment.Of(Revenue(900m), Revenue(1_000m)), Attainment.Of(Revenue(3m), Revenue(1m))]);

        Assert.Equal(Percent(90.21m), spread.Pooled!.Rate.To(2));
    }

    [Fact]
    public void Pitfall_15_what_a_new_hire_with_a_quota_of_zero_sells_is_in_the_pooled_attainment_and_in_no_band()
    {
        var table = Attainments.Of(("Li", Attainment.Of(Revenue(90m), Revenue(100m))), ("Bo", Attainment.Of(Revenue(20m), Revenue(0m))));
        var spread = table.Distribution(s_bands);

        Assert.Equal(Percent(110), table.Pooled()!.Rate);
        Assert.Equal(table.Pooled(), spread.Pooled);
        Assert.Equal((1, 1), (spread.WithAttainment, spread.WithoutAttainment));
        Proof.Holds(Percent(110), spread.Pooled!.Explain());
    }

    [Fact]
    public void Who_has_no_quota_is_not_pooled_and_an_actual_that_is_not_known_leaves_none()
    {
        var (known, withoutQuota) = (Attainment.Of(Revenue(90m), Revenue(100m)), Attainment.Of(Revenue(20m), null));

        Assert.Equal(Percent(90), AttainmentDistribution.Of(s_bands, [known, withoutQuota]).Pooled!.Rate);
        Assert.Null(AttainmentDistribution.Of(s_bands, [withoutQuota]).Pooled);
        Assert.Null(AttainmentDistribution.Of(s_bands, [known, Attainment.Of(null, Revenue(5m))]).Pooled!.Rate);
    }

    [Property]
    public void The_pooled_attainment_of_a_table_and_of_its_distribution_is_one((decimal Actual, decimal? Quota)[] all)
    {
        var table = Attainments.Of([.. all.Select((each, i) =>
            (i, Attainment.Of(Revenue(each.Actual / 8m), each.Quota is { } quota ? Revenue(quota / 8m) : null)))]);

        Assert.Equal(table.Pooled(), table.Distribution(s_bands).Pooled);
    }

    [Fact]
    public void Bands_that_do_not_reach_everywhere_leave_some_outside()
    {
        var spread = AttainmentDistribution.Of(StepSchedule.UpTo((Percent(100), "up to quota")), [Rate(100), Rate(100.01m)]);

        Assert.Equal((1, 1), (spread.Bands[0].Count, spread.OutsideBands));
        Assert.Equal("up to quota: 1 (50%); outside 1; without attainment 0", spread.ToString());
    }

    [Property]
    public void Counts_total_the_people_and_shares_explain_themselves(decimal[] rates)
    {
        var spread = AttainmentDistribution.Of(s_bands, rates.Select(Rate));

        Assert.Equal(rates.Length, spread.Bands.Sum(band => band.Count) + spread.OutsideBands + spread.WithoutAttainment);
        Assert.Equal(rates.Count(rate => rate >= 100m), spread.Reaching(Percent(100)).Count);
        foreach (var band in spread.Bands.Append(spread.Reaching(Percent(100))))
            Proof.Holds(Figure.OrAbsent(band.Share), band.Explain());
        Assert.Equal(rates.Length == 0, spread.Pooled is null);
    }

    [Fact]
    public void Attainments_of_two_measures_are_no_distribution()
    {
        var margin = Attainment.Of(null, Measure.Margin.Of(Cny(100m)));

        var refusal = Assert.Throws<MeasureMismatchException>(
            "attainments", () => AttainmentDistribution.Of(s_bands, [Rate(100m), margin]));
        Assert.Equal((Measure.Revenue, Measure.Margin), (refusal.Expected, refusal.Actual));
        Assert.Throws<CurrencyMismatchException>("attainments", () => Attainments.Of(
            ("Li", Rate(100m)), ("Wu", Attainment.Of(Measure.Revenue.Of(Usd(1m)), null))).Distribution(s_bands));
    }

    private static Attainment Rate(decimal percent) => Attainment.Of(Revenue(percent), Revenue(100m));
}
