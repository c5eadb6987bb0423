using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionPlan
{
    /// <summary>What late money costs, which is taken from what all components have earned together; null where nothing is taken.</summary>
    public CostOfFunds? CostOfFunds { get; }

    /// <summary>The most that is taken for late money, of what is earned; null where all of it is taken.</summary>
    public Percentage? CostOfFundsCap { get; }

    /// <summary>
    /// The plan that takes the cost of late money (资金占用费) from the commission, all of it: what is left can be negative, and is owed then.
    /// </summary>
    /// <param name="rule">
    /// What late money costs. Its own rounding is that of a single charge; the plan sums the exact charges and rounds once, by its own.
    /// </param>
    /// <returns>The changed copy, in place of a rule before.</returns>
    /// <remarks>
    /// It is taken after the cap of the plan, and makes no room under it. The charges are stated with the figures
    /// (<see cref="CommissionFigures.WithCharges"/>); what is not stated is not known, unless <see cref="UnstatedFigures"/> says that it
    /// is nothing.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">A component has the name of the deduction, <c>cost of funds</c>.</exception>
    public CommissionPlan WithCostOfFunds(CostOfFunds rule) => WithFunds(Guard.Against.Null(rule), cap: null);

    /// <summary>The plan that takes the cost of late money (资金占用费) from the commission, up to a share of what is earned.</summary>
    /// <param name="rule">
    /// What late money costs. Its own rounding is that of a single charge; the plan sums the exact charges and rounds once, by its own.
    /// </param>
    /// <param name="atMost">
    /// The most that is taken, of what all components have earned after the cap of the plan: from 0 % to 100 %. What lies above is given
    /// up.
    /// </param>
    /// <returns>The changed copy, in place of a rule before.</returns>
    /// <inheritdoc cref="WithCostOfFunds(CostOfFunds)" path="/remarks"/>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">A component has the name of the deduction, <c>cost of funds</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is below 0 % or above 100 %.</exception>
    public CommissionPlan WithCostOfFunds(CostOfFunds rule, Percentage atMost)
    {
        Guard.Against.Null(rule);
        return WithFunds(rule, Guard.Against.NoPart(atMost));
    }

    private CommissionPlan WithFunds(CostOfFunds rule, Percentage? cap)
    {
        foreach (var component in _components)
        {
            if (string.Equals(component.Name, FundsDeduction.Name, StringComparison.Ordinal))
                throw Guards.Invalid(nameof(rule), "'" + component.Name + "'", "must not be the name of a component as well");
        }

        return new CommissionPlan(Name, Version, Currency, Rounding, _components, Cap, CapOfTarget, UnstatedFigures, rule, cap);
    }

    private void CheckCharges(FundsCharge[]? charges, string parameterName)
    {
        foreach (var charge in charges ?? [])
        {
            if (charge.Rule != CostOfFunds)
                throw Guards.Invalid(parameterName, charge.ToString(), "must be charged by the cost of funds of '" + Name + "'");
            if (charge.Amount.Currency != Currency)
                throw new CurrencyMismatchException(Currency, charge.Amount.Currency, parameterName);
        }
    }
}
