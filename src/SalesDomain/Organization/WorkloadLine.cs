using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The work of one segment of accounts, and what it needs by itself. Part of a <see cref="WorkloadSize"/>.</summary>
/// <remarks>Immutable. Needs are not rounded, and add up to that of the whole but for the last digit of a quotient.</remarks>
public sealed class WorkloadLine
{
    private readonly bool _isInCalls;

    internal WorkloadLine(WorkloadSegment segment, bool isInCalls, decimal capacity)
    {
        Segment = segment;
        _isInCalls = isInCalls;
        Workload = segment.Accounts * (isInCalls ? segment.Each.Calls : segment.Each.Minutes);
        Need = Workload / capacity;
    }

    /// <summary>The segment.</summary>
    public WorkloadSegment Segment { get; }

    /// <summary>Accounts × the work of each, in calls or minutes, exact.</summary>
    public decimal Workload { get; }

    /// <summary>How many people it needs, to 28 digits.</summary>
    public decimal Need { get; }

    /// <summary>The work as accounts × that of each.</summary>
    /// <returns>The tree; its root is <see cref="Workload"/>.</returns>
    public Explanation Explain() =>
        Node(Segment.Name, Workload, Operation.Product,
            Fact("accounts", (decimal)Segment.Accounts),
            _isInCalls ? Fact("calls", Segment.Each.Calls) : Segment.Each.Explain());
}
