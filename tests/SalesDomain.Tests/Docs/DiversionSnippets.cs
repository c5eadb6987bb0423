using System;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.Docs;

public static class DiversionSnippets
{
    public static void GoodsFoundInAnotherArea()
    {
        #region GoodsFoundInAnotherArea
        var (west, east) = (new TerritoryId("West"), new TerritoryId("East"));
        var areas = Assignments.Of(
            (west, new CustomerId("D-1"), DateSpan.From(new LocalDate(2024, 1, 1))),
            (east, new CustomerId("D-2"), DateSpan.From(new LocalDate(2024, 1, 1))));
        var found = DiversionFinding.Of(
                new DocumentId("DF-1"), new LocalDate(2026, 3, 31), east, new ProductId("P-1"), Quantity.Pieces(500),
                "photographs of 20 cases")
            .WithCode("batch 0412");
        var trace = DiversionTrace.Of(
            found.Id, new DocumentId("SH-7"), shippedOn: new LocalDate(2026, 3, 2), new CustomerId("D-1"), meantFor: west);
        var ladder = StepSchedule.From(
            (1, DiversionSanction.Warning.WithPerUnit(new Money(10m, Currency.CNY), UnitOfMeasure.Piece)
                .WithRebateShare(Percentage.FromPercent(20))),
            (2, DiversionSanction.Warning.WithRebateShare(Percentage.OneHundred).WithDepositShare(Percentage.OneHundred)),
            (3, DiversionSanction.Warning.ProposingTermination()));
        var rule = DiversionRule.Of(
                "contract 2026", "clause 9, active sales only", Currency.CNY, Rounding.Commercial, ladder)
            .WithInjuredShare(Percentage.FromPercent(60));

        Console.WriteLine(rule.Judge([found], [], areas)[0].Reasons[0]);      // channel.diversion-no-trace
        DiversionCase diversion = rule.Judge([found], [trace], areas)[0];
        Console.WriteLine(diversion);                                         // DF-1: Confirmed, D-1, 1 in 2025-04-01/2026-03-31

        DiversionPenalty penalty = rule.PenaltyFor(
            diversion, rebate: new Money(14_900m, Currency.CNY), agreedDeposit: new Money(100_000m, Currency.CNY),
            balance: new Money(100_000m, Currency.CNY));
        Console.WriteLine(penalty);     // DF-1: owed CNY 7980.00, taken CNY 7980.00, rest CNY 0.00
        Console.WriteLine(penalty.InjuredShare + " to " + penalty.Injured);   // CNY 3000.00 to D-2
        #endregion
    }

    public static void TheCasesOfAPeriod()
    {
        #region TheCasesOfAPeriod
        Money Yuan(decimal amount) => new(amount, Currency.CNY);
        var (west, east, dealer) = (new TerritoryId("West"), new TerritoryId("East"), new CustomerId("D-1"));
        var areas = Assignments.Of((west, dealer, DateSpan.Always), (east, new CustomerId("D-2"), DateSpan.Always));
        DiversionFinding Found(string number, int month, decimal cases) =>
            DiversionFinding.Of(
                    new DocumentId(number), new LocalDate(2026, month, 31), east, new ProductId("P-1"),
                    new Quantity(cases, UnitOfMeasure.Case), "photographs")
                .WithUnits(UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(25)));
        DiversionTrace Traced(DiversionFinding found, string shipment, int month) =>
            DiversionTrace.Of(found.Id, new DocumentId(shipment), new LocalDate(2026, month, 15), dealer, meantFor: west);
        DiversionFinding[] found = [Found("DF-1", 1, 12), Found("DF-2", 1, 8), Found("DF-3", 3, 4)];
        var rule = DiversionRule.Of(
            "contract 2026", "clause 9, active sales only", Currency.CNY, Rounding.Commercial,
            StepSchedule.From(
                (1, DiversionSanction.Warning.WithPerUnit(Yuan(10m), UnitOfMeasure.Piece).WithRebateShare(Percentage.FromPercent(20))),
                (2, DiversionSanction.Warning.WithRebateShare(Percentage.OneHundred).WithDepositShare(Percentage.OneHundred))));
        var ledger = DepositLedger.Of(dealer, since: new LocalDate(2026, 1, 1), required: Yuan(100_000m), topUpDays: 15)
            .Record(DepositEntry.PaidIn(new DocumentId("E-1"), new LocalDate(2026, 1, 1), Yuan(100_000m)));

