using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>
/// What of a credit counts for a component of a commission plan: for what sets the rate, or for what is paid on (提成基数).
/// </summary>
/// <remarks>
/// <para>
/// Measure, stage, currency and scope are those of an <see cref="ActualRule"/>, so that quota and commission read the same facts alike.
/// This adds the capacity in which somebody is credited, a window of days, and what is done to the amount before it counts.
/// </para>
/// <para>
/// The steps are pinned: value of the fact → part of the margin, or price coefficient, or tax by rate → lateness → share of the credit →
/// sum → tax taken out of the sum. Each amount that is a quotient is rounded by a rounding that is named; all else is exact, and so the
/// order of credits never matters. A negative amount is rounded as the positive one it takes back.
/// </para>
/// <para>
/// A value that is not known (no cost, no list amount, no rate, no due date, no invoiced line) makes the sum unknown, with the line
/// named; it is not zero. <see cref="LeavingOutUnknown"/> leaves such credits out instead, and names them all the same.
/// </para>
/// <para>
/// A credit that follows an original (<see cref="SalesCredit.Following(SalesLine)"/>) counts by its day and scope, whatever
/// <see cref="ActualRule.Returns"/> says.
/// Money for an invoiced line (<see cref="SalesCredit.InvoiceLine"/>) is in scope as the line is,
/// and is taxed by its rate; money of which the line is not known is of unknown value where the scope asks for more than the receipt states
/// (<c>commission.no-invoice-line</c>). Whether a fact comes twice is not looked for: that is a question of crediting. Immutable.
/// Equality is by all settings.
/// </para>
/// </remarks>
public sealed partial class CommissionMeasure : IEquatable<CommissionMeasure>
{
    private readonly Settings _settings;
    private readonly CreditReader _reader;

    private CommissionMeasure(Settings settings)
    {
        _settings = settings;
        _reader = new CreditReader(this, subject: null);
        Zero = TaxRate is null && TaxRates is null ? Rule.Zero
            : Rule.Measure.On(TaxBasis.WithoutTax).Of(Money.Zero(Rule.Currency!));
    }

    /// <summary>Which facts count and what is read of them.</summary>
    public ActualRule Rule => _settings.Rule;

    /// <summary>What the counted amounts are of, with its tax basis: collections without tax, where the tax was taken out.</summary>
    public Measure Measure => Zero.Measure;

    /// <summary>In which capacities a credit counts, in their order; direct credits alone unless stated.</summary>
    public IReadOnlyList<CreditKind> Kinds => Array.AsReadOnly(_settings.Kinds);

    /// <summary>The days on which a fact counts; always unless it was narrowed.</summary>
    public DateSpan Window => _settings.Window;

    /// <summary>The part of the margin that counts, or null where the value of the rule counts.</summary>
    public MarginPart? MarginPart => _settings.MarginPart;

    /// <summary>Whether a sale below its list price counts for less: × actual ÷ list price (价格系数).</summary>
    public bool HasPriceCoefficient => _settings.HasPriceCoefficient;

    /// <summary>How the part of the margin, or the amount at its price coefficient, is rounded; null without either.</summary>
    public Rounding? Rounding => _settings.Rounding;

    /// <summary>The factor by days from the due date to the receipt, or null where lateness does not count.</summary>
    public StepSchedule<int, Percentage>? Lateness => _settings.Lateness;

    /// <summary>The rate of the tax that is taken out of the sum, or null.</summary>
    public Percentage? TaxRate => _settings.TaxRate;

    /// <summary>The rates of the tax that is taken out fact by fact, or null.</summary>
    public ScopeTable<Percentage>? TaxRates => _settings.TaxRates;

    /// <summary>How an amount is rounded whose tax was taken out by <see cref="TaxRates"/>; null without them.</summary>
    public Rounding? TaxRounding => _settings.TaxRounding;

    /// <summary>What a sale without a list amount counts for, where there is a price coefficient.</summary>
    public UnstatedFact WithoutListPrice => _settings.WithoutListPrice;

    /// <summary>What a receipt without a due date counts for, where lateness counts.</summary>
    public UnstatedFact WithoutDueDate => _settings.WithoutDueDate;

    /// <summary>Whether credits of unknown value are left out of the sum instead of making it unknown.</summary>
    public bool LeavesOutUnknown => _settings.LeavesOutUnknown;

