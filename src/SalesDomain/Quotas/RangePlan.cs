using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Makes plans of the range: <see cref="RangePlan{TKey}"/>.</summary>
public static class RangePlan
{
    /// <summary>A plan of the shares of families; others may be sold beside them.</summary>
    /// <typeparam name="TKey">The type of families.</typeparam>
    /// <param name="measure">What the shares are of: revenue, margin, units.</param>
    /// <param name="targets">
    /// At least one target, each family once. What is aimed at with a corridor or asked at least is together at most 100 %.
    /// </param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException">An argument or a target is null.</exception>
    /// <exception cref="ArgumentException">There is no target, a family comes twice, or the targets cannot be met together.</exception>
    public static RangePlan<TKey> Of<TKey>(Measure measure, params RangeTarget<TKey>[] targets)
        where TKey : notnull
    {
        Guard.Against.Null(measure);
        var given = Guard.Against.Nothing(targets, "a plan has at least one target");
        Array.ForEach(given, target => Guard.Against.Null(target, nameof(targets)));
        return new RangePlan<TKey>(measure, given, nameof(targets));
    }
}
