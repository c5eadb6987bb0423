using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using RulesEngine.Models;

namespace SalesDomain.Benchmarks;

/// <summary>
/// Graduated tiers as the workflow of a general rules engine, as somebody who keeps such rules would write them down: a rule a tier, which
/// applies to an amount above the tier's lower bound and gives the part of it in that tier at that tier's rate; the parts are summed. The
/// input is typed, and the expressions are compiled before anything is measured.
/// </summary>
internal sealed class TierRules
{
    private const string WorkflowName = "commission";

    private readonly RulesEngine.RulesEngine _engine;

    internal TierRules((decimal From, decimal Rate)[] steps)
    {
        var rules = new Rule[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var from = Text(steps[i].From);
            var upper = i == steps.Length - 1 ? "amount" : $"Math.Min(amount, {Text(steps[i + 1].From)})";
            rules[i] = new Rule
            {
                RuleName = "from " + from,
                Expression = $"amount > {from}",
                Actions = Output($"({upper} - {from}) * {Text(steps[i].Rate)}"),
            };
        }

        _engine = new RulesEngine.RulesEngine([new Workflow { WorkflowName = WorkflowName, Rules = rules }]);
    }

    internal async ValueTask<decimal> Graduated(decimal amount)
    {
        var results = await _engine.ExecuteAllRulesAsync(WorkflowName, new RuleParameter("amount", amount));
        return results.Where(result => result.IsSuccess).Sum(result => (decimal)result.ActionResult.Output);
    }

    private static RuleActions Output(string expression) =>
        new()
        {
            OnSuccess = new ActionInfo
            {
                Name = "OutputExpression", Context = new Dictionary<string, object> { ["expression"] = expression },
            },
        };

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture) + "m";
}
