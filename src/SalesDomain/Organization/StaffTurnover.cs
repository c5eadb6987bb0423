using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>Turnover (流失率): leavers ÷ average head count. Made by <see cref="HeadCount.Turnover"/>.</summary>
/// <remarks>
/// Immutable. The average is kept as a sum and a number of days, and every rate is multiplied first and divided once. Rates are null where nobody was
/// employed. A rate of a month is of a month: see <see cref="Annualized"/>.
/// </remarks>
public sealed class StaffTurnover
{
    private readonly Employment[] _leavers;
    private readonly int _sum;
    private readonly int _count;
    private readonly int _voluntary;

    internal StaffTurnover(DateSpan span, HeadCountAverage average, IReadOnlyList<Employment> leavers, int sum, int count)
    {
        (Span, Average) = (span, average);
        _leavers = [.. leavers];
        (_sum, _count) = (sum, count);
        _voluntary = leavers.Count(each => each.Leaving == LeavingKind.Voluntary);
        AverageHeadCount = (decimal)sum / count;
        Rate = Percentage.Ratio((decimal)_leavers.Length * count, sum);
        VoluntaryRate = Percentage.Ratio((decimal)_voluntary * count, sum);
    }

    /// <summary>The span.</summary>
    public DateSpan Span { get; }

    /// <summary>Over which days the head count is averaged.</summary>
    public HeadCountAverage Average { get; }

    /// <summary>Who left.</summary>
    public IReadOnlyList<Employment> Leavers => Array.AsReadOnly(_leavers);

    /// <summary>The average head count, to 28 digits.</summary>
    public decimal AverageHeadCount { get; }

    /// <summary>All leavers ÷ average head count; null where nobody was employed.</summary>
    public Percentage? Rate { get; }

    /// <summary>Those who resigned ÷ average head count; null where nobody was employed.</summary>
    public Percentage? VoluntaryRate { get; }

    /// <summary>The leavers of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not defined.</exception>
    public int Count(LeavingKind kind)
    {
        Guard.Against.Undefined(kind);
        return _leavers.Count(each => each.Leaving == kind);
    }

    /// <summary>The rate as it would be in a year of such periods: of a month × 12, of a quarter × 4.</summary>
    /// <param name="periodsAYear">How many such spans a year has, 1 or more.</param>
    /// <returns>Rate × periods; null where nobody was employed. Simple, not compounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsAYear"/> is below 1.</exception>
    public Percentage? Annualized(int periodsAYear)
    {
        Guard.Against.OutsideRange(1, int.MaxValue, periodsAYear);
        return Percentage.Ratio((decimal)_leavers.Length * _count * periodsAYear, _sum);
    }

    /// <summary>The rate as leavers ÷ average head count.</summary>
    /// <returns>The tree; its root is <see cref="Rate"/>, absent where it is null.</returns>
    public Explanation Explain() => Explain("turnover", Rate, FactSum("leavers", (decimal)_leavers.Length, _leavers.Length));

    /// <summary>The voluntary rate as resignations ÷ average head count.</summary>
    /// <returns>The tree; its root is <see cref="VoluntaryRate"/>, absent where it is null.</returns>
    public Explanation ExplainVoluntary() => Explain("voluntary turnover", VoluntaryRate, FactSum("resigned", (decimal)_voluntary, _voluntary));

    private Explanation Explain(string name, Percentage? rate, Explanation leavers)
    {
        var sum = Average == HeadCountAverage.ByDay ? "person-days" : "sum of head counts";
        return Node(name, Figure.OrAbsent(rate), Operation.Ratio, leavers,
            Node("average head count", AverageHeadCount, Operation.Ratio, Fact(sum, (decimal)_sum), Fact("days", (decimal)_count)));
    }
}
