using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>
/// Tiers as a table of rows, evaluated row by row: the plain code of the tier operations, without search and without running sums.
/// </summary>
internal sealed class PlainSteps
{
    private readonly (decimal Lower, decimal? Upper, decimal Value)[] _rows;
    private readonly StepSide _side;
    private readonly bool _isMirrored;
    private readonly bool _onQuota;
    private readonly bool _needsStep;
    private readonly Currency? _currency;
    private readonly UnitOfMeasure? _unit;

    private PlainSteps(
        IEnumerable<decimal> bounds, IEnumerable<decimal> values, decimal? end, StepSide side, bool isMirrored, bool onQuota,
        Currency? currency, UnitOfMeasure? unit)
    {
        decimal[] edges = side == StepSide.From ? [.. bounds] : [0m, .. bounds];
        _rows = [.. values.Select((value, i) => (edges[i], i + 1 < edges.Length ? edges[i + 1] : end, value))];
        _side = side;
        _isMirrored = isMirrored;
        _onQuota = onQuota;
        _needsStep = unit is not null;
        _currency = currency;
        _unit = unit;
    }

    internal static PlainSteps Of(TieredRate rate) =>
        new(
            rate.Bounds.Select(bound => bound.Amount), rate.Rates.Select(value => value.Fraction), rate.End?.Amount, rate.Side,
            rate.IsMirrored, onQuota: false, rate.Currency, unit: null);

    internal static PlainSteps Of(AttainmentRate rate) =>
        new(
            rate.Bounds.Select(bound => bound.Fraction), rate.Rates.Select(value => value.Fraction), rate.End?.Fraction, rate.Side,
            rate.IsMirrored, onQuota: true, currency: null, unit: null);

    internal static PlainSteps Of(TieredPrice price) =>
        new(
            price.Bounds.Select(bound => bound.Amount), price.Prices.Select(value => value.Amount), price.End?.Amount, price.Side,
            isMirrored: true, onQuota: false, price.Currency, price.Unit);

    internal static Figure LookUp<TLevel, TValue>(IReadOnlyList<Figure> figures, StepSchedule<TLevel, TValue> schedule)
        where TLevel : IComparable<TLevel>
        where TValue : notnull
    {
        PlainCode.Require(figures.Count == 1, "a look-up has one figure");
        return Step(figures[0], schedule) is { } step ? Figure.FromObject(schedule.Values[step]) : Figure.Absent;
    }

    internal static Figure LookUp<TRow, TColumn, TValue>(IReadOnlyList<Figure> figures, StepMatrix<TRow, TColumn, TValue> matrix)
        where TRow : IComparable<TRow>
        where TColumn : IComparable<TColumn>
        where TValue : notnull
    {
        PlainCode.Require(figures.Count == 2, "a look-up in a matrix has two figures");
        var columns = matrix.Rows.Values[0];
        var (row, column) = (Step(figures[0], matrix.Rows), Step(figures[1], columns));
        return row is { } down && column is { } across ? Figure.FromObject(matrix.Rows.Values[down].Values[across]) : Figure.Absent;
    }

    internal static Figure Round(IReadOnlyList<Figure> figures, StepSchedule<Money, Rounding> ranges, RoundingMode? mode)
    {
        PlainCode.Require(figures.Count == 2, "rounding by ranges has an amount and the rounding of its range");
        var ofRange = ranges.Values[Step(figures[0], ranges) ?? 0];
        var rounding = mode is { } side ? ofRange.InMode(side) : ofRange;
        PlainCode.Require(figures[1] == rounding.ToString(), "the rounding must be that of the range");
        return PlainCode.Round([figures[0]], rounding);
    }

    internal Figure Graduated(IReadOnlyList<Figure> figures)
    {
        var (amount, scale, sign) = Read(figures);
        PlainCode.Require(
            !_needsStep || (_rows[0].Lower == 0m && Row(amount, scale) is not null), "there is no price for a part of the quantity");
        var total = 0m;
        foreach (var (lower, upper, value) in _rows)
        {
            var end = upper is { } bound ? Math.Min(amount, bound * scale) : amount;
            if (end > lower * scale)
                total += (end - (lower * scale)) * value;
        }

        return Result(figures, sign * total);
    }

    internal Figure AllUnits(IReadOnlyList<Figure> figures)
    {
        var (amount, scale, sign) = Read(figures);
        if (Row(amount, scale) is { } row)
            return Result(figures, sign * amount * row.Value);

        PlainCode.Require(!_needsStep, "there is no price for the quantity");
        return Result(figures, IsAboveCeiling(amount, scale) ? sign * Last.Upper!.Value * scale * Last.Value : 0m);
    }

