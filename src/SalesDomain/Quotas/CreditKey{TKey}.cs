using System;

namespace SalesDomain.Quotas;

/// <summary>Which part of a fact says whose it is. There is one object of each.</summary>
internal sealed class CreditKey<TKey>
    where TKey : struct
{
    internal CreditKey(string name, Func<SalesLine, TKey?> ofSale, Func<CollectionLine, TKey?>? ofReceipt)
    {
        Name = name;
        OfSale = ofSale;
        OfReceipt = ofReceipt;
    }

    internal string Name { get; }

    internal Func<SalesLine, TKey?> OfSale { get; }

    /// <summary>Null where no receipt states it.</summary>
    internal Func<CollectionLine, TKey?>? OfReceipt { get; }
}
