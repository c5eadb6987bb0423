using System;
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

public sealed class ForecastsRolledUp
{
    private static readonly LocalDate s_on = new(2026, 2, 28);

    private static readonly Hierarchy<string> s_team = Hierarchy.Of(
        ("North", "Country"), ("South", "Country"), ("Li", "North"), ("Wang", "North"), ("Zhao", "South"));

    private static readonly (string Node, Measured Amount)[] s_figures = [("Li", Revenue(400m)), ("Wang", Revenue(600m)),
        ("Zhao", Revenue(500m))];

    /// <summary>A judgement or none at each node, the figure of each person.</summary>
    private static readonly Arbitrary<(int[] Figures, int[] Judged)> s_any =
        (from figures in Gen.Choose(0, 100_000).ArrayOf(6) from judged in Gen.Choose(-100_000, 100_000).ArrayOf(6) select (figures,
            judged)).ToArbitrary();

    [Fact]
    public void Judgement_stands_beside_the_system_at_every_level()
    {
        var rolled = ForecastRollUp.Of(
            s_team, s_on, s_figures,
            [
                ForecastJudgement.Of("Li", Revenue(450m), "Li", new LocalDate(2026, 2, 20), "verbal order"),
                ForecastJudgement.Of("North", Revenue(900m), "Chen", new LocalDate(2026, 2, 27), "tender postponed"),
            ]);

        var north = rolled.Find("North");
        Assert.Equal(Revenue(1_000m), north.Computed);
        Assert.Equal(Revenue(1_050m), north.FromBelow);
        Assert.Equal(Revenue(900m), north.Submitted);
        Assert.Equal(Revenue(-150m), north.Adjustment);
        Assert.Equal("Chen", north.Judgement?.By);

        var country = Assert.Single(rolled.Roots);
        Assert.Equal(Revenue(1_500m), country.Computed);
        Assert.Equal(Revenue(1_400m), country.FromBelow);
        Assert.Equal(Revenue(1_400m), country.Submitted);
        Assert.Null(country.Judgement);
        Assert.Equal(["North", "South"], country.Children.Select(child => child.Node));
    }

    [Fact]
    public void The_last_judgement_by_the_day_is_in_force()
    {
        ForecastJudgement<string>[] judgements =
        [
            ForecastJudgement.Of("Li", Revenue(2m), "Li", s_on.PlusDays(1), "later"),
            ForecastJudgement.Of("Li", Revenue(1m), "Li", s_on, "now"),
            ForecastJudgement.Of("Li", Revenue(0m), "Li", s_on.PlusDays(-1), "before"),
        ];

        Assert.Equal(Revenue(1m), ForecastRollUp.Of(s_team, s_on, s_figures, judgements).Find("Li").Submitted);
        Assert.Equal(Revenue(1m), ForecastRollUp.Of(s_team, s_on, s_figures, judgements.Reverse()).Find("Li").Submitted);
        Assert.Equal(Revenue(2m), ForecastRollUp.Of(s_team, s_on.PlusDays(1), s_figures, judgements).Find("Li").Submitted);
        Assert.Equal(Revenue(400m), ForecastRollUp.Of(s_team, s_on.PlusDays(-2), s_figures, judgements).Find("Li").Submitted);
    }

    [Property]
    public Property The_system_is_the_sum_of_the_figures_and_without_judgement_everything_is() =>
        Prop.ForAll(s_any, any =>
        {
            var judged = Rolled(any.Figures, any.Judged);
            var plain = Rolled(any.Figures, [-1, -1, -1, -1, -1, -1]);
            return plain.Roots[0].Submitted == plain.Roots[0].Computed && judged.Roots[0].Computed == plain.Roots[0].Computed
                && judged.Roots[0].Computed.Money == Money.Sum(Currency.CNY, any.Figures.Select(figure => Cny(figure)));
        });