    internal Figure Reached(IReadOnlyList<Figure> figures)
    {
        if (_onQuota && figures.Count == 2 && figures[1].Number <= 0m)
            return Figure.Absent;

        var (amount, scale, _) = Read(figures);
        var row = Row(amount, scale) ?? (IsAboveCeiling(amount, scale) && !_needsStep ? Last : null);
        return row is not { } reached ? Figure.Absent
            : _needsStep ? new Money(reached.Value, _currency!) : Percentage.FromFraction(reached.Value);
    }

    /// <summary>The rows of a graduated figure in words: <c>CNY 1141000.00 at 1.5% = CNY 17115.00</c>.</summary>
    internal IReadOnlyList<string> Portions(IReadOnlyList<Figure> figures)
    {
        var (amount, scale, sign) = Read(figures);
        var lines = new List<string>();
        foreach (var (lower, upper, value) in _rows)
        {
            var end = upper is { } bound ? Math.Min(amount, bound * scale) : amount;
            if (end <= lower * scale)
                continue;

            var part = sign * (end - (lower * scale));
            var rate = _needsStep ? new Money(value, _currency!).ToString() : Percentage.FromFraction(value).ToString();
            lines.Add(Explanation.Shown(figures[0].With(part)) + " at " + rate + " = " + Explanation.Shown(Result(figures, part * value)));
        }

        return lines;
    }

    private static int? Step<TLevel, TValue>(Figure level, StepSchedule<TLevel, TValue> schedule)
        where TLevel : IComparable<TLevel>
        where TValue : notnull
    {
        var bounds = schedule.Bounds.Select(bound => Figure.FromObject(bound)).ToArray();
        PlainCode.Require(bounds.All(level.IsComparableWith), "the figure must be of the kind and unit of the levels");
        var isAbove = schedule.HasCeiling && level.Number > Figure.FromObject(schedule.Ceiling).Number;
        var isBelow = schedule.HasFloor && level.Number < Figure.FromObject(schedule.Floor).Number;
        var step = schedule.Side == StepSide.From
            ? bounds.Count(bound => bound.Number <= level.Number) + schedule.Values.Count - bounds.Length - 1
            : bounds.Count(bound => bound.Number < level.Number);
        return isAbove || isBelow || step < 0 || step >= schedule.Values.Count ? null : step;
    }

    private (decimal Lower, decimal? Upper, decimal Value) Last => _rows[_rows.Length - 1];

    private bool IsAboveCeiling(decimal amount, decimal scale) =>
        _side == StepSide.From && Last.Upper is { } ceiling && amount > ceiling * scale;

    private (decimal Lower, decimal? Upper, decimal Value)? Row(decimal amount, decimal scale)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            var (lower, upper, _) = _rows[i];
            var isFirst = i == 0;
            var isLast = i == _rows.Length - 1;
            var isInside = _side == StepSide.From
                ? amount >= lower * scale && (upper is not { } next || amount < next * scale || (isLast && amount == next * scale))
                : (amount > lower * scale || (isFirst && amount == lower * scale)) && (upper is not { } bound || amount <= bound * scale);
            if (isInside)
                return _rows[i];
        }

        return null;
    }

    private (decimal Amount, decimal Scale, decimal Sign) Read(IReadOnlyList<Figure> figures)
    {
        PlainCode.Require(
            figures.Count == (_onQuota ? 2 : 1), _onQuota ? "there must be an achievement and its quota" : "there must be one figure");
        var amount = figures[0];
        if (_onQuota)
        {
            PlainCode.Require(
                amount.Kind is FigureKind.Money or FigureKind.Quantity or FigureKind.Number && figures[1].IsComparableWith(amount)
                    && figures[1].Number > 0m,
                "the quota must be positive, in the currency or unit of the achievement");
        }
        else
            PlainCode.Require(Equals(amount.Unit, (object?)_unit ?? _currency), "the figure must be in the unit of the tiers");

        var scale = _onQuota ? figures[1].Number : 1m;
        var sign = amount.Number < 0m && _isMirrored ? -1m : 1m;
        return (amount.Number * sign, scale, sign);
    }

    private Figure Result(IReadOnlyList<Figure> figures, decimal number) =>
        _currency is null ? figures[0].With(number) : new Money(number, _currency);
}
