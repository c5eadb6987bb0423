using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class VisitLog
{
    /// <summary>
    /// Visits planned against visits made, by customer and plan (客户拜访计划完成率): a surplus at one customer, or for one
    /// purpose, fills no gap of another.
    /// </summary>
    /// <param name="plan">The visits planned by customer and purpose; null is the plan without purpose, which visits without purpose
    /// fill.</param>
    /// <param name="counting">How several visits of a day count.</param>
    /// <returns>The table of all visits of this log; take those <see cref="In"/> the days of the plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="ArgumentException">A customer or purpose of the plan holds no code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or <paramref name="counting"/> is not a value of its
    /// type.</exception>
    public PlannedAndMade<(CustomerId Customer, VisitPurposeId? Purpose)> Against(
        IEnumerable<(CustomerId Customer, VisitPurposeId? Purpose, decimal Planned)> plan, VisitCounting counting)
    {
        Guard.Against.Null(plan);
        var given = plan.Select(each =>
            ((Identifier.Given(each.Customer, nameof(plan)), Identifier.GivenOrNull(each.Purpose, nameof(plan))), each.Planned));
        return Against(given, visit => (visit.Customer, visit.Purpose), counting, nameof(plan));
    }

    /// <summary>Visits planned against visits made, by a key of the caller's: customer alone, salesperson and customer, team.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <param name="plan">The visits planned by key, zero or more; numbers of one key are added.</param>
    /// <param name="keyOf">The key whose plan a visit fills.</param>
    /// <param name="counting">How several visits of a day count; those of two keys always count apart.</param>
    /// <returns>The table of all visits of this log; take those <see cref="In"/> the days of the plan.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="plan"/>, a key of it, <paramref name="keyOf"/> or one of its results is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or <paramref name="counting"/> is not a value of its
    /// type.</exception>
    public PlannedAndMade<TKey> Against<TKey>(
        IEnumerable<(TKey Key, decimal Planned)> plan, Func<Visit, TKey> keyOf, VisitCounting counting)
        where TKey : notnull
    {
        Guard.Against.Null(plan);
        Guard.Against.Null(keyOf);
        return Against(plan, keyOf, counting, nameof(plan));
    }

    /// <summary>Visit coverage: how many of the customers were visited. It counts customers, not visits.</summary>
    /// <param name="customers">The customers to be visited, each once; visits to others do not count.</param>
    /// <param name="atLeast">How many visits make a customer visited, 1 or more.</param>
    /// <param name="counting">How several visits of a day count.</param>
    /// <returns>The coverage by all visits of this log; take those <see cref="In"/> the days that are asked about.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is null.</exception>
    /// <exception cref="ArgumentException">A customer comes twice or holds no code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="atLeast"/> is below 1, or <paramref name="counting"/> is not a value of its type.
    /// </exception>
    public VisitCoverage Coverage(IEnumerable<CustomerId> customers, int atLeast, VisitCounting counting)
    {
        Guard.Against.Null(customers);
        Guard.Against.OutsideRange(1, int.MaxValue, atLeast);
        Guard.Against.Undefined(counting);
        var counted = new Dictionary<CustomerId, int>();
        var order = new List<CustomerId>();
        foreach (var customer in customers)
        {
            if (counted.ContainsKey(Identifier.Given(customer, nameof(customers))))
                throw Guards.Invalid(nameof(customers), customer.ToString(), "must have each customer once");

            counted.Add(customer, _groups.TryGroup(customer, out var group) ? Visited(group, counting) : 0);
            order.Add(customer);
        }

        return new VisitCoverage([.. order], [.. order.Select(customer => counted[customer])], atLeast);
    }

    private PlannedAndMade<TKey> Against<TKey>(
        IEnumerable<(TKey Key, decimal Planned)> plan, Func<Visit, TKey> keyOf, VisitCounting counting, string ofPlan)
        where TKey : notnull
    {
        Guard.Against.Undefined(counting);
        var rows = new PlanRows<TKey>();
        foreach (var (key, planned) in plan)
            rows.Plan(key is null ? throw new ArgumentNullException(ofPlan) : key, Guard.Against.Below(0m, planned, ofPlan));

        foreach (var visit in counting == VisitCounting.OncePerDay ? OncePerDay(keyOf) : _visits)
            rows.Make(keyOf(visit) ?? throw new ArgumentNullException(nameof(keyOf)), 1m);

        return rows.ToTable();
    }

    /// <summary>Of the visits of one salesperson to one customer on one day for one key, any one.</summary>
    private IEnumerable<Visit> OncePerDay<TKey>(Func<Visit, TKey> keyOf)
    {
        var seen = new HashSet<(SalespersonId, TKey)>();
        for (var group = 0; group < _groups.Customers.Length; group++)
        {
            for (int at = _groups.Start(group), end; at < _groups.Start(group + 1); at = end)
            {
                end = _groups.EndOfDay(at, group);
                if (end == at + 1)
                {
                    yield return _groups.Visits[at];
                    continue;
                }

                seen.Clear();
                for (var i = at; i < end; i++)
                {
                    if (seen.Add((_groups.Visits[i].Salesperson, keyOf(_groups.Visits[i]))))
                        yield return _groups.Visits[i];
                }
            }
        }
    }

    private int Visited(int group, VisitCounting counting)
    {
        if (counting == VisitCounting.EveryVisit)
            return _groups.Start(group + 1) - _groups.Start(group);

        var counted = 0;
        var seen = new HashSet<SalespersonId>();
        for (int at = _groups.Start(group), end; at < _groups.Start(group + 1); at = end)
        {
            end = _groups.EndOfDay(at, group);
            seen.Clear();
            for (var i = at; i < end; i++)
                counted += seen.Add(_groups.Visits[i].Salesperson) ? 1 : 0;
        }

        return counted;
    }
}
