using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The size of a sales force by the incremental method. Made by <see cref="IncrementalMethod.Size"/>.</summary>
/// <remarks>
/// Immutable. Its reasons: <c>sizing.later-gain</c>, when a larger size earns more than the first stop, because the table gains again
/// after a loss; and <c>sizing.end-of-table</c>, when the last size of the table still pays, so that the right one may lie beyond.
/// </remarks>
public sealed class IncrementalSize
{
    private readonly IncrementalStep[] _steps;
    private readonly Reason[] _reasons;
    private readonly int _stop;

    internal IncrementalSize(IncrementalMethod method)
    {
        Method = method;
        _steps = Table(method);
        while (_stop + 1 < _steps.Length && _steps[_stop + 1].Pays == true)
            _stop++;

        // Profit between two sizes of the table is on a straight line, so no size between them beats both, and theirs are the profits
        // without a division.
        var first = _steps[0].People;
        Best = method.Response.Select(point => _steps[point.People - first]).Aggregate((best, next) =>
            next.Profit > best.Profit || (method.AddsAtBreakEven && next.Profit == best.Profit) ? next : best);
        _reasons = [.. Reasoned()];
    }

    /// <summary>The method.</summary>
    public IncrementalMethod Method { get; }

    /// <summary>Every size from the first of the table to the last, one person apart.</summary>
    public IReadOnlyList<IncrementalStep> Sizes => Array.AsReadOnly(_steps);

    /// <summary>How many people: those of the first stop.</summary>
    public int People => FirstStop.People;

    /// <summary>The largest size up to which every added person pays.</summary>
    public IncrementalStep FirstStop => _steps[_stop];

    /// <summary>One person beyond the first stop, who does not pay; null at the end of the table.</summary>
    public IncrementalStep? Beyond => _stop + 1 < _steps.Length ? _steps[_stop + 1] : null;

    /// <summary>
    /// The size with the highest profit, always one of the table; of equal ones the smallest, or the largest when people are added at
    /// break-even.
    /// </summary>
    public IncrementalStep Best { get; }

    /// <summary>What has to be known beside the answer; usually nothing.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>The people as the first size whose next person does not pay, with margin and cost of each one asked.</summary>
    /// <returns>The tree; its root is <see cref="People"/>.</returns>
    public Explanation Explain()
    {
        var choices = new List<Explanation>();
        var before = _steps[0];
        var isOver = false;
        foreach (var step in _steps)
        {
            if (step.Pays is { } pays && !isOver)
            {
                choices.Add(step.ExplainLoss());
                choices.Add(Fact("size", (decimal)before.People));
                isOver = !pays;
            }

            before = step;
        }

        choices.Add(Fact("largest size of the table", (decimal)before.People));
        return Node("people", (decimal)People, Operation.Select, [.. choices]);
    }

    private static IncrementalStep[] Table(IncrementalMethod method)
    {
        var response = method.Response;
        var steps = new List<IncrementalStep>();
        var at = 0;
        for (var people = response[0].People; people <= response[response.Count - 1].People; people++)
        {
            if (at + 1 < response.Count && response[at + 1].People <= people)
                at++;

            var to = response[Math.Min(at + 1, response.Count - 1)];
            steps.Add(new IncrementalStep(method, steps.Count == 0 ? null : steps[steps.Count - 1], people, response[at], to));
        }

        return [.. steps];
    }

    private IEnumerable<Reason> Reasoned()
    {
        if (Best.Profit > FirstStop.Profit && Best.People > FirstStop.People)
        {
            yield return new Reason(
                "sizing.later-gain", ("people", (decimal)FirstStop.People), ("profit", FirstStop.Profit),
                ("best people", (decimal)Best.People), ("best profit", Best.Profit));
        }

        if (Beyond is null && FirstStop.Pays == true)
            yield return new Reason("sizing.end-of-table", ("people", (decimal)FirstStop.People),
                ("marginal profit", FirstStop.MarginalProfit!.Value));
    }
}
