using System;
using System.Linq;

namespace SalesDomain.Quotas;

/// <summary>
/// A quota whose parts are decided already: they are their own weights, so that cumulated rounding gives back exactly them.
/// </summary>
internal static class WeightedParts
{
    /// <summary>Null where no period is left or all parts are zero.</summary>
    internal static PhasedQuota? Phase(DateSpan[] spans, Measured[] parts, WorkCalendar? calendar, Rounding rounding)
    {
        if (spans.Length == 0 || Array.TrueForAll(parts, part => part.IsZero))
            return null;

        var total = parts.Aggregate((sum, part) => sum + part);
        if (Array.Exists(parts, part => part.Amount < 0m) && Array.Exists(parts, part => part.Amount > 0m))
            throw new InvalidOperationException("Parts of both signs cannot be phased as one quota of " + total + ".");

        for (var i = 0; i < spans.Length; i++)
        {
            if (!parts[i].IsZero && calendar?.WorkingDays(spans[i]) == 0)
                throw new InvalidOperationException("There is no working day in " + spans[i] + " for its part of " + parts[i] + ".");
        }

        var phasing = Phasing.ByWeights(PlanPeriods.Of(spans), parts.Select(part => Math.Abs(part.Amount)));
        return (calendar is null ? phasing : phasing.InWorkingDays(calendar)).Split(total, rounding);
    }
}
