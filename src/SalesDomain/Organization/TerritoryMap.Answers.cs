using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class TerritoryMap
{
    /// <summary>Which territory a sale belongs to on a day, by which rule, and which others it overrides.</summary>
    /// <param name="subject">What is known of the sale: customer, product, category, channel. What is not stated decides nothing.</param>
    /// <param name="area">Where the customer or the place of delivery is, or null when that is not known.</param>
    /// <param name="on">The day.</param>
    /// <returns>The answer; it says when no rule decides.</returns>
    /// <exception cref="ArgumentException"><paramref name="area"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public TerritoryResolution Resolve(ScopeSubject subject, AreaId? area, LocalDate on)
    {
        var day = DayOf(area, on);
        var asked = Array.ConvertAll(_order, basis => RulesOf(basis, subject, area, day));
        return new TerritoryResolution(subject, area, on, _order, asked);
    }

    /// <summary>The territory that a sale belongs to on a day, if a rule decides.</summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="area">Where it is, or null when that is not known.</param>
    /// <param name="on">The day.</param>
    /// <param name="territory">The territory, that of <see cref="Resolve"/>, or the default value.</param>
    /// <returns>False when the sale is open.</returns>
    /// <exception cref="ArgumentException"><paramref name="area"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public bool TryTerritoryOf(ScopeSubject subject, AreaId? area, LocalDate on, out TerritoryId territory)
    {
        var rule = Find(subject, area, DayOf(area, on));
        territory = rule is null ? default : rule.Territory;
        return rule is not null;
    }

    /// <summary>
    /// Which rule decides for a sale or a customer in the course of time: what territory has had it, and when it was open. Who holds that
    /// territory is the coverage of its assignments.
    /// </summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="area">Where it is, or null when that is not known.</param>
    /// <param name="span">The days to look at.</param>
    /// <returns>The span cut wherever another rule decides, in order of time and without a missing day; a gap where the sale is
    /// open.</returns>
    /// <exception cref="ArgumentException"><paramref name="area"/> is the default value.</exception>
    public IReadOnlyList<TimelineSlice<TerritoryRule>> Coverage(ScopeSubject subject, AreaId? area, DateSpan span)
    {
        Identifier.GivenOrNull(area, nameof(area));
        var days = new SortedSet<LocalDate>();
        foreach (var basis in _order)
        {
            if (TerritoryBases.CodeOf(basis, subject, area) is { } code)
                _codes[(int)basis].AddDaysOfChange(code, days);
        }

        var slices = new List<TimelineSlice<TerritoryRule>>();
        var start = span.Start;
        var rule = Find(subject, area, DayNumber.Packed(start ?? LocalDate.MinIsoValue));
        foreach (var day in days.Where(day => day > (start ?? LocalDate.MinIsoValue) && !(day > span.End)))
        {
            var next = Find(subject, area, DayNumber.Packed(day));
            if (next == rule)
                continue;

            slices.Add(Slice(new DateSpan(start, day.PlusDays(-1)), rule));
            (start, rule) = (day, next);
        }

        slices.Add(Slice(new DateSpan(start, span.End), rule));
        return slices.AsReadOnly();
    }

    /// <summary>The customers of a list whom no rule gives to a territory on a day: open accounts, which nobody works.</summary>
    /// <param name="customers">Customers, each with its area, or null when that is not known.</param>
    /// <param name="on">The day.</param>
    /// <returns>
    /// The open ones, in the order given. A rule within a scope does not hold for a customer of whom nothing else is stated: one whose
    /// channel or class decides is asked for with a <see cref="ScopeSubject"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is null.</exception>
    /// <exception cref="ArgumentException">An identifier is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public IReadOnlyList<CustomerId> OpenAccounts(IEnumerable<(CustomerId Customer, AreaId? Area)> customers, LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(customers);
        var subjects = customers.Select(each =>
            (default(ScopeSubject).With(Identifier.Given(each.Customer, nameof(customers))), each.Area));
        return Array.AsReadOnly(Open(subjects, on, nameof(customers)).Select(each => each.Customer!.Value).ToArray());
    }

    /// <summary>Of a list of customers or sales those that no rule gives to a territory on a day: a category that nobody sells in an
    /// area, a channel that nobody works.</summary>
    /// <param name="subjects">What is known of each, and its area, or null when that is not known.</param>
    /// <param name="on">The day.</param>
    /// <returns>The open ones, in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subjects"/> is null.</exception>
    /// <exception cref="ArgumentException">An area is the default value, or <paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<ScopeSubject> OpenSubjects(IEnumerable<(ScopeSubject Subject, AreaId? Area)> subjects, LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        return Open(Guard.Against.Null(subjects), on, nameof(subjects)).AsReadOnly();
    }

    /// <summary>
    /// What scopes of the rules speak of and the subject does not state: where an answer may rest on what nobody looked up, a forgotten
    /// channel before all.
    /// </summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <returns>The dimensions, or none, of all rules: those that hold on other days or for other sales too.</returns>
    public ScopeDimensions Unstated(ScopeSubject subject) => subject.Unstated(_mentioned);

    private static int DayOf(AreaId? area, LocalDate on)
    {
        Identifier.GivenOrNull(area, nameof(area));
        return DayNumber.Packed(Guard.Against.OtherCalendar(on));
    }

    private static TimelineSlice<TerritoryRule> Slice(DateSpan span, TerritoryRule? rule) =>
        rule is null ? new TimelineSlice<TerritoryRule>(span) : new TimelineSlice<TerritoryRule>(span, rule);

    private TerritoryRule? Find(in ScopeSubject subject, AreaId? area, int day)
    {
        foreach (var basis in _order)
        {
            if (TerritoryBases.CodeOf(basis, subject, area) is { } code && _codes[(int)basis].Find(code, subject, day) is { } rule)
                return rule;
        }

        return null;
    }

    /// <summary>The rules of a basis that are on the sale's code or on one above it on the day, whether or not they hold for it.</summary>
    private TerritoryRule[] RulesOf(TerritoryBasis basis, in ScopeSubject subject, AreaId? area, int day) =>
        TerritoryBases.CodeOf(basis, subject, area) is { } code ? [.. _codes[(int)basis].On(code, day)] : [];

    private List<ScopeSubject> Open(IEnumerable<(ScopeSubject Subject, AreaId? Area)> subjects, LocalDate on, string parameterName)
    {
        var day = DayNumber.Packed(on);
        var open = new List<ScopeSubject>();
        foreach (var (subject, area) in subjects)
        {
            if (Find(subject, Identifier.GivenOrNull(area, parameterName), day) is null)
                open.Add(subject);
        }

        return open;
    }
}
