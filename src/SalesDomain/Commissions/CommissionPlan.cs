using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>A commission plan: components that are computed one by one, one currency, one rounding, one cap on all.</summary>
/// <remarks>
/// <para>
/// The steps are pinned: credit → rate → component cap and floor → gates and multipliers → plan cap → rounding. Each component is rounded
/// once; where the rounded components together exceed the cap, the cap is apportioned to them in proportion, in the steps of the rounding
/// (largest remainder), and what is negative stays. What is earned to date comes out; what of it is paid is the matter of the account.
/// </para>
/// <para>
/// Last of all, what late money costs is taken, where the plan says so (<see cref="WithCostOfFunds(CostOfFunds)"/>): summed exactly,
/// rounded once, and without making room under the cap.
/// </para>
/// <para>
/// A component of which a sum or a figure is not known is left out, and is not zero. What stands of it in the account takes room under
/// the cap, where it is stated (<see cref="CommissionFigures.WithStanding"/>); that the cap did not know all is told in any case.
/// </para>
/// <para>
/// Name and version go into every entry that is paid by it, so that a later version rewrites nothing: in an account it replaces what an
/// earlier version of its own name entered of the same measurement period, and plans of other names stand beside it. Immutable. Equality
/// is by all settings.
/// </para>
/// </remarks>
public sealed partial class CommissionPlan : IEquatable<CommissionPlan>
{
    private readonly CommissionComponent[] _components;

    private CommissionPlan(
        string name, string? version, Currency currency, Rounding rounding, CommissionComponent[] components, Money? cap = null,
        Percentage? capOfTarget = null, UnstatedFigure unstatedFigures = UnstatedFigure.Unknown, CostOfFunds? costOfFunds = null,
        Percentage? costOfFundsCap = null)
    {
        Name = name;
        Version = version;
        Currency = currency;
        Rounding = rounding;
        _components = components;
        Components = Array.AsReadOnly(components);
        Cap = cap;
        CapOfTarget = capOfTarget;
        UnstatedFigures = unstatedFigures;
        CostOfFunds = costOfFunds;
        CostOfFundsCap = costOfFundsCap;
    }

    /// <summary>The name, by which an account knows the plan: <c>Representatives 2026</c>. Its versions share it.</summary>
    public string Name { get; }

    /// <summary>The version, <c>2</c> or <c>2026-04</c>; null where none is given.</summary>
    public string? Version { get; }

    /// <summary>The currency in which the plan computes.</summary>
    public Currency Currency { get; }

    /// <summary>How each component is rounded, once.</summary>
    public Rounding Rounding { get; }

    /// <summary>The components, in the order given.</summary>
    public IReadOnlyList<CommissionComponent> Components { get; }

    /// <summary>The most all components pay together, or null.</summary>
    public Money? Cap { get; }

    /// <summary>The most all components pay together, of the sum of their target incentives, or null.</summary>
    public Percentage? CapOfTarget { get; }

    /// <summary>What a component pays that waits for a figure nobody stated; not known yet unless stated.</summary>
    public UnstatedFigure UnstatedFigures { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A plan.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionPlan? left, CommissionPlan? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A plan.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionPlan? left, CommissionPlan? right) => !(left == right);

    /// <summary>A plan.</summary>
    /// <param name="name">The name, not blank; a change of the plan is a <see cref="WithVersion">version</see> of the same name.</param>
    /// <param name="currency">The currency in which it computes, with a minor unit.</param>
    /// <param name="rounding">How each component is rounded, to the minor unit of the currency or coarser.</param>
    /// <param name="components">At least one, each name once.</param>
    /// <returns>The plan, without a cap.</returns>
    /// <exception cref="ArgumentNullException">An argument or a component is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space, the currency has no minor unit, there are no components, or a name comes
    /// twice; or a component goes by the attainment of a quota and does not say what a quota of zero pays, names the component.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A rate, cap, floor or measure of a component has another currency.</exception>
    public static CommissionPlan Of(string name, Currency currency, Rounding rounding, params CommissionComponent[] components)
    {
        Guard.Against.Null(name);
        Guard.Against.Null(currency);
        Guard.Against.Null(rounding);
        Guard.Against.Null(components);
        Identifier.Checked(name);
        Guard.Against.NoMinorUnit(currency, nameof(currency));
        var copy = Guard.Against.Nothing(components, "a plan has at least one component");
        Array.ForEach(copy, component => Guard.Against.Null(component, nameof(components)));
        Guard.Against.NameTwice(copy.Select(component => component.Name), nameof(components));
        Array.ForEach(copy, component => Check(component, currency, nameof(components)));

        return new CommissionPlan(name, version: null, currency, rounding, copy);
    }

    /// <summary>The plan as a version of its name.</summary>
    /// <param name="version">The version, not blank.</param>
    /// <returns>The changed copy, in place of a version before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="version"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="version"/> is blank or has outer white space.</exception>
    public CommissionPlan WithVersion(string version) =>
        new(
            Name, Identifier.Checked(version), Currency, Rounding, _components, Cap, CapOfTarget, UnstatedFigures, CostOfFunds,
            CostOfFundsCap);

