using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// The steps of a rebate, evaluated row by row: the plain code behind its explanation, without search, running sums or a division that the
/// rule saves.
/// </summary>
internal sealed class PlainScale
{
    private readonly RebateScale _scale;
    private readonly bool _isRatio;
    private readonly bool _isOneMeasure;
    private readonly bool _allowsNegative;
    private readonly Currency _currency;
    private readonly (decimal Lower, decimal? Upper, decimal Value)[] _rows;
    private readonly StepSide _side;
    private readonly decimal? _end;

    private PlainScale(Rebate rebate, Currency currency)
    {
        _scale = rebate.Scale;
        _isRatio = rebate.Level.IsRatio;
        _isOneMeasure = rebate.IsOneMeasure;
        _allowsNegative = rebate.AllowsNegative;
        _currency = currency;
        var (bounds, ceiling) = _scale.Steps is { } steps
            ? (steps.Bounds, steps.HasCeiling ? steps.Ceiling : (decimal?)null)
            : ([.. _scale.PercentageSteps!.Bounds.Select(bound => bound.Fraction)],
                _scale.PercentageSteps.HasCeiling ? _scale.PercentageSteps.Ceiling.Fraction : null);
        _side = _scale.Steps?.Side ?? _scale.PercentageSteps!.Side;
        var values = _scale.Table.Benefits;
        var lowers = _side == StepSide.From && values.Count == bounds.Count ? bounds : [0m, .. bounds];
        _rows =
        [
            .. values.Select((benefit, i) =>
                (lowers[i], i + 1 < lowers.Count ? lowers[i + 1] : ceiling, benefit.Rate?.Fraction ?? benefit.Amount!.Value.Amount)),
        ];
        _end = _rows[_rows.Length - 1].Upper;
    }

    /// <summary>The operation that is said to give the amount of the steps.</summary>
    internal static Operation Of(Rebate rebate, Currency currency)
    {
        var plain = new PlainScale(rebate, currency);
        return Operation.OnSteps(Name(rebate.Scale.Mode), rebate.Scale.Detail, plain.Amount);
    }

    private static string Name(RebateMode mode) =>
        mode switch
        {
            RebateMode.AllUnits => "all units",
            RebateMode.Graduated => "graduated",
            RebateMode.Rolling => "rolling",
            RebateMode.Total => "total",
            _ => "interpolate",
        };

    private Figure Amount(IReadOnlyList<Figure> figures)
    {
        var isFixed = _scale.Table.Benefits[0].IsFixed;
        var count = 1 + (_isRatio ? 1 : 0) + (isFixed || _isOneMeasure ? 0 : 1);
        PlainCode.Require(figures.Count == count, "there must be " + InvariantText.Number(count) + " figures");
        PlainCode.Require(
            !_isRatio || (figures[1].IsComparableWith(figures[0]) && figures[1].Number > 0m),
            "what the level is set against must be above zero, in its unit");
        var unit = _isRatio ? figures[1].Number : 1m;
        var level = figures[0].Number;
        var basis = isFixed ? 1m : figures[_isOneMeasure ? 0 : count - 1].Number;
        var sign = level < 0m && _allowsNegative ? -1m : 1m;
        var amount = OfLevel(level * sign, unit, isFixed ? 1m : basis * sign, isFixed);
        return new Money(sign * amount, _currency);
    }

    private decimal OfLevel(decimal level, decimal unit, decimal basis, bool isFixed)
    {
        if (!_allowsNegative && basis < 0m)
            basis = 0m;

        var reached = _rows.TakeWhile((row, i) => IsReached(row.Lower * unit, i, level)).ToArray();
        if (reached.Length == 0)
            return 0m;

        // Above the end nothing more counts.
        var counted = _end is { } end && level > end * unit ? end * unit : level;
        var last = reached[reached.Length - 1];
        if (!isFixed && counted != level)
            basis = basis * counted / level;
        return _scale.Mode switch
        {
            RebateMode.Graduated => reached.Sum(row => Part(row, counted, unit, basis, counted - (row.Lower * unit))),
            RebateMode.Rolling => reached.Sum(row => Part(row, counted, unit, basis, counted)),
            RebateMode.Total => reached.Sum(row => basis * row.Value),
            RebateMode.Interpolated => Interpolated(reached.Length - 1, counted, unit, basis),
            _ => (_scale.Table.Benefits[0].Portion is { } portion ? decimal.Floor(basis / portion.Amount) : basis) * last.Value,
        };
    }

    private bool IsReached(decimal lower, int place, decimal level) =>
        _side == StepSide.From || place == 0 ? level >= lower : level > lower;

    // The part of a row, cut where the row ends; on something else than the level the same share of that.
    private decimal Part((decimal Lower, decimal? Upper, decimal Value) row, decimal level, decimal unit, decimal basis, decimal part)
    {
        var over = row.Upper is { } upper && level > upper * unit ? level - (upper * unit) : 0m;
        return _isOneMeasure ? (part - over) * row.Value
            : level == 0m ? basis * row.Value
            : (part - over) * row.Value * basis / level;
    }

    private decimal Interpolated(int place, decimal level, decimal unit, decimal basis)
    {
        var (lower, upper, value) = _rows[place];
        if (place + 1 == _rows.Length)
            return basis * value;

        var rise = _rows[place + 1].Value - value;
        return (basis * value) + (basis * rise * (level - (lower * unit)) / ((upper!.Value - lower) * unit));
    }
}
