using System;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// Changes by day that never change themselves, with the lowest balance from a day on: halves of halves of all days there are, each with
/// its sum, so that a change more shares all but the way down to its day.
/// </summary>
internal sealed class DayBalances
{
    // Every packed day is a number from zero up with so many digits of two.
    private const int Top = 23;
    private const int Offset = 1 << Top;

    private readonly Node? _root;

    private DayBalances(Node? root) => _root = root;

    internal static DayBalances None { get; } = new(null);

    internal DayBalances With(LocalDate day, decimal change) => new(With(_root, Top, IndexOf(day), change));

    /// <summary>The lowest balance at the end of a day that has changes, from a day on; null where there is none any more.</summary>
    internal decimal? LowestFrom(LocalDate day)
    {
        var (index, before, lowest) = (IndexOf(day), 0m, (decimal?)null);
        var node = _root;
        for (var level = Top; node is not null && level >= 0; level--)
        {
            if (IsLater(index, level))
            {
                before += node.Left?.Sum ?? 0m;
                node = node.Right;
                continue;
            }

            // The right half is all later than the day.
            if (node.Right is { } right)
                lowest = Lower(lowest, before + (node.Left?.Sum ?? 0m) + right.Lowest);
            node = node.Left;
        }

        return node is null ? lowest : Lower(lowest, before + node.Lowest);
    }

    private static decimal Lower(decimal? lowest, decimal other) => lowest is { } known ? Math.Min(known, other) : other;

    private static int IndexOf(LocalDate day) => DayNumber.Packed(day) + Offset;

    private static bool IsLater(int index, int level) => (index >> level & 1) != 0;

    private static Node With(Node? node, int level, int index, decimal change)
    {
        if (level < 0)
        {
            var sum = (node?.Sum ?? 0m) + change;
            return new Node(sum, sum, null, null);
        }

        return IsLater(index, level) ? Over(node?.Left, With(node?.Right, level - 1, index, change))
            : Over(With(node?.Left, level - 1, index, change), node?.Right);
    }

    // One of the two is there.
    private static Node Over(Node? left, Node? right) =>
        left is null ? new Node(right!.Sum, right.Lowest, null, right)
            : right is null ? new Node(left.Sum, left.Lowest, left, null)
            : new Node(left.Sum + right.Sum, Math.Min(left.Lowest, left.Sum + right.Lowest), left, right);

    private sealed class Node
    {
        internal Node(decimal sum, decimal lowest, Node? left, Node? right) => (Sum, Lowest, Left, Right) = (sum, lowest, left, right);

        internal decimal Sum { get; }

        /// <summary>The lowest balance at the end of a day of these, the first of them starting at zero.</summary>
        internal decimal Lowest { get; }

        internal Node? Left { get; }

        internal Node? Right { get; }
    }
}
