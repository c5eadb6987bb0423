namespace SalesDomain.Internal;

/// <summary>
/// Entries that are found by the same dimensions: the dimensions in the order of their paths, the node to start from and the strongest
/// entry.
/// </summary>
internal sealed class ScopeLevel(int[] path, int root, int first)
{
    internal int[] Path { get; } = path;

    internal int Root { get; } = root;

    internal int First { get; } = first;
}
