using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>Turnover (离职率, 流失率): leavers ÷ average head count. Made by <see cref="HeadCount.Turnover"/>.</summary>
/// <remarks>
/// <para>
/// <see cref="Opening"/> + <see cref="Joined"/> − <see cref="Left"/> = <see cref="Closing"/>, always. Who was transferred to another
/// part of the firm is one of those who left, and is not counted in <see cref="Rate"/>: the firm has not lost that one.
/// </para>
/// <para>
/// Immutable. The average is kept as a sum and a number of days, and every rate is multiplied first and divided once. Rates are null
/// where nobody was employed. A rate of a month is of a month: see <see cref="Annualized"/>.
/// </para>
/// </remarks>
public sealed class StaffTurnover
{
    private static readonly LeavingKind[] s_all =
        [LeavingKind.Voluntary, LeavingKind.Involuntary, LeavingKind.Other, LeavingKind.Transferred];

    private static readonly LeavingKind[] s_turnover = [LeavingKind.Voluntary, LeavingKind.Involuntary, LeavingKind.Other];

    private readonly Employment[] _leavers;
    private readonly int _sum;
    private readonly int _count;
    private readonly int _everybody;

    internal StaffTurnover(
        DateSpan span, HeadCountAverage average, IReadOnlyList<Employment> leavers, (int Opening, int Joined, int Closing) count,
        (int Sum, int Count) mean)
    {
        (Span, Average) = (span, average);
        _leavers = [.. leavers];
        (Opening, Joined, Closing) = count;
        (_sum, _count) = mean;
        _everybody = Opening + Joined;
        AverageHeadCount = (decimal)_sum / _count;
        Rate = RateOf(s_turnover);
        ShareLeft = ShareLeftOf(s_turnover);
    }

    /// <summary>The span.</summary>
    public DateSpan Span { get; }

    /// <summary>Over which days the head count is averaged.</summary>
    public HeadCountAverage Average { get; }

    /// <summary>How many were employed at the close of the day before the span (期初在职人数).</summary>
    public int Opening { get; }

    /// <summary>How many started in the span (本期入职人数).</summary>
    public int Joined { get; }

    /// <summary>How many had their last day in the span, those transferred included.</summary>
    public int Left => _leavers.Length;

    /// <summary>How many were employed at the close of the last day of the span (期末在职人数).</summary>
    public int Closing { get; }

    /// <summary>Who left, those transferred included.</summary>
    public IReadOnlyList<Employment> Leavers => Array.AsReadOnly(_leavers);

    /// <summary>The average head count, to 28 digits.</summary>
    public decimal AverageHeadCount { get; }

    /// <summary>All leavers but those transferred ÷ average head count; null where nobody was employed.</summary>
    public Percentage? Rate { get; }

    /// <summary>
    /// All leavers but those transferred ÷ (opening + joined): of all who were there at some time, the share that left; null where
    /// nobody was.
    /// </summary>
    /// <remarks>
    /// No average stands below it, so it is the same whatever <see cref="Average"/> is; it is never above 100 %, and twelve months of it
    /// are no year. Many firms in China report it as 离职率 = 离职人数 ÷ (期初人数 + 本期入职人数).
    /// </remarks>
    public Percentage? ShareLeft { get; }

    /// <summary>The leavers of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not defined.</exception>
    public int Count(LeavingKind kind)
    {
        Guard.Against.Undefined(kind);
        return _leavers.Count(each => each.Leaving == kind);
    }

    /// <summary>The leavers of some kinds ÷ average head count.</summary>
    /// <param name="kinds">The kinds, at least one; one that is named twice counts once.</param>
    /// <returns>The rate; null where nobody was employed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined.</exception>
    public Percentage? RateOf(params LeavingKind[] kinds) => Percentage.Ratio((decimal)Number(Given(kinds)) * _count, _sum);

    /// <summary>The leavers of some kinds ÷ (opening + joined).</summary>
    /// <param name="kinds">The kinds, at least one; one that is named twice counts once.</param>
    /// <returns>The share, as <see cref="ShareLeft"/> is one; null where nobody was employed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined.</exception>
    public Percentage? ShareLeftOf(params LeavingKind[] kinds) => Percentage.Ratio(Number(Given(kinds)), _everybody);

    /// <summary>The rate as it would be in a year of such periods: of a month × 12, of a quarter × 4.</summary>
    /// <param name="periodsAYear">How many such spans a year has, 1 or more.</param>
    /// <returns>Rate × periods; null where nobody was employed. Simple, not compounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsAYear"/> is below 1.</exception>
    public Percentage? Annualized(int periodsAYear) => AnnualizedOf(periodsAYear, s_turnover);

    /// <summary>The rate of some kinds as it would be in a year of such periods.</summary>
    /// <param name="periodsAYear">How many such spans a year has, 1 or more.</param>
    /// <param name="kinds">The kinds, at least one; one that is named twice counts once.</param>
    /// <returns>Rate × periods; null where nobody was employed. Simple, not compounded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsAYear"/> is below 1, or a kind is not defined.</exception>
    public Percentage? AnnualizedOf(int periodsAYear, params LeavingKind[] kinds)
    {
        Guard.Against.OutsideRange(1, int.MaxValue, periodsAYear);
        return Percentage.Ratio(OfYear(periodsAYear, Given(kinds)) * _count, _sum);
    }

