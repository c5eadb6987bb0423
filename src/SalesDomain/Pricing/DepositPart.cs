using System;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>A part of what has to be paid into a deposit: what arose on one day and is not paid.</summary>
/// <remarks>Equality is by reference. Made by <see cref="DepositLedger.On"/>.</remarks>
public sealed class DepositPart
{
    private readonly LocalDate _on;
    private readonly int _days;

    // The days to the last day that there is; where they are fewer, that is the day.
    private readonly int _daysLeft;

    internal DepositPart(DepositLedger ledger, LocalDate on, LocalDate since, Money amount)
    {
        Since = since;
        Amount = amount;
        _on = on;
        _days = ledger.TopUpDays;
        _daysLeft = Period.DaysBetween(since, LocalDate.MaxIsoValue);
        DueBy = since.PlusDays(Math.Min(_days, _daysLeft));
        IsOverdue = on > DueBy;
    }

    /// <summary>The day on which it arose.</summary>
    public LocalDate Since { get; }

    /// <summary>What of it is not paid, above zero.</summary>
    public Money Amount { get; }

    /// <summary>The last day on which it is paid in time; 9999-12-31 where the days go beyond that.</summary>
    public LocalDate DueBy { get; }

    /// <summary>Whether that day has passed.</summary>
    public bool IsOverdue { get; }

    /// <summary>Amount and day: <c>CNY 7980.00 by 2026-04-18</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Amount + " by " + InvariantText.Date(DueBy);

    /// <summary>Whether the last day has passed.</summary>
    internal Explanation ExplainIsOverdue() =>
        Node("the last day has passed", IsOverdue, Operation.Compare(ComparisonKind.Greater), Fact("on", _on), ExplainDueBy());

    private Explanation ExplainDueBy()
    {
        var since = Fact("short since", Since);
        var days = Constant("days", (decimal)_days);
        return _days <= _daysLeft ? Node("due by", DueBy, Operation.Sum, since, days)
            : Node(
                "due by", DueBy, Operation.Select,
                Node(
                    "that is beyond the last day there is", true, Operation.Compare(ComparisonKind.Greater), days,
                    Node(
                        "days left", (decimal)_daysLeft, Operation.Difference,
                        Constant("last day there is", LocalDate.MaxIsoValue), since)),
                Constant("then", DueBy), Constant("else", DueBy));
    }
}
