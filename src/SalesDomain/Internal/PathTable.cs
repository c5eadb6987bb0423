using System.Collections.Generic;

namespace SalesDomain.Internal;

/// <summary>
/// From a node and a number to the next node. The framework's dictionary hashes a pair of small numbers by their exclusive or, under
/// which most of ours would be equal.
/// </summary>
internal sealed class PathTable
{
    // 2^64 ÷ the golden ratio: spreads neighbouring keys over all slots.
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly Slot[] _slots;
    private readonly int _shift;

    internal PathTable(IReadOnlyCollection<KeyValuePair<(int Node, int Number), int>> steps)
    {
        var bits = 2;
        while (1L << bits < 2L * steps.Count)
            bits++;

        _slots = new Slot[1 << bits];
        _shift = 64 - bits;
        foreach (var step in steps)
        {
            var at = Home(Key(step.Key.Node, step.Key.Number));
            while (!_slots[at].IsFree)
                at = (at + 1) & (_slots.Length - 1);

            _slots[at] = new Slot(Key(step.Key.Node, step.Key.Number), step.Value);
        }
    }

    /// <summary>The next node, or -1.</summary>
    internal int Find(int node, int number)
    {
        var key = Key(node, number);
        for (var at = Home(key); ; at = (at + 1) & (_slots.Length - 1))
        {
            ref readonly var slot = ref _slots[at];
            if (slot.IsFree)
                return -1;
            if (slot.Key == key)
                return slot.Next;
        }
    }

    private int Home(ulong key) => (int)(unchecked(key * Spread) >> _shift);

    private static ulong Key(int node, int number) => ((ulong)(uint)node << 32) | (uint)number;

    /// <summary>Half of the slots at least are free. Node 0 is where a path begins, never where a step leads.</summary>
    private readonly struct Slot(ulong key, int next)
    {
        internal ulong Key { get; } = key;

        internal int Next { get; } = next;

        internal bool IsFree => Next == 0;
    }
}
