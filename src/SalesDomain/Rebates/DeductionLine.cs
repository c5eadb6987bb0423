using System.Collections.Generic;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>One deduction of a customer, what of it is matched, and what it differs in.</summary>
/// <remarks>
/// Where deduction and credit both name units and a price, the difference is taken apart: (price deducted − price granted) × units deducted
/// is of the price, (units deducted − units granted) × price granted of the quantity. Equality is by reference. Made by
/// <see cref="DeductionMatch.Of"/>.
/// </remarks>
public sealed class DeductionLine
{
    internal DeductionLine(CustomerDeduction deduction, DeductibleCredit? credit, Money open)
    {
        var isOfCustomer = credit is not null && credit.Customer == deduction.Customer;
        var zero = Money.Zero(deduction.Amount.Currency);
        Deduction = deduction;
        Credit = credit;
        Open = isOfCustomer ? open : zero;
        Matched = Money.Min(deduction.Amount, Open);
        NotMatched = deduction.Amount - Matched;
        UsedBefore = isOfCustomer ? credit!.Amount - open : zero;
        var compares = isOfCustomer && deduction.Quantity is { } taken && credit!.Quantity is { } given && taken.Unit == given.Unit;
        PriceDifference = compares ? (deduction.Price!.Value - credit!.Price!.Value) * deduction.Quantity!.Value.Amount : null;
        QuantityDifference = compares
            ? credit!.Price!.Value * (deduction.Quantity!.Value.Amount - credit.Quantity!.Value.Amount) : null;
        Reasons = Why(isOfCustomer).AsReadOnly();
    }

    /// <summary>The deduction.</summary>
    public CustomerDeduction Deduction { get; }

    /// <summary>The credit that it names; null where it names none, or there is none of that number.</summary>
    public DeductibleCredit? Credit { get; }

    /// <summary>What was open of the credit; zero where it is another customer's.</summary>
    public Money Open { get; }

    /// <summary>What of the credit was matched by earlier deductions.</summary>
    public Money UsedBefore { get; }

    /// <summary>What is matched: min(deducted, open).</summary>
    public Money Matched { get; }

    /// <summary>Deducted − matched.</summary>
    public Money NotMatched { get; }

    /// <summary>What of the difference to the credit is of the price; null where one of the two names no units.</summary>
    public Money? PriceDifference { get; }

    /// <summary>What of the difference to the credit is of the quantity; null where one of the two names no units.</summary>
    public Money? QuantityDifference { get; }

    /// <summary>
    /// What it differs in: <c>deduction.no-reference</c>, <c>deduction.unknown-reference</c> (reference), <c>deduction.other-customer</c>
    /// (customer), <c>deduction.used-before</c> (credit, used), <c>deduction.other-price</c> (deducted, granted, effect),
    /// <c>deduction.other-quantity</c> (deducted, granted, effect), <c>deduction.other-amount</c> (deducted, granted) where no units are
    /// named, and <c>deduction.not-matched</c> (amount) where something is to be charged back. Empty where both agree.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>How what is not matched follows from deduction and credit.</summary>
    /// <returns>The explanation, whose figure is <see cref="NotMatched"/>.</returns>
    public Explanation Explain()
    {
        var deducted = Fact("deducted", Deduction.Amount);
        var open = Credit is null || Credit.Customer != Deduction.Customer
            ? Conditions.Fix("open", Open, Fact(Reasons[0].Code, true))
            : Node("open", Open, Operation.Difference, Fact("granted", Credit.Amount), Fact("used before", UsedBefore));
        return Node(
            "not matched", NotMatched, Operation.Difference, deducted, Node("matched", Matched, Operation.Min, deducted, open));
    }

    /// <summary>Number and amounts: <c>PA-3/1: USD 600.00 of USD 660.00 matched</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Deduction.Id + ": " + Matched + " of " + Deduction.Amount + " matched";

    private List<Reason> Why(bool isOfCustomer)
    {
        var reasons = new List<Reason>();
        if (Deduction.Reference is not { } reference)
            reasons.Add(new Reason("deduction.no-reference"));
        else if (Credit is null)
            reasons.Add(new Reason("deduction.unknown-reference", ("reference", reference.Code)));
        else if (!isOfCustomer)
            reasons.Add(new Reason("deduction.other-customer", ("customer", Credit.Customer.Code)));
        else
            AddDifferences(Credit, reasons);

        if (NotMatched.IsPositive)
            reasons.Add(new Reason("deduction.not-matched", ("amount", NotMatched)));
        return reasons;
    }

    private void AddDifferences(DeductibleCredit credit, List<Reason> reasons)
    {
        if (UsedBefore.IsPositive)
            reasons.Add(new Reason("deduction.used-before", ("credit", credit.Amount), ("used", UsedBefore)));
        if (PriceDifference is { IsZero: false } ofPrice)
        {
            reasons.Add(
                new Reason(
                    "deduction.other-price", ("deducted", Deduction.Price!.Value), ("granted", credit.Price!.Value), ("effect", ofPrice)));
        }

        if (QuantityDifference is { IsZero: false } ofQuantity)
        {
            reasons.Add(
                new Reason(
                    "deduction.other-quantity", ("deducted", Deduction.Quantity!.Value), ("granted", credit.Quantity!.Value),
                    ("effect", ofQuantity)));
        }

        if (PriceDifference is null && Deduction.Amount != credit.Amount)
            reasons.Add(new Reason("deduction.other-amount", ("deducted", Deduction.Amount), ("granted", credit.Amount)));
    }
}
