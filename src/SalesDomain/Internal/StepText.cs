using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>Steps in words, as definitions print them: <c>from 0%: 3%, from 100%: 5%, to 200%</c>.</summary>
internal static class StepText
{
    internal static string Of<TBound, TValue>(StepTable<TBound> steps, IReadOnlyList<TValue> values)
        where TBound : System.IComparable<TBound> =>
        Of(steps.Side, [.. steps.Bounds.Select(bound => Text(bound))], [.. values.Select(Text)], steps.HasOuter ? Text(steps.Outer) : null);

    /// <summary>From bounds and values in words; the end is the ceiling of a from-scale or the floor of a to-scale.</summary>
    internal static string Of(StepSide side, IReadOnlyList<string> bounds, IReadOnlyList<string> values, string? end)
    {
        var parts = new List<string>();
        if (side == StepSide.From)
        {
            var extra = values.Count - bounds.Count;
            if (extra > 0)
                parts.Add("below: " + values[0]);

            parts.AddRange(bounds.Select((bound, i) => "from " + bound + ": " + values[i + extra]));
            if (end is not null)
                parts.Add("to " + end);
        }
        else
        {
            if (end is not null)
                parts.Add("from " + end);

            parts.AddRange(bounds.Select((bound, i) => "up to " + bound + ": " + values[i]));
            if (values.Count > bounds.Count)
                parts.Add("above: " + values[values.Count - 1]);
        }

        return string.Join(", ", parts);
    }

    private static string Text<T>(T value) => Figure.FromObject(value!).ToString();
}
