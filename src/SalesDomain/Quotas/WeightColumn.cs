using System;
using System.Collections.Generic;
using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// What one driver gives every node of a tree, as whole numbers on a common scale: machine words where they hold the sum of all, otherwise
/// numbers of any size.
/// </summary>
internal sealed class WeightColumn
{
    private readonly long[]? _small;
    private readonly BigInteger[]? _large;
    private readonly bool[]? _unknown;
    private readonly int _digits;
    private readonly Measured? _template;

    private WeightColumn(string name, Measured? template, int digits, long[]? small, BigInteger[]? large, bool[]? unknown)
    {
        (Name, _template, _digits) = (name, template, digits);
        (_small, _large, _unknown) = (small, large, unknown);
    }

    internal string Name { get; }

    /// <summary>The weights, where all sums of them fit.</summary>
    internal long[]? Small => _small;

    /// <summary>The same weight for every node, whatever is below it.</summary>
    internal static WeightColumn Even(string name, int count)
    {
        var ones = new long[count];
        for (var i = 0; i < count; i++)
            ones[i] = 1L;

        return new WeightColumn(name, null, 0, ones, null, null);
    }

    /// <summary>
    /// The weights of the nodes that state one, rolled up to those that do not. A leaf without one is unknown, and so is what is rolled
    /// up from
    /// it, unless missing ones have a weight.
    /// </summary>
    internal static WeightColumn Of(
        string name, Measured? template, IReadOnlyCollection<KeyValuePair<int, decimal>> stated, decimal? missing, TreeLayout tree)
    {
        var digits = missing is { } weight ? DecimalMath.Scale(weight) : 0;
        var all = Math.Min(missing ?? 0m, decimal.MaxValue / tree.Count) * tree.Count;
        foreach (var pair in stated)
        {
            digits = Math.Max(digits, DecimalMath.Scale(pair.Value));
            all = decimal.MaxValue - all > pair.Value ? all + pair.Value : decimal.MaxValue;
        }

        var isStated = new bool[tree.Count];
        foreach (var pair in stated)
            isStated[pair.Key] = true;

        var unknown = missing is null ? Unknown(isStated, tree) : null;
        if (digits <= 18 && all < long.MaxValue * DecimalMath.PowerOfTenth(digits))
        {
            var power = 1m / DecimalMath.PowerOfTenth(digits);
            var small = new long[tree.Count];
            foreach (var pair in stated)
                small[pair.Key] = decimal.ToInt64(pair.Value * power);

            RollUp(small, isStated, missing is { } each ? decimal.ToInt64(each * power) : 0L, tree);
            return new WeightColumn(name, template, digits, small, null, unknown);
        }

        var large = new BigInteger[tree.Count];
        foreach (var pair in stated)
            large[pair.Key] = DecimalMath.ToInteger(pair.Value, digits);

        RollUp(large, isStated, DecimalMath.ToInteger(missing ?? 0m, digits), tree);
        if (Array.Exists(large, sum => !Fits(sum, digits)))
            throw new OverflowException("A sum of '" + name + "' needs more digits than a decimal holds.");

        return new WeightColumn(name, template, digits, null, large, unknown);
    }

    internal bool IsUnknown(int node) => _unknown is not null && _unknown[node];

    /// <summary>The first of siblings that is unknown, or −1.</summary>
    internal int FirstUnknown(int from, int to) => _unknown is null ? -1 : Array.IndexOf(_unknown, true, from, to - from);

    internal BigInteger At(int node) => _large is null ? _small![node] : _large[node];

    /// <summary>The weight as a number.</summary>
    /// <exception cref="OverflowException">A decimal does not hold it.</exception>
    internal decimal NumberAt(int node) => DecimalMath.FromInteger(At(node), _digits);

    /// <summary>The weight as what it measures: last year's money, a number of accounts.</summary>
    internal Figure FigureOf(decimal weight) => _template is { } template ? template.With(weight).Value : weight;

    // An explanation states every weight as a decimal.
    private static bool Fits(BigInteger value, int digits)
    {
        for (; digits > 0 && BigInteger.Remainder(value, 10).IsZero; digits--)
            value /= 10;

        return value <= new BigInteger(decimal.MaxValue);
    }

    private static bool[]? Unknown(bool[] isStated, TreeLayout tree)
    {
        bool[]? unknown = null;
        for (var i = tree.Count - 1; i >= 0; i--)
        {
            if (isStated[i] || !(tree.IsLeaf(i) || (unknown is not null && unknown[i])))
            {
                // A node that states its own weight hides what is unknown below it.
                if (unknown is not null)
                    unknown[i] = false;
                continue;
            }

            unknown ??= new bool[tree.Count];
            unknown[i] = true;
            if (i > 0)
                unknown[tree.Parents[i]] = true;
        }

        return unknown;
    }

    private static void RollUp(long[] weights, bool[] isStated, long missing, TreeLayout tree)
    {
        var parents = tree.Parents;
        for (var i = weights.Length - 1; i > 0; i--)
        {
            if (!isStated[i] && tree.IsLeaf(i))
                weights[i] = missing;
            if (!isStated[parents[i]])
                weights[parents[i]] += weights[i];
        }
    }

    private static void RollUp(BigInteger[] weights, bool[] isStated, BigInteger missing, TreeLayout tree)
    {
        var parents = tree.Parents;
        for (var i = weights.Length - 1; i > 0; i--)
        {
            if (!isStated[i] && tree.IsLeaf(i))
                weights[i] = missing;
            if (!isStated[parents[i]])
                weights[parents[i]] += weights[i];
        }
    }
}
