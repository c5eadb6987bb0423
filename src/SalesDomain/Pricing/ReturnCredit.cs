using System;
using System.Collections.Generic;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What one return is credited with, at the price of the sale.</summary>
/// <remarks>
/// Credit = due to date − credited before. Due is net × returned ÷ sold, rounded, or, where what is kept is rated anew, net − what is kept
/// at its own price. Immutable; equality is by reference.
/// </remarks>
public sealed class ReturnCredit
{
    private readonly Quantity _toDate;
    private readonly Quantity _kept;
    private readonly Money _product;
    private readonly Money _exact;
    private readonly Money _share;
    private readonly Money? _keptExactly;
    private readonly Money? _keptAt;
    private readonly Money? _difference;
    private readonly Money _due;
    private readonly Money _atLeast;

    internal ReturnCredit(ReturnedSale sale, Quantity returned)
    {
        Sale = sale;
        Returned = returned;
        var (sold, rounding) = (sale.Sold, sale.Policy.Rounding);
        IsRefused = returned > sale.Open;
        _toDate = sale.Returned + returned;
        _kept = sold.Quantity - _toDate;
        var none = Money.Zero(sold.Currency);
        Amount = LostQuantityPrice = none;
        After = sale;
        if (IsRefused)
            return;

        _product = sold.NetAmount * _toDate.Amount;
        _exact = _product / sold.Quantity.Amount;
        _share = _exact.Round(rounding);
        _due = _share;
        if (sale.Policy.Breaks is { } breaks && _kept.IsPositive && breaks.TryPriceAt(_kept, out var price))
        {
            KeptPrice = price;
            _keptExactly = price * _kept.Amount;
            _keptAt = _keptExactly.Value.Round(rounding);
            _difference = sold.NetAmount - _keptAt.Value;
            _due = Money.Min(_share, _difference.Value);
        }

        // What was credited is not asked back: a return is never charged.
        _atLeast = Money.Max(_due, sale.Credited);
        Amount = _atLeast - sale.Credited;
        LostQuantityPrice = _share - _atLeast;
        After = sale.After(returned, Amount);
    }

    /// <summary>The sale before this return.</summary>
    public ReturnedSale Sale { get; }

    /// <summary>What comes back.</summary>
    public Quantity Returned { get; }

    /// <summary>True where more comes back than is open: nothing is credited.</summary>
    public bool IsRefused { get; }

    /// <summary>What is credited, without tax; zero where it is refused.</summary>
    public Money Amount { get; }

    /// <summary>The unit price of what is kept, where it is rated anew; null where it keeps its price.</summary>
    public Money? KeptPrice { get; }

    /// <summary>What is credited less to date, because what is kept does not reach the quantity price.</summary>
    public Money LostQuantityPrice { get; }

    /// <summary>The sale after this return; as before where it is refused.</summary>
    public ReturnedSale After { get; }

    /// <summary>
    /// <c>pricing.return-above-sold</c> with what comes back and what is open; <c>pricing.return-rated-anew</c> with what is kept, its
    /// price and what is lost; <c>pricing.return-no-price</c> where what is kept has no price in the breaks, and keeps that of the sale.
    /// </summary>
    public IReadOnlyList<Reason> Reasons =>
        Array.AsReadOnly(IsRefused ? [new Reason("pricing.return-above-sold", ("returned", Returned), ("open", Sale.Open))]
            : KeptPrice is { } price
                ? [new Reason("pricing.return-rated-anew", ("kept", _kept), ("price", price), ("lost", LostQuantityPrice))]
            : Sale.Policy.Breaks is not null && _kept.IsPositive ? [new Reason("pricing.return-no-price", ("kept", _kept))]
            : Array.Empty<Reason>());

    /// <summary>How the credit follows from the sale.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>; absent where the return is refused.</returns>
    public Explanation Explain()
    {
        if (IsRefused)
            return Fact("credit", Figure.Absent);

        var net = Fact("net amount of the sale", Sale.Sold.NetAmount);
        var share = Node(
            "share of the sale", _share, Operation.Round(Sale.Policy.Rounding),
            Node(
                "net × returned ÷ sold", _exact, Operation.Ratio,
                Node(
                    "net × returned to date", _product, Operation.Product, net,
                    Fact("returned to date, as a number", _toDate.Amount)),
                Fact("sold, as a number", Sale.Sold.Quantity.Amount)));
        var due = KeptPrice is not { } price ? share
            : Node(
                "due", _due, Operation.Min, share,
                Node(
                    "net less what is kept", _difference!.Value, Operation.Difference, net,
                    Node(
                        "what is kept", _keptAt!.Value, Operation.Round(Sale.Policy.Rounding),
                        Node(
                            "price × kept", _keptExactly!.Value, Operation.Product,
                            Node("price of what is kept", price, Operation.LookUp(Sale.Policy.Breaks!), Fact("kept", _kept)),
                            Fact("kept", _kept)))));
        var credited = Fact("credited before", Sale.Credited);
        return Node(
            "credit", Amount, Operation.Difference, Node("credited to date", _atLeast, Operation.Max, due, credited), credited);
    }

    /// <summary>What comes back and its credit: <c>2 PCE, CNY 18.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Returned + ", " + (IsRefused ? Reasons[0].ToString() : Amount.ToString());
}
