using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What of a phased quota falls to the days that somebody held it: each period's part, prorated within the period.</summary>
/// <remarks>
/// Made by <see cref="Proration.Of(PhasedQuota, DateSpan, Rounding)"/>. Quotas prorated to spans that make up the periods, those of a
/// leaver, of the vacancy and of the successor, sum to the full one period by period. Equality is by quota, days held and parts.
/// </remarks>
public sealed class ProratedQuota : IEquatable<ProratedQuota>
{
    private readonly ProratedPart[] _parts;

    internal ProratedQuota(PhasedQuota quota, DateSpan[] held, ProratedPart[] parts)
    {
        Quota = quota;
        Held = Array.AsReadOnly(held);
        _parts = parts;
        Total = parts.Aggregate(quota.Total.With(0m), (sum, part) => sum + part.Amount);
        Relief = quota.Total - Total;
    }

    /// <summary>The full quota.</summary>
    public PhasedQuota Quota { get; }

    /// <summary>The spans held, in order of time.</summary>
    public IReadOnlyList<DateSpan> Held { get; }

    /// <summary>
    /// The parts in order of time, one for each period and span that have a day in common, and one of 0 for a period that was not held.
    /// </summary>
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
    /// The quota, whose parts are these, from the first day held to the last; of days between that were not held, a leave, nothing is
    /// asked. Null where no day of the periods was held, or nothing of the quota falls to those days.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// Some parts are positive and some negative, and there are no weights for that. Or the quota is phased by working days and prorated
    /// by others, and a part falls to days without one: of a period that was held from its last Sunday on. Prorate by what the phasing
    /// counts (<see cref="Proration.ByWorkingDays"/>), or let all days count within the periods (<see cref="Phasing.InDays"/>).
    /// </exception>
    public PhasedQuota? ToPhasedQuota()
    {
        var (spans, amounts) = (new List<DateSpan>(), new List<Measured>());
        foreach (var part in _parts)
        {
            if (part.Period.Intersection(part.Held) is not { } held)
            {
                // A period between that was not held; none before the first day.
                if (spans.Count > 0)
                    Add(part.Period, part.Amount);
                continue;
            }

            Add(held, part.Amount);
        }

        var count = 1 + spans.FindLastIndex(span => Held.Any(span.Overlaps));
        return WeightedParts.Phase(
            [.. spans.Take(count)], [.. amounts.Take(count)], Quota.Phasing.WorkCalendar, _parts[0].Rounding);

        void Add(DateSpan span, Measured amount)
        {
            if (spans.Count > 0 && spans[spans.Count - 1].End!.Value.PlusDays(1) is var next && next < span.Start)
            {
                spans.Add(new DateSpan(next, span.Start!.Value.PlusDays(-1)));
                amounts.Add(amount.With(0m));
            }

            spans.Add(span);
            amounts.Add(amount);
        }
    }

    /// <summary>How the total came about: the parts of the periods held.</summary>
    /// <returns>The explanation, whose figure is <see cref="Total"/>.</returns>
    public Explanation Explain() => Node("prorated quota", Total.Value, Operation.Sum, [.. _parts.Select(part => part.Explain())]);

    /// <summary>Whether the other is of the same quota, days held and parts.</summary>
    /// <param name="other">The quota to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ProratedQuota? other) =>
        other is not null && Quota == other.Quota && Held.SequenceEqual(other.Held) && _parts.SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProratedQuota);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Quota.GetHashCode(), Held.Count, Held[0].GetHashCode());

    /// <summary>Days held, total and parts.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(", ", Held.Select(span => span.ToString())) + ": " + Total.Value
        + " (" + string.Join(", ", _parts.Select(part => part.ToString())) + ")";
}
