using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Credits.World;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Commissions.Credits;

/// <summary>Receipts are credited by their own day, or as the invoice they pay; the choice is declared.</summary>
public sealed class MoneyThatComesIn
{
    // Customer 1 is S1's until February and S2's from March on.
    private static readonly LocalDate s_february = new(2026, 2, 10);
    private static readonly LocalDate s_april = new(2026, 4, 10);
    private static readonly SalesLine[] s_noSales = [];

    [Fact]
    public void Who_has_left_is_credited_with_later_collections_of_their_sales_and_the_successor_with_none()
    {
        var invoice = Sale(s_february, 1_000m);
        var receipt = Paying(invoice, s_april, 1_130m);

        var asSale = ByAccount.WithReceipts(ReceiptCrediting.OfSale).Credit([invoice], [receipt]);
        Assert.Equal(2, asSale.Of(Person("S1")).Count);
        Assert.Equal(receipt, asSale.Of(Person("S1"))[1].Receipt);
        Assert.Empty(asSale.Of(Person("S2")));

        var ofReceipt = ByAccount.WithReceipts(ReceiptCrediting.OfReceipt).Credit([invoice], [receipt]);
        Assert.Equal(invoice, Assert.Single(ofReceipt.Of(Person("S1"))).Sale);
        Assert.Equal(receipt, Assert.Single(ofReceipt.Of(Person("S2"))).Receipt);
    }

    [Fact]
    public void The_parts_of_a_receipt_are_those_of_the_lines_with_tax_and_total_it()
    {
        var one = Sale(s_february, 100m, change: line => line.Tax = new Money(13m, Currency.CNY));
        var two = Sale(s_february, 100m, customer: 2, change: line =>
        {
            (line.Document, line.Line) = (one.Id.Document, 2);
            line.Tax = new Money(6m, Currency.CNY);
        });
        var receipt = Paying(one, s_april, 73m);
        var credits = ByAccount.WithReceipts(ReceiptCrediting.OfSale).WithRollUp(CreditRollUp.Through(Managers))
            .Credit([one, two], [receipt]);

        // 113 of 219 for S1 alone, 37.67; of the other 35.33 S1 has 40 % and S2 60 %. All under M1 in February.
        var paid = credits.Credits.Where(each => each.Credit.Receipt is not null).ToArray();
        Assert.Equal(73m, paid.Where(each => each.Credit.Kind == CreditKind.Direct).Sum(each => Amount(each.Credit)));
        Assert.Equal(
            [(one.Id, 37.67m, 100m), (two.Id, 35.33m, 40m)],
            credits.Of(Person("S1")).Where(credit => credit.Receipt is not null)
                .Select(credit => (credit.InvoiceLine!.Id, credit.PartAmount!.Value.Amount, credit.Share.Percent)));
        Assert.Equal(
            [37.67m, 35.33m], credits.Of(Person("M1")).Where(credit => credit.Receipt is not null).Select(credit => Amount(credit)));
        Assert.Equal(
            receipt.Id + " of 2026-04-10 for " + two.Id + ": 60% of CNY 35.33 Direct by assignment",
            credits.Of(Person("S2")).Single(credit => credit.Receipt is not null).ToString());
        foreach (var (payee, credit) in paid)
            Tampering.IsNamed(credits.Explain(payee, credit), 1);
    }

    [Property(MaxTest = 40)]
    public Property Direct_credits_of_a_receipt_and_what_nobody_has_are_exactly_the_receipt(int choice) =>
        Prop.ForAll(AnySales, AnyRules.ToArbitrary(), Gen.Choose(1, 2_000_000).ToArbitrary(), (lines, any, cents) =>
        {
            // Four lines an invoice.
            var invoices = lines.Select((line, i) => Change(line, builder =>
            {
                builder.Document = new DocumentId("I" + (i / 4).ToString(System.Globalization.CultureInfo.InvariantCulture));
                builder.Line = i;
                builder.Original = null;
            })).ToArray();
            var receipts = invoices.GroupBy(line => line.Id.Document)
                .Select(invoice => Paying(invoice.First(), s_april, cents / 100m)).ToArray();
            var back = receipts.Select(receipt => TakingBack(receipt, s_april.PlusDays(50))).ToArray();
            var rules = any.WithTeams(invoices).WithReceipts(ReceiptCrediting.OfSale);
            var credits = rules.Credit(invoices, [.. receipts, .. back], Known);
            foreach (var receipt in receipts.Concat(back))
            {
                var direct = credits.Credits.Where(each => each.Credit.Line == receipt.Id && each.Credit.Kind == CreditKind.Direct)
                    .ToArray();
                var nobody = credits.Unassigned.Concat(credits.OverAssigned).Where(each => each.Line == receipt.Id).ToArray();
                Assert.Equal(
                    receipt.Amount.Amount,
                    direct.Sum(each => Amount(each.Credit))
                        + nobody.Sum(each => each.Share.Fraction * (each.PartAmount ?? receipt.Amount).Amount));
            }

            foreach (var payee in credits.Payees)
            {
                Assert.Equal(
                    0m, credits.Of(payee).Where(credit => credit.Receipt is not null)
                        .Sum(credit => Amount(credit)));
            }

            foreach (var (payee, credit) in credits.Credits.Where(each => each.Credit.Receipt is not null))
                Tampering.IsNamed(credits.Explain(payee, credit), Math.Abs(choice % 7));

            var totals = credits.TotalsOf(ActualRule.OfCollections(Currency.CNY), DateSpan.Always);
            Assert.Equal(totals.All.Known, totals.Direct.Known + totals.Unassigned.Known + totals.OverAssigned.Known);
            Assert.Equal(credits, rules.Credit([.. invoices.Reverse()], [.. back, .. receipts.Reverse()], Known));
        });

