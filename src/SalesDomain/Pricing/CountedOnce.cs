using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>Explains what counts for steps, within one explanation: added up where it is first met, and stated after that.</summary>
/// <remarks>Added up for each line that it counts for, a document would be explained by the square of its lines.</remarks>
internal sealed class CountedOnce
{
    private readonly HashSet<(DiscountTurn Turn, int Place)> _met = [];
    private readonly HashSet<ValuesCounted> _values = [];
    private readonly Dictionary<DiscountTurn, (ILookup<int, int> AsTheyAre, ILookup<int, CountedUnit> Converted)> _byPlace = [];

    /// <summary>Whether it was shown of what several prices count by value is made up.</summary>
    internal bool IsShown(ValuesCounted values) => _values.Contains(values);

    internal void Show(ValuesCounted values) => _values.Add(values);

    /// <summary>What counts for a line, or for the order at index 0.</summary>
    internal Explanation Explain(DiscountedDocument document, DiscountTurn turn, int index, Figure level)
    {
        var name = turn.AmountsOfLines is null ? "quantity counted" : "amount counted";
        var place = document.Run.PlaceOf(turn, index);
        if (!_met.Add((turn, place)))
            return Fact(name, level);

        if (!_byPlace.TryGetValue(turn, out var lines))
            _byPlace.Add(turn, lines = (document.Run.CountedLines(turn), turn.Converted.ToLookup(counted => counted.Place)));

        return turn.AmountsOfLines is { } amounts
            ? OrderExplanation.Sum(
                name, level, lines.AsTheyAre[place].Select(line => Fact(document.NameOf(line), document.In(amounts[line]))))
            : OrderExplanation.Sum(
                name, level,
                lines.AsTheyAre[place].Select(line => Fact(document.NameOf(line), document.QuantityOf(line)))
                    .Concat(lines.Converted[place].Select(counted => Converted(document, counted, turn.Staged.Unit!))));
    }

    private static Explanation Converted(DiscountedDocument document, CountedUnit counted, UnitOfMeasure unit) =>
        Node(
            "in " + unit, new Quantity(counted.Converted, unit), Operation.Convert(counted.Units, unit),
            OrderExplanation.Sum(
                "in " + counted.Unit, new Quantity(counted.Sum, counted.Unit),
                counted.Lines.Select(line => Fact(document.NameOf(line), document.QuantityOf(line)))));
}
