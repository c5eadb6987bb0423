using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using Xunit;
using static SalesDomain.Tests.Facts.Lines;

namespace SalesDomain.Tests.Measures;

public sealed class ReadingFacts
{
    private static readonly Measure[] s_ofSales =
        [Measure.Revenue, Measure.GrossRevenue, Measure.ListValue, Measure.Margin, Measure.Units(UnitOfMeasure.Piece)];

    private static readonly Measure[] s_given =
    [
        Measure.Receivables, Measure.Receivables.On(TaxBasis.WithoutTax), Measure.Collections.On(TaxBasis.WithoutTax),
            Measure.ListValue.On(TaxBasis.WithTax),
        Measure.Margin.On(TaxBasis.WithTax), Measure.Count("visits"), Measure.OfMoney("expense", TaxBasis.WithoutTax),
        Measure.OfQuantity("sell-out", UnitOfMeasure.Piece), Measure.Count("units"), Measure.Count("revenue"),
    ];

    [Fact]
    public void A_sales_line_states_revenue_on_both_bases_list_value_margin_and_units()
    {
        var line = Sale(builder => builder.Cost = Cny(252_000m));

        Assert.Equal(Cny(329_000m), Measure.Revenue.Of(line)?.Money);
        Assert.Equal(Cny(371_770m), Measure.GrossRevenue.Of(line)?.Money);
        Assert.Equal(Cny(350_000m), Measure.ListValue.Of(line)?.Money);
        Assert.Equal(Cny(77_000m), Measure.Margin.Of(line)?.Money);
        Assert.Equal(Quantity.Pieces(3_500m), Measure.Units(UnitOfMeasure.Piece).Of(line)?.Quantity);
    }

    [Fact]
    public void A_receipt_states_what_came_in_with_tax() =>
        Assert.Equal("collections, with tax: CNY 359904.00", Measure.Collections.Of(Receipt(359_904m)).ToString());

    [Fact]
    public void A_return_counts_with_a_minus_sign()
    {
        var line = Sale(builder =>
        {
            builder.Quantity = Quantity.Pieces(-500m);
            builder.ListAmount = Cny(-50_000m);
            builder.NetAmount = Cny(-47_000m);
            builder.Tax = Cny(-6_110m);
            builder.Cost = Cny(-36_000m);
        });

        Assert.Equal(Cny(-11_000m), Measure.Margin.Of(line)?.Money);
        Assert.Equal(Quantity.Pieces(-500m), Measure.Units(UnitOfMeasure.Piece).Of(line)?.Quantity);
    }

    [Fact]
    public void Margin_without_a_cost_and_list_value_without_a_list_price_are_unknown_and_not_zero()
    {
        Assert.Null(Measure.Margin.Of(Sale(line => line.Cost = null)));
        Assert.Null(Measure.ListValue.Of(Sale(line => line.ListAmount = null)));
        Assert.Equal(Cny(329_000m), Measure.Margin.Of(Sale(line => line.Cost = Cny(0m)))?.Money);
        Assert.Equal(Cny(0m), Measure.ListValue.Of(Sale(line => line.ListAmount = Cny(0m)))?.Money);
    }

    [Fact]
    public void A_total_with_an_unknown_part_is_unknown()
    {
        SalesLine[] lines = [Sale(line => line.Cost = Cny(252_000m)), Sale(line => line.Cost = null)];

        Assert.Null(Measure.Margin.Sum(Currency.CNY, lines));
        Assert.Equal(Cny(77_000m), Measure.Margin.Sum(Currency.CNY, lines.Where(line => Measure.Margin.Of(line).HasValue))?.Money);
        Assert.Equal(Cny(658_000m), Measure.Revenue.Sum(Currency.CNY, lines)?.Money);
    }

    [Fact]
    public void No_facts_sum_to_zero()
    {
        Assert.Equal(Measure.Margin.Of(Cny(0m)), Measure.Margin.Sum(Currency.CNY, Array.Empty<SalesLine>()));
        Assert.Equal(Measure.Collections.Of(Cny(0m)), Measure.Collections.Sum(Currency.CNY, Array.Empty<CollectionLine>()));
        Assert.Equal(Measure.Units(UnitOfMeasure.Case).Of(Quantity.Zero(UnitOfMeasure.Case)), Measure.Units(UnitOfMeasure.Case).Sum([]));
    }

    [Property]
    public void A_total_is_the_sum_of_what_the_lines_state_in_whatever_order(decimal[] amounts)
    {
        var lines = Array.ConvertAll(amounts, amount => Sale(line =>
        {
            line.Quantity = Quantity.Pieces(amount);
            line.ListAmount = null;
            line.NetAmount = Cny(amount);
            line.Tax = Cny(amount / 10m);
            line.Cost = Cny(amount / 2m);
        }));
        var receipts = Array.ConvertAll(amounts, Receipt);

        Assert.Equal(Cny(amounts.Sum()), Measure.Revenue.Sum(Currency.CNY, lines)?.Money);
        Assert.Equal(Measure.GrossRevenue.Sum(Currency.CNY, lines), Measure.GrossRevenue.Sum(Currency.CNY, lines.Reverse()));
        Assert.Equal(Cny(amounts.Sum(amount => amount - (amount / 2m))), Measure.Margin.Sum(Currency.CNY, lines)?.Money);
        Assert.Equal(Quantity.Pieces(amounts.Sum()), Measure.Units(UnitOfMeasure.Piece).Sum(lines).Quantity);
        Assert.Equal(Cny(amounts.Sum()), Measure.Collections.Sum(Currency.CNY, receipts).Money);

        // One by one, and added: the total again.
        Assert.Equal(
            Measure.GrossRevenue.Sum(Currency.CNY, lines), lines.Aggregate(Measure.GrossRevenue.Of(Cny(0m)), (sum, line) =>
                sum + Measure.GrossRevenue.Of(line)!.Value));
    }

