using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Quotas;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas.Phasings;

/// <summary>
/// A quota with a phasing and a rounding: months, weeks, 旬 and spans of odd lengths, weights that are whole, tiny, zero and huge.
/// </summary>
public sealed record PhasingSample(Phasing Phasing, Measured Total, Rounding Rounding, decimal Unit)
{
    private static readonly decimal[] s_tellingWeights =
        [0m, 0m, 1m, 1m, 8.33m, 8.34m, 20m, 0.0001m, 333333333.33m, 12_345_678_901.23m, 0.000000000001m, 999_999_999_999_999m];

    internal static PlanPeriods Months2026 { get; } = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);

    internal static PlanPeriods Quarters2026 { get; } = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Quarter);

    internal static Rounding Cents { get; } = Rounding.Commercial;

    public static Arbitrary<PhasingSample> Any =>
        (from phasing in Phasings from rounding in Roundings from total in Totals(rounding.Unit)
         select new PhasingSample(phasing, total, rounding.Rounding, rounding.Unit)).ToArbitrary();

    internal static Gen<PlanPeriods> Periods =>
        Gen.Frequency(
            (2, Gen.Constant(Months2026)),
            (1, Gen.Constant(Quarters2026)),
            (1, from year in Gen.Choose(2000, 2030) from kind in Gen.Elements(
                FiscalPeriodKind.Month, FiscalPeriodKind.Quarter, FiscalPeriodKind.Week)
                select PlanPeriods.Of(FiscalCalendar.Nrf.Year(year), kind)),
            (1, from year in Gen.Choose(2000, 2030) select PlanPeriods.Of(
                FiscalCalendar.CalendarYear.Year(year), FiscalPeriodKind.TenDays)),
            (2, from lengths in Gen.Choose(1, 40).NonEmptyListOf() select Of(new LocalDate(2026, 2, 27), [.. lengths])));

    internal static Gen<Phasing> Phasings =>
        from periods in Periods
        from weights in Gen.Frequency((2, Gen.Elements(s_tellingWeights)), (3, Gen.Choose(0, 5000).Select(weight => weight / 100m)))
            .ArrayOf(periods.Count)
        from inWorkingDays in Gen.Elements(false, true)
        let phasing = Phasing.ByWeights(periods, weights.All(weight => weight == 0m) ? [.. weights.Select(_ => 1m)] : weights)
        select inWorkingDays && HasWorkingDays(periods) ? phasing.InWorkingDays(WorkCalendar.MondayToFriday) : phasing;

    private static Gen<Measured> Totals(decimal unit) =>
        from number in Generators.Decimals().Generator
        let amount = (unit < 1m ? decimal.Truncate(number / unit) : decimal.Truncate(number)) * unit
        from measure in Gen.Choose(0, 3)
        select measure switch
        {
            0 => Measure.Revenue.Of(Cny(amount)),
            1 => Measure.Units(UnitOfMeasure.Case).Of(new Quantity(amount, UnitOfMeasure.Case)),
            2 => Measure.Count("new customers").Of(amount),
            _ => Measure.Collections.Of(new Money(amount, Currency.JPY)),
        };

    private static Gen<(Rounding Rounding, decimal Unit)> Roundings =>
        from mode in Gen.Elements<RoundingMode>(Generators.Modes)
        from rounding in Gen.Elements(
            (Rounding.ToDigits(2, mode), 0.01m), (Rounding.ToDigits(0, mode), 1m), (Rounding.ToStep(1000m, mode), 1000m),
            (Rounding.ToStep(0.05m, mode), 0.05m), (Rounding.ToStep(24m, mode), 24m), (Rounding.ToDigits(6, mode), 0.000001m),
            (Rounding.ToDigits(12, mode), 0.000000000001m))
        select rounding;

    internal static PlanPeriods Of(LocalDate start, int[] lengths)
    {
        var spans = new DateSpan[lengths.Length];
        for (var i = 0; i < lengths.Length; i++)
        {
            spans[i] = new DateSpan(start, start.PlusDays(lengths[i] - 1));
            start = start.PlusDays(lengths[i]);
        }

        return PlanPeriods.Of(spans);
    }

    /// <summary>What one running total may be away from the exact one.</summary>
    internal decimal MostDeviation => Rounding.Mode is RoundingMode.HalfEven or RoundingMode.HalfAwayFromZero ? Unit / 2m : Unit;

    internal PhasedQuota Quota => Phasing.Split(Total, Rounding);

    internal static decimal AmountOf(Measured value) =>
        value.Measure.Kind switch
        {
            FigureKind.Money => value.Money.Amount,
            FigureKind.Quantity => value.Quantity.Amount,
            _ => value.Number,
        };

    /// <summary>total × weights through a period ÷ all weights, as a fraction.</summary>
    internal static Exact Through(Phasing phasing, decimal total, int index) =>
        Exact.Of(total) * Sum(phasing.Weights.Take(index + 1)) / Sum(phasing.Weights);

    private static Exact Sum(IEnumerable<decimal> weights) =>
        weights.Aggregate(Exact.Of(0), (sum, weight) => sum + Exact.Of(weight));

    private static bool HasWorkingDays(PlanPeriods periods) => periods.Spans.All(span => WorkCalendar.MondayToFriday.WorkingDays(span) > 0);
}
