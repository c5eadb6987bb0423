using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Refuses formulas of lists that are not there, and chains that come back to a list on a day.</summary>
internal static class FormulaChains
{
    internal static void Check(Dictionary<string, PriceList> lists, string parameterName)
    {
        foreach (var list in lists.Values.OrderBy(list => list.Name, StringComparer.Ordinal))
            Follow(list, DateSpan.Always, [list.Name], lists, parameterName);
    }

    /// <summary>
    /// The days of the chain so far narrow those of its next link: lists that take turns in being each other's base are no cycle.
    /// </summary>
    private static void Follow(
        PriceList list, DateSpan days, string[] path, Dictionary<string, PriceList> lists, string parameterName)
    {
        foreach (var entry in list.Versions.Entries)
        {
            if (entry.Value.Formula?.BaseList is not { } name)
                continue;
            if (!lists.TryGetValue(name, out var next))
                throw Guards.Invalid(parameterName, "'" + list.Name + "' is computed from '" + name + "'", "must hold every base list");
            if (entry.Span.Intersection(days) is not { } common)
                continue;
            if (Array.IndexOf(path, name) is var at && at >= 0)
            {
                throw Guards.Invalid(
                    parameterName, string.Join(" -> ", path.Skip(at).Append(name).Select(one => "'" + one + "'")),
                    "must not compute a list from itself");
            }

            Follow(next, common, [.. path, name], lists, parameterName);
        }
    }
}
