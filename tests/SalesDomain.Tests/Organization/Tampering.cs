using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Organization;

/// <summary>Changes each computed figure of a tree in turn: the node, and none but it and the one above, must be named.</summary>
internal static class Tampering
{
    internal static void EveryChangeIsNamed(Explanation tree)
    {
        Assert.Empty(tree.Verify());
        var paths = Computed(tree, tree.Name).ToArray();
        Assert.NotEmpty(paths);
        Assert.All(paths, path =>
        {
            var named = Tampered(tree, tree.Name, path).Verify().Select(discrepancy => discrepancy.Path).ToArray();
            Assert.Contains(path, named);
            Assert.All(named, each => Assert.True(each == path || path.StartsWith(each + "/", System.StringComparison.Ordinal)));
        });
    }

    private static IEnumerable<string> Computed(Explanation tree, string path) =>
        tree.Operation is null ? []
            : new[] { path }.Concat(tree.Children.SelectMany(child => Computed(child, path + "/" + child.Name)));

    private static Explanation Tampered(Explanation tree, string path, string at) =>
        tree.Kind switch
        {
            ExplanationKind.Fact => Explanation.Fact(tree.Name, tree.Value),
            ExplanationKind.Constant => Explanation.Constant(tree.Name, tree.Value),
            ExplanationKind.FactSum => Explanation.FactSum(tree.Name, tree.Value, tree.FactCount),
            _ => Explanation.Node(
                tree.Name, path == at ? Changed(tree.Value) : tree.Value, tree.Operation!,
                [.. tree.Children.Select(child => Tampered(child, path + "/" + child.Name, at))]),
        };

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
