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
/// The window runs from the day of the sale, or from another that is named (<see cref="From"/>); its last day, so many days or months
/// later, is in it. Time is counted in whole days of a window of days, and in whole months of a window of months: 9 months and some days
/// after the sale 15 of 24 are left. A rule can wait instead of ending, or both: after so many days (<see cref="AfterDays"/>) something is
/// taken back, and before not yet. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed class ClawBackRule : IEquatable<ClawBackRule>
{
    private static readonly CommissionEventKind[] s_ofSales =
        [CommissionEventKind.Return, CommissionEventKind.Cancellation, CommissionEventKind.NonPayment];

    private readonly CommissionEventKind[] _kinds;

    private ClawBackRule(
        CommissionEventKind[] kinds, int? days, int? months, bool isProRata, ClawBackStart start = ClawBackStart.Sale,
        int? graceDays = null)
    {
        _kinds = kinds;
        Days = days;
        Months = months;
        IsProRata = isProRata;
        Start = start;
        GraceDays = graceDays;
    }

    /// <summary>All of it is taken back after a return, a cancellation and a non-payment, however late.</summary>
    public static ClawBackRule Full { get; } = new(s_ofSales, null, null, isProRata: false);

    /// <summary>The events after which something is taken back, in the order of their type.</summary>
    public IReadOnlyList<CommissionEventKind> Kinds => Array.AsReadOnly(_kinds);

    /// <summary>The days of the window; null where it is none of days.</summary>
    public int? Days { get; }

    /// <summary>The months of the window; null where it is none of months.</summary>
    public int? Months { get; }

    /// <summary>The days that have to pass before anything is taken back; null where none have to.</summary>
    public int? GraceDays { get; }

    /// <summary>The day from which the window runs.</summary>
    public ClawBackStart Start { get; }

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

        return new ClawBackRule(
            Array.FindAll(s_ofSales, kind => Array.IndexOf(kinds, kind) >= 0), Days, Months, IsProRata, Start, GraceDays);
    }

    /// <summary>The rule within so many days after the sale, or the day that <see cref="From"/> names.</summary>
    /// <param name="days">The days, at least 1; the last of them is in the window.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="days"/> is less than 1, or not more than the days that have to pass.
    /// </exception>
    public ClawBackRule WithinDays(int days) =>
        new(
            _kinds, LongerThanGrace(Guard.Against.OutsideRange(1, int.MaxValue, days), GraceDays, nameof(days)), null, IsProRata, Start,
            GraceDays);

    /// <summary>
    /// The rule by which nothing is taken back until so many days have passed: the clause "not paid 90 days after it was due" is
    /// <c>AfterDays(90).From(ClawBackStart.DueDate)</c>, and takes back from day 91 on.
    /// </summary>
    /// <param name="days">The days, at least 1; on the last of them nothing is taken back yet.</param>
    /// <returns>The changed copy. A window, where the rule has one, runs from the same day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="days"/> is less than 1, or not less than those of the window, where that is of months as many as
    /// they can have.
    /// </exception>
    public ClawBackRule AfterDays(int days)
    {
        Guard.Against.OutsideRange(1, int.MaxValue, days);
        if (Days is { } most && days >= most)
        {
            throw Guards.OutOfRange(
                nameof(days), InvariantText.Number(days), "must be less than the window of " + InvariantText.Number(most));
        }

        if (Months is { } months && days >= MostDays(months))
        {
            throw Guards.OutOfRange(
                nameof(days), InvariantText.Number(days),
                "must be less than the window of " + InvariantText.Number(months) + " months, which has at most "
                + InvariantText.Number(MostDays(months)) + " days");
        }

        return new ClawBackRule(_kinds, Days, Months, IsProRata, Start, days);
    }

    /// <summary>The rule within so many months after the sale, or the day that <see cref="From"/> names.</summary>
    /// <param name="months">The months, at least 1; the day of that number in the last of them is in the window.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="months"/> is less than 1, or they never have more days than have to pass.
    /// </exception>
    public ClawBackRule WithinMonths(int months)
    {
        Guard.Against.OutsideRange(1, int.MaxValue, months);
        return !(GraceDays >= MostDays(months)) ? new ClawBackRule(_kinds, null, months, IsProRata, Start, GraceDays)
            : throw Guards.OutOfRange(
                nameof(months), InvariantText.Number(months),
                "must have more days than the " + InvariantText.Number(GraceDays!.Value) + " that have to pass, and have at most "
                + InvariantText.Number(MostDays(months)));
    }

    /// <summary>The rule by which only the part for the time left in the window is taken back.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">The rule has no window.</exception>
    public ClawBackRule ProRata() =>
        Days is null && Months is null ? throw new InvalidOperationException("Without a window no time is left in it.")
            : new ClawBackRule(_kinds, Days, Months, isProRata: true, Start, GraceDays);

    /// <summary>The rule whose window runs from another day, say 90 days from the day on which the invoice is due.</summary>
    /// <param name="start">The day. One that is not of the sale has to be said by the event; without it nothing is taken back yet.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is not a value of its type.</exception>
    public ClawBackRule From(ClawBackStart start) => new(_kinds, Days, Months, IsProRata, Guard.Against.Undefined(start), GraceDays);

    /// <summary>Whether an event takes something back so long after the day from which the window runs.</summary>
    /// <param name="start">The day from which it runs, that of the sale where nothing else is said.</param>
    /// <param name="on">The day of the event; one before the start is in the window.</param>
    /// <returns>Whether the day is in the window, and after the days that have to pass.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public bool IsWithin(LocalDate start, LocalDate on)
    {
        Guard.Against.OtherCalendar(start);
        Guard.Against.OtherCalendar(on);
        return !IsInGrace(start, on) && IsInWindow(start, on);
    }

    internal bool IsInGrace(LocalDate start, LocalDate on) => Period.DaysBetween(start, on) <= GraceDays;

    private bool IsInWindow(LocalDate start, LocalDate on) =>
        Days is { } days ? Period.DaysBetween(start, on) <= days : Months is not { } months || on <= start.PlusMonths(months);

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ClawBackRule? other) =>
        other is not null && Days == other.Days && Months == other.Months && IsProRata == other.IsProRata && Start == other.Start
        && GraceDays == other.GraceDays
        && _kinds.SequenceEqual(other._kinds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClawBackRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Days ?? 0, Months ?? 0, IsProRata ? 1 : 0, Hash.Combine(_kinds.Length, (int)Start, GraceDays ?? 0));

    /// <summary>Extent, window and events: <c>pro rata within 24 months of Cancellation</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (IsProRata ? "pro rata" : "in full")
        + (GraceDays is { } grace ? " after " + InvariantText.Number(grace) + " days" : "")
        + (Days is { } days ? " within " + InvariantText.Number(days) + " days"
            : Months is { } months ? " within " + InvariantText.Number(months) + " months" : "")
        + Start switch { ClawBackStart.Invoice => " from the invoice", ClawBackStart.DueDate => " from the due date", _ => "" }
        + " of " + string.Join(", ", _kinds.Select(kind => kind.ToString()));

    /// <summary>The most days that so many months can have: two have 62, three 92, twelve 366.</summary>
    private static long MostDays(int months)
    {
        const int cycle = 48;
        const int daysOfCycle = (4 * 365) + 1;
        var first = new LocalDate(2000, 1, 1);
        var rest = Enumerable.Range(0, cycle).Select(first.PlusMonths)
            .Max(start => Period.DaysBetween(start, start.PlusMonths(months % cycle)));
        return ((long)(months / cycle) * daysOfCycle) + rest;
    }

    private static int LongerThanGrace(int days, int? grace, string parameterName) =>
        days > (grace ?? 0) ? days
            : throw Guards.OutOfRange(
                parameterName, InvariantText.Number(days),
                "must be more than the days that have to pass, " + InvariantText.Number(grace!.Value));

    internal bool Covers(CommissionEventKind kind) => Array.IndexOf(_kinds, kind) >= 0;

    /// <summary>
    /// The length of the window, and what of it is left on a day in it, in whole days or months; all of it on a day before it.
    /// </summary>
    internal (int Left, int Window) TimeLeft(LocalDate start, LocalDate on) =>
        Days is { } days ? (Math.Min(days, days - Period.DaysBetween(start, on)), days)
            : Months is { } months ? (Math.Min(months, months - Period.Between(start, on, PeriodUnits.Months).Months), months)
            : (1, 1);

    /// <summary>Whether the day of the start makes a difference.</summary>
    internal bool HasWindow => Days is not null || Months is not null || GraceDays is not null;
}
