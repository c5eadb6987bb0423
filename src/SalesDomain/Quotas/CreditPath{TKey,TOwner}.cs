using System;
using SalesDomain.Organization;

namespace SalesDomain.Quotas;

/// <summary>The way from one part of a fact to its owners.</summary>
internal sealed class CreditPath<TKey, TOwner> : CreditPath<TOwner>
    where TKey : struct
    where TOwner : notnull
{
    private readonly CreditKey<TKey> _key;
    private readonly IHolding<TKey, TOwner> _holding;
    private readonly int _length;

    internal CreditPath(CreditKey<TKey> key, IHolding<TKey, TOwner> holding, int length = 0)
    {
        _key = key;
        _holding = holding;
        _length = length;
    }

    internal override string Name =>
        _key.Name + (_length == 0 ? "" : _length == 1 ? ", through assignments" : ", through chained assignments");

    internal override CreditBook<SalesLine> BookOfSales(
        Crediting<TOwner> crediting, CreditSheet<TOwner> sheet, PlanTally<SalesLine, TOwner>? plan) =>
        new CreditBook<SalesLine, TKey, TOwner>(_key.OfSale, SharesBy(crediting), sheet, plan);

    internal override CreditBook<CollectionLine>? BookOfReceipts(
        Crediting<TOwner> crediting, CreditSheet<TOwner> sheet, PlanTally<CollectionLine, TOwner>? plan) =>
        _key.OfReceipt is { } key ? new CreditBook<CollectionLine, TKey, TOwner>(key, SharesBy(crediting), sheet, plan) : null;

    internal override CreditBook<NewCustomerOutcome>? BookOfAccounts(Crediting<TOwner> crediting, CreditSheet<TOwner> sheet) =>
        _key.OfAccount is { } key
            ? new CreditBook<NewCustomerOutcome, TKey, TOwner>(outcome => key(outcome.Customer), SharesBy(crediting), sheet, plan: null)
            : null;

    internal override CreditTable<SalesLine, TRow> TableOfSales<TRow>(Crediting<TOwner> crediting, Func<CreditShare<TOwner>, TRow> row) =>
        new CreditTable<SalesLine, TKey, TOwner, TRow>(_key.OfSale, SharesBy(crediting), row);

    internal override CreditTable<CollectionLine, TRow>? TableOfReceipts<TRow>(
        Crediting<TOwner> crediting, Func<CreditShare<TOwner>, TRow> row) =>
        _key.OfReceipt is { } key ? new CreditTable<CollectionLine, TKey, TOwner, TRow>(key, SharesBy(crediting), row) : null;

    internal override CreditPath<THolder> Through<THolder>(Assignments<TOwner, THolder> assignments) =>
        new CreditPath<TKey, THolder>(_key, new AssignedHolding<TKey, TOwner, THolder>(_holding, assignments), _length + 1);

    internal override bool IsSameAs(CreditPath<TOwner> other) =>
        other is CreditPath<TKey, TOwner> same && ReferenceEquals(_key, same._key) && _holding.IsSameAs(same._holding);

    private CreditShares<TKey, TOwner> SharesBy(Crediting<TOwner> crediting) => new(_holding, crediting);
}