    [Fact]
    public void A_receipt_without_its_invoice_waits_for_it()
    {
        var unapplied = Receipt(s_april, 100m);
        var unknown = Receipt(s_april, 100m, line => line.Invoice = new DocumentId("nowhere"));
        var credits = ByAccount.WithReceipts(ReceiptCrediting.OfSale).Credit([], [unapplied, unknown]);

        Assert.Empty(credits.Credits);
        Assert.Equal(2, credits.Unassigned.Count);
        Assert.Equal("credit.receipt-without-sale (share 100%)", credits.Unassigned[0].Because.ToString());
        Assert.Equal("credit.receipt-without-sale (facts 2)", Assert.Single(credits.Reasons).ToString());
    }

    [Fact]
    public void What_comes_back_within_the_invoice_lowers_its_line_and_an_invoice_of_less_than_nothing_credits_nobody()
    {
        var one = Sale(s_february, 100m);
        var two = Sale(s_february, 100m, customer: 2, change: line => (line.Document, line.Line) = (one.Id.Document, 2));
        var back = Change(ReturnOf(one, s_february), line => (line.Document, line.Line) = (one.Id.Document, 3));
        var rules = ByAccount.WithReceipts(ReceiptCrediting.OfSale);

        var credits = rules.Credit([one, two, back], [Paying(one, s_april, 100m)]);
        Assert.Equal([40m, 60m], credits.Credits.Where(each => each.Credit.Receipt is not null).Select(each => each.Credit.Share.Percent));

        var credit = Change(Sale(s_february, -10m), line => (line.Document, line.Line) = (one.Id.Document, 4));
        Assert.Single(rules.Credit([one, credit], [Paying(one, s_april, 90m)]).Unassigned);
    }

    [Fact]
    public void A_dishonoured_receipt_mirrors_its_original_whoever_has_the_customer_by_then()
    {
        var receipt = Receipt(s_february, 100m);
        var back = TakingBack(receipt, s_april);
        var credits = ByAccount.WithReceipts(ReceiptCrediting.OfReceipt).Credit([], [back, receipt]);

        Assert.Equal([receipt.Id, back.Id], credits.Of(Person("S1")).Select(credit => credit.Line));
        Assert.Empty(credits.Of(Person("S2")));

        var alone = ByAccount.WithReceipts(ReceiptCrediting.OfReceipt).Credit([], [back]);
        Assert.Equal(back.Id, Assert.Single(alone.ReturnsWithoutOriginal));
        Assert.Single(alone.Of(Person("S2")));
    }

    [Fact]
    public void The_policy_is_declared_and_what_receipts_do_not_state_is_not_asked_of_them()
    {
        CollectionLine[] receipts = [Receipt(s_april, 100m)];
        Assert.Throws<InvalidOperationException>(() => ByAccount.Credit(s_noSales, receipts));

        var ofReceipt = ByAccount.WithReceipts(ReceiptCrediting.OfReceipt);
        var byPriceKind = CreditRule.Of("x", Scope.Everything.Only(PriceKind.Special), SixtyForty);
        var byDiscount = CreditRule.Of("x", Scope.Everything, SixtyForty).WithDiscount(Percentage.Zero, null);
        var byProduct = CreditRule.Of("x", Scope.Everything, Everything.Overlays[1].Crediting!);
        foreach (var overlay in new[] { byPriceKind, byDiscount, byProduct })
            Assert.Throws<InvalidOperationException>(() => ofReceipt.WithOverlays(overlay).Credit(s_noSales, receipts));

        Assert.Single(ofReceipt.WithOverlays(byPriceKind).WithReceipts(ReceiptCrediting.OfSale).Credit(s_noSales, receipts).Unassigned);
        Assert.Throws<ArgumentException>("receipts", () => ofReceipt.Credit(s_noSales, [.. receipts, .. receipts]));
    }

    private static decimal Amount(SalesCredit credit) => credit.Share.Fraction * (credit.PartAmount ?? credit.Receipt!.Amount).Amount;

    private static SalesLine Change(SalesLine line, Action<SalesLineBuilder> change)
    {
        var builder = line.ToBuilder();
        change(builder);
        return builder.Build();
    }

    private static CollectionLine Paying(SalesLine line, LocalDate on, decimal amount) =>
        Receipt(on, amount, receipt => (receipt.Invoice, receipt.Customer) = (line.Id.Document, line.Customer));

    private static CollectionLine TakingBack(CollectionLine receipt, LocalDate on)
    {
        var builder = Receipt(on, -receipt.Amount.Amount).ToBuilder();
        builder.Customer = receipt.Customer;
        builder.Original = receipt.Id;
        return builder.Build();
    }
}
