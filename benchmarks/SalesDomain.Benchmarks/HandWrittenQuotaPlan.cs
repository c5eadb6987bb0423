using System;
using System.Collections.Generic;

namespace SalesDomain.Benchmarks;

/// <summary>
/// The plan as somebody would write it for one case: a tree of equal width numbered level by level, histories in cents and quotas in
/// thousands as machine words, one hedge, and money in decimal where it leaves.
/// </summary>
internal sealed class HandWrittenQuotaPlan
{
    private readonly QuotaPlanFacts _facts;
    private readonly long[] _units;

    internal HandWrittenQuotaPlan(QuotaPlanFacts facts)
    {
        _facts = facts;
        var count = facts.Nodes.Length;
        _units = new long[count];
        Quotas = new decimal[count];
        Through = new decimal[count * 12];
        Actuals = new decimal[count];
        var index = new Dictionary<SalespersonId, int>(count);
        for (var i = 0; i < count; i++)
            index.Add(facts.Nodes[i], i);

        BreakDown(RolledUpHistory());
        Phase();
        RollUp(index);
    }

    internal decimal[] Quotas { get; }

    /// <summary>Running totals, twelve a node.</summary>
    internal decimal[] Through { get; }

    internal decimal[] Actuals { get; }

    private long[] RolledUpHistory()
    {
        var weights = new long[_units.Length];
        for (var i = 0; i < _facts.History.Length; i++)
            weights[_facts.FirstLeaf + i] = (long)(_facts.History[i] * 100m);
        for (var i = weights.Length - 1; i > 0; i--)
            weights[(i - 1) / _facts.Width] += weights[i];

        return weights;
    }

    private void BreakDown(long[] weights)
    {
        var width = _facts.Width;
        var remainders = new long[width];
        var order = new int[width];
        _units[0] = (long)(_facts.Target.Money.Amount / 1_000m);
        for (var parent = 0; parent < _facts.FirstLeaf; parent++)
        {
            // 2 % of hedge, half away from zero.
            var total = ((_units[parent] * 102L) + 50L) / 100L;
            var left = total;
            var first = (parent * width) + 1;
            for (var i = 0; i < width; i++)
            {
                var product = (Int128)total * weights[first + i];
                var share = (long)(product / weights[parent]);
                _units[first + i] = share;
                remainders[i] = -(long)(product - ((Int128)share * weights[parent]));
                order[i] = i;
                left -= share;
            }

            // Stable for equal remainders: the first wins.
            Array.Sort(order, (i, j) => remainders[i] != remainders[j] ? remainders[i].CompareTo(remainders[j]) : i.CompareTo(j));
            for (var i = 0; i < left; i++)
                _units[first + order[i]]++;
        }

        for (var i = 0; i < _units.Length; i++)
            Quotas[i] = _units[i] * 1_000m;
    }

    private void Phase()
    {
        var cumulative = new long[12];
        for (var month = 0; month < 12; month++)
            cumulative[month] = (month == 0 ? 0L : cumulative[month - 1]) + (long)_facts.Weights[month];

        var through = new long[Through.Length];
        for (var leaf = _facts.FirstLeaf; leaf < _units.Length; leaf++)
        {
            for (var month = 0; month < 12; month++)
                through[(leaf * 12) + month] = ((2L * _units[leaf] * cumulative[month]) + 100L) / 200L;
        }

        for (var node = _units.Length - 1; node > 0; node--)
        {
            var to = (node - 1) / _facts.Width * 12;
            for (var month = 0; month < 12; month++)
                through[to + month] += through[(node * 12) + month];
        }

        for (var i = 0; i < through.Length; i++)
            Through[i] = through[i] * 1_000m;
    }

    private void RollUp(Dictionary<SalespersonId, int> index)
    {
        foreach (var line in _facts.Lines)
            Actuals[index[line.Salesperson!.Value]] += line.NetAmount.Amount;
        for (var i = Actuals.Length - 1; i > 0; i--)
            Actuals[(i - 1) / _facts.Width] += Actuals[i];
    }
}
