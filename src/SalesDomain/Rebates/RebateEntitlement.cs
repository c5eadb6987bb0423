using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What is earned to date of one rebate over one calculation period: always all of it, never a difference.</summary>
/// <remarks>
/// It is computed from the sales each time anew, so that a late return, an agreement that began earlier or other terms re-rate their own
/// period; what an account enters is the difference to what it holds. Immutable; equality is by all values.
/// </remarks>
public sealed record RebateEntitlement
{
    private RebateEntitlement(string rebate, DateSpan period, Money earned)
    {
        Rebate = rebate;
        Period = period;
        Earned = earned;
    }

    /// <summary>The name of the rebate.</summary>
    public string Rebate { get; }

    /// <summary>The calculation period.</summary>
    public DateSpan Period { get; }

    /// <summary>What is earned of it to date; below zero only where the agreement lets a rebate be negative.</summary>
    public Money Earned { get; }

    /// <summary>What is earned to date.</summary>
    /// <param name="rebate">The name of the rebate: not empty, no white space at either end.</param>
    /// <param name="period">The calculation period, with both ends.</param>
    /// <param name="earned">What is earned of it to date, as it is to be paid: rounded.</param>
    /// <returns>The entitlement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebate"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="rebate"/> is empty or padded, or <paramref name="period"/> has an open end.
    /// </exception>
    public static RebateEntitlement Of(string rebate, DateSpan period, Money earned)
    {
        Identifier.Checked(rebate);
        RequireEnds(period);
        return new RebateEntitlement(rebate, period, earned);
    }

    /// <summary>What a customer has earned of a rebate of a period.</summary>
    /// <param name="result">The result.</param>
    /// <param name="customer">The customer of the agreement, or a member of its group.</param>
    /// <returns>The entitlement: its share of what is earned; zero for a customer without one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public static RebateEntitlement Of(RebateResult result, CustomerId customer)
    {
        Guard.Against.Null(result);
        Identifier.Given(customer);
        return Of(
            result.Rebate.Name, result.Period.Span,
            Money.Sum(
                result.Agreement.Currency, result.Shares.Where(share => share.Customer == customer).Select(share => share.Amount)));
    }

    /// <summary>What a customer has earned of all rebates and periods of a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="customer">The customer of the agreement, or a member of its group.</param>
    /// <returns>The entitlements, in the order of the results.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="statement"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public static IReadOnlyList<RebateEntitlement> AllOf(RebateStatement statement, CustomerId customer)
    {
        Guard.Against.Null(statement);
        Identifier.Given(customer);
        return Array.AsReadOnly(statement.Results.Select(result => Of(result, customer)).ToArray());
    }

    /// <summary>Rebate, period and amount: <c>year 2026-01-01/2026-12-31: CNY 20000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Rebate + " " + Period + ": " + Earned;

    internal static void RequireEnds(DateSpan period)
    {
        if (period.Days is null)
            throw Guards.Invalid(nameof(period), period.ToString(), "must have a first and a last day");
    }
}
