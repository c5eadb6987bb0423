using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

public sealed class IndicatorsOfDiversion
{
    [Fact]
    public void Stock_that_is_not_explained_is_an_indicator()
    {
        var gap = Stock(480m);

        Assert.Equal((Quantity.Pieces(630), Quantity.Pieces(150)), (gap.Expected, gap.Unexplained));
        Assert.True(gap.IsRaised);
        Assert.Equal("channel.diversion-indicator-stock (expected 630 PCE, seen 480 PCE, unexplained 150 PCE)", gap.Reason.ToString());
        Assert.Equal("indicator, no proof: StockGap, 150 PCE unexplained", gap.ToString());
        Assert.True(gap.Explain().IsVerified);
    }

    [Fact]
    public void More_stock_than_is_explained_is_said_to_be_more()
    {
        var surplus = Stock(780m);

        Assert.Equal("indicator, no proof: StockGap, 150 PCE more than expected", surplus.ToString());
        Assert.Equal(
            "channel.diversion-indicator-surplus (expected 630 PCE, seen 780 PCE, surplus 150 PCE)", surplus.Reason.ToString());
        Assert.Equal(Quantity.Pieces(-150), surplus.Unexplained);
    }

    [Theory]
    [InlineData(619, true)]
    [InlineData(620, false)]
    [InlineData(630, false)]
    [InlineData(640, false)]
    [InlineData(641, true)]
    public void A_difference_of_the_tolerance_is_let_pass_either_way(decimal counted, bool isRaised)
    {
        var gap = Stock(counted, 10m);

        Assert.Equal(isRaised, gap.IsRaised);
        Assert.Equal(isRaised, gap.Reason is not null);
    }

    [Theory]
    [InlineData(1499.999, false)]
    [InlineData(1500, false)]
    [InlineData(1500.001, true)]
    public void More_sold_to_a_dealer_than_its_area_sells_on(decimal sellIn, bool isRaised)
    {
        var indicator = DiversionIndicator.OfSellThrough(Quantity.Pieces(sellIn), Quantity.Pieces(1_000), Percent(150));

        Assert.Equal(isRaised, indicator.IsRaised);
        Assert.Equal(Quantity.Pieces(sellIn - 1_500m), indicator.Unexplained);
        Assert.Equal(isRaised ? "channel.diversion-indicator-sell-through" : null, indicator.Reason?.Code);
        Assert.True(indicator.Explain().IsVerified);
    }

    /// <summary>Practice 0.3: the maker's own sales always show the dealer buying for its own area.</summary>
    [Fact]
    public void Practice_0_3_Neither_sales_nor_an_indicator_leads_to_a_penalty()
    {
        var types = new[] { typeof(DiversionIndicator), typeof(SalesLine), typeof(SalesLine[]) };
        var asked = typeof(DiversionRule).GetMethods().Concat(typeof(DepositLedger).GetMethods()).Concat(typeof(DepositEntry).GetMethods())
            .SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType);

        Assert.DoesNotContain(
            asked, type => types.Contains(type) || (type.IsGenericType && type.GetGenericArguments().Any(types.Contains)));
        Assert.DoesNotContain(typeof(DiversionIndicator).GetProperties(), property => property.PropertyType == typeof(Money));
    }

    [Fact]
    public void Negative_quantities_other_units_and_a_ratio_below_one_are_refused()
    {
        Quantity Pieces(decimal pieces) => Quantity.Pieces(pieces);
        Assert.Throws<ArgumentOutOfRangeException>("counted", () => Stock(-1m));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => Stock(1m, -1m));
        Assert.Throws<UnitMismatchException>(
            () => DiversionIndicator.OfSellThrough(Pieces(1), new Quantity(1m, UnitOfMeasure.Case), Percent(150)));
        Assert.Throws<ArgumentOutOfRangeException>("ratio", () => DiversionIndicator.OfSellThrough(Pieces(1), Pieces(1), Percent(99.99m)));
        Assert.True(DiversionIndicator.OfSellThrough(Pieces(1), Pieces(0), Percent(100)).IsRaised);
        Assert.False(DiversionIndicator.OfSellThrough(Pieces(1), Pieces(1), Percent(100)).IsRaised);
    }

    [Property]
    public Property Every_indicator_explains_itself(int choice) =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Choose(0, 2_000), 5).ToArbitrary(),
            given =>
            {
                var quantities = Array.ConvertAll(given, pieces => Quantity.Pieces(pieces));
                var stock = DiversionIndicator.OfStock(
                    quantities[0], quantities[1], quantities[2], quantities[3], quantities[4], Quantity.Pieces(0));
                var through = DiversionIndicator.OfSellThrough(quantities[0], quantities[1], Percent(150));

                Assert.Equal(given[0] + given[1] - given[2] - given[3] != given[4], stock.IsRaised);
                Assert.Equal(given[0] * 2 > given[1] * 3, through.IsRaised);
                Tampering.IsNamed(stock.Explain(), Math.Abs(choice % 1000));
                Tampering.IsNamed(through.Explain(), Math.Abs(choice % 1000));
            });

    private static DiversionIndicator Stock(decimal counted, decimal tolerance = 0m) =>
        DiversionIndicator.OfStock(
            Quantity.Pieces(500), Quantity.Pieces(800), Quantity.Pieces(650), Quantity.Pieces(20), Quantity.Pieces(counted),
            Quantity.Pieces(tolerance));
}
