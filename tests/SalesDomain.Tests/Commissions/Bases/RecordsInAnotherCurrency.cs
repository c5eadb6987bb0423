using System;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>
/// A sale or a receipt in a currency for which the rule has no rates, and one in another unit, is refused with its number.
/// </summary>
public sealed class RecordsInAnotherCurrency
{
    private static readonly SalesLine s_sale = Sale(1m, change: line =>
    {
        line.Document = new DocumentId("SO-USD");
        line.NetAmount = new Money(1m, Currency.USD);
        line.Tax = Money.Zero(Currency.USD);
    });

    private static readonly CollectionLine s_receipt = Receipt(1m, 0, line =>
    {
        line.Document = new DocumentId("RC-USD");
        line.Amount = new Money(1m, Currency.USD);
    });

    [Fact]
    public void The_record_is_named()
    {
        var plan = CommissionPlan.Of(
            "Reps", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative("sold", Revenue, CommissionRate.Flat(Percent(1))),
            CommissionComponent.Cumulative("paid", Collected, CommissionRate.Flat(Percent(1))));
        var quarter = DateSpan.OfQuarter(2026, 1);
        foreach (var (name, credit) in new[] { ("SO-USD/1", Of(s_sale)), ("RC-USD/1", Of(s_receipt)) })
        {
            var builder = plan.Figures<string>(quarter);
            var none = plan.Evaluate(quarter, CommissionTerms.None, plan.Sum(quarter, []));
            Named<CurrencyMismatchException>(name, () => plan.Sum(quarter, [Of(Sale(5m)), credit]));
            Named<CurrencyMismatchException>(name, () => none.WithCredits([credit]));
            Named<CurrencyMismatchException>(name, () => builder.Add("Lin", credit));
            Named<CurrencyMismatchException>(name, () => (credit.Sale is null ? Collected : Revenue).Sum([credit]));
        }

        var tons = CommissionMeasure.Of(ActualRule.OfUnits(UnitOfMeasure.Kilogram, Stage.Invoiced));
        Named<UnitMismatchException>(s_sale.Id.ToString(), () => tons.Sum([Of(s_sale)]));
        Named<CurrencyMismatchException>(
            s_sale.Id.ToString(), () => Sales(Measure.Margin).Sum([Of(Sale(5m, cost: 3m)), Of(s_sale)]));
    }

    private static void Named<T>(string record, Action action)
        where T : ArgumentException =>
        Assert.Contains(record + ": The ", Assert.Throws<T>(action).Message, StringComparison.Ordinal);
}
