using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions;

public sealed class ReasonsOfDeals
{
    [Fact]
    public void A_line_carries_the_reasons_of_its_own_deal_and_those_of_the_component()
    {
        var plan = CommissionPlan.Of(
            "Deals 2026", Currency.CNY, Rounding.Commercial,
            CommissionComponent.PerDeal(
                    "deals", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)),
                    CommissionRate.Flat(Percent(1)))
                .WithThreshold(CommissionThreshold.OfLevel(Revenue(100m), ThresholdPay.FromFirst)).WithCap(Cny(5m)));
        SalesCredit[] credits =
        [
            .. Enumerable.Range(1, 20).Select(each => Own("S-" + (char)('A' + each), each * 10m)),
            Own("L-1", 900m),
        ];

        var result = plan.Evaluate(Quarter(1), CommissionTerms.None, plan.Sum(Quarter(1), credits));
        var earnings = result.ToEarnings(byCredit: true);

        // Nine deals of twenty are below the threshold; the component is capped, and says so once for each line.
        Assert.Equal(9, result.Reasons.Count(reason => reason.Code == "commission.below-threshold"));
        Assert.Equal(9 + 21, earnings.Sum(earning => earning.Reasons.Count));
        Assert.Equal(
            "commission.below-threshold (component deals, deal S-B, level CNY 10.00, threshold CNY 100.00)",
            earnings.Single(earning => earning.Line == Line("S-B")).Reasons[0].ToString());
        Assert.Equal(
            ["commission.component-capped"], earnings.Single(earning => earning.Line == Line("L-1")).Reasons.Select(reason => reason.Code));
        Assert.Equal(result.Reasons, result.ToEarnings(byCredit: false).Single().Reasons);
    }

    private static SalesCredit Own(string document, decimal net) =>
        SalesCredit.Of(
            Bases.Credited.Sale(net, change: sale => (sale.Document, sale.Date) = (new DocumentId(document), new LocalDate(2026, 2, 1))),
            Percent(100), CreditKind.Direct, "own");
}