    /// <summary>The rate as leavers ÷ average head count.</summary>
    /// <returns>The tree; its root is <see cref="Rate"/>, absent where it is null.</returns>
    public Explanation Explain() => ExplainRate("turnover", Rate, s_turnover);

    /// <summary>The rate of some kinds as their leavers ÷ average head count.</summary>
    /// <param name="kinds">The kinds, at least one; one that is named twice counts once.</param>
    /// <returns>The tree; its root is what <see cref="RateOf"/> gives, absent where that is null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined.</exception>
    public Explanation ExplainRateOf(params LeavingKind[] kinds) => ExplainRate("turnover of some kinds", RateOf(kinds), kinds);

    /// <summary>The rate of a year as leavers × periods ÷ average head count.</summary>
    /// <param name="periodsAYear">How many such spans a year has, 1 or more.</param>
    /// <returns>The tree; its root is what <see cref="Annualized"/> gives, absent where that is null.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsAYear"/> is below 1.</exception>
    public Explanation ExplainAnnualized(int periodsAYear) => ExplainAnnualizedOf(periodsAYear, s_turnover);

    /// <summary>The rate of a year of some kinds as their leavers × periods ÷ average head count.</summary>
    /// <param name="periodsAYear">How many such spans a year has, 1 or more.</param>
    /// <param name="kinds">The kinds, at least one; one that is named twice counts once.</param>
    /// <returns>The tree; its root is what <see cref="AnnualizedOf"/> gives, absent where that is null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsAYear"/> is below 1, or a kind is not defined.</exception>
    public Explanation ExplainAnnualizedOf(int periodsAYear, params LeavingKind[] kinds) =>
        Node("turnover a year", Figure.OrAbsent(AnnualizedOf(periodsAYear, kinds)), Operation.Ratio,
            Node(
                "leavers a year", OfYear(periodsAYear, kinds), Operation.Product, ExplainLeavers("leavers", kinds),
                Constant("periods a year", (decimal)periodsAYear)),
            ExplainAverage());

    /// <summary>The share that left as leavers ÷ (opening + joined).</summary>
    /// <returns>The tree; its root is <see cref="ShareLeft"/>, absent where it is null.</returns>
    public Explanation ExplainShareLeft() => ExplainShareLeftOf(s_turnover);

    /// <summary>The share of some kinds as their leavers ÷ (opening + joined).</summary>
    /// <param name="kinds">The kinds, at least one; one that is named twice counts once.</param>
    /// <returns>The tree; its root is what <see cref="ShareLeftOf"/> gives, absent where that is null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined.</exception>
    public Explanation ExplainShareLeftOf(params LeavingKind[] kinds) =>
        Node("share that left", Figure.OrAbsent(ShareLeftOf(kinds)), Operation.Ratio, ExplainLeavers("leavers", kinds), ExplainEverybody());

    /// <summary>The closing head count as opening + joined − left.</summary>
    /// <returns>The tree; its root is <see cref="Closing"/>.</returns>
    public Explanation ExplainClosing() =>
        Node("closing", (decimal)Closing, Operation.Difference, ExplainEverybody(), ExplainLeavers("left", s_all));

    private static LeavingKind[] Given(LeavingKind[] kinds)
    {
        foreach (var kind in Guard.Against.Nothing(kinds, "a rate is of at least one kind"))
            Guard.Against.Undefined(kind, nameof(kinds));

        return kinds;
    }

    private static string Name(LeavingKind kind) => kind switch
    {
        LeavingKind.Voluntary => "resigned",
        LeavingKind.Involuntary => "dismissed",
        LeavingKind.Transferred => "transferred",
        _ => "other",
    };

    private int Number(LeavingKind[] kinds) => _leavers.Count(each => Array.IndexOf(kinds, each.Leaving!.Value) >= 0);

    private decimal OfYear(int periodsAYear, LeavingKind[] kinds) => (decimal)Number(kinds) * periodsAYear;

    private Explanation ExplainRate(string name, Percentage? rate, params LeavingKind[] kinds) =>
        Node(name, Figure.OrAbsent(rate), Operation.Ratio, ExplainLeavers("leavers", kinds), ExplainAverage());

    private Explanation ExplainAverage()
    {
        var sum = Average == HeadCountAverage.ByDay ? Fact("person-days", (decimal)_sum)
            : Average == HeadCountAverage.ByMonthEnds ? Fact("sum of head counts", (decimal)_sum)
            : Node(
                "opening and closing", (decimal)_sum, Operation.Sum, Fact("opening", (decimal)Opening),
                Fact("closing", (decimal)Closing));
        return Node("average head count", AverageHeadCount, Operation.Ratio, sum, Fact("days", (decimal)_count));
    }

    private Explanation ExplainLeavers(string name, LeavingKind[] kinds) =>
        Node(name, (decimal)Number(kinds), Operation.Sum,
            [.. kinds.Distinct().Select(kind => FactSum(Name(kind), (decimal)Count(kind), Count(kind)))]);

    private Explanation ExplainEverybody() =>
        Node(
            "opening and joined", (decimal)_everybody, Operation.Sum, Fact("opening", (decimal)Opening),
            FactSum("joined", (decimal)Joined, Joined));
}
