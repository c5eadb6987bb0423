using System;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A salesperson who is to be coached: since when, in which role, and by whom.</summary>
/// <remarks>Equality is by all values.</remarks>
public sealed record CoachedSalesperson
{
    /// <summary>A salesperson with the days of employment, from which tenure is counted.</summary>
    /// <param name="salesperson">The salesperson.</param>
    /// <param name="span">The days of employment, with a first one.</param>
    /// <exception cref="ArgumentException">The identifier holds no code, or the days have an open start.</exception>
    public CoachedSalesperson(SalespersonId salesperson, DateSpan span)
        : this(Identifier.Given(salesperson), Started(span), null, null)
    {
    }

    private CoachedSalesperson(SalespersonId salesperson, DateSpan span, RoleId? role, SalespersonId? coach)
    {
        Salesperson = salesperson;
        Span = span;
        Role = role;
        Coach = coach;
    }

    /// <summary>The salesperson.</summary>
    public SalespersonId Salesperson { get; }

    /// <summary>The days of employment.</summary>
    public DateSpan Span { get; }

    /// <summary>The role, which may have a quota of its own, or null.</summary>
    public RoleId? Role { get; }

    /// <summary>Who owes the coaching, or null.</summary>
    public SalespersonId? Coach { get; }

    /// <summary>The salesperson with a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="role"/> holds no code.</exception>
    public CoachedSalesperson WithRole(RoleId role) => new(Salesperson, Span, Identifier.Given(role), Coach);

    /// <summary>The salesperson with a coach who owes the coaching.</summary>
    /// <param name="coach">The coach.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="coach"/> holds no code, or is the salesperson.</exception>
    public CoachedSalesperson WithCoach(SalespersonId coach) =>
        Identifier.Given(coach) != Salesperson ? new CoachedSalesperson(Salesperson, Span, Role, coach)
            : throw Guards.Invalid(nameof(coach), coach.ToString(), "must not be the salesperson");

    /// <summary>Salesperson, role, coach and days, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Salesperson + (Role is { } role ? " (" + role + ")" : "") + (Coach is { } coach ? " coached by " + coach : "") + " " + Span;

    private static DateSpan Started(DateSpan span) =>
        span.Start is not null ? span : throw Guards.Invalid(nameof(span), span.ToString(), "must have a first day");
}
