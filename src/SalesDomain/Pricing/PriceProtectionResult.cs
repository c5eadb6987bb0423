using System;
using System.Collections.Generic;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a dealer is to be credited for a change of price, with every figure on the way.</summary>
/// <remarks>Equality is by reference. Made by <see cref="PriceProtection"/>.</remarks>
public sealed class PriceProtectionResult
{
    private readonly PriceProtectionSteps _steps;

    internal PriceProtectionResult(PriceProtection rule, PriceDrop drop, ProtectedStock stock, PriceProtectionSteps steps)
    {
        Rule = rule;
        Drop = drop;
        Stock = stock;
        _steps = steps;
        Reasons = Array.AsReadOnly([.. Why()]);
    }

    /// <summary>The rule.</summary>
    public PriceProtection Rule { get; }

    /// <summary>The change of price.</summary>
    public PriceDrop Drop { get; }

    /// <summary>What the dealer had when the price changed.</summary>
    public ProtectedStock Stock { get; }

    /// <summary>By how much the price fell a unit; zero where it did not fall.</summary>
    public Money DropPerUnit => _steps.Drop;

    /// <summary>
    /// What was bought before the change, in the window where there is one, at prices that are protected, returns taken off.
    /// </summary>
    public Quantity Purchased => _steps.Purchases.Counted;

    /// <summary>What was bought on those days at prices that are not protected.</summary>
    public Quantity LeftOut => _steps.Purchases.LeftOut;

    /// <summary>The units protected: the smaller of what is covered and what was bought, not below zero.</summary>
    public Quantity Eligible => _steps.Eligible;

    /// <summary>The credit for all of them, rounded and held to the cap; with tax where the prices are.</summary>
    public Money Credit => _steps.Credit;

    /// <summary>The units credited for this change before.</summary>
    public Quantity ClaimedBefore => _steps.ClaimedUnits;

    /// <summary>The money credited for this change before.</summary>
    public Money CreditedBefore => _steps.ClaimedCredit;

    /// <summary>The units that are still to be credited; negative where more were credited than is protected.</summary>
    public Quantity Units => _steps.Units;

    /// <summary>Credit − credited before: what is to be paid now, or, negative, to be taken back.</summary>
    public Money Payable => _steps.Payable;

    /// <summary>
    /// What holds the credit down: <c>channel.price-not-lower</c> (old, new), <c>channel.more-stock-than-purchases</c> (stock, purchased),
    /// <c>channel.special-price-left-out</c> (quantity), <c>channel.purchase-in-other-unit</c> (line, quantity) where nobody converts it,
    /// <c>channel.over-cap</c> (credit, cap), <c>channel.claimed-before</c> (quantity, credit).
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>How what is payable follows from stock, purchases, prices and claims.</summary>
    /// <returns>The explanation, whose figure is <see cref="Payable"/>.</returns>
    public Explanation Explain() =>
        Node(
            "payable", Payable, Operation.Difference, ExplainCredit(),
            FactSum("credited before", CreditedBefore, _steps.Claims));

    /// <summary>The claim for what is payable, so that it is known next time.</summary>
    /// <param name="id">The document that credits it.</param>
    /// <returns>The claim.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value.</exception>
    public PriceProtectionClaim ToClaim(DocumentId id) => PriceProtectionClaim.Of(id, Drop, Units, Payable);

    /// <summary>
    /// Change, units and what is payable: <c>D-1, P-1 on 2026-03-05: CNY 94.00 to CNY 90.00 per PCE, without tax: 20 PCE, CNY 80.00</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Drop + ": " + Units + ", " + Payable;

    private Explanation ExplainCredit()
    {
        var rounded = Node(
            "credit before the cap", _steps.Rounded, Operation.Round(Rule.Rounding),
            Node("not rounded", _steps.Exact, Operation.Product, ExplainDrop(), ExplainEligible()));
        return Rule.Cap is { } cap ? Node("credit", Credit, Operation.Min, rounded, Constant("cap", cap)) : rounded;
    }

    private Explanation ExplainDrop() =>
        Node(
            "drop per " + Drop.Per, DropPerUnit, Operation.Max, Constant("zero", Money.Zero(DropPerUnit.Currency)),
            Node("old - new", _steps.Change, Operation.Difference, Fact("old price", Drop.OldPrice), Fact("new price", Drop.NewPrice)));

    private Explanation ExplainEligible() =>
        Node(
            "eligible", Eligible, Operation.Max, Constant("zero", Quantity.Zero(Eligible.Unit)),
            Node(
                "stock or purchases, the smaller", _steps.Smaller, Operation.Min, Stock.Explain(),
                FactSum("purchased", Purchased, _steps.Purchases.Lines)));

    private IEnumerable<Reason> Why()
    {
        if (!_steps.Change.IsPositive)
            yield return new Reason("channel.price-not-lower", ("old", Drop.OldPrice), ("new", Drop.NewPrice));
        if (Purchased < Stock.Covered)
            yield return new Reason("channel.more-stock-than-purchases", ("stock", Stock.Covered), ("purchased", Purchased));
        if (!LeftOut.IsZero)
            yield return new Reason("channel.special-price-left-out", ("quantity", LeftOut));
        foreach (var line in _steps.Purchases.OtherUnits)
            yield return line;
        if (Rule.Cap is { } cap && _steps.Rounded > cap)
            yield return new Reason("channel.over-cap", ("credit", _steps.Rounded), ("cap", cap));
        if (_steps.Claims > 0)
            yield return new Reason("channel.claimed-before", ("quantity", ClaimedBefore), ("credit", CreditedBefore));
    }
}
