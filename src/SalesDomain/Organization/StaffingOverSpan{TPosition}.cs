using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many days of positions are authorized and filled in a span. Made by <see cref="Staffing{TPosition}.Over"/>.</summary>
/// <typeparam name="TPosition">The type of the positions.</typeparam>
/// <remarks>
/// Immutable. Time to fill is of the vacancies that were filled in the span, and of all their days, also those before it; one that is still
/// open is no part of it, which is why it is read beside <see cref="VacantDays"/>.
/// </remarks>
public sealed class StaffingOverSpan<TPosition>
    where TPosition : notnull
{
    private readonly Vacancy<TPosition>[] _vacancies;
    private readonly Vacancy<TPosition>[] _filled;
    private readonly long _daysToFill;

    internal StaffingOverSpan(DateSpan span, PositionDays<TPosition>[] positions, Vacancy<TPosition>[] vacancies)
    {
        Span = span;
        _vacancies = Array.FindAll(vacancies, each => each.Span.Overlaps(span));
        _filled = Array.FindAll(vacancies, each => each.FilledOn is { } day && span.Contains(day));
        foreach (var position in positions)
        {
            var (authorized, filled) = position.DaysIn(DayRanges.Of(span));
            AuthorizedDays += authorized;
            FilledDays += filled;
        }

        VacantDays = AuthorizedDays - FilledDays;
        FillRate = Percentage.Ratio(FilledDays, AuthorizedDays);
        VacancyRate = FillRate?.Complement();
        _daysToFill = _filled.Sum(each => (long)each.Days!.Value);
        AverageDaysToFill = _filled.Length == 0 ? null : (decimal)_daysToFill / _filled.Length;
    }

    /// <summary>The span.</summary>
    public DateSpan Span { get; }

    /// <summary>The sum over positions of the days on which they are authorized.</summary>
    public long AuthorizedDays { get; }

    /// <summary>Those of them on which they are filled.</summary>
    public long FilledDays { get; }

    /// <summary>Those of them on which they are vacant.</summary>
    public long VacantDays { get; }

    /// <summary>Filled ÷ authorized days; null where nothing is authorized.</summary>
    public Percentage? FillRate { get; }

    /// <summary>What is missing to 100 %; null where nothing is authorized.</summary>
    public Percentage? VacancyRate { get; }

    /// <summary>The vacancies with a day in the span, by their first day.</summary>
    public IReadOnlyList<Vacancy<TPosition>> Vacancies => Array.AsReadOnly(_vacancies);

    /// <summary>The vacancies that somebody filled on a day of the span.</summary>
    public IReadOnlyList<Vacancy<TPosition>> FilledVacancies => Array.AsReadOnly(_filled);

    /// <summary>How many days those vacancies lasted on average, to 28 digits; null where none was filled.</summary>
    public decimal? AverageDaysToFill { get; }

    /// <summary>The fill rate as filled ÷ authorized days.</summary>
    /// <returns>The tree; its root is <see cref="FillRate"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Node("fill rate", Figure.OrAbsent(FillRate), Operation.Ratio,
            Node("filled days", (decimal)FilledDays, Operation.Difference,
                Fact("authorized days", (decimal)AuthorizedDays), Fact("vacant days", (decimal)VacantDays)),
            Fact("authorized days", (decimal)AuthorizedDays));

    /// <summary>The time to fill as the days of all filled vacancies ÷ their number.</summary>
    /// <returns>The tree; its root is <see cref="AverageDaysToFill"/>, absent where it is null.</returns>
    public Explanation ExplainTimeToFill() =>
        AverageDaysToFill is not { } average ? Fact("average days to fill", Figure.Absent)
            : Node("average days to fill", average, Operation.Ratio,
                Node("days", (decimal)_daysToFill, Operation.Sum,
                    [.. _filled.Select(each => Fact(each.ToString(), (decimal)each.Days!.Value))]),
                Fact("vacancies filled", (decimal)_filled.Length));
}
