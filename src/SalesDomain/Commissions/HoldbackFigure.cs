using System;

namespace SalesDomain.Commissions;

/// <summary>
/// What releases what was held back of the measurement periods within a span, of a component by itself or, where that is null, of all: a
/// figure of the schedule, or the part itself.
/// </summary>
internal readonly record struct HoldbackFigure(DateSpan Span, string? Component, Percentage Figure, bool IsPart)
{
    /// <summary>Whether it is of the same span, and of the same component or one of the two is of all.</summary>
    internal bool Meets(DateSpan span, string? component) =>
        Span == span
        && (Component is null || component is null || string.Equals(Component, component, StringComparison.Ordinal));

    public override string ToString() =>
        Figure + (IsPart ? " released for " : " for ") + Span + (Component is null ? "" : " of " + Component);
}
