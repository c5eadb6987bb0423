namespace SalesDomain.Rebates;

/// <summary>Over what a guaranteed minimum runs, and when it is given.</summary>
public enum RebateGuaranteeKind
{
    /// <summary>Every period gives at least the minimum.</summary>
    PerPeriod,

    /// <summary>All periods together give at least the minimum, given with the first; later only what goes beyond it.</summary>
    CumulativeFirst,

    /// <summary>All periods together give at least the minimum; what is missing is given with the last.</summary>
    CumulativeLast,
}
