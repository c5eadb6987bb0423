using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;

namespace SalesDomain.Tests.Docs;

public static class CommissionAccountSnippets
{
    public static void TheDifferenceIsPaid()
    {
        #region TheDifferenceIsPaid
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var quarter = DateSpan.OfQuarter(2026, 1);
        var rules = PayoutRules.Of(Rounding.Commercial).WithHoldback(HoldbackRule.Of(Percentage.FromPercent(30)));

        CommissionAccount account = CommissionAccount.In(Currency.CNY);
        var march = PayoutRun.Of(DateSpan.OfMonth(2026, 3), recorded: new LocalDate(2026, 4, 10));
        CommissionSettlement settled = account.Settle(
            [CommissionEarning.Of("Reps 2026", "revenue", quarter, Cny(19_215m))], march, rules);
        Console.WriteLine(settled.HeldBack);  // CNY 5764.50
        Console.WriteLine(settled.Paid);      // CNY 13450.50

        // In April goods come back, while the quarter is open: it is computed again, and the difference settled.
        account = settled.Account;
        var april = PayoutRun.Of(DateSpan.OfMonth(2026, 4), recorded: new LocalDate(2026, 5, 10));
        CommissionEarning[] restated = [CommissionEarning.Of("Reps 2026", "revenue", quarter, Cny(17_965m))];
        settled = account.Settle(restated, april, rules);
        Console.WriteLine(settled.Earned);                     // CNY -1250.00
        Console.WriteLine(settled.HeldBack);                   // CNY -375.00
        Console.WriteLine(settled.DebitCharged);               // CNY 875.00
        Console.WriteLine(settled.Account.Balances.HeldBack);  // CNY 5389.50

        // Run again: nothing. And what was not kept was a preview.
        Console.WriteLine(settled.Account.Settle(restated, april, rules).Entries.Count);  // 0
        Console.WriteLine(account.Balances.Earned);                                       // CNY 19215.00
        #endregion
    }

