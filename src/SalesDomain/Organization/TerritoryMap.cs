using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// Which territory a sale or a customer belongs to on a day, by rules on named accounts, products, categories and areas, and a declared
/// order in which these are asked.
/// </summary>
/// <remarks>
/// <para>
/// The usual order asks accounts first, then products, categories and areas: a key account belongs to its team wherever it is. Another
/// house has another order, and so it is stated and never assumed.
/// </para>
/// <para>
/// What is named is crossed with a scope by <see cref="TerritoryRule.Within"/>: one category in an area, one channel in it. Of several
/// rules on one customer, product, category or area that hold for a sale on a day, the one whose scope lies within the scopes of the others
/// decides; two of which neither is within the other and which a sale could meet are refused when the map is built, so that the answer of
/// a basis is one rule or none.
/// </para>
/// <para>
/// Of areas within areas the nearest with a rule that holds for the sale decides: a city with a rule of its own is taken out of its
/// province (<see cref="WithAreas"/>), and where that rule is on one category, out of it for that category alone. So it is with stores
/// under a head office (<see cref="WithAccounts"/>). That no rule decides is an answer of its own: the sale is open.
/// </para>
/// <para>
/// The map says where a sale belongs; how territories lie within regions is a <see cref="Hierarchy{TNode}"/> of <see cref="TerritoryId"/>,
/// and who works them <see cref="Assignments{TSubject, THolder}"/>. A look-up costs a few steps for each basis and a step for each scope on
/// a code, however many codes there are, and allocates nothing. Immutable; equality is by order, rules in any order, areas and accounts.
/// </para>
/// </remarks>
public sealed partial class TerritoryMap : IEquatable<TerritoryMap>
{
    private readonly TerritoryBasis[] _order;
    private readonly TerritoryRule[] _rules;

    // By basis; of one that is not asked there are no rules.
    private readonly TerritoryCodes[] _codes;
    private readonly ScopeDimensions _mentioned;

    private TerritoryMap(
        TerritoryBasis[] order, TerritoryRule[] rules, Hierarchy<AreaId> areas, Hierarchy<CustomerId> accounts, TerritoryCodes[] codes)
    {
        _order = order;
        _rules = rules;
        Areas = areas;
        Accounts = accounts;
        _codes = codes;
        _mentioned = rules.Aggregate(ScopeDimensions.None, (all, rule) => all | rule.Scope.Mentioned);
    }

    /// <summary>The bases, the one asked first at the head.</summary>
    public IReadOnlyList<TerritoryBasis> Order => Array.AsReadOnly(_order);

    /// <summary>The rules, in the order in which they were given.</summary>
    public IReadOnlyList<TerritoryRule> Rules => Array.AsReadOnly(_rules);

    /// <summary>Which areas lie in which.</summary>
    public Hierarchy<AreaId> Areas { get; }

    /// <summary>Which customers belong to which head office.</summary>
    public Hierarchy<CustomerId> Accounts { get; }

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

        var codes = new TerritoryCodes[TerritoryBases.Count];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = new([], [], null, nameof(order));

