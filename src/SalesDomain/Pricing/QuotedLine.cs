using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>A line of a quotation with its price, what discounts take off it, and its tax.</summary>
/// <remarks>
/// Net + tax = gross, to the cent. What comes back has no list price and takes no discount: it costs what it is credited with, with its
/// sign. Part of a <see cref="Quotation"/>; equality is by reference.
/// </remarks>
public sealed class QuotedLine
{
    private readonly Quotation _owner;
    private readonly QuoteSteps _steps;

    internal QuotedLine(Quotation owner, QuoteSteps steps, DiscountedLine? discounted)
    {
        _owner = owner;
        _steps = steps;
        Discounted = discounted;
        Split = steps.SplitOf(owner.Rules, discounted?.Net ?? steps.Exact);
        Waterfall = discounted is null ? null : QuoteSteps.WaterfallOf(owner.Rules, discounted, Split);
    }

    /// <summary>What was asked for.</summary>
    public QuoteLine Line => _steps.Line;

    /// <summary>
    /// The price of the quantity that counts for a break, which is that of the product or the mix group over the document, or, where a
    /// list has breaks in another unit than is ordered and lines had to be converted to it, of the product in the ordered unit, beside
    /// which the rest counts; the default value, without a price, for what comes back. A line at a negotiated price has it too, where a
    /// list has one; a gift by its value has none.
    /// </summary>
    public ResolvedPrice Price => _steps.Price;

    /// <summary>The line after its discounts, in the tax basis of the quotation; null for what comes back.</summary>
    public DiscountedLine? Discounted { get; }

    /// <summary>Net, tax and gross, and how they are split.</summary>
    public LineTax Split { get; }

    /// <summary>
    /// What is left of the list price down to the pocket margin, without tax, with what is missing for it; null without a waterfall in the
    /// rules, and for what comes back.
    /// </summary>
    public DiscountedLineWaterfall? Waterfall { get; }

    /// <summary>The tax in percent of the net amount.</summary>
    public Percentage TaxRate => Split.Rate;

    /// <summary>The amount without tax.</summary>
    public Money Net => Split.Net;

    /// <summary>The tax.</summary>
    public Money Tax => Split.Tax;

    /// <summary>The amount with tax.</summary>
    public Money Gross => Split.Gross;

    /// <summary>
    /// What should be looked at before the quotation goes out: <c>pricing.quote-…</c> with the line, the record and the figures. What
    /// concerns several lines of one product is said of the first of them. With a waterfall also what is missing for the pocket margin, by
    /// the codes of <see cref="DiscountedLineWaterfall.Reasons"/>.
    /// </summary>
    public IReadOnlyList<Reason> Warnings => Array.AsReadOnly(WarningsBeside(new QuoteEnds(_owner)).ToArray());

    /// <summary>How the gross amount follows from the record of the price list, the discounts and the tax rate.</summary>
    /// <returns>The explanation, whose figure is <see cref="Gross"/>.</returns>
    public Explanation Explain() => Node(Name, Gross, Operation.Sum, ExplainNet(new CountedOnce()), ExplainTax());

    /// <summary>Number, net, tax and gross: <c>line 1: CNY 920.00 + 13% CNY 119.60 = CNY 1039.60</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + ": " + Split;

    /// <summary>The warnings, where it is known when the tax rates and tables of the quotation change.</summary>
    internal IEnumerable<Reason> WarningsBeside(QuoteEnds ends) =>
        QuoteWarnings.Of(_owner, this, _steps).Concat(ends.Of(this, _steps)).Concat(Waterfall?.Reasons ?? []);

    internal QuoteSteps Steps => _steps;

    internal string Name => "line " + InvariantText.Number(Line.Number);

    internal Explanation ExplainNet(CountedOnce counted) =>
        Split.ExplainNet(
            Discounted is null ? ExplainExact(counted) : ExplainDiscounted(counted),
            _steps.Rate.Explain("tax rate"));

    /// <summary>The net of what is sold, in the tax basis of the quotation, down to the records of the price lists.</summary>
    internal Explanation ExplainDiscounted(CountedOnce counted) =>
        Discounted!.Explain(counted).Expand(stated => ExplainFurther(stated, counted));

    internal Explanation ExplainTax() => Split.ExplainTax(_steps.Rate.Explain("tax rate"));

    /// <summary>What the discounts take as stated: the list price, or the list amount, of this line, and its floor.</summary>
    private Explanation? ExplainFurther(Explanation stated, CountedOnce counted) =>
        stated.Name == "list price" && _steps.IsByUnitPrice && stated.Value == Price.UnitPrice ? Price.ExplainUnitPrice(counted)
            : stated.Name is "list amount, not rounded" or "amount at list price, not rounded" && stated.Value == _steps.Exact
                ? ExplainExact(counted)
            : stated.Name == "floor" && _steps.Floor.Conversion is { Rates.Count: > 0 } by && stated.Value == by.Result ? by.Explain()
            : null;

    /// <summary>The amount at list price, not rounded, in the tax basis of the quotation.</summary>
    private Explanation ExplainExact(CountedOnce counted)
    {
        if (_steps.Stated is var (name, ofOne, unit))
        {
            return Node(
                name + " × quantity", _steps.Exact, Operation.Product, Fact(name, ofOne), _steps.ToPricedLine().ExplainQuantityIn(unit));
        }

        if (!_steps.IsOfOtherBasis)
            return ExplainOfList(counted);

        var factor = Node(
            "1 + rate", _steps.Factor, Operation.Sum, Constant("1", Percentage.OneHundred), _steps.Rate.Explain("tax rate"));
        return _owner.Rules.Basis == TaxBasis.WithTax
            ? Node("with tax", _steps.Exact, Operation.Product, ExplainOfList(counted), factor)
            : Node("without tax", _steps.Exact, Operation.Ratio, ExplainOfList(counted), factor);
    }

    private Explanation ExplainOfList(CountedOnce counted) =>
        Line.Credit is { } credit
            ? Node("credit", _steps.OfList, Operation.Difference, Constant("nothing", _owner.Nothing), Fact("credited", credit))
            : Price.Quantity == Line.Quantity ? Price.Explain(counted)
            : Node(
                "part of what counts together", _steps.OfList, Operation.Ratio,
                Node(
                    "amount × quantity", _steps.Extended, Operation.Product, Price.Explain(counted),
                    Fact("quantity of the line, as a number", Line.Quantity.Amount)),
                Fact("quantity that counts, as a number", Price.Quantity.Amount));
}
