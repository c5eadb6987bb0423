using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What was earned in closed measurement periods, corrected by a declared event. An open one is computed again instead.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<CommissionEvent> _undoneCorrections = [];

    private bool IsOfCorrection(CommissionEvent source) =>
        _state.Events.TryGetValue(source.Undone!.Value, out var target) && target.Event.Kind == CommissionEventKind.Correction;

    /// <summary>After all else of the run, and each that can be: one may make room for another.</summary>
    private void UndoCorrections()
    {
        // Of an open period it is computed again, as the correction itself would be.
        var left = new List<CommissionEvent>();
        foreach (var each in _undoneCorrections)
        {
            var entries = _state.Events[each.Undone!.Value].Entries.Where(entry => entry.Period is not null).ToList();
            if (entries.Count > 0 && entries.TrueForAll(entry => !IsClosed(entry.Period!.Value)))
            {
                TellRerated(each, entries.Select(entry => (entry.Plan!, entry.Period!.Value)));
            }
            else
            {
                left.Add(each);
            }
        }

        while (left.Find(each => !IsNeeded(each)) is { } next)
        {
            Reinstate(next);
            left.Remove(next);
        }

        left.ForEach(each => Tell("commission.corrects-too-much", each));
    }

    private bool IsNeeded(CommissionEvent undoing) =>
        _state.Events[undoing.Undone!.Value] is { UndoneBy: null } target && target.Entries.Any(entry => _state.IsNeeded(entry));

    /// <summary>Of one that is known only what was undone with its period.</summary>
    private void Correct(CommissionEvent source, AppliedEvent? known = null)
    {
        if (source.Difference is { } difference)
            CorrectBy(difference, source, known);
        else
            CorrectBase(source, known);
    }

    private static bool IsUndone(AppliedEvent known, DateSpan period, EarningKey key) =>
        Array.FindLast(known.Entries, entry => entry.Period == period && entry.Key.Equals(key)) is { Reverses: not null } last
        && last.Reasons[0].Code == CorrectionUndone;

    private void CorrectBy(CommissionEarning difference, CommissionEvent source, AppliedEvent? known)
    {
        var key = difference.Key;
        if (known is not null && !IsUndone(known, difference.Period, key))
            return;
        if (!IsClosed(difference.Period))
        {
            TellRerated(source, [(difference.Plan, difference.Period)]);
            return;
        }

        var book = _state.Books.TryGetValue(difference.Period, out var there) ? there : new PeriodBook(difference.Period);
        var state = StateOf(book, key, difference);
        if (state.Live.Length > 0 && difference.Base is { } more
            && !(state.Base is { } entered && entered.Measure == more.Measure && Equals(entered.Currency, more.Currency)))
        {
            throw Guards.Invalid(Run, source.ToString(), "must be paid on what the entries before it are paid on");
        }

        if (state.Original is { } before && difference.Original is { } original && before != original)
            throw Guards.Invalid(Run, source.ToString(), "must follow the line that the entries before it follow, " + before);

        if (state.Live.Length > 0 && state.Currency != difference.Amount.Currency)
            throw Guards.Invalid(Run, source.ToString(), "must be in " + state.Currency + ", the currency of the plan that is corrected");

        var parts = PartsOf(state, difference);
        if (IsTooMuch(HeadOf(book.Period, key, difference.Original ?? state.Original), parts.ToDate - state.Amount))
            Note("commission.corrects-too-much", source, known);
        else
            Correct(source, key, state, parts, difference);
    }

    private void CorrectBase(CommissionEvent source, AppliedEvent? known)
    {
        if (_state.Lines.Of(source.Line!.Value) is not { } keys)
        {
            if (known is null)
                Tell("commission.unknown-line", source);
            return;
        }

        if (known is not null)
            keys = keys.FindAll(each => IsUndone(known, each.Book.Period, each.Key));
        if (keys.Count == 0)
            return;

        // What is open of the line is computed again instead: once it is entered, a correction does not come back to it.
        var measured = keys.FindAll(each => OwnRate(source, StateOf(each.Book.Period, each.Key)) is not null);
        TellRerated(
            source, measured.Where(each => !IsClosed(each.Book.Period)).Select(each => (each.Key.Plan, each.Book.Period)));
        if (measured.Count == 0)
        {
            if (keys.Exists(each => !IsClosed(each.Book.Period)))
                Tell("commission.base-missing", source);
            else
                Note("commission.base-missing", source, known);
            return;
        }

        var corrected = measured.FindAll(each => IsClosed(each.Book.Period));
        if (corrected.Count == 0)
            return;

        var differences = corrected.ConvertAll(each => Difference(source, each.Book.Period, each.Key));
        if (differences.Exists(each => IsTooMuch(each.Of.Period, each.Key, each.Parts.ToDate - each.State.Amount)))
        {
            Note("commission.corrects-too-much", source, known);
            return;
        }

        foreach (var (key, state, parts, difference) in differences)
            Correct(source, key, state, parts, difference);
    }

    private (EarningKey Key, EarningState State, EarningParts Parts, CommissionEarning Of) Difference(
        CommissionEvent source, DateSpan period, EarningKey key)
    {
        var state = StateOf(period, key);
        var difference = EarningOf(state, key, period, OwnRate(source, state)!.Value, source.Returned[0]);
        return (key, state, PartsOf(state, difference), difference);
    }

    /// <summary>
    /// commission × base added ÷ base, in the currency of the plan; null where the base is of another measure, or nothing.
    /// </summary>
    private decimal? OwnRate(CommissionEvent source, EarningState state) =>
        state.Base is { Amount: not 0m } whole && source.ReturnedOf(whole) is { } more
            ? _rules.Rounding.RoundAmount(Portion(state.PlanAmount, more, whole.Amount, 1, 1), state.Currency) : null;

    private void Correct(CommissionEvent source, EarningKey key, EarningState state, EarningParts parts, CommissionEarning difference)
    {
        // In another currency by what the correction entered of the line in other periods.
        if (difference.Amount.Currency != _currency)
            parts = PartsOf(state, difference);

        Post(parts, difference, source);
        Change(key, difference.Period, state.Amount, parts);
    }

    private bool IsTooMuch((DateSpan Period, EarningKey Key)? head, decimal amount) => _state.IsTooMuch(head, amount);

    private bool IsTooMuch(DateSpan period, EarningKey key, decimal amount) =>
        IsTooMuch(HeadOf(period, key, StateOf(period, key).Original), amount);
}
