using System;
using NodaTime;

namespace SalesDomain.Tests.Docs;

public static class DateSnippets
{
    public static void TheLastDayCounts()
    {
        #region TheLastDayCounts
        var promotion = DateSpan.Until(new LocalDate(2017, 6, 19));

        Console.WriteLine(promotion.Contains(new LocalDate(2017, 6, 19)));  // True
        Console.WriteLine(promotion.Contains(new LocalDate(2017, 6, 20)));  // False
        Console.WriteLine(promotion);                                       // ../2017-06-19
        #endregion
    }

    public static void ElevenDaysAreEleven()
    {
        #region ElevenDaysAreEleven
        var month = DateSpan.OfMonth(2026, 4);
        var elapsed = month.ElapsedDays(new LocalDate(2026, 4, 11))!.Value;

        var target = new Money(120_000m, Currency.CNY);
        Money due = target * elapsed / month.Days!.Value;

        Console.WriteLine(elapsed + " of " + month.Days);                                                  // 11 of 30
        Console.WriteLine(due);                                                                            // CNY 44000.00
        Console.WriteLine(Percentage.Ratio(new Money(35_000m, Currency.CNY), due)?.ToString("P1", null));  // 79.5 %
        #endregion
    }

    public static void PricesOverTime()
    {
        #region PricesOverTime
        var list = Timeline.Of(
            (DateSpan.OfYear(2025), new Money(9.60m, Currency.CNY)),
            (DateSpan.From(new LocalDate(2026, 1, 1)), new Money(10.00m, Currency.CNY)));

        var withPromotion = list.Override(DateSpan.OfMonth(2026, 3), new Money(9.20m, Currency.CNY));

        Console.WriteLine(withPromotion.At(new LocalDate(2026, 3, 31)));  // CNY 9.20
        Console.WriteLine(withPromotion.At(new LocalDate(2026, 4, 1)));   // CNY 10.00

        foreach (TimelineSlice<Money> slice in withPromotion.Slices(DateSpan.OfQuarter(2026, 1)))
            Console.WriteLine(slice.Span + " " + slice.Value);
        // 2026-01-01/2026-02-28 CNY 10.00
        // 2026-03-01/2026-03-31 CNY 9.20
        #endregion
    }

    public static void AGapIsAnAnswer()
    {
        #region AGapIsAnAnswer
        var limit = Timeline.Of((DateSpan.OfQuarter(2026, 2), new Money(384_000m, Currency.CNY)));

        Console.WriteLine(limit.TryAt(new LocalDate(2026, 3, 31), out _));  // False

        foreach (TimelineSlice<Money> slice in limit.Slices(DateSpan.OfYear(2026)))
            Console.WriteLine(slice.Span + (slice.HasValue ? " " + slice.Value : " no limit agreed"));
        // 2026-01-01/2026-03-31 no limit agreed
        // 2026-04-01/2026-06-30 CNY 384000.00
        // 2026-07-01/2026-12-31 no limit agreed
        #endregion
    }

    public static void OverlapIsRefused()
    {
        #region OverlapIsRefused
        try
        {
            Timeline.Of(
                (DateSpan.OfMonth(2026, 3), "Spring price"),
                (DateSpan.From(new LocalDate(2026, 3, 31)), "New list"));
        }
        catch (ArgumentException refused)
        {
            Console.WriteLine(refused.ParamName);  // entries
        }
        #endregion
    }

    public static void WhatWasKnownThen()
    {
        #region WhatWasKnownThen
        Revisions<Percentage> rate = Revisions.Empty<Percentage>()
            .Record(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), Percentage.FromPercent(4))
            .Record(new LocalDate(2026, 4, 10), DateSpan.OfMonth(2026, 3), Percentage.FromPercent(5), new Reason("typing-error"));

        var sale = new LocalDate(2026, 3, 15);

        Console.WriteLine(rate.At(sale, knownOn: new LocalDate(2026, 3, 31)));  // 4%
        Console.WriteLine(rate.At(sale, knownOn: new LocalDate(2026, 4, 30)));  // 5%
        Console.WriteLine(rate.Entries[0].ChangesPastValues);                   // False
        Console.WriteLine(rate.Entries[1].ChangesPastValues);                   // True
        #endregion
    }

    public static void ThreeReadings()
    {
        Revisions<Percentage> rate = Revisions.Empty<Percentage>()
            .Record(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), Percentage.FromPercent(4))
            .Record(new LocalDate(2026, 4, 10), DateSpan.OfMonth(2026, 3), Percentage.FromPercent(5), new Reason("typing-error"));
        var sale = new LocalDate(2026, 3, 15);

        #region ThreeReadings
        var early = new LocalDate(2026, 1, 3);
        var today = new LocalDate(2026, 4, 30);

        Console.WriteLine(rate.TryAt(early, knownOn: early, out _));  // False
        Console.WriteLine(rate.FirstKnown(early));                    // 4%
        Console.WriteLine(rate.At(early, knownOn: today));            // 4%

        Console.WriteLine(rate.At(sale, knownOn: sale));              // 4%
        Console.WriteLine(rate.FirstKnown(sale));                     // 4%
        Console.WriteLine(rate.At(sale, knownOn: today));             // 5%
        #endregion
    }

    public static void WhyIsIt()
    {
        Revisions<Percentage> rate = Revisions.Empty<Percentage>()
            .Record(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), Percentage.FromPercent(4))
            .Record(new LocalDate(2026, 4, 10), DateSpan.OfMonth(2026, 3), Percentage.FromPercent(5), new Reason("typing-error"));
        var sale = new LocalDate(2026, 3, 15);
        var today = new LocalDate(2026, 4, 30);

        #region WhyIsIt
        Console.WriteLine(rate.EntryAt(sale, knownOn: today));
        // 2026-04-10: 2026-03-01/2026-03-31 5% because typing-error

        var settled = new LocalDate(2026, 3, 31);
        foreach (TimelineChange<Percentage> change in rate.Changes(settled, today))
        foreach (Revision<Percentage> entry in rate.EntriesBetween(settled, today, change.Span))
            Console.WriteLine(change + ", recorded " + entry.Recorded.ToString("uuuu-MM-dd", null) + ": " + entry.Because);
        // 2026-03-01/2026-03-31: 4% to 5%, recorded 2026-04-10: typing-error
        #endregion
    }

    public static void WhatATrueUpLooksAt()
    {
        #region WhatATrueUpLooksAt
        var price = Revisions.Empty<Money>()
            .Record(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), new Money(10.00m, Currency.CNY))
            .Record(new LocalDate(2026, 4, 10), DateSpan.OfMonth(2026, 3), new Money(9.20m, Currency.CNY))
            .Withdraw(new LocalDate(2026, 4, 20), DateSpan.From(new LocalDate(2026, 7, 1)));

        foreach (TimelineChange<Money> change in price.Changes(new LocalDate(2026, 3, 31), new LocalDate(2026, 4, 30)))
            Console.WriteLine(change);
        // 2026-03-01/2026-03-31: CNY 10.00 to CNY 9.20
        // 2026-07-01/2026-12-31: CNY 10.00 to gap
        #endregion
    }
}
