using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// What a payee's commission of a measurement period is computed from: by component its level and base, and the figures
/// that gates, multipliers and goals go by.
/// </summary>
/// <remarks>
/// A component that is not named has sold nothing; one whose sum is null has facts of unknown value and is not paid until they are known.
/// Sums over credits are made by a plan; this is also written by hand, for a proposal or a class. Immutable. Equality is by all figures.
/// </remarks>
public sealed partial class CommissionFigures : IEquatable<CommissionFigures>
{
    private readonly NamedValues<ComponentFigures> _components;
    private readonly NamedValues<Percentage> _figures;
    private readonly NamedValues<Money> _standing;

    internal CommissionFigures(NamedValues<ComponentFigures> components)
        : this(components, None._figures, None._standing)
    {
    }

    private CommissionFigures(
        NamedValues<ComponentFigures> components, NamedValues<Percentage> figures,
        NamedValues<Money> standing, FundsCharge[]? charges = null)
    {
        _standing = standing;
        _charges = charges;
        _components = components;
        _figures = figures;
    }

    /// <summary>Of nothing sold, and with no figure.</summary>
    public static CommissionFigures None { get; } = new(
        NamedValues<ComponentFigures>.None, NamedValues<Percentage>.None, NamedValues<Money>.None);

    /// <summary>The components that something is stated of, in the order of their names by character code.</summary>
    public IReadOnlyList<string> Components => _components.Names;

