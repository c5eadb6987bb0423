using System;
using System.Linq;
using NodaTime;
using QuarterClose.Rules;
using SalesDomain;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>Each rule on both sides of its bounds, on facts made for it.</summary>
public sealed class BoundariesOfTheRules
{
    private static readonly Employee s_anna = new(new SalespersonId("1"), 1, "Anna");
    private static readonly Employee s_bert = new(new SalespersonId("10"), 10, "Bert");
    private static readonly LocalDate s_lastYear = new(1997, 2, 1);
    private static readonly LocalDate s_quarter = new(1998, 2, 1);

    // 80.00 × 1.25 makes a quota of 100.00, so revenue in dollars is attainment in per cent.
    [Theory]
    [InlineData(0.01, 0.00)]
    [InlineData(99.99, 3.00)]
    [InlineData(100.00, 3.00)]
    [InlineData(110.00, 3.50)]
    [InlineData(120.00, 4.00)]
    [InlineData(121.00, 4.07)]
    [InlineData(100.10, 3.01)]
    [InlineData(100.09, 3.00)]
    public void Commission_changes_its_rate_at_100_and_120_percent_and_rounds_once_half_away(decimal revenue, decimal commission) =>
        Assert.Equal(
            commission, Close(Sold(s_anna, s_lastYear, 80m), Sold(s_anna, s_quarter, revenue)).People[0].Commission.Amount!.Value.Amount);

    [Theory]
    [InlineData(200.00, false)]
    [InlineData(200.01, true)]
    public void A_windfall_begins_above_200_percent(decimal revenue, bool isListed) =>
        Assert.Equal(isListed, Close(Sold(s_anna, s_lastYear, 80m), Sold(s_anna, s_quarter, revenue)).WindfallReview.Any());

    [Theory]
    [InlineData(39.99, 0)]
    [InlineData(40.00, 100)]
    [InlineData(119.99, 100)]
    [InlineData(120.00, 200)]
    public void The_plan_rounds_half_a_hundred_away_from_zero(decimal yearAgo, decimal plan) =>
        Assert.Equal(plan, Close(Sold(s_anna, s_lastYear, yearAgo)).Plan.Target.Amount);

    [Fact]
    public void A_tie_for_the_last_hundred_goes_to_the_lower_employee_id() =>
        Assert.Equal(
            [100m, 0m],
            Close(Sold(s_anna, s_lastYear, 40m), Sold(s_bert, s_lastYear, 40m)).People.Select(line => line.Commission.Quota.Amount.Amount));

    [Theory]
    [InlineData(0.125, 1, 0.0, 0.13)]
    [InlineData(0.124, 1, 0.0, 0.12)]
    [InlineData(0.05, 1, 0.9, 0.01)]
    [InlineData(0.05, 1, 0.91, 0.00)]
    [InlineData(10.00, 3, 1.0, 0.00)]
    public void A_net_amount_rounds_half_a_cent_away_from_zero(decimal unitPrice, int quantity, decimal discount, decimal net) =>
        Assert.Equal(net, Price(unitPrice, unitPrice, quantity, discount).NetAmount.Amount);

    [Theory]
    [InlineData("1997-12-31", false)]
    [InlineData("1998-01-01", true)]
    [InlineData("1998-03-31", true)]
    [InlineData("1998-04-01", false)]
    public void A_sale_counts_in_the_quarter_of_its_order_date(string date, bool counts) =>
        Assert.Equal(counts ? 7m : 0m, Close(Sold(s_anna, s_lastYear, 80m), Sold(s_anna, Day(date), 7m)).Revenue.Amount);

