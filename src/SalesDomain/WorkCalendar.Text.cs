using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class WorkCalendar
{
    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A calendar.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(WorkCalendar? left, WorkCalendar? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A calendar.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(WorkCalendar? left, WorkCalendar? right) => !(left == right);

    /// <summary>Whether the other has the same weekend, dates, hours and validity.</summary>
    /// <param name="other">The calendar to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WorkCalendar? other) =>
        other is not null && Validity == other.Validity && Hours == other.Hours
        && _hoursInSeasons == other._hoursInSeasons && _hoursOnDates == other._hoursOnDates
        && _weekend.SequenceEqual(other._weekend) && _holidays.SequenceEqual(other._holidays)
        && _makeUpDays.SequenceEqual(other._makeUpDays)
        && Enumerable.SequenceEqual(_hoursOfWeek, other._hoursOfWeek);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkCalendar);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = _weekend.Aggregate(_weekend.Length, (sum, day) => Hash.Combine(sum, (int)day));
        hash = _holidays.Aggregate(hash, (sum, span) => Hash.Combine(sum, span.GetHashCode()));
        hash = _makeUpDays.Aggregate(hash, (sum, date) => Hash.Combine(sum, date.GetHashCode()));
        hash = _hoursOfWeek.Aggregate(hash, (sum, hours) => Hash.Combine(sum, hours?.GetHashCode() ?? 0));
        hash = Hash.Combine(hash, Hours?.GetHashCode() ?? 0, _hoursInSeasons.GetHashCode(), _hoursOnDates.GetHashCode());
        return Hash.Combine(hash, Validity.GetHashCode());
    }

    /// <summary>
    /// All that makes up the calendar: <c>weekend saturday, sunday; holidays 2025-10-01/2025-10-08; make-up days 2025-09-28; hours
    /// 09:00-18:00</c>.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var weekend = string.Join(", ", _weekend.Select(FiscalText.Weekday));
        var parts = new List<string> { weekend.Length == 0 ? "no weekend" : "weekend " + weekend };
        if (_holidays.Length > 0)
            parts.Add("holidays " + string.Join(", ", _holidays.Select(Text)));
        if (_makeUpDays.Length > 0)
            parts.Add("make-up days " + string.Join(", ", _makeUpDays.Select(InvariantText.Date)));
        if (Hours is not null)
            parts.Add("hours " + Hours);
        for (var i = 0; i < DaysOfWeek; i++)
        {
            if (_hoursOfWeek[i] is { } hours)
                parts.Add("on " + FiscalText.Weekday(DayOfWeek(i)) + " " + hours);
        }

        parts.AddRange(_hoursInSeasons.Entries.Select(entry => "in " + entry.Span + " " + entry.Value));
        parts.AddRange(_hoursOnDates.Entries.Select(entry => "on " + Text(entry.Span) + " " + entry.Value));
        if (Validity != DateSpan.Always)
            parts.Add("valid " + Validity);
        return string.Join("; ", parts);
    }

    private static string Text(DateSpan span) => span.Days == 1 ? InvariantText.Date(span.Start!.Value) : span.ToString();
}