    /// <summary>The plan that pays at most an amount.</summary>
    /// <param name="cap">The cap, zero or more, in whole minor units.</param>
    /// <returns>The changed copy, in place of a cap before.</returns>
    /// <exception cref="CurrencyMismatchException">The cap has another currency than the plan.</exception>
    /// <exception cref="ArgumentException">The cap is finer than its currency pays.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is negative.</exception>
    public CommissionPlan WithCap(Money cap)
    {
        if (cap.IsNegative)
            throw Guards.OutOfRange(nameof(cap), cap.ToString(), "must not be negative");
        if (cap.Currency != Currency)
            throw new CurrencyMismatchException(Currency, cap.Currency, nameof(cap));

        return cap.IsInMinorUnits
            ? new CommissionPlan(
                Name, Version, Currency, Rounding, _components, cap, capOfTarget: null, UnstatedFigures, CostOfFunds, CostOfFundsCap)
            : throw Guards.Invalid(nameof(cap), cap.ToString(), "must be in whole minor units");
    }

    /// <summary>The plan that pays at most a multiple of the target incentives of its components, each of which then has one.</summary>
    /// <param name="cap">The multiple: 200 %; zero or more.</param>
    /// <returns>The changed copy, in place of a cap before.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is negative.</exception>
    public CommissionPlan WithCap(Percentage cap) =>
        cap >= Percentage.Zero
            ? new CommissionPlan(
                Name, Version, Currency, Rounding, _components, cap: null, cap, UnstatedFigures, CostOfFunds, CostOfFundsCap)
            : throw Guards.OutOfRange(nameof(cap), cap.ToString(), "must not be negative");

    /// <summary>
    /// The plan with another policy for figures that nobody stated: the columns of a matrix, the score of a goal, what a gate goes by.
    /// </summary>
    /// <param name="policy">Not known yet, so that an account leaves what stands; or nothing, as if the gate were closed.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is not defined.</exception>
    public CommissionPlan WithUnstatedFigures(UnstatedFigure policy) =>
        new(Name, Version, Currency, Rounding, _components, Cap, CapOfTarget, Guard.Against.Undefined(policy), CostOfFunds, CostOfFundsCap);

    /// <summary>What a payee has earned to date in a measurement period.</summary>
    /// <param name="period">The measurement period, with both days.</param>
    /// <param name="terms">The payee's quotas, targets and rates.</param>
    /// <param name="figures">What was sold and the figures, over the measurement period to date.</param>
    /// <returns>What each component and all together have earned, exact until the one rounding.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> or <paramref name="figures"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> is open; a quota or target that the plan needs is missing; or something is stated of a component that the
    /// plan does not have, or of another measure than its own, or without its deals; or late money is charged by another rule than the
    /// plan's cost of funds.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount has another currency than the plan.</exception>
    public CommissionResult Evaluate(DateSpan period, CommissionTerms terms, CommissionFigures figures)
    {
        Guard.Against.Null(terms);
        Guard.Against.Null(figures);
        Checked(period);
        MustHave(terms.Components, nameof(terms));
        MustHave(figures.Components, nameof(figures));
        MustHave(figures.Standing, nameof(figures));
        CheckCharges(figures.StatedCharges, nameof(figures));
        return new CommissionResult(this, period, terms, figures, Rule(terms, figures));
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The plan to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionPlan? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal)
            && string.Equals(Version, other.Version, StringComparison.Ordinal) && Currency == other.Currency
            && Rounding == other.Rounding && Cap == other.Cap && CapOfTarget == other.CapOfTarget
            && UnstatedFigures == other.UnstatedFigures && CostOfFunds == other.CostOfFunds && CostOfFundsCap == other.CostOfFundsCap
            && _components.SequenceEqual(other._components));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionPlan);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Currency.GetHashCode(), _components.Length, Cap.GetHashCode());

    /// <summary>The plan in words, a component a line.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        NameAndVersion + ", in " + Currency + ", rounded " + Rounding
        + (Cap is { } cap ? ", at most " + cap : "") + (CapOfTarget is { } multiple ? ", at most " + multiple + " of target" : "")
        + (UnstatedFigures == UnstatedFigure.Unknown ? "" : ", nothing without a figure")
        + (CostOfFunds is null ? "" : ", less cost of funds (" + CostOfFunds + ")")
        + (CostOfFundsCap is { } share ? " up to " + share + " of what is earned" : "") + "\n"
        + string.Concat(_components.Select(component => component + "\n"));

    internal string NameAndVersion => Named(Name, Version);

    internal static string Named(string name, string? version) => version is null ? name : name + ", version " + version;

    private static void Check(CommissionComponent component, Currency currency, string parameterName)
    {
        if (component.NeedsQuota && component.ZeroQuota is null)
        {
            throw Guards.Invalid(
                parameterName, "'" + component.Name + "'", "must say what a quota of zero pays (AgainstQuota), as it goes by attainment");
        }

        foreach (var other in new[]
                 {
                     component.Rate.Currency, component.DealCap?.Currency, component.Cap?.Currency, component.Floor?.Currency,
                     component.Base?.Rule.Currency,
                     component.Level is { } level && component.Rate.IsOnAnything ? null : component.Level?.Rule.Currency,
                 })
        {
            if (other is not null && other != currency)
                throw new CurrencyMismatchException(currency, other, "'" + component.Name + "'", parameterName);
        }
    }

    private void MustHave(IReadOnlyList<string> names, string parameterName)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] is var name && !Has(name))
                throw Guards.Invalid(parameterName, "'" + name + "'", "must be of a component of '" + Name + "'");
        }
    }

    private bool Has(string name)
    {
        foreach (var component in _components)
        {
            if (string.Equals(component.Name, name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
