using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// What is live of an account, so that a settlement never looks at its entries again. A run posts to a copy; books and lists that it does
/// not touch are shared with the account it came from.
/// </summary>
internal sealed class AccountState
{
    // What marks the books that no other state has; not the state itself, which a book that lives on would keep alive.
    private readonly object _owner = new();

    private bool _ownsEvents;

    // Whether no entry is missing before the last one, as in a part of an account.
    private bool _isWhole = true;

    // Made when something first asks, and until a line begins or ends, or says otherwise what it follows or includes.
    private AccountLines? _lines;

    // Of a currency of which nothing is entered of a key: the last one asked for, as most accounts have one.
    private EarningState? _nothing;

    internal AccountState(Currency currency)
    {
        Currency = currency;
        Totals = new decimal[Movements.Kinds];
        Opening = Totals;
        Books = [];
        Events = [];
        Releases = [];
        Closings = [];
    }

    private AccountState(AccountState other)
    {
        Currency = other.Currency;
        Totals = (decimal[])other.Totals.Clone();
        Opening = other.Opening;
        Books = new Dictionary<DateSpan, PeriodBook>(other.Books);
        Events = other.Events;
        Releases = other.Releases;
        Closings = other.Closings;
        Payout = other.Payout;
        DrawShare = other.DrawShare;
        Recorded = other.Recorded;
        Number = other.Number;
        _isWhole = other._isWhole;
    }

    internal Currency Currency { get; }

    /// <summary>By kind, all that was entered.</summary>
    internal decimal[] Totals { get; }

    /// <summary>By kind, what was entered before the payout period that is settled.</summary>
    internal decimal[] Opening { get; private set; }

    internal Dictionary<DateSpan, PeriodBook> Books { get; }

    internal Dictionary<LineId, AppliedEvent> Events { get; private set; }

    internal HoldbackRelease[] Releases { get; private set; }

    /// <summary>In the order in which they count; never changed in place.</summary>
    internal CommissionClosing[] Closings { get; set; }

    internal DateSpan? Payout { get; private set; }

    /// <summary>The part of the draw that was stated for the payout period; null where none was.</summary>
    internal Percentage? DrawShare { get; private set; }

    internal LocalDate? Recorded { get; private set; }

    /// <summary>The number of the last entry.</summary>
    internal int Number { get; private set; }

    /// <summary>The lines of what is entered.</summary>
    internal AccountLines Lines => _lines ??= new AccountLines(this);

    internal AccountState Copy() => new(this);

    /// <summary>An account that is done with needs no order of its lines.</summary>
    internal void Forget() => _lines = null;

    /// <summary>The state of a key that has no entry, in the currency of its plan.</summary>
    internal EarningState Nothing(Currency currency)
    {
        if (_nothing?.Currency != currency)
            _nothing = EarningState.Nothing(currency);

        return _nothing;
    }

    internal bool IsClosed(DateSpan period, LocalDate on)
    {
        for (var i = Closings.Length - 1; i >= 0; i--)
        {
            if (Closings[i].On <= on && Closings[i].Span.Contains(period))
                return !Closings[i].IsReopening;
        }

        return false;
    }

    /// <summary>Whether something was ever entered, undone or not, of the line of an entry, or of its component in its period.</summary>
    internal bool HasEarned(CommissionEntry entry, bool ofLine)
    {
        if (entry.Period is not { } period || !Books.TryGetValue(period, out var book))
            return false;

        return ofLine ? book.Keys.ContainsKey(entry.Key) : book.Has(entry.Plan!, entry.Component!);
    }

    /// <summary>
    /// Which events a run undoes, before it does; but for corrections without which less would be left of a line than the other events took
    /// of it, which stay.
    /// </summary>
    internal HashSet<LineId> UndoneBy(PayoutRun run)
    {
        var targets = run.Events.Where(
                each => each.Undone is { } undone && !Events.ContainsKey(each.Id) && Events.TryGetValue(undone, out var target)
                    && target.UndoneBy is null && target.Event.Kind is not CommissionEventKind.Reinstatement)
            .Select(each => Events[each.Undone!.Value]).ToList();
        HashSet<LineId> undone =
            [.. targets.Where(target => target.Event.Kind != CommissionEventKind.Correction).Select(target => target.Event.Id)];
        undone.UnionWith(
            targets.Where(target => target.Event.Kind == CommissionEventKind.Correction)
                .Where(target => !target.Entries.Any(entry => IsNeeded(entry, undone))).Select(target => target.Event.Id).ToList());
        return undone;
    }

    /// <summary>Whether an entry of a correction cannot be undone, as what it gave was taken back.</summary>
    internal bool IsNeeded(CommissionEntry entry, HashSet<LineId>? undone = null) =>
        entry is { Reverses: null, Kind: CommissionEntryKind.Earned, Period: { } period }
        && Books[period].Keys[entry.Key] is var state && state.IsLive(entry)
        && IsTooMuch(Lines.HeadOf(period, entry.Key, state.Original), -entry.Amount.Amount, undone);

    /// <summary>Whether of the line and what follows it less would be left than was taken back of it already.</summary>
    internal bool IsTooMuch((DateSpan Period, EarningKey Key)? head, decimal amount, HashSet<LineId>? undone = null)
    {
        if (head is not { } known || Lines.Together(known.Period, known.Key) is not { ClawedAmount: > 0m } state)
            return false;

        var taken = state.ClawedWithout(undone);
        return taken > 0m && state.Amount + amount < taken;
    }

