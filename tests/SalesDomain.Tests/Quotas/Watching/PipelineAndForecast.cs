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

public sealed class PipelineAndForecast
{
    private static readonly LocalDate s_asOf = new(2026, 2, 28);
    private static readonly DateSpan s_quarter = DateSpan.OfQuarter(2026, 1);

    private static readonly PipelineStages s_stages = PipelineStages.Of(
        new PipelineStage("lead", Percent(10), ForecastCategory.Pipeline),
        new PipelineStage("offer", Percent(40), ForecastCategory.BestCase),
        new PipelineStage("agreed", Percent(90), ForecastCategory.Commit),
        new PipelineStage("won", Percentage.OneHundred, ForecastCategory.Closed),
        new PipelineStage("lost", Percentage.Zero, ForecastCategory.Omitted));

    private static readonly Arbitrary<Opportunity[]> s_opportunities =
        (from amount in Gen.Choose(0, 10_000_000)
         from stage in Gen.Elements("lead", "offer", "agreed", "won", "lost")
         from day in Gen.Choose(-10, 100)
         from own in Gen.Choose(-100, 100)
         from category in Gen.Choose(-5, 4)
         select (amount / 100m, stage, day, own, category)).ArrayOf()
        .Select(all => all.Select((each, i) =>
        {
            var opportunity = Opportunity(i, each.Item1, each.stage, s_quarter.Start!.Value.PlusDays(each.day));
            opportunity = each.own < 0 ? opportunity : opportunity.WithProbability(Percent(each.own));
            return each.category < 0 ? opportunity : opportunity.WithCategory((ForecastCategory)each.category);
        }).ToArray()).ToArbitrary();

    [Fact]
    public void Categories_are_cumulative_and_what_is_omitted_is_apart()
    {
        var forecast = Forecast(1_000m, ("won", 300m), ("agreed", 200m), ("offer", 150m), ("lead", 400m), ("lost", 70m));

        Assert.Equal([300m, 500m, 650m, 1_050m, 70m], All().Select(category => forecast.UpTo(category).Money.Amount));
        Assert.Equal(Revenue(750m), forecast.OpenPipeline);
        Assert.Equal(Revenue(580m), forecast.Expected);
        Assert.Equal((0.9m * 0.1m * 40_000m) + (0.4m * 0.6m * 22_500m) + (0.1m * 0.9m * 160_000m), forecast.Variance);
        Assert.Equal(Revenue(152.97m), forecast.StandardDeviation(2));
        Assert.Equal(Revenue(700m), forecast.LeftToClose);
        Assert.Equal(Percent(107.14m), forecast.Coverage.To(2));
    }

    [Fact]
    public void Where_nothing_is_left_to_close_there_is_no_coverage()
    {
        Assert.Null(Forecast(300m, ("won", 300m), ("lead", 9m)).Coverage);
        Assert.Null(Forecast(0m, ("lead", 9m)).Coverage);
        Assert.Equal(Percent(900), Forecast(301m, ("won", 300m), ("lead", 9m)).Coverage);
        Assert.Equal(Percentage.Zero, Forecast(301m).Coverage);
    }

    [Fact]
    public void An_opportunity_counts_in_the_period_of_its_expected_close_and_an_overdue_one_is_seen()
    {
        Opportunity[] opportunities =
        [
            Opportunity(1, 10m, "offer", new LocalDate(2025, 12, 31)),
            Opportunity(2, 20m, "offer", new LocalDate(2026, 1, 1)),
            Opportunity(3, 30m, "offer", s_asOf.PlusDays(-1)),
            Opportunity(4, 40m, "offer", s_asOf),
            Opportunity(5, 50m, "offer", new LocalDate(2026, 3, 31)),
            Opportunity(6, 60m, "offer", new LocalDate(2026, 4, 1)),
            Opportunity(7, 70m, "won", new LocalDate(2026, 1, 15)),
            Opportunity(8, 80m, "lost", new LocalDate(2026, 1, 15)),
        ];
        var forecast = PipelineForecast.Of(s_stages, Revenue(0m), opportunities, s_quarter, s_asOf);

        Assert.Equal(["O-2", "O-7", "O-8", "O-3", "O-4", "O-5"], forecast.Lines.Select(line => line.Opportunity.Id.Code));
        Assert.Equal(["O-1", "O-2", "O-3"], forecast.Overdue.Select(line => line.Opportunity.Id.Code));
        Assert.Equal(Revenue(210m), forecast.Pipeline);
        Assert.All(forecast.Lines, line => Assert.Equal(line.Opportunity.Id.Code is "O-2" or "O-3", line.IsOverdue));
    }

