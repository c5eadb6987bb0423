using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>
/// The plain code of an apportioned share: first which parts are held at a bound, by trying the levels at which one meets its bound; then
/// floors for the others, and one unit at a time to whoever has the largest remainder.
/// </summary>
internal static class PlainShare
{
    internal static Figure Of(IReadOnlyList<Figure> figures, Apportionment apportionment, int part, ApportionmentPart[] bounds)
    {
        PlainCode.Require(figures.Count >= 2 && part < figures.Count - 1, "a share has the total and the weight of every part");
        return Share(figures[0], Weights(figures, 1, figures.Count - 1), apportionment, part, bounds);
    }

    /// <summary>
    /// By several weights at once: after the total come the weights of all parts for the first driver, then for the next.
    /// </summary>
    internal static Figure OfBlend(
        IReadOnlyList<Figure> figures, Apportionment apportionment, int part, ApportionmentPart[] bounds, Percentage[] shares)
    {
        var parts = (figures.Count - 1) / shares.Length;
        PlainCode.Require(
            parts > part && figures.Count == (parts * shares.Length) + 1,
            "a share of a blend has the total and for every driver the weight of every part");

        // Sums of fractions: what a part has of each driver, times the share of the driver.
        var tops = new BigInteger[parts];
        var bottom = BigInteger.One;
        for (var driver = 0; driver < shares.Length; driver++)
        {
            var weights = Weights(figures, 1 + (driver * parts), parts);
            var all = weights.Aggregate(BigInteger.Add);
            PlainCode.Require(!all.IsZero || figures[0].Number == 0m, "a driver must have a weight");
            all = BigInteger.Max(all, BigInteger.One);
            var share = DecimalMath.ToInteger(shares[driver].Fraction, DecimalMath.MostDigits);
            for (var i = 0; i < parts; i++)
                tops[i] = (tops[i] * all) + (share * weights[i] * bottom);

            bottom *= all;
        }

        return Share(figures[0], tops, apportionment, part, bounds);
    }

    private static BigInteger[] Weights(IReadOnlyList<Figure> figures, int from, int count)
    {
        var weights = figures.Skip(from).Take(count).ToArray();
        PlainCode.Require(weights.All(figure => figure.IsComparableWith(weights[0])), "the weights must be of one kind and unit");
        PlainCode.Require(weights.All(weight => weight.Number >= 0m), "a weight is zero or more");
        var digits = weights.Max(weight => DecimalMath.SignificantDecimals(weight.Number));
        return [.. weights.Select(weight => DecimalMath.ToInteger(weight.Number, digits))];
    }

    private static Figure Share(Figure total, BigInteger[] weights, Apportionment apportionment, int part, ApportionmentPart[] bounds)
    {
        PlainCode.Require(!(apportionment.RestTo >= weights.Length), "the part that takes the rest must exist");
        PlainCode.Require(bounds.Length == 0 || bounds.Length == weights.Length, "there must be bounds for every part, or none");

        var unit = total.Kind == FigureKind.Money ? apportionment.UnitFor((Currency)total.Unit!) : apportionment.Unit;
        PlainCode.Require(unit is not null, "a figure without a currency has no minor unit");
        var rest = total.Number % unit!.Value;
        PlainCode.Require(rest == 0m || apportionment.RestTo is not null, "the total must be a multiple of the unit");

        var sign = total.Number < 0m ? -1m : 1m;
        var rows = weights.Select((weight, i) => Row(
            weight, i < bounds.Length ? bounds[i] : default, sign, unit.Value, i == apportionment.RestTo ? rest : 0m)).ToArray();
        var units = Units(new BigInteger((total.Number - rest) * sign / unit.Value), rows, apportionment.Ties, part);
        return total.With((sign * (decimal)units * unit.Value) + (apportionment.RestTo == part ? rest : 0m));
    }

