using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>Which keys an account has of a line, which lines follow another, and which are only in the earning of something else.</summary>
internal sealed partial class SettlementEngine
{
    // More links of originals are none that facts have.
    private const int LongestChain = 16;

    // Made when the first event asks.
    private Dictionary<LineId, List<(PeriodBook Book, EarningKey Key)>>? _byLine;
    private Dictionary<(DateSpan Period, EarningKey Key), List<(DateSpan Period, EarningKey Key)>>? _following;
    private Dictionary<LineId, HashSet<(string Plan, string Component)>>? _including;
    private List<(PeriodBook Book, EarningKey Key)>? _ofComponents;

    private void Forget() => (_byLine, _following, _including, _ofComponents) = (null, null, null, null);

    /// <summary>The keys of the line of an event, each with what follows it; without lines those of the day of the sale.</summary>
    private List<(PeriodBook Book, EarningKey Key)> KeysOf(CommissionEvent source)
    {
        if (Index().TryGetValue(source.Line!.Value, out var keys))
        {
            var heads = keys.Select(each => HeadOf(each.Book.Period, each.Key)).Distinct();
            return [.. heads.Select(each => (_state.Books[each.Period], each.Key))];
        }

        return ComponentsOn(source.SoldOn!.Value);
    }

    /// <summary>The components that have earned something of a day without keeping its lines.</summary>
    private List<(PeriodBook Book, EarningKey Key)> ComponentsOn(LocalDate day)
    {
        Index();
        return _ofComponents!.FindAll(each => each.Book.Period.Contains(day));
    }

    private EarningState StateOf(DateSpan period, EarningKey key) => _state.Books[period].Keys[key];

    /// <summary>
    /// What is entered of a line together with what follows it in the component: in other measurement periods too, open or closed.
    /// </summary>
    private EarningState Together(DateSpan period, EarningKey key)
    {
        Index();
        var (state, periods) = (StateOf(period, key), PeriodsOf(period, key));
        EarningState[] following =
        [
            .. periods.Skip(1).Select(each => StateOf(each, key)),
            .. periods.SelectMany(each => ReturnsOf(each, key)).Select(each => StateOf(each.Period, each.Key)),
        ];
        return following.Length == 0 ? state : state.Together(following);
    }

    private List<(DateSpan Period, EarningKey Key)> ReturnsOf(DateSpan period, EarningKey key) =>
        _following!.TryGetValue((period, key), out var following) ? following : [];

    /// <summary>
    /// The measurement periods of a line that are one with a period of it, <see cref="PeriodsTogether"/>, the one first of which is taken
    /// back.
    /// </summary>
    private List<DateSpan> PeriodsOf(DateSpan period, EarningKey key)
    {
        if (key.Line is not { } line || StateOf(period, key) is var own && (own.Original is not null || own.Live.Length == 0)
            || !Index().TryGetValue(line, out var keys) || keys.Count == 1)
        {
            return [period];
        }

        List<DateSpan> periods =
        [
            .. keys.FindAll(each => each.Key.Equals(key)).Select(each => (each.Book.Period, State: StateOf(each.Book.Period, key)))
                .Where(each => each.State.Original is null && each.State.IsAlike(own))
                .OrderBy(each => each.Period.Start).ThenBy(each => each.Period.End).Select(each => each.Period),
        ];
        var standing = periods.ConvertAll(
            each => StateOf(each, key).Standing + ReturnsOf(each, key).Sum(one => StateOf(one.Period, one.Key).Standing));
        var at = periods.IndexOf(period);
        return PeriodsTogether.Of(standing).Find(each => each.Contains(at))!.ConvertAll(place => periods[place]);
    }

    private (string Name, Money Commission, decimal Base)[] FollowingOf(EarningState state)
    {
        if (state.Following.Length == 0)
            return [];

        var (amount, paidOn) = (state.Amount, state.Whole);
        foreach (var each in state.Following)
        {
            amount -= each.Standing;
            paidOn -= BaseOf(each);
        }

        return
        [
            (state.Live[0].Line!.Value.ToString(), In(amount), paidOn),
            .. state.Following.Select(each => (NameOf(each.Live[0]), In(each.Standing), BaseOf(each))),
        ];

        string NameOf(CommissionEntry entry) =>
            entry.Line!.Value.ToString() + (entry.Line == state.Live[0].Line ? " " + entry.Period!.Value.ToString() : "");

        decimal BaseOf(EarningState each) => state.Base is null ? state.PartOfLine(each) : each.Base?.Amount ?? 0m;
    }

