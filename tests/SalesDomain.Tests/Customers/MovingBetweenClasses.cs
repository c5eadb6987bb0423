using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Customers;
using SalesDomain.Tests.Organization;
using Xunit;

namespace SalesDomain.Tests.Customers;

/// <summary>Classes that are held up and down by a rule: duty 33, tiers up and down.</summary>
public sealed class MovingBetweenClasses
{
    private static readonly CustomerId s_customer = new("C-1");
    private static readonly LocalDate s_first = new(2024, 1, 1);
    private static readonly ClassMovement s_free = ClassMovement.Of(new("A"), new("B"), new("C"), new("D"));

    // Up at once, down after two reviews, one class at a time.
    private static readonly ClassMovement s_careful = s_free.WithDown(afterReviews: 2, atMostClasses: 1).WithUp(1, 1);

    [Theory]
    [InlineData("A C", "A A")]
    [InlineData("A C C", "A A B")]
    [InlineData("A C C C", "A A B B")]
    [InlineData("A C C C C", "A A B B C")]
    [InlineData("A C A C", "A A A A")]
    [InlineData("A B D", "A A B")]
    [InlineData("D A A A", "D C B A")]
    [InlineData("C B A", "C B A")]
    [InlineData("B C B C C", "B B B B C")]
    public void Up_at_once_and_down_after_two_reviews_by_one_class(string earned, string held) =>
        Assert.Equal(held, string.Join(" ", Reviewed(s_careful, earned).Select(review => review.Decisions[0].After.ToString())));

    [Theory]
    [InlineData("A D B", "A A B")]
    [InlineData("A B D", "A A B")]
    [InlineData("A D D", "A A D")]
    [InlineData("D A B", "D D B")]
    [InlineData("D B A", "D D B")]
    [InlineData("D B C C", "D D C C")]
    public void Without_a_most_a_move_goes_as_far_as_all_of_its_reviews_do(string earned, string held) =>
        Assert.Equal(
            held,
            string.Join(" ", Reviewed(s_free.WithDown(2).WithUp(2), earned).Select(review => review.Decisions[0].After.ToString())));

    [Fact]
    public void Each_class_held_back_has_its_reasons()
    {
        var reviews = Reviewed(s_careful, "A D D");

        Assert.Equal(
            ["C-1: none, earned A, A from now on", "C-1: A, earned D, stays", "C-1: A, earned D, B from now on"],
            reviews.Select(review => review.Decisions.Single().ToString()));
        Assert.Equal([0, 1, 1], reviews.Select(review => review.HeldBack.Count));
        Assert.Equal([1, 0, 1], reviews.Select(review => review.Moved.Count));
        Assert.Equal(
            "class.unconfirmed (earned D, reviews in a row 1, reviews needed 2)", reviews[1].Decisions[0].Reasons.Single().ToString());
        Assert.Equal("class.too-far (confirmed D, classes at most 1)", reviews[2].Decisions[0].Reasons.Single().ToString());
        Assert.Equal("2025-01-01: 1 reviewed, 1 moved, 1 held back", reviews[2].ToString());
        Assert.Equal(
            """
            C-1: B  [look-up from 1: A, from 2: B, from 3: C, from 4: D]
              rank: 2  [min]
                confirmed rank: 4  [select]
                  there are reviews enough: yes  [compare >=]
                    reviews since it is in its class: 2  [fact]
                    reviews needed: 2  [by the rule]
                  by the reviews: 4  [max]
                    rank before: 1  [fact]
                    best rank earned: 4  [min]
                      rank earned on 2024-07-01: 4  [fact]
                      rank earned on 2025-01-01: 4  [fact]
                  rank before: 1  [fact]
                rank that a review may move to: 2  [sum]
                  rank before: 1  [fact]
                  classes at most: 1  [by the rule]

            """, reviews[2].Decisions[0].Explain().ToString());
    }

    [Fact]
    public void A_class_that_is_none_of_the_rules_stays_and_says_so()
    {
        var held = CustomerClasses.Of((s_customer, new("VIP"), DateSpan.Always));
        var decision = s_careful.Review(held, Earned("D"), s_first).Decisions.Single();

        Assert.Equal((new CustomerClassId("VIP"), false), (decision.After, decision.IsMoved));
        Assert.Equal("class.not-in-ladder (class VIP)", decision.Reasons.Single().ToString());
        Assert.True(decision.Explain().IsVerified);
    }

