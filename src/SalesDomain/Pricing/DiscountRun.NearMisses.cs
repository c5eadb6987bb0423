using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>What a little more would bring: only what budgets, caps and floors leave room for.</summary>
internal sealed partial class DiscountRun
{
    /// <summary>Notes the next step of a discount of the order, or the next deal.</summary>
    private void NoteNext(OrderSteps steps)
    {
        if (steps.Deal is { } deal)
            NoteNextDeal(steps.Turn, deal.Groups, deal.Times, steps.Granted, steps.Asked);
        else
            NoteNextStep(steps, steps.Tops.Sum());
    }

    /// <summary>The next deal, where it would be given: what is missing brings its own room, and budgets may have none left.</summary>
    private void NoteNextDeal(DiscountTurn turn, DealGroup[] groups, decimal times, decimal granted, decimal asked = 0m)
    {
        if (_like is not null || times >= turn.Discount.Deal!.MostTimes)
            return;

        var missing = LeastMissing(groups);
        var next = times == 0m ? granted : asked / times * (times + 1m);
        if (missing > 0m && (times == 0m || granted > 0m) && Leaves(turn, next, granted))
            NearMisses.Add(new DiscountNote(DiscountNote.Kinds.NextDeal, turn.Staged.Index, one: times, two: missing));
    }

    private void NoteNextStep(OrderSteps steps, decimal room)
    {
        var turn = steps.Turn;
        if (_like is null && NextOf(turn.Discount, steps.Counted) is { } next
            && AskedAt(steps, next) is var asked && Math.Min(asked, room) > steps.Granted && Leaves(turn, asked, steps.Granted))
        {
            NearMisses.Add(new DiscountNote(DiscountNote.Kinds.NextStep, turn.Staged.Index, one: steps.Counted, two: next));
        }
    }

    /// <summary>
    /// Notes what is missing to the minimum amount of a discount of the order, where it takes something off from there on: a percentage or
    /// an amount, as steps have levels of their own.
    /// </summary>
    private void NoteMinimum(DiscountTurn turn, decimal measured, decimal least)
    {
        var discount = turn.Discount;
        if (_like is not null || !discount.IsOverLines || discount.Deal is not null || discount.IsCounting
            || (discount.Companion is { } beside && !Enumerable.Range(0, turn.InScope.Length).Any(i => IsCompanion(beside, i))))
        {
            return;
        }

        var (ofLines, room, cap) = (0m, 0m, discount.Budget?.Unit);
        for (var i = 0; i < turn.InScope.Length; i++)
        {
            if (!turn.InScope[i] || _state.Last[i] >= 0 || (cap is not null && !_document.Lines[i].Converts(cap)))
                continue;

            ofLines += BaseOf(turn.Staged.Base, i, _state.Running[i]);
            room += RoomAt(i, _state.Running[i]);
        }

        var asked = Rounded(discount.Amount?.Amount ?? ((ofLines + least - measured) * (discount.Rate?.Fraction ?? 0m)));
        if (Math.Min(asked, room) > 0m && Leaves(turn, asked, 0m))
            NearMisses.Add(new DiscountNote(DiscountNote.Kinds.NextMinimum, turn.Staged.Index, one: measured, two: least));
    }

    /// <summary>What floors leave of some lines.</summary>
    private decimal RoomOf(List<int> lines, LineState state) => lines.Sum(line => RoomAt(line, state.Running[line]));

    /// <summary>Whether budgets leave more than is granted now, of what would be asked for.</summary>
    private bool Leaves(DiscountTurn turn, decimal asked, decimal granted)
    {
        if (turn.Discount.Budget is not { } budget)
            return true;

        var left = decimal.MaxValue;
        foreach (var limit in Budgets(turn, budget))
            left = Math.Min(left, limit.Left);

        return left > granted && (!budget.IsAllOrNothing || asked <= left);
    }

    /// <summary>What a discount of the order asks for at another level of what counts.</summary>
    private decimal AskedAt(OrderSteps steps, decimal level)
    {
        var (turn, discount) = (steps.Turn, steps.Turn.Discount);
        if ((discount.EveryAmount?.Amount ?? discount.EveryQuantity?.Amount) is { } every)
            return Rounded(discount.Amount!.Value.Amount * decimal.Floor(level / every));

        if (discount.OffByAmount is { } byAmount)
            return byAmount.TryAt(new Money(level, _document.Currency), out var off) ? Rounded(off.Amount) : 0m;

        if (discount.OffByQuantity is { } byQuantity)
            return byQuantity.TryAt(new Quantity(level, turn.Staged.Unit!), out var off) ? Rounded(off.Amount) : 0m;

        if (discount.QuantitySteps is { } ofQuantity)
            return ofQuantity.TryAt(new Quantity(level, turn.Staged.Unit!), out var at) ? Rounded(steps.Base * at.Fraction) : 0m;

        return discount.AmountSteps!.TryAt(new Money(level, _document.Currency), out var rate)
            ? Rounded((steps.Base + level - steps.Counted) * rate.Fraction) : 0m;
    }

    private static decimal? NextOf(Discount discount, decimal counted) =>
        (discount.EveryAmount?.Amount ?? discount.EveryQuantity?.Amount) is { } every ? counted - (counted % every) + every
            : discount.OffByAmount is { } byAmount ? Above(byAmount, level => level.Amount, counted)
            : discount.OffByQuantity is { } byQuantity ? Above(byQuantity, level => level.Amount, counted)
            : discount.AmountSteps is { } ofAmount ? Above(ofAmount, level => level.Amount, counted)
            : discount.QuantitySteps is { } ofQuantity ? Above(ofQuantity, level => level.Amount, counted)
            : null;

    // A step up to a bound has no first level of the next.
    private static decimal? Above<TLevel, TValue>(StepSchedule<TLevel, TValue> steps, Func<TLevel, decimal> amountOf, decimal counted)
        where TLevel : IComparable<TLevel>
        where TValue : notnull
    {
        for (var i = 0; steps.Side == StepSide.From && i < steps.Bounds.Count; i++)
        {
            if (amountOf(steps.Bounds[i]) > counted)
                return amountOf(steps.Bounds[i]);
        }

        return null;
    }

    /// <summary>How many pieces are missing to one deal more, where the fewest are.</summary>
    private static decimal LeastMissing(IEnumerable<DealGroup> groups) => groups.Min(group => group.Missing(group.Times + 1m));
}
