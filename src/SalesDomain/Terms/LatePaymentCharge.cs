using System;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>What a late payment is charged.</summary>
/// <remarks>Made by <see cref="LatePaymentRule.Charge"/>. Immutable. Equality is by reference.</remarks>
public sealed class LatePaymentCharge
{
    private readonly int _between;
    private readonly Money _exact;

    internal LatePaymentCharge(LatePaymentRule rule, Money amount, LocalDate due, LocalDate paidOn)
    {
        Rule = rule;
        Amount = amount;
        Due = due;
        PaidOn = paidOn;
        _between = DayNumber.Of(paidOn) - DayNumber.Of(due);
        DaysLate = Math.Max(0, _between);
        _exact = amount * DaysLate * rule.Rate;
        Value = _exact.Round(rule.Rounding.For(_exact.Amount));
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

    /// <summary>The charge, rounded.</summary>
    public Money Value { get; }

    /// <summary>Where the charge comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Value"/>.</returns>
    public Explanation Explain() =>
        Node(
            "late-payment charge", Value, Operation.Round(Rule.Rounding.For(_exact.Amount)),
            Node(
                "charge, exactly", _exact, Operation.Product, Fact("amount", Amount),
                Node(
                    "days late", (decimal)DaysLate, Operation.Max, Constant("in time", 0m),
                    Node(
                        "days from the due date", (decimal)_between, Operation.Difference, Fact("paid on", PaidOn),
                        Fact("due date", Due))),
                Constant("rate a day", Rule.Rate)));

    /// <summary>The charge, for what and how late: <c>CNY 419.71 for CNY 139904.00, 6 days late</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Value + " for " + Amount + ", " + InvariantText.Number(DaysLate) + " days late";
}
