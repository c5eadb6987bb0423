namespace SalesDomain.Quotas;

/// <summary>Makes alert subjects without naming the type of their owner.</summary>
public static class AlertSubject
{
    /// <summary>What is watched: of whom, which measure, over which period.</summary>
    /// <typeparam name="TOwner">The type of the owner.</typeparam>
    /// <param name="owner">Whose figure is watched.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="period">The period of the quota.</param>
    /// <returns>The subject.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="owner"/> or <paramref name="measure"/> is null.</exception>
    public static AlertSubject<TOwner> Of<TOwner>(TOwner owner, Measure measure, DateSpan period)
        where TOwner : notnull =>
        new(owner, measure, period);
}
