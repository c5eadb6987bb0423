using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class Operation
{
    /// <summary>
    /// An amount rounded by the rounding of the range it lies in. The figures are the amount and that rounding in words, which has to be
    /// the one that the ranges give.
    /// </summary>
    /// <param name="ranges">The rounding of each range, a from-scale; what is below its first bound is rounded as what is at it.</param>
    /// <param name="mode">Which neighbour is taken in every range, or null for that of the range.</param>
    internal static Operation Round(StepSchedule<Money, Rounding> ranges, RoundingMode? mode) =>
        new("round", figures => PlainSteps.Round(figures, ranges, mode), detail: ranges.Text(rounding => In(mode, rounding).ToString()));

    private static Rounding In(RoundingMode? mode, Rounding rounding) => mode is { } side ? rounding.InMode(side) : rounding;
}
