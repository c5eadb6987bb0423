using System;
using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// The figures on the way to a price that nobody needs but its explanation; filled in by the rule itself when it is asked to.
/// </summary>
internal sealed class PriceTrace
{
    private UnitRatio _ratio;
    private Currency? _currency;

    internal ProductId Product { get; private set; }

    /// <summary>The quantity in the unit the price is for.</summary>
    internal Quantity Ordered { get; private set; }

    /// <summary>The ordered quantity without its sign, with what was bought before: for a break by value.</summary>
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

    /// <summary>First price × quantity without its sign, for a break by value.</summary>
    internal Money Extended { get; private set; }

    /// <summary>The same × <see cref="Units"/>.</summary>
    internal Money ExtendedUnits { get; private set; }

    /// <summary>The value that is counted for a break by value.</summary>
    internal Money Value { get; private set; }

    /// <summary>Whether the price is for another unit than that ordered.</summary>
    internal bool IsConverted => !_ratio.IsOfOneUnit;

    /// <summary>So many of the ordered unit are…</summary>
    internal Quantity OrderedUnits { get; private set; }

    /// <summary>…so many of the unit the price is for.</summary>
    internal Quantity Units { get; private set; }

    /// <summary>For how many units the price is × <see cref="OrderedUnits"/>.</summary>
    internal Quantity Divisor { get; private set; }

    /// <summary>Price × <see cref="Units"/>.</summary>
    internal Money UnitsPrice { get; private set; }

    /// <summary>The price of the step reached, or of a graduated record the price of each part.</summary>
    internal List<PartTrace> Parts { get; } = [];

    /// <summary>What is known before a price is taken through formulas and conversion.</summary>
    internal void Begin(in PriceQuestion asked, ItemPrice source, UnitRatio priced, Quantity counted, Money value, CountedSum? before,
        CountedSum? beside)
    {
        var ordered = asked.Quantity;
        _ratio = priced;
        _currency = asked.Currency;
        Product = asked.Product;
        Ordered = new Quantity(priced.Of(ordered.Amount), source.Per.Unit);
        Unsigned = new Quantity(Math.Abs(ordered.Amount), ordered.Unit);
        Counted = counted;
        (Before, Beside) = (before, beside);
        if (CountedSum.Of(before, beside) is { } others)
            Unsigned = Together = new Quantity(others.And(ordered.Amount, default), ordered.Unit);
        if (before is not null)
            UsedUp = new Quantity(before.And(0m, priced), source.Per.Unit);
        if (beside is not null)
            All = new Quantity(beside.And(ordered.Amount, default), ordered.Unit);

        Value = value;
        if (source.ValueBreaks is not null)
            Extended = source.FirstPrice * Unsigned.Amount;
        if (!IsConverted)
            return;

        OrderedUnits = new Quantity(priced.Ordered, ordered.Unit);
        Units = new Quantity(priced.Converted, source.Per.Unit);
        Divisor = source.Per * OrderedUnits.Amount;
        ExtendedUnits = Extended * Units.Amount;
    }

    /// <summary>The first part of a graduated quantity, behind what was bought before.</summary>
    internal void EndFirst(decimal end) => FirstEnd = new Quantity(end, UsedUp.Unit);

    /// <summary>What all that counts together costs at graduated prices.</summary>
    internal void EndTogether(Money amount) => AmountOfAll = amount;

    /// <summary>The price in the currency asked for.</summary>
    internal void End(decimal price)
    {
        if (IsConverted)
            UnitsPrice = new Money(price * Units.Amount, _currency!);
    }
}
