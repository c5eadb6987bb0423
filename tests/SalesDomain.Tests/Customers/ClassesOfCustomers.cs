using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Customers;
using SalesDomain.Tests.Dates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Customers;

public sealed class ClassesOfCustomers
{
    private static readonly LocalDate s_review = new(2026, 7, 1);
    private static readonly LocalDate s_before = new(2026, 6, 30);

    private static readonly CustomerClasses s_classes = CustomerClasses.Of(
        (C("1"), Class("A"), DateSpan.OfYear(2026)), (C("2"), Class("B"), DateSpan.OfYear(2026)),
        (C("3"), Class("C"), DateSpan.Until(s_before)));

    [Fact]
    public void A_review_holds_from_its_day_on_and_the_others_stay_as_they_are()
    {
        var reviewed = s_classes.WithReview([(C("1"), Class("B")), (C("4"), Class("A"))], s_review);

        Assert.Equal(Class("A"), ClassOf(reviewed, "1", s_before));
        Assert.Equal(Class("B"), ClassOf(reviewed, "1", s_review));
        Assert.Equal(Class("B"), ClassOf(reviewed, "2", s_review));
        Assert.Equal("2026-01-01/2026-06-30: A, 2026-07-01/..: B", reviewed.HistoryOf(C("1")).ToString());
        Assert.Equal(
            ["1: A to B", "3: C to none", "4: none to A"], reviewed.ChangesBetween(s_before, s_review).Select(change => change.ToString()));
        Assert.Equal([C("1"), C("2")], reviewed.CustomersOf(Class("B"), s_review));
    }

    [Fact]
    public void A_customer_nobody_has_classed_is_in_no_class()
    {
        Assert.False(s_classes.TryClassOf(C("3"), s_review, out _));
        Assert.False(s_classes.TryClassOf(C("9"), s_review, out _));
        Assert.Equal([C("3"), C("9")], s_classes.UnclassedOn([C("1"), C("3"), C("9")], s_review));
        Assert.Empty(s_classes.HistoryOf(C("9")).Entries);
        Assert.Empty(s_classes.CustomersOf(Class("Z"), s_review));
    }

    [Fact]
    public void An_abc_analysis_gives_the_classes_of_its_customers()
    {
        var items = ParetoClasses.Abc.Classify([(C("1"), Cny(50m)), (C("2"), Cny(650m)), (C("3"), Cny(250m)), (C("4"), Cny(0m))]);

        var reviewed = s_classes.WithReview(items, s_review);

        Assert.Equal(
            [Class("B"), Class("A"), Class("A"), Class("C")],
            new[] { "1", "2", "3", "4" }.Select(code => ClassOf(reviewed, code, s_review)!.Value));
        Assert.Equal(Class("A"), ClassOf(reviewed, "1", s_before));
    }

    [Fact]
    public void Two_classes_on_one_day_are_refused_and_named()
    {
        var refused = Assert.Throws<ArgumentException>(
            "classes", () => s_classes.With((C("1"), Class("B"), DateSpan.From(new LocalDate(2026, 12, 31)))));

        Assert.Contains("1: A 2026-01-01/2026-12-31 and B 2026-12-31/..", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Class("B"), ClassOf(s_classes.With((C("1"), Class("B"), DateSpan.OfYear(2027))), "1", new LocalDate(2027, 1, 1)));
        Assert.Throws<ArgumentException>("classes", () => s_classes.WithReview([(C("1"), Class("B")), (C("1"), Class("A"))], s_review));
    }

    [Fact]
    public void A_review_does_not_wipe_out_a_later_class_and_may_be_run_again()
    {
        var reviewed = s_classes.WithReview([(C("1"), Class("B"))], s_review);

        var refused = Assert.Throws<ArgumentException>("from", () => reviewed.WithReview([(C("1"), Class("C"))], s_before));
        Assert.Contains("1 is B from 2026-07-01: 2026-06-30", refused.Message, StringComparison.Ordinal);
        Assert.Equal(reviewed, reviewed.WithReview([(C("1"), Class("B"))], s_review));
        Assert.Equal(Class("C"), ClassOf(reviewed.WithReview([(C("1"), Class("C"))], s_review), "1", s_review));
        Assert.Equal(Class("C"), ClassOf(reviewed.WithReview([(C("2"), Class("C"))], s_before), "2", s_before));
    }