        return new TerritoryMap(copy, [], Hierarchy.Empty<AreaId>(), Hierarchy.Empty<CustomerId>(), codes);
    }

    /// <summary>The map with more rules, all checked at once.</summary>
    /// <param name="rules">The rules to add.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or a rule is null.</exception>
    /// <exception cref="ArgumentException">A rule is on a basis that is not asked; or two rules on one code meet on a day, with one scope,
    /// or with two of which neither lies within the other while some sale could be in both.</exception>
    public TerritoryMap With(params TerritoryRule[] rules)
    {
        Guard.Against.Null(rules);
        Array.ForEach(rules, rule => Guard.Against.Null(rule, nameof(rules)));
        Array.ForEach(rules, rule => RequireAsked(rule, nameof(rules)));
        return Changed([.. _rules, .. rules], rules, nameof(rules));
    }

    /// <summary>The map with a rule put over whatever held for the same code and scope on those days; what was before and after them
    /// stays, and so do rules with other scopes.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">The rule is on a basis that is not asked, or leaves open whether it or a rule with another scope
    /// holds.</exception>
    public TerritoryMap Override(TerritoryRule rule)
    {
        Guard.Against.Null(rule);
        RequireAsked(rule, nameof(rule));
        return Changed([.. _rules.SelectMany(each => Outside(each, rule)), rule], [rule], nameof(rule));
    }

    /// <summary>The map without a rule on some days; on the others it stays.</summary>
    /// <param name="rule">One of the rules of the map.</param>
    /// <param name="span">The days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">The map does not have the rule.</exception>
    public TerritoryMap Without(TerritoryRule rule, DateSpan span)
    {
        Guard.Against.Null(rule);
        if (Array.IndexOf(_rules, rule) < 0)
            throw Guards.Invalid(nameof(rule), rule.ToString(), "must be one of the rules of the map");

        return Changed([.. _rules.SelectMany(each => each == rule ? Less(each, span) : [each])], [rule], nameof(rule));
    }

    /// <summary>The map that knows which areas lie in which: a rule on a province holds for its cities that have none of their
    /// own.</summary>
    /// <param name="areas">The areas; they take the place of those there were.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="areas"/> is null.</exception>
    /// <exception cref="ArgumentException">An area is the default value.</exception>
    public TerritoryMap WithAreas(Hierarchy<AreaId> areas)
    {
        var codes = Given(areas, nameof(areas)).Nodes.Select(each => each.Code);
        return new(_order, _rules, areas, Accounts, CodesUnder(TerritoryBasis.Area, codes, areas.Table, nameof(areas)));
    }

    /// <summary>The map that knows which customers are under which: a rule on a head office holds for its stores that have none of their
    /// own.</summary>
    /// <param name="accounts">The customers; they take the place of those there were.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> is null.</exception>
    /// <exception cref="ArgumentException">A customer is the default value.</exception>
    public TerritoryMap WithAccounts(Hierarchy<CustomerId> accounts)
    {
        var codes = Given(accounts, nameof(accounts)).Nodes.Select(each => each.Code);
        return new(_order, _rules, Areas, accounts, CodesUnder(TerritoryBasis.Account, codes, accounts.Table, nameof(accounts)));
    }

    /// <summary>Whether the other asks in the same order and has the same rules, areas and accounts.</summary>
    /// <param name="other">The map to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TerritoryMap? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _order.SequenceEqual(other._order) && _rules.Length == other._rules.Length
            && new HashSet<TerritoryRule>(_rules).SetEquals(other._rules) && Areas == other.Areas && Accounts == other.Accounts);

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

    private static IEnumerable<TerritoryRule> Outside(TerritoryRule rule, TerritoryRule over) =>
        rule.IsOnSameAs(over) ? Less(rule, over.Span) : [rule];

    private static IEnumerable<TerritoryRule> Less(TerritoryRule rule, DateSpan span) =>
        Timeline.Of((rule.Span, rule)).Without(span).Entries.Select(entry => rule.Over(entry.Span));

    private static Hierarchy<TNode> Given<TNode>(Hierarchy<TNode> hierarchy, string parameterName)
        where TNode : struct, IEquatable<TNode>
    {
        foreach (var node in Guard.Against.Null(hierarchy, parameterName).Nodes)
            Identifier.Given(node, parameterName);

        return hierarchy;
    }

    /// <summary>A copy with other rules on some codes, those of the rules given; on the other codes they are the same.</summary>
    private TerritoryMap Changed(TerritoryRule[] rules, TerritoryRule[] touched, string parameterName)
    {
        TerritoryCodes[] codes = [.. _codes];
        foreach (var ofBasis in touched.GroupBy(rule => rule.Basis))
        {
            codes[(int)ofBasis.Key] = codes[(int)ofBasis.Key].Changed(
                new HashSet<string>(ofBasis.Select(rule => rule.Code), StringComparer.Ordinal),
                rules.Where(rule => rule.Basis == ofBasis.Key), parameterName);
        }

        return new TerritoryMap(_order, rules, Areas, Accounts, codes);
    }

    private TerritoryCodes[] CodesUnder(TerritoryBasis basis, IEnumerable<string> nodes, ParentTable parents, string parameterName)
    {
        TerritoryCodes[] codes = [.. _codes];
        codes[(int)basis] = new(_rules.Where(rule => rule.Basis == basis), nodes, parents, parameterName);
        return codes;
    }

    private void RequireAsked(TerritoryRule rule, string parameterName)
    {
        if (Array.IndexOf(_order, rule.Basis) < 0)
            throw Guards.Invalid(parameterName, rule.ToString(), "must be on a basis that the map asks");
    }
}
