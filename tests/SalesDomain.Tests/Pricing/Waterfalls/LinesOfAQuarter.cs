using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Pricing.Waterfalls;

/// <summary>Many sold lines and their sum: nothing counts twice, nothing is lost in silence, and the order says nothing.</summary>
public sealed class LinesOfAQuarter
{
    private static readonly WaterfallSchedule s_schedule = WaterfallSchedule.Of(
        Rounding.Commercial,
        WaterfallRule.Percent("rebate", WaterfallBase.InvoiceNet, Percent(3m)).For(Scope.Everything.Only(new CustomerId("A"))),
        WaterfallRule.PerUnit("freight", Cny(0.50m), UnitOfMeasure.Piece));

    // An order, its invoice, and that invoice again would be 3,000.00 at list for a sale of 1,000.00.
    [Fact]
    public void A_sale_counts_once()
    {
        var (invoiced, ordered) = (Sale(900m, list: 1_000m), Sale(900m, list: 1_000m, change: line => line.Stage = Stage.Ordered));

        Assert.Throws<ArgumentException>("lines", () => s_schedule.Evaluate(Currency.CNY, [ordered, invoiced]));
        Assert.Throws<ArgumentException>("lines", () => s_schedule.Evaluate(Currency.CNY, [invoiced, invoiced]));
        Assert.Throws<ArgumentException>(
            "lines", () => s_schedule.Evaluate(Currency.CNY, [invoiced, invoiced], ScopeSubject.FromLine));
        Assert.Equal(Cny(1_000m), s_schedule.Evaluate(Currency.CNY, [ordered]).Total.List);
        Assert.StartsWith("1 line: list CNY 1000.00, ", s_schedule.Evaluate(Currency.CNY, [ordered]).ToString());
    }

    // A price put right afterwards: no goods, 500.00 less. Without it the pocket of the quarter is 500.00 too high.
    [Fact]
    public void A_credit_note_for_money_alone_is_a_discount()
    {
        var sales = s_schedule.Evaluate(Currency.CNY, [Sale(900m, list: 1_000m, pieces: 100m), Sale(-500m, pieces: 0m)]);

        Assert.Equal("list CNY 0.00, less discount CNY 500.00, invoice net CNY -500.00, less freight CNY 0.00, pocket CNY -500.00",
            sales.Lines[1].Waterfall!.ToString());
        Assert.Equal((Cny(600m), Cny(350m)), (sales.Total.DeductedUnder("discount"), sales.Total.Pocket));
        Assert.DoesNotContain(sales.Incomplete.SelectMany(line => line.Reasons), reason => reason.Code == "pricing.no-list-amount");
        Assert.True(sales.Explain().IsVerified);
        Assert.Equal((Figure)Cny(350m), sales.Explain().Value);
    }

    [Fact]
    public void A_line_in_another_unit_than_an_amount_per_unit_is_named_and_the_others_go_on()
    {
        var sales = s_schedule.Evaluate(
            Currency.CNY,
            [
                Sale(900m, list: 1_000m, pieces: 100m),
                Sale(900m, list: 1_000m, change: line =>
                    (line.Document, line.Quantity) = (new DocumentId("INV-2"), new Quantity(5m, UnitOfMeasure.Case))),
                Sale(-10m, change: line => line.Quantity = Quantity.Zero(UnitOfMeasure.Case)),
            ]);

        Assert.Equal(
            ["pricing.other-unit (line INV-2/1, deduction freight, unit CS)", "pricing.no-cost (line INV-2/1)"],
            sales.Lines[1].Reasons.Select(reason => reason.ToString()));
        Assert.Equal(
            "INV-2/1: list CNY 1000.00, less discount CNY 100.00, invoice net CNY 900.00, pocket CNY 900.00; "
            + "pricing.other-unit (line INV-2/1, deduction freight, unit CS); pricing.no-cost (line INV-2/1)",
            sales.Lines[1].ToString());
        Assert.Equal(["pricing.no-cost"], sales.Lines[2].Reasons.Select(reason => reason.Code));
        Assert.Equal((Cny(50m), Cny(1_740m)), (sales.Total.DeductedUnder("freight"), sales.Total.Pocket));
    }

    // One line has the rebate alone and the other the freight: the sum shows them as the schedule has them, whichever comes first.
    [Fact]
    public void The_sum_is_in_the_order_of_the_rules()
    {
        var apart = WaterfallSchedule.Of(
            Rounding.Commercial,
            WaterfallRule.Percent("rebate", WaterfallBase.InvoiceNet, Percent(3m)).For(Scope.Everything.Only(new CustomerId("A"))),
            WaterfallRule.Percent("freight", WaterfallBase.List, Percent(2m)).For(Scope.Everything.Only(new CustomerId("B"))));
        SalesLine[] lines =
        [
            Sale(90m, list: 90m, change: line => line.Customer = new CustomerId("A")),
            Sale(100m, list: 100m, change: line => line.Customer = new CustomerId("B")),
        ];
        var (one, other) = (apart.Evaluate(Currency.CNY, lines).Total, apart.Evaluate(Currency.CNY, lines.Reverse()).Total);

        Assert.Equal(["rebate", "freight"], other.Deductions.Select(each => each.Name));
        Assert.Equal(one, other);
        Assert.Equal(
            "list CNY 190.00, invoice net CNY 190.00, less rebate CNY 2.70, less freight CNY 2.00, pocket CNY 185.30", other.ToString());
    }

    [Property]
    public Property The_order_and_the_grouping_of_waterfalls_change_nothing() => Prop.ForAll(
        (from rows in (
             from names in Gen.Elements("a", "b", "c", "d").ListOf() from stage in Gen.Elements(true, false)
             from list in Gen.Choose(-90, 90)
             select (names, stage, list)).NonEmptyListOf()
         from cut in Gen.Choose(0, 10)
         select (rows, cut)).ToArbitrary(),
        any =>
        {
            PriceWaterfall[] parts =
            [
                .. any.rows.Select(row => PriceWaterfall.Of(
                    Cny(row.list),
                    [
                        .. row.names.Select((name, i) => row.stage ? WaterfallDeduction.OnInvoice(name, Cny(i))
                            : WaterfallDeduction.OffInvoice(name, Cny(i))),
                    ])),
            ];
            var all = PriceWaterfall.Sum(Currency.CNY, parts);
            var grouped = PriceWaterfall.Sum(
                Currency.CNY,
                [PriceWaterfall.Sum(Currency.CNY, parts.Take(any.cut)), PriceWaterfall.Sum(Currency.CNY, parts.Skip(any.cut))]);

            Assert.Equal(all, PriceWaterfall.Sum(Currency.CNY, parts.Reverse()));
            Assert.Equal(all, grouped);
            Assert.Equal(all.ToString(), grouped.ToString());
        });
}
