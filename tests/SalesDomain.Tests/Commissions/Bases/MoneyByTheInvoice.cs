using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>Money counts by the invoice it pays: what is paid of it with tax, of what it comes to without.</summary>
public sealed class MoneyByTheInvoice
{
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);

    // The order with 13 % and the invoice with 9 %; the order without tax, which the invoice has.
    [Theory]
    [InlineData("0.13", "0.09", "10900", 1_000)]
    [InlineData("0.13", "0.09", "5450", 750)]
    [InlineData("0", "0.13", "11300", 1_000)]
    [InlineData("0", "0.13", "5650", 750)]
    [InlineData("0.13", "0.13", "5650", 750)]
    public void The_tax_of_the_order_need_not_be_that_of_the_invoice(string ofOrder, string ofInvoice, string paid, int earned)
    {
        var (order, invoice) = (Taxed(s_order, ofOrder), Taxed(Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1"), ofInvoice));
        var receipt = Paid("R-1", "INV-1", On(3, 20), Number(paid));
        var progress = DealProgress.OfFacts(order.Id.Document, [order, invoice], [receipt]);

        var explanation = Halves.Earned(Cny(1_000m), progress).Explain();
        Assert.Equal(Cny(earned), explanation.Value);
        Assert.True(explanation.IsVerified);
        Assert.Equal(
            Cny(earned == 1_000 ? 1_000 : 500),
            Halves.With(Stage.Collected, EarningPace.WhenDealComplete).Earned(Cny(1_000m), progress).ToDate);
    }

    [Fact]
    public void A_down_payment_is_of_the_order_with_its_own_tax()
    {
        CollectionLine[] paid = [Paid("R-0", "SO-1", On(2, 20), 1_130m)];
        Assert.Equal(Percent(10), DealProgress.OfFacts(s_order.Id.Document, [s_order], paid).At(Stage.Collected));
        Assert.Equal(
            Percentage.FromFraction(0.113m), DealProgress.OfFacts(s_order.Id.Document, [Taxed(s_order, "0")], paid).At(Stage.Collected));
    }

    // A deposit (定金) for the order, and the rest by an invoice that is 45 days late: the deposit is in time without a due date.
    [Fact]
    public void A_down_payment_needs_no_due_date()
    {
        var schedule = Halves.WithLateness(Lateness);
        var invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
        var (deposit, rest) = (Paid("R-0", "SO-1", On(2, 20), 3_390m), Paid("R-1", "INV-1", On(4, 20), 7_910m).ToBuilder());
        Money Earned(params CollectionLine[] paid)
        {
            var earned = schedule.Earned(Cny(1_000m), DealProgress.OfFacts(s_order.Id.Document, [s_order, invoice], paid));
            Assert.True(earned.Explain().IsVerified);
            return earned.ToDate;
        }

        Assert.Equal(Cny(650m), Earned(deposit));
        rest.DueDate = On(4, 20).PlusDays(-45);
        Assert.Equal(Cny(895m), Earned(deposit, rest.Build()));

        // Where it says when it was due, that counts; and an invoice without a due date is not known.
        var late = deposit.ToBuilder();
        late.DueDate = On(2, 20).PlusDays(-45);
        Assert.Equal(Cny(605m), Earned(late.Build()));
        rest.DueDate = null;
        Assert.Throws<System.ArgumentException>("progress", () => Earned(deposit, rest.Build()));
    }

    // A cheque that comes back pays back what its receipt paid, whatever invoice it names itself.
    [Fact]
    public void A_returned_cheque_is_of_the_invoice_of_its_receipt()
    {
        var other = Line(Stage.Ordered, "SO-2", On(2, 10), 10_000m);
        SalesLine[] lines =
        [
            s_order, other, Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1"),
            Line(Stage.Invoiced, "INV-2", On(3, 1), 10_000m, "SO-2"),
        ];
        var paid = Paid("R-1", "INV-1", On(3, 20), 11_300m);
        var back = Paid("B-1", "INV-2", On(4, 3), -11_300m).ToBuilder();
        back.Original = paid.Id;
        var deals = DealBook.Of(lines, [paid, Paid("R-2", "INV-2", On(3, 21), 11_300m), back.Build()]);

        Assert.Equal(Percent(0), deals.ProgressOf(s_order.Id.Document)!.At(Stage.Collected));
        Assert.Equal(Percent(100), deals.ProgressOf(other.Id.Document)!.At(Stage.Collected));
    }

    [Fact]
    public void Money_of_another_currency_is_named_with_its_number()
    {
        var invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
        var receipt = Paid("R-1", "INV-1", On(3, 20), 1m).ToBuilder();
        receipt.Amount = new Money(1m, Currency.USD);
        var line = invoice.ToBuilder();
        (line.Document, line.NetAmount, line.Tax) = (new DocumentId("INV-2"), new Money(1m, Currency.USD), Money.Zero(Currency.USD));
        var deals = DealBook.Of([s_order, invoice], [receipt.Build()]);
        var sales = DealBook.Of([s_order, invoice, line.Build()], []);

        Refused("order", "R-1/1", () => deals.ProgressOf(s_order.Id.Document));
        Refused("orderLine", "R-1/1", () => deals.ProgressOf(s_order.Id, On(12, 31)));
        Refused("deals", "R-1/1", () => Halves.ToEarnings(At(10m).Evaluate(s_order), deals, DateSpan.OfQuarter(2026, 1)));
        Refused("receipts", "R-1/1", () => DealProgress.OfFacts(s_order.Id.Document, [s_order, invoice], [receipt.Build()]));
        Refused("order", "INV-2/1", () => sales.ProgressOf(s_order.Id.Document));
        Refused("lines", "INV-2/1", () => DealProgress.OfFacts(s_order.Id.Document, [s_order, line.Build()]));

        static void Refused(string parameter, string fact, System.Action action)
        {
            var refused = Assert.Throws<CurrencyMismatchException>(parameter, action);
            Assert.Contains(fact + ": ", refused.Message, System.StringComparison.Ordinal);
        }
    }

    private static SalesLine Taxed(SalesLine line, string rate)
    {
        var builder = line.ToBuilder();
        builder.Tax = Cny(line.NetAmount.Amount * Number(rate));
        return builder.Build();
    }
}
