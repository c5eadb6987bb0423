using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources that attainment answers, by their ids.</summary>
public sealed class AttainmentCases
{
    // https://docs.oracle.com/cd/G44591_01/trans/F77870-09/examples-of-calculating-attainment-by-grouped-transactions.html
    [Theory]
    [InlineData(new[] { 1_000, 1_500, 500 }, 1.0000)]
    [InlineData(new[] { 1_500, 500 }, 0.6667)]
    public void QUOTA_SEAS_004_Attainment_by_grouped_transactions(int[] credits, decimal attainment)
    {
        var interval = Measure.Revenue.Of(Usd(36_000m / 12));
        var lines = credits.Select((credit, i) => Sale(i + 1, new LocalDate(2026, 1, 31), Usd(credit)));
        var actuals = ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Ordered)
            .Evaluate(DateSpan.OfMonth(2026, 1), Crediting.BySalesperson, lines);

        Assert.Equal(3_000m, interval.Money.Amount);
        Assert.Equal(
            attainment, actuals.Against([(new SalespersonId("1"), interval)]).Of(new SalespersonId("1")).Rate!.Value.Fraction.To(4));
    }

    // Ingram et al., Sales Management (Sales Analysis Example), https://slideplayer.com/slide/8152346
    [Theory]
    [InlineData(11_000_000, 11_250_000, 98)]
    [InlineData(12_000_000, 11_500_000, 104)]
    [InlineData(13_000_000, 12_150_000, 107)]
    [InlineData(7_000_000, 10_000_000, 70)]
    [InlineData(12_000_000, 11_000_000, 109)]
    public void ANA_EFF_001_The_effectiveness_index_is_attainment_in_percent(int sales, int quota, int index) =>
        Assert.Equal(index, Attainment.Of(Measure.Revenue.Of(Usd(sales)), Measure.Revenue.Of(Usd(quota))).Rate!.Value.Percent.To(0));

    [Fact]
    public void ANA_EFF_001_The_five_districts_pooled()
    {
        var districts = new[]
        {
            (11_000_000m, 11_250_000m), (12_000_000m, 11_500_000m), (13_000_000m, 12_150_000m), (7_000_000m, 10_000_000m),
            (12_000_000m, 11_000_000m),
        }
            .Select(district => Attainment.Of(Measure.Revenue.Of(Usd(district.Item1)), Measure.Revenue.Of(Usd(district.Item2))));

        Assert.Equal(Percent(98.39m), Attainment.Pooled(districts).Rate.To(2));
    }

    // Practice, section 5, step 12, and section 4, R-4.
    [Fact]
    public void Li_has_107_36_percent()
    {
        var li = Attainment.Of(Measure.Revenue.Of(Cny(745_000m + 480_000m)), Measure.Revenue.Of(Cny(1_141_000m)));

        Assert.Equal(Percent(107.36m), li.Rate.To(2));
        Assert.Equal(Percent(102.98m), Attainment.Of(li.Actual!.Value - Measure.Revenue.Of(Cny(50_000m)), li.Quota).Rate.To(2));
    }

    private static SalesLine Sale(int line, LocalDate date, Money amount) => new SalesLineBuilder
    {
        Stage = Stage.Ordered,
        Document = new DocumentId("I"),
        Line = line,
        Date = date,
        Customer = new CustomerId("C"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(1),
        NetAmount = amount,
        Tax = Money.Zero(amount.Currency),
        Salesperson = new SalespersonId("1"),
    }.Build();
}
