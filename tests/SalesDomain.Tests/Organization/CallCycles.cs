using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Customers;
using SalesDomain.Organization;
using Xunit;

namespace SalesDomain.Tests.Organization;

/// <summary>A frequency below one a period is exact over its cycles, whatever the turn.</summary>
public sealed class CallCycles
{
    private static readonly FiscalPeriod s_january = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1);
    private static readonly FiscalPeriod s_firstQuarter = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1);

    private static readonly VisitPolicy s_policy = VisitPolicy.StartingWith(s_january)
        .With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(4)).WithTimeOfACall(Duration.FromMinutes(45)))
        .With(new CustomerClassId("B"), VisitRule.Of(CallFrequency.Of(1)).WithTimeOfACall(Duration.FromMinutes(30)))
        .With(new CustomerClassId("C"), VisitRule.Of(CallFrequency.Of(1, everyPeriods: 2)));

    [Fact]
    public void One_every_two_months_is_one_and_none_in_turn_and_turns_share_the_months()
    {
        var even = Customer("C-1", "C");
        var odd = Customer("C-2", "C").WithTurn(1);

        Assert.Equal([1L, 0L, 1L, 0L, 1L, 0L], Enumerable.Range(0, 6).Select(month => s_policy.Plan(s_january.Plus(month), [even]).Calls));
        Assert.Equal([0L, 1L, 0L, 1L, 0L, 1L], Enumerable.Range(0, 6).Select(month => s_policy.Plan(s_january.Plus(month), [odd]).Calls));
        Assert.Equal([1L, 0L], Enumerable.Range(-2, 2).Select(month => s_policy.Plan(s_january.Plus(month), [even]).Calls));
    }

    [Fact]
    public void A_plan_has_calls_time_and_the_customers_without_a_rule()
    {
        var plan = s_policy.Plan(s_january, [Customer("C-1", "A"), Customer("C-2", "B"), Customer("C-3", "Z"),
            Customer("C-4", "B").WithTurn(5)]);

        Assert.Equal((6L, Duration.FromHours(4)), (plan.Calls, plan.TimeOfCalls));
        Assert.Equal([new("C-3")], plan.WithoutRule.Select(each => each.Customer));
        Assert.Equal([(new CustomerId("C-1"), 4m), (new("C-2"), 1m), (new("C-4"), 1m)], plan.ByCustomer);
        Assert.Equal("2026-01-01/2026-01-31: 6 calls at 3 customers", plan.ToString());
        Assert.Equal("C-1: 4 calls", plan.Lines[0].ToString());

        // A rule with calls that does not say how long one takes leaves the time unknown, not shorter; without calls it leaves nothing
        // open.
        Assert.Null(s_policy.Plan(s_january, [Customer("C-1", "A"), Customer("C-5", "C")]).TimeOfCalls);
        Assert.Equal(Duration.FromHours(3), s_policy.Plan(s_january.Next(), [Customer("C-1", "A"), Customer("C-5", "C")]).TimeOfCalls);
        Assert.Equal(Duration.Zero, s_policy.Plan(s_january, []).TimeOfCalls);
    }

    [Fact]
    public void A_cycle_is_the_least_number_of_periods_that_all_frequencies_fit_into()
    {
        var policy = s_policy.With(new CustomerClassId("D"), VisitRule.Of(CallFrequency.Of(5, everyPeriods: 3)))
            .With(new CustomerClassId("N"), VisitRule.Of(CallFrequency.Of(0, everyPeriods: 7)));

        Assert.Equal(1, policy.CycleLength([], s_january.Start));
        Assert.Equal(1, policy.CycleLength([Customer("C-1", "A"), Customer("C-2", "N"), Customer("C-3", "Z")], s_january.Start));
        Assert.Equal(2, policy.CycleLength([Customer("C-1", "A"), Customer("C-2", "C")], s_january.Start));
        Assert.Equal(6, policy.CycleLength([Customer("C-1", "D"), Customer("C-2", "C")], s_january.Start));

        var cycle = policy.Plan(s_january, 6, [Customer("C-1", "D"), Customer("C-2", "C").WithTurn(1), Customer("C-3", "A"),
            Customer("C-4", "N")]);
        Assert.Equal([10L, 3L, 24L, 0L], cycle.Lines.Select(line => line.Calls));
        Assert.Equal(DateSpan.OfQuarter(2026, 1).Start, cycle.Span.Start);
        Assert.Equal(new LocalDate(2026, 6, 30), cycle.Span.End);
    }

    [Fact]
    public void Turns_spread_the_customers_over_the_periods()
    {
        var customers = s_policy.TakeTurns(Enumerable.Range(0, 101).Select(i => Customer("C-" + i, i == 100 ? "Z" : "C")), s_january.Start);

        Assert.Equal(50, s_policy.Plan(s_january, customers).Calls);
        Assert.Equal(50, s_policy.Plan(s_january.Next(), customers).Calls);
        Assert.Equal("C-0", customers[0].Customer.ToString());
        Assert.Equal(["C-0 (C) ../..", "C-1 (C) ../.., turn 1"], customers.Take(2).Select(each => each.ToString()));
    }

    // By code alone, the 50 of S-1 would all have the even months.
    [Fact]
    public void Turns_spread_the_customers_of_each_salesperson()
    {
        static bool IsOdd(CustomerToVisit each) => each.Customer.ToString()[4] % 2 == 1;
        var customers = s_policy.TakeTurns(Enumerable.Range(100, 100).Select(i => Customer("C-" + i, "C")), s_january.Start, IsOdd, []);

        foreach (var month in new[] { s_january, s_january.Next() })
        {
            Assert.Equal(25, s_policy.Plan(month, customers.Where(IsOdd)).Calls);
            Assert.Equal(25, s_policy.Plan(month, customers.Where(each => !IsOdd(each))).Calls);
        }
    }

    [Fact]
    public void New_customers_take_their_turns_beside_those_that_keep_theirs()
    {
        CustomerToVisit[] kept = [Customer("K-1", "C"), Customer("K-2", "C"), Customer("K-3", "C").WithTurn(3), Customer("K-4", "Z")];
        CustomerToVisit[] added = [Customer("N-3", "C"), Customer("N-1", "C"), Customer("N-2", "C"), Customer("N-9", "Z").WithTurn(7)];

        int[] Turns(params CustomerToVisit[] beside) =>
            [.. s_policy.TakeTurns(added, s_january.Start, _ => 1, beside).Select(each => each.Turn)];

        Assert.Equal([0, 1, 1, 7], Turns([.. kept, Customer("K-5", "C")]));
        Assert.Equal([1, 1, 0, 7], Turns(kept[0], kept[3]));
        Assert.Equal("kept", Assert.Throws<ArgumentException>(
            () => s_policy.TakeTurns(added, s_january.Start, _ => 1, [added[0]])).ParamName);
    }

    [Property]
    public Property Turns_are_as_even_as_those_kept_allow() =>
        Prop.ForAll(Gen.Choose(1, 5).ToArbitrary(), Gen.Choose(0, 9).ArrayOf().ToArbitrary(), Gen.Choose(0, 12).ToArbitrary(),
            (periods, turns, added) =>
        {
            var policy = VisitPolicy.StartingWith(s_january).With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(1, periods)));
            var kept = turns.Select((turn, i) => Customer("K-" + i, "A").WithTurn(turn)).ToArray();
            var counts = Enumerable.Range(0, periods).Select(turn => kept.Count(each => each.Turn % periods == turn)).ToArray();
            var taken = policy.TakeTurns(Enumerable.Range(100, added).Select(i => Customer("N-" + i, "A")), s_january.Start, _ => 1, kept);
            foreach (var customer in taken)
            {
                Assert.Equal(Array.IndexOf(counts, counts.Min()), customer.Turn);
                counts[customer.Turn]++;
            }
        });

    [Fact]
    public void An_exception_goes_before_the_class_on_its_days_alone()
    {
        var policy = VisitPolicy.StartingWith(s_january)
            .With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(2)), DateSpan.OfYear(2026))
            .With(new CustomerId("C-1"), VisitRule.Of(CallFrequency.Of(5)), DateSpan.OfMonth(2026, 2));
        CustomerToVisit[] customers = [Customer("C-1", "A"), Customer("C-2", "A")];

        Assert.Equal([2L, 2L], policy.Plan(s_january, customers).Lines.Select(line => line.Calls));
        Assert.Equal([5L, 2L], policy.Plan(s_january.Next(), customers).Lines.Select(line => line.Calls));
        Assert.Equal([9L, 6L], policy.Plan(s_firstQuarter, customers).Lines.Select(line => line.Calls));
        Assert.Equal(2, policy.Plan(s_january.Previous(), customers).WithoutRule.Count);
        Assert.Empty(policy.Plan(s_firstQuarter, customers).Explain().Verify());
        Assert.False(policy.TryRule(customers[0], new LocalDate(2025, 12, 31), out _));
        Assert.True(policy.TryRule(customers[0], new LocalDate(2026, 1, 1), out var rule));
        Assert.Equal(CallFrequency.Of(2), rule!.Frequency);
    }

    // After the review of 1 February the class is another: a quarter planned with one class would be wrong in one month at least.
    [Fact]
    public void Each_period_has_the_calls_of_the_class_of_its_first_day()
    {
        var classes = CustomerClasses.Of(
            (new("C-1"), new("A"), DateSpan.Until(new LocalDate(2026, 1, 31))),
            (new("C-1"), new("B"), DateSpan.From(new LocalDate(2026, 2, 1))),
            (new("C-2"), new("B"), DateSpan.From(new LocalDate(2026, 2, 2))), (new("C-3"), new("Z"), DateSpan.OfMonth(2026, 3)));
        CustomerToVisit[] customers =
            [.. new[] { "C-1", "C-2", "C-3", "C-4", "C-5" }.Select(id => CustomerToVisit.FromClasses(new(id), classes, default))];
        var policy = s_policy.With(new CustomerId("C-5"), VisitRule.Of(CallFrequency.Of(1)));

        var plan = policy.Plan(s_firstQuarter, customers);
        Assert.Equal(["C-1: 6 calls", "C-2: 1 calls", "C-5: 3 calls"], plan.Lines.Select(line => line.ToString()));
        Assert.Equal(["C-3"], plan.WithoutRule.Select(each => each.Customer.ToString()));
        Assert.Equal(["C-2", "C-3", "C-4"], plan.Unclassed.Select(each => each.Customer.ToString()));
        Assert.Equal(
            [5L, 2L, 3L], Enumerable.Range(0, 3).Select(month => policy.Plan(s_january.Plus(month), customers).Calls));
        Tampering.EveryChangeIsNamed(plan.Explain());
        Assert.Equal(
            ["C-1 (../2026-01-31: A, 2026-02-01/..: B) ../..", "C-4 (no class) ../.."],
            new[] { customers[0], customers[3] }.Select(each => each.ToString()));
        Assert.False(customers[3].TryClassOn(s_january.Start, out _));
        Assert.Equal(1, policy.CycleLength(customers, s_january.Start));
    }

    [Fact]
    public void Who_has_no_relation_in_the_period_is_not_planned_and_who_begins_in_it_is()
    {
        var ended = new CustomerToVisit(new("C-1"), new("A"), DateSpan.Until(new LocalDate(2025, 12, 31)));
        var begun = new CustomerToVisit(new("C-2"), new("A"), DateSpan.From(new LocalDate(2026, 1, 31)));
        var later = new CustomerToVisit(new("C-3"), new("A"), DateSpan.From(new LocalDate(2026, 2, 1)));

        Assert.Equal([new("C-2")], s_policy.Plan(s_january, [ended, begun, later]).ByCustomer.Select(each => each.Customer));
        Assert.Equal([12L, 8L], s_policy.Plan(s_firstQuarter, [ended, begun, later]).Lines.Select(line => line.Calls));
    }

    // From 30 January there are 2 of 31 days, and 4 × 2 ÷ 31 is less than one call; through 8 January, 8 days and 1.03 calls.
    [Theory]
    [InlineData(PartPeriod.Whole, "2026-01-30", null, 4, 12)]
    [InlineData(PartPeriod.ByDays, "2026-01-30", null, 1, 9)]
    [InlineData(PartPeriod.Nothing, "2026-01-30", null, 0, 8)]
    [InlineData(PartPeriod.ByDays, "2026-01-01", null, 4, 12)]
    [InlineData(PartPeriod.ByDays, null, "2026-01-07", 1, 1)]
    [InlineData(PartPeriod.ByDays, null, "2026-01-08", 2, 2)]
    [InlineData(PartPeriod.Nothing, null, "2026-01-30", 0, 0)]
    [InlineData(PartPeriod.Nothing, null, "2026-01-31", 4, 4)]
    public void A_part_of_a_period_has_what_the_policy_says(PartPeriod rule, string? start, string? end, long january, long quarter)
    {
        static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        CustomerToVisit[] customers = [new(new("C-1"), new("A"), new DateSpan(Day(start), Day(end)))];
        var policy = s_policy.WithPartPeriods(rule);

        Assert.Equal((january, quarter), (policy.Plan(s_january, customers).Calls, policy.Plan(s_firstQuarter, customers).Calls));
        Assert.Empty(policy.Plan(s_january, customers).WithoutRule);
        Tampering.EveryChangeIsNamed(policy.Plan(s_firstQuarter, customers).Explain());
    }

    // Where a part has something by days, it is never more than the whole nor less than one, and whole periods are as they were.
    [Property]
    public Property Parts_by_days_are_the_least_whole_number_that_is_enough() =>
        Prop.ForAll(Cases, Gen.Choose(0, 89).Two().ToArbitrary(), (given, days) =>
        {
            var (calls, periods, turn, _) = given;
            var span = new DateSpan(s_january.Start.PlusDays(Math.Min(days.Item1, days.Item2)),
                s_january.Start.PlusDays(Math.Max(days.Item1, days.Item2)));
            CustomerToVisit[] customers = [new CustomerToVisit(new("C-1"), new("A"), span).WithTurn(turn)];
            var policy = VisitPolicy.StartingWith(s_january).With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(calls, periods)));

            Assert.All(Enumerable.Range(0, 3).Select(s_january.Plus).Where(month => month.Span.Overlaps(span)), month =>
            {
                var whole = policy.Plan(month, customers).Calls;
                decimal worked = month.Span.Intersection(span)!.Value.Days!.Value;
                var part = policy.WithPartPeriods(PartPeriod.ByDays).Plan(month, customers);
                Assert.InRange(part.Calls - (whole * worked / month.Span.Days!.Value), 0m, 0.9999999m);
                Assert.Empty(part.Explain().Verify());
            });
            Assert.Equal(
                Enumerable.Range(0, 3).Sum(month => policy.WithPartPeriods(PartPeriod.ByDays).Plan(s_january.Plus(month), customers).Calls),
                policy.WithPartPeriods(PartPeriod.ByDays).Plan(s_firstQuarter, customers).Calls);
        });

    [Fact]
    public void Weeks_go_on_through_a_year_of_53()
    {
        var first = FiscalCalendar.Nrf.Period(FiscalPeriodKind.Week, 2023, 52);
        var policy = VisitPolicy.StartingWith(first).With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(1, everyPeriods: 2)));
        CustomerToVisit[] customers = [Customer("C-1", "A")];

        Assert.Equal("FY2023-W53", first.Next().ToString());
        Assert.Equal([1L, 0L, 1L, 0L], Enumerable.Range(0, 4).Select(week => policy.Plan(first.Plus(week), customers).Calls));
        Assert.Equal([1L, 0L], Enumerable.Range(104, 2).Select(week => policy.Plan(first.Plus(week), customers).Calls));
    }

    [Fact]
    public void Periods_that_cannot_be_planned_and_lists_that_name_twice_are_refused()
    {
        var week = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Week, 2026, 1);
        var other = FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).Period(FiscalPeriodKind.Month, 2026, 1);
        CustomerToVisit[] twice = [Customer("C-1", "A"), Customer("C-1", "B")];

        Assert.Equal("period", Assert.Throws<ArgumentException>(() => s_policy.Plan(week, [])).ParamName);
        Assert.Equal("period", Assert.Throws<ArgumentException>(() => s_policy.Plan(other, [])).ParamName);
        Assert.Equal("first", Assert.Throws<ArgumentException>(() => s_policy.Plan(s_firstQuarter, 1, [])).ParamName);
        Assert.Equal("first", Assert.Throws<ArgumentException>(() => s_policy.Plan(other, 1, [])).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => s_policy.Plan(s_january, 0, [])).ParamName);
        Assert.Equal("customers", Assert.Throws<ArgumentException>(() => s_policy.Plan(s_january, twice)).ParamName);
        Assert.Equal("customers", Assert.Throws<ArgumentException>(() => s_policy.TakeTurns(twice, s_january.Start)).ParamName);
        Assert.Equal("customerClass", Assert.Throws<ArgumentException>(
            () => s_policy.With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.None))).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(
            () => s_policy.With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.None), DateSpan.OfYear(2026))).ParamName);
        Assert.Equal("partPeriods", Assert.Throws<ArgumentOutOfRangeException>(
            () => s_policy.WithPartPeriods((PartPeriod)3)).ParamName);
        Assert.Equal("calls", Assert.Throws<ArgumentOutOfRangeException>(() => CallFrequency.Of(-1)).ParamName);
        Assert.Equal("everyPeriods", Assert.Throws<ArgumentOutOfRangeException>(() => CallFrequency.Of(1, 0)).ParamName);
        Assert.Equal("days", Assert.Throws<ArgumentOutOfRangeException>(
            () => VisitRule.Of(CallFrequency.None).WithMaximumInterval(0)).ParamName);
        Assert.Equal("duration", Assert.Throws<ArgumentOutOfRangeException>(
            () => VisitRule.Of(CallFrequency.None).WithTimeOfACall(Duration.Zero)).ParamName);
        Assert.Equal("turn", Assert.Throws<ArgumentOutOfRangeException>(() => Customer("C-1", "A").WithTurn(-1)).ParamName);
        Assert.Equal("customerClass", Assert.Throws<ArgumentException>(() => new CustomerToVisit(new("C"), default, default)).ParamName);
        Assert.Throws<OverflowException>(() => VisitPolicy.StartingWith(s_january)
            .With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(1, 2_000_000_011)))
            .With(new CustomerClassId("B"), VisitRule.Of(CallFrequency.Of(1, 3))).CycleLength([Customer("1", "A"), Customer("2", "B")],
                s_january.Start));
    }

    [Property]
    public Property Any_run_of_a_cycle_has_exactly_its_calls() =>
        Prop.ForAll(Cases, given =>
        {
            var (calls, periods, turn, start) = given;
            var policy = VisitPolicy.StartingWith(s_january).With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(calls, periods)));
            CustomerToVisit[] customers = [Customer("C-1", "A").WithTurn(turn)];

            var each = Enumerable.Range(start, periods).Select(month => policy.Plan(s_january.Plus(month), customers)).ToArray();
            Assert.Equal(calls, each.Sum(plan => plan.Calls));
            Assert.Equal(calls, policy.Plan(s_january.Plus(start), periods, customers).Calls);

            // As even as whole numbers can be: no two periods differ by more than one.
            Assert.True(each.Max(plan => plan.Calls) - each.Min(plan => plan.Calls) <= 1);
            Assert.All(each, plan => Assert.Empty(plan.Explain().Verify()));

            // The first call is due in the period of the turn.
            Assert.True(calls == 0 || policy.Plan(s_january.Plus(turn), customers).Calls > 0);
        });

    [Property]
    public Property A_quarter_has_the_calls_of_its_months() =>
        Prop.ForAll(Cases, given =>
        {
            var (calls, periods, turn, start) = given;
            var policy = VisitPolicy.StartingWith(s_january).With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(calls, periods)));
            CustomerToVisit[] customers = [Customer("C-1", "A").WithTurn(turn)];
            var quarter = s_firstQuarter.Plus(start);

            Assert.Equal(
                quarter.Parts(FiscalPeriodKind.Month).Sum(month => policy.Plan(month, customers).Calls),
                    policy.Plan(quarter, customers).Calls);
        });

    [Fact]
    public void A_changed_figure_of_a_plan_is_named() =>
        Tampering.EveryChangeIsNamed(s_policy.Plan(s_firstQuarter, [Customer("C-1", "A"), Customer("C-2", "C")]).Explain());

    [Fact]
    public void Frequencies_rules_and_policies_are_values()
    {
        var rule = VisitRule.Of(CallFrequency.Of(1, 2)).WithMaximumInterval(60).WithTimeOfACall(Duration.FromMinutes(45));

        TestHelper.TestEqualsStruct(CallFrequency.Of(2), CallFrequency.Of(2, 1), CallFrequency.Of(4, 2), CallFrequency.Of(1), default);
        Assert.Equal(CallFrequency.None, default(CallFrequency));
        TestHelper.TestEqualsClass(
            rule, VisitRule.Of(CallFrequency.Of(1, 2)).WithTimeOfACall(Duration.FromMinutes(45)).WithMaximumInterval(60),
            rule.WithMaximumInterval(61), rule.WithTimeOfACall(Duration.FromMinutes(46)), VisitRule.Of(CallFrequency.Of(1, 2)));
        TestHelper.TestEqualsClass(
            s_policy.With(new CustomerId("C-1"), rule, DateSpan.OfYear(2026)),
                s_policy.With(new CustomerId("C-1"), rule, DateSpan.OfYear(2026)),
            s_policy, s_policy.WithPartPeriods(PartPeriod.ByDays), s_policy.With(new CustomerId("C-2"), rule, DateSpan.OfYear(2026)),
            VisitPolicy.StartingWith(s_january));
        Cultures.Each(() =>
        {
            Assert.Equal("1 every 2 periods, at most 60 days apart, 0:00:45:00 each", rule.ToString());
            Assert.Equal(
                "from 2026-M01; class A: 2 a period; customer C-1: 2026-01-01/2026-12-31: 0 a period",
                VisitPolicy.StartingWith(s_january).With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(2)))
                    .With(new CustomerId("C-1"), VisitRule.Of(CallFrequency.None), DateSpan.OfYear(2026)).ToString());
            Assert.Equal("from 2026-M01; part periods nothing", VisitPolicy.StartingWith(s_january)
                .WithPartPeriods(PartPeriod.Nothing).ToString());
        });
    }

    private static Arbitrary<(int Calls, int Periods, int Turn, int Start)> Cases =>
        (from calls in Gen.Choose(0, 9)
         from periods in Gen.Choose(1, 8)
         from turn in Gen.Choose(0, 9)
         from start in Gen.Choose(-20, 40)
         select (calls, periods, turn, start)).ToArbitrary();

    private static CustomerToVisit Customer(string customer, string customerClass) =>
        new(new CustomerId(customer), new CustomerClassId(customerClass), default);
}
