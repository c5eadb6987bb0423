using System;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The figures of sold lines together on which a price authority decides, each with what it follows from.</summary>
internal sealed partial class PriceFigures
{
    private readonly CaseLine[] _lines;
    private readonly bool _isOfSeveral;
    private readonly LineFloor[] _floors;
    private readonly Percentage? _netOfList;
    private readonly Money? _marginAmount;
    private readonly PriceWaterfall? _waterfall;

    internal PriceFigures(Currency currency, CaseLine[] lines)
    {
        _lines = lines;
        _isOfSeveral = Array.Exists(lines, line => line.Case != lines[0].Case);
        List = Money.Sum(currency, lines.Select(line => line.Line.ListAmount));
        Net = Money.Sum(currency, lines.Select(line => line.Line.Net));
        Discounted = List - Net;
        _netOfList = Percentage.Ratio(Net, List);

        // Nothing can be taken off what costs nothing.
        Discount = _netOfList?.Complement() ?? Percentage.Zero;
        if (Array.TrueForAll(lines, line => line.Cost is not null))
        {
            Cost = Money.Sum(currency, lines.Select(line => line.Cost!.Value));
            _marginAmount = Net - Cost;
            Margin = Percentage.Ratio(_marginAmount!.Value, Net);
        }

        if (Array.TrueForAll(lines, line => line.Waterfall is not null))
        {
            _waterfall = PriceWaterfall.Sum(currency, lines.Select(line => line.Waterfall!));
            PocketMargin = _waterfall.PocketMarginRate;
        }

        _floors = [.. lines.Where(line => LineFloor.Holds(line.Line)).Select(line => new LineFloor(line))];
        BelowFloor = _floors.Aggregate(Percentage.Zero, (most, floor) => floor.Below > most ? floor.Below : most);
    }

    internal Money List { get; }

    internal Money Net { get; }

    internal Money Discounted { get; }

    internal Percentage Discount { get; }

    /// <summary>What the lines cost, where all costs are known.</summary>
    internal Money? Cost { get; }

    internal Percentage? Margin { get; }

    internal Percentage? PocketMargin { get; }

    /// <summary>How far the line that is furthest below its floor is below it.</summary>
    internal Percentage BelowFloor { get; }

    internal Figure Of(string name) =>
        name switch
        {
            PriceAuthority.Discount => Discount,
            PriceAuthority.DiscountAmount => Discounted,
            PriceAuthority.Margin => Figure.OrAbsent(Margin),
            PriceAuthority.PocketMargin => Figure.OrAbsent(PocketMargin),
            _ => BelowFloor,
        };

    /// <summary>What the floor of one line comes to, and how far below it the line is; zero or less where it is not.</summary>
    private readonly struct LineFloor
    {
        internal LineFloor(CaseLine line)
        {
            Line = line;
            Price = line.Line.Line.Floor!.Value;
            Amount = line.Line.Line.FloorAmount!.Value;
            NetOfFloor = Percentage.Ratio(line.Line.Net, Amount)!.Value;
            Below = NetOfFloor.Complement();
        }

        internal CaseLine Line { get; }

        internal Money Price { get; }

        internal Money Amount { get; }

        internal Percentage NetOfFloor { get; }

        internal Percentage Below { get; }

        /// <summary>Free goods have no price to hold, and nothing is below a floor of zero.</summary>
        internal static bool Holds(DiscountedLine line) =>
            !line.Line.IsFree && line.Line.FloorAmount is { IsZero: false };
    }
}
