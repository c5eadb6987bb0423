using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>Which pieces come into a deal, how often it is given, and what it asks for.</summary>
internal sealed partial class DiscountRun
{
    private OrderSteps? OfDeal(DiscountTurn turn, List<int> lines, LineState state)
    {
        var deal = turn.Discount.Deal!;
        var parts = PiecesOf(deal, lines, state);
        var pieces = new DealSteps(parts.Length);
        pieces.Times = deal.MostTimes ?? decimal.MaxValue;
        for (var p = 0; p < parts.Length; p++)
        {
            pieces.Available[p] = parts[p].Pieces.Sum(each => each.Count);
            pieces.PerDeal[p] = parts[p].PerDeal;
            pieces.Portions[p] = pieces.Available[p] / pieces.PerDeal[p];
            pieces.Whole[p] = decimal.Floor(pieces.Portions[p]);
            pieces.Times = Math.Min(pieces.Times, pieces.Whole[p]);
        }

        if (pieces.Times == 0m)
        {
            NoteNextDeal(turn, pieces);
            Note(DiscountNote.Kinds.NoWholeDeal, turn, -1, MissingPieces(pieces, 1m));
            return null;
        }

        var first = 0m;
        if (deal.Benefit == DealBenefit.Price)
        {
            // A deal that costs as much as its pieces is none. The dear ones come first, or last.
            var all = pieces.Times;
            pieces.Paying = pieces.Times = Paying(deal, parts, all);
            first = deal.Order == PieceOrder.DearestFirst ? 0m : all - pieces.Times;
            if (pieces.Times == 0m)
            {
                Note(DiscountNote.Kinds.DealNotCheaper, turn, -1, deal.Amount!.Value.Amount);
                return null;
            }
        }

        return Asking(turn, pieces, Chosen(deal, parts, first, pieces.Times));
    }

    /// <summary>The pieces of each part in the order in which they come into deals, those of a line together.</summary>
    private PiecesOfPart[] PiecesOf(Deal deal, List<int> lines, LineState state)
    {
        var parts = Array.ConvertAll([.. deal.Parts], part => new PiecesOfPart(part.Pieces));
        foreach (var line in lines)
        {
            var dealt = deal.SharesPieces ? 0m : state.DealtAmounts[line];
            var open = _quantities[line] - (deal.SharesPieces ? 0m : state.DealtPieces[line]);
            var count = decimal.Floor(open);
            var amount = state.Running[line] - dealt;
            var place = count > 0m && amount > 0m ? PartOf(deal, line) : -1;
            if (place >= 0)
                parts[place].Pieces.Add(new Piece(line, place, count, open, amount, dealt));
        }

        foreach (var part in parts)
            part.Pieces.Sort(deal.Order == PieceOrder.DearestFirst ? Piece.DearestFirst : Piece.CheapestFirst);

        return parts;
    }

    private int PartOf(Deal deal, int line)
    {
        for (var p = 0; p < deal.Parts.Count; p++)
        {
            if (deal.Parts[p].Scope.Matches(_subjects[line]))
                return p;
        }

        return -1;
    }

    /// <summary>How many of so many deals cost more than the price. From one end they only get cheaper, so that halving finds it.</summary>
    private static decimal Paying(Deal deal, PiecesOfPart[] parts, decimal deals)
    {
        var (paying, tooMany) = (0m, deals + 1m);
        while (tooMany - paying > 1m)
        {
            var middle = decimal.Floor((paying + tooMany) / 2m);
            var place = deal.Order == PieceOrder.DearestFirst ? middle - 1m : deals - middle;
            var value = 0m;
            foreach (var part in parts)
                value += part.ValueOfFirst((place + 1m) * part.PerDeal) - part.ValueOfFirst(place * part.PerDeal);

            if (value > deal.Amount!.Value.Amount)
                paying = middle;
            else
                tooMany = middle;
        }

        return paying;
    }

