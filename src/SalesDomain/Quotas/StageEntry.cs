using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The fact that an opportunity entered a stage on a day.</summary>
/// <remarks>Equality is by all values.</remarks>
public sealed record StageEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="opportunity">The opportunity.</param>
    /// <param name="stageName">The name of the stage it entered, not blank.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stageName"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="opportunity"/> is the default value, <paramref name="stageName"/> is blank, or the day is not of the ISO calendar.
    /// </exception>
    public StageEntry(OpportunityId opportunity, string stageName, LocalDate on)
    {
        Opportunity = Identifier.Given(opportunity);
        StageName = Identifier.Checked(stageName);
        On = Guard.Against.OtherCalendar(on);
    }

    /// <summary>The opportunity.</summary>
    public OpportunityId Opportunity { get; }

    /// <summary>The name of the stage it entered.</summary>
    public string StageName { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>Day, opportunity and stage: <c>2026-02-10 O-17: offer</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Date(On) + " " + Opportunity + ": " + StageName;
}
