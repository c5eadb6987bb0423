using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class ParetoItem<TKey, TValue>
{
    /// <summary>Why the item is in its class: the running totals that were compared with the bounds.</summary>
    /// <returns>The explanation, whose figure is the name of the class.</returns>
    public Explanation Explain() => Explanation.Node("class", Class, Operation.Select, [.. Choices()]);

    // Conditions and names in turn, and the last class for what meets none of them.
    private IEnumerable<Explanation> Choices()
    {
        var last = Explanation.Constant("else", _run.Classes.LastName);
        if (Counts)
        {
            foreach (var bound in _run.Classes.InnerBounds)
            {
                yield return Condition(bound);
                yield return Explanation.Constant("then", bound.Name);
            }
        }
        else
        {
            yield return Explanation.Node(
                "is no part of the total", true, Operation.Compare(ComparisonKind.LessOrEqual),
                Explanation.Fact("value", _run.FigureOf(Value)), Explanation.Constant("zero", _run.FigureOf(0m)));
            yield return last;
        }

        yield return last;
    }

    private Explanation Condition(ParetoBound bound)
    {
        var larger = Explanation.FactSum("larger values", _run.FigureOf(Steps.Before(_position)), Steps.Larger(_position));
        var total = Explanation.FactSum("total", _run.FigureOf(Steps.Total), Steps.Counted);

        // A percentage of a plain number would be a percentage: of numbers it is the fraction that is multiplied.
        Figure factor = total.Value.Kind == FigureKind.Number ? bound.UpTo.Fraction : bound.UpTo;
        var share = Explanation.Constant("share of " + bound.Name, factor);
        var limit = Explanation.Node("bound of " + bound.Name, _run.FigureOf(Steps.Share(bound.UpTo)), Operation.Product, share, total);
        var isWithin = Steps.Class(_position) <= bound.Index;
        var name = "is within " + bound.Name;
        switch (Steps.Crossing)
        {
            case CrossingItem.Included:
                return Explanation.Node(name, isWithin, Operation.Compare(ComparisonKind.Less), larger, limit);
            case CrossingItem.Excluded:
                var equals = Explanation.FactSum("this and equal values", _run.FigureOf(Steps.OfEquals(_position)),
                    Steps.CountOfEquals(_position));
                var after = Explanation.Node("with this", _run.FigureOf(Steps.After(_position)), Operation.Sum, larger, equals);
                return Explanation.Node(name, isWithin, Operation.Compare(ComparisonKind.LessOrEqual), after, limit);
            default:
                var down = Explanation.FactSum("larger values, this and equal ones", _run.FigureOf(Steps.After(_position)),
                    Steps.LargerOrEqual(_position));
                var middle = Explanation.Node("twice the middle", _run.FigureOf(Steps.TwiceMiddle(_position)), Operation.Sum, larger, down);
                var twice = Explanation.Node("twice the bound", _run.FigureOf(Steps.TwiceShare(bound.UpTo)), Operation.Product,
                    Explanation.Constant("twice", 2m), limit);
                return Explanation.Node(name, isWithin, Operation.Compare(ComparisonKind.LessOrEqual), middle, twice);
        }
    }
}
