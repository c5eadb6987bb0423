using System;
using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// The figures on the way to a price that nobody needs but its explanation; filled in by the rule itself when it is asked to.
/// </summary>
internal sealed class PriceTrace
{
    private Currency? _currency;

    internal ProductId Product { get; private set; }

    /// <summary>The quantity in the unit the price is for.</summary>
    internal Quantity Ordered { get; private set; }

    /// <summary>The ordered quantity without its sign: for a break by value.</summary>
    internal Quantity Unsigned { get; private set; }

    /// <summary>What was bought before and counts, in the ordered unit; null where nothing does.</summary>
    internal CountedSum? Before { get; private set; }

    /// <summary>What counts beside the ordered quantity, in the ordered unit; null where nothing does.</summary>
    internal CountedSum? Beside { get; private set; }

    /// <summary>The ordered quantity with what counts beside it, and with what was bought before.</summary>
    internal Quantity Together { get; private set; }

    /// <summary>The ordered quantity with what counts beside it.</summary>
    internal Quantity All { get; private set; }

    /// <summary>What <see cref="All"/> costs at graduated prices.</summary>
    internal Money AmountOfAll { get; private set; }

    /// <summary>What was bought before in the unit the price is for.</summary>
    internal Quantity UsedUp { get; private set; }

    /// <summary>Where the first graduated part ends.</summary>
    internal Quantity FirstEnd { get; private set; }

    /// <summary>The quantity in the unit that is counted for a break.</summary>
    internal Quantity Counted { get; private set; }

    /// <summary>The value of what is ordered, for a break by value; null for any other.</summary>
    internal ValuedQuantity? Own { get; private set; }

    /// <summary>The value that is counted for a break by value.</summary>
    internal Money Value { get; private set; }

    /// <summary>What counts by value beside what is ordered; null where nothing does.</summary>
    internal ValuesBeside? ValuesBeside { get; private set; }

    /// <summary>What counts by value of what was bought before; null where nothing does.</summary>
    internal ValuesCounted? ValuesBefore { get; private set; }

    /// <summary>How the price is for another unit than that ordered.</summary>
    internal UnitFigures Units { get; private set; }

    /// <summary>Price × <see cref="Units"/>.</summary>
    internal Money UnitsPrice { get; private set; }

    /// <summary>The price of the step reached, or of a graduated record the price of each part.</summary>
    internal List<PartTrace> Parts { get; } = [];

    /// <summary>What is known before a price is taken through formulas and conversion.</summary>
    internal void Begin(
        in PriceQuestion asked, ItemPrice source, UnitRatio priced, Quantity counted, CountedSum? before, CountedSum? beside)
    {
        var ordered = asked.Quantity;
        Units = new UnitFigures(priced, ordered.Unit, source.Per);
        _currency = asked.Currency;
        Product = asked.Product;
        Ordered = new Quantity(priced.Of(ordered.Amount), source.Per.Unit);
        Unsigned = new Quantity(Math.Abs(ordered.Amount), ordered.Unit);
        Counted = counted;
        (Before, Beside) = (before, beside);
        if (CountedSum.Of(before, beside) is { } others)
            Together = new Quantity(others.And(ordered.Amount, default), ordered.Unit);
        if (before is not null)
            UsedUp = new Quantity(before.And(0m, priced), source.Per.Unit);
        if (beside is not null)
            All = new Quantity(beside.And(ordered.Amount, default), ordered.Unit);
    }

    /// <summary>What is counted for a break by value.</summary>
    internal void BeginByValue(ItemPrice source, Money value, UnitRatio priced, (ValuesBeside? Beside, ValuesCounted? Before) others)
    {
        Own = new ValuedQuantity(Product, Unsigned, 1, source.FirstPrice, source.Per, priced);
        Value = value;
        (ValuesBeside, ValuesBefore) = others;
    }

    /// <summary>The first part of a graduated quantity, behind what was bought before.</summary>
    internal void EndFirst(decimal end) => FirstEnd = new Quantity(end, UsedUp.Unit);

    /// <summary>What all that counts together costs at graduated prices.</summary>
    internal void EndTogether(Money amount) => AmountOfAll = amount;

    /// <summary>The price in the currency asked for.</summary>
    internal void End(decimal price)
    {
        if (Units.IsConverted)
            UnitsPrice = new Money(price * Units.Units.Amount, _currency!);
    }
}
