namespace SalesDomain.Organization;

/// <summary>What a coaching quota counts.</summary>
public enum CoachingUnit
{
    /// <summary>Days on which a coach came along, however many visits were made on them: ride-along days (协访天数).</summary>
    Days,

    /// <summary>Visits on which a coach came along (协访次数).</summary>
    Visits,
}
