using System;

namespace SalesDomain.Pricing;

/// <summary>What one discount takes off one line, and why it does not.</summary>
internal sealed partial class DiscountRun
{
    private bool TryDeduct(DiscountTurn turn, int line, decimal running, int last, out LineSteps steps)
    {
        steps = default;
        if (!turn.InScope[line] || !MayTake(turn, line, last))
            return false;

        var discount = turn.Discount;
        var @base = BaseOf(turn.Staged.Base, line, running);
        var rate = 0m;
        decimal exact;
        switch (discount.Kind)
        {
            case DiscountKind.Percent:
                if (!TryRate(turn, line, line, out rate))
                    return false;

                exact = @base * rate;
                break;
            case DiscountKind.PerUnit:
                exact = _document.Lines[line].AtPrice(discount.Amount!.Value, discount.Unit!).Amount;
                break;
            default:
                exact = _document.Lines[line].AtPrice(discount.Amount!.Value, discount.Unit!).Amount;
                if (Rounded(exact) > List[line])
                    return Note(DiscountNote.Kinds.FixedAboveList, turn, line, Rounded(exact), List[line]);

                break;
        }

        var isFixed = discount.Kind == DiscountKind.FixedPrice;
        var (ofUnitExactly, ofUnit, whole) = (0m, 0m, isFixed ? Rounded(exact) : exact);
        if (_schedule.RoundsUnitPrices && !isFixed)
        {
            ofUnitExactly = exact / _quantities[line];
            ofUnit = Rounded(ofUnitExactly);
            whole = ofUnit * _quantities[line];
        }

        var asked = isFixed ? running - whole : Rounded(whole);
        var unitCap = (discount.Budget?.PerUnit?.Amount ?? 0m) * _quantities[line];
        var unitRoom = discount.Budget is null ? 0m : Limited(unitCap);
        var allowed = discount.Budget is null ? asked : Math.Min(asked, unitRoom);
        var granted = Math.Min(allowed, Math.Max(0m, running - Floors[line]));
        steps = new LineSteps(turn, @base, rate, exact, ofUnitExactly, ofUnit, whole, asked, running, granted)
        {
            UnitCap = unitCap,
            UnitRoom = unitRoom,
            Allowed = allowed,
        };
        return true;
    }

    private bool MayTake(DiscountTurn turn, int line, int last)
    {
        if (last >= 0)
        {
            Notes.Add(new DiscountNote(DiscountNote.Kinds.AfterLast, turn.Staged.Index, line, other: last));
            return false;
        }

        var discount = turn.Discount;
        if (!IsInUnit(turn, line, turn.Staged.Unit) || !IsInUnit(turn, line, discount.Unit))
            return false;
        if (discount.MinimumQuantity is { } least && turn.Quantities![line] < least.Amount)
            return Note(DiscountNote.Kinds.BelowMinimumQuantity, turn, line, turn.Quantities[line]);
        if (discount.Companion is { } companion && turn.Companions <= (IsCompanion(companion, line) ? 1 : 0))
            return Note(DiscountNote.Kinds.NoCompanion, turn, line);

        return true;
    }

    /// <summary>The percentage that what counts at an index reaches; none is noted of a line, or of the order.</summary>
    private bool TryRate(DiscountTurn turn, int counted, int line, out decimal rate)
    {
        var discount = turn.Discount;
        Percentage reached;
        if (discount.Rate is { } fixedRate)
        {
            reached = fixedRate;
        }
        else if (discount.RateTable is { } table)
        {
            var found = table.Resolve(_subjects[line], _document.Date);
            if (!found.HasValue)
                return Outside(0m, out rate);

            reached = found.Value;
            Notes.Add(new DiscountNote(DiscountNote.Kinds.EntryOutranked, turn.Staged.Index, line));
        }
        else if (discount.QuantitySteps is { } byQuantity)
        {
            if (!byQuantity.TryAt(new Quantity(turn.Quantities![counted], turn.Staged.Unit!), out reached))
                return Outside(turn.Quantities[counted], out rate);
        }
        else if (!discount.AmountSteps!.TryAt(new Money(turn.Amounts![counted], _document.Currency), out reached))
        {
            return Outside(turn.Amounts[counted], out rate);
        }

        rate = reached.Fraction;
        return true;

        bool Outside(decimal level, out decimal none)
        {
            none = 0m;
            return Note(discount.RateTable is null ? DiscountNote.Kinds.OutsideSteps : DiscountNote.Kinds.NoEntry, turn, line, level);
        }
    }

    /// <summary>Whether a line can be said in a unit that counts, or that an amount is of; that it cannot is noted.</summary>
    private bool IsInUnit(DiscountTurn turn, int line, UnitOfMeasure? unit)
    {
        if (unit is null || _document.Lines[line].Converts(unit))
            return true;

        Notes.Add(new DiscountNote(DiscountNote.Kinds.OtherUnit, turn.Staged.Index, line, text: unit.Code));
        return false;
    }

    private decimal BaseOf(int @base, int line, decimal running) =>
        @base switch
        {
            StagedDiscount.List => List[line],
            StagedDiscount.Running => running,
            _ => _after[@base]![line],
        };

    private bool IsCompanion(Scope scope, int line) => IsSold(line) && scope.Matches(_subjects[line]);

    private bool IsSold(int line) => !_document.Lines[line].IsFree && !_document.Lines[line].IsReturn;
}
