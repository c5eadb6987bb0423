namespace SalesDomain.Pricing;

/// <summary>A sold line of a price case, with what else is known of it.</summary>
internal readonly struct CaseLine
{
    internal CaseLine(PriceCase owner, DiscountedLine line, ScopeSubject subject, Money? cost, PriceWaterfall? waterfall)
    {
        Case = owner;
        Line = line;
        Subject = subject;
        Cost = cost;
        Waterfall = waterfall;
    }

    internal PriceCase Case { get; }

    internal DiscountedLine Line { get; }

    /// <summary>What the line states; the customer of the case where it states none.</summary>
    internal ScopeSubject Subject { get; }

    internal Money? Cost { get; }

    internal PriceWaterfall? Waterfall { get; }
}
