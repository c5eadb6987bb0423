using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many positions are authorized and filled on a day. Made by <see cref="Staffing{TPosition}.On"/>.</summary>
/// <typeparam name="TPosition">The type of the positions.</typeparam>
/// <remarks>Immutable. Fill rate and vacancy rate total 100 %.</remarks>
public sealed class StaffingOnDay<TPosition>
    where TPosition : notnull
{
    private readonly Vacancy<TPosition>[] _vacancies;
    private readonly TPosition[] _unauthorized;

    internal StaffingOnDay(LocalDate on, PositionDays<TPosition>[] positions, Vacancy<TPosition>[] vacancies)
    {
        On = on;
        _vacancies = vacancies;
        _unauthorized = [.. positions.Where(each => each.IsFilled(on) && !each.IsAuthorized(on)).Select(each => each.Position)];
        Authorized = positions.Count(each => each.IsAuthorized(on));
        Filled = Authorized - vacancies.Length;
        FillRate = Percentage.Ratio(Filled, Authorized);
        VacancyRate = FillRate?.Complement();
    }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>How many positions are authorized (编制).</summary>
    public int Authorized { get; }

    /// <summary>How many of them are filled.</summary>
    public int Filled { get; }

    /// <summary>How many of them are vacant.</summary>
    public int Vacant => _vacancies.Length;

    /// <summary>Filled ÷ authorized (满编率); null where nothing is authorized.</summary>
    public Percentage? FillRate { get; }

    /// <summary>What is missing to 100 %; null where nothing is authorized.</summary>
    public Percentage? VacancyRate { get; }

    /// <summary>The vacant positions, the oldest vacancy first; <see cref="Vacancy{TPosition}.AgeOn"/> this day is their age.</summary>
    public IReadOnlyList<Vacancy<TPosition>> Vacancies => Array.AsReadOnly(_vacancies);

    /// <summary>Positions that somebody is in and that are not authorized.</summary>
    public IReadOnlyList<TPosition> Unauthorized => Array.AsReadOnly(_unauthorized);

    /// <summary>The fill rate as filled ÷ authorized.</summary>
    /// <returns>The tree; its root is <see cref="FillRate"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Node("fill rate", Figure.OrAbsent(FillRate), Operation.Ratio,
            Node("filled", (decimal)Filled, Operation.Difference,
                Fact("authorized", (decimal)Authorized), FactSum("vacant", (decimal)Vacant, Vacant)),
            Fact("authorized", (decimal)Authorized));
}
