using System;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Calls needed against calls that can be made: what is spare, or what is short, in calls and in days of one person.</summary>
/// <remarks>Made by <see cref="CallCapacity.Load"/>. Equality is by capacity and need.</remarks>
public sealed record CallLoad
{
    internal CallLoad(CallCapacity capacity, decimal needed)
    {
        Capacity = capacity;
        Needed = needed;
        Balance = capacity.Calls - needed;
        BalanceDays = Balance / capacity.CallsPerDay;
        Utilization = Percentage.Ratio(needed, capacity.Calls);
    }

    /// <summary>What can be made.</summary>
    public CallCapacity Capacity { get; }

    /// <summary>The calls needed.</summary>
    public decimal Needed { get; }

    /// <summary>Capacity less need, in calls: positive is spare, negative is short.</summary>
    public decimal Balance { get; }

    /// <summary>The balance in days of one person: ÷ calls a day, to 28 digits.</summary>
    public decimal BalanceDays { get; }

    /// <summary>Need ÷ capacity, to 28 digits; null where there is no capacity.</summary>
    public Percentage? Utilization { get; }

    /// <summary>Whether the capacity is enough; just enough is.</summary>
    public bool IsEnough => Balance >= 0m;

    /// <summary>The calls that cannot be made, or zero.</summary>
    public decimal Shortfall => Math.Max(0m, -Balance);

    /// <summary>The calls that can be made besides, or zero.</summary>
    public decimal Spare => Math.Max(0m, Balance);

    /// <summary>The balance in days from the balance in calls.</summary>
    /// <returns>The tree; its root is <see cref="BalanceDays"/>, with <see cref="Balance"/> below it.</returns>
    public Explanation Explain() =>
        Explanation.Node(
            "balance in days", BalanceDays, Operation.Ratio,
            Explanation.Node("balance in calls", Balance, Operation.Difference, CapacityNode(), Explanation.Fact("calls needed", Needed)),
            Explanation.Constant("calls a day", Capacity.CallsPerDay));

    /// <summary>The utilization from need and capacity.</summary>
    /// <returns>The tree; its root is <see cref="Utilization"/>, absent where there is no capacity.</returns>
    public Explanation ExplainUtilization() =>
        Explanation.Node(
            "utilization", Figure.OrAbsent(Utilization), Operation.Ratio, Explanation.Fact("calls needed", Needed), CapacityNode());

    /// <summary>Which of the two it is, in calls and days: <c>short by 36 calls, 4.5 days</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (IsEnough ? "spare " : "short by ") + InvariantText.Number(Math.Abs(Balance)) + " calls, "
        + Explanation.Shown(Math.Abs(BalanceDays)) + " days";

    private Explanation CapacityNode() =>
        Explanation.Node(
            "calls that can be made", Capacity.Calls, Operation.Product, Explanation.Constant("calls a day", Capacity.CallsPerDay),
            Explanation.Fact("selling days", Capacity.SellingDays), Explanation.Fact("people", Capacity.People));
}
