using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>
/// What larger quantities would cost by lists and discounts together: lines that bear upon one another are priced again with more of one,
/// by all that the rules are, and only what comes out is told.
/// </summary>
/// <remarks>
/// Of lines that bear upon one another the nearest steps are tried, and no more than so many of them. So the work grows with the lines.
/// </remarks>
internal sealed class QuoteBreaks
{
    /// <summary>How many larger quantities are tried among lines that bear upon one another.</summary>
    internal const int MostTrials = 128;

    // Net ÷ quantity need be no decimal.
    private static readonly Rounding s_shown = Rounding.ToDigits(6, RoundingMode.HalfAwayFromZero);

    private readonly Quotation _quotation;
    private readonly QuoteSteps[] _steps;
    private readonly QuoteCounting _counting;
    private readonly Dictionary<int, QuotedLine> _sold;
    private readonly Dictionary<int, int> _places = [];
    private readonly Lazy<Dictionary<int, List<Reason>>> _reasons;

    internal QuoteBreaks(Quotation quotation, QuoteSteps[] steps, QuoteCounting counting)
    {
        _quotation = quotation;
        _steps = steps;
        _counting = counting;
        _sold = quotation.Lines.Where(line => line.Discounted is not null).ToDictionary(line => line.Line.Number);
        for (var i = 0; i < quotation.Request.Lines.Count; i++)
            _places.Add(quotation.Request.Lines[i].Number, i);

        _reasons = new Lazy<Dictionary<int, List<Reason>>>(Found);
    }

    /// <summary>What is said of more of a line.</summary>
    internal IReadOnlyList<Reason> Of(int number) => _reasons.Value.TryGetValue(number, out var reasons) ? reasons : [];

    private Dictionary<int, List<Reason>> Found()
    {
        var found = new Dictionary<int, List<Reason>>();
        BreakCandidate[] candidates = [.. OfLists().Concat(OfDiscounts())];
        if (candidates.Length == 0)
            return found;

        var ties = new QuoteTies(_quotation.Rules, _quotation.Request);
        var places = Enumerable.Range(0, _places.Count).Where(i => !_steps[i].Line.IsReturn).ToLookup(ties.RootOf);
        foreach (var tied in candidates.GroupBy(candidate => ties.RootOf(_places[candidate.Line.Number])))
            Try([.. places[tied.Key]], tied, found);

        return found;
    }

    private void Try(int[] places, IEnumerable<BreakCandidate> candidates, Dictionary<int, List<Reason>> found)
    {
        // The sort is stable: of equal ones the step of a list comes first, and the line of the lower number.
        var nearest = candidates.GroupBy(candidate => (candidate.Line.Number, candidate.More)).Select(same => same.First())
            .OrderBy(candidate => candidate.Share).ThenBy(candidate => candidate.Line.Number).Take(MostTrials);
        var together = new QuoteTrials(_quotation, _steps, _counting, places);
        QuotedLine[] all = [.. places.Where(place => _steps[place].IsSold).Select(place => _sold[_steps[place].Line.Number])];
        var net = Sum(all);
        foreach (var ofLine in nearest.GroupBy(candidate => candidate.Line.Number))
        {
            var trials = ofLine.OrderBy(candidate => candidate.More)
                .Select(candidate => together.Try(_places[ofLine.Key], candidate)).OfType<QuoteTrial>().ToArray();
            if (trials.Length > 0)
                found.Add(ofLine.Key, [.. Told(_sold[ofLine.Key], all, net, trials)]);
        }
    }

