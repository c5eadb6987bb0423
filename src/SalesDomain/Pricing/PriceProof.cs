using System;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The nodes of a price's explanation, each from a figure that the rule left behind.</summary>
internal sealed class PriceProof(PriceBook book, ItemPrice item, PriceTrace trace, Quantity quantity, CountedOnce counted)
{
    private const decimal Minus = -1m;

    private Explanation Per => Explanation.Constant("price unit", item.Per);

    /// <summary>A graduated part: its price × its quantity ÷ the units the price is for.</summary>
    internal Explanation OfPart(PartTrace part, bool isFirst) =>
        Explanation.Node(
            "part", part.Amount, Operation.Ratio,
            Explanation.Node(
                "price × part", part.Extended, Operation.Product,
                OfPrice(part, Explanation.Constant("price in the record", part.Recorded)),
                isFirst && trace.Before is { } before
                    ? Explanation.Node(
                        "of the quantity", part.Part, Operation.Difference, Explanation.Constant("up to", trace.FirstEnd),
                        In("used up", trace.UsedUp, OfBefore(before)))
                    : Explanation.Constant("of the quantity", part.Part)),
            Per);

    /// <summary>What was bought before: a sum of facts.</summary>
    private Explanation OfBefore(CountedSum before) =>
        Explanation.FactSum("bought before", new Quantity(before.Amount, quantity.Unit), before.Count);

    /// <summary>What counts beside the quantity: a sum of other lines.</summary>
    private Explanation OfBeside(CountedSum beside) =>
        Explanation.FactSum("counted beside", new Quantity(beside.Amount, quantity.Unit), beside.Count);

    /// <summary>The quantity that a graduated amount is of.</summary>
    internal Explanation OfGraduated() =>
        trace.Beside is { } beside
            ? Explanation.Node(
                "with what counts beside it", trace.All, Operation.Sum, Explanation.Fact("quantity", quantity), OfBeside(beside))
            : Explanation.Fact("quantity", quantity);

    /// <summary>The price of one ordered unit: × the units in it, ÷ the units the price is for.</summary>
    internal Explanation OfUnit(string name, Money unitPrice) =>
        PerUnit(
            UnitsOf(trace.Product), trace.Units, item.Per, name, unitPrice, "price × units", trace.UnitsPrice,
            OfPrice(trace.Parts[0], OfRecord()));

    /// <summary>
    /// ÷ the units the price is for, of one ordered unit. What is for another unit is multiplied by so many of that, and divided by as many
    /// of the ordered unit as those are: 24 pieces are 1 case.
    /// </summary>
    private static Explanation PerUnit(
        UnitConversions? known, in UnitFigures figures, Quantity of, string name, Money quotient, string multipliedName, Money multiplied,
        Explanation node)
    {
        var per = Explanation.Constant("price unit", of);
        if (!figures.IsConverted)
            return Explanation.Node(name, quotient, Operation.Ratio, node, per);

        var (ordered, units) = (figures.Ordered, figures.Units);
        var converted = Explanation.Node(
            "units in " + ordered, units, Operation.Convert(known!, units.Unit),
            Explanation.Constant("ordered units", ordered));
        return Explanation.Node(
            name, quotient, Operation.Ratio, Explanation.Node(multipliedName, multiplied, Operation.Product, node, converted),
            ordered.Amount == 1m ? per
                : Explanation.Node(
                    "price unit × ordered units", figures.Divisor, Operation.Product, per,
                    Explanation.Constant("ordered units", ordered.Amount)));
    }

    private Explanation OfRecord()
    {
        var recorded = trace.Parts[0].Recorded;
        var asked = Explanation.Fact("quantity", quantity);
        Explanation[] others =
        [
            .. trace.Beside is { } beside ? [OfBeside(beside)] : Array.Empty<Explanation>(),
            .. trace.Before is { } before ? [OfBefore(before)] : Array.Empty<Explanation>(),
        ];
        if (others.Length > 0)
        {
            asked = Explanation.Node(
                trace.Beside is null ? "with what was bought before" : "with what counts beside it", trace.Together, Operation.Sum,
                [asked, .. others]);
        }

        if (item.Breaks is { } breaks)
        {
            return Explanation.Node(
                "price at the break", recorded, Operation.LookUp(breaks), In("counted quantity", trace.Counted, asked));
        }

        if (item.ValueBreaks is not { } byValue)
            return Explanation.Constant("price in the record", recorded);

        var unsigned = quantity.IsNegative
            ? Explanation.Node("without its sign", trace.Unsigned, Operation.Product, asked, Explanation.Constant("sign", Minus))
            : asked;
        return Explanation.Node("price at the break", recorded, Operation.LookUp(byValue), OfValue(unsigned));
    }

