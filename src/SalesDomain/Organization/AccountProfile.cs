using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Makes an <see cref="AccountProfile{TAccount}"/>.</summary>
public static class AccountProfile
{
    /// <summary>An account and what it weighs in a territory.</summary>
    /// <typeparam name="TAccount">The type of the accounts.</typeparam>
    /// <param name="account">The account.</param>
    /// <param name="sales">What it does buy; a zero of the measure for one that is yet to be won.</param>
    /// <param name="potential">What it could buy. Sales come before it, as in <see cref="MarketPosition.Of"/>.</param>
    /// <param name="workload">The work it asks for.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="account"/> is null.</exception>
    /// <exception cref="System.ArgumentException">An amount is the default value, which measures nothing.</exception>
    public static AccountProfile<TAccount> Of<TAccount>(TAccount account, Measured sales, Measured potential, AccountWorkload workload)
        where TAccount : notnull
    {
        Guard.Against.Null(account);
        MeasuredArgument.Given(sales);
        MeasuredArgument.Given(potential);
        return new AccountProfile<TAccount>(account, sales, potential, workload);
    }
}
