using System;
using System.Linq;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>To whom a fact counts: on its own day or on a chosen one, with shares, gaps and overlaps, and to those above.</summary>
public sealed class CreditingByAssignment
{
    private static readonly Crediting<SalespersonId> s_accounts = Crediting.ByCustomer.Through(Accounts);
    private static readonly LocalDate s_today = new(2026, 9, 1);

    [Fact]
    public void As_sold_leaves_what_was_sold_and_as_assigned_moves_it_with_the_customer()
    {
        SalesLine[] lines = [Sale(new LocalDate(2026, 2, 28), 100m), Sale(new LocalDate(2026, 3, 1), 30m)];
        var asSold = Revenue.Evaluate(DateSpan.OfYear(2026), s_accounts, lines);
        var today = Revenue.Evaluate(DateSpan.OfYear(2026), s_accounts.AsAssignedOn(s_today), lines);
        var restatement = asSold.RestatedAs(today);

        Assert.Equal([Cny(100m), Cny(30m)], new[] { "S1", "S2" }.Select(person => asSold.Of(Person(person)).Value));
        Assert.Equal([Cny(0m), Cny(130m)], new[] { "S1", "S2" }.Select(person => today.Of(Person(person)).Value));
        Assert.Equal([Cny(-100m), Cny(100m)], restatement.Owners.Select(owner => restatement.Of(owner).Difference));
        Assert.Equal("CNY 100.00 as sold, CNY 0.00 restated, difference CNY -100.00", restatement.Of(Person("S1")).ToString());
        Assert.Equal(asSold, Revenue.Evaluate(DateSpan.OfYear(2026), s_accounts.AsAssignedOn(s_today).AsSold(), lines));
    }

    [Fact]
    public void Pitfall_8_a_shared_customer_is_no_whole_sale_for_each()
    {
        var actuals = Revenue.Evaluate(
            DateSpan.OfYear(2026), s_accounts.RolledUpThrough(Managers),
            [Sale(s_today, 100m, customer: 2), Sale(s_today, 10m, customer: 2)]);

        Assert.Equal((Cny(44m), Cny(66m)), (actuals.Of(Person("S1")).Value, actuals.Of(Person("S2")).Value));
        Assert.Equal((Cny(44m), Cny(66m)), (actuals.OfTeam(Person("M2")).Value, actuals.OfTeam(Person("M1")).Value));
        Assert.Equal((Cny(110m), 2), (actuals.OfTeam(Person("VP")).Value, actuals.OfTeam(Person("VP")).FactCount));
        Assert.Equal(Cny(0m), actuals.Of(Person("VP")).Value);

        // The territory's view of the same sales has each whole.
        Assert.Equal(
            Cny(110m),
            Revenue.Evaluate(DateSpan.OfYear(2026), Crediting.ByCustomer, [Sale(s_today, 110m, customer: 2)]).Of(Customer(2)).Value);
    }

    [Fact]
    public void What_nobody_has_and_what_two_have_is_shown_apart()
    {
        var actuals = Revenue.Evaluate(
            DateSpan.OfYear(2026), s_accounts,
            [
                Sale(new LocalDate(2026, 5, 1), 100m, customer: 4), Sale(s_today, 100m, customer: 4), Sale(s_today, 7m, customer: 5),
                Sale(s_today, 50m, customer: 3),
            ]);

        Assert.Equal(Cny(70m), actuals.Of(Person("M1")).Value);
        Assert.Equal((Cny(137m), 3), (actuals.Unassigned.Value, actuals.Unassigned.FactCount));
        Assert.Equal((Cny(50m), 1), (actuals.OverAssigned.Value, actuals.OverAssigned.FactCount));
        Assert.Equal(Cny(257m), actuals.Total.Value);
        Assert.Equal(
            ["actual.unassigned (facts 3, amount CNY 137.00)", "actual.over-assigned (facts 1, amount CNY 50.00)"],
            actuals.Reasons.Select(reason => reason.ToString()));
    }

