using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>The steps of a rebate scale as numbers. Bounds grow with the target or the base period, where there is one.</summary>
internal sealed class ScaleTable
{
    private readonly RebateMode _mode;
    private readonly TierTable _tiers;
    private readonly decimal? _portion;
    private readonly bool _isFixed;

    private ScaleTable(RebateMode mode, TierTable tiers, RebateBenefit[] benefits)
    {
        _mode = mode;
        _tiers = tiers;
        Benefits = Array.AsReadOnly(benefits);
        _portion = benefits[0].Portion?.Amount;
        _isFixed = benefits[0].IsFixed;
    }

    internal IReadOnlyList<RebateBenefit> Benefits { get; }

    internal static ScaleTable Create<TLevel>(
        RebateMode mode, StepSchedule<TLevel, RebateBenefit> steps, Converter<TLevel, decimal> number)
        where TLevel : IComparable<TLevel>
    {
        RebateBenefit[] benefits = [.. steps.Values];
        var first = benefits[0];
        foreach (var benefit in benefits)
        {
            if (!benefit.IsLike(first))
            {
                throw Guards.Invalid(
                    nameof(steps), first + " and " + benefit, "must give benefits of one kind, for the same unit or portion");
            }
        }

        if (!Knows(mode, first.Kind))
            throw Guards.Invalid(nameof(steps), first.Kind.ToString(), "must give a benefit that the mode " + mode + " knows");
        if (mode == RebateMode.Interpolated && steps.Side == StepSide.UpTo)
            throw Guards.Invalid(nameof(steps), steps.ToString(), "must begin at their bounds, which are the points of the line");

        decimal[] bounds = [.. steps.Bounds.Select(bound => number(bound))];
        return new ScaleTable(mode, Tiers(steps, bounds, benefits, number), benefits);
    }

    /// <summary>What the steps give.</summary>
    internal ScaleSteps Evaluate(in ScaleFigures figures)
    {
        var sign = figures.Level < 0m && figures.AllowsNegative ? -1m : 1m;
        var level = figures.Level * sign;
        var basis = _isFixed ? 1m : figures.IsOneMeasure ? level : figures.Base * sign;
        if (!figures.AllowsNegative && basis < 0m)
            basis = 0m;

        var step = level < 0m ? StepTable<decimal>.Below : _tiers.Find(new QuotaProbe(level, figures.Scale));
        if (step < 0)
            return default;

        // What lies above the end counts as if it were not sold.
        var whole = level;
        if (_tiers.Upper(_tiers.Count - 1) is { } end && end * figures.Scale < level)
            level = end * figures.Scale;

        step = Math.Min(step, _tiers.Count - 1);
        var result = _mode switch
        {
            RebateMode.Graduated => InProportion(_tiers.Graduated(level, step, figures.Scale), level, whole, basis, step, figures),
            RebateMode.Rolling => InProportion(Rolling(level, step, figures.Scale), level, whole, basis, step, figures),
            RebateMode.Interpolated => Interpolated(level, step, Counted(basis, level, whole), figures.Scale),
            RebateMode.Total => Counted(basis, level, whole) * SumUpTo(step),
            _ => Portions(Counted(basis, level, whole)) * _tiers.ValueAt(step),
        };
        return new ScaleSteps(isReached: true, step, sign * result);
    }

    /// <summary>The steps that pay: the one reached, or where every one pays, all up to it.</summary>
    internal int FirstPaid(int step) => _mode is RebateMode.Total or RebateMode.Rolling ? 0 : step;

    /// <summary>How often the benefit of a step is given.</summary>
    internal decimal Portions(decimal basis) => _portion is { } portion ? decimal.Truncate(basis / portion) : basis;

    /// <summary>
    /// The next step above a level: the level with which it begins, and the first that it takes in; null above the last. Of a to-scale the
    /// bound itself does not belong to it.
    /// </summary>
    internal decimal? NextBound(decimal level, decimal scale)
    {
        var step = level < 0m ? StepTable<decimal>.Below : _tiers.Find(new QuotaProbe(level, scale));
        return step + 1 < _tiers.Count ? _tiers.Lower(step + 1) * scale : null;
    }

