namespace SalesDomain;

/// <summary>Which of the entries that hold for a sale wins in a <see cref="ScopeTable{T}"/>.</summary>
public enum ScopeChoice
{
    /// <summary>The one whose level comes first in the <see cref="AccessSequence"/>.</summary>
    MostSpecific,

    /// <summary>
    /// The one with the highest value by the comparison, and of equal ones the most specific where the table has a sequence.
    /// </summary>
    Highest,

    /// <summary>
    /// The one with the lowest value by the comparison, and of equal ones the most specific where the table has a sequence.
    /// </summary>
    Lowest,
}
