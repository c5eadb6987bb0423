using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What is worked over several lines at once: deals, and discounts of the order.</summary>
internal sealed partial class DiscountRun
{
    /// <summary>What some discounts over several lines would take one after another; nothing is entered.</summary>
    private List<OrderSteps> Spread(DiscountTurn[] members, LineState state)
    {
        var found = new List<OrderSteps>(members.Length);
        state = members.Length > 1 ? state.Copy() : state;
        foreach (var turn in members)
        {
            if (!turn.IsOpen || Spread(turn, state) is not { } steps)
                continue;

            found.Add(steps);
            if (members.Length > 1)
                state.Take(steps);
        }

        return found;
    }

    private OrderSteps? Spread(DiscountTurn turn, LineState state)
    {
        var lines = LinesFor(turn, state);
        if (lines.Count == 0)
            return null;

        var discount = turn.Discount;
        var quantity = turn.Quantities?[0] ?? 0m;
        if (discount.MinimumQuantity is { } least && quantity < least.Amount)
        {
            Note(DiscountNote.Kinds.BelowMinimumQuantity, turn, -1, quantity);
            return null;
        }

        var steps = discount.Deal is null ? OfOrder(turn, lines, state) : OfDeal(turn, lines, state);
        return steps is not null && TryGrant(steps, state) ? steps : null;
    }

    /// <summary>The lines that a discount comes upon.</summary>
    private List<int> LinesFor(DiscountTurn turn, LineState state)
    {
        var lines = new List<int>(List.Length);
        for (var i = 0; i < List.Length; i++)
        {
            if (turn.InScope[i] && state.Last[i] >= 0)
                Note(DiscountNote.Kinds.AfterLast, turn, i, other: state.Last[i]);
            else if (turn.InScope[i] && turn.Discount.Companion is { } beside && turn.Companions <= (IsCompanion(beside, i) ? 1 : 0))
                Note(DiscountNote.Kinds.NoCompanion, turn, i);
            else if (turn.InScope[i] && IsInUnits(turn, i))
                lines.Add(i);
        }

        return lines;
    }

    /// <summary>
    /// Whether a line can be said in the units that count, that a deal is formed in, and that a cap is of; that it cannot is noted. What
    /// is in no part of a deal may be in any.
    /// </summary>
    private bool IsInUnits(DiscountTurn turn, int line)
    {
        var (priced, deal, cap) = (_document.Lines[line], turn.Discount.Deal, turn.Discount.Budget?.Unit);
        if (!IsInUnit(turn, line, turn.Staged.Unit))
            return false;

        if ((deal is null || priced.Converts(deal.Unit)) && (cap is null || priced.Converts(cap)))
            return true;

        // Only of what does not convert it matters in which part it is. What is only bought for a deal is not capped.
        var part = deal is null ? 0 : PartOf(deal, line);
        var isBought = deal is { GivesLastPart: true, IsSpread: false } && part < deal.Parts.Count - 1;
        return part < 0 || (IsInUnit(turn, line, deal?.Unit) && (isBought || IsInUnit(turn, line, cap)));
    }

    /// <summary>What a discount of the order asks for, spread by what is left of its lines; null where it is not reached.</summary>
    private OrderSteps? OfOrder(DiscountTurn turn, List<int> lines, LineState state)
    {
        var discount = turn.Discount;
        var steps = new OrderSteps(turn, [.. lines]) { Counted = turn.Amounts?[0] ?? turn.Quantities?[0] ?? 0m };
        for (var k = 0; k < steps.Lines.Length; k++)
        {
            var line = steps.Lines[k];
            steps.Weights[k] = state.Running[line];
            steps.Base += steps.Bases[k] = BaseOf(turn.Staged.Base, line, state.Running[line]);
        }

        if (!TryAsk(turn, discount, steps))
        {
            NoteNextStep(steps, RoomOf(lines, state));
            return null;
        }

        steps.Asked = Rounded(steps.Exact);
        return steps;
    }

    private bool TryAsk(DiscountTurn turn, Discount discount, OrderSteps steps)
    {
        if (turn.Staged.Graduated is not null)
        {
            steps.Graduated = Graduate(turn, 0, -1);
            if (steps.Graduated is not { } graduated)
                return false;

            (steps.Rate, steps.Product) = (graduated.Average, steps.Base * graduated.Sum);
            steps.Exact = steps.Product / graduated.Level;
        }
        else if (turn.Staged.HasRate)
        {
            if (!TryRate(turn, 0, -1, out var rate))
                return false;

            steps.Rate = rate;
            steps.Exact = steps.Base * rate;
        }
        else if (discount.EveryAmount?.Amount is { } amount)
        {
            return TryEvery(turn, steps, amount);
        }
        else if (discount.EveryQuantity?.Amount is { } quantity)
        {
            return TryEvery(turn, steps, quantity);
        }
        else if (discount.OffByAmount is { } byAmount)
        {
            if (!byAmount.TryAt(new Money(steps.Counted, _document.Currency), out var off))
                return Note(DiscountNote.Kinds.OutsideSteps, turn, -1, steps.Counted);

            steps.Exact = off.Amount;
        }
        else if (discount.OffByQuantity is { } byQuantity)
        {
            if (!byQuantity.TryAt(new Quantity(steps.Counted, turn.Staged.Unit!), out var off))
                return Note(DiscountNote.Kinds.OutsideSteps, turn, -1, steps.Counted);

            steps.Exact = off.Amount;
        }
        else
        {
            steps.Exact = discount.Amount!.Value.Amount;
        }

        return true;
    }

