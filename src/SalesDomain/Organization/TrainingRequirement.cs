using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A course that a role requires: by when, and for how long it is valid.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed class TrainingRequirement : IEquatable<TrainingRequirement>
{
    private TrainingRequirement(CourseId course, int dueWithinDays, int? validMonths, int warningDays)
    {
        Course = course;
        DueWithinDays = dueWithinDays;
        ValidMonths = validMonths;
        WarningDays = warningDays;
    }

    /// <summary>The course.</summary>
    public CourseId Course { get; }

    /// <summary>In how many days it is to be done, counted from when the role is taken or from the first day on which it is required,
    /// whichever is later; 0: on that day itself.</summary>
    public int DueWithinDays { get; }

    /// <summary>For how many months it is valid, or null for ever.</summary>
    public int? ValidMonths { get; }

    /// <summary>The last days of its validity, on which it is expiring soon.</summary>
    public int WarningDays { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A requirement.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(TrainingRequirement? left, TrainingRequirement? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A requirement.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(TrainingRequirement? left, TrainingRequirement? right) => !(left == right);

    /// <summary>A course that is valid for ever once it is passed.</summary>
    /// <param name="course">The course.</param>
    /// <param name="dueWithinDays">In how many days after the role is taken or the course first required, whichever is later;
    /// zero or more.</param>
    /// <returns>The requirement.</returns>
    /// <exception cref="ArgumentException"><paramref name="course"/> holds no code.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dueWithinDays"/> is negative.</exception>
    public static TrainingRequirement Of(CourseId course, int dueWithinDays) =>
        new(Identifier.Given(course), Guard.Against.OutsideRange(0, int.MaxValue, dueWithinDays), null, 0);

    /// <summary>The requirement with an end of validity.</summary>
    /// <param name="months">
    /// How many months, 1 or more, from the day the course is passed to the same day of the month, which is still valid; where that month
    /// lacks the day, to its last. Counted from the day of passing every time, it does not drift: passed on 31 January for one month, to
    /// 28 February; for two, to 31 March.
    /// </param>
    /// <param name="warningDays">On how many of the last days it is expiring soon, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="months"/> is below 1 or <paramref name="warningDays"/> is negative.
    /// </exception>
    public TrainingRequirement WithValidity(int months, int warningDays) =>
        new(Course, DueWithinDays, Guard.Against.OutsideRange(1, int.MaxValue, months),
            Guard.Against.OutsideRange(0, int.MaxValue, warningDays));

    /// <summary>Whether the other has the same course, days and months.</summary>
    /// <param name="other">The requirement to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TrainingRequirement? other) =>
        other is not null && Course == other.Course && DueWithinDays == other.DueWithinDays && ValidMonths == other.ValidMonths
        && WarningDays == other.WarningDays;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as TrainingRequirement);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Course.GetHashCode(), DueWithinDays, ValidMonths ?? 0, WarningDays);

    /// <summary>The requirement in words: <c>SAFETY within 30 days, valid 12 months, warning 30 days</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Course + " within " + InvariantText.Number(DueWithinDays) + " days"
        + (ValidMonths is { } months
            ? ", valid " + InvariantText.Number(months) + " months, warning " + InvariantText.Number(WarningDays) + " days" : "");

    /// <summary>The stricter of two roles in everything: the shorter time, the shorter validity, the longer warning.</summary>
    internal TrainingRequirement Stricter(TrainingRequirement other) =>
        new(
            Course, Math.Min(DueWithinDays, other.DueWithinDays),
            ValidMonths is { } own && other.ValidMonths is { } others ? Math.Min(own, others) : ValidMonths ?? other.ValidMonths,
            Math.Max(WarningDays, other.WarningDays));
}
