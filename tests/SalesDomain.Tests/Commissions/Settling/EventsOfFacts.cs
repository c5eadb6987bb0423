using System;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class EventsOfFacts
{
    private static readonly SalesLine s_sale = AnyCreditedSales.Sale(17, new LocalDate(2026, 1, 15), 300m);
    private static readonly SalesLine s_back = AnyCreditedSales.Sale(3, new LocalDate(2026, 5, 4), -100m, s_sale);

    private static SalesCredit Credit(SalesLine sale) => SalesCredit.Of(sale, Percentage.FromPercent(60), CreditKind.Direct, "team");

    [Fact]
    public void A_return_is_what_its_credit_says()
    {
        var third = Percentage.FromFraction(1m / 3m);
        Assert.Equal(
            CommissionEvent.Return(s_back.Id, s_sale.Id, s_sale.Date, s_back.Date).WithInvoiceDate(s_sale.Date).WithPart(third),
            CommissionEvent.Return(Credit(s_back).Following(s_sale)));
        var units = Measure.Revenue.Of(new Money(5m, Currency.USD));
        Assert.Equal([units], CommissionEvent.Return(Credit(s_back).Following(s_sale), units).Returned);

        Assert.Throws<ArgumentException>("credit", () => CommissionEvent.Return(Credit(s_back)));
        var forward = AnyCreditedSales.Sale(4, new LocalDate(2026, 5, 4), 100m, s_sale);
        Assert.Throws<ArgumentOutOfRangeException>("credit", () => CommissionEvent.Return(Credit(forward).Following(s_sale)));
        var early = AnyCreditedSales.Sale(5, s_sale.Date.PlusDays(-1), -100m, s_sale);
        Assert.Throws<ArgumentOutOfRangeException>("credit", () => CommissionEvent.Return(Credit(early).Following(s_sale)));
    }

    [Fact]
    public void What_is_taken_back_is_the_share_of_the_payee()
    {
        var earned = CommissionEarning.Of("Reps 2026", "revenue", Quarter(1), Cny(18m)).With(s_sale.Id, s_sale.Date)
            .WithBase(Revenue(180m));
        var rules = Plain.WithClawBack(ClawBackRule.Full);
        var account = Nothing.Settle([earned], Run(3), rules).Account.Close(Quarter(1), new LocalDate(2026, 4, 15));
        var returned = CommissionEvent.Return(Credit(s_back).Following(s_sale));
        Assert.Equal(Cny(-6m), account.SettleTwice([], Run(5).With(returned), rules).ClawedBack);
    }

    [Fact]
    public void Line_and_days_of_a_sale_and_a_receipt_are_theirs()
    {
        var on = new LocalDate(2026, 6, 1);
        Assert.Equal(
            CommissionEvent.Cancellation(Line("X"), s_sale.Id, s_sale.Date, on).WithInvoiceDate(s_sale.Date),
            CommissionEvent.Cancellation(Line("X"), s_sale, on));
        Assert.Equal(
            CommissionEvent.NonPayment(Line("X"), s_sale.Id, s_sale.Date, on, Revenue(5m)).WithInvoiceDate(s_sale.Date),
            CommissionEvent.NonPayment(Line("X"), s_sale, on, Revenue(5m)));
        var receipt = new CollectionLineBuilder
        {
            Document = new DocumentId("R-1"),
            Line = 1,
            Date = new LocalDate(2026, 2, 1),
            Customer = new CustomerId("C-1"),
            Amount = Cny(5m),
            DueDate = new LocalDate(2026, 2, 10),
        }.Build();
        Assert.Equal(
            CommissionEvent.NonPayment(Line("X"), receipt.Id, receipt.Date, on).WithDueDate(new LocalDate(2026, 2, 10)),
            CommissionEvent.NonPayment(Line("X"), receipt, on));
    }
}