    internal decimal Total(CommissionEntryKind kind) => Totals[(int)kind];

    /// <summary>What was entered in the payout period that is settled.</summary>
    internal decimal InPeriod(CommissionEntryKind kind) => Totals[(int)kind] - Opening[(int)kind];

    internal void Open(DateSpan payout, LocalDate recorded, string parameterName)
    {
        if (payout != Payout)
        {
            if (Payout is { } last && !(payout.Start > last.End))
            {
                throw Guards.OutOfRange(
                    parameterName, payout.ToString(), "must be for the payout period " + last + " once more, or for one after it");
            }

            Opening = (decimal[])Totals.Clone();
            Payout = payout;
            DrawShare = null;
        }

        if (recorded < Recorded)
        {
            throw Guards.OutOfRange(
                parameterName, InvariantText.Date(recorded), "must be recorded on or after " + InvariantText.Date(Recorded.Value));
        }

        Recorded = recorded;
    }

    /// <summary>The book of a measurement period, to be changed.</summary>
    internal PeriodBook Own(DateSpan period)
    {
        var known = Books.TryGetValue(period, out var book) ? book : null;
        if (known is not null && known.IsOf(_owner))
            return known;

        return Books[period] = known is null ? new PeriodBook(period, _owner) : known.Copy(_owner);
    }

    internal void Post(CommissionEntry entry, string parameterName)
    {
        if (entry.Amount.Currency != Currency)
            throw new CurrencyMismatchException(Currency, entry.Amount.Currency, parameterName);

        Open(entry.PayoutPeriod, entry.Recorded, parameterName);
        _isWhole = _isWhole && entry.Number == Number + 1;
        Number = entry.Number;
        Totals[(int)entry.Kind] += entry.Amount.Amount;
        switch (entry.Kind)
        {
            case CommissionEntryKind.Earned:
            case CommissionEntryKind.ClawedBack when entry.Period is not null:
                Earn(entry, parameterName);
                break;
            case CommissionEntryKind.HeldBack:
                Hold(entry, parameterName);
                break;
            case CommissionEntryKind.DrawAdvanced:
            case CommissionEntryKind.DrawGranted:
                DrawShare = entry.Rate ?? DrawShare;
                break;
            case CommissionEntryKind.HoldbackReleased:
            case CommissionEntryKind.HoldbackForfeited:
                Release(entry, parameterName);
                break;
        }

        if (entry.Event is { } source)
            See(source, entry);
    }

    private static DateSpan PeriodOf(CommissionEntry entry, string parameterName) =>
        entry.Period ?? throw Guards.Invalid(parameterName, entry.ToString(), "must name its period");

    private void Earn(CommissionEntry entry, string parameterName)
    {
        var book = Own(PeriodOf(entry, parameterName));
        if (entry.Plan is not { } plan || entry.Component is null)
            throw Guards.Invalid(parameterName, entry.ToString(), "must name its plan and component");

        var key = entry.Key;
        var state = book.Keys.TryGetValue(key, out var known) ? known
            : Nothing(entry.Conversion?.Amount.Currency ?? Currency);
        book.Earned += entry.Amount.Amount;
        if (entry.Kind == CommissionEntryKind.ClawedBack)
        {
            book.Set(
                key, entry.Reverses is not null && entry.Event is { Undone: { } undone } ? state.GiveBack(undone)
                    : state.Live.Length > 0 ? state.Take(entry, Lines.Together(book.Period, key))
                    : !_isWhole ? state.Take(entry, state)
                    : throw Guards.Invalid(parameterName, entry.ToString(), "must take back of what is entered before it"));
            return;
        }

        var next = state.With(entry, parameterName);
        if (_lines is not null && !AccountLines.AreSame(state, next))
            Forget();
        book.Set(key, next);
        book.Count(plan, (next.Live.Length == 0 ? 0 : 1) - (state.Live.Length == 0 ? 0 : 1));
    }

    private void Hold(CommissionEntry entry, string parameterName) =>
        Own(PeriodOf(entry, parameterName)).Hold(entry.Component, entry.Amount.Amount, entry.Rate);

    private void Release(CommissionEntry entry, string parameterName)
    {
        var span = PeriodOf(entry, parameterName);
        var at = Array.FindIndex(
            Releases, each => each.Span == span && string.Equals(each.Component, entry.Component, StringComparison.Ordinal));
        var next = HoldbackRelease.After(at < 0 ? null : Releases[at], entry, span);
        Releases = at < 0 ? [.. Releases, next] : [.. Releases.Select((each, i) => i == at ? next : each)];
    }

    private void See(CommissionEvent source, CommissionEntry entry)
    {
        if (!_ownsEvents)
        {
            Events = new Dictionary<LineId, AppliedEvent>(Events);
            _ownsEvents = true;
        }

        var known = Events.TryGetValue(source.Id, out var before) ? before : new AppliedEvent(source, [], null);
        Events[source.Id] = new AppliedEvent(known.Event, [.. known.Entries, entry], known.UndoneBy);
        if (source.Undone is { } undone && Events.TryGetValue(undone, out var target))
            Events[undone] = new AppliedEvent(target.Event, target.Entries, source.Id);
    }
}
