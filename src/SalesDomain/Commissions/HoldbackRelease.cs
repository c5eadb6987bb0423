namespace SalesDomain.Commissions;

/// <summary>What was released of the measurement periods within a span.</summary>
internal sealed class HoldbackRelease(
    DateSpan span, string? component, Percentage part, bool forfeitsRest, decimal released, decimal forfeited)
{
    internal DateSpan Span { get; } = span;

    /// <summary>The component released by itself; null for all.</summary>
    internal string? Component { get; } = component;

    internal Percentage Part { get; } = part;

    internal bool ForfeitsRest { get; } = forfeitsRest;

    internal decimal Released { get; } = released;

    internal decimal Forfeited { get; } = forfeited;
}
