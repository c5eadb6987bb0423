using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Makes a <see cref="Staffing{TPosition}"/>.</summary>
public static class Staffing
{
    /// <summary>Positions as they are authorised and as they are filled.</summary>
    /// <typeparam name="TPosition">The type of the positions.</typeparam>
    /// <param name="authorised">The days on which a position is in the plan, each with a first day; a position may come again, but not twice on a day.</param>
    /// <param name="filled">The days on which somebody is in a position; two people in one position on a day fill it once.</param>
    /// <returns>The staffing; positions stand in the order in which they are first authorised.</returns>
    /// <exception cref="ArgumentNullException">An argument or a position is null.</exception>
    /// <exception cref="ArgumentException">Nothing is authorised, a span of authorisation has no first day, or a position is authorised twice on a
    /// day.</exception>
    public static Staffing<TPosition> Of<TPosition>(
        IEnumerable<(TPosition Position, DateSpan Span)> authorised, IEnumerable<(TPosition Position, DateSpan Span)> filled)
        where TPosition : notnull
    {
        var plan = Guard.Against.Nothing(authorised, "a plan has at least one position");
        var facts = Guard.Against.Null(filled).ToArray();
        Require(plan, nameof(authorised));
        Require(facts, nameof(filled));
        foreach (var (position, span) in plan)
        {
            if (span.Start is null)
                throw Guards.Invalid(nameof(authorised), InvariantText.Any(position) + " " + span, "must have a first day");
        }

        foreach (var position in plan.GroupBy(each => each.Position))
        {
            DateSpan[] spans = [.. position.Select(each => each.Span).OrderBy(span => span.Start)];
            for (var i = 1; i < spans.Length; i++)
            {
                if (spans[i].Overlaps(spans[i - 1]))
                    throw Guards.Invalid(nameof(authorised), InvariantText.Any(position.Key) + " " + spans[i], "must authorise a position once on a day");
            }
        }

        return new Staffing<TPosition>(plan, facts);
    }

    /// <summary>Positions as they are authorised, and who holds them.</summary>
    /// <typeparam name="TPosition">The type of the positions.</typeparam>
    /// <typeparam name="THolder">The type of the people.</typeparam>
    /// <param name="authorised">The days on which a position is in the plan, each with a first day; a position may come again, but not twice on a day.</param>
    /// <param name="holders">Who holds which position when; whoever holds a share of one fills it.</param>
    /// <returns>The staffing; positions stand in the order in which they are first authorised.</returns>
    /// <exception cref="ArgumentNullException">An argument or a position is null.</exception>
    /// <exception cref="ArgumentException">Nothing is authorised, a span of authorisation has no first day, or a position is authorised twice on a
    /// day.</exception>
    public static Staffing<TPosition> Of<TPosition, THolder>(
        IEnumerable<(TPosition Position, DateSpan Span)> authorised, Assignments<TPosition, THolder> holders)
        where TPosition : notnull
        where THolder : notnull
    {
        Guard.Against.Null(authorised);
        return Of(authorised, Guard.Against.Null(holders).All.Select(each => (each.Subject, each.Span)));
    }

    private static void Require<TPosition>((TPosition Position, DateSpan Span)[] spans, string parameterName)
        where TPosition : notnull
    {
        if (Array.Exists(spans, each => each.Position is null))
            throw new ArgumentNullException(parameterName);
    }
}