    [Fact]
    public void An_opportunity_has_its_own_probability_and_category_or_those_of_its_stage()
    {
        var plain = Opportunity(1, 100m, "offer", s_asOf);

        Assert.Equal((ForecastCategory.BestCase, Percent(40)), Line(plain));
        Assert.Equal((ForecastCategory.BestCase, Percent(55)), Line(plain.WithProbability(Percent(55))));
        Assert.Equal((ForecastCategory.Commit, Percent(40)), Line(plain.WithCategory(ForecastCategory.Commit)));

        // What is decided is certain, whatever is still written beside it.
        Assert.Equal((ForecastCategory.Closed, Percentage.OneHundred),
            Line(plain.WithProbability(Percent(55)).WithCategory(ForecastCategory.Closed)));
        Assert.Equal((ForecastCategory.Omitted, Percentage.Zero),
            Line(plain.WithProbability(Percent(55)).WithCategory(ForecastCategory.Omitted)));
    }

    [Fact]
    public void What_if_the_offer_is_larger_further_or_later()
    {
        var offer = Opportunity(1, 100m, "offer", s_asOf);
        var larger = Of([offer.WithAmount(Revenue(250m))]);
        var agreed = Of([offer.WithStage("agreed")]);
        var later = Of([offer.WithExpectedClose(new LocalDate(2026, 4, 1))]);

        Assert.Equal((Revenue(250m), Revenue(100m)), (larger.BestCase, larger.Expected));
        Assert.Equal((Revenue(100m), Revenue(90m)), (agreed.Commit, agreed.Expected));
        Assert.Equal(Revenue(0m), later.Pipeline);

        // What it has of its own goes with it.
        var own = offer.WithProbability(Percent(55)).WithCategory(ForecastCategory.Pipeline).WithProduct(new ProductId("P"));
        Assert.Equal((ForecastCategory.Pipeline, Percent(55)), Line(own.WithStage("agreed")));
        Assert.Equal(own, own.WithAmount(Revenue(9m)).WithStage("lead").WithExpectedClose(s_asOf.PlusDays(1))
            .WithExpectedClose(s_asOf).WithStage("offer").WithAmount(Revenue(100m)));
        Assert.Equal("amount", Refusal(() => offer.WithAmount(Revenue(-1m))));
        Assert.Equal("amount", Refusal(() => offer.WithAmount(default)));
        Assert.Equal("stageName", Refusal(() => offer.WithStage(" ")));
    }

    [Property]
    public Property Categories_rise_and_the_expected_value_lies_within() =>
        Prop.ForAll(s_opportunities, opportunities =>
        {
            var forecast = PipelineForecast.Of(s_stages, Revenue(1_000m), opportunities, s_quarter, s_asOf);
            return forecast.Closed <= forecast.Commit && forecast.Commit <= forecast.BestCase && forecast.BestCase <= forecast.Pipeline
                && forecast.Closed <= forecast.Expected && forecast.Expected <= forecast.Pipeline
                && forecast.Pipeline + forecast.Omitted == Sum(opportunities.Where(each => s_quarter.Contains(each.ExpectedClose)));
        });

