using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.OrderSample;

namespace SalesDomain.Tests.Quotas;

public sealed class ValidNewCustomers
{
    private static readonly NewCustomerRule s_rule = NewCustomerRule.Of(
        3, Measure.Revenue.Of(Cny(50_000m)), withinDays: 90, absenceMonths: 24);
    private static readonly LocalDate s_first = new(2026, 1, 10);
    private static readonly DateSpan s_known = DateSpan.Until(new LocalDate(2026, 12, 31));

    [Fact]
    public void Practice_7_4_three_orders_and_the_floor_within_ninety_days_make_a_valid_new_customer()
    {
        var outcome = Judged([
            Line("D", "1", s_first, 20_000m), Line("D", "2", s_first.PlusDays(40), 20_000m),
            Line("D", "3", s_first.PlusDays(90), 10_000m)]);

        Assert.Equal(NewCustomerStatus.Valid, outcome.Status);
        Assert.Equal("2026-01-10/2026-04-10", outcome.Window.ToString());
        Assert.Equal((3, Measure.Revenue.Of(Cny(50_000m))), (outcome.Orders, outcome.Amount));
        Assert.Equal(new LocalDate(2026, 4, 10), outcome.BecameValidOn);
        Assert.Equal(s_first, outcome.CountsOn);
        Assert.Equal(new LocalDate(2026, 2, 19), outcome.SecondOrder);
        Assert.Empty(outcome.Reasons);
    }

    [Theory]
    [InlineData(89, NewCustomerStatus.Valid)]
    [InlineData(90, NewCustomerStatus.Valid)]
    [InlineData(91, NewCustomerStatus.NotValid)]
    public void The_ninetieth_day_after_the_first_order_is_in_and_the_next_is_not(int day, NewCustomerStatus expected) =>
        Assert.Equal(
            expected, Judged([Line("D", "1", s_first, 50_000m), Line("D", "2", s_first, 1m), Line("D", "3", s_first.PlusDays(day), 1m)])
                .Status);

    [Theory]
    [InlineData("2024-01-09", NewCustomerStatus.Valid)]
    [InlineData("2024-01-10", NewCustomerStatus.NotValid)]
    [InlineData("2024-01-11", NewCustomerStatus.NotValid)]
    [InlineData("2025-12-31", NewCustomerStatus.NotValid)]
    public void An_order_within_twenty_four_months_before_is_against_it_and_one_a_day_earlier_is_not(
        string before, NewCustomerStatus expected)
    {
        var outcome = Judged([.. Enough(), Line("D", "0", NodaTime.Text.LocalDatePattern.Iso.Parse(before).Value, 1m)]);

        Assert.Equal(expected, outcome.Status);
        Assert.Equal(before, outcome.LastOrderBefore!.Value.ToString("uuuu-MM-dd", null));
        if (expected == NewCustomerStatus.NotValid)
            Assert.Equal(
                "new-customer.bought-before (last order " + before + ", absent from 2024-01-10)", Assert.Single(outcome.Reasons)
                    .ToString());
    }

    [Theory]
    [InlineData("49999.99", NewCustomerStatus.NotValid)]
    [InlineData("50000.00", NewCustomerStatus.Valid)]
    [InlineData("50000.01", NewCustomerStatus.Valid)]
    public void The_floor_itself_is_enough(string amount, NewCustomerStatus expected)
    {
        var total = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        var outcome = Judged([Line("D", "1", s_first, total - 2m), Line("D", "2", s_first, 1m), Line("D", "3", s_first.PlusDays(5), 1m)]);

        Assert.Equal(expected, outcome.Status);
        if (expected == NewCustomerStatus.NotValid)
            Assert.Equal(
                "new-customer.below-floor (amount CNY 49999.99, floor CNY 50000.00, missing CNY 0.01, until 2026-04-10)",
                Assert.Single(outcome.Reasons).ToString());
    }

