using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;
using Xunit;
using static SalesDomain.Tests.Quotas.Ranges.MixSample;

namespace SalesDomain.Tests.Quotas.Ranges;

public sealed class RangesAgainstTargets
{
    private static readonly RangePlan<string> s_plan = RangePlan.Of(
        Measure.Revenue, RangeTarget.Around("pumps", Percent(50m), 5m), RangeTarget.AtLeast("controls", Percent(20m)),
        RangeTarget.AtMost("resale", Percent(10m)));

    [Fact]
    public void Practice_G4_1_each_family_is_set_against_its_share_and_what_is_missing_is_said()
    {
        var review = s_plan.Review(SalesMix.Of(("pumps", Cny(440m)), ("controls", Cny(150m)), ("resale", Cny(160m)), ("hoses", Cny(250m))));

        Assert.Equal([RangeStatus.Below, RangeStatus.Below, RangeStatus.Above], review.Lines.Select(line => line.Status));
        Assert.Equal([-6m, -5m, 6m], review.Lines.Select(line => line.Points!.Value));

        // 0.5 × 1,000 − 440 = 60, ÷ 0.5; to 45 %: 10 ÷ 0.55. (0.2 × 1,000 − 150) ÷ 0.8. (0.1 × 1,000 − 160) ÷ 0.9.
        Assert.Equal([Cny(120m), Cny(62.5m), Cny(-60m / 0.9m)], review.Lines.Select(line => line.ToTarget!.Value));
        Assert.Equal([Cny(10m / 0.55m), Cny(62.5m), Cny(-60m / 0.9m)], review.Lines.Select(line => line.ToBound!.Value));
        Assert.Equal(["hoses"], review.UnplannedKeys);
        Assert.Equal((Cny(250m), Percent(25m)), (review.Unplanned.Amount, review.Unplanned.Share));
        Assert.False(review.IsMet);
        Assert.Equal("range.below (key controls, share 15%, least 20%, to bound CNY 62.50)", review.Reasons[1].ToString());
        Assert.Equal(["range.below", "range.below", "range.above"], review.Reasons.Select(reason => reason.Code));
        Assert.Equal("controls at least 20%: CNY 150.00, 15%; Below", review.Lines[1].ToString());
    }

    [Theory]
    [InlineData("449.99", RangeStatus.Below)]
    [InlineData("450.00", RangeStatus.Within)]
    [InlineData("550.00", RangeStatus.Within)]
    [InlineData("550.01", RangeStatus.Above)]
    public void The_bounds_of_a_corridor_are_within(string pumps, RangeStatus expected) =>
        Assert.Equal(expected, Line("pumps", pumps).Status);

    [Theory]
    [InlineData("199.99", RangeStatus.Below)]
    [InlineData("200.00", RangeStatus.Within)]
    [InlineData("1000.00", RangeStatus.Within)]
    public void At_least_is_kept_by_the_bound_itself_and_by_anything_more(string controls, RangeStatus expected) =>
        Assert.Equal(expected, Line("controls", controls).Status);

    [Theory]
    [InlineData("100.01", RangeStatus.Above)]
    [InlineData("100.00", RangeStatus.Within)]
    [InlineData("-20.00", RangeStatus.Within)]
    public void At_most_is_kept_by_the_bound_itself_and_by_anything_less(string resale, RangeStatus expected) =>
        Assert.Equal(expected, Line("resale", resale).Status);

    [Fact]
    public void A_corridor_may_be_wider_on_one_side()
    {
        var target = RangeTarget.Around("pumps", Percent(50m), pointsBelow: 2m, pointsAbove: 7.5m);

        Assert.Equal((Percent(48m), Percent(57.5m)), (target.Least, target.Most));
        Assert.Equal(RangeStatus.Below, target.StatusOf(Percent(47.99m)));
        Assert.Equal(RangeStatus.Above, target.StatusOf(Percent(57.51m)));
        Assert.Equal(RangeStatus.Unknown, target.StatusOf(null));
        Assert.Equal("pumps 50%, from 48% to 57.5%", target.ToString());
    }

    [Fact]
    public void A_planned_family_of_which_nothing_is_sold_has_no_percent_of_its_target()
    {
        var line = s_plan.Review(SalesMix.Of(("pumps", Cny(100m)))).Lines[1];

        Assert.Equal((Percentage.Zero, RangeStatus.Below, Cny(25m)), (line.Actual.Share, line.Status, line.ToTarget));
    }

