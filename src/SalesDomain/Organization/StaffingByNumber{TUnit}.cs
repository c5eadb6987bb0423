using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>How many are authorized (编制) and how many are in post, unit by unit: for houses that authorize numbers and not named
/// positions.</summary>
/// <typeparam name="TUnit">The type of the units: a region, a region and a role, a position of which there are several.</typeparam>
/// <remarks>
/// <para>
/// filled = Σ over units and days of min(authorized, in post): who is over strength in one unit fills no vacancy of another, and who was
/// over strength in March fills none of April. Fill rate = filled ÷ authorized. A vacancy has no age here, because nobody can say which of
/// three places it is; where that matters, positions are named: <see cref="Staffing{TPosition}"/>.
/// </para>
/// <para>Immutable; made by <see cref="Staffing"/>. Equality is by the numbers of every unit on every day, in any order.</para>
/// </remarks>
public sealed class StaffingByNumber<TUnit> : IEquatable<StaffingByNumber<TUnit>>
    where TUnit : notnull
{
    private readonly TUnit[] _units;
    private readonly Dictionary<TUnit, UnitStretch[]> _stretches;

    internal StaffingByNumber((TUnit Unit, int Number, DateSpan Span)[] authorized, (TUnit Unit, DateSpan Span)[] inPost)
    {
        var plan = authorized.ToLookup(each => each.Unit, each => (each.Number, each.Span));
        var facts = inPost.ToLookup(each => each.Unit, each => each.Span);
        TUnit[] units = [.. authorized.Select(each => each.Unit).Concat(inPost.Select(each => each.Unit)).Distinct()];
        _stretches = units.Select(unit => (Unit: unit, Stretches: UnitStretch.Of(plan[unit], facts[unit])))
            .Where(each => each.Stretches.Length > 0).ToDictionary(each => each.Unit, each => each.Stretches);
        _units = Array.FindAll(units, _stretches.ContainsKey);
    }

    /// <summary>The units in which on any day somebody is authorized or in post, those that are authorized first.</summary>
    public IReadOnlyList<TUnit> Units => Array.AsReadOnly(_units);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A staffing.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(StaffingByNumber<TUnit>? left, StaffingByNumber<TUnit>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A staffing.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(StaffingByNumber<TUnit>? left, StaffingByNumber<TUnit>? right) => !(left == right);

    /// <summary>The numbers on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>Authorized, in post, filled, vacant and over strength, unit by unit.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    /// <exception cref="OverflowException">A sum does not fit in an int.</exception>
    public StaffingNumbersOnDay<TUnit> On(LocalDate on)
    {
        var day = DayNumber.Of(Guard.Against.OtherCalendar(on));
        return new StaffingNumbersOnDay<TUnit>(on, [.. Within((day, day))
            .Select(each => new StaffingNumbersOnDayLine<TUnit>(each.Unit, each.Stretches[0]))]);
    }

    /// <summary>The numbers over a span, in days of people.</summary>
    /// <param name="span">The span, closed at both ends.</param>
    /// <returns>Authorized, in post, filled, vacant and over strength, unit by unit.</returns>
    /// <exception cref="ArgumentException"><paramref name="span"/> is open.</exception>
    /// <exception cref="OverflowException">A sum does not fit in a long.</exception>
    public StaffingNumbersOverSpan<TUnit> Over(DateSpan span)
    {
        if (span.Days is null)
            throw Guards.Invalid(nameof(span), span.ToString(), "must have both ends");

        return new StaffingNumbersOverSpan<TUnit>(span, [.. Within(DayRanges.Of(span))
            .Select(each => new StaffingNumbersOverSpanLine<TUnit>(each.Unit, each.Stretches))]);
    }

    /// <summary>Whether the other has the same numbers in the same units on the same days.</summary>
    /// <param name="other">The staffing to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(StaffingByNumber<TUnit>? other) =>
        other is not null && other._units.Length == _units.Length
        && Array.TrueForAll(_units, unit => other._stretches.TryGetValue(unit, out var same) && AreSame(same, _stretches[unit]));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as StaffingByNumber<TUnit>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order is no part of it.
        var hash = _units.Length;
        foreach (var unit in _units)
            hash = unchecked(hash + Hash.Combine(unit.GetHashCode(), _stretches[unit].Length));

        return hash;
    }

    private IEnumerable<(TUnit Unit, UnitStretch[] Stretches)> Within((int First, int Last) days) => _units
        .Select(unit => (Unit: unit, Stretches: _stretches[unit].Select(each => each.Within(days)).OfType<UnitStretch>().ToArray()))
        .Where(each => each.Stretches.Length > 0);

    private static bool AreSame(UnitStretch[] some, UnitStretch[] others) =>
        some.Length == others.Length && some.Zip(others, (one, other) => one.IsSameAs(other)).All(isSame => isSame);
}
