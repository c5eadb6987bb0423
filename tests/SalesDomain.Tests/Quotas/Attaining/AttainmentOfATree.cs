using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>Credited actuals meet the quotas of a tree, and say the same as facts that are rolled up along it.</summary>
public sealed class AttainmentOfATree
{
    private static readonly FiscalPeriod s_year = FiscalCalendar.CalendarYear.Year(2026);

    private static readonly PlanTree<SalespersonId> s_tree = PlanTree.Of(
        Person("VP"), (Person("M1"), Person("VP")), (Person("M2"), Person("VP")),
        (Person("S1"), Person("M1")), (Person("S2"), Person("M1")), (Person("S3"), Person("M2")));

    private static readonly Phasing s_phasing = Phasing.OfPercentages(
        PlanPeriods.Of(s_year, FiscalPeriodKind.Quarter), Percent(20), Percent(23), Percent(25), Percent(32));

    [Property(MaxTest = 60)]
    public Property Crediting_along_a_tree_and_rolling_up_along_it_say_the_same() =>
        Prop.ForAll(Any, lines =>
        {
            var quotas = Quotas(1_000m, hedge: 0);
            var credited = Revenue.Evaluate(s_year.Span, Crediting.BySalesperson.RolledUpThrough(s_tree), lines);
            var rolledUp = quotas.RollUp(
                lines.Where(line => line.Stage == Stage.Invoiced && s_year.Span.Contains(line.Date)), line => line.Salesperson ?? default);

            Assert.Equal((rolledUp.Total, rolledUp.Unassigned), (credited.Total, credited.Unassigned));
            foreach (var node in s_tree.Nodes)
            {
                Assert.Equal((rolledUp.Of(node), rolledUp.OfTeam(node)), (credited.Of(node), credited.OfTeam(node)));
                Assert.Equal(rolledUp.AttainmentOf(node), credited.TeamsAgainst(quotas).Of(node));
                Assert.Equal(rolledUp.AttainmentOf(node), rolledUp.ToAttainments().Of(node));
                Proof.Holds(Figure.OrAbsent(rolledUp.AttainmentOf(node).Rate), credited.TeamsAgainst(quotas).Of(node).Explain());
                Proof.Holds(Figure.OrAbsent(rolledUp.AttainmentOf(node).Rate), rolledUp.Explain(node));
            }
        });

    [Fact]
    public void The_quota_of_a_node_is_explained_by_the_tree()
    {
        var table = Revenue
            .Evaluate(s_year.Span, Crediting.BySalesperson.RolledUpThrough(s_tree), [Sale(Start, 60m), Sale(Start, 9m, "S9")])
            .TeamsAgainst(Quotas(1_000m, hedge: 0));

        Assert.Equal(Percent(15), table.Of(Person("M1")).Rate);
        Assert.Equal("quota of M1", table.Of(Person("M1")).Explain().Children[1].Name);
        Assert.Equal([Person("S9")], table.WithoutQuota);
        Assert.Equal([new Reason("attainment.no-quota")], table.Of(Person("S9")).Reasons);
        Assert.Equal(Percentage.Zero, table.Of(Person("S3")).Rate);
    }