    private bool TryEvery(DiscountTurn turn, OrderSteps steps, decimal every)
    {
        steps.Portion = steps.Counted / every;

        // Not the rounded quotient: what is a hair below a full one is not one.
        steps.Times = (steps.Counted - (steps.Counted % every)) / every;
        steps.Exact = turn.Discount.Amount!.Value.Amount * steps.Times;
        return steps.Times > 0m || Note(DiscountNote.Kinds.BelowThreshold, turn, -1, steps.Counted, every);
    }

    /// <summary>Grants what floors, caps and budgets allow, and spreads it; false where nothing is given.</summary>
    private bool TryGrant(OrderSteps steps, LineState state)
    {
        var turn = steps.Turn;
        if (turn.Discount.Budget is { } budget)
        {
            steps.Budgets = Budgets(turn, budget);
            if (budget.PerUnit is { } perUnit)
                CapUnits(steps, perUnit.Amount, budget.Unit!);
        }

        steps.Allowed = steps.Asked;
        foreach (var limit in steps.Budgets)
            steps.Allowed = Math.Min(steps.Allowed, limit.Left);

        if (steps.Allowed < steps.Asked && turn.Discount.Budget!.IsAllOrNothing)
            return Note(DiscountNote.Kinds.BudgetRefused, turn, -1, steps.Asked, steps.Allowed);

        for (var k = 0; k < steps.Lines.Length; k++)
        {
            var line = steps.Lines[k];
            steps.Lefts[k] = state.Running[line];
            steps.AboveFloor[k] = state.Running[line] - Floors[line];
            steps.Tops[k] = RoomAt(line, state.Running[line]);
            var room = Math.Min(steps.Tops[k], steps.PieceRooms?[k] ?? steps.Tops[k]);
            steps.Room += steps.Rooms[k] = Math.Min(room, steps.UnitRooms?[k] ?? room);
        }

        steps.Granted = Math.Min(steps.Allowed, steps.Room);
        steps.Refused = steps.Asked - steps.Granted;
        if (steps.Granted > 0m)
        {
            steps.Weight = steps.Weights.Sum();
            steps.IsShifted = steps.Weight == 0m;
            steps.Shares = SharesOf(steps);
            if (!steps.IsShifted && IsOverRoom(steps))
            {
                steps.IsShifted = true;
                steps.Shares = SharesOf(steps);
            }

            return true;
        }

        // What takes nothing off was not given: pieces, lines and an exclusion are free for the next.
        if (steps.Asked == 0m && turn.Discount.Deal?.Benefit == DealBenefit.Price)
            Note(DiscountNote.Kinds.DealNotCheaper, turn, -1, turn.Discount.Deal.Amount!.Value.Amount);

        NoteLimits(steps);
        return false;
    }

    /// <summary>A line takes its part in proportion to what it weighs, and no more than its room allows.</summary>
    /// <remarks>
    /// A room that holds what a line takes in whole units bounds nothing, though the exact part is above it by less than a unit: a floor
    /// that nobody reaches, or one that is lifted down to what was asked for, moves no cent between the other lines.
    /// </remarks>
    internal static ApportionmentPart[] Bounds(OrderSteps steps)
    {
        var parts = new ApportionmentPart[steps.Lines.Length];
        for (var k = 0; k < parts.Length; k++)
            parts[k] = new ApportionmentPart(steps.Weights[k], minimum: null, steps.IsShifted ? steps.Rooms[k] : null);

        return parts;
    }

    private decimal[] SharesOf(OrderSteps steps) =>
        WordShares.TrySplit(steps.Granted, _unit, steps.Weights, steps.IsShifted ? steps.Rooms : null)
            ?? Apportionment.InUnitsOf(_unit).Split(steps.Granted, Bounds(steps));

    private static bool IsOverRoom(OrderSteps steps)
    {
        for (var k = 0; k < steps.Shares.Length; k++)
        {
            if (steps.Shares[k] > steps.Rooms[k])
                return true;
        }

        return false;
    }

    private void Enter(OrderSteps steps)
    {
        for (var k = 0; k < steps.Lines.Length; k++)
        {
            // A line whose pieces are only bought for a deal has nothing taken off.
            if (steps.Deal is not null && steps.Weights[k] <= 0m)
                continue;

            _taken[steps.Lines[k]]++;
            if (_like is null)
                Lines[steps.Lines[k]].Add(new LineSteps(steps, k, steps.Lefts[k], steps.Shares[k]));
        }

        Orders.Add(steps);
        _state.Take(steps);
        NoteLimits(steps);
    }

    private void NoteLimits(OrderSteps steps)
    {
        if (_like is not null)
            return;

        NoteNext(steps);
        if (steps.Allowed < steps.Asked)
            Note(KindOfCut(steps), steps.Turn, -1, steps.Asked, steps.Allowed);
        if (steps.Granted < steps.Allowed)
            Note(DiscountNote.Kinds.RefusedOfOrder, steps.Turn, -1, steps.Asked, steps.Allowed - steps.Granted);
    }
}
