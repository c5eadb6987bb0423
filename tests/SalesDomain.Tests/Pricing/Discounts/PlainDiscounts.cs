using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>
/// A second engine of discounts, written from docs/discounts.md: plain, slow, and with nothing of the first one but the definitions.
/// Deals, tables, budgets and what was used before are left out.
/// </summary>
internal sealed partial class PlainDiscounts
{
    private readonly DiscountSchedule _schedule;
    private readonly PricedDocument _document;
    private readonly string[] _coupons;
    private readonly PricedLine[] _lines;
    private readonly decimal _unit;
    private readonly decimal[] _list;
    private readonly decimal[] _floor;

    // What is left of each line, and the discount after which nothing more comes upon it.
    private readonly decimal[] _left;
    private readonly string?[] _last;

    private readonly Dictionary<string, decimal[]> _after = [];
    private readonly HashSet<int> _otherKind = [];

    private PlainDiscounts(DiscountSchedule schedule, PricedDocument document, string[] coupons)
    {
        (_schedule, _document, _coupons, _lines) = (schedule, document, coupons, [.. document.Lines]);
        _unit = new[] { 0.01m, 0.05m, 0.1m, 0.5m, 1m }.First(unit => Rounded(unit) == unit);
        _list = [.. _lines.Select(line => Rounded(line.Amount.Amount))];
        _left = [.. _list];
        _floor = [.. _lines.Select(line => decimal.Ceiling((line.Floor?.Amount ?? 0m) * line.Quantity.Amount / _unit) * _unit)];
        _last = new string?[_lines.Length];
    }

    /// <summary>Line, discount, asked and given, in the places of the discounts.</summary>
    internal List<(int Line, string Discount, decimal Asked, decimal Given)> Deductions { get; } = [];

    /// <summary>Of each discount over several lines what it would take and what it takes.</summary>
    internal List<(string Discount, decimal Asked, decimal Given)> Totals { get; } = [];

    internal List<string> Reasons { get; } = [];

    internal static PlainDiscounts Work(DiscountSchedule schedule, PricedDocument document, params string[] coupons)
    {
        var plain = new PlainDiscounts(schedule, document, coupons);
        foreach (var i in plain.Sold().Where(i => plain._list[i] < plain._floor[i]))
        {
            var (list, floor) = (Cny(plain._list[i]), Cny(plain._floor[i]));
            plain.Reasons.Add("pricing.discount-list-below-floor (" + plain.At(i) + ", list " + list + ", floor " + floor + ")");
        }

        foreach (var (alternatives, group) in plain.Places())
            plain.Turn(alternatives, group);

        return plain;
    }

    /// <summary>What has its turn together: those of one number, or those of an exclusion, which are alternatives.</summary>
    private List<(Discount[][] Alternatives, ExclusionGroup? Group)> Places()
    {
        var places = new List<(Discount[][], ExclusionGroup?)>();
        var waiting = _schedule.Discounts.OrderBy(each => each.Sequence).ThenBy(each => each.Name, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var group = _schedule.Exclusions.FirstOrDefault(each => each.Alternatives.Any(names => names.Contains(waiting[0].Name)));
            var alternatives = group is null
                ? waiting.Where(each => each.Sequence == waiting[0].Sequence).Select(each => new[] { each }).ToArray()
                : group.Alternatives.Select(names => waiting.Where(each => names.Contains(each.Name)).ToArray())
                    .OrderBy(each => each[0].Sequence).ThenBy(each => each[0].Name, StringComparer.Ordinal).ToArray();
            places.Add((alternatives, group));
            waiting.RemoveAll(each => alternatives.Any(members => members.Contains(each)));
        }

        return places;
    }

