using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What is taken back of a commission of a closed measurement period, and for how long after the sale.</summary>
/// <remarks>
/// <para>
/// Taken back = commission × base returned ÷ base, with the commission and the base of the entry itself, multiplied first. Partial returns
/// of one line are rounded in their running total, so that together they give back exactly what the line earned when all of it is back, and
/// never more. Pro rata it is times the time left ÷ the window, each event rounded by itself.
/// </para>
/// <para>
/// The window runs from the day of the sale; its last day, so many days or months later, is in it. Time is counted in whole days of a
/// window of days, and in whole months of a window of months: 9 months and some days after the sale 15 of 24 are left. Immutable; equality
/// is by all values.
/// </para>
/// </remarks>
public sealed class ClawBackRule : IEquatable<ClawBackRule>
{
    private static readonly CommissionEventKind[] s_ofSales =
        [CommissionEventKind.Return, CommissionEventKind.Cancellation, CommissionEventKind.NonPayment];

    private readonly CommissionEventKind[] _kinds;

    private ClawBackRule(CommissionEventKind[] kinds, int? days, int? months, bool isProRata)
    {
        _kinds = kinds;
        Days = days;
        Months = months;
        IsProRata = isProRata;
    }

    /// <summary>All of it is taken back after a return, a cancellation and a non-payment, however late.</summary>
    public static ClawBackRule Full { get; } = new(s_ofSales, null, null, isProRata: false);

    /// <summary>The events after which something is taken back, in the order of their type.</summary>
    public IReadOnlyList<CommissionEventKind> Kinds => Array.AsReadOnly(_kinds);

    /// <summary>The days of the window; null where it is none of days.</summary>
    public int? Days { get; }

    /// <summary>The months of the window; null where it is none of months.</summary>
    public int? Months { get; }

    /// <summary>Whether only the part for the time left in the window is taken back.</summary>
    public bool IsProRata { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ClawBackRule? left, ClawBackRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ClawBackRule? left, ClawBackRule? right) => !(left == right);

    /// <summary>The rule for some events only; for others another rule can stand beside it.</summary>
    /// <param name="kinds">Returns, cancellations, non-payments; at least one.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty, or one is not of a sale.</exception>
    public ClawBackRule For(params CommissionEventKind[] kinds)
    {
        foreach (var kind in Guard.Against.Nothing(kinds, "a rule is for at least one kind of event"))
        {
            if (Array.IndexOf(s_ofSales, kind) < 0)
                throw Guards.Invalid(nameof(kinds), kind.ToString(), "must be a return, a cancellation or a non-payment");
        }

        return new ClawBackRule(Array.FindAll(s_ofSales, kind => Array.IndexOf(kinds, kind) >= 0), Days, Months, IsProRata);
    }

    /// <summary>The rule within so many days after the sale.</summary>
    /// <param name="days">The days, at least 1; the last of them is in the window.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1.</exception>
    public ClawBackRule WithinDays(int days) =>
        new(_kinds, Guard.Against.OutsideRange(1, int.MaxValue, days), null, IsProRata);

    /// <summary>The rule within so many months after the sale.</summary>
    /// <param name="months">The months, at least 1; the day of that number in the last of them is in the window.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is less than 1.</exception>
    public ClawBackRule WithinMonths(int months) =>
        new(_kinds, null, Guard.Against.OutsideRange(1, int.MaxValue, months), IsProRata);

    /// <summary>The rule by which only the part for the time left in the window is taken back.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">The rule has no window.</exception>
    public ClawBackRule ProRata() =>
        Days is null && Months is null ? throw new InvalidOperationException("Without a window no time is left in it.")
            : new ClawBackRule(_kinds, Days, Months, isProRata: true);

    /// <summary>Whether an event takes something back so long after the sale.</summary>
    /// <param name="soldOn">The day of the sale.</param>
    /// <param name="on">The day of the event.</param>
    /// <returns>Whether the day is in the window.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public bool IsWithin(LocalDate soldOn, LocalDate on)
    {
        Guard.Against.OtherCalendar(soldOn);
        Guard.Against.OtherCalendar(on);
        return Days is { } days ? Period.DaysBetween(soldOn, on) <= days : Months is not { } months || on <= soldOn.PlusMonths(months);
    }

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ClawBackRule? other) =>
        other is not null && Days == other.Days && Months == other.Months && IsProRata == other.IsProRata
        && _kinds.SequenceEqual(other._kinds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClawBackRule);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Days ?? 0, Months ?? 0, IsProRata ? 1 : 0, _kinds.Length);

    /// <summary>Extent, window and events: <c>pro rata within 24 months of Cancellation</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (IsProRata ? "pro rata" : "in full")
        + (Days is { } days ? " within " + InvariantText.Number(days) + " days"
            : Months is { } months ? " within " + InvariantText.Number(months) + " months" : "")
        + " of " + string.Join(", ", _kinds.Select(kind => kind.ToString()));

    internal bool Covers(CommissionEventKind kind) => Array.IndexOf(_kinds, kind) >= 0;

    /// <summary>The length of the window, and what of it is left on a day in it, in whole days or months.</summary>
    internal (int Left, int Window) TimeLeft(LocalDate soldOn, LocalDate on) =>
        Days is { } days ? (days - Period.DaysBetween(soldOn, on), days)
            : Months is { } months ? (months - Period.Between(soldOn, on, PeriodUnits.Months).Months, months)
            : (1, 1);
}
