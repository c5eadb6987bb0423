using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Phasings;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Prorations;

public sealed class PeriodsHeldByMany
{
    private static readonly DateSpan s_quarter = DateSpan.OfQuarter(2026, 1);

    [Fact]
    public void A_quarter_held_by_two_with_a_vacancy_between()
    {
        var split = Proration.ByDays.Split(
            Measure.Revenue.Of(Usd(100_000m)), s_quarter, Cents,
            ("S-1", DateSpan.Until(new LocalDate(2026, 1, 30))), ("S-2", DateSpan.From(new LocalDate(2026, 3, 2))));

        Assert.Equal([Usd(33_333.33m), Usd(33_333.33m)], split.Parts.Select(each => each.Part.Amount.Money));
        Assert.Equal([30, 30], split.Parts.Select(each => each.Part.Counted));
        Assert.Equal((Usd(66_666.66m), Usd(33_333.34m)), (split.Assigned.Money, split.Vacant.Money));
        Assert.Equal("S-1 USD 33333.33, S-2 USD 33333.33, vacant USD 33333.34", split.ToString());
        Assert.Equal(Usd(0m), split.AmountOf("S-3").Money);
    }

    [Fact]
    public void Who_comes_back_has_both_of_his_parts()
    {
        var split = Proration.ByMonths(FiscalCalendar.CalendarYear, 15).Split(
            Measure.Count("visits").Of(9m), s_quarter, Rounding.ToDigits(0, RoundingMode.HalfAwayFromZero),
            (1, DateSpan.OfMonth(2026, 1)), (2, DateSpan.OfMonth(2026, 2)), (1, DateSpan.OfMonth(2026, 3)));

        Assert.Equal(6m, split.AmountOf(1).Number);
        Assert.True(split.Vacant.IsZero);
    }

    [Fact]
    public void Overlaps_are_refused_within_the_period_and_nobody_too()
    {
        var rule = Proration.ByDays;
        var quota = Measure.Revenue.Of(Usd(1m));
        Assert.Throws<ArgumentException>("held", () => rule.Split(
            quota, s_quarter, Cents, ("S-1", DateSpan.OfMonth(2026, 1)), ("S-2", DateSpan.From(new LocalDate(2026, 1, 31)))));
        Assert.Throws<ArgumentException>("held", () => rule.Split(quota, s_quarter, Cents, Array.Empty<(string, DateSpan)>()));
        Assert.Throws<ArgumentException>("quota", () => rule.Split(default, s_quarter, Cents, ("S-1", s_quarter)));
        Assert.Throws<ArgumentException>("quota", () => rule.Split(
            Measure.Revenue.Of(Usd(0.001m)), s_quarter, Cents, ("S-1", s_quarter)));

        // Before the period they may have held it together.
        Assert.Equal(quota, rule.Split(
            quota, s_quarter, Cents, ("S-1", DateSpan.OfYear(2025)), ("S-2", DateSpan.From(new LocalDate(2025, 6, 1)))).AmountOf("S-2"));
    }

    [Property(MaxTest = 200)]
    public Property Parts_of_a_split_period_and_what_is_vacant_sum_to_the_quota() =>
        Prop.ForAll(
            SharesOfAPeriod.Rules.ToArbitrary(), Gen.Choose(1, 25).NonEmptyListOf().ToArbitrary(), Generators.Decimals(),
            (rule, lengths, amount) =>
            {
                var choice = lengths.Sum();
                var quota = Measure.Revenue.Of(Usd(decimal.Round(amount, 2, MidpointRounding.ToEven)));
                var held = PhasingSample.Of(new LocalDate(2025, 12, 20), [.. lengths]).Spans.Select((span, i) => (i % 3, span)).ToArray();
                var split = rule.Split(quota, s_quarter, Cents, held);
                Tampering.IsNamed(split.Explain(), choice);
                return split.Parts.Aggregate(split.Vacant, (sum, each) => sum + each.Part.Amount) == quota
                    && split.Parts.All(each => each.Part == rule.Of(quota, s_quarter, each.Part.Held, Cents))
                    && split.AmountOf(0) + split.AmountOf(1) + split.AmountOf(2) + split.Vacant == quota
                    && split.Parts.All(each => each.Part.Counted != 0 || each.Part.Amount.IsZero);
            });

    [Fact]
    public void Splits_are_compared_by_who_held_what()
    {
        var quota = Measure.Revenue.Of(Usd(1m));
        ProratedSplit<string> Of(string owner, int month) =>
            Proration.ByDays.Split(quota, s_quarter, Cents, (owner, DateSpan.OfMonth(2026, month)));
        TestHelper.TestEqualsClass(Of("S-1", 1), Of("S-1", 1), Of("S-2", 1), Of("S-1", 2));
    }
}
