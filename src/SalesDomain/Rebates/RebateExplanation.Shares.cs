using System;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

internal sealed partial class RebateExplanation
{
    internal Explanation ExplainShare(CustomerId customer)
    {
        var (name, shares) = ("share of " + customer, _result.Shares.ToArray());
        var place = Array.FindIndex(shares, share => share.Customer == customer);
        if (place < 0)
            return Constant(name, Of(0m));

        var earned = ExplainEarned();
        return _steps.Weights.Length == 0 ? Node(name, shares[place].Amount, Operation.Sum, earned)
            : Node(
                name, shares[place].Amount, Operation.Share(RebateRun.Sharing(_result.Agreement), place),
                [earned, .. shares.Select((share, i) => ExplainWeight(share.Customer, i))]);
    }

    // What a member bought; one that returned more than it bought has no weight.
    private Explanation ExplainWeight(CustomerId member, int place)
    {
        if (_steps.Bought.Length == 0)
            return Constant(member.ToString(), _steps.Weights[place]);

        var (measure, sum) = (Rebate.Basis?.Measure ?? Rebate.Level.Measure!, _steps.Bought[place]);
        var bought = ExplainSum("bought by " + member, measure, _plan.Shared, sum, customer: member);
        return sum.Amount == _steps.Weights[place] ? bought
            : Node(member.ToString(), Of(measure, _steps.Weights[place]), Operation.Max, Constant("nothing", Of(measure, 0m)), bought);
    }
}
