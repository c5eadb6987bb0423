namespace SalesDomain.Commissions;

/// <summary>A running total of weights, and the share of what was earned that it stands for.</summary>
internal readonly struct RunningShare(decimal weight, decimal share, decimal exact, decimal rounded)
{
    internal decimal Weight { get; } = weight;

    internal decimal Share { get; } = share;

    internal decimal Exact { get; } = exact;

    internal decimal Rounded { get; } = rounded;
}
