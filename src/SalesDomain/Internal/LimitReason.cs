using System.Collections.Generic;

namespace SalesDomain.Internal;

/// <summary>Why a figure is not within a limit.</summary>
internal static class LimitReason
{
    /// <summary>The reason, its code in the given context and its figures after those given, or null when the limit is kept.</summary>
    internal static Reason? Of(string context, NamedFigure figure, AuthorityLimit limit, params (string Name, Figure Value)[] first)
    {
        var value = figure.Value;
        if (limit.Holds(value))
            return null;

        List<(string, Figure)> figures = [.. first, ("figure", figure.Name)];
        if (value.Kind == FigureKind.Absent)
            return new Reason(context + ".unknown-figure", [.. figures, ("limit", limit.Bound)]);

        figures.AddRange([("value", value), ("limit", limit.Bound)]);
        return limit.IsFloor
            ? new Reason(context + ".below-limit", [.. figures, ("shortfall", OrderedFigure.Excess(limit.Bound, value))])
            : new Reason(context + ".over-limit", [.. figures, ("excess", OrderedFigure.Excess(value, limit.Bound))]);
    }
}
