namespace SalesDomain.Internal;

/// <summary>What holds beyond the points of a curve, and between which payouts everything is held.</summary>
internal readonly struct CurveEnds
{
    private CurveEnds(CurveEnd below, CurveEnd above, decimal? floor, decimal? cap)
    {
        Below = below;
        Above = above;
        Floor = floor;
        Cap = cap;
    }

    internal CurveEnd Below { get; }

    internal CurveEnd Above { get; }

    internal decimal? Floor { get; }

    internal decimal? Cap { get; }

    internal CurveEnds WithBelow(CurveEnd end) => new(end, Above, Floor, Cap);

    internal CurveEnds WithAbove(CurveEnd end) => new(Below, end, Floor, Cap);

    internal CurveEnds WithFloor(decimal payout) => new(Below, Above, payout, Cap);

    internal CurveEnds WithCap(decimal payout) => new(Below, Above, Floor, payout);

    internal bool AreSameAs(CurveEnds other) => Below == other.Below && Above == other.Above && Floor == other.Floor && Cap == other.Cap;

    internal decimal Bounded(decimal payout) =>
        payout > Cap ? Cap.GetValueOrDefault()
        : payout < Floor ? Floor.GetValueOrDefault()
        : payout;
}
