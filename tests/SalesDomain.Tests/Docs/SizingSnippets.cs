using System;
using NodaTime;
using SalesDomain.Organization;

namespace SalesDomain.Tests.Docs;

public static class SizingSnippets
{
    public static void ARampByMonth()
    {
        #region ARampByMonth
        var ramp = Ramp.Of(
            Percentage.Zero, Percentage.FromPercent(25), Percentage.FromPercent(50), Percentage.FromPercent(75), Percentage.OneHundred);
        var start = new LocalDate(2026, 1, 31);

        Console.WriteLine(ramp.At(start, new LocalDate(2026, 2, 27)));  // 0%
        Console.WriteLine(ramp.At(start, new LocalDate(2026, 2, 28)));  // 25%
        Console.WriteLine(ramp.At(start, new LocalDate(2026, 3, 30)));  // 25%
        Console.WriteLine(ramp.At(start, new LocalDate(2026, 3, 31)));  // 50%
        Console.WriteLine((Figure)ramp.FullMonths(1, 12));              // 9.5
        #endregion
    }

    public static void ARampByCalendarMonths()
    {
        #region ARampByCalendarMonths
        var ramp = Ramp.From((1, Percentage.FromPercent(50)), (4, Percentage.OneHundred))
            .ByMonthsOf(FiscalCalendar.CalendarYear, joinedBy: 15);

        Console.WriteLine(ramp.MonthOf(new LocalDate(2026, 4, 15), new LocalDate(2026, 5, 1)));  // 2
        Console.WriteLine(ramp.MonthOf(new LocalDate(2026, 4, 16), new LocalDate(2026, 5, 1)));  // 1

        RampedCapacity quarter = ramp.Capacity(new LocalDate(2026, 4, 16), WorkCalendar.MondayToFriday, DateSpan.OfQuarter(2026, 2));
        Console.WriteLine(quarter.AverageShare?.ToString("P1", null));                           // 41.5 %
        #endregion
    }

    public static void SizeByWork()
    {
        #region SizeByWork
        var onePerson = SellingTime.Of(240, Duration.FromHours(8))
            .WithoutDays("leave and training", 25)
            .WithoutShare("reports", Percentage.FromPercent(20));

        WorkloadSize size = WorkloadMethod.InTime(
            onePerson,
            new WorkloadSegment("A", 120, AccountWorkload.Of(36, Duration.FromMinutes(60), travel: Duration.FromMinutes(20))),
            new WorkloadSegment("B", 400, AccountWorkload.Of(12, Duration.FromMinutes(40), travel: Duration.FromMinutes(20)))).Size();

        Console.WriteLine(size.People + " at " + size.Utilization?.ToString("P1", null));  // 8 at 95.9 %
        Console.Write(size.Explain());
        // people: 8  [round digits:0 ceiling]
        //   need: ≈ 7.674419  [ratio]
        //     workload in minutes: 633600  [sum]
        //       A: 345600  [product]
        //         accounts: 120  [fact]
        //         workload in minutes: 2880  [product]
        //           calls: 36  [fact]
        //           minutes of a call: 80  [sum]
        //             time of a call: 60  [fact]
        //             travel: 20  [fact]
        //       B: 288000  [product]
        //         accounts: 400  [fact]
        //         workload in minutes: 720  [product]
        //           calls: 12  [fact]
        //           minutes of a call: 60  [sum]
        //             time of a call: 40  [fact]
        //             travel: 20  [fact]
        //     selling time in minutes: 82560  [product]
        //       time at work in minutes: 103200  [product]
        //         days at work: 215  [difference]
        //           working days: 240  [fact]
        //           leave and training: 25  [fact]
        //         minutes a day: 480  [fact]
        //       share for selling: 0.8  [difference]
        //         all of it: 1  [by the rule]
        //         reports: 0.2  [fact]
        #endregion
    }

    public static void SizeByForecast()
    {
        #region SizeByForecast
        var forecast = Measure.Revenue.Of(new Money(10_000_000m, Currency.USD));
        BreakdownMethod method = BreakdownMethod.OfSalesPerPerson(Measure.Revenue.Of(new Money(250_000m, Currency.USD)));
        Console.WriteLine(method.Size(forecast).People);                                           // 40
        Console.WriteLine(method.WithTurnover(Percentage.FromPercent(20)).Size(forecast).People);  // 48
        #endregion
    }

