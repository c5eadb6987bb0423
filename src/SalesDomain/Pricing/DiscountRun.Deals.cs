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
        var groups = GroupsOf(turn.Discount, lines, state);
        var (times, possible) = (0m, 0m);
        foreach (var group in groups)
        {
            group.Before = times;
            group.Left = deal.MostTimes - times;
            group.Measure();
            possible += group.Possible;

            // A deal that costs as much as its pieces is none. The dear ones come first, or last.
            if (deal.Benefit == DealBenefit.Price)
                group.Paying = group.Times = Paying(deal, group);

            times += group.Times;
        }

        if (possible == 0m)
        {
            NoteNextDeal(turn, groups, times, granted: 0m);
            Note(DiscountNote.Kinds.NoWholeDeal, turn, -1, LeastMissing(groups));
            return null;
        }

        if (times == 0m)
        {
            Note(DiscountNote.Kinds.DealNotCheaper, turn, -1, deal.Amount!.Value.Amount);
            return null;
        }

        var chosen = new List<ChosenPieces>();
        foreach (var group in groups)
            chosen.AddRange(Chosen(deal, group));

        chosen.Sort((left, right) => left.Piece.Line.CompareTo(right.Piece.Line));
        return IsBelowMinimum(turn, chosen) ? null : Asking(turn, groups, times, chosen);
    }

    /// <summary>
    /// A minimum is of what the customer buys: what the deal gives does not count, so that it cannot pay for itself. Where scopes are
    /// declared that count, they count as they are.
    /// </summary>
    private bool IsBelowMinimum(DiscountTurn turn, List<ChosenPieces> chosen)
    {
        var discount = turn.Discount;
        if (discount.MinimumAmount is not { } least || !discount.LeavesOutGiven)
            return false;

        var given = new PieceSum();
        foreach (var each in chosen)
        {
            var line = each.Piece.Line;
            if (turn.Staged.AmountBase == StagedDiscount.Running)
                given.Add(each.Piece.Amount, each.Given, each.Piece.Open);
            else
                given.Add(BaseOf(turn.Staged.AmountBase, line, 0m), each.Given, LeftOf(discount.Deal!, line, default));
        }

        return given.Exceeds(turn.Measured - least.Amount)
            && !Note(DiscountNote.Kinds.BelowMinimumAmount, turn, -1, turn.Measured - given.Times(1m));
    }

    /// <summary>
    /// The pieces among which deals are formed, in the order in which they come into deals, those of a line together: all in one group, or
    /// by product or line, where the group whose first piece comes first has the first deals.
    /// </summary>
    private DealGroup[] GroupsOf(Discount discount, List<int> lines, LineState state)
    {
        var deal = discount.Deal!;
        var groups = new Dictionary<int, DealGroup>();
        foreach (var line in lines)
        {
            // A line that is in no part may be in any unit.
            if (!_document.Lines[line].Converts(deal.Unit))
                continue;

            var (taken, dealt) = deal.SharesPieces ? default : (state.Dealt[line], state.DealtAmounts[line]);
            var open = LeftOf(deal, line, taken);
            var amount = state.Running[line] - dealt;
            var place = open.Whole > 0m && amount > 0m ? PartOf(deal, line) : -1;
            if (place < 0)
                continue;

            var key = discount.Counts == BreakBasis.Product ? _products[line] : discount.Counts == BreakBasis.Line ? line : 0;
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = new DealGroup(deal, line));

            var before = taken.IsNothing ? 0m : taken.In(_document.Lines[line].RatioTo(deal.Unit));
            group.Parts[place].Pieces.Add(new Piece(line, place, open, amount, dealt, before));
        }

        Comparison<Piece> inOrder = deal.Order == PieceOrder.DearestFirst ? Piece.DearestFirst : Piece.CheapestFirst;
        foreach (var part in groups.Values.SelectMany(group => group.Parts))
            part.Pieces.Sort(inOrder);

        if (groups.Count == 0)
            groups.Add(0, new DealGroup(deal, -1));

        DealGroup[] found = [.. groups.Values];
        if (found.Length > 1)
            Array.Sort(found, (left, right) => inOrder(left.Parts[0].Pieces[0], right.Parts[0].Pieces[0]));

        return found;
    }

    /// <summary>The pieces of a line in the unit of a deal, less those that are in others.</summary>
    private PieceTotal LeftOf(Deal deal, int line, DealtQuantity dealt) =>
        dealt.LeftOf(_quantities[line], _document.Lines[line].RatioTo(deal.Unit));

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
    private static decimal Paying(Deal deal, DealGroup group)
    {
        var deals = group.Possible;
        var (paying, tooMany) = (0m, deals + 1m);
        while (tooMany - paying > 1m)
        {
            var middle = decimal.Floor((paying + tooMany) / 2m);
            var place = deal.Order == PieceOrder.DearestFirst ? middle - 1m : deals - middle;
            var value = new PieceSum();
            foreach (var part in group.Parts)
                part.AddTo(value, place * part.PerDeal, (place + 1m) * part.PerDeal);

            if (value.Exceeds(deal.Amount!.Value.Amount))
                paying = middle;
            else
                tooMany = middle;
        }

        return paying;
    }

    /// <summary>The pieces of each line in the deals of a group, and those among them that are given.</summary>
    private static List<ChosenPieces> Chosen(Deal deal, DealGroup group)
    {
        var chosen = new List<ChosenPieces>();
        var first = deal.Order == PieceOrder.DearestFirst ? 0m : group.Possible - group.Times;
        foreach (var part in group.Parts)
        {
            var (from, to, place) = (first * part.PerDeal, (first + group.Times) * part.PerDeal, 0m);
            foreach (var piece in part.Pieces)
            {
                var (start, end) = (Math.Max(from, place), Math.Min(to, place + piece.Count));
                place += piece.Count;
                if (end > start)
                    chosen.Add(new ChosenPieces(piece, end - start, GivenOf(deal, piece, start - from, end - from, group.Parts.Length)));
            }
        }

        if (deal.Cheapest > 0 && !deal.IsCheapestOfEachDeal)
            GiveCheapest(chosen, deal.Cheapest * group.Times);

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

    private OrderSteps Asking(DiscountTurn turn, DealGroup[] groups, decimal times, List<ChosenPieces> chosen)
    {
        var deal = turn.Discount.Deal!;
        var steps = new OrderSteps(turn, [.. chosen.Select(each => each.Piece.Line)]) { Rate = deal.Rate?.Fraction ?? 0m };
        var pieces = steps.Deal = new DealSteps(Array.FindAll(groups, group => group.Times > 0m), chosen.Count);
        var (all, given) = (new PieceSum(), new PieceSum());
        steps.PieceRooms = new decimal[chosen.Count];
        for (var k = 0; k < chosen.Count; k++)
        {
            var piece = chosen[k].Piece;
            (pieces.OpenAmounts[k], pieces.OpenPieces[k]) = (piece.Amount, piece.Open.Amount);
            (pieces.Dealt[k], pieces.Taken[k]) = (piece.Dealt, piece.Taken);
            pieces.OfPiece[k] = _document.Lines[piece.Line].RatioOf(deal.Unit, _document.Lines[piece.Line].Quantity.Unit);
            (pieces.Pieces[k], pieces.Given[k]) = (chosen[k].Pieces, chosen[k].Given);
            all.Add(piece.Amount, chosen[k].Pieces, piece.Open);
            given.Add(piece.Amount, chosen[k].Given, piece.Open);
            pieces.Products[k] = piece.Amount * pieces.Pieces[k];
            pieces.GivenProducts[k] = piece.Amount * pieces.Given[k];
            pieces.RatedProducts[k] = pieces.GivenProducts[k] * steps.Rate;
            pieces.Values[k] = piece.Open.PartOf(pieces.Products[k]);
            pieces.GivenValues[k] = piece.Open.PartOf(pieces.GivenProducts[k]);
            pieces.RatedValues[k] = piece.Open.PartOf(pieces.RatedProducts[k]);
            steps.Weights[k] = deal.IsSpread ? pieces.Values[k] : pieces.GivenValues[k];
            steps.PieceRooms[k] = OnGrid(steps.Weights[k]);
        }

        pieces.Times = times;
        pieces.GivenOfEach = deal.GivenOfEach;
        pieces.GivenPieces = times * pieces.GivenOfEach;
        pieces.Value = all.Times(1m);
        pieces.Fixed = (deal.Amount?.Amount ?? 0m) * times;
        steps.Exact = deal.Benefit switch
        {
            DealBenefit.Percent => given.Times(steps.Rate),
            DealBenefit.Price => all.Less(pieces.Fixed),
            _ => pieces.Fixed,
        };
        steps.Asked = Rounded(steps.Exact);
        return steps;
    }
}
