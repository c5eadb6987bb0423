using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>What the findings of each occurrence come to by unit, while its cases are taken one after another.</summary>
/// <remarks>Added up anew for each case, a shipment that is found in a thousand places would cost the square of them.</remarks>
internal sealed class DiversionSums
{
    private readonly Dictionary<DiversionGroup, (int Place, Money Exact, int Count)> _known = [];

    /// <summary>Those before a case, not rounded, and how many of them there are; cases of one occurrence come in its order.</summary>
    internal (Money Exact, int Count) Before(DiversionCase diversion, Money perUnit, UnitOfMeasure unit)
    {
        if (diversion.Group is not { } group)
            return (Money.Zero(perUnit.Currency), 0);
        if (!_known.TryGetValue(group, out var sum))
            sum = (0, Money.Zero(perUnit.Currency), 0);

        for (; sum.Place < diversion.Place; sum.Place++)
        {
            var earlier = group.Findings[sum.Place];
            if (!earlier.Converts(unit))
                continue;

            sum.Exact += earlier.At(perUnit, unit);
            sum.Count++;
        }

        _known[group] = sum;
        return (sum.Exact, sum.Count);
    }
}
