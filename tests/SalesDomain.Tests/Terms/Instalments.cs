using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class Instalments
{
    private static readonly LocalDate s_invoiced = new(2026, 1, 15);

    [Fact]
    public void Parts_sum_to_the_invoice_to_the_cent()
    {
        var terms = PaymentTerms.InInstalments(
            (Percent(33.33m), DueRule.Days(0)), (Percent(33.33m), DueRule.Days(30)), (Percent(33.34m), DueRule.Parse("EOM+30")));

        var schedule = terms.Schedule(Cny(100.01m), s_invoiced);

        Assert.Equal("CNY 33.33 due 2026-01-15; CNY 33.33 due 2026-02-14; CNY 33.35 due 2026-03-02", schedule.ToString());
        Assert.Equal(new LocalDate(2026, 3, 2), schedule.DueDate);
        Assert.Equal(schedule.DueDate, terms.DueDate(s_invoiced));
        Assert.Equal([1, 2, 3], schedule.Instalments.Select(each => each.Number));
        Assert.Equal(terms.Instalments, schedule.Instalments.Select(each => each.Instalment));
        Assert.Equal(
            [Cny(0m), Cny(33.33m), Cny(33.33m), Cny(66.66m), Cny(100.01m)],
            new[] { s_invoiced.PlusDays(-1), s_invoiced, s_invoiced.PlusDays(29), s_invoiced.PlusDays(30), schedule.DueDate!.Value }
                .Select(schedule.DueBy));
        Assert.True(schedule.Explain().IsVerified);
    }

    [Fact]
    public void The_way_to_a_day_is_explained_step_by_step()
    {
        var schedule = PaymentTerms.Parse("n/EOM+30 following").Schedule(Cny(100m), s_invoiced, WorkCalendar.MondayToFriday);

        var explanation = schedule.Instalments[0].ExplainDueDate();

        Assert.True(explanation.IsVerified);
        Assert.Equal((Figure)new LocalDate(2026, 3, 2), explanation.Value);
        Assert.Contains("days, by 'EOM': 16", explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("days, by 'working day': 0", explanation.ToString(), StringComparison.Ordinal);
        Assert.Equal((Figure)Cny(100m), schedule.Explain().Value);
        Assert.Equal(["invoice"], schedule.Explain().Children.Select(child => child.Name));
        Assert.DoesNotContain(
            "working day", PaymentTerms.Parse("n/EOM+30").Schedule(Cny(100m), s_invoiced).Instalments[0].ExplainDueDate().ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_days_of_discounts_are_told()
    {
        var schedule = PaymentTerms.Parse("2/10 1/20 n/60").Schedule(Cny(100m), s_invoiced);

        Assert.Equal([new LocalDate(2026, 1, 25), new LocalDate(2026, 2, 4)], schedule.Instalments[0].DiscountDays);
        Assert.Equal(s_invoiced, schedule.Instalments[0].Baseline);
        Assert.Equal(Cny(100m), schedule.Amount);
    }

    [Fact]
    public void Shares_are_exactly_the_whole()
    {
        var rule = DueRule.EndOfMonth;

        Assert.Throws<ArgumentException>("instalments", () => PaymentTerms.InInstalments(Array.Empty<(Percentage, DueRule)>()));
        Assert.Throws<ArgumentException>(
            "instalments", () => PaymentTerms.InInstalments((Percent(33.33m), rule), (Percent(33.33m), rule), (Percent(33.33m), rule)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "instalments", () => PaymentTerms.InInstalments((Percent(100), rule), (Percent(0), rule)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "instalments", () => PaymentTerms.InInstalments((Percent(110), rule), (Percent(-10), rule)));
        Assert.Equal(PaymentTerms.Of(rule), PaymentTerms.InInstalments((Percent(100), rule)));
    }

    [Fact]
    public void Instalments_are_in_minor_units_and_one_amount_is_as_it_is()
    {
        Assert.Throws<ArgumentException>(
            "amount", () => PaymentTerms.Parse("50%/0 50%/30").Schedule(Cny(0.005m), s_invoiced));
        Assert.Throws<ArgumentException>(
            "amount", () => PaymentTerms.Parse("50%/0 50%/30").Schedule(new Money(1m, Currency.XXX), s_invoiced));
        Assert.Equal(Cny(0.005m), PaymentTerms.Net(1).Schedule(Cny(0.005m), s_invoiced).Instalments[0].Amount);
    }

    [Property]
    public Property Instalments_sum_to_the_invoice_and_are_proven() =>
        Prop.ForAll(TermsSample.Instalments, Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), (terms, cents) =>
        {
            var amount = Cny(cents / 100m);
            var schedule = terms.Schedule(amount, s_invoiced);
            return Money.Sum(Currency.CNY, schedule.Instalments.Select(each => each.Amount)) == amount
                && schedule.Explain().IsVerified && schedule.Explain().Value == amount
                && schedule.Instalments.All(each =>
                    each.Explain().IsVerified && each.Explain().Value == each.Amount && each.ExplainDueDate().IsVerified
                    && each.ExplainDueDate().Value == each.DueDate!.Value
                    && (each.Amount - (amount * each.Instalment.Share)).Abs() < Cny(0.01m));
        });
}
