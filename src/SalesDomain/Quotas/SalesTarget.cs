using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Makes targets without naming the type of their owners.</summary>
public static class SalesTarget
{
    /// <summary>What one owner is to reach over a span, of everything sold.</summary>
    /// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
    /// <param name="owner">Who answers for the target.</param>
    /// <param name="amount">The number with its measure: zero is a target, to be told from none.</param>
    /// <param name="span">
    /// The days it is counted over; a <see cref="FiscalPeriod"/> gives its own as <see cref="FiscalPeriod.Span"/>.
    /// </param>
    /// <returns>The target.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="span"/> has an open end, or <paramref name="amount"/> is the default value.
    /// </exception>
    public static SalesTarget<TOwner> Of<TOwner>(TOwner owner, Measured amount, DateSpan span)
        where TOwner : notnull =>
        SalesTarget<TOwner>.Create(PlanCell<TOwner>.Create(owner, MeasuredArgument.Given(amount).Measure, span, Scope.Everything), amount);

    /// <summary>What is to be reached in a cell.</summary>
    /// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
    /// <param name="cell">Owner, measure, span and scope.</param>
    /// <param name="amount">The number, of the cell's measure.</param>
    /// <returns>The target.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="cell"/> is null.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="amount"/> is the default value.</exception>
    /// <exception cref="MeasureMismatchException"><paramref name="amount"/> is of another measure than the cell.</exception>
    /// <exception cref="TaxBasisMismatchException"><paramref name="amount"/> is on another tax basis than the cell.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="amount"/> is in another unit than the cell.</exception>
    public static SalesTarget<TOwner> Of<TOwner>(PlanCell<TOwner> cell, Measured amount)
        where TOwner : notnull =>
        SalesTarget<TOwner>.Create(cell, amount);
}
