using System;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The calls planned at one customer.</summary>
/// <remarks>A line of a <see cref="CallPlan"/>.</remarks>
public sealed class CallPlanLine
{
    private static readonly Rounding s_up = Rounding.ToDigits(0, RoundingMode.Ceiling);

    private readonly CallRun[] _runs;

    internal CallPlanLine(CustomerToVisit customer, CallRun[] runs)
    {
        Customer = customer;
        _runs = runs;
        Calls = runs.Sum(run => run.Calls);
        TimeOfCalls = Duration.Zero;
        foreach (var run in runs)
            TimeOfCalls = run.Calls == 0 ? TimeOfCalls : TimeOfCalls + (run.Rule.TimeOfACall * run.Calls);
    }

    /// <summary>The customer.</summary>
    public CustomerToVisit Customer { get; }

    /// <summary>How many calls.</summary>
    public long Calls { get; }

    /// <summary>How long they take; null where a rule with calls does not say how long a call takes.</summary>
    public Duration? TimeOfCalls { get; }

    /// <summary>The calls as the difference of what is due by the end of the plan and before it, each rounded up; of a part of a
    /// period, the part of that.</summary>
    /// <returns>The tree; its root is <see cref="Calls"/>, named after the customer.</returns>
    public Explanation Explain() =>
        _runs.Length == 1 ? Explain(_runs[0], Customer.Customer.ToString())
            : Explanation.Node(
                Customer.Customer.ToString(), (decimal)Calls, Operation.Sum,
                Array.ConvertAll(_runs, run => Explain(run, "calls by " + run.Rule.Frequency)));

    /// <summary>Customer and calls, for a log: <c>C-1: 4 calls</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Customer.Customer + ": " + InvariantText.Number(Calls) + " calls";

    private static Explanation Explain(CallRun run, string name) =>
        run.Part is { } part ? part.Explain(name, Whole(run, "calls of the whole period")) : Whole(run, name);

    private static Explanation Whole(CallRun run, string name) =>
        Explanation.Node(
            name, (decimal)run.Whole, Operation.Difference, Due(run, run.Through, "due through the last period"),
            Due(run, run.Before, "due before the first period"));

    private static Explanation Due(CallRun run, long periods, string name) =>
        Explanation.Node(
            name, (decimal)run.Due(periods), Operation.Round(s_up),
            Explanation.Node(
                "exactly", run.Exact(periods), Operation.Ratio,
                Explanation.Node(
                    "calls × periods", run.Product(periods), Operation.Product,
                    Explanation.Constant("calls", (decimal)run.Rule.Frequency.Calls),
                    Explanation.Fact("periods of its cycles", (decimal)periods)),
                Explanation.Constant("every periods", (decimal)run.Rule.Frequency.Periods)));
}
