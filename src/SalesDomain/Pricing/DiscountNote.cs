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

    internal DiscountNote(Kinds kind, int discount, int line = -1, decimal one = 0m, decimal two = 0m, int other = -1)
    {
        _kind = kind;
        _discount = discount;
        _line = line;
        _one = one;
        _two = two;
        _other = other;
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
        HeldAtFloor,
        RefusedOfOrder,
        ListBelowFloor,
    }

    internal Reason ToReason(DiscountSchedule schedule, PricedDocument document)
    {
        var currency = document.Currency;
        var line = _line < 0 ? null : document.Lines[_line];
        var at = ("line", (Figure)(decimal)(line?.Number ?? 0));
        if (_kind == Kinds.ListBelowFloor)
            return new Reason("pricing.discount-list-below-floor", at, ("list", Money(_one)), ("floor", Money(_two)));

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
                return new Reason("pricing.discount-no-coupon", name, ("coupon", discount.Coupon!));
            case Kinds.BelowMinimumAmount:
                return new Reason(
                    "pricing.discount-below-minimum-amount", name, ("amount", Money(_one)), ("least", discount.MinimumAmount!.Value));
            case Kinds.NoLine:
                return new Reason("pricing.discount-no-line", name);
            case Kinds.BelowMinimumQuantity:
                return new Reason(
                    "pricing.discount-below-minimum-quantity", line is null ? [name, Counted(), Least()] : [name, at, Counted(), Least()]);
            case Kinds.NoCompanion:
                return new Reason("pricing.discount-no-companion", name, at, ("companion", discount.Companion!.ToString()));
            case Kinds.OtherUnit:
                return new Reason(
                    "pricing.discount-other-unit", name, at, ("unit", line!.Quantity.Unit.Code), ("counted", staged.Unit!.Code));
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
            case Kinds.HeldAtFloor:
                return new Reason("pricing.discount-held-at-floor", name, at, ("asked", Money(_one)), ("refused", Money(_two)));
            default:
                return new Reason("pricing.discount-refused-of-order", name, ("asked", Money(_one)), ("refused", Money(_two)));
        }

        (string, Figure) Counted() => ("counted", staged.Unit is { } unit ? new Quantity(counted, unit) : Money(counted));

        (string, Figure) Least() => ("least", discount.MinimumQuantity!.Value);

        Figure Money(decimal amount) => new Money(amount, currency);
    }
}
