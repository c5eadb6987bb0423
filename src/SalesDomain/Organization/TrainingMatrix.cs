using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Which courses each role requires (培训矩阵), and where everybody stands with them on a day.</summary>
/// <remarks>
/// <para>
/// Who holds several roles is held to the strictest of them: the earliest due day, the shortest validity, the longest warning. A role that
/// is held without a gap is held from its first day, in however many spans it is written.
/// </para>
/// <para>
/// A course is due from the day the role is taken or from the first day on which it is required, whichever is later; requirements whose
/// days adjoin are one. Where the days it is due within are shortened, it is due when the longer time ends or when the shorter one has
/// passed since the change, whichever is earlier.
/// </para>
/// <para>Immutable. Equality is by roles and their requirements, in any order.</para>
/// </remarks>
public sealed class TrainingMatrix : IEquatable<TrainingMatrix>
{
    private readonly Dictionary<(RoleId Role, CourseId Course), Timeline<TrainingRequirement>> _requirements;

    private TrainingMatrix(Dictionary<(RoleId Role, CourseId Course), Timeline<TrainingRequirement>> requirements) =>
        _requirements = requirements;

    /// <summary>The matrix without requirements.</summary>
    public static TrainingMatrix Empty { get; } = new([]);

    /// <summary>The courses that some role requires on any day, by code.</summary>
    public IReadOnlyList<CourseId> Courses =>
        Array.AsReadOnly(_requirements.Keys.Select(key => key.Course).Distinct().OrderBy(course => course).ToArray());

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A matrix.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(TrainingMatrix? left, TrainingMatrix? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A matrix.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(TrainingMatrix? left, TrainingMatrix? right) => !(left == right);

    /// <summary>The matrix with one more requirement, always in force.</summary>
    /// <param name="role">The role.</param>
    /// <param name="requirement">What it requires.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="requirement"/> is null.</exception>
    /// <exception cref="ArgumentException">The role holds no code, or requires the course already.</exception>
    public TrainingMatrix With(RoleId role, TrainingRequirement requirement) =>
        With(role, Guard.Against.Null(requirement), null);

    /// <summary>The matrix with one more requirement, over some days: a course that is introduced.</summary>
    /// <param name="role">The role.</param>
    /// <param name="requirement">What it requires.</param>
    /// <param name="span">The days it is in force; of a role and a course all of them without a common day.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="requirement"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The role holds no code, or requires the course on a day of <paramref name="span"/>.
    /// </exception>
    public TrainingMatrix With(RoleId role, TrainingRequirement requirement, DateSpan span) =>
        With(role, Guard.Against.Null(requirement), (DateSpan?)span);

    /// <summary>The matrix with a requirement put over what the role required of the course on some days; what was before and after
    /// them stays.</summary>
    /// <param name="role">The role.</param>
    /// <param name="requirement">What it requires.</param>
    /// <param name="span">The days it is in force.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="requirement"/> is null.</exception>
    /// <exception cref="ArgumentException">The role holds no code.</exception>
    public TrainingMatrix Override(RoleId role, TrainingRequirement requirement, DateSpan span)
    {
        Guard.Against.Null(requirement);
        return Changed(role, requirement.Course, required => required.Override(span, requirement));
    }

    /// <summary>The matrix in which a role does not require a course on some days: a course that is required no longer.</summary>
    /// <param name="role">The role.</param>
    /// <param name="course">The course.</param>
    /// <param name="span">The days; those on which it is not required stay so.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">An identifier holds no code.</exception>
    public TrainingMatrix Without(RoleId role, CourseId course, DateSpan span) => Changed(role, course, required => required.Without(span));

    /// <summary>What a role requires of a course on a day, if it does.</summary>
    /// <param name="role">The role.</param>
    /// <param name="course">The course.</param>
    /// <param name="on">The day.</param>
    /// <param name="requirement">The requirement, or null.</param>
    /// <returns>False where the role does not require the course on that day.</returns>
    /// <exception cref="ArgumentException">An identifier holds no code, or the day is not of the ISO calendar.</exception>
    public bool TryRequirement(RoleId role, CourseId course, LocalDate on, [NotNullWhen(true)] out TrainingRequirement? requirement)
    {
        requirement = null;
        Guard.Against.OtherCalendar(on);
        return _requirements.TryGetValue((Identifier.Given(role), Identifier.Given(course)), out var required)
            && required.TryAt(on, out requirement);
    }

    /// <summary>The courses that some role requires on a day, by code.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The courses.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public IReadOnlyList<CourseId> CoursesOn(LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        return Array.AsReadOnly(_requirements.Where(entry => entry.Value.TryAt(on, out _)).Select(entry => entry.Key.Course).Distinct()
            .OrderBy(course => course).ToArray());
    }

    /// <summary>Where everybody stands with every course on a day.</summary>
    /// <param name="roles">Who holds which role on which days, with a first one; the share does not matter.</param>
    /// <param name="records">The courses taken, in any order; those after the day, and of people without a role, do not count.</param>
    /// <param name="on">The day.</param>
    /// <returns>The review: a cell for each person of <paramref name="roles"/> and each of <see cref="CoursesOn"/> the day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roles"/>, <paramref name="records"/> or an element is null.</exception>
    /// <exception cref="ArgumentException">
    /// An identifier holds no code, days of a role have an open start, a record comes twice, or the day is not of the ISO calendar.
    /// </exception>
    /// <exception cref="OverflowException">A due day or the end of a validity would be after 9999-12-31.</exception>
    public TrainingReview Review(
        IEnumerable<Assignment<RoleId, SalespersonId>> roles, IEnumerable<TrainingRecord> records, LocalDate on)
    {
        Guard.Against.Null(roles);
        Guard.Against.Null(records);
        Guard.Against.OtherCalendar(on);
        var held = roles.Select(each => Checked(each, nameof(roles))).ToArray();
        var taken = Checked(records).Where(record => record.Date <= on).ToLookup(record => (record.Salesperson, record.Course));
        var courses = CoursesOn(on);
        var cells = new List<TrainingCell>();
        foreach (var person in held.GroupBy(each => each.Holder))
        {
            var current = HeldOn(on, [.. person.Select(each => (each.Subject, each.Span))]);
            cells.AddRange(courses.Select(course => Cell(person.Key, course, current, taken[(person.Key, course)], on)));
        }

        return new TrainingReview(on, [.. cells]);
    }

    /// <summary>Whether the other has the same roles with the same requirements.</summary>
    /// <param name="other">The matrix to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TrainingMatrix? other) =>
        other is not null && _requirements.Count == other._requirements.Count
        && _requirements.All(entry => other._requirements.TryGetValue(entry.Key, out var same) && same == entry.Value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as TrainingMatrix);

    /// <inheritdoc/>
    public override int GetHashCode() => _requirements.Values.Aggregate(_requirements.Count, (hash, each) => hash ^ each.GetHashCode());

    /// <summary>The requirements in words, by role and course.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join("; ", _requirements.OrderBy(entry => entry.Key.Role).ThenBy(entry => entry.Key.Course)
            .Select(entry => entry.Key.Role + ": " + string.Join(", ", entry.Value.Entries.Select(slice =>
                (slice.Span == DateSpan.Always ? "" : slice.Span + ": ") + slice.Value))));

    /// <summary>The roles of one person on the day, each with the day since when it is held without a gap.</summary>
    private static (RoleId Role, LocalDate Since)[] HeldOn(LocalDate on, (RoleId Role, DateSpan Span)[] held)
    {
        var since = new Dictionary<RoleId, LocalDate>();
        foreach (var (role, span) in held.Where(each => each.Span.Contains(on)))
        {
            var first = since.TryGetValue(role, out var known) ? LocalDate.Min(known, span.Start!.Value) : span.Start!.Value;
            since[role] = first;
        }

        // From the last span to the first: one that reaches the day before carries the role on.
        foreach (var (role, span) in held.Where(each => each.Span.End is not null).OrderByDescending(each => each.Span.End))
        {
            if (since.TryGetValue(role, out var first) && span.Start < first && span.End >= first.PlusDays(-1))
                since[role] = span.Start!.Value;
        }

        return [.. since.Select(entry => (entry.Key, entry.Value))];
    }

    private TrainingCell Cell(
        SalespersonId salesperson, CourseId course, (RoleId Role, LocalDate Since)[] held, IEnumerable<TrainingRecord> records,
        LocalDate on)
    {
        TrainingRequirement? required = null;
        var due = new List<TrainingDue>();
        foreach (var (role, since) in held)
        {
            if (!_requirements.TryGetValue((role, course), out var ofRole) || !ofRole.TryAt(on, out var requirement))
                continue;

            required = required?.Stricter(requirement) ?? requirement;
            due.Add(new TrainingDue(role, since, ofRole, on));
        }

        return new TrainingCell(salesperson, course, required, [.. due], [.. records], on);
    }

    private TrainingMatrix With(RoleId role, TrainingRequirement requirement, DateSpan? span) =>
        Changed(role, requirement.Course, required =>
            DatedRules.With(required, span, requirement, role + " " + requirement.Course, nameof(requirement)));

    private TrainingMatrix Changed(
        RoleId role, CourseId course, Func<Timeline<TrainingRequirement>, Timeline<TrainingRequirement>> change) =>
        new(DatedRules.Changed(_requirements, (Identifier.Given(role), Identifier.Given(course)), change));

    private static Assignment<RoleId, SalespersonId> Checked(Assignment<RoleId, SalespersonId> held, string parameterName)
    {
        Identifier.Given((held ?? throw new ArgumentNullException(parameterName)).Holder, parameterName);
        Identifier.Given(held.Subject, parameterName);
        return held.Span.Start is not null ? held
            : throw Guards.Invalid(parameterName, held.ToString(), "must have a first day of each role");
    }

    private static HashSet<TrainingRecord> Checked(IEnumerable<TrainingRecord> records)
    {
        var seen = new HashSet<TrainingRecord>();
        foreach (var record in records)
        {
            if (!seen.Add(record ?? throw new ArgumentNullException(nameof(records))))
                throw Guards.Invalid(nameof(records), record.ToString(), "must have each record once");
        }

        return seen;
    }
}
