using System;
using System.Collections.Generic;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_attainment = new()
    {
        [typeof(ActualSum)] = () => [ActualSum.Of(MarginOf(2.5m), 1), ActualSum.Of(MarginOf(2.5m), 2, 1)],
        [typeof(Attainment)] = () =>
        [
            Attained(3m), Attained(4m).WithQuotaToDate(MarginOf(1m)).WithElapsed(ElapsedTime.ByDays(DateSpan.OfYear(2026), s_date)),
            Attainment.Of((Measured?)null, null), Attainment.Pooled([Attained(3m), Attained(0m)]),
        ],
        [typeof(AttainmentBand)] = () => [.. Spread().Bands],
        [typeof(AttainmentDistribution)] = () => [Spread()],
        [typeof(CompositeAttainment)] = () => [Composite(MissingMeasure.Exclude).Evaluate(("USD", Attained(3m)))],
        [typeof(CompositeComponent)] = () =>
        [
            CompositeComponent.Of("USD", Percentage.OneHundred), CompositeComponent.Of("USD", Percentage.FromPercent(30)).WithFloor(Percentage.Zero),
            CompositeComponent.Of("USD", Percentage.FromPercent(30)).WithCap(Percentage.OneHundred),
        ],
        [typeof(CompositePart)] = () => [.. Composite(MissingMeasure.Block).Evaluate(("USD", Attained(0m))).Parts],
        [typeof(CompositeRule)] = () => [Composite(MissingMeasure.Exclude), Composite(MissingMeasure.CountAsFull)],
        [typeof(ElapsedTime)] = () =>
        [
            ElapsedTime.ByDays(DateSpan.OfQuarter(2026, 2), s_date), ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, DateSpan.OfMonth(2026, 3), s_date),
        ],
        [typeof(StepSchedule<Percentage, string>)] = () =>
        [
            StepSchedule.From((Percentage.Zero, "low"), (Percentage.OneHundred, "high")).WithCeiling(Percentage.FromPercent(200)),
            StepSchedule.UpTo((Percentage.OneHundred, "low")).WithFloor(Percentage.Zero),
        ],
    };

    private static Measured MarginOf(decimal amount) => Measure.Margin.Of(new Money(amount, Currency.USD));

    private static Attainment Attained(decimal quota) => Attainment.Of(MarginOf(2.5m), MarginOf(quota));

    private static AttainmentDistribution Spread() =>
        AttainmentDistribution.Of(
            StepSchedule.From((Percentage.Zero, "low"), (Percentage.OneHundred, "high")), [Attained(3m), Attained(2m), Attained(0m)]);

    private static CompositeRule Composite(MissingMeasure missing) =>
        CompositeRule.Of(missing, CompositeComponent.Of("USD", Percentage.OneHundred));
}
