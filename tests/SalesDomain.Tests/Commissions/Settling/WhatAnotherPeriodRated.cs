using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>Events of what the first quarter rated, and the second earned.</summary>
public sealed class WhatAnotherPeriodRated
{
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);
    private static readonly LocalDate s_february = new(2026, 2, 10);
    private static readonly LocalDate s_may = new(2026, 5, 5);
    private static readonly CommissionEarning s_late = Earned(Quarter(2), 1_000m).WithRatedIn(Quarter(1)).WithBase(Revenue(10_000m));

    // 1,000 on 10,000: all of it comes back once, and then once more and again.
    [Fact]
    public void What_came_back_is_taken_of_it_once()
    {
        var account = Nothing.SettleTwice([s_late], Run(6), s_full).Account.Close(Quarter(2), new LocalDate(2026, 7, 10));
        var settled = account.SettleTwice([], Run(7).With(Back(1, s_february)), s_full);
        var taken = settled.Entries.Single(entry => entry.Kind == CommissionEntryKind.ClawedBack);
        Assert.Equal((Cny(-1_000m), Quarter(1), Quarter(2)), (taken.Amount, taken.RatedIn!.Value, taken.Period!.Value));
        Assert.StartsWith(
            "3 ClawedBack revenue of 2026-01-01/2026-03-31 2026-04-01/2026-06-30", taken.ToString(), StringComparison.Ordinal);

        foreach (var number in new[] { 2, 3 })
        {
            settled = settled.Account.SettleTwice([], Run(7).With(Back(number, s_february)), s_full);
            Assert.Equal((Cny(0m), Cny(0m)), (settled.ClawedBack, settled.Account.Balances.Earned));
            Assert.Empty(settled.Reasons);
        }

        // The first was none: the second takes in its place.
        var back = settled.Account.SettleTwice(
            [], Run(7).With(CommissionEvent.Reinstatement(Line("U-1"), Line("RT-1"), new LocalDate(2026, 7, 5))), s_full);
        Assert.Equal((Cny(0m), 1), (back.Account.Balances.Earned, back.Entries.Count(each => each.Event?.Id == Line("RT-2"))));
    }

    // It was rated by what was sold in the first quarter: a sale of May is none of it.
    [Fact]
    public void What_was_sold_in_another_quarter_takes_nothing_of_it()
    {
        var account = Nothing.SettleTwice([s_late], Run(6), s_full).Account.Close(Quarter(2), new LocalDate(2026, 7, 10));
        var settled = account.SettleTwice([], Run(7).With(Back(1, s_may)), s_full);
        Assert.Equal(("commission.unknown-line", Cny(1_000m)), (settled.Reasons.Single().Code, settled.Account.Balances.Earned));
    }

    // What a floor added to the first quarter is beside the line of February, and of May there is none.
    [Theory]
    [InlineData(2, "commission.not-reached (event RT-1/1, plan Reps 2026, earning revenue of 2026-01-01/2026-03-31 2026-04-01/2026-06-30)")]
    [InlineData(5, null)]
    public void What_an_event_does_not_reach_is_told_of_the_sales_that_rated_it(int month, string? told)
    {
        var sold = new LocalDate(2026, month, 5);
        var account = Nothing.SettleTwice(
            [
                OfLine(month == 2 ? Quarter(1) : Quarter(2), "SO-1", 10_000m, 10m, sold),
                Earned(Quarter(2), 500m).WithRatedIn(Quarter(1)),
            ],
            Run(6), s_full).Account.Close(Quarter(1), new LocalDate(2026, 7, 10)).Close(Quarter(2), new LocalDate(2026, 7, 10));
        var settled = account.Settle([], Run(7).With(Back(1, sold)), s_full);
        Assert.Equal(Cny(500m), settled.Account.Balances.Earned);
        Assert.Equal(told is null ? [] : [told], settled.Reasons.Select(each => each.ToString()));
    }

    // An entry that takes back of what is not there would be money out of nothing.
    [Fact]
    public void A_stored_entry_that_takes_back_of_nothing_is_refused()
    {
        var account = Nothing.SettleTwice([s_late], Run(6), s_full).Account.Close(Quarter(2), new LocalDate(2026, 7, 10));
        var entries = account.SettleTwice([], Run(7).With(Back(1, s_february)), s_full).Account.Entries;
        Assert.Equal(Cny(0m), Nothing.Apply(entries).Balances.Earned);

        // Of a part of an account nobody knows.
        Assert.Equal(Cny(-1_000m), Nothing.Apply(entries.Skip(1)).Balances.Earned);

        var taken = entries.Single(each => each.Kind == CommissionEntryKind.ClawedBack);
        foreach (var other in new[] { Earned(Quarter(2), 1m), Earned(Quarter(1), 1m), OfLine(Quarter(2), "SO-1", 10m, 10m) })
        {
            var strayed = CommissionEntry.Of(taken.Number, taken.Kind, taken.PayoutPeriod, taken.Recorded, taken.Amount)
                .For(other).With(taken.Event!);
            Assert.Contains(
                strayed.ToString(),
                Assert.Throws<ArgumentException>("entries", () => Nothing.Apply([.. entries.Take(2), strayed])).Message,
                StringComparison.Ordinal);
        }
    }

    // Whichever quarter earned it: the same comes back of it.
    [Property(MaxTest = 100)]
    public Property It_goes_back_as_if_it_had_been_earned_in_its_own_quarter() =>
        Prop.ForAll(
            (from cents in Gen.Choose(1, 1_000_000)
             from returned in Gen.Choose(1, 700_000).ArrayOf(3)
             select (cents, returned)).ToArbitrary(),
            any =>
            {
                var own = Earned(Quarter(1), any.cents / 100m).WithBase(Revenue(10_000m));
                var late = Earned(Quarter(2), any.cents / 100m).WithRatedIn(Quarter(1)).WithBase(Revenue(10_000m));
                var (first, second) = (Closed(own), Closed(late));
                for (var i = 0; i < any.returned.Length; i++)
                {
                    var run = Run(7).With(Back(i, s_february, any.returned[i] / 100m));
                    first = first.SettleTwice([], run, s_full).Account;
                    second = second.SettleTwice([], run, s_full).Account;
                    Assert.Equal(first.Balances, second.Balances);
                    Assert.False(second.Balances.Earned.IsNegative);
                }

                return (any.returned.Sum() >= 1_000_000) == second.Balances.Earned.IsZero || any.cents < 10;

                CommissionAccount Closed(CommissionEarning earning) =>
                    Nothing.SettleTwice([earning], Run(6), s_full).Account.Close(earning.Period, new LocalDate(2026, 7, 10));
            });

    private static CommissionEvent Back(int number, LocalDate sold, decimal revenue = 10_000m) =>
        CommissionEvent.Return(Line("RT-" + number), Line("SO-1"), sold, new LocalDate(2026, 7, 1), Revenue(revenue));
}
