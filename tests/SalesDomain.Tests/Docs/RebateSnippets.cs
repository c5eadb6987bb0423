using System;
using System.Linq;
using NodaTime;
using SalesDomain.Rebates;

namespace SalesDomain.Tests.Docs;

public static class RebateSnippets
{
    public static void OneQuarter()
    {
        #region OneQuarter
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        static RebateBenefit Rate(decimal percent) => RebateBenefit.Percent(Percentage.FromPercent(percent));

        var quarterly = Rebate.Of(
            "quarter", FiscalPeriodKind.Quarter,
            RebateLevel.AttainmentOf(Measure.Revenue.Of(Cny(700_000m))),
            RebateScale.Of(RebateMode.AllUnits, StepSchedule.From(
                (Percentage.FromPercent(80), Rate(1)), (Percentage.FromPercent(100), Rate(2)), (Percentage.FromPercent(110), Rate(2.5m)))),
            RebateBasis.Of(Measure.Revenue))
            .WithConditions(RebateCondition.Proven("on time", RebateEffect.Withhold(Percentage.FromPercent(20))));

        var agreement = RebateAgreement.Of(
            new RebateAgreementId("A-1"), RebateParties.Of(new CustomerId("D")), DateSpan.OfYear(2026), Currency.CNY,
            FiscalCalendar.CalendarYear)
            .WithRebates(quarterly);

        SalesLine Sale(int month, decimal net) => new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("I-" + month),
            Line = 1,
            Date = new LocalDate(2026, month, 10),
            Customer = new CustomerId("D"),
            Product = new ProductId("P"),
            Quantity = Quantity.Pieces(1m),
            NetAmount = Cny(net),
            Tax = Cny(0m),
        }.Build();

        FiscalPeriod q1 = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1);
        RebateFigures oneLate = RebateFigures.None.WithProof("on time", q1, RebateProof.NotMet(1));

        AgreementTurnover turnover = AgreementTurnover.Of(agreement, [Sale(1, 300_800m), Sale(2, 115_200m), Sale(3, 329_000m)]);
        RebateStatement statement = RebateStatement.Of(turnover, oneLate, new LocalDate(2026, 3, 31));
        RebateResult result = statement.ResultOf("quarter", q1)!;

        Console.WriteLine(result.Tiered);  // CNY 14900.00
        Console.WriteLine(result.Earned);  // CNY 11920.00
        Console.WriteLine(result.Reasons[0]);  // rebate.condition-not-met (condition on time, times 1, share 20%)
        Console.Write(result.Explain());
        // quarter 2026-Q1: CNY 11920.00  [round minor-unit half-away]
        //   after conditions: CNY 11920.00  [product]
        //     by the steps: CNY 14900.00  [all units from 80%: 1%, from 100%: 2%, from 110%: 2.5%]
        //       sold: CNY 745000.00  [sum of 3 facts]
        //       target: CNY 700000.00  [fact]
        //     share kept: 80%  [max]
        //       nothing: 0%  [by the rule]
        //       share left: 80%  [difference]
        //         whole: 100%  [by the rule]
        //         on time: 20%  [product]
        //           share: 20%  [by the rule]
        //           on time failed: 1  [fact]
        #endregion
    }

    public static void MonthsInAQuarter()
    {
        static SalesLine Sale(int month, decimal net) => Sold("D", month, net);
        #region MonthsInAQuarter
        static Rebate OnRevenue(string name, FiscalPeriodKind period, RebateScale scale) =>
            Rebate.Of(name, period, RebateLevel.Turnover(Measure.Revenue), scale, RebateBasis.Of(Measure.Revenue));

        var onePercent = RebateBenefit.Percent(Percentage.FromPercent(1));
        Rebate month = OnRevenue(
            "month", FiscalPeriodKind.Month, RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((300_000m, onePercent))));
        Rebate quarter = OnRevenue(
            "quarter", FiscalPeriodKind.Quarter, RebateScale.Flat(RebateBenefit.Percent(Percentage.FromPercent(1.5m))));

        var additive = RebateAgreement.Of(
            new RebateAgreementId("A-1"), RebateParties.Of(new CustomerId("D")), DateSpan.OfYear(2026), Currency.CNY,
            FiscalCalendar.CalendarYear)
            .WithRebates(month, quarter);
        RebateAgreement net = additive.WithRebates(month, quarter.WithNetOf("month"));

        SalesLine[] lines = [Sale(1, 300_000m), Sale(2, 400_000m), Sale(3, 250_000m)];
        foreach (RebateAgreement agreement in new[] { additive, net })
        {
            var statement = RebateStatement.Of(AgreementTurnover.Of(agreement, lines), RebateFigures.None, new LocalDate(2026, 3, 31));
            Console.WriteLine(statement.Earned);
        }
        // CNY 21250.00
        // CNY 14250.00
        #endregion
    }

    public static void AGroup()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        static SalesLine Sale(string customer, int month, decimal net) => Sold(customer, month, net);
        #region AGroup
        RebateParties group = RebateParties.Group(
            new CustomerId("HEAD"), RebatePayout.ByTurnover, new CustomerId("A"), new CustomerId("B"), new CustomerId("C"));
        RebateAgreement agreement = RebateAgreement.Of(
            new RebateAgreementId("G-1"), group, DateSpan.OfYear(2026), Currency.CNY, FiscalCalendar.CalendarYear)
            .WithRebates(Rebate.OfFixed(
                "year", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue),
                RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((300m, RebateBenefit.LumpSum(Cny(100m)))))));

        RebateTurnovers turnovers = RebateBook.Of(agreement)
            .Turnovers([Sale("A", 1, 100m), Sale("B", 2, 100m), Sale("C", 3, 100m), Sale("X", 3, 500m)]);
        Console.WriteLine(turnovers.LinesOfNone);  // 1

        var statement = RebateStatement.Of(turnovers.Of(agreement.Id), RebateFigures.None, new LocalDate(2026, 12, 31));
        Console.WriteLine(string.Join(", ", statement.Shares.Select(share => share.ToString())));
        // A CNY 33.34, B CNY 33.33, C CNY 33.33
        #endregion
    }

    private static SalesLine Sold(string customer, int month, decimal net) =>
        new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("I-" + customer + month),
            Line = 1,
            Date = new LocalDate(2026, month, 10),
            Customer = new CustomerId(customer),
            Product = new ProductId("P"),
            Quantity = Quantity.Pieces(1m),
            NetAmount = new Money(net, Currency.CNY),
            Tax = Money.Zero(Currency.CNY),
        }.Build();
}
