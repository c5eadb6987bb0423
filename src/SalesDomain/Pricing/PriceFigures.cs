using System;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The figures of sold lines together on which a price authority decides, each with what it follows from.</summary>
internal sealed partial class PriceFigures
{
    private readonly Currency _currency;
    private readonly CaseLine[] _lines;

    // Those with a list price, of which something can be taken off.
    private readonly CaseLine[] _listed;
    private readonly bool _isAboveList;
    private readonly bool _isOfSeveral;
    private readonly FloorFigure[] _floors;
    private readonly Percentage? _netOfList;
    private readonly Money? _marginAmount;
    private readonly PriceWaterfall? _waterfall;

    // Worked out only where a figure is beyond a limit.
    private readonly Lazy<PriceRounding> _rounding;
    private readonly Lazy<PriceRounding> _roundingOfListed;

    internal PriceFigures(Currency currency, CaseLine[] lines)
    {
        _currency = currency;
        _lines = lines;
        _isOfSeveral = Array.Exists(lines, line => line.Case != lines[0].Case);
        List = Money.Sum(currency, lines.Select(line => line.Line.ListAmount));
        Net = Money.Sum(currency, lines.Select(line => line.Line.Net));
        _listed = Array.Exists(lines, IsWithoutList) ? Array.FindAll(lines, line => !IsWithoutList(line)) : lines;
        _isAboveList = Array.Exists(_listed, line => line.Line.IsAboveList);
        ListedList = Money.Sum(currency, _listed.Select(line => line.Line.JudgedList));
        ListedNet = Money.Sum(currency, _listed.Select(line => line.Line.JudgedNet));
        Discounted = ListedList - ListedNet;
        _netOfList = Percentage.Ratio(ListedNet, ListedList);

        // Nothing can be taken off what costs nothing.
        Discount = _netOfList?.Complement() ?? Percentage.Zero;
        if (Array.TrueForAll(lines, line => line.Cost is not null))
        {
            Cost = Money.Sum(currency, lines.Select(line => line.Cost!.Value));
            _marginAmount = Net - Cost;
            Margin = RateOf(_marginAmount!.Value, Net);
        }

        if (Array.TrueForAll(lines, line => line.Waterfall is not null))
        {
            _waterfall = PriceWaterfall.Sum(currency, lines.Select(line => line.Waterfall!));
            PocketMargin = _waterfall.PocketMargin is { } margin ? RateOf(margin, _waterfall.Pocket) : null;
        }

        _floors = FloorFigure.Of(currency, lines);
        BelowFloor = _floors.Aggregate(Percentage.Zero, (most, floor) => floor.Below > most ? floor.Below : most);
        _rounding = new Lazy<PriceRounding>(() => PriceRounding.Of(_currency, _lines));

        // Of what is sold above list nothing is taken off, and so nothing by rounding.
        _roundingOfListed = _listed == lines && !_isAboveList ? _rounding
            : new Lazy<PriceRounding>(() => PriceRounding.Of(_currency, Array.FindAll(_listed, line => !line.Line.IsAboveList)));
    }

    internal Money List { get; }

    internal Money Net { get; }

    /// <summary>The list amount of the lines with a list price, at that, also where a dearer price was agreed.</summary>
    internal Money ListedList { get; }

    /// <summary>What is left of that, of no line more than it.</summary>
    internal Money ListedNet { get; }

    /// <summary>What is taken off the lines with a list price.</summary>
    internal Money Discounted { get; }

    internal Percentage Discount { get; }

    /// <summary>What the lines cost, where all costs are known.</summary>
    internal Money? Cost { get; }

    internal Percentage? Margin { get; }

    internal Percentage? PocketMargin { get; }

    /// <summary>How far the line or product that is furthest below its floor is below it.</summary>
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

    private static bool IsWithoutList(CaseLine line) => line.Line.Line.IsAgreedWithoutList;

    // Where nothing is left, a loss divided by it would be a gain.
    private static Percentage? RateOf(Money margin, Money of) => of.IsPositive ? Percentage.Ratio(margin, of) : null;
}
