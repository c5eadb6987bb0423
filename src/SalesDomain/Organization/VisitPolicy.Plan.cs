using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class VisitPolicy
{
    private const int DaysOfAWeek = 7;

    /// <summary>The calls of a period: how many each customer has by its rule and its turn.</summary>
    /// <param name="period">A period of the policy's calendar: of its kind, or of a longer one that is made up of such.</param>
    /// <param name="customers">The customers, each once, in any order.</param>
    /// <returns>The plan; customers without relation in the period are not in it; those unclassed or without rule are shown
    /// apart.</returns>
    /// <remarks>
    /// The class and the rule of each period are those of its first day, or of the first day of a relation that begins in it. A relation
    /// that covers a day of the period has the calls that <see cref="PartPeriods"/> says: all of it, where nothing was said.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> or a customer is null.</exception>
    /// <exception cref="ArgumentException">
    /// A customer comes twice, or the period is of another calendar, or not made up of periods of the policy.
    /// </exception>
    public CallPlan Plan(FiscalPeriod period, IEnumerable<CustomerToVisit> customers)
    {
        Guard.Against.Null(customers);
        if (period.Calendar != First.Calendar || !First.Calendar.IsMadeUp(period.Kind, First.Kind))
        {
            throw Guards.Invalid(
                nameof(period), period + " of " + period.Calendar, "must be made up of periods such as " + First + " of " + First.Calendar);
        }

        return Plan([.. period.Parts(First.Kind)], Checked(customers, nameof(customers)));
    }

    /// <summary>The calls of several periods, such as those of a whole cycle.</summary>
    /// <param name="first">The first period, of the policy's calendar and kind.</param>
    /// <param name="count">How many periods, 1 or more; of a cycle, <see cref="CycleLength"/>.</param>
    /// <param name="customers">The customers, each once, in any order.</param>
    /// <returns>The plan of all of them: the sum of the plans of each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> or a customer is null.</exception>
    /// <exception cref="ArgumentException">A customer comes twice, or the period is of another calendar or kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    /// <exception cref="OverflowException">The last period would end after 9999-12-31.</exception>
    public CallPlan Plan(FiscalPeriod first, int count, IEnumerable<CustomerToVisit> customers)
    {
        Guard.Against.Null(customers);
        Guard.Against.OutsideRange(1, int.MaxValue, count);
        if (first.Calendar != First.Calendar || first.Kind != First.Kind)
            throw Guards.Invalid(nameof(first), first + " of " + first.Calendar, "must be a period such as " + First + " of "
                + First.Calendar);

        var given = Checked(customers, nameof(customers));
        return Plan([.. Enumerable.Range(0, count).Select(first.Plus)], given);
    }

    /// <summary>
    /// The call cycle: the number of periods in which every customer is visited at its frequency, the least that all frequencies fit into.
    /// In a cycle under unchanged rules a customer has exactly calls × length ÷ periods visits, whatever its turn.
    /// </summary>
    /// <param name="customers">The customers, each once.</param>
    /// <param name="on">The day whose rules count.</param>
    /// <returns>The number of periods, 1 or more; customers without rule or calls ask for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> or a customer is null.</exception>
    /// <exception cref="ArgumentException">A customer comes twice, or the day is not of the ISO calendar.</exception>
    /// <exception cref="OverflowException">The number does not fit in an integer.</exception>
    public int CycleLength(IEnumerable<CustomerToVisit> customers, LocalDate on)
    {
        Guard.Against.Null(customers);
        Guard.Against.OtherCalendar(on);
        var length = 1;
        foreach (var customer in Checked(customers, nameof(customers)))
        {
            if (TryRule(customer, on, out var rule) && rule.Frequency.Calls > 0)
                length = checked(length / GreatestCommonDivisor(length, rule.Frequency.Periods) * rule.Frequency.Periods);
        }

        return length;
    }

    /// <summary>
    /// Gives the customers of each frequency their turns one after another, by code, so that the calls of a cycle spread over its periods:
    /// of 100 that are visited every two months, 50 in each.
    /// </summary>
    /// <param name="customers">The customers, each once.</param>
    /// <param name="on">The day whose rules count.</param>
    /// <returns>The customers with their turns, in the order given. Keep them: new turns for old customers would shift their
    /// visits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> or a customer is null.</exception>
    /// <exception cref="ArgumentException">A customer comes twice, or the day is not of the ISO calendar.</exception>
    public IReadOnlyList<CustomerToVisit> TakeTurns(IEnumerable<CustomerToVisit> customers, LocalDate on)
    {
        Guard.Against.Null(customers);
        Guard.Against.OtherCalendar(on);
        return TakeTurns(customers, on, _ => true, []);
    }

    /// <summary>
    /// Gives customers their turns beside others that keep theirs, apart for each salesperson, area or whatever the calls are to be even
    /// for: a turn goes to the period that has the fewest customers of the same frequency.
    /// </summary>
    /// <typeparam name="TKey">The type of what the calls are spread for.</typeparam>
    /// <param name="customers">The customers that take a turn, each once; by code, whatever their order.</param>
    /// <param name="on">The day whose rules count.</param>
    /// <param name="per">Who or what the calls of a customer are spread for: the salesperson.</param>
    /// <param name="kept">The customers that keep their turn, each once and none of <paramref name="customers"/>; may be empty.</param>
    /// <returns>The customers that took a turn, in the order given; those without a rule keep theirs.</returns>
    /// <exception cref="ArgumentNullException">An argument, a customer or a result of <paramref name="per"/> is null.</exception>
    /// <exception cref="ArgumentException">A customer comes twice or in both lists, or the day is not of the ISO calendar.</exception>
    public IReadOnlyList<CustomerToVisit> TakeTurns<TKey>(
        IEnumerable<CustomerToVisit> customers, LocalDate on, Func<CustomerToVisit, TKey> per, IEnumerable<CustomerToVisit> kept)
        where TKey : notnull
    {
        Guard.Against.Null(customers);
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(per);
        Guard.Against.Null(kept);
        var given = Checked(customers, nameof(customers));
        var others = Checked(kept, nameof(kept));
        Checked(given.Concat(others), nameof(kept));
        var taken = new Dictionary<(TKey, CallFrequency), TurnsTaken>();
        TurnsTaken Of(CustomerToVisit customer, CallFrequency frequency)
        {
            var key = (per(customer) ?? throw new ArgumentNullException(nameof(per)), frequency);
            if (!taken.TryGetValue(key, out var turns))
                taken.Add(key, turns = new TurnsTaken(frequency.Periods));

            return turns;
        }

        foreach (var customer in others)
        {
            if (TryRule(customer, on, out var rule))
                Of(customer, rule.Frequency).Keep(customer.Turn);
        }

        var next = new Dictionary<CustomerId, int>();
        foreach (var customer in given.OrderBy(each => each.Customer))
        {
            if (TryRule(customer, on, out var rule))
                next.Add(customer.Customer, Of(customer, rule.Frequency).Take());
        }

        return Array.AsReadOnly(Array.ConvertAll(
            given, customer => next.TryGetValue(customer.Customer, out var turn) ? customer.WithTurn(turn) : customer));
    }

    private CallPlan Plan(FiscalPeriod[] periods, CustomerToVisit[] customers)
    {
        var spans = Array.ConvertAll(periods, period => period.Span);
        var days = new DateSpan(spans[0].Start, spans[spans.Length - 1].End);
        var first = IndexOf(periods[0]);
        var lines = new List<CallPlanLine>();
        var withoutRule = new List<CustomerToVisit>();
        var unclassed = new List<CustomerToVisit>();
        foreach (var customer in customers)
        {
            if (!customer.Span.Overlaps(days))
                continue;

            var (runs, without) = Runs(customer, spans, first);
            if (runs.Length > 0)
                lines.Add(new CallPlanLine(customer, runs));
            if (without.Any(day => customer.TryClassOn(day, out _)))
                withoutRule.Add(customer);
            if (without.Any(day => !customer.TryClassOn(day, out _)))
                unclassed.Add(customer);
        }

        return new CallPlan(days, [.. lines], [.. withoutRule], [.. unclassed]);
    }

    /// <summary>Neighbouring periods under one rule are one run: its calls are a difference of what is due through its ends. Days
    /// that decide on a period and have no rule are told apart.</summary>
    private (CallRun[] Runs, List<LocalDate> WithoutRule) Runs(CustomerToVisit customer, DateSpan[] spans, int first)
    {
        var runs = new List<CallRun>();
        var without = new List<LocalDate>();
        for (var i = 0; i < spans.Length; i++)
        {
            if (spans[i].Intersection(customer.Span) is not { Start: { } on } common)
                continue;

            if (!TryRule(customer, on, out var rule))
            {
                without.Add(on);
                continue;
            }

            var through = (long)first + i + 1 - customer.Turn;
            var part = PartAsked.Of(new CallRun(rule, through - 1, through).Whole, PartPeriods, spans[i], common);
            if (part is null && runs.Count > 0 && runs[runs.Count - 1] is var last && last.Part is null
                && last.Through == through - 1 && last.Rule == rule)
            {
                runs[runs.Count - 1] = new CallRun(rule, last.Before, through);
            }
            else
            {
                runs.Add(new CallRun(rule, through - 1, through, part));
            }
        }

        return ([.. runs], without);
    }

    private int IndexOf(FiscalPeriod period)
    {
        if (First.Kind == FiscalPeriodKind.Week)
            return (DayNumber.Of(period.Start) - DayNumber.Of(First.Start)) / DaysOfAWeek;

        // But for weeks, every year has as many.
        return ((period.Year - First.Year) * First.Calendar.Count(First.Kind, First.Year)) + period.Number - First.Number;
    }

    private static CustomerToVisit[] Checked(IEnumerable<CustomerToVisit> customers, string parameterName)
    {
        CustomerToVisit[] given = [.. customers];
        var seen = new HashSet<CustomerId>();
        foreach (var customer in given)
        {
            if (customer is null)
                throw new ArgumentNullException(parameterName);
            if (!seen.Add(customer.Customer))
                throw Guards.Invalid(parameterName, customer.Customer.ToString(), "must have each customer once");
        }

        return given;
    }

    private static int GreatestCommonDivisor(int left, int right) => right == 0 ? left : GreatestCommonDivisor(right, left % right);
}
