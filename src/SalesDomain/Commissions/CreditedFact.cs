using System;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>A sale or a receipt, as rules look at it.</summary>
internal readonly struct CreditedFact
{
    internal CreditedFact(SalesLine sale)
    {
        Sale = sale;
        Date = sale.Date;
    }

    internal CreditedFact(CollectionLine receipt)
    {
        Receipt = receipt;
        Date = receipt.Date;
    }

    internal CreditedFact(CollectionLine receipt, ReceiptPart part)
        : this(receipt) => Part = part;

    internal SalesLine? Sale { get; }

    internal CollectionLine? Receipt { get; }

    /// <summary>What of the receipt is for one invoiced line; null for all of it.</summary>
    internal ReceiptPart? Part { get; }

    internal LocalDate Date { get; }

    internal CustomerId Customer => Sale is { } sale ? sale.Customer : Receipt!.Customer;

    internal ScopeSubject Subject(Func<SalesLine, ScopeSubject>? known) =>
        Sale is not { } sale ? default(CollectionFacts).Subject(Receipt!) : known is null ? ScopeSubject.FromLine(sale) : known(sale);

    /// <summary>Its own document, whose deal team comes first.</summary>
    internal DocumentId Document => Sale is { } sale ? sale.Id.Document : Receipt!.Id.Document;

    /// <summary>The order it carries out, or the invoice it pays, whose deal team comes next.</summary>
    internal DocumentId? Earlier => Sale is { } sale ? sale.OrderLine?.Document : Receipt!.Invoice;

    /// <summary>Whether the effective discount lies in a range; null where there is no list amount, or one of zero.</summary>
    internal bool? IsDiscountFrom(Percentage? from, Percentage? below)
    {
        if (Sale?.ListAmount is not { IsZero: false } list)
            return null;

        // Multiplied, not divided, so that a bound is hit exactly; a return has both amounts negative.
        var sign = list.IsNegative ? -1m : 1m;
        var whole = list.Amount * sign;
        var discount = whole - (Sale.NetAmount.Amount * sign);
        return !(from is { } least && discount < least.Fraction * whole) && !(below is { } bound && discount >= bound.Fraction * whole);
    }
}
