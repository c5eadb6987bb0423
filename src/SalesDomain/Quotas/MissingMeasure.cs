namespace SalesDomain.Quotas;

/// <summary>What a composite does with a component that has no attainment: its quota is zero, or its actual is not known.</summary>
public enum MissingMeasure
{
    /// <summary>It is left out, and the weights of the others count as if they were the whole.</summary>
    Exclude,

    /// <summary>It counts as 0 %: who has no result has none.</summary>
    CountAsZero,

    /// <summary>It counts as 100 %: nobody loses by what was not asked.</summary>
    CountAsFull,

    /// <summary>There is no composite until it has one.</summary>
    Block,
}
