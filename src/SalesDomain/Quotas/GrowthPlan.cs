using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// Where the growth of a plan is to come from (增量计划): what is left of last year after churn, price and market, what new products add, and
/// how many new customers the rest takes.
/// </summary>
/// <remarks>
/// <para>
/// carried = baseline × (1 − churn) × (1 + price) × (1 + …), in the order given; increment = target − carried; rest = increment −
/// sources; new customers = rest ÷ amount of one, rounded up to whole customers, none for a rest of zero or less; uncovered = what of the
/// rest they do not bring.
/// </para>
/// <para>
/// What a new customer brings is what he brings within the plan: customers won evenly over a year bring about half of their first full
/// year. The quotient is rounded up as it is printed, to 28 digits.
/// </para>
/// <para>Immutable; equality is by all values in order. Source: common practice of annual planning.</para>
/// </remarks>
public sealed class GrowthPlan : IEquatable<GrowthPlan>
{
    private const string Churn = "churn";
    private const string Price = "price";

    private readonly (string Name, Percentage Rate)[] _changes;
    private readonly (string Name, Measured Amount)[] _sources;

    private GrowthPlan(
        Measured baseline,
        Measured target,
        (string Name, Percentage Rate)[] changes,
        (string Name, Measured Amount)[] sources,
        Measured? perCustomer,
        int? atMost)
    {
        Baseline = baseline;
        Target = target;
        _changes = changes;
        _sources = sources;
        PerCustomer = perCustomer;
        MostCustomers = atMost;
    }

    /// <summary>What was reached in the year before.</summary>
    public Measured Baseline { get; }

    /// <summary>What is to be reached.</summary>
    public Measured Target { get; }

    /// <summary>
    /// The changes of the baseline, in their order, each with its rate: <c>churn</c>, which is negative here, <c>price</c> and the caller's
    /// own.
    /// </summary>
    public IReadOnlyList<(string Name, Percentage Rate)> Changes => Array.AsReadOnly(_changes);

    /// <summary>The sources of growth, in their order, each with what it brings.</summary>
    public IReadOnlyList<(string Name, Measured Amount)> Sources => Array.AsReadOnly(_sources);

    /// <summary>What one new customer brings within the plan, or null where none are planned.</summary>
    public Measured? PerCustomer { get; }

    /// <summary>How many new customers can be won at most, or null for any number.</summary>
    public int? MostCustomers { get; }

