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
                parameterName, "'" + settings.Name + "' " + value, "must not leave the cap of the level below the threshold");
        }

        if (settings is { ZeroQuota: not null, Threshold: { Level: not null, Pays: ThresholdPay.AboveOnly } })
        {
            throw Guards.Invalid(
                parameterName, "'" + settings.Name + "' " + value,
                "must have its threshold as an attainment where it is against a quota and pays only above it");
        }

        if (settings.Cap is { } cap && settings.Floor is { } floor && cap.Currency != floor.Currency)
        {
            throw parameterName == nameof(cap) ? new CurrencyMismatchException(floor.Currency, cap.Currency, parameterName)
                : new CurrencyMismatchException(cap.Currency, floor.Currency, parameterName);
        }

        return settings.Cap?.Amount < settings.Floor?.Amount
            ? throw Guards.Invalid(parameterName, "'" + settings.Name + "' " + value, "must not leave the cap below the floor")
            : new CommissionComponent(settings);
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

        internal Money? Cap { get; init; }

        internal Percentage? CapOfTarget { get; init; }

        internal Money? Floor { get; init; }

        internal CommissionModifier[] Modifiers { get; init; } = [];

        internal bool IsSameAs(Settings other) =>
            Modifiers.SequenceEqual(other.Modifiers) && this with { Modifiers = [] } == other with { Modifiers = [] };
    }
}
