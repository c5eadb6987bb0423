using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>A plan by its name, its versions, and other plans of the same payee and the same days.</summary>
public sealed class PlansSideBySide
{
    private static readonly CommissionEarning s_own = Earned(Quarter(1), 4_000m);
    private static readonly CommissionEarning s_pool = CommissionEarning.Of("Team pool 2026", "revenue", Quarter(1), Cny(5_625m));
    private static readonly Reason s_noCost = new("cost.missing");

    private static CommissionEarning Version(string? version, DateSpan period, decimal amount, string component = "revenue")
    {
        var earning = Earned(period, amount, component);
        return version is null ? earning : earning.WithPlanVersion(version);
    }

    // Pitfall: the run of a second plan undoes what the first one paid.
    [Fact]
    public void Pitfall_settling_the_pool_after_the_own_plan_reverses_nothing()
    {
        var own = Nothing.SettleTwice([s_own], Run(3), Plain);
        var pool = own.Account.SettleTwice([s_pool], Run(3), Plain);
        Assert.Equal((Cny(4_000m), Cny(5_625m)), (own.Paid, pool.Paid));
        Assert.DoesNotContain(pool.Entries, entry => entry.Reverses is not null);

        var other = Nothing.SettleTwice([s_pool], Run(3), Plain).Account.SettleTwice([s_own], Run(3), Plain).Account;
        var together = Nothing.SettleTwice([s_own, s_pool], Run(3), Plain).Account;
        Assert.Equal((together.Balances, together.Balances), (pool.Account.Balances, other.Balances));
    }

    [Property(MaxTest = 200)]
    public void Two_plans_one_after_the_other_in_either_order_or_in_one_run_come_to_the_same(int seed)
    {
        var random = new Random(seed);
        var rules = random.Next(2) == 0 ? Plain
            : Plain.WithHoldback(HoldbackRule.Of(Percent(33.3m))).WithDraw(DrawRule.Recoverable(Cny(300m)));
        var (one, other, both) = (Nothing, Nothing, Nothing);
        foreach (var month in Enumerable.Range(1, 6))
        {
            var own = Earnings("Reps 2026");
            var contest = Earnings("Spring contest");
            one = one.SettleTwice(own, Run(month), rules).Account.SettleTwice(contest, Run(month), rules).Account;
            other = other.SettleTwice(contest, Run(month), rules).Account.SettleTwice(own, Run(month), rules).Account;
            both = both.SettleTwice([.. own, .. contest], Run(month), rules).Account;

            CommissionEarning[] Earnings(string plan) =>
            [
                .. Enumerable.Range(0, random.Next(1, 3)).Select(i => CommissionEarning.Of(
                    plan, i == 0 ? "revenue" : "margin", Quarter((month + 2) / 3), Cny(random.Next(0, 500_000) / 100m))),
            ];
        }

        Assert.Equal((both.Balances.Earned, both.Balances.HeldBack), (one.Balances.Earned, one.Balances.HeldBack));
        Assert.Equal((both.Balances.Earned, both.Balances.HeldBack), (other.Balances.Earned, other.Balances.HeldBack));
        foreach (var account in new[] { one, other })
            Assert.Equal(both.Balances.Paid - both.Balances.Debit - both.Balances.DrawOwed, Net(account));

        static Money Net(CommissionAccount account) =>
            account.Balances.Paid + account.Balances.Payable - account.Balances.Debit - account.Balances.DrawOwed;
    }

    [Fact]
    public void A_version_undoes_and_makes_anew_what_differs_and_leaves_what_is_the_same()
    {
        var account = Nothing.SettleTwice(
            [Version("1", Quarter(1), 100m), Version("1", Quarter(1), 50m, "margin"), s_pool], Run(1), Plain).Account;
        var settlement = account.SettleTwice(
            [Version("2", Quarter(1), 140m), Version("2", Quarter(1), 50m, "margin")], Run(2), Plain);

        Assert.Equal(
            [(Cny(-100m), "1", 1), (Cny(140m), "2", null)],
            settlement.Entries.Where(entry => entry.Kind == CommissionEntryKind.Earned)
                .Select(entry => (entry.Amount, entry.PlanVersion!, entry.Reverses)));
        Assert.All(settlement.Entries.Take(2), entry => Assert.Equal("Reps 2026", entry.Plan));
        Assert.Equal("commission.re-rated", settlement.Entries[0].Reasons[0].Code);
        Assert.Equal(Cny(40m), settlement.Paid);

        // A plan without a version is one more version of its name.
        Assert.Equal(Cny(-40m), settlement.Account.SettleTwice(
            [Version(null, Quarter(1), 100m), Version(null, Quarter(1), 50m, "margin")], Run(3), Plain).Earned);
    }

