using System;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The bounds of the nodes of a tree, and in which families there are any. Written only while a rule is compiled.</summary>
internal sealed class FamilyBounds
{
    private readonly decimal?[] _least;
    private readonly decimal?[] _most;
    private readonly bool[] _families;
    private readonly TreeLayout _tree;
    private readonly Func<int, string> _nameOf;
    private readonly string _parameterName;

    internal FamilyBounds(TreeLayout tree, Func<int, string> nameOf, string parameterName)
    {
        (_tree, _nameOf, _parameterName) = (tree, nameOf, parameterName);
        _least = new decimal?[tree.Count];
        _most = new decimal?[tree.Count];
        _families = new bool[tree.Count];
    }

    /// <summary>Whether a child of the node has bounds.</summary>
    internal bool IsIn(int parent) => _families[parent];

    internal decimal? Least(int node) => _least[node];

    internal decimal? Most(int node) => _most[node];

    /// <summary>Bounds that hold besides those there are; of the root nothing is bounded, its quota is the target.</summary>
    internal void Narrow(int node, decimal? least, decimal? most)
    {
        if (node == 0)
            return;

        _least[node] = _least[node] is { } low && !(least > low) ? low : least;
        _most[node] = _most[node] is { } high && !(most < high) ? high : most;
        _families[_tree.Parents[node]] |= least.HasValue || most.HasValue;
        if (_least[node] > _most[node])
        {
            throw Guards.Invalid(
                _parameterName,
                "at least " + InvariantText.Number(_least[node]!.Value) + ", at most " + InvariantText.Number(_most[node]!.Value),
                "must leave a quota possible for " + _nameOf(node));
        }
    }
}
