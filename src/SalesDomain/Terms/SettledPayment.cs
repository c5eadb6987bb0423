using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>What one payment settles of an invoice, at the discount of its day.</summary>
/// <remarks>
/// <para>
/// Codes of the reasons. <c>terms.discount-expired</c>: paid on, last day; the day of the last discount is over, with its days of grace.
/// <c>terms.discount-in-grace</c>: paid on, last day, days of grace; the discount is given after its day. <c>terms.overpaid</c>: excess;
/// what is more than all that is open takes.
/// </para>
/// <para>A line of a <see cref="CashDiscountSettlement"/>. Immutable. Equality is by reference.</para>
/// </remarks>
public sealed class SettledPayment
{
    private readonly DiscountSteps _steps;
    private readonly Money _open;
    private readonly Rounding _rounding;
    private readonly Money _takesExact;
    private readonly Money _takes;
    private readonly Money _exact;
    private readonly Money _rounded;
    private readonly Money _notMore;
    private readonly Money _kept;
    private readonly bool _isAll;
    private readonly Reason[] _reasons;

    internal SettledPayment(DiscountSteps steps, LocalDate on, Money amount, Money open, Rounding rounding, Reason[] reasons)
    {
        _steps = steps;
        _open = open;
        _rounding = rounding;
        On = on;
        Amount = amount;
        _takesExact = steps.Takes(open);
        _takes = steps.IsNothingOff ? open : _takesExact.Round(rounding);
        _isAll = amount >= _takes;
        _exact = steps.Settles(amount);
        _rounded = steps.IsNothingOff ? amount : _exact.Round(rounding);
        _notMore = Money.Min(_rounded, open);
        Settled = _isAll ? open : _notMore;
        _kept = Money.Min(amount, _takes);
        Excess = amount - _kept;
        Discount = Settled - _kept;
        Balance = open - Settled;
        _reasons = Excess.IsZero ? reasons : [.. reasons, new Reason("terms.overpaid", ("excess", Excess))];
    }

    /// <summary>The day of the payment.</summary>
    public LocalDate On { get; }

    /// <summary>What was paid.</summary>
    public Money Amount { get; }

    /// <summary>The discount of the day.</summary>
    public Percentage Rate => _steps.Rate;

    /// <summary>The debt that it settles.</summary>
    public Money Settled { get; }

    /// <summary>What of that is discount; it can be a unit of the rounding off the rate, and without a discount it is zero.</summary>
    public Money Discount { get; }

    /// <summary>What was paid beyond all that was open.</summary>
    public Money Excess { get; }

    /// <summary>What is open after it.</summary>
    public Money Balance { get; }

    /// <summary>Why there is no discount, or one after its day, or an excess; none where nothing is to be said.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Where the debt settled comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Settled"/>.</returns>
    public Explanation Explain()
    {
        var payment = Fact("payment", Amount);
        var open = Fact("open before", _open);
        return _steps.IsNothingOff ? Node("settled", Settled, Operation.Min, payment, open) : Node(
            "settled", Settled, Operation.Select,
            Node("pays all", _isAll, Operation.Compare(ComparisonKind.GreaterOrEqual), payment, ExplainTaken(open)), open,
            Node(
                "not more than is open", _notMore, Operation.Min,
                Node(
                    "settled by the payment, rounded", _rounded, Operation.Round(_rounding), _steps.ExplainSettled(_exact, payment)),
                open));
    }

    /// <summary>Where the discount comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Discount"/>.</returns>
    public Explanation ExplainDiscount() =>
        Node(
            "discount", Discount, Operation.Difference, Explain(),
            Node("used of the payment", _kept, Operation.Min, Fact("payment", Amount), ExplainTaken(Fact("open before", _open))));

    /// <summary>Day, payment, rate and what it settles: <c>2026-03-10: CNY 400.00 at 2% settles CNY 408.16</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Date(On) + ": " + Amount + " at " + Rate + " settles " + Settled;

    private Explanation ExplainTaken(Explanation open) =>
        _steps.IsNothingOff ? open : Node(
            "pays all that is open", _takes, Operation.Round(_rounding),
            _steps.ExplainTaken("pays all that is open, exactly", _takesExact, open));
}
