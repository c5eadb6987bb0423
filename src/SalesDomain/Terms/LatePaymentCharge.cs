using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>What a late payment is charged.</summary>
/// <remarks>
/// <para>
/// Codes of the reasons. <c>terms.late-in-grace</c>: days late, days of grace; late, and not charged yet. <c>terms.charge-minimum</c>:
/// charge, minimum; brought up to the least charge. <c>terms.charge-capped</c>: charge, cap; brought down to the cap.
/// </para>
/// <para>Made by <see cref="LatePaymentRule.Charge"/>. Immutable. Equality is by reference.</para>
/// </remarks>
public sealed class LatePaymentCharge
{
    private readonly int _between;
    private readonly bool _isBeyondGrace;
    private readonly int _daysBeyond;
    private readonly Money _product;
    private readonly Money _exact;
    private readonly Money _rounded;
    private readonly Money? _minimum;
    private readonly Money _raised;
    private readonly Money? _capExact;
    private readonly Money? _cap;
    private readonly Reason[] _reasons;

    internal LatePaymentCharge(LatePaymentRule rule, Money amount, LocalDate due, LocalDate paidOn)
    {
        Rule = rule;
        Amount = amount;
        Due = due;
        PaidOn = paidOn;
        _between = DayNumber.Of(paidOn) - DayNumber.Of(due);
        DaysLate = Math.Max(0, _between);
        _isBeyondGrace = DaysLate > rule.GraceDays;
        _daysBeyond = rule.GraceCharging == GraceCharging.FromDueDate ? DaysLate : DaysLate - rule.GraceDays;
        DaysCharged = _isBeyondGrace ? _daysBeyond : 0;
        _product = amount * DaysCharged * rule.Rate;
        _exact = rule.Basis is { } basis ? _product.With(_product.Amount / YearOfDays.Of(basis)) : _product;
        _rounded = _exact.Round(RoundingOfCharge);

        // Nothing is nothing: what is in time, or of no amount, is not brought up to a least charge.
        _minimum = rule.Minimum is { } minimum && DaysCharged > 0 && !amount.IsZero ? (amount.IsNegative ? -minimum : minimum) : null;
        _raised = _minimum is { } least ? FurtherFromZero(_rounded, least) : _rounded;
        _capExact = rule.Cap is { } cap ? amount * cap : null;
        _cap = _capExact?.Round(rule.Rounding.InMode(RoundingMode.Down));
        Value = _cap is { } most ? CloserToZero(_raised, most) : _raised;
        _reasons = ReasonsFor();
    }

    /// <summary>The rule.</summary>
    public LatePaymentRule Rule { get; }

    /// <summary>What was late.</summary>
    public Money Amount { get; }

    /// <summary>When it was due.</summary>
    public LocalDate Due { get; }

    /// <summary>When it was paid, or was asked for.</summary>
    public LocalDate PaidOn { get; }

    /// <summary>How many days late; 0 in time and early.</summary>
    public int DaysLate { get; }

    /// <summary>How many of them are charged; 0 while there is grace.</summary>
    public int DaysCharged { get; }

    /// <summary>The charge, rounded.</summary>
    public Money Value { get; }

    /// <summary>Why the charge is not that of the days: grace, least charge, cap. None where it is.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    private Rounding RoundingOfCharge => Rule.Rounding.For(_exact.Amount);

    // Of a credit the smallest is the largest: its charge is the opposite of that of a debt.
    private Operation Largest => Amount.IsNegative ? Operation.Min : Operation.Max;

    private Operation Smallest => Amount.IsNegative ? Operation.Max : Operation.Min;

    /// <summary>Where the charge comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Value"/>.</returns>
    public Explanation Explain()
    {
        var charge = Node("charge for the days", _rounded, Operation.Round(RoundingOfCharge), ExplainExact());
        if (_minimum is { } minimum)
            charge = Node("at least the minimum", _raised, Largest, charge, Constant("least charge", minimum));

        return _cap is not { } cap ? charge
            : Node(
                "late-payment charge", Value, Smallest, charge,
                Node(
                    "cap", cap, Operation.Round(Rule.Rounding.InMode(RoundingMode.Down)),
                    Node(
                        "cap, exactly", _capExact!.Value, Operation.Product, Fact("amount", Amount),
                        Constant("at most, of the amount", Rule.Cap!.Value))));
    }

    /// <summary>The charge, for what and how late: <c>CNY 419.71 for CNY 139904.00, 6 days late</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Value + " for " + Amount + ", " + InvariantText.Number(DaysLate) + (DaysLate == 1 ? " day late" : " days late");

    private Money FurtherFromZero(Money left, Money right) => Amount.IsNegative ? Money.Min(left, right) : Money.Max(left, right);

    private Money CloserToZero(Money left, Money right) => Amount.IsNegative ? Money.Max(left, right) : Money.Min(left, right);

    private Reason[] ReasonsFor()
    {
        var reasons = new List<Reason>();
        if (DaysLate > 0 && !_isBeyondGrace)
            reasons.Add(new Reason("terms.late-in-grace", ("days late", (decimal)DaysLate), ("days of grace", (decimal)Rule.GraceDays)));
        if (_raised != _rounded)
            reasons.Add(new Reason("terms.charge-minimum", ("charge", _rounded), ("minimum", _raised)));
        if (Value != _raised)
            reasons.Add(new Reason("terms.charge-capped", ("charge", _raised), ("cap", Value)));

        return [.. reasons];
    }

    private Explanation ExplainExact()
    {
        var product = Node(
            Rule.Basis is null ? "charge, exactly" : "for the days of one year", _product, Operation.Product, Fact("amount", Amount),
            ExplainDaysCharged(), Constant(Rule.Basis is null ? "rate a day" : "rate a year", Rule.Rate));
        return Rule.Basis is not { } basis ? product
            : Node("charge, exactly", _exact, Operation.Ratio, product, Constant("days of the year", (decimal)YearOfDays.Of(basis)));
    }

    private Explanation ExplainDaysCharged()
    {
        var late = Node(
            "days late", (decimal)DaysLate, Operation.Max, Constant("in time", 0m),
            Node("days from the due date", (decimal)_between, Operation.Difference, Fact("paid on", PaidOn), Fact("due date", Due)));
        if (Rule.GraceDays == 0)
            return late;

        var grace = Constant("days of grace", (decimal)Rule.GraceDays);
        return Node(
            "days charged", (decimal)DaysCharged, Operation.Select,
            Node("beyond the grace", _isBeyondGrace, Operation.Compare(ComparisonKind.Greater), late, grace),
            Rule.GraceCharging == GraceCharging.FromDueDate ? late
                : Node("days after the grace", (decimal)_daysBeyond, Operation.Difference, late, grace),
            Constant("within the grace", 0m));
    }
}
