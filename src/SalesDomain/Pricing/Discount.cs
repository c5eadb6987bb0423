using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>One discount as data: what is taken off, of what base, from which lines, on what conditions, and in which place.</summary>
/// <remarks>
/// <para>
/// Discounts follow one another by their numbers, not by the order in which they were passed in. A percentage is of the running price
/// unless another base is declared by <see cref="On"/>. A discount never makes a price dearer, but for a
/// <see cref="FixedPrice(string, Money)"/>, which sets it anew.
/// </para>
/// <para>
/// Free goods take no discount and do not count for any. A return takes discounts of lines as its mirror image, and no part of a deal or of
/// a discount of the order. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed partial class Discount : IEquatable<Discount>
{
    private readonly Settings _settings;

    private Discount(Settings settings) => _settings = settings;

    /// <summary>The name, by which exclusions, subtotals and reasons speak of it.</summary>
    public string Name => _settings.Name;

    /// <summary>What is taken off.</summary>
    public DiscountKind Kind => _settings.Kind;

    /// <summary>The place among the discounts of a schedule: lower numbers come first.</summary>
    public int Sequence => _settings.Sequence;

    /// <summary>The percentage; null where there are steps, or an amount.</summary>
    public Percentage? Rate => _settings.Rate;

    /// <summary>The percentages by quantity, or null.</summary>
    public StepSchedule<Quantity, Percentage>? QuantitySteps => _settings.QuantitySteps;

    /// <summary>The percentages by amount, or null.</summary>
    public StepSchedule<Money, Percentage>? AmountSteps => _settings.AmountSteps;

    /// <summary>The amount of a unit, of the order or for every full level, or the fixed unit price; null for what has none.</summary>
    public Money? Amount => _settings.Amount;

    /// <summary>Of what a percentage is taken.</summary>
    public DiscountBase Base => _settings.Base;

    /// <summary>What is added up before a step is chosen or a minimum quantity is tested.</summary>
    public BreakBasis Counts => _settings.Counts;

    /// <summary>Which lines it is for.</summary>
    public Scope Scope => _settings.Scope;

    /// <summary>The days of a document on which it is given, both ends included.</summary>
    public DateSpan Period => _settings.Period;

    /// <summary>The least quantity that must be reached, or null.</summary>
    public Quantity? MinimumQuantity => _settings.MinimumQuantity;

    /// <summary>The least amount of the document, or null.</summary>
    public Money? MinimumAmount => _settings.MinimumAmount;

    /// <summary>At which prices the document is measured against <see cref="MinimumAmount"/>.</summary>
    public DiscountBase MinimumAmountBase => _settings.MinimumAmountBase;

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

    /// <summary>The discount in another place.</summary>
    /// <param name="sequence">The number, zero or more; discounts of lines have lower numbers than discounts of the order.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequence"/> is negative.</exception>
    public Discount At(int sequence) => new(_settings with { Sequence = Guard.Against.OutsideRange(0, int.MaxValue, sequence) });

    /// <summary>The discount of another base.</summary>
    /// <param name="basis">Of what the percentage is taken.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="basis"/> is null.</exception>
    /// <exception cref="InvalidOperationException">This is no percentage, and no amount by steps of amount.</exception>
    public Discount On(DiscountBase basis)
    {
        Guard.Against.Null(basis);
        return Kind is DiscountKind.Percent or DiscountKind.PercentOfOrder || CountsAmounts ? new Discount(_settings with { Base = basis })
            : throw new InvalidOperationException("'" + Name + "' is no percentage and has no base.");
    }

    /// <summary>The discount with another way to count for its steps and its minimum quantity.</summary>
    /// <param name="basis">What is added up.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">
    /// This is a deal or a discount of the order, which counts all lines in its scope.
    /// </exception>
    public Discount Counting(BreakBasis basis)
    {
        Guard.Against.Undefined(basis);
        return !IsOverLines ? new Discount(_settings with { Counts = basis })
            : throw new InvalidOperationException("'" + Name + "' is over several lines and counts all lines in its scope together.");
    }

    /// <summary>The discount for certain lines only.</summary>
    /// <param name="scope">Which lines.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public Discount For(Scope scope) => new(_settings with { Scope = Guard.Against.Null(scope) });

    /// <summary>The discount on certain days only.</summary>
    /// <param name="period">The days of the document, both ends included.</param>
    /// <returns>The changed copy.</returns>
    public Discount During(DateSpan period) => new(_settings with { Period = period });

    /// <summary>The discount from a quantity on.</summary>
    /// <param name="minimum">The least quantity, as <see cref="Counts"/> adds it up; positive, in the unit of the steps.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    /// <exception cref="UnitMismatchException">The steps are in another unit.</exception>
    public Discount FromQuantity(Quantity minimum)
    {
        Guard.Against.NotPositive(minimum.Amount, nameof(minimum));
        return StepUnit is { } unit && unit != minimum.Unit ? throw new UnitMismatchException(unit, minimum.Unit, nameof(minimum))
            : new Discount(_settings with { MinimumQuantity = minimum });
    }

    /// <summary>The discount from an amount of the document on, as it stands when the discount has its turn.</summary>
    /// <param name="minimum">The least amount, positive; free goods and returns do not count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    public Discount FromAmount(Money minimum) => FromAmount(minimum, DiscountBase.Running);

    /// <summary>The discount from an amount of the document on.</summary>
    /// <param name="minimum">The least amount, positive; free goods and returns do not count.</param>
    /// <param name="of">At which prices the document is measured: at list, as it stands, or after a named discount.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="of"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    public Discount FromAmount(Money minimum, DiscountBase of) =>
        new(_settings with { MinimumAmount = Guard.Against.NotPositive(minimum), MinimumAmountBase = Guard.Against.Null(of) });

    /// <summary>The discount only where the document has another line in a scope.</summary>
    /// <param name="companion">What the other line must be; free goods and returns do not count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="companion"/> is null.</exception>
    public Discount Beside(Scope companion) => new(_settings with { Companion = Guard.Against.Null(companion) });

    /// <summary>The discount only where a coupon is presented.</summary>
    /// <param name="coupon">The code of the coupon; case counts. Not empty, no white space at either end.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="coupon"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="coupon"/> is empty or padded.</exception>
    public Discount WithCoupon(string coupon) => new(_settings with { Coupon = Coupon.Of(Identifier.Checked(coupon)) });

    /// <summary>The discount after which nothing more comes upon the line, not even a discount of the order.</summary>
    /// <returns>The changed copy.</returns>
    public Discount AsLast() => new(_settings with { IsLast = true });

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
        QuantitySteps is null && AmountSteps is null && MinimumQuantity is null || IsOverLines ? "" : "counted by " + Counts switch
        {
            BreakBasis.Line => "line",
            BreakBasis.MixGroup => "mix group",
            _ => "product",
        },
        MinimumQuantity is { } quantity ? "from " + quantity : "",
        MinimumAmount is { } amount ? "from " + amount + " of the " + MinimumAmountBase : "",
        Scope == Scope.Everything ? "" : Scope.ToString(),
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

        internal Money? Amount { get; init; }

        internal DiscountBase Base { get; init; } = DiscountBase.Running;

        internal BreakBasis Counts { get; init; }

        internal Scope Scope { get; init; } = Scope.Everything;

        internal DateSpan Period { get; init; }

        internal Quantity? MinimumQuantity { get; init; }

        internal Money? MinimumAmount { get; init; }

        internal DiscountBase MinimumAmountBase { get; init; } = DiscountBase.Running;

        internal Scope? Companion { get; init; }

        internal Coupon? Coupon { get; init; }

        internal Deal? Deal { get; init; }

        internal StepSchedule<Money, Money>? OffByAmount { get; init; }

        internal StepSchedule<Quantity, Money>? OffByQuantity { get; init; }

        internal Money? EveryAmount { get; init; }

        internal Quantity? EveryQuantity { get; init; }

        internal PromotionBudget? Budget { get; init; }

        internal bool IsLast { get; init; }
    }
}