    /// <summary>The value of what is ordered, and of what counts with it, each at its own first price.</summary>
    private Explanation OfValue(Explanation unsigned)
    {
        var own = OfValue("value at the first price", trace.Own!, unsigned);
        Explanation[] others =
        [
            .. trace.ValuesBeside is { } beside
                ? OfValues("counted beside", beside.All, beside.Sum, beside.Counted) : Array.Empty<Explanation>(),
            .. trace.ValuesBefore is { } before
                ? OfValues("bought before", before, before.Sum, () => before) : Array.Empty<Explanation>(),
        ];
        return others.Length == 0 ? own : Explanation.Node("value that counts", trace.Value, Operation.Sum, [own, .. others]);
    }

    /// <summary>
    /// Each product with its value, and those that count for nothing, where they are first shown within one explanation; after that their
    /// sum. Told of each line again, a document would be explained by the square of its lines.
    /// </summary>
    private Explanation[] OfValues(string where, ValuesCounted all, CountedSum sum, Func<ValuesCounted> of)
    {
        if (counted.IsShown(all) || of() is not { Parts: { } parts } values)
            return [Explanation.FactSum("value " + where, new Money(sum.Amount, item.Currency), sum.Count)];

        counted.Show(all);
        return
        [
            .. parts.Select(part => OfValue(
                "value of " + part.Product + " " + where, part, Explanation.FactSum("quantity of it", part.Quantity, part.Count))),
            .. values.Without.Select(product => Explanation.Constant(
                "value of " + product + " " + where + ", which has no first price in the list", Money.Zero(item.Currency))),
        ];
    }

    private Explanation OfValue(string name, ValuedQuantity value, Explanation of) => OfValue(name, value, UnitsOf(value.Product), of);

    /// <summary>First price × quantity ÷ the units that is for.</summary>
    internal static Explanation OfValue(string name, ValuedQuantity value, UnitConversions? known, Explanation of) =>
        PerUnit(
            known, value.Units, value.Per, name, value.Value, "first price × quantity × units", value.ExtendedUnits,
            Explanation.Node(
                "first price × quantity", value.Extended, Operation.Product, Explanation.Constant("first price", value.First), of));

    private UnitConversions? UnitsOf(ProductId product) => book.Known(product)?.Units;

    /// <summary>A quantity in another unit, or as it is.</summary>
    private Explanation In(string name, Quantity converted, Explanation from) =>
        converted == FromOf(from) ? from
            : Explanation.Node(name, converted, Operation.Convert(book.Known(trace.Product)!.Units, converted.Unit), from);

    private static Quantity FromOf(Explanation from) => new(from.Value.Number, (UnitOfMeasure)from.Value.Unit!);

    /// <summary>From the price in the record through formulas and conversion to the price asked for.</summary>
    private Explanation OfPrice(PartTrace part, Explanation recorded)
    {
        var node = recorded;
        foreach (var formula in part.Formulas)
            node = OfFormula(formula, node);

        if (part.Conversion.Amount.Currency == part.Conversion.Result.Currency)
            return node;

        node = OfConversion(part.Conversion, node);
        return book.GenericRounding is { } rounding ? Explanation.Node("rounded", part.Price, Operation.Round(rounding), node) : node;
    }