    [Fact]
    public void As_long_as_the_days_run_an_account_is_pending_and_knows_what_is_missing_until_when()
    {
        SalesLine[] lines = [Line("D", "1", s_first, 20_000m), Line("D", "2", s_first.PlusDays(3), 15_000m)];

        var pending = Judged(lines, DateSpan.Until(new LocalDate(2026, 4, 9)));
        Assert.Equal(NewCustomerStatus.Pending, pending.Status);
        Assert.Null(pending.CountsOn);
        Assert.Equal(
            [
                "new-customer.too-few-orders (orders 2, required 3, missing 1, until 2026-04-10)",
                "new-customer.below-floor (amount CNY 35000.00, floor CNY 50000.00, missing CNY 15000.00, until 2026-04-10)",
            ],
            pending.Reasons.Select(reason => reason.ToString()));

        // On the last day itself all is known.
        Assert.Equal(NewCustomerStatus.NotValid, Judged(lines, DateSpan.Until(new LocalDate(2026, 4, 10))).Status);
    }

    [Fact]
    public void A_history_that_begins_too_late_shows_nothing()
    {
        var unknown = Judged(Enough(), new DateSpan(new LocalDate(2024, 1, 11), new LocalDate(2026, 12, 31)));
        Assert.Equal(NewCustomerStatus.Unknown, unknown.Status);
        Assert.Equal(
            "new-customer.history-too-short (known from 2024-01-11, needed from 2024-01-10)", Assert.Single(unknown.Reasons).ToString());

        Assert.Equal(
            NewCustomerStatus.Valid, Judged(Enough(), new DateSpan(new LocalDate(2024, 1, 10), new LocalDate(2026, 12, 31))).Status);

        // What is known is enough to see that it bought before.
        Assert.Equal(
            NewCustomerStatus.NotValid,
            Judged(
                [.. Enough(), Line("D", "0", new LocalDate(2025, 6, 1), 1m)],
                new DateSpan(new LocalDate(2025, 1, 1), new LocalDate(2026, 12, 31))).Status);
    }

