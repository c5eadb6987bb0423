using System;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

public sealed partial class PricedLine
{
    /// <summary>The name of the promotion that free goods come from, or null where the line does not say.</summary>
    public string? Promotion { get; private init; }

    /// <summary>The line of free goods that states its promotion, so that no other takes it for its own.</summary>
    /// <param name="name">The name of a <see cref="FreeGoodsPromotion"/>; case counts. Not empty, no white space at either end.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="InvalidOperationException">The line is not free: its price kind is another.</exception>
    /// <remarks>Samples and goods of grace that are no promotion's are kept out of all of them by a name of their own.</remarks>
    public PricedLine OfPromotion(string name)
    {
        var checkedName = Identifier.Checked(name);
        return IsFree ? new PricedLine(this) { Promotion = checkedName }
            : throw new InvalidOperationException("Line " + InvariantText.Number(Number) + " is not free.");
    }
}
