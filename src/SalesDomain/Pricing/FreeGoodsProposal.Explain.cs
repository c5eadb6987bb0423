using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

public sealed partial class FreeGoodsProposal
{
    private static readonly Operation s_down = Operation.Round(Rounding.ToDigits(0, RoundingMode.Down));

    /// <summary>How the free quantity follows from what is ordered.</summary>
    /// <returns>The explanation, whose figure is <see cref="Missing"/>.</returns>
    public Explanation Explain() =>
        Node(
            "missing", Missing, Operation.Difference,
            Node("free", Free, Operation.Min, [.. Bounds()]),
            ExplainSum("present", Present, _present.Select(line => line.Explain())));

    private IEnumerable<Explanation> Bounds()
    {
        yield return ExplainOffered();
        if (Promotion.Most is { } most)
            yield return Constant("most", most);
        if (_left is { } left)
        {
            var paid = ExplainSum("paid", _paid, _counted.Where(line => !line.Line.IsFree).Select(line => line.Explain()));
            var present = _present.Select(line => line.Explain());
            yield return ExplainSum(
                "not given by others", left,
                present.Prepend(_paid == _whole ? paid : Node("paid, in whole units", _whole, s_down, paid)));
        }
    }

    private Explanation ExplainOffered()
    {
        var goods = Promotion.Goods;
        return goods.FromNothing is { } steps ? Node("earned", In(_steps.Free), Operation.LookUp(steps), ExplainCounted())
            : goods.IsTiered ? goods.LosesRest ? ExplainHighestTier() : ExplainAllTiers()
            : goods.Minimum is not { } least ? ExplainWithin("earned")
            : Node(
                "earned", In(_steps.Free), Operation.Select,
                Node(
                    "reaches the minimum", _steps.IsOpen, Operation.Compare(ComparisonKind.GreaterOrEqual), ExplainCounted(),
                    Constant("minimum", least)),
                ExplainWithin("of the portions, within what is ordered"), Constant("nothing", In(0m)));
    }

    private Explanation ExplainHighestTier()
    {
        var counted = ExplainCounted();
        var choices = new List<Explanation>();
        foreach (var (goods, steps) in HighestFirst(_steps))
        {
            var per = goods.Per!.Value;
            choices.Add(Node(
                "reaches " + per, steps.IsReached, Operation.Compare(ComparisonKind.GreaterOrEqual), counted, Constant("portion", per)));
            choices.Add(ExplainWhole("of each " + per, goods, steps, counted));
        }

        choices.Add(Constant("nothing", In(0m)));
        return Node("earned", In(_steps.Free), Operation.Select, [.. choices]);
    }

    private Explanation ExplainAllTiers()
    {
        var counted = ExplainCounted();
        return _steps.Tiers is [var only] ? ExplainDown("earned", only, counted)
            : Node(
                "earned", In(_steps.Free), Operation.Max,
                [.. _steps.Tiers.Select((begun, i) => ExplainDown("begun with " + Promotion.Goods.Tiers[i].Per!.Value, begun, counted))]);
    }

    private Explanation ExplainDown(string name, FreeGoodsSteps begun, Explanation counted)
    {
        var rest = counted;
        var parts = new List<Explanation>();
        foreach (var (goods, steps) in HighestFirst(begun))
        {
            var per = goods.Per!.Value;
            parts.Add(ExplainWhole("of each " + per, goods, steps, rest));
            rest = Node(
                "left of portions of " + per, Ordered(steps.Rest), Operation.Difference, rest,
                Node(
                    "in portions of " + per, Ordered(steps.InPortions), Operation.Product, ExplainWholePortions(goods, steps, rest),
                    Constant("portion", per)));
        }

        return Node(name, In(begun.Free), Operation.Sum, [.. parts]);
    }

    private IEnumerable<(FreeGoods Goods, FreeGoodsSteps Steps)> HighestFirst(FreeGoodsSteps of) =>
        Promotion.Goods.Tiers.Zip(of.Tiers, (goods, steps) => (goods, steps)).Reverse();

    private Explanation ExplainWithin(string name) =>
        !Promotion.Goods.IsInclusive ? ExplainPortions(name)
            : Node(name, In(_steps.Within), Operation.Min, ExplainPortions("of the portions"), ExplainCounted());

    private Explanation ExplainPortions(string name)
    {
        var (goods, counted) = (Promotion.Goods, ExplainCounted());
        return goods.ProRata is { } rounding
            ? Node(
                name, In(_steps.OfPortions), Operation.Round(rounding),
                Node(
                    "counted × free ÷ portion", In(_steps.Exact), Operation.Ratio,
                    Node(
                        "counted × free", In(_steps.Product), Operation.Product,
                        Node("counted, as a number", Level.Number, Operation.Ratio, counted, Constant("one", Ordered(1m))),
                        Constant("free of a portion", goods.Free!.Value)),
                    Constant("portion, as a number", goods.Per!.Value.Amount)))
            : !goods.IsWholeUnits ? ExplainWhole(name, goods, _steps, counted)
            : Node(
                name, In(_steps.OfPortions), Operation.Select,
                Node(
                    "is a whole multiple", _steps.IsMultiple, Operation.Compare(ComparisonKind.Equal),
                    ExplainWholePortions(goods, _steps, counted), ExplainPortions(goods, _steps, counted)),
                ExplainWhole("of each full portion", goods, _steps, counted), Constant("nothing", In(0m)));
    }

    private Explanation ExplainWhole(string name, FreeGoods goods, FreeGoodsSteps steps, Explanation counted) =>
        Node(
            name, In(steps.OfWhole), Operation.Product, ExplainWholePortions(goods, steps, counted),
            Constant("free of a portion", goods.Free!.Value));

    private Explanation ExplainCounted()
    {
        var counted = _counted.Select(line => line.Explain());
        return ExplainSum(
            "counted", Level,
            !Promotion.Goods.IsInclusive || _present.Length == 0 ? counted
                : counted.Append(ExplainSum("already free among it", Present, _present.Select(line => line.Explain()))));
    }

    private static Explanation ExplainWholePortions(FreeGoods goods, FreeGoodsSteps steps, Explanation counted) =>
        Node("whole portions", steps.Whole, s_down, ExplainPortions(goods, steps, counted));

    private static Explanation ExplainPortions(FreeGoods goods, FreeGoodsSteps steps, Explanation counted) =>
        Node(
            "counted ÷ portion", steps.Portions, Operation.Ratio, counted,
            Constant("portion", goods.PerAmount is { } amount ? amount : goods.Per!.Value));

    private static Explanation ExplainSum(string name, Figure value, IEnumerable<Explanation> parts)
    {
        Explanation[] all = [.. parts];
        return all.Length == 0 ? Constant(name, value) : Node(name, value, Operation.Sum, all);
    }
}
