using System.Collections.Generic;
using System.Linq;
using NodaTime;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many of those hired in a span left within some months. Made by <see cref="HeadCount.NewHires"/>.</summary>
/// <remarks>
/// Immutable. A hire counts once the months are over, whether the person stayed or not; until then the outcome is open, and counting
/// early leavers alone would raise the rate of every young group. Who was transferred to another part of the firm before the months were
/// over is not lost, and nobody can say whether that one would have stayed: those are <see cref="Transferred"/>, and no part of the rate.
/// </remarks>
public sealed class NewHireTurnover
{
    internal const int MostMonths = 1_200;

    internal NewHireTurnover(DateSpan hiredIn, int withinMonths, LocalDate asOf, IReadOnlyList<Employment> hires)
    {
        (HiredIn, WithinMonths, AsOf) = (hiredIn, withinMonths, asOf);
        Employment[] over = [.. hires.Where(each => LastDay(each) is { } last && last <= asOf)];
        Employment[] early = [.. over.Where(each => each.LastDay <= LastDay(each))];
        Hired = hires.Count;
        Open = Hired - over.Length;
        Transferred = early.Count(each => each.Leaving == LeavingKind.Transferred);
        Decided = over.Length - Transferred;
        LeftEarly = early.Length - Transferred;
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

    /// <summary>Those whose months are over, without <see cref="Transferred"/>: hired − open − transferred.</summary>
    public int Decided { get; }

    /// <summary>Those whose months are not over.</summary>
    public int Open { get; }

    /// <summary>Those whose months are over and who were transferred before: neither lost nor kept.</summary>
    public int Transferred { get; }

    /// <summary>Of those decided, who left the firm before the months were over.</summary>
    public int LeftEarly { get; }

    /// <summary>Left early ÷ decided; null where nothing is decided yet.</summary>
    public Percentage? Rate { get; }

    /// <summary>The rate as left early ÷ decided, and those as hired less open and transferred.</summary>
    /// <returns>The tree; its root is <see cref="Rate"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Node("new-hire turnover", Figure.OrAbsent(Rate), Operation.Ratio,
            Fact("left early", (decimal)LeftEarly),
            Node(
                "decided", (decimal)Decided, Operation.Difference, Fact("hired", (decimal)Hired), Fact("open", (decimal)Open),
                Fact("transferred", (decimal)Transferred)));

    // The last day of the months, counted from the start so that it does not drift; null after the last day there is.
    private LocalDate? LastDay(Employment employment)
    {
        var left = ((LocalDate.MaxIsoValue.Year - employment.Start.Year) * 12) + LocalDate.MaxIsoValue.Month - employment.Start.Month;
        return WithinMonths <= left ? employment.Start.PlusMonths(WithinMonths).PlusDays(-1) : null;
    }
}
