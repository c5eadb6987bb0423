using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>Coupons and budgets.</summary>
internal sealed partial class DiscountRun
{
    /// <summary>The first code of those presented that has uses left; where there is none, why not is noted.</summary>
    private bool TryUse(DiscountTurn turn, Coupon coupon)
    {
        var name = turn.Discount.Name;
        foreach (var code in coupon.Codes)
        {
            if (!IsPresented(code))
                continue;

            var used = _history.Before(name, code, null, _document.Id).Times;
            if (coupon.MostUses is { } most && used >= most)
            {
                Note(DiscountNote.Kinds.CouponUsedUp, turn, -1, used, most, text: code);
                continue;
            }

            if (coupon.MostUsesPerCustomer is not { } each)
                return Opened(code);
            if (_document.Customer is not { } customer)
                return Note(DiscountNote.Kinds.NoCustomer, turn, -1);

            var own = _history.Before(name, null, customer, _document.Id).Times;
            if (own < each)
                return Opened(code);

            return Note(DiscountNote.Kinds.CouponUsedByCustomer, turn, -1, own, each, text: code);
        }

        return false;

        bool Opened(string code)
        {
            turn.Code = Codes[turn.Staged.Index] = code;
            return true;
        }
    }

    private bool IsPresented(string code) => Array.BinarySearch(_coupons, code, StringComparer.Ordinal) >= 0;

    /// <summary>The discounts, by index, that ask for a coupon that was presented, where none of those takes anything off.</summary>
    internal HashSet<int> Idle(Func<Discount, bool> takes)
    {
        var idle = new HashSet<int>();
        foreach (var coupon in _coupons)
        {
            StagedDiscount[] asking = Array.FindAll(
                _schedule.Plan.Discounts, staged => staged.Discount.Coupon is { } codes && codes.Codes.Contains(coupon));
            if (!Array.Exists(asking, staged => takes(staged.Discount)))
                idle.UnionWith(asking.Select(staged => staged.Index));
        }

        return idle;
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

    /// <summary>A cap of the document is no budget that ran out, as long as budgets leave as much.</summary>
    private static DiscountNote.Kinds KindOfCut(OrderSteps steps) =>
        Array.Exists(steps.Budgets, limit => limit.Before is null && limit.Left == steps.Allowed)
            ? DiscountNote.Kinds.Capped : DiscountNote.Kinds.BudgetCut;

    private void CapUnits(OrderSteps steps, decimal perUnit, UnitOfMeasure unit)
    {
        (steps.CappedUnits, steps.UnitCaps, steps.UnitRooms) =
            (new decimal[steps.Lines.Length], new decimal[steps.Lines.Length], new decimal[steps.Lines.Length]);
        steps.ConvertedUnits = new decimal[steps.Lines.Length];
        for (var k = 0; k < steps.Lines.Length; k++)
        {
            var line = _document.Lines[steps.Lines[k]];
            steps.CappedUnits[k] = steps.Deal is not { } deal ? _quantities[steps.Lines[k]]
                : steps.Turn.Discount.Deal!.IsSpread ? deal.Pieces[k] : deal.Given[k];
            if (steps.CappedUnits[k] > 0m)
            {
                var ratio = line.RatioOf(steps.Turn.Discount.Deal?.Unit ?? line.Quantity.Unit, unit);
                steps.ConvertedUnits[k] = ratio.Of(steps.CappedUnits[k]);
                steps.UnitCaps[k] = ratio.Of(perUnit, steps.CappedUnits[k], 1m);
            }

            steps.UnitRooms[k] = Limited(steps.UnitCaps[k]);
        }
    }

    private decimal Limited(decimal amount) => Cut(_unit).RoundAmount(amount, null);
}
