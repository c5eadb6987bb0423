using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

public sealed partial class FundsDeduction
{
    /// <summary>How what is taken came about.</summary>
    /// <returns>Rounding, share of what is earned, and each charge; absent where it is not known.</returns>
    public Explanation Explain() =>
        !IsStated ? Conditions.LeaveOut(Name, Conditions.IsMissing(Fact("charges", Figure.Absent)))
        : IsWaiting ? Conditions.LeaveOut(Name, Fact("what is earned is not known", true))
        : Amount is not { } amount ? Conditions.LeaveOut(Name, Fact("a charge is not known", true))
        : Node(Name, amount, Operation.Round(Rounding), ExplainBounded());

    /// <summary>What a line, or all lines together, have earned by it; null where it is not this amount.</summary>
    internal Explanation? ExplainEarned(string name, LineId? line, Money earned)
    {
        if (Amount is not { } amount || earned.Currency != amount.Currency)
            return null;
        if (line is null)
            return earned == -amount ? ExplainTaken(name, amount) : null;

        return Lines().Find(each => each.Id == line && earned == -each.Amount) is not { } found ? null
            : Node(
                name, earned, Operation.Difference, Fact("charged before it", In(found.Before)),
                Node("charged with it", In(found.After), Operation.Round(_result.Plan.Rounding.For(found.Exact)), ExplainTotal(found)));
    }

    private Explanation ExplainTaken(string name, Money amount) =>
        Node(name, -amount, Operation.Difference, Constant("nothing", In(0m)), Explain());

    private Explanation ExplainTotal(FundsLine line) =>
        IsLimited
            ? Node(
                "charged with it, exact", In(line.Exact), Operation.Product, ExplainBounded(),
                Node(
                    "share of all charges", line.Share, Operation.Ratio,
                    Fact("charges up to it, for the days of one year", In(line.Product)),
                    Fact("all charges, for the days of one year", In(_product))))
            : Node(
                "charged with it, exact", In(line.Exact), Operation.Ratio,
                Fact("charges up to it, for the days of one year", In(line.Product)), Constant("days of the year", _year));

    private Explanation ExplainBounded() =>
        _limit is not { } limit ? ExplainCharged()
            : Node("at most a share of what is earned", In(_bounded), Operation.Min, ExplainCharged(), ExplainLimit(limit));

    private Explanation ExplainLimit(decimal limit)
    {
        var share = Node(
            "share of what is earned", In(_share!.Value), Operation.Product, Fact("earned by all components", _earned),
            Constant("at most", _result.Plan.CostOfFundsCap!.Value));
        return _share.Value >= 0m ? share : Node("nothing is earned", In(limit), Operation.Max, share, Constant("nothing", In(0m)));
    }

    private Explanation ExplainCharged() =>
        _charges.Length == 0 ? Constant("nothing is charged", In(0m))
            : Node(
                "charged", In(_exact), Operation.Ratio,
                Node(
                    "for the days of one year", In(_product), Operation.Sum,
                    [.. _charges.Select(charge => charge.ExplainProduct(charge.Credit?.Line.ToString() ?? "paid late"))]),
                Constant("days of the year", _year));
}
