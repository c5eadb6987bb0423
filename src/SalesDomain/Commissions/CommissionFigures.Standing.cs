using System;
using Ardalis.GuardClauses;

namespace SalesDomain.Commissions;

public sealed partial class CommissionFigures
{
    /// <summary>With what stands in an account of each component of a plan, for as long as it is not known what it has earned.</summary>
    /// <param name="account">The account of the payee, before the run.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="period">The measurement period.</param>
    /// <returns>The changed copy; of a component of which nothing is entered, what was stated before stays.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> or <paramref name="plan"/> is null.</exception>
    public CommissionFigures WithStandingOf(CommissionAccount account, CommissionPlan plan, DateSpan period)
    {
        Guard.Against.Null(account);
        var figures = this;
        foreach (var component in Guard.Against.Null(plan).Components)
        {
            if (account.StandingOf(plan.Name, component.Name, period) is { } standing)
                figures = figures.WithStanding(component.Name, standing);
        }

        return figures;
    }
}
