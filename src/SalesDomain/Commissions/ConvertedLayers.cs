using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>
/// What is entered of an earning in another currency, by the rates it came in with. What is added comes at the rates of its own run; what
/// is taken away goes at the rates it came in with, last in first out, so that nobody is paid a difference of exchange rates on what was
/// paid before; of a line also where that was in another measurement period. Below zero it is the same the other way round.
/// </summary>
internal sealed class ConvertedLayers
{
    private readonly List<(Conversion Rates, decimal Amount, decimal Base)> _layers = [];

    // With those of the same line in its other measurement periods, in the order of record: what one of them took of another is gone, so
    // that nothing goes twice at the same rates, and all of it together is of one sign.
    private ConvertedLayers _together;

    private ConvertedLayers() => _together = this;

    /// <summary>Whether of its own nothing is left, at whatever rate.</summary>
    internal bool IsNothing => _layers.Count == 0;

    /// <summary>By what the entries say, in the order of record.</summary>
    /// <param name="state">What is entered of the key.</param>
    /// <param name="others">What is entered of the same line in other periods.</param>
    /// <param name="currency">That of the plan.</param>
    internal static ConvertedLayers Of(EarningState state, EarningState[] others, Currency currency)
    {
        var layers = new ConvertedLayers();
        layers.Add(EntriesOf(state, currency));
        if (others.Length == 0)
            return layers;

        layers._together = new ConvertedLayers();
        layers._together.Add(
            others.Append(state).SelectMany(each => EntriesOf(each, currency)).OrderBy(entry => entry.Number));
        return layers;
    }

    /// <summary>Adds or takes away, each part at one conversion. Where nothing changes there is one part of nothing.</summary>
    internal List<ConvertedPart> Move(Money difference, decimal more, Func<Conversion> now)
    {
        var (parts, left) = (new List<ConvertedPart>(), difference.Amount);
        do
        {
            var layer = Against(left);
            var rates = layer?.Rates ?? (left == 0m && _layers.Count > 0 ? _layers[_layers.Count - 1].Rates : now());
            var amount = layer is { } one && Math.Abs(one.Amount) < Math.Abs(left) ? -one.Amount : left;
            left -= amount;

            // A layer that goes takes its base with it; the last part has what is left of the base.
            var @base = left == 0m ? more : -layer!.Value.Base;
            more -= @base;
            Add(rates, amount, @base);
            if (_together != this)
                _together.Add(rates, amount, @base);
            parts.Add(new ConvertedPart(rates.Of(new Money(amount, difference.Currency)), @base, _together.ToArray()));
        }
        while (left != 0m);

        return parts;
    }

    /// <summary>All of it once more, layer by layer, with the base in proportion; one part of nothing where there is none.</summary>
    internal List<ConvertedPart> Again(Currency currency, decimal all, Func<Conversion> now)
    {
        var together = _together == this ? new ConvertedLayers() : _together;
        if (_layers.Count == 0)
            return [new ConvertedPart(now().Of(new Money(0m, currency)), all, together.ToArray())];

        // They are undone first.
        foreach (var (rates, given, _) in together == _together ? _layers : [])
            together.Add(rates, -given, 0m);

        var (parts, layers) = (new List<ConvertedPart>(), ToArray());
        var (sum, amount, before) = (_layers.Sum(each => each.Amount), 0m, 0m);
        for (var i = 0; i < layers.Length; i++)
        {
            amount += _layers[i].Amount;
            together.Add(layers[i], _layers[i].Amount, 0m);
            var toDate = i == layers.Length - 1 || sum == 0m ? all : EarningState.Recorded(all * amount / sum);
            parts.Add(new ConvertedPart(layers[i], toDate - before, together.ToArray()));
            before = toDate;
        }

        return parts;
    }

    private static IEnumerable<CommissionEntry> EntriesOf(EarningState state, Currency currency) =>
        state.Currency == currency ? state.Live.Where(entry => entry.Conversion is not null) : [];

    /// <summary>What it comes to, layer by layer.</summary>
    private Conversion[] ToArray() => [.. _layers.Select(each => each.Rates.Of(new Money(each.Amount, each.Rates.Amount.Currency)))];

    /// <summary>
    /// What goes first: the last of its own that no other period took, then the last of any, then its own though another period took as
    /// much; null where there is nothing to go.
    /// </summary>
    private (Conversion Rates, decimal Amount, decimal Base)? Against(decimal difference)
    {
        for (var at = _layers.Count - 1; at >= 0; at--)
        {
            var layer = _layers[at];
            if (!IsAgainst(layer, difference))
                continue;

            var there = _together == this ? layer.Amount
                : _together._layers.Where(each => IsAt(each.Rates, layer.Rates) && IsAgainst(each, difference)).Sum(each => each.Amount);
            if (there == 0m)
                continue;

            return Math.Abs(layer.Amount) <= Math.Abs(there) ? layer
                : (layer.Rates, there, EarningState.Recorded(layer.Base * (there / layer.Amount)));
        }

        if (_together != this && _together._layers.FindLastIndex(each => IsAgainst(each, difference)) is var last && last >= 0)
            return _together._layers[last];

        var own = _layers.FindLastIndex(each => IsAgainst(each, difference));
        return own < 0 ? null : _layers[own];
    }

    private static bool IsAgainst(in (Conversion Rates, decimal Amount, decimal Base) layer, decimal difference) =>
        difference != 0m && Math.Sign(layer.Amount) == -Math.Sign(difference);

    private void Add(IEnumerable<CommissionEntry> entries)
    {
        foreach (var entry in entries)
            Add(entry.Conversion!.Value, entry.Conversion.Value.Amount.Amount, entry.Base?.Amount ?? 0m);
    }

    private void Add(Conversion rates, decimal amount, decimal @base)
    {
        var at = _layers.FindLastIndex(each => IsAt(each.Rates, rates) && Math.Sign(each.Amount) == -Math.Sign(amount));
        while (at >= 0 && amount != 0m)
        {
            var (own, there, thereBase) = _layers[at];
            if (Math.Abs(there) > Math.Abs(amount))
            {
                _layers[at] = (own, there + amount, thereBase + @base);
                return;
            }

            _layers.RemoveAt(at);
            (amount, @base) = (amount + there, @base + thereBase);
            at = _layers.FindLastIndex(each => IsAt(each.Rates, rates) && Math.Sign(each.Amount) == -Math.Sign(amount));
        }

        if (amount == 0m)
            return;

        var last = _layers.Count - 1;
        if (last >= 0 && IsAt(_layers[last].Rates, rates) && Math.Sign(_layers[last].Amount) == Math.Sign(amount))
            _layers[last] = (_layers[last].Rates, _layers[last].Amount + amount, _layers[last].Base + @base);
        else
            _layers.Add((rates, amount, @base));
    }

    // Whatever the day, the same rates give the same product.
    private static bool IsAt(Conversion one, Conversion other) => one.Rates.SequenceEqual(other.Rates);
}