    [Property(MaxTest = 60)]
    public Property To_date_a_node_is_due_what_its_leaves_are_and_with_a_hedge_their_share_of_its_own() =>
        Prop.ForAll(
            Gen.Choose(1, 100_000_000).Select(cents => cents / 100m).ToArbitrary(), Gen.Elements(0, 0, 5, 20).ToArbitrary(),
            Gen.Choose(0, 400).ToArbitrary(),
            (target, hedge, day) =>
            {
                var elapsed = ElapsedTime.ByDays(s_year.Span, Start.PlusDays(day));
                var quotas = Quotas(target, hedge);
                var phased = quotas.Phase(s_phasing, Rounding.Commercial);
                var table = Revenue
                    .Evaluate(elapsed.SpanToDate!.Value, Crediting.BySalesperson.RolledUpThrough(s_tree), [Sale(Start, 100m)])
                    .TeamsAgainst(phased, elapsed);
                foreach (var node in s_tree.Nodes)
                {
                    var attainment = table.Of(node);
                    var (quota, leaves) = (quotas.QuotaOf(node), phased.Through(node, 3));
                    var ofLeaves = s_tree.LeavesOf(node)
                        .Aggregate(Cny(0m), (sum, leaf) => sum + phased.QuotaToDate(leaf, elapsed.AsOf)!.Value);
                    Assert.Equal(phased.QuotaToDate(node, elapsed.AsOf), attainment.QuotaToDate);
                    if (day >= 364)
                        Assert.Equal(quota, attainment.QuotaToDate);
                    else if (quota != leaves && leaves.IsZero)
                        Assert.Null(attainment.QuotaToDate);
                    else
                    {
                        var expected = quota == leaves ? ofLeaves.Money.Amount
                            : ofLeaves.Money.Amount * quota.Money.Amount / leaves.Money.Amount;
                        Assert.InRange(attainment.QuotaToDate!.Value.Money.Amount - expected, -0.000001m, 0.000001m);
                    }

                    Proof.Holds(
                        Figure.OrAbsent(phased.QuotaToDate(node, elapsed.AsOf)?.Value), phased.Explain(node, elapsed.AsOf));
                    Assert.Equal((quota, elapsed), (attainment.Quota, attainment.Elapsed));
                    if (day >= 364 && !leaves.IsZero)
                        Assert.Equal(attainment.Rate, attainment.RateToDate);

                    Proof.Holds(Figure.OrAbsent(attainment.RateToDate), attainment.Explain(AttainmentFigure.RateToDate));
                    Proof.Holds(Figure.OrAbsent(attainment.Gap!.Value.Value), attainment.Explain(AttainmentFigure.Gap));
                }
            });

    [Fact]
    public void With_a_hedge_a_manager_is_due_a_share_of_the_quota_and_not_of_the_larger_sum_of_the_leaves()
    {
        var elapsed = ElapsedTime.ByDays(s_year.Span, new LocalDate(2026, 6, 30));
        var phased = Quotas(1_000m, hedge: 20).Phase(s_phasing, Rounding.Commercial);
        var actuals = Revenue.Evaluate(
            elapsed.SpanToDate!.Value, Crediting.BySalesperson.RolledUpThrough(s_tree), [Sale(Start, 215m), Sale(Start, 215m, "S3")]);

        Assert.Equal(Cny(619.2m), phased.Through(Person("VP"), 1));
        Assert.Equal(Cny(430m), phased.QuotaToDate(Person("VP"), elapsed.AsOf));
        Assert.Equal(Cny(430m), actuals.TeamsAgainst(phased, elapsed).Of(Person("VP")).QuotaToDate);
        Assert.Equal(Percent(100), actuals.TeamsAgainst(phased, elapsed).Of(Person("VP")).RateToDate);
    }

    // A team below a bound, adjusted: what the tree explains of the quota is a part of what the attainment does.
    [Theory]
    [InlineData(QuotaAdjustmentPolicy.Ancestors)]
    [InlineData(QuotaAdjustmentPolicy.OverAssignment)]
    public void Attainment_of_a_quota_at_its_bound_is_explained_with_the_adjustment(QuotaAdjustmentPolicy policy)
    {
        var quotas = QuotaTree.Allocate(
            Cny(300m), s_tree,
            AllocationRule.By(AllocationDriver.Even<SalespersonId>()).InUnitsOf(1m).WithMaximum(Person("M1"), Cny(100m))
                .WithMinimum(Person("S1"), Cny(60m)))
            .WithQuota(Person("S1"), Cny(70m), QuotaAdjustmentPolicy.OverAssignment).WithQuota(Person("M1"), Cny(80m), policy);
        var table = Revenue
            .Evaluate(s_year.Span, Crediting.BySalesperson.RolledUpThrough(s_tree), [Sale(Start, 40m)]).TeamsAgainst(quotas);

        Assert.Equal(Percent(50), table.Of(Person("M1")).Rate);
        Assert.All(s_tree.Nodes, node => Proof.Holds(Figure.OrAbsent(table.Of(node).Rate), table.Of(node).Explain()));
    }

