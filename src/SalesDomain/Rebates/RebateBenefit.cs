using System;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What one step of a rebate gives: a percentage, an amount per unit or per portion, a lump sum, goods, equipment.</summary>
/// <remarks>
/// <para>
/// An amount per unit names the unit, and one per portion the portion, so that a rate by the piece is never taken for one by the order.
/// Goods and equipment state what they are worth: that is what is booked for them.
/// </para>
/// <para>None is negative; zero is a step that gives nothing. Immutable; equality is by all values.</para>
/// </remarks>
public sealed record RebateBenefit
{
    private RebateBenefit(RebateBenefitKind kind) => Kind = kind;

    /// <summary>What it is.</summary>
    public RebateBenefitKind Kind { get; }

    /// <summary>The percentage; null of other kinds.</summary>
    public Percentage? Rate { get; private init; }

    /// <summary>
    /// The amount: for one unit, for one portion, in all, or what the goods or the equipment are worth, of goods per portion those of one
    /// portion; null of a percentage.
    /// </summary>
    public Money? Amount { get; private init; }

    /// <summary>The unit that an amount per unit is for; null of other kinds.</summary>
    public UnitOfMeasure? Unit { get; private init; }

    /// <summary>The portion that an amount or goods are for; null of other kinds.</summary>
    public Quantity? Portion { get; private init; }

    /// <summary>The goods or the equipment; null of other kinds.</summary>
    public ProductId? Product { get; private init; }

    /// <summary>How much of the product; null of other kinds.</summary>
    public Quantity? Free { get; private init; }

    /// <summary>The unit of the quantity that it is paid on; null where it is paid on money or on nothing measured.</summary>
    internal UnitOfMeasure? PaidOnUnit => Unit ?? Portion?.Unit;

    /// <summary>Whether it is a fixed amount, and not paid on anything measured.</summary>
    internal bool IsFixed => Kind is RebateBenefitKind.LumpSum or RebateBenefitKind.Goods or RebateBenefitKind.Equipment;

    /// <summary>What a step is worth: a fraction, or an amount.</summary>
    internal decimal Value => Rate?.Fraction ?? Amount!.Value.Amount;

    /// <summary>A percentage of an amount of money.</summary>
    /// <param name="rate">The percentage, zero or more.</param>
    /// <returns>The benefit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    public static RebateBenefit Percent(Percentage rate) =>
        rate >= Percentage.Zero ? new RebateBenefit(RebateBenefitKind.Percent) { Rate = rate }
            : throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");

    /// <summary>An amount for each unit.</summary>
    /// <param name="amount">The amount for one unit, zero or more.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>The benefit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public static RebateBenefit PerUnit(Money amount, UnitOfMeasure unit)
    {
        Guard.Against.Null(unit);
        return new RebateBenefit(RebateBenefitKind.PerUnit) { Amount = NotNegative(amount), Unit = unit };
    }

    /// <summary>An amount for each full portion: 50 for every 100 pieces, nothing for the rest.</summary>
    /// <param name="amount">The amount for one portion, zero or more.</param>
    /// <param name="portion">The portion, positive.</param>
    /// <returns>The benefit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative, or the portion is not positive.</exception>
    public static RebateBenefit PerPortion(Money amount, Quantity portion)
    {
        NotNegative(amount);
        Guard.Against.NotPositive(portion.Amount, nameof(portion));
        return new RebateBenefit(RebateBenefitKind.PerPortion) { Amount = amount, Portion = portion };
    }

    /// <summary>One amount for the step.</summary>
    /// <param name="amount">The amount, zero or more.</param>
    /// <returns>The benefit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public static RebateBenefit LumpSum(Money amount) => new(RebateBenefitKind.LumpSum) { Amount = NotNegative(amount) };

    /// <summary>Goods for the step.</summary>
    /// <param name="product">The product.</param>
    /// <param name="free">How much of it, positive.</param>
    /// <param name="worth">What all of it is worth, zero or more.</param>
    /// <returns>The benefit.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is not positive, or the worth is negative.</exception>
    public static RebateBenefit Goods(ProductId product, Quantity free, Money worth) => Of(RebateBenefitKind.Goods, product, free, worth);

    /// <summary>Goods for each full portion.</summary>
    /// <param name="portion">The portion, positive.</param>
    /// <param name="product">The product.</param>
    /// <param name="free">How much of it for one portion, positive.</param>
    /// <param name="worth">What that is worth, zero or more.</param>
    /// <returns>The benefit.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is not positive, or the worth is negative.</exception>
    public static RebateBenefit GoodsPerPortion(Quantity portion, ProductId product, Quantity free, Money worth)
    {
        Guard.Against.NotPositive(portion.Amount, nameof(portion));
        return Of(RebateBenefitKind.GoodsPerPortion, product, free, worth) with { Portion = portion };
    }

    /// <summary>One piece of equipment for the step.</summary>
    /// <param name="equipment">What it is.</param>
    /// <param name="worth">What it is worth, zero or more.</param>
    /// <returns>The benefit.</returns>
    /// <exception cref="ArgumentException"><paramref name="equipment"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="worth"/> is negative.</exception>
    public static RebateBenefit Equipment(ProductId equipment, Money worth)
    {
        Identifier.Given(equipment);
        return Of(RebateBenefitKind.Equipment, equipment, Quantity.Pieces(1m), worth);
    }

    /// <summary>What it gives: <c>2%</c>, <c>CNY 2.00 per PCE</c>, <c>2 PCE of P-1 (CNY 20.00) per 100 PCE</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Rate is { } rate ? rate.ToString()
            : Product is { } product ? Free!.Value + " of " + product + " (" + Amount!.Value + ")"
            : Amount!.Value.ToString())
        + (Unit is not null ? " per " + Unit : Portion is { } portion ? " per " + portion : "");

    /// <summary>Whether both may be steps of one scale: of one kind, and for the same unit or portion.</summary>
    internal bool IsLike(RebateBenefit other) =>
        Kind == other.Kind && Unit == other.Unit && Portion == other.Portion && Amount?.Currency == other.Amount?.Currency;

    private static RebateBenefit Of(RebateBenefitKind kind, ProductId product, Quantity free, Money worth)
    {
        Identifier.Given(product);
        Guard.Against.NotPositive(free.Amount, nameof(free));
        return new RebateBenefit(kind) { Product = product, Free = free, Amount = NotNegative(worth) };
    }

    private static Money NotNegative(Money amount, [CallerArgumentExpression(nameof(amount))] string? parameterName = null) =>
        !amount.IsNegative ? amount : throw Guards.OutOfRange(parameterName, amount.ToString(), "must not be negative");
}
