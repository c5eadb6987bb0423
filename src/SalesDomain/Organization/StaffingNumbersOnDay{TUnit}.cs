using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many are authorized and in post on a day, unit by unit. Made by <see cref="StaffingByNumber{TUnit}.On"/>.</summary>
/// <typeparam name="TUnit">The type of the units.</typeparam>
/// <remarks>Immutable. Fill rate and vacancy rate total 100 %; over strength is no part of either.</remarks>
public sealed class StaffingNumbersOnDay<TUnit>
    where TUnit : notnull
{
    private readonly StaffingNumbersOnDayLine<TUnit>[] _lines;
    private readonly Lazy<Dictionary<TUnit, StaffingNumbersOnDayLine<TUnit>>> _byUnit;

    internal StaffingNumbersOnDay(LocalDate on, StaffingNumbersOnDayLine<TUnit>[] lines)
    {
        On = on;
        _lines = lines;
        _byUnit = new(() => lines.ToDictionary(line => line.Unit));
        Authorized = lines.Sum(line => line.Authorized);
        InPost = lines.Sum(line => line.InPost);
        Filled = lines.Sum(line => line.Filled);
        FillRate = Percentage.Ratio(Filled, Authorized);
        VacancyRate = FillRate?.Complement();
    }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>The units in which somebody is authorized or in post, in the order of the plan, then those without plan.</summary>
    public IReadOnlyList<StaffingNumbersOnDayLine<TUnit>> Lines => Array.AsReadOnly(_lines);

    /// <summary>How many are authorized (编制).</summary>
    public int Authorized { get; }

    /// <summary>How many are in post (在岗), authorized or not.</summary>
    public int InPost { get; }

    /// <summary>How many of those authorized are in post, unit by unit the smaller of the two.</summary>
    public int Filled { get; }

    /// <summary>How many of those authorized are missing (缺编).</summary>
    public int Vacant => Authorized - Filled;

    /// <summary>How many are in post beyond what their unit is authorized (超编).</summary>
    public int OverStrength => InPost - Filled;

    /// <summary>Filled ÷ authorized (满编率); null where nothing is authorized.</summary>
    public Percentage? FillRate { get; }

    /// <summary>What is missing to 100 %; null where nothing is authorized.</summary>
    public Percentage? VacancyRate { get; }

    /// <summary>The line of a unit, if somebody is authorized or in post in it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="line">The line, or null.</param>
    /// <returns>False when nobody is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public bool TryLine(TUnit unit, [NotNullWhen(true)] out StaffingNumbersOnDayLine<TUnit>? line) =>
        _byUnit.Value.TryGetValue(Guard.Against.Null(unit), out line);

    /// <summary>The fill rate as filled ÷ authorized, unit by unit.</summary>
    /// <returns>The tree; its root is <see cref="FillRate"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Node("fill rate", Figure.OrAbsent(FillRate), Operation.Ratio,
            Total("filled", Filled, line => line.Explain()),
            Total("authorized", Authorized, line => Fact(line.Name, (decimal)line.Authorized)));

    /// <summary>The lines, one each.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_lines.Select(line => line + "\n"));

    private Explanation Total(string name, int value, Converter<StaffingNumbersOnDayLine<TUnit>, Explanation> part) =>
        _lines.Length > 0 ? Node(name, (decimal)value, Operation.Sum, Array.ConvertAll(_lines, part)) : FactSum(name, (decimal)value, 0);
}
