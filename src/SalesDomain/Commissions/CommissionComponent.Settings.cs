using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionComponent
{
    private void MustTakeLevel(string parameterName, string level)
    {
        if (Rate.IsOfOneMeasure || !Rate.NeedsBase)
            throw Guards.Invalid(parameterName, "'" + Name + "' by " + level, "cannot set the rate of '" + Rate + "'");
    }

    private static CommissionComponent Checked(Settings settings, string parameterName, string value)
    {
        if (settings.Threshold?.Attainment is { } threshold && settings.LevelCap is { } levelCap && levelCap < threshold)
        {
            throw Guards.Invalid(
                parameterName, "'" + settings.Name + "' " + value,
                "must not leave the cap of the level, " + levelCap + ", below the threshold, " + threshold);
        }

        if (settings is { ZeroQuota: not null, Threshold: { Level: not null, Pays: ThresholdPay.AboveOnly } })
        {
            throw Guards.Invalid(
                parameterName, "'" + settings.Name + "' " + value,
                "must have its threshold as an attainment where it is against a quota and pays only above it");
        }

        if (settings.Cap is { } cap && settings.Floor is { } floor && cap.Currency != floor.Currency)
        {
            var (known, given) = parameterName == nameof(cap) ? (floor, cap) : (cap, floor);
            throw new CurrencyMismatchException(known.Currency, given.Currency, "'" + settings.Name + "'", parameterName);
        }

        if (settings.Cap is { } highest && settings.Floor is { } lowest && highest < lowest)
        {
            throw Guards.Invalid(
                parameterName, "'" + settings.Name + "' " + value,
                "must not leave the cap, " + highest + ", below the floor, " + lowest);
        }

        return settings.PaidAtThreshold() is { } first && (settings.Cap?.Amount ?? settings.CapOfTarget?.Fraction) < first
            ? throw Guards.Invalid(
                parameterName, "'" + settings.Name + "' " + value,
                "must not leave the cap, " + Text((settings.Cap?.Amount ?? settings.CapOfTarget?.Fraction)!.Value)
                    + ", below what is paid at once from the threshold on, which is " + Text(first))
            : new CommissionComponent(settings);

        string Text(decimal paid) =>
            settings.Cap is { } most ? new Money(paid, most.Currency).ToString() : Percentage.FromFraction(paid) + " of target";
    }

    private sealed record Settings
    {
        internal Settings(
            string name, CommissionAccumulation accumulation, CommissionRate rate, CommissionMeasure? @base, Measure? baseMeasure)
        {
            (Name, Accumulation, Rate) = (name, accumulation, rate);
            (Base, BaseMeasure) = (@base, baseMeasure);
        }

        internal string Name { get; }

        internal CommissionAccumulation Accumulation { get; }

        internal CommissionRate Rate { get; }

        internal CommissionMeasure? Base { get; }

        internal Measure? BaseMeasure { get; }

        internal CommissionMeasure? Level { get; init; }

        internal Measure? LevelMeasure { get; init; }

        internal ZeroQuotaPolicy? ZeroQuota { get; init; }

        internal CommissionThreshold? Threshold { get; init; }

        internal Percentage? LevelCap { get; init; }

        internal Money? DealCap { get; init; }

        internal Money? Cap { get; init; }

        internal Percentage? CapOfTarget { get; init; }

        internal Money? Floor { get; init; }

        internal CommissionModifier[] Modifiers { get; init; } = [];

        /// <summary>
        /// What a threshold with back-pay pays when it is met exactly, of the target where the cap is of it; null where the plan alone
        /// does not say: it takes a quota, a rate or a figure that is the payee's, or what is paid on is something else.
        /// </summary>
        internal decimal? PaidAtThreshold()
        {
            var isOfTarget = CapOfTarget is not null;
            if (Threshold is not { Pays: ThresholdPay.FromFirst } || (Cap is null && !isOfTarget) || Rate.NeedsTarget != isOfTarget
                || Rate.FigureName is not null || !(Rate.IsOnLevel || (Level is null && LevelMeasure is null)))
                return null;

            // The currencies of a cap and of a rate that differ are refused by the plan.
            var currency = Cap?.Currency ?? Currency.XXX;
            if (Rate.Currency is { } other && other != currency)
                return null;
            if (Threshold.Attainment is { } attainment)
                return Rate.IsOnLevel && Rate.NeedsQuota ? Paid(attainment.Fraction, attainment) : null;

            return !Rate.NeedsQuota && LevelCap is null && Threshold.Level!.Value.Measure == (LevelMeasure ?? BaseMeasure)
                ? Paid(Threshold.Level.Value.Amount, attainment: null) : null;

            decimal Paid(decimal level, Percentage? attainment) =>
                Rate.Pay(new RateInput(
                    currency, level, quota: 1m, level, isOneMeasure: true, threshold: null, target: 1m, individual: null, figure: null,
                    attainment)).Amount;
        }

        internal bool IsSameAs(Settings other) =>
            Modifiers.SequenceEqual(other.Modifiers) && this with { Modifiers = [] } == other with { Modifiers = [] };
    }
}
