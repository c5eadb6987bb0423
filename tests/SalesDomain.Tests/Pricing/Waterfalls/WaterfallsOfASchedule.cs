using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Pricing.Waterfalls;

/// <summary>A schedule places what it takes off itself: it comes to what the caller would build of the same deductions.</summary>
public sealed class WaterfallsOfASchedule
{
    private static readonly string[] s_names = [.. Enumerable.Range(0, 12).Select(i => ((char)('l' - i)).ToString())];

    private static readonly WaterfallSchedule s_schedule = WaterfallSchedule.Of(
        Rounding.Commercial,
        WaterfallRule.Percent("rebate", WaterfallBase.InvoiceNet, Percent(3m)).For(Scope.Everything.Only(new CustomerId("A"))),
        WaterfallRule.PerUnit("freight", Cny(0.50m), UnitOfMeasure.Piece),
        WaterfallRule.Percent("rebate", WaterfallBase.List, Percent(2m)).For(Scope.Everything.Only(new CustomerId("B"))),
        WaterfallRule.Percent("discount", WaterfallBase.List, Percent(1m)).For(Scope.Everything.Except(new CustomerId("C"))),
        WaterfallRule.CostOfCredit("credit", Percent(4.8m), 45, DayCountBasis.Actual360));

    [Property(MaxTest = 200)]
    public Property A_line_alone_among_others_and_built_by_hand_is_the_same() => Prop.ForAll(
        (from net in Gen.Choose(-100_000, 100_000)
         from discount in Gen.Choose(0, 3)
         from cost in Gen.Choose(-1, 3)
         from customer in Gen.Elements("A", "B", "C")
         from kind in Gen.Elements(PriceKind.Standard, PriceKind.Special, PriceKind.Project)
         select (net, discount, cost, customer, kind)).ToArbitrary(),
        any =>
        {
            var net = any.net / 100m;
            var line = Sale(
                net, net + (net * any.discount), any.cost < 0 ? null : net * any.cost, 7m,
                sale => (sale.Customer, sale.PriceKind) = (new CustomerId(any.customer), any.kind));
            var alone = s_schedule.Evaluate(line);
            var among = s_schedule.Evaluate(Currency.CNY, [Sale(10m, list: 10m), line]).Lines[1];
            var waterfall = alone.Waterfall!;
            var built = PriceWaterfall.Of(line.ListAmount!.Value, [.. waterfall.Deductions]);
            if (line.Cost is { } known)
                built = built.WithCost(known);

            Assert.Equal(alone, among);
            Assert.Equal(alone, s_schedule.Evaluate(line, ScopeSubject.FromLine(line)));
            Assert.Equal(built, waterfall);
            Assert.Equal(built.ToString(), waterfall.ToString());
            Assert.Equal(built.Explain().ToString(), waterfall.Explain().ToString());
            Assert.True(waterfall.Explain().IsVerified);
            Assert.Equal(waterfall.Explain().ToString(), PriceWaterfall.Sum(Currency.CNY, [waterfall]).Explain().ToString());
        });

    // Few names are looked through, many are found by a table: both give what grouping gives.
    [Property(MaxTest = 200)]
    public Property Sums_are_by_name_and_stage_however_many_there_are() => Prop.ForAll(
        (from names in Gen.Choose(0, 11).ListOf()
         from amount in Gen.Choose(-50, 50)
         select (names: names.ToArray(), amount)).NonEmptyListOf().ToArbitrary(),
        rows =>
        {
            var parts = rows.Select(row => PriceWaterfall.Of(
                Cny(row.amount),
                [
                    .. row.names.Select((name, i) => name % 2 == 0 ? WaterfallDeduction.OnInvoice(s_names[name], Cny(row.amount + i))
                        : WaterfallDeduction.OffInvoice(s_names[name], Cny(row.amount - i))),
                ])).ToArray();
            var sum = PriceWaterfall.Sum(Currency.CNY, parts);
            var expected = parts.SelectMany(part => part.Deductions).GroupBy(each => (each.Stage, each.Name))
                .Select(group => (group.Key.Stage, group.Key.Name, Money.Sum(Currency.CNY, group.Select(each => each.Amount))));

            Assert.Equal(
                expected.OrderBy(each => each.Stage).ThenBy(each => each.Name, StringComparer.Ordinal),
                sum.Deductions.Select(each => (each.Stage, each.Name, each.Amount))
                    .OrderBy(each => each.Stage).ThenBy(each => each.Name, StringComparer.Ordinal));
            Assert.Equal(sum.Deductions.OrderBy(each => each.Stage), sum.Deductions);
            Assert.Equal(sum, PriceWaterfall.Sum(Currency.CNY, parts.Reverse()));
            Assert.True(sum.Explain().IsVerified);
        });

    [Fact]
    public void Where_all_costs_are_known_the_lines_with_a_cost_are_all()
    {
        var all = s_schedule.Evaluate(Currency.CNY, [Sale(90m, list: 100m, cost: 50m), Sale(80m, list: 80m, cost: 20m)]);
        var some = s_schedule.Evaluate(Currency.CNY, [Sale(90m, list: 100m, cost: 50m), Sale(80m, list: 80m)]);

        Assert.Equal((all.Total, (Money?)Cny(70m)), (all.WithCost, all.Total.Cost));
        Assert.Equal(((Money?)null, Cny(100m)), (some.Total.Cost, some.WithCost.List));
        Assert.Equal(PriceWaterfall.Sum(Currency.CNY, []).WithCost(Cny(0m)), s_schedule.Evaluate(Currency.CNY, []).WithCost);
    }

    [Fact]
    public void A_line_that_comes_twice_is_found_in_any_order()
    {
        SalesLine[] lines = [.. Enumerable.Range(1, 4).Select(i => Sale(10m, list: 10m, change: sale =>
            (sale.Document, sale.Line) = (new DocumentId("INV"), i)))];

        Assert.Equal(4, s_schedule.Evaluate(Currency.CNY, lines).Lines.Count);
        Assert.Equal(4, s_schedule.Evaluate(Currency.CNY, lines.Reverse()).Lines.Count);
        foreach (var order in new[] { "0012", "0120", "0121", "0122", "2100", "2012", "3213", "1030" })
        {
            var refused = Assert.Throws<ArgumentException>(
                "lines", () => s_schedule.Evaluate(Currency.CNY, order.Select(digit => lines[digit - '0'])));
            Assert.Contains("must have each line once", refused.Message);
        }
    }

    [Fact]
    public void An_amount_per_unit_in_another_currency_is_refused_with_the_line()
    {
        var freight = WaterfallSchedule.Of(
            Rounding.Commercial, WaterfallRule.PerUnit("freight", new Money(0.5m, Currency.USD), UnitOfMeasure.Piece));
        var line = Sale(90m, list: 100m, change: sale => sale.Document = new DocumentId("INV-7"));

        var alone = Assert.Throws<CurrencyMismatchException>("line", () => freight.Evaluate(line));
        Assert.Throws<CurrencyMismatchException>("line", () => freight.Evaluate(line, ScopeSubject.FromLine(line)));
        Assert.Throws<CurrencyMismatchException>("lines", () => freight.Evaluate(Currency.CNY, [line]));
        Assert.Equal((Currency.CNY, Currency.USD), (alone.Expected, alone.Actual));
        Assert.Contains("INV-7/1", alone.Message);
    }
}
