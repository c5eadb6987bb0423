using System;
using System.Linq;
using NodaTime;

namespace SalesDomain.Tests.Docs;

public static class WorkingTimeSnippets
{
    private static readonly WorkCalendar s_china2025 = WorkCalendar.MondayToFriday
        .WithHolidays(
            DateSpan.Parse("2025-01-01/2025-01-01"), DateSpan.Parse("2025-01-28/2025-02-04"), DateSpan.Parse("2025-04-04/2025-04-06"),
            DateSpan.Parse("2025-05-01/2025-05-05"), DateSpan.Parse("2025-05-31/2025-06-02"), DateSpan.Parse("2025-10-01/2025-10-08"))
        .WithMakeUpDays(
            new LocalDate(2025, 1, 26), new LocalDate(2025, 2, 8), new LocalDate(2025, 4, 27), new LocalDate(2025, 9, 28),
            new LocalDate(2025, 10, 11))
        .WithValidity(DateSpan.OfYear(2025));

    public static void AYearOfWorkingDays()
    {
        #region AYearOfWorkingDays
        var china2025 = WorkCalendar.MondayToFriday
            .WithHolidays(
                DateSpan.Parse("2025-01-01/2025-01-01"),   // 元旦
                DateSpan.Parse("2025-01-28/2025-02-04"),   // 春节
                DateSpan.Parse("2025-04-04/2025-04-06"),   // 清明节
                DateSpan.Parse("2025-05-01/2025-05-05"),   // 劳动节
                DateSpan.Parse("2025-05-31/2025-06-02"),   // 端午节
                DateSpan.Parse("2025-10-01/2025-10-08"))   // 国庆节、中秋节
            .WithMakeUpDays(                               // 调休上班
                new LocalDate(2025, 1, 26), new LocalDate(2025, 2, 8), new LocalDate(2025, 4, 27),
                new LocalDate(2025, 9, 28), new LocalDate(2025, 10, 11))
            .WithValidity(DateSpan.OfYear(2025));

        Console.WriteLine(china2025.WorkingDays(DateSpan.OfYear(2025)));          // 248
        Console.WriteLine(china2025.WorkingDays(DateSpan.OfMonth(2025, 10)));     // 18
        Console.WriteLine(china2025.IsWorkingDay(new LocalDate(2025, 9, 28)));    // True
        #endregion
    }

    public static void AChangedNotice()
    {
        #region AChangedNotice
        var spring = WorkCalendar.MondayToFriday
            .WithHolidays(DateSpan.Parse("2020-01-24/2020-01-30"))
            .WithMakeUpDays(new LocalDate(2020, 1, 19), new LocalDate(2020, 2, 1));

        var extended = spring
            .WithoutMakeUpDays(new LocalDate(2020, 2, 1))
            .WithHolidays(DateSpan.Parse("2020-01-31/2020-02-02"));

        var thursday = new LocalDate(2020, 1, 23);
        Console.WriteLine(spring.AddWorkingDays(thursday, 1) == new LocalDate(2020, 1, 31));     // True
        Console.WriteLine(extended.AddWorkingDays(thursday, 1) == new LocalDate(2020, 2, 3));    // True
        #endregion
    }

    public static void CountingWorkingDays()
    {
        var china2025 = s_china2025;
        #region CountingWorkingDays
        var friday = new LocalDate(2025, 9, 26);
        var sunday = new LocalDate(2025, 11, 23);

        // 28, 29 and 30 September, then 9 and 10 October.
        LocalDate due = china2025.AddWorkingDays(friday, 5);
        Console.WriteLine(due == new LocalDate(2025, 10, 10));                                           // True
        Console.WriteLine(china2025.WorkingDaysBetween(friday, due));                                    // 5
        Console.WriteLine(china2025.WorkingDaysBetween(due, friday) == -5);                              // True

        Console.WriteLine(china2025.AddWorkingDays(sunday, 1) == new LocalDate(2025, 11, 24));           // True
        Console.WriteLine(china2025.AddWorkingDays(sunday, 0) == sunday);                                // True
        #endregion
    }

