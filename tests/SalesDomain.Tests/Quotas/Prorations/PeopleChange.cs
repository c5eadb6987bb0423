using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Phasings;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Prorations;

public sealed class PeopleChange
{
    private static readonly LocalDate s_published = new(2026, 1, 5);
    private static readonly LocalDate s_yearEnd = new(2026, 12, 31);
    private static readonly Reason s_leave = new("parental-leave");

    // 12,000 a month, so that a day of a month of 30 has 400.
    private static readonly PhasedQuota s_year = Phasing.Even(Months2026).Split(Revenue(144_000m), Cents);

    [Fact]
    public void A_start_a_leave_and_a_transfer_are_prorated_by_days_working_days_and_whole_months()
    {
        // April 2026 has 30 days, and 22 working days, 10 of them to the 14th.
        var april = DateSpan.OfMonth(2026, 4);
        var (leaver, starter) = (DateSpan.Until(new LocalDate(2026, 4, 14)), DateSpan.From(new LocalDate(2026, 4, 15)));
        decimal[] Of(Proration rule) =>
            [.. new[] { leaver, starter }.Select(held => AmountOf(rule.Of(Revenue(13_200m), april, held, Cents).Amount))];

        Assert.Equal([6_160m, 7_040m], Of(Proration.ByDays));
        Assert.Equal([6_000m, 7_200m], Of(Proration.ByWorkingDays(WorkCalendar.MondayToFriday)));
        Assert.Equal([0m, 13_200m], Of(Proration.ByMonths(FiscalCalendar.CalendarYear, 15)));
        Assert.Equal([13_200m, 0m], Of(Proration.ByMonths(FiscalCalendar.CalendarYear, 14)));
        Assert.Equal([0m, 13_200m], Of(Proration.ByLargerPartOfMonths(FiscalCalendar.CalendarYear)));
    }

    [Fact]
    public void Who_leaves_and_who_follows_share_a_cent_without_knowing_of_each_other()
    {
        // Half of 0.01 each: rounded by themselves both would have the cent.
        var february = DateSpan.OfMonth(2026, 2);
        Measured Of(DateSpan held) => Proration.ByDays.Of(Revenue(0.01m), february, held, Cents).Amount;

        Assert.Equal(
            (Cny(0.01m), Cny(0m)),
            (Of(DateSpan.Until(new LocalDate(2026, 2, 14))).Money, Of(DateSpan.From(new LocalDate(2026, 2, 15))).Money));
    }

    [Property(MaxTest = 200)]
    public Property Leaver_vacancy_and_successor_with_a_ramp_sum_to_the_full_quota_by_every_rule() =>
        Prop.ForAll(PhasingSample.Any, SharesOfAPeriod.Rules.ToArbitrary(), Gen.Choose(0, 400).Two().ToArbitrary(), (sample, rule, days) =>
        {
            var quota = sample.Quota;
            var span = quota.Phasing.Periods.Span;
            if (quota.Parts.Zip(quota.Phasing.Periods.Spans, (part, period) => !part.IsZero && rule.Count(period) == 0).Any(
                isEmpty => isEmpty))
                return true;

            var length = span.Days!.Value;
            var (one, other) = (Math.Min(days.Item1 % length, days.Item2 % length), Math.Max(days.Item1 % length, days.Item2 % length));
            var (last, first) = (span.Start!.Value.PlusDays(one), span.Start.Value.PlusDays(other));
            var leaver = rule.Of(quota, DateSpan.Until(last), sample.Rounding);
            var successor = rule.Of(quota, DateSpan.From(first.PlusDays(1)), sample.Rounding);
            var between = last < first ? rule.Of(quota, new DateSpan(last.PlusDays(1), first), sample.Rounding) : null;
            var vacant = between?.Total ?? (quota.Total * 0m);
            var both = rule.Of(quota, [DateSpan.From(first.PlusDays(1)), DateSpan.Until(last)], sample.Rounding);
            Tampering.IsNamed(successor.Explain(), days.Item1);
            return leaver.Total + vacant + successor.Total == quota.Total
                && both.Total == leaver.Total + successor.Total && both.Relief == vacant
                && (between is null
                    || Periods(leaver).Zip(Periods(between), (left, right) => left + right).Zip(
                        Periods(successor), (left, right) => left + right)
                    .SequenceEqual(quota.Parts))
                && IsRamped(successor, first.PlusDays(1), sample.Rounding);
        });

