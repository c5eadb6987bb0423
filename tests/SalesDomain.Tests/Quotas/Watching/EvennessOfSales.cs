using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Explanations;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas.Watching;

public sealed class EvennessOfSales
{
    private static readonly Arbitrary<(decimal Actual, decimal Weight)[]> s_parts =
        (from actual in Gen.Choose(-2_000, 20_000) from weight in Gen.Choose(0, 40) select (actual / 100m, (decimal)weight))
            .NonEmptyListOf().Select(parts => parts.Take(12).ToArray())
            .Where(parts => Array.Exists(parts, part => part.Item2 > 0m)).ToArbitrary();

    [Fact]
    public void A_hockey_stick_shows_in_the_last_month()
    {
        var linearity = Quarter((10m, 1m), (20m, 1m), (70m, 1m));

        Assert.Equal(Percent(70), linearity.LastShare);
        Assert.Equal(36.67m, linearity.MaximumDeviationInPoints!.Value.To(2));
        Assert.Equal(24.44m, linearity.MeanDeviationInPoints!.Value.To(2));
        Assert.Equal(Percent(36.67m), linearity.DisplacedShare.To(2));
        Assert.Equal([-23.33m, -13.33m, 36.67m], linearity.Parts.Select(part => part.DeviationInPoints!.Value.To(2)));
    }

    [Fact]
    public void Sales_as_phased_are_displaced_by_nothing_however_steep_the_phasing()
    {
        var linearity = Quarter((10m, 1m), (20m, 2m), (70m, 7m));

        Assert.Equal(Percentage.Zero, linearity.DisplacedShare);
        Assert.Equal(0m, linearity.MaximumDeviationInPoints);
        Assert.Equal(Percent(70), linearity.LastShare);
    }

    [Fact]
    public void Linear_is_what_the_phasing_means_and_not_a_twelfth_a_month()
    {
        // 30 %, 20 % and 50 % of the year, sold as meant: no hockey stick, though half of it came last.
        var phasing = Phasing.ByWeights(Months(3), 3m, 2m, 5m);
        var linearity = Linearity.Of(Sold(60m, 40m, 100m), phasing);

        Assert.Equal(Percentage.Zero, linearity.DisplacedShare);
        Assert.Equal(Percent(16.67m), Quarter((60m, 1m), (40m, 1m), (100m, 1m)).DisplacedShare.To(2));

        // And sold evenly, a sixth of the sales has left the months in which it was meant to come.
        Assert.Equal(Percent(16.67m), Linearity.Of(Sold(70m, 70m, 70m), phasing).DisplacedShare.To(2));
    }

    [Property]
    public Property A_phasing_or_a_phased_quota_gives_the_weights_that_would_be_typed() =>
        Prop.ForAll(s_parts, parts =>
        {
            var weights = Array.ConvertAll(parts, part => part.Weight);
            var phasing = Phasing.ByWeights(Months(parts.Length), weights);
            var phased = phasing.Split(Measure.Revenue.Of(Cny(weights.Sum() * 7m)), Rounding.Commercial);
            var sold = Sold(Array.ConvertAll(parts, part => part.Actual)).ToArray();
            var typed = Quarter(parts).ToString();
            return Linearity.Of(sold, phasing).ToString() == typed && Linearity.Of(sold, phased).ToString() == typed;
        });

    [Fact]
    public void Within_the_year_only_the_periods_given_are_the_whole()
    {
        var phasing = Phasing.ByWeights(Months(4), 1m, 3m, 3m, 5m);
        Assert.Equal(Quarter((5m, 1m), (3m, 3m)).ToString(), Linearity.Of(Sold(5m, 3m), phasing).ToString());

        var later = Linearity.Of(Sold(5m, 3m, 3m, 1m).Skip(2), phasing.Split(Measure.Revenue.Of(Cny(120m)), Rounding.Commercial));
        Assert.Equal([30m, 50m], later.Parts.Select(part => part.Weight));
        Assert.Equal(DateSpan.OfMonth(2026, 3), later.Parts[0].Span);
    }

    [Fact]
    public void Actuals_of_other_spans_or_another_measure_than_the_phasing_are_refused()
    {
        var phasing = Phasing.ByWeights(Months(3), 1m, 0m, 1m);
        var phased = phasing.Split(Measure.Revenue.Of(Cny(12m)), Rounding.Commercial);
        var sold = Sold(1m, 2m, 3m, 4m).ToArray();

        (DateSpan, Measured)[][] refused =
        [
            [], [sold[3]], [sold[0], sold[2]], [sold[1], sold[0]], sold, [sold[1]], [sold[0], (sold[1].Span, default)],
            [(DateSpan.OfQuarter(2026, 1), sold[0].Actual)], [(DateSpan.Always, sold[0].Actual)],
        ];
        foreach (var bad in refused)
        {
            Assert.Equal("actuals", Refusal(() => Linearity.Of(bad, phasing)));
            Assert.Equal("actuals", Refusal(() => Linearity.Of(bad, phased)));
        }

        Assert.Equal("actuals", Refusal(() => Linearity.Of([(sold[0].Span, Measure.Margin.Of(Cny(1m)))], phased)));
        Assert.Equal("actuals", Refusal(() => Linearity.Of([sold[0], (sold[1].Span, Measure.Margin.Of(Cny(1m)))], phasing)));

        var negative = phased.AllowingNegative().WithTotal(Measure.Revenue.Of(Cny(4m)), new LocalDate(2026, 2, 1));
        Assert.Equal("phased", Refusal(() => Linearity.Of(sold.Take(3), negative)));
    }

