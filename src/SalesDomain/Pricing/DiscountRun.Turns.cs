using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>How a discount meets the document: whether it is open, for which lines, and what counts.</summary>
internal sealed partial class DiscountRun
{
    private DiscountTurn Prepare(StagedDiscount staged)
    {
        var discount = staged.Discount;
        var there = _like?._turns[staged.Index];
        var turn = _turns[staged.Index] = new DiscountTurn(staged, there?.InScope ?? InScope(discount, discount.Scope));
        turn.Counting = there?.Counting ?? (discount.CountedScope is { } counted ? InScope(discount, counted) : turn.InScope);
        turn.IsOpen = IsOpen(turn);
        if (!turn.IsOpen)
            return turn;

        if (staged.Unit is not null)
            CountQuantities(turn, staged.Unit);
        if (discount.AmountSteps is not null || discount.CountsAmounts)
        {
            turn.AmountsOfLines = new decimal[List.Length];
            for (var i = 0; i < List.Length; i++)
                turn.AmountsOfLines[i] = BaseOf(staged.Base, i, _state.Running[i]);

            turn.Amounts = OfLines(turn, Sums(turn, turn.AmountsOfLines));
        }

        for (var i = 0; discount.Companion is not null && i < List.Length; i++)
            turn.Companions += IsCompanion(discount.Companion, i) ? 1 : 0;

        return turn;
    }

    /// <summary>The lines in a scope that a discount may come upon; of those whose price kind it leaves out, a note says so once.</summary>
    private bool[] InScope(Discount discount, Scope scope)
    {
        var inScope = new bool[List.Length];
        for (var i = 0; i < inScope.Length; i++)
        {
            inScope[i] = IsSold(i) && scope.Matches(_subjects[i]);
            if (!inScope[i] || discount.Takes(_subjects[i].PriceKind))
                continue;

            inScope[i] = false;
            if (!_isLeftOut[i])
                Notes.Add(new DiscountNote(DiscountNote.Kinds.OtherKind, -1, i));

            _isLeftOut[i] = true;
        }

        return inScope;
    }

    private bool IsOpen(DiscountTurn turn)
    {
        var (staged, discount) = (turn.Staged, turn.Discount);
        if (!discount.Period.Contains(_document.Date))
            return Note(DiscountNote.Kinds.OutOfPeriod, turn, -1);
        if (discount.Coupon is { } asked && !asked.Codes.Any(IsPresented))
            return Note(DiscountNote.Kinds.NoCoupon, turn, -1);
        if (System.Array.IndexOf(turn.InScope, true) < 0)
        {
            // Whoever presents a coupon wants to know; of all the others that are for somebody else, nobody does.
            return discount.Coupon is not null && Note(DiscountNote.Kinds.NoLine, turn, -1);
        }

        if (discount.Coupon is { } coupon && !TryUse(turn, coupon))
            return false;
        if (discount.Budget?.PerCustomer is not null && _document.Customer is null)
            return Note(DiscountNote.Kinds.NoCustomer, turn, -1);
        if (discount.MinimumAmount is not { } least)
            return true;

        var (amount, ofDocument) = (0m, discount.MeasuresDocument && (discount.Deal is null || discount.CountedScope is null));
        for (var i = 0; i < List.Length; i++)
            amount += (ofDocument ? IsSold(i) : turn.Counting[i]) ? BaseOf(staged.AmountBase, i, _state.Running[i]) : 0m;

        turn.Measured = amount;
        if (amount >= least.Amount)
            return true;

        NoteMinimum(turn, amount, least.Amount);
        return Note(DiscountNote.Kinds.BelowMinimumAmount, turn, -1, amount);
    }

    /// <summary>Adds up quantities unit by unit, so that what is converted is converted once: three thirds of a case are a case.</summary>
    private void CountQuantities(DiscountTurn turn, UnitOfMeasure unit)
    {
        var own = new decimal[List.Length];
        var others = new Dictionary<(int Place, UnitOfMeasure Unit, UnitConversions Units), CountedUnit>();
        for (var i = 0; i < List.Length; i++)
        {
            var line = _document.Lines[i];
            if (!turn.Counting[i] || !line.Converts(unit))
                continue;

            if (line.Quantity.Unit == unit)
            {
                own[i] = _quantities[i];
                continue;
            }

            var key = (PlaceOf(turn, i), line.Quantity.Unit, line.Units!);
            if (!others.TryGetValue(key, out var counted))
                turn.Converted.Add(others[key] = counted = new CountedUnit(key.Item1, line));

            counted.Add(i, _quantities[i]);
        }

        var sums = Sums(turn, own);
        foreach (var counted in turn.Converted)
            sums[counted.Place] += counted.In(unit);

        turn.Quantities = OfLines(turn, sums);
    }

    /// <summary>What counts, added up in its places.</summary>
    private decimal[] Sums(DiscountTurn turn, decimal[] values)
    {
        var sums = new decimal[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (turn.Counting[i])
                sums[PlaceOf(turn, i)] += values[i];
        }

        return sums;
    }

    private decimal[] OfLines(DiscountTurn turn, decimal[] sums)
    {
        var counted = new decimal[sums.Length];
        for (var i = 0; i < sums.Length; i++)
            counted[i] = sums[PlaceOf(turn, i)];

        return counted;
    }

    /// <summary>The index of the line under which what counts with a line is added up.</summary>
    internal int PlaceOf(DiscountTurn turn, int line) =>
        turn.Discount.IsOverLines ? 0
            : turn.Discount.Counts switch
            {
                BreakBasis.Line => line,
                BreakBasis.Product => _products[line],
                _ => 0,
            };

    /// <summary>The lines that count as they are, not converted, by the line under which they are added up.</summary>
    internal ILookup<int, int> CountedLines(DiscountTurn turn) =>
        Enumerable.Range(0, List.Length).Where(line => turn.Counting[line] && CountsAsItIs(turn, line))
            .ToLookup(line => PlaceOf(turn, line));

    private bool CountsAsItIs(DiscountTurn turn, int line) =>
        turn.Staged.Unit is null || turn.AmountsOfLines is not null || _document.Lines[line].Quantity.Unit == turn.Staged.Unit;
}