    [Fact]
    public void Who_is_not_reviewed_stays_and_only_reviews_with_the_customer_count()
    {
        var other = new CustomerId("C-2");
        var held = CustomerClasses.Of((s_customer, new("A"), DateSpan.Always), (other, new("A"), DateSpan.Always));
        var earned = EarnedClasses.Empty.With(s_first, [(s_customer, new("C")), (other, new("C"))])
            .With(s_first.PlusMonths(6), [(other, new("C"))]).With(s_first.PlusMonths(12), [(s_customer, new("C")), (other, new("C"))]);

        var second = s_careful.Review(s_careful.Review(held, earned, s_first).Classes, earned, s_first.PlusMonths(6));
        Assert.Equal([other], second.Decisions.Select(decision => decision.Customer));
        Assert.Equal(
            "C-1: A, earned C, B from now on", s_careful.Review(second.Classes, earned, s_first.PlusMonths(12)).Decisions[0].ToString());
        var refused = Assert.Throws<ArgumentException>("on", () => s_careful.Review(held, earned, s_first.PlusDays(1)));
        Assert.Contains("2024-01-02", refused.Message, StringComparison.Ordinal);
    }

    // In the class since the day of the review itself: that review was of the class before.
    [Theory]
    [InlineData("2024-01-01", "B")]
    [InlineData("2023-12-31", "C")]
    public void Only_reviews_since_the_customer_is_in_its_class_count(string since, string after)
    {
        var held = CustomerClasses.Of((s_customer, new("B"), DateSpan.From(NodaTime.Text.LocalDatePattern.Iso.Parse(since).Value)));
        var earned = Earned("C").With(s_first.PlusMonths(6), [(s_customer, new("C"))]);

        Assert.Equal(after, s_careful.Review(held, earned, s_first.PlusMonths(6)).Decisions[0].After.ToString());
    }

    // A span that ends the day before the review leaves nothing out; a gap does.
    [Theory]
    [InlineData("2024-06-30", "B")]
    [InlineData("2024-06-29", null)]
    public void A_class_that_ended_before_the_review_is_no_class(string through, string? before)
    {
        var held = CustomerClasses.Of((s_customer, new("B"), DateSpan.Until(NodaTime.Text.LocalDatePattern.Iso.Parse(through).Value)));

        var decision = s_careful.Review(held, EarnedClasses.Empty.With(s_first.PlusMonths(6), [(s_customer, new("C"))]),
            s_first.PlusMonths(6)).Decisions[0];

        Assert.Equal(before, decision.Before?.ToString());
        Assert.Equal(before ?? "C", decision.After.ToString());
    }

    [Property]
    public Property A_class_is_that_of_a_plain_diary_and_explains_itself() =>
        Prop.ForAll(Reviews, Rules, (reviews, numbers) =>
        {
            var (up, upMost, down, downMost) = numbers;
            var movement = upMost == 0 ? s_free.WithUp(up) : s_free.WithUp(up, upMost);
            movement = downMost == 0 ? movement.WithDown(down) : movement.WithDown(down, downMost);
            var since = new List<int>();
            int? rank = null;
            foreach (var review in Reviewed(movement, string.Join(" ", reviews.Select(each => s_free.Classes[each].ToString()))))
            {
                var decision = review.Decisions.Single();
                var earned = s_free.Classes.ToList().IndexOf(decision.Earned);
                since.Add(earned);
                var before = rank;

                // A class is reached when it, or one beyond, was earned so often in a row; the furthest such, within the most.
                for (var next = 0; next < 4 && before is { } its; next++)
                {
                    if (next > its && since.Count >= down && since.Skip(since.Count - down).All(each => each >= next)
                        && next <= its + (downMost == 0 ? 9 : downMost))
                        rank = next;
                }

                for (var next = 3; next >= 0 && before is { } its; next--)
                {
                    if (next < its && since.Count >= up && since.Skip(since.Count - up).All(each => each <= next)
                        && next >= its - (upMost == 0 ? 9 : upMost))
                        rank = next;
                }

                rank ??= earned;
                if (rank != before)
                    since.Clear();

                Assert.Equal(s_free.Classes[rank.Value], decision.After);
                Assert.Equal(before != rank, decision.IsMoved);
                Assert.Equal(decision.After != decision.Earned, decision.Reasons.Count > 0);
                Assert.Equal((Figure)decision.After.ToString(), decision.Explain().Value);
                if (before is not null && before != earned)
                    Tampering.EveryChangeIsNamed(decision.Explain());
                Assert.Empty(decision.Explain().Verify());
            }
        });

    [Property]
    public Property A_free_rule_gives_what_every_review_gave_and_running_twice_changes_nothing() =>
        Prop.ForAll(Reviews, reviews =>
        {
            var texts = string.Join(" ", reviews.Select(each => s_free.Classes[each].ToString()));
            Assert.All(Reviewed(s_free, texts), review => Assert.Equal(review.Decisions[0].Earned, review.Decisions[0].After));

            var earned = Earned([.. reviews.Select(each => s_free.Classes[each].ToString())]);
            foreach (var review in Reviewed(s_careful, texts))
            {
                Assert.Equal(review.Classes, s_careful.Review(review.Classes, earned, review.On).Classes);
                Assert.Equal(review.Decisions[0].ToString(), s_careful.Review(review.Classes, earned, review.On).Decisions[0].ToString());
            }
        });

