using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Customers;

/// <summary>
/// How customers move between classes at a review (升降级规则): up and down only after so many reviews in a row, and by so many
/// classes at most.
/// </summary>
/// <remarks>
/// <para>
/// What a customer earned by its sales and the class it is in are two things: after one bad half-year a key account is C by its sales and
/// may still be A. A class is confirmed for a move down when each of the last reviews that the rule asks for earned it or a worse one; for
/// a move up, it or a better one. Only reviews since the customer is in its class count, and only those it was part of: so a
/// move begins a new count.
/// </para>
/// <para>Immutable. Equality is by classes and numbers. Source: common practice of key-account and dealer programmes.</para>
/// </remarks>
public sealed class ClassMovement : IEquatable<ClassMovement>
{
    private readonly CustomerClassId[] _bestFirst;

    private ClassMovement(CustomerClassId[] bestFirst, int reviewsUp, int? classesUp, int reviewsDown, int? classesDown)
    {
        _bestFirst = bestFirst;
        ReviewsUp = reviewsUp;
        ClassesUp = classesUp;
        ReviewsDown = reviewsDown;
        ClassesDown = classesDown;
        OfRank = StepSchedule.From(bestFirst.Select((each, index) => (index + 1, each)).ToArray());
    }

    /// <summary>The classes, the best first.</summary>
    public IReadOnlyList<CustomerClassId> Classes => Array.AsReadOnly(_bestFirst);

    /// <summary>How many reviews in a row a move up takes, 1 or more.</summary>
    public int ReviewsUp { get; }

    /// <summary>By how many classes a review moves up at most, 1 or more; null for any number.</summary>
    public int? ClassesUp { get; }

    /// <summary>How many reviews in a row a move down takes, 1 or more.</summary>
    public int ReviewsDown { get; }

    /// <summary>By how many classes a review moves down at most, 1 or more; null for any number.</summary>
    public int? ClassesDown { get; }

    /// <summary>The classes by rank, from 1 on.</summary>
    internal StepSchedule<int, CustomerClassId> OfRank { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ClassMovement? left, ClassMovement? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ClassMovement? left, ClassMovement? right) => !(left == right);

    /// <summary>Classes between which customers move freely: every review gives the class it earned.</summary>
    /// <param name="bestFirst">The classes, the best first; at least one, each once.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bestFirst"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no class, one comes twice, or one is the default value.</exception>
    public static ClassMovement Of(params CustomerClassId[] bestFirst)
    {
        var classes = Guard.Against.Nothing(bestFirst, "there is at least one class");
        foreach (var each in classes)
            Identifier.Given(each, nameof(bestFirst));

        return classes.Distinct().Count() == classes.Length ? new ClassMovement(classes, 1, null, 1, null)
            : throw Guards.Invalid(
                nameof(bestFirst), string.Join(", ", classes.Select(each => each.ToString())), "must have each class once");
    }

    /// <summary>The rule with another way up, by any number of classes.</summary>
    /// <param name="afterReviews">How many reviews in a row must have earned the better class, 1 or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterReviews"/> is below 1.</exception>
    public ClassMovement WithUp(int afterReviews) =>
        new(_bestFirst, OneOrMore(afterReviews, nameof(afterReviews)), null, ReviewsDown, ClassesDown);

    /// <summary>The rule with another way up, by so many classes at most.</summary>
    /// <param name="afterReviews">How many reviews in a row must have earned the better class, 1 or more.</param>
    /// <param name="atMostClasses">By how many classes at most, 1 or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public ClassMovement WithUp(int afterReviews, int atMostClasses) =>
        new(
            _bestFirst, OneOrMore(afterReviews, nameof(afterReviews)), OneOrMore(atMostClasses, nameof(atMostClasses)), ReviewsDown,
            ClassesDown);

    /// <summary>The rule with another way down, by any number of classes.</summary>
    /// <param name="afterReviews">How many reviews in a row must have earned the worse class, 1 or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterReviews"/> is below 1.</exception>
    public ClassMovement WithDown(int afterReviews) =>
        new(_bestFirst, ReviewsUp, ClassesUp, OneOrMore(afterReviews, nameof(afterReviews)), null);

    /// <summary>The rule with another way down, by so many classes at most.</summary>
    /// <param name="afterReviews">How many reviews in a row must have earned the worse class, 1 or more.</param>
    /// <param name="atMostClasses">By how many classes at most, 1 or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public ClassMovement WithDown(int afterReviews, int atMostClasses) =>
        new(
            _bestFirst, ReviewsUp, ClassesUp, OneOrMore(afterReviews, nameof(afterReviews)),
            OneOrMore(atMostClasses, nameof(atMostClasses)));

