using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Quotas;

/// <summary>Changes one computed figure of an explanation, as if engine and explanation had parted, and looks whether Verify names its node.</summary>
internal static class Tampering
{
    /// <summary>The explanation verifies; with one of its computed figures changed, that node is named.</summary>
    internal static void IsNamed(Explanation explanation, int choice)
    {
        Assert.True(explanation.IsVerified, string.Join("\n", explanation.Verify().Select(discrepancy => discrepancy.ToString())));
        var paths = Computed(explanation, []).ToArray();
        if (paths.Length == 0)
            return;

        var path = paths[choice % paths.Length];
        var tampered = Changed(explanation, path, 0);
        Assert.True(
            tampered.Verify().Any(discrepancy => ReferenceEquals(discrepancy.Node, At(tampered, path))),
            "Not named: " + At(tampered, path) + " of\n" + explanation);
    }

    private static IEnumerable<int[]> Computed(Explanation node, int[] path)
    {
        if (node.Operation is not null)
            yield return path;
        for (var i = 0; i < node.Children.Count; i++)
        {
            foreach (var below in Computed(node.Children[i], [.. path, i]))
                yield return below;
        }
    }

    private static Explanation At(Explanation node, int[] path) => path.Aggregate(node, (at, child) => at.Children[child]);

    private static Explanation Changed(Explanation node, int[] path, int depth) =>
        depth == path.Length ? Explanation.Node(node.Name, Other(node.Value), node.Operation!, [.. node.Children])
            : node.Operation is null ? throw new InvalidOperationException("A leaf has nothing below.")
            : Explanation.Node(
                node.Name, node.Value, node.Operation,
                [.. node.Children.Select((child, i) => i == path[depth] ? Changed(child, path, depth + 1) : child)]);

    // Far more than the last of 28 digits.
    private static Figure Other(Figure value) =>
        value.Kind switch
        {
            FigureKind.Money => Text(value) is var (amount, unit) && Currency.Iso.Any(currency => currency.Code == unit)
                ? new Money(amount + 1000m, Currency.FromCode(unit)) : "tampered",
            FigureKind.Truth => value == (Figure)false,
            FigureKind.Absent => 1m,
            _ => "tampered",
        };

    private static (decimal Amount, string Unit) Text(Figure money)
    {
        var text = money.ToString().Split(' ');
        return (decimal.Parse(text[1], System.Globalization.CultureInfo.InvariantCulture), text[0]);
    }
}
