using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>How a period may end: what is sold by its end, what is earned by then, and how likely it is.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record RebateScenario
{
    private RebateScenario(Money? turnover, Quantity? quantity, Money entitlement, Percentage probability)
    {
        Turnover = turnover;
        Quantity = quantity;
        Entitlement = entitlement;
        Probability = probability;
    }

    /// <summary>What is sold by the end, in money; null where it is stated as a quantity.</summary>
    public Money? Turnover { get; }

    /// <summary>What is sold by the end, as a quantity; null where it is stated in money.</summary>
    public Quantity? Quantity { get; }

    /// <summary>What is earned by then.</summary>
    public Money Entitlement { get; }

    /// <summary>How likely it is; 100 % unless stated.</summary>
    public Percentage Probability { get; }

    /// <summary>A scenario of sales in money.</summary>
    /// <param name="turnover">What is sold by the end of the period, above zero.</param>
    /// <param name="entitlement">What is earned by then, zero or more.</param>
    /// <returns>The scenario, certain unless stated otherwise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="turnover"/> is not above zero, or <paramref name="entitlement"/> is negative.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The two are in two currencies.</exception>
    public static RebateScenario Of(Money turnover, Money entitlement)
    {
        Guard.Against.NotPositive(turnover);
        if (entitlement.Currency != turnover.Currency)
            throw new CurrencyMismatchException(turnover.Currency, entitlement.Currency, nameof(entitlement));

        return new RebateScenario(turnover, null, NotNegative(entitlement, nameof(entitlement)), Percentage.OneHundred);
    }

    /// <summary>A scenario of a quantity sold.</summary>
    /// <param name="quantity">What is sold by the end of the period, above zero.</param>
    /// <param name="entitlement">What is earned by then, zero or more.</param>
    /// <returns>The scenario, certain unless stated otherwise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="quantity"/> is not above zero, or <paramref name="entitlement"/> is negative.
    /// </exception>
    public static RebateScenario Of(Quantity quantity, Money entitlement) =>
        quantity.IsPositive
            ? new RebateScenario(null, quantity, NotNegative(entitlement, nameof(entitlement)), Percentage.OneHundred)
            : throw Guards.OutOfRange(nameof(quantity), quantity.ToString(), "must be above zero");

    /// <summary>The scenario with how likely it is.</summary>
    /// <param name="probability">Above 0 % and at most 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is out of its range.</exception>
    public RebateScenario WithProbability(Percentage probability) =>
        probability > Percentage.Zero && probability <= Percentage.OneHundred
            ? new RebateScenario(Turnover, Quantity, Entitlement, probability)
            : throw Guards.OutOfRange(nameof(probability), probability.ToString(), "must be above 0% and at most 100%");

    /// <summary>Sales, entitlement and probability: <c>CNY 960000.00 earn CNY 9600.00, 40%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Turnover is { } turnover ? turnover.ToString() : Quantity!.Value.ToString()) + " earn " + Entitlement + ", " + Probability;

    /// <summary>What is sold, without its unit.</summary>
    internal decimal Sold => Turnover?.Amount ?? Quantity!.Value.Amount;

    internal Figure SoldFigure => Turnover is { } turnover ? turnover : Quantity!.Value;

    private static Money NotNegative(Money amount, string parameterName) =>
        !amount.IsNegative ? amount : throw Guards.OutOfRange(parameterName, amount.ToString(), "must not be negative");
}
