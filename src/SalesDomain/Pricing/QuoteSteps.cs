using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>What a line of a quotation costs at list price, with every figure on the way.</summary>
internal sealed class QuoteSteps
{
    private QuoteSteps(QuoteLine line, in ScopeSubject subject, ResolvedPrice price, ScopeResolution<Percentage> rate, bool leadsItsGroup)
    {
        Line = line;
        Subject = subject;
        Price = price;
        Rate = rate;
        LeadsItsGroup = leadsItsGroup;
    }

    internal QuoteLine Line { get; }

    internal ScopeSubject Subject { get; }

    /// <summary>The price of the quantity that counts; of a return without one.</summary>
    internal ResolvedPrice Price { get; }

    internal ScopeResolution<Percentage> Rate { get; }

    internal bool LeadsItsGroup { get; }

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

    internal static QuoteSteps Of(QuotationRules rules, QuoteRequest request, QuoteCounting counting, int index)
    {
        var (line, subject) = (request.Lines[index], counting.Subjects[index]);
        var price = line.IsReturn ? default
            : rules.Prices.Price(line.Product, counting.CountedFor(index), subject, request.Date, request.Currency);
        var steps = new QuoteSteps(
            line, subject, price, rules.TaxRates.Resolve(subject, request.Date), counting.LeadsItsGroup[index]);
        if (steps.IsQuoted)
            steps.Rule(rules.Basis);

        return steps;
    }

    internal bool IsQuoted => Rate.HasValue && (Line.IsReturn ? Line.Credit is not null : Price.HasPrice);

    /// <summary>Why the line cannot be quoted.</summary>
    internal IReadOnlyList<Reason> Reasons()
    {
        List<Reason> reasons = Line.IsReturn ? [] : [.. Price.Reasons()];
        if (Line.IsReturn && Line.Credit is null)
            reasons.Add(new Reason("pricing.quote-return-without-sale", Number, ("quantity", Line.Quantity)));
        if (!Rate.HasValue)
            reasons.Add(new Reason("pricing.quote-no-tax-rate", Number, ("product", Line.Product.Code), ("on", Rate.On)));

        return reasons.AsReadOnly();
    }

    /// <summary>What the line costs the house, in the tax basis of the quotation; null where that is not known.</summary>
    internal Money? CostIn(TaxBasis basis) =>
        Price.CostOf(Line.Quantity) is { } cost ? basis == TaxBasis.WithTax ? cost * Factor : cost : null;

    /// <summary>The line before discounts.</summary>
    internal PricedLine ToPricedLine()
    {
        var priced = IsByUnitPrice ? PricedLine.Of(Line.Number, Subject, Line.Quantity, Price.UnitPrice)
            : PricedLine.OfAmount(Line.Number, Subject, Line.Quantity, Exact);
        priced = Price.Units is { } units && units.Knows(Line.Quantity.Unit) ? priced.WithUnits(units) : priced;
        return Line.Floor is { } floor ? priced.WithFloor(floor) : priced;
    }

    internal (string Name, Figure Value) Number => ("line", (decimal)Line.Number);

    private void Rule(TaxBasis basis)
    {
        Factor = Percentage.OneHundred + Rate.Value;
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
        Exact = !IsOfOtherBasis ? OfList : basis == TaxBasis.WithTax ? OfList * Factor : OfList / Factor;
        IsByUnitPrice = Line.Credit is null && !IsOfOtherBasis && Price.UnitPrice * Line.Quantity.Amount == OfList;
    }
}
