using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>An order of 10,000 and 13 % of tax, delivered, invoiced and paid in two halves.</summary>
public sealed class DealsByTheirFacts
{
    private static readonly DocumentId s_order = new("SO-1");

    private static readonly SalesLine[] s_sold =
    [
        Line(Stage.Ordered, "SO-1", 1, 10_000m), Line(Stage.Ordered, "SO-2", 1, 3_000m),
        Line(Stage.Delivered, "DN-1", 1, 5_000m, "SO-1"), Line(Stage.Delivered, "DN-2", 1, 5_000m, "SO-1"),
        Line(Stage.Invoiced, "INV-1", 1, 5_000m, "SO-1"), Line(Stage.Invoiced, "INV-2", 1, 5_000m, "SO-1"),
        Line(Stage.Invoiced, "INV-2", 2, 3_000m, "SO-2"),
    ];

    [Fact]
    public void Progress_is_what_is_done_of_each_stage_of_what_was_ordered()
    {
        var progress = DealProgress.OfFacts(s_order, s_sold, [Paid("R-1", "INV-1", 2_825m)]);

        Assert.Equal("Ordered 100%, Delivered 100%, Invoiced 100%, Collected 25%", progress.ToString());
        Assert.Equal(Percent(50), DealProgress.OfFacts(s_order, [.. s_sold.Take(3)], []).At(Stage.Delivered));
        Assert.Equal(Percent(0), DealProgress.OfFacts(s_order, [.. s_sold.Take(3)], []).At(Stage.Collected));
    }

    [Fact]
    public void Of_an_invoice_for_two_orders_each_has_its_part_of_what_is_paid()
    {
        CollectionLine[] half = [Paid("R-1", "INV-2", 4_520m)];

        Assert.Equal(Percent(25), DealProgress.OfFacts(s_order, s_sold, half).At(Stage.Collected));
        Assert.Equal(Percent(50), DealProgress.OfFacts(new DocumentId("SO-2"), s_sold, half).At(Stage.Collected));
    }

    [Fact]
    public void What_is_paid_too_much_for_one_invoice_does_not_pay_another() =>
        Assert.Equal(
            Percent(50), DealProgress.OfFacts(s_order, s_sold, [Paid("R-1", "INV-1", 20_000m)]).At(Stage.Collected));

