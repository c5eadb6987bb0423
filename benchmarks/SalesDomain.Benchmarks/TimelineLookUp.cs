using System;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class TimelineLookUp
{
    private const int Entries = 48;

    private static readonly LocalDate s_firstDay = new(2022, 1, 1);

    // The baseline: parallel arrays, the end exclusive, and no open ends.
    private readonly LocalDate[] _starts = new LocalDate[Entries];
    private readonly LocalDate[] _ends = new LocalDate[Entries];
    private readonly decimal[] _values = new decimal[Entries];

    private readonly Timeline<decimal> _timeline;
    private readonly LocalDate[] _dates;

    public TimelineLookUp()
    {
        var entries = new (DateSpan Span, decimal Value)[Entries];
        for (var i = 0; i < Entries; i++)
        {
            var start = s_firstDay.PlusMonths(i);
            (_starts[i], _ends[i], _values[i]) = (start, start.PlusMonths(1), i + 1m);
            entries[i] = (DateSpan.OfMonth(start.Year, start.Month), _values[i]);
        }

        _timeline = Timeline.Of(entries);
        _dates = Array.ConvertAll(Facts.Pieces(365m * 4m), day => s_firstDay.PlusDays((int)day - 1));
    }

    [GlobalSetup]
    public void Compare() => Same.Results(i => ByHand(_dates[i]), i => _timeline.At(_dates[i]));

    [Benchmark(Baseline = true, Description = "48 months, hand-written binary search", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        foreach (var date in _dates)
            last = ByHand(date) ?? last;

        return last;
    }

    [Benchmark(Description = "48 months, Timeline.TryAt", OperationsPerInvoke = Facts.Count), Scalar]
    public decimal Library()
    {
        var last = 0m;
        foreach (var date in _dates)
        {
            if (_timeline.TryAt(date, out var value))
                last = value;
        }

        return last;
    }

    private decimal? ByHand(LocalDate date)
    {
        var low = 0;
        var high = _starts.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (date < _starts[middle])
                high = middle - 1;
            else if (date >= _ends[middle])
                low = middle + 1;
            else
                return _values[middle];
        }

        return null;
    }
}
