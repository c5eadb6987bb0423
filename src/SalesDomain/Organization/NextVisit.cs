using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>When a customer is to be visited next at the latest, and whether that is overdue.</summary>
/// <remarks>
/// Made by <see cref="VisitPolicy.NextVisit"/>. A visit is due on the day the interval ends and overdue from the day after. Where there is
/// no relation on the day, no rule, or no interval in it, nothing is due, and <see cref="DueOn"/> is null. Equality is by all values.
/// </remarks>
public sealed record NextVisit
{
    private readonly LocalDate _policyStart;
    private readonly AskedIntervals _asked;
    private readonly Deadline? _deadline;

    internal NextVisit(
        CustomerToVisit customer, VisitRule? rule, LocalDate policyStart, AskedIntervals asked, LocalDate? lastVisit, LocalDate on,
        int rolledDays = 0)
    {
        _policyStart = policyStart;
        _asked = asked;
        Customer = customer;
        Rule = rule;
        LastVisit = lastVisit;
        AsOf = on;
        RolledDays = rolledDays;
        DaysSinceLastVisit = lastVisit is { } last ? Period.DaysBetween(last, on) : null;
        if (asked.Count == 0)
            return;

        var from = LocalDate.Max(policyStart, LocalDate.Max(customer.Span.Start ?? policyStart, lastVisit ?? policyStart));
        CountedFrom = from = LocalDate.Max(from, asked.Start ?? from);
        _deadline = asked.Deadline(from);
        DueOn = _deadline.On.PlusDays(rolledDays);
        DaysPastDue = Period.DaysBetween(DueOn.Value, on);
        DaysOverdue = Math.Max(0, DaysPastDue.Value);
    }

    /// <summary>The customer.</summary>
    public CustomerToVisit Customer { get; }

    /// <summary>The rule of the day, or null where there is no relation on it, or no rule.</summary>
    public VisitRule? Rule { get; }

    /// <summary>The day that was asked on.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The class on that day, or null for a customer that is unclassed.</summary>
    public CustomerClassId? Class => Customer.TryClassOn(AsOf, out var its) ? its : null;

    /// <summary>Whether there is a relation on the day and no rule: the customer is unclassed, or its class has none.</summary>
    public bool IsWithoutRule => Rule is null && Customer.Span.Contains(AsOf);

    /// <summary>
    /// Whether the rule of the day has calls and names no interval: nothing is due then, however long ago the last visit was.
    /// </summary>
    public bool IsWithoutInterval => Rule is { MaximumIntervalDays: null, Frequency.Calls: > 0 };

    /// <summary>The day of the last visit by then, or null for none.</summary>
    public LocalDate? LastVisit { get; }

    /// <summary>How many days ago that was; 0 for a visit of the day itself, null for none.</summary>
    public int? DaysSinceLastVisit { get; }

    /// <summary>Whether there was no visit at all.</summary>
    public bool IsNeverVisited => LastVisit is null;

    /// <summary>
    /// The day the interval is counted from: last visit, start of the relation or of the policy, or first of the days since which an
    /// interval is asked for without a gap, whichever is the latest. Null where none is due.
    /// </summary>
    public LocalDate? CountedFrom { get; }

    /// <summary>
    /// The last day on which the visit is in time, or null where none is due. Where the interval was changed since
    /// <see cref="CountedFrom"/>, the later of two days: that by the interval of the day, and the earlier of that by the interval before
    /// and a whole interval from the change.
    /// </summary>
    public LocalDate? DueOn { get; }

    /// <summary>By how many days the due day was moved to a working day; negative for an earlier one.</summary>
    public int RolledDays { get; }

    /// <summary>Whether the day is after the due day.</summary>
    public bool IsOverdue => DaysOverdue > 0;

    /// <summary>By how many days it is overdue, or 0.</summary>
    public int DaysOverdue { get; }

    private int? DaysPastDue { get; }

    /// <summary>The same with the due day moved to a working day.</summary>
    /// <param name="calendar">The days that are worked.</param>
    /// <param name="convention">Where a due day goes that is no working day.</param>
    /// <returns>The changed copy; the same where nothing is due. It is moved from the day the interval ends, also if it was moved
    /// before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="convention"/> is not a value of its type, or the working day cannot be told within the validity of the calendar.
    /// </exception>
    public NextVisit Rolled(WorkCalendar calendar, BusinessDayConvention convention)
    {
        Guard.Against.Null(calendar);
        Guard.Against.Undefined(convention);
        if (DueOn is not { } due)
            return this;

        var end = due.PlusDays(-RolledDays);
        return calendar.TryRoll(end, convention, out var day)
            ? new NextVisit(Customer, Rule, _policyStart, _asked, LastVisit, AsOf, Period.DaysBetween(end, day))
            : throw Guards.OutOfRange(
                nameof(calendar), calendar.Validity.ToString(), "must be valid on " + InvariantText.Date(end)
                    + " and at a working day next to it");
    }

    /// <summary>The days overdue from the day asked on and the due day, and that from the days it may be counted from.</summary>
    /// <returns>The tree; its root is <see cref="DaysOverdue"/>, absent where nothing is due.</returns>
    public Explanation Explain() =>
        DueOn is not { } due ? Explanation.Fact(Customer.Customer + ": nothing is due", Figure.Absent)
            : Explanation.Node(
                Customer.Customer + ": days overdue", (decimal)DaysOverdue, Operation.Max,
                Explanation.Node(
                    "days after the due day", (decimal)DaysPastDue!.Value, Operation.Difference, Explanation.Fact("as of", AsOf),
                    RolledDays == 0 ? Due("due on")
                        : Explanation.Node(
                            "due on", due, Operation.Sum, Due("end of the interval"),
                            Explanation.Fact("days to a working day", (decimal)RolledDays))),
                Explanation.Constant("in time", 0m));

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The answer to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(NextVisit? other) =>
        other is not null && Customer == other.Customer && Rule == other.Rule && AsOf == other.AsOf && LastVisit == other.LastVisit
        && RolledDays == other.RolledDays && _policyStart == other._policyStart && _asked.Equals(other._asked);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Customer.GetHashCode(), AsOf.GetHashCode(), LastVisit.GetHashCode(), RolledDays);

    /// <summary>Customer, due day and days overdue, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Customer.Customer + (DueOn is { } due ? " due on " + InvariantText.Date(due) : " not due")
        + (IsOverdue ? ", overdue by " + InvariantText.Number(DaysOverdue) + " days" : "");

    private Explanation Due(string name) =>
        _deadline!.Explain(
            name, Explanation.Node("counted from", CountedFrom!.Value, Operation.Max, [.. Starts()]), "days between visits at most");

    private IEnumerable<Explanation> Starts()
    {
        yield return Explanation.Constant("start of the policy", _policyStart);
        if (Customer.Span.Start is { } start)
            yield return Explanation.Fact("start of the relation", start);
        if (_asked.Start is { } asked)
            yield return Explanation.Constant("an interval is asked for since", asked);
        if (LastVisit is { } last)
            yield return Explanation.Fact("last visit", last);
    }
}
