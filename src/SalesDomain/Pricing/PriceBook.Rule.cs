using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>What one list comes to for what is asked: record, break, formulas, conversion, quantity.</summary>
public sealed partial class PriceBook
{
    /// <summary>What is known of a product beside its prices, or null.</summary>
    internal PricedProduct? Known(ProductId product) =>
        _products.Count > 0 && _products.TryGetValue(product.Code, out var known) ? known : null;

    /// <summary>The rule. It leaves the figures on the way behind where a trace is given, and gives the same without one.</summary>
    internal ListOutcome Evaluate(ListVersion at, in PriceQuestion asked, PriceTrace? trace, out PriceSteps steps)
    {
        steps = default;
        var outcome = Source(at.Version, asked, out var source);
        if (outcome != ListOutcome.Priced)
            return outcome;

        if (!TryIn(source!.Per.Unit, asked.Quantity, asked.Product, out var ordered)
            || !TryIn(source.CountedUnit, asked.Quantity, asked.Product, out var counted))
            return ListOutcome.UnknownUnit;

        var value = source.ValueBreaks is null ? default : source.ValueOf(Math.Abs(ordered));
        var level = source.ValueBreaks is null ? counted : value.Amount;
        if (!source.TryPriceAt(level, out var recorded))
            return ListOutcome.NoBreak;

        var ofOne = 1m;
        if (source.Per.Unit != asked.Quantity.Unit)
            TryIn(source.Per.Unit, new Quantity(1m, asked.Quantity.Unit), asked.Product, out ofOne);

        if (trace is not null)
        {
            trace.Ordered = new Quantity(ordered, source.Per.Unit);
            trace.Unsigned = new Quantity(Math.Abs(ordered), source.Per.Unit);
            trace.Counted = new Quantity(counted, source.CountedUnit);
            trace.Product = asked.Product;
            trace.Extended = source.FirstPrice * Math.Abs(ordered);
            trace.Value = value;
            trace.OfOne = new Quantity(ofOne, source.Per.Unit);
        }

        return source.IsGraduated && ordered != 0m
            ? Graduated(at, asked, source, recorded, new Quantity(ordered, source.Per.Unit), trace, out steps)
            : AllUnits(at, asked, source, recorded, ordered, ofOne, trace, out steps);
    }

    private ListOutcome AllUnits(
        ListVersion at, in PriceQuestion asked, ItemPrice source, decimal recorded, decimal ordered, decimal ofOne, PriceTrace? trace,
        out PriceSteps steps)
    {
        steps = default;
        var outcome = Priced(at, asked, source, recorded, new Quantity(ordered, source.Per.Unit), trace, out var price);
        if (outcome != ListOutcome.Priced)
            return outcome;

        // Multiplied first and divided last.
        var per = source.Per.Amount;
        var unitPrice = ofOne == 1m ? price : price * ofOne;
        var amount = price * ordered;
        if (trace is not null)
            trace.OfOnePrice = new Money(unitPrice, asked.Currency);

        steps = per == 1m ? new PriceSteps(source, price, unitPrice, amount) : new PriceSteps(source, price, unitPrice / per, amount / per);
        return outcome;
    }

    private ListOutcome Graduated(
        ListVersion at, in PriceQuestion asked, ItemPrice source, decimal recorded, Quantity ordered, PriceTrace? trace,
        out PriceSteps steps)
    {
        steps = default;
        var price = recorded;
        var total = 0m;
        if (trace is null && at.Version.Formula is null && at.List.Currency == asked.Currency)
        {
            total = source.Breaks!.Graduated(ordered).Amount;
        }
        else
        {
            foreach (var portion in source.Breaks!.Portions(ordered))
            {
                var outcome = Priced(at, asked, source, portion.UnitPrice.Amount, portion.Base, trace, out price);
                if (outcome != ListOutcome.Priced)
                    return outcome;

                total += price * portion.Base.Amount;
            }
        }

        var amount = total / source.Per.Amount;
        steps = new PriceSteps(source, price, amount / asked.Quantity.Amount, amount);
        return ListOutcome.Priced;
    }

    /// <summary>The price of a record taken through the formulas of its list and into the currency asked for.</summary>
    private ListOutcome Priced(
        ListVersion at, in PriceQuestion asked, ItemPrice source, decimal recorded, Quantity part, PriceTrace? trace, out decimal price)
    {
        if (trace is null && at.Version.Formula is null && at.List.Currency == asked.Currency)
        {
            price = recorded;
            return ListOutcome.Priced;
        }

        price = 0m;
        var ofPart = trace is null ? null : new PartTrace(part, new Money(recorded, source.Currency));
        var outcome = Computed(at.List, at.Version, asked, source, recorded, ofPart, out var listed);
        if (outcome != ListOutcome.Priced)
            return outcome;
        if (listed.IsNegative)
            return ListOutcome.BelowZero;
        if (!TryConvert(listed, asked.Currency, asked.On, out var conversion))
            return ListOutcome.NoRate;

        var isRounded = GenericRounding is not null && listed.Currency != asked.Currency;
        var asMoney = isRounded ? conversion.Result.Round(GenericRounding!) : conversion.Result;
        price = asMoney.Amount;
        if (ofPart is not null)
        {
            ofPart.Conversion = conversion;
            ofPart.Price = asMoney;
            ofPart.Extended = asMoney * part.Amount;
            ofPart.Amount = asMoney * part.Amount / source.Per.Amount;
            trace!.Parts.Add(ofPart);
        }

        return outcome;
    }

