using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
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
            if (linearity.Actual.IsZero)
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

    private static bool IsNearly(decimal one, decimal other) => Math.Abs(one - other) < 1e-15m;

    private static string? Refusal(Action action) => Assert.ThrowsAny<ArgumentException>(action).ParamName;

    private static Linearity Quarter(params (decimal Actual, decimal Weight)[] parts) =>
        Linearity.Of(parts.Select((part, i) => (DateSpan.OfMonth(2026, i + 1), Measure.Revenue.Of(Cny(part.Actual)), part.Weight)));
}