    private static Explanation OfFormula(FormulaTrace at, Explanation node)
    {
        var (formula, steps) = (at.Formula, at.Steps);
        var (list, price) = (at.List.Name, OfConversion(at.Conversion, node));
        if (formula.Margin is { } margin)
        {
            price = Explanation.Node(
                "at a margin, '" + list + "'", steps.Changed, Operation.Ratio, price,
                Explanation.Constant(OneLess(margin), formula.MarginComplement));
        }
        else if (!formula.Change.IsZero)
        {
            price = Explanation.Node(
                "changed, '" + list + "'", steps.Changed, Operation.Product, price,
                Explanation.Constant(OfChange(formula), formula.Factor));
        }

        if (steps.BroughtTo is { } basis)
        {
            price = Explanation.Node(
                Measure.Text(basis) + ", '" + list + "'", steps.Taxed,
                basis == TaxBasis.WithTax ? Operation.Product : Operation.Ratio, price, OfTax(formula));
        }

        if (formula.RoundingIn(steps.Range) is { } rounding)
            price = OfRounding("rounded, '" + list + "'", steps.Rounded, formula.RoundingRanges, steps.Range, rounding, null, price);
        if (formula.Surcharge is { } surcharge)
        {
            price = Explanation.Node(
                "with surcharge, '" + list + "'", steps.Surcharged, Operation.Sum, price, Explanation.Constant("surcharge", surcharge));
        }

        if (steps.Most is { } most)
        {
            price = Explanation.Node(
                "at most, '" + list + "'", steps.Capped, Operation.Min, price,
                OfBound("at the most margin", most, at, formula.MostMargin!.Value, formula.MostComplement));
        }

        return steps.Least is not { } least ? price
            : Explanation.Node(
                "at least, '" + list + "'", steps.Price, Operation.Max, price,
                OfBound("at the least margin", least, at, formula.LeastMargin!.Value, formula.LeastComplement));
    }

    private static Explanation OfBound(string name, BoundSteps steps, FormulaTrace at, Percentage margin, Percentage complement)
    {
        var cost = at.Cost!.Value;
        var bound = Explanation.Node(
            name, steps.Net, Operation.Ratio,
            Explanation.Node(
                "cost", cost.Cost, Operation.Product,
                OfConversion(cost.OfOne, Explanation.Fact("cost of one", cost.OfOne.Amount)),
                Explanation.Constant("base units the price is for", cost.BaseUnits)),
            Explanation.Constant(OneLess(margin), complement));
        if (at.List.TaxBasis == TaxBasis.WithTax)
            bound = Explanation.Node("with tax", steps.Exact, Operation.Product, bound, OfTax(at.Formula));
        if (steps.Rounding is not { } rounding)
            return bound;
        if (at.Formula.Surcharge is not { } surcharge)
            return Rounded(bound);

        var constant = Explanation.Constant("surcharge", surcharge);
        return Explanation.Node(
            "with surcharge", steps.Price, Operation.Sum,
            Rounded(Explanation.Node("without surcharge", steps.Unshifted, Operation.Difference, bound, constant)), constant);

        Explanation Rounded(Explanation exact) => OfRounding(
            "rounded to keep the margin", steps.Rounded, at.Formula.RoundingRanges, steps.Range, rounding, rounding.Mode, exact);
    }

    /// <summary>Rounded, and where that is by ranges, by which of them.</summary>
    private static Explanation OfRounding(
        string name, Money rounded, StepSchedule<Money, Rounding>? ranges, int range, Rounding rounding, RoundingMode? mode,
        Explanation exact) =>
        ranges is null ? Explanation.Node(name, rounded, Operation.Round(rounding), exact)
            : Explanation.Node(
                name, rounded, Operation.Round(ranges, mode), exact,
                Explanation.Constant("range from " + ranges.Bounds[range], rounding.ToString()));

    private static Explanation OfTax(PriceFormula formula) => Explanation.Constant("plus tax " + formula.TaxRate!.Value, formula.TaxFactor);

    private static string OfChange(PriceFormula formula) =>
        formula.Change < Percentage.Zero ? "less " + -formula.Change : "plus " + formula.Change;

    private static string OneLess(Percentage margin) => "less a margin of " + margin;

    internal static Explanation OfConversion(Conversion conversion, Explanation node) =>
        conversion.Amount.Currency == conversion.Result.Currency ? node
            : Explanation.Node(
                "in " + conversion.Result.Currency, conversion.Result,
                Operation.Convert(conversion.Result.Currency, [.. conversion.Rates]), node);
}
