namespace SalesDomain.Quotas;

/// <summary>Makes plans without naming the type of their owners.</summary>
public static class SalesPlan
{
    /// <summary>A plan for a span, with its targets.</summary>
    /// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
    /// <param name="span">The days planned, with both ends: usually a fiscal year.</param>
    /// <param name="targets">Targets within the span, one a cell; none for a plan to be filled.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="targets"/> or one of them is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="span"/> has an open end, or a target lies outside it or is of a cell that has one.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">Two targets of one measure are in two currencies.</exception>
    public static SalesPlan<TOwner> Of<TOwner>(DateSpan span, params SalesTarget<TOwner>[] targets)
        where TOwner : notnull =>
        SalesPlan<TOwner>.Empty(span).WithTargets(targets);
}
