using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_quotas = new()
    {
        [typeof(PhasedQuota)] = () => [Quarterly(), Quarterly().WithTotal(Measure.Margin.Of(new Money(3m, Currency.USD)), new LocalDate(2026, 2, 1))],
        [typeof(Phasing)] = () => [Quarterly().Phasing, Phasing.ByWeights(Quarterly().Phasing.Periods, 1m, 2m, 3m).InWorkingDays(WorkCalendar.MondayToFriday)],
        [typeof(PlanPeriods)] = () => [Quarterly().Phasing.Periods, PlanPeriods.Of(DateSpan.OfMonth(2026, 3))],
    };

    private static PhasedQuota Quarterly() =>
        Phasing.Even(PlanPeriods.Of(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1), FiscalPeriodKind.Month))
            .Split(Measure.Margin.Of(new Money(2.5m, Currency.USD)), Rounding.Commercial);
}
