using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A sold line with what came back of it so far; the next return is credited as a difference.</summary>
/// <remarks>
/// What is due to date depends on what came back to date and not on how it was cut (see <see cref="ReturnCredit"/>), and a credit is that
/// less what was credited before: partial returns sum to the net of the line, exactly. Immutable; equality is by reference.
/// </remarks>
public sealed class ReturnedSale
{
    private ReturnedSale(SalesLine sold, Quantity quantity, ReturnPolicy policy, Quantity returned, Money credited)
    {
        Sold = sold;
        Quantity = quantity;
        Policy = policy;
        Returned = returned;
        Credited = credited;
    }

    /// <summary>The line that was sold.</summary>
    public SalesLine Sold { get; }

    /// <summary>
    /// What was sold, in the unit in which returns are counted: that of <see cref="ReturnPolicy.Smallest"/>, or of the sale.
    /// </summary>
    public Quantity Quantity { get; }

    /// <summary>At what price it is credited.</summary>
    public ReturnPolicy Policy { get; }

    /// <summary>What came back so far.</summary>
    public Quantity Returned { get; }

    /// <summary>What was credited for it, without tax.</summary>
    public Money Credited { get; }

    /// <summary>What can still come back.</summary>
    public Quantity Open => Quantity - Returned;

    /// <summary>A sold line of which nothing came back yet.</summary>
    /// <param name="sold">The line, with a positive quantity and its net amount.</param>
    /// <param name="policy">At what price a return is credited.</param>
    /// <returns>The line with nothing returned.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The policy says what was bought before as a quantity where breaks are by value, or as a value where they are not; or it counts
    /// returns in a unit in which what was sold is no decimal.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The line is a return, or a credit for money alone.</exception>
    /// <exception cref="CurrencyMismatchException">
    /// The prices of the policy, or the value that was bought before, are in another currency.
    /// </exception>
    /// <exception cref="UnitMismatchException">
    /// The prices of the policy, what is counted beside, or what was bought before, are in a unit that the sale does not convert to; or its
    /// smallest quantity is in such a unit.
    /// </exception>
    public static ReturnedSale Of(SalesLine sold, ReturnPolicy policy)
    {
        Guard.Against.Null(sold);
        Guard.Against.Null(policy);
        if (!sold.Quantity.IsPositive)
            throw Guards.OutOfRange(nameof(sold), sold.ToString(), "must be of a positive quantity: what is returned was sold");
        var unit = policy.Smallest?.Unit ?? sold.Quantity.Unit;
        if (!policy.Converts(sold.Quantity.Unit, unit))
            throw new UnitMismatchException(sold.Quantity.Unit, unit, nameof(policy));
        var quantity = policy.In(unit, sold.Quantity);
        if (policy.In(sold.Quantity.Unit, quantity) != sold.Quantity)
            throw Guards.Invalid(nameof(policy), policy.ToString(), "must count returns in a unit that says " + sold.Quantity + " exactly");
        if (policy.Price is { } price)
            RequireAlike(sold, policy, price);

        return new ReturnedSale(
            sold, quantity, policy, SalesDomain.Quantity.Zero(unit), Money.Zero(sold.Currency));
    }

