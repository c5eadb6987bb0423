using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The calls planned at each customer over some days.</summary>
/// <remarks>Made by <see cref="VisitPolicy.Plan(FiscalPeriod, IEnumerable{CustomerToVisit})"/>.</remarks>
public sealed class CallPlan
{
    private readonly CallPlanLine[] _lines;
    private readonly CustomerToVisit[] _withoutRule;
    private readonly CustomerToVisit[] _unclassed;

    internal CallPlan(DateSpan span, CallPlanLine[] lines, CustomerToVisit[] withoutRule, CustomerToVisit[] unclassed)
    {
        Span = span;
        _lines = lines;
        _withoutRule = withoutRule;
        _unclassed = unclassed;
        Calls = lines.Sum(line => line.Calls);
        TimeOfCalls = lines.Aggregate((Duration?)Duration.Zero, (sum, line) => sum + line.TimeOfCalls);
    }

    /// <summary>The days of the plan.</summary>
    public DateSpan Span { get; }

    /// <summary>The customers with their calls, also those whose rule gives none in these days, in the order given.</summary>
    public IReadOnlyList<CallPlanLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>The customers whose class has no rule in a period of the plan. Those that have one in another are in <see cref="Lines"/>
    /// too.</summary>
    public IReadOnlyList<CustomerToVisit> WithoutRule => Array.AsReadOnly(_withoutRule);

    /// <summary>The customers that have neither a class nor a rule of their own in a period of the plan: nobody is a C customer because
    /// nobody has classed it. Those that are classed in another period are in <see cref="Lines"/> too.</summary>
    public IReadOnlyList<CustomerToVisit> Unclassed => Array.AsReadOnly(_unclassed);

    /// <summary>How many calls in all.</summary>
    public long Calls { get; }

    /// <summary>How long they take; null where a rule with calls does not say how long a call takes.</summary>
    public Duration? TimeOfCalls { get; }

    /// <summary>The calls by customer, as the <c>Against</c> of a <see cref="VisitLog"/> takes a plan.</summary>
    public IReadOnlyList<(CustomerId Customer, decimal Planned)> ByCustomer =>
        Array.AsReadOnly(Array.ConvertAll(_lines, line => (line.Customer.Customer, (decimal)line.Calls)));

    /// <summary>The calls as the sum over the customers.</summary>
    /// <returns>The tree; its root is <see cref="Calls"/>.</returns>
    public Explanation Explain() =>
        _lines.Length == 0 ? Explanation.FactSum("calls", (decimal)Calls, 0)
            : Explanation.Node("calls", (decimal)Calls, Operation.Sum, Array.ConvertAll(_lines, line => line.Explain()));

    /// <summary>Days, calls and customers, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Span + ": " + InvariantText.Number(Calls) + " calls at " + InvariantText.Number(_lines.Length) + " customers";
}