    /// <summary>Pitfall 13: partial payment, then reversal, still paid.</summary>
    [Fact]
    public void Pitfall_13_A_returned_cheque_earns_nothing()
    {
        var paid = Paid("R-1", "INV-1", 2_825m);
        var cheque = Returned(paid).ToBuilder();
        cheque.Invoice = null;
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Collected, Percent(100)));
        Money Earned(params CollectionLine[] receipts) =>
            schedule.Earned(Cny(1_000m), DealProgress.OfFacts(s_order, s_sold, receipts)).ToDate;

        Assert.Equal(Cny(250m), Earned(paid));
        Assert.Equal(Cny(0m), Earned(paid, Returned(paid)));
        Assert.Equal(Cny(0m), Earned(cheque.Build(), paid));
        Assert.Equal(Cny(250m), Earned(cheque.Build(), paid, Paid("R-9", "INV-1", 2_825m)));
    }

    /// <summary>Pitfall 14: the commission is not computed anew when the invoice is partial. It is earned with what is invoiced.</summary>
    [Fact]
    public void Pitfall_14_A_partial_invoice_earns_its_part()
    {
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Invoiced, Percent(100)));

        Assert.Equal(Cny(500m), schedule.Earned(Cny(1_000m), DealProgress.OfFacts(s_order, [.. s_sold.Take(5)])).ToDate);
        Assert.Equal(Cny(1_000m), schedule.Earned(Cny(1_000m), DealProgress.OfFacts(s_order, s_sold)).ToDate);
    }

    /// <summary>Pitfall 2: what comes back is credited to the invoice it was on, and lowers what is collected and invoiced alike.</summary>
    [Fact]
    public void Pitfall_2_Goods_that_come_back_take_their_part_with_them_and_a_cancelled_line_too()
    {
        var back = Line(Stage.Invoiced, "CN-1", 1, -5_000m, null, "INV-1");
        CollectionLine[] paid = [Paid("R-1", "INV-1", 5_650m), Paid("R-2", "INV-2", 9_040m)];
        var progress = DealProgress.OfFacts(s_order, [.. s_sold, back], paid);

        Assert.Equal((Percent(50), Percent(50)), (progress.At(Stage.Invoiced), progress.At(Stage.Collected)));
        var cancelled = Line(Stage.Ordered, "SO-7", 1, -4_000m, null, "SO-1");
        Assert.Equal(Percent(60), DealProgress.OfFacts(s_order, [.. s_sold, cancelled]).At(Stage.Ordered));

        // A return that was a mistake is taken back itself.
        var again = Line(Stage.Invoiced, "INV-9", 1, 5_000m, null, "CN-1");
        Assert.Equal(Percent(100), DealProgress.OfFacts(s_order, [again, back, .. s_sold], paid).At(Stage.Collected));
    }

    [Fact]
    public void A_down_payment_is_for_the_order_and_lines_of_money_are_for_themselves()
    {
        Assert.Equal(Percent(20), DealProgress.OfFacts(s_order, s_sold, [Paid("R-1", "SO-1", 2_260m)]).At(Stage.Collected));
        Assert.Equal(
            Percent(20),
            DealProgress.OfFacts(s_order, [.. s_sold, Line(Stage.Collected, "R-1", 1, 2_000m, "SO-1")]).At(Stage.Collected));
    }

    [Property]
    public Property The_order_of_facts_does_not_matter_and_no_progress_is_beyond_its_ends() =>
        Prop.ForAll(
            (from amounts in Gen.Choose(-900_000, 900_000).ArrayOf()
             from which in Gen.Choose(1, 3).ArrayOf(amounts.Length)
             from seed in Gen.Choose(1, int.MaxValue)
             select (amounts, which, seed)).ToArbitrary(),
            given =>
            {
                CollectionLine[] receipts =
                [
                    .. given.amounts.Select((amount, i) =>
                        Receipt(amount / 100m, null, receipt => receipt.Invoice = new DocumentId("INV-" + (char)('0' + given.which[i])))),
                ];
                var progress = DealProgress.OfFacts(s_order, s_sold, receipts);
                var other = DealProgress.OfFacts(
                    s_order, s_sold.OrderBy(line => line.GetHashCode() ^ given.seed),
                    receipts.OrderBy(line => line.GetHashCode() ^ given.seed));
                return progress == other && progress.At(Stage.Collected) is { } collected
                    && collected >= Percent(0) && collected <= Percent(100);
            });

    [Fact]
    public void Facts_that_make_no_deal_are_refused()
    {
        var order = new DocumentId("SO-3");

        Assert.Equal(nameof(order), Assert.Throws<ArgumentException>(() => DealProgress.OfFacts(order, s_sold)).ParamName);
        Assert.Equal(
            nameof(order),
            Assert.Throws<ArgumentException>(() => DealProgress.OfFacts(order, [Line(Stage.Ordered, "SO-3", 1, 0m)])).ParamName);
        Assert.Throws<ArgumentException>(() => DealProgress.OfFacts(s_order, [s_sold[0], s_sold[0]]));
        Assert.Throws<ArgumentException>(
            () => DealProgress.OfFacts(s_order, s_sold, [Paid("R-1", "INV-1", 1m), Paid("R-1", "INV-1", 1m)]));
        var dollars = Paid("R-1", "INV-1", 1m).ToBuilder();
        dollars.Amount = new Money(1m, Currency.USD);
        Assert.Throws<CurrencyMismatchException>(() => DealProgress.OfFacts(s_order, s_sold, [dollars.Build()]));
    }

    private static SalesLine Line(Stage stage, string document, int line, decimal net, string? order = null, string? original = null) =>
        Sale(net, pieces: Math.Max(1m, Math.Abs(net)), change: sale =>
        {
            sale.Stage = stage;
            sale.Document = new DocumentId(document);
            sale.Line = line;
            sale.Tax = Cny(net * 0.13m);
            sale.OrderLine = order is null ? null : new LineId(new DocumentId(order), 1);
            sale.Original = original is null ? null : new LineId(new DocumentId(original), 1);
        });

    private static CollectionLine Paid(string receipt, string invoice, decimal amount) => Receipt(amount, null, line =>
    {
        line.Document = new DocumentId(receipt);
        line.Invoice = new DocumentId(invoice);
    });
}
