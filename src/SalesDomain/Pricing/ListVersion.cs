namespace SalesDomain.Pricing;

/// <summary>A list with one of its versions and the days of it.</summary>
internal sealed class ListVersion(PriceList list, DateSpan span, PriceListVersion version)
{
    internal PriceList List { get; } = list;

    internal DateSpan Span { get; } = span;

    internal PriceListVersion Version { get; } = version;
}
