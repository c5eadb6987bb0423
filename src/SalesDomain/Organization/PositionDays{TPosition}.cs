using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The days of one position.</summary>
internal sealed class PositionDays<TPosition>(TPosition position, (int First, int Last)[] authorised, (int First, int Last)[] filled)
    where TPosition : notnull
{
    internal TPosition Position { get; } = position;

    internal (int First, int Last)[] Authorised { get; } = authorised;

    internal (int First, int Last)[] Filled { get; } = filled;

    internal IEnumerable<Vacancy<TPosition>> Vacancies =>
        DayRanges.Except(Authorised, Filled).Select(range =>
            new Vacancy<TPosition>(Position, DayRanges.ToSpan(range), range.Last != int.MaxValue && IsFilledOn(range.Last + 1)));

    internal bool IsAuthorised(LocalDate date) => DayRanges.Contains(Authorised, date);

    internal bool IsFilled(LocalDate date) => DayRanges.Contains(Filled, date);

    /// <summary>The days of a closed span that are authorised, and those of them that are filled.</summary>
    internal (int Authorised, int Filled) DaysIn((int First, int Last) span)
    {
        var authorised = DayRanges.Count(Authorised, span);
        return (authorised, authorised - DayRanges.Count([.. DayRanges.Except(Authorised, Filled)], span));
    }

    internal bool IsSameAs(PositionDays<TPosition> other) =>
        Authorised.SequenceEqual(other.Authorised) && Filled.SequenceEqual(other.Filled);

    // Filled by somebody, not withdrawn from the plan on the same day.
    private bool IsFilledOn(int day) => day <= DayNumber.Last && IsFilled(DayNumber.ToDate(day)) && IsAuthorised(DayNumber.ToDate(day));
}
