using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class Operation
{
    /// <summary>One part of a total that was apportioned. The figures are the total and every weight, zero or more, in order.</summary>
    /// <param name="apportionment">The apportionment, without bounds.</param>
    /// <param name="part">The index of the part, from 0.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="apportionment"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is negative.</exception>
    public static Operation Share(Apportionment apportionment, int part) => Share(apportionment, part, []);

    /// <summary>
    /// One part of a total that was apportioned with bounds. The figures are the total and every weight, zero or more, in order.
    /// </summary>
    /// <param name="apportionment">The apportionment.</param>
    /// <param name="part">The index of the part, from 0.</param>
    /// <param name="bounds">Minimum and maximum of every part, in order; none for an apportionment without bounds.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="apportionment"/> or <paramref name="bounds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is negative.</exception>
    public static Operation Share(Apportionment apportionment, int part, IEnumerable<ApportionmentPart> bounds)
    {
        Guard.Against.Null(apportionment);
        Guard.Against.OutsideRange(0, int.MaxValue, part);
        Guard.Against.Null(bounds);
        ApportionmentPart[] copy = [.. bounds];
        return new(
            "share", figures => PlainShare.Of(figures, apportionment, part, copy),
            detail: "part " + InvariantText.Number(part + 1L) + ", " + apportionment);
    }

    /// <summary>
    /// One part of a total that was apportioned by several weights at once. The figures are the total, then the weights of all parts for
    /// the first driver, then for the next.
    /// </summary>
    /// <param name="apportionment">The apportionment.</param>
    /// <param name="part">The index of the part, from 0.</param>
    /// <param name="bounds">Minimum and maximum of every part.</param>
    /// <param name="shares">The share of each driver.</param>
    /// <param name="blend">The drivers and their shares, in words.</param>
    internal static Operation ShareOfBlend(
        Apportionment apportionment, int part, ApportionmentPart[] bounds, Percentage[] shares, string blend) =>
        new(
            "share", figures => PlainShare.OfBlend(figures, apportionment, part, bounds, shares),
            detail: "part " + InvariantText.Number(part + 1L) + " by " + blend + ", " + apportionment);
}
