using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Facts;

public sealed class SalesLinesAreWhole
{
    public static TheoryData<string, Action<SalesLineBuilder>> RequiredValues => new()
    {
        { nameof(SalesLineBuilder.Stage), line => line.Stage = null },
        { nameof(SalesLineBuilder.Document), line => line.Document = default },
        { nameof(SalesLineBuilder.Line), line => line.Line = null },
        { nameof(SalesLineBuilder.Date), line => line.Date = null },
        { nameof(SalesLineBuilder.Customer), line => line.Customer = default },
        { nameof(SalesLineBuilder.Product), line => line.Product = default },
        { nameof(SalesLineBuilder.Quantity), line => line.Quantity = null },
        { nameof(SalesLineBuilder.NetAmount), line => line.NetAmount = null },
        { nameof(SalesLineBuilder.Tax), line => line.Tax = null },
    };

    public static TheoryData<string, Action<SalesLineBuilder>> DefaultIdentifiers => new()
    {
        { nameof(SalesLineBuilder.ShipTo), line => line.ShipTo = default(CustomerId) },
        { nameof(SalesLineBuilder.Salesperson), line => line.Salesperson = default(SalespersonId) },
        { nameof(SalesLineBuilder.Channel), line => line.Channel = default(ChannelId) },
        { nameof(SalesLineBuilder.Territory), line => line.Territory = default(TerritoryId) },
        { nameof(SalesLineBuilder.Original), line => line.Original = default(LineId) },
        { nameof(SalesLineBuilder.OrderLine), line => line.OrderLine = default(LineId) },
    };

    [Theory]
    [MemberData(nameof(RequiredValues))]
    public void A_missing_value_is_refused_by_name(string property, Action<SalesLineBuilder> unset)
    {
        var line = Lines.Sale();
        unset(line);

        Assert.Equal(property, Assert.Throws<ArgumentException>(line.Build).ParamName);
    }

    [Theory]
    [MemberData(nameof(DefaultIdentifiers))]
    public void An_identifier_without_a_code_is_refused_by_name(string property, Action<SalesLineBuilder> empty)
    {
        var line = Lines.Sale();
        empty(line);

        Assert.Equal(property, Assert.Throws<ArgumentException>(line.Build).ParamName);
    }

    [Fact]
    public void An_empty_builder_is_refused() => Assert.Throws<ArgumentException>(() => new SalesLineBuilder().Build());

    [Fact]
    public void What_is_set_is_what_the_line_states()
    {
        var line = Lines.Sale().Build();

        Assert.Equal(Stage.Invoiced, line.Stage);
        Assert.Equal(new LineId(new DocumentId("10248"), 1), line.Id);
        Assert.Equal(new LocalDate(2026, 3, 31), line.Date);
        Assert.Equal(new CustomerId("D"), line.Customer);
        Assert.Equal(new ProductId("P"), line.Product);
        Assert.Equal(Quantity.Pieces(3500m), line.Quantity);
        Assert.Equal(Lines.Cny(350_000m), line.ListAmount);
        Assert.Equal(Lines.Cny(329_000m), line.NetAmount);
        Assert.Equal(Lines.Cny(42_770m), line.Tax);
        Assert.Equal(Lines.Cny(371_770m), line.GrossAmount);
        Assert.Equal(Currency.CNY, line.Currency);
        Assert.Equal(PriceKind.Standard, line.PriceKind);
        Assert.False(line.IsReturn);
        Assert.Null(line.Salesperson);
        Assert.Null(line.Channel);
        Assert.Null(line.Territory);
        Assert.Null(line.Cost);
        Assert.Null(line.Original);
        Assert.Equal("Invoiced 2026-03-31 10248/1 D P 3500 PCE CNY 329000.00", line.ToString());
    }

    [Fact]
    public void Goods_go_to_the_customer_unless_another_place_is_given()
    {
        var elsewhere = Lines.Sale();
        elsewhere.ShipTo = new CustomerId("D-WAREHOUSE");

        Assert.Equal(new CustomerId("D"), Lines.Sale().Build().ShipTo);
        Assert.Equal(new CustomerId("D-WAREHOUSE"), elsewhere.Build().ShipTo);
    }

