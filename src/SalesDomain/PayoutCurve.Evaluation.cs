using System;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class PayoutCurve
{
    /// <summary>The payout at a level.</summary>
    /// <param name="level">The level, in the unit of the points: 107.5 for an attainment of 107.5 %.</param>
    /// <returns>The payout, not rounded: a quotient keeps 28 digits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level lies beyond the points, where no payout is declared.</exception>
    /// <exception cref="OverflowException">
    /// A continued line leads out of the range of a decimal, with no cap or floor that stops it.
    /// </exception>
    public decimal At(decimal level) =>
        _table.TryAt(level, out var payout) ? payout : throw NoPayout(nameof(level), InvariantText.Number(level));

    /// <summary>The payout at a level, in per cent: the points are read as numbers of per cent.</summary>
    /// <param name="level">The level, an attainment say.</param>
    /// <returns>The payout, a percentage of the target incentive say, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level lies beyond the points, where no payout is declared.</exception>
    /// <exception cref="OverflowException">
    /// A continued line leads out of the range of a decimal, with no cap or floor that stops it.
    /// </exception>
    public Percentage At(Percentage level) =>
        TryAt(level, out var payout) ? payout : throw NoPayout(nameof(level), level.ToString());

    /// <summary>The payout at a level, if there is one.</summary>
    /// <param name="level">The level, in the unit of the points: 107.5 for an attainment of 107.5 %.</param>
    /// <param name="payout">The payout, not rounded, or zero when there is none.</param>
    /// <returns>False beyond the points where no payout is declared.</returns>
    /// <exception cref="OverflowException">
    /// A continued line leads out of the range of a decimal, with no cap or floor that stops it.
    /// </exception>
    public bool TryAt(decimal level, out decimal payout) => _table.TryAt(level, out payout);

    /// <summary>The payout at a level in per cent, if there is one.</summary>
    /// <param name="level">The level, an attainment say.</param>
    /// <param name="payout">The payout, not rounded, or 0 % when there is none.</param>
    /// <returns>False beyond the points where no payout is declared.</returns>
    /// <exception cref="OverflowException">
    /// A continued line leads out of the range of a decimal, with no cap or floor that stops it.
    /// </exception>
    public bool TryAt(Percentage level, out Percentage payout)
    {
        var hasPayout = _table.TryAt(level.Percent, out var percent);
        payout = Percentage.FromPercent(percent);
        return hasPayout;
    }

    /// <summary>
    /// The money of a target incentive at an attainment that is never divided out: target × payout of (achieved ÷ quota), exact but for one
    /// division, so that neither a bound nor a cent hangs on a rounded attainment.
    /// </summary>
    /// <param name="targetIncentive">What is paid at a payout of 100 %, zero or more.</param>
    /// <param name="achieved">What was achieved.</param>
    /// <param name="quota">The quota, positive, in the same currency; it need not be that of the incentive.</param>
    /// <returns>The nearest amount that a decimal holds to the exact one, in the currency of the incentive.</returns>
    /// <exception cref="CurrencyMismatchException">Achievement and quota have different currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The incentive is negative, the quota not positive, or the attainment lies beyond the points, where no payout is declared.
    /// </exception>
    /// <exception cref="OverflowException">The amount does not fit in a decimal.</exception>
    public Money Payout(Money targetIncentive, Money achieved, Money quota)
    {
        if (TryPayout(targetIncentive, achieved, quota, out var payout))
            return payout;

        throw quota.IsPositive ? NoPayout(nameof(achieved), achieved.ToString()) : NoAttainment(quota.ToString());
    }

    /// <summary>The same for a quota in units.</summary>
    /// <param name="targetIncentive">What is paid at a payout of 100 %, zero or more.</param>
    /// <param name="achieved">What was achieved.</param>
    /// <param name="quota">The quota, positive, in the same unit.</param>
    /// <returns>The nearest amount that a decimal holds to the exact one, in the currency of the incentive.</returns>
    /// <exception cref="UnitMismatchException">Achievement and quota have different units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The incentive is negative, the quota not positive, or the attainment lies beyond the points, where no payout is declared.
    /// </exception>
    /// <exception cref="OverflowException">The amount does not fit in a decimal.</exception>
    public Money Payout(Money targetIncentive, Quantity achieved, Quantity quota)
    {
        if (TryPayout(targetIncentive, achieved, quota, out var payout))
            return payout;

        throw quota.Amount > 0m ? NoPayout(nameof(achieved), achieved.ToString()) : NoAttainment(quota.ToString());
    }

    /// <summary>The money of a target incentive, if there is any.</summary>
    /// <param name="targetIncentive">What is paid at a payout of 100 %, zero or more.</param>
    /// <param name="achieved">What was achieved.</param>
    /// <param name="quota">The quota, in the same currency; it need not be that of the incentive.</param>
    /// <param name="payout">The nearest amount that a decimal holds to the exact one, or zero when there is none.</param>
    /// <returns>
    /// False when a quota of zero or less gives no attainment, and beyond the points where no payout is declared: what such a month pays is
    /// the plan's decision.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">Achievement and quota have different currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The incentive is negative.</exception>
    /// <exception cref="OverflowException">The amount does not fit in a decimal.</exception>
    public bool TryPayout(Money targetIncentive, Money achieved, Money quota, out Money payout)
    {
        if (achieved.Currency != quota.Currency)
            throw new CurrencyMismatchException(achieved.Currency, quota.Currency, nameof(quota));

        return TryPayout(targetIncentive, achieved.Amount, quota.Amount, out payout);
    }

    /// <summary>The same for a quota in units.</summary>
    /// <param name="targetIncentive">What is paid at a payout of 100 %, zero or more.</param>
    /// <param name="achieved">What was achieved.</param>
    /// <param name="quota">The quota, in the same unit.</param>
    /// <param name="payout">The nearest amount that a decimal holds to the exact one, or zero when there is none.</param>
    /// <returns>
    /// False when a quota of zero or less gives no attainment, and beyond the points where no payout is declared: what such a month pays is
    /// the plan's decision.
    /// </returns>
    /// <exception cref="UnitMismatchException">Achievement and quota have different units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The incentive is negative.</exception>
    /// <exception cref="OverflowException">The amount does not fit in a decimal.</exception>
    public bool TryPayout(Money targetIncentive, Quantity achieved, Quantity quota, out Money payout)
    {
        if (achieved.Unit != quota.Unit)
            throw new UnitMismatchException(achieved.Unit, quota.Unit, nameof(quota));

        return TryPayout(targetIncentive, achieved.Amount, quota.Amount, out payout);
    }

    internal bool TryPayout(Money targetIncentive, decimal achieved, decimal quota, out Money payout)
    {
        if (targetIncentive.Amount < 0m)
            throw Guards.OutOfRange(nameof(targetIncentive), targetIncentive.ToString(), "must not be negative");

        var amount = 0m;
        var hasPayout = quota > 0m && _table.TryPayout(targetIncentive.Amount, achieved, quota, out amount);
        payout = targetIncentive.With(amount);
        return hasPayout;
    }

    private static ArgumentOutOfRangeException NoPayout(string parameterName, string value) =>
        Guards.OutOfRange(parameterName, value, "must lie where the curve declares a payout");

    private static ArgumentOutOfRangeException NoAttainment(string quota) => Guards.OutOfRange("quota", quota, "must be positive");
}
