using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A candidate in a ranking. Made by <see cref="CandidateScorecard.Rank{TCandidate}"/>.</summary>
/// <typeparam name="TCandidate">The type of the candidates.</typeparam>
/// <remarks>Immutable.</remarks>
public sealed class RankedCandidate<TCandidate>
    where TCandidate : notnull
{
    internal RankedCandidate(int? rank, CandidateResult<TCandidate> result)
    {
        (Rank, Result) = (rank, result);
    }

    /// <summary>1 and more than that by how many are better: equal totals share it; null for one who is knocked out or has no
    /// total.</summary>
    public int? Rank { get; }

    /// <summary>The result.</summary>
    public CandidateResult<TCandidate> Result { get; }

    /// <summary>Rank and result: <c>1. Li: 4.2</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => (Rank is { } rank ? InvariantText.Number(rank) + ". " : "- ") + Result;
}
