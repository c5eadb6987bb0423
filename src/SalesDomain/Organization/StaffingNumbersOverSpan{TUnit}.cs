using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many days of people are authorized and in post in a span, unit by unit. Made by
/// <see cref="StaffingByNumber{TUnit}.Over"/>.</summary>
/// <typeparam name="TUnit">The type of the units.</typeparam>
/// <remarks>Immutable. Fill rate and vacancy rate total 100 %; over strength is no part of either.</remarks>
public sealed class StaffingNumbersOverSpan<TUnit>
    where TUnit : notnull
{
    private readonly StaffingNumbersOverSpanLine<TUnit>[] _lines;
    private readonly Lazy<Dictionary<TUnit, StaffingNumbersOverSpanLine<TUnit>>> _byUnit;

    internal StaffingNumbersOverSpan(DateSpan span, StaffingNumbersOverSpanLine<TUnit>[] lines)
    {
        Span = span;
        _lines = lines;
        _byUnit = new(() => lines.ToDictionary(line => line.Unit));
        AuthorizedDays = lines.Sum(line => line.AuthorizedDays);
        InPostDays = lines.Sum(line => line.InPostDays);
        FilledDays = lines.Sum(line => line.FilledDays);
        FillRate = Percentage.Ratio(FilledDays, AuthorizedDays);
        VacancyRate = FillRate?.Complement();
    }

    /// <summary>The span.</summary>
    public DateSpan Span { get; }

    /// <summary>The units in which somebody is authorized or in post, in the order of the plan, then those without plan.</summary>
    public IReadOnlyList<StaffingNumbersOverSpanLine<TUnit>> Lines => Array.AsReadOnly(_lines);

    /// <summary>The sum over units and days of how many are authorized (编制).</summary>
    public long AuthorizedDays { get; }

    /// <summary>The sum over units and days of how many are in post (在岗), authorized or not.</summary>
    public long InPostDays { get; }

    /// <summary>Those authorized that are in post, unit by unit and day by day the smaller of the two.</summary>
    public long FilledDays { get; }

    /// <summary>Those authorized that are missing (缺编).</summary>
    public long VacantDays => AuthorizedDays - FilledDays;

    /// <summary>Those in post beyond what their unit is authorized on the day (超编).</summary>
    public long OverStrengthDays => InPostDays - FilledDays;

    /// <summary>Filled ÷ authorized days (满编率); null where nothing is authorized.</summary>
    public Percentage? FillRate { get; }

    /// <summary>What is missing to 100 %; null where nothing is authorized.</summary>
    public Percentage? VacancyRate { get; }

    /// <summary>The line of a unit, if somebody is authorized or in post in it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="line">The line, or null.</param>
    /// <returns>False when nobody is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public bool TryLine(TUnit unit, [NotNullWhen(true)] out StaffingNumbersOverSpanLine<TUnit>? line) =>
        _byUnit.Value.TryGetValue(Guard.Against.Null(unit), out line);

    /// <summary>The fill rate as filled ÷ authorized days, unit by unit.</summary>
    /// <returns>The tree; its root is <see cref="FillRate"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Node("fill rate", Figure.OrAbsent(FillRate), Operation.Ratio,
            Total("filled days", FilledDays, line => line.Explain()),
            Total("authorized days", AuthorizedDays, line => Fact(line.Name, (decimal)line.AuthorizedDays)));

    /// <summary>The lines, one each.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_lines.Select(line => line + "\n"));

    private Explanation Total(string name, long value, Converter<StaffingNumbersOverSpanLine<TUnit>, Explanation> part) =>
        _lines.Length > 0 ? Node(name, (decimal)value, Operation.Sum, Array.ConvertAll(_lines, part)) : FactSum(name, (decimal)value, 0);
}
