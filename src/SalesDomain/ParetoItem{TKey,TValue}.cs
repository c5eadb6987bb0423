using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>A customer or product with its place in an ABC classification: rank, running total, share and class.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values: money, quantities or numbers.</typeparam>
/// <remarks>Made by <see cref="ParetoClasses"/>. Equality is by key, value, rank, class, running total and total.</remarks>
public sealed partial class ParetoItem<TKey, TValue> : IEquatable<ParetoItem<TKey, TValue>>
    where TKey : notnull
    where TValue : struct
{
    private readonly ParetoRun<TValue> _run;
    private readonly int _position;

    internal ParetoItem(ParetoRun<TValue> run, TKey key, int position)
    {
        _run = run;
        _position = position;
        Key = key;
    }

    /// <summary>Whose value it is.</summary>
    public TKey Key { get; }

    /// <summary>The value it is ranked by.</summary>
    public TValue Value => _run.ValueOf(Steps.Amount(_position));

    /// <summary>The rank from 1; equal values share theirs, and the next follows after all of them: 1, 2, 2, 4.</summary>
    public int Rank => Steps.Larger(_position) + 1;

    /// <summary>The name of the class.</summary>
    public string Class => _run.Classes.NameOf(Steps.Class(_position));

    /// <summary>The sum of the values above zero down to this one in the list.</summary>
    public TValue CumulativeValue => _run.ValueOf(Steps.RunningTotal(_position));

    /// <summary>The sum of all values above zero.</summary>
    public TValue Total => _run.ValueOf(Steps.Total);

    /// <summary>
    /// The value's own share of the total, to 28 digits; null for a value of zero or less, which is no part of the total.
    /// </summary>
    public Percentage? Share => Counts ? Percentage.Ratio(Steps.Amount(_position), Steps.Total) : null;

    /// <summary>
    /// The share of the running total in the total, to 28 digits, for a table or a chart; null where no value is above zero. The class is
    /// decided without it.
    /// </summary>
    public Percentage? CumulativeShare => Percentage.Ratio(Steps.RunningTotal(_position), Steps.Total);

    private ParetoSteps Steps => _run.Steps;

    private bool Counts => _position < Steps.Counted;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An item.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ParetoItem<TKey, TValue>? left, ParetoItem<TKey, TValue>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An item.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ParetoItem<TKey, TValue>? left, ParetoItem<TKey, TValue>? right) => !(left == right);

    /// <summary>Whether the other has the same key, value, rank, class, running total and total.</summary>
    /// <param name="other">The item to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ParetoItem<TKey, TValue>? other) =>
        other is not null && EqualityComparer<TKey>.Default.Equals(Key, other.Key)
        && EqualityComparer<TValue>.Default.Equals(Value, other.Value)
        && Rank == other.Rank && string.Equals(Class, other.Class, StringComparison.Ordinal)
        && EqualityComparer<TValue>.Default.Equals(CumulativeValue, other.CumulativeValue)
        && EqualityComparer<TValue>.Default.Equals(Total, other.Total);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ParetoItem<TKey, TValue>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(EqualityComparer<TKey>.Default.GetHashCode(Key), Value.GetHashCode(), Rank);

    /// <summary>Rank, key, class and value, for a log: <c>1 ALFKI A CNY 650000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Rank) + " " + InvariantText.Any(Key) + " " + Class + " " + _run.FigureOf(Value);
}
