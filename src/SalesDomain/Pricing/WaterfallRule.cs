using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>How much comes off after the invoice under a name: a percentage, an amount per unit, or the cost of credit.</summary>
/// <remarks>
/// What a rebate agreement will pay is not worked out here: it is a fact, the percentage or the amount that is expected. Immutable.
/// Equality is by all settings.
/// </remarks>
public sealed class WaterfallRule : IEquatable<WaterfallRule>
{
    private readonly Money? _perUnit;
    private readonly UnitOfMeasure? _unit;
    private readonly int? _days;
    private readonly DayCountBasis _dayCount;

    private WaterfallRule(
        string name, WaterfallBase? @base, Percentage? rate, Money? perUnit, UnitOfMeasure? unit, int? days, DayCountBasis dayCount,
        Scope scope, bool isGivenBack)
    {
        (Name, Base, Rate, Scope, IsGivenBack) = (name, @base, rate, scope, isGivenBack);
        (_perUnit, _unit, _days, _dayCount) = (perUnit, unit, days, dayCount);
    }

    /// <summary>What the deduction is called.</summary>
    public string Name { get; }

    /// <summary>What the rate is a percentage of; null for an amount per unit.</summary>
    public WaterfallBase? Base { get; }

    /// <summary>The percentage, by the year for the cost of credit; null for an amount per unit.</summary>
    public Percentage? Rate { get; }

    /// <summary>Which lines it is taken off; all unless stated.</summary>
    public Scope Scope { get; }

