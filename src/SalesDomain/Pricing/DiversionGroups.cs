using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>Puts the confirmed cases together that are one occurrence, and counts those by dealer.</summary>
internal sealed class DiversionGroups
{
    private readonly DiversionRule _rule;
    private readonly Dictionary<(CustomerId Dealer, LocalDate Day), int> _byDay = [];
    private readonly Dictionary<(CustomerId Dealer, DocumentId Shipment), int> _byShipment = [];
    private readonly Dictionary<(CustomerId Dealer, DocumentId Shipment), LocalDate> _sentOn = [];

    // Of each dealer the first cases of its occurrences, by day, no two of one day.
    private readonly Dictionary<CustomerId, List<(LocalDate Day, int Place)>> _firsts = [];
    private readonly Dictionary<CustomerId, Queue<LocalDate>> _counted = [];
    private readonly Dictionary<int, DiversionGroup> _byFirst = [];

    // Of each case the place of the first that it belongs with; itself where it is the first.
    private readonly int[] _with;

    internal DiversionGroups(DiversionRule rule, int count)
    {
        _rule = rule;
        _with = new int[count];
        for (var i = 0; i < count; i++)
            _with[i] = i;
    }

    /// <summary>Takes the day on which a shipment was sent: the first that any of its traces says.</summary>
    internal void Know(DiversionTrace trace)
    {
        var key = (trace.Dealer, trace.Shipment);
        if (!_sentOn.TryGetValue(key, out var day) || trace.ShippedOn < day)
            _sentOn[key] = trace.ShippedOn;
    }

    /// <summary>Joins a case with those that it is one occurrence with; cases come by day.</summary>
    internal void Join(int place, DiversionFinding finding, DiversionTrace trace)
    {
        if (_rule.CountedBy == DiversionOccurrence.DayOrShipment)
            JoinsToldAfter(place, finding.Date, trace.Dealer, _sentOn[(trace.Dealer, trace.Shipment)]);
        else if (_rule.CountedBy == DiversionOccurrence.Shipment)
            Joins(_byShipment, (trace.Dealer, trace.Shipment), place);
        else if (_rule.CountedBy == DiversionOccurrence.Day)
            Joins(_byDay, (trace.Dealer, finding.Date), place);
    }

    /// <summary>The occurrence of a case, once all are joined and those before it were asked.</summary>
    internal DiversionGroup Of(int place, DiversionFinding finding, CustomerId dealer)
    {
        var first = _with[place];
        if (!_byFirst.TryGetValue(first, out var group))
            _byFirst.Add(first, group = new DiversionGroup(Count(dealer, finding.Date)));
        return group;
    }

    // The first occurrence of which the dealer was told on the day on which the goods were sent, or after it; else a new one. What is left
    // of an old shipment goes to the old occurrence and brings no other shipment into it, so nothing chains.
    private void JoinsToldAfter(int place, LocalDate found, CustomerId dealer, LocalDate sent)
    {
        if (!_firsts.TryGetValue(dealer, out var firsts))
            _firsts.Add(dealer, firsts = []);

        var (low, high) = (0, firsts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = firsts[middle].Day < sent ? (middle + 1, high) : (low, middle);
        }

        if (low < firsts.Count)
            _with[place] = firsts[low].Place;
        else
            firsts.Add((found, place));
    }

    // The first of a key is what the others of it belong with.
    private void Joins<TKey>(Dictionary<TKey, int> known, TKey key, int place)
        where TKey : notnull
    {
        if (known.TryGetValue(key, out var other))
            _with[place] = other;
        else
            known.Add(key, place);
    }

    // Occurrences come in the order of their days, since the first case of each comes first.
    private int Count(CustomerId dealer, LocalDate on)
    {
        if (!_counted.TryGetValue(dealer, out var days))
            _counted.Add(dealer, days = new Queue<LocalDate>());
        var first = _rule.LookBackOf(on).Start!.Value;
        while (days.Count > 0 && days.Peek() < first)
            days.Dequeue();
        days.Enqueue(on);
        return days.Count;
    }
}
