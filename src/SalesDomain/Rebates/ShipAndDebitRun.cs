using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Rebates;

/// <summary>Judges the lines of a contract in their order, and keeps what is granted of each sale and left of each cap.</summary>
internal sealed class ShipAndDebitRun
{
    private readonly ShipAndDebitContract _contract;
    private readonly Dictionary<LineId, LineId> _claimedBy = [];
    private readonly Dictionary<LineId, GrantedSale> _granted = [];
    private readonly Dictionary<ProductId, Quantity> _units = [];

    internal ShipAndDebitRun(ShipAndDebitContract contract)
    {
        _contract = contract;
    }

    internal ShipAndDebitLine Judge(ShipAndDebitClaim claim)
    {
        var price = _contract.PriceOf(claim.Sale.Product);
        var against = ReasonsAgainst(claim, price);
        if (against.Count > 0)
            return Ended(claim, price, ClaimState.Refused, against);
        if (claim.Sale.IsReturn)
            return TakeBack(claim, price!);
        if (_contract.IsHeldToCost && claim.Sale.Cost is null)
            return Ended(claim, price, ClaimState.NotProven, [new Reason("claim.cost-not-shown", ("sale", claim.Sale.Id.ToString()))]);

        return Grant(claim, price!);
    }

    private ShipAndDebitLine Ended(ShipAndDebitClaim claim, ShipAndDebitPrice? price, ClaimState state, List<Reason> reasons) =>
        new(_contract, claim, price, state, ShipAndDebitSteps.None(_contract.Zero, claim.Sale.Quantity.Unit), reasons);

    private ShipAndDebitLine Grant(ShipAndDebitClaim claim, ShipAndDebitPrice price)
    {
        var sold = price.InPer(claim.Sale.Quantity)!.Value;
        _units.TryGetValue(price.Product, out var before);
        var left = price.Cap is { } cap ? cap - (before.IsZero ? Quantity.Zero(price.Per) : before) : (Quantity?)null;
        if (left is { IsPositive: false })
            return Ended(claim, price, ClaimState.Refused, [new Reason("claim.used-up", ("cap", price.Cap!.Value))]);

        var units = left is { } most && most < sold ? most : sold;
        var listed = price.Acquisition * units.Amount;
        var shared = _contract.IsHeldToCost ? claim.Sale.Cost!.Value * units.Amount : (Money?)null;
        var paid = shared is { } total ? total / sold.Amount : listed;
        var bought = Money.Min(listed, paid);
        var resold = price.Contract * units.Amount;
        var margin = _contract.IsHeldToCost ? bought - resold : price.DebitPerUnit * units.Amount;
        var exact = Money.Max(_contract.Zero, margin);
        var due = exact.Round(_contract.Rounding);
        var granted = Money.Min(claim.Amount, due);

        var reasons = new List<Reason>();
        if (units < sold)
            reasons.Add(new Reason("claim.over-cap", ("sold", sold), ("left", units)));
        if (granted < claim.Amount)
            reasons.Add(new Reason("claim.over-debit", ("claimed", claim.Amount), ("due", due)));

        _claimedBy.Add(claim.Sale.Id, claim.Id);
        _granted.Add(claim.Sale.Id, new GrantedSale(sold, units, granted));
        _units[price.Product] = before.IsZero ? units : before + units;
        var steps = new ShipAndDebitSteps(sold, left, units, listed, shared, paid, bought, resold, margin, exact, due, granted);
        return new ShipAndDebitLine(
            _contract, claim, price, granted == claim.Amount ? ClaimState.Granted : ClaimState.Reduced, steps, reasons);
    }

    private ShipAndDebitLine TakeBack(ShipAndDebitClaim claim, ShipAndDebitPrice price)
    {
        if (claim.Sale.Original is not { } original || !_granted.TryGetValue(original, out var sale))
        {
            return Ended(
                claim, price, ClaimState.Refused,
                [new Reason("claim.nothing-to-take-back", ("sale", claim.Sale.Original?.ToString() ?? claim.Sale.Id.ToString()))]);
        }

        var returned = price.InPer(claim.Sale.Quantity)!.Value;
        var change = sale.TakeBack(returned, _contract.Rounding);
        _claimedBy.Add(claim.Sale.Id, claim.Id);
        _units[price.Product] += change.Units;
        var reasons = new List<Reason>();
        if (change.Amount != claim.Amount)
            reasons.Add(new Reason("claim.other-amount-taken-back", ("claimed", claim.Amount), ("taken", change.Amount)));

        return new ShipAndDebitLine(
            _contract, claim, price, reasons.Count == 0 ? ClaimState.Granted : ClaimState.Reduced, returned, change, reasons);
    }

    private List<Reason> ReasonsAgainst(ShipAndDebitClaim claim, ShipAndDebitPrice? price)
    {
        var (sale, reasons) = (claim.Sale, new List<Reason>());
        if (claim.Contract != _contract.Number)
            reasons.Add(new Reason("claim.other-contract", ("claimed", claim.Contract.Code), ("contract", _contract.Number.Code)));
        if (claim.Dealer != _contract.Dealer)
            reasons.Add(new Reason("claim.not-the-dealer", ("dealer", claim.Dealer.Code)));
        if (!_contract.IsFor(sale.Customer))
            reasons.Add(new Reason("claim.customer-not-eligible", ("customer", sale.Customer.Code)));
        if (price is null)
            reasons.Add(new Reason("claim.product-not-covered", ("product", sale.Product.Code)));
        else if (price.InPer(sale.Quantity) is null)
            reasons.Add(new Reason("claim.unit-not-converted", ("quantity", sale.Quantity)));
        if (_claimedBy.TryGetValue(sale.Id, out var earlier))
            reasons.Add(new Reason("claim.claimed-before", ("sale", sale.Id.ToString()), ("claim", earlier.ToString())));
        if (!sale.IsReturn)
            AddDays(claim, reasons);
        return reasons;
    }

    private void AddDays(ShipAndDebitClaim claim, List<Reason> reasons)
    {
        var (sold, window) = (claim.Sale.Date, _contract.Window);
        if (!window.Contains(sold))
            reasons.Add(new Reason("claim.outside-window", ("sold", sold), ("window", window.ToString())));
        if (claim.On < sold)
            reasons.Add(new Reason("claim.before-sale", ("claimed", claim.On), ("sold", sold)));
        else if (_contract.ClaimDays is { } days && Period.DaysBetween(sold, claim.On) > days)
            reasons.Add(new Reason("claim.too-late", ("claimed", claim.On), ("until", sold.PlusDays(days))));
    }
}
