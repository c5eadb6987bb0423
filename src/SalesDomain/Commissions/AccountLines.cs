using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// Which keys an account has of a line, which lines follow another, and which are only in the earning of something else; of what is entered
/// at the time it is made.
/// </summary>
internal sealed class AccountLines
{
    // More links of originals are none that facts have.
    private const int LongestChain = 16;

    private readonly AccountState _state;
    private readonly Dictionary<LineId, List<(PeriodBook Book, EarningKey Key)>> _byLine = [];
    private readonly Dictionary<(DateSpan Period, EarningKey Key), List<(DateSpan Period, EarningKey Key)>> _following = [];
    private readonly Dictionary<LineId, HashSet<(string Plan, string Component)>> _including = [];
    private readonly List<(PeriodBook Book, EarningKey Key)> _ofComponents = [];

    internal AccountLines(AccountState state)
    {
        _state = state;
        foreach (var book in state.Books.Values)
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

        static int First((PeriodBook Book, EarningKey Key) each) => each.Book.Keys[each.Key].Live[0].Number;
    }

    /// <summary>Whether what is entered of a key makes no difference here.</summary>
    internal static bool AreSame(EarningState one, EarningState other) =>
        one.Live.Length > 0 && other.Live.Length > 0 && one.Live[0].Number == other.Live[0].Number && one.Original == other.Original
        && one.AllIncluded.SequenceEqual(other.AllIncluded);

    /// <summary>The keys of a line, in the order in which they were entered; null where nothing is.</summary>
    internal List<(PeriodBook Book, EarningKey Key)>? Of(LineId line) => _byLine.TryGetValue(line, out var keys) ? keys : null;

    /// <summary>
    /// The components that have earned something of a day without keeping its lines, in whatever period that was earned.
    /// </summary>
    internal List<(PeriodBook Book, EarningKey Key)> ComponentsOn(LocalDate day) =>
        _ofComponents.FindAll(each => (each.Key.RatedIn ?? each.Book.Period).Contains(day));

    /// <summary>
    /// The components of plans whose facts hold a line: as a line of their own, or in the earning of something else.
    /// </summary>
    internal HashSet<(string Plan, string Component)> HoldersOf(LineId line)
    {
        HashSet<(string, string)> holders = [.. (Of(line) ?? []).Select(each => (each.Key.Plan, each.Key.Component))];
        if (_including.TryGetValue(line, out var including))
            holders.UnionWith(including);

        return holders;
    }

    /// <summary>
    /// What is entered of a line together with what follows it in the component: in other measurement periods too, open or closed.
    /// </summary>
    internal EarningState Together(DateSpan period, EarningKey key)
    {
        var state = StateOf(period, key);
        EarningState[] following = [.. Group(period, key).Skip(1).Select(each => StateOf(each.Period, each.Key))];
        return following.Length == 0 ? state : state.Together(following);
    }

    /// <summary>A line in the periods that are one with a period of it, and what follows it in them.</summary>
    internal IEnumerable<(DateSpan Period, EarningKey Key)> Group(DateSpan period, EarningKey key)
    {
        var periods = PeriodsOf(period, key);
        return periods.Select(each => (each, key)).Concat(periods.SelectMany(each => ReturnsOf(each, key)));
    }

    /// <summary>
    /// The measurement periods of a line that are one with a period of it, <see cref="PeriodsTogether"/>, the one first of which is taken
    /// back.
    /// </summary>
    internal List<DateSpan> PeriodsOf(DateSpan period, EarningKey key)
    {
        if (key.Line is not { } line || StateOf(period, key) is var own && (own.Original is not null || own.Live.Length == 0)
            || Of(line) is not { } keys || keys.Count == 1)
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

    /// <summary>What a line follows, in the measurement period of which is taken back.</summary>
    internal (DateSpan Period, EarningKey Key)? HeadOf(DateSpan period, EarningKey key, LineId? original) =>
        FollowedBy(period, key, original) is { } followed ? (PeriodsOf(followed.Period, followed.Key)[0], followed.Key) : null;

    /// <summary>
    /// What a line follows in its component of its plan, in the end, or itself: within its own measurement period where they have it. Null
    /// where it follows what is not entered, and is not entered itself. Plans do not meet in it, whatever their components are called.
    /// </summary>
    private (DateSpan Period, EarningKey Key)? FollowedBy(DateSpan period, EarningKey key, LineId? original)
    {
        (DateSpan Period, EarningKey Key)? head =
            _state.Books.TryGetValue(period, out var book) && book.Keys.ContainsKey(key) ? (period, key) : null;
        for (var i = 0; i < LongestChain && original is { } line && Of(line) is { } keys; i++)
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

    private List<(DateSpan Period, EarningKey Key)> ReturnsOf(DateSpan period, EarningKey key) =>
        _following.TryGetValue((period, key), out var following) ? following : [];

    private EarningState StateOf(DateSpan period, EarningKey key) => _state.Books[period].Keys[key];

    private void Include((string Plan, string Component) holder, EarningState state)
    {
        foreach (var line in state.AllIncluded)
        {
            if (!_including.TryGetValue(line, out var holders))
                _including.Add(line, holders = []);

            holders.Add(holder);
        }
    }
}
