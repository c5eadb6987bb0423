using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace SalesDomain.Internal;

/// <summary>Sold lines that may be summed: each once, and all of one stage, for an order and its invoice are one sale.</summary>
internal static class LinesOfOneStage
{
    internal static List<SalesLine> Given(IEnumerable<SalesLine> given, string parameterName)
    {
        var (lines, ids) = (new List<SalesLine>(), new HashSet<LineId>());
        foreach (var line in Guard.Against.Null(given, parameterName))
        {
            Guard.Against.Null(line, parameterName);
            if (!ids.Add(line.Id))
                throw Guards.Invalid(parameterName, line.Id.ToString(), "must have each line once");
            if (lines.Count > 0 && lines[0].Stage != line.Stage)
                throw Guards.Invalid(parameterName, line.Id + " is " + line.Stage.ToString(), "must be of one stage");
            lines.Add(line);
        }

        return lines;
    }
}
