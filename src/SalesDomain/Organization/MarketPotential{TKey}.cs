using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What could be sold in every territory of a market, with shares of the whole and indexes against the average.</summary>
/// <typeparam name="TKey">The type of the territories: <see cref="TerritoryId"/>, a region, a customer class.</typeparam>
/// <remarks>Immutable; made by <see cref="MarketPotential"/> and <see cref="BuyingPower{TKey}.PotentialOf"/>. Equality is by territories
/// and potentials in their order.</remarks>
public sealed class MarketPotential<TKey> : IEquatable<MarketPotential<TKey>>
    where TKey : notnull
{
    private readonly PotentialLine<TKey>[] _lines;
    private readonly Dictionary<TKey, PotentialLine<TKey>> _byKey;

    internal MarketPotential((TKey Key, Measured Potential)[] potentials)
    {
        Total = potentials.Select(each => each.Potential).Aggregate((sum, next) => sum + next);
        _lines = Array.ConvertAll(potentials, each => new PotentialLine<TKey>(each.Key, each.Potential, Total, potentials.Length));
        _byKey = _lines.ToDictionary(line => line.Key);
    }

    /// <summary>The potential of the whole market.</summary>
    public Measured Total { get; }

    /// <summary>A line for each territory.</summary>
    public IReadOnlyList<PotentialLine<TKey>> Lines => Array.AsReadOnly(_lines);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A table.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(MarketPotential<TKey>? left, MarketPotential<TKey>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A table.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(MarketPotential<TKey>? left, MarketPotential<TKey>? right) => !(left == right);

    /// <summary>The line of a territory, if there is one.</summary>
    /// <param name="key">The territory.</param>
    /// <param name="line">The line, or null.</param>
    /// <returns>False when the territory is not in the table, which is not a potential of zero.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryLine(TKey key, [NotNullWhen(true)] out PotentialLine<TKey>? line) =>
        _byKey.TryGetValue(Guard.Against.Null(key), out line);

    /// <summary>Whether the other has the same territories and potentials in the same order.</summary>
    /// <param name="other">The table to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(MarketPotential<TKey>? other) =>
        other is not null
        && _lines.Select(line => (line.Key, line.Potential)).SequenceEqual(other._lines.Select(line => (line.Key, line.Potential)));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as MarketPotential<TKey>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _lines.Aggregate(_lines.Length, (hash, line) => Hash.Combine(hash, line.Key.GetHashCode(), line.Potential.GetHashCode()));

    /// <summary>A line for each territory.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_lines.Select(line => line + "\n"));
}