    internal Measured Zero { get; }

    /// <summary>What the sum is divided by, once: 113 % to take 13 % of tax out, else 100 %.</summary>
    internal Percentage Divisor => TaxRate is { } rate ? Percentage.OneHundred + rate : Percentage.OneHundred;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A measure.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionMeasure? left, CommissionMeasure? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A measure.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionMeasure? left, CommissionMeasure? right) => !(left == right);

    /// <summary>What a rule reads, of direct credits on every day.</summary>
    /// <param name="rule">
    /// Measure, stage, currency with its rates, scope, bills: <c>ActualRule.OfCollections(Currency.CNY)</c>.
    /// </param>
    /// <returns>The measure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rule"/> counts new customers, which no single fact states.</exception>
    public static CommissionMeasure Of(ActualRule rule)
    {
        Guard.Against.Null(rule);
        return rule.Measure.Source != MeasureSource.Given ? new CommissionMeasure(new Settings(rule))
            : throw Guards.Invalid(nameof(rule), "'" + rule + "'", "must read its value from each fact");
    }

    /// <summary>The measure of credits in other capacities: roll-ups for a manager's override, overlays for a specialist.</summary>
    /// <param name="kinds">At least one, in place of any before.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is not defined.</exception>
    public CommissionMeasure Counting(params CreditKind[] kinds)
    {
        var copy = Guard.Against.Nothing(kinds, "a credit has a kind");
        Array.ForEach(copy, kind => Guard.Against.Undefined(kind, nameof(kinds)));
        return new CommissionMeasure(_settings with { Kinds = [.. copy.Distinct().OrderBy(kind => kind)] });
    }

    /// <summary>The measure of facts within some days only: the window of a sales contest (SPIFF).</summary>
    /// <param name="window">The days, both ends included, in place of any before.</param>
    /// <returns>The changed copy.</returns>
    public CommissionMeasure During(DateSpan window) => new(_settings with { Window = window });

    /// <summary>
    /// The measure that leaves credits of unknown value out of the sum, and names them, instead of giving no sum at all.
    /// </summary>
    /// <returns>The changed copy.</returns>
    public CommissionMeasure LeavingOutUnknown() => new(_settings with { LeavesOutUnknown = true });

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The measure to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionMeasure? other) =>
        other is not null && (ReferenceEquals(this, other) || _settings.IsSameAs(other._settings));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionMeasure);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Rule.GetHashCode(), Window.GetHashCode(), TaxRate.GetHashCode(), Kinds.Count + (HasPriceCoefficient ? 8 : 0));

    /// <summary>The rule and what is added to it, in words.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Rule + "; credits " + string.Join(", ", Kinds.Select(kind => kind.ToString()))
        + (Window == DateSpan.Always ? "" : "; during " + Window)
        + (MarginPart is { } part ? "; margin " + part.ToString() + ", rounded " + Rounding : "")
        + (HasPriceCoefficient ? "; at the price coefficient, rounded " + Rounding : "")
        + (TaxRates is null ? "" : "; without tax by rates, rounded " + TaxRounding)
        + (Lateness is null ? "" : "; by days late " + Lateness)
        + (TaxRate is { } rate ? "; without " + rate + " tax" : "")
        + (LeavesOutUnknown ? "; unknown left out" : "");

    private sealed record Settings
    {
        private static readonly CreditKind[] s_direct = [CreditKind.Direct];

        internal Settings(ActualRule rule) => Rule = rule;

        internal ActualRule Rule { get; }

        internal CreditKind[] Kinds { get; init; } = s_direct;

        internal DateSpan Window { get; init; }

        internal MarginPart? MarginPart { get; init; }

        internal bool HasPriceCoefficient { get; init; }

        internal Rounding? Rounding { get; init; }

        internal UnstatedFact WithoutListPrice { get; init; }

        internal StepSchedule<int, Percentage>? Lateness { get; init; }

        internal UnstatedFact WithoutDueDate { get; init; }

        internal Percentage? TaxRate { get; init; }

        internal ScopeTable<Percentage>? TaxRates { get; init; }

        internal Rounding? TaxRounding { get; init; }

        internal bool LeavesOutUnknown { get; init; }

        internal bool IsSameAs(Settings other) =>
            Kinds.SequenceEqual(other.Kinds) && this with { Kinds = s_direct } == other with { Kinds = s_direct };
    }
}
