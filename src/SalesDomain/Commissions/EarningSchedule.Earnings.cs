using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class EarningSchedule
{
    /// <summary>
    /// What an account settles of a period: of the commission of each credited line the part whose day of earning lies in it.
    /// </summary>
    /// <param name="result">
    /// The commissions as the rate was locked: by a plan of components that are paid on what is ordered, with credits that were kept.
    /// </param>
    /// <param name="deals">The facts of the deals, by which it is told how far each had come on a day.</param>
    /// <param name="during">
    /// The period, with both days: a month, whatever period the commission was computed for. It is the measurement period of the earnings.
    /// </param>
    /// <returns>
    /// One earning for each component and credited line of which something is earned, or given back, in the period, with line, day and
    /// deal: what is earned by its last day less what was earned before its first, each rounded. So consecutive periods sum to the
    /// commission to the cent once all is done. A line of which no facts are found is not known (<c>commission.no-progress</c>), and so is
    /// one whose money counts by days that are not known (<c>commission.no-due-date</c>), or did when the period began, and a component
    /// that is not. Lines that take back earn nothing of their own: they lower the progress, and the earning includes them
    /// (<see cref="CommissionEarning.Included"/>), whether they lower anything yet or take back what was still open, so that an event of
    /// one takes nothing back a second time; a refund where it lowers the progress. A schedule that goes by what is ordered, or by the
    /// money, goes by returns of goods and credit notes as well. Lines that the schedule does not go by are not included. The progress is
    /// that of the line of the order where later lines name it (<see cref="DealBook.ProgressOf(LineId, NodaTime.LocalDate)"/>), and that of
    /// the deal otherwise. What belongs to no credit, the cost of funds, and what takes back no known sale, is earned at once: on the last
    /// day of the measurement period of the result, on its own day. On that last day at least the floor of a component is earned, as an
    /// earning of no line; what lines earn after it is in the floor first, and that earning falls by as much. An earning of no line, and
    /// one that says that a component is not known, names the period of the result (<see cref="CommissionEarning.RatedIn"/>), so that the
    /// results of several periods can be settled in one.
    /// </returns>
    /// <remarks>
    /// <para>
    /// While the rate is not locked, later sales can change the commission of earlier lines. Give the periods from the first one on anew
    /// then; the account enters the differences. Afterwards give the result as it was, also where its period is closed.
    /// </para>
    /// <para>
    /// A fact that comes to be known late, such as a receipt posted after its quarter was closed, is of the period of its day. So it is not
    /// in a later one: settle with <see cref="ToEarnings(CommissionResult, DealBook, DateSpan, CommissionAccount, PayoutRun)"/>, by which
    /// the first open period has what is late of a line, or give the closed periods as well, and pay by a correction what
    /// <c>commission.closed-period</c> tells.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> or <paramref name="deals"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="during"/> is open, or a component is paid on credits of another stage than orders, of which progress is measured.
    /// </exception>
    /// <exception cref="InvalidOperationException">A component was summed from credits that were not kept.</exception>
    public IReadOnlyList<CommissionEarning> ToEarnings(CommissionResult result, DealBook deals, DateSpan during)
    {
        Guard.Against.Null(result);
        Guard.Against.Null(deals);
        return ToEarnings(result, deals, during, entered: null);
    }

    /// <summary>
    /// The same for a payee whose account has closed periods: what is earned of each line by the last day of the period less what they
    /// have, so that the first open period has what came to be known of them later.
    /// </summary>
    /// <param name="result">
    /// The commissions as the rate was locked: by a plan of components that are paid on what is ordered, with credits that were kept, and
    /// with all lines of its period.
    /// </param>
    /// <param name="deals">The facts of the deals as they are known today.</param>
    /// <param name="during">The period, with both days, that is open.</param>
    /// <param name="account">The account of the payee, as it is before the run.</param>
    /// <param name="run">
    /// The run that will settle them: by its day of record a period is closed or open, and what its reinstatements undo counts as not
    /// taken.
    /// </param>
    /// <returns>
    /// The earnings, as without the account where the day before <paramref name="during"/> is open. Where it is closed, each line earns
    /// what is earned by the last day less what is entered of it in periods before, and includes what takes back and is in none of them. A
    /// line of which they have something, sold in the period of the result and not in the result any more, earns nothing in all
    /// (<c>commission.credited-no-more</c>). What an event took back of a line while it was closed stays taken, and is not taken again
    /// where its number is a fact as well: what came back, as it was when the event took, counts as given back first, as far as the facts
    /// lower, and the earning includes the number, so that the event takes nothing of what is closed later. Where the facts lower nothing
    /// yet, but more is done of a stage than stands, as for goods that came back before their refund, it stays taken. The facts take no
    /// more of a line than stands of it beside what events took (<c>commission.taken-by-events</c>).
    /// </returns>
    /// <remarks>
    /// <para>
    /// An open period before counts by the facts, whether it was opened again or never closed, also where nothing is entered in it: give
    /// all open periods of the run together. Whether the day before is closed says the measurement period of the plan that has it in the
    /// account, and the day itself where there is none.
    /// </para>
    /// <para>
    /// A correction of a line stands beside what the facts say. One that includes a fact
    /// (<see cref="CommissionEarning.Including(LineId[])"/>) is what that brings, and counts as entered once it is among the facts.
    /// </para>
    /// <para>
    /// What belongs to no line goes on from the account as lines do: a goal that is scored, or a cost of funds that is charged, after its
    /// period was closed is earned in the open one, and a floor falls by what lines earn late. The earning says which period rated it
    /// (<see cref="CommissionEarning.RatedIn"/>).
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The day of record of <paramref name="run"/> is before that of the last entry of the account.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="during"/> has an open end, or is closed on that day; or a component is paid on credits of another stage than orders,
    /// of which progress is measured.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A line is entered in another currency than that of the plan.</exception>
    /// <exception cref="InvalidOperationException">A component was summed from credits that were not kept.</exception>
    public IReadOnlyList<CommissionEarning> ToEarnings(
        CommissionResult result, DealBook deals, DateSpan during, CommissionAccount account, PayoutRun run)
    {
        Guard.Against.Null(result);
        Guard.Against.Null(deals);
        Guard.Against.Null(account);
        Guard.Against.Null(run);
        var (last, recorded) = (account.State.Recorded, run.Recorded);
        if (recorded < last)
        {
            throw Guards.OutOfRange(
                nameof(run), InvariantText.Date(recorded), "must be recorded on or after " + InvariantText.Date(last.Value));
        }

        var entered = new EnteredBefore(account.State, run, deals, Rounding);
        return !entered.IsClosed(during) ? ToEarnings(result, deals, during, entered)
            : throw Guards.Invalid(nameof(during), during.ToString(), "must be open on " + InvariantText.Date(recorded));
    }

    private ReadOnlyCollection<CommissionEarning> ToEarnings(
        CommissionResult result, DealBook deals, DateSpan during, EnteredBefore? entered)
    {
        if (during.Start is null || during.End is null)
            throw Guards.Invalid(nameof(during), during.ToString(), "must have a first and a last day");

        var (earnings, reader) = (new List<CommissionEarning>(), deals.Reader(nameof(deals)));
        foreach (var component in result.Components)
        {
            if (component.Component.Base is { } measure && measure.Rule.Stage != Stage.Ordered)
            {
                throw Guards.Invalid(
                    nameof(result), "'" + component.Component.Name + "' on " + measure, "must be paid on what is ordered");
            }

            component.AddScheduled(this, reader, during, entered, earnings);
        }

        result.CostOfFunds?.AddScheduled(during, entered, earnings);

        return earnings.AsReadOnly();
    }
}
