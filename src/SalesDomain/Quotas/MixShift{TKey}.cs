using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>How the shares of a mix have shifted since an earlier one (结构偏移).</summary>
/// <typeparam name="TKey">The type of families, products, channels.</typeparam>
/// <remarks>
/// The points of all keys, with those of what is unassigned, sum to zero: what one gains others lose. A key that is new had 0 % before, and
/// one that is gone has 0 % now. Equality is by reference. Made by <see cref="SalesMix{TKey}.ShiftFrom"/>.
/// </remarks>
public sealed class MixShift<TKey>
    where TKey : notnull
{
    private readonly TKey[] _keys;

    // Of each key and of what is unassigned; null where there is no shift.
    private readonly (string Name, ShareShift Shift, decimal Points)[]? _gains;

    internal MixShift(SalesMix<TKey> current, SalesMix<TKey> prior)
    {
        Current = current;
        Prior = prior;
        _keys = [.. current.Keys.Union(prior.Keys)];
        if (Unassigned.Points is null)
            return;

        _gains = [.. Shifts().Select(each => (each.Name, each.Shift, Math.Max(each.Shift.Points!.Value, 0m)))];
        MovedPoints = _gains.Sum(gain => gain.Points);
    }

    /// <summary>The mix now.</summary>
    public SalesMix<TKey> Current { get; }

    /// <summary>The earlier mix.</summary>
    public SalesMix<TKey> Prior { get; }

    /// <summary>All keys of both: those of the mix now in their order, then those of the earlier one alone.</summary>
    public IReadOnlyList<TKey> Keys => Array.AsReadOnly(_keys);

    /// <summary>Of which something was sold now and nothing before.</summary>
    public IReadOnlyList<TKey> NewKeys =>
        Array.FindAll(_keys, key => !Current.IsNothing(key) && Prior.IsNothing(key)).ToList().AsReadOnly();

    /// <summary>Of which something was sold before and nothing now.</summary>
    public IReadOnlyList<TKey> GoneKeys =>
        Array.FindAll(_keys, key => Current.IsNothing(key) && !Prior.IsNothing(key)).ToList().AsReadOnly();

    /// <summary>The shift of what is credited to no key.</summary>
    public ShareShift Unassigned => new(Current.Unassigned, Prior.Unassigned);

    /// <summary>
    /// How much of the total went from keys to others, in percentage points: the sum of all gains, which is half the sum of all points
    /// without their signs. Null where the shares of one mix are not known.
    /// </summary>
    public decimal? MovedPoints { get; }

    /// <summary>The shift of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Both shares and the points between.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public ShareShift Of(TKey key) => new(Current.Of(Guard.Against.Null(key)), Prior.Of(key));

    /// <summary>How the moved points came about.</summary>
    /// <returns>The sum of the gains of all keys; absent where the shares of one mix are not known.</returns>
    public Explanation Explain() =>
        _gains is { } gains
            ? Node(
                "points moved", Figure.OrAbsent(MovedPoints), Operation.Sum,
                Array.ConvertAll(gains, gain => ExplainGain(gain.Name, gain.Shift, gain.Points)))
            : Node(
                "points moved", Figure.Absent, Operation.Select,
                Node(
                    "there is no shift", true, Operation.Compare(ComparisonKind.Equal),
                    Unassigned.Explain(), Constant("none", Figure.Absent)),
                Constant("then", Figure.Absent), Constant("else", Figure.Absent));

    /// <summary>Both shares and the points, a line a key.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_keys.Select(key => InvariantText.Any(key) + ": " + Of(key) + "\n"));

    // The totals are explained by each shift; here they would make a page of every key on each of its own lines.
    private static Explanation ExplainGain(string name, ShareShift shift, decimal points) =>
        Node(name, points, Operation.Max, shift.ExplainOfTotals(), Constant("none", 0m));

    private IEnumerable<(string Name, ShareShift Shift)> Shifts() =>
        _keys.Select(key => (Name: "gain of " + InvariantText.Any(key), Shift: Of(key)))
            .Append((Name: "gain of unassigned", Shift: Unassigned));
}