        var cases = rule.Judge(found, [Traced(found[0], "SH-7", 1), Traced(found[1], "SH-7", 1), Traced(found[2], "SH-8", 2)], areas);
        DiversionPenalties quarter = rule.PenaltiesFor(
            cases, rebate: Yuan(14_900m), period: DateSpan.OfQuarter(2026, 1), ledger, on: new LocalDate(2026, 4, 10),
            number: finding => new DocumentId("P-" + finding));

        Console.WriteLine(quarter.Penalties[0]);      // DF-1: owed CNY 5980.00, taken CNY 5980.00, rest CNY 0.00
        Console.WriteLine(quarter.Penalties[1]);      // DF-2: owed CNY 2000.00, taken CNY 2000.00, rest CNY 0.00
        Console.WriteLine(cases[1].Reasons[0]);       // channel.diversion-same-occurrence (first DF-1)
        Console.WriteLine(quarter.Penalties[2]);      // DF-3: owed CNY 111920.00, taken CNY 92020.00, rest CNY 19900.00
        Console.WriteLine(quarter);                   // 3 cases: owed CNY 119900.00, of the rebate CNY 14900.00
        Console.WriteLine(quarter.Ledger.On(new LocalDate(2026, 4, 10)));
        // D-1 on 2026-04-10: CNY 0.00, TopUpDue CNY 119900.00 by 2026-04-25
        #endregion
    }

    public static void TheDepositOfADealer()
    {
        #region TheDepositOfADealer
        Money Yuan(decimal amount) => new(amount, Currency.CNY);
        var penalty = DepositEntry.Penalty(new DocumentId("E-2"), new LocalDate(2026, 4, 1), Yuan(7_980m), finding: new DocumentId("DF-1"));
        var ledger = DepositLedger.Of(new CustomerId("D-1"), since: new LocalDate(2026, 1, 1), required: Yuan(100_000m), topUpDays: 15)
            .Record(DepositEntry.PaidIn(new DocumentId("E-1"), new LocalDate(2026, 1, 1), Yuan(100_000m)), penalty);

        Console.WriteLine(ledger.On(new LocalDate(2026, 4, 1)));
        // D-1 on 2026-04-01: CNY 92020.00, TopUpDue CNY 7980.00 by 2026-04-16
        Console.WriteLine(ledger.On(new LocalDate(2026, 4, 17)).CreditStops);      // True

        var withdrawn = ledger.Record(penalty.Reversed(new DocumentId("E-3"), new LocalDate(2026, 4, 20)));
        Console.WriteLine(withdrawn.On(new LocalDate(2026, 4, 20)));               // D-1 on 2026-04-20: CNY 100000.00, Full
        #endregion
    }

    public static void WhatOnlyIndicates()
    {
        #region WhatOnlyIndicates
        var stock = DiversionIndicator.OfStock(
            opening: Quantity.Pieces(500), received: Quantity.Pieces(800), sold: Quantity.Pieces(650), returned: Quantity.Pieces(20),
            counted: Quantity.Pieces(480), tolerance: Quantity.Pieces(10));
        var through = DiversionIndicator.OfSellThrough(
            sellIn: Quantity.Pieces(1_500), sellOut: Quantity.Pieces(1_000), ratio: Percentage.FromPercent(150));

        Console.WriteLine(stock);        // indicator, no proof: StockGap, 150 PCE unexplained
        Console.WriteLine(through);      // indicator, no proof: SellThrough, not raised
        #endregion
    }
}
