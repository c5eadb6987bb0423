using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>Many agreements, over which lines are summed in one pass: a line is looked up by its customer, and then by scope.</summary>
/// <remarks>
/// A line counts for every agreement that it is of. What is allocated depends on agreements and periods, not on lines. Immutable.
/// </remarks>
public sealed class RebateBook
{
    private readonly LineKnowledge _known;
    private readonly TurnoverPlan[] _plans;

    // Most agreements of a book count lines on a few terms.
    private readonly LineTerms[] _terms;

    // Of each agreement the first of its tables of sums, and at the end how many there are.
    private readonly int[] _tables;

    // By customer, where its places begin and end.
    private readonly Dictionary<string, (int First, int End)> _customers;
    private readonly MemberPlace[] _places;

    internal RebateBook(LineKnowledge known, params TurnoverPlan[] plans)
    {
        _known = known;
        _plans = plans;
        _terms = [.. plans.Select(plan => plan.Terms).Distinct()];
        _tables = new int[plans.Length + 1];
        for (var i = 0; i < plans.Length; i++)
            _tables[i + 1] = _tables[i] + plans[i].Terms.Tables;

        (_customers, _places) = Places(plans, _terms, _tables);
    }

    /// <summary>The agreements, in the order given.</summary>
    public IReadOnlyList<RebateAgreement> Agreements => [.. _plans.Select(plan => plan.Agreement)];

    /// <summary>A book of agreements.</summary>
    /// <param name="agreements">The agreements, each number once.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="agreements"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">Two have one number.</exception>
    public static RebateBook Of(params RebateAgreement[] agreements)
    {
        Guard.Against.Null(agreements);
        foreach (var agreement in agreements)
            Guard.Against.Null(agreement, nameof(agreements));

        Guard.Against.NameTwice(agreements.Select(agreement => agreement.Id.Code), nameof(agreements));
        return new RebateBook(LineKnowledge.None, Array.ConvertAll(agreements, agreement => new TurnoverPlan(agreement)));
    }

    /// <summary>The book with what the caller knows of lines: the groups, the class, the category that a scope may speak of.</summary>
    /// <param name="subjects">What is known of a line, from <see cref="ScopeSubject.FromLine"/> on; asked wherever a scope is.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subjects"/> is null.</exception>
    public RebateBook WithSubjects(Func<SalesLine, ScopeSubject> subjects) =>
        new(new LineKnowledge(Guard.Against.Null(subjects), _known.Units), _plans);

    /// <summary>The book with how products convert, for lines in another unit than a level or a basis: pieces by weight.</summary>
    /// <param name="units">The conversions of a product, or null for one that has none.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public RebateBook WithUnits(Func<ProductId, UnitConversions?> units) =>
        new(new LineKnowledge(_known.Subjects, Guard.Against.Null(units)), _plans);

    /// <summary>What lines come to, by agreement and period, in one pass.</summary>
    /// <param name="lines">Any lines, in any order.</param>
    /// <returns>The turnovers of all agreements.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">
    /// A scope speaks of groups, classes or categories, which no line states: see <see cref="WithSubjects"/>.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A line that counts is in another currency than its agreement.</exception>
    /// <exception cref="UnitMismatchException">A line is in a unit that is not counted: see <see cref="WithUnits"/>.</exception>
    public RebateTurnovers Turnovers(IEnumerable<SalesLine> lines)
    {
        Guard.Against.Null(lines);
        var run = new TurnoverRun(_known, _terms, _plans.Length, _tables[_plans.Length]);
        var (count, inNone) = (0, 0);
        foreach (var line in lines)
        {
            if (line is null)
                throw new ArgumentNullException(nameof(lines));

            count++;
            var counts = false;
            if (_customers.TryGetValue(line.Customer.Code, out var places))
            {
                for (var i = places.First; i < places.End; i++)
                    counts |= run.Add(line, in _places[i]);
            }

            if (!counts)
                inNone++;
        }

        var turnovers = new AgreementTurnover[_plans.Length];
        for (var i = 0; i < turnovers.Length; i++)
            turnovers[i] = TurnoverOf(i, run);

        return new RebateTurnovers(turnovers, count, inNone);
    }

    /// <summary>The agreements, a line for each and its rebates.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Concat(_plans.Select(plan => plan.Agreement.ToString()));

    private AgreementTurnover TurnoverOf(int agreement, TurnoverRun run)
    {
        var plan = _plans[agreement];
        var grains = plan.Terms.Grains.Length;
        var (first, end) = (_tables[agreement], _tables[agreement + 1]);
        return new AgreementTurnover(
            plan, _known, run.TablesOf(first, grains), run.TablesOf(first + grains, end - first - grains), run.LinesOf(agreement));
    }

    private static (Dictionary<string, (int First, int End)> Customers, MemberPlace[] Places) Places(
        TurnoverPlan[] plans, LineTerms[] terms, int[] tables)
    {
        var numbers = new Dictionary<LineTerms, int>(terms.Length);
        for (var i = 0; i < terms.Length; i++)
            numbers.Add(terms[i], i);

        var customers = new Dictionary<string, (int First, int End)>(StringComparer.Ordinal);
        var places = new List<MemberPlace>();
        var byCustomer = plans
            .SelectMany((plan, i) => plan.Agreement.Parties.Members
                .Select((member, m) => (member.Customer.Code, Place: new MemberPlace(i, numbers[plan.Terms], tables[i], plan, m))))
            .GroupBy(entry => entry.Code, entry => entry.Place, StringComparer.Ordinal);
        foreach (var customer in byCustomer)
        {
            var first = places.Count;
            places.AddRange(customer);
            customers.Add(customer.Key, (first, places.Count));
        }

        return (customers, [.. places]);
    }
}
