using FsCheck.Xunit;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pareto;

public sealed class ParetoExplanations
{
    [Property(Arbitrary = [typeof(ParetoSample)])]
    public void Every_class_is_explained_and_the_explanation_verifies(ParetoSample sample) =>
        Assert.All(sample.Classes.Classify(sample.Items), item =>
        {
            var explanation = item.Explain();
            Assert.Equal((Figure)item.Class, explanation.Value);
            Assert.Empty(explanation.Verify());
        });

    [Fact]
    public void An_explanation_shows_what_was_compared_with_each_bound() =>
        Assert.Equal(
            """
            class: B  [select]
              is within A: no  [compare <]
                larger values: CNY 850.00  [sum of 2 facts]
                bound of A: CNY 800.00  [product]
                  share of A: 80%  [by the rule]
                  total: CNY 1000.00  [sum of 5 facts]
              then: A  [by the rule]
              is within B: yes  [compare <]
                larger values: CNY 850.00  [sum of 2 facts]
                bound of B: CNY 950.00  [product]
                  share of B: 95%  [by the rule]
                  total: CNY 1000.00  [sum of 5 facts]
              then: B  [by the rule]
              else: C  [by the rule]

            """.Replace("\r\n", "\n"),
            ParetoClasses.Abc.Classify([("a", Cny(650m)), ("b", Cny(200m)), ("c", Cny(100m)), ("d", Cny(30m)), ("e", Cny(20m)),
                ("f", Cny(-5m))])[2].Explain().ToString());

    [Fact]
    public void Equal_values_and_returns_are_explained_too()
    {
        (string, decimal)[] items = [("a", 60m), ("b", 20m), ("c", 20m), ("d", -1m)];

        Assert.Contains("this and equal values: 40  [sum of 2 facts]",
            ParetoClasses.Abc.WithCrossing(CrossingItem.Excluded).Classify(items)[1].Explain().ToString(), System.StringComparison.Ordinal);
        Assert.Contains("twice the middle: 160  [sum]", ParetoClasses.Abc.WithCrossing(CrossingItem.Nearest).Classify(items)[1].Explain()
            .ToString(), System.StringComparison.Ordinal);
        Assert.Contains("is no part of the total: yes  [compare <=]", ParetoClasses.Abc.Classify(items)[3].Explain().ToString(),
            System.StringComparison.Ordinal);
    }
}