    private void Turn(Discount[][] alternatives, ExclusionGroup? group)
    {
        var before = _left.ToArray();
        var open = alternatives.SelectMany(each => each).Where(each => IsOpen(each, before)).ToList();
        if (alternatives[0][0].IsOfOrder)
        {
            TurnOfOrder(alternatives, group, open, before);
        }
        else
        {
            foreach (var i in Sold())
                TurnOfLine(i, alternatives, group, open, before);
        }

        foreach (var discount in alternatives.SelectMany(each => each))
            _after[discount.Name] = _left.ToArray();
    }

    /// <summary>Whether it is given on the day, for the coupons, and for what the lines in scope or the document cost.</summary>
    private bool IsOpen(Discount discount, decimal[] before)
    {
        foreach (var i in Sold().Where(i => !IsTaken(discount, i)))
        {
            var subject = _lines[i].Subject;
            if ((discount.Scope.Matches(subject) || discount.CountedScope?.Matches(subject) == true) && _otherKind.Add(i))
                Reasons.Add("pricing.discount-other-kind (" + At(i) + ", kind " + subject.PriceKind + ")");
        }

        if (_document.Date < discount.Period.Start || _document.Date > discount.Period.End)
            return Refuse("out-of-period", discount, "on 2026-03-31", "period " + discount.Period);
        if (discount.Coupon is { } coupon && !coupon.Codes.Intersect(_coupons).Any())
            return Refuse("no-coupon", discount, "coupon " + coupon);
        if (!Sold().Any(i => IsFor(discount, i)))
            return discount.Coupon is not null && Refuse("no-line", discount);
        if (discount.MinimumAmount is not { } least)
            return true;

        var measured = Of(discount.MinimumAmountBase, before);
        var amount = Sold().Where(i => discount.MeasuresDocument || Counts(discount, i)).Sum(i => measured[i]);
        return amount >= least.Amount || Refuse("below-minimum-amount", discount, "amount " + Cny(amount), "least " + least);
    }

    /// <summary>Whether the line is in the scope and of a kind that the discount is for.</summary>
    private bool IsFor(Discount discount, int i) => discount.Scope.Matches(_lines[i].Subject) && IsTaken(discount, i);

    private bool IsTaken(Discount discount, int i) =>
        _lines[i].Subject.PriceKind is not { } kind || kind is PriceKind.Standard or PriceKind.Consignment
        || discount.IncludedKinds.Contains(kind);

    /// <summary>Whether the line is among those that are added up.</summary>
    private bool Counts(Discount discount, int i) =>
        (discount.CountedScope ?? discount.Scope).Matches(_lines[i].Subject) && IsTaken(discount, i);

    private int[] CountedFor(Discount discount, int i) =>
    [
        .. Sold().Where(j => Counts(discount, j)).Where(j =>
            discount.IsOfOrder || discount.CountedScope is not null || discount.Counts == BreakBasis.MixGroup || j == i
            || (discount.Counts == BreakBasis.Product && _lines[j].Subject.Product is { } product
                && product == _lines[i].Subject.Product)),
    ];

    /// <summary>The reason why a line is not in a unit that counts, or that an amount is of; null where it is in all of them.</summary>
    private string? OtherUnit(Discount discount, int i) =>
        new[] { CountedUnit(discount), discount.Unit }.FirstOrDefault(unit => unit is not null && In(unit, i) is null) is { } other
            ? Reason("other-unit", discount, At(i), "unit " + _lines[i].Quantity.Unit.Code, "counted " + other.Code) : null;

    private string? NoCompanion(Discount discount, int i) =>
        discount.Companion is { } companion && !Sold().Any(j => j != i && companion.Matches(_lines[j].Subject))
            ? Reason("no-companion", discount, At(i), "companion " + companion) : null;

