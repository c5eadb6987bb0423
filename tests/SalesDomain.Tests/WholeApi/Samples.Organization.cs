using System;
using System.Collections.Generic;
using SalesDomain.Organization;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_organization = new()
    {
        [typeof(Ramp)] = () =>
        [
            Ramp.Of(Percentage.Zero, Percentage.FromPercent(50m), Percentage.OneHundred),
            Ramp.Of(Percentage.Zero, Percentage.OneHundred).ByMonthsOf(FiscalCalendar.CalendarYear, joinedBy: 15),
        ],
        [typeof(RampedCapacity)] = () => [Ramp.Of(Percentage.Zero, Percentage.OneHundred).Capacity(s_date, DateSpan.OfYear(2026))],
    };
}
