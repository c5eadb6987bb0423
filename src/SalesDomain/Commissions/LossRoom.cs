namespace SalesDomain.Commissions;

/// <summary>What the limit of a span leaves of one uncollectible amount.</summary>
internal readonly struct LossRoom(DateSpan span, Money limit, Money otherwise, Money left, Money room)
{
    internal DateSpan Span { get; } = span;

    internal Money Limit { get; } = limit;

    /// <summary>What is borne of other amounts in it.</summary>
    internal Money Otherwise { get; } = otherwise;

    internal Money Left { get; } = left;

    /// <summary>Zero or more.</summary>
    internal Money Room { get; } = room;
}