    /// <summary>The rate or amount of the step that is reached, or why none is.</summary>
    private (decimal Value, string? Refusal) Step(Discount discount, int i, string at, decimal[] before)
    {
        var counted = CountedFor(discount, Math.Max(i, 0));
        var unit = CountedUnit(discount);
        var quantity = unit is null ? 0m
            : counted.Where(j => In(unit, j) is not null).Sum(Pieces) / (unit == UnitOfMeasure.Case ? 12m : 1m);
        var amount = counted.Sum(j => Of(discount.Base, before)[j]);
        if (discount.MinimumQuantity is { } least && quantity < least.Amount)
            return (0m, Reason("below-minimum-quantity", discount, at, "counted " + new Quantity(quantity, unit!), "least " + least));
        if (i >= 0 && NoCompanion(discount, i) is { } alone)
            return (0m, alone);

        var steps =
            discount.QuantitySteps is { } q ? q.Bounds.Select((from, k) => (from.Amount, q.Values[k].Fraction)).ToArray()
            : discount.AmountSteps is { } a ? a.Bounds.Select((from, k) => (from.Amount, a.Values[k].Fraction)).ToArray()
            : discount.OffByQuantity is { } o ? o.Bounds.Select((from, k) => (from.Amount, o.Values[k].Amount)).ToArray()
            : discount.OffByAmount is { } m ? m.Bounds.Select((from, k) => (from.Amount, m.Values[k].Amount)).ToArray() : null;
        var isByAmount = discount.AmountSteps is not null || discount.OffByAmount is not null || discount.EveryAmount is not null;
        var level = isByAmount ? amount : quantity;
        string Text(decimal value) => isByAmount ? Cny(value).ToString() : new Quantity(value, unit!).ToString();
        if ((discount.EveryAmount?.Amount ?? discount.EveryQuantity?.Amount) is { } every)
        {
            var times = decimal.Floor(level / every);
            return (
                times * discount.Amount!.Value.Amount,
                times > 0m ? null
                    : "pricing.promotion-below-threshold (discount " + discount.Name + ", counted " + Text(level) + ", every " + Text(every)
                        + ", missing " + Text(every - level) + ")");
        }

        if (steps is null)
            return (discount.Rate?.Fraction ?? discount.Amount!.Value.Amount, null);

        return steps[0].Item1 > level ? (0m, Reason("outside-steps", discount, at, "counted " + Text(level)))
            : (steps.Last(step => step.Item1 <= level).Item2, null);
    }

    private decimal[] Of(DiscountBase @base, decimal[] running) =>
        @base == DiscountBase.List ? _list : @base.Discount is { } name ? _after[name] : running;

    private static UnitOfMeasure? CountedUnit(Discount discount) =>
        discount.QuantitySteps?.Bounds[0].Unit ?? discount.OffByQuantity?.Bounds[0].Unit ?? discount.EveryQuantity?.Unit
        ?? discount.MinimumQuantity?.Unit;

    /// <summary>Free goods and what comes back take nothing and count for nothing.</summary>
    private IEnumerable<int> Sold() => Enumerable.Range(0, _lines.Length).Where(i => !_lines[i].IsFree && !_lines[i].IsReturn);

    /// <summary>How much the line is in a unit: a case is twelve pieces, for who knows it.</summary>
    private decimal? In(UnitOfMeasure unit, int i)
    {
        var (own, amount) = (_lines[i].Quantity.Unit, _lines[i].Quantity.Amount);
        return own == unit ? amount : _lines[i].Units is null ? null : unit == UnitOfMeasure.Case ? amount / 12m : amount * 12m;
    }

    private decimal Pieces(int i) => _lines[i].Quantity.Amount * (_lines[i].Quantity.Unit == UnitOfMeasure.Case ? 12m : 1m);

    private decimal Rounded(decimal amount) => Cny(amount).Round(_schedule.Rounding).Amount;

    private string At(int i) => "line " + _lines[i].Number.ToString(CultureInfo.InvariantCulture);

    private bool Refuse(string why, Discount discount, params string[] figures)
    {
        Reasons.Add(Reason(why, discount, figures));
        return false;
    }

    private static string Reason(string why, Discount discount, params string[] figures) =>
        "pricing.discount-" + why + " (discount " + discount.Name
        + string.Concat(figures.Where(each => each.Length > 0).Select(each => ", " + each)) + ")";
}
