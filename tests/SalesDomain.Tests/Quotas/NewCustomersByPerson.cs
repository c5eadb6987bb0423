using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.OrderSample;

namespace SalesDomain.Tests.Quotas;

public sealed class NewCustomersByPerson
{
    private static readonly LocalDate s_moved = new(2026, 3, 1);

    // A moves in mid-period, B is shared, C is nobody's from June on.
    private static readonly Assignments<CustomerId, string> s_accounts = Assignments.Of(
        Assignment.Of(new CustomerId("A"), "Lin", DateSpan.Until(s_moved.PlusDays(-1))),
        Assignment.Of(new CustomerId("A"), "Wu", DateSpan.From(s_moved)),
        Assignment.Of(new CustomerId("B"), "Lin", DateSpan.Always, Percentage.FromPercent(50)),
        Assignment.Of(new CustomerId("B"), "Wu", DateSpan.Always, Percentage.FromPercent(50)),
        Assignment.Of(new CustomerId("C"), "Wu", DateSpan.Until(new LocalDate(2026, 5, 31))));

    private static readonly Crediting<string> s_crediting = Crediting.ByCustomer.Through(s_accounts);

    private static readonly NewCustomerRule s_rule = NewCustomerRule.Of(
        2, Measure.Revenue.Of(Cny(100m)), withinDays: 90, absenceMonths: 2);

    [Theory]
    [InlineData("2026-02-28", NewCustomerDate.FirstOrder, "Lin")]
    [InlineData("2026-03-01", NewCustomerDate.FirstOrder, "Wu")]
    [InlineData("2026-02-27", NewCustomerDate.BecameValid, "Lin")]
    [InlineData("2026-02-28", NewCustomerDate.BecameValid, "Wu")]
    public void A_transfer_in_mid_period_leaves_a_new_customer_to_whoever_had_the_account_on_the_day_it_counts(
        string first, NewCustomerDate countedOn, string owner)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(first).Value;
        var count = s_rule.WithCountedOn(countedOn).Evaluate(
            Planned, DateSpan.Until(new LocalDate(2026, 12, 31)), [Line("A", "1", day, 60m), Line("A", "2", day.PlusDays(1), 60m)]);
        var actuals = count.CreditedBy(s_crediting);

