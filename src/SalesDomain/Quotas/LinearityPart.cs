using System;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>One part of a period, with the share of the sales that fell into it against the share that was meant to.</summary>
/// <remarks>Made by <see cref="Linearity"/>. Equality is by reference.</remarks>
public sealed class LinearityPart
{
    private readonly Linearity _whole;

    internal LinearityPart(Linearity whole, DateSpan span, Measured actual, decimal weight)
    {
        _whole = whole;
        Span = span;
        Actual = actual;
        Weight = weight;
        PhasedShare = Percentage.Ratio(weight, whole.Weight)!.Value;
        Share = PositiveRatio.Of(actual, whole.Actual);
        if (Share is not { } share)
            return;

        Difference = share.Fraction - PhasedShare.Fraction;
        DeviationInPoints = share.PointsAbove(PhasedShare);
        NegativeDeviation = -DeviationInPoints.Value;
        AbsoluteDeviation = Math.Abs(DeviationInPoints.Value);
    }

    /// <summary>The days of the part.</summary>
    public DateSpan Span { get; }

    /// <summary>What was sold in the part.</summary>
    public Measured Actual { get; }

    /// <summary>The weight of the part in the phasing.</summary>
    public decimal Weight { get; }

    /// <summary>The share of the sales of the whole that fell into the part, to 28 digits; null where that is zero or less.</summary>
    public Percentage? Share { get; }

    /// <summary>The share that the phasing puts into the part, to 28 digits.</summary>
    public Percentage PhasedShare { get; }

    /// <summary>
    /// Share less phased share in percentage points: 36.7 more of the sales than meant. Null where there is no share.
    /// </summary>
    public decimal? DeviationInPoints { get; }

    internal decimal AbsoluteDeviation { get; }

    internal decimal NegativeDeviation { get; }

    private decimal Difference { get; }

    /// <summary>Where the deviation comes from.</summary>
    /// <returns>The tree of <see cref="DeviationInPoints"/>; its figure is absent where that is null.</returns>
    public Explanation Explain() =>
        Share is not { } share ? Fact("there is no share of zero or less", Figure.Absent)
            : Node(
                "deviation in points", DeviationInPoints!.Value, Operation.Product, Constant("points of a whole", 100m),
                Node(
                    "share − phased share", Difference, Operation.Difference,
                    Node("share", share.Fraction, Operation.Ratio, Fact("sold in the part", Actual.Value),
                        Fact("sold in all", _whole.Actual.Value)),
                    Node(
                        "phased share", PhasedShare.Fraction, Operation.Ratio, Constant("weight", Weight),
                        Constant("all weights", _whole.Weight))));

    /// <summary>Days, share and phased share: <c>2026-03-01/2026-03-31: 70% of 33%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Span + ": " + Figure.OrAbsent(Share) + " of " + PhasedShare;
}