    [Fact]
    public void A_leave_of_absence_in_the_middle_asks_nothing_and_its_quota_is_the_relief()
    {
        // Away from 11 April to 31 August.
        var prorated = Proration.ByDays.Of(
            s_year, [DateSpan.From(new LocalDate(2026, 9, 1)), DateSpan.Until(new LocalDate(2026, 4, 10))], Cents);
        Assert.Equal((Cny(36_000m + 4_000m + 48_000m), Cny(8_000m + 48_000m)), (prorated.Total.Money, prorated.Relief.Money));
        Assert.Equal(
            prorated.Relief,
            Proration.ByDays.Of(s_year, new DateSpan(new LocalDate(2026, 4, 11), new LocalDate(2026, 8, 31)), Cents).Total);

        var quota = prorated.ToPhasedQuota()!;
        Assert.Equal(Cny(38_000m), quota.QuotaToDate(new LocalDate(2026, 4, 5)).Money);
        Assert.Equal(Cny(40_000m), quota.QuotaToDate(new LocalDate(2026, 4, 10)).Money);
        Assert.Equal(Cny(40_000m), quota.QuotaToDate(new LocalDate(2026, 8, 31)).Money);
        Assert.Equal(Cny(46_000m), quota.QuotaToDate(new LocalDate(2026, 9, 15)).Money);
        Assert.Equal(Cny(88_000m), quota.QuotaToDate(s_yearEnd).Money);
        Assert.Equal(
            ["2026-04-01/2026-04-10", "2026-04-11/2026-04-30", "2026-05-01/2026-05-31"],
            quota.Phasing.Periods.Spans.Skip(3).Take(3).Select(span => span.ToString()));
        Assert.True(prorated.Explain().IsVerified);
    }

    [Fact]
    public void A_sick_leave_within_one_month_leaves_the_days_before_and_after()
    {
        var prorated = Proration.ByWorkingDays(WorkCalendar.MondayToFriday).Of(
            Phasing.ByWorkingDays(PlanPeriods.Of(DateSpan.OfMonth(2026, 4)), WorkCalendar.MondayToFriday).Split(Revenue(22_000m), Cents),
            [DateSpan.Until(new LocalDate(2026, 4, 10)), DateSpan.From(new LocalDate(2026, 4, 20))], Cents);

        Assert.Equal([8_000m, 9_000m], prorated.Parts.Select(part => AmountOf(part.Amount)));
        Assert.Equal([8_000m, 0m, 9_000m], prorated.ToPhasedQuota()!.Parts.Select(AmountOf));
        Assert.Throws<ArgumentException>(
            "held", () => Proration.ByDays.Of(s_year, [DateSpan.OfMonth(2026, 4), DateSpan.On(new LocalDate(2026, 4, 30))], Cents));
        Assert.Throws<ArgumentException>("held", () => Proration.ByDays.Of(s_year, Array.Empty<DateSpan>(), Cents));
    }

    [Fact]
    public void Relief_is_borne_by_the_company_by_the_team_or_by_a_successor()
    {
        var july = new LocalDate(2026, 7, 1);
        var ledger = QuotaLedger.Of(
            s_published, DateSpan.OfYear(2026), ("Li", Revenue(144_000m)), ("Wu", Revenue(90_000m)), ("Ma", Revenue(50_000m)),
            ("New", Revenue(0m)));
        var away = Proration.ByDays.Of(s_year, DateSpan.From(july), Cents).Total;
        Assert.Equal(Revenue(72_000m), away);

        // The company has that much less planned.
        var company = ledger.Record(QuotaChange.Relief(new DocumentId("Q-1"), july, july, "Li", away, s_leave));
        Assert.Equal([72_000m, 90_000m, 50_000m, 0m], Quotas(company));
        Assert.Equal(Revenue(212_000m), company.Total(s_yearEnd, s_yearEnd));

        // The team makes up for it, in one change that is undone as one.
        var shares = Apportionment.ToMinorUnit.Split(away.Money, [9m, 5m]);
        var team = ledger.Record(QuotaChange.Transfer(
            new DocumentId("Q-1"), july, july, "Li", s_leave, ("Wu", Measure.Revenue.Of(shares[0])),
            ("Ma", Measure.Revenue.Of(shares[1]))));
        Assert.Equal([72_000m, 136_285.71m, 75_714.29m, 0m], Quotas(team));
        Assert.Equal(Revenue(284_000m), team.Total(s_yearEnd, s_yearEnd));
        Assert.Equal(Quotas(ledger), Quotas(team.Reverse(new DocumentId("Q-1"), new DocumentId("Q-2"), july, new Reason("stays"))));

        // A successor takes it over.
        var successor = ledger.Record(QuotaChange.Transfer(new DocumentId("Q-1"), july, july, "Li", "New", away, s_leave));
        Assert.Equal([72_000m, 90_000m, 50_000m, 72_000m], Quotas(successor));

        Assert.Throws<ArgumentException>(
            "to", () => QuotaChange.Transfer(new DocumentId("Q-1"), july, july, "Li", s_leave, ("Wu", away), ("Wu", away)));
        Assert.Throws<ArgumentException>("to", () => QuotaChange.Transfer(new DocumentId("Q-1"), july, july, "Li", s_leave, ("Li", away)));
        Assert.Throws<ArgumentException>("to", () => QuotaChange.Transfer<string>(new DocumentId("Q-1"), july, july, "Li", s_leave));
        Assert.Throws<ArgumentException>(
            "to", () => QuotaChange.Transfer(new DocumentId("Q-1"), july, july, "Li", s_leave, ("Wu", default(Measured))));
        Assert.Throws<ArgumentOutOfRangeException>(
            "to", () => QuotaChange.Transfer(new DocumentId("Q-1"), july, july, "Li", s_leave, ("Wu", Revenue(0m))));
        Assert.Throws<CurrencyMismatchException>(
            "to", () =>
                QuotaChange.Transfer(new DocumentId("Q-1"), july, july, "Li", s_leave, ("Wu", away), ("Ma", Measure.Revenue.Of(Usd(1m)))));
    }

