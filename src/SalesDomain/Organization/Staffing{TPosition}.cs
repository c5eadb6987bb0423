using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Positions as they are authorized and as they are filled: vacancies, fill rate, time to fill.</summary>
/// <typeparam name="TPosition">The type of the positions.</typeparam>
/// <remarks>
/// <para>
/// A position is vacant on every day on which it is authorized and nobody is in it, from the first day of its authorization on. One that is
/// filled without being authorized is shown, and no part of any rate.
/// </para>
/// <para>Immutable; made by <see cref="Staffing"/>. Equality is by the days of every position, authorized and filled, in any order.</para>
/// </remarks>
public sealed class Staffing<TPosition> : IEquatable<Staffing<TPosition>>
    where TPosition : notnull
{
    private readonly (TPosition Position, DateSpan Span)[] _authorized;
    private readonly (TPosition Position, DateSpan Span)[] _filled;
    private readonly PositionDays<TPosition>[] _positions;
    private readonly Vacancy<TPosition>[] _vacancies;

    internal Staffing((TPosition Position, DateSpan Span)[] authorized, (TPosition Position, DateSpan Span)[] filled)
    {
        (_authorized, _filled) = (authorized, filled);
        var plan = authorized.ToLookup(each => each.Position, each => each.Span);
        var facts = filled.ToLookup(each => each.Position, each => each.Span);
        _positions = [.. authorized.Concat(filled).Select(each => each.Position).Distinct()
            .Select(each => new PositionDays<TPosition>(each, DayRanges.Union(plan[each]), DayRanges.Union(facts[each])))];
        _vacancies = [.. _positions.SelectMany(each => each.Vacancies).OrderBy(each => each.Start)];
    }

    /// <summary>Every vacancy, by its first day.</summary>
    public IReadOnlyList<Vacancy<TPosition>> Vacancies => Array.AsReadOnly(_vacancies);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A staffing.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Staffing<TPosition>? left, Staffing<TPosition>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A staffing.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Staffing<TPosition>? left, Staffing<TPosition>? right) => !(left == right);

    /// <summary>The same with more days on which somebody is in a position.</summary>
    /// <param name="filled">The positions and the days; two people in one position on a day fill it once, and a position that is not
    /// authorized is shown.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="filled"/> or a position is null.</exception>
    public Staffing<TPosition> WithFilled(IEnumerable<(TPosition Position, DateSpan Span)> filled)
    {
        var facts = Guard.Against.Null(filled).ToArray();
        Staffing.Require(facts, nameof(filled));
        return new Staffing<TPosition>(_authorized, [.. _filled, .. facts]);
    }

    /// <summary>The staffing on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>Authorized, filled and vacant positions, with the rates.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public StaffingOnDay<TPosition> On(LocalDate on) =>
        new(Guard.Against.OtherCalendar(on), _positions, Array.FindAll(_vacancies, each => each.Span.Contains(on)));

    /// <summary>The staffing over a span, in days of positions.</summary>
    /// <param name="span">The span, closed at both ends.</param>
    /// <returns>Authorized, filled and vacant days, the rates and the time to fill.</returns>
    /// <exception cref="ArgumentException"><paramref name="span"/> is open.</exception>
    public StaffingOverSpan<TPosition> Over(DateSpan span) =>
        span.Days is null ? throw Guards.Invalid(nameof(span), span.ToString(), "must have both ends")
            : new StaffingOverSpan<TPosition>(span, _positions, _vacancies);

    /// <summary>Whether the other has the same positions authorized and filled on the same days.</summary>
    /// <param name="other">The staffing to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Staffing<TPosition>? other)
    {
        if (other is null || other._positions.Length != _positions.Length)
            return false;

        var byPosition = other._positions.ToDictionary(each => each.Position);
        return Array.TrueForAll(_positions, each => byPosition.TryGetValue(each.Position, out var same) && each.IsSameAs(same));
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Staffing<TPosition>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order is no part of it.
        var hash = _vacancies.Length;
        foreach (var position in _positions)
            hash = unchecked(hash + position.Position.GetHashCode());

        return hash;
    }
}