    [Fact]
    public void A_component_that_a_version_does_not_have_is_earned_no_more()
    {
        var account = Nothing.SettleTwice(
            [Version("1", Quarter(1), 100m), Version("1", Quarter(1), 50m, "margin"), s_pool], Run(1), Plain).Account;
        var settlement = account.SettleTwice([Version("2", Quarter(1), 100m)], Run(2), Plain);
        Assert.Equal((Cny(-50m), "margin"), (settlement.Earned, settlement.Entries[0].Component));
    }

    [Fact]
    public void A_run_restates_a_period_of_one_plan_or_of_all()
    {
        var account = Nothing.SettleTwice([s_own, s_pool], Run(3), Plain).Account;
        Assert.Equal(Cny(-4_000m), account.SettleTwice([], Run(4).Restating("Reps 2026", Quarter(1)), Plain).Earned);
        Assert.Equal(Cny(-5_625m), account.SettleTwice([], Run(4).Restating("Team pool 2026", Quarter(1)), Plain).Earned);
        Assert.Equal(Cny(-9_625m), account.SettleTwice([], Run(4).Restating(Quarter(1)), Plain).Earned);
        Assert.Empty(account.SettleTwice([], Run(4).Restating("Reps 2027", Quarter(1)), Plain).Entries);

        // What is named beside what is given: the pool is earned no more, the own plan as given.
        Assert.Equal(Cny(-5_525m), account.SettleTwice([Earned(Quarter(1), 4_100m)], Run(4).Restating(Quarter(1)), Plain).Earned);
        Assert.Equal(Cny(100m), account.SettleTwice(
            [Earned(Quarter(1), 4_100m)], Run(4).Restating("Reps 2026", Quarter(1)), Plain).Earned);
        Assert.Equal(
            [("Reps 2026", Quarter(1)), (null, Quarter(2))], Run(4).Restating("Reps 2026", Quarter(1)).Restating(Quarter(2)).Restated);
    }

    // Pitfall: nobody can know that a plan of another name is the same one.
    [Fact]
    public void Pitfall_a_plan_that_is_renamed_is_another_and_the_old_name_is_restated()
    {
        var account = Nothing.SettleTwice([s_own], Run(1), Plain).Account;
        var renamed = CommissionEarning.Of("Representatives 2026", "revenue", Quarter(1), Cny(4_100m));
        Assert.Equal(Cny(4_100m), account.SettleTwice([renamed], Run(2), Plain).Earned);
        Assert.Equal(Cny(100m), account.SettleTwice([renamed], Run(2).Restating("Reps 2026", Quarter(1)), Plain).Earned);
    }

    [Fact]
    public void Periods_that_overlap_are_refused_within_a_plan_of_one_name_whatever_its_version()
    {
        var account = Nothing.SettleTwice([Version("1", Quarter(1), 4_000m)], Run(1), Plain).Account;
        Assert.Throws<ArgumentException>("earnedToDate", () => account.Settle([Version("2", Month(3), 10m)], Run(3), Plain));
        Assert.Throws<ArgumentException>(
            "earnedToDate", () => Nothing.Settle([Version("1", Quarter(1), 4_000m), Version("2", Month(3), 10m)], Run(3), Plain));

        var contest = CommissionEarning.Of("Spring contest", "revenue", Month(3), Cny(10m));
        Assert.Equal(Cny(10m), account.SettleTwice([contest], Run(3), Plain).Earned);
        Assert.Equal(Cny(4_010m), Nothing.SettleTwice([Version("1", Quarter(1), 4_000m), contest], Run(3), Plain).Earned);

        // Nor does a closed period of one plan stand in the way of another's.
        var closed = account.Close(Quarter(1), new(2026, 4, 1));
        Assert.Equal(
            "commission.overlaps-closed-period",
            Assert.Single(closed.Settle([Version("1", DateSpan.OfYear(2026), 7m)], Run(3), Plain).Reasons).Code);
        Assert.Empty(closed.Settle(
            [CommissionEarning.Of("Spring contest", "revenue", DateSpan.OfYear(2026), Cny(10m))], Run(3), Plain).Reasons);
    }