    /// <summary>
    /// Whether what comes back gives it back: a percentage and the cost of credit unless stated otherwise, since a rebate is not paid on
    /// what came back; an amount per unit only where it is stated, since freight and handling were spent.
    /// </summary>
    public bool IsGivenBack { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(WaterfallRule? left, WaterfallRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(WaterfallRule? left, WaterfallRule? right) => !(left == right);

    /// <summary>A percentage: an expected rebate of what is invoiced, a cash discount of what is paid, freight of list.</summary>
    /// <param name="name">What the deduction is called.</param>
    /// <param name="base">What it is a percentage of.</param>
    /// <param name="rate">The percentage, from 0 % to 100 %: of a discount that not everybody takes, what is taken on average.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or has spaces around it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="base"/> is not defined, or <paramref name="rate"/> is below 0 % or above 100 %.
    /// </exception>
    public static WaterfallRule Percent(string name, WaterfallBase @base, Percentage rate) =>
        new(
            Identifier.Checked(name), Guard.Against.Undefined(@base, nameof(@base)),
            Guard.Against.NoPart(rate, more: " for '" + name + "'"),
            null, null, null, default, Scope.Everything, isGivenBack: true);

    /// <summary>
    /// An amount per unit: freight, promotion money, a slotting fee per case. It was spent, and a return does not give it back unless that
    /// is stated (<see cref="GivenBack"/>).
    /// </summary>
    /// <param name="name">What the deduction is called.</param>
    /// <param name="amount">What comes off one unit, without tax, zero or more.</param>
    /// <param name="unit">
    /// The unit. Off a line that is sold in another it is not taken, and the line is named with the reason; of a priced line that knows how
    /// its units convert, the quantity is said in this one.
    /// </param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or has spaces around it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public static WaterfallRule PerUnit(string name, Money amount, UnitOfMeasure unit) =>
        new(
            Identifier.Checked(name), null, null,
            !amount.IsNegative ? amount
                : throw Guards.OutOfRange(nameof(amount), amount.ToString(), "must not be negative for '" + name + "'"),
            Guard.Against.Null(unit), null, default, Scope.Everything, isGivenBack: false);

    /// <summary>
    /// What it costs to wait for the money: invoice with tax × rate × days ÷ days of the year. 841,850 for 45 days at 4.8 % by 360 is
    /// 5,051.10.
    /// </summary>
    /// <param name="name">What the deduction is called.</param>
    /// <param name="rate">The rate by the year, zero or more.</param>
    /// <param name="days">After how many days the money comes in, zero or more: the terms, or the days it takes on average.</param>
    /// <param name="dayCount">How many days the year has: 360 or 365.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or has spaces around it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> or <paramref name="days"/> is negative, or <paramref name="dayCount"/> is not of years of one length.
    /// </exception>
    public static WaterfallRule CostOfCredit(string name, Percentage rate, int days, DayCountBasis dayCount)
    {
        Identifier.Checked(name);
        if (rate < Percentage.Zero)
            throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative for '" + name + "'");
        return new WaterfallRule(
            name, WaterfallBase.InvoiceGross, rate, null, null, Guard.Against.OutsideRange(0, int.MaxValue, days),
            YearOfDays.Checked(dayCount, nameof(dayCount)), Scope.Everything, isGivenBack: true);
    }

    /// <summary>The rule for some lines only.</summary>
    /// <param name="scope">Which lines it is taken off, in place of any before.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public WaterfallRule For(Scope scope) =>
        new(Name, Base, Rate, _perUnit, _unit, _days, _dayCount, Guard.Against.Null(scope), IsGivenBack);

    /// <summary>The rule for what a return gives back: a rebate by the piece, which is not paid on what came back.</summary>
    /// <returns>The changed copy.</returns>
    public WaterfallRule GivenBack() => new(Name, Base, Rate, _perUnit, _unit, _days, _dayCount, Scope, isGivenBack: true);

    /// <summary>
    /// The rule for what is spent, and stays so when goods come back: freight in percent of list. Off a line that comes back it is not
    /// taken, neither once more nor back; what the way back costs is a deduction of its own.
    /// </summary>
    /// <returns>The changed copy.</returns>
    public WaterfallRule Spent() => new(Name, Base, Rate, _perUnit, _unit, _days, _dayCount, Scope, isGivenBack: false);

    /// <summary>Why nothing can come off a line: it is sold in another unit, or its tax is not known.</summary>
    internal Reason? Against(WaterfallSource line) =>
        _unit is not null
            ? line.Converts(_unit) ? null
                : new Reason("pricing.other-unit", line.Line, ("deduction", Name), ("unit", line.Quantity.Unit.Code))
            : Base != WaterfallBase.InvoiceGross || line.Gross is not null ? null
            : new Reason("pricing.no-tax-rate", line.Line, ("deduction", Name));

    /// <summary>What comes off a line, step by step.</summary>
    internal WaterfallSteps On(WaterfallSource line, Rounding rounding)
    {
        var paidOn = _perUnit ?? PaidOn(line);
        var product = _unit is not null ? line.At(paidOn, _unit) : paidOn * Factors;
        var exact = _days is null ? product : product / DaysOfTheYear;
        var by = rounding.For(exact.Amount);
        return new WaterfallSteps(paidOn, product, exact, by, exact.Round(by));
    }

    /// <summary>Where an amount that came off a line comes from.</summary>
    internal Explanation Explain(WaterfallSource line, Money amount, in WaterfallSteps steps)
    {
        var (paidOn, product, exact) = (steps.PaidOn, steps.Product, steps.Exact);
        var figure = _perUnit is not null
            ? Node(Name + ", exact", product, Operation.Product, Constant("per unit", paidOn), line.ExplainQuantity(_unit!))
            : _days is { } days
                ? Node(
                    Name + ", exact", exact, Operation.Ratio,
                    Node(
                        "for the days of one year", product, Operation.Product, Fact("invoice with tax", paidOn),
                        Constant("rate a year", Rate!.Value), Constant("days", days)),
                    Constant("days of the year", DaysOfTheYear))
            : Node(Name + ", exact", product, Operation.Product, Fact(BaseName, paidOn), Constant("rate", Rate!.Value));
        return Node(Name, amount, Operation.Round(steps.By), figure);
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WaterfallRule? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Base == other.Base && Rate == other.Rate
        && _perUnit == other._perUnit && _unit == other._unit && _days == other._days && _dayCount == other._dayCount
        && Scope == other.Scope && IsGivenBack == other.IsGivenBack;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WaterfallRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), (Rate ?? Percentage.Zero).GetHashCode(), Scope.GetHashCode());

    /// <summary>
    /// Name, how much of what, what of it a return gives back where that is not as usual, and of which lines:
    /// <c>expected rebate: 3% of InvoiceNet</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": "
        + (_perUnit is { } each ? each + " per " + _unit
            : _days is { } days
                ? Rate!.Value + " a year, " + _dayCount.ToString() + ", of " + Base!.Value.ToString() + " for " + InvariantText.Number(days)
                    + " days"
            : Rate!.Value + " of " + Base!.Value.ToString())
        + (IsGivenBack == Base is not null ? "" : IsGivenBack ? "; given back by returns" : "; spent, whatever comes back")
        + (Scope == Scope.Everything ? "" : "; " + Scope);

    private int DaysOfTheYear => YearOfDays.Of(_dayCount);

    // By what a percentage of a line is multiplied.
    private decimal Factors => _days is { } days ? Rate!.Value.Fraction * days : Rate!.Value.Fraction;

    private Money PaidOn(WaterfallSource line) => Base switch
    {
        WaterfallBase.List => line.List,
        WaterfallBase.InvoiceNet => line.Net,
        _ => line.Gross!.Value,
    };

    private string BaseName => Base switch
    {
        WaterfallBase.List => "list",
        WaterfallBase.InvoiceNet => "invoice net",
        _ => "invoice with tax",
    };
}
