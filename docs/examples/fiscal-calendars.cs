#:project ../../src/SalesDomain/SalesDomain.csproj

// One idea: a day has a fiscal year, quarter and month only by the calendar of a firm; here is one day in five of them.
// Run: dotnet run docs/examples/fiscal-calendars.cs 2024-02-03

using System;
using NodaTime.Text;
using SalesDomain;
using Kind = SalesDomain.FiscalPeriodKind;

var text = args.Length > 0 ? args[0] : "2024-02-03";
var day = LocalDatePattern.Iso.Parse(text).Value;

Console.WriteLine($"{text,-32}  quarter    month       days of the month          gone");
Print("calendar year", FiscalCalendar.CalendarYear);
Print("from April, by its start (Japan)", FiscalCalendar.StartingIn(4, FiscalYearName.ByStart));
Print("from April, by its end (India)", FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd));
Print("months that close on the 25th", FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.OnClosingDay));
Print("4-5-4 weeks (American retail)", FiscalCalendar.Nrf);

void Print(string name, FiscalCalendar calendar)
{
    var month = calendar.PeriodOf(day, Kind.Month);
    var quarter = calendar.PeriodOf(day, Kind.Quarter);
    Console.WriteLine($"{name,-32}  {quarter,-9}  {month,-10}  {month.Span}  {month.ElapsedDays(day)} of {month.Days}");
}
