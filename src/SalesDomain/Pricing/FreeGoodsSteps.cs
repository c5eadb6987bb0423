namespace SalesDomain.Pricing;

/// <summary>How many are free of a quantity or an amount, with every figure on the way; without a sign.</summary>
internal readonly struct FreeGoodsSteps
{
    internal decimal Ordered { get; init; }

    internal bool IsOpen { get; init; }

    /// <summary>Ordered ÷ portion, where whole portions count.</summary>
    internal decimal Portions { get; init; }

    internal decimal Whole { get; init; }

    /// <summary>Whether there is one portion at least.</summary>
    internal bool IsReached { get; init; }

    /// <summary>What is in the whole portions.</summary>
    internal decimal InPortions { get; init; }

    /// <summary>What the whole portions leave over.</summary>
    internal decimal Rest { get; init; }

    /// <summary>Ordered × free, where it is pro rata.</summary>
    internal decimal Product { get; init; }

    /// <summary>The same ÷ portion, not rounded.</summary>
    internal decimal Exact { get; init; }

    /// <summary>Whether what is ordered is a whole multiple of the portion.</summary>
    internal bool IsMultiple { get; init; }

    /// <summary>Free of each full portion.</summary>
    internal decimal OfWhole { get; init; }

    /// <summary>Free of the portions, before what is ordered and the minimum limit it.</summary>
    internal decimal OfPortions { get; init; }

    /// <summary>The same, no more than is ordered where goods are among it.</summary>
    internal decimal Within { get; init; }

    internal decimal Free { get; init; }

    /// <summary>The same of each tier, the lowest first, of what is ordered or of what the higher tiers leave.</summary>
    internal FreeGoodsSteps[] Tiers { get; init; }
}
