using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// Any value that an <see cref="Explanation"/> can state: money, a percentage, a quantity, a number, a day, yes or no, a word.
/// </summary>
/// <remarks>
/// A figure is for showing and checking, not for computing: rules work on the types themselves. The conversions into it are implicit,
/// lossless and one-way, so that a rule can write <c>Fact("revenue", revenue)</c>; they are the only implicit ones in the library. Equality
/// is by kind and value. The default value is <see cref="Absent"/>.
/// </remarks>
public readonly struct Figure : IEquatable<Figure>, IFormattable
{
    private static readonly LocalDate s_dayZero = new(2000, 1, 1);

    // The unit is the currency, the unit of measure or the word itself; a day is its distance from day zero, yes and no are 1 and 0.
    private readonly decimal _number;
    private readonly object? _unit;

    private Figure(FigureKind kind, decimal number, object? unit)
    {
        Kind = kind;
        _number = number;
        _unit = unit;
    }

    /// <summary>No value, where a rule says there is none: no attainment, no price, no limit.</summary>
    public static Figure Absent => new(FigureKind.Absent, 0m, null);

    /// <summary>What kind of value this is.</summary>
    public FigureKind Kind { get; }

    internal decimal Number => _number;

    internal object? Unit => _unit;

    internal bool IsTrue => Kind == FigureKind.Truth && _number != 0m;

    /// <summary>The figure of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Figure(decimal value) => new(FigureKind.Number, value, null);

    /// <summary>The figure of an amount.</summary>
    /// <param name="value">The amount.</param>
    public static implicit operator Figure(Money value) => new(FigureKind.Money, value.Amount, value.Currency);

    /// <summary>The figure of a percentage.</summary>
    /// <param name="value">The percentage.</param>
    public static implicit operator Figure(Percentage value) => new(FigureKind.Percentage, value.Fraction, null);

    /// <summary>The figure of a quantity.</summary>
    /// <param name="value">The quantity.</param>
    public static implicit operator Figure(Quantity value) => new(FigureKind.Quantity, value.Amount, value.Unit);

    /// <summary>The figure of a day.</summary>
    /// <param name="value">The day.</param>
    public static implicit operator Figure(LocalDate value) =>
        new(FigureKind.Date, Period.DaysBetween(s_dayZero, value.WithCalendar(CalendarSystem.Iso)), null);

    /// <summary>The figure of yes or no.</summary>
    /// <param name="value">True for yes.</param>
    public static implicit operator Figure(bool value) => new(FigureKind.Truth, value ? 1m : 0m, null);

    /// <summary>The figure of a word.</summary>
    /// <param name="value">The word.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static implicit operator Figure(string value) => new(FigureKind.Text, 0m, Guard.Against.Null(value));

    /// <summary>The figure, or <see cref="Absent"/> for null: <c>Figure.OrAbsent(Percentage.Ratio(revenue, quota))</c>.</summary>
    /// <param name="value">A figure, or a value that converts into one, or null.</param>
    /// <returns>The figure.</returns>
    public static Figure OrAbsent(Figure? value) => value ?? Absent;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A figure.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Figure left, Figure right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A figure.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Figure left, Figure right) => !left.Equals(right);

    /// <summary>Whether the other is the same value of the same kind.</summary>
    /// <param name="other">The figure to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Figure other) => Kind == other.Kind && _number == other._number && Equals(_unit, other._unit);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Figure other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine((int)Kind, Hash.Of(_number), _unit?.GetHashCode() ?? 0);

    /// <summary>The canonical text of the value, the same in every culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Kind switch
        {
            FigureKind.Money => new Money(_number, (Currency)_unit!).ToString(),
            FigureKind.Percentage => Percentage.FromFraction(_number).ToString(),
            FigureKind.Quantity => new Quantity(_number, (UnitOfMeasure)_unit!).ToString(),
            FigureKind.Date => InvariantText.Date(s_dayZero.PlusDays((int)_number)),
            FigureKind.Truth => IsTrue ? "yes" : "no",
            FigureKind.Absent => "none",
            FigureKind.Text => (string)_unit!,
            _ => InvariantText.Number(_number),
        };

    /// <summary>The value for display.</summary>
    /// <param name="format">
    /// <c>G</c>, null or empty: the canonical text, whatever the provider. <c>N</c>, or <c>N0</c> to <c>N28</c>: grouped, with unit or
    /// percent sign, as the format of the value's own type; days, words, yes and no stay canonical.
    /// </param>
    /// <param name="formatProvider">The culture of <c>N</c>; null is the invariant culture, never the current one.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">The format is none of these.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var display = DisplayFormat.Parse(format, withoutUnit: 'N');
        return display.IsCanonical ? ToString() : Kind switch
        {
            FigureKind.Money => new Money(_number, (Currency)_unit!).ToString(format, formatProvider),
            FigureKind.Percentage => display.Percent(_number, formatProvider),
            FigureKind.Quantity => new Quantity(_number, (UnitOfMeasure)_unit!).ToString(format, formatProvider),
            FigureKind.Number => display.Number(_number, 0, formatProvider),
            _ => ToString(),
        };
    }

    internal static Figure FromObject(object value) =>
        value switch
        {
            decimal number => number,
            int number => (decimal)number,
            long number => (decimal)number,
            short number => (decimal)number,
            byte number => (decimal)number,
            Money money => money,
            Percentage percentage => percentage,
            Quantity quantity => quantity,
            LocalDate date => date,
            bool truth => truth,
            _ => InvariantText.Any(value),
        };

    /// <summary>The same kind and unit with another number.</summary>
    internal Figure With(decimal number) => new(Kind, number, _unit);

    internal bool IsComparableWith(Figure other) => Kind == other.Kind && Equals(_unit, other._unit);
}
