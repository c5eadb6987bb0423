using System;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>How each figure follows from the lines.</summary>
internal sealed partial class PriceFigures
{
    /// <summary>The figure of a name, down to list prices, costs and floors.</summary>
    internal Explanation Explain(string name)
    {
        var counted = new CountedOnce();
        return name switch
        {
            PriceAuthority.Discount => ExplainDiscount(counted),
            PriceAuthority.DiscountAmount => Node(name, Discounted, Operation.Difference, ExplainList(), ExplainListedNet(counted)),
            PriceAuthority.Margin => ExplainMargin(counted),
            PriceAuthority.PocketMargin => ExplainPocketMargin(),
            _ => ExplainBelowFloor(counted),
        };
    }

    private Explanation ExplainDiscount(CountedOnce counted) =>
        _netOfList is not { } ratio ? Fact(PriceAuthority.Discount, Discount)
            : Node(
                PriceAuthority.Discount, Discount, Operation.Difference, Constant("whole", Percentage.OneHundred),
                Node("net ÷ list", ratio, Operation.Ratio, ExplainListedNet(counted), ExplainList()));

    private Explanation ExplainMargin(CountedOnce counted) =>
        Margin is not { } margin ? Fact(PriceAuthority.Margin, Figure.Absent)
            : Node(
                PriceAuthority.Margin, margin, Operation.Ratio,
                Node(
                    "net less cost", _marginAmount!.Value, Operation.Difference, ExplainNet(counted),
                    Total("cost of what is sold", Cost!.Value, line => Fact("cost of " + line.Line.Name, line.Cost!.Value))),
                ExplainNet(counted));

    private Explanation ExplainPocketMargin()
    {
        if (PocketMargin is not { } margin)
            return Fact(PriceAuthority.PocketMargin, Figure.Absent);

        var amount = _waterfall!.Explain();
        return Node(PriceAuthority.PocketMargin, margin, Operation.Ratio, amount, amount.Children[0]);
    }

    private Explanation ExplainBelowFloor(CountedOnce counted) =>
        Node(
            PriceAuthority.BelowFloor, BelowFloor, Operation.Max,
            [Constant("not below", Percentage.Zero), .. _floors.Select(floor => floor.Explain(counted))]);

    private Explanation ExplainNet(CountedOnce counted) => Total("net of what is sold", Net, line => line.Line.Explain(counted));

    private Explanation ExplainListedNet(CountedOnce counted) =>
        _listed == _lines && !_isAboveList ? ExplainNet(counted)
            : Total(NamesOfListed().Net, ListedNet, _listed, line => line.Line.ExplainJudged(counted));

    private Explanation ExplainList() =>
        Total(NamesOfListed().List, ListedList, _listed, line => line.Line.ExplainJudgedList());

    private (string Net, string List) NamesOfListed() =>
        DiscountedLine.NamesOfJudged(_listed.Select(line => line.Line), _listed == _lines);

    private Explanation Total(string name, Money total, Func<CaseLine, Explanation> explain) => Total(name, total, _lines, explain);

    private Explanation Total(string name, Money total, CaseLine[] lines, Func<CaseLine, Explanation> explain) =>
        lines.Length == 0 ? Fact(name, total) : Node(name, total, Operation.Sum, [.. lines.Select(line => Named(line, explain(line)))]);

    // Of several documents each line goes by its document too.
    private Explanation Named(CaseLine line, Explanation figure) =>
        _isOfSeveral ? Node(line.Case.Id.ToString(), figure.Value, Operation.Sum, figure) : figure;
}
