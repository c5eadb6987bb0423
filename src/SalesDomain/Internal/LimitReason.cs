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
        figures.Add(limit.IsFloor
            ? Difference("shortfall", limit.Bound, value)
            : Difference("excess", value, limit.Bound));
        return new Reason(Code(context, limit), [.. figures]);
    }

    /// <summary>Why a limit that somebody granted goes further than his own.</summary>
    internal static Reason Between(
        string context, string name, AuthorityLimit granted, AuthorityLimit own, (string Name, Figure Value) role) =>
        Of(context, new NamedFigure(name, granted.Bound), granted.IsUnlimited ? granted : own, role)
        ?? new Reason(Code(context, own), role, ("figure", name), ("value", granted.ToString()), ("limit", own.Bound));

    // A difference of percentages is in points: 3 % over 10 % would be 10.3 %.
    private static (string Name, Figure Value) Difference(string name, Figure higher, Figure lower) =>
        higher.Kind == FigureKind.Percentage
            ? (name + " points", (higher.Number - lower.Number) * 100m) : (name, OrderedFigure.Excess(higher, lower));

    private static string Code(string context, AuthorityLimit limit) => context + (limit.IsFloor ? ".below-limit" : ".over-limit");
}