    [Fact]
    public void A_renamed_or_relocated_account_is_no_new_customer_and_its_orders_are_those_of_the_old_one()
    {
        var lines = Enough().Append(Line("OLD", "0", new LocalDate(2025, 6, 1), 1m)).ToArray();

        var renamed = s_rule.Evaluate(Planned, s_known, lines, (new CustomerId("D"), new CustomerId("OLD")));

        Assert.Equal([
            "D: NotValid; new-customer.continues-account (account OLD)",
            "OLD: NotValid; new-customer.bought-before (last order 2025-06-01, absent from 2024-01-10)"],
            renamed.Outcomes.Select(outcome => outcome.ToString()));
        Assert.Equal((0, 1), (renamed.Count, renamed.Buyers));
        Assert.Equal(1, s_rule.Evaluate(Planned, s_known, lines).Count);
        Assert.Equal(1, s_rule.Evaluate(Planned, s_known, lines, (new CustomerId("D"), new CustomerId("D"))).Count);

        // A new account that is renamed meanwhile is one new customer, with the orders under both names.
        var moved = s_rule.Evaluate(
            Planned, s_known,
            [Line("D", "1", s_first, 30_000m), Line("E", "2", s_first.PlusDays(9), 10_000m),
            Line("F", "3", s_first.PlusDays(10), 10_000m)], (new CustomerId("F"), new CustomerId("E")),
            (new CustomerId("E"), new CustomerId("D")));
        Assert.Equal((1, 1), (moved.Count, moved.Buyers));
        Assert.Equal(
            [NewCustomerStatus.Valid, NewCustomerStatus.NotValid, NewCustomerStatus.NotValid],
            moved.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal([null, "D", "E"], moved.Outcomes.Select(outcome => outcome.Continues?.Code));
        Assert.All(moved.Outcomes, outcome => Assert.Empty(outcome.Explain().Verify()));
    }

    [Fact]
    public void An_order_that_came_back_whole_counts_for_nothing_and_one_that_came_back_in_part_for_the_rest()
    {
        var cancelled = Judged([.. Enough(), Line("D", "9", s_first.PlusDays(200), -1m, "3")]);
        Assert.Equal(NewCustomerStatus.NotValid, cancelled.Status);
        Assert.Equal((2, Measure.Revenue.Of(Cny(59_999m))), (cancelled.Orders, cancelled.Amount));

        var lessened = Judged([.. Enough(), Line("D", "9", s_first.PlusDays(200), -9_999m, "1")]);
        Assert.Equal((NewCustomerStatus.Valid, 3, Measure.Revenue.Of(Cny(50_001m))), (lessened.Status, lessened.Orders, lessened.Amount));

        // An earlier order that came back whole was no purchase either.
        Assert.Equal(
            NewCustomerStatus.Valid,
            Judged([.. Enough(), Line("D", "0", new LocalDate(2025, 6, 1), 7m), Line("D", "8", new LocalDate(2025, 7, 1), -7m, "0")])
                .Status);

        // As known before the goods came back, it was valid.
        Assert.Equal(
            NewCustomerStatus.Valid,
            Judged([.. Enough(), Line("D", "9", s_first.PlusDays(200), -1m, "3")], DateSpan.Until(s_first.PlusDays(199))).Status);
    }

    [Fact]
    public void What_is_enough_and_taken_back_counts_from_the_day_on_which_it_stays_enough()
    {
        SalesLine[] lines =
        [
            Line("D", "1", s_first, 50_000m), Line("D", "2", s_first, 1m), Line("D", "3", s_first.PlusDays(10), 1m),
            Line("D", "R", s_first.PlusDays(20), -5_000m),
            Line("D", "4", s_first.PlusDays(30), 5_000m),
        ];

        Assert.Equal(s_first.PlusDays(30), Judged(lines).BecameValidOn);

        // Of one day only the end counts.
        lines[4] = Line("D", "4", s_first.PlusDays(20), 5_000m);
        Assert.Equal(s_first.PlusDays(10), Judged(lines).BecameValidOn);
        Assert.Equal(s_first.PlusDays(10), Judged([.. lines.Reverse()]).BecameValidOn);
    }

    [Fact]
    public void It_counts_on_the_first_order_or_on_the_proof_as_declared()
    {
        var first = new LocalDate(2025, 11, 20);
        SalesLine[] lines = [Line("D", "1", first, 50_000m), Line("D", "2", first, 1m), Line("D", "3", new LocalDate(2026, 1, 20), 1m)];
        var onProof = s_rule.WithCountedOn(NewCustomerDate.BecameValid);

        Assert.Equal(1, s_rule.Evaluate(DateSpan.OfYear(2025), s_known, lines).Count);
        Assert.Equal(0, s_rule.Evaluate(DateSpan.OfYear(2026), s_known, lines).Count);
        Assert.Equal(0, onProof.Evaluate(DateSpan.OfYear(2025), s_known, lines).Count);
        Assert.Equal(1, onProof.Evaluate(DateSpan.OfYear(2026), s_known, lines).Count);
        Assert.Equal(new LocalDate(2026, 1, 20), onProof.Evaluate(DateSpan.OfYear(2026), s_known, lines).Outcomes[0].CountsOn);
    }

    [Fact]
    public void Stage_scope_and_measure_are_declared()
    {
        var invoices = Enough().Select(line => { var copy = line.ToBuilder(); copy.Stage = Stage.Invoiced; return copy.Build(); })
            .ToArray();
        Assert.Empty(s_rule.Evaluate(Planned, s_known, invoices).Outcomes);
        Assert.Equal(1, s_rule.WithStage(Stage.Invoiced).Evaluate(Planned, s_known, invoices).Count);
        Assert.Empty(s_rule.WithScope(Scope.Everything.Except(new ProductId("P"))).Evaluate(Planned, s_known, Enough()).Outcomes);

        var pieces = NewCustomerRule.Of(1, Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(3)), 90, 24);
        Assert.Equal(1, pieces.Evaluate(Planned, s_known, Enough()).Count);
        Assert.Equal(
            "1 orders and units, in PCE: 3 PCE within 90 days, none for 24 months before; Ordered, everything, counted on FirstOrder",
            pieces.ToString());
        TestHelper.TestEqualsClass(
            s_rule, NewCustomerRule.Of(3, Measure.Revenue.Of(Cny(50_000m)), 90, 24), pieces, s_rule.WithStage(Stage.Collected),
            s_rule.WithCountedOn(NewCustomerDate.BecameValid),
            s_rule.WithScope(Scope.Everything.Only(new ProductId("P"))));
    }