    // S2 joined in July and is to reach nothing before. By one time for all half of the year has gone by for S2 too.
    [Fact]
    public void Who_joined_in_mid_year_is_measured_against_their_own_days_when_these_are_named()
    {
        var (joined, joiner) = (new LocalDate(2026, 7, 1), Person("S2"));
        var late = Phasing.ByWeights(s_phasing.Periods, 0m, 0m, 1m, 1m);
        var phased = Quotas(1_000m, hedge: 0).Phase(leaf => leaf == joiner ? late : s_phasing, Rounding.Commercial);

        var (all, own) = On(new LocalDate(2026, 6, 30));
        Assert.Equal((181, 365), (all.Of(joiner).Elapsed!.Elapsed, all.Of(joiner).Elapsed!.Total));
        Assert.True(all.Of(joiner).PointsAheadOfTime < 0m);
        Assert.Equal((0, 184), (own.Of(joiner).Elapsed!.Elapsed, own.Of(joiner).Elapsed!.Total));
        Assert.Equal(0m, own.Of(joiner).PointsAheadOfTime);
        Assert.Equal(Cny(0m), own.Of(joiner).QuotaToDate);

        (all, own) = On(joined);
        Assert.True(all.Of(joiner).PointsAheadOfTime < -49m);
        Assert.Equal(-100m / 184m, own.Of(joiner).PointsAheadOfTime!.Value, precision: 20);

        (all, own) = On(s_year.End);
        Assert.Equal((-100m, -100m), (all.Of(joiner).PointsAheadOfTime, own.Of(joiner).PointsAheadOfTime));

        (Attainments<SalespersonId> All, Attainments<SalespersonId> Own) On(LocalDate day)
        {
            var elapsed = ElapsedTime.ByDays(s_year.Span, day);
            var actuals = Revenue.Evaluate(
                elapsed.SpanToDate!.Value, Crediting.BySalesperson.RolledUpThrough(s_tree), [Sale(Start, 100m)]);
            var table = actuals.TeamsAgainst(phased, node => node == joiner ? elapsed.Within([DateSpan.From(joined)]) : elapsed);
            foreach (var node in s_tree.Nodes)
                Proof.Holds(Figure.OrAbsent(table.Of(node).PointsAheadOfTime), table.Of(node).Explain(AttainmentFigure.PointsAheadOfTime));

            return (actuals.TeamsAgainst(phased, elapsed), table);
        }
    }

    [Property(MaxTest = 60)]
    public Property Days_of_their_own_change_the_gap_to_time_and_nothing_else() =>
        Prop.ForAll(
            Gen.Choose(0, 400).ToArbitrary(), Gen.Choose(0, 364).ToArbitrary(),
            (day, joined) =>
            {
                var elapsed = ElapsedTime.ByDays(s_year.Span, Start.PlusDays(day));
                var phased = Quotas(1_000m, hedge: 5).Phase(s_phasing, Rounding.Commercial);
                var actuals = Revenue.Evaluate(
                    elapsed.SpanToDate!.Value, Crediting.BySalesperson.RolledUpThrough(s_tree), [Sale(Start, 100m)]);
                var own = elapsed.Within([DateSpan.From(Start.PlusDays(joined))]);
                var all = actuals.TeamsAgainst(phased, elapsed);
                var table = actuals.TeamsAgainst(phased, node => node == Person("S1") ? own : elapsed);
                Assert.Equal(all.Owners, table.Owners);
                foreach (var node in all.Owners)
                    Assert.Equal(node == Person("S1") ? all.Of(node).WithElapsed(own) : all.Of(node), table.Of(node));
            });

    [Fact]
    public void A_time_that_does_not_go_with_those_of_the_others_is_refused()
    {
        var phased = Quotas(1_000m, hedge: 0).Phase(s_phasing, Rounding.Commercial);
        var elapsed = ElapsedTime.ByDays(s_year.Span, new LocalDate(2026, 6, 30));
        var actuals = Revenue.Evaluate(
            elapsed.SpanToDate!.Value, Crediting.BySalesperson.RolledUpThrough(s_tree), Array.Empty<SalesLine>());

        Refused(null!);
        Refused(ElapsedTime.ByDays(s_year.Span, elapsed.AsOf.PlusDays(1)));
        Refused(ElapsedTime.ByDays(s_year.Span, elapsed.AsOf.PlusDays(-1)));
        Refused(ElapsedTime.ByDays(DateSpan.OfYear(2025), elapsed.AsOf));
        Assert.Throws<ArgumentException>(
            "elapsedOf", () => actuals.TeamsAgainst(phased, _ => ElapsedTime.ByDays(s_year.Span, elapsed.AsOf.PlusDays(1))));
        Assert.Equal(6, actuals.TeamsAgainst(phased, _ => elapsed).Owners.Count);

        void Refused(ElapsedTime ofOne) =>
            Assert.Throws<ArgumentException>(
                "elapsedOf", () => actuals.TeamsAgainst(phased, node => node == Person("S3") ? ofOne : elapsed));
    }

