namespace SalesDomain.Pricing;

/// <summary>What the purchases of a period count together by value, and which of them do not.</summary>
internal sealed class EarlierValues(ValuesCounted counted, int withoutCount, EarlierPurchase? firstWithout)
{
    internal ValuesCounted Counted { get; } = counted;

    /// <summary>How many purchases have no first price in the list, and so do not count.</summary>
    internal int WithoutCount { get; } = withoutCount;

    /// <summary>The first of them; null where there is none.</summary>
    internal EarlierPurchase? FirstWithout { get; } = firstWithout;
}
