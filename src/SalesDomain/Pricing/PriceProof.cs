namespace SalesDomain.Pricing;

/// <summary>The nodes of a price's explanation, each from a figure that the rule left behind.</summary>
internal sealed class PriceProof(PriceBook book, ItemPrice item, PriceTrace trace, Quantity quantity)
{
    private const decimal Minus = -1m;

    private Explanation Per => Explanation.Constant("for so many", item.Per);

    /// <summary>A graduated part: its price × its quantity ÷ the units the price is for.</summary>
    internal Explanation OfPart(PartTrace part) =>
        Explanation.Node(
            "part", part.Amount, Operation.Ratio,
            Explanation.Node(
                "price × part", part.Extended, Operation.Product,
                OfPrice(part, Explanation.Constant("price in the record", part.Recorded)),
                Explanation.Constant("of the quantity", part.Part)),
            Per);

    /// <summary>The price of one ordered unit: × the units in it, ÷ the units the price is for.</summary>
    internal Explanation OfUnit(string name, Money unitPrice)
    {
        var price = OfPrice(trace.Parts[0], OfRecord());
        if (item.Per.Unit != quantity.Unit)
        {
            var one = Explanation.Constant("one", new Quantity(1m, quantity.Unit));
            price = Explanation.Node(
                "price × units", trace.OfOnePrice, Operation.Product, price, In("units in one " + quantity.Unit, trace.OfOne, one));
        }

        return Explanation.Node(name, unitPrice, Operation.Ratio, price, Per);
    }

    private Explanation OfRecord()
    {
        var recorded = trace.Parts[0].Recorded;
        var asked = Explanation.Fact("quantity", quantity);
        if (item.Breaks is { } breaks)
        {
            return Explanation.Node(
                "price at the break", recorded, Operation.LookUp(breaks), In("counted quantity", trace.Counted, asked));
        }

        if (item.ValueBreaks is not { } byValue)
            return Explanation.Constant("price in the record", recorded);

        var ordered = In("quantity in " + item.Per.Unit, trace.Ordered, asked);
        var unsigned = quantity.IsNegative
            ? Explanation.Node("without its sign", trace.Unsigned, Operation.Product, ordered, Explanation.Constant("sign", Minus))
            : ordered;
        return Explanation.Node(
            "price at the break", recorded, Operation.LookUp(byValue),
            Explanation.Node(
                "value at the first price", trace.Value, Operation.Ratio,
                Explanation.Node(
                    "first price × quantity", trace.Extended, Operation.Product,
                    Explanation.Constant("first price", item.FirstPrice), unsigned),
                Per));
    }

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
                Explanation.Constant("1 − margin", formula.MarginComplement));
        }
        else if (!formula.Change.IsZero)
        {
            price = Explanation.Node(
                "changed, '" + list + "'", steps.Changed, Operation.Product, price,
                Explanation.Constant("1 + change", formula.Factor));
        }

        if (formula.Rounding is { } rounding)
            price = Explanation.Node("rounded, '" + list + "'", steps.Rounded, Operation.Round(rounding), price);
        if (formula.Surcharge is { } surcharge)
        {
            price = Explanation.Node(
                "with surcharge, '" + list + "'", steps.Surcharged, Operation.Sum, price, Explanation.Constant("surcharge", surcharge));
        }

        var least = steps.Least is { } low ? OfBound("at the least margin", low, at, formula.LeastComplement) : null;
        var most = steps.Most is { } high ? OfBound("at the most margin", high, at, formula.MostComplement) : null;
        return least is null && most is null ? price
            : Explanation.Node(
                "within the margin, '" + list + "'", steps.Price,
                most is null ? Operation.Max : least is null ? Operation.Min : Operation.Clamp,
                most is null ? [price, least!] : least is null ? [price, most] : [price, least, most]);
    }

    private static Explanation OfBound(string name, Money bound, FormulaTrace at, Percentage complement)
    {
        var cost = at.Cost!.Value;
        return Explanation.Node(
            name, bound, Operation.Ratio,
            Explanation.Node(
                "cost", cost.Cost, Operation.Product,
                OfConversion(cost.OfOne, Explanation.Fact("cost of one", cost.OfOne.Amount)),
                Explanation.Constant("base units the price is for", cost.BaseUnits)),
            Explanation.Constant("1 − margin", complement));
    }

    private static Explanation OfConversion(Conversion conversion, Explanation node) =>
        conversion.Amount.Currency == conversion.Result.Currency ? node
            : Explanation.Node(
                "in " + conversion.Result.Currency, conversion.Result,
                Operation.Convert(conversion.Result.Currency, [.. conversion.Rates]), node);
}
