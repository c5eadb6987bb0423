using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>What a run enters of one earning: to date less what was entered before.</summary>
internal sealed class EarningChange(
    EarningKey key, DateSpan period, Money toDate, Money before, Money difference, Conversion[] conversions, Money otherwise, Money? taken)
{
    internal EarningKey Key { get; } = key;

    internal DateSpan Period { get; } = period;

    internal string Plan => Key.Plan;

    /// <summary>What it is of, for a reader; made when asked for.</summary>
    internal string Name => Key.Named(Period);

    internal Money ToDate { get; } = toDate;

    internal Money Before { get; } = before;

    internal Money Difference { get; } = difference;

    /// <summary>What of the same line is entered in other measurement periods, where it is by conversions together with these.</summary>
    internal Money Otherwise { get; } = otherwise;

    /// <summary>What events took of a line in another currency, where that is all that is left of it; null otherwise.</summary>
    internal Money? Taken { get; } = taken;

    internal Money InAllPeriods { get; } = toDate + otherwise;

    /// <summary>
    /// Of all that is earned to date, from the currency of the plan, by the rates it came in with; of a line in all of its periods.
    /// </summary>
    internal Conversion[] Conversions { get; } = conversions;

    /// <summary>What they come to, exact; null where there is none.</summary>
    internal Money? Converted { get; } =
        conversions.Length == 0 ? null : Money.Sum(conversions[0].Result.Currency, conversions.Select(each => each.Result));
}
