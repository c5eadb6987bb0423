using NodaTime;
using SalesDomain.Organization;

namespace SalesDomain.Tests.WholeApi;

/// <summary>What the samples of sizing and alignment are made of.</summary>
internal static partial class Samples
{
    private static readonly Money s_usd = new(2.5m, Currency.USD);

    private static Measured Earned(decimal amount) => Measure.Margin.Of(new Money(amount, Currency.USD));

    private static AccountProfile<T> Profiled<T>(T account, decimal potential)
        where T : notnull =>
        AccountProfile.Of(account, Earned(1m), Earned(potential), AccountWorkload.Of(12m, Duration.FromHours(1), Duration.FromMinutes(20)));

    // The first account is in a territory of its own name, and another one in the other.
    private static Alignment<T, T> Aligned<T>(T first, T other)
        where T : notnull =>
        Alignment.Of([(Profiled(first, 2m), first), (Profiled(other, 3m), other)]);

    private static BreakdownMethod ByBreakdown() => BreakdownMethod.OfSalesPerPerson(Earned(30m));

    private static IndicatorWeights Indicated() => IndicatorWeights.Of(("income", Percentage.OneHundred));

    private static CandidateCriterion Driven() => new("drive", Percentage.OneHundred);

    private static CandidateScorecard Carded() => CandidateScorecard.Of(ScoreScale.Of(1m, 5m), Driven());

    private static CandidateResult<T> Scored<T>(T candidate, decimal score)
        where T : notnull =>
        Carded().Evaluate(candidate, [new InterviewScore("Li", "drive", score)]);

    private static HeadCount Counted() =>
        HeadCount.Of(
        [
            new Employment(new SalespersonId("S-1"), new LocalDate(2025, 3, 1)),
            new Employment(new SalespersonId("S-2"), new LocalDate(2025, 3, 1)).Ended(new LocalDate(2025, 7, 31), LeavingKind.Voluntary),
        ]);

    private static IncrementalMethod ByMargin() =>
        IncrementalMethod.Of(
            Percentage.FromPercent(40m), new Money(40m, Currency.USD), (10, new Money(1_000m, Currency.USD)),
            (11, new Money(1_150m, Currency.USD)),
            (12, new Money(1_200m, Currency.USD)));

    private static Staffing<T> Staffed<T>(T position)
        where T : notnull =>
        Staffing.Of([(position, DateSpan.From(new LocalDate(2025, 1, 1)))])
            .WithFilled([(position, DateSpan.From(new LocalDate(2025, 5, 1)))]);

    private static StaffingByNumber<T> Numbered<T>(T unit, int number)
        where T : notnull =>
        Staffing.ByNumber([(unit, number, DateSpan.OfYear(2026))], [(unit, DateSpan.Always), (unit, DateSpan.OfMonth(2026, 2))]);

    private static WorkloadSegment Called() => new("A", 3, AccountWorkload.Of(12m, Duration.FromHours(1), Duration.Zero));

    private static WorkloadMethod ByWorkload() => WorkloadMethod.InCalls(10m, Called());
}
