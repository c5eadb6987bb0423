using System;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>This period against last year's with one assignment for both.</summary>
public sealed class LikeForLikeGrowth
{
    private static readonly FiscalPeriod s_quarter = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 2);
    private static readonly LocalDate s_day = new(2026, 5, 15);
    private static readonly Crediting<SalespersonId> s_today = Crediting.ByCustomer.Through(Accounts).AsAssignedOn(s_day);

    // Customer 1 came from S1 to S2 in March 2026: as sold, S2 would have grown from nothing.
    private static readonly SalesLine[] s_lines =
    [
        Sale(new LocalDate(2025, 4, 1), 100m), Sale(new LocalDate(2025, 5, 15), 50m), Sale(new LocalDate(2025, 5, 16), 999m),
        Sale(new LocalDate(2026, 4, 1), 120m), Sale(new LocalDate(2026, 5, 15), 60m), Sale(new LocalDate(2026, 5, 16), 999m),
        Sale(new LocalDate(2026, 4, 2), 7m, customer: 5),
    ];

    [Fact]
    public void Customers_that_moved_are_no_growth()
    {
        var growth = Revenue.LikeForLike(s_quarter, s_day, s_today, s_lines);

        Assert.Equal(Percentage.FromPercent(20), growth.Of(Person("S2")).Rate);
        Assert.Equal(
            (Cny(180m), Cny(150m), Cny(30m)),
            (growth.Of(Person("S2")).Current.Value, growth.Of(Person("S2")).Prior.Value, growth.Of(Person("S2")).Change));
        Assert.Equal("2025-04-01/2025-05-15", growth.Prior.Span.ToString());
        Assert.Equal((Cny(187m), Cny(150m)), (growth.Total.Current.Value, growth.Total.Prior.Value));
        Assert.Equal([Person("S2")], growth.Owners);
        Assert.Equal("CNY 180.00 on CNY 150.00 = 20%", growth.Of(Person("S2")).ToString());
        Assert.Equal(growth.Of(Person("S2")).Rate, growth.OfTeam(Person("S2")).Rate);
    }

    [Fact]
    public void Collections_grow_like_for_like_too()
    {
        var rule = ActualRule.OfCollections(Currency.CNY);
        CollectionLine[] receipts =
        [
            Receipt(new LocalDate(2025, 4, 1), 100m), Receipt(new LocalDate(2025, 5, 16), 999m), Receipt(new LocalDate(2026, 4, 1), 130m),
            Receipt(new LocalDate(2026, 5, 16), 999m),
        ];
        var growth = rule.LikeForLike(s_quarter, s_day, s_today, receipts);

        Assert.Equal([Person("S2")], growth.Owners);
        Assert.Equal(Percentage.FromPercent(30), growth.Of(Person("S2")).Rate);
        Assert.Equal(Percentage.FromPercent(30), growth.Total.Rate);
        Proof.Holds(growth.Total.Rate!.Value, growth.Total.Explain());
        Assert.Throws<ArgumentException>("crediting", () => rule.LikeForLike(s_quarter, s_day, s_today.AsSold(), receipts));
        Assert.Throws<ArgumentException>("asOf", () => rule.LikeForLike(s_quarter, new LocalDate(2026, 3, 31), s_today, receipts));
        Assert.Throws<ArgumentException>("receipts", () => rule.LikeForLike(s_quarter, s_day, s_today, [receipts[0], receipts[0]]));
        Assert.Throws<InvalidOperationException>(() => Revenue.LikeForLike(s_quarter, s_day, s_today, receipts));
    }

    [Theory]
    [InlineData(0, "growth.zero-prior")]
    [InlineData(-5, "growth.negative-prior")]
    public void From_nothing_or_less_there_is_no_growth(int prior, string code)
    {
        SalesLine[] lines = prior == 0 ? [.. s_lines.Skip(3).Take(3)]
            : [.. s_lines.Skip(3).Take(3), Sale(new LocalDate(2025, 4, 3), prior)];
        var growth = Revenue.LikeForLike(s_quarter, s_day, s_today, lines).Total;

        Assert.Null(growth.Rate);
        Assert.Equal(code, growth.Reasons.Single().Code);
        Assert.Equal(Cny(180m - prior), growth.Change);
        Proof.Holds(Figure.Absent, growth.Explain());
    }

    [Fact]
    public void An_unknown_sum_has_no_growth()
    {
        var margin = ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced);
        var growth = margin.LikeForLike(s_quarter, s_day, s_today, [.. s_lines, Sale(s_day, 1m, change: line => line.Cost = null)])
            .Of(Person("S2"));

        Assert.Null(growth.Change);
        Assert.Equal(["growth.unknown-current"], growth.Reasons.Select(reason => reason.Code));
        Proof.Holds(Figure.Absent, growth.Explain());
    }

    [Fact]
    public void It_explains_itself()
    {
        var growth = Revenue.LikeForLike(s_quarter, s_day, s_today, s_lines).Of(Person("S2"));

        Proof.Holds(growth.Rate!.Value, growth.Explain());
    }

    [Fact]
    public void It_asks_for_one_assignment_and_for_a_period_that_has_begun()
    {
        Assert.Throws<ArgumentException>("crediting", () => Revenue.LikeForLike(s_quarter, s_day, s_today.AsSold(), s_lines));
        Assert.Throws<ArgumentException>("asOf", () => Revenue.LikeForLike(s_quarter, new LocalDate(2026, 3, 31), s_today, s_lines));
        Assert.Throws<ArgumentOutOfRangeException>("period", () =>
            Revenue.LikeForLike(FiscalCalendar.Nrf.Period(FiscalPeriodKind.Week, 2023, 53), new LocalDate(2024, 2, 3), s_today, s_lines));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => Revenue.LikeForLike(default, s_day, s_today, s_lines));
    }
}
