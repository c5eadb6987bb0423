using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

internal sealed partial class DiscountRun
{
    private DiscountTurn Prepare(StagedDiscount staged)
    {
        var discount = staged.Discount;
        var inScope = new bool[_running.Length];
        var any = false;
        for (var i = 0; i < inScope.Length; i++)
        {
            var line = _document.Lines[i];
            inScope[i] = !line.IsFree && !(discount.IsOfOrder && line.IsReturn) && discount.Scope.Matches(_subjects[i]);
            any |= inScope[i];
        }

        var turn = new DiscountTurn(staged, inScope) { IsOpen = IsOpen(staged, any) };
        if (!turn.IsOpen)
            return turn;

        if (staged.Unit is not null)
            turn.Quantities = Counted(turn, _quantities);
        if (discount.AmountSteps is not null)
        {
            turn.AmountsOfLines = [.. Enumerable.Range(0, inScope.Length).Select(i => BaseOf(staged.Base, i, _running[i]))];
            turn.Amounts = Counted(turn, turn.AmountsOfLines);
        }

        for (var i = 0; discount.Companion is not null && i < inScope.Length; i++)
            turn.Companions += IsCompanion(discount.Companion, i) ? 1 : 0;

        return turn;
    }

    private bool IsOpen(StagedDiscount staged, bool hasLine)
    {
        var discount = staged.Discount;
        if (!discount.Period.Contains(_document.Date))
            return Closed(DiscountNote.Kinds.OutOfPeriod);
        if (discount.Coupon is { } coupon && Array.BinarySearch(_coupons, coupon, StringComparer.Ordinal) < 0)
            return Closed(DiscountNote.Kinds.NoCoupon);
        if (!hasLine)
            return Closed(DiscountNote.Kinds.NoLine);
        if (discount.MinimumAmount is not { } least)
            return true;

        var amount = 0m;
        for (var i = 0; i < _running.Length; i++)
            amount += IsSold(i) ? BaseOf(staged.AmountBase, i, _running[i]) : 0m;

        return amount >= least.Amount || Closed(DiscountNote.Kinds.BelowMinimumAmount, amount);

        bool Closed(DiscountNote.Kinds kind, decimal found = 0m)
        {
            Notes.Add(new DiscountNote(kind, staged.Index, one: found));
            return false;
        }
    }

    /// <summary>What counts for each line, of the values of all.</summary>
    private decimal[] Counted(DiscountTurn turn, decimal[] values)
    {
        var sums = new decimal[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (turn.InScope[i] && CountsTogether(turn, i, i))
                sums[PlaceOf(turn, i)] += values[i];
        }

        var counted = new decimal[values.Length];
        for (var i = 0; i < values.Length; i++)
            counted[i] = sums[PlaceOf(turn, i)];

        return counted;
    }

    /// <summary>The index of the line under which what counts with a line is added up.</summary>
    private int PlaceOf(DiscountTurn turn, int line)
    {
        if (turn.Discount.IsOfOrder)
            return 0;

        return turn.Discount.Counts switch
        {
            BreakBasis.Line => line,
            BreakBasis.Product => _products[line],
            _ => _document.Lines[line].IsReturn ? _lastReturn : _lastSale,
        };
    }

    /// <summary>Whether a line counts for another, or for itself.</summary>
    internal bool CountsTogether(DiscountTurn turn, int line, int other) =>
        turn.InScope[other] && PlaceOf(turn, line) == PlaceOf(turn, other)
        && (turn.Staged.Unit is null || turn.AmountsOfLines is not null || _document.Lines[other].Quantity.Unit == turn.Staged.Unit);

    private void TakeOfOrder(DiscountStage stage, DiscountTurn[][] alternatives)
    {
        if (stage.Group is null)
        {
            foreach (var members in alternatives)
                Spread(members, _running, _last).ForEach(Enter);

            return;
        }

        var found = Array.ConvertAll(alternatives, members => Spread(members, [.. _running], [.. _last]));
        var chosen = -1;
        var most = 0m;
        for (var k = 0; k < found.Length; k++)
        {
            var taken = found[k].Sum(steps => steps.Granted);
            if (found[k].Count > 0 && (chosen < 0 || IsBetter(stage.Group.Rule, taken, most)))
                (chosen, most) = (k, taken);
        }

        for (var k = 0; k < found.Length; k++)
        {
            foreach (var steps in found[k])
            {
                if (k == chosen)
                    Enter(steps);
                else
                {
                    Notes.Add(new DiscountNote(
                        DiscountNote.Kinds.Excluded, steps.Turn.Staged.Index, -1, steps.Granted, most,
                        found[chosen][0].Turn.Staged.Index));
                }
            }
        }
    }

