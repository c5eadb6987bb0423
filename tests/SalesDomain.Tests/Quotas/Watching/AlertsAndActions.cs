using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;

namespace SalesDomain.Tests.Quotas.Watching;

public sealed class AlertsAndActions
{
    private static readonly SalespersonId s_li = new("Li");
    private static readonly AlertSubject<SalespersonId> s_subject = AlertSubject.Of(s_li, Measure.Revenue, DateSpan.OfQuarter(2026, 1));
    private static readonly LocalDate s_raised = new(2026, 1, 30);
    private static readonly AlertAction s_action = new("Li", "visit dealer D", new LocalDate(2026, 2, 10), new LocalDate(2026, 2, 27));
    private static readonly AlertLedger<SalespersonId> s_open = AlertLedger.Empty<SalespersonId>().Record(Red(s_raised));
    private static readonly AlertLedger<SalespersonId> s_answered = s_open.Record(Planned(new LocalDate(2026, 2, 2)));

    /// <summary>Entries of a few subjects in order of time, as the runs and the manager would record them; the fold refuses some.</summary>
    private static readonly Arbitrary<AlertEntry<SalespersonId>[]> s_entries =
        (from owner in Gen.Elements("Li", "Wang", "Zhao")
         from day in Gen.Choose(0, 40)
         from kind in Gen.Choose(0, 6)
         from status in Gen.Elements("red", "amber")
         select Entry(owner, s_raised.PlusDays(day), kind, status)).ArrayOf().Select(entries =>
             entries.OrderBy(entry => entry.On).ToArray()).ToArbitrary();

    [Fact]
    public void An_alert_goes_from_open_over_an_action_and_a_re_check_to_closed()
    {
        var improved = s_answered.Record(AlertEntry.Improved(s_subject, new LocalDate(2026, 3, 2), "green"));
        var alert = Assert.Single(improved.Alerts);

        Assert.Null(alert.StateOn(s_raised.PlusDays(-1)));
        Assert.Equal(AlertState.Open, alert.StateOn(s_raised));
        Assert.Equal(AlertState.Open, alert.StateOn(new LocalDate(2026, 2, 1)));
        Assert.Equal(AlertState.ActionPlanned, alert.StateOn(new LocalDate(2026, 2, 2)));
        Assert.Equal(AlertState.ActionPlanned, alert.StateOn(new LocalDate(2026, 2, 26)));
        Assert.Equal(AlertState.RecheckDue, alert.StateOn(new LocalDate(2026, 2, 27)));
        Assert.Equal(AlertState.RecheckDue, alert.StateOn(new LocalDate(2026, 3, 1)));
        Assert.Equal(AlertState.ClosedImproved, alert.StateOn(new LocalDate(2026, 3, 2)));
        Assert.Equal(s_action, alert.Action);
        Assert.Equal("green", alert.Status);
        Assert.Equal(new LocalDate(2026, 3, 2), alert.ClosedOn);
    }

    [Fact]
    public void Without_improvement_it_is_closed_and_raised_again_one_level_up()
    {
        var day = new LocalDate(2026, 2, 27);
        var ledger = s_answered.Record(AlertEntry.NotImproved(s_subject, day, "red", new NamedFigure("value", -9m)));

        var (first, second) = (ledger.AlertsOf(s_subject)[0], ledger.AlertsOf(s_subject)[1]);
        Assert.Equal(AlertState.ClosedNotImproved, first.StateOn(day));
        Assert.Equal(AlertState.Open, second.StateOn(day));
        Assert.Equal([0, 1], ledger.Alerts.Select(alert => alert.Level));
        Assert.Null(second.Action);
        Assert.Equal([second], ledger.OpenOn(day));
        Assert.Equal([first], ledger.OpenOn(day.PlusDays(-1)));
        Assert.Equal(-9m, second.Entries[0].Figures[0].Value);

        var third = ledger.Record([Planned(day), AlertEntry.NotImproved(s_subject, day.PlusDays(9), "red")]).Alerts[2];
        Assert.Equal(2, third.Level);
    }

    [Fact]
    public void A_second_alert_about_the_same_is_none_while_one_is_open()
    {
        var next = new LocalDate(2026, 2, 13);
        Assert.Same(s_open, s_open.Record(Red(next)));
        Assert.Same(s_answered, s_answered.Record(Red(next)));

        // A worse status is news about the same alert.
        var worse = AlertLedger.Empty<SalespersonId>().Record([AlertEntry.Raised(s_subject, s_raised, "amber"), Red(next)]);
        Assert.Equal("red", Assert.Single(worse.Alerts).Status);
        Assert.Equal(s_raised, worse.Alerts[0].RaisedOn);

        // Another measure, another period or another owner is another alert.
        var others = s_open.Record(
        [
            AlertEntry.Raised(AlertSubject.Of(s_li, Measure.Margin, DateSpan.OfQuarter(2026, 1)), next, "red"),
            AlertEntry.Raised(AlertSubject.Of(s_li, Measure.Revenue, DateSpan.OfQuarter(2026, 2)), next, "red"),
            AlertEntry.Raised(AlertSubject.Of(new SalespersonId("Wang"), Measure.Revenue, DateSpan.OfQuarter(2026, 1)), next, "red"),
        ]);
        Assert.Equal(4, others.OpenOn(next).Count);
    }

