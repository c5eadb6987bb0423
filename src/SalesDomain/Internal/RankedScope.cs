namespace SalesDomain.Internal;

/// <summary>
/// What deciding between entries needs of one: for which sales and days, and how strong. A lower rank wins, of one rank the higher
/// precedence.
/// </summary>
internal sealed class RankedScope(Scope scope, DateSpan span, int rank, int precedence)
{
    internal Scope Scope { get; } = scope;

    internal DateSpan Span { get; } = span;

    internal int Rank { get; } = rank;

    internal int Precedence { get; } = precedence;

    internal bool IsEquallyStrongAs(RankedScope other) => Rank == other.Rank && Precedence == other.Precedence;

    internal bool CanMeet(RankedScope other) => Span.Overlaps(other.Span) && Scope.Overlaps(other.Scope);
}
