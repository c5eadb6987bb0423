using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What is due when so much came back to date: the share of the line, less the price that what is kept loses.</summary>
internal sealed class ReturnSteps
{
    private readonly ReturnedSale _sale;
    private readonly Quantity _toDate;
    private readonly Quantity _soldTogether;
    private readonly Money _product;
    private readonly Money _exact;
    private readonly Money _rounded;
    private readonly Money? _soldPrice;
    private readonly Money? _rise;
    private readonly Money? _lostExactly;
    private readonly Money? _lost;
    private readonly bool _isLookedUp;

    /// <param name="sale">The sale.</param>
    /// <param name="toDate">What came back to date.</param>
    /// <param name="at">The price at what is kept, where it is that just above a bound; null to look it up.</param>
    internal ReturnSteps(ReturnedSale sale, Quantity toDate, Money? at = null)
    {
        (_sale, _toDate) = (sale, toDate);
        var (sold, policy) = (sale.Sold, sale.Policy);
        _soldTogether = sold.Quantity + policy.Beside(sold.Quantity.Unit);
        Kept = _soldTogether - toDate;
        _product = sold.NetAmount * toDate.Amount;
        _exact = _product / sold.Quantity.Amount;
        _rounded = _exact.Round(policy.Rounding);
        Share = toDate == sold.Quantity ? sold.NetAmount : Money.Min(_rounded, sold.NetAmount);
        Due = Share;
        if (policy.Breaks is not { } breaks || !Kept.IsPositive)
            return;

        HasPrice = breaks.TryPriceAt(_soldTogether, out var before);
        HasPrice &= breaks.TryPriceAt(Kept, out var after);
        if (!HasPrice)
            return;

        _isLookedUp = at is null;
        (_soldPrice, KeptPrice) = (before, at ?? after);
        _rise = KeptPrice.Value - before;
        if (!_rise.Value.IsPositive)
            return;

        _lostExactly = _rise.Value * Kept.Amount;
        _lost = _lostExactly.Value.Round(policy.Rounding);
        Due = Share - _lost.Value;
    }

    /// <summary>What stays, with what is counted beside it.</summary>
    internal Quantity Kept { get; }

    internal Money Share { get; }

    internal Money Due { get; }

    /// <summary>Whether the breaks have prices for what was sold and for what is kept.</summary>
    internal bool HasPrice { get; }

    /// <summary>The price at what is kept, or null where none is looked up.</summary>
    internal Money? KeptPrice { get; }

    internal Explanation Explain()
    {
        var net = Fact("net amount of the sale", _sale.Sold.NetAmount);
        var rounded = Node(
            "share of the sale, rounded", _rounded, Operation.Round(_sale.Policy.Rounding),
            Node(
                "net × returned ÷ sold", _exact, Operation.Ratio,
                Node(
                    "net × returned to date", _product, Operation.Product, net, Fact("returned to date, as a number", _toDate.Amount)),
                Fact("sold, as a number", _sale.Sold.Quantity.Amount)));
        var share = _toDate == _sale.Sold.Quantity ? net
            : Share == _rounded ? rounded
            : Node("share of the sale, no more than it", Share, Operation.Min, rounded, net);
        if (_lost is not { } lost)
            return share;

        var breaks = Operation.LookUp(_sale.Policy.Breaks!);
        var kept = Fact("kept", Kept);
        return Node(
            "due when " + _toDate + " are back", Due, Operation.Difference, share,
            Node(
                "lost", lost, Operation.Round(_sale.Policy.Rounding),
                Node(
                    "lost of a unit × kept", _lostExactly!.Value, Operation.Product,
                    Node(
                        "lost of a unit", _rise!.Value, Operation.Difference,
                        _isLookedUp ? Node("price at what is kept", KeptPrice!.Value, breaks, kept)
                            : Fact("price above " + Kept, KeptPrice!.Value),
                        Node(
                            "price at what was sold", _soldPrice!.Value, breaks,
                            Fact("sold, with what is counted beside it", _soldTogether))),
                    kept)));
    }
}
