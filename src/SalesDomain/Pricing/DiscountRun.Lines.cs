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
        var (rate, product, ofStep) = (0m, 0m, 0m);
        GraduatedLevel? graduated = null;
        decimal exact;
        if (turn.Staged.Graduated is not null)
        {
            graduated = Graduate(turn, line, line);
            if (graduated is null)
                return false;

            rate = graduated.Average;
            (product, exact) = discount.Kind == DiscountKind.Percent
                ? (@base * graduated.Sum, @base * graduated.Sum / graduated.Level) : OfUnits(line, turn.Staged.Unit!, graduated);
        }
        else
        {
            switch (discount.Kind)
            {
                case DiscountKind.Percent:
                    if (!TryRate(turn, line, line, out rate))
                        return false;

                    exact = @base * rate;
                    break;
                case DiscountKind.PerUnit:
                    if (!TryAmount(turn, line, out ofStep))
                        return false;

                    exact = _document.Lines[line].AtPrice(new Money(ofStep, _document.Currency), discount.Unit!).Amount;
                    break;
                default:
                    exact = _document.Lines[line].AtPrice(discount.Amount!.Value, discount.Unit!).Amount;
                    if (Rounded(exact) > List[line])
                        return Note(DiscountNote.Kinds.FixedAboveList, turn, line, Rounded(exact), List[line]);

                    break;
            }
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
        var unitCap = discount.Budget is { } budget ? _document.Lines[line].AtPrice(budget.PerUnit!.Value, budget.Unit!).Amount : 0m;
        var unitRoom = discount.Budget is null ? 0m : Limited(unitCap);
        var allowed = discount.Budget is null ? asked : Math.Min(asked, unitRoom);
        var granted = Math.Min(allowed, RoomAt(line, running));
        steps = new LineSteps(turn, @base, rate, exact, ofUnitExactly, ofUnit, whole, asked, running, granted)
        {
            Graduated = graduated,
            Product = product,
            OfStep = ofStep,
            UnitCap = unitCap,
            UnitRoom = unitRoom,
            Allowed = allowed,
        };
        return true;
    }

    private bool MayTake(DiscountTurn turn, int line, int last)
    {
        if (last >= 0)
            return Note(DiscountNote.Kinds.AfterLast, turn, line, other: last);

        var discount = turn.Discount;
        if (!IsInUnit(turn, line, turn.Staged.Unit) || !IsInUnit(turn, line, discount.Unit)
            || !IsInUnit(turn, line, discount.Budget?.Unit))
        {
            return false;
        }

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
            Note(DiscountNote.Kinds.EntryOutranked, turn, line);
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

    /// <summary>What graduated steps come to at what counts for a line, or for the order; null where no step is reached.</summary>
    private GraduatedLevel? Graduate(DiscountTurn turn, int counted, int line)
    {
        var level = turn.Discount.AmountSteps is null ? turn.Quantities![counted] : turn.Amounts![counted];
        var found = GraduatedLevel.Of(turn.Staged.Graduated!, level);
        if (found is null)
            Note(DiscountNote.Kinds.OutsideSteps, turn, line, level);

        return found;
    }

    /// <summary>The part of a line in what the amounts of all units come to: multiplied first, divided once.</summary>
    private (decimal Product, decimal Exact) OfUnits(int line, UnitOfMeasure unit, GraduatedLevel graduated)
    {
        var ratio = _document.Lines[line].RatioTo(unit);
        return (ratio.Of(graduated.Sum, _quantities[line], 1m), ratio.Of(graduated.Sum, _quantities[line], graduated.Level));
    }

    /// <summary>The amount off one unit, fixed or of the step that is reached.</summary>
    private bool TryAmount(DiscountTurn turn, int line, out decimal amount)
    {
        amount = turn.Discount.Amount?.Amount ?? 0m;
        if (turn.Discount.OffByQuantity is not { } steps)
            return true;

        var level = turn.Quantities![line];
        var isReached = steps.TryAt(new Quantity(level, turn.Staged.Unit!), out var off);
        amount = off.Amount;
        return isReached || Note(DiscountNote.Kinds.OutsideSteps, turn, line, level);
    }

    /// <summary>Whether a line can be said in a unit that counts, or that an amount is of; that it cannot is noted.</summary>
    private bool IsInUnit(DiscountTurn turn, int line, UnitOfMeasure? unit) =>
        unit is null || _document.Lines[line].Converts(unit) || Note(DiscountNote.Kinds.OtherUnit, turn, line, text: unit.Code);

    private decimal BaseOf(int @base, int line, decimal running) =>
        @base switch
        {
            StagedDiscount.List => List[line],
            StagedDiscount.Running => running,
            _ => _after[@base]![line],
        };

    private bool IsCompanion(Scope scope, int line) => IsSold(line) && scope.Matches(_subjects[line]);

    private bool IsSold(int line) => _isSold[line];
}
