using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Explanations;

/// <summary>What every explanation of a rule has to stand: it verifies, and no computed figure of it can be changed unnoticed.</summary>
internal static class Proof
{
    /// <summary>The explanation verifies and states the figure; with any one computed figure changed, its node is named.</summary>
    internal static void MustHold(Explanation explanation, Figure figure)
    {
        Assert.Equal(figure, explanation.Value);
        Assert.Empty(explanation.Verify().Select(discrepancy => discrepancy.ToString()));
        foreach (var place in ExplanationTree.Computed(explanation))
        {
            var node = ExplanationTree.At(explanation, place);
            foreach (var value in Changes(node.Value))
            {
                var named = ExplanationTree.With(explanation, place, value).Verify().Select(discrepancy => discrepancy.Node).ToArray();
                Assert.True(
                    Array.Exists(named, each => each.Name == node.Name && each.Value == value),
                    node.Name + " can be changed from " + node.Value + " to " + value + " unnoticed in\n" + explanation);
            }
        }
    }

    private static IEnumerable<Figure> Changes(Figure value)
    {
        yield return value == Figure.Absent ? 1m : Figure.Absent;
        yield return value.Kind switch
        {
            FigureKind.Truth => value != true,
            FigureKind.Text => value + "!",
            FigureKind.Money => Money.Parse(value.ToString()) + new Money(0.01m, Money.Parse(value.ToString()).Currency),
            FigureKind.Quantity => Quantity.Parse(value.ToString()) + new Quantity(0.01m, Quantity.Parse(value.ToString()).Unit),
            FigureKind.Percentage => Percentage.Parse(value.ToString()) + Percentage.FromPercent(0.01m),
            FigureKind.Number => decimal.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture) + 0.01m,
            _ => false,
        };
    }
}
