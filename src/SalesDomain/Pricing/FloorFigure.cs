using System;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>How far a line is below its floor, or the lines of a product with its free goods; zero or less where they are not.</summary>
internal sealed class FloorFigure
{
    private readonly string _name;
    private readonly LineFloor[] _lines;
    private readonly Money _net;
    private readonly Money _floor;
    private readonly Percentage _netOfFloor;
    private readonly Lazy<PriceRounding> _rounding;

    private FloorFigure(Currency currency, string name, LineFloor[] lines)
    {
        _name = name;
        _lines = lines;
        _net = Money.Sum(currency, lines.Select(line => line.Line.Line.Net));
        _floor = Money.Sum(currency, lines.Select(line => line.Amount));
        _netOfFloor = Percentage.Ratio(_net, _floor)!.Value;
        Below = _netOfFloor.Complement();
        _rounding = new Lazy<PriceRounding>(() => PriceRounding.Of(currency, Array.ConvertAll(lines, line => line.Line)));
    }

    internal Percentage Below { get; }

    internal PriceRounding Rounding => _rounding.Value;

    internal Percentage BelowWithoutRounding => NetOfFloorWithout.Complement();

    private Percentage NetOfFloorWithout => Percentage.Ratio(_net + Rounding.RoundedUp, _floor)!.Value;

    /// <summary>Each line that has a floor, and each product that has such lines and free goods.</summary>
    internal static FloorFigure[] Of(Currency currency, CaseLine[] lines)
    {
        LineFloor[] sold = [.. lines.Where(Holds).Select(line => new LineFloor(line, line.Line.Line, line.Line.Line.FloorUnit!))];
        var figures = sold.Select(floor => new FloorFigure(currency, floor.Line.Line.Name, [floor])).ToList();
        var free = lines.Where(line => line.Line.Line.IsFree && line.Subject.Product is not null)
            .ToLookup(line => line.Subject.Product!.Value);
        if (free.Count > 0)
        {
            foreach (var product in sold.Where(floor => floor.Line.Subject.Product is { } known && free.Contains(known))
                .GroupBy(floor => floor.Line.Subject.Product!.Value))
            {
                LineFloor[] given = [.. free[product.Key].Select(line => LineFloor.OfFree(line, product.First())).OfType<LineFloor>()];
                if (given.Length > 0)
                    figures.Add(new FloorFigure(currency, product.Key + " with its free goods", [.. product, .. given]));
            }
        }

        return [.. figures];
    }

    internal Explanation Explain(CountedOnce counted) =>
        Node(
            _name + " below its floor", Below, Operation.Difference, Constant("whole", Percentage.OneHundred),
            Node("net ÷ floor", _netOfFloor, Operation.Ratio, ExplainNet(counted), ExplainFloor()));

    internal Explanation ExplainWithoutRounding(CountedOnce counted) =>
        Node(
            _name + " below its floor", BelowWithoutRounding, Operation.Difference, Constant("whole", Percentage.OneHundred),
            Node(
                "net without rounding ÷ floor", NetOfFloorWithout, Operation.Ratio,
                Node("net without rounding", _net + Rounding.RoundedUp, Operation.Sum, ExplainNet(counted), Rounding.ExplainRoundedUp()),
                ExplainFloor()));

    // Nothing is below a floor of zero.
    private static bool Holds(CaseLine line) => !line.Line.Line.IsFree && line.Line.Line.FloorAmount is { IsZero: false };

    private Explanation ExplainNet(CountedOnce counted) =>
        _lines.Length == 1 ? _lines[0].Line.Line.Explain(counted)
            : Node("net", _net, Operation.Sum, [.. _lines.Select(line => line.Line.Line.Explain(counted))]);

    private Explanation ExplainFloor() =>
        _lines.Length == 1 ? _lines[0].Explain()
            : Node("floors × quantities", _floor, Operation.Sum, [.. _lines.Select(line => line.Explain())]);

    /// <summary>What the floor of one line comes to.</summary>
    private sealed class LineFloor
    {
        private readonly PricedLine _priced;
        private readonly UnitOfMeasure _unit;
        private readonly Money _price;

        internal LineFloor(CaseLine line, PricedLine priced, UnitOfMeasure unit)
        {
            Line = line;
            _priced = priced;
            _unit = unit;
            _price = priced.Floor!.Value;
            Amount = priced.FloorAmount!.Value;
        }

        internal CaseLine Line { get; }

        internal Money Amount { get; }

        /// <summary>Free goods at their own floor, else at that of what is sold; null where their unit does not convert.</summary>
        internal static LineFloor? OfFree(CaseLine line, LineFloor sold)
        {
            var priced = line.Line.Line;
            if (priced.Floor is null && !priced.Converts(sold._unit))
            {
                if (sold._priced.Units is not { } units || !units.Knows(priced.Quantity.Unit) || !units.Knows(sold._unit))
                    return null;

                priced = priced.WithUnits(units);
            }

            priced = priced.Floor is null ? priced.WithFloor(sold._price, sold._unit) : priced;
            return new LineFloor(line, priced, priced.FloorUnit!);
        }

        internal Explanation Explain() =>
            Node(
                "floor × quantity", Amount, Operation.Product, Fact("floor", _price), _priced.ExplainQuantityIn(_unit));
    }
}
