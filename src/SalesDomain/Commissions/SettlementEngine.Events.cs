using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What happened after commissions were earned: each event is applied once, in the order of days.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<CommissionEvent> _writeOffs = [];

    private void ApplyEvents()
    {
        if (_run.Events.Count == 0)
            return;

        // Corrections say what was earned, so they come before what is taken back of it; amounts first, since they can bring a line in.
        foreach (var each in InOrder(_run.Events).OrderBy(each => each.Kind != CommissionEventKind.Correction)
            .ThenBy(each => each.Difference is null))
        {
            if (_state.Events.TryGetValue(each.Id, out var known))
            {
                if (!known.Event.IsSameAs(each))
                    throw Guards.Invalid(Run, each + " and " + known.Event, "must be one event for a number");
                if (known.UndoneBy is null && !_reinstated.Contains(each.Id))
                    ApplyFurther(each, known);
                continue;
            }

            switch (each.Kind)
            {
                case CommissionEventKind.Uncollectible:
                    ShareLoss(each);
                    break;
                case CommissionEventKind.WriteOff:
                    _writeOffs.Add(each);
                    break;
                case CommissionEventKind.Reinstatement when IsOfCorrection(each):
                    _undoneCorrections.Add(each);
                    break;
                case CommissionEventKind.Reinstatement:
                    Reinstate(each);
                    break;
                case CommissionEventKind.Correction:
                    Correct(each);
                    break;
                default:
                    ClawBack(each);
                    break;
            }
        }

        UndoCorrections();
    }

    /// <summary>
    /// By days, a reinstatement never before what it undoes. On one day what is reinstated comes first, each event right before its
    /// reinstatement, so that a further return of the day finds the sale as it stands; then by numbers.
    /// </summary>
    private static IEnumerable<CommissionEvent> InOrder(IReadOnlyList<CommissionEvent> events)
    {
        if (events.Count < 2)
            return events;

        var days = events.ToDictionary(each => each.Id, each => each.On);
        var undone = new HashSet<(LineId, LocalDate)>(
            events.Where(each => each.Undone is not null).Select(each => (each.Undone!.Value, Day(each))));
        return events.OrderBy(Day)
            .ThenBy(each => each.Undone is not null || undone.Contains((each.Id, each.On)) ? 0 : 1)
            .ThenBy(each => each.Undone ?? each.Id).ThenBy(each => each.Undone is null ? 0 : 1).ThenBy(each => each.Id);

        LocalDate Day(CommissionEvent each) =>
            each.Undone is { } of && days.TryGetValue(of, out var day) && day > each.On ? day : each.On;
    }

    /// <summary>
    /// What was open, or among the facts, when an event was recorded may be closed now; and a correction may have been undone with its
    /// period.
    /// </summary>
    private void ApplyFurther(CommissionEvent source, AppliedEvent known)
    {
        if (source.Kind == CommissionEventKind.Correction)
            Correct(source, known);
        else if (source.SoldOn is not null && Array.Exists(known.Entries, IsTaken))
            ClawBack(source, known);
    }

    /// <summary>
    /// Whether an event of that number took something back of a component of a plan, and was not undone; of the entries that it made there
    /// those that are asked about.
    /// </summary>
    private bool IsTakenBack(LineId id, EarningKey key, Func<CommissionEntry, bool>? isAsked = null) =>
        _state.Events.TryGetValue(id, out var known) && known.UndoneBy is null && !_reinstated.Contains(id)
        && Array.Exists(
            known.Entries,
            entry => IsTaken(entry) && (isAsked is null || isAsked(entry))
                && string.Equals(entry.Component, key.Component, StringComparison.Ordinal)
                && string.Equals(entry.Plan, key.Plan, StringComparison.Ordinal));

    private static bool IsTaken(CommissionEntry entry) =>
        entry.Kind == CommissionEntryKind.ClawedBack && entry.Reverses is null && entry.Period is not null;

    // Seen, and of no consequence: it has none later either.
    private void Note(string code, CommissionEvent source, AppliedEvent? known = null)
    {
        Tell(code, source);
        if (known is not null)
            return;

        Post(
            CommissionEntryKind.ClawedBack, 0m,
            new CommissionEntry.Detail { Event = source, Reasons = [new Reason(code)] });
    }

    private void Tell(string code, CommissionEvent source, params (string, Figure)[] figures) =>
        _reasons.Add(new Reason(code, [("event", source.Id.ToString()), .. figures]));
}