    public static void SizeByTheNextOne()
    {
        #region SizeByTheNextOne
        Money Usd(decimal amount) => new Money(amount, Currency.USD);

        IncrementalSize size = IncrementalMethod.Of(
            Percentage.FromPercent(40), costPerPerson: Usd(80_000),
            (10, Usd(4_000_000)), (11, Usd(4_260_000)), (12, Usd(4_440_000)), (13, Usd(4_600_000)), (14, Usd(5_200_000))).Size();

        Console.WriteLine(size.FirstStop);   // 11: USD 824000.00, last one USD 24000.00
        Console.WriteLine(size.Beyond);      // 12: USD 816000.00, last one USD -8000.00
        Console.WriteLine(size.Best);        // 14: USD 960000.00, last one USD 160000.00
        Console.WriteLine(size.Reasons[0]);
        // sizing.later-gain (people 11, profit USD 824000.00, best people 14, best profit USD 960000.00)
        #endregion
    }

    public static void PotentialByTerritory()
    {
        #region PotentialByTerritory
        BuyingPower<string> power = IndicatorWeights.Classical.Evaluate(  // income, retail sales, population
            [("North", [500, 240, 1_100]), ("South", [300, 260, 900])]);
        MarketPotential<string> potential = power.PotentialOf(Measure.Revenue.Of(new Money(8_000_000m, Currency.CNY)));

        Console.WriteLine(power.Lines[0].BuyingPowerIndex);   // 56.65%
        Console.WriteLine(power.Lines[0].RelativeToAverage);  // 113.3%
        Console.WriteLine(potential.Lines[0].Index);          // 113.3%

        var position = MarketPosition.Of(
            sales: Measure.Revenue.Of(new Money(1_133_000m, Currency.CNY)), market: null, potential: potential.Lines[0].Potential);
        Console.WriteLine(position.Penetration);      // 25%
        Console.WriteLine(position.Share is null);    // True
        #endregion
    }

    public static void AMoveAndItsEffect()
    {
        #region AMoveAndItsEffect
        AccountProfile<string> Account(string name, decimal sales, decimal potential, decimal calls) =>
            AccountProfile.Of(
                name, Measure.Revenue.Of(new Money(sales, Currency.CNY)), Measure.Revenue.Of(new Money(potential, Currency.CNY)),
                AccountWorkload.Of(calls, Duration.FromMinutes(45), Duration.FromMinutes(15)));

        var today = Alignment.Of(
        [
            (Account("D1", 400_000, 900_000, 36), "North"), (Account("D2", 200_000, 300_000, 12), "North"),
            (Account("D3", 100_000, 200_000, 12), "South"), (Account("D4", 100_000, 100_000, 12), "South"),
        ]);
        var proposed = today.Move("D2", "South");

        var within = Percentage.FromPercent(20);
        Console.WriteLine(today.Balance(AlignmentMeasure.Workload, within).MeanAbsoluteDeviation?.ToString("P1", null));  // 33.3 %
        Console.WriteLine(proposed.Balance(AlignmentMeasure.Workload, within).WithinShare);                               // 100%
        Console.WriteLine(today.ChangeTo(proposed).DisruptionBy(AlignmentMeasure.Sales));                                 // 25%
        #endregion
    }

    public static void TurnoverHasAnAverage()
    {
        #region TurnoverHasAnAverage
        var team = HeadCount.Of(
        [
            new Employment(new SalespersonId("Li"), new LocalDate(2024, 1, 1)),
            new Employment(new SalespersonId("He"), new LocalDate(2024, 1, 1)),
            new Employment(new SalespersonId("Wu"), new LocalDate(2025, 6, 1)).Ended(new LocalDate(2026, 1, 10), LeavingKind.Voluntary),
            new Employment(new SalespersonId("Xu"), new LocalDate(2026, 3, 1)),
        ]);
        var quarter = DateSpan.OfQuarter(2026, 1);

        Console.WriteLine(team.Turnover(quarter, HeadCountAverage.ByDay).Rate?.ToString("P1", null));              // 40.7 %
        Console.WriteLine(team.Turnover(quarter, HeadCountAverage.ByMonthEnds).Rate?.ToString("P1", null));        // 42.9 %
        Console.WriteLine(team.Turnover(quarter, HeadCountAverage.OpeningAndClosing).Rate?.ToString("P1", null));  // 33.3 %

        StaffTurnover turnover = team.Turnover(quarter, HeadCountAverage.OpeningAndClosing);
        Console.WriteLine(turnover.Opening + " + " + turnover.Joined + " - " + turnover.Left + " = " + turnover.Closing);  // 3 + 1 - 1 = 3
        Console.WriteLine(turnover.ShareLeft);                                                                       // 25%
        #endregion
    }

