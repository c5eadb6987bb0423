using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Which entry of a <see cref="ScopeTable{T}"/> holds for one sale on one day, and why no other.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// The winner is found when the table is asked; losers and reasons are worked out when they are read. Equality is by table, subject and
/// day. The default value is of no table: nothing holds.
/// </remarks>
public readonly struct ScopeResolution<T> : IEquatable<ScopeResolution<T>>
    where T : notnull
{
    private readonly ScopeTable<T>? _table;
    private readonly int _winner;

    internal ScopeResolution(ScopeTable<T> table, in ScopeSubject subject, LocalDate on, int winner)
    {
        _table = table;
        _winner = winner;
        Subject = subject;
        On = on;
    }

    /// <summary>What was asked about.</summary>
    public ScopeSubject Subject { get; }

    /// <summary>The day that was asked for.</summary>
    public LocalDate On { get; }

    /// <summary>False when no entry holds, which is not a value of zero.</summary>
    public bool HasValue => _table is not null && _winner >= 0;

    /// <summary>The entry that holds, or null.</summary>
    public ScopeEntry<T>? Winner => HasValue ? _table!.EntryAt(_winner) : null;

    /// <summary>The value that holds.</summary>
    /// <exception cref="InvalidOperationException">No entry holds.</exception>
    public T Value =>
        Winner is { } winner ? winner.Value
            : throw new InvalidOperationException("No entry holds on " + InvariantText.Date(On) + " for (" + Subject + ").");

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A resolution.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(ScopeResolution<T> left, ScopeResolution<T> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A resolution.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ScopeResolution<T> left, ScopeResolution<T> right) => !left.Equals(right);

    /// <summary>The entries that hold for the sale on the day as well, strongest first, and what each lost by.</summary>
    /// <returns>
    /// Each with one reason: <c>scope.less-specific</c> with both levels, <c>scope.not-highest</c> or <c>scope.not-lowest</c> with both
    /// values, or <c>scope.lower-precedence</c> with both numbers. With the winner they are the entries of
    /// <see cref="ScopeTable{T}.Applicable"/>.
    /// </returns>
    public IReadOnlyList<RejectedEntry<T>> Losers() =>
        Array.AsReadOnly(_table is null ? [] : _table.Losers(Subject, On, _winner).ToArray());

    /// <summary>The entries that do not hold for the sale or not on the day, with every reason.</summary>
    /// <returns>
    /// Each with <c>scope.not-effective</c> (the day asked for, and the days of the entry), the reasons of <see cref="Scope.Mismatches"/>,
    /// or both. Every entry of the table is looked at.
    /// </returns>
    public IReadOnlyList<RejectedEntry<T>> NotApplicable() =>
        Array.AsReadOnly(_table is null ? [] : _table.NotApplicable(Subject, On).ToArray());

    /// <summary>
    /// How the value was chosen: the way of deciding, what was asked about on which day, and the entries that hold, each with its scope,
    /// days, precedence, level and value, strongest first.
    /// </summary>
    /// <param name="name">What the value is called in the explanation: discount, list price. Not empty.</param>
    /// <returns>The explanation; the figure is absent where no entry holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <remarks>
    /// <see cref="Explanation.Verify"/> chooses again from what is stated: the level that comes first in the sequence, or the highest or
    /// lowest value by the default comparison of numbers, amounts, percentages, quantities and days. It takes as stated that these entries
    /// hold and no others do, and their order where that decides: of one level by precedence, and by any other comparison.
    /// </remarks>
    public Explanation Explain(string name)
    {
        var asked = Subject.ToString();
        List<Explanation> children = [Explanation.Fact("subject", asked.Length == 0 ? Figure.Absent : asked), Explanation.Fact("on", On)];
        List<Figure> values = [];
        foreach (var entry in _table?.Applicable(Subject, On) ?? [])
        {
            values.Add(Figure.FromObject(entry.Value));
            children.Add(Explanation.Fact("holds: " + entry.Reach + ", level", Dimension.Text(entry.Scope.Dimensions)));
            children.Add(Explanation.Constant(entry.Name, Figure.FromObject(entry.Value)));
        }

        children.Add(Explanation.Constant("no entry", Figure.Absent));
        return Explanation.Node(
            name, Winner is { } winner ? Figure.FromObject(winner.Value) : Figure.Absent,
            _table?.Operation(values) ?? Operation.Resolve("", PlainResolution.FirstStated), [.. children]);
    }

    /// <summary>Whether the other asks the same table about the same sale and day.</summary>
    /// <param name="other">The resolution to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ScopeResolution<T> other) => Subject == other.Subject && On == other.On && _table == other._table;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ScopeResolution<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Subject.GetHashCode(), On.GetHashCode(), _table?.Entries.Count ?? 0);

    /// <summary>The entry that holds, or <c>none</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Winner?.ToString() ?? "none";
}