    private (DateSpan Period, EarningKey Key) HeadOf(DateSpan period, EarningKey key) =>
        HeadOf(period, key, StateOf(period, key).Original) ?? (period, key);

    /// <summary>What a line follows, in the measurement period of which is taken back.</summary>
    private (DateSpan Period, EarningKey Key)? HeadOf(DateSpan period, EarningKey key, LineId? original) =>
        FollowedBy(period, key, original) is { } followed ? (PeriodsOf(followed.Period, followed.Key)[0], followed.Key) : null;

    /// <summary>
    /// What a line follows in its component of its plan, in the end, or itself: within its own measurement period where they have it. Null
    /// where it follows what is not entered, and is not entered itself. Plans do not meet in it, whatever their components are called.
    /// </summary>
    private (DateSpan Period, EarningKey Key)? FollowedBy(DateSpan period, EarningKey key, LineId? original)
    {
        (DateSpan Period, EarningKey Key)? head =
            _state.Books.TryGetValue(period, out var book) && book.Keys.ContainsKey(key) ? (period, key) : null;
        for (var i = 0; i < LongestChain && original is { } line && Index().TryGetValue(line, out var keys); i++)
        {
            var next = keys.FindAll(each => each.Key.Equals(new EarningKey(key.Plan, key.Component, line)));
            if (next.Count == 0)
                break;

            var at = Math.Max(0, next.FindIndex(each => each.Book.Period == period));
            head = (next[at].Book.Period, next[at].Key);
            original = StateOf(head.Value.Period, head.Value.Key).Original;
        }

        return head;
    }

    /// <summary>
    /// The components of plans whose facts hold a line: as a line of their own, or in the earning of something else.
    /// </summary>
    private HashSet<(string Plan, string Component)> HoldersOf(LineId line)
    {
        HashSet<(string, string)> holders =
            Index().TryGetValue(line, out var keys) ? [.. keys.Select(each => (each.Key.Plan, each.Key.Component))] : [];
        if (_including!.TryGetValue(line, out var including))
            holders.UnionWith(including);

        return holders;
    }

    private Dictionary<LineId, List<(PeriodBook Book, EarningKey Key)>> Index()
    {
        if (_byLine is not null)
            return _byLine;

        (_byLine, _following, _including, _ofComponents) = ([], [], [], []);
        foreach (var book in _state.Books.Values)
        {
            foreach (var pair in book.Keys.Where(pair => pair.Value.Live.Length > 0))
            {
                Include((pair.Key.Plan, pair.Key.Component), pair.Value);
                if (pair.Key.Line is not { } line)
                {
                    _ofComponents.Add((book, pair.Key));
                    continue;
                }

                if (!_byLine.TryGetValue(line, out var keys))
                    _byLine.Add(line, keys = []);

                keys.Add((book, pair.Key));
            }
        }

        foreach (var keys in _byLine.Values)
            keys.Sort((one, other) => First(one).CompareTo(First(other)));

        _ofComponents.Sort((one, other) => First(one).CompareTo(First(other)));
        foreach (var (book, key) in _byLine.Values.SelectMany(keys => keys))
        {
            if (StateOf(book.Period, key).Original is not { } original)
                continue;

            var head = FollowedBy(book.Period, key, original)!.Value;
            if (head.Equals((book.Period, key)))
                continue;
            if (!_following.TryGetValue(head, out var following))
                _following.Add(head, following = []);

            following.Add((book.Period, key));
        }

        return _byLine;

        static int First((PeriodBook Book, EarningKey Key) each) => each.Book.Keys[each.Key].Live[0].Number;
    }

    private void Include((string Plan, string Component) holder, EarningState state)
    {
        foreach (var line in state.AllIncluded)
        {
            if (!_including!.TryGetValue(line, out var holders))
                _including.Add(line, holders = []);

            holders.Add(holder);
        }
    }
}