    /// <summary>What some discounts of the order would take one after another; nothing is entered.</summary>
    private List<OrderSteps> Spread(DiscountTurn[] members, decimal[] running, int[] last)
    {
        var found = new List<OrderSteps>(members.Length);
        (running, last) = members.Length > 1 ? ([.. running], [.. last]) : (running, last);
        foreach (var turn in members)
        {
            if (!turn.IsOpen || Spread(turn, running, last) is not { } steps)
                continue;

            found.Add(steps);
            for (var k = 0; members.Length > 1 && k < steps.Lines.Length; k++)
            {
                running[steps.Lines[k]] -= steps.Shares[k];
                last[steps.Lines[k]] = turn.Discount.IsLast ? turn.Staged.Index : last[steps.Lines[k]];
            }
        }

        return found;
    }

    private OrderSteps? Spread(DiscountTurn turn, decimal[] running, int[] last)
    {
        var discount = turn.Discount;
        var lines = new List<int>(running.Length);
        for (var i = 0; i < running.Length; i++)
        {
            if (turn.InScope[i] && last[i] >= 0)
                Notes.Add(new DiscountNote(DiscountNote.Kinds.AfterLast, turn.Staged.Index, i, other: last[i]));
            else if (turn.InScope[i] && (discount.Companion is not { } beside || turn.Companions > (IsCompanion(beside, i) ? 1 : 0)))
                lines.Add(i);
            else if (turn.InScope[i])
                Note(DiscountNote.Kinds.NoCompanion, turn, i);
        }

        if (lines.Count == 0)
            return null;

        var quantity = turn.Quantities?[0] ?? 0m;
        if (discount.MinimumQuantity is { } least && quantity < least.Amount)
        {
            Note(DiscountNote.Kinds.BelowMinimumQuantity, turn, -1, quantity);
            return null;
        }

        var steps = new OrderSteps(turn, [.. lines]) { Counted = turn.Amounts?[0] ?? quantity };
        for (var k = 0; k < steps.Lines.Length; k++)
        {
            var line = steps.Lines[k];
            steps.Weights[k] = running[line];
            steps.Base += steps.Bases[k] = BaseOf(turn.Staged.Base, line, running[line]);
            steps.AboveFloor[k] = running[line] - Floors[line];
            steps.Room += steps.Rooms[k] = Math.Max(0m, steps.AboveFloor[k]);
        }

        if (turn.Staged.HasRate)
        {
            if (!TryRate(turn, 0, -1, out var rate))
                return null;

            steps.Rate = rate;
            steps.Exact = steps.Base * rate;
        }
        else
        {
            steps.Exact = discount.Amount!.Value.Amount;
        }

        steps.Asked = Rounded(steps.Exact);
        steps.Granted = Math.Min(steps.Asked, steps.Room);
        steps.Refused = steps.Asked - steps.Granted;
        if (steps.Granted > 0m)
            steps.Shares = Apportionment.InUnitsOf(_unit).Split(steps.Granted, Bounds(steps));

        return steps;
    }

    /// <summary>A line takes its part in proportion to what is left of it, and no more than its floor allows.</summary>
    internal static ApportionmentPart[] Bounds(OrderSteps steps)
    {
        var parts = new ApportionmentPart[steps.Lines.Length];
        for (var k = 0; k < parts.Length; k++)
            parts[k] = new ApportionmentPart(steps.Weights[k], minimum: null, steps.Rooms[k]);

        return parts;
    }

    private void Enter(OrderSteps steps)
    {
        Orders.Add(steps);
        for (var k = 0; k < steps.Lines.Length; k++)
            Enter(steps.Lines[k], new LineSteps(steps, k, steps.Weights[k], steps.Shares[k]));

        if (steps.Refused > 0m)
            Note(DiscountNote.Kinds.RefusedOfOrder, steps.Turn, -1, steps.Asked, steps.Refused);
    }
}
