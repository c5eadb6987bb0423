using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Makes a <see cref="Staffing{TPosition}"/> of named positions, or a <see cref="StaffingByNumber{TUnit}"/>.</summary>
public static class Staffing
{
    /// <summary>Positions as they are authorized, all of them vacant until it is said by whom they are filled.</summary>
    /// <typeparam name="TPosition">The type of the positions.</typeparam>
    /// <param name="authorized">The days on which a position is in the plan, each with a first day; a position may come again, but not
    /// twice on a day.</param>
    /// <returns>The staffing; positions stand in the order in which they are first authorized.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authorized"/> or a position is null.</exception>
    /// <exception cref="ArgumentException">Nothing is authorized, a span of authorization has no first day, or a position is authorized
    /// twice on a day.</exception>
    public static Staffing<TPosition> Of<TPosition>(IEnumerable<(TPosition Position, DateSpan Span)> authorized)
        where TPosition : notnull
    {
        var plan = Guard.Against.Nothing(authorized, "a plan has at least one position");
        Require(plan, nameof(authorized));
        foreach (var (position, span) in plan)
        {
            if (span.Start is null)
                throw Guards.Invalid(nameof(authorized), InvariantText.Any(position) + " " + span, "must have a first day");
        }

        RequireOnce(plan, "must authorize a position once on a day", nameof(authorized));
        return new Staffing<TPosition>(plan, []);
    }

    /// <summary>Positions as they are authorized, and who holds them.</summary>
    /// <typeparam name="TPosition">The type of the positions.</typeparam>
    /// <typeparam name="THolder">The type of the people.</typeparam>
    /// <param name="authorized">The days on which a position is in the plan, each with a first day; a position may come again, but not
    /// twice on a day.</param>
    /// <param name="holders">Who holds which position when; whoever holds a share of one fills it.</param>
    /// <returns>The staffing; positions stand in the order in which they are first authorized.</returns>
    /// <exception cref="ArgumentNullException">An argument or a position is null.</exception>
    /// <exception cref="ArgumentException">Nothing is authorized, a span of authorization has no first day, or a position is authorized
    /// twice on a day.</exception>
    public static Staffing<TPosition> Of<TPosition, THolder>(
        IEnumerable<(TPosition Position, DateSpan Span)> authorized, Assignments<TPosition, THolder> holders)
        where TPosition : notnull
        where THolder : notnull
    {
        Guard.Against.Null(authorized);
        Guard.Against.Null(holders);
        return Of(authorized).WithFilled(holders.All.Select(each => (each.Subject, each.Span)));
    }

    /// <summary>Numbers as they are authorized unit by unit, and who is in post: where places are not named.</summary>
    /// <typeparam name="TUnit">The type of the units.</typeparam>
    /// <param name="authorized">How many are in the plan of a unit, zero or more, and on which days; a unit has one number on a
    /// day.</param>
    /// <param name="inPost">Of each person the unit and the days.</param>
    /// <returns>The staffing; units stand in the order in which they are first mentioned, those of the plan first.</returns>
    /// <exception cref="ArgumentNullException">An argument or a unit is null.</exception>
    /// <exception cref="ArgumentException">Nothing is authorized, or a unit has two numbers on a day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static StaffingByNumber<TUnit> ByNumber<TUnit>(
        IEnumerable<(TUnit Unit, int Number, DateSpan Span)> authorized, IEnumerable<(TUnit Unit, DateSpan Span)> inPost)
        where TUnit : notnull
    {
        var plan = Guard.Against.Nothing(authorized, "a plan has at least one unit");
        var facts = Guard.Against.Null(inPost).ToArray();
        Require(Array.ConvertAll(plan, each => (each.Unit, each.Span)), nameof(authorized));
        Require(facts, nameof(inPost));
        Array.ForEach(plan, each => Guard.Against.Below(0, each.Number, nameof(authorized)));
        RequireOnce(plan.Select(each => (each.Unit, each.Span)), "must have one number on a day", nameof(authorized));
        return new StaffingByNumber<TUnit>(plan, facts);
    }

    /// <summary>Numbers as they are authorized unit by unit, and who is assigned to the units.</summary>
    /// <typeparam name="TUnit">The type of the units.</typeparam>
    /// <typeparam name="THolder">The type of the people.</typeparam>
    /// <param name="authorized">How many are in the plan of a unit, zero or more, and on which days; a unit has one number on a
    /// day.</param>
    /// <param name="holders">Who is in which unit when; whoever is there for a share counts one.</param>
    /// <returns>The staffing; units stand in the order in which they are first mentioned, those of the plan first.</returns>
    /// <exception cref="ArgumentNullException">An argument or a unit is null.</exception>
    /// <exception cref="ArgumentException">Nothing is authorized, or a unit has two numbers on a day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static StaffingByNumber<TUnit> ByNumber<TUnit, THolder>(
        IEnumerable<(TUnit Unit, int Number, DateSpan Span)> authorized, Assignments<TUnit, THolder> holders)
        where TUnit : notnull
        where THolder : notnull
    {
        Guard.Against.Null(authorized);
        return ByNumber(authorized, Guard.Against.Null(holders).All.Select(each => (each.Subject, each.Span)));
    }

    internal static void Require<TPosition>((TPosition Position, DateSpan Span)[] spans, string parameterName)
        where TPosition : notnull
    {
        if (Array.Exists(spans, each => each.Position is null))
            throw new ArgumentNullException(parameterName);
    }

    private static void RequireOnce<TKey>(IEnumerable<(TKey Key, DateSpan Span)> rows, string requirement, string parameterName)
        where TKey : notnull
    {
        foreach (var ofKey in rows.GroupBy(each => each.Key))
        {
            DateSpan[] spans = [.. ofKey.Select(each => each.Span).OrderBy(span => span.Start)];
            for (var i = 1; i < spans.Length; i++)
            {
                if (spans[i].Overlaps(spans[i - 1]))
                    throw Guards.Invalid(parameterName, InvariantText.Any(ofKey.Key) + " " + spans[i], requirement);
            }
        }
    }
}