    public static void PaceInWorkingDays()
    {
        #region PaceInWorkingDays
        var calendar = WorkCalendar.MondayToFriday;
        var (month, asOf) = (DateSpan.OfMonth(2021, 9), new LocalDate(2021, 9, 15));
        int days = calendar.WorkingDays(month);
        int gone = calendar.ElapsedWorkingDays(month, asOf);
        int left = calendar.RemainingWorkingDays(month, asOf);
        Console.WriteLine(gone + " of " + days + ", " + left + " left");                      // 11 of 22, 11 left

        var (quota, sold) = (new Money(1_200_000m, Currency.CNY), new Money(540_000m, Currency.CNY));
        Console.WriteLine(quota * gone / days);                                               // CNY 600000.00
        Console.WriteLine((quota - sold) / left);                                             // CNY 60000.00
        Console.WriteLine(sold * days / gone);                                                // CNY 1080000.00

        Console.WriteLine(calendar.WorkingDaysBetween(month.Start!.Value, asOf));             // 10
        #endregion
    }

    public static void RollingADueDate()
    {
        #region RollingADueDate
        var calendar = WorkCalendar.MondayToFriday;
        var due = new LocalDate(2025, 11, 30);  // a Sunday

        Console.WriteLine(Rolled(BusinessDayConvention.Following));          // Monday 1
        Console.WriteLine(Rolled(BusinessDayConvention.ModifiedFollowing));  // Friday 28
        Console.WriteLine(Rolled(BusinessDayConvention.Preceding));          // Friday 28
        Console.WriteLine(Rolled(BusinessDayConvention.Unadjusted));         // Sunday 30

        string Rolled(BusinessDayConvention convention)
        {
            LocalDate day = calendar.Roll(due, convention);
            return day.DayOfWeek + " " + day.Day;
        }
        #endregion
    }

    public static void NextYearIsNotKnown()
    {
        var china2025 = s_china2025;
        #region NextYearIsNotKnown
        if (!china2025.TryAddWorkingDays(new LocalDate(2025, 12, 31), 1, out LocalDate due))
            Console.WriteLine("The holidays after " + china2025.Validity.End!.Value.Year + " are not known yet.");
        // The holidays after 2025 are not known yet.

        try
        {
            china2025.AddWorkingDays(new LocalDate(2025, 12, 31), 1);  // 1 January 2026, worked?
        }
        catch (ArgumentOutOfRangeException refused)
        {
            Console.WriteLine(refused.ParamName);  // days
        }
        #endregion
    }

    public static void HoursOfADay()
    {
        #region HoursOfADay
        var hours = WorkingHours.Parse("09:00-12:00,13:00-18:00");
        var shop = WorkCalendar.Weekends(IsoDayOfWeek.Sunday)
            .WithHours(hours)
            .WithHoursOn(IsoDayOfWeek.Saturday, WorkingHours.Of((new LocalTime(9, 0), new LocalTime(12, 0))))
            .WithHoursOn(new LocalDate(2025, 12, 31), WorkingHours.Parse("09:00-14:00"));

        Console.WriteLine(shop.HoursOn(new LocalDate(2025, 12, 30)));                    // 09:00-12:00,13:00-18:00
        Console.WriteLine(shop.HoursOn(new LocalDate(2025, 12, 27)));                    // 09:00-12:00
        Console.WriteLine(shop.HoursOn(new LocalDate(2025, 12, 31)));                    // 09:00-14:00
        Console.WriteLine(shop.HoursOn(new LocalDate(2025, 12, 28)) is null);            // True

        var night = WorkingHours.Of((new LocalTime(22, 0), LocalTime.Midnight), (LocalTime.Midnight, new LocalTime(6, 0)));
        Console.WriteLine(night);                                                        // 00:00-06:00,22:00-24:00
        Console.WriteLine(night.Total == Duration.FromHours(8));                         // True
        #endregion
    }

