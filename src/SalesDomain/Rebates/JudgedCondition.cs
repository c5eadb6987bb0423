namespace SalesDomain.Rebates;

/// <summary>How a condition of a rebate was judged for a period.</summary>
/// <remarks>Equality is by all values.</remarks>
public sealed record JudgedCondition
{
    internal JudgedCondition(RebateCondition condition, RebateProof proof, ConditionSums sums)
    {
        Condition = condition;
        Proof = proof;
        Sums = sums;
    }

    /// <summary>The condition.</summary>
    public RebateCondition Condition { get; }

    /// <summary>Whether it is met, and how often it was broken.</summary>
    public RebateProof Proof { get; }

    /// <summary>Whether it is met.</summary>
    public RebateProofState State => Proof.State;

    /// <summary>What it was judged by, where it was judged from the lines.</summary>
    internal ConditionSums Sums { get; }

    /// <summary>How often its effect counts: each time it was broken, and once where it is not proven.</summary>
    internal int Times => State switch { RebateProofState.Met => 0, RebateProofState.NotProven => 1, _ => Proof.Times };

    /// <summary>Name and state: <c>on time: NotMet 2 times</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Condition.Name + ": " + Proof;
}
