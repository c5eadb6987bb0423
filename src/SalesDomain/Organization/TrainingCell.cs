using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Where one person stands with one course on a day.</summary>
/// <remarks>
/// Made by <see cref="TrainingMatrix.Review"/>. The last pass counts. Source of the end of a validity: a time in months ends with the day
/// of the same number, which belongs to it, or with the last of a month that lacks it (民法典 art. 201 and 202; Regulation (EEC)
/// 1182/71 art. 3).
/// </remarks>
public sealed partial class TrainingCell
{
    private readonly TrainingDue[] _due;

    internal TrainingCell(
        SalespersonId salesperson, CourseId course, TrainingRequirement? requirement, TrainingDue[] due, TrainingRecord[] records,
        LocalDate on)
    {
        _due = due;
        Salesperson = salesperson;
        Course = course;
        Requirement = requirement;
        DueBy = due.Length == 0 ? null : due.Min(each => each.On);
        AsOf = on;
        foreach (var record in records)
        {
            if (record.IsPassed && !(record.Date < DoneOn))
                DoneOn = record.Date;
            if (!record.IsPassed && !(record.Date < FailedOn))
                FailedOn = record.Date;
        }

        if (DoneOn is { } done && requirement?.ValidMonths is { } months)
        {
            ValidThrough = done.PlusMonths(months);
            ExpiredFrom = ValidThrough.Value.PlusDays(1);
            ExpiringFrom = ExpiredFrom.Value.PlusDays(-requirement.WarningDays);
        }

        Status = StatusOn(on);
    }

    /// <summary>The salesperson.</summary>
    public SalespersonId Salesperson { get; }

    /// <summary>The course.</summary>
    public CourseId Course { get; }

    /// <summary>The day.</summary>
    public LocalDate AsOf { get; }

    /// <summary>What the roles of the day require, the strictest of each; null where none does.</summary>
    public TrainingRequirement? Requirement { get; }

    /// <summary>Where the person stands.</summary>
    public TrainingStatus Status { get; }

    /// <summary>
    /// The last day in time to do it, counted from when the role was taken or from the first day it is required, whichever is later; of
    /// several roles the earliest. Null where it is not required.
    /// </summary>
    public LocalDate? DueBy { get; }

    /// <summary>The day of the last pass, or null for none.</summary>
    public LocalDate? DoneOn { get; }

    /// <summary>The day of the last failure, or null for none.</summary>
    public LocalDate? FailedOn { get; }

    /// <summary>The last day on which the last pass is valid; null without one, and where it is valid for ever.</summary>
    public LocalDate? ValidThrough { get; }

    /// <summary>The day from which it is expired, the one after <see cref="ValidThrough"/>.</summary>
    public LocalDate? ExpiredFrom { get; }

    /// <summary>The day from which it is expiring soon.</summary>
    public LocalDate? ExpiringFrom { get; }

    /// <summary>Whether a role of the day requires the course.</summary>
    public bool IsRequired => Requirement is not null;

    /// <summary>Whether it is required and valid.</summary>
    public bool IsValid => Status is TrainingStatus.Done or TrainingStatus.ExpiringSoon;

    /// <summary>Whether it was never passed, and the last day to do it in time is over.</summary>
    public bool IsLate => IsRequired && DoneOn is null && AsOf > DueBy;

    /// <summary>Whether it is required and not valid, and there is time still to do it.</summary>
    public bool IsInTime => IsRequired && !IsValid && !(AsOf > DueBy);

    /// <summary>Salesperson, course, status and its day, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Salesperson + " " + Course + " " + Status
        + Status switch
        {
            TrainingStatus.Missing => ", due by " + InvariantText.Date(DueBy!.Value),
            TrainingStatus.Done or TrainingStatus.ExpiringSoon when ValidThrough is { } last => " through " + InvariantText.Date(last),
            TrainingStatus.Expired => " since " + InvariantText.Date(ExpiredFrom!.Value),
            TrainingStatus.Failed => " on " + InvariantText.Date(FailedOn!.Value),
            _ => "",
        };

    private TrainingStatus StatusOn(LocalDate on) =>
        !IsRequired ? TrainingStatus.NotRequired
            : DoneOn is not null && (ExpiringFrom is null || on < ExpiringFrom) ? TrainingStatus.Done
            : on < ExpiredFrom ? TrainingStatus.ExpiringSoon
            : LastAttemptFailed ? TrainingStatus.Failed
            : DoneOn is not null ? TrainingStatus.Expired
            : TrainingStatus.Missing;

    // A pass and a failure of one day are taken in this order: who fails and repeats on the day has passed.
    private bool LastAttemptFailed => FailedOn is { } failed && !(failed <= DoneOn);
}
