namespace SalesDomain.Quotas;

/// <summary>Why a quota is another than it was set.</summary>
public enum QuotaChangeKind
{
    /// <summary>Less is asked, because of a leave, a lost territory or a product that did not come (quota relief).</summary>
    Relief,

    /// <summary>The quota was set wrongly.</summary>
    Correction,

    /// <summary>An account moves and its quota with it: what one owner loses the other gains.</summary>
    Transfer,

    /// <summary>What was assigned beyond the plan as a hedge is given back.</summary>
    HedgeRelease,

    /// <summary>An earlier change is undone, as if it had not been made.</summary>
    Reversal,

    /// <summary>Somebody joins in the course of the period: from the day of record on there is a quota of his, of 0 or more.</summary>
    Admission,
}
