using System;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class RevisionLookUp
{
    private const int Months = 24;

    private static readonly LocalDate s_firstDay = new(2024, 1, 1);

    // The baseline: the entries in order of record, read from the last that was known backwards.
    private readonly (LocalDate Recorded, LocalDate Start, LocalDate End, decimal Value)[] _entries =
        new (LocalDate Recorded, LocalDate Start, LocalDate End, decimal Value)[Months * 2];

    private readonly Revisions<decimal> _revisions = Revisions.Empty<decimal>();
    private readonly LocalDate[] _dates;

    public RevisionLookUp()
    {
        // Each month a price for the month, and ten days into it a correction of the one before.
        for (var i = 0; i < _entries.Length; i++)
        {
            var month = s_firstDay.PlusMonths((i / 2) - (i % 2));
            var recorded = s_firstDay.PlusMonths(i / 2).PlusDays(i % 2 * 10);
            _entries[i] = (recorded, month, month.PlusMonths(1).PlusDays(-1), i + 1m);
            _revisions = _revisions.Record(recorded, DateSpan.OfMonth(month.Year, month.Month), _entries[i].Value);
        }

        _dates = Array.ConvertAll(Facts.Pieces(30m * Months), day => s_firstDay.PlusDays((int)day - 1));
    }

    [GlobalSetup]
    public void Compare() => Same.Results(
        i => ByHand(_dates[i], _dates[i].PlusDays(45)),
        i => _revisions.TryAt(_dates[i], _dates[i].PlusDays(45), out var value) ? value : (decimal?)null);

    [Benchmark(Baseline = true, Description = "48 entries, hand-written scan from the last known", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        foreach (var date in _dates)
            last = ByHand(date, date) ?? last;

        return last;
    }

    [Benchmark(Description = "48 entries, Revisions.TryAt", OperationsPerInvoke = Facts.Count), Scalar]
    public decimal Library()
    {
        var last = 0m;
        foreach (var date in _dates)
        {
            if (_revisions.TryAt(date, date, out var value))
                last = value;
        }

        return last;
    }

    private decimal? ByHand(LocalDate date, LocalDate knownOn)
    {
        for (var i = _entries.Length - 1; i >= 0; i--)
        {
            if (_entries[i].Recorded <= knownOn && date >= _entries[i].Start && date <= _entries[i].End)
                return _entries[i].Value;
        }

        return null;
    }
}
