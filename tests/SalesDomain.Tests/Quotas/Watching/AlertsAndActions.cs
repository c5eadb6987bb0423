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
    private static readonly AlertLedger<SalespersonId> s_open = AlertLedger.Empty<SalespersonId>().Apply(Red(s_raised));
    private static readonly AlertLedger<SalespersonId> s_answered = s_open.Apply(Planned(new LocalDate(2026, 2, 2)));

    /// <summary>Entries of a few subjects in order of time, as the runs and the manager would record them; the fold refuses some.</summary>
    private static readonly Arbitrary<AlertEntry<SalespersonId>[]> s_entries =
        (from owner in Gen.Elements("Li", "Wang", "Zhao")
         from day in Gen.Choose(0, 40)
         from kind in Gen.Choose(0, 5)
         from status in Gen.Elements("red", "amber")
         select Entry(owner, s_raised.PlusDays(day), kind, status)).ArrayOf().Select(entries =>
             entries.OrderBy(entry => entry.On).ToArray()).ToArbitrary();

    [Fact]
    public void An_alert_goes_from_open_over_an_action_and_a_re_check_to_closed()
    {
        var improved = s_answered.Apply(AlertEntry.Improved(s_subject, new LocalDate(2026, 3, 2), "green"));
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
        var ledger = s_answered.Apply(AlertEntry.NotImproved(s_subject, day, "red", new NamedFigure("value", -9m)));

        var (first, second) = (ledger.AlertsOf(s_subject)[0], ledger.AlertsOf(s_subject)[1]);
        Assert.Equal(AlertState.ClosedNotImproved, first.StateOn(day));
        Assert.Equal(AlertState.Open, second.StateOn(day));
        Assert.Equal([0, 1], ledger.Alerts.Select(alert => alert.Level));
        Assert.Null(second.Action);
        Assert.Equal([second], ledger.OpenOn(day));
        Assert.Equal([first], ledger.OpenOn(day.PlusDays(-1)));
        Assert.Equal(-9m, second.Entries[0].Figures[0].Value);

        var third = ledger.Apply([Planned(day), AlertEntry.NotImproved(s_subject, day.PlusDays(9), "red")]).Alerts[2];
        Assert.Equal(2, third.Level);
    }

    [Fact]
    public void A_second_alert_about_the_same_is_none_while_one_is_open()
    {
        var next = new LocalDate(2026, 2, 13);
        Assert.Same(s_open, s_open.Apply(Red(next)));
        Assert.Same(s_answered, s_answered.Apply(Red(next)));

        // A worse status is news about the same alert.
        var worse = AlertLedger.Empty<SalespersonId>().Apply([AlertEntry.Raised(s_subject, s_raised, "amber"), Red(next)]);
        Assert.Equal("red", Assert.Single(worse.Alerts).Status);
        Assert.Equal(s_raised, worse.Alerts[0].RaisedOn);

        // Another measure, another period or another owner is another alert.
        var others = s_open.Apply(
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
        var closed = s_answered.Apply(AlertEntry.Improved(s_subject, new LocalDate(2026, 3, 2), "green"));

        Assert.Same(closed, closed.Apply(Red(s_raised)));
        Assert.Same(closed, closed.Apply(Red(new LocalDate(2026, 3, 2))));
        Assert.Equal([0, 0], closed.Apply(Red(new LocalDate(2026, 3, 3))).Alerts.Select(alert => alert.Level));
    }

    [Fact]
    public void An_action_is_due_within_so_many_working_days()
    {
        // 30 January 2026 is a Friday; the third working day after it is Wednesday.
        var calendar = WorkCalendar.MondayToFriday;

        Assert.Empty(s_open.WithoutAction(s_raised, 0, calendar));
        Assert.Empty(s_open.WithoutAction(new LocalDate(2026, 2, 1), 0, calendar));
        Assert.Single(s_open.WithoutAction(new LocalDate(2026, 2, 2), 0, calendar));
        Assert.Empty(s_open.WithoutAction(new LocalDate(2026, 2, 4), 3, calendar));
        Assert.Single(s_open.WithoutAction(new LocalDate(2026, 2, 5), 3, calendar));
        Assert.Empty(s_answered.WithoutAction(new LocalDate(2026, 2, 5), 3, calendar));

        var short_ = calendar.WithValidity(DateSpan.From(new LocalDate(2026, 2, 1)));
        Assert.Equal("date",
            Assert.Throws<ArgumentOutOfRangeException>(() => s_open.WithoutAction(new LocalDate(2026, 2, 5), 3, short_)).ParamName);
        Assert.Equal("within", Assert.Throws<ArgumentOutOfRangeException>(() => s_open.WithoutAction(s_raised, -1, calendar)).ParamName);
    }

    [Fact]
    public void A_re_check_is_due_from_its_day_on()
    {
        Assert.Empty(s_answered.RecheckDue(new LocalDate(2026, 2, 26)));
        Assert.Single(s_answered.RecheckDue(new LocalDate(2026, 2, 27)));
        Assert.Empty(s_open.RecheckDue(new LocalDate(2026, 2, 27)));

        // A later action takes the place of the first, with its own re-check.
        var later = s_answered.Apply(AlertEntry.ActionPlanned(
            s_subject, new LocalDate(2026, 2, 20),
                new AlertAction("Li", "offer a display", new LocalDate(2026, 3, 10), new LocalDate(2026, 3, 13))));
        Assert.Single(later.RecheckDue(new LocalDate(2026, 3, 13)));
        Assert.Empty(later.RecheckDue(new LocalDate(2026, 3, 12)));
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
        Assert.Null(s_answered.WhyNot(AlertEntry.Improved(s_subject, new LocalDate(2026, 2, 2), "green")));
        Assert.Null(s_answered.WhyNot(Red(s_raised)));

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
        var ledger = AlertLedger.Empty<SalespersonId>().Apply(
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

    [Property]
    public Property Running_twice_changes_nothing() =>
        Prop.ForAll(s_entries, entries =>
        {
            var (ledger, accepted) = Fold(entries);
            return ledger == ledger.Apply(accepted) && ReferenceEquals(ledger, ledger.Apply(accepted));
        });

    [Property]
    public Property A_run_at_once_is_the_entries_one_by_one() =>
        Prop.ForAll(s_entries, entries =>
        {
            var (ledger, accepted) = Fold(entries);
            return AlertLedger.Empty<SalespersonId>().Apply(accepted) == ledger;
        });

    [Property]
    public Property Ledgers_of_different_owners_merge_into_that_of_all() =>
        Prop.ForAll(s_entries, entries =>
        {
            var (whole, _) = Fold(entries);
            var (one, _) = Fold([.. entries.Where(entry => entry.Subject.Owner == s_li)]);
            var (others, _) = Fold([.. entries.Where(entry => entry.Subject.Owner != s_li)]);
            return one.Merge(others) == whole && others.Merge(one) == whole && others.Merge(one).ToString() == whole.ToString();
        });

    [Property]
    public Property At_most_one_alert_about_a_subject_is_open_on_a_day_and_states_go_forward() =>
        Prop.ForAll(s_entries, entries =>
        {
            var (ledger, _) = Fold(entries);
            return Enumerable.Range(-1, 45).Select(day => s_raised.PlusDays(day)).All(day =>
                ledger.OpenOn(day).Select(alert => alert.Subject).Distinct().Count() == ledger.OpenOn(day).Count
                && ledger.RecheckDue(day).All(ledger.OpenOn(day).Contains)
                && ledger.Alerts.All(alert => alert.ClosedOn is not { } closed
                    || (alert.StateOn(day) is AlertState.ClosedImproved or AlertState.ClosedNotImproved) == (day >= closed)));
        });

    [Fact]
    public void One_subject_cannot_come_from_two_ledgers() =>
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => s_open.Merge(s_answered)).ParamName);

    private static void MustRefuse(AlertLedger<SalespersonId> ledger, AlertEntry<SalespersonId> entry, string code)
    {
        Assert.Equal(code, ledger.WhyNot(entry)?.Code);
        var refusal = Assert.Throws<ArgumentException>(() => ledger.Apply(entry));
        Assert.Equal("entry", refusal.ParamName);
        Assert.Contains(code, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("entries", Assert.Throws<ArgumentException>(() => ledger.Apply([entry])).ParamName);
    }

    private static (AlertLedger<SalespersonId> Ledger, List<AlertEntry<SalespersonId>> Accepted) Fold(AlertEntry<SalespersonId>[] entries)
    {
        var ledger = AlertLedger.Empty<SalespersonId>();
        var accepted = new List<AlertEntry<SalespersonId>>();
        foreach (var entry in entries.Where(entry => ledger.WhyNot(entry) is null))
        {
            ledger = ledger.Apply(entry);
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
            _ => AlertEntry.NotImproved(subject, on, status),
        };
    }

    private static AlertEntry<SalespersonId> Red(LocalDate on) => AlertEntry.Raised(s_subject, on, "red", new NamedFigure("value", -8m));

    private static AlertEntry<SalespersonId> Planned(LocalDate on) => AlertEntry.ActionPlanned(s_subject, on, s_action);
}
