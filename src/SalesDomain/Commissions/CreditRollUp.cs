using System;
using Ardalis.GuardClauses;

namespace SalesDomain.Commissions;

/// <summary>Makes roll-ups without naming the type of the payees.</summary>
public static class CreditRollUp
{
    /// <summary>A roll-up of direct credits to everybody above, at every level to 100 %.</summary>
    /// <typeparam name="TPayee">The type of those who are credited.</typeparam>
    /// <param name="hierarchy">Who is above whom, and when; that of the day of the fact holds.</param>
    /// <returns>The roll-up.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hierarchy"/> is null.</exception>
    public static CreditRollUp<TPayee> Through<TPayee>(Hierarchy<TPayee> hierarchy)
        where TPayee : notnull =>
        CreditRollUp<TPayee>.Create(Guard.Against.Null(hierarchy));
}
