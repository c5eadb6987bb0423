namespace SalesDomain.Organization;

/// <summary>What is not the same of a position on one day and on another.</summary>
/// <remarks>Made by <see cref="SalesForce.ChangesBetween"/>.</remarks>
public sealed class PositionChange
{
    internal PositionChange(PositionId position, PositionState before, PositionState after)
    {
        Position = position;
        Before = before;
        After = after;
    }

    /// <summary>The position.</summary>
    public PositionId Position { get; }

    /// <summary>What it was on the first day.</summary>
    public PositionState Before { get; }

    /// <summary>What it is on the second day.</summary>
    public PositionState After { get; }

    /// <summary>The change in words: <c>P-2: under P-1, vacant to under P-1, held by Li</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Position + ": " + Before + " to " + After;
}
