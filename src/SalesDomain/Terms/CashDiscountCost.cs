using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>What it costs by the year to let a cash discount go and pay later: simple and effective, which are two answers.</summary>
/// <remarks>
/// <para>
/// Who pays 100 − later discount instead of 100 − discount borrows the latter for the days between. Simple: (discount − later) ÷
/// (1 − discount) × days of the year ÷ days. Effective, with interest on interest: ((1 − later) ÷ (1 − discount)) to the power of days of
/// the year ÷ days, less 1. For 2/10 n/30 that is 37.24 % (36.73 % of 360) and 44.59 %: a comparison with a bank's rate needs to know
/// which.
/// </para>
/// <para>
/// Of an invoice both are of its amounts: where freight takes no discount, or the discount is on the amount without tax, less is let go,
/// and more is borrowed. 20.00 of 1,130.00 for 20 days are 32.88 % and 38.53 %.
/// </para>
/// <para>
/// The power is exact to 12 decimals of the fraction, computed in whole numbers. Immutable. Equality is by reference.
/// </para>
/// </remarks>
public sealed class CashDiscountCost
{
    /// <summary>The decimals of the fraction to which the effective rate is computed: 0.445852927312 is 44.5852927312 %.</summary>
    public const int DecimalsOfEffective = 12;

    private readonly int _year;
    private readonly Figure _early;
    private readonly Figure _later;
    private readonly Func<Explanation> _explainEarly;
    private readonly Func<Explanation> _explainLater;
    private readonly Figure _gap;
    private readonly Figure _gapOfYear;
    private readonly Figure _earlyOfDays;
    private readonly decimal? _power;

    private CashDiscountCost(Percentage discount, Percentage later, int days, DayCountBasis basis)
        : this(
            discount, later, days, basis, (discount.Complement(), () => ExplainPart("to pay early", discount.Complement(), discount)),
            (later.Complement(), () => ExplainPart("to pay later", later.Complement(), later)))
    {
    }

    private CashDiscountCost(
        Percentage discount, Percentage later, int days, DayCountBasis basis, (Figure Value, Func<Explanation> Explain) toPayEarly,
        (Figure Value, Func<Explanation> Explain) toPayLater)
    {
        Discount = discount;
        Later = later;
        Days = days;
        Basis = basis;
        _year = YearOfDays.Of(basis);
        (_early, _explainEarly) = toPayEarly;
        (_later, _explainLater) = toPayLater;
        _gap = _early.With(_later.Number - _early.Number);
        _gapOfYear = _gap.With(_gap.Number * _year);
        _earlyOfDays = _early.With(_early.Number * days);
        Simple = Percentage.Ratio(_gapOfYear.Number, _earlyOfDays.Number)!.Value;
        _power = RationalPower.Nearest(_later.Number, _early.Number, _year, days, DecimalsOfEffective);
        Effective = _power is { } power ? Percentage.FromFraction(power - 1m) : null;
    }

    // Of all that is owed of an invoice, exactly.
    internal CashDiscountCost(DiscountSteps early, DiscountSteps later, int days, DayCountBasis basis)
        : this(
            early.Rate, later.Rate, days, basis, (early.ToPay, () => early.ExplainToPay("to pay early")),
            (later.ToPay, () => later.ExplainToPay("to pay later")))
    {
        Forgone = later.ToPay - early.ToPay;
        Borrowed = early.ToPay;
    }

    /// <summary>The discount that is let go.</summary>
    public Percentage Discount { get; }

    /// <summary>The discount that is taken later; 0 % for payment in full.</summary>
    public Percentage Later { get; }

    /// <summary>The days between the last day of the one and of the other.</summary>
    public int Days { get; }

    /// <summary>How many days the year has.</summary>
    public DayCountBasis Basis { get; }

    /// <summary>What of an invoice is let go, on all that is owed and not rounded; null where no invoice is given.</summary>
    public Money? Forgone { get; }

