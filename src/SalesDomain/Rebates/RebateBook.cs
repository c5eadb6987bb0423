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
    private readonly Dictionary<string, Place[]> _places;

    internal RebateBook(LineKnowledge known, params TurnoverPlan[] plans)
    {
        _known = known;
        _plans = plans;
        _places = plans
            .SelectMany((plan, i) => plan.Agreement.Parties.Members
                .Select((member, m) => (member.Customer.Code, Place: new Place(i, m, member.Span))))
            .GroupBy(entry => entry.Code, entry => entry.Place, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
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
        return new RebateBook(LineKnowledge.None, [.. agreements.Select(agreement => new TurnoverPlan(agreement))]);
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
        var numbers = new Dictionary<(FiscalCalendar Calendar, FiscalPeriodKind Kind), PeriodNumbers>();
        var runs = Array.ConvertAll(_plans, plan => new TurnoverRun(plan, _known, NumbersOf));
        var (count, inNone) = (0, 0);
        foreach (var line in lines)
        {
            if (line is null)
                throw new ArgumentNullException(nameof(lines));

            count++;
            var counts = false;
            if (_places.TryGetValue(line.Customer.Code, out var places))
            {
                foreach (var place in places)
                    counts |= runs[place.Agreement].Add(line, place.Member, place.Span);
            }

            if (!counts)
                inNone++;
        }

        return new RebateTurnovers([.. runs.Select((run, i) => new AgreementTurnover(_plans[i], _known, run))], count, inNone);

        PeriodNumbers NumbersOf(FiscalCalendar calendar, FiscalPeriodKind kind)
        {
            if (!numbers.TryGetValue((calendar, kind), out var found))
                numbers.Add((calendar, kind), found = new PeriodNumbers(calendar, kind));

            return found;
        }
    }

    /// <summary>The agreements, a line for each and its rebates.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Concat(_plans.Select(plan => plan.Agreement.ToString()));

    /// <summary>Where a customer's lines go: to an agreement, as a member of it, on some days.</summary>
    private readonly struct Place(int agreement, int member, DateSpan span)
    {
        internal int Agreement { get; } = agreement;

        internal int Member { get; } = member;

        internal DateSpan Span { get; } = span;
    }
}
