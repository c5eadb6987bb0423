using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many positions are authorised and filled on a day. Made by <see cref="Staffing{TPosition}.On"/>.</summary>
/// <typeparam name="TPosition">The type of the positions.</typeparam>
/// <remarks>Immutable. Fill rate and vacancy rate total 100 %.</remarks>
public sealed class StaffingOnDay<TPosition>
    where TPosition : notnull
{
    private readonly Vacancy<TPosition>[] _vacancies;
    private readonly TPosition[] _unauthorised;

    internal StaffingOnDay(LocalDate date, PositionDays<TPosition>[] positions, Vacancy<TPosition>[] vacancies)
    {
        Date = date;
        _vacancies = vacancies;
        _unauthorised = [.. positions.Where(each => each.IsFilled(date) && !each.IsAuthorised(date)).Select(each => each.Position)];
        Authorised = positions.Count(each => each.IsAuthorised(date));
        Filled = Authorised - vacancies.Length;
        FillRate = Percentage.Ratio(Filled, Authorised);
        VacancyRate = FillRate?.Complement();
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>How many positions are authorised (编制).</summary>
    public int Authorised { get; }

    /// <summary>How many of them are filled.</summary>
    public int Filled { get; }

    /// <summary>How many of them are vacant.</summary>
    public int Vacant => _vacancies.Length;

    /// <summary>Filled ÷ authorised (满编率); null where nothing is authorised.</summary>
    public Percentage? FillRate { get; }

    /// <summary>What is missing to 100 %; null where nothing is authorised.</summary>
    public Percentage? VacancyRate { get; }

    /// <summary>The vacant positions, the oldest vacancy first; <see cref="Vacancy{TPosition}.AgeOn"/> this day is their age.</summary>
    public IReadOnlyList<Vacancy<TPosition>> Vacancies => Array.AsReadOnly(_vacancies);

    /// <summary>Positions that somebody is in and that are not authorised.</summary>
    public IReadOnlyList<TPosition> Unauthorised => Array.AsReadOnly(_unauthorised);

    /// <summary>The fill rate as filled ÷ authorised.</summary>
    /// <returns>The tree; its root is <see cref="FillRate"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Node("fill rate", Figure.OrAbsent(FillRate), Operation.Ratio,
            Node("filled", (decimal)Filled, Operation.Difference,
                Fact("authorised", (decimal)Authorised), FactSum("vacant", (decimal)Vacant, Vacant)),
            Fact("authorised", (decimal)Authorised));
}