    [Property]
    public Property What_is_submitted_is_the_system_and_the_adjustments_of_all_levels_where_no_judgement_covers_another() =>
        Prop.ForAll(s_any, any =>
        {
            // Judged at the leaves alone: what every level adds is seen in the root.
            var rolled = Rolled(any.Figures, [-1, -1, -1, any.Judged[3], any.Judged[4], any.Judged[5]]);
            var adjustments = s_team.NodesOn(s_on).Select(node => rolled.Find(node).Adjustment).Aggregate((sum, each) => sum + each);
            return rolled.Roots[0].Submitted == rolled.Roots[0].Computed + adjustments;
        });

    [Property]
    public Property From_below_is_the_own_figure_and_what_is_submitted_below() =>
        Prop.ForAll(s_any, any => s_team.NodesOn(s_on).Select(Rolled(any.Figures, any.Judged).Find).All(node =>
            node.FromBelow == node.Children.Aggregate(node.Own, (sum, child) => sum + child.Submitted)
            && node.Computed == node.Children.Aggregate(node.Own, (sum, child) => sum + child.Computed)
            && node.Submitted == (node.Judgement?.Amount ?? node.FromBelow) && node.Adjustment == node.Submitted - node.FromBelow));

    [Property(MaxTest = 30)]
    public Property Every_node_explains_itself() =>
        Prop.ForAll(s_any, any =>
        {
            foreach (var node in s_team.NodesOn(s_on).Select(Rolled(any.Figures, any.Judged).Find))
            {
                Proof.MustHold(node.Explain(), node.Submitted.Value);
                Proof.MustHold(node.ExplainComputed(), node.Computed.Value);
            }
        });

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        ForecastJudgement<string> Judged(string node, LocalDate on, Measured? amount = null) =>
            ForecastJudgement.Of(node, amount ?? Revenue(1m), "Chen", on, "why");

        Assert.Equal("figures", Refusal(() => ForecastRollUp.Of(s_team, s_on, [], [])));
        Assert.Equal("figures", Refusal(() => ForecastRollUp.Of(s_team, s_on, [("nobody", Revenue(1m))], [])));
        Assert.Equal("figures", Refusal(() => ForecastRollUp.Of(s_team, s_on, [("Li", Revenue(1m)), ("Li", Revenue(1m))], [])));
        Assert.Equal("figures",
            Refusal(() => ForecastRollUp.Of(s_team, s_on, [("Li", Revenue(1m)), ("Wang", Measure.Margin.Of(Cny(1m)))], [])));
        Assert.Equal("judgements", Refusal(() => ForecastRollUp.Of(s_team, s_on, s_figures, [Judged("nobody", s_on)])));
        Assert.Equal("judgements", Refusal(() => ForecastRollUp.Of(s_team, s_on, s_figures, [Judged("Li", s_on), Judged("Li", s_on)])));
        Assert.Equal("judgements",
            Refusal(() => ForecastRollUp.Of(s_team, s_on, s_figures, [Judged("Li", s_on, Measure.Margin.Of(Cny(1m)))])));
        var rolled = ForecastRollUp.Of(s_team, s_on, s_figures, []);
        Assert.Equal("node", Refusal(() => rolled.Find("nobody")));
        Assert.False(rolled.TryFind("nobody", out _));
    }

    private static ForecastRollUp<string> Rolled(int[] figures, int[] judged)
    {
        var nodes = s_team.NodesOn(s_on);
        return ForecastRollUp.Of(
            s_team, s_on, nodes.Select((node, i) => (node, Revenue(figures[i]))),
            nodes.Select((node, i) => (node, judged[i])).Where(each => each.Item2 >= 0)
                .Select(each => ForecastJudgement.Of(each.node, Revenue(each.Item2), "Chen", s_on, "why")));
    }

    private static string? Refusal(Action action) => Assert.ThrowsAny<ArgumentException>(action).ParamName;

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
