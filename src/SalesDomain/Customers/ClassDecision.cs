using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Customers;

/// <summary>What a review does with one customer: the class it was in, the one it earned, the one it is in from then on, and why.</summary>
/// <remarks>
/// A line of a <see cref="ClassReview"/>. Classes have ranks, 1 for the best. The confirmed rank is the one that all of the last reviews
/// asked for bear out: down to the best of theirs, up to the worst. The new rank is the confirmed one, within the classes that a review
/// may move.
/// </remarks>
public sealed class ClassDecision
{
    private readonly ClassMovement _movement;
    private readonly (LocalDate On, int Rank)[] _lastReviews;
    private readonly (LocalDate On, int Rank) _review;
    private readonly ClassSteps? _steps;

    internal ClassDecision(ClassMovement movement, CustomerId customer, CustomerClassId? before, (LocalDate On, int Rank)[] reviews)
    {
        _movement = movement;
        Customer = customer;
        Before = before;
        _review = reviews[reviews.Length - 1];
        Earned = movement.ClassOf(_review.Rank);
        var held = before is { } its ? movement.RankOf(its) : null;
        _steps = held is { } rank ? ClassSteps.Of(movement, rank, [.. reviews.Select(review => review.Rank)]) : null;
        _lastReviews = _steps is { } steps ? [.. reviews.Skip(reviews.Length - steps.Looked)] : reviews;
        After = _steps is { } moved ? movement.ClassOf(moved.Rank) : before ?? Earned;
    }

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>Its class on the day before, or null when it had none.</summary>
    public CustomerClassId? Before { get; }

    /// <summary>The class the review gave.</summary>
    public CustomerClassId Earned { get; }

    /// <summary>Its class from the review on.</summary>
    public CustomerClassId After { get; }

    /// <summary>Whether it is in another class than before, or had none.</summary>
    public bool IsMoved => Before != After;

    /// <summary>
    /// Why it is not in the class it earned; none where it is. <c>class.unconfirmed</c>: fewer reviews in a row than asked for earned that
    /// class or one beyond. <c>class.too-far</c>: a review moves by fewer classes. <c>class.not-in-ladder</c>: its class is none of the
    /// rule's.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(ToReasons().ToArray());

    /// <summary>The new class looked up by its rank, and that from the ranks that the reviews earned.</summary>
    /// <returns>The tree; its root is <see cref="After"/>.</returns>
    public Explanation Explain() =>
        _steps is { } steps
            ? Explanation.Node(Customer.ToString(), After.ToString(), Operation.LookUp(_movement.OfRank), Limited(steps))
            : Before is null
                ? Explanation.Node(
                    Customer.ToString(), After.ToString(), Operation.LookUp(_movement.OfRank), Review(_review))
                : Explanation.Fact(Customer + ": class that is none of the rule's", After.ToString());

    /// <summary>The decision in words: <c>C-1: A, earned C, B from now on</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Customer + ": " + (Before?.ToString() ?? "none") + ", earned " + Earned + ", "
        + (IsMoved ? After + " from now on" : "stays");

    private IEnumerable<Reason> ToReasons()
    {
        if (_steps is not { } steps)
        {
            if (After != Earned)
                yield return new Reason("class.not-in-ladder", ("class", After.ToString()));

            yield break;
        }

        if (steps.Confirmed != steps.Earned)
        {
            yield return new Reason(
                "class.unconfirmed", ("earned", Earned.ToString()), ("reviews in a row", (decimal)steps.InARow),
                ("reviews needed", (decimal)steps.Needed));
        }

        if (steps.Rank != steps.Confirmed)
        {
            yield return new Reason(
                "class.too-far", ("confirmed", _movement.ClassOf(steps.Confirmed).ToString()),
                ("classes at most", (decimal)steps.Most!.Value));
        }
    }

    private Explanation Limited(ClassSteps steps) =>
        steps.Most is not { } most ? Confirmed(steps, "rank")
            : Explanation.Node(
                "rank", (decimal)steps.Rank, steps.IsDown ? Operation.Min : Operation.Max, Confirmed(steps, "confirmed rank"),
                Explanation.Node(
                    "rank that a review may move to", (decimal)steps.Limit!.Value, steps.IsDown ? Operation.Sum : Operation.Difference,
                    Held(steps), Explanation.Constant("classes at most", (decimal)most)));

    private Explanation Confirmed(ClassSteps steps, string name) =>
        steps.Earned == steps.Held ? Held(steps)
            : Explanation.Node(
                name, (decimal)steps.Confirmed, Operation.Select,
                Explanation.Node(
                    "there are reviews enough", steps.IsEnough, Operation.Compare(ComparisonKind.GreaterOrEqual),
                    Explanation.Fact("reviews since it is in its class", (decimal)steps.Reviews),
                    Explanation.Constant("reviews needed", (decimal)steps.Needed)),
                Explanation.Node(
                    "by the reviews", (decimal)steps.ByReviews, steps.IsDown ? Operation.Max : Operation.Min, Held(steps),
                    Explanation.Node(
                        steps.IsDown ? "best rank earned" : "worst rank earned", (decimal)steps.OfReviews,
                        steps.IsDown ? Operation.Min : Operation.Max, Array.ConvertAll(_lastReviews, Review))),
                Held(steps));

    private static Explanation Held(ClassSteps steps) => Explanation.Fact("rank before", (decimal)steps.Held);

    private static Explanation Review((LocalDate On, int Rank) review) =>
        Explanation.Fact("rank earned on " + InvariantText.Date(review.On), (decimal)review.Rank);
}
