namespace SalesDomain.Commissions;

/// <summary>What a run enters of one earning: to date less what was entered before.</summary>
internal sealed class EarningChange(
    EarningKey key, DateSpan period, string name, Money toDate, Money before, Money difference, Conversion? conversion)
{
    internal EarningKey Key { get; } = key;

    internal DateSpan Period { get; } = period;

    internal string Plan => Key.Plan;

    internal string Name { get; } = name;

    internal Money ToDate { get; } = toDate;

    internal Money Before { get; } = before;

    internal Money Difference { get; } = difference;

    /// <summary>Of all that is earned to date, from the currency of the plan.</summary>
    internal Conversion? Conversion { get; } = conversion;
}
