using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Customers;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Customers;

public sealed class ClassesEarned
{
    private static readonly LocalDate s_first = new(2026, 1, 1);

    private static readonly EarnedClasses s_earned = EarnedClasses.Empty
        .With(s_first, [(C(1), new("A")), (C(2), new("B"))]).With(s_first.PlusMonths(6), [(C(1), new("A"))]);

    [Fact]
    public void Each_review_is_there_on_its_day_also_if_it_gave_the_same()
    {
        Assert.Equal("1: A on 2026-01-01, A on 2026-07-01\n2: B on 2026-01-01\n", s_earned.ToString());
        Assert.Equal([s_first, s_first.PlusMonths(6)], s_earned.ReviewsOf(C(1)).Select(review => review.On));
        Assert.Empty(s_earned.ReviewsOf(C(9)));
        Assert.Equal([C(1), C(2)], s_earned.Customers);
    }

    [Fact]
    public void A_customer_is_reviewed_once_a_day()
    {
        var refused = Assert.Throws<ArgumentException>("classes", () => s_earned.With(s_first, [(C(3), new("A")), (C(2), new("C"))]));

        Assert.Contains("2026-01-01: 2", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("classes", () => s_earned.With(s_first.PlusDays(1), [(C(3), new("A")), (C(3), new("A"))]));
        Assert.Equal(3, s_earned.With(s_first, [(C(3), new("A"))]).Customers.Count);
    }

    [Fact]
    public void An_abc_analysis_gives_what_was_earned()
    {
        var items = ParetoClasses.Abc.Classify([(C(1), Cny(50m)), (C(2), Cny(950m))]);

        Assert.Equal("2: A on 2026-01-01\n1: C on 2026-01-01\n", EarnedClasses.Empty.With(s_first, items).ToString());
    }

    [Fact]
    public void Default_identifiers_and_days_of_another_calendar_are_refused()
    {
        Assert.Throws<ArgumentException>("classes", () => s_earned.With(s_first.PlusDays(1), [(default, new("A"))]));
        Assert.Throws<ArgumentException>("classes", () => s_earned.With(s_first.PlusDays(1), [(C(1), default)]));
        Assert.Throws<ArgumentException>(
            "reviewedOn", () => s_earned.With(s_first.WithCalendar(CalendarSystem.Julian), [(C(1), new("A"))]));
        Assert.Throws<ArgumentException>("customer", () => s_earned.ReviewsOf(default));
    }

    [Property]
    public Property Reviews_may_come_in_any_order() =>
        Prop.ForAll(
            (from day in Gen.Choose(0, 5) from customer in Gen.Choose(1, 3) from earned in Gen.Elements("A", "B")
             select (day, customer, earned))
                .ArrayOf().ToArbitrary(),
            reviews =>
            {
                var once = reviews.GroupBy(review => (review.day, review.customer)).Select(group => group.First()).ToArray();
                EarnedClasses Of((int day, int customer, string earned)[] given) => given.Aggregate(
                    EarnedClasses.Empty, (all, next) => all.With(s_first.PlusDays(next.day), [(C(next.customer), new(next.earned))]));
                var (forth, back) = (Of(once), Of([.. once.Reverse()]));

                Assert.Equal(forth, back);
                Assert.Equal(forth.GetHashCode(), back.GetHashCode());
                Assert.All(forth.Customers, customer => Assert.Equal(
                    once.Where(review => C(review.customer) == customer).OrderBy(review => review.day)
                        .Select(review => (s_first.PlusDays(review.day), new CustomerClassId(review.earned))),
                    forth.ReviewsOf(customer)));
            });

    [Fact]
    public void What_was_earned_is_a_value() =>
        TestHelper.TestEqualsClass(
            s_earned,
            EarnedClasses.Empty.With(s_first.PlusMonths(6), [(C(1), new("A"))]).With(s_first, [(C(2), new("B")), (C(1), new("A"))]),
            EarnedClasses.Empty, s_earned.With(s_first.PlusMonths(6), [(C(2), new("B"))]),
            EarnedClasses.Empty.With(s_first, [(C(1), new("A")), (C(2), new("C"))]).With(s_first.PlusMonths(6), [(C(1), new("A"))]));

    private static CustomerId C(int code) => new(code.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
