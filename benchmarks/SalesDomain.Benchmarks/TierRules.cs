using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using RulesEngine.Models;

namespace SalesDomain.Benchmarks;

/// <summary>
/// The same tiers in a general rules engine: a workflow with a rule a tier, whose output expression is the amount due. In its favour, the
/// input is typed, the cumulative sums stand in the expressions, and no messages are made for the rules that do not apply.
/// </summary>
internal sealed class TierRules
{
    private const string WorkflowName = "commission";

    private readonly RulesEngine.RulesEngine _engine;

    internal TierRules((decimal From, decimal Rate)[] steps)
    {
        var rules = new Rule[steps.Length];
        var below = 0m;
        for (var i = 0; i < steps.Length; i++)
        {
            var (from, rate) = steps[i];
            var isLast = i == steps.Length - 1;
            rules[i] = new Rule
            {
                RuleName = "from " + Text(from),
                Expression = isLast ? $"amount >= {Text(from)}" : $"amount >= {Text(from)} && amount < {Text(steps[i + 1].From)}",
                Actions = Output($"{Text(below)} + (amount - {Text(from)}) * {Text(rate)}"),
            };
            below += isLast ? 0m : (steps[i + 1].From - from) * rate;
        }

        _engine = new RulesEngine.RulesEngine(
            [new Workflow { WorkflowName = WorkflowName, Rules = rules }],
            new ReSettings { EnableFormattedErrorMessage = false });
    }

    internal async ValueTask<decimal> Graduated(decimal amount)
    {
        var results = await _engine.ExecuteAllRulesAsync(WorkflowName, new RuleParameter("amount", amount));
        foreach (var result in results)
        {
            if (result.IsSuccess)
                return (decimal)result.ActionResult.Output;
        }

        throw new InvalidOperationException("No rule applies: " + results.First().ExceptionMessage);
    }

    private static RuleActions Output(string expression) =>
        new() { OnSuccess = new ActionInfo { Name = "OutputExpression", Context = new Dictionary<string, object> { ["expression"] = expression } } };

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture) + "m";
}
