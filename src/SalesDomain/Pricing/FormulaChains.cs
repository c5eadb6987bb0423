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
        var done = new HashSet<(string Name, DateSpan Days)>();
        foreach (var list in lists.Values.OrderBy(list => list.Name, StringComparer.Ordinal))
            Follow(list, DateSpan.Always, [list.Name], lists, done, parameterName);
    }

    /// <summary>
    /// The days of the chain so far narrow those of its next link: lists that take turns in being each other's base are no cycle. A list
    /// that was followed over the same days before leads to none, by whatever chain it is reached now.
    /// </summary>
    private static void Follow(
        PriceList list, DateSpan days, string[] path, Dictionary<string, PriceList> lists, HashSet<(string Name, DateSpan Days)> done,
        string parameterName)
    {
        if (done.Contains((list.Name, days)))
            return;

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

            Follow(next, common, [.. path, name], lists, done, parameterName);
        }

        done.Add((list.Name, days));
    }
}
