using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Organization;

/// <summary>
/// The last day for what is asked within so many days, where the number may change while they run. Nobody is late for days on which it was
/// not asked: a shorter number gives all of itself from the day of the change, unless the longer one ends before that.
/// </summary>
internal sealed class Deadline
{
    private readonly LocalDate _since;
    private readonly int _days;
    private readonly LocalDate _end;
    private readonly LocalDate _ofChange;
    private readonly LocalDate _byChange;
    private readonly Deadline? _before;

    private Deadline(LocalDate from, LocalDate since, int days, Deadline? before)
    {
        _since = since;
        _days = days;
        _before = before;
        _end = On = from.PlusDays(days);
        if (before is null)
            return;

        _ofChange = since.PlusDays(days);
        _byChange = LocalDate.Min(before.On, _ofChange);
        On = LocalDate.Max(_end, _byChange);
    }

    /// <summary>The last day in time.</summary>
    internal LocalDate On { get; }

    /// <summary>The deadline of the last of several numbers.</summary>
    /// <param name="from">The day that is counted from.</param>
    /// <param name="asked">Since when how many days are asked, in the order of the days, without a gap; at least one.</param>
    internal static Deadline Of(LocalDate from, IEnumerable<(LocalDate Since, int Days)> asked)
    {
        Deadline? last = null;
        foreach (var (since, days) in asked)
        {
            if (since <= from)
                last = new Deadline(from, since, days, null);
            else if (last?._days != days)
                last = new Deadline(from, since, days, last);
        }

        return last!;
    }

    internal Explanation Explain(string name, Explanation from, string daysName)
    {
        var days = Explanation.Constant(daysName, (decimal)_days);
        return _before is null ? Explanation.Node(name, On, Operation.Sum, from, days)
            : Explanation.Node(
                name, On, Operation.Max, Explanation.Node("by the days of the rule", _end, Operation.Sum, from, days),
                Explanation.Node(
                    "by the change", _byChange, Operation.Min, _before.Explain("by the days before", from, daysName),
                    Explanation.Node(
                        "all days from the change", _ofChange, Operation.Sum, Explanation.Constant("changed on", _since), days)));
    }
}
