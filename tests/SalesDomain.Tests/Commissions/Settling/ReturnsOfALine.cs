using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>A line and its returns are one: what is taken back later is taken of what both have earned.</summary>
public sealed class ReturnsOfALine
{
    private static readonly LocalDate s_sold = new(2026, 1, 15);
    private static readonly LocalDate s_closed = new(2026, 4, 15);
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);
    private static readonly Percentage s_third = Percent(100) / 30m;

    private static CommissionEarning Of(string document, decimal revenue, DateSpan? period = null, string component = "revenue") =>
        CommissionEarning.Of("Reps 2026", component, period ?? Quarter(1), (Cny(revenue) * s_third).Round(Rounding.Commercial))
            .With(Line(document), s_sold).WithBase(Revenue(revenue)).WithRate(s_third);

    private static CommissionEarning Back(string document, decimal revenue, string original = "SO-17", DateSpan? period = null) =>
        Of(document, -revenue, period).Following(Line(original));

    private static CommissionAccount Closed(params CommissionEarning[] earned) =>
        Nothing.SettleTwice(earned, Run(3), s_full).Account.Close(Quarter(1), s_closed);

    private static CommissionEvent Cancelled(string id = "X-1", decimal? revenue = null, string line = "SO-17") =>
        CommissionEvent.Cancellation(
            Line(id), Line(line), s_sold, new LocalDate(2026, 5, 4), revenue is { } amount ? [Revenue(amount)] : []);

    // Finding: the return was rated while the quarter was open, and all of the sale was taken back once more.
    [Fact]
    public void What_is_left_of_a_line_comes_back_and_not_what_its_return_took_back_already()
    {
        var account = Closed(Of("SO-17", 300m), Back("CN-1", 100m));
        Assert.Equal(Cny(6.67m), account.Balances.Earned);

        var settlement = account.SettleTwice([], Run(5).With(Cancelled()), s_full);
        Assert.Equal((Cny(-6.67m), Cny(0m)), (settlement.ClawedBack, settlement.Account.Balances.Earned));
        var entry = settlement.Entries[0];
        Assert.Equal((Line("SO-17"), Revenue(-200m), s_third), (entry.Line!.Value, entry.Base!.Value, entry.Rate!.Value));

        Assert.Equal(Cny(-6.67m), account.SettleTwice([], Run(5).With(Cancelled(revenue: 250m)), s_full).ClawedBack);
        Assert.Equal(Cny(-3.34m), account.SettleTwice([], Run(5).With(Cancelled(revenue: 100m)), s_full).ClawedBack);
        Assert.Contains("CN-1/1", settlement.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_link_it_would_be_more_than_was_paid()
    {
        var account = Closed(Of("SO-17", 300m), Of("CN-1", -100m));
        Assert.Equal(Cny(-3.33m), account.SettleTwice([], Run(5).With(Cancelled()), s_full).Account.Balances.Earned);
    }

    [Fact]
    public void A_return_is_netted_in_its_own_component_only_and_through_what_it_follows_itself()
    {
        var account = Closed(
            Of("SO-17", 300m), Back("CN-1", 100m), Of("SO-17", 300m, component: "team"),
            CommissionEarning.Of("Reps 2026", "revenue", Quarter(1), Cny(1m)).With(Line("CN-2"), s_sold).WithBase(Revenue(30m))
                .Following(Line("CN-1")));
        var settlement = account.SettleTwice([], Run(5).With(Cancelled()), s_full);
        Assert.Equal(
            [("revenue", Cny(-7.67m)), ("team", Cny(-10m))],
            settlement.Entries.Where(entry => entry.Kind == CommissionEntryKind.ClawedBack)
                .Select(entry => (entry.Component!, entry.Amount)));
        Assert.Null(settlement.Entries[0].Rate);
    }

    // Credited in the period of its own day: it is netted there too, wherever nothing nearer is taken back.
    [Fact]
    public void A_return_credited_in_a_later_period_is_not_taken_back_once_more()
    {
        var account = Closed(Of("SO-17", 300m)).SettleTwice([Back("CN-1", 100m, period: Quarter(2))], Run(4), s_full).Account;
        Assert.Equal(Cny(0m), account.SettleTwice([], Run(5).With(Cancelled()), s_full).Account.Balances.Earned);

        // And where the sale is entered in both, it is that of its own period.
        var twice = account.SettleTwice([Of("SO-17", 600m, Quarter(2)), Back("CN-1", 100m, period: Quarter(2))], Run(5), s_full).Account;
        Assert.Equal(Cny(16.67m), twice.SettleTwice([], Run(6).With(Cancelled()), s_full).Account.Balances.Earned);
    }

    [Fact]
    public void An_original_that_is_found_later_is_entered_anew()
    {
        var open = Nothing.SettleTwice([Of("SO-17", 300m), Of("CN-1", -100m)], Run(2), s_full).Account;
        var found = open.SettleTwice([Of("SO-17", 300m), Back("CN-1", 100m)], Run(3), s_full);
        Assert.Equal(Cny(0m), found.Earned);
        Assert.Equal(Line("SO-17"), found.Entries[found.Entries.Count - 1].Original);

        var settlement = found.Account.Close(Quarter(1), s_closed).SettleTwice([], Run(5).With(Cancelled()), s_full);
        Assert.Equal(Cny(0m), settlement.Account.Balances.Earned);
        Assert.Equal(settlement.Account, Nothing.Close(Quarter(1), s_closed).Apply(settlement.Account.Entries));
    }

    [Fact]
    public void A_correction_that_follows_a_line_counts_with_it()
    {
        var account = Closed(Of("SO-17", 300m));
        var missed = CommissionEvent.Correction(
            Line("C-1"), new LocalDate(2026, 5, 1), Back("CN-9", 100m), new Reason("missed"));
        var corrected = account.SettleTwice([], Run(5).With(missed), s_full).Account;
        var settlement = corrected.SettleTwice([], Run(6).With(Cancelled()), s_full);
        Assert.Equal(Cny(-6.67m), settlement.ClawedBack);

        // It cannot be made once what it takes back is gone, nor follow another line than before.
        var late = account.SettleTwice([], Run(5).With(Cancelled()), s_full).Account.SettleTwice([], Run(6).With(missed), s_full);
        Assert.Equal((Cny(0m), "commission.corrects-too-much"), (late.Earned, Assert.Single(late.Reasons).Code));
        var other = CommissionEvent.Correction(
            Line("C-2"), new LocalDate(2026, 5, 1), Back("CN-9", 10m, "SO-18"), new Reason("missed"));
        Assert.Throws<ArgumentException>("run", () => corrected.Settle([], Run(6).With(other), s_full));
    }

    // The return is in the base of its sale, or of a component without lines: its event would take back twice.
    [Fact]
    public void An_event_that_the_earning_of_something_else_includes_takes_nothing_back_a_second_time()
    {
        var account = Closed(
            Of("SO-17", 200m).Including(Line("CN-1")),
            Earned(Quarter(1), 40m, "team").WithBase(Revenue(800m)).Including(Line("CN-2"), Line("CN-1")));
        foreach (var (id, taken, told) in new[]
            { ("CN-1", 0m, "among-the-facts"), ("CN-2", -3.34m, null), ("CN-3", -3.34m, "not-reached") })
        {
            var settlement = account.SettleTwice([], Run(5).With(Cancelled(id, 100m)), s_full);
            Assert.Equal(Cny(taken), settlement.ClawedBack);
            Assert.Equal(told is null ? [] : ["commission." + told], settlement.Reasons.Select(reason => reason.Code));
        }

        var team = Cancelled("CN-2", 100m, "SO-99");
        Assert.Equal("commission.among-the-facts", Assert.Single(account.SettleTwice([], Run(5).With(team), s_full).Reasons).Code);
        Assert.Equal(Cny(-5m), account.SettleTwice([], Run(5).With(Cancelled("CN-3", 100m, "SO-99")), s_full).ClawedBack);
    }

    [Fact]
    public void What_an_earning_includes_and_an_event_took_back_already_is_not_entered()
    {
        var account = Closed(Of("SO-17", 300m)).SettleTwice([], Run(4).With(Cancelled("CN-1", 100m)), s_full).Account;
        var twice = Earned(Quarter(2), 90m).WithBase(Revenue(900m)).Including(Line("CN-1"));
        var settlement = account.SettleTwice([twice], Run(5), s_full);
        Assert.Equal((Cny(0m), "commission.taken-back-already"), (settlement.Earned, Assert.Single(settlement.Reasons).Code));

        // Of another component nothing was taken back.
        var other = Earned(Quarter(2), 90m, "team").WithBase(Revenue(900m)).Including(Line("CN-1"));
        Assert.Equal(Cny(90m), account.SettleTwice([other], Run(5), s_full).Earned);
    }

    [Fact]
    public void What_is_included_is_entered_even_where_no_amount_changes()
    {
        var before = Earned(Quarter(1), 40m).WithBase(Revenue(800m));
        var settlement = Nothing.SettleTwice([before], Run(2), s_full).Account
            .SettleTwice([before.Including(Line("CN-2"), Line("CN-1"), Line("CN-2"))], Run(3), s_full);
        var entry = Assert.Single(settlement.Entries);
        Assert.True(entry.Amount.IsZero);
        Assert.Equal([Line("CN-1"), Line("CN-2")], entry.Included);
    }

    [Fact]
    public void A_line_does_not_follow_itself_and_all_lines_together_follow_none()
    {
        Assert.Throws<ArgumentException>("original", () => Of("SO-17", 1m).Following(Line("SO-17")));
        Assert.Throws<ArgumentException>("line", () => Back("CN-1", 1m).With(Line("SO-17"), s_sold));
        Assert.Throws<InvalidOperationException>(() => Earned(Quarter(1), 1m).Following(Line("SO-17")));
        Assert.NotEqual(Back("CN-1", 1m), Of("CN-1", -1m));
        Assert.NotEqual(Of("CN-1", 1m).Including(Line("A")), Of("CN-1", 1m));
    }

    [Property(MaxTest = 200)]
    public void What_stands_of_a_line_with_what_follows_it_is_never_below_zero_and_all_of_it_stands_when_all_is_reinstated(int seed)
    {
        var random = new Random(seed);
        var rules = Plain.WithClawBack(
            random.Next(3) switch
            {
                0 => ClawBackRule.Full,
                1 => ClawBackRule.Full.WithinMonths(24).ProRata(),
                _ => ClawBackRule.Full.WithinDays(170).ProRata(),
            });
        var facts = new List<CommissionEarning>();
        foreach (var sale in Enumerable.Range(1, random.Next(1, 4)))
        {
            var revenue = random.Next(1, 40_000) / 100m;
            facts.Add(Of("SO-" + sale, revenue));
            for (var left = revenue; left > 0m && random.Next(2) == 0;)
            {
                var back = Math.Min(left, random.Next(1, 20_000) / 100m);
                left -= back;
                facts.Add(Back("CN-" + sale + "-" + facts.Count, back, "SO-" + sale));
            }
        }

        // Thirds of a cent in several lines can sum to less than nothing: as graduated facts do, the last takes what is left.
        var account = Nothing.SettleTwice(Rounded(facts), Run(3), rules).Account.Close(Quarter(1), s_closed);
        var earned = Standing(account);
        var events = new List<CommissionEvent>();
        foreach (var month in Enumerable.Range(4, 4))
        {
            var next = Enumerable.Range(0, random.Next(4)).Select(i => Any(random, month, events, i)).ToList();
            events.AddRange(next);
            account = account.SettleTwice([], Run(month).With([.. events]), rules).Account;
            Assert.All(Standing(account), each => Assert.True(each.Value >= 0m, each + "\n" + Text(account.Entries)));
        }

        var undone = events.Where(each => each.Undone is null).Select(
            (each, i) => CommissionEvent.Reinstatement(Line("U", i + 1), each.Id, new LocalDate(2026, 9, 1))).ToArray();
        account = account.SettleTwice([], Run(9).With(undone), rules).Account;
        Assert.Equal(earned, Standing(account));
    }

    private static CommissionEvent Any(Random random, int month, List<CommissionEvent> before, int number)
    {
        var (id, on) = (Line("E-" + month, number + 1), new LocalDate(2026, month, random.Next(1, 28)));
        var line = Line("SO-" + random.Next(1, 4));
        Measured[] returned = random.Next(3) == 0 ? [] : [Revenue(random.Next(1, 30_000) / 100m)];
        return random.Next(6) switch
        {
            0 => CommissionEvent.Cancellation(id, line, s_sold, on, returned),
            1 => CommissionEvent.NonPayment(id, line, s_sold, on, returned),
            2 when before.Count > 0 => CommissionEvent.Reinstatement(id, before[random.Next(before.Count)].Id, on),
            3 => CommissionEvent.CorrectionOfBase(id, line, on, Revenue(random.Next(1, 9_000) / 100m), new Reason("missed")),
            _ => CommissionEvent.Return(id, line, s_sold, on, returned),
        };
    }

    private static IEnumerable<CommissionEarning> Rounded(List<CommissionEarning> facts)
    {
        foreach (var line in facts.GroupBy(each => each.Original ?? each.Line))
        {
            var (paidOn, before) = (0m, Cny(0m));
            foreach (var each in line)
            {
                paidOn += each.Base!.Value.Money.Amount;
                var toDate = (Cny(paidOn) * s_third).Round(Rounding.Commercial);
                var earning = CommissionEarning.Of(each.Plan, each.Component, each.Period, toDate - before).With(each.Line!.Value, s_sold)
                    .WithBase(each.Base.Value).WithRate(s_third);
                yield return each.Original is { } original ? earning.Following(original) : earning;
                before = toDate;
            }
        }
    }

    private static SortedDictionary<string, decimal> Standing(CommissionAccount account)
    {
        var standing = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        var originals = account.Entries.Where(entry => entry.Original is not null && entry.Line is not null)
            .GroupBy(entry => entry.Line!.Value).ToDictionary(group => group.Key, group => group.First().Original!.Value);
        foreach (var entry in account.Entries.Where(entry => entry.Line is not null))
        {
            var line = (originals.TryGetValue(entry.Line!.Value, out var original) ? original : entry.Line.Value).ToString();
            standing[line] = (standing.TryGetValue(line, out var sum) ? sum : 0m) + entry.Amount.Amount;
        }

        return standing;
    }
}
