using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// The rows of each key, made when the key is first met: one for every span of days in which its holders, and the teams above them, stay
/// the same. A fact costs one look-up and, where something changed in time, a search.
/// </summary>
internal sealed class CreditBook<TFact, TKey, TOwner> : CreditBook<TFact>
    where TKey : struct
    where TOwner : notnull
{
    private readonly Dictionary<TKey, Page> _pages = [];
    private readonly Func<TFact, TKey?> _key;
    private readonly IHolding<TKey, TOwner> _holding;
    private readonly Crediting<TOwner> _crediting;
    private readonly CreditSheet<TOwner> _sheet;
    private readonly CreditRow _nobody;

    internal CreditBook(Func<TFact, TKey?> key, IHolding<TKey, TOwner> holding, Crediting<TOwner> crediting, CreditSheet<TOwner> sheet)
    {
        _key = key;
        _holding = holding;
        _crediting = crediting;
        _sheet = sheet;
        _nobody = new CreditRow([CreditSheet<TOwner>.Of(sheet.Unassigned, 1m)]);
    }

    internal override void Add(TFact fact, TFact reference, LocalDate on, decimal amount, bool isKnown) =>
        RowOf(reference, on).Add(amount, isKnown);

    private CreditRow RowOf(TFact fact, LocalDate on)
    {
        if (_key(fact) is not { } key)
            return _nobody;

        if (!_pages.TryGetValue(key, out var page))
            _pages[key] = page = PageOf(key);

        return page.At(on);
    }

    private static void AddShare(Dictionary<TOwner, decimal> shares, TOwner owner, decimal share) =>
        shares[owner] = shares.TryGetValue(owner, out var before) ? before + share : share;

    private Page PageOf(TKey key)
    {
        var days = new SortedSet<LocalDate> { LocalDate.MinIsoValue };
        if (_crediting.AssignedOn is null)
        {
            _holding.AddDays(key, days);
            AddDaysOfTeams(key, days);
        }

        LocalDate[] from = [.. days];
        return new Page(from, Array.ConvertAll(from, day => RowAt(key, day)));
    }

    private void AddDaysOfTeams(TKey key, SortedSet<LocalDate> days)
    {
        if (_crediting.Hierarchy is not { } hierarchy || _crediting.RolledUpOn is not null)
            return;

        var seen = new HashSet<TOwner>();
        _holding.AddOwners(key, seen);
        var pending = new Queue<TOwner>(seen);
        while (pending.Count > 0)
        {
            foreach (var slice in hierarchy.ParentsOf(pending.Dequeue()).Entries)
            {
                DaysOfChange.Add(slice.Span, days);
                if (seen.Add(slice.Value))
                    pending.Enqueue(slice.Value);
            }
        }
    }

    private CreditRow RowAt(TKey key, LocalDate day)
    {
        var holders = new List<(TOwner Owner, decimal Share)>();
        var isWhole = _holding.TryHolders(key, _crediting.AssignedOn ?? day, 1m, holders);
        var shares = new Dictionary<TOwner, decimal>();
        var open = 1m;
        foreach (var (owner, share) in holders)
        {
            AddShare(shares, owner, share);
            open -= share;
        }

        if (!isWhole || open < 0m)
            return new CreditRow([_sheet.OverAssigned]);

        var sums = new List<FactSum>();
        foreach (var share in shares)
            sums.Add(CreditSheet<TOwner>.Of(_sheet.Own, share.Key, share.Value));
        foreach (var share in TeamsOf(shares, DayOfTeams(day)))
            sums.Add(CreditSheet<TOwner>.Of(_sheet.Teams, share.Key, share.Value));
        if (_sheet.IsPlanned is not null)
            AddOfPlan(shares, day, sums);
        if (open > 0m)
            sums.Add(CreditSheet<TOwner>.Of(_sheet.Unassigned, open));

        return new CreditRow([.. sums]);
    }

    private void AddOfPlan(Dictionary<TOwner, decimal> shares, LocalDate day, List<FactSum> sums)
    {
        var (inCells, outside) = (0m, 0m);
        foreach (var share in shares)
        {
            if (_sheet.IsPlanned!(share.Key) || _crediting.Hierarchy?.AncestorsOf(share.Key, DayOfTeams(day)).Any(_sheet.IsPlanned) == true)
                inCells += share.Value;
            else
                outside += share.Value;
        }

        if (inCells > 0m)
            sums.Add(CreditSheet<TOwner>.Of(_sheet.InCells, inCells));
        if (outside > 0m)
            sums.Add(CreditSheet<TOwner>.Of(_sheet.OutsideCells, outside));
    }

    private LocalDate DayOfTeams(LocalDate day) => _crediting.RolledUpOn ?? _crediting.AssignedOn ?? day;

    /// <summary>What each team has of a fact, its owner's among it: two members with a half each are one whole for their manager.</summary>
    private Dictionary<TOwner, decimal> TeamsOf(Dictionary<TOwner, decimal> shares, LocalDate on)
    {
        var teams = new Dictionary<TOwner, decimal>();
        if (_crediting.Hierarchy is not { } hierarchy)
            return teams;

        foreach (var share in shares)
        {
            AddShare(teams, share.Key, share.Value);
            foreach (var manager in hierarchy.AncestorsOf(share.Key, on))
                AddShare(teams, manager, share.Value);
        }

        return teams;
    }

    /// <summary>The rows of one key by the day from which on they hold.</summary>
    private sealed class Page
    {
        private readonly LocalDate[] _from;
        private readonly CreditRow[] _rows;

        internal Page(LocalDate[] from, CreditRow[] rows)
        {
            _from = from;
            _rows = rows;
        }

        internal CreditRow At(LocalDate on) => _rows.Length == 1 ? _rows[0] : _rows[SortedDays.LastBy(_from, on)];
    }
}