    [Fact]
    public void Within_a_corridor_the_target_itself_may_still_be_missed_and_a_single_bound_is_kept()
    {
        var review = s_plan.Review(SalesMix.Of(("pumps", Cny(480m)), ("controls", Cny(420m)), ("resale", Cny(100m))));

        Assert.True(review.IsMet);
        Assert.Empty(review.Reasons);
        Assert.Equal([Cny(40m), Cny(0m), Cny(0m)], review.Lines.Select(line => line.ToTarget!.Value));
        Assert.All(review.Lines, line => Assert.Equal(Cny(0m), line.ToBound));
        Assert.All(review.Lines, line => Proof.Holds(line.ToBound!.Value.Value, line.ExplainToBound()));
    }

    [Fact]
    public void Of_a_whole_plan_nothing_is_sold_beside_its_families()
    {
        var plan = RangePlan.Of(Measure.Revenue, RangeTarget.Around("a", Percent(60m), 10m), RangeTarget.Around("b", Percent(40m), 10m));
        var mix = SalesMix.Of(("a", Cny(58m)), ("b", Cny(40m)), ("c", Cny(2m)), ("d", Cny(0m)));

        Assert.True(plan.Review(mix).IsMet);
        Assert.False(plan.AsWhole().Review(mix).IsMet);
        Assert.Equal("range.unplanned (families 1, amount CNY 2.00)", Assert.Single(plan.AsWhole().Review(mix).Reasons).ToString());
        Assert.True(plan.AsWhole().Review(mix.Only(plan.Keys)).IsMet);
        Assert.NotEqual(plan, plan.AsWhole());
    }

