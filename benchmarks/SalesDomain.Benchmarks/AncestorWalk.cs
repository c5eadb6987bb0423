using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

/// <summary>From a thousand of ten thousand nodes up to the root, five levels, where every node has had two parents.</summary>
public class AncestorWalk
{
    private const int Nodes = 10_000;
    private const int Fan = 10;

    private static readonly LocalDate s_change = new(2026, 1, 1);
    private static readonly LocalDate s_day = new(2026, 3, 31);

    private readonly Hierarchy<int> _hierarchy;

    // The baseline: of each node its rows with both end days, in order of time.
    private readonly Dictionary<int, (LocalDate Start, LocalDate End, int Parent)[]> _rows = [];
    private readonly int[] _nodes;

    public AncestorWalk()
    {
        var links = new List<(int Child, int Parent, DateSpan Span)>();
        for (var node = 1; node < Nodes; node++)
        {
            var (before, after) = (Math.Max(0, (node / Fan) - 1), node / Fan);
            _rows.Add(node, [(LocalDate.MinIsoValue, s_change.PlusDays(-1), before), (s_change, LocalDate.MaxIsoValue, after)]);
            links.Add((node, before, DateSpan.Until(s_change.PlusDays(-1))));
            links.Add((node, after, DateSpan.From(s_change)));
        }

        _hierarchy = Hierarchy.Of([.. links]);
        _nodes = [.. Facts.Pieces(Nodes - 1m).Select(node => (int)node)];
    }

    [GlobalSetup]
    public void Compare() => Same.Results(i => ByHand(_nodes[i]), i => InLibrary(_nodes[i]));

    [Benchmark(Baseline = true, Description = "up to the root, hand-written dictionary of rows", OperationsPerInvoke = Facts.Count)]
    public int HandWritten()
    {
        var sum = 0;
        foreach (var node in _nodes)
            sum += ByHand(node);

        return sum;
    }

    [Benchmark(Description = "up to the root, Hierarchy.TryParentOf", OperationsPerInvoke = Facts.Count), Scalar]
    public int Library()
    {
        var sum = 0;
        foreach (var node in _nodes)
            sum += InLibrary(node);

        return sum;
    }

    private int InLibrary(int node)
    {
        var levels = 0;
        for (; _hierarchy.TryParentOf(node, s_day, out var parent); node = parent)
            levels++;

        return levels;
    }

    private int ByHand(int node)
    {
        var levels = 0;
        while (_rows.TryGetValue(node, out var rows))
        {
            foreach (var (start, end, parent) in rows)
            {
                if (start <= s_day && s_day <= end)
                {
                    node = parent;
                    break;
                }
            }

            levels++;
        }

        return levels;
    }
}
