using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>The plain code of an apportioned share: floors first, then one unit at a time to whoever has the largest remainder left.</summary>
internal static class PlainShare
{
    internal static Figure Of(IReadOnlyList<Figure> figures, Apportionment apportionment, int part)
    {
        PlainCode.Require(figures.Count >= 2 && part < figures.Count - 1, "a share has the total and the weight of every part");
        var total = figures[0];
        var weights = figures.Skip(1).Select(figure => figure.Number).ToArray();
        PlainCode.Require(figures.Skip(1).All(figure => figure.IsComparableWith(figures[1])), "the weights must be of one kind and unit");
        PlainCode.Require(weights.All(weight => weight >= 0m), "a weight is zero or more");

        var unit = total.Kind == FigureKind.Money ? apportionment.UnitFor((Currency)total.Unit!) : apportionment.Unit;
        PlainCode.Require(unit is not null, "a figure without a currency has no minor unit");
        var rest = total.Number % unit!.Value;
        PlainCode.Require(rest == 0m || apportionment.RestTo is not null, "the total must be a multiple of the unit");

        var whole = (total.Number - rest) / unit.Value;
        var units = Units(BigInteger.Abs(new BigInteger(whole)), weights, apportionment.Ties, part);
        return total.With(((whole < 0m ? -units : units) * unit.Value) + (apportionment.RestTo == part ? rest : 0m));
    }

    private static decimal Units(BigInteger total, decimal[] weights, TieBreak ties, int part)
    {
        var digits = weights.Max(DecimalMath.SignificantDecimals);
        var whole = weights.Select(weight => DecimalMath.ToInteger(weight, digits)).ToArray();
        var all = whole.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        PlainCode.Require(!all.IsZero || total.IsZero, "the weights are all zero");
        if (all.IsZero)
            return 0m;

        var units = whole.Select(weight => total * weight / all).ToArray();
        var remainders = whole.Select(weight => total * weight % all).ToArray();
        var winners = Enumerable.Range(0, weights.Length).OrderByDescending(i => remainders[i]);
        winners = ties switch
        {
            TieBreak.Last => winners.ThenByDescending(i => i),
            TieBreak.LargestWeight => winners.ThenByDescending(i => weights[i]).ThenBy(i => i),
            _ => winners.ThenBy(i => i),
        };

        var left = total - units.Aggregate(BigInteger.Zero, (sum, share) => sum + share);
        return (decimal)(units[part] + (winners.Take((int)left).Contains(part) ? BigInteger.One : BigInteger.Zero));
    }
}