    public static void ASeason()
    {
        #region ASeason
        var office = WorkCalendar.MondayToFriday
            .WithHours(WorkingHours.Parse("09:00-12:00,13:00-18:00"))
            .WithHoursOn(DateSpan.Parse("2025-05-01/2025-09-30"), WorkingHours.Parse("09:00-12:00,14:00-18:30"))
            .WithHoursOn(new LocalDate(2025, 9, 30), WorkingHours.Parse("09:00-12:00"));

        Console.WriteLine(office.HoursOn(new LocalDate(2025, 9, 29)));    // 09:00-12:00,14:00-18:30
        Console.WriteLine(office.HoursOn(new LocalDate(2025, 9, 30)));    // 09:00-12:00
        Console.WriteLine(office.HoursOn(new LocalDate(2025, 10, 1)));    // 09:00-12:00,13:00-18:00
        #endregion
    }

    public static void EightWorkingHours()
    {
        #region EightWorkingHours
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        var desk = WorkCalendar.MondayToFriday.WithHours(WorkingHours.Parse("09:00-12:00,13:00-18:00"));

        Instant opened = zone.AtStrictly(new LocalDateTime(2025, 11, 21, 17, 0)).ToInstant();  // a Friday
        Instant due = desk.AddWorkingTime(opened, Duration.FromHours(8), zone);
        Console.WriteLine(due == zone.AtStrictly(new LocalDateTime(2025, 11, 24, 17, 0)).ToInstant());      // True

        // The customer was asked on Monday at 11:00 and answered at 14:00: of these three hours, two are worked.
        Instant asked = zone.AtStrictly(new LocalDateTime(2025, 11, 24, 11, 0)).ToInstant();
        Instant answered = zone.AtStrictly(new LocalDateTime(2025, 11, 24, 14, 0)).ToInstant();
        Duration pause = desk.WorkingTime(asked, answered, zone);
        Console.WriteLine(pause == Duration.FromHours(2));                                                  // True

        Instant dueNow = desk.AddWorkingTime(due, pause, zone);
        Console.WriteLine(dueNow == zone.AtStrictly(new LocalDateTime(2025, 11, 25, 10, 0)).ToInstant());   // True
        #endregion
    }

    public static void TheNightTheClocksChange()
    {
        #region TheNightTheClocksChange
        DateTimeZone berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var shift = WorkCalendar.Weekends().WithHours(WorkingHours.Parse("00:00-06:00,22:00-24:00"));

        Console.WriteLine(Night(2025, 3, 29) == Duration.FromHours(7));    // True
        Console.WriteLine(Night(2025, 6, 28) == Duration.FromHours(8));    // True
        Console.WriteLine(Night(2025, 10, 25) == Duration.FromHours(9));   // True

        Duration Night(int year, int month, int day)
        {
            var noon = new LocalDateTime(year, month, day, 12, 0);
            return shift.WorkingTime(berlin.AtStrictly(noon).ToInstant(), berlin.AtStrictly(noon.PlusDays(1)).ToInstant(), berlin);
        }
        #endregion
    }

    public static void TwoDivisors()
    {
        #region TwoDivisors
        var calendar = WorkCalendar.MondayToFriday;

        Console.WriteLine(calendar.AveragePaidDaysAYear + " and " + calendar.AverageWorkingDaysAYear(statutoryHolidays: 13));
        // 261 and 248
        Console.WriteLine(calendar.AveragePaidDaysAMonth == 21.75m);                                                           // True

        var salary = new Money(6_525m, Currency.CNY);
        Console.WriteLine(salary * 12m / calendar.AveragePaidDaysAYear);                                                       // CNY 300.00
        #endregion
    }

    public static void AWeekendThatChanged()
    {
        #region AWeekendThatChanged
        var emirates = Timeline.Of(
            (DateSpan.Until(new LocalDate(2021, 12, 31)), WorkCalendar.Weekends(IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday)),
            (DateSpan.From(new LocalDate(2022, 1, 1)), WorkCalendar.MondayToFriday));

        var turnOfTheYear = DateSpan.Parse("2021-12-27/2022-01-09");
        Console.WriteLine(emirates.Slices(turnOfTheYear).Sum(slice => slice.Value.WorkingDays(slice.Span)));  // 9
        #endregion
    }
}
