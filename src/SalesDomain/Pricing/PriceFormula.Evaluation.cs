using System;

namespace SalesDomain.Pricing;

/// <summary>What the formula comes to.</summary>
public sealed partial class PriceFormula
{
    /// <summary>1 + change.</summary>
    internal Percentage Factor { get; }

    /// <summary>1 + tax rate.</summary>
    internal Percentage TaxFactor { get; }

    /// <summary>1 − margin, of each of the three.</summary>
    internal Percentage MarginComplement { get; }

    internal Percentage LeastComplement { get; }

    internal Percentage MostComplement { get; }

    internal bool HasMarginBounds => LeastMargin is not null || MostMargin is not null;

    /// <summary>
    /// The price from a base price that is in the currency of the list already and has the basis it has, and the cost of as many units.
    /// </summary>
    internal FormulaSteps Evaluate(Money basePrice, TaxBasis from, TaxBasis to, Money? cost)
    {
        var changed = Margin is null ? basePrice * Factor : basePrice / MarginComplement;
        var taxed = from == to ? changed : Taxed(basePrice, to);
        var range = RangeOf(taxed);
        var rounded = RoundingIn(range) is { } rounding ? taxed.Round(rounding) : taxed;
        var surcharged = Surcharge is { } surcharge ? rounded + surcharge : rounded;
        var least = LeastMargin is null || cost is null ? null : Bound(cost.Value, LeastComplement, to, RoundingMode.Ceiling);
        var most = MostMargin is null || cost is null ? null : Bound(cost.Value, MostComplement, to, RoundingMode.Floor);

        // The least margin last: where no price keeps both, nothing is sold below it.
        var capped = most is not null && surcharged > most.Price ? most.Price : surcharged;
        var price = least is not null && capped < least.Price ? least.Price : capped;
        return new FormulaSteps(changed, from == to ? null : to, taxed, range, rounded, surcharged, least, most, capped, price);
    }

    /// <summary>The rounding of a range, or the one that there is.</summary>
    internal Rounding? RoundingIn(int range) => RoundingRanges is null ? Rounding : RoundingRanges.ValueAt(range);

    /// <summary>The index of the range of a price; 0 where it is not rounded by ranges.</summary>
    /// <remarks>No price is below zero, but a bound of the margin less the surcharge can be: it is rounded as in the first range.</remarks>
    private int RangeOf(Money price) => RoundingRanges is null ? 0 : Math.Max(0, RoundingRanges.StepOf(price, nameof(price)));

    /// <summary>The changed price with the tax or without it; all factors multiplied first, and divided once.</summary>
    private Money Taxed(Money basePrice, TaxBasis to)
    {
        var multiplied = Margin is null ? basePrice * Factor : basePrice;
        var divisor = Margin is null ? 1m : MarginComplement.Fraction;
        return to == TaxBasis.WithTax ? multiplied * TaxFactor / divisor : multiplied / (divisor * TaxFactor.Fraction);
    }

    private BoundSteps Bound(Money cost, Percentage complement, TaxBasis to, RoundingMode side)
    {
        var net = cost / complement;
        var exact = to == TaxBasis.WithTax ? cost * TaxFactor / complement : net;
        var shift = Surcharge ?? Money.Zero(cost.Currency);
        var unshifted = exact - shift;
        var range = RangeOf(unshifted);
        if (RoundingIn(range)?.InMode(side) is not { } rounding)
            return new BoundSteps(cost, net, exact, null, range, exact, exact, exact);

        // The grid is that of the rounded prices, moved by the surcharge.
        var rounded = unshifted.Round(rounding);
        var price = rounded + shift;

        // Below the first price ending there is none: then the bound itself is all that keeps the margin.
        var isKept = side == RoundingMode.Ceiling ? price >= exact : price <= exact;
        return isKept ? new BoundSteps(cost, net, exact, rounding, range, unshifted, rounded, price)
            : new BoundSteps(cost, net, exact, null, range, exact, exact, exact);
    }
}
