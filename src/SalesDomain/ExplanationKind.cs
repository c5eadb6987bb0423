namespace SalesDomain;

/// <summary>Where a figure of an <see cref="Explanation"/> comes from.</summary>
public enum ExplanationKind
{
    /// <summary>Given by the caller's data.</summary>
    Fact,

    /// <summary>Given by the rule's definition.</summary>
    Constant,

    /// <summary>The sum of many facts that were streamed and not kept.</summary>
    FactSum,

    /// <summary>Said to follow from the figures below by an operation.</summary>
    Computed,
}
