using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// What an account has entered of measurement periods that are closed, so that what is earned of a line goes on from there, whatever facts
/// of theirs came to be known since.
/// </summary>
internal sealed class EnteredBefore(CommissionAccount account, LocalDate recorded)
{
    /// <summary>A line in the closed periods that ended before a day: what events took back of it, and which lines are in it.</summary>
    internal (HashSet<LineId> Taken, HashSet<LineId> Included) Of(EarningKey key, LocalDate start)
    {
        var (taken, included) = (new HashSet<LineId>(), new HashSet<LineId>());
        foreach (var book in account.State.Books.Values)
        {
            if (!(book.Period.End < start) || !IsClosed(book.Period) || !book.Keys.TryGetValue(key, out var state))
                continue;

            taken.UnionWith(state.Clawed.Select(part => part.Event.Id));
            included.UnionWith(state.Live.SelectMany(entry => entry.IncludedLines));
        }

        return (taken, included);
    }

    /// <summary>
    /// What is earned of a line through the day before one: what is entered, where that day is closed; otherwise what the facts say. An
    /// open period between closed ones is restated by the facts, and where these do not say what it earned, why.
    /// </summary>
    internal Money Before(EarningKey key, LocalDate start, ScheduledLine line, ref Reason? why)
    {
        var day = start.PlusDays(-1);
        if (!IsClosed(day))
            return line.ToDate(day, ref why) ?? line.Nothing;

        var before = line.Nothing;
        foreach (var book in account.State.Books.Values)
        {
            if (!(book.Period.End < start) || book.LiveOf(key.Plan) == 0)
                continue;

            if (!IsClosed(book.Period))
            {
                before += (line.ToDate(book.Period.End.Value, ref why) ?? line.Nothing)
                    - Before(key, book.Period.Start!.Value, line, ref why);
            }
            else if (book.Keys.TryGetValue(key, out var state))
                before += new Money(state.PlanAmount, state.Currency);
        }

        return before;
    }

    /// <summary>Whether a day before is closed, so that what is earned through it is what was entered.</summary>
    internal bool IsClosed(LocalDate day) => IsClosed(DateSpan.On(day));

    private bool IsClosed(DateSpan period) => account.State.IsClosed(period, recorded);
}
