using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What is due when so much came back to date: the share of the line, less the price that what is kept loses.</summary>
internal sealed class ReturnSteps
{
    private readonly ReturnedSale _sale;
    private readonly Quantity _toDate;
    private readonly Money _product;
    private readonly Money _exact;
    private readonly Money _rounded;
    private readonly bool _isRated;
    private readonly ReturnedWorth? _whole;
    private readonly ReturnedWorth? _kept;
    private readonly Quantity _together;
    private readonly Money _partProduct;
    private readonly Money _part;
    private readonly Money _worth;
    private readonly Money _worthRounded;
    private readonly Money _lost;
    private readonly Money _exactLessLost;
    private readonly Money _dueRounded;

    /// <param name="sale">The sale.</param>
    /// <param name="toDate">What came back to date.</param>
    internal ReturnSteps(ReturnedSale sale, Quantity toDate)
    {
        (_sale, _toDate) = (sale, toDate);
        var (sold, policy) = (sale.Sold, sale.Policy);
        _together = sale.Quantity + policy.Beside(sale.Quantity.Unit);
        Kept = _together - toDate;
        _product = sold.NetAmount * toDate.Amount;
        _exact = _product / sale.Quantity.Amount;
        _rounded = _exact.Round(policy.Rounding);
        Share = toDate == sale.Quantity ? sold.NetAmount : Money.Min(_rounded, sold.NetAmount);
        Due = Share;
        if (policy.Price is null || !Kept.IsPositive)
            return;

        _whole = ReturnedWorth.Of(policy, _together);
        HasPrice = _whole is not null;
        if (!HasPrice)
            return;

        // Below the first step there is no price, and that of the first step is the least that it can be kept at.
        _kept = ReturnedWorth.Of(policy, Kept) ?? ReturnedWorth.AtFirst(policy, Kept);

        // What is kept, at what it cost when all was bought together.
        _partProduct = _whole!.Amount * Kept.Amount;
        _part = _partProduct / _together.Amount;
        Rise = _kept.Amount - _part;
        _worth = Money.Max(_kept.Amount, _part);
        _lost = _worth - _part;
        IsLess = _lost.IsPositive;

        // What was sold at that very price is kept at it, to the cent: the credit is what is left of the sale.
        _isRated = policy.Beside(sale.Quantity.Unit).IsZero && sold.NetAmount == _whole.Amount.Round(policy.Rounding);
        _worthRounded = _worth.Round(policy.Rounding);
        _exactLessLost = _exact - _lost;
        _dueRounded = _exactLessLost.Round(policy.Rounding);
        if (_isRated)
            Due = sold.NetAmount - _worthRounded;
        else if (IsLess)
            Due = Money.Min(_dueRounded, sold.NetAmount);
    }

    /// <summary>What stays, with what is counted beside it.</summary>
    internal Quantity Kept { get; }

    internal Money Share { get; }

    internal Money Due { get; }

    internal Quantity ToDate => _toDate;

    /// <summary>Whether there is a price for what was sold.</summary>
    internal bool HasPrice { get; }

    /// <summary>Whether what is kept has a price of its own, and not that of the first step.</summary>
    internal bool HasOwnPrice => _kept?.IsLookedUp == true;

    /// <summary>How much more what is kept costs than its part of the sale did; below zero where it costs less.</summary>
    internal Money Rise { get; }

    /// <summary>Whether what is kept costs more than its part of the sale did.</summary>
    internal bool IsLess { get; }

    /// <summary>The price at what is kept; null where none is looked up, or each part is at its own.</summary>
    internal Money? KeptPrice => _kept?.UnitPrice;

    /// <summary>What is kept costs by itself, not rounded; null where no price is looked up.</summary>
    internal Money? KeptAmount => _kept?.Amount;

    internal Explanation Explain()
    {
        var net = Fact("net amount of the sale", _sale.Sold.NetAmount);
        var exact = Node(
            "net × returned ÷ sold", _exact, Operation.Ratio,
            Node("net × returned to date", _product, Operation.Product, net, Fact("returned to date, as a number", _toDate.Amount)),
            Fact("sold, as a number", _sale.Quantity.Amount));
        var round = Operation.Round(_sale.Policy.Rounding);
        var due = "due when " + _toDate + " are back";
        if (_isRated)
        {
            return Node(
                due, Due, Operation.Difference, net,
                Node("what is kept, rounded", _worthRounded, round, ExplainWorth()));
        }

        if (!IsLess)
        {
            var rounded = Node("share of the sale, rounded", _rounded, round, exact);
            return _toDate == _sale.Quantity ? net
                : Share == _rounded ? rounded
                : Node("share of the sale, no more than it", Share, Operation.Min, rounded, net);
        }

        var lost = Node("lost", _lost, Operation.Difference, ExplainWorth(), ExplainPart());
        return Node(
            due, Due, Operation.Min,
            Node(
                "share less what is lost, rounded", _dueRounded, round,
                Node("share less what is lost", _exactLessLost, Operation.Difference, exact, lost)),
            net);
    }

    private Explanation ExplainWorth() =>
        Node("what is kept, no less than its part", _worth, Operation.Max, _kept!.Explain("kept"), ExplainPart());

    private Explanation ExplainPart() =>
        Node(
            "part of what was sold", _part, Operation.Ratio,
            Node(
                "price of what was sold × kept", _partProduct, Operation.Product, _whole!.Explain("sold, with what is counted beside it"),
                Fact("kept, as a number", Kept.Amount)),
            Fact("sold, with what is beside, as a number", _together.Amount));
}
