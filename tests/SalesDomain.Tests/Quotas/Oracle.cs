using System.Globalization;
using System.Linq;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas;

/// <summary>Shares of a family as rational numbers, from the explanation's facts and not from the library's tables.</summary>
internal static class Oracle
{
    internal static decimal Number(Measured measured) =>
        measured.Measure.Kind switch
        {
            FigureKind.Money => measured.Money.Amount,
            FigureKind.Quantity => measured.Quantity.Amount,
            _ => measured.Number,
        };

    internal static Share[] Shares(QuotaTree<int> tree, int parent)
    {
        var children = tree.Tree.ChildrenOf(parent);
        var driver = tree.Rule.Driver;
        var parts = driver.Parts.Count == 0 ? [(Driver: driver, Share: Percentage.OneHundred)] : driver.Parts;
        var total = Exact.Of(Number(tree[parent].HandedOut!.Value));
        return [.. children.Select((child, at) => new Share(child, total * parts.Aggregate(Exact.Of(0), (sum, part) =>
        {
            var weights = children.Select(sibling => Weight(tree.Tree, part.Driver, sibling)).ToArray();
            return sum + (Exact.Of(part.Share.Fraction) * weights[at] / weights.Aggregate(Exact.Of(0), (all, weight) => all + weight));
        })))];
    }

    /// <summary>Whole units first, then one more each to the largest rests, ties by the rule.</summary>
    internal static decimal[] Split(QuotaTree<int> tree, int parent, decimal unit)
    {
        var shares = Shares(tree, parent);
        var sign = Number(tree[parent].HandedOut!.Value) < 0m ? -1 : 1;
        var units = shares.Select(share => (share.Exact.Abs() / Exact.Of(unit)).Floor()).ToArray();
        var total = Exact.Of(Number(tree[parent].HandedOut!.Value)).Abs() / Exact.Of(unit);
        var left = units.Aggregate(total, (rest, each) => rest - each);
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(i => shares[i].Rest(unit));
        order = tree.Rule.Ties switch
        {
            TieBreak.Last => order.ThenByDescending(i => i),
            TieBreak.LargestWeight => order.ThenByDescending(i => shares[i].Exact.Abs()).ThenBy(i => i),
            _ => order.ThenBy(i => i),
        };
        foreach (var i in order)
        {
            if (left.Sign <= 0)
                break;

            units[i] += Exact.Of(1);
            left -= Exact.Of(1);
        }

        return [.. units.Select(each => sign * decimal.Parse(each.ToString().Split('/')[0], CultureInfo.InvariantCulture) * unit)];
    }

    private static Exact Weight(PlanTree<int> tree, AllocationDriver<int> driver, int node)
    {
        if (driver.Name == "even")
            return Exact.Of(1);

        return driver.TryWeightOf(node, out var weight) ? Exact.Of(weight)
            : tree.ChildrenOf(node).Aggregate(Exact.Of(0), (sum, child) => sum + Weight(tree, driver, child));
    }

    internal sealed record Share(int Child, Exact Exact)
    {
        internal Exact Rest(decimal unit)
        {
            var units = Exact.Abs() / Exact.Of(unit);
            return units - units.Floor();
        }
    }
}
