using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>What was held by rules that are not those of today.</summary>
public sealed class HoldbacksThatChanged
{
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);

    private static readonly StepSchedule<Percentage, Percentage> s_byCollection =
        StepSchedule.From((Percent(0), Percent(0)), (Percent(95), Percent(80)), (Percent(98), Percent(100)));

    private static readonly PayoutRules s_together = Plain.WithHoldback(HoldbackRule.Of(Percent(20)).WithRelease(s_byCollection));

    private static readonly HoldbackRule s_collections = HoldbackRule.Of(Percent(20)).For("collections").WithRelease(s_byCollection);
    private static readonly HoldbackRule s_bonus = HoldbackRule.Of(Percent(50)).For("bonus").WithRelease(s_byCollection);

    private static readonly PayoutRules s_apart = Plain.WithHoldback(s_collections, s_bonus);

    // 20 % of twelve times 3,200 of all components together, closed.
    private static CommissionAccount HeldTogether(PayoutRules rules) =>
        Enumerable.Range(1, 12).Aggregate(
            Nothing,
            (account, month) => account.Settle([Earned(Month(month), 3_200m, "collections")], Run(month), rules).Account)
            .Close(s_year, new LocalDate(2027, 1, 15));

    private static PayoutRun Later(int month = 2) =>
        PayoutRun.Of(DateSpan.OfMonth(2027, month), DateSpan.OfMonth(2027, month).End!.Value.PlusDays(10));

    [Fact]
    public void What_was_held_together_is_released_by_a_stated_part_once_each_component_has_its_own_rule()
    {
        var account = HeldTogether(s_together);
        Assert.Equal(Cny(7_680m), account.Balances.HeldBack);
        var refused = Assert.Throws<ArgumentException>(
            "rules", () => account.Settle([], Later().WithHoldbackFigure(s_year, Percent(96.5m)), s_apart));
        Assert.Contains("unless the run states the part", refused.Message, StringComparison.Ordinal);

        var released = account.SettleTwice(
            [], Later().WithHoldbackRelease(s_year, s_byCollection.At(Percent(96.5m))), s_apart);
        Assert.Equal((Cny(6_144m), Cny(6_144m)), (released.Released, released.Paid));

        // A part needs no rule, is never taken back, and by more the rest is released.
        var run = Later(3);
        Assert.Equal(Cny(6_144m), account.SettleTwice([], run.WithHoldbackRelease(s_year, Percent(80)), Plain).Paid);
        var kept = released.Account.SettleTwice([], run.WithHoldbackRelease(s_year, Percent(50)), s_apart);
        Assert.Equal("commission.release-kept", Assert.Single(kept.Reasons).Code);
        Assert.Equal(Cny(1_536m), released.Account.SettleTwice([], run.WithHoldbackRelease(s_year, Percent(100)), s_apart).Paid);
    }

    [Fact]
    public void A_figure_of_one_component_tells_what_was_held_of_all_together()
    {
        var settlement = HeldTogether(s_together).SettleTwice(
            [], Later().WithHoldbackFigure(s_year, Percent(96.5m), "collections"), s_apart);
        Assert.Equal(Cny(0m), settlement.Released);
        Assert.Equal(
            "commission.held-together (component collections, span 2026-01-01/2026-12-31, held CNY 7680.00)",
            Assert.Single(settlement.Reasons).ToString());
    }

    [Theory]
    [InlineData(HoldbackOnLeaving.PaidOut, 7_680, 0)]
    [InlineData(HoldbackOnLeaving.Forfeited, 0, 7_680)]
    [InlineData(HoldbackOnLeaving.Kept, 0, 0)]
    public void What_was_held_together_of_a_leaver_goes_by_the_rules_that_all_say_the_same(
        HoldbackOnLeaving leaving, int released, int forfeited)
    {
        var rules = Plain.WithHoldback(s_collections.WithLeaving(leaving), s_bonus.WithLeaving(leaving));
        var left = HeldTogether(s_together).Leave(new LocalDate(2027, 2, 10)).SettleTwice([], Later(), rules);
        Assert.Equal((Cny(released), Cny(forfeited)), (left.Released, left.Forfeited));

        // Where they differ nobody knows by which, so that it is kept.
        var differing = Plain.WithHoldback(s_collections.WithLeaving(leaving), s_bonus.WithLeaving(HoldbackOnLeaving.Kept));
        Assert.Equal(Cny(7_680m), HeldTogether(s_together).Leave(new LocalDate(2027, 2, 10))
            .SettleTwice([], Later(), differing).Account.Balances.HeldBack);
    }

    [Fact]
    public void What_was_held_together_of_a_leaver_is_set_off_by_the_rules_that_all_say_the_same()
    {
        var rules = Plain.WithHoldback(
            s_collections.WithLeaving(HoldbackOnLeaving.SetOff), s_bonus.WithLeaving(HoldbackOnLeaving.SetOff));
        var account = HeldTogether(s_together).SettleTwice([Earned(DateSpan.OfMonth(2027, 1), -500m)], Later(1), rules).Account
            .Leave(new LocalDate(2027, 2, 10));
        var left = account.SettleTwice([], Later(), rules);
        Assert.Equal((Cny(500m), Cny(7_180m)), (left.SetOff, left.Account.Balances.HeldBack));
    }

    [Fact]
    public void A_better_release_of_more_takes_over_what_an_earlier_one_of_a_part_released()
    {
        var account = Nothing.Settle(
                [Earned(Quarter(1), 1_000m, "collections"), Earned(Quarter(1), 3_000m, "bonus")], Run(3), s_apart).Account
            .Close(Quarter(1), new LocalDate(2026, 4, 12))
            .SettleTwice([], Run(4).WithHoldbackFigure(Quarter(1), Percent(96), "collections"), s_apart).Account;
        Assert.Equal((Cny(1_540m), Cny(2_460m)), (account.Balances.HeldBack, account.Balances.Paid));

        // Of 200 and 1,500: by 96 % both are at 80 %, by 99 % at all.
        var same = account.SettleTwice([], Run(5).WithHoldbackFigure(s_year, Percent(96)), s_together);
        Assert.Equal((Cny(1_200m), Cny(340m)), (same.Released, same.Account.Balances.HeldBack));
        var all = same.Account.SettleTwice([], Run(6).WithHoldbackFigure(s_year, Percent(99)), s_together);
        Assert.Equal((Cny(340m), Cny(0m)), (all.Released, all.Account.Balances.HeldBack));
        Assert.Equal(all.Account, Nothing.Close(Quarter(1), new LocalDate(2026, 4, 12)).Apply(all.Account.Entries));

        // One that is worse leaves what the other released.
        var worse = account.SettleTwice([], Run(5).WithHoldbackFigure(s_year, Percent(50)), s_together);
        Assert.Empty(worse.Entries);
        Assert.Equal(Cny(40m), account.SettleTwice([], Run(5).WithHoldbackRelease(s_year, Percent(100), "collections"), Plain).Released);
    }

    [Fact]
    public void A_leaver_is_paid_by_the_rule_of_each_component_after_a_release_of_all()
    {
        var account = Nothing.Settle(
                [Earned(Quarter(1), 1_000m, "collections"), Earned(Quarter(1), 3_000m, "bonus")], Run(3), s_apart).Account
            .SettleTwice([], Run(4).WithHoldbackRelease(Quarter(1), Percent(80)), s_apart).Account.Leave(new LocalDate(2026, 5, 20));
        var rules = Plain.WithHoldback(
            s_collections.WithLeaving(HoldbackOnLeaving.PaidOut), s_bonus.WithLeaving(HoldbackOnLeaving.Forfeited));
        var left = account.SettleTwice([], Run(5), rules);
        Assert.Equal((Cny(40m), Cny(300m)), (left.Released, left.Forfeited));
    }

    [Fact]
    public void A_span_has_one_figure_or_part_and_a_component_is_named_once()
    {
        var run = Run(4).WithHoldbackRelease(Quarter(1), Percent(80), "bonus");
        Assert.Equal((Quarter(1), (string?)"bonus", Percent(80)), Assert.Single(run.HoldbackReleases));
        Assert.Empty(run.HoldbackFigures);
        Assert.NotEqual(Run(4).WithHoldbackFigure(Quarter(1), Percent(80), "bonus"), run);
        Assert.Contains("80% released for 2026-01-01/2026-03-31 of bonus", run.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("period", () => run.WithHoldbackFigure(Quarter(1), Percent(96)));
        Assert.Throws<ArgumentOutOfRangeException>("part", () => run.WithHoldbackRelease(Quarter(2), Percent(100.01m)));

        // Of an open span all that is ever held would be released, from then on.
        Assert.Throws<ArgumentException>("period", () => run.WithHoldbackRelease(DateSpan.From(Month(1).Start!.Value), Percent(100)));
        Assert.Throws<ArgumentException>("period", () => run.WithHoldbackFigure(DateSpan.Until(Month(1).Start!.Value), Percent(96)));
        Assert.Throws<ArgumentException>("components", () => run.WithHoldbackRelease(Quarter(2), Percent(1), "a", "a"));
        Assert.Throws<ArgumentException>("components", () => run.WithHoldbackFigure(Quarter(2), Percent(1), "a", "a"));
    }
}
