using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Which account continues which, followed back to the first.</summary>
internal sealed class AccountRelations
{
    private readonly Dictionary<CustomerId, CustomerId> _continues;

    private AccountRelations(Dictionary<CustomerId, CustomerId> continues) => _continues = continues;

    internal bool TryContinued(CustomerId account, out CustomerId continued) => _continues.TryGetValue(account, out continued);

    /// <summary>The account whose history it is: the first of the chain, or the account itself.</summary>
    internal CustomerId FirstOf(CustomerId account)
    {
        if (_continues.Count == 0)
            return account;
        while (_continues.TryGetValue(account, out var before))
            account = before;

        return account;
    }

    internal static AccountRelations Of((CustomerId Account, CustomerId Continues)[] continued, string parameterName)
    {
        Guard.Against.Null(continued, parameterName);
        var continues = new Dictionary<CustomerId, CustomerId>();
        foreach (var (account, before) in continued)
        {
            Identifier.Given(account, parameterName);
            Identifier.Given(before, parameterName);

            // Exports often name the account itself where there is no other.
            if (account == before)
                continue;
            if (continues.ContainsKey(account))
                throw Guards.Invalid(parameterName, account.ToString(), "must have each account once");

            continues.Add(account, before);
            RequireNoCircle(continues, account, parameterName);
        }

        return new AccountRelations(continues);
    }

    private static void RequireNoCircle(Dictionary<CustomerId, CustomerId> continues, CustomerId account, string parameterName)
    {
        for (var each = account; continues.TryGetValue(each, out var before); each = before)
        {
            if (before == account)
                throw Guards.Invalid(parameterName, account.ToString(), "must not continue itself in a circle");
        }
    }
}
