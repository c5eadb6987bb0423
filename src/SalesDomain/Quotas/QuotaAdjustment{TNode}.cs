using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>A quota set by hand.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>Equality is by reference: it is one entry of one <see cref="QuotaTree{TNode}"/>.</remarks>
public sealed class QuotaAdjustment<TNode>
    where TNode : notnull
{
    internal QuotaAdjustment(TNode node, Measured before, Measured after, QuotaAdjustmentPolicy policy) =>
        (Node, Before, After, Policy) = (node, before, after, policy);

    /// <summary>The node.</summary>
    public TNode Node { get; }

    /// <summary>Its quota before.</summary>
    public Measured Before { get; }

    /// <summary>Its quota after.</summary>
    public Measured After { get; }

    /// <summary>What gave.</summary>
    public QuotaAdjustmentPolicy Policy { get; }

    /// <summary>By how much it changed.</summary>
    public Measured Change => After - Before;

    /// <summary>Node and change: <c>Li from CNY 500000.00 to CNY 600000.00, Siblings</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Node) + " from " + Before.Value + " to " + After.Value + ", " + Policy;
}
