using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The weights of a driver at every node: of one column, or of several that are blended with declared shares.</summary>
internal sealed class WeightTable
{
    private readonly BigInteger[] _shares;

    internal WeightTable(WeightColumn[] columns, Percentage[] shares)
    {
        Columns = columns;
        Shares = shares;
        _shares = Whole(shares);
    }

    internal WeightColumn[] Columns { get; }

    /// <summary>The share of each column in the blend; 100 % of a single one.</summary>
    internal Percentage[] Shares { get; }

    /// <summary>The weights where one column has them in machine words.</summary>
    internal long[]? Small => Columns.Length == 1 ? Columns[0].Small : null;

    /// <summary>
    /// Weights of siblings in the ratio Σ share × own ÷ (own of all siblings), over the columns: brought over one denominator, so that no
    /// quotient is taken. Null where a column is zero for all of them.
    /// </summary>
    internal BigInteger[]? Of(int from, int to, out WeightColumn? empty)
    {
        empty = null;
        if (Columns.Length == 1)
        {
            var weights = new BigInteger[to - from];
            for (var i = from; i < to; i++)
                weights[i - from] = Columns[0].At(i);

            empty = weights.All(weight => weight.IsZero) ? Columns[0] : null;
            return weights;
        }

        var values = Columns.Select(column => Enumerable.Range(from, to - from).Select(column.At).ToArray()).ToArray();
        var at = System.Array.FindIndex(values, column => column.All(value => value.IsZero));
        empty = at >= 0 ? Columns[at] : null;
        return at >= 0 ? null : Blend(values, _shares);
    }

    /// <summary>Percentages as whole numbers in their ratio.</summary>
    internal static BigInteger[] Whole(IReadOnlyCollection<Percentage> shares)
    {
        var digits = shares.Max(share => DecimalMath.Scale(share.Fraction));
        return [.. shares.Select(share => DecimalMath.ToInteger(share.Fraction, digits))];
    }

    private static BigInteger[] Blend(BigInteger[][] values, BigInteger[] shares)
    {
        var sums = System.Array.ConvertAll(values, column => column.Aggregate(BigInteger.Add));
        var all = sums.Aggregate(BigInteger.Multiply);
        var blended = new BigInteger[values[0].Length];
        for (var column = 0; column < values.Length; column++)
        {
            var factor = shares[column] * (all / sums[column]);
            for (var i = 0; i < blended.Length; i++)
                blended[i] += factor * values[column][i];
        }

        return blended;
    }
}
