using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>What a line of a quotation costs at list price, with every figure on the way.</summary>
internal sealed partial class QuoteSteps
{
    private readonly Reason[] _noRate;
    private readonly decimal? _grid;
    private readonly LocalDate _on;
    private readonly PriceList? _unfound;

    // What an open order does not take, where both days were asked.
    private readonly ResolvedPrice? _other;

    private QuoteSteps(QuotationRules rules, QuoteRequest request, QuoteCounting counting, int index)
    {
        var line = counting.LineAt(index);
        Line = line;
        Subject = counting.Subjects[index];
        SoldAs = line.SoldAs(Subject);
        _on = request.Date;
        Rate = rules.TaxRates.Resolve(Subject, request.Date);
        if (!line.IsReturn)
            (Price, _other, HoldsPrice) = PriceOf(rules, request, counting, index);

        LeadsItsGroup = counting.LeadsItsGroup[index];
        var unit = (line.IsReturn ? null : Price.Item?.CountedUnit) ?? line.Quantity.Unit;
        NotCounted = !LeadsItsGroup ? []
            : Price.ByValue is { } scale ? counting.NotCountedFor(index, scale) : counting.NotCountedFor(index, unit);
        _grid = rules.Discounts.Rounding.UnitFor(request.Currency);
        Floor = line.IsReturn ? default : QuoteFloor.Of(rules, request, line, SoldAs, request.Date);
        _noRate = Floor.HasNoRate ? [.. Floor.Reasons(rules, request, line)] : [];
        _unfound = !line.IsReturn && IsNegotiated && !Price.HasPrice ? Price.ListThatKnowsIt() : null;
    }

    internal QuoteLine Line { get; }

    /// <summary>What is known of the sale, by which the list price and the tax rate are looked up.</summary>
    internal ScopeSubject Subject { get; }

    /// <summary>The same with the price kind on which it is sold: at a negotiated price a special one.</summary>
    internal ScopeSubject SoldAs { get; }

    /// <summary>The price of the quantity that counts; of a return without one.</summary>
    internal ResolvedPrice Price { get; }

    /// <summary>Whether the price is that of a declared day, so that it holds as long as the quotation.</summary>
    internal bool HoldsPrice { get; }

    internal ScopeResolution<Percentage> Rate { get; }

    internal bool LeadsItsGroup { get; }

    /// <summary>
    /// The places of the lines of its group that do not count for it, as their units do not convert or they have no value there; said by
    /// the first.
    /// </summary>
    internal int[] NotCounted { get; }

    /// <summary>The lowest price of the line; without one where there is none.</summary>
    internal QuoteFloor Floor { get; }

    /// <summary>1 + rate.</summary>
    internal Percentage Factor { get; private set; }

    /// <summary>Whether the price, or the credit, has the other tax basis than the quotation.</summary>
    internal bool IsOfOtherBasis { get; private set; }

    /// <summary>What the counted quantity costs × the quantity of the line.</summary>
    internal Money Extended { get; private set; }

    /// <summary>What the line costs, in the tax basis of its list, not rounded; of a return the credit with its sign.</summary>
    internal Money OfList { get; private set; }

    /// <summary>The same in the tax basis of the quotation.</summary>
    internal Money Exact { get; private set; }

    /// <summary>Whether the line is the unit price × its quantity, to the last digit.</summary>
    internal bool IsByUnitPrice { get; private set; }

    /// <summary>Whether the line is sold at a price that was agreed for it.</summary>
    internal bool IsNegotiated => Line.NegotiatedPrice is not null && Subject.PriceKind != PriceKind.Free;

    /// <summary>What the line states in place of a list price that is not found; null where there is one, or nothing is stated.</summary>
    internal (string Name, Money OfOne, UnitOfMeasure Unit)? Stated =>
        IsByValue ? ("value", Line.Value!.Value, Line.ValueUnit!)
            : IsAgreedWithoutList ? ("agreed price", Line.NegotiatedPrice!.Value, Line.NegotiatedUnit!)
            : null;

    /// <summary>Whether it is a gift that no list has a price for.</summary>
    internal bool IsByValue => Line.Value is not null && !Price.HasPrice;

    /// <summary>
    /// Whether a price was agreed for what no list of the sale knows: that price is its list price too. A list price that is there and was
    /// not found is not made up for by what a salesman types.
    /// </summary>
    internal bool IsAgreedWithoutList => IsNegotiated && !Price.HasPrice && _unfound is null;

    internal static QuoteSteps Of(QuotationRules rules, QuoteRequest request, QuoteCounting counting, int index)
    {
        var steps = new QuoteSteps(rules, request, counting, index);
        if (steps.IsQuoted)
            steps.Rule(rules.Basis);

        return steps;
    }

    internal bool IsQuoted =>
        Rate.HasValue && (Line.IsReturn ? Line.Credit is not null : IsPriced);

    private bool IsPriced => (Price.HasPrice || Stated is not null) && UnknownUnit is null && !Floor.HasNoRate;

    /// <summary>Whether it is a line of the document that discounts come upon.</summary>
    internal bool IsSold => IsQuoted && !Line.IsReturn;

