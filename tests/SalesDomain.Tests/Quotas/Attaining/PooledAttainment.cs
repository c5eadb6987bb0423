using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Attaining.ThreeNamedFigures;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>Attainment of several is Σ actual ÷ Σ quota, never an average of rates.</summary>
public sealed class PooledAttainment
{
    [Fact]
    public void A_transfer_pools_what_both_places_gave()
    {
        // Practice, section 2, Appraisals 2).
        var both = Attainment.Pooled([Attainment.Of(Revenue(120m), Revenue(100m)), Attainment.Of(Revenue(40m), Revenue(80m))]);

        Assert.Equal(Percent(88.89m), both.Rate.To(2));
        Assert.Equal(Revenue(160m), both.Actual);
        Assert.Equal(Revenue(180m), both.Quota);
    }

    [Property]
    public Property It_lies_between_the_least_and_the_most_of_its_parts() =>
        Prop.ForAll(
            Gen.Choose(1, 100_000).Two().ArrayOf().Where(parts => parts.Length > 0).ToArbitrary(),
            parts =>
            {
                var each = parts.Select(part => Attainment.Of(Revenue(part.Item1 - 20_000m), Revenue(part.Item2 / 100m))).ToArray();
                var pooled = Attainment.Pooled(each).Rate!.Value.Fraction;
                return each.Min(part => part.Rate!.Value.Fraction) <= pooled + 1e-20m
                    && pooled - 1e-20m <= each.Max(part => part.Rate!.Value.Fraction);
            });

    [Property]
    public void It_is_the_same_in_any_order_and_any_grouping(decimal[] actuals, int cut)
    {
        var parts = actuals.Append(1m).Select(actual => Attainment.Of(Revenue(actual), Revenue(Math.Abs(actual) + 1m))).ToArray();
        var at = Math.Abs(cut % parts.Length);
        var whole = Attainment.Pooled(parts);

        Assert.Equal(whole, Attainment.Pooled(parts.Reverse()));
        if (at > 0)
            Assert.Equal(whole, Attainment.Pooled([Attainment.Pooled(parts.Take(at)), Attainment.Pooled(parts.Skip(at))]));
    }

    [Fact]
    public void One_part_without_a_quota_or_a_known_actual_leaves_no_attainment()
    {
        var known = Attainment.Of(Revenue(5m), Revenue(10m));

        Assert.Equal([new Reason("attainment.no-quota")], Attainment.Pooled([known, Attainment.Of(Revenue(5m), null)]).Reasons);
        Assert.Equal([new Reason("attainment.unknown-actual")], Attainment.Pooled([Attainment.Of(null, Revenue(5m)), known]).Reasons);
        Assert.Equal(Percent(100), Attainment.Pooled([known, Attainment.Of(Revenue(5m), Revenue(0m))]).Rate);
    }
}
