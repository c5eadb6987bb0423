using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Organization;

namespace SalesDomain.Quotas;

public sealed partial class Proration
{
    /// <summary>
    /// Divides a period's quota among those who held it together by shares, one after another, or both: 70 and 30 %, or a handover in which
    /// two have half of it each for a month.
    /// </summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="quota">The quota of the period.</param>
    /// <param name="period">The period, with both ends.</param>
    /// <param name="rounding">How a running total is rounded, to a unit that the quota is a multiple of.</param>
    /// <param name="held">
    /// Who held which share of it when, in any order: shares above 0 %, which come to at most 100 % on every day; what is missing to 100 %
    /// is vacant. Of a day that several held the one named first has the first of the amount.
    /// </param>
    /// <returns>
    /// The parts; with what is vacant they sum to the quota. The days are cut wherever the holders change. There the running total goes on
    /// by one share after another: quota × (what counts before + what counts in the days × shares so far) ÷ what counts in all, rounded
    /// once, and a part is the difference of two. So a part is within one unit of the exact one, for each such run of days.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/>, <paramref name="held"/> or an owner is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end, or nothing in it counts; there is no owner; shares come to more than 100 % on a day of
    /// the period; the quota is the default value or no multiple of the unit; or the rounding is to a price ending.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A share is not above 0 %; or <paramref name="period"/> is not within the validity of the work calendar.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    /// <exception cref="OverflowException">Quota × what counts does not fit in a decimal.</exception>
    public ProratedSplit<TOwner> Split<TOwner>(
        Measured quota, DateSpan period, Rounding rounding, params (TOwner Owner, DateSpan Span, Percentage Share)[] held)
        where TOwner : notnull
    {
        Guard.Against.Null(rounding);
        var copy = Guard.Against.Nothing(held, "somebody held the period");
        foreach (var (owner, _, share) in copy)
        {
            if (owner is null)
                throw new ArgumentNullException(nameof(held));
            if (share <= Percentage.Zero)
                throw Guards.OutOfRange(nameof(held), share.ToString(), "must be above 0% and is of " + InvariantText.Any(owner));
        }

        return Shared(quota, period, rounding, copy);
    }

    /// <summary>
    /// Divides a period's quota among those to whom its subject was assigned, by the shares and on the days of the assignments.
    /// </summary>
    /// <typeparam name="TSubject">The type of what is held: a territory, a position, an account.</typeparam>
    /// <typeparam name="THolder">The type of who holds it.</typeparam>
    /// <param name="quota">The quota of the subject for the period.</param>
    /// <param name="period">The period, with both ends.</param>
    /// <param name="rounding">How a running total is rounded, to a unit that the quota is a multiple of.</param>
    /// <param name="held">Who held what; on every day of the period the shares of the subject come to at most 100 %.</param>
    /// <param name="subject">What the quota is for. Where nobody ever held it, all of the quota is vacant.</param>
    /// <returns>The parts, as those of the shares; with what is vacant they sum to the quota.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="rounding"/>, <paramref name="held"/> or <paramref name="subject"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end, or nothing in it counts; shares come to more than 100 % on a day of the period
    /// (<see cref="Assignments{TSubject, THolder}.Overlaps"/>); the quota is the default value or no multiple of the unit; or the rounding
    /// is to a price ending.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not within the validity of the work calendar.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    /// <exception cref="OverflowException">Quota × what counts does not fit in a decimal.</exception>
    public ProratedSplit<THolder> Split<TSubject, THolder>(
        Measured quota, DateSpan period, Rounding rounding, Assignments<TSubject, THolder> held, TSubject subject)
        where TSubject : notnull
        where THolder : notnull
    {
        Guard.Against.Null(rounding);
        Guard.Against.Null(held);
        Guard.Against.Null(subject);
        return Shared(
            quota, period, rounding, [.. held.HistoryOf(subject).Select(each => (each.Holder, each.Span, each.Share))]);
    }

    private ProratedSplit<TOwner> Shared<TOwner>(
        Measured quota, DateSpan period, Rounding rounding, (TOwner Owner, DateSpan Span, Percentage Share)[] held)
        where TOwner : notnull
    {
        MeasuredArgument.Given(quota);
        var all = CountAll(period);
        PhasedQuota.RequireMultiple(quota, rounding, nameof(quota));
        var parts = new List<(TOwner Owner, ProratedPart Part)>();
        var before = 0;
        foreach (var days in RunsOfDays(period, [.. held.Select(each => each.Span)]))
        {
            var counted = Count(days);
            var shares = Percentage.Zero;
            foreach (var (owner, span, share) in held)
            {
                if (!span.Contains(days))
                    continue;

                var shared = share == Percentage.OneHundred ? null : new SharesOfDays(share, shares);
                parts.Add((owner, new ProratedPart(this, quota, period, days, before, counted, all, rounding, shared)));
                shares += share;
            }

            if (shares > Percentage.OneHundred)
                throw Guards.Invalid(nameof(held), shares + " in " + days, "must have shares of at most 100% on every day");

            before += counted;
        }

        return new ProratedSplit<TOwner>(this, quota, period, rounding, [.. parts]);
    }

    /// <summary>The period, cut wherever a span begins or ends.</summary>
    private static IEnumerable<DateSpan> RunsOfDays(DateSpan period, DateSpan[] spans)
    {
        var (first, last) = (period.Start!.Value, period.End!.Value);
        var starts = new SortedSet<LocalDate> { first };
        foreach (var span in spans)
        {
            if (span.Start is { } start && start > first && start <= last)
                starts.Add(start);
            if (span.End is { } end && end >= first && end < last)
                starts.Add(end.PlusDays(1));
        }

        LocalDate[] cuts = [.. starts];
        for (var i = 0; i < cuts.Length; i++)
            yield return new DateSpan(cuts[i], i + 1 < cuts.Length ? cuts[i + 1].PlusDays(-1) : last);
    }
}
