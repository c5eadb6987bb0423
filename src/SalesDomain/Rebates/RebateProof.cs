using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What is proven of a condition for a period.</summary>
/// <remarks>Equality is by state and number of times. The default value is not proven.</remarks>
public readonly record struct RebateProof
{
    private const int MostTimes = 10_000;

    private RebateProof(RebateProofState state, int times)
    {
        State = state;
        Times = times;
    }

    /// <summary>Nothing is proven yet.</summary>
    public static RebateProof NotProven => default;

    /// <summary>The condition was kept.</summary>
    public static RebateProof Met { get; } = new(RebateProofState.Met, 0);

    /// <summary>Whether the condition is met.</summary>
    public RebateProofState State { get; }

    /// <summary>How often it was broken; 0 where it was not, or nothing is proven.</summary>
    public int Times { get; }

    /// <summary>The condition was broken so many times.</summary>
    /// <param name="times">How often, from 1 to 10,000 times.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="times"/> is out of its range.</exception>
    public static RebateProof NotMet(int times) => new(RebateProofState.NotMet, Guard.Against.OutsideRange(1, MostTimes, times));

    /// <summary>The state, and how often.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => State + (Times > 1 ? " " + InvariantText.Number(Times) + " times" : "");
}
