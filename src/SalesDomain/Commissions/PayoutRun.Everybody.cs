using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

public sealed partial class PayoutRun
{
    /// <summary>
    /// The same with those events alone that are of a line which the account has, or the earnings given, or that undo one of these or one
    /// the account has seen.
    /// </summary>
    internal PayoutRun Reaching(AccountState state, IReadOnlyList<CommissionEarning> earned)
    {
        HashSet<LineId> lines = [.. earned.Where(earning => earning.Line is not null).Select(earning => earning.Line!.Value)];
        foreach (var book in state.Books.Values)
        {
            foreach (var pair in book.Keys)
            {
                if (pair.Key.Line is { } line && pair.Value.Live.Length > 0)
                    lines.Add(line);
            }
        }

        HashSet<LineId> reaching = [.. _events.Where(each => each.Line is { } line && lines.Contains(line)).Select(each => each.Id)];
        var events = Array.FindAll(
            _events,
            each => reaching.Contains(each.Id)
                || (each.Undone is { } undone && (reaching.Contains(undone) || state.Events.ContainsKey(undone))));
        return events.Length == _events.Length ? this
            : new(Period, Recorded, _restated, events, _figures, FixedPay, DrawShare, Rates, PaysAll);
    }

    /// <summary>What is restated because others have earnings of it.</summary>
    internal IEnumerable<(string Plan, DateSpan Period)> RestatedWithOthers =>
        _restated.Length == 0 ? [] : _restated.Where(each => each.IsWithOthers).Select(each => (each.Plan!, each.Period));

    internal bool Restates(string plan, DateSpan period) =>
        Array.Exists(
            _restated,
            each => each.Period == period && (each.Plan is null || string.Equals(each.Plan, plan, StringComparison.Ordinal)));

    /// <summary>The same restating what others have earnings of, and this payee has not.</summary>
    internal PayoutRun RestatingWithOthers(string plan, DateSpan period) =>
        Restating([new RestatedPeriod(plan, period, IsWithOthers: true)]);

    /// <summary>
    /// This run of one payee laid over that of everybody. Of the events of everybody those that reach the payee count, whether this run has
    /// them too or not.
    /// </summary>
    internal PayoutRun Over(PayoutRun everybody, PayoutRun reaching)
    {
        var figures = everybody._figures.Where(
            each => !Array.Exists(_figures, own => own.Meets(each.Span, each.Component)));
        return new PayoutRun(
            Period, Recorded, [.. everybody._restated.Union(_restated)], reaching._events, [.. figures, .. _figures],
            FixedPay ?? everybody.FixedPay, DrawShare ?? everybody.DrawShare,
            Rates ?? everybody.Rates, PaysAll || everybody.PaysAll)
            .Replacing(everybody, Array.FindAll(_events, each => Array.IndexOf(everybody._events, each) < 0));
    }

    /// <summary>The same with events of one payee, each in place of one of everybody with that number.</summary>
    internal PayoutRun Replacing(PayoutRun everybody, CommissionEvent[] own)
    {
        var left = Array.FindAll(
            _events,
            each => Array.IndexOf(everybody._events, each) < 0 || !Array.Exists(own, other => other.Id == each.Id));
        return new PayoutRun(Period, Recorded, _restated, left, _figures, FixedPay, DrawShare, Rates, PaysAll).With(own);
    }
}
