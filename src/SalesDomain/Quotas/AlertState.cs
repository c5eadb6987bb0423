namespace SalesDomain.Quotas;

/// <summary>How far an alert is.</summary>
public enum AlertState
{
    /// <summary>Raised, and no action is agreed.</summary>
    Open,

    /// <summary>An action is agreed, and the day of the re-check has not come.</summary>
    ActionPlanned,

    /// <summary>The day of the re-check has come, and nobody has recorded what it showed.</summary>
    RecheckDue,

    /// <summary>Closed: the re-check showed an improvement.</summary>
    ClosedImproved,

    /// <summary>Closed: the re-check showed none, and the alert was raised again one level up.</summary>
    ClosedNotImproved,

    /// <summary>Closed without an action: the figure came back by itself before one was agreed.</summary>
    ClosedRecovered,
}
