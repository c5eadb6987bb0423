using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>Lines of a quotation that bear upon one another, to be priced again with more of one.</summary>
/// <remarks>
/// More of a line changes what counts with it, and what is spread over several lines; nothing else is worked again. What is tried gives
/// what the whole quotation gives, and costs a small part of it.
/// </remarks>
internal sealed class QuoteTrials
{
    private readonly Quotation _quotation;
    private readonly QuoteSteps[] _steps;
    private readonly QuoteCounting _counting;
    private readonly ILookup<CountedGroup, int> _places;
    private readonly Dictionary<CountedGroup, List<QuoteTrialGroup>> _groups = [];
    private readonly Dictionary<int, int> _indexes = [];
    private readonly bool[] _isFree;
    private readonly PricedDocument _document;
    private readonly PricedDocument _floored;
    private readonly DiscountRun _run;

    /// <param name="quotation">The quotation as it is.</param>
    /// <param name="steps">What each line of the request costs at list price.</param>
    /// <param name="counting">What counts over the lines of the request.</param>
    /// <param name="places">The places in the request of the lines that bear upon one another, some of them sold.</param>
    internal QuoteTrials(Quotation quotation, QuoteSteps[] steps, QuoteCounting counting, int[] places)
    {
        _quotation = quotation;
        _steps = steps;
        _counting = counting;
        _places = places.Where(place => !counting.IsOfItself(place)).ToLookup(counting.GroupAt);
        QuoteSteps[] sold = [.. places.Select(place => steps[place]).Where(line => line.IsSold)];
        for (var i = 0; i < sold.Length; i++)
            _indexes.Add(sold[i].Line.Number, i);

        var (rules, request) = (quotation.Rules, quotation.Request);
        _document = Quotation.Priced(rules, request, sold.Select(line => line.ToPricedLine()));
        _isFree = [.. _document.Lines.Select(line => line.IsFree)];
        _floored = Quotation.Floored(rules, request, _document);
        _run = DiscountRun.ToBeRunAgain(rules.Discounts, _floored, [.. request.Coupons], request.History);
    }

    /// <summary>Where a line that is sold is among them.</summary>
    internal int IndexOf(int number) => _indexes[number];

    /// <summary>Whether what is sold at an index is free.</summary>
    internal bool IsFree(int index) => _isFree[index];

    /// <summary>
    /// The lines with more of one; null where one of them has no price then, or an amount does not fit: nothing is promised of it.
    /// </summary>
    /// <param name="place">The place of the line in the request.</param>
    /// <param name="candidate">Of which line more, and how much.</param>
    internal QuoteTrial? Try(int place, in BreakCandidate candidate)
    {
        try
        {
            var line = candidate.Line;
            var larger = line.Ordering(line.Quantity + new Quantity(candidate.More, line.Quantity.Unit));
            PricedLine[] lines = [.. _document.Lines];
            if (!TryPrice(place, larger, lines))
                return null;

            var document = Floored(_document.WithLines(lines));
            return new QuoteTrial(this, candidate, document, _run.Again(document));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Prices a line of which there is more, and those that count with it; false where one is sold that was not, or not.</summary>
    private bool TryPrice(int place, QuoteLine larger, PricedLine[] lines)
    {
        var group = _counting.GroupAt(place);
        var counting = _counting.With(place, larger);
        if (!TryPrice(place, counting, out var priced) || priced is null)
            return false;

        lines[_indexes[larger.Number]] = priced;
        if (ReferenceEquals(counting.GroupAt(place), group) || !_places[group].Skip(1).Any())
            return true;

        // Without the units that the line itself is asked for in.
        counting = _counting.With(place, larger);
        var more = counting.GroupAt(place);
        var others = OthersOf(group, more);
        foreach (var other in _places[group])
        {
            if (other == place)
                continue;
            if (!others.TryPrice(this, other, counting, more, out priced))
                return false;
            if (priced is not null)
                lines[_indexes[priced.Number]] = priced;
        }

        return true;
    }

    /// <summary>What the others cost when a group comes to as much, where that was tried before.</summary>
    private QuoteTrialGroup OthersOf(CountedGroup group, CountedGroup more)
    {
        if (!_groups.TryGetValue(group, out var tried))
            _groups.Add(group, tried = []);

        if (tried.Find(other => other.IsLike(more)) is { } found)
            return found;

        tried.Add(found = new QuoteTrialGroup(more));
        return found;
    }

    /// <summary>The price of a line; false where it is sold and was not, or the reverse, and null where it is not.</summary>
    internal bool TryPrice(int place, QuoteCounting counting, out PricedLine? priced)
    {
        var (was, steps) = (_steps[place], QuoteSteps.Of(_quotation.Rules, _quotation.Request, counting, place));
        priced = steps.IsSold ? steps.ToPricedLine() : null;
        if (priced is not null && was.IsSold)
        {
            // What costs as much as before is the line that was.
            var line = _document.Lines[_indexes[was.Line.Number]];
            priced = line.IsAs(priced) ? line : priced;
        }

        return steps.IsSold == was.IsSold;
    }

    /// <summary>The document with its floors as approvals lift them; a line that is as it was is the same object.</summary>
    private PricedDocument Floored(PricedDocument document)
    {
        var floored = Quotation.Floored(_quotation.Rules, _quotation.Request, document);
        return ReferenceEquals(floored, document) ? document
            : document.WithLines([
                .. floored.Lines.Select((line, i) =>
                    ReferenceEquals(document.Lines[i], _document.Lines[i]) && line.FloorLift == _floored.Lines[i].FloorLift
                        ? _floored.Lines[i] : line),
            ]);
    }
}