    [Fact]
    public void A_class_is_put_over_another_or_taken_away_for_some_days()
    {
        var may = DateSpan.OfMonth(2026, 5);

        Assert.Equal(
            "2026-01-01/2026-04-30: A, 2026-05-01/2026-05-31: B, 2026-06-01/2026-12-31: A",
            s_classes.Override(C("1"), Class("B"), may).HistoryOf(C("1")).ToString());
        Assert.Equal([C("1")], CustomerClasses.Empty.Override(C("1"), Class("B"), may).Customers);
        Assert.Equal(
            "2026-01-01/2026-04-30: A, 2026-06-01/2026-12-31: A", s_classes.Without(C("1"), may).HistoryOf(C("1")).ToString());
        Assert.Equal(s_classes, s_classes.With((C("9"), Class("A"), may)).Without(C("9"), DateSpan.Always));
        Assert.Equal(s_classes, s_classes.Without(C("9"), may));
    }

    [Fact]
    public void Changes_are_from_an_earlier_day_to_a_later_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>("later", () => s_classes.ChangesBetween(s_review, s_before));
        Assert.Empty(s_classes.ChangesBetween(s_review, s_review));
    }

    [Fact]
    public void Default_identifiers_and_days_of_another_calendar_are_refused()
    {
        var julian = s_before.WithCalendar(CalendarSystem.Julian);

        Assert.Throws<ArgumentException>("classes", () => CustomerClasses.Of((default, Class("A"), DateSpan.Always)));
        Assert.Throws<ArgumentException>("classes", () => CustomerClasses.Of((C("1"), default, DateSpan.Always)));
        Assert.Throws<ArgumentException>("classes", () => s_classes.WithReview([(C("1"), default)], s_review));
        Assert.Throws<ArgumentException>("customer", () => s_classes.TryClassOf(default, s_review, out _));
        Assert.Throws<ArgumentException>("customer", () => s_classes.HistoryOf(default));
        Assert.Throws<ArgumentException>("customerClass", () => s_classes.CustomersOf(default, s_review));
        Assert.Throws<ArgumentException>("customers", () => s_classes.UnclassedOn([default], s_review));
        Assert.Throws<ArgumentException>("on", () => s_classes.TryClassOf(C("1"), julian, out _));
        Assert.Throws<ArgumentException>("from", () => s_classes.WithReview([(C("1"), Class("A"))], julian));
        Assert.Throws<ArgumentException>("earlier", () => s_classes.ChangesBetween(julian, s_review));
        Assert.Throws<ArgumentException>("later", () => s_classes.ChangesBetween(s_before, julian));
        Assert.Throws<ArgumentException>("customer", () => s_classes.Without(default, DateSpan.Always));
        Assert.Throws<ArgumentException>("customer", () => s_classes.Override(default, Class("A"), DateSpan.Always));
        Assert.Throws<ArgumentException>("customerClass", () => s_classes.Override(C("1"), default, DateSpan.Always));
    }

    [Fact]
    public void Equality_is_by_customers_classes_and_spans()
    {
        var shuffled = CustomerClasses.Of(
            (C("3"), Class("C"), DateSpan.Until(s_before)), (C("1"), Class("A"), DateSpan.OfYear(2026)),
            (C("2"), Class("B"), DateSpan.OfYear(2026)));

        TestHelper.TestEqualsClass(
            s_classes, shuffled, CustomerClasses.Empty, s_classes.With((C("4"), Class("A"), DateSpan.Always)),
            s_classes.WithReview([(C("1"), Class("B"))], s_review));
    }

    // The oracle: the last review by its day, before or on it, that has the customer.
    [Property]
    public Property After_any_reviews_in_order_of_time_the_class_is_that_of_the_last() =>
        Prop.ForAll(
            (from day in Gen.Elements(TimelineSample.Days) from customer in Gen.Choose(1, 3)
             from customerClass in Gen.Elements("A", "B", "C") select (day, customer, customerClass))
                .ArrayOf().ToArbitrary(),
            reviews =>
            {
                var sorted = reviews.OrderBy(review => review.day).ToArray();
                var classes = sorted.Aggregate(
                    CustomerClasses.Empty,
                    (all, review) => all.WithReview([(C(Text(review.customer)), Class(review.customerClass))], review.day));
                return TimelineSample.Days.All(day => Enumerable.Range(1, 3).All(customer =>
                {
                    var last = sorted.LastOrDefault(review => review.customer == customer && review.day <= day);
                    return classes.TryClassOf(C(Text(customer)), day, out var its) == last.customerClass is not null
                        && (last.customerClass is null || its.Code == last.customerClass);
                }));
            });

    private static CustomerClassId? ClassOf(CustomerClasses classes, string customer, LocalDate day) =>
        classes.TryClassOf(C(customer), day, out var customerClass) ? customerClass : null;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static CustomerId C(string code) => new(code);

    private static CustomerClassId Class(string code) => new(code);
}
