using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>One discount as data: what is taken off, of what base, from which lines, on what conditions, and in which place.</summary>
/// <remarks>
/// <para>
/// Discounts follow one another by their numbers, not by the order in which they were passed in. A percentage is of the running price
/// unless another base is declared by <see cref="On"/>. A discount never makes a price dearer, but for a
/// <see cref="FixedPrice(string, Money, UnitOfMeasure)"/>, which sets it anew.
/// </para>
/// <para>
/// Free goods and returns take no discount and count for none. Unless <see cref="Including"/> opens it, a discount is for lines at standard
/// and consignment prices and lines that state no price kind: a special price, a project price or goods paid out of a rebate were agreed as
/// they are. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed partial class Discount : IEquatable<Discount>
{
    private static readonly PriceKind[] s_kinds = [PriceKind.Special, PriceKind.RebateFunded, PriceKind.Project];

    private readonly Settings _settings;

    private Discount(Settings settings) => _settings = settings;

    /// <summary>The name, by which exclusions, subtotals and reasons speak of it.</summary>
    public string Name => _settings.Name;

    /// <summary>What is taken off.</summary>
    public DiscountKind Kind => _settings.Kind;

    /// <summary>The place among the discounts of a schedule: lower numbers come first.</summary>
    public int Sequence => _settings.Sequence;

    /// <summary>The percentage; null where there are steps, a table, or an amount.</summary>
    public Percentage? Rate => _settings.Rate;

    /// <summary>The percentages by quantity, or null.</summary>
    public StepSchedule<Quantity, Percentage>? QuantitySteps => _settings.QuantitySteps;

    /// <summary>The percentages by amount, or null.</summary>
    public StepSchedule<Money, Percentage>? AmountSteps => _settings.AmountSteps;

    /// <summary>The percentages by an access sequence, or null.</summary>
    public ScopeTable<Percentage>? RateTable => _settings.RateTable;

    /// <summary>
    /// Whether each part of what counts is at its own step, and not all of it at the step it reached: see <see cref="Graduated"/>.
    /// </summary>
    public bool IsGraduated => _settings.IsGraduated;

    /// <summary>Of what one the amount of a unit, or the fixed price, is; null for what has none.</summary>
    public UnitOfMeasure? Unit => _settings.Unit;

    /// <summary>The amount of a unit, of the order or for every full level, or the fixed unit price; null for what has none.</summary>
    public Money? Amount => _settings.Amount;

    /// <summary>Of what a percentage is taken.</summary>
    public DiscountBase Base => _settings.Base;

    /// <summary>What is added up before a step is chosen or a minimum quantity is tested; of a deal, within what it is formed.</summary>
    public BreakBasis Counts => _settings.Counts;

    /// <summary>Which lines it is for.</summary>
    public Scope Scope => _settings.Scope;

    /// <summary>Which lines count for it; null for those that it is for.</summary>
    public Scope? CountedScope => _settings.CountedScope;

    /// <summary>The price kinds that it is for beside standard and consignment prices, in their order.</summary>
    public IReadOnlyList<PriceKind> IncludedKinds =>
        Array.AsReadOnly(Array.FindAll(s_kinds, kind => (_settings.Kinds & 1 << (int)kind) != 0));

    /// <summary>The days of a document on which it is given, both ends included.</summary>
    public DateSpan Period => _settings.Period;

    /// <summary>The least quantity that must be reached, or null.</summary>
    public Quantity? MinimumQuantity => _settings.MinimumQuantity;

    /// <summary>The least amount of the lines that count, or of the document, or null.</summary>
    public Money? MinimumAmount => _settings.MinimumAmount;

    /// <summary>At which prices is measured against <see cref="MinimumAmount"/>.</summary>
    public DiscountBase MinimumAmountBase => _settings.MinimumAmountBase;

    /// <summary>Whether <see cref="MinimumAmount"/> is of all that the document sells, in any scope and of any kind.</summary>
    public bool MeasuresDocument => _settings.MeasuresDocument;

    /// <summary>What another line of the document must be, or null.</summary>
    public Scope? Companion => _settings.Companion;

    /// <summary>The coupon that must be presented, or null.</summary>
    public Coupon? Coupon => _settings.Coupon;

    /// <summary>True when nothing of a higher number comes upon a line that has this one.</summary>
    public bool IsLast => _settings.IsLast;

    /// <summary>True for a discount of the order, which is spread over its lines.</summary>
    public bool IsOfOrder => Kind is DiscountKind.PercentOfOrder or DiscountKind.AmountOfOrder;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A discount.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Discount? left, Discount? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A discount.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Discount? left, Discount? right) => !(left == right);

    /// <summary>Whether the other is the same discount in the same place on the same conditions.</summary>
    /// <param name="other">The discount to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Discount? other) => other is not null && _settings == other._settings;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Discount);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Sequence, (int)Kind);

    /// <summary>Number, name, what is taken off and every condition: <c>10 dealer: 8% of the running price</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Number(Sequence) + " " + Name + ": " + InvariantText.Listed(
        Taken(),
        Deal is not null ? Counts == BreakBasis.MixGroup ? "" : "within one " + (Counts == BreakBasis.Line ? "line" : "product")
            : !IsCounting || IsOverLines ? "" : "counted by " + Counts switch
        {
            BreakBasis.Line => "line",
            BreakBasis.MixGroup => "mix group",
            _ => "product",
        },
        CountedScope is { } counted ? "counting " + (counted == Scope.Everything ? "all lines" : counted.ToString()) : "",
        MinimumQuantity is { } quantity ? "from " + quantity : "",
        MinimumAmount is { } amount ? "from " + amount + (MeasuresDocument ? " of the document, " : " of the ") + MinimumAmountBase : "",
        Scope == Scope.Everything ? "" : Scope.ToString(),
        IncludedKinds.Count == 0 ? "" : "also " + string.Join(", ", IncludedKinds.Select(kind => kind.ToString())),
        Companion is { } companion ? "beside " + companion : "",
        Period == DateSpan.Always ? "" : "during " + Period,
        Coupon is { } coupon ? "with coupon " + coupon : "",
        Budget is { } budget ? budget.ToString() : "",
        IsLast ? "then nothing more" : "");

    private sealed record Settings
    {
        internal string Name { get; init; } = "";

        internal DiscountKind Kind { get; init; }

        internal int Sequence { get; init; }

        internal Percentage? Rate { get; init; }

        internal StepSchedule<Quantity, Percentage>? QuantitySteps { get; init; }

        internal StepSchedule<Money, Percentage>? AmountSteps { get; init; }

        internal ScopeTable<Percentage>? RateTable { get; init; }

        internal Money? Amount { get; init; }

        internal UnitOfMeasure? Unit { get; init; }

        internal DiscountBase Base { get; init; } = DiscountBase.Running;

        internal BreakBasis Counts { get; init; }

        internal Scope Scope { get; init; } = Scope.Everything;

        internal Scope? CountedScope { get; init; }

        /// <summary>A bit for each price kind included.</summary>
        internal int Kinds { get; init; }

        internal bool MeasuresDocument { get; init; }

        internal DateSpan Period { get; init; }

        internal Quantity? MinimumQuantity { get; init; }

        internal Money? MinimumAmount { get; init; }

        internal DiscountBase MinimumAmountBase { get; init; } = DiscountBase.Running;

        internal Scope? Companion { get; init; }

        internal Coupon? Coupon { get; init; }

        internal Deal? Deal { get; init; }

        internal StepSchedule<Money, Money>? OffByAmount { get; init; }

        internal StepSchedule<Quantity, Money>? OffByQuantity { get; init; }

        internal bool IsGraduated { get; init; }

        internal Money? EveryAmount { get; init; }

        internal Quantity? EveryQuantity { get; init; }

        internal PromotionBudget? Budget { get; init; }

        internal bool IsLast { get; init; }
    }
}
