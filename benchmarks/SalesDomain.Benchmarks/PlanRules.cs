using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using RulesEngine.Models;

namespace SalesDomain.Benchmarks;

/// <summary>
/// The plan of <see cref="CommissionFacts"/> as the workflow of a general rules engine, as somebody who keeps such rules would write it: a
/// rule for each tier and each flat rate, run for each credit with the running levels before and after it; what applies is summed. The
/// input is typed, and the expressions are compiled before anything is measured.
/// </summary>
internal sealed class PlanRules
{
    private const string WorkflowName = "commission plan";

    private readonly RulesEngine.RulesEngine _engine = new(
    [
        new Workflow
        {
            WorkflowName = WorkflowName,
            Rules =
            [
                Rule("revenue to quota", "!c.IsRollUp and c.Before < c.Quota", "(Math.Min(c.After, c.Quota) - c.Before) * 0.03m * 1.15m"),
                Rule(
                    "revenue above quota", "!c.IsRollUp and c.After > c.Quota and c.Before < c.Quota * 1.2m",
                    "(Math.Min(c.After, c.Quota * 1.2m) - Math.Max(c.Before, c.Quota)) * 0.05m * 1.15m"),
                Rule(
                    "revenue from 120 %", "!c.IsRollUp and c.After > c.Quota * 1.2m",
                    "(c.After - Math.Max(c.Before, c.Quota * 1.2m)) * 0.09m * 1.15m"),
                Rule("margin", "!c.IsRollUp", "c.Margin * 0.04m"),
                Rule("contest", "!c.IsRollUp and c.IsContest", "c.Units * 2.5m"),
                Rule("key accounts", "!c.IsRollUp and c.IsKey and c.Key < 1000000m", "c.Net * 0.005m"),
                Rule("key accounts from 1,000,000", "!c.IsRollUp and c.IsKey and c.Key >= 1000000m", "c.Net * 0.01m"),
                Rule("override", "c.IsRollUp", "c.Net * 0.005m"),
            ],
        },
    ]);

    internal async ValueTask<decimal> Commission(RuleCredit credit)
    {
        var results = await _engine.ExecuteAllRulesAsync(WorkflowName, new RuleParameter("c", credit));
        return results.Where(result => result.IsSuccess).Sum(result => (decimal)result.ActionResult.Output);
    }

    private static Rule Rule(string name, string condition, string amount) => new()
    {
        RuleName = name,
        Expression = condition,
        Actions = new RuleActions
        {
            OnSuccess = new ActionInfo
            {
                Name = "OutputExpression", Context = new Dictionary<string, object> { ["expression"] = amount },
            },
        },
    };
}
