using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>One account that changes its territory. Part of an <see cref="AlignmentChange{TAccount, TTerritory}"/>.</summary>
/// <typeparam name="TAccount">The type of the accounts.</typeparam>
/// <typeparam name="TTerritory">The type of the territories.</typeparam>
/// <remarks>Immutable.</remarks>
public sealed class AccountMove<TAccount, TTerritory>
    where TAccount : notnull
    where TTerritory : notnull
{
    internal AccountMove(AccountProfile<TAccount> account, TTerritory from, TTerritory to)
    {
        (Account, From, To) = (account, from, to);
    }

    /// <summary>The account and its weights.</summary>
    public AccountProfile<TAccount> Account { get; }

    /// <summary>The territory it leaves.</summary>
    public TTerritory From { get; }

    /// <summary>The territory it comes to.</summary>
    public TTerritory To { get; }

    /// <summary>The move in words: <c>C-1: North to South</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Account.Account) + ": " + InvariantText.Any(From) + " to " + InvariantText.Any(To);
}
