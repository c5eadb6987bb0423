namespace SalesDomain.Pricing;

/// <summary>What the assignments and the trace say of a finding.</summary>
internal readonly struct DiversionFacts
{
    internal DiversionState State { get; init; }

    internal CustomerId? Injured { get; init; }

    internal bool IsLater { get; init; }

    internal bool IsOwn { get; init; }

    internal bool IsMeant { get; init; }

    internal bool IsPassive { get; init; }

    /// <summary>No assignment names the place, nor a place above it, on any day.</summary>
    internal bool IsUnknown { get; init; }

    /// <summary>No other dealer has the place, and the rule does not cover such places.</summary>
    internal bool IsOpen { get; init; }
}
