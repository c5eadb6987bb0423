using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Makes tables of planned and made without naming the type of their keys.</summary>
public static class PlannedAndMade
{
    /// <summary>A table of amounts: days, visits, hours.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <param name="planned">What is planned by key, zero or more; amounts of one key are added.</param>
    /// <param name="made">What was made by key, zero or more; amounts of one key are added, and a key without plan is surplus.</param>
    /// <returns>The table; keys in the order of the plan, then those without plan.</returns>
    /// <exception cref="ArgumentNullException">A collection or a key is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    /// <exception cref="OverflowException">A total does not fit in a decimal.</exception>
    public static PlannedAndMade<TKey> Of<TKey>(
        IEnumerable<(TKey Key, decimal Planned)> planned, IEnumerable<(TKey Key, decimal Made)> made)
        where TKey : notnull
    {
        Guard.Against.Null(planned);
        Guard.Against.Null(made);
        var rows = new PlanRows<TKey>();
        foreach (var (key, amount) in planned)
            rows.Plan(Given(key, nameof(planned)), NotNegative(amount, nameof(planned)));
        foreach (var (key, amount) in made)
            rows.Make(Given(key, nameof(made)), NotNegative(amount, nameof(made)));

        return rows.ToTable();
    }

    /// <summary>A table of counts: each thing made counts one for its key.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <param name="planned">How many are planned by key, zero or more; numbers of one key are added.</param>
    /// <param name="made">The key of each thing made; one without plan is surplus.</param>
    /// <returns>The table; keys in the order of the plan, then those without plan.</returns>
    /// <exception cref="ArgumentNullException">A collection or a key is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="OverflowException">A total does not fit in a decimal.</exception>
    public static PlannedAndMade<TKey> Counting<TKey>(IEnumerable<(TKey Key, decimal Planned)> planned, IEnumerable<TKey> made)
        where TKey : notnull
    {
        Guard.Against.Null(made);
        return Of(planned, made.Select(key => (key is null ? throw new ArgumentNullException(nameof(made)) : key, 1m)));
    }

    private static TKey Given<TKey>(TKey key, string parameterName) =>
        key is null ? throw new ArgumentNullException(parameterName) : key;

    private static decimal NotNegative(decimal amount, string parameterName) => Guard.Against.Below(0m, amount, parameterName);
}
