using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What past opportunities teach: how many were won, from which stage how many went on, and how long it took.</summary>
/// <remarks>
/// <para>
/// An opportunity is won where its last entry is in a closed stage, lost where it is in an omitted one, else open. Entries of one day are
/// taken in the order of the stages. How far it came is the last stage of the order that it ever entered, lost ones aside.
/// </para>
/// <para>The order in which entries are given does not matter. Equality is by reference.</para>
/// </remarks>
public sealed class PipelineHistory
{
    private readonly StageConversion[] _conversions;

    private PipelineHistory(PipelineStages stages, IEnumerable<StageEntry[]> opportunities)
    {
        Stages = stages;
        var count = stages.Stages.Count;
        var (won, lost, open, furthest, entered) = (new int[count], new int[count], new int[count], new int[count], new int[count]);
        foreach (var entries in opportunities)
        {
            var last = entries[entries.Length - 1];
            var category = stages.Find(last.StageName).Category;
            foreach (var place in entries.Select(entry => stages.PlaceOf(entry.StageName, nameof(entries))).Distinct())
                entered[place]++;

            var farthest = entries.Select(entry => stages.PlaceOf(entry.StageName, nameof(entries)))
                .Where(place => stages[place].Category != ForecastCategory.Omitted).DefaultIfEmpty(-1).Max();
            if (category == ForecastCategory.Closed)
            {
                Won++;
                DaysToWin += Period.DaysBetween(entries[0].On, last.On);
            }
            else if (category == ForecastCategory.Omitted)
            {
                Lost++;
            }
            else
            {
                Open++;
            }

            if (farthest < 0)
                continue;

            furthest[farthest]++;
            var outcome = category switch { ForecastCategory.Closed => won, ForecastCategory.Omitted => lost, _ => open };
            outcome[farthest]++;
        }

        _conversions =
        [
            .. Enumerable.Range(0, count)
                .Where(place => stages[place].Category is not (ForecastCategory.Closed or ForecastCategory.Omitted))
                .Select(place => new StageConversion(
                    stages[place], entered[place], furthest.Skip(place + 1).Sum(), lost[place], open[place], won.Skip(place).Sum(),
                    lost.Skip(place).Sum())),
        ];
        Decided = Won + Lost;
        WinRate = Percentage.Ratio(Won, Decided);
        AverageDaysToWin = Won == 0 ? null : (decimal)DaysToWin / Won;
    }

    /// <summary>The stages.</summary>
    public PipelineStages Stages { get; }

    /// <summary>The opportunities that were won.</summary>
    public int Won { get; }

    /// <summary>The opportunities that were lost.</summary>
    public int Lost { get; }

    /// <summary>The opportunities that are undecided.</summary>
    public int Open { get; }

    /// <summary>The win rate: won ÷ (won + lost); null where none is decided.</summary>
    public Percentage? WinRate { get; }

    /// <summary>
    /// The average sales cycle: the days from the first entry to the one in which it was won, of those that were; null where none was.
    /// </summary>
    public decimal? AverageDaysToWin { get; }

    /// <summary>What became of the opportunities that reached each open stage, in the order of the stages.</summary>
    public IReadOnlyList<StageConversion> Conversions => Array.AsReadOnly(_conversions);

    private int Decided { get; }

    private int DaysToWin { get; }

    /// <summary>The history of a pipeline.</summary>
    /// <param name="stages">The stages.</param>
    /// <param name="entries">The entries of the opportunities into stages, in any order; possibly none.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stages"/>, <paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="ArgumentException">An entry is into a stage that is none of <paramref name="stages"/>.</exception>
    public static PipelineHistory Of(PipelineStages stages, IEnumerable<StageEntry> entries)
    {
        Guard.Against.Null(stages);
        Guard.Against.Null(entries);
        StageEntry[] copy = [.. entries];
        foreach (var entry in copy)
            stages.PlaceOf(Guard.Against.Null(entry, nameof(entries)).StageName, nameof(entries));

        return new PipelineHistory(
            stages,
            copy.GroupBy(entry => entry.Opportunity)
                .Select(group =>
                    group.OrderBy(entry => entry.On).ThenBy(entry => stages.PlaceOf(entry.StageName, nameof(entries))).ToArray()));
    }

    /// <summary>
    /// The stages with probabilities fitted to what became of the opportunities, drawn to the stated ones where few are decided: of each
    /// open stage (won + weight × stated probability) ÷ (decided + weight), over the opportunities that reached it.
    /// </summary>
    /// <param name="statedWeight">
    /// As how many decided opportunities the stated probability counts, zero or more. At 20, three of three won move 40 % to 48 %, and
    /// three hundred of three hundred to 96 %. At zero it counts for nothing, and three of three are 100 %.
    /// </param>
    /// <param name="rounding">How a probability is rounded, as a percentage: to whole ones, say.</param>
    /// <returns>The stages; one of which nothing is decided keeps its probability, as do those that are closed or omitted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statedWeight"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="rounding"/> makes more than 100 % of a probability.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit, and a percentage has none.</exception>
    public PipelineStages FittedStages(int statedWeight, Rounding rounding)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, statedWeight);
        Guard.Against.Null(rounding);
        var fitted = _conversions.ToDictionary(conversion => conversion.Stage, conversion => conversion.Fit(statedWeight, rounding));
        return PipelineStages.Of(Stages.Stages.Select(stage =>
            fitted.TryGetValue(stage, out var probability) ? new PipelineStage(stage.Name, probability, stage.Category) : stage));
    }

    /// <summary>
    /// The sales velocity: what a pipeline brings a day, opportunities × average amount × win rate ÷ average days to win.
    /// </summary>
    /// <param name="opportunities">How many are open, zero or more.</param>
    /// <param name="averageAmount">What one brings when it is won.</param>
    /// <returns>The amount a day, a quotient of 28 digits; null where none was won, or all were on the day of their first entry.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="opportunities"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="averageAmount"/> is the default value, which measures nothing.</exception>
    /// <exception cref="OverflowException">The amount does not fit in a decimal.</exception>
    public Measured? Velocity(int opportunities, Measured averageAmount)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, opportunities);
        MeasuredArgument.Given(averageAmount);

        // Win rate ÷ average days is won² ÷ (decided × days): multiplied first and divided last.
        return DaysToWin == 0 ? null
            : averageAmount.With(averageAmount.Amount * opportunities * Won * Won / ((decimal)Decided * DaysToWin));
    }

    /// <summary>Where the win rate comes from.</summary>
    /// <returns>The tree of <see cref="WinRate"/>; its figure is absent where none is decided.</returns>
    public Explanation Explain() =>
        Node(
            "win rate", Figure.OrAbsent(WinRate), Operation.Ratio, Fact("won", (decimal)Won),
            Node("decided", (decimal)Decided, Operation.Sum, Fact("won", (decimal)Won), Fact("lost", (decimal)Lost)));

    /// <summary>Where the average sales cycle comes from.</summary>
    /// <returns>The tree of <see cref="AverageDaysToWin"/>; its figure is absent where none was won.</returns>
    public Explanation ExplainDaysToWin() => Explain(FactSum("days to win", (decimal)DaysToWin, Won));

    /// <summary>The numbers: <c>won 12, lost 8, open 5</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "won " + InvariantText.Number(Won) + ", lost " + InvariantText.Number(Lost) + ", open " + InvariantText.Number(Open);

    private Explanation Explain(Explanation days) =>
        Node(
            "average days to win", AverageDaysToWin is { } average ? average : Figure.Absent, Operation.Ratio, days,
            Fact("won", (decimal)Won));
}