    /// <summary>The classes from a review on, and why each customer moves or stays.</summary>
    /// <param name="held">The classes that the customers are in; those of the day before count.</param>
    /// <param name="earned">The classes that the reviews gave, this review and all earlier ones; later ones do not count.</param>
    /// <param name="on">The day of the review, the first of the new classes. Who was reviewed on it is decided on; the others stay as they
    /// are.</param>
    /// <returns>The decisions, and the classes after them. A review that is run again after its own result gives the same.</returns>
    /// <remarks>A customer in no class takes the one it earned. One that is in a class that is none of these stays in it: it was put there
    /// by hand.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="held"/> or <paramref name="earned"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A review up to the day gave a class that is none of these; nobody was reviewed on <paramref name="on"/>, or a customer that was is
    /// put into a class on a later day already; or the day is not of the ISO calendar.
    /// </exception>
    public ClassReview Review(CustomerClasses held, EarnedClasses earned, LocalDate on)
    {
        Guard.Against.Null(held);
        Guard.Against.Null(earned);
        Guard.Against.OtherCalendar(on);
        var decisions = new List<ClassDecision>();
        foreach (var customer in earned.Customers)
        {
            var reviews = earned.ReviewsOf(customer).Where(review => review.On <= on).ToArray();
            if (reviews.Length == 0 || reviews[reviews.Length - 1].On != on)
                continue;

            var (before, since) = HeldBefore(held, customer, on);
            var counting = reviews.Where(review => since is null || review.On > since);
            decisions.Add(new ClassDecision(this, customer, before, [.. counting.Select(review => (review.On, RankEarned(review.Class)))]));
        }

        return decisions.Count > 0 ? new ClassReview(held, on, [.. decisions])
            : throw Guards.Invalid(nameof(on), InvariantText.Date(on), "must be a day on which somebody was reviewed");

        int RankEarned(CustomerClassId given) =>
            RankOf(given) ?? throw Guards.Invalid(nameof(earned), given.ToString(), "must be one of " + Names());
    }

    /// <summary>Whether the other has the same classes in the same order and the same numbers.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ClassMovement? other) =>
        other is not null && _bestFirst.SequenceEqual(other._bestFirst) && ReviewsUp == other.ReviewsUp && ClassesUp == other.ClassesUp
        && ReviewsDown == other.ReviewsDown && ClassesDown == other.ClassesDown;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ClassMovement);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _bestFirst.Aggregate(
            Hash.Combine(Hash.Combine(ReviewsUp, ReviewsDown), ClassesUp ?? 0, ClassesDown ?? 0),
            (hash, each) => Hash.Combine(hash, each.GetHashCode()));

    /// <summary>The rule in words: <c>A, B, C; up after 1 review; down after 2 reviews, 1 class at most</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Names() + "; up " + Words(ReviewsUp, ClassesUp) + "; down " + Words(ReviewsDown, ClassesDown);

    /// <summary>The place of a class, 1 for the best; null for a class that is none of these.</summary>
    internal int? RankOf(CustomerClassId given) =>
        Array.IndexOf(_bestFirst, given) is var index and >= 0 ? index + 1 : null;

    internal CustomerClassId ClassOf(int rank) => _bestFirst[rank - 1];

    /// <summary>The class of the day before, and the first of the days since which it is held without a gap; null where it always
    /// was.</summary>
    private static (CustomerClassId? Class, LocalDate? Since) HeldBefore(CustomerClasses held, CustomerId customer, LocalDate on)
    {
        (CustomerClassId? Class, LocalDate? Since) run = (null, null);
        LocalDate? end = null;
        foreach (var entry in held.HistoryOf(customer).Entries)
        {
            if (entry.Span.Start >= on)
                break;

            var goesOn = run.Class == entry.Value && end!.Value.PlusDays(1) == entry.Span.Start;
            run = goesOn ? run : (entry.Value, entry.Span.Start);
            end = entry.Span.End ?? LocalDate.MaxIsoValue;
        }

        return end is { } last && (last >= on || last.PlusDays(1) == on) ? run : (null, null);
    }

    private static int OneOrMore(int given, string parameterName) => Guard.Against.OutsideRange(1, int.MaxValue, given, parameterName);

    private static string Words(int reviews, int? classes) =>
        "after " + InvariantText.Number(reviews) + (reviews == 1 ? " review" : " reviews")
        + (classes is { } most ? ", " + InvariantText.Number(most) + (most == 1 ? " class" : " classes") + " at most" : "");

    private string Names() => string.Join(", ", _bestFirst.Select(each => each.ToString()));
}