    public static void PlansSideBySide()
    {
        #region PlansSideBySide
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var quarter = DateSpan.OfQuarter(2026, 1);
        var rules = PayoutRules.Of(Rounding.Commercial);
        var march = PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10));
        CommissionEarning Reps(string version, decimal amount) =>
            CommissionEarning.Of("Reps 2026", "revenue", quarter, Cny(amount)).WithPlanVersion(version);

        var own = CommissionAccount.In(Currency.CNY).Settle([Reps("1", 4_000m)], march, rules);
        var pool = own.Account.Settle([CommissionEarning.Of("Team pool 2026", "revenue", quarter, Cny(5_625m))], march, rules);
        Console.WriteLine(own.Paid);   // CNY 4000.00
        Console.WriteLine(pool.Paid);  // CNY 5625.00

        var april = PayoutRun.Of(DateSpan.OfMonth(2026, 4), new LocalDate(2026, 5, 10));
        Console.WriteLine(pool.Account.Settle([Reps("2", 4_200m)], april, rules).Earned);                          // CNY 200.00
        Console.WriteLine(pool.Account.Settle([], april.Restating("Team pool 2026", quarter), rules).Earned);      // CNY -5625.00
        #endregion
    }

    public static void WhatIsNotKnownStays()
    {
        #region WhatIsNotKnownStays
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var quarter = DateSpan.OfQuarter(2026, 1);
        var rules = PayoutRules.Of(Rounding.Commercial);
        var revenue = CommissionEarning.Of("Reps 2026", "revenue", quarter, Cny(900m));
        var account = CommissionAccount.In(Currency.CNY).Settle(
            [revenue, CommissionEarning.Of("Reps 2026", "margin", quarter, Cny(300m))],
            PayoutRun.Of(DateSpan.OfMonth(2026, 1), new LocalDate(2026, 2, 10)), rules).Account;

        var february = PayoutRun.Of(DateSpan.OfMonth(2026, 2), new LocalDate(2026, 3, 10));
        var because = new Reason("cost.missing", ("line", "SO-9/1"));
        var unknown = CommissionEarning.Unknown("Reps 2026", "margin", quarter, Currency.CNY, because);
        CommissionSettlement settled = account.Settle([revenue, unknown], february, rules);
        Console.WriteLine(settled.Earned);  // CNY 0.00
        foreach (var reason in settled.Reasons)
        {
            Console.WriteLine(reason);
            // commission.not-known (plan Reps 2026, earning margin 2026-01-01/2026-03-31, entered CNY 300.00)
            // cost.missing (line SO-9/1)
        }

        Console.WriteLine(account.Settle([revenue], february, rules).Earned);  // CNY -300.00
        #endregion
    }

    public static void ClosedPeriodsAreClawedBack()
    {
        #region ClosedPeriodsAreClawedBack
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        LineId Line(string document) => new LineId(new DocumentId(document), 1);
        var (quarter, soldOn) = (DateSpan.OfQuarter(2026, 1), new LocalDate(2026, 2, 3));
        var rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full.WithinDays(180));

        var sale = CommissionEarning.Of("Reps 2026", "revenue", quarter, Cny(10m)).With(Line("SO-17"), soldOn)
            .WithBase(Measure.Revenue.Of(Cny(300m)));
        var account = CommissionAccount.In(Currency.CNY)
            .Settle([sale], PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)), rules).Account
            .Close(quarter, on: new LocalDate(2026, 4, 15));

        // A hundred of three hundred come back, three times: 10.00 ÷ 3 is no amount of money, and all of it comes back.
        var may = PayoutRun.Of(DateSpan.OfMonth(2026, 5), new LocalDate(2026, 6, 10));
        var hundred = Measure.Revenue.Of(Cny(100m));
        foreach (var note in new[] { "CN-1", "CN-2", "CN-3" })
        {
            var returned = CommissionEvent.Return(Line(note), Line("SO-17"), soldOn, new LocalDate(2026, 5, 4), hundred);
            var settled = account.Settle([], may.With(returned), rules);
            account = settled.Account;
            Console.WriteLine(settled.ClawedBack);
            // CNY -3.33
            // CNY -3.34
            // CNY -3.33
        }

        // One credit note was a mistake: it is undone, once, and exactly.
        var undone = CommissionEvent.Reinstatement(Line("CN-4"), Line("CN-2"), new LocalDate(2026, 6, 2));
        var june = PayoutRun.Of(DateSpan.OfMonth(2026, 6), new LocalDate(2026, 7, 10)).With(undone);
        Console.WriteLine(account.Settle([], june, rules).ClawedBack);  // CNY 3.34
        #endregion
    }

    public static void ClosedAndOpenedAgain()
    {
        #region ClosedAndOpenedAgain
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var rules = PayoutRules.Of(Rounding.Commercial);
        var march = DateSpan.OfMonth(2026, 3);
        CommissionEarning[] Of(decimal amount) => [CommissionEarning.Of("Reps 2026", "revenue", march, Cny(amount))];
        PayoutRun May(int recorded) => PayoutRun.Of(DateSpan.OfMonth(2026, 5), new LocalDate(2026, 6, recorded));

        CommissionAccount account = CommissionAccount.In(Currency.CNY)
            .Settle(Of(900m), PayoutRun.Of(march, new LocalDate(2026, 4, 10)), rules).Account
            .Close(DateSpan.OfQuarter(2026, 1), on: new LocalDate(2026, 4, 15))
            .Reopen(march, on: new LocalDate(2026, 6, 5));
        Console.WriteLine(account.Settle(Of(960m), May(4), rules).Reasons[0].Code);  // commission.closed-period
        Console.WriteLine(account.Settle(Of(960m), May(5), rules).Paid);             // CNY 60.00
        foreach (CommissionClosing closing in account.Closings)
        {
            Console.WriteLine(closing);
            // 2026-01-01/2026-03-31 closed from 2026-04-15
            // 2026-03-01/2026-03-31 open again from 2026-06-05
        }
        #endregion
    }

    public static void HeldUntilTheYearIsCollected()
    {
        #region HeldUntilTheYearIsCollected
        Percentage Percent(decimal percent) => Percentage.FromPercent(percent);
        var byCollection = StepSchedule.From((Percent(0), Percent(0)), (Percent(95), Percent(80)), (Percent(98), Percent(100)));
        var rules = PayoutRules.Of(Rounding.Commercial).WithHoldback(HoldbackRule.Of(Percent(20)).WithRelease(byCollection));

        var account = CommissionAccount.In(Currency.CNY);
        foreach (var month in Enumerable.Range(1, 12).Select(month => DateSpan.OfMonth(2026, month)))
        {
            var earned = CommissionEarning.Of("Reps 2026", "collections", month, new Money(3_200m, Currency.CNY));
            account = account.Settle([earned], PayoutRun.Of(month, month.End!.Value), rules).Account;
        }

        Console.WriteLine(account.Balances.HeldBack);  // CNY 7680.00

        var january = PayoutRun.Of(DateSpan.OfMonth(2027, 1), new LocalDate(2027, 2, 10));
        var released = account.Settle([], january.WithHoldbackFigure(DateSpan.OfYear(2026), Percent(96.5m)), rules);
        Console.WriteLine(released.Paid);  // CNY 6144.00
        #endregion
    }

    public static void ADrawAndADebitBalance()
    {
        #region ADrawAndADebitBalance
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var rules = PayoutRules.Of(Rounding.Commercial)
            .WithDraw(DrawRule.Recoverable(Cny(1_000m)).WithCeiling(Cny(3_000m)))
            .WithDebitRecovery(
                DebitRecoveryRule.FromCommissions.WithDeduction(
                    DeductionCap.Of(Percentage.FromPercent(20)).WithMinimumWage(Cny(2_490m))));

        var account = CommissionAccount.In(Currency.CNY);
        foreach (var (month, earned) in new[] { (1, 400m), (2, 600m), (3, 1_200m), (4, 1_500m), (5, 1_400m) })
        {
            var span = DateSpan.OfMonth(2026, month);
            var earning = CommissionEarning.Of("Reps 2026", "revenue", span, Cny(earned));
            var settled = account.Settle([earning], PayoutRun.Of(span, span.End!.Value), rules);
            account = settled.Account;
            Console.WriteLine(settled.Paid + " paid, " + account.Balances.DrawOwed + " owed");
            // CNY 1000.00 paid, CNY 600.00 owed
            // CNY 1000.00 paid, CNY 1000.00 owed
            // CNY 1000.00 paid, CNY 800.00 owed
            // CNY 1000.00 paid, CNY 300.00 owed
            // CNY 1100.00 paid, CNY 0.00 owed
        }

        Console.WriteLine(rules.DebitRecovery.Deduction!.Limit(due: Cny(3_000m), wage: Cny(8_000m)));  // CNY 1600.00
        Console.WriteLine(rules.DebitRecovery.Deduction!.Limit(due: Cny(3_000m), wage: Cny(2_900m)));  // CNY 410.00
        #endregion
    }

    public static void EachMonthAtItsRate()
    {
        #region EachMonthAtItsRate
        Money Usd(decimal amount) => new Money(amount, Currency.USD);
        var rules = PayoutRules.Of(Rounding.Commercial).WithConversionDay(ConversionDay.EndOfPayoutPeriod);
        ExchangeRates rates = ExchangeRates.Of(
            new ExchangeRate(Currency.USD, Currency.CNY, 7.00m, new LocalDate(2026, 1, 31)),
            new ExchangeRate(Currency.USD, Currency.CNY, 7.30m, new LocalDate(2026, 2, 28)));

        var account = CommissionAccount.In(Currency.CNY);
        foreach (var (month, toDate) in new[] { (1, 1_000m), (2, 2_000m), (3, 1_500m) })
        {
            var run = PayoutRun.Of(DateSpan.OfMonth(2026, month), new LocalDate(2026, month + 1, 10)).WithRates(rates);
            var earned = CommissionEarning.Of("Export 2026", "revenue", DateSpan.OfYear(2026), Usd(toDate));
            var settled = account.Settle([earned], run, rules);
            account = settled.Account;
            Console.WriteLine(settled.Earned + " of " + settled.Entries[0].Conversion!.Value.Amount);
            // CNY 7000.00 of USD 1000.00
            // CNY 7300.00 of USD 1000.00
            // CNY -3650.00 of USD -500.00
        }
        #endregion
    }

    public static void AStatement()
    {
        #region AStatement
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        CommissionEarning Line(string document, LocalDate on, decimal revenue, decimal percent, DateSpan period)
        {
            var rate = Percentage.FromPercent(percent);
            return CommissionEarning.Of("Reps 2026", "revenue", period, (Cny(revenue) * rate).Round(Rounding.Commercial))
                .With(new LineId(new DocumentId(document), 1), on).WithBase(Measure.Revenue.Of(Cny(revenue))).WithRate(rate);
        }

        var (first, second) = (DateSpan.OfQuarter(2026, 1), DateSpan.OfQuarter(2026, 2));
        var rules = PayoutRules.Of(Rounding.Commercial).WithHoldback(HoldbackRule.Of(Percentage.FromPercent(20)));
        var sale = Line("SO-17", new LocalDate(2026, 3, 5), 10_000m, 3m, first);
        var account = CommissionAccount.In(Currency.CNY)
            .Settle([sale], PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)), rules).Account;

        // In April a part of it comes back, while the quarter is open, and a sale of the next quarter is made.
        var back = Line("CN-3", new LocalDate(2026, 4, 20), -1_000m, 3m, first);
        var april = PayoutRun.Of(DateSpan.OfMonth(2026, 4), new LocalDate(2026, 5, 10));
        account = account.Settle([sale, back, Line("SO-31", new LocalDate(2026, 4, 9), 2_500m, 4m, second)], april, rules).Account
            .With(new CommissionDispute(1, CommissionDisputeStatus.Raised, new LocalDate(2026, 5, 12), "the rate should be 4%"));

        CommissionStatement statement = account.Statement(DateSpan.OfMonth(2026, 4));
        Console.WriteLine(statement.Explain().IsVerified);  // True
        foreach (var line in statement.ToString().Split('\n').Where(line => line.Length > 0))
        {
            Console.WriteLine(line);
            // Commission statement 2026-04-01/2026-04-30, CNY
            // Plan: Reps 2026
            // Opening balances
            //   payable                                                                 0.00
            //   held back                                                              60.00
            //   draw owed                                                               0.00
            //   debit balance                                                           0.00
            // Earned
            //   revenue 2026-04-01/2026-06-30
            //     5: 2026-04-09 SO-31/1, 4% of revenue, without tax: CNY 2500.00      100.00
            //   together                                                              100.00
            // Corrections of earlier periods
            //   revenue 2026-01-01/2026-03-31
            //     4: 2026-04-20 CN-3/1, 3% of revenue, without tax: CNY -1000.00      -30.00
            //   together                                                              -30.00
            // Holdback
            //     6: held back, 2026-01-01/2026-03-31, 20%                              6.00
            //     7: held back, 2026-04-01/2026-06-30, 20%                            -20.00
            // Payable                                                                  56.00
            // Paid                                                                     56.00
            // Carried to the next period                                                0.00
            // Closing balances
            //   payable                                                                 0.00
            //   held back                                                              74.00
            //   draw owed                                                               0.00
            //   debit balance                                                           0.00
        }
        #endregion
    }

    public static void ManyPeopleTogether()
    {
        #region ManyPeopleTogether
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var quarter = DateSpan.OfQuarter(2026, 1);
        var soldOn = new LocalDate(2026, 2, 3);
        CommissionEarning Sale(decimal earned, decimal revenue) =>
            CommissionEarning.Of("Reps 2026", "revenue", quarter, Cny(earned)).With(new LineId(new DocumentId("SO-17"), 1), soldOn)
                .WithBase(Measure.Revenue.Of(Cny(revenue)));

        var rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);
        var march = PayoutBatch
            .Of(
                PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)), rules,
                [("Lin", Sale(600m, 12_000m)), ("Wu", Sale(400m, 8_000m))])
            .WithRules(("Gao", rules.WithDraw(DrawRule.Recoverable(Cny(1_000m)))));
        var ledger = CommissionLedger.In<string>(Currency.CNY).With("Gao", CommissionAccount.In(Currency.CNY));
        CommissionSettlements<string> settled = ledger.Settle(march);
        Console.WriteLine(settled);                  // 2026-03-01/2026-03-31, 3 people: earned CNY 1000.00, paid CNY 2000.00
        Console.WriteLine(settled.Of("Gao").Paid);   // CNY 1000.00
        Console.WriteLine(settled.Total(CommissionEntryKind.DrawAdvanced));  // CNY 1000.00

        // It comes back after the quarter is closed: a quarter of it, which is another amount for each who shares it.
        ledger = settled.Ledger.Close(quarter, new LocalDate(2026, 4, 15));
        CommissionEvent Back(decimal revenue) => CommissionEvent.Return(
            new LineId(new DocumentId("CN-3"), 1), new LineId(new DocumentId("SO-17"), 1), soldOn, new LocalDate(2026, 4, 20),
            Measure.Revenue.Of(Cny(revenue)));
        var april = PayoutRun.Of(DateSpan.OfMonth(2026, 4), new LocalDate(2026, 5, 10));
        settled = ledger.Settle(
            PayoutBatch.Of<string>(april, rules, []).WithEvents(("Lin", Back(3_000m)), ("Wu", Back(2_000m))));
        Console.WriteLine(settled.Of("Lin").ClawedBack + ", " + settled.Of("Wu").ClawedBack);  // CNY -150.00, CNY -100.00

        // Or all of it. Whose sale it was, the accounts know.
        var cancelled = CommissionEvent.Cancellation(
            new LineId(new DocumentId("CA-1"), 1), new LineId(new DocumentId("SO-17"), 1), soldOn, new LocalDate(2026, 4, 20));
        settled = ledger.Settle(PayoutBatch.Of<string>(april.With(cancelled), rules, []));
        Console.WriteLine(settled.Of("Lin").ClawedBack + ", " + settled.Of("Wu").ClawedBack);  // CNY -600.00, CNY -400.00
        Console.WriteLine(string.Join(", ", settled.WithoutEntries));                          // Gao

        // One bad record: nobody is settled, and it is named.
        var twice = PayoutBatch.Of(april, rules, [("Wu", Sale(400m, 8_000m)), ("Wu", Sale(300m, 6_000m))]);
        Console.WriteLine(ledger.TrySettle(twice, out _, out var refused));  // False
        Console.WriteLine(refused[0].Payee + ": " + refused[0].Why.Message.Contains("SO-17/1"));  // Wu: True
        #endregion
    }

    public static void HalfOfASaleComesBack()
    {
        #region HalfOfASaleComesBack
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var line = new LineId(new DocumentId("SO-17"), 1);
        var (quarter, soldOn) = (DateSpan.OfQuarter(2026, 1), new LocalDate(2026, 2, 3));
        var rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);
        CommissionEarning Of(string component, decimal amount, decimal revenue) =>
            CommissionEarning.Of("Reps 2026", component, quarter, Cny(amount)).With(line, soldOn)
                .WithBase(Measure.Revenue.Of(Cny(revenue)));

        var account = CommissionAccount.In(Currency.CNY).Settle(
            [Of("direct", 12m, 400m), Of("override", 10m, 1_000m)],
            PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)), rules).Account
            .Close(quarter, on: new LocalDate(2026, 4, 15));

        var returned = CommissionEvent.Return(new LineId(new DocumentId("CN-1"), 1), line, soldOn, on: new LocalDate(2026, 5, 4));
        var may = PayoutRun.Of(DateSpan.OfMonth(2026, 5), new LocalDate(2026, 6, 10));
        returned = returned.WithPart(Quantity.Pieces(5m), Quantity.Pieces(10m));
        Console.WriteLine(account.Settle([], may.With(returned), rules).ClawedBack);  // CNY -11.00
        #endregion
    }

    public static void NinetyDaysAfterTheDueDate()
    {
        #region NinetyDaysAfterTheDueDate
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var line = new LineId(new DocumentId("SO-17"), 1);
        var (quarter, soldOn) = (DateSpan.OfQuarter(2026, 1), new LocalDate(2026, 1, 15));
        var rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(
            ClawBackRule.Full.For(CommissionEventKind.NonPayment).AfterDays(90).From(ClawBackStart.DueDate));
        var account = CommissionAccount.In(Currency.CNY).Settle(
            [CommissionEarning.Of("Reps 2026", "revenue", quarter, Cny(90m)).With(line, soldOn)],
            PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)), rules).Account
            .Close(quarter, on: new LocalDate(2026, 4, 15));

        var unpaid = CommissionEvent.NonPayment(new LineId(new DocumentId("NP-1"), 1), line, soldOn, on: new LocalDate(2026, 5, 30));
        var may = PayoutRun.Of(DateSpan.OfMonth(2026, 5), new LocalDate(2026, 6, 10));
        CommissionSettlement settled = account.Settle([], may.With(unpaid.WithDueDate(new LocalDate(2026, 3, 1))), rules);
        Console.WriteLine(settled.Reasons[0]);  // commission.not-yet-taken-back (event NP-1/1, start 2026-03-01, days 90)
        settled = account.Settle([], may.With(unpaid.WithDueDate(new LocalDate(2026, 2, 28))), rules);
        Console.WriteLine(settled.ClawedBack);  // CNY -90.00
        #endregion
    }

    public static void TwoHoldbacks()
    {
        #region TwoHoldbacks
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        Percentage Percent(decimal percent) => Percentage.FromPercent(percent);
        var quarter = DateSpan.OfQuarter(2026, 1);
        var byCollection = StepSchedule.From((Percent(0), Percent(0)), (Percent(95), Percent(80)), (Percent(98), Percent(100)));
        var rules = PayoutRules.Of(Rounding.Commercial).WithHoldback(
            HoldbackRule.Of(Percent(20)).For("collections").WithRelease(byCollection),
            HoldbackRule.Of(Percent(50)).For("bonus")
                .WithRelease(StepSchedule.From((Percent(0), Percent(50)), (Percent(100), Percent(100)))));

        CommissionEarning[] earned =
        [
            CommissionEarning.Of("Reps 2026", "collections", quarter, Cny(1_000m)),
            CommissionEarning.Of("Reps 2026", "bonus", quarter, Cny(3_000m)),
        ];
        var march = PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10));
        CommissionSettlement settled = CommissionAccount.In(Currency.CNY).Settle(earned, march, rules);
        Console.WriteLine(settled.HeldBack);  // CNY 1700.00

        var april = PayoutRun.Of(DateSpan.OfMonth(2026, 4), new LocalDate(2026, 5, 10));
        april = april.WithHoldbackFigure(quarter, Percent(96), "collections").WithHoldbackFigure(quarter, Percent(100), "bonus");
        Console.WriteLine(settled.Account.Settle([], april, rules).Released);  // CNY 1660.00
        #endregion
    }
}
