namespace SalesDomain.Organization;

/// <summary>What a coaching quota counts.</summary>
public enum CoachingUnit
{
    /// <summary>Days on which a coach came along, however many visits were made on them: ride-along days (随访天数).</summary>
    Days,

    /// <summary>Visits on which a coach came along (随访次数).</summary>
    Visits,
}
