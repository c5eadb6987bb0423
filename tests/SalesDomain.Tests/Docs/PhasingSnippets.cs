using System;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Docs;

public static class PhasingSnippets
{
    public static void AQuotaInItsPeriods()
    {
        #region AQuotaInItsPeriods
        var quarters = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(1997), FiscalPeriodKind.Quarter);
        var phasing = Phasing.OfPercentages(
            quarters, Percentage.FromPercent(20), Percentage.FromPercent(23), Percentage.FromPercent(25), Percentage.FromPercent(32));

        PhasedQuota quota = phasing.Split(Measure.Revenue.Of(new Money(560_000m, Currency.USD)), Rounding.Commercial);

        Console.WriteLine(quota[1]);             // revenue, without tax: USD 128800.00
        Console.WriteLine(quota.Cumulative[1]);  // revenue, without tax: USD 240800.00
        #endregion
    }

    public static void RunningTotalsAreRounded()
    {
        #region RunningTotalsAreRounded
        var days = PlanPeriods.Of(DateSpan.OfMonth(2021, 9));
        var quota = Phasing.ByWorkingDays(days, WorkCalendar.MondayToFriday)
            .Split(Measure.Revenue.Of(new Money(100_000m, Currency.USD)), Rounding.Commercial);

        Console.WriteLine(quota.QuotaToDate(new LocalDate(2021, 9, 2)).Money.Round(Rounding.Commercial));   // USD 9090.91
        Console.WriteLine(quota.QuotaToDate(new LocalDate(2021, 9, 30)).Money.Round(Rounding.Commercial));  // USD 100000.00
        #endregion
    }

    public static void TwelveEvenMonths()
    {
        #region TwelveEvenMonths
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
        var even = Phasing.Even(months).ToPercentages(Apportionment.InUnitsOf(0.01m));

        Console.WriteLine(even.Shares[3] + ", " + even.Shares[4]);  // 8.34%, 8.33%
        #endregion
    }

    public static void QuartersAndWorkingDays()
    {
        #region QuartersAndWorkingDays
        var year = FiscalCalendar.CalendarYear.Year(2026);
        var quarters = Phasing.OfPercentages(
            PlanPeriods.Of(year, FiscalPeriodKind.Quarter),
            Percentage.FromPercent(20), Percentage.FromPercent(23), Percentage.FromPercent(25), Percentage.FromPercent(32));
        var months = Phasing.ByWorkingDays(PlanPeriods.Of(year, FiscalPeriodKind.Month), WorkCalendar.MondayToFriday);

        var quota = quarters.Within(months).Split(Measure.Revenue.Of(new Money(12_000_000m, Currency.CNY)), Rounding.Commercial);

        Console.WriteLine(quota[1].Money);                                              // CNY 750000.00
        Console.WriteLine(quarters.Within(months).ShareToDate(new LocalDate(2026, 3, 31)));  // 20%
        #endregion
    }

    public static void ASeasonFromHistory()
    {
        #region ASeasonFromHistory
        SeasonYear Year(int year, params decimal[] millions) => SeasonYear.Of(
            PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(year), FiscalPeriodKind.Quarter),
            Array.ConvertAll(millions, each => (Measured?)Measure.Revenue.Of(new Money(each * 1_000_000m, Currency.CNY))));

        var (small, large) = (Year(2024, 4m, 2m, 2m, 2m), Year(2025, 10m, 10m, 10m, 70m));

        Console.WriteLine(SeasonFit.AverageOfShares.Of(small, large));  // 1, 0.6, 0.6, 1.8
        Console.WriteLine(SeasonFit.Pooled.Of(small, large));           // 0.5091, 0.4364, 0.4364, 2.6182
        #endregion
    }

    public static void AStartInMarch()
    {
        #region AStartInMarch
        var quarters = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2019), FiscalPeriodKind.Quarter);
        var quota = Phasing.ByWeights(quarters, 20m, 20m, 20m, 40m)
            .Split(Measure.Revenue.Of(new Money(100_000m, Currency.USD)), Rounding.Commercial);

        var prorated = Proration.ByMonths(FiscalCalendar.CalendarYear, day: 1)
            .Of(quota, DateSpan.From(new LocalDate(2019, 3, 1)), Rounding.Commercial);

        Console.WriteLine(prorated.Parts[0]);     // 2019-01-01/2019-03-31: 1 of 3 USD 6666.67
        Console.WriteLine(prorated.Total.Money);  // USD 86666.67
        #endregion
    }

    public static void MonthsCutIntoWeeks()
    {
        #region MonthsCutIntoWeeks
        var months = Phasing.OfPercentages(
            PlanPeriods.Of(DateSpan.OfMonth(2026, 1), DateSpan.OfMonth(2026, 2)), Percentage.FromPercent(31), Percentage.FromPercent(69));
        var weeks = PlanPeriods.Of(  // from 29 January to 4 February there are three days of the one and four of the other
            new DateSpan(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 28)),
            new DateSpan(new LocalDate(2026, 1, 29), new LocalDate(2026, 2, 4)),
            new DateSpan(new LocalDate(2026, 2, 5), new LocalDate(2026, 2, 28)));

        var quota = months.SpreadByDay(weeks).Split(Measure.Revenue.Of(new Money(100_000m, Currency.CNY)), Rounding.Commercial);

        Console.WriteLine(quota[1].Money);  // CNY 12857.14
        #endregion
    }

    public static void AHandover()
    {
        #region AHandover
        var split = Proration.ByDays.Split(
            Measure.Revenue.Of(new Money(100_000m, Currency.USD)), DateSpan.OfQuarter(2026, 1), Rounding.Commercial,
            ("Li", DateSpan.Until(new LocalDate(2026, 1, 30))), ("Wang", DateSpan.From(new LocalDate(2026, 3, 2))));

        Console.WriteLine(split);  // Li USD 33333.33, Wang USD 33333.33, vacant USD 33333.34
        #endregion
    }

    public static void ALeaveOfAbsence()
    {
        #region ALeaveOfAbsence
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
        var full = Phasing.Even(months).Split(Measure.Revenue.Of(new Money(144_000m, Currency.CNY)), Rounding.Commercial);

        var prorated = Proration.ByDays.Of(
            full, [DateSpan.Until(new LocalDate(2026, 4, 10)), DateSpan.From(new LocalDate(2026, 9, 1))], Rounding.Commercial);

        Console.WriteLine(prorated.Total.Money + ", relief " + prorated.Relief.Money);  // CNY 88000.00, relief CNY 56000.00

        PhasedQuota quota = prorated.ToPhasedQuota()!;
        foreach (var day in new[] { new LocalDate(2026, 4, 10), new LocalDate(2026, 8, 31) })
        {
            var elapsed = ElapsedTime.ByDays(quota.Phasing.Periods.Span, day).Within(prorated.Held);
            Pace pace = Pace.Of(Measure.Revenue.Of(new Money(40_000m, Currency.CNY)), quota, elapsed);

            Console.WriteLine(elapsed);
            Console.WriteLine(pace.QuotaToDate?.Money + " due, a day " + pace.NeededPerDay?.Money.Round(Rounding.Commercial));
        }
        // 100 of 222 days held of 2026-01-01/2026-12-31
        // CNY 40000.00 due, a day CNY 393.44
        // 100 of 222 days held of 2026-01-01/2026-12-31
        // CNY 40000.00 due, a day CNY 393.44
        #endregion
    }

    public static void ANewHire()
    {
        #region ANewHire
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
        var full = Phasing.Even(months).Split(Measure.Revenue.Of(new Money(1_200_000m, Currency.CNY)), Rounding.Commercial);
        var ramp = Ramp.Of(Percentage.Zero, Percentage.FromPercent(25), Percentage.FromPercent(50), Percentage.OneHundred);

        var ramped = RampedQuota.Of(full, ramp, new LocalDate(2026, 1, 1), Rounding.Commercial, ReliefBearer.Manager);

        Console.WriteLine(ramped);                       // CNY 975000.00 of CNY 1200000.00 from 2026-01-01, relief CNY 225000.00
        Console.WriteLine(ramped.InManagersPlan.Money);  // CNY 1200000.00

        var sold = Measure.Revenue.Of(new Money(8_000m, Currency.CNY));
        Console.WriteLine(Attainment.Of(sold, ramped.Parts[0].Amount).Reasons[0]);  // attainment.zero-quota
        Console.WriteLine(Attainment.Of(sold, ramped.Parts[1].Amount).Rate);        // 32%
        #endregion
    }

    public static void AnAccountMoves()
    {
        #region AnAccountMoves
        Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        var year = DateSpan.OfYear(2026);
        var july = new LocalDate(2026, 7, 1);
        var end = new LocalDate(2026, 12, 31);

        var ledger = QuotaLedger.Of(new LocalDate(2026, 1, 5), year, ("Li", Revenue(1_000_000m)), ("Wang", Revenue(800_000m)));
        var account = Phasing.ByWeights(
            PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Quarter), 20m, 20m, 20m, 40m)
            .Split(Revenue(120_000m), Rounding.Commercial);
        var moves = Proration.ByDays.Of(account, DateSpan.From(july), Rounding.Commercial).Total;  // CNY 72000.00, not 184 ÷ 365 of it
        ledger = ledger.Record(QuotaChange.Transfer(
            new DocumentId("Q-7"), new LocalDate(2026, 7, 10), july, "Li", "Wang", moves, new Reason("account-moved")));

        Console.WriteLine(ledger.BalanceOf("Li", end, knownOn: end));                        // Li on 2026-12-31: CNY 928000.00
        Console.WriteLine(ledger.BalanceOf("Li", end, knownOn: new LocalDate(2026, 7, 9)));  // Li on 2026-12-31: CNY 1000000.00
        Console.WriteLine(ledger.Total(end, knownOn: end).Money);                            // CNY 1800000.00
        #endregion
    }

    public static void AnAccountMovesWithItsPhasing()
    {
        #region AnAccountMovesWithItsPhasing
        Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        var (september, end) = (new LocalDate(2026, 9, 1), new LocalDate(2026, 12, 31));
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
        var even = Phasing.Even(months).Split(Revenue(1_000_000m), Rounding.Commercial);

        var account = Phasing.ByWeights(months, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 2m)
            .Split(Revenue(130_000m), Rounding.Commercial);
        var moves = Proration.ByDays.Of(account, DateSpan.From(september), Rounding.Commercial).ToPhasedQuota()!;  // CNY 50000.00

        var change = new DocumentId("Q-7");
        var ledger = QuotaLedger.Of(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("Li", even.Total), ("Wang", even.Total))
            .Record(QuotaChange.Transfer(
                change, september, september, "Li", "Wang", moves.Total, new Reason("account-moved")));
        var quota = ledger.BalanceOf("Li", end, knownOn: end).Phase(even, (change, moves));

        Console.WriteLine(quota.QuotaToDate(new LocalDate(2026, 9, 30)).Money);  // CNY 740000.00
        Console.WriteLine(quota[11].Money);                                      // CNY 63333.33
        Console.WriteLine(quota.Total.Money);                                    // CNY 950000.00
        #endregion
    }

    public static void HeldByShares()
    {
        #region HeldByShares
        var january = new LocalDate(2026, 1, 31);
        var held = Assignments.Of(
            Assignment.Of("north", "Li", DateSpan.Until(january)),
            Assignment.Of("north", "Wang", DateSpan.From(january.PlusDays(1)), Percentage.FromPercent(70)),
            Assignment.Of("north", "Chen", DateSpan.From(january.PlusDays(1)), Percentage.FromPercent(20)));

        var split = Proration.ByDays.Split(
            Measure.Revenue.Of(new Money(90_000m, Currency.CNY)), DateSpan.OfQuarter(2026, 1), Rounding.Commercial, held, "north");

        Console.WriteLine(split);  // Li CNY 31000.00, Wang CNY 41300.00, Chen CNY 11800.00, vacant CNY 5900.00
        #endregion
    }

    public static void AJoinerOfTheYear()
    {
        #region AJoinerOfTheYear
        Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        var july = new LocalDate(2026, 7, 1);
        var end = new LocalDate(2026, 12, 31);

        var ledger = QuotaLedger.Of(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("Li", Revenue(1_000_000m))).Record(
            QuotaChange.Admission(new DocumentId("Q-8"), july, july, "Chen", Revenue(0m), new Reason("new-hire")),
            QuotaChange.Transfer(new DocumentId("Q-9"), july, july, "Li", "Chen", Revenue(300_000m), new Reason("territory-split")));

        Console.WriteLine(ledger.BalanceOf("Chen", end, knownOn: end));                       // Chen on 2026-12-31: CNY 300000.00
        Console.WriteLine(ledger.Balances(end, knownOn: new LocalDate(2026, 6, 30)).Count);  // 1
        #endregion
    }

    public static void SpringFestival()
    {
        #region SpringFestival
        int[] ends = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        PlanPeriods Eleven(int year) => PlanPeriods.Of(Array.ConvertAll(ends, month =>
            new DateSpan(new LocalDate(year, month == 2 ? 1 : month, 1), DateSpan.OfMonth(year, month).End!.Value)));
        SeasonYear Year(int year, decimal january, decimal february) => SeasonYear.Of(
            Eleven(year), Array.ConvertAll(ends, month =>
                (Measured?)Measure.Revenue.Of(new Money(month == 2 ? january + february : 9_150m, Currency.CNY))));

        var season = SeasonFit.Pooled.Of(Year(2024, 11_600m, 6_900m), Year(2025, 8_000m, 10_500m));  // on 10 February, on 29 January

        var calendar = WorkCalendar.MondayToFriday
            .WithHolidays(DateSpan.Parse("2026-01-01/2026-01-03"), DateSpan.Parse("2026-02-15/2026-02-23"))
            .WithMakeUpDays(new LocalDate(2026, 1, 4), new LocalDate(2026, 2, 14), new LocalDate(2026, 2, 28));
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
        var quota = season.Phase(Eleven(2026)).Within(Phasing.ByWorkingDays(months, calendar))
            .Split(Measure.Revenue.Of(new Money(110_000m, Currency.CNY)), Rounding.Commercial);

        Console.WriteLine(quota[0].Money + ", " + quota[1].Money + ", " + quota[2].Money);  // CNY 10500.00, CNY 8000.00, CNY 9150.00
        #endregion
    }

    public static void PeriodByPeriod()
    {
        #region PeriodByPeriod
        Measured Revenue(decimal millions) => Measure.Revenue.Of(new Money(millions * 1_000_000m, Currency.CNY));
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
        var quota = Phasing.Even(months).Split(Revenue(12m), Rounding.Commercial);
        var director = new RoleId("sales director");
        var writeOff = ShortfallPolicy.WriteOff(Authority.Over(ShortfallPolicy.ShortfallName)
            .With(director, (ShortfallPolicy.ShortfallName, AuthorityLimit.AtMost(new Money(2_000_000m, Currency.CNY)))));

        var june = writeOff.Evaluate(Revenue(4.4m), quota, new LocalDate(2026, 6, 30), Rounding.Commercial, director);
        var july = writeOff.Evaluate(Revenue(5.4m), june, new LocalDate(2026, 7, 31), Rounding.Commercial, director);
        var august = ShortfallPolicy.Spread.Evaluate(Revenue(6.2m), july, new LocalDate(2026, 8, 31), Rounding.Commercial);

        Console.WriteLine(june);    // WrittenOff CNY 1600000.00 after 2026-06-30, CNY 6000000.00 to come
        Console.WriteLine(july);    // Met CNY 0.00 after 2026-07-31, CNY 5000000.00 to come
        Console.WriteLine(august);  // Added CNY 200000.00 after 2026-08-31, CNY 4200000.00 to come
        #endregion
    }

    public static void WhatWasMissed()
    {
        #region WhatWasMissed
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
        var quota = Phasing.Even(months).Split(Measure.Revenue.Of(new Money(12_000_000m, Currency.CNY)), Rounding.Commercial);
        var actual = Measure.Revenue.Of(new Money(4_400_000m, Currency.CNY));
        var june = new LocalDate(2026, 6, 30);

        var spread = ShortfallPolicy.Spread.Evaluate(actual, quota, june, Rounding.Commercial);
        Console.WriteLine(spread);                    // Added CNY 1600000.00 after 2026-06-30, CNY 7600000.00 to come
        Console.WriteLine(spread.Parts[6].Money);     // CNY 1266666.67
        Console.WriteLine(spread.Original[6].Money);  // CNY 1000000.00

        var manager = new RoleId("regional manager");
        var authority = Authority.Over(ShortfallPolicy.ShortfallName)
            .With(manager, (ShortfallPolicy.ShortfallName, AuthorityLimit.AtMost(new Money(500_000m, Currency.CNY))));
        var writeOff = ShortfallPolicy.WriteOff(authority).Evaluate(actual, quota, june, Rounding.Commercial, manager);
        Console.WriteLine(writeOff.Outcome + ": " + writeOff.Reasons[0].Code);  // NotApproved: authority.over-limit
        #endregion
    }
}
