using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Makes the targets of a range plan: <see cref="RangeTarget{TKey}"/>.</summary>
public static class RangeTarget
{
    /// <summary>A share with a corridor around it, equally wide on both sides: 40 % ± 5 points.</summary>
    /// <typeparam name="TKey">The type of families.</typeparam>
    /// <param name="key">The family.</param>
    /// <param name="share">The share aimed at, 0 % to 100 %.</param>
    /// <param name="points">How many percentage points above or below it are still within, zero or more.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 % to 100 %, or the points are negative.</exception>
    public static RangeTarget<TKey> Around<TKey>(TKey key, Percentage share, decimal points)
        where TKey : notnull
    {
        Guard.Against.Null(key);
        Guard.Against.Below(0m, points);
        return Around(key, share, points, points);
    }

    /// <summary>A share with a corridor around it: 40 %, from 5 points below to 10 above.</summary>
    /// <typeparam name="TKey">The type of families.</typeparam>
    /// <param name="key">The family.</param>
    /// <param name="share">The share aimed at, 0 % to 100 %.</param>
    /// <param name="pointsBelow">How many percentage points below it are still within, zero or more.</param>
    /// <param name="pointsAbove">How many percentage points above it are still within, zero or more.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 % to 100 %, or points are negative.</exception>
    public static RangeTarget<TKey> Around<TKey>(TKey key, Percentage share, decimal pointsBelow, decimal pointsAbove)
        where TKey : notnull
    {
        Guard.Against.Null(key);
        Guard.Against.NoPart(share);
        Guard.Against.Below(0m, pointsBelow);
        Guard.Against.Below(0m, pointsAbove);
        return new RangeTarget<TKey>(key, share, share - Percentage.FromPercent(pointsBelow), share + Percentage.FromPercent(pointsAbove));
    }

    /// <summary>A share that is to be reached, and may be passed: own brands at least 30 %.</summary>
    /// <typeparam name="TKey">The type of families.</typeparam>
    /// <param name="key">The family.</param>
    /// <param name="share">The least share, itself enough; 0 % to 100 %.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 % to 100 %.</exception>
    public static RangeTarget<TKey> AtLeast<TKey>(TKey key, Percentage share)
        where TKey : notnull
    {
        Guard.Against.Null(key);
        return new RangeTarget<TKey>(key, Guard.Against.NoPart(share), share, most: null);
    }

    /// <summary>A share that is not to be passed: goods for resale at most 10 %, a family that runs out at most 0 %.</summary>
    /// <typeparam name="TKey">The type of families.</typeparam>
    /// <param name="key">The family.</param>
    /// <param name="share">The largest share, itself still within; 0 % to 100 %.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 % to 100 %.</exception>
    public static RangeTarget<TKey> AtMost<TKey>(TKey key, Percentage share)
        where TKey : notnull
    {
        Guard.Against.Null(key);
        return new RangeTarget<TKey>(key, Guard.Against.NoPart(share), least: null, share);
    }
}
