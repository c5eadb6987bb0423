using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What siblings share by: weights, last year's sales, potential, evenly, or a blend of these.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// <para>
/// Values stand at leaves or at any node. A node without one of its own has the sum of its children; a leaf without one is
/// <i>unknown</i>, not zero, and a split that needs it is refused, unless <see cref="WithMissing"/> says what it counts.
/// </para>
/// <para>
/// A negative value, of which more came back than was sold, counts as zero where that is declared, and is listed in
/// <see cref="NodesCountedAsZero"/>; else it is refused.
/// </para>
/// <para>Equality is by name, kind, values and growth; the order in which the values were given does not matter.</para>
/// </remarks>
public sealed class AllocationDriver<TNode> : IEquatable<AllocationDriver<TNode>>
    where TNode : notnull
{
    private readonly Dictionary<TNode, (decimal Value, decimal Base, decimal Factor)> _entries;
    private readonly (AllocationDriver<TNode> Driver, Percentage Share)[] _parts;
    private readonly TNode[] _countedAsZero;
    private readonly Measured? _template;
    private readonly decimal? _missing;
    private readonly bool _isEven;

    private AllocationDriver(
        string name,
        Dictionary<TNode, (decimal Value, decimal Base, decimal Factor)>? entries = null,
        (AllocationDriver<TNode> Driver, Percentage Share)[]? parts = null,
        Measured? template = null,
        decimal? missing = null,
        bool isEven = false,
        TNode[]? countedAsZero = null)
    {
        Name = name;
        _entries = entries ?? [];
        _parts = parts ?? [];
        _countedAsZero = countedAsZero ?? [];
        (_template, _missing, _isEven) = (template, missing, isEven);
    }

    /// <summary>What it is, for the explanation: <c>last year</c>, <c>even</c>, <c>60% last year, 40% potential</c>.</summary>
    public string Name { get; }

    /// <summary>What its values measure; null for plain weights, an even split and a blend.</summary>
    public Measure? Measure => _template?.Measure;

    /// <summary>The drivers that are blended, with their shares; empty for any other.</summary>
    public IReadOnlyList<(AllocationDriver<TNode> Driver, Percentage Share)> Parts => Array.AsReadOnly(_parts);

    /// <summary>The nodes whose negative value counts as zero, in the order they were given; of a blend those of all its parts.</summary>
    public IReadOnlyList<TNode> NodesCountedAsZero => Array.AsReadOnly(_countedAsZero);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A driver.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AllocationDriver<TNode>? left, AllocationDriver<TNode>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A driver.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AllocationDriver<TNode>? left, AllocationDriver<TNode>? right) => !(left == right);

    /// <summary>
    /// The same driver, in which leaves without a value have this one: 0 for new territories that are to get nothing yet, 1 for a start.
    /// </summary>
    /// <param name="weight">The weight, zero or more, in the unit of the values.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">This is an even split or a blend, where nothing is missing.</exception>
    public AllocationDriver<TNode> WithMissing(decimal weight)
    {
        Guard.Against.Below(0m, weight);
        RequireValues();
        return new AllocationDriver<TNode>(Name, _entries, template: _template, missing: weight, countedAsZero: _countedAsZero);
    }

    /// <summary>
    /// The values with growth: last year × (100 % + growth), one rate for all and others for some. Growth compounds: grown by 10 % and by
    /// 10 % again is 21 %. What counts as zero stays zero.
    /// </summary>
    /// <param name="growth">The growth of every value that has no rate of its own; upon that given before, not in its place.</param>
    /// <param name="own">Nodes with a value of their own and the growth of each.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="own"/> or a node in it is null.</exception>
    /// <exception cref="ArgumentException">A node comes twice, or states no value that could grow.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A growth is below −100 %.</exception>
    /// <exception cref="InvalidOperationException">This is an even split or a blend.</exception>
    /// <exception cref="OverflowException">A grown value needs more digits than a decimal holds.</exception>
    public AllocationDriver<TNode> GrownBy(Percentage growth, params (TNode Node, Percentage Growth)[] own)
    {
        Guard.Against.Null(own);
        var rates = new Dictionary<TNode, Percentage>(own.Length);
        foreach (var (node, rate) in own)
        {
            Guard.Against.Null(node, nameof(own));
            RequireRate(rate, nameof(own));
            if (rates.ContainsKey(node))
                throw Guards.Invalid(nameof(own), InvariantText.Any(node), "must name each node once");
            rates.Add(node, rate);
        }

        RequireRate(growth, nameof(growth));
        RequireValues();
        foreach (var node in rates.Keys)
        {
            if (!_entries.ContainsKey(node))
                throw Guards.Invalid(nameof(own), InvariantText.Any(node), "must name nodes with a value of their own in '" + Name + "'");
        }

        return new AllocationDriver<TNode>(
            Name,
            _entries.ToDictionary(pair => pair.Key, pair => Grown(pair.Value, rates.TryGetValue(pair.Key, out var rate) ? rate : growth)),
            template: _template,
            missing: _missing,
            countedAsZero: _countedAsZero);
    }

    /// <summary>The weight that a node states itself, growth included; zero for a value that counts as zero.</summary>
    /// <param name="node">A node.</param>
    /// <param name="weight">The weight, in the unit of the values; 0 if there is none.</param>
    /// <returns>Whether it states one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public bool TryWeightOf(TNode node, out decimal weight)
    {
        var found = _entries.TryGetValue(Guard.Against.Null(node), out var entry);
        weight = entry.Value;
        return found;
    }

    /// <summary>Whether the other has the same name, kind, values and growth.</summary>
    /// <param name="other">The driver to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AllocationDriver<TNode>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && _isEven == other._isEven
            && _missing == other._missing
            && Nullable.Equals(_template, other._template) && _entries.Count == other._entries.Count && _parts.SequenceEqual(other._parts)
            && _entries.All(pair => other._entries.TryGetValue(pair.Key, out var entry) && entry == pair.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AllocationDriver<TNode>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), _entries.Count, _parts.Length);

    /// <summary>The name.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name;

    internal static AllocationDriver<TNode> CreateEven() => new("even", isEven: true);

    internal static AllocationDriver<TNode> CreateBlend((AllocationDriver<TNode> Driver, Percentage Share)[] parts) =>
        new(string.Join(", ", parts.Select(part => part.Share + " " + part.Driver.Name)),
            parts: parts,
            countedAsZero: [.. parts.SelectMany(part => part.Driver._countedAsZero).Distinct()]);

    internal static AllocationDriver<TNode> Create(
        string name, Measured? template, IEnumerable<(TNode Node, decimal Weight)> weights, string parameterName,
        bool countsNegativesAsZero = false)
    {
        var countedAsZero = new List<TNode>();
        var entries = new Dictionary<TNode, (decimal Value, decimal Base, decimal Factor)>();
        foreach (var (node, weight) in weights)
        {
            Guard.Against.Null(node, parameterName);
            if (weight < 0m && !countsNegativesAsZero)
            {
                throw Guards.OutOfRange(
                    parameterName, InvariantText.Number(weight),
                    "must be at least 0, and '" + name + "' is " + InvariantText.Number(weight) + " for " + InvariantText.Any(node)
                    + (template is null ? "" : "; " + nameof(AllocationDriver.CountingNegativesAsZero) + " counts it as zero"));
            }

            if (entries.ContainsKey(node))
                throw Guards.Invalid(parameterName, InvariantText.Any(node), "must name each node once");
            entries.Add(node, (Math.Max(weight, 0m), weight, 1m));
            if (weight < 0m)
                countedAsZero.Add(node);
        }

        return new AllocationDriver<TNode>(Identifier.Checked(name), entries, template: template, countedAsZero: [.. countedAsZero]);
    }

    /// <summary>
    /// The weights at every node of a tree. A value of a node that is not there would be lost in silence, and is refused.
    /// </summary>
    internal WeightTable Weigh(PlanTree<TNode> tree, string parameterName)
    {
        var drivers = _parts.Length == 0 ? [(Driver: this, Share: Percentage.OneHundred)] : _parts;
        return new WeightTable(
            Array.ConvertAll(drivers, part => part.Driver.Column(tree, parameterName)), Array.ConvertAll(drivers, part => part.Share));
    }

    /// <summary>Does something with every value that a node states itself.</summary>
    internal void EachValue(Action<TNode, decimal> act)
    {
        foreach (var pair in _entries)
            act(pair.Key, pair.Value.Value);
    }

    /// <summary>What measure the values are in, as an amount of zero; null for plain weights.</summary>
    internal Measured? Template => _template;

    /// <summary>Where the weight of a node comes from: its own value, grown or not, or the sum of those below.</summary>
    internal Explanation Explain(string name, PlanTree<TNode> tree, WeightColumn column, int node)
    {
        var value = column.FigureOf(column.NumberAt(node));
        if (_isEven)
            return Explanation.Constant(name, value);
        if (!_entries.TryGetValue(tree.NodeAt(node), out var entry))
        {
            return tree.Layout.IsLeaf(node) ? Explanation.Constant(name, value)
                : Explanation.FactSum(name, value, tree.Layout.Leaves(node).Count());
        }

        if (entry.Base < 0m)
        {
            return Explanation.Node(
                name, value, Operation.Max,
                Explanation.Fact(Name, column.FigureOf(entry.Base)), Explanation.Constant("negatives count as", column.FigureOf(0m)));
        }

        // A percentage of a plain number would be a percentage: what is multiplied is the fraction.
        return entry.Factor == 1m ? Explanation.Fact(name, value)
            : Explanation.Node(
                name, value, Operation.Product,
                Explanation.Fact(Name, column.FigureOf(entry.Base)), Explanation.Constant("100% + growth", entry.Factor));
    }

    private static void RequireRate(Percentage growth, string parameterName)
    {
        if (growth < Percentage.FromPercent(-100))
            throw Guards.OutOfRange(parameterName, growth.ToString(), "must be at least -100 %");
    }

    private void RequireValues()
    {
        if (_isEven || _parts.Length > 0)
            throw new InvalidOperationException("'" + Name + "' has no values of its own.");
    }

    private WeightColumn Column(PlanTree<TNode> tree, string parameterName)
    {
        if (_isEven)
            return WeightColumn.Even(Name, tree.Layout.Count);

        var stated = new KeyValuePair<int, decimal>[_entries.Count];
        var at = 0;
        foreach (var pair in _entries)
        {
            if (!tree.TryIndexOf(pair.Key, out var index))
            {
                throw Guards.Invalid(
                    parameterName, InvariantText.Any(pair.Key), "must not have '" + Name + "' of a node that is not in the tree");
            }

            stated[at++] = new KeyValuePair<int, decimal>(index, pair.Value.Value);
        }

        return WeightColumn.Of(Name, _template, stated, _missing, tree.Layout);
    }

    /// <summary>A value as it was given, what it is multiplied by, and the product.</summary>
    private static (decimal Value, decimal Base, decimal Factor) Grown(
        (decimal Value, decimal Base, decimal Factor) entry, Percentage growth)
    {
        if (entry.Base < 0m)
            return entry;

        var factor = entry.Factor * (1m + growth.Fraction);
        var value = entry.Base * factor;
        return DecimalMath.IsProduct(entry.Base, factor, value) ? (value, entry.Base, factor)
            : throw new OverflowException(InvariantText.Number(entry.Base) + " with growth needs more digits than a decimal holds.");
    }
}
