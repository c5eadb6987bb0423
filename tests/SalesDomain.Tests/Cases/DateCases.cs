using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources that spans of days and timelines answer alone, by their ids.</summary>
public sealed class DateCases
{
    // https://github.com/VirtoCommerce/vc-platform/issues/956
    [Theory]
    [InlineData(2017, 6, 19, 12, 0, 0, true)]
    [InlineData(2017, 6, 19, 23, 59, 59, true)]
    [InlineData(2017, 6, 20, 0, 0, 0, false)]
    public void PL_12_The_end_day_is_included(int year, int month, int day, int hour, int minute, int second, bool isActive)
    {
        var promotion = DateSpan.Until(new LocalDate(2017, 6, 19));

        Assert.Equal(isActive, promotion.Contains(new LocalDateTime(year, month, day, hour, minute, second).Date));
    }

    // AdventureWorks, SalesTerritoryHistory.csv: BusinessEntityID, TerritoryID, StartDate, EndDate
    [Fact]
    public void AW_006_Assignments_to_territories_and_a_gap()
    {
        (string Person, string Territory, DateSpan Span)[] rows =
        [
            ("275", "2", DateSpan.Parse("2022-05-30/2023-11-29")), ("275", "3", DateSpan.Parse("2023-11-30/..")),
            ("280", "1", DateSpan.Parse("2022-05-30/2023-09-29")),
            ("282", "6", DateSpan.Parse("2022-05-30/2023-05-29")), ("282", "10", DateSpan.Parse("2023-05-30/..")),
        ];
        var assignments = rows.GroupBy(row => row.Person).ToDictionary(
            person => person.Key, person => Timeline.Of([.. person.Select(row => (row.Span, new TerritoryId(row.Territory)))]));

        (string Person, LocalDate Day)[] asked =
        [
            ("275", new LocalDate(2023, 11, 29)), ("275", new LocalDate(2023, 11, 30)), ("282", new LocalDate(2023, 5, 29)),
            ("282", new LocalDate(2023, 5, 30)), ("280", new LocalDate(2023, 10, 1)),
        ];
        Assert.Equal(
            ["2", "3", "6", "10", null],
            asked.Select(ask => assignments[ask.Person].TryAt(ask.Day, out var territory) ? territory.Code : null));

        // The gap of 280 begins on the day after the end day.
        Assert.Equal(new TerritoryId("1"), assignments["280"].At(new LocalDate(2023, 9, 29)));
        Assert.False(assignments["280"].TryAt(new LocalDate(2023, 9, 30), out _));
    }

    // https://libraryguides.centennialcollege.ca/c.php?g=645085&p=5114199
    [Fact]
    public void CD_02_The_tenth_day_still_counts()
    {
        var invoiced = new LocalDate(2026, 6, 28);
        var discountDays = new DateSpan(invoiced, invoiced.PlusDays(10));

        Assert.Equal(new LocalDate(2026, 7, 8), discountDays.End);
        Assert.True(discountDays.Contains(new LocalDate(2026, 7, 8)));
        Assert.False(discountDays.Contains(new LocalDate(2026, 7, 9)));

        var paid = Percentage.OneHundred - Percentage.FromPercent(2m);
        Assert.Equal(new Money(980.00m, Currency.CAD), paid.Of(new Money(1000m, Currency.CAD)));
        Assert.Equal(new Money(2665.60m, Currency.CAD), paid.Of(new Money(3720.00m - 1000m, Currency.CAD)));
    }

    // OCA credit-control, account_financial_risk tests: test_other_account_amount
    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(3, 0, 100)]
    public void CR_05_Days_of_grace_keep_an_item_open(int graceDays, int overdue, int open)
    {
        var amount = new Money(100m, Currency.USD);
        var inTime = DateSpan.Until(new LocalDate(2024, 3, 8).PlusDays(graceDays)).Contains(new LocalDate(2024, 3, 10));

        Assert.Equal(new Money(overdue, Currency.USD), inTime ? Money.Zero(Currency.USD) : amount);
        Assert.Equal(new Money(open, Currency.USD), inTime ? amount : Money.Zero(Currency.USD));
    }

    // https://github.com/frappe/erpnext/issues/51596
    [Fact]
    public void AR_10_Aging_by_due_date_has_a_bucket_for_what_is_not_due()
    {
        var buckets = StepSchedule.UpTo((0, "not due"), (30, "1-30"), (60, "31-60")).ThenAbove("over 60");
        var asOf = new LocalDate(2025, 12, 30);
        (LocalDate Due, Money Amount)[] items =
            [(new LocalDate(2026, 1, 15), new Money(70m, Currency.INR)), (new LocalDate(2025, 12, 1), new Money(30m, Currency.INR))];
        var byBucket = items.ToLookup(item => buckets.At(Period.DaysBetween(item.Due, asOf)), item => item.Amount);

        Assert.Equal(new Money(70m, Currency.INR), Money.Sum(Currency.INR, byBucket["not due"]));
        Assert.Equal(new Money(30m, Currency.INR), Money.Sum(Currency.INR, byBucket["1-30"]));
        Assert.Equal(new Money(100m, Currency.INR), Money.Sum(Currency.INR, buckets.Values.SelectMany(bucket => byBucket[bucket])));
    }
}
