using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The measures of a plan's components over one measurement period, each read once for all components that use it.</summary>
internal sealed class CompiledPlan
{
    private const int KindCount = (int)CreditKind.RollUp + 1;

    private readonly List<CommissionMeasure> _measures = [];
    private readonly List<CreditReader?> _readers = [];
    private readonly int _first;
    private readonly int _last;
    private readonly int[] _bases;
    private readonly int[] _levels;
    private readonly int[][] _salePlaces;
    private readonly int[][] _receiptPlaces;

    internal CompiledPlan(CommissionPlan plan, DateSpan period, Func<SalesLine, ScopeSubject>? subject)
    {
        Plan = plan;
        Period = period;
        (_first, _last) = (DayNumber.Packed(period.Start!.Value), DayNumber.Packed(period.End!.Value));
        _bases = new int[plan.Components.Count];
        _levels = new int[plan.Components.Count];
        var summed = NamedValues<int>.None;
        for (var i = 0; i < _bases.Length; i++)
        {
            var component = plan.Components[i];
            _bases[i] = PlaceOf(component.Base, subject);
            _levels[i] = component.Level is { } level ? PlaceOf(level, subject) : component.IsOneMeasure ? _bases[i] : -1;
            HasDeals |= component.Accumulation == CommissionAccumulation.PerDeal;
            if (_bases[i] >= 0)
                summed = summed.With(component.Name, i);
        }

        Summed = summed;

        Readers = [.. _readers];
        _salePlaces = [.. Kinds(Stage.Ordered), .. Kinds(Stage.Delivered), .. Kinds(Stage.Invoiced), .. Kinds(Stage.Collected)];
        _receiptPlaces = Kinds(stage: null);
    }

    internal CommissionPlan Plan { get; }

    internal DateSpan Period { get; }

    /// <summary>
    /// One for each measure; null where none of its days lies in the period. Whether a sale lies in the period is looked at once for all, a
    /// receipt by the day on which it counts.
    /// </summary>
    internal CreditReader?[] Readers { get; }

    /// <summary>The places whose readers may count a sale of a stage, credited in a capacity.</summary>
    internal int[] PlacesOf(Stage stage, CreditKind kind) => _salePlaces[((int)stage * KindCount) + (int)kind];

    /// <summary>The places whose readers may count a receipt credited in a capacity.</summary>
    internal int[] PlacesOf(CreditKind kind) => _receiptPlaces[(int)kind];

    internal bool HasDeals { get; }

    internal bool Counts(LocalDate date) => DayNumber.Packed(date) is var day && day >= _first && day <= _last;

    /// <summary>The components whose base is summed from credits, by name.</summary>
    internal NamedValues<int> Summed { get; }

    internal bool IsPaidByDeal(int component) => Plan.Components[component].Accumulation == CommissionAccumulation.PerDeal;

    internal CommissionMeasure MeasureAt(int place) => _measures[place];

    /// <summary>The place of what a component is paid on; −1 where it is given.</summary>
    internal int BaseOf(int component) => _bases[component];

    /// <summary>The place of what sets its rate; −1 where it is given.</summary>
    internal int LevelOf(int component) => _levels[component];

    internal int PlaceOf(CommissionMeasure measure) => _measures.IndexOf(measure);

    private int PlaceOf(CommissionMeasure? measure, Func<SalesLine, ScopeSubject>? subject)
    {
        if (measure is null)
            return -1;

        var place = _measures.IndexOf(measure);
        if (place >= 0)
            return place;

        if (subject is null)
            measure.MustBeStated();
        _measures.Add(measure);
        _readers.Add(
            measure.Window.Intersection(Period) is not { } window ? null
            : measure.Rule.Stage is not null ? measure.Reader(subject)
            : measure.During(window).Reader(subject));
        return _measures.Count - 1;
    }

    private int[][] Kinds(Stage? stage)
    {
        var places = new int[KindCount][];
        for (var kind = CreditKind.Direct; kind <= CreditKind.RollUp; kind++)
        {
            var counting = new List<int>();
            for (var place = 0; place < Readers.Length; place++)
            {
                if (Readers[place] is { } reader && _measures[place].Rule.Stage == stage && reader.Counts(kind))
                    counting.Add(place);
            }

            places[(int)kind] = [.. counting];
        }

        return places;
    }
}
