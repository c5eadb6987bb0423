using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Prorations;

public sealed class PeriodsHeldTogether
{
    private static readonly DateSpan s_quarter = DateSpan.OfQuarter(2026, 1);
    private static readonly DateSpan s_january = DateSpan.OfMonth(2026, 1);

    [Fact]
    public void Two_share_a_quarter_by_70_and_30()
    {
        var split = Proration.ByDays.Split(
            Revenue(100_000m), s_quarter, Cents, ("Li", DateSpan.Always, Percent(70m)), ("Wang", DateSpan.Always, Percent(30m)));

        Assert.Equal("Li CNY 70000.00, Wang CNY 30000.00, vacant CNY 0.00", split.ToString());
        Assert.Equal("2026-01-01/2026-03-31: 90 of 90 at 30% CNY 30000.00", split.Parts[1].Part.ToString());
        Assert.Equal((Percent(30m), Percent(30m), Percent(70m)), (
            split.Parts[1].Part.Share, split.Parts[1].Part.HeldShare, split.Parts[1].Part.ShareBefore));
    }

    [Fact]
    public void A_handover_overlaps_for_a_month_and_what_nobody_has_is_vacant()
    {
        // Li alone in January, both by half in February, Wang at 80 % in March.
        var split = Proration.ByMonths(FiscalCalendar.CalendarYear, 1).Split(
            Revenue(300m), s_quarter, Cents,
            ("Wang", DateSpan.OfMonth(2026, 3), Percent(80m)), ("Li", DateSpan.OfMonth(2026, 1), Percent(100m)),
            ("Wang", DateSpan.OfMonth(2026, 2), Percent(50m)), ("Li", DateSpan.OfMonth(2026, 2), Percent(50m)));

        Assert.Equal((Revenue(150m), Revenue(130m), Revenue(20m)), (split.AmountOf("Li"), split.AmountOf("Wang"), split.Vacant));
        Assert.Equal(["Li", "Wang", "Li", "Wang"], split.Parts.Select(each => each.Owner));
        Assert.True(split.Explain().IsVerified);
    }

    [Fact]
    public void Halves_of_an_odd_cent_are_given_once()
    {
        var split = Proration.ByDays.Split(
            Revenue(0.01m), s_january, Cents, ("Li", s_january, Percent(50m)), ("Wang", s_january, Percent(50m)));
        Assert.Equal((Revenue(0.01m), Revenue(0m), Revenue(0m)), (split.AmountOf("Li"), split.AmountOf("Wang"), split.Vacant));
    }

    [Fact]
    public void A_middle_part_may_be_one_cent_off_its_own_rounding_so_that_the_parts_sum()
    {
        // 10 ÷ 31 of 10,000 is 3,225.806.
        decimal Of(int first, int last) => AmountOf(Proration.ByDays.Of(
            Revenue(10_000m), s_january, new DateSpan(new LocalDate(2026, 1, first), new LocalDate(2026, 1, last)), Cents).Amount);
        Assert.Equal((3_225.81m, 3_225.80m, 3_548.39m, 10_000m), (Of(1, 10), Of(11, 20), Of(21, 31), Of(1, 10) + Of(11, 20) + Of(21, 31)));
    }

    [Fact]
    public void Assignments_of_a_subject_divide_its_quota()
    {
        var held = Assignments.Of(
            Assignment.Of("north", "Li", DateSpan.Until(new LocalDate(2026, 1, 31))),
            Assignment.Of("north", "Wang", DateSpan.From(new LocalDate(2026, 2, 1)), Percent(70m)),
            Assignment.Of("north", "Chen", DateSpan.From(new LocalDate(2026, 2, 1)), Percent(30m)),
            Assignment.Of("south", "Ma", DateSpan.Always));
        var split = Proration.ByDays.Split(Revenue(90_000m), s_quarter, Cents, held, "north");

        Assert.Equal([31_000m, 41_300m, 17_700m], new[] { "Li", "Wang", "Chen" }.Select(owner => AmountOf(split.AmountOf(owner))));
        Assert.True(split.Vacant.IsZero);

        var nobody = Proration.ByDays.Split(Revenue(90_000m), s_quarter, Cents, held, "east");
        Assert.Equal((0, Revenue(90_000m), "vacant CNY 90000.00"), (nobody.Parts.Count, nobody.Vacant, nobody.ToString()));
        Assert.True(nobody.Explain().IsVerified);

        var twice = Assignments.Of(
            Assignment.Of("north", "Li", DateSpan.Until(new LocalDate(2026, 1, 31))),
            Assignment.Of("north", "Wang", DateSpan.From(new LocalDate(2026, 1, 31))));
        var refusal = Assert.Throws<ArgumentException>(
            "held", () => Proration.ByDays.Split(Revenue(1m), s_quarter, Cents, twice, "north"));
        Assert.Contains("200% in 2026-01-31", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Revenue(1m), Proration.ByDays.Split(Revenue(1m), DateSpan.OfMonth(2026, 3), Cents, twice, "north").AmountOf("Wang"));
    }

