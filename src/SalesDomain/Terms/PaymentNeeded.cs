using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>What has to be paid on a day to bring a debt down to a balance, at the discount of that day.</summary>
/// <remarks>
/// debt × (owed − discount on all) ÷ owed, rounded: to take 1,000 off at 2 % takes 980.00; without a discount the debt itself. Of a debt of
/// a cent it can be zero. Made by <see cref="CashDiscountSettlement.PaymentToReduceBy"/> and
/// <see cref="CashDiscountSettlement.PaymentToReduceTo"/>. Immutable. Equality is by reference.
/// </remarks>
public sealed class PaymentNeeded
{
    private readonly DiscountSteps _steps;
    private readonly Money _open;
    private readonly Rounding _rounding;
    private readonly Money _exact;

    internal PaymentNeeded(CashDiscountRule rule, DiscountSteps steps, LocalDate on, Money open, Money balance)
    {
        _steps = steps;
        _open = open;
        _rounding = rule.Rounding;
        On = on;
        Balance = balance;
        Debt = open - balance;
        _exact = steps.Takes(Debt);
        Amount = steps.IsNothingOff ? Debt : _exact.Round(_rounding);
    }

    /// <summary>The day of the payment.</summary>
    public LocalDate On { get; }

    /// <summary>The discount of the day.</summary>
    public Percentage Rate => _steps.Rate;

    /// <summary>The debt that is to be settled.</summary>
    public Money Debt { get; }

    /// <summary>What is still owed after.</summary>
    public Money Balance { get; }

    /// <summary>What has to be paid.</summary>
    public Money Amount { get; }

    /// <summary>Where the payment comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain() =>
        _steps.IsNothingOff ? ExplainDebt("payment")
            : Node(
                "payment", Amount, Operation.Round(_rounding),
                _steps.ExplainTaken("payment, exactly", _exact, ExplainDebt("debt to settle")));

    /// <summary>Payment, day and what it settles: <c>CNY 980.00 on 2026-07-08 settles CNY 1000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Amount + " on " + InvariantText.Date(On) + " settles " + Debt;

    private Explanation ExplainDebt(string name) =>
        Node(name, Debt, Operation.Difference, Fact("open", _open), Fact("to be left", Balance));
}
