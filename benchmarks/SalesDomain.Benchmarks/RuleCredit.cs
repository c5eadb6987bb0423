namespace SalesDomain.Benchmarks;

/// <summary>What the rules of <see cref="PlanRules"/> read of a credit; public, because the engine compiles against it.</summary>
public sealed class RuleCredit
{
    public bool IsRollUp { get; init; }

    public bool IsContest { get; init; }

    public bool IsKey { get; init; }

    public decimal Net { get; init; }

    public decimal Margin { get; init; }

    public decimal Units { get; init; }

    public decimal Quota { get; init; }

    /// <summary>The running revenue of the person before the credit.</summary>
    public decimal Before { get; init; }

    public decimal After { get; init; }

    /// <summary>The running revenue of key accounts.</summary>
    public decimal Key { get; init; }
}
