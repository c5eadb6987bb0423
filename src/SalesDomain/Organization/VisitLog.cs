using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The visits that were made, each once: what visit coverage, strike rate, visit plans, overdue visits and coaching are read
/// from.</summary>
/// <remarks>
/// <para>
/// The order of the visits does not matter, and no result depends on it. Two visits of one id are refused, whether equal or not, so that a
/// report that is read twice does not count twice. Logs of parts of the facts merge into the log of all of them.
/// </para>
/// <para>Immutable. Equality is by the visits, in any order.</para>
/// </remarks>
public sealed partial class VisitLog : IEquatable<VisitLog>
{
    private readonly Visit[] _visits;
    private readonly VisitGroups _groups;

    private VisitLog(Visit[] visits)
    {
        _visits = visits;
        _groups = new VisitGroups(visits);
    }

    /// <summary>The log without visits.</summary>
    public static VisitLog Empty { get; } = new([]);

    /// <summary>The visits, in the order they were given.</summary>
    public IReadOnlyList<Visit> Visits => Array.AsReadOnly(_visits);

    /// <summary>How many visits there are.</summary>
    public int Count => _visits.Length;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A log.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(VisitLog? left, VisitLog? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A log.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(VisitLog? left, VisitLog? right) => !(left == right);

    /// <summary>A log of visits.</summary>
    /// <param name="visits">The visits, in any order, each id once.</param>
    /// <returns>The log.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="visits"/> or a visit is null.</exception>
    /// <exception cref="ArgumentException">An id comes twice.</exception>
    public static VisitLog Of(IEnumerable<Visit> visits)
    {
        Guard.Against.Null(visits);
        Visit[] copy = [.. visits];
        RequireEachOnce(copy, nameof(visits));
        return new VisitLog(copy);
    }

    /// <summary>This log and another as one.</summary>
    /// <param name="other">The log of other visits.</param>
    /// <returns>The log of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">An id is in both.</exception>
    public VisitLog Merge(VisitLog other)
    {
        Guard.Against.Null(other);
        Visit[] both = [.. _visits, .. other._visits];
        RequireEachOnce(both, nameof(other));
        return new VisitLog(both);
    }

    /// <summary>The visits of some days.</summary>
    /// <param name="span">The days, both ends included.</param>
    /// <returns>The log of those visits.</returns>
    public VisitLog In(DateSpan span) => new(Array.FindAll(_visits, visit => span.Contains(visit.Date)));

    /// <summary>The visits that meet a condition: of one purpose, of one team.</summary>
    /// <param name="condition">Whether a visit is taken.</param>
    /// <returns>The log of those visits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public VisitLog Where(Func<Visit, bool> condition)
    {
        Guard.Against.Null(condition);
        return new(Array.FindAll(_visits, visit => condition(visit)));
    }

    /// <summary>The day of the last visit to a customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="on">The last day that counts; later visits are left out.</param>
    /// <returns>The day, or null when there was no visit by then.</returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> holds no code, or the day is not of the ISO calendar.</exception>
    public LocalDate? LastVisit(CustomerId customer, LocalDate on)
    {
        Identifier.Given(customer);
        return _groups.LastDay(customer, Guard.Against.OtherCalendar(on));
    }

    /// <summary>Whether the other has the same visits, in any order.</summary>
    /// <param name="other">The log to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(VisitLog? other)
    {
        if (other is null || other.Count != Count)
            return false;

        var visits = other._visits.ToDictionary(visit => visit.Id);
        return Array.TrueForAll(_visits, visit => visits.TryGetValue(visit.Id, out var same) && same == visit);
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as VisitLog);

    /// <inheritdoc/>
    public override int GetHashCode() => _visits.Aggregate(Count, (hash, visit) => hash ^ visit.GetHashCode());

    /// <summary>How many visits to how many customers, for a log: <c>96 visits to 40 customers</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Count) + " visits to " + InvariantText.Number(_groups.Customers.Length) + " customers";

    private static void RequireEachOnce(Visit[] visits, string parameterName)
    {
#if NET
        var ids = new HashSet<DocumentId>(visits.Length);
#else
        var ids = new HashSet<DocumentId>();
#endif
        foreach (var visit in visits)
        {
            if (visit is null)
                throw new ArgumentNullException(parameterName);
            if (!ids.Add(visit.Id))
                throw Guards.Invalid(parameterName, visit.Id.ToString(), "must have each visit once");
        }
    }
}