    [Fact]
    public void Where_nothing_was_sold_there_is_no_linearity()
    {
        var linearity = Quarter((0m, 1m), (0m, 1m));

        Assert.Null(linearity.DisplacedShare);
        Assert.Null(linearity.MaximumDeviationInPoints);
        Assert.Null(linearity.MeanDeviationInPoints);
        Assert.Null(linearity.LastShare);
        Proof.MustHold(linearity.Explain(), Figure.Absent);
        Proof.MustHold(linearity.Parts[0].Explain(), Figure.Absent);
    }

    [Property]
    public Property The_deviations_cancel_out_and_half_of_them_is_displaced() =>
        Prop.ForAll(s_parts, parts =>
        {
            var linearity = Quarter(parts);
            if (linearity.Actual.Money.Amount <= 0m)
                return linearity.DisplacedShare is null;

            var deviations = linearity.Parts.Select(part => part.DeviationInPoints!.Value).ToArray();
            var up = deviations.Where(points => points > 0m).Sum();
            return IsNearly(deviations.Sum(), 0m) && IsNearly(linearity.DisplacedShare!.Value.Percent, up)
                && linearity.MaximumDeviationInPoints == deviations.Max(Math.Abs)
                && IsNearly(linearity.MeanDeviationInPoints!.Value * deviations.Length, deviations.Sum(Math.Abs))
                && linearity.Parts.Zip(parts, (part, given) => part.Share!.Value.Fraction * parts.Sum(each => each.Actual) - given.Actual)
                    .All(difference => IsNearly(difference, 0m));
        });

    [Property(MaxTest = 50)]
    public Property Every_deviation_explains_itself() =>
        Prop.ForAll(s_parts, parts =>
        {
            var linearity = Quarter(parts);
            Proof.MustHold(linearity.Explain(), Figure.OrAbsent(linearity.DisplacedShare));
            foreach (var part in linearity.Parts)
                Proof.MustHold(part.Explain(), Figure.OrAbsent(part.DeviationInPoints));
        });

    [Fact]
    public void Parts_out_of_order_of_two_measures_or_without_weight_are_refused()
    {
        var january = (DateSpan.OfMonth(2026, 1), Measure.Revenue.Of(Cny(1m)), 1m);

        Assert.Equal("parts", Refusal(() => Linearity.Of()));
        Assert.Equal("parts", Refusal(() => Linearity.Of(january, january)));
        Assert.Equal("parts", Refusal(() => Linearity.Of((DateSpan.OfMonth(2026, 2), january.Item2, 1m), january)));
        Assert.Equal("parts", Refusal(() => Linearity.Of((DateSpan.Always, january.Item2, 1m), january)));
        Assert.Equal("parts", Refusal(() => Linearity.Of(january, (DateSpan.OfMonth(2026, 2), Measure.GrossRevenue.Of(Cny(1m)), 1m))));
        Assert.Equal("parts", Refusal(() => Linearity.Of(january, (DateSpan.OfMonth(2026, 2), Measure.Revenue.Of(Usd(1m)), 1m))));
        Assert.Equal("parts", Refusal(() => Linearity.Of(january, (DateSpan.OfMonth(2026, 2), default, 1m))));
        Assert.Equal("parts", Refusal(() => Linearity.Of((DateSpan.OfMonth(2026, 1), january.Item2, 0m))));
        Assert.Equal("parts", Refusal(() => Linearity.Of(january, (DateSpan.OfMonth(2026, 2), january.Item2, -1m))));
    }

    [Fact]
    public void The_text_says_it_all() =>
        Cultures.Each(() => Assert.Equal("25%, 75%: displaced 25%", Quarter((1m, 1m), (3m, 1m)).ToString()));

    private static PlanPeriods Months(int count) =>
        PlanPeriods.Of(Enumerable.Range(1, count).Select(month => DateSpan.OfMonth(2026, month)));

    private static IEnumerable<(DateSpan Span, Measured Actual)> Sold(params decimal[] amounts) =>
        amounts.Select((amount, i) => (DateSpan.OfMonth(2026, i + 1), Measure.Revenue.Of(Cny(amount))));

    private static bool IsNearly(decimal one, decimal other) => Math.Abs(one - other) < 1e-15m;

    private static string? Refusal(Action action) => Assert.ThrowsAny<ArgumentException>(action).ParamName;

    private static Linearity Quarter(params (decimal Actual, decimal Weight)[] parts) =>
        Linearity.Of(parts.Select((part, i) => (DateSpan.OfMonth(2026, i + 1), Measure.Revenue.Of(Cny(part.Actual)), part.Weight)));
}
