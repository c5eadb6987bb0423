namespace SalesDomain.Commissions;

/// <summary>A direct rule that has a say on a fact, whether its limits are met, and whom it would credit.</summary>
internal readonly struct CreditCandidate<TPayee>(string rule, bool holds, CreditHolders<TPayee> holders)
    where TPayee : notnull
{
    internal string Rule { get; } = rule;

    internal bool Holds { get; } = holds;

    internal CreditHolders<TPayee> Holders { get; } = holders;
}