    [Property]
    public Property Expected_value_and_variance_are_those_of_the_plain_sum() =>
        Prop.ForAll(s_opportunities, opportunities =>
        {
            var forecast = PipelineForecast.Of(s_stages, Revenue(1_000m), opportunities, s_quarter, s_asOf);
            var (expected, variance) = (Exact.Of(0), Exact.Of(0));
            foreach (var line in forecast.Lines)
            {
                var (p, a) = (Exact.Of(line.Probability.Fraction), Exact.Of(line.Opportunity.Amount.Money.Amount));
                expected += p * a;
                variance += p * (Exact.Of(1) - p) * a * a;
            }

            return Exact.Of(forecast.Expected.Money.Amount) == expected && Exact.Of(forecast.Variance) == variance;
        });

    [Property]
    public Property The_root_is_the_nearest_of_so_many_decimals() =>
        Prop.ForAll(s_opportunities, Gen.Choose(0, 6).ToArbitrary(), (opportunities, decimals) =>
        {
            var forecast = PipelineForecast.Of(s_stages, Revenue(1_000m), opportunities, s_quarter, s_asOf);
            var root = Exact.Of(forecast.StandardDeviation(decimals).Money.Amount);
            var half = Exact.Half * Exact.Of(new decimal(1, 0, 0, false, (byte)decimals));
            var variance = Exact.Of(forecast.Variance);
            return (root.Sign == 0 || (root - half) * (root - half) <= variance) && variance < (root + half) * (root + half);
        });

    [Property]
    public Property What_is_decided_has_no_variance() =>
        Prop.ForAll(s_opportunities, opportunities =>
            PipelineForecast.Of(
                s_stages, Revenue(1_000m),
                opportunities.Select((each, i) => each.WithProbability(i % 2 == 0 ? Percentage.Zero : Percentage.OneHundred)), s_quarter,
                    s_asOf)
                .Variance == 0m);

    [Property]
    public Property The_order_of_opportunities_does_not_matter() =>
        Prop.ForAll(s_opportunities, Gen.Choose(0, 1_000).ToArbitrary(), (opportunities, seed) =>
        {
            var shuffled = opportunities.OrderBy(each => each.Id.GetHashCode() ^ seed);
            var (one, other) = (Of(opportunities), Of(shuffled));
            return one.ToString() == other.ToString() && one.Variance == other.Variance
                && one.Explain().ToString() == other.Explain().ToString()
                && one.Overdue.Select(line => line.Opportunity).SequenceEqual(other.Overdue.Select(line => line.Opportunity));
        });

    [Property]
    public Property Periods_that_make_up_a_span_sum_to_it() =>
        Prop.ForAll(s_opportunities, opportunities =>
        {
            var months = new[] { 1, 2, 3 }.Select(
                month => PipelineForecast.Of(s_stages, Revenue(0m), opportunities, DateSpan.OfMonth(2026, month), s_asOf)).ToArray();
            var whole = Of(opportunities);
            return All().All(category =>
                months.Select(month => month.UpTo(category)).Aggregate((sum, each) => sum + each) == whole.UpTo(category))
                && months.Select(month => month.Expected).Aggregate((sum, each) => sum + each) == whole.Expected
                && months.Sum(month => month.Variance) == whole.Variance;
        });

    [Property(MaxTest = 30)]
    public Property Every_figure_explains_itself() =>
        Prop.ForAll(s_opportunities, Gen.Choose(0, 400_000).ToArbitrary(), (opportunities, quota) =>
        {
            var forecast = PipelineForecast.Of(s_stages, Revenue(quota), opportunities.Take(6), s_quarter, s_asOf);
            Proof.MustHold(forecast.Explain(), forecast.Expected.Value);
            Proof.MustHold(forecast.ExplainVariance(), forecast.Variance);
            Proof.MustHold(forecast.ExplainCoverage(), Figure.OrAbsent(forecast.Coverage));
            foreach (var category in All())
                Proof.MustHold(forecast.Explain(category), forecast.UpTo(category).Value);
            foreach (var line in forecast.Lines)
            {
                Proof.MustHold(line.Explain(), line.Expected.Value);
                Proof.MustHold(line.ExplainVariance(), line.Variance);
            }
        });

