using System.Collections.Generic;
using System.Linq;
using NodaTime;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many of those hired in a span left within some months. Made by <see cref="HeadCount.NewHires"/>.</summary>
/// <remarks>
/// Immutable. A hire counts once the months are over, whether the person stayed or not; until then the outcome is open, and counting
/// early leavers alone would raise the rate of every young group.
/// </remarks>
public sealed class NewHireTurnover
{
    internal const int MostMonths = 1_200;

    internal NewHireTurnover(DateSpan hiredIn, int withinMonths, LocalDate asOf, IReadOnlyList<Employment> hires)
    {
        (HiredIn, WithinMonths, AsOf) = (hiredIn, withinMonths, asOf);
        Employment[] decided = [.. hires.Where(each => LastDay(each) is { } last && last <= asOf)];
        Hired = hires.Count;
        Decided = decided.Length;
        Open = Hired - Decided;
        LeftEarly = decided.Count(each => each.LastDay <= LastDay(each));
        Rate = Percentage.Ratio(LeftEarly, Decided);
    }

    /// <summary>The span of the first days.</summary>
    public DateSpan HiredIn { get; }

    /// <summary>Within how many months of the start.</summary>
    public int WithinMonths { get; }

    /// <summary>The day up to which the facts are known.</summary>
    public LocalDate AsOf { get; }

    /// <summary>How many were hired.</summary>
    public int Hired { get; }

    /// <summary>Those whose months are over.</summary>
    public int Decided { get; }

    /// <summary>Those whose months are not over.</summary>
    public int Open { get; }

    /// <summary>Of those decided, who left before the months were over.</summary>
    public int LeftEarly { get; }

    /// <summary>Left early ÷ decided; null where nothing is decided yet.</summary>
    public Percentage? Rate { get; }

    /// <summary>The rate as left early ÷ decided, and those as hired less open.</summary>
    /// <returns>The tree; its root is <see cref="Rate"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Node("new-hire turnover", Figure.OrAbsent(Rate), Operation.Ratio,
            Fact("left early", (decimal)LeftEarly),
            Node("decided", (decimal)Decided, Operation.Difference, Fact("hired", (decimal)Hired), Fact("open", (decimal)Open)));

    // The last day of the months, counted from the start so that it does not drift; null after the last day there is.
    private LocalDate? LastDay(Employment employment)
    {
        var left = ((LocalDate.MaxIsoValue.Year - employment.Start.Year) * 12) + LocalDate.MaxIsoValue.Month - employment.Start.Month;
        return WithinMonths <= left ? employment.Start.PlusMonths(WithinMonths).PlusDays(-1) : null;
    }
}
