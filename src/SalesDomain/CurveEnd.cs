namespace SalesDomain;

/// <summary>What a <see cref="PayoutCurve"/> gives beyond its first or last point.</summary>
public enum CurveEnd
{
    /// <summary>Nothing: a level there has no payout, which is not a payout of zero.</summary>
    None,

    /// <summary>The payout of the point itself.</summary>
    Flat,

    /// <summary>The line between that point and its neighbour, prolonged without end.</summary>
    Continued,

    /// <summary>A payout of zero.</summary>
    Zero,
}