    /// <summary>The pieces of each line in so many deals, and those among them that are given, by line.</summary>
    private static List<ChosenPieces> Chosen(Deal deal, PiecesOfPart[] parts, decimal first, decimal deals)
    {
        var chosen = new List<ChosenPieces>();
        foreach (var part in parts)
        {
            var (from, to, place) = (first * part.PerDeal, (first + deals) * part.PerDeal, 0m);
            foreach (var piece in part.Pieces)
            {
                var (start, end) = (Math.Max(from, place), Math.Min(to, place + piece.Count));
                place += piece.Count;
                if (end > start)
                    chosen.Add(new ChosenPieces(piece, end - start, GivenOf(deal, piece, start - from, end - from, parts.Length)));
            }
        }

        if (deal.Cheapest > 0 && !deal.IsCheapestOfEachDeal)
            GiveCheapest(chosen, deal.Cheapest * deals);

        chosen.Sort((left, right) => left.Piece.Line.CompareTo(right.Piece.Line));
        return chosen;
    }

    private static decimal GivenOf(Deal deal, Piece piece, decimal start, decimal end, int parts)
    {
        if (deal.Cheapest > 0)
            return deal.IsCheapestOfEachDeal ? CheapestUpTo(deal, end) - CheapestUpTo(deal, start) : 0m;

        return deal.GivesLastPart && piece.Part < parts - 1 ? 0m : end - start;
    }

    /// <summary>How many of the first pieces are the cheapest of their deals, when the deals are filled one after another.</summary>
    private static decimal CheapestUpTo(Deal deal, decimal pieces)
    {
        decimal size = deal.Pieces;
        var begun = pieces % size;
        var before = deal.Order == PieceOrder.CheapestFirst ? 0m : size - deal.Cheapest;
        return ((pieces - begun) / size * deal.Cheapest) + Math.Min(deal.Cheapest, Math.Max(0m, begun - before));
    }

    private static void GiveCheapest(List<ChosenPieces> chosen, decimal given)
    {
        chosen.Sort((left, right) => Piece.CheapestFirst(left.Piece, right.Piece));
        for (var i = 0; i < chosen.Count; i++)
        {
            var taken = Math.Min(given, chosen[i].Pieces);
            chosen[i] = new ChosenPieces(chosen[i].Piece, chosen[i].Pieces, taken);
            given -= taken;
        }
    }

    private OrderSteps Asking(DiscountTurn turn, DealSteps found, List<ChosenPieces> chosen)
    {
        var deal = turn.Discount.Deal!;
        var steps = new OrderSteps(turn, [.. chosen.Select(each => each.Piece.Line)]);
        var pieces = steps.Deal = new DealSteps(found, chosen.Count);
        steps.PieceRooms = new decimal[chosen.Count];
        for (var k = 0; k < chosen.Count; k++)
        {
            var piece = chosen[k].Piece;
            (pieces.OpenAmounts[k], pieces.OpenPieces[k], pieces.Dealt[k]) = (piece.Amount, piece.Open, piece.Dealt);
            (pieces.Pieces[k], pieces.Given[k]) = (chosen[k].Pieces, chosen[k].Given);
            pieces.Products[k] = piece.Amount * pieces.Pieces[k];
            pieces.GivenProducts[k] = piece.Amount * pieces.Given[k];
            pieces.Value += pieces.Values[k] = pieces.Products[k] / piece.Open;
            pieces.GivenValue += pieces.GivenValues[k] = pieces.GivenProducts[k] / piece.Open;
            steps.Weights[k] = deal.IsSpread ? pieces.Values[k] : pieces.GivenValues[k];
            steps.PieceRooms[k] = OnGrid(steps.Weights[k]);
        }

        pieces.Fixed = (deal.Amount?.Amount ?? 0m) * pieces.Times;
        steps.Rate = deal.Rate?.Fraction ?? 0m;
        steps.Exact = deal.Benefit switch
        {
            DealBenefit.Percent => pieces.GivenValue * steps.Rate,
            DealBenefit.Price => pieces.Value - pieces.Fixed,
            _ => pieces.Fixed,
        };
        steps.Asked = Rounded(steps.Exact);
        return steps;
    }
}