    [Theory]
    [InlineData("1996-12-31", 0, 0)]
    [InlineData("1997-01-01", 1, 1)]
    [InlineData("1997-03-31", 1, 1)]
    [InlineData("1997-04-01", 0, 1)]
    [InlineData("1997-12-31", 0, 1)]
    [InlineData("1998-01-01", 0, 0)]
    public void The_plan_looks_at_the_first_quarter_of_1997_and_the_quotas_at_all_of_it(string date, decimal inPlan, decimal inWeights)
    {
        var closed = Close(Sold(s_anna, s_lastYear, 80m), Sold(s_bert, Day(date), 1m));
        Assert.Equal(80m + inPlan, closed.Plan.YearAgo.Total.Amount);
        Assert.Equal(80m + inWeights, closed.LastYear.Amount);
    }

    [Theory]
    [InlineData("1997-03-31", false)]
    [InlineData("1997-04-01", true)]
    [InlineData("1998-03-31", true)]
    [InlineData("1998-04-01", false)]
    public void The_price_check_covers_the_twelve_months_to_the_quarters_end(string date, bool isCovered) =>
        Assert.Equal(isCovered ? 1 : 0, Close(Sold(s_anna, s_lastYear, 80m), Sold(s_bert, Day(date), 1m)).PriceCheck.Lines);

    [Theory]
    [InlineData(10.00, 10.00, 0.10, 0, 0)]
    [InlineData(10.00, 9.99, 0.10, 1, 0)]
    [InlineData(10.00, 10.01, 0.101, 0, 1)]
    [InlineData(10.00, 9.00, 0.20, 1, 1)]
    public void A_line_is_found_below_list_and_above_10_percent(
        decimal listPrice, decimal unitPrice, decimal discount, int belowList, int overDiscounted)
    {
        var price = Price(listPrice, unitPrice, 2, discount);
        var check = Close(Sold(s_anna, s_lastYear, 80m), Sold(s_anna, s_quarter, price)).PriceCheck;

        Assert.Equal((belowList, overDiscounted), (check.BelowList.Lines, check.OverDiscounted.Lines));
        Assert.Equal(belowList * price.BelowListAmount.Amount, check.BelowList.Value.Amount);
        Assert.Equal(overDiscounted * price.BelowListAmount.Amount, check.OverDiscounted.Value.Amount);
    }

    // 20.00 at list less 18.00 × 80 %.
    [Fact]
    public void The_value_of_a_finding_is_list_less_net() =>
        Assert.Equal(5.60m, Price(10.00m, 9.00m, 2, 0.20m).BelowListAmount.Amount);

    [Fact]
    public void The_order_of_the_facts_does_not_matter()
    {
        var data = Input.NorthwindReader.Read(DataFolder.Own);
        var reversed = Terms.Of1998Q1.Close(data with { Sales = [.. data.Sales.Reverse()] });

        Assert.Equal(Document(Northwind.Closed), Document(reversed));
    }

    private static string Document(ClosedQuarter closed) => Output.JsonReport.Of(closed, Proof.Of(closed, "3", Detail.Lines));

    private static ClosedQuarter Close(params Func<int, Sale>[] sales) =>
        Terms.Of1998Q1.Close(new SalesData([s_anna, s_bert], [.. sales.Select((sale, number) => sale(number))]));

    private static Func<int, Sale> Sold(Employee by, LocalDate on, decimal amount) => Sold(by, on, Price(amount, amount, 1, 0m));

    private static Func<int, Sale> Sold(Employee by, LocalDate on, LinePrice price) => number => new Sale(price, new SalesLineBuilder
    {
        Stage = Stage.Ordered,
        Document = new DocumentId("order-" + number),
        Line = 1,
        Date = on,
        Customer = new CustomerId("C"),
        Product = new ProductId("P"),
        Quantity = price.Quantity,
        ListAmount = price.ListAmount,
        NetAmount = price.NetAmount,
        Tax = Money.Zero(Currency.USD),
        Salesperson = by.Id,
    }.Build());

    private static LinePrice Price(decimal listPrice, decimal unitPrice, int quantity, decimal discount) =>
        new(
            new Money(listPrice, Currency.USD), new Money(unitPrice, Currency.USD), Quantity.Pieces(quantity),
            Percentage.FromFraction(discount));

    private static LocalDate Day(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
}
