using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A level of the channel (maker, distributor, retailer, shelf): what it adds to its cost, and how it says its price.</summary>
/// <remarks>
/// Margin, mark-up and amount are on prices without tax; the cost has the tax in it that a level cannot deduct. Whether the level's price
/// is said with tax (the shelf price mostly is) changes what is rounded, and not what is earned. Immutable; equality is by all values.
/// </remarks>
public sealed record PriceLevel
{
    private PriceLevel(
        string name, PriceStepKind kind, Percentage? rate, Money? amount, Percentage? taxRate, Percentage? undeducted, Rounding rounding)
    {
        Name = name;
        Kind = kind;
        Rate = rate;
        Amount = amount;
        TaxRate = taxRate;
        UndeductedTaxRate = undeducted;
        Rounding = rounding;
    }

    /// <summary>The name, once in a ladder.</summary>
    public string Name { get; }

    /// <summary>How the price follows from that of the level before.</summary>
    public PriceStepKind Kind { get; }

    /// <summary>The margin on price or the mark-up on cost; null for a first level and for an amount.</summary>
    public Percentage? Rate { get; }

    /// <summary>The amount a unit, without tax; null where there is a rate.</summary>
    public Money? Amount { get; }

    /// <summary>The rate of the tax that is in the price; null for a price without tax.</summary>
    public Percentage? TaxRate { get; }

    /// <summary>The rate of the tax on what it buys that it cannot deduct, so that it is a cost; null where it deducts it.</summary>
    public Percentage? UndeductedTaxRate { get; }

    /// <summary>Whether the price is said with tax.</summary>
    public TaxBasis TaxBasis => TaxRate is null ? TaxBasis.WithoutTax : TaxBasis.WithTax;

    /// <summary>How the price is rounded, as it is said: with its tax, where it has it.</summary>
    public Rounding Rounding { get; }

    /// <summary>By what a price without tax is multiplied to be said as this level says it.</summary>
    internal Percentage TaxFactor => Percentage.OneHundred + (TaxRate ?? Percentage.Zero);

    /// <summary>By what the price without tax that it pays is multiplied to be its cost.</summary>
    internal Percentage CostFactor => Percentage.OneHundred + (UndeductedTaxRate ?? Percentage.Zero);

    /// <summary>Of a margin, the cost in the price; of a mark-up, the price of a cost.</summary>
    internal Percentage StepFactor =>
        Kind == PriceStepKind.Margin ? Percentage.OneHundred - Rate!.Value : Percentage.OneHundred + (Rate ?? Percentage.Zero);

    /// <summary>The first level: its price follows from no other.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The level, without tax, rounded to the minor unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or has outer white space.</exception>
    public static PriceLevel First(string name) => Create(Identifier.Checked(name), PriceStepKind.First, null, null);

    /// <summary>A level that earns a margin on its own price: a cost of 4.68 and 20 % make 5.85.</summary>
    /// <param name="name">The name.</param>
    /// <param name="margin">The margin, below 100 %; negative where it sells at a loss.</param>
    /// <returns>The level, without tax, rounded to the minor unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is 100 % or more.</exception>
    public static PriceLevel ByMargin(string name, Percentage margin)
    {
        Identifier.Checked(name);
        return margin < Percentage.OneHundred ? Create(name, PriceStepKind.Margin, margin, null)
            : throw Guards.OutOfRange(nameof(margin), margin.ToString(), "must be below 100%");
    }

    /// <summary>A level that adds a mark-up to its cost: a cost of 4.68 and 20 % make 5.616.</summary>
    /// <param name="name">The name.</param>
    /// <param name="markup">The mark-up, above −100 %; negative where it sells at a loss.</param>
    /// <returns>The level, without tax, rounded to the minor unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="markup"/> is −100 % or less.</exception>
    public static PriceLevel ByMarkup(string name, Percentage markup)
    {
        Identifier.Checked(name);
        return markup > -Percentage.OneHundred ? Create(name, PriceStepKind.Markup, markup, null)
            : throw Guards.OutOfRange(nameof(markup), markup.ToString(), "must be above -100%");
    }

    /// <summary>A level that adds an amount to its cost.</summary>
    /// <param name="name">The name.</param>
    /// <param name="amount">The amount a unit, without tax; negative where it sells at a loss.</param>
    /// <returns>The level, without tax, rounded to the minor unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or has outer white space.</exception>
    public static PriceLevel ByAmount(string name, Money amount) => Create(Identifier.Checked(name), PriceStepKind.Amount, null, amount);

    /// <summary>The level with a price that is said with tax.</summary>
    /// <param name="rate">The rate of the tax, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    public PriceLevel WithTax(Percentage rate) =>
        rate >= Percentage.Zero ? new PriceLevel(Name, Kind, Rate, Amount, rate, UndeductedTaxRate, Rounding)
            : throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");

    /// <summary>
    /// The level of who pays tax on what it buys and cannot deduct it, as a small-scale taxpayer (小规模纳税人): its cost is the price with that
    /// tax, and its margin or mark-up is on that cost.
    /// </summary>
    /// <param name="rate">The rate of the tax on what it buys, zero or more; its own tax is another (<see cref="WithTax"/>).</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">It is a first level, which buys of nobody.</exception>
    public PriceLevel WithoutTaxDeduction(Percentage rate)
    {
        if (Kind == PriceStepKind.First)
            throw new InvalidOperationException("The first level '" + Name + "' buys of nobody.");

        return rate >= Percentage.Zero ? new PriceLevel(Name, Kind, Rate, Amount, TaxRate, rate, Rounding)
            : throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");
    }

    /// <summary>The level with another rounding of its price.</summary>
    /// <param name="rounding">The rounding.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public PriceLevel WithRounding(Rounding rounding) =>
        new(Name, Kind, Rate, Amount, TaxRate, UndeductedTaxRate, Guard.Against.Null(rounding));

    /// <summary>Name, step and tax: <c>shelf: margin 25%, with tax 13%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name
        + Kind switch
        {
            PriceStepKind.Margin => ": margin " + Rate!.Value,
            PriceStepKind.Markup => ": mark-up " + Rate!.Value,
            PriceStepKind.Amount => ": plus " + Amount!.Value,
            _ => "",
        }
        + (TaxRate is { } rate ? ", with tax " + rate : "")
        + (UndeductedTaxRate is { } undeducted ? ", tax " + undeducted + " not deducted" : "")
        + (Rounding == Rounding.Commercial ? "" : ", rounded " + Rounding);

    private static PriceLevel Create(string name, PriceStepKind kind, Percentage? rate, Money? amount) =>
        new(name, kind, rate, amount, null, null, Rounding.Commercial);
}
