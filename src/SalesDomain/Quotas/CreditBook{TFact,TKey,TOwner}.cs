using System;
using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>
/// The rows of each key, made when a fact first asks for them: one for every span of days in which its holders, and the teams above them,
/// stay the same. A fact costs one look-up and, where something changed in time, a search.
/// </summary>
internal sealed class CreditBook<TFact, TKey, TOwner> : CreditBook<TFact>
    where TKey : struct
    where TOwner : notnull
{
    private readonly Dictionary<TKey, Page> _pages = [];
    private readonly Func<TFact, TKey?> _key;
    private readonly CreditShares<TKey, TOwner> _shares;
    private readonly CreditSheet<TOwner> _sheet;
    private readonly PlanTally<TFact, TOwner>? _plan;
    private readonly CreditRow _nobody;

    internal CreditBook(
        Func<TFact, TKey?> key, CreditShares<TKey, TOwner> shares, CreditSheet<TOwner> sheet, PlanTally<TFact, TOwner>? plan)
    {
        _key = key;
        _shares = shares;
        _sheet = sheet;
        _plan = plan;
        _nobody = new CreditRow([CreditSheet<TOwner>.Of(sheet.Unassigned, 1m)]);
    }

    internal override void Add(TFact fact, TFact reference, LocalDate on, decimal amount, bool isKnown)
    {
        if (_key(reference) is not { } key)
        {
            _nobody.Add(amount, isKnown);
            return;
        }

        if (!_pages.TryGetValue(key, out var page))
            _pages[key] = page = new Page(_shares.Of(key));

        var place = page.Shares.PlaceOf(on);
        var row = page.Rows[place] ??= RowOf(page.Shares.At(place));
        row.Add(amount, isKnown);
        _plan?.Add(page.Shares.At(place), fact, reference, on, amount, isKnown);
    }

    private CreditRow RowOf(CreditShare<TOwner> share)
    {
        if (share.IsOverAssigned)
            return new CreditRow([_sheet.OverAssigned]);

        var sums = new List<FactSum>();
        foreach (var (owner, part, _) in share.Own)
            sums.Add(CreditSheet<TOwner>.Of(_sheet.Own, owner, part));
        foreach (var (owner, part) in share.Teams)
            sums.Add(CreditSheet<TOwner>.Of(_sheet.Teams, owner, part));
        if (share.Open > 0m)
            sums.Add(CreditSheet<TOwner>.Of(_sheet.Unassigned, share.Open));

        return new CreditRow([.. sums]);
    }

    /// <summary>The rows of one key, by the spans of days in which its holders stay the same.</summary>
    private sealed class Page(CreditSharesOfKey<TOwner> shares)
    {
        internal CreditSharesOfKey<TOwner> Shares { get; } = shares;

        internal CreditRow?[] Rows { get; } = new CreditRow?[shares.Count];
    }
}
