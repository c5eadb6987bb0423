namespace SalesDomain.Internal;

/// <summary>
/// What a <see cref="StepTable{TBound}"/> is searched for: a level itself, or an amount set against bounds scaled by a quota.
/// </summary>
/// <typeparam name="TBound">The type of the bounds.</typeparam>
internal interface IProbe<TBound>
{
    /// <summary>Negative, zero or positive as the probe lies below, at or above the bound.</summary>
    int CompareTo(TBound bound);
}
