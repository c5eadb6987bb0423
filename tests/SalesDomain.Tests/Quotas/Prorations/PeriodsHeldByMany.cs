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

namespace SalesDomain.Tests.Quotas.Prorations;

public sealed class PeriodsHeldByMany
{
    private static readonly DateSpan s_quarter = DateSpan.OfQuarter(2026, 1);

    [Fact]
    public void A_quarter_held_by_two_with_a_vacancy_between()
    {
        var split = Proration.ByDays.Split(
            Measure.Revenue.Of(Usd(100_000m)), s_quarter, Apportionment.ToMinorUnit,
            ("S-1", DateSpan.Until(new LocalDate(2026, 1, 30))), ("S-2", DateSpan.From(new LocalDate(2026, 3, 2))));

        Assert.Equal([Usd(33_333.34m), Usd(33_333.33m)], split.Parts.Select(part => part.Amount.Money));
        Assert.Equal([30, 30], split.Parts.Select(part => part.Counted));
        Assert.Equal(Usd(33_333.33m), split.Vacant.Money);
        Assert.Equal("S-1 USD 33333.34, S-2 USD 33333.33, vacant USD 33333.33", split.ToString());
        Assert.Equal(Usd(0m), split.AmountOf("S-3").Money);
    }

    [Fact]
    public void Who_comes_back_has_both_of_his_parts()
    {
        var split = Proration.ByMonths(FiscalCalendar.CalendarYear, 15).Split(
            Measure.Count("visits").Of(9m), s_quarter, Apportionment.ToWhole,
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
            quota, s_quarter, Apportionment.ToMinorUnit, ("S-1", DateSpan.OfMonth(2026, 1)), ("S-2", DateSpan.From(new LocalDate(2026, 1, 31)))));
        Assert.Throws<ArgumentException>("held", () => rule.Split<string>(quota, s_quarter, Apportionment.ToMinorUnit));
        Assert.Throws<ArgumentException>("total", () => rule.Split(
            Measure.Revenue.Of(Usd(0.001m)), s_quarter, Apportionment.ToMinorUnit, ("S-1", s_quarter)));

        // Before the period they may have held it together.
        Assert.Equal(quota, rule.Split(
            quota, s_quarter, Apportionment.ToMinorUnit, ("S-1", DateSpan.OfYear(2025)), ("S-2", DateSpan.From(new LocalDate(2025, 6, 1)))).AmountOf("S-2"));
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
                var split = rule.Split(quota, s_quarter, Apportionment.ToMinorUnit, held);
                Tampering.IsNamed(split.Explain(), choice);
                return split.Parts.Aggregate(split.Vacant, (sum, part) => sum + part.Amount) == quota
                    && split.AmountOf(0) + split.AmountOf(1) + split.AmountOf(2) + split.Vacant == quota
                    && split.Parts.All(part => part.Counted != 0 || part.Amount.IsZero);
            });

    [Fact]
    public void Splits_are_compared_by_who_held_what()
    {
        var quota = Measure.Revenue.Of(Usd(1m));
        ProratedSplit<string> Of(string owner, int month) => Proration.ByDays.Split(quota, s_quarter, Apportionment.ToMinorUnit, (owner, DateSpan.OfMonth(2026, month)));
        TestHelper.TestEqualsClass(Of("S-1", 1), Of("S-1", 1), Of("S-2", 1), Of("S-1", 2));
    }
}
