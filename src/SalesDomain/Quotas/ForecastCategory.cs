namespace SalesDomain.Quotas;

/// <summary>How sure an opportunity is to come in the period, from the surest to what does not count.</summary>
/// <remarks>A forecast of a category is cumulative: commit is what is closed and what is committed.</remarks>
public enum ForecastCategory
{
    /// <summary>Won.</summary>
    Closed,

    /// <summary>Promised to come in the period.</summary>
    Commit,

    /// <summary>Comes in the period if things go well.</summary>
    BestCase,

    /// <summary>Followed, and not counted on yet.</summary>
    Pipeline,

    /// <summary>Lost, or left out of the forecast.</summary>
    Omitted,
}
