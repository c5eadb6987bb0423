using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Folds entries into the alerts of their subjects: what an entry does, that it does nothing, or what is against it.</summary>
/// <remarks>A run brings its entries subject by subject; the alerts of the one at hand are looked up and put back once.</remarks>
internal sealed class AlertFold<TOwner>(Dictionary<AlertSubject<TOwner>, DeviationAlert<TOwner>[]> bySubject)
    where TOwner : notnull
{
    private readonly List<DeviationAlert<TOwner>> _alerts = [];
    private AlertSubject<TOwner>? _subject;
    private bool _isSubjectChanged;

    internal bool IsChanged { get; private set; }

    internal void Add(AlertEntry<TOwner> entry, string parameterName)
    {
        TurnTo(entry.Subject);
        if (HasNoEffect(_alerts, entry))
            return;

        var reasons = Reasons(_alerts, entry);
        if (reasons.Count > 0)
        {
            throw Guards.Invalid(
                parameterName, entry.ToString(),
                "must fit what is recorded: " + string.Join("; ", reasons.Select(reason => reason.ToString())));
        }

        Take(entry);
        _isSubjectChanged = true;
        IsChanged = true;
    }

    /// <summary>The alerts of all subjects, those of the one at hand among them.</summary>
    internal Dictionary<AlertSubject<TOwner>, DeviationAlert<TOwner>[]> Done()
    {
        PutBack();
        return bySubject;
    }

    /// <summary>Whether an entry changes nothing: it is recorded, or a run says again what is known.</summary>
    internal static bool HasNoEffect(IReadOnlyList<DeviationAlert<TOwner>> alerts, AlertEntry<TOwner> entry)
    {
        if (alerts.Count == 0)
            return entry.Kind == AlertEntryKind.Recovered;

        // What a run says of an older day, it says again; and a figure that came back closes nothing that is closed or answered.
        var last = alerts[alerts.Count - 1];
        var isKnown = entry.Kind switch
        {
            AlertEntryKind.Raised => entry.On <= last.StatusOn
                || (!last.IsClosed && string.Equals(entry.Status, last.Status, StringComparison.Ordinal)),
            AlertEntryKind.Recovered => last.IsClosed || last.Action is not null || entry.On <= last.StatusOn,
            _ => false,
        };

        // No entry of any alert is later than the last of the last.
        return isKnown || (entry.On <= last.Last.On && alerts.Any(alert => alert.Has(entry)));
    }

    /// <summary>All that is against an entry that has an effect.</summary>
    internal static IReadOnlyList<Reason> Reasons(IReadOnlyList<DeviationAlert<TOwner>> alerts, AlertEntry<TOwner> entry)
    {
        if (entry.Kind is AlertEntryKind.Raised or AlertEntryKind.Recovered)
            return [];
        if (alerts.Count == 0 || alerts[alerts.Count - 1] is not { IsClosed: false } open)
            return [new Reason("alert.none-open", ("on", entry.On))];

        var reasons = new List<Reason>();
        if (entry.On < open.RaisedOn)
            reasons.Add(new Reason("alert.before-raised", ("on", entry.On), ("raised", open.RaisedOn)));
        if (entry.Kind == AlertEntryKind.ActionPlanned)
            return reasons;
        if (open.Action is null)
            reasons.Add(new Reason("alert.no-action", ("raised", open.RaisedOn)));
        if (entry.On < open.Last.On)
            reasons.Add(new Reason("alert.before-last-entry", ("on", entry.On), ("last entry", open.Last.On)));

        return reasons;
    }

    private void TurnTo(AlertSubject<TOwner> subject)
    {
        if (ReferenceEquals(subject, _subject))
            return;

        PutBack();
        _subject = subject;
        _alerts.Clear();
        if (bySubject.TryGetValue(subject, out var alerts))
            _alerts.AddRange(alerts);
    }

    private void PutBack()
    {
        if (_isSubjectChanged)
            bySubject[_subject!] = [.. _alerts];
        _isSubjectChanged = false;
    }

    private void Take(AlertEntry<TOwner> entry)
    {
        if (_alerts.Count == 0 || _alerts[_alerts.Count - 1].IsClosed)
        {
            _alerts.Add(new DeviationAlert<TOwner>(entry, level: 0));
            return;
        }

        var open = _alerts[_alerts.Count - 1];
        _alerts[_alerts.Count - 1] = open.With(entry);
        if (entry.Kind == AlertEntryKind.NotImproved)
        {
            _alerts.Add(new DeviationAlert<TOwner>(
                AlertEntry.Raised(entry.Subject, entry.On, entry.Status!, entry.Figures), open.Level + 1));
        }
    }
}