    /// <summary>Why the line cannot be quoted.</summary>
    internal IReadOnlyList<Reason> Reasons()
    {
        List<Reason> reasons = Line.IsReturn || Stated is not null ? [] : [.. Price.Reasons()];
        if (_unfound is { } list)
        {
            reasons.Add(new Reason(
                "pricing.quote-agreed-beside-list", Number, ("product", Line.Product.Code), ("price", Line.NegotiatedPrice!.Value),
                ("unit", Line.NegotiatedUnit!.Code), ("list", list.Name)));
        }

        if (Line.IsReturn && Line.Credit is null)
            reasons.Add(new Reason("pricing.quote-return-without-sale", Number, ("quantity", Line.Quantity)));
        if (UnknownUnit is { } unit)
        {
            reasons.Add(new Reason(
                "pricing.quote-unknown-unit", Number, ("product", Line.Product.Code), ("ordered", Line.Quantity.Unit.Code),
                ("unit", unit.Code)));
        }

        reasons.AddRange(_noRate);
        if (!Rate.HasValue)
            reasons.Add(new Reason("pricing.quote-no-tax-rate", Number, ("product", Line.Product.Code), ("on", Rate.On)));

        return reasons.AsReadOnly();
    }

    /// <summary>
    /// What the line costs the house on the day of the quotation, or on another, in the tax basis of the quotation, rounded as its
    /// waterfall has it; null where that is not known.
    /// </summary>
    internal Money? CostIn(QuotationRules rules, LocalDate? on = null)
    {
        if (Price.CostOf(Line.Quantity, on ?? _on) is not { } cost)
            return null;

        var rounded = rules.Waterfall is { } waterfall ? cost.Round(waterfall.Rounding.For(cost.Amount)) : cost;
        return rules.Basis == TaxBasis.WithTax ? rounded * Factor : rounded;
    }

    /// <summary>Net and tax of an amount of the line.</summary>
    internal LineTax SplitOf(QuotationRules rules, Money amount) => LineTax.Of(rules.Basis, amount, Rate.Value, rules.TaxRounding);

    /// <summary>What is left of the list price of the line after its discounts; null without a waterfall in the rules.</summary>
    internal static DiscountedLineWaterfall? WaterfallOf(
        QuotationRules rules, DiscountedLine line, LineTax split, LocalDate? costOn = null) =>
        rules.Waterfall?.EvaluateTaxed(line, split, rules.Prices, costOn);

    /// <summary>The line before discounts.</summary>
    internal PricedLine ToPricedLine()
    {
        var priced = Known(
            IsByUnitPrice ? PricedLine.Of(Line.Number, SoldAs, Line.Quantity, Price.UnitPrice)
                : PricedLine.OfAmount(Line.Number, SoldAs, Line.Quantity, Exact));
        priced = IsNegotiated ? priced.AtNegotiated(Line.NegotiatedPrice!.Value, Line.NegotiatedUnit!, _grid, Price.HasPrice) : priced;
        priced = Line.Promotion is { } promotion ? priced.OfPromotion(promotion) : priced;
        return Floor.Price is { } floor ? priced.WithFloor(floor, Floor.Unit!) : priced;
    }

    /// <summary>An amount of the list in the tax basis of the quotation.</summary>
    internal Money In(TaxBasis basis, Money amount) =>
        !IsOfOtherBasis ? amount : basis == TaxBasis.WithTax ? amount * Factor : amount / Factor;

    internal (string Name, Figure Value) Number => ("line", (decimal)Line.Number);

    /// <summary>
    /// A unit that a floor, a negotiated price or a value is of, and to which the line does not convert; null without one.
    /// </summary>
    private UnitOfMeasure? UnknownUnit =>
        !Converts(Floor.Unit) ? Floor.Unit
            : IsNegotiated && !Converts(Line.NegotiatedUnit) ? Line.NegotiatedUnit
            : IsByValue && !Converts(Line.ValueUnit) ? Line.ValueUnit
            : null;

    private bool Converts(UnitOfMeasure? unit) =>
        unit is null || unit == Line.Quantity.Unit || (Price.Units is { } units && units.Knows(Line.Quantity.Unit) && units.Knows(unit));

    private PricedLine Known(PricedLine priced) =>
        Price.Units is { } units && units.Knows(Line.Quantity.Unit) ? priced.WithUnits(units) : priced;

    private void Rule(TaxBasis basis)
    {
        Factor = Percentage.OneHundred + Rate.Value;
        if (Stated is var (_, ofOne, unit))
        {
            var stated = Known(PricedLine.OfAmount(Line.Number, SoldAs, Line.Quantity, Money.Zero(ofOne.Currency)));
            Exact = OfList = stated.AtPrice(ofOne, unit);
            return;
        }

        if (Line.Credit is { } credit)
        {
            OfList = -credit;
        }
        else
        {
            Extended = Price.Amount * Line.Quantity.Amount;
            OfList = Price.Quantity == Line.Quantity ? Price.Amount : Extended / Price.Quantity.Amount;
        }

        var own = Line.Credit is null ? Price.TaxBasis!.Value : Line.CreditBasis;
        IsOfOtherBasis = own != basis;
        Exact = In(basis, OfList);
        IsByUnitPrice = Line.Credit is null && !IsOfOtherBasis && Price.UnitPrice * Line.Quantity.Amount == OfList;
    }
}
