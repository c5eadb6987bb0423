using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Weights that have to be the whole.</summary>
internal static class WholeWeights
{
    /// <summary>Refuses weights that are not above 0 % or do not total exactly 100 %, naming what they total.</summary>
    internal static Percentage[] Checked(IEnumerable<Percentage> weights, string parameterName)
    {
        Percentage[] copy = [.. weights];
        foreach (var weight in copy)
        {
            if (weight <= Percentage.Zero)
                throw Guards.Invalid(parameterName, weight.ToString(), "must have weights above 0%");
        }

        Guard.Against.NotWhole(copy, parameterName);
        return copy;
    }
}
