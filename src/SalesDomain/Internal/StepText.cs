using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>Steps in words, as definitions print them: <c>from 0%: 3%, from 100%: 5%, to 200%</c>.</summary>
internal static class StepText
{
    internal static string Of<TBound, TValue>(StepTable<TBound> steps, IReadOnlyList<TValue> values)
        where TBound : IComparable<TBound> =>
        Of(steps, [.. values.Select(Text)]);

    internal static string Of<TBound>(StepTable<TBound> steps, IReadOnlyList<string> values)
        where TBound : IComparable<TBound> =>
        Of(steps.Side, Bounds(steps), values, End(steps));

    /// <summary>The steps alone: <c>from 0%, from 100%, to 200%</c>.</summary>
    internal static string Of<TBound>(StepTable<TBound> steps)
        where TBound : IComparable<TBound> =>
        Of(steps.Side, Heads(steps.Side, Bounds(steps), steps.Count), End(steps));

    /// <summary>From bounds and values in words; the end is the ceiling of a from-scale or the floor of a to-scale.</summary>
    internal static string Of(StepSide side, IReadOnlyList<string> bounds, IReadOnlyList<string> values, string? end) =>
        Of(side, Heads(side, bounds, values.Count).Select((head, i) => head + ": " + values[i]), end);

    private static string Of(StepSide side, IEnumerable<string> steps, string? end) =>
        string.Join(", ", end is null ? steps : side == StepSide.From ? steps.Append("to " + end) : steps.Prepend("from " + end));

    private static IEnumerable<string> Heads(StepSide side, IReadOnlyList<string> bounds, int count)
    {
        var hasExtraStep = count > bounds.Count;
        if (side == StepSide.UpTo)
            return [.. bounds.Select(bound => "up to " + bound), .. hasExtraStep ? ["above"] : Array.Empty<string>()];

        return [.. hasExtraStep ? ["below"] : Array.Empty<string>(), .. bounds.Select(bound => "from " + bound)];
    }

    private static IReadOnlyList<string> Bounds<TBound>(StepTable<TBound> steps)
        where TBound : IComparable<TBound> =>
        [.. steps.Bounds.Select(bound => Text(bound))];

    private static string? End<TBound>(StepTable<TBound> steps)
        where TBound : IComparable<TBound> =>
        steps.HasOuter ? Text(steps.Outer) : null;

    private static string Text<T>(T value) => Figure.FromObject(value!).ToString();
}
