using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>
/// What is free among what is ordered, taken out of the lines that earn it and quoted again, as long as that makes nothing dearer.
/// </summary>
/// <remarks>
/// Gifts of several products are tried at once, and one by one where that will not do. What is left out is tried again beside all that was
/// taken, so that the request that comes out of it is one of which nothing more is taken.
/// </remarks>
internal sealed class QuoteTaking
{
    private readonly Dictionary<(string Promotion, ProductId Product), (Money Now, Money Then)> _dearer = [];

    internal QuoteTaking(Quotation quotation)
    {
        Quotation = quotation;
        while (TryGoOn())
            _dearer.Clear();
    }

    /// <summary>The quotation with all that was taken.</summary>
    internal Quotation Quotation { get; private set; }

    /// <summary>What the document costs, and what it would cost with a gift that is not taken for that; null of any other.</summary>
    internal (Money Now, Money Then)? DearerWith(FreeGoodsProposal proposal) =>
        proposal.Product is { } product && _dearer.TryGetValue((proposal.Promotion.Name, product), out var amounts) ? amounts : null;

    private bool TryGoOn()
    {
        var missing = Missing();
        FreeGoodsProposal[] ofEach = [.. missing.GroupBy(each => each.Product).Select(same => same.First())];
        if (ofEach.Length > 1 && TryTake(ofEach))
            return true;

        var isTaken = false;
        foreach (var key in Array.ConvertAll(missing, each => (each.Promotion.Name, each.Product)))
        {
            var now = Array.Find(Missing(), each => (each.Promotion.Name, each.Product) == key);
            isTaken |= now is not null && TryTake(now);
        }

        return isTaken;
    }

    private FreeGoodsProposal[] Missing() =>
        [.. Quotation.ProposedGoods.Where(each => each.Promotion.Goods.IsInclusive && each.Missing.IsPositive)];

    private bool TryTake(params FreeGoodsProposal[] proposals)
    {
        try
        {
            if (Taken(proposals) is not { } request)
                return false;

            var then = Quotation.Rules.Quote(request);
            if (then.Unpriced.Count > Quotation.Unpriced.Count)
                return false;

            if (DearerDocument(then) is { } amounts)
            {
                if (proposals.Length == 1)
                    _dearer[(proposals[0].Promotion.Name, proposals[0].Product!.Value)] = amounts;

                return false;
            }

            // Together one may pay for another.
            if (proposals.Length > 1 && Array.Exists(proposals, each => NetOf(then, each.Product) > NetOf(Quotation, each.Product)))
                return false;

            Quotation = then;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private (Money Now, Money Then)? DearerDocument(Quotation then) =>
        then.Net > Quotation.Net ? (Quotation.Net, then.Net)
            : then.Gross > Quotation.Gross ? (Quotation.Gross, then.Gross)
            : null;

    private static decimal NetOf(Quotation quotation, ProductId? product) =>
        quotation.Lines.Where(line => line.Line.Product == product).Sum(line => line.Net.Amount);

    private QuoteRequest? Taken(FreeGoodsProposal[] proposals)
    {
        var request = Quotation.Request;
        var lines = new SortedDictionary<int, QuoteLine>();
        foreach (var line in request.Lines)
            lines.Add(line.Number, line);

        var number = request.Lines[request.Lines.Count - 1].Number;
        foreach (var proposal in proposals)
        {
            if (!TryTakeOut(lines, proposal, ref number))
                return null;

            var free = QuoteFreeGoods.FreeLine(request, proposal, proposal.Product!.Value, checked(++number));
            lines.Add(number, free);
        }

        return request.Ordering([.. lines.Values]);
    }

    /// <summary>Takes what is missing out of the lines that earn it, counted in the smallest of their units.</summary>
    private static bool TryTakeOut(SortedDictionary<int, QuoteLine> lines, FreeGoodsProposal proposal, ref int number)
    {
        PricedLine[] earning = [.. proposal.Earning.Select(each => each.Line).Where(line => !line.IsFree)];
        var units = earning.Select(line => line.Units).FirstOrDefault(each => each is not null);
        var smallest = earning.Aggregate(proposal.Missing.Unit, (unit, line) => Smaller(units, unit, line.Quantity.Unit));
        var missing = In(units, proposal.Missing, smallest);
        foreach (var source in earning)
        {
            if (missing == 0m)
                break;

            var there = In(units, source.Quantity, smallest);
            var taken = Math.Min(missing, there);
            missing -= taken;
            Replace(lines, lines[source.Number], units, new Quantity(there - taken, smallest), ref number);
        }

        return missing == 0m;
    }

    // Whole packs stay packs; what is left of the one that was opened is a line of its own.
    private static void Replace(
        SortedDictionary<int, QuoteLine> lines, QuoteLine line, UnitConversions? units, Quantity rest, ref int number)
    {
        lines.Remove(line.Number);
        if (rest.IsZero)
            return;

        var unit = line.Quantity.Unit;
        var parts = unit == rest.Unit ? [rest] : units!.Decompose(rest, unit, rest.Unit).Where(part => !part.IsZero).ToArray();
        lines.Add(line.Number, line.Leaving(parts[0], line.Number));
        if (parts.Length > 1)
        {
            checked
            {
                number++;
            }

            lines.Add(number, line.Leaving(parts[1], number));
        }
    }

    private static UnitOfMeasure Smaller(UnitConversions? units, UnitOfMeasure one, UnitOfMeasure other) =>
        one == other || units!.RatioOf(one, other).Of(1m) >= 1m ? other : one;

    private static decimal In(UnitConversions? units, Quantity quantity, UnitOfMeasure unit) =>
        quantity.Unit == unit ? quantity.Amount : units!.RatioOf(quantity.Unit, unit).Of(quantity.Amount);
}
