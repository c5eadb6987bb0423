namespace SalesDomain.Quotas;

/// <summary>In which period a return counts, and to whom.</summary>
/// <remarks>
/// There is no fourth: a return on the day of the sale and to whoever holds the customer today would reopen a closed month and charge it
/// to somebody who was not there.
/// </remarks>
public enum ReturnRule
{
    /// <summary>
    /// On its own day and to whoever holds the customer then: a month that is closed stays as it was, and nothing but the return itself has
    /// to be known. For what a territory or a customer came to.
    /// </summary>
    OfReturn,

    /// <summary>
    /// On its own day, but to whoever is credited with the line it takes back, where that line counts: a month that is closed stays as it
    /// was, and whoever was credited with the sale is charged. For pay.
    /// </summary>
    OwnerOfOriginal,

    /// <summary>
    /// On the day of the line it takes back, to whoever is credited with that, where that line counts: as if it had never been sold. For
    /// what sales of a period were worth in the end; a month that was closed changes.
    /// </summary>
    OfOriginal,
}
