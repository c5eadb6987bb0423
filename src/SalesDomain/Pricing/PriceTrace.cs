using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>
/// The figures on the way to a price that nobody needs but its explanation; filled in by the rule itself when it is asked to.
/// </summary>
internal sealed class PriceTrace
{
    internal ProductId Product { get; set; }

    /// <summary>The quantity in the unit the price is for.</summary>
    internal Quantity Ordered { get; set; }

    /// <summary>The ordered quantity without its sign, in the same unit, for a break by value.</summary>
    internal Quantity Unsigned { get; set; }

    /// <summary>The quantity in the unit that is counted for a break.</summary>
    internal Quantity Counted { get; set; }

    /// <summary>First price × quantity without its sign, for a break by value.</summary>
    internal Money Extended { get; set; }

    /// <summary>The value that is counted for a break by value.</summary>
    internal Money Value { get; set; }

    /// <summary>How much one ordered unit is in the unit the price is for.</summary>
    internal Quantity OfOne { get; set; }

    /// <summary>Price × the units in one.</summary>
    internal Money OfOnePrice { get; set; }

    /// <summary>The price of the step reached, or of a graduated record the price of each part.</summary>
    internal List<PartTrace> Parts { get; } = [];
}
