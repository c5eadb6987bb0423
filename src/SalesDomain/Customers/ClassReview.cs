using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Customers;

/// <summary>A review of the classes of customers: who moves, who stays and why, and the classes from it on.</summary>
/// <remarks>Made by <see cref="ClassMovement.Review"/>.</remarks>
public sealed class ClassReview
{
    private readonly ClassDecision[] _decisions;

    internal ClassReview(CustomerClasses held, LocalDate on, ClassDecision[] decisions)
    {
        On = on;
        _decisions = decisions;
        Classes = held.Reviewed(Array.ConvertAll(decisions, decision => (decision.Customer, decision.After)), on, nameof(on));
    }

    /// <summary>The day of the review, the first of the new classes.</summary>
    public LocalDate On { get; }

    /// <summary>The decision on each customer reviewed, in the order in which the reviews mention them.</summary>
    public IReadOnlyList<ClassDecision> Decisions => Array.AsReadOnly(_decisions);

    /// <summary>The classes as they were, and from the review on as decided.</summary>
    public CustomerClasses Classes { get; }

    /// <summary>Those that move, and those that are classed for the first time.</summary>
    public IReadOnlyList<ClassDecision> Moved => Array.AsReadOnly(Array.FindAll(_decisions, decision => decision.IsMoved));

    /// <summary>Those that are in another class than they earned, each with its reasons.</summary>
    public IReadOnlyList<ClassDecision> HeldBack => Array.AsReadOnly(Array.FindAll(_decisions, decision => decision.Reasons.Count > 0));

    /// <summary>Day and numbers, for a log: <c>2026-07-01: 40 reviewed, 5 moved, 3 held back</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Date(On) + ": " + InvariantText.Number(_decisions.Length) + " reviewed, " + InvariantText.Number(Moved.Count)
        + " moved, " + InvariantText.Number(HeldBack.Count) + " held back";
}