    [Theory]
    [InlineData("ListAmount")]
    [InlineData("Tax")]
    public void All_amounts_but_the_cost_are_of_the_currency_of_the_net_amount(string property)
    {
        var line = Lines.Sale();
        Lines.Set(line, property, new Money(0m, Currency.USD));
        var mismatch = Assert.Throws<CurrencyMismatchException>(line.Build);

        Assert.Equal(property, mismatch.ParamName);
        Assert.Equal((Currency.CNY, Currency.USD), (mismatch.Expected, mismatch.Actual));
    }

    [Fact]
    public void An_undefined_stage_or_price_kind_and_a_negative_line_number_are_refused()
    {
        Assert.Equal("Stage", Assert.Throws<ArgumentOutOfRangeException>(() => Lines.Sale(line => line.Stage = (Stage)4)).ParamName);
        Assert.Equal(
            "PriceKind", Assert.Throws<ArgumentOutOfRangeException>(() => Lines.Sale(line => line.PriceKind = (PriceKind)6)).ParamName);
        Assert.Equal("Line", Assert.Throws<ArgumentOutOfRangeException>(() => Lines.Sale(line => line.Line = -1)).ParamName);
        Assert.Equal(0, Lines.Sale(line => line.Line = 0).Id.Line);
    }

    [Fact]
    public void A_day_of_another_calendar_is_refused() =>
        Assert.Equal("Date", Assert.Throws<ArgumentException>(
            () => Lines.Sale(line => line.Date = new LocalDate(2026, 3, 31).WithCalendar(CalendarSystem.Julian))).ParamName);

    [Fact]
    public void A_changed_copy_differs_only_in_what_was_changed()
    {
        var full = Lines.Sale(line =>
        {
            line.ShipTo = new CustomerId("D2");
            line.PriceKind = PriceKind.Special;
            line.Salesperson = new SalespersonId("LI");
            line.Channel = new ChannelId("RETAIL");
            line.Territory = new TerritoryId("EAST");
            line.Cost = Lines.Cny(245_000m);
            line.Original = new LineId(new DocumentId("10000"), 7);
        });
        var copy = full.ToBuilder().Build();

        Assert.Equal(full, copy);
        Assert.Equal(full.GetHashCode(), copy.GetHashCode());
        Assert.NotSame(full, copy);
        foreach (var change in Lines.Changes)
        {
            var builder = full.ToBuilder();
            change(builder);
            Assert.NotEqual(full, builder.Build());
        }
    }

    [Fact]
    public void A_line_does_not_follow_its_builder()
    {
        var builder = Lines.Sale();
        var line = builder.Build();
        builder.NetAmount = Lines.Cny(1m);

        Assert.Equal(Lines.Cny(329_000m), line.NetAmount);
        Assert.Equal(Lines.Cny(1m), builder.Build().NetAmount);
    }

    [Fact]
    public void Facts_are_ordered_by_date_then_document_then_line()
    {
        static SalesLine Of(int day, string document, int line) => Lines.Sale(builder =>
        {
            builder.Date = new LocalDate(2026, 3, day);
            builder.Document = new DocumentId(document);
            builder.Line = line;
        });
        SalesLine[] sorted = [Of(1, "B", 2), Of(1, "B", 10), Of(1, "C", 1), Of(2, "A", 1), Of(2, "B", 0), Of(2, "B", 1)];

        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            SalesLine[] shuffled = [.. sorted.OrderBy(_ => random.Next())];
            Array.Sort(shuffled, SalesLine.InFactOrder);
            Assert.Equal(sorted, shuffled);
        }

        Assert.Equal(0, SalesLine.InFactOrder.Compare(sorted[0], Of(1, "B", 2)));
        Assert.Equal(sorted.Length, new SortedSet<SalesLine>(sorted, SalesLine.InFactOrder).Count);
    }
}
