namespace SalesDomain.Quotas;

/// <summary>What becomes of the part of a quota that was missed in the periods gone by (缺口).</summary>
public enum ShortfallRule
{
    /// <summary>It is spread over the periods to come in proportion to their weights.</summary>
    Spread,

    /// <summary>It is spread over the periods to come in equal parts.</summary>
    SpreadEvenly,

    /// <summary>All of it goes into the next period.</summary>
    NextPeriod,

    /// <summary>It is written off, if somebody approves who may; the quota stands if not.</summary>
    WriteOff,
}
