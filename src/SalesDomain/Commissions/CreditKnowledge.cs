using System;
using Ardalis.GuardClauses;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>What is known of sales beside what their lines state: groups and categories, and which customers are new.</summary>
/// <remarks>
/// The functions are the caller's and must give the same answer for the same fact. Immutable; two are equal where they have the same
/// functions.
/// </remarks>
public sealed class CreditKnowledge : IEquatable<CreditKnowledge>
{
    private CreditKnowledge(Func<SalesLine, ScopeSubject>? subject, Func<CustomerId, LocalDate, bool?>? isNew)
    {
        Subject = subject;
        IsNew = isNew;
    }

    /// <summary>Nothing beside the lines themselves.</summary>
    public static CreditKnowledge OfLines { get; } = new(subject: null, isNew: null);

    internal Func<SalesLine, ScopeSubject>? Subject { get; }

    internal Func<CustomerId, LocalDate, bool?>? IsNew { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">What is known.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CreditKnowledge? left, CreditKnowledge? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">What is known.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CreditKnowledge? left, CreditKnowledge? right) => !(left == right);

    /// <summary>With the category of the product, the groups and the class of the customer of a line.</summary>
    /// <param name="subject">
    /// What is known of a line, mostly <see cref="ScopeSubject.FromLine"/> with more; scopes of rules are asked with it.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    public CreditKnowledge WithSubjects(Func<SalesLine, ScopeSubject> subject) => new(Guard.Against.Null(subject), IsNew);

    /// <summary>With whether a customer is new on a day.</summary>
    /// <param name="isNew">
    /// True for new, false for existing, null where nobody can say; of the day of the sale, and of a return of the day of what it takes
    /// back.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="isNew"/> is null.</exception>
    public CreditKnowledge WithNewCustomers(Func<CustomerId, LocalDate, bool?> isNew) => new(Subject, Guard.Against.Null(isNew));

    /// <summary>Whether the other has the same functions.</summary>
    /// <param name="other">What to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CreditKnowledge? other) => other is not null && Equals(Subject, other.Subject) && Equals(IsNew, other.IsNew);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CreditKnowledge);

    /// <inheritdoc/>
    public override int GetHashCode() => (Subject is null ? 0 : 1) + (IsNew is null ? 0 : 2);

    /// <summary>What is known: <c>subjects of lines, new customers</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Subject is null && IsNew is null ? "what lines state"
            : Internal.InvariantText.Listed(Subject is null ? "" : "subjects of lines", IsNew is null ? "" : "new customers");
}
