using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Commissions.Credits;

/// <summary>What a credit note takes back of an invoice is not paid with it, line by line.</summary>
public sealed class CreditNotesOfInvoices
{
    private static readonly LocalDate s_day = new(2026, 2, 10);
    private static readonly ProductId s_pump = new("PUMP");
    private static readonly ProductId s_seal = new("SEAL");

    private static readonly CreditRules<SalespersonId> s_rules =
        CreditRules.Empty<SalespersonId>().WithReceipts(ReceiptCrediting.OfSale).WithRules(
            AccessSequence.Of(ScopeDimensions.Product),
            CreditRule.Of("pumps", Scope.Everything.Only(s_pump), CreditSplit.Of((Person("S1"), Percentage.OneHundred))),
            CreditRule.Of("seals", Scope.Everything.Only(s_seal), CreditSplit.Of((Person("S2"), Percentage.OneHundred))));

    private static readonly SalesLine[] s_invoice = [Line("INV-1", 1, s_pump, 2_000m), Line("INV-1", 2, s_seal, 1_000m)];

    // INV-1: pump 2,000, seal 1,000, and 13 %. The pump comes back by CN-1; the customer pays 1,130 for the seal, and not 753.33 of it for
    // the pump.
    [Fact]
    public void Money_that_comes_in_after_a_credit_note_is_for_what_is_left_of_the_invoice()
    {
        var note = Note("CN-1", s_invoice[0], -2_000m, days: 5);

        Assert.Equal([("R-1", s_seal, 1_130m)], Parts([.. s_invoice, note], [Paid("R-1", 1_130m, days: 20)]));
        Assert.Equal([("R-1", s_seal, 1_130m)], Parts([.. s_invoice, note], [Paid("R-1", 1_130m, days: 5)]));
        Assert.Equal(
            [("R-1", s_pump, 753.33m), ("R-1", s_seal, 376.67m)], Parts([.. s_invoice, note], [Paid("R-1", 1_130m, days: 4)]));

        var credits = s_rules.Credit([.. s_invoice, note], [Paid("R-1", 1_130m, days: 20)]);
        Assert.DoesNotContain(credits.Of(Person("S1")), credit => credit.Receipt is not null);
        Assert.Equal(
            new Money(1_130m, Currency.CNY), Assert.Single(credits.Of(Person("S2")), credit => credit.Receipt is not null).PartAmount);
    }

