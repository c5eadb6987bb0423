using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The days of one position.</summary>
internal sealed class PositionDays<TPosition>(TPosition position, (int First, int Last)[] authorized, (int First, int Last)[] filled)
    where TPosition : notnull
{
    internal TPosition Position { get; } = position;

    internal (int First, int Last)[] Authorized { get; } = authorized;

    internal (int First, int Last)[] Filled { get; } = filled;

    internal IEnumerable<Vacancy<TPosition>> Vacancies =>
        DayRanges.Except(Authorized, Filled).Select(range =>
            new Vacancy<TPosition>(Position, DayRanges.ToSpan(range), range.Last != int.MaxValue && IsFilledOn(range.Last + 1)));

    internal bool IsAuthorized(LocalDate date) => DayRanges.Contains(Authorized, date);

    internal bool IsFilled(LocalDate date) => DayRanges.Contains(Filled, date);

    /// <summary>The days of a closed span that are authorized, and those of them that are filled.</summary>
    internal (int Authorized, int Filled) DaysIn((int First, int Last) span)
    {
        var authorized = DayRanges.Count(Authorized, span);
        return (authorized, authorized - DayRanges.Count([.. DayRanges.Except(Authorized, Filled)], span));
    }

    internal bool IsSameAs(PositionDays<TPosition> other) =>
        Authorized.SequenceEqual(other.Authorized) && Filled.SequenceEqual(other.Filled);

    // Filled by somebody, not withdrawn from the plan on the same day.
    private bool IsFilledOn(int day) => day <= DayNumber.Last && IsFilled(DayNumber.ToDate(day)) && IsAuthorized(DayNumber.ToDate(day));
}
