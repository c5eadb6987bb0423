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

public sealed class ClawBacks
{
    private static readonly LocalDate s_sold = new(2026, 1, 15);
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);

    private static CommissionAccount Closed(params CommissionEarning[] earned) =>
        Nothing.Settle(earned, Run(3), s_full).Account.Close(Quarter(1), new LocalDate(2026, 4, 15));

    private static CommissionAccount OneSale(decimal revenue, decimal percent) =>
        Closed(OfLine(Quarter(1), "SO-1", revenue, percent, s_sold));

    private static CommissionEvent Return(string id, decimal? revenue, LocalDate? on = null, string line = "SO-1") =>
        CommissionEvent.Return(
            Line(id), Line(line), s_sold, on ?? new LocalDate(2026, 5, 4), revenue is { } amount ? [Revenue(amount)] : []);

    [Fact]
    public void A_closed_period_gives_back_at_the_rate_of_the_entry_itself()
    {
        var settlement = OneSale(1_000m, 7m).SettleTwice([], Run(5).With(Return("CN-1", 300m)), s_full);

        var entry = settlement.Entries[0];
        Assert.Equal((CommissionEntryKind.ClawedBack, Cny(-21m), Percent(7)), (entry.Kind, entry.Amount, entry.Rate!.Value));
        Assert.Equal((Revenue(-300m), "Reps 2026"), (entry.Base!.Value, entry.Plan));
        Assert.Equal((Cny(21m), Cny(0m)), (settlement.Account.Balances.Debit, settlement.Paid));
    }

    [Fact]
    public void An_event_of_an_open_period_is_told_and_the_line_of_the_facts_holds_it_later_too()
    {
        var open = Nothing.Settle([OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold)], Run(1), s_full).Account;
        CommissionEarning[] facts = [OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold), OfLine(Quarter(1), "CN-1", -300m, 7m, s_sold)];
        var seen = open.SettleTwice(facts, Run(2).With(Return("CN-1", 300m, new LocalDate(2026, 2, 3))), s_full);
        Assert.Equal((Cny(-21m), Cny(0m)), (seen.Earned, seen.ClawedBack));
        Assert.Equal("commission.among-the-facts", Assert.Single(seen.Reasons).Code);

        var later = seen.Account.Close(Quarter(1), new LocalDate(2026, 4, 15));
        Assert.Empty(later.Settle([], Run(5).With(Return("CN-1", 300m, new LocalDate(2026, 2, 3))), s_full).Entries);
    }

    // Compiled before the return, recorded after it: the event was lost.
    [Fact]
    public void An_event_of_an_open_period_that_its_facts_never_held_takes_back_when_the_period_is_closed()
    {
        var returned = Return("CN-1", 300m, new LocalDate(2026, 4, 5));
        var open = Nothing.SettleTwice([OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold)], Run(3).With(returned), s_full);
        Assert.Equal("commission.re-rated-instead", Assert.Single(open.Reasons).Code);
        Assert.All(open.Entries, entry => Assert.Null(entry.Event));

        var closed = open.Account.Close(Quarter(1), new LocalDate(2026, 4, 15)).SettleTwice([], Run(4).With(returned), s_full);
        Assert.Equal((Cny(-21m), Cny(49m)), (closed.ClawedBack, closed.Account.Balances.Earned));
        Assert.Empty(closed.Account.SettleTwice([], Run(5).With(returned), s_full).Entries);
    }

    // The return was credited by itself in the next quarter, until its original was found.
    [Fact]
    public void An_event_among_the_facts_takes_back_when_the_facts_hold_it_no_more()
    {
        var returned = Return("CN-1", 300m, new LocalDate(2026, 4, 20));
        var itself = OneSale(1_000m, 7m).SettleTwice([OfLine(Quarter(2), "CN-1", -300m, 7m)], Run(4).With(returned), s_full);
        Assert.Equal((Cny(-21m), Cny(0m)), (itself.Earned, itself.ClawedBack));

        var found = itself.Account.SettleTwice([], Run(5).Restating(Quarter(2)).With(returned), s_full);
        Assert.Equal((Cny(21m), Cny(-21m)), (found.Earned, found.ClawedBack));
    }

    // Pitfall 3, in the other order: the claw-back first, and its line among the facts afterwards.
    [Fact]
    public void A_line_of_the_facts_whose_event_took_back_already_is_not_entered()
    {
        var returned = Return("CN-1", 300m, new LocalDate(2026, 4, 20));
        var taken = OneSale(1_000m, 7m).SettleTwice([], Run(4).With(returned), s_full).Account;
        CommissionEarning[] facts = [OfLine(Quarter(2), "CN-1", -300m, 7m), OfLine(Quarter(2), "SO-2", 100m, 7m)];
        var settlement = taken.SettleTwice(facts, Run(5).With(returned), s_full);
        Assert.Equal((Cny(7m), Cny(56m)), (settlement.Earned, settlement.Account.Balances.Earned));
        Assert.Equal("commission.taken-back-already", Assert.Single(settlement.Reasons).Code);

        // After a reinstatement nothing is taken back any more, and the facts hold it.
        var won = CommissionEvent.Reinstatement(Line("WON-1"), Line("CN-1"), new LocalDate(2026, 6, 1));
        var undone = settlement.Account.SettleTwice([], Run(6).With(won), s_full).Account;
        Assert.Equal(Cny(-21m), undone.SettleTwice(facts, Run(7), s_full).Earned);
    }

    // Pitfall 3: clawed back twice, once by the base and once by the claw-back.
    [Fact]
    public void A_return_that_is_a_line_of_the_facts_takes_nothing_back_a_second_time()
    {
        var account = Closed(OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold), OfLine(Quarter(1), "CN-1", -300m, 7m, s_sold));
        var settlement = account.SettleTwice([], Run(5).With(Return("CN-1", 300m)), s_full);

        Assert.Equal((Cny(0m), "commission.among-the-facts"), (settlement.ClawedBack, Assert.Single(settlement.Reasons).Code));
    }

    // Pitfall 3: an event is applied once, and another under its number is refused.
    [Fact]
    public void An_event_is_applied_once_and_a_changed_one_is_refused()
    {
        var account = OneSale(1_000m, 7m).Settle([], Run(5).With(Return("CN-1", 300m)), s_full).Account;

        Assert.Empty(account.Settle([], Run(6).With(Return("CN-1", 300m)), s_full).Entries);
        Assert.Throws<ArgumentException>("run", () => account.Settle([], Run(6).With(Return("CN-1", 301m)), s_full));
        Assert.Throws<ArgumentException>("events", () => Run(6).With(Return("CN-1", 300m), Return("CN-1", 301m)));
    }

    // Pitfall 4: every reversal has its own reversal, and a later refund claws again.
    [Fact]
    public void A_reinstated_sale_is_paid_again_once_and_a_later_refund_takes_it_back_again()
    {
        var account = OneSale(1_000m, 7m);
        var won = CommissionEvent.Reinstatement(Line("WON-1"), Line("CN-1"), new LocalDate(2026, 6, 1));
        var returned = account.SettleTwice([], Run(5).With(Return("CN-1", null)), s_full).Account;
        var reinstated = returned.SettleTwice([], Run(6).With(won), s_full);
        Assert.Equal((Cny(70m), Cny(70m)), (reinstated.ClawedBack, reinstated.Account.Balances.Earned));
        var taken = returned.Entries.Single(entry => entry.Kind == CommissionEntryKind.ClawedBack);
        Assert.Equal((taken.Number, -taken.Amount), (reinstated.Entries[0].Reverses, reinstated.Entries[0].Amount));

        var twice = CommissionEvent.Reinstatement(Line("WON-2"), Line("CN-1"), new LocalDate(2026, 6, 1));
        var refused = reinstated.Account.Settle([], Run(7).With(twice), s_full);
        Assert.Empty(refused.Entries);
        Assert.Equal("commission.reinstated-already", Assert.Single(refused.Reasons).Code);

        var again = reinstated.Account.SettleTwice([], Run(7).With(Return("CN-2", null, new LocalDate(2026, 7, 2))), s_full);
        Assert.Equal((Cny(-70m), Cny(0m)), (again.ClawedBack, again.Account.Balances.Earned));
    }

    // Pitfall 4, in the other order: the second refund found nothing left, until the first was undone.
    [Fact]
    public void A_reinstatement_that_is_dated_before_its_event_still_follows_it()
    {
        var refund = Return("CN-1", 300m, new LocalDate(2026, 5, 4));
        var undone = CommissionEvent.Reinstatement(Line("CN-2"), Line("CN-1"), new LocalDate(2026, 5, 3));
        var settlement = OneSale(1_000m, 7m).SettleTwice([], Run(5).With(refund, undone), s_full);

        Assert.Equal((Cny(0m), Cny(70m)), (settlement.ClawedBack, settlement.Account.Balances.Earned));
    }

    [Fact]
    public void A_refund_for_which_nothing_was_left_takes_back_when_the_one_before_is_undone()
    {
        var won = CommissionEvent.Reinstatement(Line("WON-1"), Line("CN-1"), new LocalDate(2026, 6, 1));
        var account = OneSale(1_000m, 7m).SettleTwice([], Run(5).With(Return("CN-1", null), Return("CN-2", null)), s_full).Account;
        Assert.Equal(Cny(0m), account.Balances.Earned);

        var settlement = account.SettleTwice([], Run(6).With(won), s_full);
        Assert.Equal((Cny(0m), Cny(0m)), (settlement.ClawedBack, settlement.Account.Balances.Earned));

        var wonToo = CommissionEvent.Reinstatement(Line("WON-2"), Line("CN-2"), new LocalDate(2026, 7, 1));
        Assert.Equal(Cny(70m), settlement.Account.SettleTwice([], Run(7).With(wonToo), s_full).Account.Balances.Earned);
    }

    // Pitfall 4, pro rata: each with the factor of its own day.
    [Fact]
    public void A_later_refund_takes_its_part_for_the_time_left_when_the_one_before_is_undone()
    {
        var rules = Plain.WithClawBack(ClawBackRule.Full.WithinMonths(24).ProRata());
        var account = Closed(Earned(Quarter(1), 240m).With(Line("SO-1"), s_sold).WithBase(Revenue(100m)));
        var unpaid = CommissionEvent.NonPayment(Line("NP-1"), Line("SO-1"), s_sold, new LocalDate(2026, 7, 15));
        var first = account.SettleTwice([], Run(7).With(unpaid), rules);
        Assert.Equal(Cny(-180m), first.ClawedBack);

        var second = first.Account.SettleTwice([], Run(10).With(Return("CN-1", 50m, new LocalDate(2026, 10, 15))), rules);
        Assert.Equal(Cny(0m), second.ClawedBack);

        // +180, and 240 × ½ × 15/24 are taken back for the return.
        var paid = CommissionEvent.Reinstatement(Line("PAID-1"), Line("NP-1"), new LocalDate(2026, 11, 20));
        var third = second.Account.SettleTwice([], Run(11).With(paid), rules);
        Assert.Equal((Cny(105m), Cny(165m)), (third.ClawedBack, third.Account.Balances.Earned));

        // By a rule that has changed it is still the factor of its own.
        var changed = Plain.WithClawBack(ClawBackRule.Full.WithinMonths(36).ProRata());
        Assert.Equal(Cny(165m), second.Account.SettleTwice([], Run(11).With(paid), changed).Account.Balances.Earned);

        var won = CommissionEvent.Reinstatement(Line("WON-1"), Line("CN-1"), new LocalDate(2026, 12, 1));
        Assert.Equal(Cny(240m), third.Account.SettleTwice([], Run(12).With(won), rules).Account.Balances.Earned);
    }

    // Pitfall 13: a partial payment that is reversed does not stay paid.
    [Fact]
    public void A_partial_payment_that_bounces_is_taken_back_and_the_other_stays()
    {
        var account = Closed(
            OfLine(Quarter(1), "R-1", 5_000m, 5m, s_sold), OfLine(Quarter(1), "R-2", 5_000m, 5m, s_sold));
        var bounced = CommissionEvent.NonPayment(Line("B-1"), Line("R-2"), s_sold, new LocalDate(2026, 5, 4));
        var settlement = account.SettleTwice([], Run(5).With(bounced), s_full);

        Assert.Equal((Cny(-250m), Cny(250m)), (settlement.ClawedBack, settlement.Account.Balances.Earned));
    }

    [Theory]
    [InlineData(90, "2026-04-15", true)]
    [InlineData(90, "2026-04-16", false)]
    [InlineData(-3, "2026-04-15", true)]
    [InlineData(-3, "2026-04-16", false)]
    public void The_last_day_of_the_window_is_in_it(int window, string on, bool isTaken)
    {
        var rule = window > 0 ? ClawBackRule.Full.WithinDays(window) : ClawBackRule.Full.WithinMonths(-window);
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value;
        Assert.Equal(isTaken, rule.IsWithin(s_sold, day));

        var settlement = OneSale(1_000m, 7m).SettleTwice([], Run(5).With(Return("CN-1", null, day)), Plain.WithClawBack(rule));
        Assert.Equal(isTaken ? Cny(-70m) : Cny(0m), settlement.ClawedBack);
        Assert.Equal(isTaken ? [] : ["commission.outside-window"], settlement.Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public void The_window_runs_from_the_day_of_the_entry_where_the_line_is_known()
    {
        var rules = Plain.WithClawBack(ClawBackRule.Full.WithinDays(90));
        CommissionSettlement By(CommissionAccount account, string soldOn, string on) => account.SettleTwice(
            [],
            Run(5).With(
                CommissionEvent.Return(
                    Line("CN-1"), Line("SO-1"), NodaTime.Text.LocalDatePattern.Iso.Parse(soldOn).Value,
                    NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, Revenue(100m))), rules);

        Assert.Equal(Cny(0m), By(OneSale(1_000m, 7m), "2026-03-01", "2026-04-16").ClawedBack);
        Assert.Equal(Cny(-7m), By(OneSale(1_000m, 7m), "2026-01-01", "2026-04-15").ClawedBack);

        // Without lines the event says it.
        var component = Closed(Earned(Quarter(1), 70m).WithBase(Revenue(1_000m)));
        Assert.Equal(Cny(-7m), By(component, "2026-03-01", "2026-04-16").ClawedBack);
        Assert.Equal(Cny(0m), By(component, "2026-01-01", "2026-04-15").ClawedBack);
    }

    [Fact]
    public void An_event_outside_the_window_is_not_taken_back_by_a_longer_window_later()
    {
        var account = OneSale(1_000m, 7m)
            .Settle([], Run(5).With(Return("CN-1", null)), Plain.WithClawBack(ClawBackRule.Full.WithinDays(30))).Account;

        Assert.Empty(account.Settle([], Run(6).With(Return("CN-1", null)), s_full).Entries);
    }

    [Fact]
    public void Kinds_have_their_own_rules_and_one_without_a_rule_takes_nothing_back()
    {
        var rules = Plain.WithClawBack(
            ClawBackRule.Full.For(CommissionEventKind.Return).WithinDays(180),
            ClawBackRule.Full.For(CommissionEventKind.Cancellation).WithinMonths(10).ProRata());
        var on = new LocalDate(2026, 5, 20);
        var account = OneSale(1_000m, 7m);

        Assert.Equal(Cny(-70m), account.SettleTwice([], Run(5).With(Return("A", null, on)), rules).ClawedBack);
        var cancelled = CommissionEvent.Cancellation(Line("B"), Line("SO-1"), s_sold, on);
        Assert.Equal(Cny(-42m), account.SettleTwice([], Run(5).With(cancelled), rules).ClawedBack);
        var unpaid = CommissionEvent.NonPayment(Line("C"), Line("SO-1"), s_sold, on);
        Assert.Equal("commission.no-claw-back", Assert.Single(account.SettleTwice([], Run(5).With(unpaid), rules).Reasons).Code);

        Assert.Throws<ArgumentException>(
            "rules", () => Plain.WithClawBack(ClawBackRule.Full, ClawBackRule.Full.For(CommissionEventKind.Return)));
    }

    [Fact]
    public void Without_lines_the_effective_rate_of_the_component_holds_and_the_base_has_to_be_said()
    {
        var account = Closed(Earned(Quarter(1), 333.33m).WithBase(Revenue(10_000m)));

        var settlement = account.SettleTwice([], Run(5).With(Return("CN-1", 1_000m)), s_full);
        Assert.Equal(Cny(-33.33m), settlement.ClawedBack);

        var unsaid = account.SettleTwice([], Run(5).With(Return("CN-1", null)), s_full);
        Assert.Equal(Cny(0m), unsaid.ClawedBack);
        Assert.Contains(unsaid.Reasons, reason => reason.Code == "commission.base-missing");

        var all = settlement.Account.SettleTwice([], Run(6).With(Return("CN-2", 50_000m)), s_full);
        Assert.Equal(Cny(0m), all.Account.Balances.Earned);
    }

    [Theory]
    [InlineData(false, "-2000000000000000.00")]
    [InlineData(true, "-1500000000000000.00")]
    public void Products_that_no_decimal_holds_are_exact(bool isProRata, string clawedBack)
    {
        // 6 × 10^15 × 10^15 × 300 are 34 digits, and a third of the base is back.
        var rule = ClawBackRule.Full.WithinDays(400);
        var rules = Plain.WithClawBack(isProRata ? rule.ProRata() : rule);
        var account = Nothing.Settle(
            [
                Earned(Quarter(1), 6_000_000_000_000_000m).With(Line("SO-1"), s_sold)
                    .WithBase(Revenue(3_000_000_000_000_000.03m)),
            ],
            Run(3), rules).Account.Close(Quarter(1), new LocalDate(2026, 4, 15));

        var settlement = account.SettleTwice(
            [], Run(5).With(Return("CN-1", 1_000_000_000_000_000.01m, s_sold.PlusDays(100))), rules);
        Assert.Equal(Cny(decimal.Parse(clawedBack, System.Globalization.CultureInfo.InvariantCulture)), settlement.ClawedBack);
    }

    [Fact]
    public void A_line_that_the_account_does_not_have_is_told_and_can_come_later()
    {
        var settlement = Nothing.Settle([], Run(5).With(Return("CN-1", null)), s_full);
        Assert.Empty(settlement.Entries);
        Assert.Equal("commission.unknown-line", Assert.Single(settlement.Reasons).Code);
    }

    [Property]
    public Property Partial_returns_of_a_line_give_back_what_it_earned_when_all_is_back_and_never_more() =>
        Prop.ForAll(
            Cases().ToArbitrary(), sample =>
            {
                var (revenue, percent, parts, perRun) = sample;
                var account = OneSale(revenue, percent);
                var earned = account.Balances.Earned;
                var (left, n) = (revenue, 0);
                foreach (var batch in parts.Append(revenue).Select(part => (part, n++)).GroupBy(each => each.Item2 / perRun))
                {
                    var events = batch.Select(each => Return("CN-" + each.Item2, each.part)).Reverse().ToArray();
                    left = Math.Max(0m, left - batch.Sum(each => each.part));
                    account = account.SettleTwice([], Run(5).With(events), s_full).Account;
                    Assert.True(account.Balances.Earned >= Cny(0m) && account.Balances.Earned <= earned);
                    Assert.Equal(earned - (earned * (revenue - left) / revenue).Round(Rounding.Commercial), account.Balances.Earned);
                }

                Assert.Equal(Cny(0m), account.Balances.Earned);
            });

    [Property]
    public Property A_refund_that_is_reinstated_never_happened() =>
        Prop.ForAll(
            Cases().ToArbitrary(), sample =>
            {
                var (revenue, percent, parts, _) = sample;
                var account = OneSale(revenue, percent);
                var events = parts.Select((part, i) => Return("CN-" + i, part)).ToArray();
                var after = account.SettleTwice([], Run(5).With(events), s_full).Account;
                var on = new LocalDate(2026, 6, 1);
                var undone = events.Select((each, i) => CommissionEvent.Reinstatement(Line("W-" + i), each.Id, on)).ToArray();
                var back = after.SettleTwice([], Run(6).With(undone), s_full).Account.Balances;

                var before = account.Balances;
                Assert.Equal((before.Earned, before.Payable, before.Debit), (back.Earned, back.Payable, back.Debit));
                Assert.Equal((before.HeldBack, before.Paid), (back.HeldBack, back.Paid));
            });

    [Property]
    public Property The_order_in_which_events_of_a_run_are_given_does_not_matter() =>
        Prop.ForAll(
            Cases().ToArbitrary(), sample =>
            {
                var (revenue, percent, parts, shift) = sample;
                var account = OneSale(revenue, percent);
                var day = new LocalDate(2026, 5, 4);
                var events = parts.Select((part, i) => Return("CN-" + i, part, day))
                    .Concat(parts.Take(shift).Select((_, i) => CommissionEvent.Reinstatement(Line("W-" + i), Line("CN-" + i), day)))
                    .ToArray();
                var turn = shift % events.Length;
                var rotated = events.Skip(turn).Concat(events.Take(turn)).Reverse().ToArray();

                Assert.Equal(
                    account.SettleTwice([], Run(5).With(events), s_full).Account,
                    account.SettleTwice([], Run(5).With(rotated), s_full).Account);
            });

    private static Gen<(decimal Revenue, decimal Percent, decimal[] Parts, int PerRun)> Cases() =>
        from revenue in Gen.Choose(1, 100_000)
        from percent in Gen.Choose(0, 2_000)
        from count in Gen.Choose(1, 6)
        from parts in Gen.ArrayOf(Gen.Choose(1, 2 * revenue), count)
        from perRun in Gen.Choose(1, 4)
        select (revenue / 10m, percent / 100m, parts.Select(part => part / 40m).ToArray(), perRun);
}