    /// <summary>The figures by name, in the order of their names by character code.</summary>
    public IReadOnlyList<NamedFigure> Figures => [.. _figures.Select(figure => new NamedFigure(figure.Key, figure.Value))];

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Figures.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionFigures? left, CommissionFigures? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Figures.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionFigures? left, CommissionFigures? right) => !(left == right);

    /// <summary>With the base of a component, which is its level as well.</summary>
    /// <param name="component">The component, not blank.</param>
    /// <param name="base">The sum over the measurement period to date; null when a part is not known.</param>
    /// <returns>The changed copy, in place of what was stated of the component before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="component"/> is blank or has outer white space, or <paramref name="base"/> is the default value.
    /// </exception>
    public CommissionFigures With(string component, Measured? @base)
    {
        MeasuredArgument.Given(@base, nameof(@base));
        return With(component, new ComponentFigures(@base, @base));
    }

    /// <summary>With level and base of a component.</summary>
    /// <param name="component">The component, not blank.</param>
    /// <param name="level">The level, which sets the rate, over the measurement period to date; null when a part is not known.</param>
    /// <param name="base">The base, which is paid on; null when a part is not known.</param>
    /// <returns>The changed copy, in place of what was stated of the component before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="component"/> is blank or has outer white space, or an amount is the default value.
    /// </exception>
    public CommissionFigures With(string component, Measured? level, Measured? @base) =>
        With(component, new ComponentFigures(MeasuredArgument.Given(level), MeasuredArgument.Given(@base, nameof(@base))));

    /// <summary>With the level of a component, where it is measured elsewhere, beside its base.</summary>
    /// <param name="component">The component, not blank.</param>
    /// <param name="level">The level, which sets the rate, over the measurement period to date; null when a part is not known.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="component"/> is blank or has outer white space, nothing is stated of its base, or
    /// <paramref name="level"/> is the default value.
    /// </exception>
    public CommissionFigures WithLevel(string component, Measured? level)
    {
        MeasuredArgument.Given(level);
        return Of(Identifier.Checked(component)) is { } before ? With(component, before.RatedBy(level))
            : throw Guards.Invalid(nameof(component), "'" + component + "'", "must have its base first");
    }

    /// <summary>With the deals of a component that is paid deal by deal.</summary>
    /// <param name="component">The component, not blank.</param>
    /// <param name="deals">The deals, each document once, in any order; amounts of one measure each.</param>
    /// <returns>The changed copy, in place of what was stated of the component before.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="component"/>, <paramref name="deals"/> or a deal is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="component"/> is blank or has outer white space, a document comes twice, or amounts are of several measures.
    /// </exception>
    public CommissionFigures WithDeals(string component, IEnumerable<DealFigures> deals)
    {
        Identifier.Checked(component);
        Guard.Against.Null(deals);
        DealFigures[] copy = [.. deals];
        Array.ForEach(copy, deal => Guard.Against.Null(deal, nameof(deals)));
        copy = [.. copy.OrderBy(deal => deal.On).ThenBy(deal => deal.Deal)];
        var seen = new HashSet<DocumentId>();
        foreach (var deal in copy)
        {
            if (!seen.Add(deal.Deal))
                throw Guards.Invalid(nameof(deals), deal.Deal.ToString(), "must have each document once");
        }

        return With(
            component,
            new ComponentFigures(
                Sum(copy, deal => deal.Level, nameof(deals)), Sum(copy, deal => deal.Base, nameof(deals)), copy));
    }

    /// <summary>With a figure that a gate, a multiplier or a goal goes by.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="value">The figure; in place of one of that name before.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank or has outer white space.</exception>
    public CommissionFigures WithFigure(string name, Percentage value) =>
        new(_components, _figures.With(Identifier.Checked(name), value), _standing, _charges);

    /// <summary>With what stands of a component in the account, for as long as it is not known what it has earned.</summary>
    /// <param name="component">The component, not blank.</param>
    /// <param name="amount">What is entered of it in the measurement period so far; in place of what was stated before.</param>
    /// <returns>
    /// The changed copy. A cap of the plan is then applied to what is known and this together: the account leaves what stands of a
    /// component that is not known, and it would be above the cap otherwise. Once the component is known, this counts no more.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="component"/> is blank or has outer white space.</exception>
    public CommissionFigures WithStanding(string component, Money amount) =>
        new(_components, _figures, _standing.With(Identifier.Checked(component), amount), _charges);

    /// <summary>The level of a component: what sets its rate.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The sum; null when it is not known, or nothing is stated of the component.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public Measured? LevelOf(string component) => Of(Guard.Against.Null(component))?.Level;

    /// <summary>The base of a component: what it is paid on.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The sum; null when it is not known, or nothing is stated of the component.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public Measured? BaseOf(string component) => Of(Guard.Against.Null(component))?.Base;

    /// <summary>The deals of a component, by day and document.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The deals; none where they are not kept apart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public IReadOnlyList<DealFigures> Deals(string component) =>
        Of(Guard.Against.Null(component)) is { } figures ? [.. figures.Deals] : [];

    /// <summary>What stands of a component in the account.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The amount; null where nothing is stated.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public Money? StandingOf(string component) =>
        _standing.TryGetValue(Guard.Against.Null(component), out var standing) ? standing : null;

    /// <summary>A figure by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The figure; null when nobody gave it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public Percentage? FigureOf(string name) => _figures.TryGetValue(Guard.Against.Null(name), out var figure) ? figure : null;

    /// <summary>Whether the other has the same figures.</summary>
    /// <param name="other">The figures to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionFigures? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _components.Equals(other._components) && _figures.Equals(other._figures)
            && _standing.Equals(other._standing) && HasSameCharges(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionFigures);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _components.Aggregate(
            _figures.Count, (hash, each) => Hash.Combine(hash, StringComparer.Ordinal.GetHashCode(each.Key), each.Value.GetHashCode()));

    /// <summary>The base of each component, and the figures: <c>revenue: CNY 1225000.00; discount 4%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(
            "; ",
            _components.Select(each => each.Key + ": " + (each.Value.Base?.Value.ToString() ?? "unknown"))
                .Concat(_figures.Select(each => each.Key + " " + each.Value))
                .Concat(_standing.Select(each => each.Key + " stands at " + each.Value))
                .Concat((_charges ?? []).Select(each => "cost of funds " + each)));

    internal IReadOnlyList<string> Standing => _standing.Names;

    internal ComponentFigures? Of(string component) => _components.TryGetValue(component, out var figures) ? figures : null;

    /// <summary>The same with more credits and what they cost; levels and figures that were given stay.</summary>
    internal CommissionFigures WithCredits(IReadOnlyList<SalesCredit> more, CostOfFunds? funds)
    {
        var kept = _components.Values.Select(each => each.Credits).FirstOrDefault(credits => credits is not null)
            ?? throw new InvalidOperationException("No credits were kept; make the figures with CommissionPlan.Sum.");
        var all = CommissionPlan.Sum(kept.Plan, kept.Credits.Concat(more));
        foreach (var before in _components)
        {
            if (before.Value.Credits is null)
                all = all.With(before.Key, before.Value);
            else if (before.Value.LevelSum is null && all.Of(before.Key) is { } after)
                all = all.With(before.Key, after.RatedBy(before.Value.Level));
        }

        return new CommissionFigures(all._components, _figures, _standing, ChargesWith(funds, more));
    }

    internal CommissionFigures With(string component, ComponentFigures figures) =>
        new(_components.With(Identifier.Checked(component), figures), _figures, _standing, _charges);

    private static Measured? Sum(DealFigures[] deals, Func<DealFigures, Measured?> amount, string parameterName)
    {
        MeasuredArgument.MustGoTogether(deals.Select(amount), parameterName);
        Measured? sum = null;
        foreach (var deal in deals)
        {
            if (amount(deal) is not { } value)
                return null;

            sum = sum is { } before ? before + value : value;
        }

        return sum;
    }
}
