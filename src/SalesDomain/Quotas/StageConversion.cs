using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What became of the opportunities that reached a stage.</summary>
/// <remarks>Made by <see cref="PipelineHistory"/>. Reached = advanced + lost + still open here.</remarks>
public sealed class StageConversion
{
    internal StageConversion(PipelineStage stage, int advanced, int lost, int open)
    {
        Stage = stage;
        Advanced = advanced;
        Lost = lost;
        Open = open;
        Decided = advanced + lost;
        Reached = advanced + lost + open;
        Rate = Percentage.Ratio(advanced, Decided);
    }

    /// <summary>The stage.</summary>
    public PipelineStage Stage { get; }

    /// <summary>The opportunities that reached the stage or passed it over on the way to a later one.</summary>
    public int Reached { get; }

    /// <summary>Those that went on to a later stage, whatever became of them there.</summary>
    public int Advanced { get; }

    /// <summary>Those that were lost and had come no further.</summary>
    public int Lost { get; }

    /// <summary>Those that are undecided and have come no further.</summary>
    public int Open { get; }

    /// <summary>
    /// The conversion: advanced ÷ (advanced + lost). Those still open are in neither, so that a new opportunity does not lower it. Null
    /// where none is decided.
    /// </summary>
    public Percentage? Rate { get; }

    private int Decided { get; }

    /// <summary>Where the conversion comes from.</summary>
    /// <returns>The tree of <see cref="Rate"/>; its figure is absent where that is null.</returns>
    public Explanation Explain() =>
        Node(
            "conversion of " + Stage.Name, Figure.OrAbsent(Rate), Operation.Ratio, Fact("advanced", (decimal)Advanced),
            Node("decided here", (decimal)Decided, Operation.Sum, Fact("advanced", (decimal)Advanced), Fact("lost here", (decimal)Lost)));

    /// <summary>Stage and numbers: <c>offer: 12 of 20 advanced, 5 lost</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Stage.Name + ": " + InvariantText.Number(Advanced) + " of " + InvariantText.Number(Reached) + " advanced, "
            + InvariantText.Number(Lost) + " lost";
}
