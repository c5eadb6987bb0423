using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What became of the opportunities that reached a stage.</summary>
/// <remarks>
/// Made by <see cref="PipelineHistory"/>. Reached = advanced + lost + still open here: how far an opportunity came counts, so that one that
/// skipped a stage and went on has reached it, and advanced from it, as the others; how many were in the stage itself is
/// <see cref="Entered"/>. All rates are of those that reached. A stage has two rates: how many go on to a later
/// stage (<see cref="Rate"/>), and how many are won in the end (<see cref="WinRate"/>), which is what the probability of a stage states.
/// Equality is by reference.
/// </remarks>
public sealed class StageConversion
{
    internal StageConversion(PipelineStage stage, int entered, int advanced, int lost, int open, int won, int lostInAll)
    {
        Stage = stage;
        Entered = entered;
        Advanced = advanced;
        Lost = lost;
        Open = open;
        Decided = advanced + lost;
        Reached = advanced + lost + open;
        Rate = Percentage.Ratio(advanced, Decided);
        Won = won;
        LostInAll = lostInAll;
        DecidedInAll = won + lostInAll;
        WinRate = Percentage.Ratio(won, DecidedInAll);
    }

    /// <summary>The stage.</summary>
    public PipelineStage Stage { get; }

    /// <summary>
    /// The opportunities that reached the stage or skipped it on the way to a later one: of 10 that entered an offer and 2 that went from
    /// lead to won, 12. Those that were in it are <see cref="Entered"/>.
    /// </summary>
    public int Reached { get; }

    /// <summary>
    /// The opportunities that have an entry in the stage, however far they came: <see cref="Reached"/> without those that skipped it.
    /// </summary>
    public int Entered { get; }

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

    /// <summary>Those that reached the stage and were won.</summary>
    public int Won { get; }

    /// <summary>Those that reached the stage and were lost, here or in a later stage.</summary>
    public int LostInAll { get; }

    /// <summary>
    /// The win rate from here: won ÷ (won + lost in all); null where none is decided. Of few opportunities it says little:
    /// <see cref="PipelineHistory.FittedStages"/>.
    /// </summary>
    public Percentage? WinRate { get; }

    private int Decided { get; }

    private int DecidedInAll { get; }

    /// <summary>Where the conversion comes from.</summary>
    /// <returns>The tree of <see cref="Rate"/>; its figure is absent where that is null.</returns>
    public Explanation Explain() =>
        Node(
            "conversion of " + Stage.Name, Figure.OrAbsent(Rate), Operation.Ratio, Fact("advanced", (decimal)Advanced),
            Node("decided here", (decimal)Decided, Operation.Sum, Fact("advanced", (decimal)Advanced), Fact("lost here", (decimal)Lost)));

    /// <summary>Where the win rate comes from.</summary>
    /// <returns>The tree of <see cref="WinRate"/>; its figure is absent where that is null.</returns>
    public Explanation ExplainWinRate() =>
        Node(
            "win rate from " + Stage.Name, Figure.OrAbsent(WinRate), Operation.Ratio, Fact("won", (decimal)Won), ExplainDecided());

    /// <summary>Where the probability of <see cref="PipelineHistory.FittedStages"/> comes from.</summary>
    /// <param name="statedWeight">As how many decided opportunities the stated probability counts, zero or more.</param>
    /// <param name="rounding">How it is rounded, as a percentage.</param>
    /// <returns>The tree of the fitted probability, in percent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statedWeight"/> is negative.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit, and a percentage has none.</exception>
    public Explanation ExplainFit(int statedWeight, Rounding rounding)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, statedWeight);
        var fit = FitSteps.Of(Stage.Probability, Won, DecidedInAll, statedWeight, Guard.Against.Null(rounding));
        var stated = Fact("stated", Stage.Probability);
        return fit.Quotient is not { } quotient ? stated
            : Node(
                "fitted probability of " + Stage.Name, fit.Probability, Operation.Round(rounding),
                Node(
                    "unrounded", quotient, Operation.Ratio,
                    Node(
                        "won and stated", fit.WonAndStated, Operation.Sum, Fact("won", (decimal)Won),
                        Node(
                            "weight × stated", fit.Stated, Operation.Product, Constant("weight", (decimal)statedWeight),
                            Fact("stated, as a fraction", Stage.Probability.Fraction))),
                    Node(
                        "decided and weight", fit.All, Operation.Sum, ExplainDecided(), Constant("weight", (decimal)statedWeight))));
    }

    /// <summary>Stage and numbers: <c>offer: 12 of 20 advanced, 5 lost</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Stage.Name + ": " + InvariantText.Number(Advanced) + " of " + InvariantText.Number(Reached) + " advanced, "
            + InvariantText.Number(Lost) + " lost";

    internal Percentage Fit(int statedWeight, Rounding rounding)
    {
        var fitted = FitSteps.Of(Stage.Probability, Won, DecidedInAll, statedWeight, rounding).Probability;
        return fitted <= Percentage.OneHundred ? fitted
            : throw Guards.Invalid(nameof(rounding), rounding.ToString(), "must not round a probability up to " + fitted);
    }

    private Explanation ExplainDecided() =>
        Node("decided", (decimal)DecidedInAll, Operation.Sum, Fact("won", (decimal)Won), Fact("lost in all", (decimal)LostInAll));
}
