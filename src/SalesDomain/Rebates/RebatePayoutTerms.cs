using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// How rebates are paid out: as a credit note (票折), a payment, a deduction from the next invoices or goods (货返); from which amount, until
/// when they are claimed, and whether overdue debt comes first.
/// </summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record RebatePayoutTerms
{
    private const int MostDays = 3660;

    private RebatePayoutTerms(RebateForm form) => Form = form;

    /// <summary>In what form it is paid out.</summary>
    public RebateForm Form { get; }

    /// <summary>The least that one settlement pays out, and what becomes of less; null where any amount is paid.</summary>
    public RebateMinimum? Minimum { get; private init; }

    /// <summary>Within how many days after its calculation period a rebate has to be claimed; null where there is no bound.</summary>
    public int? ClaimDays { get; private init; }

    /// <summary>Whether what the customer owes and is overdue is set off first.</summary>
    public bool OffsetsOverdueDebt { get; private init; }

    /// <summary>The most of one order that is paid by a rebate to be deducted; null where there is no bound.</summary>
    public Percentage? OrderShare { get; private init; }

    /// <summary>The goods of a payout in goods; null otherwise.</summary>
    public ProductId? Product { get; private init; }

    /// <summary>The price of one unit of the goods; null where it is not paid in goods.</summary>
    public Money? Price { get; private init; }

    /// <summary>The unit of the goods, given in whole numbers; null where it is not paid in goods.</summary>
    public UnitOfMeasure? Per { get; private init; }

    /// <summary>Paid out as money: a credit note, a payment, or a deduction from the next invoices.</summary>
    /// <param name="form">The form.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="form"/> is not defined, or is goods, of which a price has to be known: <see cref="InGoods"/>.
    /// </exception>
    public static RebatePayoutTerms As(RebateForm form) =>
        Guard.Against.Undefined(form) != RebateForm.Goods ? new RebatePayoutTerms(form)
            : throw Guards.OutOfRange(nameof(form), form.ToString(), "must be money; goods have a price, by InGoods");

    /// <summary>Paid out in whole units of goods; what is less than one unit is paid as a credit note.</summary>
    /// <param name="product">The goods.</param>
    /// <param name="price">The price of one unit, above zero.</param>
    /// <param name="per">The unit.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="per"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is not above zero.</exception>
    public static RebatePayoutTerms InGoods(ProductId product, Money price, UnitOfMeasure per)
    {
        Guard.Against.Null(per);
        Identifier.Given(product);
        return new RebatePayoutTerms(RebateForm.Goods) { Product = product, Price = Guard.Against.NotPositive(price), Per = per };
    }

    /// <summary>The terms with the least that one settlement pays out.</summary>
    /// <param name="minimum">The least, and whether less is carried or lost.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="minimum"/> is null.</exception>
    public RebatePayoutTerms WithMinimum(RebateMinimum minimum) => this with { Minimum = Guard.Against.Null(minimum) };

    /// <summary>The terms with the days within which a rebate has to be claimed.</summary>
    /// <param name="days">The days after the last one of the calculation period, from 0 to 3660.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    public RebatePayoutTerms WithClaimDays(int days) => this with { ClaimDays = Guard.Against.OutsideRange(0, MostDays, days) };

    /// <summary>The terms by which overdue debt is set off first; how much it is, the run states.</summary>
    /// <returns>The changed copy.</returns>
    public RebatePayoutTerms OffsettingOverdueDebt() => this with { OffsetsOverdueDebt = true };

    /// <summary>The terms with the most of one order that is paid by a rebate to be deducted.</summary>
    /// <param name="share">Above 0 % and at most 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">It is not deducted from invoices.</exception>
    public RebatePayoutTerms WithOrderShare(Percentage share)
    {
        if (share <= Percentage.Zero || share > Percentage.OneHundred)
            throw Guards.OutOfRange(nameof(share), share.ToString(), "must be above 0% and at most 100%");

        return Form == RebateForm.Deduction ? this with { OrderShare = share }
            : throw new InvalidOperationException("The rebate is given as " + Form.ToString() + " and is not deducted from orders.");
    }

    /// <summary>What of a balance that was settled may be used on one order: min(balance, order × share, rounded).</summary>
    /// <param name="balance">What was settled and is not used, zero or more.</param>
    /// <param name="order">The amount of the order, zero or more.</param>
    /// <param name="rounding">How the share of the order is rounded.</param>
    /// <returns>What is used, and what is left.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are in two currencies.</exception>
    /// <exception cref="InvalidOperationException">It is not deducted from invoices.</exception>
    public UsableRebate UsableOn(Money balance, Money order, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        if (balance.IsNegative)
            throw Guards.OutOfRange(nameof(balance), balance.ToString(), "must not be negative");
        if (order.IsNegative)
            throw Guards.OutOfRange(nameof(order), order.ToString(), "must not be negative");
        if (order.Currency != balance.Currency)
            throw new CurrencyMismatchException(balance.Currency, order.Currency, nameof(order));

        return Form == RebateForm.Deduction ? new UsableRebate(this, balance, order, rounding)
            : throw new InvalidOperationException("The rebate is given as " + Form.ToString() + " and is not deducted from orders.");
    }

    /// <summary>Form, least, days and offset: <c>CreditNote, from CNY 100.00, else carried, claimed within 90 days</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Form.ToString() + (Product is { } product ? " of " + product + " at " + Price!.Value + " per " + Per : "")
        + (OrderShare is { } share ? ", at most " + share + " of an order" : "") + (Minimum is { } minimum ? ", " + minimum : "")
        + (ClaimDays is { } days ? ", claimed within " + InvariantText.Number(days) + " days" : "")
        + (OffsetsOverdueDebt ? ", overdue debt first" : "");
}