    [Fact]
    public void The_rates_name_what_they_divide_by()
    {
        var count = s_rule.Evaluate(Planned, s_known, [
                .. Enough(), Line("B", "11", s_first, 1m), Line("B", "12", s_first.PlusDays(90), 1m), Line("C", "21", s_first, 1m),
                Line("C", "22", s_first.PlusDays(91), 1m),
                Line("O", "31", s_first, 1m), Line("O", "30", new LocalDate(2025, 12, 31), 1m),
                Line("N", "41", new LocalDate(2026, 12, 30), 1m),
            ]);

        // D is valid; D and B came back in time, C did not; O bought before, and the days of N still run.
        Assert.Equal((1, 5, 3, 2), (count.Count, count.Buyers, count.FirstTimeBuyers, count.Retained));
        Assert.Equal((Percent(20m), Percentage.FromFraction(2m / 3m)), (count.Rate, count.Retention));
        Assert.Equal("new customers, count: 1", count.Counted.ToString());
        Assert.True(count.Explain().IsVerified);
        Assert.True(count.ExplainRetention().IsVerified);

        var none = s_rule.Evaluate(Planned, s_known, []);
        Assert.Equal(((Percentage?)null, (Percentage?)null), (none.Rate, none.Retention));
        Assert.True(none.Explain().IsVerified);
    }

    [Fact]
    public void An_outcome_shows_every_day_and_figure_that_was_compared() =>
        Assert.Equal(
            """
            status: pending  [select]
              continues another account: no  [fact]
              then: not valid  [by the rule]
              bought in the months before: no  [fact]
              then: not valid  [by the rule]
              too late: no  [select]
                enough: no  [select]
                  too few orders: yes  [compare <]
                    orders in the window: 1  [sum of 1 facts]
                    orders required: 3  [by the rule]
                  then: no  [by the rule]
                  below the floor: yes  [compare <]
                    amount in the window: CNY 7.00  [sum of 1 facts]
                    floor: CNY 50000.00  [by the rule]
                  then: no  [by the rule]
                  else: yes  [by the rule]
                then: no  [by the rule]
                window is over: no  [compare >=]
                  known up to: 2026-02-01  [fact]
                  end of the window: 2026-04-10  [sum]
                    first order: 2026-01-10  [fact]
                    days: 90  [by the rule]
                then: yes  [by the rule]
                else: no  [by the rule]
              then: not valid  [by the rule]
              history is too short: no  [fact]
              then: unknown  [by the rule]
              enough: no  [select]
                too few orders: yes  [compare <]
                  orders in the window: 1  [sum of 1 facts]
                  orders required: 3  [by the rule]
                then: no  [by the rule]
                below the floor: yes  [compare <]
                  amount in the window: CNY 7.00  [sum of 1 facts]
                  floor: CNY 50000.00  [by the rule]
                then: no  [by the rule]
                else: yes  [by the rule]
              then: valid  [by the rule]
              else: pending  [by the rule]

            """.Replace("\r\n", "\n"),
            Judged([Line("D", "1", s_first, 7m)], DateSpan.Until(new LocalDate(2026, 2, 1))).Explain().ToString());

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        static void Refused<TException>(string parameter, Func<object> act)
            where TException : ArgumentException =>
            Assert.Equal(parameter, Assert.Throws<TException>(act).ParamName);
        var a = new CustomerId("A");
        var b = new CustomerId("B");

