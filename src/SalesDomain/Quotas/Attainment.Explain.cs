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
                Explain("attainment to date", Figure.OrAbsent(RateToDate), Operation.Ratio, QuotaToDate, ToDate, mustBePositive: true),
            AttainmentFigure.PointsAheadOfTime => ExplainPoints(),
            AttainmentFigure.Gap => Explain("gap", FigureOf(Gap), Operation.Difference, Quota, Whole, mustBePositive: false),
            _ => Explain("gap to date", FigureOf(GapToDate), Operation.Difference, QuotaToDate, ToDate, mustBePositive: false),
        };

    /// <summary>The attainment under the name of what it is a part of.</summary>
    internal Explanation ExplainRate(string name) =>
        Explain(name, Figure.OrAbsent(Rate), Operation.Ratio, Quota, Whole, mustBePositive: true);

    private Explanation Explain(string name, Figure value, Operation operation, Measured? quota, string quotaName, bool mustBePositive)
    {
        if (Actual is null)
            return Without(name, Fact("actual is not known", true));
        if (quota is not { } given)
            return Without(name, Fact("there is no " + quotaName, true));

        var quotaNode = ExplainQuota(given, quotaName);
        return mustBePositive && value.Kind == FigureKind.Absent
            ? Without(
                name,
                Node(
                    quotaName + " is zero or less", true, Operation.Compare(ComparisonKind.LessOrEqual),
                    quotaNode, Constant("zero", given.With(0m).Value)))
            : Node(name, value, operation, ExplainActual(Actual.Value), quotaNode);
    }

    private Explanation ExplainPoints()
    {
        const string Name = "gap to elapsed time, in points";
        if (Elapsed is null)
            return Without(Name, Fact("the time elapsed is not stated", true));
        if (_steps.Ahead is not { } ahead)
            return Without(Name, IsMissing(Rate is null ? Explain() : Elapsed.Explain()));

        return Node(
            Name, Figure.OrAbsent(PointsAheadOfTime), Operation.Ratio,
            Node("attainment less time elapsed", ahead, Operation.Difference, Explain(), Elapsed.Explain()),
            Constant("one point", Percentage.FromPercent(1m)));
    }

    private static Explanation IsMissing(Explanation figure) =>
        Node("there is no " + figure.Name, true, Operation.Compare(ComparisonKind.Equal), figure, Constant("none", Figure.Absent));

    private static Explanation Without(string name, Explanation why) =>
        Node(name, Figure.Absent, Operation.Select, why, Constant("then", Figure.Absent), Constant("else", Figure.Absent));

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
