using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>The steps of a rebate, and how they become an amount.</summary>
/// <remarks>
/// <para>
/// Levels are in the unit of what chooses the step: plain numbers for an amount, a quantity or a count of families, percentages for an
/// attainment or a growth. All steps give the same kind of benefit. Percentages and amounts per unit know every mode; what is given per
/// portion or as goods or equipment belongs to <see cref="RebateMode.AllUnits"/>, as fixed amounts do, which may also be
/// <see cref="RebateMode.Total"/> or, as lump sums, <see cref="RebateMode.Interpolated"/>.
/// </para>
/// <para>
/// Below the first step there is nothing. The last step is open, as steps stated by their lower bounds leave no gap between two and no
/// cliff behind the last. Above a ceiling, or the last bound of a to-scale, nothing more is earned: what lies beyond counts as if it were
/// not sold. A step begins at its bound or ends with it by the side of the schedule.
/// </para>
/// <para>Immutable. Equality is by mode and steps.</para>
/// </remarks>
public sealed class RebateScale : IEquatable<RebateScale>
{
    private RebateScale(
        RebateMode mode, StepSchedule<decimal, RebateBenefit>? steps, StepSchedule<Percentage, RebateBenefit>? percentages,
        ScaleTable table)
    {
        Mode = mode;
        Steps = steps;
        PercentageSteps = percentages;
        Table = table;
    }

    /// <summary>How the steps become an amount.</summary>
    public RebateMode Mode { get; }

    /// <summary>The steps by plain numbers; null where levels are percentages.</summary>
    public StepSchedule<decimal, RebateBenefit>? Steps { get; }

    /// <summary>The steps by percentages; null where levels are plain numbers.</summary>
    public StepSchedule<Percentage, RebateBenefit>? PercentageSteps { get; }

    /// <summary>What every step gives.</summary>
    public RebateBenefitKind BenefitKind => Table.Benefits[0].Kind;

    /// <summary>The currency of the amounts; null of percentages.</summary>
    public Currency? Currency => Table.Benefits[0].Amount?.Currency;

    internal ScaleTable Table { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A scale.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RebateScale? left, RebateScale? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A scale.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RebateScale? left, RebateScale? right) => !(left == right);

    /// <summary>One benefit from the first unit on.</summary>
    /// <param name="benefit">The benefit.</param>
    /// <returns>A scale by plain numbers, of one step from 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="benefit"/> is null.</exception>
    public static RebateScale Flat(RebateBenefit benefit)
    {
        Guard.Against.Null(benefit);
        return Of(RebateMode.AllUnits, StepSchedule.From((0m, benefit)));
    }

    /// <summary>A scale by amounts, quantities or counts.</summary>
    /// <param name="mode">How the steps become an amount.</param>
    /// <param name="steps">The steps, of levels of zero or more and benefits of one kind.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The benefits differ in kind, currency, unit or portion, or are of a kind that the mode does not know; a to-scale has a floor above
    /// zero, or is interpolated.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The mode is undefined, or a level is negative.</exception>
    public static RebateScale Of(RebateMode mode, StepSchedule<decimal, RebateBenefit> steps)
    {
        Guard.Against.Undefined(mode);
        Guard.Against.Null(steps);
        return new RebateScale(mode, steps, percentages: null, ScaleTable.Create(mode, steps, level => level));
    }

    /// <summary>A scale by attainment of a target, or by growth.</summary>
    /// <param name="mode">How the steps become an amount.</param>
    /// <param name="steps">The steps, of levels of zero or more and benefits of one kind.</param>
    /// <returns>The scale.</returns>
    /// <inheritdoc cref="Of(RebateMode, StepSchedule{decimal, RebateBenefit})" path="/exception"/>
    public static RebateScale Of(RebateMode mode, StepSchedule<Percentage, RebateBenefit> steps)
    {
        Guard.Against.Undefined(mode);
        Guard.Against.Null(steps);
        return new RebateScale(mode, steps: null, steps, ScaleTable.Create(mode, steps, level => level.Fraction));
    }

    /// <summary>Whether the other has the same mode and steps.</summary>
    /// <param name="other">The scale to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RebateScale? other) =>
        other is not null && Mode == other.Mode && Steps == other.Steps && PercentageSteps == other.PercentageSteps;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RebateScale);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine((int)Mode, Steps?.GetHashCode() ?? 0, PercentageSteps?.GetHashCode() ?? 0);

    /// <summary>Mode and steps: <c>AllUnits: from 0: 1%, from 10000: 2%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Mode + ": " + Detail;

    /// <summary>The steps in words.</summary>
    internal string Detail => Steps?.ToString() ?? PercentageSteps!.ToString();
}
