using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What is granted of all lines that were claimed by a contract.</summary>
/// <remarks>Equality is by reference. Made by <see cref="ShipAndDebitContract.Judge"/>.</remarks>
public sealed class ShipAndDebitResult
{
    private readonly ShipAndDebitLine[] _lines;

    internal ShipAndDebitResult(ShipAndDebitContract contract, ShipAndDebitLine[] lines)
    {
        Contract = contract;
        _lines = lines;
        var currency = contract.Zero.Currency;
        Claimed = Money.Sum(currency, lines.Select(line => line.Claim.Amount));
        Granted = Money.Sum(currency, lines.Select(line => line.Granted));
        NotProven = Money.Sum(
            currency, lines.Where(line => line.State == ClaimState.NotProven).Select(line => line.Claim.Amount));
        Refused = Claimed - Granted - NotProven;
    }

    /// <summary>The contract.</summary>
    public ShipAndDebitContract Contract { get; }

    /// <summary>The lines by day and number.</summary>
    public IReadOnlyList<ShipAndDebitLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>What was claimed.</summary>
    public Money Claimed { get; }

    /// <summary>What is granted.</summary>
    public Money Granted { get; }

    /// <summary>What was claimed and is not decided, for want of evidence.</summary>
    public Money NotProven { get; }

    /// <summary>Claimed − granted − not proven.</summary>
    public Money Refused { get; }

    /// <summary>The units of a product that are granted.</summary>
    /// <param name="product">The product.</param>
    /// <returns>The units, in the unit of its prices; null where the contract does not have the product.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    public Quantity? UnitsOf(ProductId product)
    {
        Identifier.Given(product);
        return Contract.PriceOf(product) is not { } price ? null
            : Quantity.Sum(
                price.Per,
                _lines.Where(line => line.Price == price && line.Units.Unit == price.Per).Select(line => line.Units));
    }

    /// <summary>How what is granted follows from the lines.</summary>
    /// <returns>The explanation, whose figure is <see cref="Granted"/>.</returns>
    public Explanation Explain() =>
        _lines.Length == 0 ? FactSum("granted", Granted, 0)
            : Node("granted", Granted, Operation.Sum, Array.ConvertAll(_lines, line => line.Explain()));

    /// <summary>Number and amounts: <c>SD-7: USD 400.00 of USD 600.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Contract.Number + ": " + Granted + " of " + Claimed;
}
