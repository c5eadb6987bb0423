namespace SalesDomain.Commissions;

/// <summary>A share of an amount to date, rounded, less what was entered before: held back, or released.</summary>
internal sealed class HoldbackStep(
    DateSpan period, string? component, in RoundedShare toDate, Money before, Money difference, Money? most = null)
{
    /// <summary>What it is of, for a reader; made when asked for.</summary>
    internal string Name => component is null ? period.ToString() : SettlementEngine.Named(component, period);

    internal RoundedShare ToDate { get; } = toDate;

    internal Money Before { get; } = before;

    internal Money Difference { get; } = difference;

    /// <summary>What is left to release, with what was released; null where nothing but the share bounds it.</summary>
    internal Money? Most { get; } = most;

    internal Money Bounded => Most is { } most && most < ToDate.Rounded ? most : ToDate.Rounded;
}
