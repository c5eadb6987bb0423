namespace SalesDomain;

/// <summary>Where the value of a <see cref="Measure"/> comes from.</summary>
public enum MeasureSource
{
    /// <summary>It is read from each <see cref="SalesLine"/>.</summary>
    SalesLines,

    /// <summary>It is read from each <see cref="CollectionLine"/>.</summary>
    CollectionLines,

    /// <summary>No single fact states it; the caller gives it: a balance, a count, a measure of the caller's own.</summary>
    Given,
}
