using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>Coupons, budgets, and what a little more would bring.</summary>
internal sealed partial class DiscountRun
{
    /// <summary>The first code presented that has uses left; where there is none, why not is noted.</summary>
    private bool TryUse(DiscountTurn turn, Coupon coupon)
    {
        var name = turn.Discount.Name;
        var presented = false;
        foreach (var code in coupon.Codes)
        {
            if (Array.BinarySearch(_coupons, code, StringComparer.Ordinal) < 0)
                continue;

            presented = true;
            var used = _history.Before(name, code, null, _document.Id).Times;
            if (coupon.MostUses is { } most && used >= most)
            {
                Notes.Add(new DiscountNote(DiscountNote.Kinds.CouponUsedUp, turn.Staged.Index, one: used, two: most, text: code));
                continue;
            }

            if (coupon.MostUsesPerCustomer is not { } each)
                return Opened(code);
            if (_document.Customer is not { } customer)
                return Note(DiscountNote.Kinds.NoCustomer, turn, -1);

            var own = _history.Before(name, null, customer, _document.Id).Times;
            if (own < each)
                return Opened(code);

            Notes.Add(new DiscountNote(DiscountNote.Kinds.CouponUsedByCustomer, turn.Staged.Index, one: own, two: each, text: code));
            return false;
        }

        return !presented && Note(DiscountNote.Kinds.NoCoupon, turn, -1);

        bool Opened(string code)
        {
            turn.Code = Codes[turn.Staged.Index] = code;
            return true;
        }
    }

    private BudgetSteps[] Budgets(DiscountTurn turn, PromotionBudget budget)
    {
        var name = turn.Discount.Name;
        var limits = new List<BudgetSteps>(3);
        if (budget.Total is { } total)
            limits.Add(new BudgetSteps("in all", total.Amount, _history.Before(name, null, null, _document.Id).Amount, _unit));
        if (budget.PerCustomer is { } customer)
        {
            limits.Add(new BudgetSteps(
                "of the customer", customer.Amount, _history.Before(name, null, _document.Customer, _document.Id).Amount, _unit));
        }

        if (budget.PerDocument is { } document)
            limits.Add(new BudgetSteps("of the document", document.Amount, null, _unit));

        return [.. limits];
    }

    private void CapUnits(OrderSteps steps, decimal perUnit)
    {
        (steps.CappedUnits, steps.UnitCaps, steps.UnitRooms) =
            (new decimal[steps.Lines.Length], new decimal[steps.Lines.Length], new decimal[steps.Lines.Length]);
        for (var k = 0; k < steps.Lines.Length; k++)
        {
            steps.CappedUnits[k] = steps.Deal is not { } deal ? _quantities[steps.Lines[k]]
                : steps.Turn.Discount.Deal!.IsSpread ? deal.Pieces[k] : deal.Given[k];
            steps.UnitCaps[k] = perUnit * steps.CappedUnits[k];
            steps.UnitRooms[k] = Limited(steps.UnitCaps[k]);
        }
    }

    private decimal Limited(decimal amount) => Cut(_unit).RoundAmount(amount, null);

    /// <summary>Notes the next step of a discount of the order, or the next deal.</summary>
    private void NoteNext(OrderSteps steps)
    {
        if (steps.Deal is not { } deal)
            NoteNextStep(steps.Turn, steps.Counted);
        else if (steps.Turn.Discount.Deal!.MostTimes is var most && (most is null || deal.Times < most))
            NoteNextDeal(steps.Turn, deal);
    }

    private void NoteNextDeal(DiscountTurn turn, DealSteps deal)
    {
        var missing = MissingPieces(deal, deal.Times + 1m);
        if (missing > 0m)
            NearMisses.Add(new DiscountNote(DiscountNote.Kinds.NextDeal, turn.Staged.Index, one: deal.Times, two: missing));
    }

    private void NoteNextStep(DiscountTurn turn, decimal counted)
    {
        if (NextOf(turn.Discount, counted) is { } next)
            NearMisses.Add(new DiscountNote(DiscountNote.Kinds.NextStep, turn.Staged.Index, one: counted, two: next));
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

    private static decimal MissingPieces(DealSteps deal, decimal times)
    {
        var missing = 0m;
        for (var p = 0; p < deal.Available.Length; p++)
            missing += Math.Max(0m, (times * deal.PerDeal[p]) - deal.Available[p]);

        return missing;
    }
}
