namespace SalesDomain.Quotas;

/// <summary>What an entry of an alert ledger says.</summary>
public enum AlertEntryKind
{
    /// <summary>The figure entered a status that raises an alert.</summary>
    Raised,

    /// <summary>An action was agreed.</summary>
    ActionPlanned,

    /// <summary>The figure was looked at again and has improved.</summary>
    Improved,

    /// <summary>The figure was looked at again and has not improved.</summary>
    NotImproved,

    /// <summary>The figure is back in a status that raises no alert, before anybody had agreed an action.</summary>
    Recovered,
}
