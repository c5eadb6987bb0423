namespace SalesDomain.Commissions;

/// <summary>A share of an amount to date, rounded, less what was entered before: held back, or released.</summary>
internal sealed class HoldbackStep(
    string name, Percentage share, Money of, Money exact, Money toDate, Money before, Money difference, Money? most = null)
{
    internal string Name { get; } = name;

    internal Percentage Share { get; } = share;

    internal Money Of { get; } = of;

    internal Money Exact { get; } = exact;

    internal Money ToDate { get; } = toDate;

    internal Money Before { get; } = before;

    internal Money Difference { get; } = difference;

    /// <summary>What is left to release, with what was released; null where nothing but the share bounds it.</summary>
    internal Money? Most { get; } = most;

    internal Money Bounded => Most is { } most && most < ToDate ? most : ToDate;
}