    [Fact]
    public void Bad_arguments_are_refused_by_name()
    {
        Assert.Throws<ArgumentException>("bestFirst", () => ClassMovement.Of());
        Assert.Throws<ArgumentException>("bestFirst", () => ClassMovement.Of(new("A"), new("A")));
        Assert.Throws<ArgumentException>("bestFirst", () => ClassMovement.Of(new("A"), default));
        Assert.Throws<ArgumentOutOfRangeException>("afterReviews", () => s_free.WithUp(0));
        Assert.Throws<ArgumentOutOfRangeException>("afterReviews", () => s_free.WithDown(0));
        Assert.Throws<ArgumentOutOfRangeException>("atMostClasses", () => s_free.WithUp(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("atMostClasses", () => s_free.WithDown(1, 0));
        Assert.Throws<ArgumentException>("earned", () => s_free.Review(CustomerClasses.Empty, Earned("X"), s_first));
        Assert.Throws<ArgumentException>(
            "on", () => s_free.Review(CustomerClasses.Empty, Earned("A"), s_first.WithCalendar(CalendarSystem.Julian)));
    }

    [Theory]
    [InlineData(1, int.MaxValue)]
    [InlineData(int.MaxValue, 1)]
    public void Numbers_without_measure_and_the_ends_of_time_do_no_harm(int reviews, int classes)
    {
        var rule = s_free.WithUp(reviews, classes).WithDown(reviews, classes);
        var held = CustomerClasses.Of((s_customer, new("A"), DateSpan.Always));
        foreach (var day in new[] { LocalDate.MinIsoValue, LocalDate.MaxIsoValue })
        {
            var decision = rule.Review(held, EarnedClasses.Empty.With(day, [(s_customer, new("D"))]), day).Decisions.Single();
            Assert.Equal(reviews == 1 ? "D" : "A", decision.After.ToString());
            Assert.True(decision.Explain().IsVerified);
        }
    }

    // The mistake of merged spans: C in January and C again in July are two reviews.
    [Fact]
    public void Two_reviews_that_gave_the_same_are_two()
    {
        var held = CustomerClasses.Of((s_customer, new("A"), DateSpan.Always));

        Assert.Equal("A", s_careful.Review(held, Earned("C"), s_first).Decisions[0].After.ToString());
        Assert.Equal("B", s_careful.Review(held, Earned("C", "C"), s_first.PlusMonths(6)).Decisions[0].After.ToString());
    }

    [Fact]
    public void A_review_of_the_past_is_refused_where_a_later_class_is_there()
    {
        var held = CustomerClasses.Of((s_customer, new("A"), DateSpan.From(s_first.PlusDays(1))));

        Assert.Throws<ArgumentException>("on", () => s_careful.Review(held, Earned("C"), s_first));
        Assert.Single(s_careful.Review(held, Earned("A", "C"), s_first.PlusMonths(6)).Decisions);
    }

    [Fact]
    public void Rules_are_values()
    {
        TestHelper.TestEqualsClass(
            s_careful, ClassMovement.Of(new("A"), new("B"), new("C"), new("D")).WithUp(1, 1).WithDown(2, 1), s_free, s_careful.WithUp(1),
            s_careful.WithUp(2, 1), s_careful.WithDown(2), s_careful.WithDown(3, 1),
            ClassMovement.Of(new("B"), new("A"), new("C"), new("D")).WithUp(1, 1).WithDown(2, 1));
        Assert.Equal("A, B, C, D; up after 1 review, 1 class at most; down after 2 reviews, 1 class at most", s_careful.ToString());
        Assert.Equal("A, B, C, D; up after 1 review; down after 3 reviews, 2 classes at most", s_free.WithDown(3, 2).ToString());
    }

    private static Arbitrary<int[]> Reviews => Gen.Choose(0, 3).ArrayOf().Where(all => all.Length < 12).ToArbitrary();

    private static Arbitrary<(int Up, int UpMost, int Down, int DownMost)> Rules =>
        (from up in Gen.Choose(1, 3) from upMost in Gen.Choose(0, 2) from down in Gen.Choose(1, 3) from downMost in Gen.Choose(0, 2)
         select (up, upMost, down, downMost)).ToArbitrary();

    // A review every half-year; what is decided at one is held at the next.
    private static ClassReview[] Reviewed(ClassMovement movement, string earned)
    {
        var classes = earned.Split(' ').Where(each => each.Length > 0).ToArray();
        var all = Earned(classes);
        var held = CustomerClasses.Empty;
        return [.. classes.Select((_, i) =>
        {
            var review = movement.Review(held, all, s_first.PlusMonths(6 * i));
            held = review.Classes;
            return review;
        })];
    }

    private static EarnedClasses Earned(params string[] classes) =>
        classes.Select((each, i) => (each, i)).Aggregate(
            EarnedClasses.Empty, (all, next) => all.With(s_first.PlusMonths(6 * next.i), [(s_customer, new CustomerClassId(next.each))]));
}
