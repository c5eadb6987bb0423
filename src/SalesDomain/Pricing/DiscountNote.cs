using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>Why a discount did not apply, or not in full, as the run notes it; the reason is made when somebody asks.</summary>
internal readonly struct DiscountNote
{
    private readonly Kinds _kind;
    private readonly int _discount;
    private readonly int _line;
    private readonly decimal _one;
    private readonly decimal _two;
    private readonly int _other;
    private readonly string? _text;

    internal DiscountNote(
        Kinds kind, int discount, int line = -1, decimal one = 0m, decimal two = 0m, int other = -1, string? text = null)
    {
        _kind = kind;
        _discount = discount;
        _line = line;
        _one = one;
        _two = two;
        _other = other;
        _text = text;
    }

    internal enum Kinds
    {
        OutOfPeriod,
        NoCoupon,
        BelowMinimumAmount,
        NoLine,
        BelowMinimumQuantity,
        NoCompanion,
        OtherUnit,
        OutsideSteps,
        Excluded,
        AfterLast,
        FixedAboveList,
        FixedRaises,
        OtherKind,
        NoEntry,
        EntryOutranked,
        HeldAtFloor,
        RefusedOfOrder,
        ListBelowFloor,
        UnitCap,
        CouponUsedUp,
        CouponUsedByCustomer,
        NoCustomer,
        BudgetCut,
        Capped,
        BudgetRefused,
        BelowThreshold,
        NoWholeDeal,
        DealNotCheaper,
        NextStep,
        NextMinimum,
        NextDeal,
    }

    /// <summary>The index of the discount; below zero where it is said of a line alone.</summary>
    internal int Discount => _discount;

    /// <summary>Whether it says that a certain discount closed a line.</summary>
    internal bool IsAfter(int discount) => _kind == Kinds.AfterLast && _other == discount;

    /// <summary>One reason, or one for each entry of a table that another one outranked.</summary>
    internal IEnumerable<Reason> ToReasons(DiscountSchedule schedule, PricedDocument document)
    {
        if (_kind != Kinds.EntryOutranked)
            return [ToReason(schedule, document)];

        var (discount, line) = (schedule.Plan.Discounts[_discount].Discount, document.Lines[_line]);
        var found = discount.RateTable!.Resolve(line.Subject, document.Date);
        return found.Losers().Select(loser => new Reason(
            "pricing.discount-entry-outranked", ("discount", discount.Name), ("line", (decimal)line.Number),
            ("given", found.Winner!.Name), ("instead of", loser.Entry.Name), ("rate", loser.Entry.Value)));
    }

    internal Reason ToReason(DiscountSchedule schedule, PricedDocument document)
    {
        var currency = document.Currency;
        var line = _line < 0 ? null : document.Lines[_line];
        var at = ("line", (Figure)(decimal)(line?.Number ?? 0));
        if (_kind == Kinds.ListBelowFloor)
            return new Reason("pricing.discount-list-below-floor", at, ("list", Money(_one)), ("floor", Money(_two)));
        if (_kind == Kinds.OtherKind)
            return new Reason("pricing.discount-other-kind", at, ("kind", line!.Subject.PriceKind!.Value.ToString()));

        var counted = _one;
        var staged = schedule.Plan.Discounts[_discount];
        var discount = staged.Discount;
        var name = ("discount", (Figure)discount.Name);
        switch (_kind)
        {
            case Kinds.OutOfPeriod:
                return new Reason(
                    "pricing.discount-out-of-period", name, ("on", document.Date), ("period", discount.Period.ToString()));
            case Kinds.NoCoupon:
                return new Reason("pricing.discount-no-coupon", name, ("coupon", discount.Coupon!.ToString()));
            case Kinds.BelowMinimumAmount:
                return new Reason(
                    "pricing.discount-below-minimum-amount", name, ("amount", Money(_one)), ("least", discount.MinimumAmount!.Value));
            case Kinds.NoLine:
                return new Reason("pricing.discount-no-line", name);
            case Kinds.BelowMinimumQuantity:
                return new Reason(
                    "pricing.discount-below-minimum-quantity", line is null ? [name, Pieces(), Least()] : [name, at, Pieces(), Least()]);
            case Kinds.NoCompanion:
                return new Reason("pricing.discount-no-companion", name, at, ("companion", discount.Companion!.ToString()));
            case Kinds.OtherUnit:
                return new Reason(
                    "pricing.discount-other-unit", name, at, ("unit", line!.Quantity.Unit.Code), ("counted", _text!));
            case Kinds.OutsideSteps:
                return new Reason("pricing.discount-outside-steps", line is null ? [name, Counted()] : [name, at, Counted()]);
            case Kinds.Excluded:
                var chosen = ("given", (Figure)schedule.Plan.Discounts[_other].Discount.Name);
                var group = ("group", (Figure)schedule.Plan.Stages[staged.Stage].Group!.Name);
                return new Reason(
                    "pricing.discount-excluded",
                    line is null ? [name, group, chosen, ("instead of", Money(_one)), ("takes", Money(_two))]
                        : [name, at, group, chosen, ("instead of", Money(_one)), ("takes", Money(_two))]);
            case Kinds.AfterLast:
                return new Reason(
                    "pricing.discount-after-last", name, at, ("last", schedule.Plan.Discounts[_other].Discount.Name));
            case Kinds.FixedAboveList:
                return new Reason("pricing.discount-fixed-above-list", name, at, ("fixed", Money(_one)), ("list", Money(_two)));
            case Kinds.FixedRaises:
                return new Reason("pricing.discount-fixed-raises", name, at, ("fixed", Money(_one)), ("running", Money(_two)));
            case Kinds.NoEntry:
                return new Reason("pricing.discount-no-entry", name, at, ("on", document.Date));
            case Kinds.HeldAtFloor:
                return new Reason("pricing.discount-held-at-floor", name, at, ("asked", Money(_one)), ("refused", Money(_two)));
            case Kinds.RefusedOfOrder:
                return new Reason("pricing.discount-refused-of-order", name, ("asked", Money(_one)), ("refused", Money(_two)));
            default:
                return OfPromotion(discount, document, line);
        }

        (string, Figure) Counted() => ("counted", Level(discount, counted, currency, staged.Unit));

        // A minimum quantity is one, also where an amount chooses the step.
        (string, Figure) Pieces() => ("counted", new Quantity(counted, staged.Unit!));

        (string, Figure) Least() => ("least", discount.MinimumQuantity!.Value);

        Figure Money(decimal amount) => new Money(amount, currency);
    }

    /// <summary>A quantity where quantities count, an amount where amounts do.</summary>
    private static Figure Level(Discount discount, decimal level, Currency currency, UnitOfMeasure? unit) =>
        unit is null || discount.AmountSteps is not null || discount.CountsAmounts ? new Money(level, currency)
            : new Quantity(level, unit);

    private Reason OfPromotion(Discount discount, PricedDocument document, PricedLine? line)
    {
        var currency = document.Currency;
        var name = ("discount", (Figure)discount.Name);
        var (one, two) = (_one, _two);
        switch (_kind)
        {
            case Kinds.UnitCap:
                return new Reason(
                    "pricing.promotion-unit-cap", name, ("line", (decimal)line!.Number), Asked(), ("refused", new Money(two, currency)));
            case Kinds.CouponUsedUp:
                return new Reason("pricing.coupon-used-up", name, ("coupon", _text!), ("uses", _one), ("limit", _two));
            case Kinds.CouponUsedByCustomer:
                return new Reason(
                    "pricing.coupon-used-by-customer", name, ("coupon", _text!), ("customer", document.Customer!.Value.Code),
                    ("uses", _one), ("limit", _two));
            case Kinds.NoCustomer:
                return new Reason("pricing.promotion-no-customer", name);
            case Kinds.BudgetCut:
                return new Reason("pricing.promotion-budget-cut", name, Asked(), ("left", new Money(two, currency)));
            case Kinds.Capped:
                return new Reason("pricing.promotion-capped", name, Asked(), ("cap", new Money(two, currency)));
            case Kinds.BudgetRefused:
                return new Reason("pricing.promotion-budget-refused", name, Asked(), ("left", new Money(two, currency)));
            case Kinds.BelowThreshold:
                return new Reason("pricing.promotion-below-threshold", name, At("counted", one), At("every", two), Missing());
            case Kinds.NoWholeDeal:
                return new Reason("pricing.promotion-no-whole-deal", [name, ("missing", _one), .. OfDeal()]);
            case Kinds.DealNotCheaper:
                return new Reason("pricing.promotion-deal-not-cheaper", name, ("price", new Money(one, currency)));
            case Kinds.NextMinimum:
                return new Reason(
                    "pricing.promotion-next-step", name, ("counted", new Money(one, currency)), ("next", new Money(two, currency)),
                    ("missing", new Money(two - one, currency)));
            case Kinds.NextDeal:
                return new Reason("pricing.promotion-next-deal", [name, ("deals", _one), ("missing", _two), .. OfDeal()]);
            default:
                return new Reason("pricing.promotion-next-step", name, At("counted", one), At("next", two), Missing());
        }

        (string, Figure) Asked() => ("asked", new Money(one, currency));

        // A deal in cases lacks cases.
        (string, Figure)[] OfDeal() => discount.Deal!.IsOfPieces ? [] : [("unit", discount.Deal.Unit.Code)];

        (string, Figure) At(string named, decimal level) => (named, Level(discount, level, currency, discount.StepUnit));

        (string, Figure) Missing() => At("missing", two - one);
    }
}