    public static void HeadsInFullProductivity()
    {
        #region HeadsInFullProductivity
        var team = HeadCount.Of(
        [
            new Employment(new SalespersonId("Li"), new LocalDate(2024, 1, 1)),
            new Employment(new SalespersonId("Xu"), new LocalDate(2026, 3, 1)),
        ]);
        var ramp = Ramp.Of(Percentage.Zero, Percentage.FromPercent(50), Percentage.OneHundred);

        Console.Write(team.Ramped(new LocalDate(2026, 4, 1), ramp).Explain());
        // effective heads: 1.5  [sum]
        //   Li: 1  [by the rule]
        //   Xu: 0.5  [by the rule]
        #endregion
    }

    public static void VacanciesHaveAnAge()
    {
        #region VacanciesHaveAnAge
        var positions = Staffing
            .Of([("P-1", DateSpan.From(new LocalDate(2026, 1, 1))), ("P-2", DateSpan.From(new LocalDate(2026, 2, 1)))])
            .WithFilled([("P-1", DateSpan.Always)]);

        StaffingOnDay<string> day = positions.On(new LocalDate(2026, 2, 28));
        Console.WriteLine(day.FillRate + ", vacant " + day.VacancyRate);                                     // 50%, vacant 50%
        Console.WriteLine(day.Vacancies[0].Position + " for " + day.Vacancies[0].AgeOn(day.On) + " days");    // P-2 for 28 days
        #endregion
    }

    public static void SurplusOfOneUnitFillsNoOther()
    {
        #region SurplusOfOneUnitFillsNoOther
        var people = Assignments.Of(
            ("East", "Li", DateSpan.Always), ("East", "Wu", DateSpan.Always), ("East", "Xu", DateSpan.Until(new LocalDate(2026, 3, 31))),
            ("West", "He", DateSpan.Always));
        StaffingByNumber<string> plan = Staffing.ByNumber(
            authorized: [("East", 2, DateSpan.OfYear(2026)), ("West", 2, DateSpan.OfYear(2026))], people);

        StaffingNumbersOnDay<string> march = plan.On(new LocalDate(2026, 3, 31));
        Console.Write(march);
        // East: 2 of 2, 0 vacant, 1 over strength
        // West: 1 of 2, 1 vacant
        Console.WriteLine(march.InPost + " in post of " + march.Authorized + ", filled " + march.FillRate);  // 4 in post of 4, filled 75%
        #endregion
    }

    public static void AScorecardForCandidates()
    {
        #region AScorecardForCandidates
        var card = CandidateScorecard.Of(
            ScoreScale.Of(1, 5).InStepsOf(1).WithAnchor(1, "none seen").WithAnchor(5, "closed such deals alone"),
            new CandidateCriterion("negotiation", Percentage.FromPercent(60)).WithMinimum(3),
            new CandidateCriterion("drive", Percentage.FromPercent(40)));

        CandidateResult<string> Scored(string name, decimal negotiation, decimal drive) =>
            card.Evaluate(name, [new InterviewScore("Wu", "negotiation", negotiation), new InterviewScore("Wu", "drive", drive)]);

        foreach (var each in card.Rank([Scored("He", 2, 5), Scored("Li", 4, 4), Scored("Xu", 4, 4), Scored("Ma", 3, 5)]))
            Console.WriteLine(each);
        // 1. Li: 4
        // 1. Xu: 4
        // 3. Ma: 3.8
        // - He: 3.2; candidate.below-minimum (criterion negotiation, score 2, minimum 3)
        #endregion
    }
}
