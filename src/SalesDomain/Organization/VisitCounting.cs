namespace SalesDomain.Organization;

/// <summary>How often visits of one salesperson to one customer on one day count.</summary>
public enum VisitCounting
{
    /// <summary>Every visit counts, also the second of a day.</summary>
    EveryVisit,

    /// <summary>
    /// Those of a day count once, with an order if one of them had one. Visits of two salespersons, or for two plans where a plan is
    /// measured, are counted apart, so that numbers of persons and plans still add up.
    /// </summary>
    OncePerDay,
}
