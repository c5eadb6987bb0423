namespace SalesDomain.Pricing;

/// <summary>What a discount of lines needs more of a line, to reach its next step or its minimum.</summary>
internal readonly struct DiscountThreshold
{
    internal DiscountThreshold(Discount discount, int line, decimal more, decimal counted, bool isAtBound, bool isExact)
    {
        Discount = discount;
        Line = line;
        More = more;
        Counted = counted;
        IsAtBound = isAtBound;
        IsExact = isExact;
    }

    internal Discount Discount { get; }

    /// <summary>The first line of those that count together; one that the discount comes upon, where there is one.</summary>
    internal int Line { get; }

    /// <summary>How much more of the line, in its unit; by an amount what it is at the price that it has now.</summary>
    internal decimal More { get; }

    /// <summary>What counts together, in the unit of the line.</summary>
    internal decimal Counted { get; }

    /// <summary>Whether the bound itself is in the next step.</summary>
    internal bool IsAtBound { get; }

    /// <summary>Whether nothing was divided for it.</summary>
    internal bool IsExact { get; }
}
