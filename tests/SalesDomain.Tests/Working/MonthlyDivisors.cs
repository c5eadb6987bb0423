using System;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Working;

/// <summary>人社部发〔2025〕2号 and, before it, 劳社部发〔2008〕3号: days of the year and of the month for pay and for work.</summary>
public sealed class MonthlyDivisors
{
    private static readonly WorkCalendar s_calendar = WorkCalendar.MondayToFriday;

    [Fact]
    public void A_month_pays_for_21_75_days()
    {
        Assert.Equal(261, s_calendar.AveragePaidDaysAYear);
        Assert.Equal(21.75m, s_calendar.AveragePaidDaysAMonth);
    }

    [Theory]
    [InlineData(13, 248, "20.67")]
    [InlineData(11, 250, "20.83")]
    [InlineData(10, 251, "20.92")]
    [InlineData(0, 261, "21.75")]
    public void A_month_is_worked_for_fewer(int holidays, int days, string rounded)
    {
        Assert.Equal(days, s_calendar.AverageWorkingDaysAYear(holidays));
        Assert.Equal(days / 12m, s_calendar.AverageWorkingDaysAMonth(holidays));
        Assert.Equal(
            rounded,
            Math.Round(s_calendar.AverageWorkingDaysAMonth(holidays), 2, MidpointRounding.AwayFromZero)
                .ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(0, 365)]
    [InlineData(1, 313)]
    [InlineData(2, 261)]
    [InlineData(6, 53)]
    public void Every_free_day_of_the_week_is_free_52_times(int freeDays, int paid)
    {
        IsoDayOfWeek[] days =
        [
            IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
            IsoDayOfWeek.Sunday,
        ];
        var calendar = WorkCalendar.Weekends(days.Take(freeDays).ToArray());

        Assert.Equal(paid, calendar.AveragePaidDaysAYear);
        Assert.Equal(paid / 12m, calendar.AveragePaidDaysAMonth);
    }

    // A salary of 6,525 a month pays 300.00 a day.
    [Fact]
    public void A_days_pay_is_exact_when_it_is_divided_last()
    {
        var salary = new Money(6525m, Currency.CNY);

        Assert.Equal(new Money(300m, Currency.CNY), salary * 12m / s_calendar.AveragePaidDaysAYear);
        Assert.Equal(new Money(300m, Currency.CNY), salary / s_calendar.AveragePaidDaysAMonth);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(262)]
    public void A_number_of_holidays_that_no_year_has_is_refused(int holidays)
    {
        var year = Assert.Throws<ArgumentOutOfRangeException>(() => s_calendar.AverageWorkingDaysAYear(holidays));
        var month = Assert.Throws<ArgumentOutOfRangeException>(() => s_calendar.AverageWorkingDaysAMonth(holidays));

        Assert.Equal(
            ("statutoryHolidays", holidays.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            (year.ParamName, year.ActualValue));
        Assert.Equal("statutoryHolidays", month.ParamName);
    }
}