    /// <summary>A plan that leads from what was reached to what is to be reached.</summary>
    /// <param name="baseline">What was reached in the year before, not negative.</param>
    /// <param name="target">What is to be reached, of the same measure.</param>
    /// <returns>The plan, with nothing yet to cover the increment.</returns>
    /// <exception cref="ArgumentException">An amount is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is negative.</exception>
    /// <exception cref="MeasureMismatchException">The two are of different measures.</exception>
    /// <exception cref="TaxBasisMismatchException">The two are on different tax bases.</exception>
    /// <exception cref="UnitMismatchException">The two are in different units.</exception>
    /// <exception cref="CurrencyMismatchException">The two are in different currencies.</exception>
    public static GrowthPlan Of(Measured baseline, Measured target)
    {
        MeasuredArgument.Given(baseline);
        Measured.RequireSame(baseline, MeasuredArgument.Given(target), nameof(target));
        return baseline >= baseline.With(0m) ? new GrowthPlan(baseline, target, [], [], null, null)
            : throw Guards.OutOfRange(nameof(baseline), baseline.ToString(), "must not be negative");
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A plan.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(GrowthPlan? left, GrowthPlan? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A plan.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(GrowthPlan? left, GrowthPlan? right) => !(left == right);

    /// <summary>The plan in which part of the baseline is lost with customers that leave.</summary>
    /// <param name="churn">The share that is lost, from 0 % to 100 %; taken off, not added.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">Churn is there already.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="churn"/> is negative or above 100 %.</exception>
    public GrowthPlan WithChurn(Percentage churn) =>
        WithChange(Churn, -Guard.Against.NoPart(churn), nameof(churn));

    /// <summary>The plan in which prices change what is left of the baseline.</summary>
    /// <param name="change">By how much, as it comes through in sales; negative for a price cut, not below −100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">Price is there already.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="change"/> is below −100 %.</exception>
    public GrowthPlan WithPriceChange(Percentage change) => WithChange(Price, Above(change), nameof(change));

    /// <summary>The plan in which something else changes what is left of the baseline: the market, the mix, a lost licence.</summary>
    /// <param name="name">What it is; not empty, no white space at either end.</param>
    /// <param name="change">By how much; negative for a decline, not below −100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded, or there already.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="change"/> is below −100 %.</exception>
    public GrowthPlan WithChange(string name, Percentage change) => WithChange(Identifier.Checked(name), Above(change), nameof(name));

    /// <summary>The plan with a source that covers part of the increment: new products, a new area, a project.</summary>
    /// <param name="name">What it is; not empty, no white space at either end.</param>
    /// <param name="amount">What it brings within the plan, of the plan's measure; not negative.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty or padded, or there already, or <paramref name="amount"/> is the default value.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    /// <exception cref="MeasureMismatchException"><paramref name="amount"/> is of another measure.</exception>
    /// <exception cref="TaxBasisMismatchException"><paramref name="amount"/> is on another tax basis.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="amount"/> is in another unit.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="amount"/> is in another currency.</exception>
    public GrowthPlan WithSource(string name, Measured amount)
    {
        Identifier.Checked(name);
        Measured.RequireSame(Baseline, MeasuredArgument.Given(amount), nameof(amount));
        if (amount < amount.With(0m))
            throw Guards.OutOfRange(nameof(amount), amount.ToString(), "must not be negative");
        if (Array.Exists(_sources, source => string.Equals(source.Name, name, StringComparison.Ordinal)))
            throw Guards.Invalid(nameof(name), "'" + name + "'", "must have each source once");

        return new GrowthPlan(Baseline, Target, _changes, [.. _sources, (name, amount)], PerCustomer, MostCustomers);
    }

    /// <summary>The plan in which new customers cover the rest, as many as it takes.</summary>
    /// <param name="each">What one brings within the plan, of the plan's measure; positive.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="each"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="each"/> is not positive.</exception>
    /// <exception cref="MeasureMismatchException"><paramref name="each"/> is of another measure.</exception>
    /// <exception cref="TaxBasisMismatchException"><paramref name="each"/> is on another tax basis.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="each"/> is in another unit.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="each"/> is in another currency.</exception>
    public GrowthPlan WithNewCustomers(Measured each) => WithCustomers(each, null);

    /// <summary>The plan in which new customers cover the rest, but no more than can be won.</summary>
    /// <param name="each">What one brings within the plan, of the plan's measure; positive.</param>
    /// <param name="atMost">How many can be won at most; not negative.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="each"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="each"/> is not positive, or <paramref name="atMost"/> is negative.
    /// </exception>
    /// <exception cref="MeasureMismatchException"><paramref name="each"/> is of another measure.</exception>
    /// <exception cref="TaxBasisMismatchException"><paramref name="each"/> is on another tax basis.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="each"/> is in another unit.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="each"/> is in another currency.</exception>
    public GrowthPlan WithNewCustomers(Measured each, int atMost) =>
        WithCustomers(each, Guard.Against.OutsideRange(0, int.MaxValue, atMost));

    /// <summary>Computes what is carried over, the increment that is needed, and what covers it.</summary>
    /// <returns>The bridge from baseline to target.</returns>
    /// <exception cref="OverflowException">A figure does not fit in a decimal.</exception>
    public GrowthBridge Evaluate() => GrowthBridge.Of(this);

    /// <summary>Whether the other plans the same, step by step.</summary>
    /// <param name="other">The plan to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(GrowthPlan? other) =>
        other is not null && Baseline == other.Baseline && Target == other.Target 
        && PerCustomer == other.PerCustomer && MostCustomers == other.MostCustomers
        && _changes.SequenceEqual(other._changes) && _sources.SequenceEqual(other._sources);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as GrowthPlan);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Hash.Combine(Baseline.GetHashCode(), Target.GetHashCode()), _changes.Length, _sources.Length,
            PerCustomer.GetHashCode());

    /// <summary>Baseline, changes, target, sources and customers: <c>CNY 9500000.00, churn -8%, price 2%, to CNY 12000000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Baseline.Value + string.Concat(_changes.Select(change => ", " + change.Name + " " + change.Rate)) + ", to " + Target.Value
        + string.Concat(_sources.Select(source => ", " + source.Name + " " + source.Amount.Value))
        + (PerCustomer is { } each ? ", new customers of " + each.Value : "")
        + (MostCustomers is { } most ? ", at most " + InvariantText.Number(most) : "");

    private static Percentage Above(Percentage change) =>
        change >= -Percentage.OneHundred ? change : throw Guards.OutOfRange(nameof(change), change.ToString(), "must not be below -100%");

    private GrowthPlan WithChange(string name, Percentage change, string parameterName) =>
        !Array.Exists(_changes, each => string.Equals(each.Name, name, StringComparison.Ordinal))
            ? new GrowthPlan(Baseline, Target, [.. _changes, (name, change)], _sources, PerCustomer, MostCustomers)
            : throw Guards.Invalid(parameterName, "'" + name + "'", "must have each change once");

    private GrowthPlan WithCustomers(Measured each, int? atMost)
    {
        Measured.RequireSame(Baseline, MeasuredArgument.Given(each), nameof(each));
        return each > each.With(0m) ? new GrowthPlan(Baseline, Target, _changes, _sources, each, atMost)
            : throw Guards.OutOfRange(nameof(each), each.ToString(), "must be positive");
    }
}