    [Fact]
    public void Two_versions_of_a_plan_are_not_given_at_once()
    {
        var refused = Assert.Throws<ArgumentException>(
            "earnedToDate", () => Nothing.Settle([Version("1", Quarter(1), 1m), Version("2", Quarter(1), 2m)], Run(1), Plain));
        Assert.Contains("revenue 2026-01-01/2026-03-31: CNY 2.00", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_of_one_plan_leaves_that_plan_alone()
    {
        var account = Nothing.SettleTwice([Version("1", Quarter(1), 100m), s_pool], Run(1), Plain).Account;
        var unknown = CommissionEarning.Unknown("Reps 2026", "revenue", Quarter(1), Currency.CNY, s_noCost).WithPlanVersion("2");
        var settlement = account.SettleTwice(
            [unknown, CommissionEarning.Of("Team pool 2026", "revenue", Quarter(1), Cny(5_000m))], Run(2), Plain);
        Assert.Equal(Cny(-625m), settlement.Earned);
        Assert.Equal(((Figure)"Reps 2026", (Figure)Cny(100m)), (settlement.Reasons[0].Find("plan"), settlement.Reasons[0].Find("entered")));
    }

    [Fact]
    public void A_correction_is_of_the_plan_it_names()
    {
        var account = Nothing.SettleTwice([s_own, s_pool], Run(3), Plain).Account.Close(Quarter(1), new(2026, 4, 1));
        var difference = CommissionEarning.Of("Team pool 2026", "revenue", Quarter(1), Cny(75m)).WithPlanVersion("9");
        var settlement = account.SettleTwice(
            [], Run(4).With(CommissionEvent.Correction(Line("C-1"), new(2026, 4, 3), difference, new Reason("missed"))), Plain);
        Assert.Equal(("Team pool 2026", "9"), (settlement.Entries[0].Plan, settlement.Entries[0].PlanVersion));
        Assert.Equal(Cny(5_700m), Money.Sum(
            Currency.CNY, settlement.Account.Entries.Where(entry => entry.Plan == "Team pool 2026").Select(entry => entry.Amount)));
    }

    [Fact]
    public void Explanations_tell_plans_apart_and_a_statement_names_each_with_its_version()
    {
        var settlement = Nothing.SettleTwice([Version("2", Quarter(1), 100m), s_pool], Run(3), Plain);
        var text = settlement.Explain().ToString();
        Assert.Contains("Reps 2026 revenue 2026-01-01/2026-03-31: ", text, StringComparison.Ordinal);
        Assert.Contains("Team pool 2026 revenue 2026-01-01/2026-03-31: ", text, StringComparison.Ordinal);

        var statement = settlement.Account.Statement(Month(3));
        Assert.Equal(["Reps 2026, version 2", "Team pool 2026"], statement.Plans);

        // A second plan of the same days is no correction of the first.
        var own = Nothing.SettleTwice([s_own], Run(1), Plain).Account;
        Assert.Empty(own.SettleTwice([s_pool], Run(5), Plain).Account.Statement(Month(5)).Corrections);
    }

    [Fact]
    public void Holdback_and_parts_merge_as_before()
    {
        var rules = Plain.WithHoldback(HoldbackRule.Of(Percent(30)));
        var whole = Nothing.SettleTwice([s_own], Run(1), rules).Account.SettleTwice([s_pool], Run(2), rules).Account;
        Assert.Equal(Cny(2_887.50m), whole.Balances.HeldBack);
        IReadOnlyList<CommissionEntry> entries = whole.Entries;
        Assert.Equal(whole, Nothing.Apply(entries.Skip(2)).Merge(Nothing.Apply(entries.Take(2))));
    }
}
