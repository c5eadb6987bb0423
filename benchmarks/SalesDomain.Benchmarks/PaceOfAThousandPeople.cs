using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>Every figure of a pace for each of a thousand people, as a run of each working day makes it.</summary>
public class PaceOfAThousandPeople
{
    private const int People = 1_000;

    private static readonly ElapsedTime s_elapsed = ElapsedTime.ByWorkingDays(
        WorkCalendar.MondayToFriday, DateSpan.OfMonth(2026, 4), new LocalDate(2026, 4, 15));

    // In cents; some have no quota, some have reached theirs.
    private readonly (Measured Quota, Measured Actual)[] _people =
    [
        .. Enumerable.Range(1, People).Select(i => (
            Usd(i % 50 == 0 ? 0m : (i * 7_919 % 1_000_003) / 100m), Usd((i * 104_729L % 900_001) / 100m))),
    ];

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(i => byHand[i], i => Figures(library[i]), People);
    }

    [Benchmark(Baseline = true, Description = "pace of 1,000 people, hand-written", OperationsPerInvoke = People)]
    public HandWrittenPace[] HandWritten()
    {
        var (days, elapsed) = (s_elapsed.Total, s_elapsed.Elapsed);
        return Array.ConvertAll(_people, person => new HandWrittenPace(
            person.Quota.Money.Amount, person.Actual.Money.Amount, days, elapsed));
    }

    [Benchmark(Description = "pace of 1,000 people, Pace.Of", OperationsPerInvoke = People)]
    public Pace[] Library() =>
        Array.ConvertAll(_people, person => Pace.Of(person.Actual, person.Quota, s_elapsed));

    private static Measured Usd(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.USD));

    private static HandWrittenPace Figures(Pace pace) =>
        new(pace.Remaining.Money.Amount, pace.EvenQuotaToDate?.Money.Amount, pace.NeededPerDay?.Money.Amount,
            pace.PerDaySoFar?.Money.Amount, pace.NeededAgainstSoFar?.Fraction, pace.RunRateProjection?.Money.Amount);

    public sealed record HandWrittenPace(
        decimal Remaining, decimal? Even, decimal? Needed, decimal? SoFar, decimal? Against, decimal? RunRate)
    {
        public HandWrittenPace(decimal quota, decimal actual, int days, int elapsed)
            : this(quota - actual, null, null, null, null, null)
        {
            Even = days == 0 ? null : quota * elapsed / days;
            SoFar = elapsed == 0 ? null : actual / elapsed;
            RunRate = elapsed == 0 ? null : actual * days / elapsed;
            var left = days - elapsed;
            Needed = quota == 0m ? null : Remaining <= 0m ? 0m : left == 0 ? null : Remaining / left;
            Against = quota != 0m && Remaining > 0m && left > 0 && elapsed > 0 && actual > 0m ? Remaining * elapsed / (actual * left)
                : null;
        }
    }
}
