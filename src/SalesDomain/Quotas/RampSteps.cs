using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>The figures of a ramped quota in its periods.</summary>
/// <remarks>
/// A period whose exact amount is a multiple of the unit has it: of a share of 100 % the full quota, of 0 % nothing. Of the others the
/// running total is rounded, and an amount is a difference of two. They are brought to one number of days, so that the running total is one
/// quotient and not a sum of quotients, of which none is a third to the last digit.
/// </remarks>
internal sealed class RampSteps
{
    private readonly IReadOnlyList<Measured> _full;
    private readonly (Percentage Share, int Days)[][] _shares;
    private readonly int[] _days;
    private readonly Rounding _rounding;
    private readonly decimal[] _fullDays;

    // Share × days of each part of each period; and the share where one holds in all of the period, whose days then do not matter.
    private readonly decimal[][] _slices;
    private readonly Percentage?[] _oneShare;

    // The days of all periods that are no whole amounts, brought to one number: what each is multiplied by, and the number.
    private readonly decimal[] _times;
    private readonly decimal _common = 1m;

    private readonly decimal[] _products;
    private readonly decimal[] _exact;
    private readonly decimal[] _amounts;

    // Of the periods that are no whole amounts: the running totals through each, and the one before it or -1.
    private readonly bool[] _isWhole;
    private readonly decimal[] _sums;
    private readonly decimal[] _rounded;
    private readonly int[] _before;
    private readonly int _last = -1;

    internal RampSteps(IReadOnlyList<Measured> full, (Percentage Share, int Days)[][] shares, int[] days, Rounding rounding)
    {
        var currency = full[0].Currency;
        var unit = PhasedQuota.UnitOf(rounding, currency);
        var count = days.Length;
        (_full, _shares, _days, _rounding) = (full, shares, days, rounding);
        _slices = Array.ConvertAll(shares, period => Array.ConvertAll(period, each => each.Share.Fraction * each.Days));
        _oneShare = new Percentage?[count];
        (_fullDays, _times, _products, _exact) = (new decimal[count], new decimal[count], new decimal[count], new decimal[count]);
        (_amounts, _isWhole, _sums, _rounded, _before) =
            (new decimal[count], new bool[count], new decimal[count], new decimal[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            _fullDays[i] = _slices[i].Sum();
            _oneShare[i] = OneShare(i);

            // Multiplied first, divided last.
            _products[i] = full[i].Amount * Factor(i);
            _exact[i] = _products[i] / Divisor(i);
            _isWhole[i] = _exact[i] % unit == 0m;
            _amounts[i] = _exact[i];
            if (!_isWhole[i])
                _common = Common(_common, Divisor(i));
        }

        var sum = 0m;
        for (var i = 0; i < count; i++)
        {
            if (_isWhole[i])
                continue;

            _times[i] = _common / Divisor(i);
            _products[i] *= _times[i];
            _sums[i] = sum += _products[i];
            _exact[i] = sum / _common;
            _rounded[i] = rounding.RoundAmount(_exact[i], currency);
            _before[i] = _last;
            _amounts[i] = _rounded[i] - (_last < 0 ? 0m : _rounded[_last]);
            _last = i;
        }
    }

    internal decimal FullDays(int period) => _fullDays[period];

    internal decimal Amount(int period) => _amounts[period];

    /// <summary>How the amount of a period came about.</summary>
    internal Explanation Explain(int period, DateSpan span)
    {
        var name = "ramped " + span;
        return _isWhole[period] ? Whole(period, name)
            : _before[period] < 0 ? Through(period, name)
            : Node(
                name, Money(period, _amounts[period]), Operation.Difference,
                Through(period, "with it"), Through(_before[period], "before it"));
    }

    /// <summary>The amounts of all periods, for a sum: those that are whole, and the running total of the others.</summary>
    internal Explanation[] ExplainAll(IReadOnlyList<DateSpan> periods)
    {
        var whole = Enumerable.Range(0, _days.Length).Where(i => _isWhole[i]).Select(i => Whole(i, "ramped " + periods[i]));
        return _last < 0 ? [.. whole] : [.. whole, Through(_last, "ramped in all other periods")];
    }

    private static decimal Common(decimal left, int right)
    {
        var divisor = (int)BigInteger.GreatestCommonDivisor((BigInteger)left, right);
        return left * (right / divisor);
    }

    /// <summary>The share that holds in all of a period; one without days has its part, which is nothing, as it is.</summary>
    private Percentage? OneShare(int period)
    {
        if (_days[period] == 0)
            return Percentage.OneHundred;

        var first = Array.Find(_shares[period], each => each.Days > 0).Share;
        return Array.TrueForAll(_shares[period], each => each.Days == 0 || each.Share == first) ? first : null;
    }

    private decimal Factor(int period) => _oneShare[period]?.Fraction ?? _fullDays[period];

    private int Divisor(int period) => _oneShare[period] is null ? _days[period] : 1;

    private Figure Money(int period, decimal amount) => _full[period].With(amount).Value;

    private Explanation Whole(int period, string name)
    {
        var full = Fact("full quota", _full[period].Value);
        return _oneShare[period] is not null ? Node(name, Money(period, _amounts[period]), Operation.Product, full, FactorOf(period))
            : Node(
                name, Money(period, _amounts[period]), Operation.Ratio,
                Node("full × days", Money(period, _products[period]), Operation.Product, full, FactorOf(period)),
                Fact("days of the period", _days[period]));
    }

    private Explanation Through(int period, string name)
    {
        Explanation[] products = [.. Enumerable.Range(0, _days.Length).Where(i => i <= period && !_isWhole[i]).Select(Product)];
        var sum = products.Length == 1 ? products[0]
            : Node("full × days, in all", Money(period, _sums[period]), Operation.Sum, products);
        return Node(
            name, Money(period, _rounded[period]), Operation.Round(_rounding),
            _common == 1m ? sum
                : Node("exact", Money(period, _exact[period]), Operation.Ratio, sum, Constant("days brought to", _common)));
    }

    private Explanation Product(int period)
    {
        var full = Fact("full quota", _full[period].Value);
        return _times[period] == 1m
            ? Node("full × days", Money(period, _products[period]), Operation.Product, full, FactorOf(period))
            : Node(
                "full × days", Money(period, _products[period]), Operation.Product, full, FactorOf(period),
                Constant("times", _times[period]));
    }

    private Explanation FactorOf(int period) =>
        _oneShare[period] is { } share ? Constant("share of the ramp", share.Fraction)
            : Node(
                "full days", _fullDays[period], Operation.Sum,
                [
                    .. _shares[period].Select((each, i) => Node(
                        "share × days", _slices[period][i], Operation.Product,
                        Constant("share of the ramp", each.Share.Fraction), Fact("days", each.Days))),
                ]);
}
