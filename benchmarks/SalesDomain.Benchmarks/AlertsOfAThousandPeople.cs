using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// A year of week-end statuses of a thousand people made into alerts, and the same run once more, which has to add nothing.
/// </summary>
public class AlertsOfAThousandPeople
{
    private const int People = 1_000;
    private const int Weeks = 52;

    private static readonly DateSpan s_year = DateSpan.OfYear(2026);
    private static readonly AlertRule s_rule = AlertRule.OnEntering(StatusBands.GreenAmberRed.WithMargin(1m), "red").ClosingOnRecovery();

    private readonly SalespersonId[] _people = [.. Enumerable.Range(1, People).Select(i => new SalespersonId("S-" + i))];
    private readonly IReadOnlyList<StatusObservation>[] _observed;

    public AlertsOfAThousandPeople() =>
        _observed =
        [
            .. Enumerable.Range(0, People).Select(person => s_rule.Bands.Follow(Enumerable.Range(0, Weeks).Select(week =>
                (new LocalDate(2026, 1, 2).PlusWeeks(week), (((person * 31) + (week * 7_919)) % 1_201 / 100m) - 8m)))),
        ];

    [GlobalSetup]
    public void Compare()
    {
        var byHand = HandWritten();
        var library = Library();
        foreach (var (person, alerts) in byHand)
        {
            var own = library.AlertsOf(Subject(person));
            Same.Results(
                i => (alerts[i].Raised, alerts[i].Closed, alerts[i].Status),
                i => (own[i].RaisedOn, own[i].ClosedOn, own[i].Status), Math.Max(alerts.Count, own.Count));
        }
    }

    [Benchmark(
        Baseline = true, Description = "52,000 statuses made into alerts, twice, hand-written", OperationsPerInvoke = People * Weeks)]
    public Dictionary<SalespersonId, List<HandWrittenAlert>> HandWritten()
    {
        var ledger = new Dictionary<SalespersonId, List<HandWrittenAlert>>();
        for (var run = 0; run < 2; run++)
        {
            for (var person = 0; person < People; person++)
            {
                foreach (var each in _observed[person])
                {
                    var isRed = string.Equals(each.Status, "red", StringComparison.Ordinal);
                    if (each.IsEntered && isRed)
                        Raise(ledger, _people[person], each);
                    else if (each.IsImproved && !isRed && string.Equals(each.StatusBefore, "red", StringComparison.Ordinal))
                        Close(ledger, _people[person], each);
                }
            }
        }

        return ledger;
    }

    [Benchmark(Description = "52,000 statuses made into alerts, twice, AlertRule and AlertLedger", OperationsPerInvoke = People * Weeks)]
    public AlertLedger<SalespersonId> Library()
    {
        var ledger = AlertLedger.Empty<SalespersonId>();
        for (var run = 0; run < 2; run++)
            ledger = ledger.Record(_people.SelectMany((person, i) => s_rule.Entries(Subject(person), _observed[i])));

        return ledger;
    }

    private static AlertSubject<SalespersonId> Subject(SalespersonId person) => AlertSubject.Of(person, Measure.Revenue, s_year);

    private static void Raise(Dictionary<SalespersonId, List<HandWrittenAlert>> ledger, SalespersonId person, StatusObservation each)
    {
        if (!ledger.TryGetValue(person, out var alerts))
            ledger.Add(person, alerts = []);
        if (alerts.Count > 0 && (alerts[alerts.Count - 1].Closed is null || each.On <= alerts[alerts.Count - 1].StatusOn))
            return;

        alerts.Add(new HandWrittenAlert(new HandWrittenEntry("raised", each.On, each.Status, each.Value)));
    }

    private static void Close(Dictionary<SalespersonId, List<HandWrittenAlert>> ledger, SalespersonId person, StatusObservation each)
    {
        if (!ledger.TryGetValue(person, out var alerts) || alerts[alerts.Count - 1] is not { Closed: null } open
            || each.On <= open.StatusOn)
            return;

        open.Entries.Add(new HandWrittenEntry("recovered", each.On, each.Status, each.Value));
        open.Closed = each.On;
    }

    public sealed record HandWrittenEntry(string Kind, LocalDate On, string Status, decimal Value);

    public sealed class HandWrittenAlert(HandWrittenEntry raised)
    {
        public List<HandWrittenEntry> Entries { get; } = [raised];

        public LocalDate Raised => Entries[0].On;

        public LocalDate? Closed { get; set; }

        public string Status => Entries[Entries.Count - 1].Status;

        public LocalDate StatusOn => Entries[Entries.Count - 1].On;
    }
}
