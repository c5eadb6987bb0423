using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Makes an <see cref="Alignment{TAccount, TTerritory}"/>.</summary>
public static class Alignment
{
    /// <summary>Accounts, each in one territory.</summary>
    /// <typeparam name="TAccount">The type of the accounts.</typeparam>
    /// <typeparam name="TTerritory">The type of the territories.</typeparam>
    /// <param name="accounts">Each account once, with the territory it is in; potentials of one measure, and sales of one measure.</param>
    /// <returns>The alignment; territories stand in the order in which they are first named.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/>, an account or a territory is null.</exception>
    /// <exception cref="ArgumentException">There is no account, one comes twice, or amounts differ in measure, tax basis, unit or
    /// currency.</exception>
    public static Alignment<TAccount, TTerritory> Of<TAccount, TTerritory>(
        IEnumerable<(AccountProfile<TAccount> Account, TTerritory Territory)> accounts)
        where TAccount : notnull
        where TTerritory : notnull
    {
        var copy = Guard.Against.Nothing(accounts, "an alignment has accounts");
        if (copy.Any(each => each.Account is null || each.Territory is null))
            throw new ArgumentNullException(nameof(accounts));

        var index = new Dictionary<TAccount, int>();
        foreach (var (profile, _) in copy)
        {
            Measured.RequireSame(copy[0].Account.Potential, profile.Potential, nameof(accounts));
            Measured.RequireSame(copy[0].Account.Sales, profile.Sales, nameof(accounts));
            if (index.ContainsKey(profile.Account))
                throw Guards.Invalid(nameof(accounts), InvariantText.Any(profile.Account), "must have each account once, in one territory");
            index.Add(profile.Account, index.Count);
        }

        TTerritory[] territories = [.. copy.Select(each => each.Territory).Distinct()];
        var numbers = NumbersOf(territories);
        return new Alignment<TAccount, TTerritory>(
            Array.ConvertAll(copy, each => each.Account), index, territories, numbers,
            Array.ConvertAll(copy, each => numbers[each.Territory]));
    }

    internal static Dictionary<TTerritory, int> NumbersOf<TTerritory>(TTerritory[] territories)
        where TTerritory : notnull
    {
        var numbers = new Dictionary<TTerritory, int>();
        foreach (var territory in territories)
            numbers.Add(territory, numbers.Count);

        return numbers;
    }
}
