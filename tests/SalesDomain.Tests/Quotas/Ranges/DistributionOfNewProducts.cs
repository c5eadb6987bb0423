using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;
using Xunit;
using static SalesDomain.Tests.Quotas.Ranges.MixSample;
using static SalesDomain.Tests.Quotas.Ranges.NewProductSample;

namespace SalesDomain.Tests.Quotas.Ranges;

public sealed class DistributionOfNewProducts
{
    private static readonly LocalDate s_launched = new(2026, 3, 15);
    private static readonly (ProductId Product, LocalDate Launched)[] s_launches =
        [(new ProductId("N"), s_launched), (new ProductId("M"), s_launched)];
    private static readonly NewProductRule s_rule = NewProductRule.Of(Sales.Revenue, 12);

    [Fact]
    public void Practice_G4_1_dealers_who_bought_twice_are_the_distribution()
    {
        var buyers = Buyers(
            Sold("N", "A", s_launched, 10m), Sold("N", "A", s_launched.PlusDays(30), 10m), Sold("N", "B", s_launched, 10m),
            Sold("N", "X", s_launched, 10m));

        Assert.Equal((3, 1, Percentage.FromFraction(1m / 3m)), (buyers.Count, buyers.RepeatCount, buyers.RepeatRate));
        var distribution = buyers.DistributionAmong([Dealer("D"), Dealer("C"), Dealer("B"), Dealer("A")]);
        Assert.Equal((4, 2, 1), (distribution.Dealers, distribution.Buyers, distribution.RepeatBuyers));
        Assert.Equal((Percent(25m), Percent(50m)), (distribution.Rate, distribution.Reach));
        Assert.Equal(["C", "D"], distribution.NotReached.Select(dealer => dealer.Code));
        Assert.Equal(["X"], distribution.Outside.Select(dealer => dealer.Code));
        Assert.Equal("1 of 4 dealers with 2 orders or more, 2 with at least one, 1 buyers outside", distribution.ToString());
        Proof.Holds(Percent(25m), distribution.Explain());
        Proof.Holds(Percent(50m), distribution.ExplainReach());
    }

    [Fact]
    public void How_many_orders_it_takes_is_a_setting()
    {
        SalesLine[] lines = [.. Enumerable.Range(0, 3).Select(day => Sold("N", "A", s_launched.PlusDays(day), 10m))];

        int Repeat(int orders) => s_rule.WithRepeatOrders(orders).Evaluate(DateSpan.Always, s_launches, lines).Buyers.RepeatCount;
        Assert.Equal([1, 1, 0], new[] { 2, 3, 4 }.Select(Repeat));
    }

    [Fact]
    public void An_order_that_came_back_whole_is_none_and_one_that_came_back_in_part_is_one()
    {
        var (first, second) = (Sold("N", "A", s_launched, 10m), Sold("N", "A", s_launched.PlusDays(1), 10m));

        Assert.Equal(1, Buyers(first, second, Sold("N", "A", s_launched.PlusDays(2), -10m, original: second)).OrdersOf(Dealer("A")));
        Assert.Equal(2, Buyers(first, second, Sold("N", "A", s_launched.PlusDays(2), -9.99m, original: second)).OrdersOf(Dealer("A")));

        // A return that names nothing takes back no order.
        Assert.Equal(2, Buyers(first, second, Sold("N", "A", s_launched.PlusDays(2), -10m)).OrdersOf(Dealer("A")));
    }

    [Fact]
    public void A_return_that_came_after_the_span_is_not_known_in_it()
    {
        var sale = Sold("N", "A", s_launched, 10m);
        var back = Sold("N", "A", new LocalDate(2026, 4, 1), -10m, original: sale);

        Assert.Equal(1, s_rule.Evaluate(DateSpan.OfMonth(2026, 3), s_launches, [sale, back]).Buyers.Count);
        Assert.Equal(0, s_rule.Evaluate(DateSpan.OfQuarter(2026, 2), s_launches, [sale, back]).Buyers.Count);
    }

    [Fact]
    public void Two_lines_and_two_products_of_one_document_are_one_order()
    {
        var sales = s_rule.Evaluate(
            DateSpan.Always, s_launches,
            [Sold("N", "A", s_launched, 10m, "O1", 1), Sold("N", "A", s_launched, 10m, "O1", 2), Sold("M", "A", s_launched, 10m, "O1", 3)]);

        Assert.Equal(1, sales.Buyers.OrdersOf(Dealer("A")));
        Assert.Equal([1, 1], sales.Products.Select(product => product.Buyers.OrdersOf(Dealer("A"))));
    }

    [Fact]
    public void Free_goods_alone_are_no_order() =>
        Assert.Equal(0, Buyers(Sold("N", "A", s_launched, 0m)).Count);

    [Fact]
    public void An_old_product_in_the_same_document_makes_no_order_of_a_new_one()
    {
        var launches = s_launches.Append((Product: new ProductId("O"), Launched: s_launched.PlusYears(-2))).ToArray();
        var sales = s_rule.Evaluate(
            DateSpan.OfYear(2026), launches, [Sold("O", "A", s_launched, 10m, "O1"), Sold("N", "A", s_launched, 0m, "O1", 2)]);

        Assert.Equal(0, sales.Buyers.Count);
    }

    [Fact]
    public void Nobody_addressed_and_nobody_who_bought_have_no_rates()
    {
        var buyers = Buyers();
        Assert.Null(buyers.RepeatRate);
        Assert.Equal(Percentage.Zero, buyers.DistributionAmong([Dealer("A")]).Rate);
        var nobody = buyers.DistributionAmong([]);
        Assert.Equal(((Percentage?)null, (Percentage?)null), (nobody.Rate, nobody.Reach));
        Proof.Holds(Figure.Absent, nobody.Explain());
        Proof.Holds(Figure.Absent, buyers.Explain());
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Equal("dealers", Assert.Throws<ArgumentException>(() => Buyers().DistributionAmong([Dealer("A"), Dealer("A")])).ParamName);
        Assert.Equal("dealers", Assert.Throws<ArgumentException>(() => Buyers().DistributionAmong([default])).ParamName);
        Assert.Equal("customer", Assert.Throws<ArgumentException>(() => Buyers().OrdersOf(default)).ParamName);
    }

    [Property(Arbitrary = [typeof(NewProductSample)])]
    public void Every_dealer_is_reached_or_not_and_every_buyer_is_addressed_or_not(NewProductSample sample)
    {
        var buyers = sample.Rule.Evaluate(sample.Span, sample.Launches, sample.Lines).Buyers;
        var distribution = buyers.DistributionAmong([Dealer("B"), Dealer("A"), Dealer("Z")]);

        Assert.Equal(3, distribution.Buyers + distribution.NotReached.Count);
        Assert.Equal(buyers.Count, distribution.Buyers + distribution.Outside.Count);
        Assert.InRange(distribution.Rate!.Value, Percentage.Zero, distribution.Reach!.Value);
        Assert.InRange(distribution.Reach!.Value, Percentage.Zero, Percentage.OneHundred);
        Assert.Contains(Dealer("Z"), distribution.NotReached);
    }

    private static CustomerId Dealer(string code) => new(code);

    private static NewProductBuyers Buyers(params SalesLine[] lines) => s_rule.Evaluate(DateSpan.Always, s_launches, lines).Buyers;
}
