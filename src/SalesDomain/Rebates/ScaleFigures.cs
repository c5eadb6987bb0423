namespace SalesDomain.Rebates;

/// <summary>What a scale is asked about: the level, what its bounds are multiplied by, and what is paid on.</summary>
internal readonly struct ScaleFigures(decimal level, decimal scale, decimal @base, bool isOneMeasure, bool allowsNegative)
{
    internal decimal Level { get; } = level;

    /// <summary>The target or the base period's turnover, above zero; 1 where levels are absolute.</summary>
    internal decimal Scale { get; } = scale;

    internal decimal Base { get; } = @base;

    /// <summary>Whether the level is what is paid on.</summary>
    internal bool IsOneMeasure { get; } = isOneMeasure;

    internal bool AllowsNegative { get; } = allowsNegative;
}
