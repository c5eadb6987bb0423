using System.Collections.Generic;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>One line of a dealer's claim as it was judged.</summary>
/// <remarks>Equality is by reference. Made by <see cref="ShipAndDebitContract.Judge"/>.</remarks>
public sealed class ShipAndDebitLine
{
    private readonly ShipAndDebitSteps _steps;
    private readonly TakenBackSteps? _takenBack;

    internal ShipAndDebitLine(
        ShipAndDebitContract contract, ShipAndDebitClaim claim, ShipAndDebitPrice? price, ClaimState state, ShipAndDebitSteps steps,
        List<Reason> reasons)
    {
        Contract = contract;
        Claim = claim;
        Price = price;
        State = state;
        _steps = steps;
        Units = steps.Units;
        Granted = steps.Granted;
        NotGranted = claim.Amount - Granted;
        Reasons = reasons.AsReadOnly();
    }

    internal ShipAndDebitLine(
        ShipAndDebitContract contract, ShipAndDebitClaim claim, ShipAndDebitPrice price, ClaimState state, Quantity returned,
        TakenBackSteps takenBack, List<Reason> reasons)
    {
        Contract = contract;
        Claim = claim;
        Price = price;
        State = state;
        _steps = ShipAndDebitSteps.None(contract.Zero, returned.Unit);
        _takenBack = takenBack;
        Units = takenBack.Units;
        Granted = takenBack.Amount;
        NotGranted = claim.Amount - Granted;
        Reasons = reasons.AsReadOnly();
    }

    /// <summary>The contract.</summary>
    public ShipAndDebitContract Contract { get; }

    /// <summary>The line that was claimed.</summary>
    public ShipAndDebitClaim Claim { get; }

    /// <summary>The prices of the product; null where the contract has none.</summary>
    public ShipAndDebitPrice? Price { get; }

    /// <summary>What became of it.</summary>
    public ClaimState State { get; }

    /// <summary>The units granted, in the unit of the prices; below zero where goods came back.</summary>
    public Quantity Units { get; }

    /// <summary>What is granted; below zero where goods came back. Zero where nothing is decided.</summary>
    public Money Granted { get; }

    /// <summary>Claimed − granted.</summary>
    public Money NotGranted { get; }

    /// <summary>
    /// Why it is refused, all that speaks against it: <c>claim.other-contract</c> (claimed, contract), <c>claim.not-the-dealer</c>
    /// (dealer), <c>claim.customer-not-eligible</c> (customer), <c>claim.product-not-covered</c> (product),
    /// <c>claim.unit-not-converted</c> (quantity), <c>claim.claimed-before</c> (sale, claim), <c>claim.outside-window</c> (sold, window),
    /// <c>claim.before-sale</c> (claimed, sold), <c>claim.too-late</c> (claimed, until), <c>claim.used-up</c> (cap),
    /// <c>claim.nothing-to-take-back</c> (sale); why less is granted: <c>claim.over-cap</c> (sold, left), <c>claim.over-debit</c>
    /// (claimed, due), <c>claim.other-amount-taken-back</c> (claimed, taken); why it is not proven: <c>claim.cost-not-shown</c> (sale).
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>How what is granted follows from sale, prices and cap.</summary>
    /// <returns>The explanation, whose figure is <see cref="Granted"/>.</returns>
    public Explanation Explain()
    {
        if (State == ClaimState.Refused || State == ClaimState.NotProven)
            return Conditions.Fix("granted", Granted, Fact(Reasons[0].Code, true));

        return _takenBack is { } back ? ExplainTakenBack(back)
            : Node("granted", Granted, Operation.Min, Fact("claimed", Claim.Amount), ExplainDue());
    }

    /// <summary>Number, state and amount: <c>CL-1/1: Reduced, USD 400.00 of USD 600.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Claim.Id + ": " + State.ToString() + ", " + Granted + " of " + Claim.Amount;

    private Explanation ExplainTakenBack(TakenBackSteps back)
    {
        var granted = Fact("granted of the sale", back.Granted);
        var stands = back.Kept == back.GrantedUnits ? granted
            : Node(
                "stands", back.Stands, Operation.Round(Contract.Rounding),
                Node(
                    "granted of what is kept", back.Exact, Operation.Ratio,
                    Node("granted × units kept", back.Product, Operation.Product, granted, Fact("units kept", back.Kept.Amount)),
                    Fact("units granted", back.GrantedUnits.Amount)));
        return Node("taken back", back.Amount, Operation.Difference, stands, Fact("granted before", back.Stood));
    }

    private Explanation ExplainDue()
    {
        var none = Constant("none", Contract.Zero);
        var margin = Contract.IsHeldToCost ? ExplainHeld()
            : Node(
                "units × debit", _steps.Margin, Operation.Product, ExplainUnits(),
                Node(
                    "debit per " + Price!.Per, Price.DebitPerUnit, Operation.Difference, Constant("acquisition price", Price.Acquisition),
                    Constant("contract price", Price.Contract)));
        return Node(
            "due", _steps.Due, Operation.Round(Contract.Rounding), Node("not below zero", _steps.Exact, Operation.Max, none, margin));
    }

    private Explanation ExplainHeld()
    {
        var units = ExplainUnits();
        return Node(
            "bought - resold", _steps.Margin, Operation.Difference,
            Node(
                "bought, the smaller", _steps.Bought, Operation.Min,
                Node("at the list", _steps.Listed, Operation.Product, units, Constant("acquisition price", Price!.Acquisition)),
                Node(
                    "paid", _steps.Paid, Operation.Ratio,
                    Node(
                        "cost × units", _steps.Shared!.Value, Operation.Product, Fact("cost", Claim.Sale.Cost!.Value),
                        Fact("units", _steps.Units.Amount)),
                    Fact("sold", _steps.Sold.Amount))),
            Node("at the contract", _steps.Resold, Operation.Product, units, Constant("contract price", Price.Contract)));
    }

    private Explanation ExplainUnits() =>
        _steps.Left is { } left ? Node("units", Units, Operation.Min, Fact("sold", _steps.Sold), Fact("left of the cap", left))
            : Fact("sold", _steps.Sold);
}