    /// <summary>What is borrowed: all that is owed less the discount that is let go; null where no invoice is given.</summary>
    public Money? Borrowed { get; }

    /// <summary>The simple rate by the year, without interest on interest.</summary>
    public Percentage Simple { get; }

    /// <summary>
    /// The effective rate by the year, to <see cref="DecimalsOfEffective"/> decimals; null where it is more than 10¹⁶, as for a fifth let
    /// go for a day.
    /// </summary>
    public Percentage? Effective { get; }

    /// <summary>The cost of a discount that is let go.</summary>
    /// <param name="discount">The discount, above the later one and below 100 %.</param>
    /// <param name="later">The discount that is taken later, 0 % or more.</param>
    /// <param name="days">The days between, 1 to 3,650.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static CashDiscountCost Of(Percentage discount, Percentage later, int days, DayCountBasis basis)
    {
        YearOfDays.Checked(basis);
        if (discount >= Percentage.OneHundred)
            throw Guards.OutOfRange(nameof(discount), discount.ToString(), "must be below 100%");
        if (later < Percentage.Zero || later >= discount)
            throw Guards.OutOfRange(nameof(later), later.ToString(), "must be from 0% to below " + discount);

        return new CashDiscountCost(discount, later, Guard.Against.OutsideRange(1, DueStep.MostDays, days), basis);
    }

    /// <summary>Where the simple rate comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Simple"/>.</returns>
    public Explanation Explain() =>
        Node(
            "simple rate by the year", Simple, Operation.Ratio,
            Node(
                "cost, for a year of days", _gapOfYear, Operation.Product,
                Node("let go", _gap, Operation.Difference, _explainLater(), _explainEarly()), ExplainYear()),
            Node("borrowed, for the days", _earlyOfDays, Operation.Product, _explainEarly(), ExplainDays()));

    /// <summary>Where the effective rate comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Effective"/>.</returns>
    public Explanation ExplainEffective()
    {
        var power = Node(
            "growth in a year", Figure.OrAbsent(_power), Operation.Power(DecimalsOfEffective), Plain(_later, _explainLater()),
            Plain(_early, _explainEarly()), ExplainYear(), ExplainDays());
        return Effective is not { } effective ? power
            : Node(
                "effective rate by the year", effective, Operation.Ratio,
                Node("growth beyond the whole", effective.Fraction, Operation.Difference, power, Constant("the whole", 1m)),
                Constant("by one", 1m));
    }

    /// <summary>
    /// Both rates, rounded to hundredths of a per cent: <c>2% for 20 days: 37.24% simple, 44.59% effective</c>; of an invoice <c>CNY 20.00
    /// of CNY 1130.00 for 20 days: 32.88% simple, 38.53% effective</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        ((Forgone, Borrowed) is ({ } forgone, { } borrowed) ? forgone + " of " + (forgone + borrowed) : (Discount - Later).ToString())
        + " for "
        + InvariantText.Number(Days) + (Days == 1 ? " day: " : " days: ") + Shown(Simple) + " simple, "
        + (Effective is { } effective ? Shown(effective) : "too large") + " effective";

    private static string Shown(Percentage rate) => rate.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)).ToString();

    // A power is of numbers: an amount is told in units of its currency.
    private static Explanation Plain(Figure value, Explanation explanation) =>
        value.Kind != FigureKind.Money ? explanation
            : Node(explanation.Name + ", as a number", value.Number, Operation.Ratio, explanation, Constant("one", value.With(1m)));

    private static Explanation ExplainPart(string name, Percentage part, Percentage discount) =>
        Node(name, part, Operation.Difference, Constant("the whole", Percentage.OneHundred), Fact("its discount", discount));

    private Explanation ExplainYear() => Constant("days of the year", (decimal)_year);

    private Explanation ExplainDays() => Fact("days between", (decimal)Days);
}
