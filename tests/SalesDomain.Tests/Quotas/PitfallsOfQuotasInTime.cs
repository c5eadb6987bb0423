using System;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas;

/// <summary>Mistakes that other systems really made, by the numbers of the list they were collected in.</summary>
public sealed class PitfallsOfQuotasInTime
{
    private static readonly LocalDate s_july = new(2026, 7, 1);
    private static readonly Reason s_moved = new("account-moved");

    // Clawed back twice: what was taken back was dropped and subtracted besides (guillermoscript/lms-front #498).
    [Fact]
    public void Pitfall_3_A_transfer_is_taken_back_once()
    {
        var ledger = QuotaLedger.Of(s_july, DateSpan.OfYear(2026), ("Li", Revenue(100m)), ("Wu", Revenue(50m)))
            .Record(QuotaChange.Transfer(new DocumentId("Q-1"), s_july, s_july, "Li", "Wu", Revenue(10m), s_moved));
        var undone = ledger.Reverse(new DocumentId("Q-1"), new DocumentId("Q-2"), s_july, s_moved);

        Assert.Same(undone, undone.Reverse(new DocumentId("Q-1"), new DocumentId("Q-2"), s_july, s_moved));
        Assert.Throws<ArgumentException>("change", () => undone.Reverse(new DocumentId("Q-1"), new DocumentId("Q-3"), s_july, s_moved));
        Assert.Equal([100m, 50m], undone.Balances(s_july, s_july).Select(balance => AmountOf(balance.Amount)));
    }

    // Reinstated, and a later refund took back too little (elizaOS/eliza #11155): every reversal has its own reversal.
    [Fact]
    public void Pitfall_4_What_is_reinstated_can_be_taken_back_again()
    {
        var ledger = QuotaLedger.Of(s_july, DateSpan.OfYear(2026), ("Li", Revenue(100m)))
            .Record(QuotaChange.Relief(new DocumentId("Q-1"), s_july, s_july, "Li", Revenue(10m), s_moved));
        decimal[] quotas =
        [
            .. Enumerable.Range(1, 3).Select(number =>
            {
                ledger = ledger.Reverse(Number(number), Number(number + 1), s_july, s_moved);
                return AmountOf(ledger.BalanceOf("Li", s_july, s_july).Amount);
            }),
        ];

        Assert.Equal([100m, 90m, 100m], quotas);
    }

    // Changing a rule rewrote history (OCA #76, #552; EDD-Commissions #110).
    [Fact]
    public void Pitfall_5_A_later_rule_leaves_what_was_published()
    {
        var published = Phasing.Even(Quarters2026).Split(Revenue(1_000m), Cents);
        var changed = published.Rephase(Phasing.ByWeights(Quarters2026, 0m, 0m, 1m, 9m), s_july).WithTotal(
            Revenue(1_500m), new LocalDate(2026, 10, 1));

        Assert.Equal([250m, 250m, 50m, 950m], changed.Parts.Select(AmountOf));
        Assert.Equal([250m, 250m, 250m, 250m], published.Parts.Select(AmountOf));
        Assert.Equal(published, changed.Published!.Published);
        Assert.True(changed.Explain(3).IsVerified);
    }

    // Both sides of a split rounded: 6.45 gave 1.93 + 4.51 (getdokan/dokan #3324); 1.00 in three (spliit #374); 1,000 paid as 1,000.02.
    [Theory]
    [InlineData(6.45, 3, 7)]
    [InlineData(1.00, 1, 1, 1)]
    [InlineData(1000, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3)]
    [InlineData(0.01, 5, 5)]
    public void Pitfall_6_Parts_are_not_rounded_each_by_itself(decimal total, params int[] days)
    {
        var periods = Of(s_july, days);
        var phased = Phasing.ByDays(periods).Split(Revenue(total), Cents);
        var prorated = periods.Spans.Select(span => Proration.ByDays.Of(Revenue(total), periods.Span, span, Cents).Amount).ToArray();

        Assert.Equal(Revenue(total), prorated.Aggregate((sum, part) => sum + part));
        Assert.Equal(phased.Parts, prorated);
    }

    // Totals of percentages compared in binary floats (erpnext #57802): 0.1 + 0.2 is 0.3 here.
    [Fact]
    public void Pitfall_7_Percentages_that_total_100_in_decimals_are_taken()
    {
        Assert.Equal(100m, Phasing.OfPercentages(Quarters2026, Percent(0.1m), Percent(0.2m), Percent(0.3m), Percent(99.4m)).TotalWeight);
        Assert.Throws<ArgumentException>(
            "percentages",
            () => Phasing.OfPercentages(Quarters2026, Percent(0.1m), Percent(0.2m), Percent(0.3m), Percent(99.3999999999999m)));
    }

    // Days of start and end changed in silence by a frequency (ADempiere #2978); nothing settled when run within the period (OCA #145).
    [Fact]
    public void Pitfall_12_Periods_begin_as_they_were_given_and_a_day_within_one_has_its_part()
    {
        var periods = Of(new LocalDate(2026, 2, 27), [31, 30]);
        var quota = Phasing.ByDays(periods).Split(Revenue(6_100m), Cents);

        Assert.Equal(new LocalDate(2026, 2, 27), quota.Phasing.Periods.Span.Start);
        Assert.Equal(Revenue(100m), quota.QuotaToDate(new LocalDate(2026, 2, 27)));
        Assert.Equal(Revenue(3_500m), quota.QuotaToDate(new LocalDate(2026, 4, 2)));

        // Where only the end of a period will do, another day is refused and not moved.
        Assert.Throws<ArgumentException>(
            "asOf", () => ShortfallPolicy.Spread.Evaluate(Revenue(0m), quota, new LocalDate(2026, 3, 28), Cents));
        Assert.Throws<ArgumentException>("from", () => quota.Rephase(quota.Phasing, new LocalDate(2026, 3, 31)));
    }

    // Published examples are often wrong: 22 days of 4,545 are said to be 100,000, and ten twelfths of a year to be its quota from March.
    [Fact]
    public void Pitfall_18_Figures_of_published_examples_are_computed_anew()
    {
        var september = Phasing.ByWorkingDays(PlanPeriods.Of(DateSpan.OfMonth(2021, 9)), WorkCalendar.MondayToFriday).Split(
            Revenue(100_000m), Cents);
        Assert.Equal(99_990m, 22m * decimal.Floor(AmountOf(september.QuotaToDate(new LocalDate(2021, 9, 1)))));
        Assert.Equal(Revenue(100_000m), september.QuotaToDate(new LocalDate(2021, 9, 30)));

        var year = Phasing.OfPercentages(Quarters2026, Percent(20m), Percent(20m), Percent(20m), Percent(40m)).Split(
            Revenue(100_000m), Cents);
        var fromMarch = Proration.ByMonths(FiscalCalendar.CalendarYear, 1).Of(year, DateSpan.From(new LocalDate(2026, 3, 1)), Cents);
        Assert.NotEqual(Cny(83_333.33m), fromMarch.Total.Money);
        Assert.Equal(Cny(86_666.67m), fromMarch.Total.Money);
    }

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));

    private static DocumentId Number(int number) => new("Q-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
