using System;

namespace SalesDomain.Quotas;

/// <summary>Which part of a fact says whose it is. There is one object of each.</summary>
internal sealed class CreditKey<TKey>
    where TKey : struct
{
    internal CreditKey(
        string name, Func<SalesLine, TKey?> ofSale, Func<CollectionLine, TKey?>? ofReceipt, Func<CustomerId, TKey?>? ofAccount = null)
    {
        Name = name;
        OfSale = ofSale;
        OfReceipt = ofReceipt;
        OfAccount = ofAccount;
    }

    internal string Name { get; }

    internal Func<SalesLine, TKey?> OfSale { get; }

    /// <summary>Null where no receipt states it.</summary>
    internal Func<CollectionLine, TKey?>? OfReceipt { get; }

    /// <summary>Null where an account alone does not say it.</summary>
    internal Func<CustomerId, TKey?>? OfAccount { get; }
}
