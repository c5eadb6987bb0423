using System.Collections.Generic;
using System.Linq;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>An explanation as far down as it is shown, and what verifying all of it found, down to the last order line.</summary>
public sealed class Proven
{
    /// <summary>What the figures of an order line start from.</summary>
    public const string PriceQuantityDiscount = "price, quantity and discount";

    public Proven(Explanation shown, Explanation whole)
    {
        Shown = shown;
        Discrepancies = whole.Verify();
        FiguresVerified = Nodes(whole).Count(node => node.Kind == ExplanationKind.Computed);
    }

    public Explanation Shown { get; }

    public IReadOnlyList<Discrepancy> Discrepancies { get; }

    public int FiguresVerified { get; }

    public bool IsVerified => Discrepancies.Count == 0;

    private static IEnumerable<Explanation> Nodes(Explanation node) => node.Children.SelectMany(Nodes).Prepend(node);
}
