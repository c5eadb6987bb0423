using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Makes a <see cref="MarketPotential{TKey}"/>.</summary>
public static class MarketPotential
{
    /// <summary>The potential of every territory.</summary>
    /// <typeparam name="TKey">The type of the territories.</typeparam>
    /// <param name="potentials">Each territory once, with its potential, zero or more, all of one measure.</param>
    /// <returns>The table, in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="potentials"/> or a key is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is none, a key comes twice, a potential is negative or the default value, or they differ in measure, tax basis, unit or
    /// currency.
    /// </exception>
    public static MarketPotential<TKey> Of<TKey>(params (TKey Key, Measured Potential)[] potentials)
        where TKey : notnull
    {
        var copy = Checked(potentials, nameof(potentials));
        var keys = new HashSet<TKey>();
        foreach (var (key, _) in copy)
        {
            if (!keys.Add(key))
                throw Guards.Invalid(nameof(potentials), InvariantText.Any(key),
                    "must have each key once; SumOf adds up what is by account");
        }

        return new MarketPotential<TKey>(copy);
    }

    /// <summary>The potential of every territory as the sum of that of its accounts.</summary>
    /// <typeparam name="TKey">The type of the territories.</typeparam>
    /// <param name="potentials">The territory and the potential of each account, zero or more, all of one measure; a territory comes as
    /// often as it has accounts.</param>
    /// <returns>The table, in the order in which territories are first named.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="potentials"/> or a key is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is none, a potential is negative or the default value, or they differ in measure, tax basis, unit or currency.
    /// </exception>
    public static MarketPotential<TKey> SumOf<TKey>(IEnumerable<(TKey Key, Measured Potential)> potentials)
        where TKey : notnull
    {
        var copy = Checked(potentials, nameof(potentials));
        return new MarketPotential<TKey>([.. copy.GroupBy(each => each.Key)
            .Select(group => (group.Key, group.Select(each => each.Potential).Aggregate((sum, next) => sum + next)))]);
    }

    private static (TKey Key, Measured Potential)[] Checked<TKey>(
        IEnumerable<(TKey Key, Measured Potential)> potentials, string parameterName)
        where TKey : notnull
    {
        var copy = Guard.Against.Nothing(potentials, "a market has at least one territory", parameterName);
        if (copy.Any(each => each.Key is null))
            throw new ArgumentNullException(parameterName);

        Array.ForEach(copy, each => MeasuredArgument.Given(each.Potential, parameterName));
        foreach (var (_, potential) in copy)
        {
            if (potential.Amount < 0m)
                throw Guards.Invalid(parameterName, potential.ToString(), "must not be negative");
            Measured.RequireSame(copy[0].Potential, potential, parameterName);
        }

        return copy;
    }
}
