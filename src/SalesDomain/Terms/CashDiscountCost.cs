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
/// The power is exact to 12 decimals of the fraction, computed in whole numbers. Immutable. Equality is by reference.
/// </para>
/// </remarks>
public sealed class CashDiscountCost
{
    /// <summary>The decimals of the fraction to which the effective rate is computed: 0.445852927312 is 44.5852927312 %.</summary>
    public const int DecimalsOfEffective = 12;

    private readonly int _year;
    private readonly Percentage _gap;
    private readonly Percentage _earlyPart;
    private readonly Percentage _laterPart;
    private readonly Percentage _gapOfYear;
    private readonly Percentage _partOfDays;
    private readonly decimal? _power;

    private CashDiscountCost(Percentage discount, Percentage later, int days, DayCountBasis basis)
    {
        Discount = discount;
        Later = later;
        Days = days;
        Basis = basis;
        _year = YearOfDays.Of(basis);
        _gap = discount - later;
        _earlyPart = discount.Complement();
        _laterPart = later.Complement();
        _gapOfYear = _gap * _year;
        _partOfDays = _earlyPart * days;
        Simple = Percentage.Ratio(_gapOfYear.Fraction, _partOfDays.Fraction)!.Value;
        _power = RationalPower.Nearest(_laterPart.Fraction, _earlyPart.Fraction, _year, days, DecimalsOfEffective);
        Effective = _power is { } power ? Percentage.FromFraction(power - 1m) : null;
    }

    /// <summary>The discount that is let go.</summary>
    public Percentage Discount { get; }

    /// <summary>The discount that is taken later; 0 % for payment in full.</summary>
    public Percentage Later { get; }

    /// <summary>The days between the last day of the one and of the other.</summary>
    public int Days { get; }

    /// <summary>How many days the year has.</summary>
    public DayCountBasis Basis { get; }

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
                Node("points let go", _gap, Operation.Difference, Fact("discount", Discount), Fact("discount taken later", Later)),
                Constant("days of the year", (decimal)_year)),
            Node(
                "borrowed, for the days", _partOfDays, Operation.Product, ExplainPart("to pay early", _earlyPart, Discount),
                ExplainDays()));

    /// <summary>Where the effective rate comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Effective"/>.</returns>
    public Explanation ExplainEffective()
    {
        Explanation[] figures =
        [
            ExplainPart("to pay later", _laterPart, Later), ExplainPart("to pay early", _earlyPart, Discount),
            Constant("days of the year", (decimal)_year), ExplainDays(),
        ];
        var power = Node("growth in a year", Figure.OrAbsent(_power), Operation.Power(DecimalsOfEffective), figures);
        return Effective is not { } effective ? power
            : Node(
                "effective rate by the year", effective, Operation.Ratio,
                Node("growth beyond the whole", effective.Fraction, Operation.Difference, power, Constant("the whole", 1m)),
                Constant("by one", 1m));
    }

    /// <summary>Both rates: <c>2% for 20 days: 37.24% simple, 44.59% effective</c>, rounded to hundredths of a per cent.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        _gap + " for " + InvariantText.Number(Days) + " days: " + Shown(Simple) + " simple, "
        + (Effective is { } effective ? Shown(effective) : "too large") + " effective";

    private static string Shown(Percentage rate) => rate.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)).ToString();

    private static Explanation ExplainPart(string name, Percentage part, Percentage discount) =>
        Node(name, part, Operation.Difference, Constant("the whole", Percentage.OneHundred), Fact("its discount", discount));

    private Explanation ExplainDays() => Fact("days between", (decimal)Days);
}
