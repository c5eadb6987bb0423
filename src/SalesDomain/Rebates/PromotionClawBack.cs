using System;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What comes back of promotion money from a customer who leaves before it is earned.</summary>
/// <remarks>
/// Granted × (months − months stayed) ÷ months, rounded once. Equality is by reference. Made by
/// <see cref="PromotionClaimResult.ClawBackAfter"/>.
/// </remarks>
public sealed class PromotionClawBack
{
    private readonly Money _granted;
    private readonly int _of;
    private readonly decimal _left;
    private readonly Money _product;
    private readonly Money _exact;

    internal PromotionClawBack(PromotionClaimResult result, int months, Money granted)
    {
        Result = result;
        Months = months;
        _granted = granted;

        // What is earned at once was earned in a month that is over.
        _of = result.Allowance.Months ?? 1;
        _left = result.Allowance.Months is null ? 0m : Math.Max(0m, (decimal)_of - months);
        _product = granted * _left;
        _exact = _product / _of;
        Amount = _exact.Round(result.Allowance.Rounding);
    }

    /// <summary>The claim.</summary>
    public PromotionClaimResult Result { get; }

    /// <summary>The whole months the customer stayed.</summary>
    public int Months { get; }

    /// <summary>What comes back, zero or more.</summary>
    public Money Amount { get; }

    /// <summary>How it follows from what was granted and the months.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain() =>
        Node(
            "taken back", Amount, Operation.Round(Result.Allowance.Rounding),
            Node(
                "not earned", _exact, Operation.Ratio,
                Node("granted × months left", _product, Operation.Product, Fact("granted", _granted), ExplainLeft()),
                Constant("months", (decimal)_of)));

    /// <summary>Number, months and amount: <c>PC-1 after 9 months: CNY 3675.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Result.Claim.Id + " after " + InvariantText.Number(Months) + " months: " + Amount;

    private Explanation ExplainLeft() =>
        Result.Allowance.Months is null ? Constant("months left", _left) : Fact("months left", _left);
}
