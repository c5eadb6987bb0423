using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// One rebate of an agreement (月返, 季返, 年返): over which period it is calculated, what chooses its step, what it is paid on, and on what
/// conditions.
/// </summary>
/// <remarks>
/// <para>
/// The order of its steps is pinned: level and basis → scale → score of the indicators → caps → conditions → rounding → guarantee → less
/// the rebates it is net of → claw-back → least payout.
/// </para>
/// <para>Immutable. Equality is by all values, conditions and indicators in their order.</para>
/// </remarks>
public sealed partial record Rebate
{
    private Rebate(string name, FiscalPeriodKind period, RebateLevel level, RebateScale scale, RebateBasis? basis)
    {
        Name = name;
        Period = period;
        ClaimPeriod = period;
        Level = level;
        Scale = scale;
        Basis = basis;
    }

    /// <summary>Its name, which is one of its agreement.</summary>
    public string Name { get; }

    /// <summary>Over which periods it is calculated: each begins anew.</summary>
    public FiscalPeriodKind Period { get; }

    /// <summary>After which periods it may be claimed; that of the calculation unless set.</summary>
    public FiscalPeriodKind ClaimPeriod { get; private init; }

    /// <summary>What chooses the step.</summary>
    public RebateLevel Level { get; }

    /// <summary>The steps, and how they become an amount.</summary>
    public RebateScale Scale { get; }

    /// <summary>What it is paid on; null where every step gives a fixed amount, goods or equipment.</summary>
    public RebateBasis? Basis { get; }

    /// <summary>Which sales count, within those of the agreement; everything unless set.</summary>
    public Scope Scope { get; private init; } = Scope.Everything;

    /// <summary>The conditions, in the order given.</summary>
    public IReadOnlyList<RebateCondition> Conditions { get; private init; } = ValueList<RebateCondition>.Empty;

    /// <summary>How percentages withheld come together; added up unless set.</summary>
    public RebateWithholding Withholding { get; private init; }

    /// <summary>The indicators of a process rebate, in the order given; none of a volume rebate.</summary>
    public IReadOnlyList<RebateIndicator> Indicators { get; private init; } = ValueList<RebateIndicator>.Empty;

    /// <summary>The most it gives in a period, before conditions and before others are taken off; null for no limit.</summary>
    public Money? Cap { get; private init; }

    /// <summary>The most it gives for each unit of <see cref="CapUnit"/>, before conditions; null for no limit.</summary>
    public Money? CapPerUnit { get; private init; }

    /// <summary>The unit that <see cref="CapPerUnit"/> is for; null where there is none.</summary>
    public UnitOfMeasure? CapUnit { get; private init; }

    /// <summary>A guaranteed minimum, or null.</summary>
    public RebateGuarantee? Guarantee { get; private init; }

    /// <summary>The least that is paid out, or null.</summary>
    public RebateMinimum? Minimum { get; private init; }

    /// <summary>The earlier rebates that are taken off; none where they come on top of each other.</summary>
    public IReadOnlyList<string> NetOf { get; private init; } = ValueList<string>.Empty;

    /// <summary>Whether taking off earlier rebates may leave less than nothing.</summary>
    public bool MayBeNetBelowZero { get; private init; }

    /// <summary>Whether a negative level gives the negative of what its opposite gives; if not, it gives nothing.</summary>
    public bool AllowsNegative { get; private init; }

    /// <summary>Whether what it gives reduces what later rebates are paid on.</summary>
    public bool ReducesOthers { get; private init; }

    /// <summary>Whether what it is paid on is reduced by what earlier rebates give that reduce others.</summary>
    public bool IsReduced { get; private init; }

    /// <summary>Whether it rewards the result, or the process that indicators score.</summary>
    public RebateNature Nature => Indicators.Count > 0 ? RebateNature.Process : RebateNature.Volume;

    /// <summary>Whether it needs what was sold in the base period.</summary>
    internal bool HasBase => Level.HasBase || Basis?.IsIncrease == true;

    /// <summary>Whether the level is what is paid on.</summary>
    internal bool IsOneMeasure =>
        Basis is { } basis && Level.Measure == basis.Measure && Level.Scope == basis.Scope
        && !IsReduced && basis.IsIncrease == Level.HasBase;

    /// <summary>A rebate that is paid on an amount of money or a quantity.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="period">Over which periods it is calculated.</param>
    /// <param name="level">What chooses the step.</param>
    /// <param name="scale">The steps: percentages for an attainment or a growth, plain numbers for other levels.</param>
    /// <param name="basis">What it is paid on: money for a percentage, the quantity for an amount per unit or portion.</param>
    /// <returns>The rebate.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space; the levels of the scale are of another kind than the level; the basis is
    /// not what the benefit is a part of, or the benefit is fixed and paid on nothing.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is undefined.</exception>
    public static Rebate Of(string name, FiscalPeriodKind period, RebateLevel level, RebateScale scale, RebateBasis basis)
    {
        Guard.Against.Null(name);
        Guard.Against.Null(level);
        Guard.Against.Null(scale);
        Guard.Against.Null(basis);
        RequireLevels(Checked(name, period), level, scale);
        var benefit = scale.Table.Benefits[0];
        if (benefit.IsFixed)
            throw Guards.Invalid(
                nameof(basis), basis.ToString(), "must not be named where each step gives a fixed amount");

        var isPaidOn = benefit.PaidOnUnit is { } unit ? basis.Measure.Unit == unit : basis.Measure.Kind == FigureKind.Money;
        return isPaidOn ? new Rebate(name, period, level, scale, basis)
            : throw Guards.Invalid(
                nameof(basis), basis.ToString(), "must be " + (benefit.PaidOnUnit is { } of ? "units in " + of : "an amount of money"));
    }

    /// <summary>A rebate whose steps give fixed amounts, goods or equipment.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="period">Over which periods it is calculated.</param>
    /// <param name="level">What chooses the step.</param>
    /// <param name="scale">The steps: percentages for an attainment or a growth, plain numbers for other levels.</param>
    /// <returns>The rebate.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space; the levels of the scale are of another kind than the level; or what the
    /// steps give is paid on something that has to be named.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is undefined.</exception>
    public static Rebate OfFixed(string name, FiscalPeriodKind period, RebateLevel level, RebateScale scale)
    {
        Guard.Against.Null(name);
        Guard.Against.Null(level);
        Guard.Against.Null(scale);
        RequireLevels(Checked(name, period), level, scale);
        return scale.Table.Benefits[0].IsFixed ? new Rebate(name, period, level, scale, basis: null)
            : throw Guards.Invalid(nameof(scale), scale.ToString(), "must give fixed amounts; name what is paid on");
    }

    private static string Checked(string name, FiscalPeriodKind period)
    {
        Guard.Against.Undefined(period);
        return Identifier.Checked(name);
    }

    private static void RequireLevels(string name, RebateLevel level, RebateScale scale)
    {
        _ = name;
        var isRatio = scale.PercentageSteps is not null;
        var isFlat = scale.Steps is { } steps && steps.Bounds.Count == 1 && steps.Bounds[0] == 0m;
        if (isRatio != level.IsRatio && !(level.IsRatio && isFlat))
        {
            throw Guards.Invalid(
                nameof(scale), scale.ToString(), "must have levels that are " + (level.IsRatio ? "percentages" : "plain numbers")
                    + " as " + level + " is");
        }
    }
}
