namespace SalesDomain.Organization;

/// <summary>What becomes of a criterion that nobody scored.</summary>
public enum MissingScore
{
    /// <summary>There is no total, and a reason names the criterion.</summary>
    Block,

    /// <summary>The criterion is left out, and the weights of the others stand for the whole.</summary>
    Exclude,

    /// <summary>It counts as the lowest score of the scale, which is zero where the scale begins at zero.</summary>
    CountAsLowest,
}
