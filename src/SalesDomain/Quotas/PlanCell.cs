namespace SalesDomain.Quotas;

/// <summary>Makes cells of a plan without naming the type of their owners.</summary>
public static class PlanCell
{
    /// <summary>The cell of one owner for a measure over a span, for everything sold.</summary>
    /// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
    /// <param name="owner">Who answers for the target.</param>
    /// <param name="measure">What is counted.</param>
    /// <param name="span">
    /// The days it is counted over; a <see cref="FiscalPeriod"/> gives its own as <see cref="FiscalPeriod.Span"/>.
    /// </param>
    /// <returns>The cell.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="owner"/> or <paramref name="measure"/> is null.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="span"/> has an open end.</exception>
    public static PlanCell<TOwner> Of<TOwner>(TOwner owner, Measure measure, DateSpan span)
        where TOwner : notnull =>
        PlanCell<TOwner>.Create(owner, measure, span, Scope.Everything);
}
