using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// What was planned and what was made, by key: visits by customer and purpose, accompanied days by salesperson, training hours by person.
/// </summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <remarks>
/// <para>
/// Compliance (计划完成率) is Σ min(planned, made) ÷ Σ planned: what is made beyond the plan of one key fills no gap at another,
/// so 96 visits made of 96 planned are not 100 % when six of them went to customers that had theirs. A key without plan is surplus, and
/// shown. Where nothing is planned there is no compliance, neither 0 % nor 100 %.
/// </para>
/// <para>
/// Tables of parts of the facts merge into the table of all of them. Equality is by keys and their amounts, in any order; keys compare as
/// their type does. Immutable.
/// </para>
/// </remarks>
public sealed class PlannedAndMade<TKey> : IEquatable<PlannedAndMade<TKey>>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _index;
    private readonly TKey[] _keys;
    private readonly decimal[] _planned;
    private readonly decimal[] _made;

    internal PlannedAndMade(Dictionary<TKey, int> index, TKey[] keys, decimal[] planned, decimal[] made)
    {
        _index = index;
        _keys = keys;
        _planned = planned;
        _made = made;
        for (var row = 0; row < keys.Length; row++)
        {
            Planned += planned[row];
            Made += made[row];
            Filled += Math.Min(planned[row], made[row]);
        }

        Compliance = Percentage.Ratio(Filled, Planned);
    }

    /// <summary>What is planned in all.</summary>
    public decimal Planned { get; }

    /// <summary>What was made in all, with plan and without.</summary>
    public decimal Made { get; }

    /// <summary>How much of the plan is filled: of each key what was made, but not more than planned.</summary>
    public decimal Filled { get; }

    /// <summary>What is missing: the sum of the gaps of all keys.</summary>
    public decimal Gap => Planned - Filled;

    /// <summary>What was made beyond the plan of its key, or without any.</summary>
    public decimal Surplus => Made - Filled;

    /// <summary><see cref="Filled"/> ÷ <see cref="Planned"/>: 0 % to 100 %, to 28 digits; null where nothing is planned.</summary>
    public Percentage? Compliance { get; }

    /// <summary>The keys with their amounts: first in the order of the plan, then those without plan.</summary>
    public IReadOnlyList<PlannedAndMadeLine<TKey>> Lines =>
        Array.AsReadOnly(_keys.Select((key, row) => new PlannedAndMadeLine<TKey>(key, _planned[row], _made[row])).ToArray());

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A table.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PlannedAndMade<TKey>? left, PlannedAndMade<TKey>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A table.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PlannedAndMade<TKey>? left, PlannedAndMade<TKey>? right) => !(left == right);

    /// <summary>The line of a key, if it was planned or made.</summary>
    /// <param name="key">The key.</param>
    /// <param name="line">The line, or null.</param>
    /// <returns>False when the key is neither in the plan nor in what was made.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryLine(TKey key, [NotNullWhen(true)] out PlannedAndMadeLine<TKey>? line)
    {
        var isThere = _index.TryGetValue(key is null ? throw new ArgumentNullException(nameof(key)) : key, out var row);
        line = isThere ? new PlannedAndMadeLine<TKey>(key, _planned[row], _made[row]) : null;
        return isThere;
    }

    /// <summary>The table with more that was made, in amounts.</summary>
    /// <param name="made">What was made by key, zero or more; amounts of one key are added, and a key without plan is surplus.</param>
    /// <returns>The table; keys without plan come after those of the plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="made"/> or a key is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    /// <exception cref="OverflowException">A total does not fit in a decimal.</exception>
    public PlannedAndMade<TKey> WithMade(IEnumerable<(TKey Key, decimal Made)> made)
    {
        Guard.Against.Null(made);
        var rows = new PlanRows<TKey>();
        AddTo(rows);
        foreach (var (key, amount) in made)
            rows.Make(PlanRows.Given(key, nameof(made)), PlanRows.NotNegative(amount, nameof(made)));

        return rows.ToTable();
    }

    /// <summary>The table with more that was made, each thing counting one for its key.</summary>
    /// <param name="made">The key of each thing made; one without plan is surplus.</param>
    /// <returns>The table; keys without plan come after those of the plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="made"/> or a key is null.</exception>
    public PlannedAndMade<TKey> WithCounted(IEnumerable<TKey> made)
    {
        Guard.Against.Null(made);
        var rows = new PlanRows<TKey>();
        AddTo(rows);
        foreach (var key in made)
            rows.Make(PlanRows.Given(key, nameof(made)), 1m);

        return rows.ToTable();
    }

    /// <summary>This table and another as one: the amounts of a key in both are added.</summary>
    /// <param name="other">The table of other facts, or of another plan.</param>
    /// <returns>The table of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="OverflowException">A total does not fit in a decimal.</exception>
    public PlannedAndMade<TKey> Merge(PlannedAndMade<TKey> other)
    {
        Guard.Against.Null(other);
        var rows = new PlanRows<TKey>();
        AddTo(rows);
        other.AddTo(rows);
        return rows.ToTable();
    }

    /// <summary>The lines apart by a part of their key: those of each salesperson, of each purpose. The parts merge into this
    /// table.</summary>
    /// <typeparam name="TPart">The type of the part.</typeparam>
    /// <param name="partOf">Gives the part for a key.</param>
    /// <returns>Each part once, in the order of the lines, with the table of its lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="partOf"/> or one of its results is null.</exception>
    public IReadOnlyList<(TPart Part, PlannedAndMade<TKey> Lines)> SplitBy<TPart>(Func<TKey, TPart> partOf)
        where TPart : notnull
    {
        Guard.Against.Null(partOf);
        var index = new Dictionary<TPart, int>();
        var parts = new List<(TPart Part, PlanRows<TKey> Rows)>();
        for (var row = 0; row < _keys.Length; row++)
        {
            var part = partOf(_keys[row]) ?? throw new ArgumentNullException(nameof(partOf));
            if (!index.TryGetValue(part, out var at))
            {
                at = parts.Count;
                index.Add(part, at);
                parts.Add((part, new PlanRows<TKey>()));
            }

            AddTo(parts[at].Rows, row);
        }

        return Array.AsReadOnly(parts.Select(each => (each.Part, each.Rows.ToTable())).ToArray());
    }

    /// <summary>The compliance from the planned and the made of every key.</summary>
    /// <returns>The tree; its root is the compliance, absent where nothing is planned.</returns>
    public Explanation Explain() =>
        Explanation.Node(
            "compliance", Figure.OrAbsent(Compliance), Operation.Ratio,
            Total("filled", Filled, line => line.Explain()),
            Total("planned", Planned, line => Explanation.Fact(line.Name, line.Planned)));

    /// <summary>Whether the other has the same keys with the same amounts.</summary>
    /// <param name="other">The table to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PlannedAndMade<TKey>? other)
    {
        if (other is null || other._keys.Length != _keys.Length)
            return false;

        for (var row = 0; row < _keys.Length; row++)
        {
            if (!other._index.TryGetValue(_keys[row], out var at) || _planned[row] != other._planned[at] || _made[row] != other._made[at])
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PlannedAndMade<TKey>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(_keys.Length, Hash.Of(Planned), Hash.Of(Made), Hash.Of(Filled));

    /// <summary>The totals, for a log: <c>filled 90 of 96, made 96</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "filled " + InvariantText.Number(Filled) + " of " + InvariantText.Number(Planned) + ", made " + InvariantText.Number(Made);

    private Explanation Total(string name, decimal value, Func<PlannedAndMadeLine<TKey>, Explanation> part)
    {
        var parts = Lines.Select(part).ToArray();
        return parts.Length > 0 ? Explanation.Node(name, value, Operation.Sum, parts) : Explanation.FactSum(name, value, 0);
    }

    private void AddTo(PlanRows<TKey> rows)
    {
        for (var row = 0; row < _keys.Length; row++)
            AddTo(rows, row);
    }

    private void AddTo(PlanRows<TKey> rows, int row)
    {
        rows.Plan(_keys[row], _planned[row]);
        rows.Make(_keys[row], _made[row]);
    }
}
