using System;
using System.Linq;
using Ardalis.GuardClauses;

namespace SalesDomain.Commissions;

public sealed partial class CommissionAccount
{
    /// <summary>What stands of a component: what is entered as earned of a measurement period, of all its lines.</summary>
    /// <param name="plan">The plan, as entries name it.</param>
    /// <param name="component">The component.</param>
    /// <param name="period">The measurement period.</param>
    /// <returns>
    /// The sum in the currency of the plan, before any exchange and without what was taken back of closed periods; null where nothing is
    /// entered. It is what <see cref="CommissionFigures.WithStanding"/> asks for.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="component"/> is null.</exception>
    public Money? StandingOf(string plan, string component, DateSpan period)
    {
        Guard.Against.Null(plan);
        Guard.Against.Null(component);
        if (!State.Books.TryGetValue(period, out var book))
            return null;

        var standing = book.Keys
            .Where(
                pair => pair.Value.Live.Length > 0 && string.Equals(pair.Key.Plan, plan, StringComparison.Ordinal)
                    && string.Equals(pair.Key.Component, component, StringComparison.Ordinal))
            .Select(pair => new Money(pair.Value.PlanAmount, pair.Value.Currency)).ToList();
        return standing.Count == 0 ? null : Money.Sum(standing[0].Currency, standing);
    }
}
