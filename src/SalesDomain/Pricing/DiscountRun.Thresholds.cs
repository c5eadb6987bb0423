using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>At which larger quantities of a line a discount of lines may take something else off.</summary>
internal sealed partial class DiscountRun
{
    /// <summary>
    /// What is missing to every higher step and minimum of the discounts of lines, by what counts together. Graduated steps have no jump,
    /// and what a discount of the order or a deal misses is a near miss.
    /// </summary>
    internal IEnumerable<DiscountThreshold> Thresholds()
    {
        foreach (var staged in _schedule.Plan.Discounts)
        {
            var discount = staged.Discount;
            if (discount.IsOverLines || discount.IsGraduated || !discount.Period.Contains(_document.Date)
                || (!discount.IsCounting && discount.MinimumAmount is null))
                continue;

            var turn = new DiscountTurn(staged, InScope(discount, discount.Scope));
            turn.Counting = discount.CountedScope is { } counted ? InScope(discount, counted) : turn.InScope;
            if (Array.IndexOf(turn.InScope, true) < 0)
                continue;

            foreach (var threshold in OfQuantity(turn).Concat(OfAmount(turn)).Concat(OfMinimumAmount(turn)))
                yield return threshold;
        }
    }

    private IEnumerable<DiscountThreshold> OfQuantity(DiscountTurn turn)
    {
        if (turn.Staged.Unit is not { } unit)
            yield break;

        CountQuantities(turn, unit);
        var discount = turn.Discount;
        var bounds = discount.QuantitySteps is { } rates ? Levels(rates, level => level.Amount)
            : discount.OffByQuantity is { } amounts ? Levels(amounts, level => level.Amount) : [];
        if (discount.MinimumQuantity is { } least)
            bounds = bounds.Append((least.Amount, true));

        (decimal Level, bool IsIn)[] levels = [.. bounds];
        foreach (var line in Firsts(turn, line => _document.Lines[line].Converts(unit)))
        {
            // How much of the line one of the unit is: multiplied and divided in one.
            var priced = _document.Lines[line];
            var ratio = priced.Quantity.Unit == unit ? default : priced.Units!.RatioOf(unit, priced.Quantity.Unit);
            var reached = turn.Quantities![line];
            foreach (var (level, isIn) in levels)
            {
                if (level >= reached && (level > reached || !isIn))
                {
                    yield return new DiscountThreshold(
                        discount, line, ratio.Of(level - reached), ratio.Of(reached), isIn, isExact: priced.Quantity.Unit == unit);
                }
            }
        }
    }

    private IEnumerable<DiscountThreshold> OfAmount(DiscountTurn turn)
    {
        if (turn.Discount.AmountSteps is not { } steps)
            yield break;

        var bases = BasesAt(turn.Staged, turn.Staged.Base);
        var levels = OfLines(turn, Sums(turn, bases));
        foreach (var line in Firsts(turn, line => bases[line] > 0m))
        {
            foreach (var (level, isIn) in Levels(steps, level => level.Amount))
            {
                if (level >= levels[line] && (level > levels[line] || !isIn))
                    yield return ByAmount(turn, line, bases[line], level, levels[line], isIn);
            }
        }
    }

    private IEnumerable<DiscountThreshold> OfMinimumAmount(DiscountTurn turn)
    {
        if (turn.Discount.MinimumAmount is not { } least)
            yield break;

        var bases = BasesAt(turn.Staged, turn.Staged.AmountBase);
        var measured = 0m;
        for (var i = 0; i < bases.Length; i++)
            measured += (turn.Discount.MeasuresDocument ? IsSold(i) : turn.Counting[i]) ? bases[i] : 0m;

        // The first line that the discount comes upon; of other scopes that count, the first that counts.
        var line = FirstOf(turn, Enumerable.Range(0, bases.Length).Where(i => turn.Counting[i] && bases[i] > 0m));
        if (line >= 0 && measured < least.Amount)
            yield return ByAmount(turn, line, bases[line], least.Amount, measured, isIn: true);
    }

    /// <summary>At the price that the line has now, which a larger quantity may change.</summary>
    private DiscountThreshold ByAmount(DiscountTurn turn, int line, decimal ofLine, decimal level, decimal reached, bool isIn) =>
        new(
            turn.Discount, line, (level - reached) / ofLine * _quantities[line], reached / ofLine * _quantities[line], isIn,
            isExact: false);

    /// <summary>Of the lines that count together, the one of which more may be ordered.</summary>
    private IEnumerable<int> Firsts(DiscountTurn turn, Func<int, bool> isPossible) =>
        Enumerable.Range(0, List.Length).Where(line => turn.Counting[line] && isPossible(line)).GroupBy(line => PlaceOf(turn, line))
            .Select(lines => FirstOf(turn, lines)).Where(line => line >= 0);

    private int FirstOf(DiscountTurn turn, IEnumerable<int> lines)
    {
        var first = -1;
        foreach (var line in lines)
        {
            if (_document.Lines[line].NegotiatedPrice is not null)
                continue;
            if (turn.InScope[line])
                return line;

            first = first < 0 ? line : first;
        }

        return first;
    }

    /// <summary>What a base came to when a discount had its turn.</summary>
    private decimal[] BasesAt(StagedDiscount staged, int @base)
    {
        var bases = new decimal[List.Length];
        for (var i = 0; i < bases.Length; i++)
        {
            bases[i] = List[i];
            if (@base == StagedDiscount.List)
                continue;

            foreach (var taken in Lines[i])
            {
                if (@base == StagedDiscount.Running ? taken.Turn.Staged.Stage < staged.Stage : taken.Turn.Staged.Stage <= @base)
                    bases[i] -= taken.Granted;
            }
        }

        return bases;
    }

    private static IEnumerable<(decimal Level, bool IsIn)> Levels<TLevel, TValue>(
        StepSchedule<TLevel, TValue> steps, Func<TLevel, decimal> amountOf)
        where TLevel : IComparable<TLevel>
        where TValue : notnull =>
        steps.Bounds.Select(bound => (amountOf(bound), steps.Side == StepSide.From));
}
