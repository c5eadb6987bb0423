using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// The targets and breakdowns of a plan for the nodes of a tree. What the caller's functions say is asked once for each node.
/// </summary>
internal sealed class PlanOfTree<TNode, TOwner>
    where TNode : notnull
    where TOwner : notnull
{
    private readonly QuotaTree<TNode> _quotas;
    private readonly TreeLayout _layout;
    private readonly PlanCell<TOwner>[] _cells;
    private readonly List<SalesTarget<TOwner>> _targets = [];
    private readonly List<PlanBreakdown<TOwner>> _breakdowns = [];

    internal PlanOfTree(QuotaTree<TNode> quotas, DateSpan span, Func<TNode, TOwner> ownerOf, Func<TNode, Scope> scopeOf)
    {
        (_quotas, _layout) = (quotas, quotas.Tree.Layout);
        _cells = new PlanCell<TOwner>[_layout.Count];
        for (var node = 0; node < _cells.Length; node++)
        {
            var owner = ownerOf(quotas.Tree.NodeAt(node));
            if (owner is null)
                throw Guards.Invalid(nameof(ownerOf), quotas.Tree.NameOf(node), "must name an owner for every node");

            var scope = scopeOf(quotas.Tree.NodeAt(node))
                ?? throw Guards.Invalid(nameof(scopeOf), quotas.Tree.NameOf(node), "must name a scope for every node");
            _cells[node] = PlanCell<TOwner>.Create(owner, quotas.Zero.Measure, span, scope);
        }
    }

    /// <summary>The quotas over the whole span: Σ children = quota × (100 % + hedge), and what was decided by hand besides.</summary>
    internal void AddQuotas()
    {
        for (var node = 0; node < _cells.Length; node++)
        {
            var quota = _quotas.QuotaAt(node);
            _targets.Add(SalesTarget<TOwner>.Create(_cells[node], quota));
            if (_layout.IsLeaf(node))
                continue;

            var hedge = Percentage.FromFraction(_quotas.Compiled.HedgeOf(node));
            var rounding = _quotas.Compiled.HedgeRounding;
            var byRate = hedge.IsZero ? quota : PlanAmounts.Round(quota * (Percentage.OneHundred + hedge), rounding);
            var breakdown = Breakdown("by node", _cells[node], Children(node, _cells[node].Span));
            Add(hedge.IsZero ? breakdown : breakdown.WithHedge(hedge, rounding), _quotas.Zero.With(_quotas.State.HandedOut[node]) - byRate);
        }
    }

    /// <summary>The parts in time: of a node they sum to its leaves, and in each period the children sum to their parent.</summary>
    internal void AddParts(PlanPeriods periods, Func<int, int, Measured> partOf)
    {
        for (var node = 0; node < _cells.Length; node++)
        {
            var parts = new PlanCell<TOwner>[periods.Count];
            var total = _quotas.Zero;
            for (var period = 0; period < parts.Length; period++)
            {
                parts[period] = _cells[node].WithSpan(periods.At(period));
                var part = partOf(node, period);
                total += part;
                _targets.Add(SalesTarget<TOwner>.Create(parts[period], part));
                if (!_layout.IsLeaf(node))
                    Add(Breakdown("by node", parts[period], Children(node, periods.At(period))), _quotas.Zero);
            }

            Add(Breakdown("by period", _cells[node], parts), total - _quotas.QuotaAt(node));
        }
    }

    internal SalesPlan<TOwner> Build(DateSpan span) =>
        SalesPlan<TOwner>.Empty(span).WithTargets([.. _targets], "scopeOf").WithBreakdowns([.. _breakdowns])
            .WithRequiredCells([.. _targets.Select(target => target.Cell)]);

    private static PlanBreakdown<TOwner> Breakdown(string name, PlanCell<TOwner> whole, PlanCell<TOwner>[] parts) =>
        PlanBreakdown<TOwner>.Create(name, whole, parts, "scopeOf");

    private PlanCell<TOwner>[] Children(int node, DateSpan span) =>
        [.. _layout.Children(node).Select(child => _cells[child].WithSpan(span))];

    private void Add(PlanBreakdown<TOwner> breakdown, Measured overAssignment) =>
        _breakdowns.Add(overAssignment.IsZero ? breakdown : breakdown.WithOverAssignment(overAssignment));
}
