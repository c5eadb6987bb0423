using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>An account and what it weighs in a territory: potential, sales and workload.</summary>
/// <typeparam name="TAccount">The type of the accounts: <see cref="CustomerId"/>, a district, a postcode.</typeparam>
/// <remarks>Immutable; made by <see cref="AccountProfile"/>. Equality is by all four.</remarks>
public sealed class AccountProfile<TAccount> : IEquatable<AccountProfile<TAccount>>
    where TAccount : notnull
{
    internal AccountProfile(TAccount account, Measured sales, Measured potential, AccountWorkload workload)
    {
        (Account, Sales, Potential, Workload) = (account, sales, potential, workload);
    }

    /// <summary>The account.</summary>
    public TAccount Account { get; }

    /// <summary>What it does buy.</summary>
    public Measured Sales { get; }

    /// <summary>What it could buy.</summary>
    public Measured Potential { get; }

    /// <summary>The work it asks for.</summary>
    public AccountWorkload Workload { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A profile.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AccountProfile<TAccount>? left, AccountProfile<TAccount>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A profile.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AccountProfile<TAccount>? left, AccountProfile<TAccount>? right) => !(left == right);

    /// <summary>Whether the other is of the same account with the same weights.</summary>
    /// <param name="other">The profile to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AccountProfile<TAccount>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && EqualityComparer<TAccount>.Default.Equals(Account, other.Account) && Potential == other.Potential
            && Sales == other.Sales && Workload == other.Workload);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as AccountProfile<TAccount>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Account.GetHashCode(), Potential.GetHashCode(), Sales.GetHashCode(), Workload.GetHashCode());

    /// <summary>The profile in words.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Account) + ": potential " + Potential.Value + ", sales " + Sales.Value + ", " + Workload;
}
