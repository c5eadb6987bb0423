using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What a dealer earns, spends and ties up with the maker's goods over some months, and what it must earn to go on.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record DealerEconomics
{
    private DealerEconomics(Money grossMargin, Money expense, Money funds, Percentage hurdle, int months)
    {
        GrossMargin = grossMargin;
        Expense = expense;
        Funds = funds;
        Hurdle = hurdle;
        Months = months;
    }

    /// <summary>Sales less cost of goods, before any rebate, without tax.</summary>
    public Money GrossMargin { get; }

    /// <summary>What it spends on selling them.</summary>
    public Money Expense { get; }

    /// <summary>The money tied up in stock and receivables.</summary>
    public Money Funds { get; }

    /// <summary>The return on those funds that it must have, a year.</summary>
    public Percentage Hurdle { get; }

    /// <summary>How many months margin and expense are of.</summary>
    public int Months { get; }

    /// <summary>The side of a dealer.</summary>
    /// <param name="grossMargin">Sales less cost of goods in those months, before any rebate, without tax; negative for a loss.</param>
    /// <param name="expense">What it spends in them, zero or more.</param>
    /// <param name="funds">The money tied up, zero or more.</param>
    /// <param name="hurdle">The return on it that it must have, a year, zero or more.</param>
    /// <param name="months">How many months, 1 to 12.</param>
    /// <returns>The side.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="expense"/>, <paramref name="funds"/> or <paramref name="hurdle"/> is negative, or <paramref name="months"/> is
    /// outside its range.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The amounts are in two currencies.</exception>
    public static DealerEconomics Of(Money grossMargin, Money expense, Money funds, Percentage hurdle, int months)
    {
        Guard.Against.OutsideRange(1, 12, months);
        Required(expense, grossMargin.Currency, nameof(expense));
        Required(funds, grossMargin.Currency, nameof(funds));
        return hurdle >= Percentage.Zero ? new DealerEconomics(grossMargin, expense, funds, hurdle, months)
            : throw Guards.OutOfRange(nameof(hurdle), hurdle.ToString(), "must not be negative");
    }

    /// <summary>Margin, expense and the return wanted.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "margin " + GrossMargin + ", expense " + Expense + ", " + Hurdle + " a year on " + Funds + " for " + InvariantText.Number(Months)
        + " months";

    private static void Required(Money amount, Currency currency, string parameterName)
    {
        if (amount.Currency != currency)
            throw new CurrencyMismatchException(currency, amount.Currency, parameterName);
        if (amount.IsNegative)
            throw Guards.OutOfRange(parameterName, amount.ToString(), "must not be negative");
    }
}
