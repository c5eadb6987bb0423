using System.Linq;
using SalesDomain.Tests.Explanations;
using Xunit;

namespace SalesDomain.Tests.Organization;

/// <summary>Changes each computed figure of a tree in turn: the node, and none but it and the one above, must be named.</summary>
internal static class Tampering
{
    internal static void EveryChangeIsNamed(Explanation tree)
    {
        Assert.Empty(tree.Verify());
        var places = ExplanationTree.Computed(tree);
        Assert.NotEmpty(places);
        Assert.All(places, place =>
        {
            var path = ExplanationTree.PathOf(tree, place);
            var changed = Changed(ExplanationTree.At(tree, place).Value);
            var named = ExplanationTree.With(tree, place, changed).Verify().Select(discrepancy => discrepancy.Path).ToArray();
            Assert.Contains(path, named);
            Assert.All(named, each => Assert.True(each == path || path.StartsWith(each + "/", System.StringComparison.Ordinal)));
        });
    }

    private static Figure Changed(Figure value) =>
        value.Kind switch
        {
            FigureKind.Number => decimal.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture) + 1m,
            FigureKind.Percentage => Percentage.Parse(value.ToString()) + Percentage.FromPercent(1m),
            FigureKind.Truth => value == (Figure)false,
            FigureKind.Date => new NodaTime.LocalDate(1999, 9, 9),
            _ => "changed",
        };
}
