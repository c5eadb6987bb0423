using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many each manager leads on a day (管理幅度), and how many levels there are.</summary>
/// <remarks>
/// <para>
/// The span in positions is the one that was planned; the span in people is the one that is led. Where a position is vacant, those below it
/// are led by the next filled one above and count there and not with the vacant one, so that each person counts with one manager; a person
/// in two positions that report to two managers counts with both.
/// </para>
/// <para>
/// average = people led by filled positions ÷ filled positions that have others below them. What is a good span differs by level:
/// <see cref="AtLevel"/> has the same figures of one. Made by <see cref="SalesForce"/>.
/// </para>
/// </remarks>
public sealed class SpanOfControl
{
    private readonly SpanOfControlLine[] _lines;
    private readonly SpanOfControlLine[] _led;
    private readonly int _people;

    internal SpanOfControl(SalesForce force, LocalDate on)
        : this(on, [.. force.Positions.NodesOn(on).Select(position => Line(force, position, on))])
    {
    }

    private SpanOfControl(LocalDate on, SpanOfControlLine[] positions)
        : this(on, Array.FindAll(positions, line => line.Positions > 0), positions.Select(line => line.Level).DefaultIfEmpty().Max())
    {
    }

    private SpanOfControl(LocalDate on, SpanOfControlLine[] lines, int levels)
    {
        On = on;
        Levels = levels;
        _lines = lines;
        _led = Array.FindAll(lines, line => line.Holders.Count > 0);
        _people = _led.Sum(line => line.People);
        Average = _led.Length == 0 ? null : (decimal)_people / _led.Length;
    }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>The positions that have others below them, vacant ones included, depth first.</summary>
    public IReadOnlyList<SpanOfControlLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>How many people a filled managing position leads on average, to 28 digits; null when there is none.</summary>
    public decimal? Average { get; }

    /// <summary>The line with the most people, the first of equal ones, or null when no filled position has others below it.</summary>
    public SpanOfControlLine? Largest => _led.OrderByDescending(line => line.People).FirstOrDefault();

    /// <summary>How many levels the hierarchy has on the day, also of one level's spans: 1 for roots alone, 0 for none.</summary>
    public int Levels { get; }

    /// <summary>The spans of one level: its average, its norm.</summary>
    /// <param name="level">The level, 1 for the top; see <see cref="SpanOfControlLine.Level"/>.</param>
    /// <returns>The spans of the positions on that level alone; none where the level has no position with others below it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is below 1.</exception>
    public SpanOfControl AtLevel(int level)
    {
        Guard.Against.OutsideRange(1, int.MaxValue, level);
        return new SpanOfControl(On, Array.FindAll(_lines, line => line.Level == level), Levels);
    }

    /// <summary>Which filled managing positions lead fewer or more people than a stated range.</summary>
    /// <param name="least">The fewest, zero or more.</param>
    /// <param name="most">The most, not below <paramref name="least"/>; as many are within the range.</param>
    /// <returns>
    /// A reason for each outside, <c>span.too-narrow</c> or <c>span.too-wide</c>, with position, people, the bound, and the positions and
    /// vacant
    /// ones below: a span is narrow for want of people or of positions.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="least"/> is negative, or <paramref name="most"/> is below
    /// it.</exception>
    public IReadOnlyList<Reason> OutsideRange(int least, int most)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, least);
        Guard.Against.OutsideRange(least, int.MaxValue, most);
        return Array.AsReadOnly(_led.Where(line => line.People < least || line.People > most)
            .Select(line => line.People < least ? Outside("span.too-narrow", line, ("least", least))
                : Outside("span.too-wide", line, ("most", most))).ToArray());
    }

    /// <summary>How the average comes from the span of each filled managing position.</summary>
    /// <returns>The explanation of <see cref="Average"/>, an absent figure where there is none.</returns>
    public Explanation Explain()
    {
        if (Average is not { } average)
            return Fact("average span of control", Figure.Absent);

        return Node("average span of control", average, Operation.Ratio,
            Node("people led", (decimal)_people, Operation.Sum,
                [.. _led.Select(line => Fact(line.Position.ToString(), (decimal)line.People))]),
            Fact("managing positions", (decimal)_led.Length));
    }

    /// <summary>The lines, one each.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_lines.Select(line => line + "\n"));

    private static SpanOfControlLine Line(SalesForce force, PositionId position, LocalDate on)
    {
        var below = force.Positions.ChildrenOf(position, on);
        var holders = force.PeopleIn(position, on).ToArray();
        var people = force.ReportsOf(position, on).SelectMany(report => force.PeopleIn(report, on)).Distinct()
            .Count(person => !holders.Contains(person));
        return new SpanOfControlLine(
            position, holders, force.Positions.DepthOf(position, on)!.Value + 1, below.Count,
            below.Count(each => !force.IsFilled(each, on)), people);
    }

    private static Reason Outside(string code, SpanOfControlLine line, (string Name, int Value) bound) =>
        new(code, ("position", line.Position.ToString()), ("people", (decimal)line.People), (bound.Name, (decimal)bound.Value),
            ("positions", (decimal)line.Positions), ("vacant", (decimal)line.Vacant));
}
