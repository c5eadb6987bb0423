using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// Which territory a sale or a customer belongs to on a day, by rules on named accounts, products, categories and areas, and a declared
/// order in which these are asked.
/// </summary>
/// <remarks>
/// <para>
/// The usual order asks accounts first, then products, categories and areas: a key account belongs to its team wherever it is. Another
/// house has
/// another order, and so it is stated and never assumed. On each basis the answer is one rule or none: two rules for one customer, product,
/// category or area that meet on a day are refused when the map is built.
/// </para>
/// <para>
/// Of areas within areas the nearest that has a rule decides: a city with a rule of its own is taken out of its province
/// (<see cref="WithAreas"/>). That no rule decides is an answer of its own: the sale is open.
/// </para>
/// <para>
/// The map says where a sale belongs; how territories lie within regions is a <see cref="Hierarchy{TNode}"/> of <see cref="TerritoryId"/>,
/// and who works them <see cref="Assignments{TSubject, THolder}"/>. A look-up costs a few steps for each basis, however many rules there
/// are, and allocates nothing.
/// Immutable; equality is by order, rules in any order, and areas.
/// </para>
/// </remarks>
public sealed class TerritoryMap : IEquatable<TerritoryMap>
{
    private readonly TerritoryBasis[] _order;
    private readonly TerritoryRule[] _rules;

    // Of each basis the rules by code; a rule stands over its own span.
    private readonly Dictionary<string, Timeline<TerritoryRule>>[] _byCode;

    private TerritoryMap(TerritoryBasis[] order, TerritoryRule[] rules, Hierarchy<AreaId> areas, string parameterName)
    {
        _order = order;
        _rules = rules;
        Areas = areas;
        _byCode = new Dictionary<string, Timeline<TerritoryRule>>[TerritoryBases.Count];
        for (var i = 0; i < _byCode.Length; i++)
            _byCode[i] = new Dictionary<string, Timeline<TerritoryRule>>(StringComparer.Ordinal);

        foreach (var ofOne in rules.GroupBy(rule => (rule.Basis, rule.Code)))
            _byCode[(int)ofOne.Key.Basis].Add(ofOne.Key.Code, Timeline([.. ofOne], parameterName));
    }

    /// <summary>The bases, the one asked first at the head.</summary>
    public IReadOnlyList<TerritoryBasis> Order => Array.AsReadOnly(_order);

    /// <summary>The rules, in the order in which they were given.</summary>
    public IReadOnlyList<TerritoryRule> Rules => Array.AsReadOnly(_rules);