        Assert.Equal([owner], actuals.Owners);
        Assert.Equal(NewCustomerRule.Measure.Of(1m), actuals.Of(owner).Value);
        Assert.Equal(["Wu"], count.CreditedBy(s_crediting.AsAssignedOn(new LocalDate(2026, 12, 31))).Owners);
    }

    [Fact]
    public void They_go_against_quotas_of_new_customers_and_who_shares_an_account_shares_it()
    {
        var (march, july) = (new LocalDate(2026, 3, 10), new LocalDate(2026, 7, 10));
        var count = s_rule.Evaluate(
            Planned, DateSpan.Until(new LocalDate(2026, 12, 31)),
            [.. new[] { ("A", march), ("B", march), ("C", july) }.SelectMany(each => new[]
            {
                Line(each.Item1, each.Item1 + "1", each.Item2, 60m), Line(each.Item1, each.Item1 + "2", each.Item2.PlusDays(1), 60m),
            })]);
        var actuals = count.CreditedBy(s_crediting);
        var table = actuals.Against(
            [("Lin", NewCustomerRule.Measure.Of(1m)), ("Wu", NewCustomerRule.Measure.Of(2m)), ("Bo", NewCustomerRule.Measure.Of(0m))]);

        Assert.Equal(
            [null, Percentage.FromPercent(50), Percentage.FromPercent(75)], table.Owners.Select(owner => table.Of(owner).Rate));
        Assert.Equal(NewCustomerRule.Measure.Of(1m), actuals.Unassigned.Value);
        Assert.Equal(count.Counted, actuals.Total.Value);
        foreach (var owner in table.Owners)
            Proof.Holds(Figure.OrAbsent(table.Of(owner).Rate), table.Of(owner).Explain());
    }

    [Property(MaxTest = 200)]
    public Property Every_new_customer_is_somebodys_or_nobodys_and_counts_once() =>
        Prop.ForAll(Samples(), sample =>
        {
            var count = sample.Rule.Evaluate(Planned, sample.Known, sample.Lines, sample.Continued);
            var actuals = count.CreditedBy(s_crediting);
            decimal Of(string owner) => count.Outcomes
                .Where(outcome => outcome.CountsOn is { } day && Planned.Contains(day))
                .Sum(outcome => s_accounts.HoldersOf(outcome.Customer, outcome.CountsOn!.Value)
                    .Where(held => held.Holder == owner).Sum(held => held.Share.Fraction));
            var unknown = count.Outcomes.Count(
                outcome => outcome.Status == NewCustomerStatus.Unknown && Planned.Contains(outcome.FirstOrder));
            return actuals.Total.Known == count.Counted && actuals.Total.UnknownCount == unknown
                && actuals.Total.Known == actuals.Of("Lin").Known + actuals.Of("Wu").Known + actuals.Unassigned.Known
                && actuals.Of("Lin").Known == NewCustomerRule.Measure.Of(Of("Lin"))
                && actuals.Of("Wu").Known == NewCustomerRule.Measure.Of(Of("Wu"));
        });

    [Fact]
    public void Of_an_account_whose_past_is_not_known_nobody_can_say_and_its_holder_has_no_attainment()
    {
        var count = s_rule.Evaluate(
            Planned, DateSpan.OfYear(2026),
            [Line("A", "1", new LocalDate(2026, 2, 10), 60m), Line("A", "2", new LocalDate(2026, 2, 11), 60m)]);
        var actuals = count.CreditedBy(s_crediting);

        Assert.Equal(NewCustomerStatus.Unknown, count.Outcomes[0].Status);
        Assert.Null(actuals.Of("Lin").Value);
        Assert.Equal(1, actuals.Of("Lin").UnknownCount);
        Assert.Equal(["actual.unknown-value (facts 1)"], actuals.Reasons.Select(reason => reason.ToString()));
        Assert.Null(actuals.Against([("Lin", NewCustomerRule.Measure.Of(1m))]).Of("Lin").Rate);
    }

    [Fact]
    public void Counts_by_two_rules_are_of_two_rules()
    {
        NewCustomerRule[] others =
        [
            s_rule.WithCountedOn(NewCustomerDate.BecameValid),
            NewCustomerRule.Of(3, Measure.Revenue.Of(Cny(100m)), withinDays: 90, absenceMonths: 2),
            NewCustomerRule.Of(2, Measure.Revenue.Of(Cny(50_000m)), withinDays: 90, absenceMonths: 2),
        ];
        Actuals<string> By(NewCustomerRule rule) =>
            rule.Evaluate(Planned, DateSpan.Until(new LocalDate(2026, 12, 31)), []).CreditedBy(s_crediting);

        Assert.Equal(By(s_rule).Rule, By(s_rule).Rule);
        Assert.All(others, other => Assert.NotEqual(By(s_rule).Rule, By(other).Rule));
        Assert.All(others, other => Assert.Throws<ArgumentException>(() => By(s_rule).Merge(By(other))));
        Assert.Contains(s_rule.ToString(), By(s_rule).Rule.ToString());
    }

    [Fact]
    public void Two_parts_are_merged_unless_an_account_is_in_both_and_the_two_views_are_restated()
    {
        NewCustomerCount Of(string account) => s_rule.Evaluate(
            Planned, DateSpan.Until(new LocalDate(2026, 12, 31)),
            [Line(account, "1", new LocalDate(2026, 2, 10), 60m), Line(account, "2", new LocalDate(2026, 2, 11), 60m)]);
        var (first, second) = (Of("A").CreditedBy(s_crediting), Of("C").CreditedBy(s_crediting));

        Assert.Equal(NewCustomerRule.Measure.Of(2m), first.Merge(second).Total.Value);
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => first.Merge(first)).ParamName);
        Assert.Equal(
            NewCustomerRule.Measure.Of(-1m),
            first.RestatedAs(Of("A").CreditedBy(s_crediting.AsAssignedOn(s_moved))).Of("Lin").Difference);
    }

    [Fact]
    public void What_does_not_begin_with_the_customer_is_refused_and_the_rule_reads_no_lines()
    {
        var count = s_rule.Evaluate(Planned, DateSpan.Until(new LocalDate(2026, 12, 31)), []);

        Assert.Equal("crediting", Assert.Throws<ArgumentException>(() => count.CreditedBy(Crediting.BySalesperson)).ParamName);
        Assert.Equal("crediting", Assert.Throws<ArgumentException>(() => count.CreditedBy(Crediting.ByShipTo)).ParamName);
        var rule = count.CreditedBy(Crediting.ByCustomer).Rule;
        Assert.Equal(NewCustomerRule.Measure, rule.Measure);
        Assert.Throws<InvalidOperationException>(() => rule.Evaluate(Planned, Crediting.ByCustomer, Array.Empty<SalesLine>()));
        Assert.Throws<InvalidOperationException>(() => SalesPlan.Of<CustomerId>(Planned).Against(rule, Crediting.ByCustomer, []));
    }
}
