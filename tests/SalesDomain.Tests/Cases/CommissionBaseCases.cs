using System.Linq;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using SalesDomain.Tests.Commissions.Bases;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>What of a credit counts and when it is earned, as public sources and a head of sales print it.</summary>
public sealed class CommissionBaseCases
{
    /// <summary>
    /// COM-COLL-001: https://community.oracle.com/CustomerConnect/discussion/701407/how-to-pay-50-50-on-order-on-payment-collection.
    /// </summary>
    [Fact]
    public void COM_COLL_001_Half_on_the_order_and_half_on_collection()
    {
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(50)), (Stage.Collected, Percent(50)));
        var commission = Usd(10_000.00m) * Percent(10);
        DealProgress Collected(decimal amount) => DealProgress.Unstated
            .With(Stage.Ordered, Percent(100))
            .With(Stage.Collected, Measure.Collections.Of(Usd(amount)), Measure.Collections.Of(Usd(10_000.00m)));
        var toDate = new[] { 0m, 5_000.00m, 10_000.00m }.Select(amount => schedule.Earned(commission, Collected(amount)).ToDate).ToArray();

        Assert.Equal(Usd(1_000.00m), commission);
        Assert.Equal(Usd(500.00m), toDate[0]);
        Assert.Equal([Usd(250.00m), Usd(250.00m)], [toDate[1] - toDate[0], toDate[2] - toDate[1]]);
        Assert.Equal(Usd(1_000.00m), toDate[2]);
    }

    /// <summary>COM-MARGIN-002: Sales Cookie, Advanced Profit-Based Commission Calculations.</summary>
    [Fact]
    public void COM_MARGIN_002_Two_bases_above_the_target_price_and_between_cost_and_target()
    {
        var margin = Credited.Sales(Measure.Margin);
        decimal[] Base(MarginPart part) =>
        [
            .. new[] { 1_500m, 1_100m, 900m }.Select(price =>
                margin.OfMarginPart(part, Rounding.Commercial).Counted(Credited.Of(Credited.Sale(price, 1_200m, 1_000m)))),
        ];

        Assert.Equal([300m, 0m, 0m], Base(MarginPart.AboveList));
        Assert.Equal([200m, 100m, 0m], Base(MarginPart.UpToList));
    }

    [Fact]
    public void R_15_Commission_on_collections_without_tax_by_days_late()
    {
        var measure = Credited.Collected.WithLateness(Credited.Lateness).WithoutTax(Percent(13));
        SalesCredit[] receipts =
        [
            Credited.Of(Credited.Receipt(113_000m, 0)), Credited.Of(Credited.Receipt(56_500m, 25)),
            Credited.Of(Credited.Receipt(33_900m, 75)), Credited.Of(Credited.Receipt(22_600m, 120)),
        ];

        Assert.Equal(
            [Cny(2_000m), Cny(900m), Cny(300m), Cny(0m)], receipts.Select(receipt => measure.Of(receipt).Value!.Value.Money * Percent(2)));
        Assert.Equal(Cny(3_200m), measure.Sum(receipts).Value!.Value.Money * Percent(2));
        Assert.Equal(Cny(4_000m), Credited.Collected.WithoutTax(Percent(13)).Sum(receipts).Value!.Value.Money * Percent(2));
        Assert.Equal(
            Cny(423.75m), CostOfFunds.Of(Percent(6), DayCountBasis.Actual360, Rounding.Commercial).Charge(receipts[2]).Value);
    }

    [Fact]
    public void R_16_Price_coefficient()
    {
        var rule = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Within(Scope.Everything.Except(PriceKind.Special));
        var measure = CommissionMeasure.Of(rule).WithPriceCoefficient(Rounding.Commercial);
        var special = Credited.Sale(9_000m, 10_000m, change: line => line.PriceKind = PriceKind.Special);
        var sum = measure.Sum([Credited.Of(Credited.Sale(50_000m, 53_191.49m)), Credited.Of(special)]);

        Assert.Equal(Cny(47_000m), sum.Value!.Value.Money);
        Assert.Equal(Cny(940.00m), sum.Value!.Value.Money * Percent(2));
    }
}
