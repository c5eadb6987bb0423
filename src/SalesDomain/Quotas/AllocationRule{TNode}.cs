using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>How a target is broken down a tree: by what driver, in which unit, with what hedge and within which bounds.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// <para>
/// At every parent: Σ children = parent × (100 % + hedge), rounded to the unit. Without a hedge, which is the default, Σ children =
/// parent, exactly. The hand-out is split by the weights, by the largest remainder; see <see cref="SalesDomain.Apportionment"/>.
/// </para>
/// <para>
/// Bounds hold a node within its family. They do not reach upward: a minimum that the parent cannot carry is refused, and it is the
/// caller who gives the parent more.
/// </para>
/// <para>
/// Each <c>With…</c> says one thing in place of what was said of it before, and leaves the rest. For many nodes there is a form that
/// takes them all and copies once. Equality is by all parts.
/// </para>
/// </remarks>
public sealed partial class AllocationRule<TNode> : IEquatable<AllocationRule<TNode>>
    where TNode : notnull
{
    private readonly Parts _said;

    private AllocationRule(Parts said) => _said = said;

    /// <summary>What siblings share by, at the levels that have no driver of their own.</summary>
    public AllocationDriver<TNode> Driver => _said.Driver;

    /// <summary>The unit in which quotas are given out, or null: the minor unit for money, whole ones for quantities and counts.</summary>
    public decimal? Unit => _said.Unit;

    /// <summary>Who wins among equal remainders, by the order of the siblings.</summary>
    public TieBreak Ties => _said.Ties;

    /// <summary>The hedge (over-assignment) of parents that have none of their own.</summary>
    public Percentage Hedge => _said.Hedge;

    /// <summary>How a hand-out with hedge is rounded. The mode alone, because it is rounded to the unit of the rule.</summary>
    public RoundingMode HedgeRoundingMode => _said.HedgeRoundingMode;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AllocationRule<TNode>? left, AllocationRule<TNode>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AllocationRule<TNode>? left, AllocationRule<TNode>? right) => !(left == right);

    /// <summary>The same rule in another unit: 1,000 for plan figures in thousands, 24 for whole cases of pieces.</summary>
    /// <param name="unit">The unit, above zero, in major units of money or in the unit of the quantity.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not positive.</exception>
    public AllocationRule<TNode> InUnitsOf(decimal unit) => new(_said with { Unit = Guard.Against.NotPositive(unit) });

    /// <summary>The same rule with another one for ties.</summary>
    /// <param name="ties">Who wins among equal remainders.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ties"/> is not defined.</exception>
    public AllocationRule<TNode> WithTies(TieBreak ties) => new(_said with { Ties = Guard.Against.Undefined(ties) });

    /// <summary>
    /// The same rule, in which one node takes what is no multiple of the unit: of 12,345,678 in thousands the 678, down from the root to
    /// it. Without such a node a target that leaves a rest is refused.
    /// </summary>
    /// <param name="node">The node, usually a leaf. Below it, its first descendants take the rest.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public AllocationRule<TNode> WithRestTo(TNode node) => new(_said with { RestTo = [Guard.Against.Null(node)] });

    /// <summary>The same rule with another driver where parents of one level hand out: regions by potential, people by last year.</summary>
    /// <param name="level">The level of the parents: 0 for what the root hands out.</param>
    /// <param name="driver">What their children share by.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="driver"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is negative.</exception>
    public AllocationRule<TNode> WithDriverAtLevel(int level, AllocationDriver<TNode> driver)
    {
        Guard.Against.Null(driver);
        Guard.Against.OutsideRange(0, int.MaxValue, level);
        return new(_said with { LevelDrivers = With(_said.LevelDrivers, level, driver) });
    }

    /// <summary>
    /// The same rule with a hedge (over-assignment) at every parent. Over the levels it cumulates: 5 % at three is 15.76 %.
    /// </summary>
    /// <param name="hedge">By how much more than its own quota a parent hands out; zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hedge"/> is negative: a reserve is a node of its own.</exception>
    public AllocationRule<TNode> WithHedge(Percentage hedge) => new(_said with { Hedge = NotNegative(hedge) });

    /// <summary>The same rule with a hedge of its own at the parents of one level.</summary>
    /// <param name="level">The level of the parents: 0 for what the root hands out.</param>
    /// <param name="hedge">By how much more than its own quota such a parent hands out; zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> or <paramref name="hedge"/> is negative.</exception>
    public AllocationRule<TNode> WithHedgeAtLevel(int level, Percentage hedge)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, level);
        return new(_said with { LevelHedges = With(_said.LevelHedges, level, NotNegative(hedge)) });
    }

    /// <summary>The same rule with a hedge of its own at one parent, before that of its level.</summary>
    /// <param name="parent">The parent that hands out.</param>
    /// <param name="hedge">By how much more than its own quota it hands out; zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parent"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hedge"/> is negative.</exception>
    public AllocationRule<TNode> WithHedgeAt(TNode parent, Percentage hedge)
    {
        Guard.Against.Null(parent);
        return new(_said with { NodeHedges = With(_said.NodeHedges, parent, NotNegative(hedge)) });
    }

    /// <summary>The same rule with hedges of their own at many parents, in one copy.</summary>
    /// <param name="hedges">The parents, each once, and by how much more than its own quota each hands out; zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hedges"/> or a parent is null.</exception>
    /// <exception cref="ArgumentException">A parent comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A hedge is negative.</exception>
    public AllocationRule<TNode> WithHedgesAt(IEnumerable<(TNode Parent, Percentage Hedge)> hedges)
    {
        Guard.Against.Null(hedges);
        var all = new Dictionary<TNode, Percentage>(_said.NodeHedges);
        foreach (var (parent, hedge) in EachOnce(hedges, nameof(hedges)))
            all[parent] = NotNegative(hedge, nameof(hedges));

        return new(_said with { NodeHedges = all });
    }

    /// <summary>The same rule with another rounding of what is handed out with a hedge; half away from zero if nothing is said.</summary>
    /// <param name="mode">
    /// How to round. To what is not asked: hand-outs are in the unit of the rule, or they could not be shared in it.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not defined.</exception>
    public AllocationRule<TNode> WithHedgeRoundingMode(RoundingMode mode) =>
        new(_said with { HedgeRoundingMode = Guard.Against.Undefined(mode) });

    /// <summary>Whether the other has the same drivers, unit, ties, hedges and bounds.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AllocationRule<TNode>? other) =>
        other is not null && Driver == other.Driver && Unit == other.Unit && Ties == other.Ties && Hedge == other.Hedge
        && HedgeRoundingMode == other.HedgeRoundingMode && _said.RestTo.SequenceEqual(other._said.RestTo)
        && SameEntries.Of(_said.LevelDrivers, other._said.LevelDrivers)
        && SameEntries.Of(_said.LevelHedges, other._said.LevelHedges) && SameEntries.Of(_said.NodeHedges, other._said.NodeHedges)
        && SameEntries.Of(_said.Bounds, other._said.Bounds) && _said.Growth.SequenceEqual(other._said.Growth);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AllocationRule<TNode>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Driver.GetHashCode(), Hash.Of(Unit ?? 0m), Hedge.GetHashCode(), _said.Bounds.Count);

    /// <summary>The rule in words: <c>by last year, in units of 1000, ties to the first, hedge 5%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "by " + Driver + ", " + Splitting(Unit) + (_said.HasHedge ? ", hedge " + string.Join(" ", HedgesInWords()) : "")
        + (_said.RestTo.Length > 0 ? ", rest to " + InvariantText.Any(_said.RestTo[0]) : "")
        + (_said.Bounds.Count + _said.Growth.Length > 0 ? ", within bounds" : "");

    internal static AllocationRule<TNode> Create(AllocationDriver<TNode> driver) => new(new Parts(driver));

    private static Percentage NotNegative(Percentage hedge, string parameterName = "hedge") =>
        hedge >= Percentage.Zero ? hedge
            : throw Guards.OutOfRange(parameterName, hedge.ToString(), "must not be negative; keep a reserve as a node");

    private static Dictionary<TKey, TValue> With<TKey, TValue>(Dictionary<TKey, TValue> table, TKey key, TValue value)
        where TKey : notnull =>
        new(table) { [key] = value };

    private IEnumerable<string> HedgesInWords() =>
        _said.LevelHedges.OrderBy(pair => pair.Key).Select(pair => pair.Value + " at level " + InvariantText.Number(pair.Key))
            .Concat(_said.NodeHedges.Select(pair => pair.Value + " at " + InvariantText.Any(pair.Key))
                .OrderBy(text => text, StringComparer.Ordinal))
            .Prepend(Hedge.ToString());

    /// <summary>All that the rule says, so that a changed copy names only what changes.</summary>
    private readonly struct Parts(AllocationDriver<TNode> driver)
    {
        internal AllocationDriver<TNode> Driver { get; } = driver;

        internal decimal? Unit { get; init; }

        internal TieBreak Ties { get; init; }

        internal TNode[] RestTo { get; init; } = [];

        internal Percentage Hedge { get; init; }

        internal RoundingMode HedgeRoundingMode { get; init; }

        internal Dictionary<int, AllocationDriver<TNode>> LevelDrivers { get; init; } = [];

        internal Dictionary<int, Percentage> LevelHedges { get; init; } = [];

        internal Dictionary<TNode, Percentage> NodeHedges { get; init; } = [];

        internal Dictionary<TNode, NodeBounds> Bounds { get; init; } = [];

        internal (AllocationDriver<TNode> History, Percentage? Least, Percentage? Most)[] Growth { get; init; } = [];

        internal bool HasHedge => !Hedge.IsZero || LevelHedges.Count > 0 || NodeHedges.Count > 0;
    }
}
