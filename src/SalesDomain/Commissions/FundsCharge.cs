using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What one late payment costs by <see cref="CostOfFunds"/>: a deduction from a commission.</summary>
/// <remarks>Immutable. Equality is by rule, credit, amount, share, days and reason.</remarks>
public sealed class FundsCharge : IEquatable<FundsCharge>
{
    private const decimal DaysOfYear = 365m;
    private const decimal DaysOfLeapYear = 366m;

    private readonly Reason? _reason;
    private readonly LocalDate _due;
    private readonly LocalDate _paidOn;

    // Days × rate is of a year of so many days. Of years of both lengths: common × 366 + leap × 365, of 365 × 366.
    private readonly decimal _commonDays;
    private readonly decimal _leapDays;
    private readonly decimal _commonPart;
    private readonly decimal _leapPart;
    private readonly decimal _daysBetween;
    private readonly decimal _days;
    private readonly decimal _year;
    private readonly decimal _product;
    private readonly decimal _exact;

    internal FundsCharge(CostOfFunds rule, SalesCredit credit, Money amount, LocalDate paidOn, Reason reason)
    {
        _paidOn = paidOn;
        Rule = rule;
        Credit = credit;
        Amount = amount;
        Share = credit.Share;
        _reason = reason;
    }

    internal FundsCharge(
        CostOfFunds rule, Money amount, Percentage share, LocalDate due, LocalDate paidOn, SalesCredit? credit = null)
    {
        Rule = rule;
        Credit = credit;
        Amount = amount;
        Share = share;
        _due = due;
        _paidOn = paidOn;
        _daysBetween = DayNumber.Of(paidOn) - DayNumber.Of(due);
        var late = Math.Max(0m, _daysBetween);
        DaysLate = (int)late;
        _leapDays = rule.Basis == DayCountBasis.ActualActual && late > 0m ? LeapDays(due, paidOn) : 0m;
        _commonDays = late - _leapDays;
        (_commonPart, _leapPart) = (_commonDays * DaysOfLeapYear, _leapDays * DaysOfYear);
        (_days, _year) = rule.Basis == DayCountBasis.ActualActual ? (_commonPart + _leapPart, DaysOfYear * DaysOfLeapYear)
            : (late, YearOfDays.Of(rule.Basis));
        _product = amount.Amount * share.Fraction * _days * rule.Rate.Fraction;
        _exact = _product / _year;
        Value = new Money(_exact, amount.Currency).Round(rule.Rounding.For(_exact));
    }

    /// <summary>The rule.</summary>
    public CostOfFunds Rule { get; }

    /// <summary>The credit it is of; null where amount and days were given.</summary>
    public SalesCredit? Credit { get; }

    /// <summary>The amount that came in late, with tax; negative where it went back.</summary>
    public Money Amount { get; }

    /// <summary>The share of it that somebody is credited with.</summary>
    public Percentage Share { get; }

    /// <summary>How many days late; 0 in time and early, null where it is not known.</summary>
    public int? DaysLate { get; }

    /// <summary>The charge, rounded; null where it is not known.</summary>
    public Money? Value { get; }

    /// <summary>What is missing; none where the charge is known.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reason is { } reason ? [reason] : Array.Empty<Reason>());

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A charge.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(FundsCharge? left, FundsCharge? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A charge.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(FundsCharge? left, FundsCharge? right) => !(left == right);

    /// <summary>Where the charge comes from.</summary>
    /// <returns>The explanation; where the charge is not known, a figure that is absent, by the name of the reason.</returns>
    public Explanation Explain()
    {
        if (Value is not { } value)
            return Fact(_reason!.Value.Code, Figure.Absent);

        return Node(
            "cost of funds, rounded", value, Operation.Round(Rule.Rounding.For(_exact)),
            Node(
                "cost of funds", Money(_exact), Operation.Ratio, ExplainProduct("for the days of one year"),
                Constant("days of the year", _year)));
    }

    /// <summary>Amount × share × days × rate: what it costs, times the days of the year.</summary>
    internal decimal Product => _product;

    /// <summary>How many days the year has; those of a rule are all the same. One where the charge is not known.</summary>
    internal decimal Year => Value is null ? 1m : _year;

    /// <summary>
    /// The day on which the rule counts the receipt, or the one it takes back: its own, or that of a bill's maturity. Also of a charge that
    /// is not known.
    /// </summary>
    internal LocalDate PaidOn => _paidOn;

    internal Explanation ExplainProduct(string name) =>
        Node(
            name, Money(_product), Operation.Product, Fact("paid late", Amount), Fact("share credited", Share), ExplainDays(),
            Constant("rate a year", Rule.Rate));

    /// <summary>Whether the other is the same charge by the same rule.</summary>
    /// <param name="other">The charge to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(FundsCharge? other) =>
        other is not null && Rule == other.Rule && Amount == other.Amount && Share == other.Share && _due == other._due
        && _paidOn == other._paidOn && Nullable.Equals(_reason, other._reason) && Credit == other.Credit;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FundsCharge);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Amount.GetHashCode(), _due.GetHashCode(), _paidOn.GetHashCode());

    /// <summary>The charge, for what and how late: <c>CNY 423.75 for CNY 33900.00, 75 days late</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Value is { } value && DaysLate is { } days ? value + " for " + Amount + ", " + InvariantText.Number(days) + " days late"
            : Reasons[0] + " for " + Amount;

    private static decimal LeapDays(LocalDate due, LocalDate paidOn)
    {
        var days = 0;
        for (var year = due.Year; year <= paidOn.Year; year++)
        {
            if (!CalendarSystem.Iso.IsLeapYear(year))
                continue;

            var first = year == due.Year ? DayNumber.Of(due) : DayNumber.FirstOfMonth(year * 12);
            var end = year == paidOn.Year ? DayNumber.Of(paidOn) : DayNumber.FirstOfMonth((year + 1) * 12);
            days += end - first;
        }

        return days;
    }

    private Figure Money(decimal amount) => new Money(amount, Amount.Currency);

    private Explanation ExplainDays()
    {
        var late = Node(
            "days late", DaysLate!.Value, Operation.Max, Constant("in time", 0),
            Node("days from the due date", _daysBetween, Operation.Difference, Fact("paid on", _paidOn), Fact("due date", _due)));
        return Rule.Basis != DayCountBasis.ActualActual ? late
            : Node(
                "days, on a common scale", _days, Operation.Sum,
                Node(
                    "in common years", _commonPart, Operation.Product,
                    Node("days in common years", _commonDays, Operation.Difference, late, Fact("days in leap years", _leapDays)),
                    Constant("days of a leap year", DaysOfLeapYear)),
                Node(
                    "in leap years", _leapPart, Operation.Product, Fact("days in leap years", _leapDays),
                    Constant("days of a common year", DaysOfYear)));
    }
}
