namespace SalesDomain;

/// <summary>The relation that <see cref="Operation.Compare"/> tests between its first and second figure.</summary>
public enum ComparisonKind
{
    /// <summary>First &lt; second.</summary>
    Less,

    /// <summary>First ≤ second.</summary>
    LessOrEqual,

    /// <summary>First = second.</summary>
    Equal,

    /// <summary>First ≠ second.</summary>
    NotEqual,

    /// <summary>First ≥ second.</summary>
    GreaterOrEqual,

    /// <summary>First &gt; second.</summary>
    Greater,
}
