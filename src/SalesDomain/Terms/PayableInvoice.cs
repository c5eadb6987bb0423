using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>An invoice as a cash discount sees it: what is owed, and what of it a discount is taken on.</summary>
/// <remarks>
/// All amounts are with tax, and the tax in them is stated beside. Freight, deposits and the like are owed and take no discount
/// (<see cref="WithExcluded"/>); goods that came back are owed no more (<see cref="WithReturned"/>). Immutable. Equality is by all amounts
/// and the baseline.
/// </remarks>
public sealed record PayableInvoice
{
    private PayableInvoice(Money amount, Money tax, LocalDate baseline)
    {
        Amount = amount;
        Tax = tax;
        Baseline = baseline;
        Excluded = ExcludedTax = Returned = ReturnedTax = Money.Zero(amount.Currency);
    }

    private PayableInvoice(PayableInvoice from, Money excluded, Money excludedTax, Money returned, Money returnedTax)
        : this(from.Amount, from.Tax, from.Baseline)
    {
        Excluded = excluded;
        ExcludedTax = excludedTax;
        Returned = returned;
        ReturnedTax = returnedTax;
    }

    /// <summary>What the invoice comes to, with tax.</summary>
    public Money Amount { get; }

    /// <summary>The tax in it.</summary>
    public Money Tax { get; }

    /// <summary>The day that the terms count from.</summary>
    public LocalDate Baseline { get; }

    /// <summary>What is owed and takes no discount, with tax.</summary>
    public Money Excluded { get; }

    /// <summary>The tax in that.</summary>
    public Money ExcludedTax { get; }

    /// <summary>What is owed no more because goods came back, with tax.</summary>
    public Money Returned { get; }

    /// <summary>The tax in that.</summary>
    public Money ReturnedTax { get; }

    /// <summary>What is owed before any payment: the invoice less what came back.</summary>
    public Money Owed => Amount - Returned;

    /// <summary>An invoice without tax, or of which the tax does not matter.</summary>
    /// <param name="amount">What it comes to, above zero.</param>
    /// <param name="baseline">The day that the terms count from.</param>
    /// <returns>The invoice.</returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static PayableInvoice Of(Money amount, LocalDate baseline) => Of(amount, Money.Zero(amount.Currency), baseline);

    /// <summary>An invoice.</summary>
    /// <param name="amount">What it comes to with tax, above zero.</param>
    /// <param name="tax">The tax in it, zero or more and below the amount.</param>
    /// <param name="baseline">The day that the terms count from.</param>
    /// <returns>The invoice.</returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is out of its range.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static PayableInvoice Of(Money amount, Money tax, LocalDate baseline)
    {
        Guard.Against.NotPositive(amount);
        Guard.Against.OtherCalendar(baseline);
        Within(tax, amount, nameof(tax));
        return tax != amount ? new PayableInvoice(amount, tax, baseline)
            : throw Guards.OutOfRange(nameof(tax), tax.ToString(), "must be below the amount " + amount);
    }

    /// <summary>The invoice with a part that takes no discount; it replaces the one stated before.</summary>
    /// <param name="amount">The part with tax, zero or more.</param>
    /// <param name="tax">The tax in it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is negative, or more than what is owed; the tax is more than its amount or than that of the invoice.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public PayableInvoice WithExcluded(Money amount, Money tax)
    {
        Within(amount, Owed, nameof(amount));
        Within(tax, Money.Min(amount, Tax - ReturnedTax), nameof(tax));
        MustBeInTheRest(amount, tax, Returned, ReturnedTax);
        return new PayableInvoice(this, amount, tax, Returned, ReturnedTax);
    }

    /// <summary>The invoice with goods that came back; it replaces what was stated before.</summary>
    /// <param name="amount">What they were invoiced at with tax, zero or more.</param>
    /// <param name="tax">The tax in it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is negative or leaves nothing owed beside what is excluded; the tax is more than its amount or than that of the invoice.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public PayableInvoice WithReturned(Money amount, Money tax)
    {
        Within(amount, Amount - Excluded, nameof(amount));
        if (amount == Amount)
            throw Guards.OutOfRange(nameof(amount), amount.ToString(), "must leave something owed");

        Within(tax, Money.Min(amount, Tax - ExcludedTax), nameof(tax));
        MustBeInTheRest(Excluded, ExcludedTax, amount, tax);
        return new PayableInvoice(this, Excluded, ExcludedTax, amount, tax);
    }

    /// <summary>Amount and day, and what of it is excluded or came back: <c>CNY 1130.00 of 2026-03-01, excluded CNY 130.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Amount + " of " + InvariantText.Date(Baseline) + (Excluded.IsZero ? "" : ", excluded " + Excluded)
        + (Returned.IsZero ? "" : ", returned " + Returned);

    private static void Within(Money value, Money most, string parameterName)
    {
        if (value.Currency != most.Currency)
            throw new CurrencyMismatchException(most.Currency, value.Currency, parameterName);
        if (value.IsNegative || value > most)
            throw Guards.OutOfRange(parameterName, value.ToString(), "must be from 0 to " + most);
    }

    // What is left may not have more tax in it than it comes to.
    private void MustBeInTheRest(Money excluded, Money excludedTax, Money returned, Money returnedTax)
    {
        var (rest, taxOfRest) = (Amount - excluded - returned, Tax - excludedTax - returnedTax);
        if (taxOfRest > rest)
            throw Guards.OutOfRange("tax", taxOfRest.ToString(), "must leave no more tax than the " + rest + " that it is in");
    }
}
