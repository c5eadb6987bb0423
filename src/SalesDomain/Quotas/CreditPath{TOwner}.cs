using System;
using SalesDomain.Organization;

namespace SalesDomain.Quotas;

/// <summary>The way from a fact to its owners, whatever it begins with.</summary>
internal abstract class CreditPath<TOwner>
    where TOwner : notnull
{
    internal abstract string Name { get; }

    internal abstract CreditBook<SalesLine> BookOfSales(
        Crediting<TOwner> crediting, CreditSheet<TOwner> sheet, PlanTally<SalesLine, TOwner>? plan);

    /// <summary>Null where no receipt states what the way begins with.</summary>
    internal abstract CreditBook<CollectionLine>? BookOfReceipts(
        Crediting<TOwner> crediting, CreditSheet<TOwner> sheet, PlanTally<CollectionLine, TOwner>? plan);

    /// <summary>Null where an account alone does not say what the way begins with.</summary>
    internal abstract CreditBook<NewCustomerOutcome>? BookOfAccounts(Crediting<TOwner> crediting, CreditSheet<TOwner> sheet);

    /// <summary>A row of the caller's own for each way in which sales are credited.</summary>
    internal abstract CreditTable<SalesLine, TRow> TableOfSales<TRow>(Crediting<TOwner> crediting, Func<CreditShare<TOwner>, TRow> row)
        where TRow : class;

    /// <summary>The same of receipts; null where no receipt states what the way begins with.</summary>
    internal abstract CreditTable<CollectionLine, TRow>? TableOfReceipts<TRow>(
        Crediting<TOwner> crediting, Func<CreditShare<TOwner>, TRow> row)
        where TRow : class;

    internal abstract CreditPath<THolder> Through<THolder>(Assignments<TOwner, THolder> assignments)
        where THolder : notnull;

    internal abstract bool IsSameAs(CreditPath<TOwner> other);
}
