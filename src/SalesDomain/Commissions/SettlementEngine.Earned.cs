using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>Earned to date less entered before, key by key.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<EarningChange> _changes = [];

    // Events that the run undoes: what they took back stands in the way of nothing.
    private readonly HashSet<LineId> _reinstated = [];

    private void Restate(IEnumerable<CommissionEarning> earnedToDate)
    {
        var given = new Dictionary<(string Plan, DateSpan Period), Dictionary<EarningKey, CommissionEarning>>();
        Dictionary<EarningKey, CommissionEarning>? last = null;
        (string Plan, DateSpan Period) lastOf = default;
        foreach (var earning in earnedToDate)
        {
            Guard.Against.Null(earning, EarnedToDate);
            if (last is null || earning.Period != lastOf.Period || !string.Equals(earning.Plan, lastOf.Plan, StringComparison.Ordinal))
            {
                lastOf = (earning.Plan, earning.Period);
                if (!given.TryGetValue(lastOf, out last))
                    given.Add(lastOf, last = new Dictionary<EarningKey, CommissionEarning>((earnedToDate as ICollection)?.Count ?? 0));
            }

            var key = earning.Key;
            if (last.ContainsKey(key))
                throw Guards.Invalid(EarnedToDate, earning.ToString(), "must have each plan, component, period and line once");

            last.Add(key, earning);
        }

        foreach (var (plan, period) in Restated())
        {
            if (!given.ContainsKey((plan, period)))
                given.Add((plan, period), []);
        }

        _reinstated.UnionWith(_state.UndoneBy(_run));
        RefuseOverlaps(given);
        var moves = new List<EarningMove>();
        foreach (var pair in given)
            Restate(pair.Key.Plan, pair.Key.Period, pair.Value, moves);

        RefuseSetAgainst(moves);
        RefuseTooLittle(moves);
        RefuseMoved(moves);
        TellRestatedWithOthers(moves);
        TellBeside(moves);
        TellLeavingWithin(moves);
        moves.ForEach(Enter);
    }

    /// <summary>What the run names: a period of one plan, or of every plan that has something entered of it.</summary>
    private IEnumerable<(string Plan, DateSpan Period)> Restated()
    {
        foreach (var (plan, period) in _run.Restated)
        {
            if (plan is not null)
            {
                yield return (plan, period);
            }
            else if (_state.Books.TryGetValue(period, out var book))
            {
                Touch(period);
                foreach (var live in book.LivePlans)
                    yield return (live, period);
            }
        }
    }

    private void Restate(
        string plan, DateSpan period, Dictionary<EarningKey, CommissionEarning> given, List<EarningMove> moves)
    {
        Touch(period);
        var book = _state.Books.TryGetValue(period, out var known) ? known : new PeriodBook(period);
        var isClosed = IsClosed(period);
        var unknown = Unknown(given);
        var closed = given.Count == 0 || !HasOther(period) ? [] : Overlapping(plan, period).Where(other => IsClosed(other.Period))
            .Select(other => (other.Period, Components: other.LiveComponents(plan))).ToList();
        foreach (var key in Missing(book, plan, given))
        {
            var state = book.Keys[key];
            if (IsTakenAway(state) || Array.Exists(unknown, earning => IsIn(earning, key, state.On)))
                continue;
            if (isClosed)
                Refuse("commission.closed-period", key, period, 0m, state.PlanAmount, state.Currency);
            else
                moves.Add(new EarningMove(key, period, state, null, default, isAgain: false));
        }

        foreach (var pair in given)
        {
            if (!pair.Value.IsKnown)
            {
                Leave(book, pair.Value);
                continue;
            }

            var state = StateOf(book, pair.Key, pair.Value);
            if (!IsEntered(state, pair.Value))
                Move(book, state, isClosed, closed, pair.Key, pair.Value, moves);
        }
    }

    /// <summary>
    /// What of a plan it is not known what is earned of it. What an earlier version of it entered of that stays too.
    /// </summary>
    private static CommissionEarning[] Unknown(Dictionary<EarningKey, CommissionEarning> given)
    {
        CommissionEarning[] unknown = [.. given.Values.Where(earning => !earning.IsKnown)];
        foreach (var pair in unknown.Length == 0 ? [] : given)
        {
            if (pair.Key.Line is not null && Array.Exists(unknown, all => all.Line is null && IsIn(all, pair.Key, pair.Value.On)))
                throw Guards.Invalid(EarnedToDate, pair.Value.ToString(), "must not stand beside one of all lines that is not known");
        }

        return unknown;
    }

    // One of no line is of all lines that were sold in the period that rated it.
    private static bool IsIn(CommissionEarning unknown, in EarningKey key, LocalDate? on) =>
        string.Equals(key.Component, unknown.Component, StringComparison.Ordinal)
        && string.Equals(key.Plan, unknown.Plan, StringComparison.Ordinal)
        && (unknown.Line is not null ? key.Line == unknown.Line
            : key.Line is null ? key.RatedIn == unknown.Key.RatedIn
            : on is not { } day || unknown.RatedIn!.Value.Contains(day));

    private void Leave(PeriodBook book, CommissionEarning earning)
    {
        var entered = book.Keys.Sum(pair => IsIn(earning, pair.Key, pair.Value.On) ? pair.Value.Amount : 0m);
        _reasons.Add(
            new Reason(
                "commission.not-known", ("plan", earning.Plan), ("earning", earning.Key.Named(book.Period)),
                ("entered", In(entered))));
        _reasons.AddRange(earning.Reasons);
    }

    private static List<EarningKey> Missing(PeriodBook book, string plan, Dictionary<EarningKey, CommissionEarning> given)
    {
        var live = 0;
        foreach (var pair in given)
        {
            if (book.Keys.TryGetValue(pair.Key, out var state) && state.Live.Length > 0)
                live++;
        }

        return live == book.LiveOf(plan) ? [] : LiveWithout(book, plan, given);
    }

    private static List<EarningKey> LiveWithout(PeriodBook book, string plan, Dictionary<EarningKey, CommissionEarning> given) =>
    [
        .. book.Keys.Where(
                pair => pair.Value.Live.Length > 0 && string.Equals(pair.Key.Plan, plan, StringComparison.Ordinal)
                    && !given.ContainsKey(pair.Key))
            .OrderBy(pair => pair.Value.Live[0].Number).Select(pair => pair.Key),
    ];

    private EarningState StateOf(PeriodBook book, EarningKey key, CommissionEarning earning) =>
        book.Keys.TryGetValue(key, out var known) ? known : _state.Nothing(earning.Amount.Currency);

    // Nothing is entered of nothing, but of what came to nothing by lines of which events may speak.
    private static bool IsEntered(EarningState state, CommissionEarning earning) =>
        state.Live.Length > 0 ? state.IsAs(earning)
            : earning.Amount.IsZero && EarningState.Recorded(earning.Base) is not { IsZero: false } && earning.IncludedLines.Length == 0;

    private void Move(
        PeriodBook book, EarningState state, bool isClosed, List<(DateSpan Period, HashSet<string> Components)> closed, EarningKey key,
        CommissionEarning earning, List<EarningMove> moves)
    {
        foreach (var (other, components) in closed)
        {
            if (!components.Contains(key.Component))
                continue;

            _reasons.Add(
                new Reason(
                    "commission.overlaps-closed-period", ("plan", key.Plan), ("earning", key.Named(earning.Period)),
                    ("closed", other.ToString()), ("earned to date", earning.Amount),
                    ("entered", new Money(state.PlanAmount, state.Currency))));
            return;
        }

        var why = isClosed ? "commission.closed-period"
            : IsTakenBack(key, earning) ? "commission.taken-back-already"
            : IsAfterLeaving(earning, state) ? AfterLeaving
            : null;
        if (why is not null)
        {
            if (why == AfterLeaving)
                _notEarned.Add(earning);
            Refuse(why, key, earning.Period, earning.Amount.Amount, state.PlanAmount, earning.Amount.Currency);
            return;
        }

        var isAgain = IsRerated(state, earning);
        moves.Add(new EarningMove(key, earning.Period, state, earning, PartsTo(state, earning, isAgain), isAgain));
    }

    private bool IsTakenBack(EarningKey key, CommissionEarning earning)
    {
        if (key.Line is { } line && IsTakenBack(line, key))
            return true;

        return earning.IncludedLines.Length > 0 && _state.Events.Count > 0
            && Array.Exists(earning.IncludedLines, included => IsTakenBack(included, key, IsOfIt));

        // What a line includes was taken of it, or of what it follows; of another line of the deal it is another amount.
        bool IsOfIt(CommissionEntry entry) =>
            (!earning.GoesOn || entry.Period == earning.Period)
            && (key.Line is null || entry.Line is null || entry.Line == key.Line
                || entry.Line == HeadOf(earning.Period, key, earning.Original)?.Key.Line);
    }

    private void Enter(EarningMove move)
    {
        if (move.Earning is not { } earning)
        {
            Undo(move.State, move.Key, move.Period);
            return;
        }

        // In another currency by what this run entered of the line in other periods.
        var parts = earning.Amount.Currency == _currency ? move.Parts : PartsTo(move.State, earning, move.IsAgain);
        if (move.IsAgain)
            Reverse(move.State, move.Period, "commission.re-rated", earning.Amount);

        Post(parts, earning);
        Change(move.Key, move.Period, move.State.Amount, parts);
    }

    private void Post(EarningParts parts, CommissionEarning earning, CommissionEvent? source = null)
    {
        foreach (var (amount, conversion, @base) in parts.Entries)
        {
            Post(
                CommissionEntryKind.Earned, amount,
                default(CommissionEntry.Detail).For(earning) with
                {
                    Base = @base,
                    Conversion = conversion,
                    Event = source,
                    Reasons = source is null ? earning.AllReasons : [source.Because!.Value],
                });
        }
    }

    private static bool IsRerated(EarningState state, CommissionEarning earning) =>
        state.Live.Length > 0
        && (state.IsCorrected || state.Rate != earning.Rate || state.Original != earning.Original
            || !string.Equals(state.Version, earning.PlanVersion, StringComparison.Ordinal)
            || state.Base is null != earning.Base is null || state.Currency != earning.Amount.Currency
            || (state.Base is { } before && earning.Base is { } now
                && (before.Measure != now.Measure || !Equals(before.Currency, now.Currency))));

    private void Change(EarningKey key, DateSpan period, decimal toDate, decimal before) =>
        Change(key, period, before, new EarningParts([], toDate, []));

    private void Change(EarningKey key, DateSpan period, decimal before, EarningParts parts)
    {
        _steps.Earned += parts.ToDate - before;
        _changes.Add(
            new EarningChange(
                key, period, In(parts.ToDate), In(before), In(parts.ToDate - before), parts.Conversions, In(parts.Otherwise),
                parts.Taken is { } taken ? In(taken) : null));
    }

    private void Refuse(
        string code, EarningKey key, DateSpan period, decimal earned, decimal entered, Currency currency, Money? taken = null)
    {
        (string, Figure)[] figures =
        [
            ("plan", key.Plan), ("earning", key.Named(period)), ("earned to date", new Money(earned, currency)),
            ("entered", new Money(entered, currency)),
        ];
        _reasons.Add(new Reason(code, taken is { } of ? [.. figures, ("taken of the line", of)] : figures));
    }

    internal static string Named(string component, DateSpan period) => component + " " + period;
}
