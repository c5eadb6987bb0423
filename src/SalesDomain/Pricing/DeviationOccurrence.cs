namespace SalesDomain.Pricing;

/// <summary>Which deviations of one dealer from a price corridor are one occurrence.</summary>
public enum DeviationOccurrence
{
    /// <summary>All of a day: a dealer repeats what it was told of, and not what one visit saw of three products.</summary>
    Day,

    /// <summary>All of a day that are of one product.</summary>
    ProductAndDay,

    /// <summary>Every report is one for itself.</summary>
    Report,
}
