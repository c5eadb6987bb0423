using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace SalesDomain.Organization;

/// <summary>Begins tables of planned and made without naming the type of their keys.</summary>
public static class PlannedAndMade
{
    /// <summary>A table of what is planned, of which nothing is made yet: days, visits, hours. What was made is added by
    /// <see cref="PlannedAndMade{TKey}.WithMade"/> or <see cref="PlannedAndMade{TKey}.WithCounted"/>.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <param name="planned">What is planned by key, zero or more; amounts of one key are added.</param>
    /// <returns>The table; keys in the order of the plan.</returns>
    /// <exception cref="ArgumentNullException">The collection or a key is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    /// <exception cref="OverflowException">A total does not fit in a decimal.</exception>
    public static PlannedAndMade<TKey> Plan<TKey>(IEnumerable<(TKey Key, decimal Planned)> planned)
        where TKey : notnull
    {
        Guard.Against.Null(planned);
        var rows = new PlanRows<TKey>();
        foreach (var (key, amount) in planned)
            rows.Plan(PlanRows.Given(key, nameof(planned)), PlanRows.NotNegative(amount, nameof(planned)));

        return rows.ToTable();
    }
}
