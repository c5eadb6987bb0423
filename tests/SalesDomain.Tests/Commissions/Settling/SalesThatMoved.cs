using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>The day of a sale of 1,000 at 5 % is corrected from 31 March to 1 April.</summary>
public sealed class SalesThatMoved
{
    private static readonly LocalDate s_before = new(2026, 3, 31);
    private static readonly LocalDate s_after = new(2026, 4, 1);
    private static readonly CommissionEarning s_march = OfLine(Month(3), "SO-1", 1_000m, 5m, s_before);
    private static readonly CommissionEarning s_april = OfLine(Month(4), "SO-1", 1_000m, 5m, s_after);
    private static readonly CommissionAccount s_paid = Nothing.SettleTwice([s_march], Run(3), Plain).Account;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pitfall_11_a_sale_that_moves_into_the_next_month_is_paid_once(bool isClosed)
    {
        var account = isClosed ? s_paid.Close(Quarter(1), new LocalDate(2026, 4, 15)) : s_paid;
        var settlement = account.SettleTwice([s_april, OfLine(Month(4), "SO-2", 2_000m, 5m)], Run(4), Plain);
        Assert.Equal((Cny(100m), Cny(150m)), (settlement.Paid, settlement.Account.Balances.Earned));
        Assert.Equal(
            "commission.moved (plan Reps 2026, earning revenue SO-1/1 2026-04-01/2026-04-30, on 2026-04-01, earned to date CNY 50.00, "
            + "stands in 2026-03-01/2026-03-31, with day 2026-03-31)",
            settlement.Reasons.Single().ToString());

        // Both months in one run: where March is open it moves, and where it is closed it stays there.
        CommissionEarning[] april = [s_april];
        var both = account.SettleTwice(april, Run(4).Restating(Month(3)), Plain);
        Assert.Equal((Cny(0m), Cny(50m)), (both.Earned, both.Account.Balances.Earned));
        Assert.Equal(
            isClosed ? Month(3) : Month(4), both.Account.Entries.Last(entry => entry.Amount.IsPositive && entry.Line is not null).Period);

        // Opened again, March gives it up.
        var opened = both.Account.Reopen(Quarter(1), new LocalDate(2026, 5, 1)).SettleTwice(april, Run(5).Restating(Month(3)), Plain);
        Assert.Equal((Cny(0m), Cny(50m)), (opened.Earned, opened.Account.Balances.Earned));
        Assert.Empty(opened.Reasons);
    }

    [Fact]
    public void Given_with_both_days_in_one_run_it_is_paid_once()
    {
        var settlement = Nothing.SettleTwice([s_march, s_april], Run(4), Plain);
        Assert.Equal((Cny(50m), "commission.moved"), (settlement.Paid, settlement.Reasons.Single().Code));
    }

    // What an event took back of it has come back, whatever its day is; to be paid again it is reinstated. Of April the return is a fact.
    [Theory]
    [InlineData(100, false)]
    [InlineData(40, false)]
    [InlineData(100, true)]
    [InlineData(40, true)]
    public void What_an_event_took_of_it_stays_taken_where_it_moves(int part, bool isReopened)
    {
        var closed = s_paid.Close(Month(3), new LocalDate(2026, 4, 5));
        var back = CommissionEvent.Return(Line("CN-1"), Line("SO-1"), s_before, new LocalDate(2026, 4, 8)).WithPart(Percent(part));
        var rules = Plain.WithClawBack(ClawBackRule.Full);
        var account = closed.SettleTwice([], Run(3).With(back), rules).Account;
        var left = Cny(50m - (part / 2m));
        Assert.Equal(left, account.Balances.Earned);
        if (isReopened)
            account = account.Reopen(Month(3), new LocalDate(2026, 5, 5));

        var run = isReopened ? Run(4).Restating(Month(3)) : Run(4);
        var sale = account.SettleTwice([s_april], run, rules);
        Assert.Equal(left, sale.Account.Balances.Earned);
        Assert.Contains(sale.Reasons, reason => reason.Code == "commission.moved");

        var fact = OfLine(Month(4), "CN-1", -10m * part, 5m, s_after).Following(Line("SO-1"));
        Assert.Equal(left, account.SettleTwice([s_april, fact], run, rules).Account.Balances.Earned);
        if (isReopened)
        {
            var undone = CommissionEvent.Reinstatement(Line("U-1"), Line("CN-1"), new LocalDate(2026, 5, 6));
            var moved = account.SettleTwice([s_april, fact], run.With(undone), rules);
            Assert.Equal((left, 0), (moved.Account.Balances.Earned, moved.Reasons.Count(reason => reason.Code == "commission.moved")));
        }
    }

    [Fact]
    public void In_another_plan_or_component_it_is_another_matter()
    {
        var another = CommissionEarning.Of("Reps 2026", "launch", Month(4), Cny(7m)).With(Line("SO-1"), s_after);
        Assert.Equal(Cny(7m), s_paid.SettleTwice([another], Run(4), Plain).Earned);
    }

