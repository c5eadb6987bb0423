using System;
using SalesDomain.Internal;

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

        var unit = asked.Quantity.Unit;
        if (!TryRatio(unit, source!.Per.Unit, asked.Product, out var priced)
            || !TryRatio(unit, source.CountedUnit, asked.Product, out var counted))
            return ListOutcome.UnknownUnit;

        var ordered = asked.Quantity.Amount;
        if (source.ValueBreaks is not null)
            return ByValue(at, asked, source, priced, trace, out steps);

        var before = Before(at, source, asked);
        var beside = Beside(at, source, asked);
        var others = CountedSum.Of(beside, before);
        var level = others is null ? counted.Of(ordered) : others.And(ordered, counted);
        if (!source.TryPriceAt(level, out var recorded))
            return ListOutcome.NoBreak;

        trace?.Begin(asked, source, priced, new Quantity(level, source.CountedUnit), before, beside);
        return !source.IsGraduated || ordered == 0m ? AllUnits(at, asked, source, recorded, priced, trace, out steps)
            : beside is null ? Graduated(at, asked, source, recorded, priced, before, trace, out steps)
            : GraduatedTogether(at, asked, source, recorded, priced, before, beside, trace, out steps);
    }

    /// <summary>By the value of what is ordered at the first price, and of what counts with it, each at its own.</summary>
    private ListOutcome ByValue(
        ListVersion at, in PriceQuestion asked, ItemPrice source, UnitRatio ratio, PriceTrace? trace, out PriceSteps steps)
    {
        var ordered = Math.Abs(asked.Quantity.Amount);
        var others = ValueBesideAndBefore(at, asked);
        var value = others is null ? source.ValueOf(ordered, ratio) : source.ValueOf(others, ordered, ratio);
        if (!source.TryPriceAt(value.Amount, out var recorded))
        {
            steps = default;
            return ListOutcome.NoBreak;
        }

        trace?.Begin(asked, source, ratio, new Quantity(value.Amount, source.CountedUnit), null, null);
        trace?.BeginByValue(source, value, ratio, Values(at, asked));
        return AllUnits(at, asked, source, recorded, ratio, trace, out steps);
    }

    /// <summary>All that counts in a group at graduated prices, and of that what is priced takes its part: amount × priced ÷ all.</summary>
    private ListOutcome GraduatedTogether(
        ListVersion at, in PriceQuestion asked, ItemPrice source, decimal recorded, UnitRatio ratio, CountedSum? before, CountedSum beside,
        PriceTrace? trace, out PriceSteps steps)
    {
        // Graduated prices have no jump: what the quantity of all lacks in its last digit is not seen in the amount.
        var all = asked.WithAll(new Quantity(beside.And(asked.Quantity.Amount, default), asked.Quantity.Unit));
        var outcome = Graduated(at, all, source, recorded, ratio, before, trace, out var ofAll);
        if (outcome == ListOutcome.Priced)
            trace?.EndTogether(new Money(ofAll.Amount, asked.Currency));

        steps = outcome != ListOutcome.Priced ? default
            : new PriceSteps(source, ofAll.Price, ofAll.UnitPrice, ofAll.Amount * asked.Quantity.Amount / all.Quantity.Amount);
        return outcome;
    }

    private ListOutcome AllUnits(
        ListVersion at, in PriceQuestion asked, ItemPrice source, decimal recorded, UnitRatio ratio, PriceTrace? trace,
        out PriceSteps steps)
    {
        steps = default;
        var outcome = Priced(at, asked, source, recorded, trace?.Ordered ?? default, trace, out var price);
        if (outcome != ListOutcome.Priced)
            return outcome;

        // Multiplied first and divided once, units included: price × quantity × numerator ÷ (denominator × per).
        steps = new PriceSteps(
            source, price, ratio.Of(price, 1m, source.Per.Amount), ratio.Of(price, asked.Quantity.Amount, source.Per.Amount));
        trace?.End(price);
        return outcome;
    }

    private ListOutcome Graduated(
        ListVersion at, in PriceQuestion asked, ItemPrice source, decimal recorded, UnitRatio ratio, CountedSum? before,
        PriceTrace? trace, out PriceSteps steps)
    {
        steps = default;
        var (price, amount) = (recorded, 0m);
        var ordered = new Quantity(ratio.Of(asked.Quantity.Amount), source.Per.Unit);
        if (trace is null && before is null && ratio.IsOfOneUnit && at.Version.Formula is null && at.List.Currency == asked.Currency)
        {
            amount = source.Breaks!.Graduated(ordered).Amount / source.Per.Amount;
        }
        else
        {
            var (total, end, first) = (0m, 0m, (decimal?)null);
            var portions = before is null ? source.Breaks!.Portions(ordered) : Remaining(source, asked, ratio, before, out end);
            foreach (var portion in portions)
            {
                // All so far at the price of this part, and what the parts before cost beside that: the last part need be no decimal.
                var last = price;
                var outcome = Priced(at, asked, source, portion.UnitPrice.Amount, portion.Base, trace, out price);
                if (outcome != ListOutcome.Priced)
                    return outcome;

                if (first is not null)
                    total += (last - price) * end;
                else if (before is not null)
                    trace?.EndFirst(end);
                end = first is null && before is not null ? end : end + portion.Base.Amount;
                first ??= price;
            }

            // What was bought before is taken off at the first price left, so that it need be no decimal either.
            amount = before is null ? ratio.Of(price, asked.Quantity.Amount, source.Per.Amount, plus: total)
                : before.Priced(price - first!.Value, price, asked.Quantity.Amount, ratio, total, source.Per.Amount);
        }

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
            return _byName[name].Versions.TryAt(asked.On, out var below) ? Source(below, asked, out source) : ListOutcome.NoBase;
        if (Known(asked.Product) is not { } known || known.Cost is null || !known.Cost.TryAt(asked.On, out var cost))
            return ListOutcome.NoCost;

        source = ItemPrice.Of(cost, new Quantity(1m, known.Units.BaseUnit));
        return ListOutcome.Priced;
    }

    /// <summary>The list in the chain of formulas that has no version on the day; there is one.</summary>
    internal string MissingBase(PriceListVersion version, NodaTime.LocalDate on)
    {
        var name = version.Formula!.BaseList!;
        return _byName[name].Versions.TryAt(on, out var below) ? MissingBase(below, on) : name;
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

        // The cost is without tax.
        var basis = TaxBasis.WithoutTax;
        if (formula.BaseList is { } name)
        {
            var below = _byName[name];
            var outcome = Computed(below, below.Versions.At(asked.On), asked, source, recorded, trace, out price);
            if (outcome != ListOutcome.Priced)
                return outcome;

            // What is no price in the list below is none to start from.
            if (price.IsNegative)
                return ListOutcome.BelowZero;

            basis = below.TaxBasis;
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

        var computed = formula.Evaluate(conversion.Result, basis, list.TaxBasis, cost?.Cost);
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
        if (!TryRatio(per.Unit, known.Units.BaseUnit, asked.Product, out var ratio))
            return ListOutcome.UnknownUnit;
        if (!TryConvert(ofOne, currency, asked.On, out var conversion))
            return ListOutcome.NoRate;

        var cost = new Money(ratio.Of(conversion.Result.Amount, per.Amount, 1m), currency);
        steps = new CostSteps(conversion, new Quantity(ratio.Of(per.Amount), known.Units.BaseUnit), cost);
        return ListOutcome.Priced;
    }

    internal bool TryRatio(UnitOfMeasure unit, UnitOfMeasure to, ProductId product, out UnitRatio ratio)
    {
        ratio = default;
        if (unit == to)
            return true;
        if (Known(product)?.Units is not { } units || !units.Knows(unit) || !units.Knows(to))
            return false;

        ratio = units.RatioOf(unit, to);
        return true;
    }

    /// <summary>An amount in another currency by the rates of the book, not rounded, if it has them.</summary>
    internal bool TryConvert(Money amount, Currency to, NodaTime.LocalDate on, out Conversion conversion)
    {
        if (Rates is not null)
            return Rates.TryConvert(amount, to, on, out conversion);

        conversion = new Conversion(amount, amount, on);
        return amount.Currency == to;
    }
}