    /// <summary>Which areas lie in which.</summary>
    public Hierarchy<AreaId> Areas { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A map.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(TerritoryMap? left, TerritoryMap? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A map.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(TerritoryMap? left, TerritoryMap? right) => !(left == right);

    /// <summary>A map without rules that asks the bases in an order.</summary>
    /// <param name="order">The basis asked first at the head; at least one, each once. A rule on a basis that is not asked is
    /// refused.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="order"/> is empty or names a basis twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A basis is not defined.</exception>
    public static TerritoryMap InOrder(params TerritoryBasis[] order)
    {
        var copy = Guard.Against.Nothing(order, "a map asks at least one basis");
        for (var i = 0; i < copy.Length; i++)
        {
            if (Array.IndexOf(copy, Guard.Against.Undefined(copy[i], nameof(order))) < i)
                throw Guards.Invalid(nameof(order), TerritoryBases.Word(copy[i]), "must name each basis once");
        }

        return new TerritoryMap(copy, [], Hierarchy.Empty<AreaId>(), nameof(order));
    }

    /// <summary>The map with more rules, all checked at once.</summary>
    /// <param name="rules">The rules to add.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or a rule is null.</exception>
    /// <exception cref="ArgumentException">A rule is on a basis that is not asked, or two rules for the same meet on a day.</exception>
    public TerritoryMap With(params TerritoryRule[] rules)
    {
        Guard.Against.Null(rules);
        Array.ForEach(rules, rule => Guard.Against.Null(rule, nameof(rules)));
        Array.ForEach(rules, rule => RequireAsked(rule, nameof(rules)));
        return new TerritoryMap(_order, [.. _rules, .. rules], Areas, nameof(rules));
    }

    /// <summary>The map with a rule put over whatever held for the same on those days; what was before and after them stays.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">The rule is on a basis that is not asked.</exception>
    public TerritoryMap Override(TerritoryRule rule)
    {
        Guard.Against.Null(rule);
        RequireAsked(rule, nameof(rule));
        return new TerritoryMap(_order, [.. _rules.SelectMany(each => Outside(each, rule)), rule], Areas, nameof(rule));
    }

    /// <summary>The map that knows which areas lie in which: a rule on a province holds for its cities that have none of their
    /// own.</summary>
    /// <param name="areas">The areas; they take the place of those there were.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="areas"/> is null.</exception>
    public TerritoryMap WithAreas(Hierarchy<AreaId> areas) => new(_order, _rules, Guard.Against.Null(areas), nameof(areas));

    /// <summary>Which territory a sale belongs to on a day, by which rule, and which others it overrides.</summary>
    /// <param name="subject">What is known of the sale: customer, product, category. What is not stated decides nothing.</param>
    /// <param name="area">Where the customer or the place of delivery is, or null when that is not known.</param>
    /// <param name="on">The day.</param>
    /// <returns>The answer; it says when no rule decides.</returns>
    /// <exception cref="ArgumentException"><paramref name="area"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public TerritoryResolution Resolve(ScopeSubject subject, AreaId? area, LocalDate on)
    {
        Identifier.GivenOrNull(area, nameof(area));
        Guard.Against.OtherCalendar(on);
        var found = new TerritoryRule?[_order.Length];
        for (var i = 0; i < found.Length; i++)
            found[i] = Find(_order[i], subject, area, on);

        return new TerritoryResolution(subject, area, on, _order, found);
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
        Identifier.GivenOrNull(area, nameof(area));
        Guard.Against.OtherCalendar(on);
        foreach (var basis in _order)
        {
            if (Find(basis, subject, area, on) is { } rule)
            {
                territory = rule.Territory;
                return true;
            }
        }

        territory = default;
        return false;
    }

    /// <summary>The customers of a list whom no rule gives to a territory on a day: open accounts, which nobody works.</summary>
    /// <param name="customers">Customers, each with its area, or null when that is not known.</param>
    /// <param name="on">The day.</param>
    /// <returns>The open ones, in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is null.</exception>
    /// <exception cref="ArgumentException">An identifier is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.</exception>
    public IReadOnlyList<CustomerId> OpenAccounts(IEnumerable<(CustomerId Customer, AreaId? Area)> customers, LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(customers);
        var open = new List<CustomerId>();
        foreach (var (customer, area) in customers)
        {
            var subject = default(ScopeSubject).With(Identifier.Given(customer, nameof(customers)));
            if (!TryTerritoryOf(subject, Identifier.GivenOrNull(area, nameof(customers)), on, out _))
                open.Add(customer);
        }

        return open.AsReadOnly();
    }

    /// <summary>Whether the other asks in the same order and has the same rules and areas.</summary>
    /// <param name="other">The map to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TerritoryMap? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _order.SequenceEqual(other._order) && _rules.Length == other._rules.Length
            && new HashSet<TerritoryRule>(_rules).SetEquals(other._rules) && Areas == other.Areas);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TerritoryMap);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order of rules is no part of it.
        var hash = _order.Aggregate(_rules.Length, (each, basis) => Hash.Combine(each, (int)basis));
        foreach (var rule in _rules)
            hash = unchecked(hash + rule.GetHashCode());

        return hash;
    }

    /// <summary>The order and the rules, a line each.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        "by " + string.Join(", then ", _order.Select(TerritoryBases.Word)) + "\n" + string.Concat(_rules.Select(rule => rule + "\n"));

    private static Timeline<TerritoryRule> Timeline(TerritoryRule[] ofOne, string parameterName)
    {
        Array.Sort(ofOne, (left, right) => Nullable.Compare(left.Span.Start, right.Span.Start));
        for (var i = 1; i < ofOne.Length; i++)
        {
            var (earlier, later) = (ofOne[i - 1], ofOne[i]);
            if (earlier.Span.Overlaps(later.Span))
                throw Guards.Invalid(parameterName, earlier + " and " + later, "must not give the same twice on a day");
        }

        return Timeline<TerritoryRule>.Create(ofOne.Select(rule => (rule.Span, rule)));
    }

    private static IEnumerable<TerritoryRule> Outside(TerritoryRule rule, TerritoryRule over) =>
        rule.Basis != over.Basis || rule.Code != over.Code ? [rule]
            : SalesDomain.Timeline.Of((rule.Span, rule)).Without(over.Span).Entries.Select(entry => rule.Over(entry.Span));

    private void RequireAsked(TerritoryRule rule, string parameterName)
    {
        if (Array.IndexOf(_order, rule.Basis) < 0)
            throw Guards.Invalid(parameterName, rule.ToString(), "must be on a basis that the map asks");
    }

    private TerritoryRule? Find(TerritoryBasis basis, in ScopeSubject subject, AreaId? area, LocalDate on) =>
        basis == TerritoryBasis.Area ? FindArea(area, on)
            : TerritoryBases.CodeOf(basis, subject) is { } code ? Find(basis, code, on)
            : null;

    private TerritoryRule? FindArea(AreaId? area, LocalDate on)
    {
        for (var at = area; at is { } here; at = Areas.TryParentOf(here, on, out var around) ? around : null)
        {
            if (Find(TerritoryBasis.Area, here.Code, on) is { } rule)
                return rule;
        }

        return null;
    }

    private TerritoryRule? Find(TerritoryBasis basis, string code, LocalDate on) =>
        _byCode[(int)basis].TryGetValue(code, out var rules) && rules.TryAt(on, out var rule) ? rule : null;
}
