using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What of a phased quota falls to the days that somebody held it: each period's part, prorated within the period.</summary>
/// <remarks>Made by <see cref="Proration.Of(PhasedQuota, DateSpan, Rounding)"/>. Equality is by quota, days held and parts.</remarks>
public sealed class ProratedQuota : IEquatable<ProratedQuota>
{
    private readonly ProratedPart[] _parts;

    internal ProratedQuota(PhasedQuota quota, DateSpan held, ProratedPart[] parts)
    {
        Quota = quota;
        Held = held;
        _parts = parts;
        Total = parts.Aggregate(quota.Total.With(0m), (sum, part) => sum + part.Amount);
        Relief = quota.Total - Total;
    }

    /// <summary>The full quota.</summary>
    public PhasedQuota Quota { get; }

    /// <summary>The days held.</summary>
    public DateSpan Held { get; }

    /// <summary>The parts, one a period of the quota, with 0 where it was not held.</summary>
    public IReadOnlyList<ProratedPart> Parts => Array.AsReadOnly(_parts);

    /// <summary>The sum of the parts.</summary>
    public Measured Total { get; }

    /// <summary>What the full quota has more than this.</summary>
    public Measured Relief { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A quota.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ProratedQuota? left, ProratedQuota? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A quota.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ProratedQuota? left, ProratedQuota? right) => !(left == right);

    /// <summary>The quota in the periods held, each cut to the days held: for amounts to date, pace and ramp.</summary>
    /// <returns>
    /// The quota, whose parts are these; its first period begins on the first day held. Null where no day of the periods was held, or
    /// nothing of
    /// the quota falls to those days.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// Some parts are positive and some negative, and there are no weights for that. Or the quota is phased by working days and prorated
    /// by others, and a part falls to days without one: of a period that was held from its last Sunday on.
    /// </exception>
    public PhasedQuota? ToPhasedQuota()
    {
        var held = _parts.Where(part => part.Period.Overlaps(Held)).ToArray();
        return WeightedParts.Phase(
            [.. held.Select(part => part.Period.Intersection(Held)!.Value)],
            [.. held.Select(part => part.Amount)], Quota.Phasing.WorkCalendar,
            _parts[0].Rounding);
    }

    /// <summary>How the total came about: the parts of the periods held.</summary>
    /// <returns>The explanation, whose figure is <see cref="Total"/>.</returns>
    public Explanation Explain() => Node("prorated quota", Total.Value, Operation.Sum, [.. _parts.Select(part => part.Explain())]);

    /// <summary>Whether the other is of the same quota, days held and parts.</summary>
    /// <param name="other">The quota to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ProratedQuota? other) =>
        other is not null && Quota == other.Quota && Held == other.Held && _parts.SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProratedQuota);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Quota.GetHashCode(), Held.GetHashCode());

    /// <summary>Days held, total and parts.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Held + ": " + Total.Value + " (" + string.Join(", ", _parts.Select(part => part.ToString())) + ")";
}