    [Property(MaxTest = 300)]
    public Property Parts_and_what_is_vacant_sum_to_the_quota_whoever_holds_it_with_whom() =>
        Prop.ForAll(
            SharesOfAPeriod.Rules.ToArbitrary(), Holdings.ToArbitrary(), Generators.Decimals(),
            (rule, holdings, amount) =>
            {
                var quota = Measure.Revenue.Of(Usd(decimal.Round(amount, 2, MidpointRounding.ToEven)));
                var split = rule.Split(quota, s_quarter, Cents, holdings);
                Tampering.IsNamed(split.Explain(), holdings.Length);
                var isCovered = Days(s_quarter).All(day =>
                    holdings.Where(each => each.Span.Contains(day)).Aggregate(0m, (sum, each) => sum + each.Share.Percent) == 100m);
                return split.Parts.Aggregate(split.Vacant, (sum, each) => sum + each.Part.Amount) == quota
                    && Enumerable.Range(0, 4).Aggregate(split.Vacant, (sum, owner) => sum + split.AmountOf(owner)) == quota
                    && (!isCovered || split.Vacant.IsZero)
                    && AmountOf(split.Vacant) * Math.Sign(amount) >= 0m
                    && split.Parts.All(each => IsNear(rule, quota, each.Part))
                    && split == rule.Split(quota, s_quarter, Cents, holdings);
            });

    [Property(MaxTest = 200)]
    public Property Who_holds_alone_has_what_he_has_without_shares() =>
        Prop.ForAll(
            SharesOfAPeriod.Rules.ToArbitrary(), Gen.Choose(1, 25).NonEmptyListOf().ToArbitrary(), Generators.Decimals(),
            (rule, lengths, amount) =>
            {
                var quota = Measure.Revenue.Of(Usd(decimal.Round(amount, 2, MidpointRounding.ToEven)));
                var spans = Phasings.PhasingSample.Of(new LocalDate(2025, 12, 20), [.. lengths]).Spans;
                var alone = rule.Split(quota, s_quarter, Cents, [.. spans.Select((span, i) => (i % 3, span))]);
                var shared = rule.Split(quota, s_quarter, Cents, [.. spans.Select((span, i) => (i % 3, span, Percentage.OneHundred))]);
                return Enumerable.Range(0, 3).All(owner => alone.AmountOf(owner) == shared.AmountOf(owner))
                    && alone.Vacant == shared.Vacant;
            });

    [Fact]
    public void Shares_are_above_zero_and_at_most_all_on_a_day_of_the_period()
    {
        var rule = Proration.ByDays;
        Assert.Throws<ArgumentOutOfRangeException>("held", () => rule.Split(Revenue(1m), s_quarter, Cents, ("Li", s_quarter, Percent(0m))));
        Assert.Throws<ArgumentException>("held", () => rule.Split(Revenue(1m), s_quarter, Cents, ("Li", s_quarter, Percent(100.01m))));
        var lastDay = DateSpan.On(new LocalDate(2026, 3, 31));
        Assert.Throws<ArgumentException>("held", () => rule.Split(
            Revenue(1m), s_quarter, Cents, ("Li", s_quarter, Percent(60m)), ("Wang", lastDay, Percent(41m))));
        Assert.Throws<ArgumentException>(
            "held", () => rule.Split(Revenue(1m), s_quarter, Cents, Array.Empty<(string, DateSpan, Percentage)>()));
        Assert.Throws<ArgumentNullException>(
            "held", () => rule.Split(Revenue(1m), s_quarter, Cents, ((string)null!, s_quarter, Percent(1m))));
        Assert.Throws<ArgumentException>("quota", () => rule.Split(Revenue(0.001m), s_quarter, Cents, ("Li", s_quarter, Percent(50m))));
        Assert.Throws<ArgumentException>("period", () => rule.Split(Revenue(1m), DateSpan.Always, Cents, ("Li", s_quarter, Percent(50m))));
    }

    // Each day has shares of at most 100 %: three or fewer hold it from a day on, by shares that a whole is divided into.
    private static Gen<(int Owner, DateSpan Span, Percentage Share)[]> Holdings =>
        from runs in (
            from length in Gen.Choose(1, 40)
            from shares in Gen.Elements<decimal[]>(
                [100m], [70m, 30m], [50m, 50m], [33.33m, 33.33m, 33.34m], [60m], [12.5m, 37.5m, 50m], [0.01m, 1m], [20m, 20m])
            from first in Gen.Choose(0, 3)
            select (Length: length, Shares: shares, First: first)).NonEmptyListOf()
        let spans = Phasings.PhasingSample.Of(new LocalDate(2025, 12, 20), [.. runs.Select(run => run.Length)]).Spans
        select runs.SelectMany((run, i) => run.Shares.Select((share, j) => ((run.First + j) % 4, spans[i], Percent(share)))).ToArray();

    private static bool IsNear(Proration rule, Measured quota, ProratedPart part)
    {
        var exact = Exact.Of(AmountOf(quota)) * Exact.Of(part.Counted) * Exact.Of(part.HeldShare.Fraction)
            / Exact.Of(rule.Count(part.Period));
        return (Exact.Of(AmountOf(part.Amount)) - exact).Abs() <= Exact.Of(0.01m);
    }

    private static LocalDate[] Days(DateSpan span) =>
        [.. Enumerable.Range(0, span.Days!.Value).Select(day => span.Start!.Value.PlusDays(day))];

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
