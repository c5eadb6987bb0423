using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>A target set by growth on what was reached (增长率定目标): baseline × (1 + growth), rounded once.</summary>
/// <remarks>
/// The number of a plan before anybody has said where the growth is to come from: that is a <see cref="GrowthPlan"/>. Immutable; equality
/// is by baseline, growth and rounding.
/// </remarks>
public sealed class GrowthTarget : IEquatable<GrowthTarget>
{
    private GrowthTarget(Measured baseline, Percentage growth, Rounding rounding)
    {
        Baseline = baseline;
        Growth = growth;
        Rounding = rounding;
        Factor = Percentage.OneHundred + growth;
        Grown = baseline * Factor;
        Amount = PlanAmounts.Round(Grown, rounding);
    }

    /// <summary>What was reached.</summary>
    public Measured Baseline { get; }

    /// <summary>By how much more is to be reached; negative for a decline.</summary>
    public Percentage Growth { get; }

    /// <summary>How the target is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>Baseline × (1 + growth), not rounded.</summary>
    public Measured Grown { get; }

    /// <summary>The target: what has grown, rounded.</summary>
    public Measured Amount { get; }

    private Percentage Factor { get; }

    /// <summary>The target by growth on what was reached.</summary>
    /// <param name="baseline">What was reached, of any sign.</param>
    /// <param name="growth">By how much more is to be reached, not below −100 %.</param>
    /// <param name="rounding">How the target is rounded, once.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="growth"/> is below −100 %.</exception>
    /// <exception cref="OverflowException">The target does not fit in a decimal.</exception>
    public static GrowthTarget Of(Measured baseline, Percentage growth, Rounding rounding)
    {
        MeasuredArgument.Given(baseline);
        Guard.Against.Null(rounding);
        return growth >= -Percentage.OneHundred ? new GrowthTarget(baseline, growth, rounding)
            : throw Guards.OutOfRange(nameof(growth), growth.ToString(), "must not be below -100%");
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A target.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(GrowthTarget? left, GrowthTarget? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A target.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(GrowthTarget? left, GrowthTarget? right) => !(left == right);

    /// <summary>How the target follows from the baseline.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain() =>
        Node(
            "target", Amount.Value, Operation.Round(Rounding),
            Node(
                "grown", Grown.Value, Operation.Product, Fact("baseline", Baseline.Value),
                Node(
                    "factor of growth", PlanAmounts.Factor(Baseline, Factor), Operation.Sum,
                    Constant("whole", PlanAmounts.Factor(Baseline, Percentage.OneHundred)),
                    Constant("growth", PlanAmounts.Factor(Baseline, Growth)))));

    /// <summary>Whether the other sets the same target in the same way.</summary>
    /// <param name="other">The target to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(GrowthTarget? other) =>
        other is not null && Baseline == other.Baseline && Growth == other.Growth && Rounding == other.Rounding;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as GrowthTarget);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Baseline.GetHashCode(), Growth.GetHashCode());

    /// <summary>Baseline, growth and target: <c>CNY 9500000.00 and 25% is CNY 11875000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Baseline.Value + " and " + Growth + " is " + Amount.Value;
}
