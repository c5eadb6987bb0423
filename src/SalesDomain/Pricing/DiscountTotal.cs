using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What one discount takes off the document: asked for, given, and refused.</summary>
/// <remarks>Asked = amount + refused, to the cent. Part of a <see cref="DiscountedDocument"/>; equality is by reference.</remarks>
public sealed class DiscountTotal
{
    private readonly DiscountedDocument _document;
    private readonly OrderSteps? _order;
    private readonly DiscountDeduction[] _deductions;

    internal DiscountTotal(DiscountedDocument document, Discount discount, OrderSteps order)
    {
        _document = document;
        _order = order;
        _deductions = [];
        Discount = discount;
        Asked = document.In(order.Asked);
        Amount = document.In(order.Granted);
        Refused = document.In(order.Refused);
    }

    internal DiscountTotal(DiscountedDocument document, Discount discount, DiscountDeduction[] deductions)
    {
        _document = document;
        _deductions = deductions;
        Discount = discount;
        Asked = Money.Sum(document.Document.Currency, deductions.Select(deduction => deduction.Asked));
        Amount = Money.Sum(document.Document.Currency, deductions.Select(deduction => deduction.Amount));
        Refused = Asked - Amount;
    }

    /// <summary>The discount.</summary>
    public Discount Discount { get; }

    /// <summary>What it would take off, rounded; over its lines for a discount of lines.</summary>
    public Money Asked { get; }

    /// <summary>What it takes off.</summary>
    public Money Amount { get; }

    /// <summary>What floors, caps and budgets refuse, and no other line bears.</summary>
    public Money Refused { get; }

    /// <summary>How often a deal, or an amount for every full one, is given; null for any other discount.</summary>
    public decimal? Times =>
        _order is null ? null
            : _order.Deal?.Times ?? (Discount.EveryAmount is null && Discount.EveryQuantity is null ? null : _order.Times);

    /// <summary>The lines with pieces in a deal, by their numbers; none for any other discount.</summary>
    public IReadOnlyList<DealtLine> Dealt =>
        _order?.Deal is null ? Array.AsReadOnly<DealtLine>([])
            : Array.AsReadOnly(Enumerable.Range(0, _order.Lines.Length).Select(k => new DealtLine(_document, _order, k)).ToArray());

    /// <summary>How the amount comes about.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain() => Explain(new CountedOnce());

    /// <summary>How it comes about how often a deal, or an amount for every full one, is given.</summary>
    /// <returns>The explanation, whose figure is <see cref="Times"/>, absent for any other discount.</returns>
    public Explanation ExplainTimes() =>
        Times is null ? Fact("times", Figure.Absent)
            : _order!.Deal is not null ? DealExplanation.Times(_document, _order) : OrderExplanation.Times(_document, _order);

    /// <summary>How what is refused follows from what is asked for and what is given.</summary>
    /// <returns>The explanation, whose figure is <see cref="Refused"/>.</returns>
    public Explanation ExplainRefused()
    {
        var counted = new CountedOnce();
        return Node(
            "refused", Refused, Operation.Difference,
            _order is { } order ? OrderExplanation.Asked(_document, order)
                : Node("asked for", Asked, Operation.Sum, [.. _deductions.Select(deduction => deduction.ExplainAsked(counted))]),
            Explain(counted));
    }

    /// <summary>Discount and amount: <c>bonus: CNY 15.00, refused CNY 5.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Discount.Name + ": " + Amount + (Refused.IsZero ? "" : ", refused " + Refused);

    private Explanation Explain(CountedOnce counted) =>
        _order is { } order ? OrderExplanation.Granted(_document, order)
            : Node(Discount.Name, Amount, Operation.Sum, [.. _deductions.Select(deduction => deduction.Explain(counted))]);
}