    [Fact]
    public void Two_changes_of_one_day_count_both_and_in_any_order_alike()
    {
        var july = new LocalDate(2026, 7, 1);
        var ledger = QuotaLedger.Of(s_published, DateSpan.OfYear(2026), ("Li", Revenue(1_000m)), ("Wu", Revenue(0m)));
        var relief = QuotaChange.Relief(new DocumentId("Q-1"), july, july, "Li", Revenue(100m), s_leave);
        var transfer = QuotaChange.Transfer(new DocumentId("Q-2"), july, july, "Li", "Wu", Revenue(300m), new Reason("account-moved"));

        Assert.Equal([600m, 300m], Quotas(ledger.Record(relief, transfer)));
        Assert.Equal(ledger.Record(relief, transfer), ledger.Record(transfer, relief));
        Assert.Equal(
            ledger.Record(relief, transfer).BalanceOf("Li", july, july), ledger.Record(transfer, relief).BalanceOf("Li", july, july));

        // As revisions, which lay values over each other, the later of the day has both in it.
        Assert.Equal(Revenue(600m), ledger.Record(transfer, relief).HistoryOf("Li").At(july, knownOn: july));
        Assert.Equal(Revenue(1_000m), ledger.Record(transfer, relief).HistoryOf("Li").At(july, knownOn: july.PlusDays(-1)));
    }

    [Fact]
    public void A_person_in_two_positions_owes_the_quotas_of_both()
    {
        // Wu stands in for the vacant South from July on; the quotas belong to the positions, and nothing is changed in them.
        var (north, south) = (new PositionId("north"), new PositionId("south"));
        var (li, wu) = (new SalespersonId("Li"), new SalespersonId("Wu"));
        var (june, july) = (new LocalDate(2026, 6, 30), new LocalDate(2026, 7, 1));
        var held = Assignments.Of(
            Assignment.Of(north, wu, DateSpan.OfYear(2026)), Assignment.Of(south, li, DateSpan.Until(june)),
            Assignment.Of(south, wu, DateSpan.From(july)));
        var quotas = QuotaLedger.Of(s_published, DateSpan.OfYear(2026), (north, Revenue(144_000m)), (south, Revenue(72_000m)));
        Measured Owed(SalespersonId person) =>
            held.All.Where(assignment => assignment.Holder == person).Select(assignment => Proration.ByDays.Of(
                    Phasing.Even(Months2026).Split(quotas.BalanceOf(assignment.Subject, s_yearEnd, s_yearEnd).Amount, Cents),
                    assignment.Span, Cents).Total)
                .Aggregate((sum, amount) => sum + amount);

        Assert.Equal((Revenue(144_000m + 36_000m), Revenue(36_000m)), (Owed(wu), Owed(li)));
        Assert.Equal([north, south], held.HeldBy(wu, july).Select(assignment => assignment.Subject).OrderBy(position => position.Code));
        Assert.Equal(quotas.Total(s_yearEnd, s_yearEnd), Owed(wu) + Owed(li));
    }

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));

    private static decimal[] Quotas(QuotaLedger<string> ledger) =>
        [.. ledger.Balances(s_yearEnd, s_yearEnd).Select(balance => AmountOf(balance.Amount))];

    /// <summary>One amount a period: each of the quotas here was held in one span.</summary>
    private static Measured[] Periods(ProratedQuota prorated) => [.. prorated.Parts.Select(part => part.Amount)];

    private static bool IsRamped(ProratedQuota successor, LocalDate start, Rounding rounding)
    {
        PhasedQuota? full;
        try
        {
            full = successor.ToPhasedQuota();
        }
        catch (InvalidOperationException)
        {
            // Prorated by other days than the phasing counts.
            return true;
        }

        if (full is null)
            return successor.Total.IsZero;

        var ramped = RampedQuota.Of(full, Ramp.Of(Percent(0m), Percent(50m), Percent(100m)), start, rounding, ReliefBearer.Company);
        return ramped.Total + ramped.Relief == successor.Total;
    }
}
