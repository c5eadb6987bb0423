using System;
using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>
/// The rows of each key, made when a fact first asks for them: one for every span of days in which its holders stay the same.
/// </summary>
internal sealed class CreditTable<TFact, TKey, TOwner, TRow> : CreditTable<TFact, TRow>
    where TKey : struct
    where TOwner : notnull
    where TRow : class
{
    private readonly Dictionary<TKey, Page> _pages = [];
    private readonly Func<TFact, TKey?> _key;
    private readonly CreditShares<TKey, TOwner> _shares;
    private readonly Func<CreditShare<TOwner>, TRow> _row;
    private readonly TRow _nobody;

    internal CreditTable(
        Func<TFact, TKey?> key, CreditShares<TKey, TOwner> shares, Func<CreditShare<TOwner>, TRow> row)
    {
        _key = key;
        _shares = shares;
        _row = row;
        _nobody = row(new CreditShare<TOwner>([], [], 1m, isOverAssigned: false));
    }

    internal override TRow Of(TFact fact, LocalDate on)
    {
        if (_key(fact) is not { } key)
            return _nobody;
        if (!_pages.TryGetValue(key, out var page))
            _pages[key] = page = new Page(_shares.Of(key));

        var place = page.Shares.PlaceOf(on);
        return page.Rows[place] ??= _row(page.Shares.At(place));
    }

    private sealed class Page(CreditSharesOfKey<TOwner> shares)
    {
        internal CreditSharesOfKey<TOwner> Shares { get; } = shares;

        internal TRow?[] Rows { get; } = new TRow?[shares.Count];
    }
}
