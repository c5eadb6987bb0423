using System;
using NodaTime;
using SalesDomain.Rebates;

namespace SalesDomain.Tests.Docs;

public static class RebateAccountSnippets
{
    public static void FromAccrualToSettlement()
    {
        #region FromAccrualToSettlement
        Money Yuan(decimal amount) => new(amount, Currency.CNY);
        var year = DateSpan.OfYear(2026);
        RebateAccount account = RebateAccount.Of(new RebateAgreementId("RA-1"), new CustomerId("D-1"), Currency.CNY);

        // March: 240,000 are sold and nothing is earned yet; 960,000 are expected, which earn 9,600.
        var march = RebateEstimate.ByForecast(
            RebateEntitlement.Of("year", year, Yuan(0m)), Yuan(240_000m), Rounding.Commercial,
            RebateScenario.Of(Yuan(960_000m), entitlement: Yuan(9_600m)));
        RebatePosting accrual = account.Accrue([march], SettlementRun.Of(new DocumentId("J-3"), new LocalDate(2026, 3, 31)));
        Console.WriteLine(accrual);             // J-3: accrued CNY 2400.00, written off CNY 0.00

        // January: the year came to 1,000,000, which earn 20,000.
        RebateEntitlement[] earned = [RebateEntitlement.Of("year", year, Yuan(20_000m))];
        var terms = RebatePayoutTerms.As(RebateForm.CreditNote).OffsettingOverdueDebt();
        RebateSettlement settlement = accrual.Account.SettleToDate(
            earned, terms, SettlementRun.Of(new DocumentId("CN-1"), new LocalDate(2027, 1, 15)).WithOverdueDebt(Yuan(5_000m)));
        Console.WriteLine(settlement);          // CN-1: settled CNY 20000.00, payable CNY 15000.00 as CreditNote
        Console.WriteLine(settlement.Account.Balances.Liability);                                          // CNY 0.00

        // A late return lowers the year to 960,000: its own period is rated anew, and the difference comes back.
        RebateSettlement back = settlement.Account.SettleToDate(
            [RebateEntitlement.Of("year", year, Yuan(9_600m))], terms,
            SettlementRun.Of(new DocumentId("CN-2"), new LocalDate(2027, 2, 15)));
        Console.WriteLine(back.Payable);        // CNY -10400.00
        #endregion
    }

    public static void ExpectedOverTheWaysAYearMayEnd()
    {
        #region ExpectedOverTheWaysAYearMayEnd
        Money Yuan(decimal amount) => new(amount, Currency.CNY);
        var estimate = RebateEstimate.ByExpectedValue(
            RebateEntitlement.Of("year", DateSpan.OfYear(2026), Yuan(0m)), Yuan(240_000m), Rounding.Commercial,
            RebateScenario.Of(Yuan(960_000m), entitlement: Yuan(9_600m)).WithProbability(Percentage.FromPercent(60)),
            RebateScenario.Of(Yuan(1_000_000m), entitlement: Yuan(20_000m)).WithProbability(Percentage.FromPercent(40)));

        Console.WriteLine(estimate.Accrued);    // CNY 3383.61
        #endregion
    }

    public static void CarriedLostAndWrittenOff()
    {
        #region CarriedLostAndWrittenOff
        Money Yuan(decimal amount) => new(amount, Currency.CNY);
        RebateEntitlement Month(int month, decimal earned) =>
            RebateEntitlement.Of("month", DateSpan.OfMonth(2026, month), Yuan(earned));
        var account = RebateAccount.Of(new RebateAgreementId("RA-1"), new CustomerId("D-1"), Currency.CNY);
        var terms = RebatePayoutTerms.As(RebateForm.CreditNote).WithMinimum(RebateMinimum.Carried(Yuan(100m))).WithClaimDays(60);

        RebateSettlement january = account.SettleToDate(
            [Month(1, 80m)], terms, SettlementRun.Of(new DocumentId("CN-1"), new LocalDate(2026, 2, 5)));
        Console.WriteLine(january.Reasons[0]);  // settlement.carried (due CNY 80.00, minimum CNY 100.00)

        RebateSettlement february = january.Account.SettleToDate(
            [Month(2, 50m)], terms, SettlementRun.Of(new DocumentId("CN-2"), new LocalDate(2026, 3, 5)));
        Console.WriteLine(february.Payable);    // CNY 130.00

        RebatePosting march = february.Account.WriteOffUnclaimed(
            [Month(3, 70m)], terms, SettlementRun.Of(new DocumentId("J-1"), new LocalDate(2026, 6, 1)));
        Console.WriteLine(march.WrittenOff);    // CNY 70.00
        #endregion
    }

