using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Counts the deviations of one dealer from one corridor, in the order of their days.</summary>
internal sealed class OccurrenceCount(PriceCorridor corridor)
{
    // The day of each occurrence, and the first that the look-back still reaches; and those of the day that it is.
    private readonly List<int> _days = [];
    private readonly Dictionary<string, (int Nth, DocumentId First)> _today = new(System.StringComparer.Ordinal);
    private int _from;

    /// <summary>The how-manieth it is, and with which report it is counted, where it is one occurrence with an earlier one.</summary>
    internal (int Nth, DocumentId? With) Next(PriceObservation observation)
    {
        var today = DayNumber.Of(observation.Date);
        if (_days.Count > 0 && _days[_days.Count - 1] != today)
            _today.Clear();

        var what = corridor.CountedBy switch
        {
            DeviationOccurrence.Day => "",
            DeviationOccurrence.ProductAndDay => observation.Subject.Product!.Value.ToString(),
            _ => observation.Id.ToString(),
        };
        if (_today.TryGetValue(what, out var known))
            return (known.Nth, known.First);

        _days.Add(today);
        while (today - _days[_from] >= corridor.LookBack)
            _from++;
        _today.Add(what, (_days.Count - _from, observation.Id));
        return (_days.Count - _from, null);
    }
}