    private IEnumerable<Reason> Told(QuotedLine line, QuotedLine[] all, decimal net, QuoteTrial[] trials)
    {
        QuotedLine[] together = Array.FindAll(all, other => IsTogether(line, other));
        var quantity = line.Line.Quantity;
        var cheapest = trials.Where(trial => trial.Net < net).OrderBy(trial => trial.Net).FirstOrDefault();
        if (cheapest is not null)
        {
            var before = together.Aggregate(quantity * 0m, (sum, each) => sum + each.Line.Quantity);
            yield return Reason(
                "pricing.quote-inverted-scale", cheapest, ("quantity", before), ("amount", In(Sum(together))),
                ("quantity then", before + new Quantity(cheapest.More, quantity.Unit)), ("amount then", In(Then(cheapest))));
        }

        var next = Array.Find(trials, trial => IsNear(trial) && IsLower(line, trial));
        if (next is not null)
        {
            yield return Reason(
                "pricing.quote-near-break", next, ("more", new Quantity(next.More, quantity.Unit)),
                ("price", UnitPrice(line.Discounted!.Net.Amount, quantity.Amount)),
                ("price then", UnitPrice(next.NetOf(line.Line.Number), next.QuantityOf(line.Line.Number))),
                ("amount", In(Sum(together))), ("amount then", In(Then(next))), ("total is lower", next.Net < net));
        }

        decimal Then(QuoteTrial trial) => together.Sum(each => trial.NetOf(each.Line.Number));

        Reason Reason(string code, QuoteTrial trial, params (string Name, Figure Value)[] figures)
        {
            var told = new List<(string, Figure)> { line.Steps.Number, QuoteWarnings.ListOf(line.Steps) };
            told.AddRange(figures);
            if (trial.Discount is { } discount)
                told.Add(("discount", discount));

            // More of one line may change what others cost.
            var document = _quotation.Discounted!.Net;
            if (trial.Net - net != Then(trial) - Sum(together))
                told.AddRange([("document", document), ("document then", document + In(trial.Net - net))]);

            return new Reason(code, [.. told]);
        }
    }

    private bool IsNear(QuoteTrial trial) => _quotation.Rules.NearBreak is { } within && trial.More <= trial.Counted * within.Fraction;

    /// <summary>Whether the price of one is lower by more than amounts may have been rounded.</summary>
    private bool IsLower(QuotedLine line, QuoteTrial trial)
    {
        var (now, number) = (line.Discounted!, line.Line.Number);
        var (few, many) = (now.Line.Quantity.Amount, trial.QuantityOf(number));
        var rounded = _quotation.Discounted!.Run.Unit * (1m + now.Deductions.Count + trial.DeductionsOf(number));
        return (trial.NetOf(number) + rounded) * few < now.Net.Amount * many;
    }

    private bool IsTogether(QuotedLine line, QuotedLine other) =>
        line == other
        || (line.Line.Product == other.Line.Product && line.Line.Quantity.Unit == other.Line.Quantity.Unit
            && _counting.CountTogether(_places[line.Line.Number], _places[other.Line.Number]));

    // What a larger quantity costs says nothing of a price that was agreed.
    private IEnumerable<BreakCandidate> OfLists() =>
        _sold.Values.Where(line => line.Steps.LeadsItsGroup && !line.Steps.IsNegotiated && !line.Price.Quantity.IsZero).SelectMany(
            line => line.Price.BreaksIn(
                _quotation.Rules.Basis, line.Steps.Factor, line.Line.Smallest, line.Line.Quantity.Amount),
            (line, larger) => new BreakCandidate(line.Line, larger.Missing.Amount, line.Price.CountedInAll, null));

    private IEnumerable<BreakCandidate> OfDiscounts()
    {
        if (_quotation.Discounted is not { } document)
            yield break;

        foreach (var threshold in document.Run.Thresholds())
        {
            var line = _sold[document.Document.Lines[threshold.Line].Number].Line;
            var (smallest, ordered) = (line.Smallest.Amount, line.Quantity.Amount);
            var target = ordered + threshold.More;
            var over = target % smallest;
            var first = over == 0m && threshold.IsAtBound ? target : target - over + smallest;

            // What was divided may be a hair above the bound, and one less reach it too.
            for (var quantity = threshold.IsExact ? first : first - smallest; quantity <= first; quantity += smallest)
            {
                if (quantity > ordered)
                    yield return new BreakCandidate(line, quantity - ordered, threshold.Counted, threshold.Discount.Name);
            }
        }
    }

    private Money UnitPrice(decimal net, decimal quantity) => In(net / quantity).Round(s_shown);

    private Money In(decimal amount) => new(amount, _quotation.Request.Currency);

    private static decimal Sum(IEnumerable<QuotedLine> lines) => lines.Sum(line => line.Discounted!.Net.Amount);
}