    public static void SeveralDealsOnOneSale()
    {
        #region SeveralDealsOnOneSale
        var deals = RebateSequence.Of(
            Rounding.Commercial,
            RebateSequenceDeal.OnGross("1", Percentage.FromPercent(10)),
            RebateSequenceDeal.OnGross("2", Percentage.FromPercent(15)).NotReducing(),
            RebateSequenceDeal.OnRest("3", Percentage.FromPercent(20)),
            RebateSequenceDeal.OnRest("4", Percentage.FromPercent(25)));
        var sale = new Money(1_000m, Currency.CNY);

        Console.WriteLine(deals.Evaluate(sale));                // 1, 2, 3, 4: CNY 610.00
        Console.WriteLine(deals.Evaluate(sale).Lines[2]);       // 3: 20% of CNY 900.00 = CNY 180.00
        Console.WriteLine(deals.OtherOrders(sale)[0]);          // 2, 3, 1, 4: CNY 625.00
        Console.WriteLine(deals.OtherOrders(sale)[2]);          // 2, 3, 4, 1: CNY 650.00
        #endregion
    }

    public static void FromTheLinesToTheNextStep()
    {
        #region FromTheLinesToTheNextStep
        Money Yuan(decimal amount) => new(amount, Currency.CNY);
        var dealer = new CustomerId("D-1");
        var steps = StepSchedule.From(
            (Percentage.FromPercent(80), RebateBenefit.Percent(Percentage.FromPercent(1))),
            (Percentage.FromPercent(100), RebateBenefit.Percent(Percentage.FromPercent(2))),
            (Percentage.FromPercent(120), RebateBenefit.Percent(Percentage.FromPercent(3))));
        var agreement = RebateAgreement.Of(
                new RebateAgreementId("RA-1"), RebateParties.Of(dealer), DateSpan.OfYear(2026), Currency.CNY, FiscalCalendar.CalendarYear)
            .WithRebates(
                Rebate.Of(
                    "year", FiscalPeriodKind.Year, RebateLevel.AttainmentOf(Measure.Revenue.Of(Yuan(1_000_000m))),
                    RebateScale.Of(RebateMode.AllUnits, steps), RebateBasis.Of(Measure.Revenue)));
        var line = new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("INV-1"),
            Line = 1,
            Date = new LocalDate(2026, 6, 30),
            Customer = dealer,
            Product = new ProductId("P-1"),
            Quantity = Quantity.Pieces(10_000),
            NetAmount = Yuan(960_000m),
            Tax = Yuan(124_800m),
        }.Build();
        var statement = RebateStatement.Of(
            AgreementTurnover.Of(agreement, [line]), RebateFigures.None, asOf: new LocalDate(2026, 6, 30));

        Console.WriteLine(RebateEntitlement.AllOf(statement, dealer)[0]);   // year 2026-01-01/2026-12-31: CNY 9600.00
        Console.WriteLine(RebateNearMiss.Of(statement.Results[0]));         // CNY 40000.00 to CNY 1000000.00 pay CNY 10400.00, 26%
        Console.WriteLine(RebateProjection.ByRunRate(statement.Results[0], new LocalDate(2026, 6, 30))!.Entitlement);  // CNY 58077.35
        #endregion
    }
}
