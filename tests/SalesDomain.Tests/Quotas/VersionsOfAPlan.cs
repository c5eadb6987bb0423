using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

public sealed class VersionsOfAPlan
{
    private static readonly PlanCell<string> s_li = PlanCell.Of("Li", Measure.Revenue, DateSpan.OfYear(2026));
    private static readonly PlanCell<string> s_wang = s_li.WithOwner("Wang");
    private static readonly PlanCell<string> s_zhao = s_li.WithOwner("Zhao");

    private static readonly SalesPlan<string> s_first = SalesPlan.Of(DateSpan.OfYear(2026), Target(s_li, 100m), Target(s_wang, 200m));

    [Fact]
    public void A_revision_changes_numbers_and_shows_by_how_much()
    {
        var second = s_first.WithRevisedTargets(Target(s_wang, 180m)).WithTargets(Target(s_zhao, 20m)).WithoutTargets(s_li);

        var changes = s_first.ChangesTo(second);

        Assert.Equal(
            [
                "Li; revenue, without tax; 2026-01-01/2026-12-31; everything: CNY 100.00 to none",
                "Wang; revenue, without tax; 2026-01-01/2026-12-31; everything: CNY 200.00 to CNY 180.00",
                "Zhao; revenue, without tax; 2026-01-01/2026-12-31; everything: none to CNY 20.00",
            ],
            changes.Select(change => change.ToString()));
        Assert.Equal([null, Measure.Revenue.Of(Cny(-20m)), null], changes.Select(change => change.Change));
        Assert.All(changes, change => Assert.Equal(Figure.OrAbsent(change.Change?.Value), change.Explain().Value));
        Assert.All(changes, change => Assert.Empty(change.Explain().Verify()));

        // The first version is what it was.
        Assert.Equal(Target(s_wang, 200m), s_first.TargetOf(s_wang));
    }

    [Fact]
    public void Only_a_target_that_is_there_is_revised()
    {
        Assert.Equal("targets", Assert.Throws<ArgumentException>(() => s_first.WithRevisedTargets(Target(s_zhao, 1m))).ParamName);
        Assert.Equal(
            "targets", Assert.Throws<ArgumentException>(() => s_first.WithRevisedTargets(Target(s_li, 1m), Target(s_li, 2m))).ParamName);
        Assert.Equal("cell", Assert.Throws<ArgumentException>(() => s_first.TargetOf(s_zhao)).ParamName);
        Assert.False(s_first.TryTargetOf(s_zhao, out var none));
        Assert.Null(none);
        Assert.Equal(s_first, s_first.WithoutTargets(s_zhao));
    }

    [Fact]
    public void Versions_are_kept_with_the_day_from_which_they_hold_and_the_day_on_which_they_were_made()
    {
        var second = s_first.WithRevisedTargets(Target(s_wang, 180m));
        var versions = Revisions.Of(
            (new LocalDate(2025, 12, 15), DateSpan.OfYear(2026), s_first),
            (new LocalDate(2026, 6, 20), DateSpan.From(new LocalDate(2026, 7, 1)), second));

        Assert.Equal(s_first, versions.At(new LocalDate(2026, 8, 1), new LocalDate(2026, 6, 19)));
        Assert.Equal(second, versions.At(new LocalDate(2026, 8, 1), new LocalDate(2026, 6, 20)));
        Assert.Equal(s_first, versions.At(new LocalDate(2026, 6, 30), new LocalDate(2026, 12, 31)));
    }

    [Fact]
    public void Order_is_no_part_of_what_is_planned()
    {
        var byPerson = PlanBreakdown.Of("by person", PlanCell.Of("VP", Measure.Revenue, DateSpan.OfYear(2026)), s_li, s_wang);
        var other = SalesPlan.Of(DateSpan.OfYear(2026), Target(s_wang, 200m), Target(s_li, 100m));

        TestHelper.TestEqualsClass(
            s_first.WithBreakdowns(byPerson), other.WithBreakdowns(byPerson), s_first, s_first.WithBreakdowns(byPerson)
                .WithRequiredCells(s_zhao), s_first.WithBreakdowns(byPerson).WithRevisedTargets(Target(s_li, 101m)),
            s_first.WithBreakdowns(byPerson).WithoutTargets(s_li), s_first.WithBreakdowns(byPerson)
                .WithWeights(WeightedMeasures.Of((Measure.Revenue, Percentage.OneHundred))));
    }

    [Property(Arbitrary = [typeof(PlanSample)])]
    public void What_changes_from_a_version_to_another_leads_back(PlanSample one, PlanSample other)
    {
        var there = one.Plan.ChangesTo(other.Plan);
        var back = other.Plan.ChangesTo(one.Plan);

        Assert.Empty(one.Plan.ChangesTo(one.Plan));
        Assert.Equal(there.Count, back.Count);
        Assert.All(
            there, change =>
                Assert.Contains(back, each => each.Cell == change.Cell && each.Before == change.After && each.After == change.Before));
    }

    private static SalesTarget<string> Target(PlanCell<string> cell, decimal amount) =>
        SalesTarget.Of(cell, Measure.Revenue.Of(Cny(amount)));
}