    [Fact]
    public void A_line_without_a_salesperson_is_not_dropped()
    {
        var actuals = Revenue.Evaluate(
            DateSpan.OfYear(2026), Crediting.BySalesperson, [Sale(s_today, 100m, seller: null), Sale(s_today, 5m)]);

        Assert.Equal((Cny(100m), Cny(105m)), (actuals.Unassigned.Value, actuals.Total.Value));
        Assert.Equal([Person("S1")], actuals.Owners);
    }

    [Fact]
    public void Managers_have_their_own_sales_too()
    {
        var actuals = Revenue.Evaluate(
            DateSpan.OfYear(2026), Crediting.BySalesperson.RolledUpThrough(Managers),
            [Sale(s_today, 100m, "M1"), Sale(s_today, 10m, "S2"), Sale(s_today, 1m, "VP")]);

        Assert.Equal((Cny(100m), Cny(110m)), (actuals.Of(Person("M1")).Value, actuals.OfTeam(Person("M1")).Value));
        Assert.Equal((Cny(1m), Cny(111m)), (actuals.Of(Person("VP")).Value, actuals.OfTeam(Person("VP")).Value));
        Assert.Equal(Cny(10m), actuals.OfTeam(Person("S2")).Value);
        Assert.Equal(Percentage.FromPercent(55), actuals.TeamsAgainst([(Person("M1"), Cny(200m))]).Of(Person("M1")).Rate);
        Assert.Equal(Percentage.FromPercent(50), actuals.Against([(Person("M1"), Cny(200m))]).Of(Person("M1")).Rate);
    }

    [Fact]
    public void Teams_are_those_of_the_day_of_the_fact_or_of_a_chosen_day()
    {
        SalesLine[] lines = [Sale(new LocalDate(2026, 3, 31), 100m), Sale(new LocalDate(2026, 4, 1), 10m)];
        Measured? Team(Crediting<SalespersonId> crediting, string manager) =>
            Revenue.Evaluate(DateSpan.OfYear(2026), crediting, lines).OfTeam(Person(manager)).Value;

        var bySeller = Crediting.BySalesperson;
        Assert.Equal(
            (Cny(100m), Cny(10m)), (Team(bySeller.RolledUpThrough(Managers), "M1"), Team(bySeller.RolledUpThrough(Managers), "M2")));
        Assert.Equal(Cny(110m), Team(bySeller.RolledUpThrough(Managers, s_today), "M2"));
        Assert.Equal(Cny(110m), Team(bySeller.RolledUpThrough(Managers).AsAssignedOn(s_today), "M2"));
        Assert.Equal(Cny(0m), Team(bySeller.RolledUpThrough(Managers, s_today), "M1"));
        Assert.Equal(Cny(110m), Team(bySeller.RolledUpThrough(Managers, s_today), "S1"));
        Assert.Equal(Cny(0m), Team(bySeller, "M2"));
    }

    [Fact]
    public void Assignments_follow_one_another()
    {
        var territories = Assignments.Of(
            (Customer(1), new TerritoryId("T1"), DateSpan.Always), (Customer(2), new TerritoryId("T1"), DateSpan.Always));
        var people = Assignments.Of(
            Assignment.Of(new TerritoryId("T1"), Person("S1"), DateSpan.Until(s_today), Percentage.FromPercent(50)),
            Assignment.Of(new TerritoryId("T1"), Person("S2"), DateSpan.Always, Percentage.FromPercent(50)));
        var crediting = Crediting.ByCustomer.Through(territories).Through(people);
        var actuals = Revenue.Evaluate(DateSpan.Always, crediting, [Sale(s_today, 100m), Sale(s_today.PlusDays(1), 8m, customer: 2)]);

        Assert.Equal(
            (Cny(50m), Cny(54m), Cny(4m)), (actuals.Of(Person("S1")).Value, actuals.Of(Person("S2")).Value, actuals.Unassigned.Value));
        Assert.Equal("by customer, through chained assignments, as sold", crediting.ToString());
    }

