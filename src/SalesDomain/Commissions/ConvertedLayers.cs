using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>
/// What is entered of an earning in another currency, by the rates it came in with. What is added comes at the rates of its own run; what
/// is taken away goes at the rates it came in with, last in first out, so that nobody is paid a difference of exchange rates on what was
/// paid before; of a line also where that was in an earlier measurement period. Below zero it is the same the other way round.
/// </summary>
internal sealed class ConvertedLayers
{
    private readonly List<(Conversion Rates, decimal Amount, decimal Base)> _layers = [];

    // Of a line what it came in with in earlier measurement periods: what is taken away beyond its own goes at their rates.
    private ConvertedLayers? _earlier;

    /// <summary>By what the entries say, in the order of record.</summary>
    internal static ConvertedLayers Of(EarningState state, Currency currency)
    {
        var layers = new ConvertedLayers();
        if (state.Currency != currency)
            return layers;

        foreach (var entry in state.Live)
        {
            if (entry.Conversion is { } conversion)
                layers.Add(conversion, conversion.Amount.Amount, entry.Base?.Amount ?? 0m);
        }

        return layers;
    }

    /// <summary>The layers with those of the same line in other periods, in the order of time: what was taken of them is gone.</summary>
    /// <param name="others">What is entered in each, and whether it is an earlier one; a later one has only what it took.</param>
    internal ConvertedLayers After(IEnumerable<(ConvertedLayers Layers, bool IsEarlier)> others)
    {
        _earlier = new ConvertedLayers();
        foreach (var (layers, isEarlier) in others)
        {
            foreach (var (rates, amount, @base) in layers._layers)
            {
                if (isEarlier || amount < 0m)
                    _earlier.Add(rates, amount, @base);
            }
        }

        return this;
    }

    /// <summary>What it comes to, layer by layer.</summary>
    internal Conversion[] ToArray() => [.. _layers.Select(each => each.Rates.Of(new Money(each.Amount, each.Rates.Amount.Currency)))];

    /// <summary>Adds or takes away, each part at one conversion. Where nothing changes there is one part of nothing.</summary>
    internal List<ConvertedPart> Move(Money difference, decimal more, Func<Conversion> now)
    {
        var (parts, left) = (new List<ConvertedPart>(), difference.Amount);
        do
        {
            var own = LastAgainst(left);
            var earlier = own is null && left < 0m ? _earlier?.LastAgainst(left) : null;
            var layer = own ?? earlier;
            var rates = layer?.Rates ?? (left == 0m && _layers.Count > 0 ? _layers[_layers.Count - 1].Rates : now());
            var amount = layer is { } one && Math.Abs(one.Amount) < Math.Abs(left) ? -one.Amount : left;
            left -= amount;

            // A layer that goes takes its base with it; the last part has what is left of the base.
            var @base = left == 0m ? more : -layer!.Value.Base;
            more -= @base;
            Add(rates, amount, @base);
            if (earlier is not null)
                _earlier!.Add(rates, amount, @base);
            parts.Add(new ConvertedPart(rates.Of(new Money(amount, difference.Currency)), @base, ToArray()));
        }
        while (left != 0m);

        return parts;
    }

    /// <summary>All of it once more, layer by layer, with the base in proportion; one part of nothing where there is none.</summary>
    internal List<ConvertedPart> Again(Currency currency, decimal all, Func<Conversion> now)
    {
        if (_layers.Count == 0)
            return [new ConvertedPart(now().Of(new Money(0m, currency)), all, [])];

        var (parts, layers) = (new List<ConvertedPart>(), ToArray());
        var (sum, amount, before) = (_layers.Sum(each => each.Amount), 0m, 0m);
        for (var i = 0; i < layers.Length; i++)
        {
            amount += _layers[i].Amount;
            var toDate = i == layers.Length - 1 || sum == 0m ? all : EarningState.Recorded(all * amount / sum);
            parts.Add(new ConvertedPart(layers[i], toDate - before, [.. layers.Take(i + 1)]));
            before = toDate;
        }

        return parts;
    }

    private (Conversion Rates, decimal Amount, decimal Base)? LastAgainst(decimal difference)
    {
        var at = _layers.FindLastIndex(each => Math.Sign(each.Amount) == -Math.Sign(difference) && difference != 0m);
        return at < 0 ? null : _layers[at];
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
