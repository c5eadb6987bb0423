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

/// <summary>The usual terms of equipment (3-6-1): with the order, after delivery, after acceptance.</summary>
public sealed class InstalmentsFromDifferentDays
{
    private static readonly LocalDate s_ordered = new(2026, 1, 15);
    private static readonly LocalDate s_delivered = new(2026, 4, 2);
    private static readonly PaymentTerms s_terms =
        PaymentTerms.Parse("30%/0 from order 60%/30 2/10 from delivery 10%/EOM+30 from acceptance");

    [Fact]
    public void Each_instalment_counts_from_its_own_day_and_one_without_is_not_due_yet()
    {
        var schedule = s_terms.Schedule(
            Cny(100_000m), (TermsBaseline.Order, s_ordered), (TermsBaseline.Delivery, s_delivered), (TermsBaseline.Invoice, s_delivered));

        Assert.Equal(
            "CNY 30000.00 due 2026-01-15; CNY 60000.00 due 2026-05-02; CNY 10000.00 not due yet, counted from acceptance",
            schedule.ToString());
        Assert.Equal([s_ordered, s_delivered, null], schedule.Instalments.Select(each => each.Baseline));
        Assert.Equal([new LocalDate(2026, 4, 12)], schedule.Instalments[1].DiscountDays);
        Assert.Equal(
            "terms.not-due-yet (counted from acceptance, amount CNY 10000.00)",
            Assert.Single(schedule.Instalments[2].Reasons).ToString());
        Assert.Empty(schedule.Instalments[1].Reasons);
        Assert.Null(schedule.DueDate);
        Assert.Equal((Cny(10_000m), Cny(90_000m)), (schedule.Undated, schedule.DueBy(new LocalDate(2099, 1, 1))));
        Assert.Equal(Figure.Absent, schedule.Instalments[2].ExplainDueDate().Value);
        Assert.True(schedule.Instalments[2].ExplainDueDate().IsVerified);
        Assert.True(schedule.Explain().IsVerified);
        Assert.Equal((Figure)Cny(100_000m), schedule.Explain().Value);
    }

    [Fact]
    public void With_all_dates_there_is_a_last_day_and_with_none_nothing_is_due()
    {
        var all = s_terms.Schedule(
            Cny(100_000m), (TermsBaseline.Acceptance, new LocalDate(2026, 5, 20)), (TermsBaseline.Order, s_ordered),
            (TermsBaseline.Delivery, s_delivered));
        var none = s_terms.Schedule(Cny(100_000m));

        Assert.Equal(new LocalDate(2026, 6, 30), all.DueDate);
        Assert.Equal(
            [Cny(0m), Cny(30_000m), Cny(30_000m), Cny(90_000m), Cny(100_000m)],
            new[] { s_ordered.PlusDays(-1), s_ordered, s_delivered.PlusDays(29), s_delivered.PlusDays(30), all.DueDate!.Value }
                .Select(all.DueBy));
        Assert.True(all.Undated.IsZero);
        Assert.Equal(Cny(100_000m), none.Undated);
        Assert.Equal(
            "CNY 1.00 not due yet, counted from delivery", PaymentTerms.Parse("30 from delivery").Schedule(Cny(1m)).ToString());
    }

    [Fact]
    public void A_holiday_moves_the_days_of_all_instalments()
    {
        var moved = s_terms.WithConvention(BusinessDayConvention.Following);
        var schedule = moved.Schedule(
            Cny(100_000m), WorkCalendar.MondayToFriday, (TermsBaseline.Order, s_ordered), (TermsBaseline.Delivery, s_delivered));

        Assert.Equal(new LocalDate(2026, 5, 4), schedule.Instalments[1].DueDate);
        Assert.Equal([new LocalDate(2026, 4, 13)], schedule.Instalments[1].DiscountDays);
        Assert.Throws<InvalidOperationException>(() => moved.Schedule(Cny(1m), (TermsBaseline.Order, s_ordered)));
        Assert.All(moved.Instalments, each => Assert.Equal(BusinessDayConvention.Following, each.Terms.Convention));
        Assert.Equal(s_terms, moved.WithConvention(BusinessDayConvention.Unadjusted));
    }