    [Fact]
    public void What_does_not_go_with_the_tree_is_refused()
    {
        var quotas = Quotas(1_000m, hedge: 0);
        var phased = quotas.Phase(s_phasing, Rounding.Commercial);
        var elapsed = ElapsedTime.ByDays(s_year.Span, new LocalDate(2026, 6, 30));
        var crediting = Crediting.BySalesperson.RolledUpThrough(s_tree);
        var own = Revenue.Evaluate(elapsed.SpanToDate!.Value, Crediting.BySalesperson, Array.Empty<SalesLine>());
        var whole = Revenue.Evaluate(s_year.Span, crediting, Array.Empty<SalesLine>());
        var margin = ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced)
            .Evaluate(elapsed.SpanToDate!.Value, crediting, Array.Empty<SalesLine>());

        Assert.Throws<InvalidOperationException>(() => own.TeamsAgainst(quotas));
        Assert.Throws<InvalidOperationException>(() => own.TeamsAgainst(phased, elapsed));
        Assert.Throws<MeasureMismatchException>("quotas", () => margin.TeamsAgainst(quotas));
        Assert.Throws<MeasureMismatchException>("quotas", () => margin.TeamsAgainst(phased, elapsed));
        Assert.Throws<ArgumentException>("elapsed", () => whole.TeamsAgainst(phased, elapsed));
        Assert.Throws<ArgumentException>(
            "elapsed", () => whole.TeamsAgainst(phased, ElapsedTime.ByDays(DateSpan.OfYear(2025), s_year.End)));
        Assert.Equal(6, whole.TeamsAgainst(phased, ElapsedTime.ByDays(s_year.Span, s_year.End)).Owners.Count);
    }

    // 50 of −100 was an attainment of −50 % here and none, with its reason, there.
    [Fact]
    public void A_negative_quota_of_a_node_gives_no_attainment_and_says_so()
    {
        var quotas = Quotas(-1_000m, hedge: 0);
        var attainment = quotas.RollUp([Sale(Start, 50m)], line => line.Salesperson!.Value).AttainmentOf(Person("VP"));

        Assert.Null(attainment.Rate);
        Assert.Equal([new Reason("attainment.negative-quota", ("quota", new Money(-1_000m, Currency.CNY)))], attainment.Reasons);
        Assert.Equal(Cny(1_050m), attainment.Gap);
    }

    [Fact]
    public void A_measured_actual_stands_against_a_phased_quota_as_facts_do()
    {
        var elapsed = ElapsedTime.ByDays(s_year.Span, new LocalDate(2026, 6, 30));
        var phased = s_phasing.Split(Cny(1_000m), Rounding.Commercial);
        var attainment = Attainment.Of(Cny(344m), phased, elapsed);

        Assert.Equal(ActualSum.Of(Cny(344m), 3).Against(phased, elapsed), attainment);
        Assert.Equal((Percent(34.4m), Percent(80)), (attainment.Rate, attainment.RateToDate));
        Proof.Holds(Percent(80), attainment.Explain(AttainmentFigure.RateToDate));
        Assert.Equal(
            [new Reason("attainment.unknown-actual")], Attainment.Of(null, phased, elapsed).Reasons);
        Assert.Throws<TaxBasisMismatchException>(
            "quota", () => Attainment.Of(Measure.GrossRevenue.Of(new Money(1m, Currency.CNY)), phased, elapsed));
        Assert.Throws<ArgumentException>(
            "elapsed", () => Attainment.Of(Cny(1m), phased, ElapsedTime.ByDays(DateSpan.OfYear(2025), elapsed.AsOf)));
    }

    private static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    private static QuotaTree<SalespersonId> Quotas(decimal target, int hedge) =>
        QuotaTree.Allocate(
            Cny(target), s_tree,
            AllocationRule.By(AllocationDriver.Of("last year", (Person("S1"), 3m), (Person("S2"), 1m), (Person("S3"), 6m)))
                .WithHedge(Percent(hedge)));
}
