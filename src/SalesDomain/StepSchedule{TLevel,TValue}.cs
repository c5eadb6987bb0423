using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// Steps from a level to a value, looked up and nothing more: rating bands, approval limits, a coefficient by attainment, a provision rate
/// by age. For money per step see <see cref="TieredRate"/>, <see cref="AttainmentRate"/> and <see cref="TieredPrice"/>, which stand on the
/// same search.
/// </summary>
/// <typeparam name="TLevel">What chooses the step: decimal, int, Money, Percentage, Quantity, LocalDate …</typeparam>
/// <typeparam name="TValue">What the step gives.</typeparam>
/// <remarks>
/// The side of a bound is declared by the factory: <see cref="StepSchedule.From"/> puts a level into the step that begins there,
/// <see cref="StepSchedule.UpTo"/> into the step that ends there. A level outside the steps has no value, which is an answer of its own:
/// below the first level of a from-scale (unless <see cref="ThenBelow"/>) or above its <see cref="Ceiling"/>, above the last level of a
/// to-scale (unless <see cref="ThenAbove"/>) or below its <see cref="Floor"/>. Levels rise in the order of their type; text in that of its
/// characters' codes, in every culture alike. Equality is by side, levels, ends and values.
/// </remarks>
public sealed class StepSchedule<TLevel, TValue> : IEquatable<StepSchedule<TLevel, TValue>>
    where TLevel : IComparable<TLevel>
    where TValue : notnull
{
    private readonly StepTable<TLevel> _table;
    private readonly TValue[] _values;

    internal StepSchedule(StepTable<TLevel> table, TValue[] values)
    {
        _table = table;
        _values = values;
    }

    /// <summary>To which step a bound belongs.</summary>
    public StepSide Side => _table.Side;

    /// <summary>The bounds, rising: the lower bounds of a from-scale, the upper bounds of a to-scale.</summary>
    public IReadOnlyList<TLevel> Bounds => _table.Bounds;

    /// <summary>
    /// The values of the steps from the lowest to the highest; one more than bounds when a to-scale is open above or a from-scale below.
    /// </summary>
    public IReadOnlyList<TValue> Values => Array.AsReadOnly(_values);

    /// <summary>True when the first step has no beginning.</summary>
    public bool IsOpenBelow => _table.IsOpenBelow;

    /// <summary>True when the last step has no end.</summary>
    public bool IsOpenAbove => _table.IsOpenAbove;

    /// <summary>True when a from-scale has a ceiling.</summary>
    public bool HasCeiling => Side == StepSide.From && _table.HasOuter;

    /// <summary>True when a to-scale has a floor.</summary>
    public bool HasFloor => Side == StepSide.UpTo && _table.HasOuter;

    /// <summary>The highest level of a from-scale that still has a value.</summary>
    /// <exception cref="InvalidOperationException">There is no ceiling.</exception>
    public TLevel Ceiling => HasCeiling ? _table.Outer! : throw new InvalidOperationException("The schedule has no ceiling.");

    /// <summary>The lowest level of a to-scale that still has a value.</summary>
    /// <exception cref="InvalidOperationException">There is no floor.</exception>
    public TLevel Floor => HasFloor ? _table.Outer! : throw new InvalidOperationException("The schedule has no floor.");

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A schedule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(StepSchedule<TLevel, TValue>? left, StepSchedule<TLevel, TValue>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A schedule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(StepSchedule<TLevel, TValue>? left, StepSchedule<TLevel, TValue>? right) => !(left == right);

    /// <summary>A from-scale with an end: the ceiling itself is in the last step, what lies above has no value.</summary>
    /// <param name="ceiling">The highest level with a value, at least the last bound.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ceiling"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ceiling"/> is below the last bound.</exception>
    /// <exception cref="InvalidOperationException">This is a to-scale.</exception>
    public StepSchedule<TLevel, TValue> WithCeiling(TLevel ceiling) => new(_table.WithCeiling(Required(ceiling, nameof(ceiling))), _values);

    /// <summary>A to-scale with a beginning: the floor itself is in the first step, what lies below has no value.</summary>
    /// <param name="floor">The lowest level with a value, at most the first bound.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="floor"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is above the first bound.</exception>
    /// <exception cref="InvalidOperationException">This is a from-scale.</exception>
    public StepSchedule<TLevel, TValue> WithFloor(TLevel floor) => new(_table.WithFloor(Required(floor, nameof(floor))), _values);

    /// <summary>A to-scale with a step for everything above its last bound.</summary>
    /// <param name="value">The value of that step.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="InvalidOperationException">This is a from-scale, or open above already.</exception>
    public StepSchedule<TLevel, TValue> ThenAbove(TValue value)
    {
        TValue[] values = [.. _values, Required(value, nameof(value))];
        return new StepSchedule<TLevel, TValue>(_table.WithOpenTop(), values);
    }

    /// <summary>A from-scale with a step for everything below its first bound: margins and growth go below zero.</summary>
    /// <param name="value">The value of that step.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="InvalidOperationException">This is a to-scale, or open below already.</exception>
    public StepSchedule<TLevel, TValue> ThenBelow(TValue value)
    {
        TValue[] values = [Required(value, nameof(value)), .. _values];
        return new StepSchedule<TLevel, TValue>(_table.WithOpenBottom(), values);
    }

    /// <summary>The value of the step a level lies in.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level lies outside the steps.</exception>
    public TValue At(TLevel level) =>
        TryAt(level, out var value) ? value
            : throw Guards.OutOfRange(nameof(level), Figure.FromObject(level).ToString(), "must lie in a step of the schedule");

    /// <summary>The value of the step a level lies in, if there is one.</summary>
    /// <param name="level">The level.</param>
    /// <param name="value">The value, or the default of its type.</param>
    /// <returns>False when the level lies outside the steps.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    public bool TryAt(TLevel level, [MaybeNullWhen(false)] out TValue value) => TryAt(level, nameof(level), out value);

    /// <summary>Whether the other has the same side, bounds, ends and values.</summary>
    /// <param name="other">The schedule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(StepSchedule<TLevel, TValue>? other) => HasSameSteps(other) && _values.SequenceEqual(other!._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StepSchedule<TLevel, TValue>);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(_table.HashBounds(), (hash, value) => Hash.Combine(hash, value.GetHashCode()));

    /// <summary>The steps in words: <c>from 0: C, from 85: B, from 95: A</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => StepText.Of(_table, _values);

    /// <summary>The value of the first step, without a list made for it.</summary>
    internal TValue First => _values[0];

    /// <summary>As the public one, for a level that goes by another name.</summary>
    internal bool TryAt(TLevel level, string parameterName, [MaybeNullWhen(false)] out TValue value)
    {
        var step = StepOf(level, parameterName);
        var found = step >= 0 && step < _values.Length;
        value = found ? _values[step] : default;
        return found;
    }

    /// <summary>The index of the step a level lies in: below zero under the first, as many as there are steps above the last.</summary>
    internal int StepOf(TLevel level, string parameterName) =>
        _table.Find(new LevelProbe<TLevel>(Required(level, parameterName), parameterName));

    /// <summary>The value of a step, without a list made for it.</summary>
    internal TValue ValueAt(int step) => _values[step];

    internal bool HasSameSteps(StepSchedule<TLevel, TValue>? other) => other is not null && _table.IsSameAs(other._table);

    /// <summary>The steps in words, without their values: <c>from 0, from 85</c>.</summary>
    internal string Heads() => StepText.Of(_table);

    /// <summary>The steps in words, with the values in the words given.</summary>
    internal string Text(Func<TValue, string> words) => StepText.Of(_table, Array.ConvertAll(_values, value => words(value)));

    /// <summary>The values alone: <c>(0, 0.5, 1)</c>.</summary>
    internal string Cells() => "(" + string.Join(", ", _values.Select(value => Figure.FromObject(value).ToString())) + ")";

    private static T Required<T>(T value, string parameterName) => value is null ? throw new ArgumentNullException(parameterName) : value;
}
