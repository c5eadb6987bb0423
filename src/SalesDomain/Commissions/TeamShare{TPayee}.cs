namespace SalesDomain.Commissions;

/// <summary>What one of a team has, as it counts to a manager above.</summary>
internal readonly struct TeamShare<TPayee>(
    TPayee manager, TPayee member, CreditHolders<TPayee> holders, decimal share, int level, decimal levelShare)
    where TPayee : notnull
{
    internal TPayee Manager { get; } = manager;

    internal TPayee Member { get; } = member;

    /// <summary>Among whom the member is credited: directly, or by an overlay.</summary>
    internal CreditHolders<TPayee> Holders { get; } = holders;

    internal decimal Share { get; } = share;

    /// <summary>How far the manager is above the member, 1 for right above.</summary>
    internal int Level { get; } = level;

    internal decimal LevelShare { get; } = levelShare;

    internal decimal Counted => Share * LevelShare;
}
