namespace SalesDomain;

/// <summary>A figure of an <see cref="Explanation"/> that its operation does not give.</summary>
public sealed class Discrepancy
{
    internal Discrepancy(string path, Explanation node, Figure? recomputed, string message)
    {
        Path = path;
        Node = node;
        Recomputed = recomputed;
        Message = message;
    }

    /// <summary>The names from the root to the node, with slashes between.</summary>
    public string Path { get; }

    /// <summary>The node.</summary>
    public Explanation Node { get; }

    /// <summary>What the operation gives, or null when it cannot be applied to the figures below.</summary>
    public Figure? Recomputed { get; }

    /// <summary>What is wrong, in words.</summary>
    public string Message { get; }

    /// <summary>Path and message.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Path + ": " + Message;
}