    [Fact]
    public void What_is_of_no_channel_is_beside_a_whole_plan_too()
    {
        var dealers = new ChannelId("dealers");
        var plan = RangePlan.Of(Measure.Revenue, RangeTarget.AtLeast(dealers, Percent(50m))).AsWhole();
        var mix = SalesMix.From(Sales.Revenue.Evaluate(
            DateSpan.OfYear(2026), Crediting.ByChannel,
            [SharesOfAMix.Sold("P", 75m, line => line.Channel = dealers), SharesOfAMix.Sold("P", 25m)]));

        Assert.False(plan.Review(mix).IsMet);
        Assert.Equal(["range.unplanned", "mix.unassigned"], plan.Review(mix).Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public void Without_shares_a_plan_is_neither_met_nor_missed()
    {
        var review = s_plan.Review(SalesMix.Of(("pumps", Cny(0m))));

        Assert.Null(review.IsMet);
        Assert.Equal("mix.no-positive-total", Assert.Single(review.Reasons).Code);
        Assert.All(review.Lines, line =>
        {
            Assert.Equal((RangeStatus.Unknown, null, null, null), (line.Status, line.Points, line.ToTarget, line.ToBound));
            Proof.Holds("unknown", line.Explain());
            Proof.Holds(Figure.Absent, line.ExplainToTarget());
            Proof.Holds(Figure.Absent, line.ExplainToBound());
        });
    }

    [Fact]
    public void Where_no_amount_brings_it_there_none_is_stated()
    {
        var all = RangePlan.Of(Measure.Revenue, RangeTarget.Around("a", Percent(100m), 5m));
        var beside = all.Review(SalesMix.Of(("a", Cny(90m)), ("b", Cny(10m)))).Lines[0];
        Assert.Null(beside.ToTarget);
        Assert.Equal(Cny(100m), beside.ToBound);
        Proof.Holds(Figure.Absent, beside.ExplainToTarget());
        Assert.Equal(Cny(0m), all.Review(SalesMix.Of(("a", Cny(90m)))).Lines[0].ToTarget);

        // Alone it is 100 %, however little of it is sold.
        var alone = RangePlan.Of(Measure.Revenue, RangeTarget.AtMost("a", Percent(50m))).Review(SalesMix.Of(("a", Cny(90m)))).Lines[0];
        Assert.Equal((RangeStatus.Above, null), (alone.Status, alone.ToTarget));
        Proof.Holds(Figure.Absent, alone.ExplainToTarget());
        Proof.Holds("above", alone.Explain());
    }

    [Theory]
    [InlineData(60, 40, true)]
    [InlineData(60, 41, false)]
    public void What_is_aimed_at_or_asked_at_least_is_together_at_most_the_whole(int around, int atLeast, bool isPlan)
    {
        RangePlan<string> Plan() =>
            RangePlan.Of(
                Measure.Revenue, RangeTarget.Around("a", Percent(around), 9m), RangeTarget.AtLeast("b", Percent(atLeast)),
                RangeTarget.AtMost("c", Percent(90m)));

        if (isPlan)
            Assert.Equal(3, Plan().Targets.Count);
        else
            Assert.Equal("targets", Assert.Throws<ArgumentException>(Plan).ParamName);
    }

    [Fact]
    public void Families_that_cannot_be_the_whole_are_none()
    {
        var corridors = RangePlan.Of(
            Measure.Revenue, RangeTarget.Around("a", Percent(60m), 10m), RangeTarget.Around("b", Percent(39.99m), 10m));
        Assert.Throws<InvalidOperationException>(() => corridors.AsWhole());

        RangePlan<string> With(RangeTarget<string> rest) => RangePlan.Of(Measure.Revenue, RangeTarget.Around("a", Percent(60m), 10m), rest);
        Assert.True(With(RangeTarget.AtLeast("b", Percent(10m))).AsWhole().IsWhole);
        Assert.True(With(RangeTarget.AtMost("b", Percent(40m))).AsWhole().IsWhole);
        Assert.Throws<InvalidOperationException>(() => With(RangeTarget.AtMost("b", Percent(39.99m))).AsWhole());
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        static void Refused<TException>(string parameter, Func<object> act)
            where TException : ArgumentException =>
            Assert.Equal(parameter, Assert.ThrowsAny<TException>(act).ParamName);

        Refused<ArgumentOutOfRangeException>("share", () => RangeTarget.AtLeast("a", Percent(100.01m)));
        Refused<ArgumentOutOfRangeException>("share", () => RangeTarget.AtMost("a", Percent(-0.01m)));
        Refused<ArgumentOutOfRangeException>("points", () => RangeTarget.Around("a", Percent(5m), -0.01m));
        Refused<ArgumentOutOfRangeException>("pointsBelow", () => RangeTarget.Around("a", Percent(5m), -1m, 0m));
        Refused<ArgumentOutOfRangeException>("pointsAbove", () => RangeTarget.Around("a", Percent(5m), 0m, -1m));
        Refused<ArgumentException>("targets", () => RangePlan.Of<string>(Measure.Revenue));
        Refused<ArgumentException>(
            "targets", () => RangePlan.Of(Measure.Revenue, RangeTarget.AtMost("a", Percent(1m)), RangeTarget.AtMost("a", Percent(2m))));
        Refused<MeasureMismatchException>("mix", () => s_plan.Review(SalesMix.Of(("a", Of(Measure.Margin, 1m)))));
        Refused<TaxBasisMismatchException>(
            "mix", () => s_plan.Review(SalesMix.Of(("a", Measure.GrossRevenue.Of(new Money(1m, Currency.CNY))))));
    }

    [Property(Arbitrary = [typeof(MixSample)], MaxTest = 300)]
    public void After_selling_exactly_what_is_missing_the_share_is_the_target(MixSample sample, byte percent, byte width)
    {
        var key = sample.Amounts[0].Key;
        var target = Percent(percent % 101);
        foreach (var each in new[]
        {
            RangeTarget.Around(key, target, width % 20), RangeTarget.AtLeast(key, target), RangeTarget.AtMost(key, target),
        })
        {
            var line = RangePlan.Of(sample.Amounts[0].Amount.Measure, each).Review(sample.Mix).Lines[0];
            var isKept = line.Status == RangeStatus.Within && (each.Least is null || each.Most is null);
            Reaches(sample, line.ToTarget, isKept ? line.Actual.Share!.Value : target);
            Reaches(
                sample, line.ToBound,
                line.Status == RangeStatus.Above ? each.Most!.Value
                    : line.Status == RangeStatus.Below ? each.Least!.Value
                    : line.Actual.Share ?? target);
            Proof.Holds(Figure.OrAbsent(line.ToTarget?.Value), line.ExplainToTarget());
            Proof.Holds(Figure.OrAbsent(line.ToBound?.Value), line.ExplainToBound());
            Proof.Holds(Word(line.Status), line.Explain());
        }
    }

    // Within 25 digits of the larger of the two amounts that the quotient comes from.
    private static void Reaches(MixSample sample, Measured? more, Percentage share)
    {
        var own = sample.Amounts[0].Amount;
        var others = sample.Total - own.Amount();
        if (more is not { } amount)
        {
            Assert.True(sample.Total <= 0m || others <= 0m || share == Percentage.OneHundred);
            return;
        }

        var (part, total) = (own.Amount() + amount.Amount(), sample.Total + amount.Amount());
        Assert.True(total > 0m);
        var scale = Math.Max(1m, Math.Max(Math.Abs(own.Amount()), Math.Abs(amount.Amount())) / total);
        Assert.InRange((part / total) - share.Fraction, -1e-25m * scale, 1e-25m * scale);
    }

    private static Figure Word(RangeStatus status) =>
        status switch
        {
            RangeStatus.Below => "below",
            RangeStatus.Within => "within",
            RangeStatus.Above => "above",
            _ => "unknown",
        };

    private static RangeLine<string> Line(string family, string amount)
    {
        var sold = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        return s_plan.Review(SalesMix.Of((family, Cny(sold)), ("others", Cny(1_000m - sold)))).Lines.Single(line => line.Key == family);
    }
}
