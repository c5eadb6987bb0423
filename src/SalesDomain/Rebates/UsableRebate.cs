using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What of a rebate balance is used on one order.</summary>
/// <remarks>Equality is by reference. Made by <see cref="RebatePayoutTerms.UsableOn"/>.</remarks>
public sealed class UsableRebate
{
    private readonly Money _share;
    private readonly Money _most;
    private readonly Rounding _rounding;

    internal UsableRebate(RebatePayoutTerms terms, Money balance, Money order, Rounding rounding)
    {
        Terms = terms;
        Balance = balance;
        Order = order;
        _rounding = rounding;
        _share = order * (terms.OrderShare ?? Percentage.OneHundred);
        _most = _share.Round(rounding);
        Amount = Money.Min(balance, _most);
        Left = balance - Amount;
    }

    /// <summary>The terms.</summary>
    public RebatePayoutTerms Terms { get; }

    /// <summary>What was settled and was not used before.</summary>
    public Money Balance { get; }

    /// <summary>The amount of the order.</summary>
    public Money Order { get; }

    /// <summary>What is used on the order.</summary>
    public Money Amount { get; }

    /// <summary>Balance − used.</summary>
    public Money Left { get; }

    /// <summary>How what is used follows from balance and order.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain() =>
        Node(
            "used", Amount, Operation.Min, Fact("balance", Balance),
            Node(
                "most of the order", _most, Operation.Round(_rounding),
                Node(
                    "share of the order", _share, Operation.Product, Fact("order", Order),
                    Constant("share", Terms.OrderShare ?? Percentage.OneHundred))));

    /// <summary>Used and left: <c>CNY 100000.00 used, CNY 0.00 left</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Amount + " used, " + Left + " left";
}