    // CN-1 is dated the day before the receipt, and posted when the period of both is closed: that is told, and paid by corrections.
    [Fact]
    public void A_credit_note_that_is_entered_later_moves_what_was_paid_before_and_a_closed_period_needs_a_correction()
    {
        var (rules, march) = (PayoutRules.Of(Rounding.Commercial), DateSpan.OfQuarter(2026, 1));
        var plan = CommissionPlan.Of(
            "Collected", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative(
                "collections", CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY)),
                CommissionRate.Flat(Percentage.FromPercent(10))));
        var receipt = Paid("R-1", 1_130m, days: 5);
        foreach (var (name, before, after) in new[] { ("S1", 75.33m, 0m), ("S2", 37.67m, 113m) })
        {
            IReadOnlyList<CommissionEarning> Earned(params SalesLine[] notes) => plan.Evaluate(
                march, CommissionTerms.None, plan.Sum(march, s_rules.Credit([.. s_invoice, .. notes], [receipt]).Of(Person(name))))
                .ToEarnings(byCredit: true);
            PayoutRun Run(int month) => PayoutRun.Of(DateSpan.OfMonth(2026, month), new LocalDate(2026, month + 1, 10));
            Money Cny(decimal amount) => new(amount, Currency.CNY);

            var account = CommissionAccount.In(Currency.CNY).Settle(Earned(), Run(3), rules).Account
                .Close(march, new LocalDate(2026, 4, 15));
            Assert.Equal(Cny(before), account.Balances.Earned);
            var late = account.Settle(Earned(Note("CN-1", s_invoice[0], -2_000m, days: 4)), Run(7), rules);
            Assert.Empty(late.Entries);
            Assert.Equal("commission.closed-period", Assert.Single(late.Reasons).Code);

            var difference = CommissionEarning.Of("Collected", "collections", march, Cny(after - before)).With(receipt.Id, receipt.Date);
            var moved = CommissionEvent.Correction(
                new LineId(new DocumentId("M-1"), 1), new LocalDate(2026, 7, 20), difference, new Reason("credit-note-late"));
            Assert.Equal(Cny(after), late.Account.Settle([], Run(7).With(moved), rules).Account.Balances.Earned);
        }
    }

    // Half is paid, then the pump comes back: the rest is for the seal, which is paid in full when its invoice is.
    [Fact]
    public void What_was_paid_of_a_line_before_it_came_back_goes_over_to_the_others()
    {
        var parts = Parts(
            [.. s_invoice, Note("CN-1", s_invoice[0], -2_000m, days: 5)],
            [Paid("R-1", 565m, days: 1), Paid("R-2", 300m, days: 9), Paid("R-3", 265m, days: 12)]);

        Assert.Equal(
            [
                ("R-1", s_pump, 376.67m), ("R-1", s_seal, 188.33m), ("R-2", s_seal, 300m), ("R-3", s_pump, -376.67m),
                ("R-3", s_seal, 641.67m),
            ],
            parts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_refund_after_a_credit_note_is_of_what_came_back(bool isOfReceipt)
    {
        var paid = Paid("R-1", 3_390m, days: 1);
        var refund = Change(Paid("R-2", -2_260m, days: 9), line => line.Original = isOfReceipt ? paid.Id : null);
        var lost = Change(Paid("R-3", -1_130m, days: 12), line => line.Original = paid.Id);
        SalesLine[] lines = [.. s_invoice, Note("CN-1", s_invoice[0], -2_000m, days: 5)];

        Assert.Equal(
            [("R-1", s_pump, 2_260m), ("R-1", s_seal, 1_130m), ("R-2", s_pump, -2_260m)], Parts(lines, [paid, refund]));
        if (isOfReceipt)
            Assert.Contains(("R-3", s_seal, -1_130m), Parts(lines, [paid, refund, lost]));
    }

    [Fact]
    public void A_credit_note_that_is_taken_back_is_paid_again()
    {
        var note = Note("CN-1", s_invoice[0], -2_000m, days: 5);
        var again = Note("CN-2", note, 2_000m, days: 7);

        Assert.Equal(
            [("R-1", s_pump, 2_260m), ("R-1", s_seal, 1_130m)],
            Parts([.. s_invoice, note, again], [Paid("R-1", 3_390m, days: 20)]));

        // Of an invoice of which nothing is left, what is paid all the same goes by what was due before.
        Assert.Equal(
            [("R-1", s_pump, 200m), ("R-1", s_seal, 100m)],
            Parts(
                [.. s_invoice, note, Note("CN-2", s_invoice[1], -1_000m, days: 5)], [Paid("R-1", 300m, days: 20)]));
    }

    // Lines, what comes back of each and when, and payments of what is left until the invoice is paid.
    [Property(MaxTest = 200)]
    public Property Each_line_is_paid_less_what_came_back_of_it_once_the_invoice_is() =>
        Prop.ForAll(
            (from count in Gen.Choose(1, 5)
             from lines in Gen.ArrayOf(Gen.Choose(1, 2_000_000), count)
             from backs in Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 100), Gen.Elements(0, 100)), count)
             from days in Gen.ArrayOf(Gen.Choose(1, 40), count)
             from cuts in Gen.ArrayOf(Gen.Choose(1, 100), 4)
             select (lines, backs, days, cuts)).ToArbitrary(),
            any =>
            {
                SalesLine[] invoice =
                    [.. any.lines.Select((cents, i) => Line("INV-1", i + 1, i % 2 == 0 ? s_pump : s_seal, cents / 100m, tax: 0m))];
                SalesLine[] notes =
                [
                    .. any.backs.Select((back, i) => (Cents: (long)any.lines[i] * back / 100, Line: i)).Where(each => each.Cents > 0)
                        .Select(each => Note(
                            "CN-" + (char)('1' + each.Line), invoice[each.Line], -each.Cents / 100m, any.days[each.Line], tax: 0m)),
                ];
                var left = invoice.Sum(line => line.GrossAmount.Amount) + notes.Sum(line => line.GrossAmount.Amount);
                if (left <= 0m)
                    return;

                var receipts = new List<CollectionLine>();
                var paid = 0m;
                for (var i = 0; i < any.cuts.Length; i++)
                {
                    var upTo = decimal.Truncate(left * any.cuts[i]) / 100m;
                    if (upTo <= paid)
                        continue;

                    receipts.Add(Paid("R-" + (char)('1' + i), upTo - paid, days: 10 * i));
                    paid = upTo;
                }

                if (left > paid)
                    receipts.Add(Paid("R-9", left - paid, days: 45));
                else
                    receipts[^1] = Change(receipts[^1], line => line.Date = s_day.PlusDays(45));

                var credits = s_rules.Credit([.. invoice, .. notes], receipts);
                var parts = new[] { "S1", "S2" }.SelectMany(name => credits.Of(Person(name)))
                    .Where(credit => credit.Receipt is not null).ToArray();
                foreach (var receipt in receipts)
                {
                    Assert.Equal(
                        receipt.Amount.Amount, parts.Where(part => part.Line == receipt.Id).Sum(part => part.PartAmount!.Value.Amount));
                }

                foreach (var line in invoice)
                {
                    Assert.Equal(
                        line.GrossAmount.Amount + notes.Where(note => note.Original == line.Id).Sum(note => note.GrossAmount.Amount),
                        parts.Where(part => part.InvoiceLine!.Id == line.Id).Sum(part => part.PartAmount!.Value.Amount));
                }
            });

    private static (string Receipt, ProductId Product, decimal Amount)[] Parts(SalesLine[] lines, CollectionLine[] receipts)
    {
        var credits = s_rules.Credit(lines, receipts);
        return
        [
            .. new[] { "S1", "S2" }.SelectMany(name => credits.Of(Person(name))).Where(credit => credit.Receipt is not null)
                .OrderBy(credit => credit.Line).ThenBy(credit => credit.InvoiceLine!.Id)
                .Select(credit => (credit.Line.Document.ToString(), credit.InvoiceLine!.Product!, credit.PartAmount!.Value.Amount)),
        ];
    }

    private static SalesLine Note(string document, SalesLine original, decimal net, int days, decimal tax = 0.13m)
    {
        var note = Line(document, 1, original.Product!, net, tax).ToBuilder();
        (note.Original, note.Date) = (original.Id, s_day.PlusDays(days));
        return note.Build();
    }

    private static SalesLine Line(string document, int number, ProductId product, decimal net, decimal tax = 0.13m) =>
        Sale(s_day, net, change: line =>
        {
            (line.Stage, line.Document, line.Line, line.Product) = (Stage.Invoiced, new DocumentId(document), number, product);
            (line.NetAmount, line.Tax) = (new Money(net, Currency.CNY), new Money(net * tax, Currency.CNY));
            line.Quantity = Quantity.Pieces(net < 0m ? -1m : 1m);
        });

    private static CollectionLine Paid(string document, decimal amount, int days) =>
        Receipt(s_day.PlusDays(days), amount, receipt =>
        {
            (receipt.Document, receipt.Line) = (new DocumentId(document), 1);
            (receipt.Invoice, receipt.Customer) = (new DocumentId("INV-1"), s_invoice[0].Customer);
        });

    private static CollectionLine Change(CollectionLine receipt, Action<CollectionLineBuilder> change)
    {
        var builder = receipt.ToBuilder();
        change(builder);
        return builder.Build();
    }
}