    /// <summary>The record that a version's price starts from: its own, that of the list its formula starts from, or the cost.</summary>
    private ListOutcome Source(PriceListVersion version, in PriceQuestion asked, out ItemPrice? source)
    {
        source = Own(version, asked, out var hasOther);
        if (source is not null)
            return ListOutcome.Priced;
        if (version.Formula is not { } formula)
            return hasOther ? ListOutcome.UnknownUnit : ListOutcome.NoItem;
        if (formula.BaseList is { } name)
            return _byName[name].Versions.TryAt(asked.On, out var below) ? Source(below, asked, out source) : ListOutcome.NoItem;
        if (Known(asked.Product) is not { } known || known.Cost is null || !known.Cost.TryAt(asked.On, out var cost))
            return ListOutcome.NoCost;

        source = ItemPrice.Of(cost, new Quantity(1m, known.Units.BaseUnit));
        return ListOutcome.Priced;
    }

    private ItemPrice? Own(PriceListVersion version, in PriceQuestion asked, out bool hasOther)
    {
        var unit = asked.Quantity.Unit;
        var own = version.Find(asked.Product.Code, unit, null, out hasOther);
        return own is null && hasOther && Known(asked.Product) is { } known
            ? version.Find(asked.Product.Code, unit, known.Units, out hasOther)
            : own;
    }

    private ListOutcome Computed(
        PriceList list, PriceListVersion version, in PriceQuestion asked, ItemPrice source, decimal recorded, PartTrace? trace,
        out Money price)
    {
        price = new Money(recorded, source.Currency);
        if (version.Formula is not { } formula || Own(version, asked, out _) is not null)
            return ListOutcome.Priced;

        if (formula.BaseList is { } name)
        {
            var outcome = Computed(_byName[name], _byName[name].Versions.At(asked.On), asked, source, recorded, trace, out price);
            if (outcome != ListOutcome.Priced)
                return outcome;
        }

        if (!TryConvert(price, list.Currency, asked.On, out var conversion))
            return ListOutcome.NoRate;

        CostSteps? cost = null;
        if (formula.HasMarginBounds)
        {
            var outcome = CostOf(source.Per, list.Currency, asked, out var steps);
            if (outcome != ListOutcome.Priced)
                return outcome;

            cost = steps;
        }

        var computed = formula.Evaluate(conversion.Result, cost?.Cost);
        trace?.Formulas.Add(new FormulaTrace(list, formula, conversion, cost, computed));
        price = computed.Price;
        return ListOutcome.Priced;
    }

    /// <summary>What a quantity of a product costs on the day, in a currency.</summary>
    internal ListOutcome CostOf(Quantity per, Currency currency, in PriceQuestion asked, out CostSteps steps)
    {
        steps = default;
        if (Known(asked.Product) is not { } known || known.Cost is null || !known.Cost.TryAt(asked.On, out var ofOne))
            return ListOutcome.NoCost;
        if (!TryIn(known.Units.BaseUnit, per, asked.Product, out var baseUnits))
            return ListOutcome.UnknownUnit;
        if (!TryConvert(ofOne, currency, asked.On, out var conversion))
            return ListOutcome.NoRate;

        steps = new CostSteps(conversion, new Quantity(baseUnits, known.Units.BaseUnit), conversion.Result * baseUnits);
        return ListOutcome.Priced;
    }

    /// <summary>The bounds of a record's breaks as quantities of the unit that is ordered, rising.</summary>
    internal IEnumerable<decimal> Bounds(ItemPrice source, PriceQuestion asked)
    {
        foreach (var level in source.Levels())
        {
            var bound = source.ValueBreaks is null ? new Quantity(level, source.CountedUnit) : source.QuantityOf(level);
            if (bound is { } quantity && TryIn(asked.Quantity.Unit, quantity, asked.Product, out var ordered))
                yield return ordered;
        }
    }

    /// <summary>A quantity of a product in another unit, if it converts.</summary>
    internal bool TryIn(UnitOfMeasure unit, Quantity quantity, ProductId product, out decimal amount)
    {
        amount = quantity.Amount;
        if (quantity.Unit == unit)
            return true;
        if (Known(product)?.Units is not { } units || !units.Knows(unit) || !units.Knows(quantity.Unit))
            return false;

        amount = units.Convert(quantity, unit).Amount;
        return true;
    }

    private bool TryConvert(Money amount, Currency to, NodaTime.LocalDate on, out Conversion conversion)
    {
        if (Rates is not null)
            return Rates.TryConvert(amount, to, on, out conversion);

        conversion = new Conversion(amount, amount, on);
        return amount.Currency == to;
    }
}