    [Theory]
    [InlineData("0", 0, "0")]
    [InlineData("3", 0, "2")]
    [InlineData("3", 1, "1.5")]
    [InlineData("2.9999", 0, "1")]
    [InlineData("9999999999.99", 2, "5000000000")]
    [InlineData("9999999999.99", 3, "4999999999.995")]
    public void The_deviation_of_one_opportunity_at_one_half_is_half_its_amount_and_a_tie_goes_up(string amount, int decimals,
        string deviation)
    {
        var opportunity = Opportunity(1, Number(amount), "offer", s_asOf).WithProbability(Percent(50));

        Assert.Equal(Revenue(Number(deviation)), Of([opportunity]).StandardDeviation(decimals));
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var one = Opportunity(1, 1m, "offer", s_asOf);

        Assert.Equal("opportunities", Refusal(() => Of([one, one])));
        Assert.Equal("opportunities", Refusal(() => Of([Opportunity(1, 1m, "unknown", s_asOf)])));
        Assert.Equal("opportunities", Refusal(() => PipelineForecast.Of(s_stages, Measure.Margin.Of(Cny(0m)), [one], s_quarter, s_asOf)));
        Assert.Equal("quota", Refusal(() => PipelineForecast.Of(s_stages, Revenue(-1m), [one], s_quarter, s_asOf)));
        Assert.Equal("decimals", Refusal(() => Of([one]).StandardDeviation(15)));
        Assert.Equal("decimals", Refusal(() => Of([one]).StandardDeviation(-1)));
        Assert.Equal("amount", Refusal(() => Opportunity(1, -1m, "offer", s_asOf)));
        Assert.Equal("probability", Refusal(() => one.WithProbability(Percent(100.01m))));
        Assert.Equal("probability", Refusal(() => one.WithProbability(Percent(-0.01m))));
        Assert.Equal("probability", Refusal(() => new PipelineStage("won", Percent(99), ForecastCategory.Closed)));
        Assert.Equal("probability", Refusal(() => new PipelineStage("lost", Percent(1), ForecastCategory.Omitted)));
        Assert.Equal("stages", Refusal(() => PipelineStages.Of()));
        Assert.Equal("stages", Refusal(() => PipelineStages.Of(s_stages.Stages[0], s_stages.Stages[0])));
        Assert.Equal("stages", Refusal(() => PipelineStages.Of(s_stages.Stages[3], s_stages.Stages[0])));
        Assert.Equal("name", Refusal(() => s_stages.Find("unknown")));
        Assert.False(s_stages.TryFind("unknown", out _));
        Assert.True(s_stages.TryFind("offer", out var found));
        Assert.Equal(Percent(40), found.Probability);
    }

    private static (ForecastCategory Category, Percentage Probability) Line(Opportunity opportunity)
    {
        var line = Of([opportunity]).Lines.Single();
        return (line.Category, line.Probability);
    }

    private static PipelineForecast Forecast(decimal quota, params (string Stage, decimal Amount)[] opportunities) =>
        PipelineForecast.Of(
            s_stages, Revenue(quota), opportunities.Select((each, i) => Opportunity(i, each.Amount, each.Stage, s_asOf)), s_quarter,
                s_asOf);

    private static PipelineForecast Of(IEnumerable<Opportunity> opportunities) =>
        PipelineForecast.Of(s_stages, Revenue(0m), opportunities, s_quarter, s_asOf);

    private static Opportunity Opportunity(int number, decimal amount, string stage, LocalDate expectedClose) =>
        new(new OpportunityId("O-" + number), new CustomerId("C"), new SalespersonId("S"), Revenue(amount), stage, expectedClose);

    private static Measured Sum(IEnumerable<Opportunity> opportunities) =>
        opportunities.Aggregate(Revenue(0m), (sum, each) => sum + each.Amount);

    private static ForecastCategory[] All() =>
        [ForecastCategory.Closed, ForecastCategory.Commit, ForecastCategory.BestCase, ForecastCategory.Pipeline, ForecastCategory.Omitted];

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string? Refusal(Func<object> make) => Assert.ThrowsAny<ArgumentException>(make).ParamName;

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