    // CN-1 of 5 April follows its sale, and so counts on the day of that, in March and then in April. CN-2 is new.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_follows_a_sale_that_moved_is_taken_once(bool isClosed)
    {
        var noted = new LocalDate(2026, 4, 5);
        CommissionEarning Back(int month, string document, decimal amount) =>
            OfLine(Month(month), document, amount, 5m, noted).Following(Line("SO-1"));
        var account = Nothing.SettleTwice([s_march, Back(3, "CN-1", -400m)], Run(3), Plain).Account;
        Assert.Equal(Cny(30m), account.Balances.Earned);
        if (isClosed)
            account = account.Close(Month(3), new LocalDate(2026, 4, 15));

        var settlement = account.SettleTwice([Back(4, "CN-1", -400m), s_april, Back(4, "CN-2", -100m)], Run(4), Plain);
        Assert.Equal(Cny(25m), settlement.Account.Balances.Earned);
        Assert.Equal(2, settlement.Reasons.Count(reason => reason.Code == "commission.moved"));
    }

    // What a schedule gives of a line in later periods has the day of its order, which is before them.
    [Fact]
    public void A_later_part_of_a_line_whose_day_is_corrected_is_no_sale_that_moved()
    {
        var closed = s_paid.Close(Month(3), new LocalDate(2026, 4, 5));
        var part = OfLine(Month(4), "SO-1", 1_000m, 5m, new LocalDate(2026, 3, 30));

        Assert.Equal(Cny(50m), closed.SettleTwice([part], Run(4), Plain).Earned);
        Assert.Equal(Cny(50m), s_paid.SettleTwice([part, s_march], Run(4), Plain).Earned);
    }

    // It is 60 in April. March is closed, and a correction takes its 50 away there.
    [Fact]
    public void Corrected_away_where_it_was_it_is_earned_where_it_is_in_the_same_run()
    {
        var closed = s_paid.Close(Month(3), new LocalDate(2026, 4, 5));
        var april = OfLine(Month(4), "SO-1", 1_200m, 5m, s_after);
        CommissionEvent Correction(decimal amount) => CommissionEvent.Correction(
            Line("K-1"), new LocalDate(2026, 5, 2),
            CommissionEarning.Of("Reps 2026", "revenue", Month(3), Cny(amount)).With(Line("SO-1"), s_before)
                .WithBase(Revenue(amount * 20m)),
            new Reason("moved"));

        Assert.Equal(Cny(60m), closed.SettleTwice([april], Run(4).With(Correction(-50m)), Plain).Account.Balances.Earned);
        var partly = closed.SettleTwice([april], Run(4).With(Correction(-49.99m)), Plain);
        Assert.Equal((Cny(0.01m), "commission.moved"), (partly.Account.Balances.Earned, partly.Reasons.Single().Code));

        // An event has taken some of it, so that the correction finds no room.
        var rules = Plain.WithClawBack(ClawBackRule.Full);
        var back = CommissionEvent.Return(Line("CN-1"), Line("SO-1"), s_before, new LocalDate(2026, 4, 8)).WithPart(Percent(40));
        var taken = closed.SettleTwice([], Run(3).With(back), rules).Account;
        Assert.Equal(Cny(30m), taken.SettleTwice([april], Run(4).With(Correction(-50m)), rules).Account.Balances.Earned);
    }

    // Sales on any day of four months, each corrected to another now and then; months settled one after the other, closed or not, with
    // what is known of them: no sale is paid twice, and what is not paid where it now is is told.
    [Property(MaxTest = 200)]
    public Property No_sale_is_paid_twice_wherever_it_moves() =>
        Prop.ForAll(
            (from days in Gen.Choose(0, 119).ArrayOf(5)
             from moved in Gen.Choose(0, 119).ArrayOf(5)
             from when in Gen.Choose(1, 6).ArrayOf(5)
             from isClosing in Gen.Elements(true, false)
             from restates in Gen.Elements(true, false)
             select (days, moved, when, isClosing, restates)).ToArbitrary(),
            any =>
            {
                var account = Nothing;
                for (var month = 1; month <= 4; month++)
                {
                    var known = Enumerable.Range(0, 5)
                        .Select(i => (i, On: new LocalDate(2026, 1, 1).PlusDays(month < any.when[i] ? any.days[i] : any.moved[i])))
                        .Where(each => each.On <= Month(month).End!.Value).ToList();
                    IEnumerable<CommissionEarning> Of(int of) => known.Where(each => Month(of).Contains(each.On))
                        .Select(each => OfLine(Month(of), "SO-" + each.i, 1_000m, 5m, each.On));

                    var run = any.restates
                        ? Enumerable.Range(1, month).Aggregate(Run(month), (all, each) => all.Restating(Month(each))) : Run(month);
                    var settlement = account.SettleTwice(
                        any.restates ? Enumerable.Range(1, month).SelectMany(Of) : Of(month), run, Plain);
                    account = settlement.Account;
                    var standing = account.Entries.Where(entry => entry.Line is not null)
                        .GroupBy(entry => entry.Line).ToDictionary(each => each.Key!.Value, each => each.Sum(entry => entry.Amount.Amount));
                    Assert.All(standing.Values, amount => Assert.InRange(amount, 0m, 50m));
                    foreach (var each in known.Where(each => any.restates && !any.isClosing))
                        Assert.Equal(50m, standing[Line("SO-" + each.i)]);
                    if (any.isClosing)
                        account = account.Close(Month(month), Month(month).End!.Value.PlusDays(11));
                }
            });
}
