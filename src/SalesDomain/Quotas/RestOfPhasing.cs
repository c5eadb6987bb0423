using System;
using System.Linq;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>What is to come of a phasing from a day on: of the period of that day its days left, and the periods after it.</summary>
internal static class RestOfPhasing
{
    /// <summary>Null where nothing that has a weight is to come. The day is in the periods, or before them.</summary>
    internal static Phasing? Of(Phasing phasing, LocalDate from)
    {
        var periods = phasing.Periods;
        if (!periods.TryIndexOf(from, out var index))
            return phasing;

        var span = periods.At(index);
        var length = phasing.LengthOf(index);
        var elapsed = from == span.Start ? 0 : phasing.PlaceOf(from.PlusDays(-1)).Elapsed;
        DateSpan[] spans = [new DateSpan(from, span.End), .. periods.Spans.Skip(index + 1)];

        // Weights × days of the period, so that what is left of it needs no quotient.
        decimal[] weights = elapsed == 0 ? [.. phasing.Weights.Skip(index)]
            : [phasing.Weights[index] * (length - elapsed), .. phasing.Weights.Skip(index + 1).Select(weight => weight * length)];
        if (Array.TrueForAll(weights, weight => weight == 0m))
            return null;

        var rest = Phasing.ByWeights(PlanPeriods.Of(spans), weights);
        return phasing.WorkCalendar is null ? rest : rest.InWorkingDays(phasing.WorkCalendar);
    }
}
