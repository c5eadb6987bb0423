using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace SalesDomain.Internal;

/// <summary>Sold lines that may be summed: each once, and all of one stage, for an order and its invoice are one sale.</summary>
internal static class LinesOfOneStage
{
    internal static List<SalesLine> Given(IEnumerable<SalesLine> given, string parameterName)
    {
        var lines = given is IReadOnlyCollection<SalesLine> many ? new List<SalesLine>(many.Count) : [];
        HashSet<LineId>? ids = null;
        foreach (var line in Guard.Against.Null(given, parameterName))
        {
            Guard.Against.Null(line, parameterName);
            // Ids that rise come once each; where they do not, each is remembered.
            if (ids is null && lines.Count > 0 && lines[lines.Count - 1].Id.CompareTo(line.Id) >= 0)
                ids = [.. lines.ConvertAll(before => before.Id)];
            if (ids is not null && !ids.Add(line.Id))
                throw Guards.Invalid(parameterName, line.Id.ToString(), "must have each line once");
            if (lines.Count > 0 && lines[0].Stage != line.Stage)
                throw Guards.Invalid(parameterName, line.Id + " is " + line.Stage.ToString(), "must be of one stage");
            lines.Add(line);
        }

        return lines;
    }
}
