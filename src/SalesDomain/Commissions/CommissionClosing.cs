using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>From a day on, all measurement periods within a span are closed, or open again.</summary>
/// <remarks>
/// It is data: an account keeps every one, and the last that holds a period decides, <see cref="CommissionAccount.IsClosed"/>. Immutable;
/// equality is by all values.
/// </remarks>
public sealed class CommissionClosing : IEquatable<CommissionClosing>
{
    private CommissionClosing(DateSpan span, LocalDate on, bool isReopening)
    {
        Span = span.Days is null ? throw Guards.Invalid(nameof(span), span.ToString(), "must have a first and a last day") : span;
        On = Guard.Against.OtherCalendar(on);
        IsReopening = isReopening;
    }

    /// <summary>The span, with both days. It holds the measurement periods that lie within it, not those that overlap it.</summary>
    public DateSpan Span { get; }

    /// <summary>The day from which it counts; it counts on that day.</summary>
    public LocalDate On { get; }

    /// <summary>Whether the periods are open again; otherwise they are closed.</summary>
    public bool IsReopening { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A closing.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionClosing? left, CommissionClosing? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A closing.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionClosing? left, CommissionClosing? right) => !(left == right);

    /// <summary>That the measurement periods within a span are closed.</summary>
    /// <param name="span">The span, with both days.</param>
    /// <param name="on">The day from which they are.</param>
    /// <returns>The closing.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public static CommissionClosing Of(DateSpan span, LocalDate on) => new(span, on, isReopening: false);

    /// <summary>That the measurement periods within a span are open again.</summary>
    /// <param name="span">The span, with both days.</param>
    /// <param name="on">The day from which they are.</param>
    /// <returns>The reopening.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public static CommissionClosing Reopening(DateSpan span, LocalDate on) => new(span, on, isReopening: true);

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The closing to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionClosing? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Span == other.Span && On == other.On && IsReopening == other.IsReopening);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionClosing);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Span.GetHashCode(), On.GetHashCode(), IsReopening ? 1 : 0);

    /// <summary>Span and day: <c>2026-01-01/2026-03-31 closed from 2026-04-15</c>; <c>open again from</c> for a reopening.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Span + (IsReopening ? " open again from " : " closed from ") + InvariantText.Date(On);

    /// <summary>
    /// That a span is closed, or open again, unless one that counts after it turns it or a part of it back, alone or within a wider span.
    /// One that is there already is left as it is where the span was closed, or opened again, once more since.
    /// </summary>
    /// <param name="there">Those of which it is to be one.</param>
    /// <param name="others">All that may count after it.</param>
    /// <param name="span">The span.</param>
    /// <param name="on">The day from which it counts.</param>
    /// <param name="isReopening">Whether it is open again.</param>
    internal static CommissionClosing After(
        CommissionClosing[] there, IEnumerable<CommissionClosing> others, DateSpan span, LocalDate on, bool isReopening)
    {
        var closing = new CommissionClosing(span, on, isReopening);
        var last = Array.IndexOf(there, closing) < 0 ? closing
            : there.Last(each => each.IsReopening == isReopening && each.Span.Contains(span));
        var other = others.FirstOrDefault(
            each => each.IsReopening != isReopening && each.Span.Overlaps(span) && each.CompareTo(last) > 0);
        if (other is null)
            return closing;

        var isOnItsDay = new CommissionClosing(span, other.On, isReopening).CompareTo(other) > 0;
        throw Guards.Invalid(
            nameof(on), InvariantText.Date(on), (isOnItsDay ? "must not be before the day of " : "must be after the day of ") + other);
    }

    /// <summary>Closings with one more, once, in the order in which they count.</summary>
    internal static CommissionClosing[] Added(CommissionClosing[] closings, CommissionClosing closing)
    {
        if (Array.IndexOf(closings, closing) >= 0)
            return closings;

        CommissionClosing[] all = [.. closings, closing];
        Array.Sort(all, (one, other) => one.CompareTo(other));
        return all;
    }

    /// <summary>
    /// The order in which they count: by days; on one day the narrower span after the wider, and of spans as long as one another what
    /// reopens after what closes.
    /// </summary>
    internal int CompareTo(CommissionClosing other)
    {
        var order = On.CompareTo(other.On);
        if (order == 0)
            order = other.Span.Days!.Value.CompareTo(Span.Days!.Value);
        if (order == 0)
            order = IsReopening.CompareTo(other.IsReopening);

        return order != 0 ? order : Span.Start!.Value.CompareTo(other.Span.Start!.Value);
    }
}
