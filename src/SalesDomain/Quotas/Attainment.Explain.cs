using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

public sealed partial class Attainment
{
    private const string Whole = "quota";
    private const string ToDate = "quota to date";

    /// <summary>How the attainment came about.</summary>
    /// <returns>The explanation of <see cref="Rate"/>; absent, with the reason, where there is none.</returns>
    public Explanation Explain() => Explain(AttainmentFigure.Rate);

    /// <summary>How one of the figures came about.</summary>
    /// <param name="figure">Which.</param>
    /// <returns>The explanation of that figure; absent, with the reason, where there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="figure"/> is not defined.</exception>
    public Explanation Explain(AttainmentFigure figure) =>
        Guard.Against.Undefined(figure) switch
        {
            AttainmentFigure.Rate => ExplainRate("attainment"),
            AttainmentFigure.RateToDate =>
                ExplainRatio("attainment to date", RateToDate, QuotaToDate, ToDate),
            AttainmentFigure.PointsAheadOfTime => ExplainPoints(),
            AttainmentFigure.Gap => ExplainGap("gap", Gap, Quota, Whole),
            _ => ExplainGap("gap to date", GapToDate, QuotaToDate, ToDate),
        };

    /// <summary>The attainment under the name of what it is a part of.</summary>
    internal Explanation ExplainRate(string name) => ExplainRatio(name, Rate, Quota, Whole);

    private Explanation ExplainRatio(string name, Percentage? ratio, Measured? quota, string quotaName) =>
        Actual is { } actual && quota is { } given
            ? PositiveRatio.Explain(name, ratio, ExplainActual(actual), ExplainQuota(given, quotaName), given)
            : Conditions.LeaveOut(name, IsNotStated(quotaName));

    private Explanation ExplainGap(string name, Measured? gap, Measured? quota, string quotaName) =>
        gap is { } known
            ? Node(name, known.Value, Operation.Difference, ExplainActual(Actual!.Value), ExplainQuota(quota!.Value, quotaName))
            : Conditions.LeaveOut(name, IsNotStated(quotaName));

    private Explanation IsNotStated(string quotaName) => Fact(Actual is null ? "actual is not known" : "there is no " + quotaName, true);

    private Explanation ExplainPoints()
    {
        const string Name = "gap to elapsed time, in points";
        if (Elapsed is null)
            return Conditions.LeaveOut(Name, Fact("the time elapsed is not stated", true));
        if (_steps.Ahead is not { } ahead)
            return Conditions.LeaveOut(Name, IsMissing(Rate is null ? Explain() : Elapsed.Explain()));

        return Node(
            Name, Figure.OrAbsent(PointsAheadOfTime), Operation.Ratio,
            Node("attainment less time elapsed", ahead, Operation.Difference, Explain(), Elapsed.Explain()),
            Constant("one point", Percentage.FromPercent(1m)));
    }

    private static Explanation IsMissing(Explanation figure) =>
        Node("there is no " + figure.Name, true, Operation.Compare(ComparisonKind.Equal), figure, Constant("none", Figure.Absent));

    private Explanation ExplainActual(Measured actual) =>
        _parts is { } parts
            ? Node("actual", actual.Value, Operation.Sum, [.. parts.Select(part => part.ExplainActual(part.Actual!.Value))])
            : _facts?.Explain() ?? Fact("actual", actual.Value);

    // A quota to date that was stated for the whole is no sum of those of the parts.
    private Explanation ExplainQuota(Measured quota, string name) =>
        _parts is { } parts && (name == Whole || _isToDateOfParts)
            ? Node(
                name, quota.Value, Operation.Sum,
                [.. parts.Select(part => part.ExplainQuota((name == Whole ? part.Quota : part.QuotaToDate)!.Value, name))])
            : (name == Whole ? _origin?.Whole : _origin?.ToDate)?.Invoke() ?? Fact(name, quota.Value);
}
