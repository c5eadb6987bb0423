using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A course that somebody took on a day, and passed or not.</summary>
/// <remarks>Equality is by all values.</remarks>
public sealed record TrainingRecord
{
    private TrainingRecord(SalespersonId salesperson, CourseId course, LocalDate date, bool isPassed, decimal? hours)
    {
        Salesperson = salesperson;
        Course = course;
        Date = date;
        IsPassed = isPassed;
        Hours = hours;
    }

    /// <summary>Who took it.</summary>
    public SalespersonId Salesperson { get; }

    /// <summary>The course.</summary>
    public CourseId Course { get; }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>Whether it was passed.</summary>
    public bool IsPassed { get; }

    /// <summary>How many hours, or null where they are not recorded.</summary>
    public decimal? Hours { get; }

    /// <summary>A course that was passed.</summary>
    /// <param name="salesperson">Who took it.</param>
    /// <param name="course">The course.</param>
    /// <param name="date">The day on which it was passed.</param>
    /// <returns>The record, without hours.</returns>
    /// <exception cref="ArgumentException">An identifier holds no code, or the day is not of the ISO calendar.</exception>
    public static TrainingRecord Passed(SalespersonId salesperson, CourseId course, LocalDate date) =>
        new(Identifier.Given(salesperson), Identifier.Given(course), Guard.Against.OtherCalendar(date), true, null);

    /// <summary>A course that was failed.</summary>
    /// <param name="salesperson">Who took it.</param>
    /// <param name="course">The course.</param>
    /// <param name="date">The day on which it was failed.</param>
    /// <returns>The record, without hours.</returns>
    /// <exception cref="ArgumentException">An identifier holds no code, or the day is not of the ISO calendar.</exception>
    public static TrainingRecord Failed(SalespersonId salesperson, CourseId course, LocalDate date) =>
        new(Identifier.Given(salesperson), Identifier.Given(course), Guard.Against.OtherCalendar(date), false, null);

    /// <summary>The record with the hours that the course took.</summary>
    /// <param name="hours">How many, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hours"/> is negative.</exception>
    public TrainingRecord WithHours(decimal hours) => new(Salesperson, Course, Date, IsPassed, Guard.Against.Below(0m, hours));

    /// <summary>Day, salesperson, course and result, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Date(Date) + " " + Salesperson + " " + Course + (IsPassed ? " passed" : " failed")
        + (Hours is { } hours ? ", " + InvariantText.Number(hours) + " hours" : "");
}