    [Fact]
    public void A_measure_says_what_it_is_read_from()
    {
        Assert.All(s_ofSales, measure => Assert.Equal(MeasureSource.SalesLines, measure.Source));
        Assert.Equal(MeasureSource.CollectionLines, Measure.Collections.Source);
        Assert.All(s_given, measure => Assert.Equal(MeasureSource.Given, measure.Source));
    }

    [Fact]
    public void A_measure_reads_no_other_facts()
    {
        var (line, receipt) = (Sale().Build(), Receipt(1m));
        foreach (var measure in s_given.Append(Measure.Collections))
        {
            Assert.Contains("sales lines", Assert.Throws<InvalidOperationException>(() => measure.Of(line)).Message,
                StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => measure.Sum(Currency.CNY, Array.Empty<SalesLine>()));
            Assert.Throws<InvalidOperationException>(() => measure.Sum([line]));
        }

        foreach (var measure in s_given.Concat(s_ofSales))
        {
            Assert.Contains("collection lines", Assert.Throws<InvalidOperationException>(() => measure.Of(receipt)).Message,
                StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => measure.Sum(Currency.CNY, Array.Empty<CollectionLine>()));
            Assert.Throws<InvalidOperationException>(() => measure.Sum(Currency.CNY, [receipt]));
        }

        Assert.Throws<InvalidOperationException>(() => Measure.Revenue.Sum([line]));
        Assert.Throws<InvalidOperationException>(() => Measure.Units(UnitOfMeasure.Piece).Sum(Currency.CNY, [line]));
    }

    [Theory]
    [InlineData(Stage.Ordered, Stage.Delivered)]
    [InlineData(Stage.Delivered, Stage.Invoiced)]
    [InlineData(Stage.Invoiced, Stage.Ordered)]
    [InlineData(Stage.Invoiced, Stage.Collected)]
    public void Lines_of_two_stages_are_not_added(Stage first, Stage second)
    {
        SalesLine[] lines = [Sale(line => line.Stage = first), Sale(line => line.Stage = first), Sale(line => line.Stage = second)];

        foreach (var measure in s_ofSales.Where(measure => measure.Kind == FigureKind.Money))
            Check(Assert.Throws<ArgumentException>("lines", () => measure.Sum(Currency.CNY, lines)));
        Check(Assert.Throws<ArgumentException>("lines", () => Measure.Units(UnitOfMeasure.Piece).Sum(lines)));

        void Check(ArgumentException refusal) => Assert.Equal(
            "lines must be of one stage; sum each stage for itself: " + first + " and " + second + ".",
            refusal.Message.Split('\n', '(')[0].Trim());
    }

    [Property]
    public void Each_stage_has_its_own_total(Stage[] stages)
    {
        var lines = stages.Select(stage => Sale(line => line.Stage = stage)).ToArray();

        foreach (var stage in lines.GroupBy(line => line.Stage))
        {
            Assert.Equal(Cny(329_000m * stage.Count()), Measure.Revenue.Sum(Currency.CNY, stage)?.Money);
            Assert.Equal(Quantity.Pieces(3_500m * stage.Count()), Measure.Units(UnitOfMeasure.Piece).Sum(stage).Quantity);
        }

        if (stages.Distinct().Count() > 1)
            Assert.Throws<ArgumentException>("lines", () => Measure.Revenue.Sum(Currency.CNY, lines));
    }

    [Fact]
    public void The_wrong_measure_is_refused_before_a_line_is_read()
    {
        Assert.Throws<InvalidOperationException>(() => Measure.Receivables.Sum(Currency.CNY, Untouched<SalesLine>()));
        Assert.Throws<InvalidOperationException>(() => Measure.Units(UnitOfMeasure.Piece).Sum(Currency.CNY, Untouched<SalesLine>()));
        Assert.Throws<InvalidOperationException>(() => Measure.Revenue.Sum(Untouched<SalesLine>()));
        Assert.Throws<InvalidOperationException>(() => Measure.Revenue.Sum(Currency.CNY, Untouched<CollectionLine>()));

        static IEnumerable<T> Untouched<T>() => Enumerable.Range(0, 1).Select<int, T>(_ => throw new NotSupportedException());
    }

    [Fact]
    public void Another_unit_or_currency_is_refused_in_the_name_of_the_line()
    {
        var inCases = Measure.Units(UnitOfMeasure.Case);
        var costInDollars = Sale(line => line.Cost = new Money(1m, Currency.USD));

        Assert.Equal(UnitOfMeasure.Case, Assert.Throws<UnitMismatchException>("line", () => inCases.Of(Sale().Build())).Expected);
        Assert.Throws<UnitMismatchException>("lines", () => inCases.Sum([Sale().Build()]));
        Assert.Equal(Currency.USD, Assert.Throws<CurrencyMismatchException>("line", () => Measure.Margin.Of(costInDollars)).Actual);
        Assert.Throws<CurrencyMismatchException>("lines", () => Measure.Margin.Sum(Currency.CNY, [costInDollars]));
        Assert.Throws<CurrencyMismatchException>("lines", () => Measure.Revenue.Sum(Currency.USD, [Sale().Build()]));
        Assert.Throws<CurrencyMismatchException>("lines", () => Measure.Collections.Sum(Currency.USD, [Receipt(1m)]));
    }

    private static CollectionLine Receipt(decimal amount) => new CollectionLineBuilder
    {
        Document = new DocumentId("R-1"),
        Line = 1,
        Date = new LocalDate(2026, 3, 2),
        Customer = new CustomerId("D"),
        Amount = Cny(amount),
    }.Build();
}