    [Fact]
    public void After_the_closing_the_same_can_be_raised_anew_but_an_old_run_cannot_raise_it_again()
    {
        var closed = s_answered.Record(AlertEntry.Improved(s_subject, new LocalDate(2026, 3, 2), "green"));

        Assert.Same(closed, closed.Record(Red(s_raised)));
        Assert.Same(closed, closed.Record(Red(new LocalDate(2026, 3, 2))));
        Assert.Equal([0, 0], closed.Record(Red(new LocalDate(2026, 3, 3))).Alerts.Select(alert => alert.Level));
    }

    [Fact]
    public void An_action_is_due_within_so_many_working_days()
    {
        // 30 January 2026 is a Friday; the third working day after it is Wednesday.
        var calendar = WorkCalendar.MondayToFriday;

        Assert.Empty(s_open.OverdueForAction(calendar, 0, s_raised));
        Assert.Empty(s_open.OverdueForAction(calendar, 0, new LocalDate(2026, 2, 1)));
        Assert.Single(s_open.OverdueForAction(calendar, 0, new LocalDate(2026, 2, 2)));
        Assert.Empty(s_open.OverdueForAction(calendar, 3, new LocalDate(2026, 2, 4)));
        Assert.Single(s_open.OverdueForAction(calendar, 3, new LocalDate(2026, 2, 5)));
        Assert.Empty(s_answered.OverdueForAction(calendar, 3, new LocalDate(2026, 2, 5)));

        var short_ = calendar.WithValidity(DateSpan.From(new LocalDate(2026, 2, 1)));
        Assert.Equal("date",
            Assert.Throws<ArgumentOutOfRangeException>(() => s_open.OverdueForAction(short_, 3, new LocalDate(2026, 2, 5))).ParamName);
        Assert.Equal("within", Assert.Throws<ArgumentOutOfRangeException>(() => s_open.OverdueForAction(calendar, -1, s_raised)).ParamName);
    }

