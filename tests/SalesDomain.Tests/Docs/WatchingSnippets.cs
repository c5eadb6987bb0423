using System;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Docs;

public static class WatchingSnippets
{
    public static void WhereAQuotaStands()
    {
        #region WhereAQuotaStands
        Measured quota = Measure.Revenue.Of(new Money(1_200_000m, Currency.CNY));
        Measured actual = Measure.Revenue.Of(new Money(540_000m, Currency.CNY));
        var elapsed = ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, DateSpan.OfMonth(2026, 4), new LocalDate(2026, 4, 15));

        Pace pace = Pace.Of(actual, quota, elapsed);

        Console.WriteLine(elapsed.Elapsed + " of " + elapsed.Total);                    // 11 of 22
        Console.WriteLine(pace.EvenQuotaToDate?.Money);                                 // CNY 600000.00
        Console.WriteLine(pace.NeededPerDay?.Money);                                    // CNY 60000.00
        Console.WriteLine(pace.NeededAgainstSoFar?.ToString("P1", null));               // 122.2 %
        Console.WriteLine(pace.RunRateProjection?.Money);                               // CNY 1080000.00

        Measured phased = Measure.Revenue.Of(new Money(420_000m, Currency.CNY));        // 35 % of the quota
        Console.WriteLine(pace.WithQuotaToDate(phased).SeasonalProjection?.Money.Round(Rounding.Commercial));  // CNY 1542857.14
        #endregion
    }

    public static void TheHockeyStick()
    {
        #region TheHockeyStick
        Measured Sold(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));

        var sold = new[]
        {
            (DateSpan.OfMonth(2026, 1), Sold(100_000m)), (DateSpan.OfMonth(2026, 2), Sold(200_000m)),
            (DateSpan.OfMonth(2026, 3), Sold(700_000m)),
        };
        var quarter = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1);
        var months = PlanPeriods.Of(quarter, FiscalPeriodKind.Month);

        var even = Linearity.Of(sold, Phasing.ByWeights(months, 1m, 1m, 1m));
        Console.WriteLine(even.LastShare);                              // 70%
        Console.WriteLine(even.DisplacedShare?.ToString("P1", null));   // 36.7 %

        var meant = Linearity.Of(sold, Phasing.ByWeights(months, 1m, 2m, 7m));
        Console.WriteLine(meant.DisplacedShare);                        // 0%
        #endregion
    }

    public static void AStatusThatHolds()
    {
        #region AStatusThatHolds
        var monday = new LocalDate(2026, 4, 6);
        var gaps = new[] { 0.4m, -0.2m, 0.1m, -0.1m, 0.3m, 1.2m }.Select((gap, week) => (monday.PlusWeeks(week), gap));

        var plain = StatusBands.GreenAmberRed.Follow(gaps);
        var held = StatusBands.GreenAmberRed.WithMargin(1m).Follow(gaps);

        Console.WriteLine(string.Join(" ", plain.Select(each => each.Status)));  // green amber green amber green green
        Console.WriteLine(string.Join(" ", held.Select(each => each.Status)));   // green amber amber amber amber green
        #endregion
    }

    public static void AnAlertNeedsAnAction()
    {
        #region AnAlertNeedsAnAction
        var subject = AlertSubject.Of(new SalespersonId("Li"), Measure.Revenue, DateSpan.OfQuarter(2026, 1));
        var rule = AlertRule.OnEntering(StatusBands.GreenAmberRed, "red");
        var friday = new LocalDate(2026, 1, 30);
        var run = rule.Entries(subject, rule.Bands.Follow([(friday, -8m)]));

        var ledger = AlertLedger.Empty<SalespersonId>().Record(run);
        Console.WriteLine(ledger == ledger.Record(run));  // True

        var thursday = new LocalDate(2026, 2, 5);
        Console.WriteLine(ledger.OverdueForAction(WorkCalendar.MondayToFriday, within: 3, thursday).Count);  // 1

        var action = new AlertAction("Li", "visit dealer D", due: new LocalDate(2026, 2, 13), recheck: new LocalDate(2026, 2, 27));
        ledger = ledger.Record(AlertEntry.ActionPlanned(subject, thursday, action));
        Console.WriteLine(ledger.DueForRecheck(new LocalDate(2026, 2, 27)).Count);  // 1

        ledger = ledger.Record(AlertEntry.NotImproved(subject, new LocalDate(2026, 2, 27), "red"));
        var raisedAgain = ledger.OpenOn(new LocalDate(2026, 2, 27)).Single();
        Console.WriteLine("level " + raisedAgain.Level);    // level 1
        Console.WriteLine(raisedAgain.Action is null);      // True
        #endregion
    }

    public static void WhatThePipelinePromises()
    {
        #region WhatThePipelinePromises
        var stages = PipelineStages.Of(
            new PipelineStage("lead", Percentage.FromPercent(10), ForecastCategory.Pipeline),
            new PipelineStage("offer", Percentage.FromPercent(40), ForecastCategory.BestCase),
            new PipelineStage("agreed", Percentage.FromPercent(90), ForecastCategory.Commit),
            new PipelineStage("won", Percentage.OneHundred, ForecastCategory.Closed),
            new PipelineStage("lost", Percentage.Zero, ForecastCategory.Omitted));

        Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        Opportunity At(string code, string stage, decimal amount, LocalDate close) =>
            new Opportunity(new OpportunityId(code), new CustomerId("C"), new SalespersonId("Li"), Revenue(amount), stage, close);

        var forecast = PipelineForecast.Of(
            stages,
            Revenue(1_000m),
            [
                At("O-1", "won", 300m, new LocalDate(2026, 1, 20)),
                At("O-2", "agreed", 200m, new LocalDate(2026, 3, 10)),
                At("O-3", "offer", 150m, new LocalDate(2026, 2, 15)),
                At("O-4", "lead", 400m, new LocalDate(2026, 3, 31)),
                At("O-5", "lost", 70m, new LocalDate(2026, 3, 1)),
            ],
            DateSpan.OfQuarter(2026, 1),
            asOf: new LocalDate(2026, 2, 28));

        Console.WriteLine(forecast.Closed.Money);               // CNY 300.00
        Console.WriteLine(forecast.Commit.Money);               // CNY 500.00
        Console.WriteLine(forecast.BestCase.Money);             // CNY 650.00
        Console.WriteLine(forecast.Pipeline.Money);             // CNY 1050.00
        Console.WriteLine(forecast.Expected.Money);             // CNY 580.00
        Console.WriteLine((Figure)forecast.Variance);           // 23400
        Console.WriteLine(forecast.StandardDeviation(2).Money);  // CNY 152.97
        Console.WriteLine(forecast.Coverage?.ToString("P0", null));           // 107 %
        Console.WriteLine(string.Join(", ", forecast.Overdue.Select(line => line.Opportunity.Id.ToString())));  // O-3
        #endregion
    }

    public static void WhatPastDealsTeach()
    {
        #region WhatPastDealsTeach
        var stages = PipelineStages.Of(
            new PipelineStage("offer", Percentage.FromPercent(40), ForecastCategory.BestCase),
            new PipelineStage("won", Percentage.OneHundred, ForecastCategory.Closed),
            new PipelineStage("lost", Percentage.Zero, ForecastCategory.Omitted));
        var day = new LocalDate(2025, 3, 1);
        StageEntry Entry(string code, string stage, int days) => new StageEntry(new OpportunityId(code), stage, day.PlusDays(days));

        var history = PipelineHistory.Of(
            stages,
            [
                Entry("O-1", "offer", 0), Entry("O-1", "won", 20),
                Entry("O-2", "offer", 0), Entry("O-2", "won", 40),
                Entry("O-3", "offer", 0), Entry("O-3", "won", 30),
                Entry("O-4", "offer", 0),
            ]);

        Console.WriteLine(history.Conversions[0].WinRate);   // 100%
        Console.WriteLine(history.AverageDaysToWin);         // 30

        var wholePercent = Rounding.ToDigits(0, RoundingMode.HalfAwayFromZero);
        Console.WriteLine(history.FittedStages(statedWeight: 20, wholePercent).Find("offer").Probability);  // 48%
        #endregion
    }

    public static void JudgementBesideTheSystem()
    {
        #region JudgementBesideTheSystem
        Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        var on = new LocalDate(2026, 2, 28);

        var rolled = ForecastRollUp.Of(
            Hierarchy.Of(("Li", "North"), ("Wang", "North")),
            on,
            [("Li", Revenue(400m)), ("Wang", Revenue(600m))],
            [
                ForecastJudgement.Of("Li", Revenue(450m), "Li", on, "verbal order"),
                ForecastJudgement.Of("North", Revenue(900m), "Chen", on, "tender postponed"),
            ]);

        var north = rolled.Find("North");
        Console.WriteLine(north.Computed.Money);    // CNY 1000.00
        Console.WriteLine(north.FromBelow.Money);   // CNY 1050.00
        Console.WriteLine(north.Submitted.Money);   // CNY 900.00
        Console.WriteLine(north.Adjustment.Money);  // CNY -150.00
        #endregion
    }

    public static void HowGoodTheForecastWas()
    {
        #region HowGoodTheForecastWas
        Measured Units(decimal count) => Measure.Count("orders").Of(count);
        FiscalPeriod March(int year) => FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, year, 3);

        var actuals = new[]
        {
            ("P", March(2025), Units(800m)), ("Q", March(2025), Units(30m)),
            ("P", March(2026), Units(1_000m)), ("Q", March(2026), Units(0m)),
        };
        var snapshots = new[]
        {
            ForecastSnapshot.Of("P", March(2026), new LocalDate(2026, 2, 28), Units(900m)),
            ForecastSnapshot.Of("P", March(2026), new LocalDate(2026, 3, 25), Units(990m)),
            ForecastSnapshot.Of("Q", March(2026), new LocalDate(2026, 2, 28), Units(5m)),
        };

        var monthAhead = ForecastAccuracy.AtLead(snapshots, actuals.Skip(2), leadDays: 30);
        Console.WriteLine(monthAhead);  // WAPE 10.5%, bias -9.5%, accuracy 89.5%, of 2, missing 0
        var naive = ForecastAccuracy.OfYearBefore(actuals);
        Console.WriteLine(Figure.OrAbsent(monthAhead.PointsBetterThan(naive)) + " points better");  // 12.5 points better
        #endregion
    }
}