    /// <summary>A sold line with what is recorded of it, so that nothing has to be replayed.</summary>
    /// <param name="sold">The line, with a positive quantity and its net amount.</param>
    /// <param name="policy">At what price a return is credited.</param>
    /// <param name="returned">What came back so far, zero or more and no more than was sold.</param>
    /// <param name="credited">What was credited for it, without tax, zero or more and no more than the net.</param>
    /// <returns>The line as it stands.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The policy says what was bought before as a quantity where breaks are by value, or as a value where they are not; or it counts
    /// returns in a unit in which what was sold is no decimal.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The line is a return, or a credit for money alone; more came back than was sold, or was credited than its net; or a figure is
    /// negative.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">
    /// The prices, the value that was bought before, or what was credited, are in another currency.
    /// </exception>
    /// <exception cref="UnitMismatchException">
    /// What came back is in another unit than <see cref="Quantity"/>, or the policy is in one that the sale does not convert to.
    /// </exception>
    public static ReturnedSale Of(SalesLine sold, ReturnPolicy policy, Quantity returned, Money credited)
    {
        var sale = Of(sold, policy);
        Guard.Against.Below(0m, returned.Amount, nameof(returned));
        Guard.Against.Below(0m, credited.Amount, nameof(credited));
        if (returned.Unit != sale.Quantity.Unit)
            throw new UnitMismatchException(sale.Quantity.Unit, returned.Unit, nameof(returned));
        if (credited.Currency != sold.Currency)
            throw new CurrencyMismatchException(sold.Currency, credited.Currency, nameof(credited));

        if (credited > sold.NetAmount)
            throw Guards.OutOfRange(nameof(credited), credited.ToString(), "must be no more than the net of the sale, " + sold.NetAmount);

        return returned <= sale.Quantity ? sale.After(returned, credited)
            : throw Guards.OutOfRange(nameof(returned), returned.ToString(), "must be no more than was sold, " + sale.Quantity);
    }

    /// <summary>What a return is credited with.</summary>
    /// <param name="returned">
    /// What comes back, positive, in the unit of <see cref="Quantity"/> or one that the product converts to it.
    /// </param>
    /// <returns>The credit; refused where more comes back than is open.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="returned"/> is not positive.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="returned"/> is in a unit that does not convert.</exception>
    public ReturnCredit Credit(Quantity returned)
    {
        Guard.Against.NotPositive(returned.Amount, nameof(returned));
        return Policy.Converts(returned.Unit, Quantity.Unit) ? new ReturnCredit(this, Policy.In(Quantity.Unit, returned))
            : throw new UnitMismatchException(Quantity.Unit, returned.Unit, nameof(returned));
    }

    /// <summary>What came back and what was credited: <c>SO-1/1: 2 PCE of 10 PCE returned, credited CNY 18.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Sold.Id + ": " + Returned + " of " + Quantity + " returned, credited " + Credited;

    internal ReturnedSale After(Quantity returned, Money credited) => new(Sold, Quantity, Policy, Returned + returned, Credited + credited);

    private static void RequireAlike(SalesLine sold, ReturnPolicy policy, ItemPrice price)
    {
        var unit = sold.Quantity.Unit;
        if (price.Currency != sold.Currency)
            throw new CurrencyMismatchException(sold.Currency, price.Currency, nameof(policy));
        if (!policy.Converts(unit, price.CountedUnit) || !policy.Converts(unit, price.Per.Unit))
        {
            throw new UnitMismatchException(
                unit, policy.Converts(unit, price.CountedUnit) ? price.Per.Unit : price.CountedUnit, nameof(policy));
        }

        if (policy.CountedBeside is { } beside && beside.Unit != unit)
            throw new UnitMismatchException(unit, beside.Unit, nameof(policy));
        if (policy.BoughtBefore is { } before && !policy.Converts(before.Unit, unit))
            throw new UnitMismatchException(unit, before.Unit, nameof(policy));
        if (policy.ValueBoughtBefore is { } value && value.Currency != price.Currency)
            throw new CurrencyMismatchException(price.Currency, value.Currency, nameof(policy));

        // As a quantity, a value would be divided, and miss a bound that it reached.
        if (policy.BoughtBefore is not null && price.ValueBreaks is not null)
            throw Guards.Invalid(nameof(policy), policy.ToString(), "must say what was bought before as a value: its breaks are by value");
        if (policy.ValueBoughtBefore is not null && price.ValueBreaks is null)
            throw Guards.Invalid(nameof(policy), policy.ToString(), "must say what was bought before as a quantity: no break is by value");
    }
}
