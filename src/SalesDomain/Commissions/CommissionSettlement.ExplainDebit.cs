using System.Collections.Generic;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What the debit balance takes, of commissions and of fixed pay.</summary>
public sealed partial class CommissionSettlement
{
    /// <summary>How what is kept of fixed pay came about.</summary>
    /// <returns>The explanation, whose figure is <see cref="Deducted"/>.</returns>
    public Explanation ExplainDeducted()
    {
        if (!_steps.HasDeduction)
            return Fact("kept of fixed pay", Deducted);
        if (_steps.IsWageCapped)
            return ExplainDeductedUnderCap();

        var wage = Node(
            "wage", In(_steps.Wage), Operation.Sum, Fact("fixed pay", In(_steps.FixedPay)), Fact("paid", In(_steps.PaidInPeriod)));
        List<Explanation> limits = [Fact("due", In(_steps.Due)), Fact("fixed pay", In(_steps.FixedPay))];
        limits.AddRange(ExplainWageLimits(wage));
        return Node(
            "kept of fixed pay", Deducted, Operation.Max, Constant("nothing", Zero),
            Node(
                "kept to date less kept before", In(_steps.DeductedSigned), Operation.Difference,
                Node(
                    "kept to date", In(_steps.LimitRounded), Operation.Round(SettlementEngine.DeductionRounding(Account.Currency)),
                    AtLeastZero("limit", _steps.LimitOrNothing, Node("least of", In(_steps.Limit), Operation.Min, [.. limits]))),
                Fact("kept before in the payout period", In(_steps.DeductedBefore))));
    }

    private Explanation[] ExplainWageLimits(Explanation wage) =>
    [
        Node(
            "share of the wage", In(_steps.WageShare), Operation.Product, wage,
            Constant("share", Rules.DebitRecovery.Deduction!.Share)),
        _steps.MinimumWage is { } minimum
            ? Node(
                "wage above the minimum", In(_steps.WageAboveMinimum), Operation.Difference, Fact("wage", In(_steps.Wage)),
                Constant("minimum wage", In(minimum)))
            : Fact("wage", In(_steps.WageAboveMinimum)),
    ];

    private Explanation ExplainDeductedUnderCap() =>
        AtLeastZero(
            "kept of fixed pay", _steps.Deducted,
            Node(
                "least of", In(_steps.DeductedSigned), Operation.Min, Fact("debit balance", In(_steps.DebitLeft)),
                Node(
                    "fixed pay not kept before", In(_steps.FixedPayLeft), Operation.Difference, Fact("fixed pay", In(_steps.FixedPay)),
                    Fact("kept before in the payout period", In(_steps.DeductedBefore))),
                Node(
                    "left under the cap", In(_steps.CapLeft), Operation.Difference, ExplainRoomUnderCap(),
                    Fact("recovered from commissions", DebitRecovered))));

    private Explanation ExplainRoomUnderCap()
    {
        var wage = Node(
            "wage", In(_steps.Wage), Operation.Sum, Fact("fixed pay", In(_steps.FixedPay)),
            Fact("commissions before recovery", In(_steps.CommissionWage)));
        List<Explanation> limits = [Fact("due", In(_steps.Due))];
        limits.AddRange(ExplainWageLimits(wage));
        var limit = Node("least of", In(_steps.Limit), Operation.Min, [.. limits]);
        return AtLeastZero(
            "room under the cap", _steps.RoomUnderCap,
            Node(
                "limit less taken before", In(_steps.RoomUnderCapSigned), Operation.Difference,
                Node(
                    "limit", In(_steps.LimitRounded), Operation.Round(SettlementEngine.DeductionRounding(Account.Currency)),
                    AtLeastZero("limit", _steps.LimitOrNothing, limit)),
                Fact("recovered and kept before in the payout period", In(_steps.TakenBefore))));
    }

    private Explanation ExplainDebitRecovered()
    {
        List<Explanation> least = [Fact("debit balance", In(_steps.DebitToRecover)), Fact("payable", In(_steps.Positive))];
        if (!_steps.IsSetOff)
            least.Add(ExplainRecoverable());
        if (_steps.IsWageCapped)
            least.Add(ExplainRoomUnderCap());

        return Node("debit balance recovered", DebitRecovered, Operation.Min, [.. least]);
    }

    private Explanation ExplainRecoverable() =>
        Node(
            "share of what the run makes payable", In(_steps.RecoverableRounded), Operation.Round(Rules.Rounding),
            Node(
                "exact share", In(_steps.Recoverable), Operation.Product,
                AtLeastZero(
                    "made payable", _steps.AddedOrNothing,
                    Node(
                        "payable less carried", In(_steps.Added), Operation.Difference, Fact("payable", In(_steps.PayableApart)),
                        Fact("carried", Carried))),
                Constant("share", Rules.DebitRecovery.Share)));
}
