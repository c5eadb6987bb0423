using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Explanations;

public sealed class FactsExplainedFurther
{
    private static readonly Explanation s_quota = Explanation.Node(
        "quota", Usd(300m), Operation.Share(Apportionment.ToWhole, 0),
        Explanation.Fact("target", Usd(900m)), Explanation.FactSum("sales", Usd(1m), 2), Explanation.Constant("others", Usd(2m)));

    [Fact]
    public void A_fact_is_followed_to_where_it_comes_from()
    {
        var target = Explanation.Node(
            "target", Usd(900m), Operation.Product, Explanation.Fact("last year", Usd(750m)), Explanation.Constant("growth", 1.2m));

        var expanded = s_quota.Expand(leaf => leaf.Name == "target" ? target : null);

        Assert.Equal(
            """
            quota: USD 300.00  [share part 1, in units of 1, ties to the first]
              target: USD 900.00  [product]
                last year: USD 750.00  [fact]
                growth: 1.2  [by the rule]
              sales: USD 1.00  [sum of 2 facts]
              others: USD 2.00  [by the rule]

            """.Replace("\r\n", "\n"),
            expanded.ToString());
        Assert.True(expanded.IsVerified);
        Assert.Equal(2, s_quota.Children[1].FactCount);
    }

    [Fact]
    public void Sums_and_constants_are_asked_about_too_and_what_takes_their_place_is_not()
    {
        var asked = new System.Collections.Generic.List<string>();
        s_quota.Expand(leaf =>
        {
            asked.Add(leaf.Name);
            return leaf.Name == "sales" ? Explanation.Node("sum", leaf.Value, Operation.Sum, Explanation.Fact("line", leaf.Value)) : null;
        });

        Assert.Equal(["target", "sales", "others"], asked);
    }

    [Fact]
    public void Another_figure_is_no_explanation_of_it()
    {
        Assert.Equal(
            "explain", Assert.Throws<ArgumentException>(() => s_quota.Expand(leaf => Explanation.Fact(leaf.Name, Usd(901m)))).ParamName);
        Assert.Equal(
            "explain",
            Assert.Throws<ArgumentException>(() => Explanation.Fact("a", Usd(0m)).Expand(_ => Explanation.Fact("a", 0m))).ParamName);
    }

    [Fact]
    public void Where_nothing_is_added_it_is_the_same() =>
        Assert.Same(s_quota, s_quota.Expand(_ => null));

    [Property(MaxTest = 200)]
    public Property What_verifies_does_so_when_every_fact_is_explained() =>
        Prop.ForAll(RuleTree.Any, tree =>
        {
            var expanded = tree.Explain().Expand(leaf => Explanation.Node(leaf.Name, leaf.Value, Operation.Max, leaf, leaf));
            return expanded.IsVerified && expanded.Value == tree.Figure && Leaves(expanded) == 2 * Leaves(tree.Explain());
        });

    private static int Leaves(Explanation explanation) => explanation.Operation is null ? 1 : explanation.Children.Sum(Leaves);
}