    /// <summary>Lower edge, upper edge and value of each step.</summary>
    internal (decimal Lower, decimal? Upper, decimal Value)[] Rows() =>
        [.. Enumerable.Range(0, _tiers.Count).Select(i => (_tiers.Lower(i), _tiers.Upper(i), _tiers.ValueAt(i)))];

    private static bool Knows(RebateMode mode, RebateBenefitKind kind) =>
        kind switch
        {
            RebateBenefitKind.Percent or RebateBenefitKind.PerUnit => true,
            RebateBenefitKind.LumpSum => mode is RebateMode.AllUnits or RebateMode.Total or RebateMode.Interpolated,
            RebateBenefitKind.Goods or RebateBenefitKind.Equipment => mode is RebateMode.AllUnits or RebateMode.Total,
            _ => mode == RebateMode.AllUnits,
        };

    private static TierTable Tiers<TLevel>(
        StepSchedule<TLevel, RebateBenefit> steps, decimal[] bounds, RebateBenefit[] benefits, Converter<TLevel, decimal> number)
        where TLevel : IComparable<TLevel>
    {
        if (steps.HasFloor && number(steps.Floor) > 0m)
        {
            throw Guards.Invalid(
                nameof(steps), steps.ToString(), "must not begin above zero: a step for what lies below, or steps from their bounds");
        }

        // A step below the first of a from-scale begins at zero, where what is sold begins.
        if (steps.Side == StepSide.From && steps.IsOpenBelow)
            bounds = [0m, .. bounds];

        var values = Array.ConvertAll(benefits, benefit => benefit.Value);
        var closed = Math.Min(bounds.Length, values.Length);
        var tiers = TierTable.Create([.. Enumerable.Range(0, closed).Select(i => (bounds[i], values[i]))], steps.Side);
        return steps.HasCeiling ? tiers.WithCeiling(number(steps.Ceiling))
            : values.Length > closed ? tiers.ThenAbove(values[closed])
            : tiers;
    }

    /// <summary>
    /// The part of what is paid on that counts: all of it, or in proportion where the level runs over the end. A fixed amount is not cut.
    /// </summary>
    private decimal Counted(decimal basis, decimal level, decimal whole) =>
        _isFixed || level == whole ? basis : basis * level / whole;

    /// <summary>
    /// What parts of the level give, on something else in proportion to the level. A level of nothing has no parts; what is paid on is
    /// then all in the first step.
    /// </summary>
    private decimal InProportion(decimal ofLevel, decimal level, decimal whole, decimal basis, int step, in ScaleFigures figures) =>
        figures.IsOneMeasure ? ofLevel
        : whole == 0m ? basis * _tiers.ValueAt(step)
        : ofLevel * basis / whole;

    private decimal Rolling(decimal level, int step, decimal scale)
    {
        var sum = 0m;
        for (var i = 0; i <= step; i++)
        {
            var counted = _tiers.Upper(i) is { } upper && upper * scale < level ? upper * scale : level;
            sum += counted * _tiers.ValueAt(i);
        }

        return sum;
    }

    private decimal SumUpTo(int step)
    {
        var sum = 0m;
        for (var i = 0; i <= step; i++)
            sum += _tiers.ValueAt(i);

        return sum;
    }

    private decimal Interpolated(decimal level, int step, decimal basis, decimal scale)
    {
        var value = _tiers.ValueAt(step);
        if (step + 1 == _tiers.Count)
            return basis * value;

        // Multiplied first and divided last.
        var lower = _tiers.Lower(step) * scale;
        var width = (_tiers.Lower(step + 1) * scale) - lower;
        return basis * ((value * width) + ((_tiers.ValueAt(step + 1) - value) * (level - lower))) / width;
    }
}
