using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What is done about an alert: who does what by when, and when it is looked at again.</summary>
/// <remarks>Equality is by all values.</remarks>
public sealed record AlertAction
{
    /// <summary>Creates an action.</summary>
    /// <param name="responsible">Who does it, by the caller's own code or name; not blank.</param>
    /// <param name="task">What is done; not blank.</param>
    /// <param name="due">By when it is done.</param>
    /// <param name="recheck">The day on which the figure is looked at again, not before <paramref name="due"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="responsible"/> or <paramref name="task"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recheck"/> is before <paramref name="due"/>.</exception>
    /// <exception cref="ArgumentException">A text is blank or begins or ends with white space, or a day is not of the ISO
    /// calendar.</exception>
    public AlertAction(string responsible, string task, LocalDate due, LocalDate recheck)
    {
        Responsible = Identifier.Checked(responsible);
        Task = Identifier.Checked(task);
        Due = Guard.Against.OtherCalendar(due);
        Recheck = Guard.Against.OtherCalendar(recheck) >= due ? recheck
            : throw Guards.OutOfRange(
                nameof(recheck), InvariantText.Date(recheck), "must not be before the action is due, " + InvariantText.Date(due));
    }

    /// <summary>Who does it.</summary>
    public string Responsible { get; }

    /// <summary>What is done.</summary>
    public string Task { get; }

    /// <summary>By when it is done.</summary>
    public LocalDate Due { get; }

    /// <summary>The day on which the figure is looked at again.</summary>
    public LocalDate Recheck { get; }

    /// <summary>Who, what and when: <c>Li: visit dealer D, by 2026-02-10, re-check 2026-02-28</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Responsible + ": " + Task + ", by " + InvariantText.Date(Due) + ", re-check " + InvariantText.Date(Recheck);
}