    private static (BigInteger Weight, BigInteger Least, BigInteger? Most) Row(
        BigInteger weight, ApportionmentPart bounds, decimal sign, decimal unit, decimal rest)
    {
        var (low, high) = sign > 0m ? (bounds.Minimum, bounds.Maximum) : (-bounds.Maximum, -bounds.Minimum);
        var least = low is { } from ? new BigInteger(decimal.Ceiling((from - (sign * rest)) / unit)) : BigInteger.Zero;
        return (weight, BigInteger.Max(least, BigInteger.Zero),
            high is { } to ? new BigInteger(decimal.Floor((to - (sign * rest)) / unit)) : null);
    }

    private static BigInteger Units(
        BigInteger total, (BigInteger Weight, BigInteger Least, BigInteger? Most)[] rows, TieBreak ties, int part)
    {
        var held = Held(total, rows);
        if (held[part] is { } bound)
            return bound;

        var free = Enumerable.Range(0, rows.Length).Where(i => held[i] is null).ToArray();
        var left = held.Aggregate(total, (rest, units) => rest - (units ?? BigInteger.Zero));
        var all = free.Aggregate(BigInteger.Zero, (sum, i) => sum + rows[i].Weight);
        var spare = free.Aggregate(left, (rest, i) => rest - (left * rows[i].Weight / all));
        var winners = free.OrderByDescending(i => left * rows[i].Weight % all);
        winners = ties switch
        {
            TieBreak.Last => winners.ThenByDescending(i => i),
            TieBreak.LargestWeight => winners.ThenByDescending(i => rows[i].Weight).ThenBy(i => i),
            _ => winners.ThenBy(i => i),
        };

        return (left * rows[part].Weight / all) + (winners.Take((int)spare).Contains(part) ? BigInteger.One : BigInteger.Zero);
    }

    /// <summary>
    /// The units of the parts held at a bound, null for the others. At a level, every part gets level × weight within its bounds; the right
    /// level is the highest at which that is not more than the total, and between two bounds it only moves the parts that are free.
    /// </summary>
    private static BigInteger?[] Held(BigInteger total, (BigInteger Weight, BigInteger Least, BigInteger? Most)[] rows)
    {
        if (rows.All(row => row.Least.IsZero && row.Most is null && !row.Weight.IsZero))
            return new BigInteger?[rows.Length];

        PlainCode.Require(rows.All(row => !(row.Most < row.Least)), "the bounds of a part hold no multiple of the unit");
        var weighted = rows.Where(row => !row.Weight.IsZero).ToArray();
        var levels = weighted.Select(row => (Top: row.Least, Bottom: row.Weight))
            .Concat(weighted.Where(row => row.Most is not null).Select(row => (Top: row.Most!.Value, Bottom: row.Weight)))
            .Where(level => !IsMore(rows, level, total))
            .ToArray();
        PlainCode.Require(
            rows.Aggregate(BigInteger.Zero, (sum, row) => sum + row.Least) <= total, "the least of all is more than the total");

        var reached = levels.Aggregate((Top: BigInteger.Zero, Bottom: BigInteger.One), (best, level) =>
            level.Top * best.Bottom > best.Top * level.Bottom ? level : best);
        var held = rows.Select(row =>
            row.Weight.IsZero || row.Least * reached.Bottom > reached.Top * row.Weight ? row.Least
            : row.Most is { } most && most * reached.Bottom <= reached.Top * row.Weight ? most
            : (BigInteger?)null).ToArray();
        PlainCode.Require(
            held.Any(units => units is null) || held.Aggregate(BigInteger.Zero, (sum, units) => sum + units!.Value) == total,
            "the most of all, or their weight, is less than the total");
        return held;
    }

    private static bool IsMore(
        (BigInteger Weight, BigInteger Least, BigInteger? Most)[] rows, (BigInteger Top, BigInteger Bottom) level, BigInteger total)
    {
        var sum = BigInteger.Zero;
        foreach (var (weight, least, most) in rows)
        {
            var share = BigInteger.Max(level.Top * weight, least * level.Bottom);
            sum += most is { } bound ? BigInteger.Min(share, bound * level.Bottom) : share;
        }

        return sum > total * level.Bottom;
    }
}
