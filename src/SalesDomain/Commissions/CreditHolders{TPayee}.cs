namespace SalesDomain.Commissions;

/// <summary>Whom one rule credits with a fact: the same object for all facts it credits in the same way.</summary>
internal sealed class CreditHolders<TPayee>(string rule, (TPayee Payee, decimal Share)[] shares, decimal open, bool isOverAssigned)
    where TPayee : notnull
{
    internal string Rule { get; } = rule;

    internal (TPayee Payee, decimal Share)[] Shares { get; } = shares;

    /// <summary>What nobody is credited with.</summary>
    internal decimal Open { get; } = open;

    /// <summary>True where more than the whole is held, and nobody is credited.</summary>
    internal bool IsOverAssigned { get; } = isOverAssigned;

    /// <summary>Where more than the whole is held, by whom and to which share; null otherwise.</summary>
    internal string? HeldBy { get; init; }

    /// <summary>All credits where these are the direct ones and no overlay holds; made once.</summary>
    internal CreditSet<TPayee>? Alone { get; set; }
}
