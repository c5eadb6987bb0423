namespace SalesDomain.Pricing;

/// <content>A price that was agreed for the line, in place of the list price.</content>
public sealed partial class PricedLine
{
    /// <summary>
    /// The negotiated price of one <see cref="NegotiatedUnit"/>, or null for none: that of a line of a quotation, made by
    /// <see cref="QuoteLine.AtPrice"/>.
    /// </summary>
    public Money? NegotiatedPrice => Negotiation?.Price;

    /// <summary>Of what one the negotiated price is; null without one.</summary>
    public UnitOfMeasure? NegotiatedUnit => Negotiation?.Unit;

    /// <summary>
    /// Quantity at list price, not rounded; negative for a return. Of a line at a negotiated price above the list price the amount at that
    /// price: nothing is taken off it, and nothing is hidden behind it.
    /// </summary>
    internal Money ListAmount { get; private init; }

    /// <summary>
    /// What the quantity costs at the list price, also where a dearer one was agreed; null where none was agreed, or no list has a price.
    /// </summary>
    internal Money? AtListPrice => Negotiation?.AtListPrice;

    /// <summary>What the quantity costs at the negotiated price, not rounded and not held at a floor; null without one.</summary>
    internal Money? AtNegotiatedPrice => Negotiation?.Amount;

    /// <summary>Whether a floor keeps the line above its negotiated price.</summary>
    internal bool IsHeldAtFloor => Negotiation is { } agreed && Amount > agreed.Amount;

    /// <summary>
    /// Whether the price was agreed for what no list has one for, so that of nothing it takes anything off: whoever states that price could
    /// otherwise make the discount of other lines look as small as he likes.
    /// </summary>
    internal bool IsAgreedWithoutList => Negotiation is { AtListPrice: null };

    private Agreement? Negotiation { get; init; }

    /// <summary>The line at a negotiated price, of one of a unit that it converts to.</summary>
    /// <param name="price">The price, in the tax basis of the line.</param>
    /// <param name="unit">Of what one.</param>
    /// <param name="grid">What amounts are a multiple of, so that a floor is held in whole ones; null where that is not known.</param>
    /// <param name="hasListPrice">Whether the amount of the line is that of a list price.</param>
    internal PricedLine AtNegotiated(Money price, UnitOfMeasure unit, decimal? grid, bool hasListPrice)
    {
        var agreed = new Agreement(price, unit, AtPrice(price, unit), hasListPrice ? ListAmount : null, grid);
        return new PricedLine(this) { Negotiation = agreed, ListAmount = agreed.Amount > ListAmount ? agreed.Amount : ListAmount };
    }

    /// <summary>The line at the price that was agreed for another, which may be none.</summary>
    internal PricedLine NegotiatedAs(PricedLine other) =>
        other.Negotiation is { } agreed ? AtNegotiated(agreed.Price, agreed.Unit, agreed.Grid, !other.IsAgreedWithoutList) : this;

    /// <summary>No lower than the floor, and no higher than the list price for that.</summary>
    private Money NegotiatedAmount(Agreement agreed)
    {
        if (FloorAmount is not { } whole)
            return agreed.Amount;

        var floor = whole * FloorLift.Complement().Fraction;
        floor = agreed.Grid is { } grid ? floor.Round(DiscountRun.Grid(grid)) : floor;
        var held = agreed.Amount > floor ? agreed.Amount : floor;
        return held < ListAmount ? held : ListAmount;
    }

    private sealed record Agreement
    {
        internal Agreement(Money price, UnitOfMeasure unit, Money amount, Money? atListPrice, decimal? grid) =>
            (Price, Unit, Amount, AtListPrice, Grid) = (price, unit, amount, atListPrice, grid);

        internal Money Price { get; }

        internal UnitOfMeasure Unit { get; }

        internal Money Amount { get; }

        internal Money? AtListPrice { get; }

        internal decimal? Grid { get; }
    }
}