    [Fact]
    public void A_re_check_is_due_from_its_day_on()
    {
        Assert.Empty(s_answered.DueForRecheck(new LocalDate(2026, 2, 26)));
        Assert.Single(s_answered.DueForRecheck(new LocalDate(2026, 2, 27)));
        Assert.Empty(s_open.DueForRecheck(new LocalDate(2026, 2, 27)));

        // A later action takes the place of the first, with its own re-check.
        var later = s_answered.Record(AlertEntry.ActionPlanned(
            s_subject, new LocalDate(2026, 2, 20),
                new AlertAction("Li", "offer a display", new LocalDate(2026, 3, 10), new LocalDate(2026, 3, 13))));
        Assert.Single(later.DueForRecheck(new LocalDate(2026, 3, 13)));
        Assert.Empty(later.DueForRecheck(new LocalDate(2026, 3, 12)));
        Assert.Equal(AlertState.ActionPlanned, later.Alerts[0].StateOn(new LocalDate(2026, 2, 19)));
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_its_reason()
    {
        var empty = AlertLedger.Empty<SalespersonId>();
        MustRefuse(empty, Planned(s_raised), "alert.none-open");
        MustRefuse(s_open, Planned(s_raised.PlusDays(-1)), "alert.before-raised");
        MustRefuse(s_open, AlertEntry.Improved(s_subject, new LocalDate(2026, 2, 27), "green"), "alert.no-action");
        MustRefuse(s_open, AlertEntry.NotImproved(s_subject, new LocalDate(2026, 2, 27), "red"), "alert.no-action");
        MustRefuse(s_answered, AlertEntry.Improved(s_subject, new LocalDate(2026, 2, 1), "green"), "alert.before-last-entry");
        Assert.Empty(s_answered.ReasonsAgainst(AlertEntry.Improved(s_subject, new LocalDate(2026, 2, 2), "green")));
        Assert.Empty(s_answered.ReasonsAgainst(Red(s_raised)));

        // Every reason is said, and not the first one alone.
        Assert.Equal(
            ["alert.before-raised", "alert.no-action", "alert.before-last-entry"],
            s_open.ReasonsAgainst(AlertEntry.Improved(s_subject, s_raised.PlusDays(-1), "green")).Select(reason => reason.Code));

        Assert.Equal("recheck",
            Assert.Throws<ArgumentOutOfRangeException>(() => new AlertAction("Li", "call", s_raised, s_raised.PlusDays(-1))).ParamName);
        Assert.Equal("action", Assert.Throws<ArgumentOutOfRangeException>(() => Planned(new LocalDate(2026, 2, 28))).ParamName);
        Assert.Equal(
            "figures",
            Assert.Throws<ArgumentException>(() =>
                AlertEntry.Raised(s_subject, s_raised, "red", new NamedFigure("a", 1m), new NamedFigure("a", 2m))).ParamName);
    }

    [Fact]
    public void A_late_entry_is_put_in_its_place_in_time()
    {
        var ledger = AlertLedger.Empty<SalespersonId>().Record(
        [
            AlertEntry.Raised(s_subject, s_raised, "amber"), Planned(new LocalDate(2026, 2, 20)), Red(new LocalDate(2026, 2, 6)),
        ]);

        Assert.Equal(
            [AlertEntryKind.Raised, AlertEntryKind.Raised, AlertEntryKind.ActionPlanned],
            Assert.Single(ledger.Alerts).Entries.Select(entry => entry.Kind));
        Assert.Equal(AlertState.Open, ledger.Alerts[0].StateOn(new LocalDate(2026, 2, 6)));
    }

    [Fact]
    public void A_rule_raises_when_a_status_is_entered_from_a_better_one_or_at_the_start()
    {
        var rule = AlertRule.OnEntering(StatusBands.GreenAmberRed, "amber", "red");
        var observations = rule.Bands.Follow(new[] { 1m, -2m, -3m, -6m, -2m, 1m, -6m }.Select((value, i) =>
            (s_raised.PlusDays(7 * i), value)));

        var entries = rule.Entries(s_subject, observations);
        Assert.Equal(["amber", "red", "red"], entries.Select(entry => entry.Status));
        Assert.Equal([-2m, -6m, -6m], entries.Select(entry => entry.Figures[0].Value));
        Assert.Equal([s_raised.PlusDays(7), s_raised.PlusDays(21), s_raised.PlusDays(42)], entries.Select(entry => entry.On));
        Assert.Single(AlertRule.OnEntering(StatusBands.GreenAmberRed, "red").Entries(s_subject,
            observations.Take(1).Concat(observations.Skip(6))));
        Assert.Single(rule.Entries(s_subject, rule.Bands.Follow([(s_raised, -1m)])));

        var other = StatusBands.GreenAmberRed.WithMargin(1m).Follow([(s_raised, 1m)]);
        Assert.Equal("observations", Assert.Throws<ArgumentException>(() => rule.Entries(s_subject, other)).ParamName);
        Assert.Equal("statuses", Assert.Throws<ArgumentException>(() => AlertRule.OnEntering(StatusBands.GreenAmberRed, "blue")).ParamName);
    }

    [Fact]
    public void An_alert_is_closed_by_a_figure_that_comes_back_where_the_rule_says_so_and_nobody_has_answered()
    {
        var rule = AlertRule.OnEntering(StatusBands.GreenAmberRed, "amber", "red");
        var closing = rule.ClosingOnRecovery();
        var weeks = rule.Bands.Follow(new[] { -6m, -2m, 1m, -6m }.Select((value, week) => (s_raised.PlusWeeks(week), value)));
        var run = closing.Entries(s_subject, weeks);

        // Amber is better than red, and still raises an alert: the figure is back with green.
        Assert.Equal(
            [AlertEntryKind.Raised, AlertEntryKind.Recovered, AlertEntryKind.Raised], run.Select(entry => entry.Kind));
        Assert.Equal([AlertEntryKind.Raised, AlertEntryKind.Raised], rule.Entries(s_subject, weeks).Select(entry => entry.Kind));

        // Closed without an action, and raised anew when the figure leaves its way again.
        var ledger = AlertLedger.Empty<SalespersonId>().Record(run);
        Assert.Equal(
            [AlertState.ClosedRecovered, AlertState.Open], ledger.Alerts.Select(alert => alert.StateOn(s_raised.PlusWeeks(3))!.Value));
        Assert.Equal(s_raised.PlusWeeks(2), ledger.Alerts[0].ClosedOn);
        Assert.Null(ledger.Alerts[0].Action);
        Assert.Equal(AlertState.Open, ledger.Alerts[0].StateOn(s_raised.PlusDays(13)));
        Assert.Empty(ledger.OverdueForAction(WorkCalendar.MondayToFriday, 3, s_raised.PlusDays(16)));
        Assert.Same(ledger, ledger.Record(run));

        // Once an action is agreed, its re-check alone closes the alert.
        var answered = AlertLedger.Empty<SalespersonId>().Record(run[0], Planned(s_raised.PlusDays(3)));
        Assert.Same(answered, answered.Record(run[1]));
        Assert.NotEqual(rule, closing);
    }

    [Property]
    public Property Running_twice_changes_nothing() =>
        Prop.ForAll(s_entries, entries =>
        {
            var (ledger, accepted) = Fold(entries);
            return ledger == ledger.Record(accepted) && ReferenceEquals(ledger, ledger.Record(accepted));
        });

    [Property]
    public Property A_run_at_once_is_the_entries_one_by_one() =>
        Prop.ForAll(s_entries, entries =>
        {
            var (ledger, accepted) = Fold(entries);
            return AlertLedger.Empty<SalespersonId>().Record(accepted) == ledger;
        });

    [Property]
    public Property Ledgers_of_different_owners_merge_into_that_of_all() =>
        Prop.ForAll(s_entries, entries =>
        {
            var (whole, _) = Fold(entries);
            var (one, _) = Fold([.. entries.Where(entry => entry.Subject.Owner == s_li)]);
            var (others, _) = Fold([.. entries.Where(entry => entry.Subject.Owner != s_li)]);
            var byOwner = entries.GroupBy(entry => entry.Subject.Owner).Select(own => Fold([.. own]).Ledger);
            return AlertLedger.Merge(byOwner) == whole && one.Merge(others) == whole
                && others.Merge(one) == whole && others.Merge(one).ToString() == whole.ToString();
        });

    [Property]
    public Property At_most_one_alert_about_a_subject_is_open_on_a_day_and_states_go_forward() =>
        Prop.ForAll(s_entries, entries =>
        {
            var (ledger, _) = Fold(entries);
            return Enumerable.Range(-1, 45).Select(day => s_raised.PlusDays(day)).All(day =>
                ledger.OpenOn(day).Select(alert => alert.Subject).Distinct().Count() == ledger.OpenOn(day).Count
                && ledger.DueForRecheck(day).All(ledger.OpenOn(day).Contains)
                && ledger.Alerts.All(alert => alert.ClosedOn is not { } closed
                    || (alert.StateOn(day) is AlertState.ClosedImproved or AlertState.ClosedNotImproved or AlertState.ClosedRecovered)
                        == (day >= closed)));
        });

    [Fact]
    public void One_subject_cannot_come_from_two_ledgers()
    {
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => s_open.Merge(s_answered)).ParamName);
        Assert.Equal("ledgers", Assert.Throws<ArgumentException>(() => AlertLedger.Merge([s_open, s_answered])).ParamName);
        Assert.Equal(AlertLedger.Empty<SalespersonId>(), AlertLedger.Merge<SalespersonId>([]));
    }

    private static void MustRefuse(AlertLedger<SalespersonId> ledger, AlertEntry<SalespersonId> entry, string code)
    {
        Assert.Equal(code, Assert.Single(ledger.ReasonsAgainst(entry)).Code);
        var refusal = Assert.Throws<ArgumentException>(() => ledger.Record(entry));
        Assert.Equal("entries", refusal.ParamName);
        Assert.Contains(code, refusal.Message, StringComparison.Ordinal);
    }

    private static (AlertLedger<SalespersonId> Ledger, List<AlertEntry<SalespersonId>> Accepted) Fold(AlertEntry<SalespersonId>[] entries)
    {
        var ledger = AlertLedger.Empty<SalespersonId>();
        var accepted = new List<AlertEntry<SalespersonId>>();
        foreach (var entry in entries.Where(entry => ledger.ReasonsAgainst(entry).Count == 0))
        {
            ledger = ledger.Record(entry);
            accepted.Add(entry);
        }

        return (ledger, accepted);
    }

    private static AlertEntry<SalespersonId> Entry(string owner, LocalDate on, int kind, string status)
    {
        var subject = AlertSubject.Of(new SalespersonId(owner), Measure.Revenue, DateSpan.OfQuarter(2026, 1));
        return kind switch
        {
            0 or 1 => AlertEntry.Raised(subject, on, status),
            2 or 3 => AlertEntry.ActionPlanned(subject, on, new AlertAction("M", "act", on, on.PlusDays(5))),
            4 => AlertEntry.Improved(subject, on, "green"),
            5 => AlertEntry.Recovered(subject, on, "green"),
            _ => AlertEntry.NotImproved(subject, on, status),
        };
    }

    private static AlertEntry<SalespersonId> Red(LocalDate on) => AlertEntry.Raised(s_subject, on, "red", new NamedFigure("value", -8m));

    private static AlertEntry<SalespersonId> Planned(LocalDate on) => AlertEntry.ActionPlanned(s_subject, on, s_action);
}
