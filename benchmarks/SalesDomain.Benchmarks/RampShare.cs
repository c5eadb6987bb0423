using System;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Organization;

namespace SalesDomain.Benchmarks;

public class RampShare
{
    private static readonly decimal[] s_shares = [0m, 0.25m, 0.5m, 0.75m, 1m];

    private readonly Ramp _ramp = Ramp.Of([.. Array.ConvertAll(s_shares, Percentage.FromFraction)]);
    private readonly LocalDate[] _starts = Array.ConvertAll(Facts.Pieces(365m * 3m), day => new LocalDate(2022, 12, 31).PlusDays((int)day));
    private readonly LocalDate _on = new(2026, 3, 30);

    [GlobalSetup]
    public void Compare() => Same.Results(i => ByHand(_starts[i], _on), i => _ramp.At(_starts[i], _on).Fraction);

    [Benchmark(Baseline = true, Description = "ramp share by months of tenure, hand-written", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var sum = 0m;
        foreach (var start in _starts)
            sum += ByHand(start, _on);

        return sum;
    }

    [Benchmark(Description = "ramp share by months of tenure, Ramp.At", OperationsPerInvoke = Facts.Count), Scalar]
    public decimal Library()
    {
        var sum = 0m;
        foreach (var start in _starts)
            sum += _ramp.At(start, _on).Fraction;

        return sum;
    }

    private static decimal ByHand(LocalDate start, LocalDate on)
    {
        var months = ((on.Year - start.Year) * 12) + on.Month - start.Month;
        if (on.Day < Math.Min(start.Day, on.Calendar.GetDaysInMonth(on.Year, on.Month)))
            months--;

        return s_shares[Math.Min(months, s_shares.Length - 1)];
    }
}
