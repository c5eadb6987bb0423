namespace SalesDomain.Organization;

/// <summary>Where somebody stands with a course on a day.</summary>
public enum TrainingStatus
{
    /// <summary>No role held on the day requires it.</summary>
    NotRequired,

    /// <summary>Required and never taken, in time still or late.</summary>
    Missing,

    /// <summary>Passed and valid.</summary>
    Done,

    /// <summary>Passed and valid, on one of the last days that are a warning.</summary>
    ExpiringSoon,

    /// <summary>Passed once, and valid no more.</summary>
    Expired,

    /// <summary>Not valid, and failed at the last attempt. A pass that is still valid outlives a later failure.</summary>
    Failed,
}
