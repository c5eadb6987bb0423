using System;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Dates;

public sealed class TimelineExamples
{
    private static readonly LocalDate s_newYear = new(2026, 1, 1);
    private static readonly LocalDate s_april = new(2026, 4, 1);

    private static readonly Timeline<decimal> s_prices = Timeline.Of(
        (DateSpan.From(s_april), 9.50m), (new DateSpan(s_newYear, new LocalDate(2026, 3, 31)), 10.00m));

    [Theory]
    [InlineData(2025, 12, 31, null)]
    [InlineData(2026, 1, 1, "10.00")]
    [InlineData(2026, 3, 31, "10.00")]
    [InlineData(2026, 4, 1, "9.50")]
    [InlineData(9999, 12, 31, "9.50")]
    public void A_price_is_in_force_from_its_first_day_through_its_last(int year, int month, int day, string? price)
    {
        var date = new LocalDate(year, month, day);

        Assert.Equal(price is not null, s_prices.TryAt(date, out var found));
        Assert.Equal(price is null ? 0m : decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), found);
        if (price is null)
            Assert.Equal("date", Assert.Throws<ArgumentOutOfRangeException>(() => s_prices.At(date)).ParamName);
        else
            Assert.Equal(found, s_prices.At(date));
    }

    [Fact]
    public void A_promotion_put_over_a_price_leaves_the_price_before_and_after_it()
    {
        var promotion = new DateSpan(new LocalDate(2026, 2, 27), new LocalDate(2026, 3, 1));
        var prices = s_prices.Override(promotion, 8.88m);

        Assert.Equal(10.00m, prices.At(new LocalDate(2026, 2, 26)));
        Assert.Equal(8.88m, prices.At(new LocalDate(2026, 2, 27)));
        Assert.Equal(8.88m, prices.At(new LocalDate(2026, 3, 1)));
        Assert.Equal(10.00m, prices.At(new LocalDate(2026, 3, 2)));
        Assert.Equal(9.50m, prices.At(s_april));
        Assert.Equal(10.00m, s_prices.At(new LocalDate(2026, 2, 28)));
        Assert.Equal(4, prices.Entries.Count);
    }

    [Fact]
    public void A_span_is_cut_where_the_value_changes_and_gaps_are_shown()
    {
        var slices = s_prices.Without(DateSpan.OfMonth(2026, 2))
            .Slices(new DateSpan(new LocalDate(2025, 12, 1), new LocalDate(2026, 4, 30)));

        Assert.Equal(
            [
                "2025-12-01/2025-12-31 gap", "2026-01-01/2026-01-31 10.00", "2026-02-01/2026-02-28 gap", "2026-03-01/2026-03-31 10.00",
                "2026-04-01/2026-04-30 9.50",
            ],
            Array.ConvertAll(
                [.. slices],
                slice =>
                    slice.Span + " " + (slice.HasValue ? slice.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : "gap")));
    }

    [Fact]
    public void A_gap_has_no_value()
    {
        var gap = Timeline.Empty<int>().Slices(DateSpan.Always)[0];

        Assert.False(gap.HasValue);
        Assert.Equal(DateSpan.Always, gap.Span);
        Assert.Throws<InvalidOperationException>(() => gap.Value);
        Assert.Equal(default, gap);
    }

    [Fact]
    public void One_value_can_be_in_force_always()
    {
        var always = Timeline.Always("A");

        Assert.Equal("A", always.At(LocalDate.MinIsoValue));
        Assert.Equal("A", always.At(LocalDate.MaxIsoValue));
        Assert.Equal(DateSpan.Always, Assert.Single(always.Slices(DateSpan.Always)).Span);
    }

    [Fact]
    public void At_the_first_and_the_last_day_of_all_nothing_lies_beyond()
    {
        var edges = Timeline.Always(1).Override(DateSpan.On(LocalDate.MinIsoValue), 2).Override(DateSpan.On(LocalDate.MaxIsoValue), 3);

        Assert.Equal(3, edges.Entries.Count);
        Assert.Equal(2, edges.At(LocalDate.MinIsoValue));
        Assert.Equal(1, edges.At(LocalDate.MinIsoValue.PlusDays(1)));
        Assert.Equal(1, edges.At(LocalDate.MaxIsoValue.PlusDays(-1)));
        Assert.Equal(3, edges.At(LocalDate.MaxIsoValue));
        Assert.Equal(3, edges.Slices(DateSpan.Always).Count);
        Assert.Empty(edges.Without(new DateSpan(LocalDate.MinIsoValue, LocalDate.MaxIsoValue)).Entries);
    }

    [Fact]
    public void Neighbours_with_the_same_value_stay_two_spans()
    {
        var confirmed = Timeline.Of((DateSpan.OfMonth(2026, 1), 5), (DateSpan.OfMonth(2026, 2), 5));

        Assert.Equal(2, confirmed.Entries.Count);
        Assert.NotEqual(Timeline.Of((new DateSpan(s_newYear, new LocalDate(2026, 2, 28)), 5)), confirmed);
    }

    [Fact]
    public void Timelines_and_slices_are_equal_by_spans_and_values()
    {
        TestHelper.TestEqualsClass(
            s_prices, Timeline.Of((new DateSpan(s_newYear, s_april.PlusDays(-1)), 10.0m), (DateSpan.From(s_april), 9.5m)),
            s_prices.Without(DateSpan.From(s_april)), s_prices.Override(DateSpan.From(s_april), 9.51m),
            s_prices.Override(DateSpan.On(s_april), 9.50m),
            Timeline.Empty<decimal>());
        TestHelper.TestEqualsClass(Timeline.Empty<int>(), Timeline.Always(1).Without(DateSpan.Always), Timeline.Always(0));
        TestHelper.TestEqualsStruct(
            s_prices.Entries[0], Timeline.Empty<decimal>().With(new DateSpan(s_newYear, s_april.PlusDays(-1)), 10m).Entries[0],
            s_prices.Entries[1], s_prices.Without(DateSpan.On(s_newYear)).Entries[0],
            s_prices.Override(s_prices.Entries[0].Span, 11m).Entries[0], default);
        TestHelper.TestEqualsStruct(default, Timeline.Empty<int>().Slices(DateSpan.Always)[0], Timeline.Always(0).Entries[0]);
    }

    [Fact]
    public void Overlapping_spans_are_refused()
    {
        Assert.Equal(
            "entries",
            Assert.Throws<ArgumentException>(() => Timeline.Of((DateSpan.From(s_newYear), 1), (DateSpan.Until(s_newYear), 2))).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(() => s_prices.With(DateSpan.Until(s_newYear), 1m)).ParamName);
        Assert.Equal(1m, s_prices.With(DateSpan.Until(s_newYear.PlusDays(-1)), 1m).At(LocalDate.MinIsoValue));
    }

    [Fact]
    public void Null_entries_values_and_maps_are_refused()
    {
        Assert.Equal("entries", Assert.Throws<ArgumentNullException>(() => Timeline.Of<string>(null!)).ParamName);
        Assert.Equal("entries", Assert.Throws<ArgumentNullException>(() => Timeline.Of((DateSpan.Always, (string)null!))).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => Timeline.Always<string>(null!)).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => Timeline.Empty<string>().With(DateSpan.Always, null!)).ParamName);
        Assert.Equal(
            "value", Assert.Throws<ArgumentNullException>(() => Timeline.Empty<string>().Override(DateSpan.Always, null!)).ParamName);
        Assert.Equal("map", Assert.Throws<ArgumentNullException>(() => Timeline.Always(1).Map<string>(null!)).ParamName);
        Assert.Equal("map", Assert.Throws<ArgumentNullException>(() => Timeline.Always(1).Map<string>(_ => null!)).ParamName);
    }
}
