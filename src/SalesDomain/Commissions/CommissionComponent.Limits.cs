using System;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What bounds the payment of a component.</summary>
public sealed partial class CommissionComponent
{
    /// <summary>The component of which no attainment counts above a level: at most 200 % of quota.</summary>
    /// <param name="attainment">The attainment, above zero and not below the threshold.</param>
    /// <returns>The changed copy, in place of one before.</returns>
    /// <exception cref="ArgumentException">The threshold lies above it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attainment"/> is not above zero.</exception>
    public CommissionComponent WithLevelCap(Percentage attainment) =>
        attainment > Percentage.Zero
            ? Checked(_settings with { LevelCap = attainment }, nameof(attainment), attainment.ToString())
            : throw Guards.OutOfRange(nameof(attainment), attainment.ToString(), "must be above 0%");

    /// <summary>
    /// The component of which one deal gives at most an amount within a measurement period, and takes back no more where it comes to less
    /// than nothing; before what caps all deals together.
    /// </summary>
    /// <remarks>A deal ends with the period: one of which both quarters invoice enough gives the cap in each.</remarks>
    /// <param name="cap">The cap of a deal, zero or more, in whole minor units.</param>
    /// <returns>The changed copy, in place of one before.</returns>
    /// <exception cref="ArgumentException">The cap is finer than its currency pays.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The component is not paid deal by deal.</exception>
    public CommissionComponent WithDealCap(Money cap) =>
        Accumulation != CommissionAccumulation.PerDeal
            ? throw new InvalidOperationException("'" + Name + "' must be paid deal by deal to have a cap of a deal.")
            : new CommissionComponent(_settings with { DealCap = MustBePaid(cap, nameof(cap)) });

    /// <summary>
    /// The component that pays at most an amount, before gates and multipliers; of all deals together where it is paid deal by deal.
    /// </summary>
    /// <param name="cap">The cap, zero or more, in whole minor units, and not below the floor.</param>
    /// <returns>The changed copy, in place of a cap before.</returns>
    /// <exception cref="CurrencyMismatchException">The floor has another currency.</exception>
    /// <exception cref="ArgumentException">
    /// It is finer than its currency pays; or the floor lies above it, or what the threshold pays at once, where the plan alone says how
    /// much that is.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is negative.</exception>
    public CommissionComponent WithCap(Money cap) =>
        Checked(_settings with { Cap = MustBePaid(cap, nameof(cap)), CapOfTarget = null }, nameof(cap), cap.ToString());

    /// <summary>The component that pays at most a multiple of its target incentive, before gates and multipliers.</summary>
    /// <param name="cap">The multiple: 200 %; zero or more.</param>
    /// <returns>The changed copy, in place of a cap before.</returns>
    /// <exception cref="ArgumentException">What the threshold pays at once of the target lies above it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is negative.</exception>
    public CommissionComponent WithCap(Percentage cap) =>
        cap >= Percentage.Zero ? Checked(_settings with { CapOfTarget = cap, Cap = null }, nameof(cap), cap.ToString())
            : throw Guards.OutOfRange(nameof(cap), cap.ToString(), "must not be negative");

    /// <summary>The component that pays at least an amount, before gates and multipliers.</summary>
    /// <param name="floor">The floor, zero or more, in whole minor units, and not above the cap.</param>
    /// <returns>The changed copy, in place of a floor before.</returns>
    /// <exception cref="CurrencyMismatchException">The cap has another currency.</exception>
    /// <exception cref="ArgumentException">It is finer than its currency pays, or the cap lies below it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is negative.</exception>
    public CommissionComponent WithFloor(Money floor) =>
        Checked(_settings with { Floor = MustBePaid(floor, nameof(floor)) }, nameof(floor), floor.ToString());

    // By its rounding a cap would be exceeded that nobody can be paid, and less would be paid than a floor.
    private static Money MustBePaid(Money bound, string parameterName) =>
        bound.IsNegative ? throw Guards.OutOfRange(parameterName, bound.ToString(), "must not be negative")
            : bound.Currency.MinorDigits is null || bound.IsInMinorUnits ? bound
            : throw Guards.Invalid(parameterName, bound.ToString(), "must be in whole minor units");
}