    [Fact]
    public void Over_assignment_anywhere_on_the_way_is_not_hidden_by_a_gap_elsewhere()
    {
        var territories = Assignments.Of(
            Assignment.Of(Customer(1), new TerritoryId("T1"), DateSpan.Always, Percentage.FromPercent(50)),
            Assignment.Of(Customer(1), new TerritoryId("T2"), DateSpan.Always, Percentage.FromPercent(50)));
        var people = Assignments.Of(
            (new TerritoryId("T1"), Person("S1"), DateSpan.Always), (new TerritoryId("T1"), Person("S2"), DateSpan.Always));
        var actuals = Revenue.Evaluate(DateSpan.Always, Crediting.ByCustomer.Through(territories).Through(people), [Sale(s_today, 100m)]);

        Assert.Equal(Cny(100m), actuals.OverAssigned.Value);
        Assert.Empty(actuals.Owners);
    }

    [Fact]
    public void Every_key_of_a_fact_can_be_credited()
    {
        var line = Sale(s_today, 100m, change: sale =>
        {
            sale.ShipTo = Customer(4);
            sale.Territory = new TerritoryId("T1");
            sale.Channel = new ChannelId("WEB");
        });

        Assert.Equal([Customer(1)], Revenue.Evaluate(DateSpan.Always, Crediting.ByCustomer, [line]).Owners);
        Assert.Equal([Customer(4)], Revenue.Evaluate(DateSpan.Always, Crediting.ByShipTo, [line]).Owners);
        Assert.Equal([new TerritoryId("T1")], Revenue.Evaluate(DateSpan.Always, Crediting.ByTerritory, [line]).Owners);
        Assert.Equal([new ChannelId("WEB")], Revenue.Evaluate(DateSpan.Always, Crediting.ByChannel, [line]).Owners);
        Assert.Equal([new ProductId("P")], Revenue.Evaluate(DateSpan.Always, Crediting.ByProduct, [line]).Owners);
        var receipt = Receipt(s_today, 1m, each => { each.Territory = new TerritoryId("T1"); each.Channel = new ChannelId("WEB"); });
        var collections = ActualRule.OfCollections(Currency.CNY);
        Assert.Equal([Customer(1)], collections.Evaluate(DateSpan.Always, Crediting.ByCustomer, [receipt]).Owners);
        Assert.Equal([new TerritoryId("T1")], collections.Evaluate(DateSpan.Always, Crediting.ByTerritory, [receipt]).Owners);
        Assert.Equal([new ChannelId("WEB")], collections.Evaluate(DateSpan.Always, Crediting.ByChannel, [receipt]).Owners);
        Assert.Equal(
            1, collections.Within(Scope.Everything.Only(new ChannelId("WEB")).Only(new TerritoryId("T1")).Only(Customer(1)))
                .Evaluate(DateSpan.Always, Crediting.ByChannel, [receipt]).Total.FactCount);
    }

