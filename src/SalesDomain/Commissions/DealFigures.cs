using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What one deal counts for in a component that is paid deal by deal.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed class DealFigures : IEquatable<DealFigures>
{
    /// <summary>Creates the figures of a deal.</summary>
    /// <param name="deal">The document that is the deal.</param>
    /// <param name="on">The day of its first fact.</param>
    /// <param name="level">The level, which sets the rate; null when it is not known.</param>
    /// <param name="base">The base, which is paid on; null when it is not known.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="deal"/> or an amount is the default value, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public DealFigures(DocumentId deal, LocalDate on, Measured? level, Measured? @base)
    {
        Deal = Identifier.Given(deal);
        On = Guard.Against.OtherCalendar(on);
        Level = MeasuredArgument.Given(level);
        Base = MeasuredArgument.Given(@base, nameof(@base));
    }

    /// <summary>The document that is the deal.</summary>
    public DocumentId Deal { get; }

    /// <summary>The day of its first fact.</summary>
    public LocalDate On { get; }

    /// <summary>The level, which sets the rate; null when it is not known.</summary>
    public Measured? Level { get; }

    /// <summary>The base, which is paid on; null when it is not known.</summary>
    public Measured? Base { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Figures of a deal.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DealFigures? left, DealFigures? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Figures of a deal.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DealFigures? left, DealFigures? right) => !(left == right);

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The figures to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DealFigures? other) =>
        other is not null && Deal == other.Deal && On == other.On && Level == other.Level && Base == other.Base;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DealFigures);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Deal.GetHashCode(), On.GetHashCode(), Level.GetHashCode(), Base.GetHashCode());

    /// <summary>The deal and its base: <c>SO-17 of 2026-03-04: revenue, without tax CNY 1000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Deal + " of " + InvariantText.Date(On) + ": " + (Base?.ToString() ?? "unknown");
}
