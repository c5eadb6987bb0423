using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>Puts the confirmed cases together that are one occurrence, and counts those by dealer.</summary>
internal sealed class DiversionGroups
{
    private readonly DiversionRule _rule;
    private readonly Dictionary<(CustomerId Dealer, LocalDate Day), int> _byDay = [];
    private readonly Dictionary<(CustomerId Dealer, DocumentId Shipment), int> _byShipment = [];
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

    /// <summary>Joins a case with those known of its shipment, or else with those that began on its day; cases come by day.</summary>
    /// <remarks>What is left of a shipment that is known brings no other shipment into its occurrence: nothing chains.</remarks>
    internal void Join(int place, DiversionFinding finding, DiversionTrace trace)
    {
        if (_rule.CountedBy is DiversionOccurrence.DayOrShipment or DiversionOccurrence.Shipment
            && Joins(_byShipment, (trace.Dealer, trace.Shipment), place))
        {
            return;
        }

        if (_rule.CountedBy is DiversionOccurrence.DayOrShipment or DiversionOccurrence.Day)
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

    // The first of a key is what the others of it belong with, or with whatever that one belongs with.
    private bool Joins<TKey>(Dictionary<TKey, int> known, TKey key, int place)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var other))
        {
            known.Add(key, place);
            return false;
        }

        _with[place] = _with[other];
        return true;
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
