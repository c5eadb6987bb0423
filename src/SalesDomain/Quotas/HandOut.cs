namespace SalesDomain.Quotas;

/// <summary>The steps from the quota of a parent to what its children share.</summary>
internal readonly struct HandOut
{
    internal HandOut(decimal passed, decimal own, decimal factor, decimal hedged, decimal shared)
    {
        (Passed, Own, Factor, Hedged, Shared) = (passed, own, factor, hedged, shared);
    }

    /// <summary>What goes to single children as it is.</summary>
    internal decimal Passed { get; }

    /// <summary>The quota less that.</summary>
    internal decimal Own { get; }

    /// <summary>1 + hedge.</summary>
    internal decimal Factor { get; }

    /// <summary>The product of the two.</summary>
    internal decimal Hedged { get; }

    /// <summary>The product rounded to the unit; without a hedge the quota itself, rest included.</summary>
    internal decimal Shared { get; }
}
