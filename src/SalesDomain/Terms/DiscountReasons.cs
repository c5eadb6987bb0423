using NodaTime;

namespace SalesDomain.Terms;

/// <summary>What is said of the discount of a payment: that it came too late, or that it is given after its day.</summary>
internal static class DiscountReasons
{
    internal static Reason[] For(
        PaymentTerms terms, LocalDate baseline, LocalDate paidOn, WorkCalendar calendar, LocalDate? lastDay, int graceDays)
    {
        if (lastDay is not { } last)
            return [];
        if (terms.RungFor(baseline, paidOn, calendar, graceDays) is not { } rung)
            return [new Reason("terms.discount-expired", ("paid on", paidOn), ("last day", last.PlusDays(graceDays)))];

        var day = terms.LastDayOf(rung.Until, baseline, calendar);
        return paidOn <= day ? []
            : [new Reason("terms.discount-in-grace", ("paid on", paidOn), ("last day", day), ("days of grace", (decimal)graceDays))];
    }
}
