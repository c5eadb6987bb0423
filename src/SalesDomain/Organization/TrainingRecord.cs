using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A course that somebody took on a day, and passed or not.</summary>
/// <remarks>Equality is by all values.</remarks>
public sealed record TrainingRecord
{
    /// <summary>A course taken.</summary>
    /// <param name="person">Who took it.</param>
    /// <param name="course">The course.</param>
    /// <param name="date">The day on which it was passed or failed.</param>
    /// <param name="passed">Whether it was passed.</param>
    /// <param name="hours">How many hours, zero or more, or null where they are not recorded.</param>
    /// <exception cref="ArgumentException">An identifier holds no code, or the day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hours"/> is negative.</exception>
    public TrainingRecord(SalespersonId person, CourseId course, LocalDate date, bool passed, decimal? hours = null)
    {
        Person = Identifier.Given(person);
        Course = Identifier.Given(course);
        Date = Guard.Against.OtherCalendar(date);
        Passed = passed;
        Hours = hours is { } number ? Guard.Against.Below(0m, number, nameof(hours)) : null;
    }

    /// <summary>Who took it.</summary>
    public SalespersonId Person { get; }

    /// <summary>The course.</summary>
    public CourseId Course { get; }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>Whether it was passed.</summary>
    public bool Passed { get; }

    /// <summary>How many hours, or null where they are not recorded.</summary>
    public decimal? Hours { get; }

    /// <summary>Day, person, course and result, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Date(Date) + " " + Person + " " + Course + (Passed ? " passed" : " failed")
        + (Hours is { } hours ? ", " + InvariantText.Number(hours) + " hours" : "");
}
