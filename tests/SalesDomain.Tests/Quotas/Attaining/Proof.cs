using System.Linq;
using SalesDomain.Tests.Explanations;
using Xunit;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>
/// What every explanation has to hold: it states the figure, it verifies, and whichever computed figure in it is changed is named.
/// </summary>
internal static class Proof
{
    internal static void Holds(Figure figure, Explanation explanation)
    {
        Assert.Equal(figure, explanation.Value);
        Assert.Empty(explanation.Verify());
        foreach (var place in ExplanationTree.Computed(explanation))
        {
            var node = ExplanationTree.At(explanation, place);
            var other = Other(node.Value);
            var found = ExplanationTree.With(explanation, place, other).Verify();
            Assert.True(
                found.Any(each => each.Node.Name == node.Name && each.Node.Value == other),
                "Stating " + other + " for " + node.Name + " in\n" + explanation + "is not found.");
        }
    }

    private static Figure Other(Figure figure) =>
        figure.Kind switch
        {
            FigureKind.Number => 7_777.5m,
            FigureKind.Percentage => Percentage.FromPercent(7_777.5m),
            FigureKind.Money =>
                figure == new Money(7_777.5m, Currency.CNY) ? new Money(1m, Currency.CNY) : new Money(7_777.5m, Currency.CNY),
            FigureKind.Quantity => Quantity.Pieces(7_777.5m),
            FigureKind.Truth => figure == (Figure)false,
            FigureKind.Absent => 7_777.5m,
            _ => "another word",
        };
}
