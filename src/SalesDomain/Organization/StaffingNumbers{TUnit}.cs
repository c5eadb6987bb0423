using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many are authorised and in post unit by unit, on a day in people, over a span in days of people. Made by
/// <see cref="StaffingByNumber{TUnit}"/>.</summary>
/// <typeparam name="TUnit">The type of the units.</typeparam>
/// <remarks>Immutable. Fill rate and vacancy rate total 100 %; over strength is no part of either.</remarks>
public sealed class StaffingNumbers<TUnit>
    where TUnit : notnull
{
    private readonly StaffingNumbersLine<TUnit>[] _lines;

    internal StaffingNumbers(DateSpan span, StaffingNumbersLine<TUnit>[] lines)
    {
        Span = span;
        _lines = lines;
        Authorised = lines.Sum(line => line.Authorised);
        InPost = lines.Sum(line => line.InPost);
        Filled = lines.Sum(line => line.Filled);
        FillRate = Percentage.Ratio(Filled, Authorised);
        VacancyRate = FillRate?.Complement();
    }

    /// <summary>The days: one, or a span.</summary>
    public DateSpan Span { get; }

    /// <summary>The units in which somebody is authorised or in post, in the order of the plan, then those without plan.</summary>
    public IReadOnlyList<StaffingNumbersLine<TUnit>> Lines => Array.AsReadOnly(_lines);

    /// <summary>How many are authorised (编制).</summary>
    public long Authorised { get; }

    /// <summary>How many are in post (在岗), authorised or not.</summary>
    public long InPost { get; }

    /// <summary>How many of those authorised are in post, unit by unit the smaller of the two.</summary>
    public long Filled { get; }

    /// <summary>How many of those authorised are missing (缺编).</summary>
    public long Vacant => Authorised - Filled;

    /// <summary>How many are in post beyond what their unit is authorised (超编).</summary>
    public long OverStrength => InPost - Filled;

    /// <summary>Filled ÷ authorised (满编率); null where nothing is authorised.</summary>
    public Percentage? FillRate { get; }

    /// <summary>What is missing to 100 %; null where nothing is authorised.</summary>
    public Percentage? VacancyRate { get; }

    /// <summary>The line of a unit, if somebody is authorised or in post in it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="line">The line, or null.</param>
    /// <returns>False when nobody is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public bool TryLine(TUnit unit, [NotNullWhen(true)] out StaffingNumbersLine<TUnit>? line)
    {
        Guard.Against.Null(unit);
        line = Array.Find(_lines, each => EqualityComparer<TUnit>.Default.Equals(each.Unit, unit));
        return line is not null;
    }

    /// <summary>The fill rate as filled ÷ authorised, unit by unit.</summary>
    /// <returns>The tree; its root is <see cref="FillRate"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Node("fill rate", Figure.OrAbsent(FillRate), Operation.Ratio,
            Total("filled", Filled, line => line.Explain()),
            Total("authorised", Authorised, line => Fact(line.Name, (decimal)line.Authorised)));

    /// <summary>The lines, one each.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_lines.Select(line => line + "\n"));

    private Explanation Total(string name, long value, Converter<StaffingNumbersLine<TUnit>, Explanation> part) =>
        _lines.Length > 0 ? Node(name, (decimal)value, Operation.Sum, Array.ConvertAll(_lines, part)) : FactSum(name, (decimal)value, 0);
}
