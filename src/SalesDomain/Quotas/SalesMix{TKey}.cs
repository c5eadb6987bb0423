using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What was sold by key and the share of each in the total (产品结构, 品类占比): pumps 55 %, valves 30 %, spare parts 15 %.</summary>
/// <typeparam name="TKey">The type of families, products, channels.</typeparam>
/// <remarks>
/// <para>
/// Share = amount ÷ total of all amounts. Every share has the same total, so that they sum to 100 %, to the last digits of quotients of 28.
/// Of a total that is zero or less there is no share, and none while a fact of it is of unknown value. A family with more returns than
/// sales has a negative share, and the others together more than 100 %.
/// </para>
/// <para>
/// Equality is by keys and their amounts, in any order, and by what is unassigned; keys compare as their type does. Immutable. Made by
/// <see cref="SalesMix"/>.
/// </para>
/// </remarks>
public sealed class SalesMix<TKey> : IEquatable<SalesMix<TKey>>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _index;
    private readonly TKey[] _keys;
    private readonly MixPart[] _parts;
    private readonly MixPart _unassigned;
    private readonly int _unknownCount;

    internal SalesMix(Dictionary<TKey, int> index, TKey[] keys, MixPart[] parts, MixPart unassigned)
    {
        _index = index;
        _keys = keys;
        _parts = parts;
        _unassigned = unassigned;
        var total = unassigned.Known.Amount;
        _unknownCount = unassigned.UnknownCount;
        foreach (var part in parts)
        {
            total += part.Known.Amount;
            _unknownCount += part.UnknownCount;
        }

        Known = unassigned.Known.With(total);
    }

    /// <summary>The keys with an amount, zero included, in the order given.</summary>
    public IReadOnlyList<TKey> Keys => Array.AsReadOnly(_keys);

    /// <summary>The total of all amounts, what is unassigned included; null when a fact does not state its value.</summary>
    public Measured? Total => _unknownCount == 0 ? Known : null;

    /// <summary>What of the total is known.</summary>
    public Measured Known { get; }

    /// <summary>What is credited to no key: lines without a channel. It is in the total, and has a share of it.</summary>
    public MixShare Unassigned => ShareOf("unassigned", _unassigned);

    /// <summary>
    /// What a reader has to know of the shares: <c>mix.unknown-value</c> with facts and <c>mix.no-positive-total</c> with the total, where
    /// there are none; <c>mix.unassigned</c> and <c>mix.negative</c> with amounts, where there are.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => AllReasons().ToList().AsReadOnly();

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A mix.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(SalesMix<TKey>? left, SalesMix<TKey>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A mix.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(SalesMix<TKey>? left, SalesMix<TKey>? right) => !(left == right);

    /// <summary>Amount and share of a key, with their explanation.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The amount and its share: zero and 0 % for a key of which nothing was sold.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="OverflowException">The share is too large to be a percentage.</exception>
    public MixShare Of(TKey key) => ShareOf(InvariantText.Any(Guard.Against.Null(key)), PartOf(key));

    /// <summary>The share of a key alone.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The share, to 28 digits; 0 % for a key of which nothing was sold; null where the total has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="OverflowException">The share is too large to be a percentage.</exception>
    public Percentage? ShareOf(TKey key) =>
        MixPart.Share(
            _index.TryGetValue(key is null ? throw new ArgumentNullException(nameof(key)) : key, out var at)
                ? _parts[at].Known : Known.With(0m),
            Known, _unknownCount);

    /// <summary>The mix of a coarser key: families of products, groups of channels.</summary>
    /// <typeparam name="TOther">The type of the coarser key.</typeparam>
    /// <param name="keyOf">Gives the coarser key of a key.</param>
    /// <returns>The mix, of the same total; keys stand in the order of their first amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="keyOf"/> or one of its results is null.</exception>
    public SalesMix<TOther> By<TOther>(Func<TKey, TOther> keyOf)
        where TOther : notnull
    {
        Guard.Against.Null(keyOf);
        var index = new Dictionary<TOther, int>();
        var keys = new List<TOther>();
        var parts = new List<MixPart>();
        for (var i = 0; i < _keys.Length; i++)
        {
            var key = keyOf(_keys[i]) ?? throw new ArgumentNullException(nameof(keyOf));
            if (index.TryGetValue(key, out var at))
            {
                parts[at] = parts[at].Plus(_parts[i]);
                continue;
            }

            index.Add(key, keys.Count);
            keys.Add(key);
            parts.Add(_parts[i]);
        }

        return new SalesMix<TOther>(index, [.. keys], [.. parts], _unassigned);
    }

    /// <summary>The mix of some keys among themselves: the total is theirs, without the others and what is unassigned.</summary>
    /// <param name="keys">The keys, as the families of a plan; those of which nothing was sold add nothing.</param>
    /// <returns>The mix, with its keys in the order of this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="keys"/> or a key is null.</exception>
    public SalesMix<TKey> Only(IEnumerable<TKey> keys)
    {
        var wanted = new HashSet<TKey>();
        foreach (var key in Guard.Against.Null(keys))
            wanted.Add(Guard.Against.Null(key, nameof(keys)));

        TKey[] kept = [.. _keys.Where(wanted.Contains)];
        return new SalesMix<TKey>(
            IndexOf(kept, nameof(keys)), kept, Array.ConvertAll(kept, key => _parts[_index[key]]), MixPart.Of(Known.With(0m)));
    }

    /// <summary>How the shares have shifted since an earlier mix (结构偏移), in percentage points.</summary>
    /// <param name="prior">The earlier mix, of the same measure and currency: the same period of the year before.</param>
    /// <returns>The shift of each key, of new and gone ones too.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prior"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="prior"/> is of another measure, tax basis, unit or currency.</exception>
    public MixShift<TKey> ShiftFrom(SalesMix<TKey> prior)
    {
        Measured.RequireSame(Known, Guard.Against.Null(prior).Known, nameof(prior));
        return new MixShift<TKey>(this, prior);
    }

    /// <summary>Whether the other has the same amounts.</summary>
    /// <param name="other">The mix to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SalesMix<TKey>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _keys.Length == other._keys.Length && Known == other.Known && _unassigned.IsSameAs(other._unassigned)
            && _keys.All(key => other._index.TryGetValue(key, out var at) && _parts[_index[key]].IsSameAs(other._parts[at])));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as SalesMix<TKey>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Known.GetHashCode(), _keys.Length, _unknownCount);

    /// <summary>Amounts and shares, a line a key, and what is unassigned if there is such.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(_keys.Select(key => InvariantText.Any(key) + ": " + Of(key) + "\n"))
        + (_unassigned.IsNothing ? "" : "unassigned: " + Unassigned + "\n");

    /// <summary>Where each key stands; a key that comes twice is refused.</summary>
    internal static Dictionary<TKey, int> IndexOf(TKey[] keys, string parameterName)
    {
        var index = new Dictionary<TKey, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            if (index.ContainsKey(keys[i]))
                throw Guards.Invalid(parameterName, InvariantText.Any(keys[i]), "must have each key once");

            index.Add(keys[i], i);
        }

        return index;
    }

    internal bool HasUnassigned => !_unassigned.IsNothing;

    internal bool IsNothing(TKey key) => PartOf(key).IsNothing;

    /// <summary>Keys and what is unassigned as one part of the total.</summary>
    internal MixShare Together(string name, IEnumerable<TKey> keys) =>
        ShareOf(name, keys.Select(PartOf).Aggregate(_unassigned, (sum, part) => sum.Plus(part)));

    private MixPart PartOf(TKey key) => _index.TryGetValue(key, out var at) ? _parts[at] : MixPart.Of(Known.With(0m));

    private MixShare ShareOf(string name, MixPart part) => new(name, part, Known, _unknownCount, ExplainTotal);

    private Explanation ExplainTotal()
    {
        var amounts = _keys.Select((key, i) => _parts[i].Explain("amount of " + InvariantText.Any(key)));
        return Node(
            "total", Known.Value, Operation.Sum,
            _unassigned.IsNothing && _keys.Length > 0 ? [.. amounts] : [.. amounts, _unassigned.Explain("amount unassigned")]);
    }

    private IEnumerable<Reason> AllReasons()
    {
        if (_unknownCount > 0)
            yield return new Reason("mix.unknown-value", ("facts", _unknownCount), ("known part", Known.Value));
        else if (Known.Amount <= 0m)
            yield return new Reason("mix.no-positive-total", ("total", Known.Value));
        if (!_unassigned.IsNothing)
            yield return new Reason("mix.unassigned", ("amount", _unassigned.Known.Value));
        foreach (var key in _keys.Where(key => PartOf(key).Known.Amount < 0m))
            yield return new Reason("mix.negative", ("key", InvariantText.Any(key)), ("amount", PartOf(key).Known.Value));
    }
}
