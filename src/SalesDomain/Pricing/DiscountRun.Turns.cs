using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>How a discount meets the document: whether it is open, for which lines, and what counts.</summary>
internal sealed partial class DiscountRun
{
    private DiscountTurn Prepare(StagedDiscount staged)
    {
        var discount = staged.Discount;
        var inScope = new bool[List.Length];
        var any = false;
        for (var i = 0; i < inScope.Length; i++)
        {
            var line = _document.Lines[i];
            inScope[i] = !line.IsFree && !(discount.IsOverLines && line.IsReturn) && discount.Scope.Matches(_subjects[i]);
            any |= inScope[i];
        }

        var turn = new DiscountTurn(staged, inScope);
        turn.IsOpen = IsOpen(turn, any);
        if (!turn.IsOpen)
            return turn;

        if (staged.Unit is not null)
            turn.Quantities = Counted(turn, _quantities);
        if (discount.AmountSteps is not null || discount.CountsAmounts)
        {
            turn.AmountsOfLines = [.. Enumerable.Range(0, inScope.Length).Select(i => BaseOf(staged.Base, i, _state.Running[i]))];
            turn.Amounts = Counted(turn, turn.AmountsOfLines);
        }

        for (var i = 0; discount.Companion is not null && i < inScope.Length; i++)
            turn.Companions += IsCompanion(discount.Companion, i) ? 1 : 0;

        return turn;
    }

    private bool IsOpen(DiscountTurn turn, bool hasLine)
    {
        var staged = turn.Staged;
        var discount = staged.Discount;
        if (!discount.Period.Contains(_document.Date))
            return Closed(DiscountNote.Kinds.OutOfPeriod);
        if (discount.Coupon is { } coupon && !TryUse(turn, coupon))
            return false;
        if (!hasLine)
            return Closed(DiscountNote.Kinds.NoLine);
        if (discount.Budget?.PerCustomer is not null && _document.Customer is null)
            return Closed(DiscountNote.Kinds.NoCustomer);
        if (discount.MinimumAmount is not { } least)
            return true;

        var amount = 0m;
        for (var i = 0; i < List.Length; i++)
            amount += IsSold(i) ? BaseOf(staged.AmountBase, i, _state.Running[i]) : 0m;

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
        if (turn.Discount.IsOverLines)
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
}