        Refused<ArgumentOutOfRangeException>("orders", () => NewCustomerRule.Of(0, Measure.Revenue.Of(Cny(0m)), 90, 24));
        Refused<ArgumentException>("floor", () => NewCustomerRule.Of(1, Measure.Count("visits").Of(1m), 90, 24));
        Refused<ArgumentException>("floor", () => NewCustomerRule.Of(1, default, 90, 24));
        Refused<ArgumentOutOfRangeException>("floor", () => NewCustomerRule.Of(1, Measure.Revenue.Of(Cny(-0.01m)), 90, 24));
        Refused<ArgumentOutOfRangeException>("withinDays", () => NewCustomerRule.Of(1, Measure.Revenue.Of(Cny(0m)), -1, 24));
        Refused<ArgumentOutOfRangeException>("absenceMonths", () => NewCustomerRule.Of(1, Measure.Revenue.Of(Cny(0m)), 90, 0));
        Refused<ArgumentException>("period", () => s_rule.Evaluate(DateSpan.Always, s_known, []));
        Refused<ArgumentException>("known", () => s_rule.Evaluate(Planned, DateSpan.From(s_first), []));
        Refused<ArgumentException>("continued", () => s_rule.Evaluate(Planned, s_known, [], (a, b), (b, a)));
        Refused<ArgumentException>("continued", () => s_rule.Evaluate(Planned, s_known, [], (a, b), (a, new CustomerId("C"))));
        Refused<ArgumentException>("continued", () => s_rule.Evaluate(Planned, s_known, [], (a, default)));
        Refused<CurrencyMismatchException>(
            "lines", () => NewCustomerRule.Of(1, Measure.Revenue.Of(Usd(1m)), 90, 24).Evaluate(Planned, s_known, Enough()));
        Refused<UnitMismatchException>(
            "lines", () =>
                NewCustomerRule.Of(1, Measure.Units(UnitOfMeasure.Case).Of(new Quantity(1, UnitOfMeasure.Case)), 90, 24)
                    .Evaluate(Planned, s_known, Enough()));
        Refused<ArgumentException>(
            "lines", () => s_rule.WithScope(Scope.Everything.Only(new CustomerClassId("A"))).Evaluate(Planned, s_known, Enough()));
    }

    [Property(Arbitrary = [typeof(OrderSample)], MaxTest = 500)]
    public void The_outcomes_are_those_of_a_plain_reading_of_the_rule(OrderSample sample)
    {
        var count = sample.Rule.Evaluate(Planned, sample.Known, sample.Lines, sample.Continued);

        Assert.Equal(
            PlainReading.Of(sample).Select(plain => plain.ToString()),
            count.Outcomes.Where(outcome => outcome.Continues is null)
                .Select(
                    outcome =>
                        new PlainReading(outcome.Customer.Code, outcome.Status, outcome.FirstOrder, outcome.BecameValidOn, outcome.Orders,
                        outcome.Amount.Money.Amount).ToString()));
        Assert.Equal(count.Outcomes.Count(outcome => outcome.CountsOn is { } day && Planned.Contains(day)), count.Count);
    }

    [Property(Arbitrary = [typeof(OrderSample)])]
    public void Every_outcome_explains_itself_and_tells_what_is_missing(OrderSample sample) =>
        Assert.All(sample.Rule.Evaluate(Planned, sample.Known, sample.Lines, sample.Continued).Outcomes, outcome =>
        {
            Assert.Empty(outcome.Explain().Verify());
            Assert.Equal(outcome.Status == NewCustomerStatus.Valid, outcome.Reasons.Count == 0);
        });

    [Property(Arbitrary = [typeof(OrderSample)])]
    public void A_figure_that_is_changed_is_named(OrderSample sample, PositiveInt choice)
    {
        var count = sample.Rule.Evaluate(Planned, sample.Known, sample.Lines, sample.Continued);

        Assert.All(count.Outcomes, outcome => Tampering.IsNamed(outcome.Explain(), choice.Get));
        Tampering.IsNamed(count.Explain(), choice.Get);
        Tampering.IsNamed(count.ExplainRetention(), choice.Get);
    }

    [Property(Arbitrary = [typeof(OrderSample)])]
    public void The_order_of_the_lines_does_not_matter(OrderSample sample)
    {
        var count = sample.Rule.Evaluate(Planned, sample.Known, sample.Lines, sample.Continued);
        var reversed = sample.Rule.Evaluate(Planned, sample.Known, [.. sample.Lines.Reverse()], sample.Continued);

        Assert.Equal(count.Outcomes.Select(outcome => outcome.ToString()), reversed.Outcomes.Select(outcome => outcome.ToString()));
        Assert.Equal(count.Outcomes.Select(outcome => outcome.CountsOn), reversed.Outcomes.Select(outcome => outcome.CountsOn));
    }

    [Property(Arbitrary = [typeof(OrderSample)])]
    public void A_sale_and_its_full_return_leave_everything_as_it_was(OrderSample sample)
    {
        var with = sample.Rule.Evaluate(
            Planned, sample.Known,
            [Line("A", "X", new LocalDate(2026, 2, 11), 9m), .. sample.Lines, Line("A", "Y", new LocalDate(2026, 2, 12), -9m, "X")],
            sample.Continued);

        Assert.Equal(
            sample.Rule.Evaluate(Planned, sample.Known, sample.Lines, sample.Continued).Outcomes.Select(outcome => outcome.ToString()),
            with.Outcomes.Select(outcome => outcome.ToString()));
    }

    private static SalesLine[] Enough() =>
        [Line("D", "1", s_first, 59_998m), Line("D", "2", s_first.PlusDays(1), 1m), Line("D", "3", s_first.PlusDays(2), 1m)];

    private static NewCustomerOutcome Judged(SalesLine[] lines, DateSpan? known = null) =>
        Assert.Single(s_rule.Evaluate(Planned, known ?? s_known, lines).Outcomes);

    /// <summary>The rule read sentence by sentence, with a pass over all lines for each question.</summary>
    private sealed record PlainReading(
        string Customer, NewCustomerStatus Status, LocalDate First, LocalDate? ValidOn, int Orders, decimal Amount)
    {
        internal static IEnumerable<PlainReading> Of(OrderSample sample)
        {
            var lines = sample.Lines.Where(line => sample.Known.Contains(line.Date)).ToArray();
            string Account(SalesLine line) => sample.Continued.Length > 0 && line.Customer.Code == "C" ? "A" : line.Customer.Code;
            return lines.Select(Account).Distinct().OrderBy(code => code, StringComparer.Ordinal)
                .Select(code => OfAccount(code, [.. lines.Where(line => Account(line) == code)], sample))
                    .Where(outcome => outcome is not null)!;
        }

        private static PlainReading? OfAccount(string code, SalesLine[] lines, OrderSample sample)
        {
            string Document(SalesLine line) => line.Original?.Document.Code ?? line.Id.Document.Code;
            var documents = lines.Where(line => line.Original is null)
                .Select(line =>
                    (line.Date, Net: lines.Where(each => Document(each) == line.Id.Document.Code).Sum(each => each.NetAmount.Amount)))
                        .ToArray();
            var days = documents.Where(document => document.Net > 0m).Select(document => document.Date).Distinct().OrderBy(day => day)
                .ToArray();
            bool IsAbsentBefore(LocalDate day) => !days.Any(each => each < day && each >= day.PlusMonths(-2));

            var candidates = sample.Rule.CountedOn == NewCustomerDate.FirstOrder ? []
                : days.Where(day => day <= Planned.End && day.PlusDays(10) >= Planned.Start && IsAbsentBefore(day)).ToArray();
            var firsts = candidates.Concat(days.Where(day => Planned.Contains(day))).ToArray();
            if (firsts.Length == 0)
                return null;

            var first = firsts[0];
            (int Orders, decimal Amount) ToDate(LocalDate last)
            {
                var within = documents.Where(
                    document => document.Date >= first && document.Date <= last && document.Date <= first.PlusDays(10)).ToArray();
                return (within.Count(document => document.Net > 0m), within.Sum(document => document.Net));
            }

            bool IsEnough(LocalDate last) =>
                ToDate(last).Orders >= sample.Rule.MinimumOrders && ToDate(last).Amount >= sample.Rule.Floor.Money.Amount;
            var end = LocalDate.Min(first.PlusDays(10), sample.Known.End!.Value);
            var validOn = Enumerable.Range(0, 11).Select(first.PlusDays)
                .Where(day => day <= end && Enumerable.Range(0, 11).Select(day.PlusDays).Where(later => later <= end).All(IsEnough))
                    .ToArray();
            var status = !IsAbsentBefore(first) || (!IsEnough(end) && sample.Known.End >= first.PlusDays(10)) ? NewCustomerStatus.NotValid
                : sample.Known.Start > first.PlusMonths(-2) ? NewCustomerStatus.Unknown
                : IsEnough(end) ? NewCustomerStatus.Valid : NewCustomerStatus.Pending;
            return new PlainReading(
                code, status, first, status == NewCustomerStatus.Valid ? validOn[0] : null, ToDate(end).Orders, ToDate(end).Amount);
        }
    }
}
