using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>A line that is earned bit by bit, as by a schedule: what came and went of it is one, whatever periods it was in.</summary>
public sealed class PeriodsOfALine
{
    private static readonly LocalDate s_sold = new(2026, 1, 1);
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);

    private static CommissionEarning Of(int month, decimal amount) => Earned(Month(month), amount).With(Line("SO-1"), s_sold);

    private static CommissionEvent Back(string id = "RT-1", int month = 9, decimal percent = 100m) =>
        CommissionEvent.Return(Line(id), Line("SO-1"), s_sold, new LocalDate(2026, month, 2)) is var all && percent == 100m ? all
            : all.WithPart(Percent(percent));

    private static CommissionAccount Closed(params decimal[] months) =>
        Entered(months).Close(DateSpan.OfYear(2026), new LocalDate(2026, 9, 1));

    private static CommissionAccount Entered(params decimal[] months) =>
        Nothing.SettleTwice(months.Select((amount, i) => Of(i + 1, amount)), Run(8), s_full).Account;

    // Ordered, paid, bounced, paid again: 1,000. An event took 1,500 of it, and one of 40 % took 600.
    [Theory]
    [InlineData(100, -1_000)]
    [InlineData(40, -400)]
    public void What_bounced_and_was_paid_again_comes_back_once(int percent, int taken)
    {
        var settlement = Closed(500m, 500m, -500m, 500m).SettleTwice([], Run(9).With(Back(percent: percent)), s_full);
        Assert.Equal(Cny(taken), settlement.ClawedBack);
    }

    [Theory]
    [InlineData(1_000, -500, 0, -500, "2026-01-31")]
    [InlineData(100, 50, -120, -30, "2026-01-31")]
    [InlineData(100, -150, 0, 0, null)]
    [InlineData(-100, 500, 0, -400, "2026-02-28")]
    [InlineData(-100, 60, 100, -60, "2026-02-28")]
    [InlineData(0, -100, 300, -200, "2026-03-31")]
    public void What_goes_down_lowers_what_stands_before_it(int first, int second, int third, int taken, string? end)
    {
        var settlement = Closed(first, second, third).SettleTwice([], Run(9).With(Back()), s_full);
        Assert.Equal(Cny(taken), settlement.ClawedBack);
        var entry = Assert.Single(settlement.Entries, each => each.Event is not null);
        Assert.Equal(end, entry.Period?.End is { } last ? last.ToString("uuuu-MM-dd", null) : null);
        if (taken == -500)
            Assert.Contains("SO-1/1 2026-02-01/2026-02-28: CNY -500.00", settlement.Explain().ToString(), StringComparison.Ordinal);
    }

    // A bounced cheque is no return: a part is one of the line, and half of it is not all of what is left.
    [Fact]
    public void Parts_of_what_is_left_add_up()
    {
        var half = Closed(1_000m, -500m).SettleTwice([], Run(9).With(Back(percent: 50m)), s_full);
        Assert.Equal((Cny(-250m), Percent(50)), (half.ClawedBack, half.Entries[0].Part!.Value));
        Assert.Equal(Cny(-250m), half.Account.SettleTwice([], Run(10).With(Back("RT-2", 10, 50m)), s_full).ClawedBack);
    }

    // The cheque came back in a month that is open yet, and what is open counts.
    [Fact]
    public void What_is_open_lowers_it_as_well()
    {
        var account = Entered(1_000m).Close(Month(1), new LocalDate(2026, 9, 1)).SettleTwice([Of(8, -400m)], Run(8), s_full).Account;
        var settlement = account.SettleTwice([Of(8, -400m)], Run(9).With(Back()), s_full);
        Assert.Equal((Cny(-600m), Cny(0m)), (settlement.ClawedBack, settlement.Account.Balances.Earned));

        // As long as it is open, an event that found nothing is not noted for good.
        account = account.SettleTwice([Of(8, -1_000m)], Run(9).With(Back()), s_full).Account;
        settlement = account.SettleTwice([Of(8, -100m)], Run(10).With(Back()), s_full);
        Assert.Equal((Cny(-900m), Cny(0m)), (settlement.ClawedBack, settlement.Account.Balances.Earned));
    }

    [Fact]
    public void Where_a_base_is_measured_its_periods_are_one_as_well()
    {
        CommissionEarning Sold(int month, decimal revenue) =>
            OfLine(Month(month), "SO-1", revenue, 10m, s_sold);
        var account = Nothing.SettleTwice([Sold(1, 3_000m), Sold(2, -1_000m)], Run(8), s_full).Account
            .Close(DateSpan.OfYear(2026), new LocalDate(2026, 9, 1));
        var settlement = account.SettleTwice([], Run(9).With(Back()), s_full);
        Assert.Equal((Cny(-200m), Revenue(-2_000m)), (settlement.ClawedBack, settlement.Entries[0].Base!.Value));
        Assert.Equal(Cny(-100m), account.SettleTwice([], Run(9).With(Back(percent: 50m)), s_full).ClawedBack);
    }

    [Property(MaxTest = 300)]
    public void What_events_take_is_never_more_than_a_line_has_earned_on_balance_and_never_twice(int seed)
    {
        var random = new Random(seed);
        var rules = Plain.WithClawBack(random.Next(2) == 0 ? ClawBackRule.Full : ClawBackRule.Full.WithinDays(400).ProRata());
        var (account, amounts, closed) = (Nothing, new SortedDictionary<int, decimal>(), 0);
        var events = new List<CommissionEvent>();
        for (var month = 1; month <= 10; month++)
        {
            if (random.Next(4) > 0)
                amounts[month] = random.Next(-40_000, 60_000) / 100m;
            if (month - 1 > closed && random.Next(4) == 0)
                amounts[month - 1] = random.Next(-40_000, 60_000) / 100m;
            while (random.Next(3) == 0)
                events.Add(Back("E-" + (events.Count + 1), month, random.Next(3) == 0 ? 100m : random.Next(1, 1_000) / 10m));

            var before = account;
            var open = amounts.Where(each => each.Key > closed).Select(each => Of(each.Key, each.Value)).ToList();
            account = before.SettleTwice(open, Run(month).With([.. events]), rules).Account;
            var entries = account.Entries.Skip(before.Entries.Count);
            var taken = entries.Where(entry => entry.Event is not null).Sum(entry => entry.Amount.Amount);
            Assert.True(taken <= 0m && (taken == 0m || !account.Balances.Earned.IsNegative), Text(account.Entries));
            if (random.Next(2) == 0)
            {
                closed = random.Next(closed, month + 1);
                account = Enumerable.Range(1, closed).Aggregate(
                    account, (all, each) => all.Close(Month(each), Month(month).End!.Value.PlusDays(10)));
            }
        }

        var once = account.Entries.Where(entry => entry is { Event: not null, Period: not null })
            .GroupBy(entry => (entry.Event!.Id, entry.Period));
        Assert.All(once, each => Assert.Single(each));

        // All of it stands again when all is reinstated.
        var undone = events.Select((each, i) => CommissionEvent.Reinstatement(Line("U", i + 1), each.Id, new LocalDate(2026, 11, 1)));
        var facts = amounts.Where(each => each.Key > closed).Select(each => Of(each.Key, each.Value));
        account = account.SettleTwice(facts, Run(11).With([.. undone]), rules).Account;
        Assert.Equal(Cny(amounts.Values.Sum()), account.Balances.Earned);
    }
}
