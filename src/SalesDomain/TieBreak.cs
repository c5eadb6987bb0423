namespace SalesDomain;

/// <summary>Who gets the last unit when two parts have the same remainder.</summary>
public enum TieBreak
{
    /// <summary>The part that stands first in the list.</summary>
    First,

    /// <summary>The part that stands last in the list.</summary>
    Last,

    /// <summary>The part with the larger weight; among equal weights the first.</summary>
    LargestWeight,
}