    [Fact]
    public void One_day_for_all_is_refused_where_they_count_from_different_ones()
    {
        Assert.Null(s_terms.Baseline);
        Assert.Throws<InvalidOperationException>(() => s_terms.DueDate(s_ordered));
        Assert.Throws<InvalidOperationException>(() => s_terms.DueDate(s_ordered, WorkCalendar.MondayToFriday));
        Assert.Throws<InvalidOperationException>(() => s_terms.Schedule(Cny(1m), s_ordered));
        var fromOne = s_terms.WithBaseline(TermsBaseline.Delivery);
        Assert.Equal("30%/0 60%/30 2/10 10%/EOM+30 from delivery", fromOne.ToString());
        Assert.Equal(TermsBaseline.Delivery, fromOne.Baseline);
        Assert.Equal(new LocalDate(2026, 5, 30), fromOne.DueDate(s_delivered));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var whole = PaymentTerms.Net(30);

        Assert.Throws<ArgumentException>("dates", () => s_terms.Schedule(
            Cny(1m), (TermsBaseline.Order, s_ordered), (TermsBaseline.Order, s_ordered)));
        Assert.Throws<ArgumentOutOfRangeException>("dates", () => s_terms.Schedule(Cny(1m), ((TermsBaseline)6, s_ordered)));
        Assert.Throws<ArgumentException>(
            "dates", () => s_terms.Schedule(Cny(1m), (TermsBaseline.Order, s_ordered.WithCalendar(CalendarSystem.Julian))));
        Assert.Throws<ArgumentOutOfRangeException>(
            "dates", () => s_terms.Schedule(Cny(1m), (TermsBaseline.Order, new LocalDate(9901, 1, 1))));
        Assert.Throws<ArgumentException>(
            "instalments", () => PaymentTerms.InInstalments((Percent(50), whole), (Percent(50), s_terms)));
        Assert.Throws<ArgumentException>(
            "instalments",
            () => PaymentTerms.InInstalments(
                (Percent(50), whole), (Percent(50), whole.WithConvention(BusinessDayConvention.Following))));
        Assert.Throws<ArgumentException>("instalments", () => PaymentTerms.InInstalments((Percent(50), whole), (Percent(49), whole)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "instalments", () => PaymentTerms.InInstalments((Percent(100), whole), (Percent(0), whole)));
        Assert.Equal(whole, PaymentTerms.InInstalments((Percent(100), whole)));
        Assert.Equal("60%/30 2/10 from delivery", s_terms.Instalments[1].ToString());
        Assert.Equal(DueRule.Days(30), s_terms.Instalments[1].Due);
    }

    [Property]
    public Property Instalments_sum_to_the_invoice_with_a_day_and_without() =>
        Prop.ForAll(
            TermsSample.MixedInstalments, Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), Gen.Choose(0, 63).ToArbitrary(),
            (terms, cents, known) =>
            {
                var amount = Cny(cents / 100m);
                var schedule = terms.Schedule(
                    amount,
                    [
                        .. Enumerable.Range(0, 6).Where(day => (known & (1 << day)) != 0)
                            .Select(day => ((TermsBaseline)day, s_ordered.PlusDays(day))),
                    ]);
                var end = new LocalDate(9999, 1, 1);
                return schedule.DueBy(end) + schedule.Undated == amount && schedule.Explain().IsVerified
                    && schedule.Explain().Value == amount && (schedule.DueDate is null) == schedule.Instalments.Any(Unknown)
                    && schedule.Instalments.All(each =>
                        Unknown(each) == (each.Baseline is null) && Unknown(each) == (each.Reasons.Count == 1)
                        && each.ExplainDueDate().IsVerified && each.ExplainDueDate().Value == Figure.OrAbsent(each.DueDate)
                        && each.DiscountDays.Count == (Unknown(each) ? 0 : each.Instalment.Terms.Discounts.Count));

                bool Unknown(ScheduledInstalment each) => (known & (1 << (int)each.Instalment.Terms.Baseline!.Value)) == 0;
            });
}
