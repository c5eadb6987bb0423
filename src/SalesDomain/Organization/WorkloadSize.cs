using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The size of a sales force by workload. Made by <see cref="WorkloadMethod.Size"/>.</summary>
/// <remarks>
/// Immutable. Workload and capacity are exact. The need is one quotient of 28 digits, and people are that need rounded up: once, at the
/// end, so that segments that need 0.4 people each share one person.
/// </remarks>
public sealed class WorkloadSize
{
    private readonly WorkloadLine[] _lines;

    internal WorkloadSize(WorkloadMethod method)
    {
        Method = method;
        var isInCalls = method.CallsPerPerson.HasValue;
        Capacity = method.CallsPerPerson ?? method.TimePerPerson!.Minutes;
        _lines = [.. method.Segments.Select(segment => new WorkloadLine(segment, isInCalls, Capacity))];
        Workload = _lines.Sum(line => line.Workload);
        Need = Workload / Capacity;
        People = SizeRounding.People(Need);
        Utilization = Percentage.Ratio(Need, People);
    }

    /// <summary>The method.</summary>
    public WorkloadMethod Method { get; }

    /// <summary>Each segment with its own work and need, in the order of the method.</summary>
    public IReadOnlyList<WorkloadLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>All the work, in calls or minutes.</summary>
    public decimal Workload { get; }

    /// <summary>What one person can do, in calls or minutes.</summary>
    public decimal Capacity { get; }

    /// <summary>Workload ÷ capacity, to 28 digits, not rounded to people.</summary>
    public decimal Need { get; }

    /// <summary>The need, rounded up to whole people.</summary>
    public int People { get; }

    /// <summary>How far these people are at work: need ÷ people; null when nobody is needed.</summary>
    public Percentage? Utilization { get; }

    /// <summary>The utilization as need ÷ people.</summary>
    /// <returns>The tree; its root is <see cref="Utilization"/>, absent where it is null.</returns>
    public Explanation ExplainUtilization() =>
        Node("utilization", Figure.OrAbsent(Utilization), Operation.Ratio, ExplainNeed(), Explain());

    /// <summary>The people as the need rounded up, and the need in Talley's steps: accounts, calls, time of a call, workload,
    /// capacity.</summary>
    /// <returns>The tree; its root is <see cref="People"/>.</returns>
    public Explanation Explain() =>
        Node("people", (decimal)People, Operation.Round(SizeRounding.Up), ExplainNeed());

    private Explanation ExplainNeed() =>
        Node("need", Need, Operation.Ratio,
            Node(Method.CallsPerPerson.HasValue ? "workload in calls" : "workload in minutes", Workload, Operation.Sum,
                [.. _lines.Select(line => line.Explain())]),
            Method.TimePerPerson is { } time ? time.Explain() : Constant("calls a person", Capacity));
}