    [Fact]
    public void The_hierarchy_comes_last()
    {
        var swaps = Assignments.Of((Person("S1"), Person("S2"), DateSpan.Always));

        Assert.Throws<InvalidOperationException>(() => s_accounts.RolledUpThrough(Managers).Through(swaps));
        Assert.Throws<ArgumentException>("day", () => s_accounts.AsAssignedOn(s_today.WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentException>("on", () => s_accounts.RolledUpThrough(Managers, s_today.WithCalendar(CalendarSystem.Julian)));
        TestHelper.TestEqualsClass(
            s_accounts, Crediting.ByCustomer.Through(Assignments.Of([.. Accounts.All.Reverse()])), Crediting.BySalesperson,
            s_accounts.AsAssignedOn(s_today),
            s_accounts.RolledUpThrough(Managers), s_accounts.RolledUpThrough(Managers, s_today), s_accounts.Through(swaps),
            Crediting.ByShipTo.Through(Accounts), Crediting.ByCustomer.Through(Accounts.Move(Customer(5), Person("S1"), s_today)));
        Assert.Equal(
            "by customer, through assignments, as assigned on 2026-09-01, rolled up as of 2026-09-01",
            s_accounts.AsAssignedOn(s_today).RolledUpThrough(Managers, s_today).ToString());
    }

    [Fact]
    public void Everybody_with_a_quota_or_a_sale_is_in_the_table()
    {
        var table = Revenue.Evaluate(DateSpan.OfYear(2026), Crediting.BySalesperson, [Sale(s_today, 100m, "S2"), Sale(s_today, 40m, "S1")])
            .Against([(Person("S3"), Cny(50m)), (Person("S1"), Cny(80m)), (Person("S4"), Cny(0m))]);

        Assert.Equal(["S1", "S2", "S3", "S4"], table.Owners.Select(owner => owner.Code));
        Assert.Equal([Percentage.FromPercent(50), null, Percentage.Zero, null], table.Owners.Select(owner => table.Of(owner).Rate));
        Assert.Equal([Person("S2")], table.WithoutQuota);
        Assert.Equal((Cny(40m), Cny(130m)), (table.Pooled()!.Actual, table.Pooled()!.Quota));
        Assert.Equal(Percentage.FromPercent(50), table.PooledOf([Person("S1"), Person("S4")]).Rate);
        Assert.False(table.TryOf(Person("S9"), out _));
        Assert.Throws<ArgumentException>("owner", () => table.Of(Person("S9")));
        Assert.Throws<ArgumentException>("owners", () => table.PooledOf([Person("S1"), Person("S1")]));
        Assert.Throws<ArgumentException>("owners", () => table.PooledOf([Person("S9")]));
        Assert.Throws<ArgumentException>("owners", () => table.PooledOf([]));
        Assert.Null(Attainments.Of<string>().Pooled());
        Assert.Throws<ArgumentException>("attainments", () => Attainments.Of(("a", table.Of(Person("S1"))), ("a", table.Of(Person("S1")))));
        var spread = table.Distribution(StepSchedule.From((Percentage.Zero, "low"), (Percentage.FromPercent(50), "half")));
        Assert.Equal((1, 1, 2), (spread.Bands[0].Count, spread.Bands[1].Count, spread.WithoutAttainment));
    }

    [Fact]
    public void A_phased_quota_gives_all_three_figures()
    {
        var year = FiscalCalendar.CalendarYear.Year(2026);
        var phased = Phasing.OfPercentages(
                PlanPeriods.Of(year, FiscalPeriodKind.Quarter),
                Percentage.FromPercent(20), Percentage.FromPercent(23), Percentage.FromPercent(25), Percentage.FromPercent(32))
            .Split(Cny(1_000m), Rounding.Commercial);
        var elapsed = ElapsedTime.ByDays(year.Span, new LocalDate(2026, 6, 30));
        var table = Revenue.Evaluate(
            elapsed.SpanToDate!.Value, Crediting.BySalesperson,
            [Sale(new LocalDate(2026, 3, 1), 344m), Sale(s_today, 999m), Sale(Start, 1m, "S2")])
            .Against([(Person("S1"), phased)], elapsed);
        var attainment = table.Of(Person("S1"));

        Assert.Equal(Percentage.FromPercent(34.4m), attainment.Rate);
        Assert.Equal(Percentage.FromPercent(80), attainment.RateToDate);
        Assert.Equal(Cny(430m), attainment.QuotaToDate);
        Assert.Equal(-15.19m, Math.Round(attainment.PointsAheadOfTime!.Value, 2, MidpointRounding.AwayFromZero));
        Assert.Equal([Person("S2")], table.WithoutQuota);
        foreach (var figure in new[] { AttainmentFigure.RateToDate, AttainmentFigure.PointsAheadOfTime, AttainmentFigure.GapToDate })
            Assert.Empty(attainment.Explain(figure).Verify());
        Assert.Equal("through 2026-06-30", attainment.Explain(AttainmentFigure.RateToDate).Children[1].Name);
        Assert.Empty(attainment.WithElapsed(ElapsedTime.ByDays(year.Span, s_today)).Explain(AttainmentFigure.RateToDate).Verify());
        Assert.Throws<ArgumentException>("elapsed", () =>
            ActualSum.Of(Cny(1m), 1).Against(phased, ElapsedTime.ByDays(DateSpan.OfYear(2025), elapsed.AsOf)));
        Assert.Throws<TaxBasisMismatchException>("quota", () =>
            ActualSum.Of(Measure.GrossRevenue.Of(new Money(1m, Currency.CNY)), 1).Against(phased, elapsed));
        Assert.Throws<ArgumentException>("quotas", () =>
            Revenue.Evaluate(elapsed.SpanToDate!.Value, Crediting.BySalesperson, Array.Empty<SalesLine>())
                .Against([(Person("S1"), phased), (Person("S1"), phased)], elapsed));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-06-29")]
    [InlineData("2026-01-01", "2026-07-01")]
    [InlineData("2026-01-01", "2026-12-31")]
    [InlineData("2025-12-31", "2026-06-30")]
    [InlineData("2026-01-02", "2026-06-30")]
    [InlineData("2026-04-01", "2026-06-30")]
    public void Sums_of_other_days_do_not_stand_against_a_quota_to_date(string first, string last)
    {
        var span = new DateSpan(Day(first), Day(last));
        var year = FiscalCalendar.CalendarYear.Year(2026);
        var phased = Phasing.Even(PlanPeriods.Of(year, FiscalPeriodKind.Quarter)).Split(Cny(1_000m), Rounding.Commercial);
        var elapsed = ElapsedTime.ByDays(year.Span, new LocalDate(2026, 6, 30));
        var rule = Crediting.BySalesperson.RolledUpThrough(Managers);
        var actuals = Revenue.Evaluate(span, rule, [Sale(new LocalDate(2026, 5, 1), 100m)]);

        foreach (var against in new Func<Actuals<SalespersonId>, Attainments<SalespersonId>>[]
        {
            each => each.Against([(Person("S1"), phased)], elapsed), each => each.TeamsAgainst([(Person("M2"), phased)], elapsed),
        })
        {
            var refusal = Assert.Throws<ArgumentException>("elapsed", () => against(actuals));
            Assert.Contains("2026-01-01/2026-06-30", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(span.ToString(), refusal.Message, StringComparison.Ordinal);
            Assert.Equal(
                Percentage.FromPercent(20),
                against(Revenue.Evaluate(elapsed.SpanToDate!.Value, rule, [Sale(new LocalDate(2026, 5, 1), 100m)])).Pooled()!.RateToDate);
        }
    }

    [Fact]
    public void The_days_gone_by_are_none_before_the_period_and_all_of_it_from_its_end_on()
    {
        var april = DateSpan.OfMonth(2026, 4);

        Assert.Null(ElapsedTime.ByDays(april, new LocalDate(2026, 3, 31)).SpanToDate);
        Assert.Equal(
            new DateSpan(new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 1)),
            ElapsedTime.ByDays(april, new LocalDate(2026, 4, 1)).SpanToDate);
        Assert.Equal(april, ElapsedTime.ByDays(april, new LocalDate(2026, 4, 30)).SpanToDate);
        Assert.Equal(april, ElapsedTime.ByDays(april, new LocalDate(2026, 5, 1)).SpanToDate);
    }

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    [Fact]
    public void Quotas_of_another_measure_or_twice_are_refused()
    {
        var actuals = Revenue.Evaluate(DateSpan.OfYear(2026), Crediting.BySalesperson, [Sale(s_today, 100m)]);

        Assert.Throws<TaxBasisMismatchException>(
            "quotas", () => actuals.Against([(Person("S1"), Measure.GrossRevenue.Of(new Money(1m, Currency.CNY)))]));
        Assert.Throws<ArgumentException>("quotas", () => actuals.Against([(Person("S1"), Cny(1m)), (Person("S1"), Cny(1m))]));
        Assert.Throws<ArgumentException>("quotas", () => actuals.Against([(Person("S1"), default)]));

        // Without a hierarchy a manager's own sales would stand against the quota of the team.
        Assert.Contains(
            "no hierarchy", Assert.Throws<InvalidOperationException>(() => actuals.TeamsAgainst([(Person("S1"), Cny(1m))])).Message,
            StringComparison.Ordinal);
    }
}
