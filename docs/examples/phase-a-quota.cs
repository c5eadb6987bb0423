#:project ../../src/SalesDomain/SalesDomain.csproj

// One idea: months that are rounded one by one do not make up the year. What is rounded is the running total, so that every month is right
// to date. Run: dotnet run docs/examples/phase-a-quota.cs

using System;
using SalesDomain;
using SalesDomain.Quotas;

var year = FiscalCalendar.CalendarYear.Year(2026);
var months = PlanPeriods.Of(year, FiscalPeriodKind.Month);
decimal[] season = [6m, 5m, 8m, 8m, 8m, 9m, 7m, 7m, 9m, 9m, 11m, 13m];
Measured quota = Measure.Revenue.Of(new Money(1_234_567m, Currency.CNY));
Rounding whole = Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero);

PhasedQuota phased = Phasing.ByWeights(months, season).Split(quota, whole);
(Money oneByOne, Money toDate) = (Money.Zero(Currency.CNY), Money.Zero(Currency.CNY));

Console.WriteLine("month      one by one   by the running total          to date");
for (var i = 0; i < season.Length; i++)
{
    Money alone = (quota.Money * Percentage.FromPercent(season[i])).Round(whole);
    oneByOne += alone;
    toDate += phased[i].Money;
    Console.WriteLine($"{i + 1,5}{alone,16}{phased[i].Money,23}{toDate,17}");
}

Console.WriteLine($"  all{oneByOne,16}{toDate,23}");
