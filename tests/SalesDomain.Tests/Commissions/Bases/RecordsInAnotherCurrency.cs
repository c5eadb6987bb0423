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

    // An account of dollars that has a line of a plan in dollars, and a plan of the same name that pays in CNY today.
    [Fact]
    public void A_line_that_is_entered_in_another_currency_than_that_of_its_plan_is_named()
    {
        var order = ScheduledDeals.Line(Stage.Ordered, "SO-1", ScheduledDeals.On(2, 10), 10_000m);
        var (first, second) = (DateSpan.OfQuarter(2026, 1), DateSpan.OfQuarter(2026, 2));
        var dollars = CommissionEarning.Of("Orders 2026", "orders", first, new Money(100m, Currency.USD));
        foreach (var (name, earning) in new[]
                 {
                     ("orders SO-1/1 2026-01-01/2026-03-31", dollars.With(order.Id, order.Date)),
                     ("orders 2026-01-01/2026-03-31", dollars),
                 })
        {
            var open = CommissionAccount.In(Currency.USD)
                .Settle([earning], ScheduledDeals.Run(3), PayoutRules.Of(Rounding.Commercial)).Account;
            void Earn(CommissionAccount account) => ScheduledDeals.Halves.ToEarnings(
                ScheduledDeals.At(10m).Evaluate(order), DealBook.Of([order]), second, account, ScheduledDeals.Run(6));

            // What is open is earned anew, by the plan of today.
            Earn(open);
            var closed = open.Close(first, ScheduledDeals.On(4, 15));
            Named<CurrencyMismatchException>(name, () => Earn(closed));
            Assert.Throws<CurrencyMismatchException>("account", () => Earn(closed));
        }
    }

    private static void Named<T>(string record, Action action)
        where T : ArgumentException =>
        Assert.Contains(record + ": The ", Assert.Throws<T>(action).Message, StringComparison.Ordinal);
}
