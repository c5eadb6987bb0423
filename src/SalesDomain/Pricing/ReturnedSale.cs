using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A sold line with what came back of it so far; the next return is credited as a difference.</summary>
/// <remarks>
/// What is credited to date is a share of the line by what came back to date, and a credit is that less what was credited before: partial
/// returns sum to the line, to the cent, in whatever parts it comes back. Immutable; equality is by reference.
/// </remarks>
public sealed class ReturnedSale
{
    private ReturnedSale(SalesLine sold, ReturnPolicy policy, Quantity returned, Money credited)
    {
        Sold = sold;
        Policy = policy;
        Returned = returned;
        Credited = credited;
    }

    /// <summary>The line that was sold.</summary>
    public SalesLine Sold { get; }

    /// <summary>At what price it is credited.</summary>
    public ReturnPolicy Policy { get; }

    /// <summary>What came back so far.</summary>
    public Quantity Returned { get; }

    /// <summary>What was credited for it, without tax.</summary>
    public Money Credited { get; }

    /// <summary>What can still come back.</summary>
    public Quantity Open => Sold.Quantity - Returned;

    /// <summary>A sold line of which nothing came back yet.</summary>
    /// <param name="sold">The line, with a positive quantity and its net amount.</param>
    /// <param name="policy">At what price a return is credited.</param>
    /// <returns>The line with nothing returned.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The line is a return, or a credit for money alone.</exception>
    /// <exception cref="CurrencyMismatchException">The breaks of the policy are in another currency.</exception>
    /// <exception cref="UnitMismatchException">The breaks of the policy are in another unit.</exception>
    public static ReturnedSale Of(SalesLine sold, ReturnPolicy policy)
    {
        Guard.Against.Null(sold);
        Guard.Against.Null(policy);
        if (!sold.Quantity.IsPositive)
            throw Guards.OutOfRange(nameof(sold), sold.ToString(), "must be of a positive quantity: what is returned was sold");
        if (policy.Breaks is { } breaks && breaks.Currency != sold.Currency)
            throw new CurrencyMismatchException(sold.Currency, breaks.Currency, nameof(policy));
        if (policy.Breaks is { } others && others.Unit != sold.Quantity.Unit)
            throw new UnitMismatchException(sold.Quantity.Unit, others.Unit, nameof(policy));

        return new ReturnedSale(sold, policy, Quantity.Zero(sold.Quantity.Unit), Money.Zero(sold.Currency));
    }

    /// <summary>What a return is credited with.</summary>
    /// <param name="returned">What comes back, positive, in the unit of the sale.</param>
    /// <returns>The credit; refused where more comes back than is open.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="returned"/> is not positive.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="returned"/> is in another unit.</exception>
    public ReturnCredit Credit(Quantity returned)
    {
        Guard.Against.NotPositive(returned.Amount, nameof(returned));
        return returned.Unit == Sold.Quantity.Unit ? new ReturnCredit(this, returned)
            : throw new UnitMismatchException(Sold.Quantity.Unit, returned.Unit, nameof(returned));
    }

    /// <summary>What came back and what was credited: <c>SO-1/1: 2 PCE of 10 PCE returned, credited CNY 18.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Sold.Id + ": " + Returned + " of " + Sold.Quantity + " returned, credited " + Credited;

    internal ReturnedSale After(Quantity returned, Money credited) => new(Sold, Policy, Returned + returned, Credited + credited);
}
