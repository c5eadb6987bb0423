using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Tests.Explanations;

/// <summary>
/// The nodes of an explanation by their places in it (which child of which child), and the explanation with another figure at one.
/// </summary>
internal static class ExplanationTree
{
    /// <summary>The places of all computed figures.</summary>
    internal static IReadOnlyList<int[]> Computed(Explanation explanation) => [.. Computed(explanation, [])];

    internal static Explanation At(Explanation explanation, int[] place) =>
        place.Aggregate(explanation, (node, child) => node.Children[child]);

    /// <summary>The place by the names on the way to it, as a discrepancy states it.</summary>
    internal static string PathOf(Explanation explanation, int[] place) =>
        string.Join("/", Enumerable.Range(0, place.Length + 1).Select(length => At(explanation, [.. place.Take(length)]).Name));

    /// <summary>As if engine and explanation had parted at that place.</summary>
    internal static Explanation With(Explanation explanation, int[] place, Figure value) => With(explanation, place, 0, value);

    private static IEnumerable<int[]> Computed(Explanation node, int[] place) =>
        node.Operation is null ? []
            : node.Children.SelectMany((child, i) => Computed(child, [.. place, i])).Prepend(place);

    private static Explanation With(Explanation node, int[] place, int depth, Figure value)
    {
        if (node.Operation is not { } operation)
            throw new ArgumentException("A leaf is not computed.", nameof(place));

        return depth == place.Length ? Explanation.Node(node.Name, value, operation, [.. node.Children])
            : Explanation.Node(
                node.Name, node.Value, operation,
                [.. node.Children.Select((child, i) => i == place[depth] ? With(child, place, depth + 1, value) : child)]);
    }
}
