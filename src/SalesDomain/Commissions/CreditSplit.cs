using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>Makes splits without naming the type of the payees.</summary>
public static class CreditSplit
{
    /// <summary>A split of a sale among several.</summary>
    /// <typeparam name="TPayee">The type of those who are credited.</typeparam>
    /// <param name="parts">Who has which share; each payee once, together exactly 100 %. One with the whole is a split too.</param>
    /// <returns>The split, its parts in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or a payee is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="parts"/> is empty, names a payee twice, or totals another share than 100 %: 99.99 % is refused, not stretched.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is not above zero.</exception>
    public static CreditSplit<TPayee> Of<TPayee>(params (TPayee Payee, Percentage Share)[] parts)
        where TPayee : notnull
    {
        Guard.Against.Null(parts);
        return CreditSplit<TPayee>.Create(parts.Select(part => (part.Payee, part.Share, (string?)null)), nameof(parts));
    }

    /// <summary>A split of a sale among several with roles.</summary>
    /// <typeparam name="TPayee">The type of those who are credited.</typeparam>
    /// <param name="parts">Who has which share in which role; each payee once, together exactly 100 %.</param>
    /// <returns>The split, its parts in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/>, a payee or a role is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="parts"/> is empty, names a payee twice, totals another share than 100 %, or a role is blank or has outer white
    /// space.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is not above zero.</exception>
    public static CreditSplit<TPayee> Of<TPayee>(params (TPayee Payee, Percentage Share, string Role)[] parts)
        where TPayee : notnull
    {
        Guard.Against.Null(parts);
        return CreditSplit<TPayee>.Create(
            parts.Select(part => (part.Payee, part.Share, (string?)Identifier.Checked(part.Role, nameof(parts)))), nameof(parts));
    }

    /// <summary>A split into equal shares, as nearly as a unit allows, with nothing left over.</summary>
    /// <typeparam name="TPayee">The type of those who are credited.</typeparam>
    /// <param name="apportionment">
    /// The unit, in points of a per cent, and who gets what is left: by <c>Apportionment.InUnitsOf(0.01m)</c> three have 33.34 %, 33.33 %
    /// and 33.33 %, with ties to the last 33.33 %, 33.33 % and 33.34 %.
    /// </param>
    /// <param name="payees">Who is credited; each once.</param>
    /// <returns>The split, its parts in the order given.</returns>
    /// <exception cref="ArgumentNullException">An argument or a payee is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="payees"/> is empty or names a payee twice, or 100 is no multiple of the unit and no part takes the rest.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The unit is so large that somebody would have nothing.</exception>
    /// <exception cref="InvalidOperationException">The apportionment is in minor units of a currency.</exception>
    public static CreditSplit<TPayee> Evenly<TPayee>(Apportionment apportionment, params TPayee[] payees)
        where TPayee : notnull
    {
        Guard.Against.Null(apportionment);
        var all = Guard.Against.Nothing(payees, "a split has at least one part");
        foreach (var payee in all)
        {
            if (payee is null)
                throw new ArgumentNullException(nameof(payees));
        }

        var percents = apportionment.Split(100m, Enumerable.Repeat(1m, all.Length));
        return CreditSplit<TPayee>.Create(
            all.Select((payee, i) => (payee, Percentage.FromPercent(percents[i]), (string?)null)), nameof(payees));
    }
}
