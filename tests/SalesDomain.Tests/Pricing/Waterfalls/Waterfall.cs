using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Pricing.Waterfalls;

/// <summary>From list price to pocket margin.</summary>
public sealed class Waterfall
{
    private static readonly WaterfallRule s_rebate = WaterfallRule.Percent("expected rebate", WaterfallBase.InvoiceNet, Percent(3m));
    private static readonly WaterfallRule s_freight = WaterfallRule.PerUnit("freight", Cny(0.5m), UnitOfMeasure.Piece);
    private static readonly WaterfallRule s_credit =
        WaterfallRule.CostOfCredit("cost of credit", Percent(4.8m), 45, DayCountBasis.Actual360);
    private static readonly WaterfallSchedule s_schedule = WaterfallSchedule.Of(Rounding.Commercial, s_rebate, s_freight, s_credit);

    // 100 pieces at a list price of 10, sold for 920, with tax 1,039.60: rebate 27.60, freight 50, and for the credit
    // 1,039.60 × 4.8 % × 45 ÷ 360 = 6.24.
    [Fact]
    public void What_is_left_of_a_sale_is_shown_step_by_step()
    {
        var line = Sale(920m, list: 1_000m, cost: 600m, pieces: 100m, change: sale => sale.Tax = Cny(119.6m));
        var evaluated = s_schedule.Evaluate(line);
        var waterfall = evaluated.Waterfall!;
        Assert.Empty(evaluated.Reasons);
        Assert.Equal(
            [
                "discount CNY 80.00, on invoice", "expected rebate CNY 27.60, off invoice", "freight CNY 50.00, off invoice",
                "cost of credit CNY 6.24, off invoice",
            ],
            waterfall.Deductions.Select(each => each.ToString()));
        Assert.Equal(
            (Cny(920m), Cny(836.16m), (Money?)Cny(236.16m)), (waterfall.InvoiceNet, waterfall.Pocket, waterfall.PocketMargin));
        Assert.Equal(Percent(28.24m), waterfall.PocketMarginRate!.Value.Round(Rounding.ToDigits(2, RoundingMode.HalfEven)));
        Assert.Equal(Percentage.FromFraction(0.83616m), waterfall.PocketOfList);
        Assert.Equal(Cny(50m), waterfall.DeductedUnder("freight"));
        Assert.Empty(waterfall.Explain().Verify());
        Assert.Equal((Figure)Cny(236.16m), waterfall.Explain().Value);
    }

    // R-11 of practice: 841,850 with tax for 45 days at 4.8 % by 360.
    [Theory]
    [InlineData(DayCountBasis.Actual360, "5051.10")]
    [InlineData(DayCountBasis.Actual365, "4981.91")]
    public void The_cost_of_credit_is_of_the_invoice_with_tax(DayCountBasis dayCount, string cost)
    {
        var line = Sale(745_000m, list: 745_000m, change: sale => sale.Tax = Cny(96_850m));
        var schedule = WaterfallSchedule.Of(
            Rounding.Commercial, WaterfallRule.CostOfCredit("cost of credit", Percent(4.8m), 45, dayCount));
        Assert.Equal("CNY " + cost, schedule.Evaluate(line).Waterfall!.OffInvoice.ToString());
    }

    // 综合费用率 of practice 7.3: discount 60,000, rebate 15,040, free goods at list 10,000, promotion 12,000 of 1,000,000 at list.
    [Fact]
    public void All_that_comes_off_is_a_share_of_sales_at_list()
    {
        var waterfall = PriceWaterfall.Of(
            Cny(1_000_000m), WaterfallDeduction.OffInvoice("rebate", Cny(15_040m)), WaterfallDeduction.OnInvoice("discount", Cny(60_000m)),
            WaterfallDeduction.OnInvoice("free goods", Cny(10_000m)), WaterfallDeduction.OffInvoice("promotion", Cny(12_000m)));
        Assert.Equal(["discount", "free goods", "rebate", "promotion"], waterfall.Deductions.Select(each => each.Name));
        Assert.Equal(Percent(9.704m), waterfall.PocketOfList!.Value.Complement());
        Assert.Equal((Cny(930_000m), Cny(902_960m)), (waterfall.InvoiceNet, waterfall.Pocket));
        Assert.Equal((Figure)Cny(902_960m), waterfall.Explain().Value);
        Assert.True(waterfall.Explain().IsVerified);
    }

    // A sale and its whole return leave nothing of anything but what was spent, whatever was rounded.
    [Property(MaxTest = 200)]
    public Property A_return_gives_back_what_the_sale_had_but_its_freight() => Prop.ForAll(
        (from net in Gen.Choose(1, 1_000_000)
         from pieces in Gen.Choose(1, 100)
         select (net, pieces)).ToArbitrary(),
        any =>
        {
            var (net, list) = (any.net / 100m, Part(any.net, 80));
            var sold = s_schedule.Evaluate(Sale(net, list, Part(any.net, 150), any.pieces, TaxOf(any.net)));
            var back = s_schedule.Evaluate(Sale(-net, -list, Part(-any.net, 150), any.pieces, TaxOf(-any.net)));
            var both = PriceWaterfall.Sum(Currency.CNY, [sold.Waterfall!, back.Waterfall!]);
            var spent = sold.Waterfall!.DeductedUnder("freight");
            return both.List.IsZero && both.PocketMargin == -spent && spent.IsPositive
                && both.Deductions.All(each => each.Amount == (each.Name == "freight" ? spent : Cny(0m)))
                && back.Waterfall!.Explain().IsVerified;
        });

    // The parts of each line and of the sum add up exactly, in whatever grouping the lines are summed.
    [Property(MaxTest = 200)]
    public Property Parts_add_up_in_any_grouping() => Prop.ForAll(
        (from nets in Gen.Choose(0, 1_000_000).NonEmptyListOf()
         from cut in Gen.Choose(0, 30)
         select (nets: nets.ToArray(), cut)).ToArbitrary(),
        any =>
        {
            SalesLine[] lines =
                [.. any.nets.Select((cents, i) => Sale(cents / 100m, Part(cents, 90), Part(cents, 150), i + 1, TaxOf(cents)))];
            var all = s_schedule.Evaluate(Currency.CNY, lines);
            var (one, other) = (
                s_schedule.Evaluate(Currency.CNY, lines.Take(any.cut)), s_schedule.Evaluate(Currency.CNY, lines.Skip(any.cut)));
            var sum = PriceWaterfall.Sum(Currency.CNY, [one.Total, other.Total]);
            return new[] { all.Total, sum }.Concat(all.Lines.Select(line => line.Waterfall!)).All(AddsUp)
                && sum.Pocket == all.Total.Pocket && sum.PocketMargin == all.Total.PocketMargin
                && all.Total.Deductions.All(each => sum.DeductedUnder(each.Name) == each.Amount);

            static bool AddsUp(PriceWaterfall each) =>
                each.List - Money.Sum(Currency.CNY, each.Deductions.Select(part => part.Amount)) == each.Pocket
                && each.InvoiceNet - each.OffInvoice == each.Pocket && each.Pocket - each.Cost == each.PocketMargin
                && each.Explain().IsVerified;
        });

    [Fact]
    public void Lines_that_have_no_waterfall_or_no_margin_are_named()
    {
        var sales = s_schedule.Evaluate(
            Currency.CNY,
            [
                Sale(90m, list: 100m, cost: 50m), Sale(80m), Sale(0m, list: 100m, change: sale => sale.PriceKind = PriceKind.RebateFunded),
                Sale(90m, list: 100m), Sale(0m, list: 30m, cost: 20m, change: sale => sale.PriceKind = PriceKind.Free),
                Sale(70m, list: 70m, change: sale => sale.Cost = new Money(9m, Currency.USD)),
            ]);
        Assert.Equal(
            ["pricing.no-list-amount", "pricing.rebate-funded", "pricing.no-cost", "pricing.cost-in-another-currency"],
            sales.Incomplete.Select(line => line.Reasons.Single().Code));
        Assert.Equal((Cny(300m), (Money?)null), (sales.Total.List, sales.Total.PocketMargin));
        Assert.Equal((Cny(130m), Cny(30m)), (sales.WithCost.List, sales.WithCost.DeductedUnder("free goods")));
        Assert.NotNull(sales.WithCost.PocketMargin);
    }

    // Freight that differs by customer is one deduction; for lines that could be the same it would be two.
    [Fact]
    public void Two_rates_of_one_deduction_may_not_meet_on_a_line()
    {
        var (one, other) = (Scope.Everything.Only(new CustomerId("D")), Scope.Everything.Only(new CustomerId("E")));
        var schedule = WaterfallSchedule.Of(
            Rounding.Commercial, s_rebate.For(one),
            WaterfallRule.Percent("expected rebate", WaterfallBase.InvoiceNet, Percent(5m)).For(other));
        Assert.Equal(Cny(30m), schedule.Evaluate(Sale(1_000m, list: 1_000m)).Waterfall!.OffInvoice);
        Assert.Equal(
            Cny(50m),
            schedule.Evaluate(Sale(1_000m, list: 1_000m, change: sale => sale.Customer = new CustomerId("E"))).Waterfall!.OffInvoice);

        var refused = Assert.Throws<ArgumentException>(
            "rules", () => WaterfallSchedule.Of(Rounding.Commercial, s_rebate, s_rebate.For(one)));
        Assert.Contains("expected rebate", refused.Message);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => WaterfallRule.Percent("a", WaterfallBase.List, Percent(100.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => WaterfallRule.Percent("a", WaterfallBase.List, Percent(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("base", () => WaterfallRule.Percent("a", (WaterfallBase)9, Percent(1m)));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => WaterfallRule.PerUnit("a", Cny(-0.01m), UnitOfMeasure.Piece));
        Assert.Throws<ArgumentOutOfRangeException>(
            "dayCount", () => WaterfallRule.CostOfCredit("a", Percent(1m), 30, DayCountBasis.ActualActual));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => WaterfallRule.CostOfCredit("a", Percent(1m), -1, DayCountBasis.Actual360));
        Assert.Throws<CurrencyMismatchException>(
            () => PriceWaterfall.Of(Cny(1m), WaterfallDeduction.OnInvoice("a", new Money(1m, Currency.USD))));
        Assert.Throws<CurrencyMismatchException>(() => PriceWaterfall.Of(Cny(1m)).WithCost(new Money(1m, Currency.USD)));
        Assert.Throws<CurrencyMismatchException>(() => s_schedule.Evaluate(Currency.USD, [Sale(1m, list: 1m)]));
    }

    [Fact]
    public void Deductions_of_one_name_and_stage_are_one()
    {
        var waterfall = PriceWaterfall.Of(Cny(100m), WaterfallDeduction.OnInvoice("season", Cny(5m)))
            .With(WaterfallDeduction.OnInvoice("season", Cny(3m)), WaterfallDeduction.OffInvoice("season", Cny(2m)));
        Assert.Equal([Cny(8m), Cny(2m)], waterfall.Deductions.Select(each => each.Amount));
        Assert.Equal(Cny(10m), waterfall.DeductedUnder("season"));
        Assert.Equal(
            "list CNY 100.00, less season CNY 8.00, invoice net CNY 92.00, less season CNY 2.00, pocket CNY 90.00", waterfall.ToString());
        TestHelper.TestEqualsClass(
            PriceWaterfall.Of(Cny(100m)), PriceWaterfall.Of(Cny(100m)), waterfall, PriceWaterfall.Of(Cny(100m)).WithCost(Cny(1m)));
        TestHelper.TestEqualsClass(s_rebate, s_rebate.For(Scope.Everything), s_freight, s_credit);
        TestHelper.TestEqualsClass(
            s_schedule, WaterfallSchedule.Of(Rounding.Commercial, s_rebate, s_freight, s_credit),
            WaterfallSchedule.Of(Rounding.Commercial, s_freight, s_rebate, s_credit), WaterfallSchedule.Of(Rounding.Bankers));
        Assert.Equal(
            "expected rebate: 3% of InvoiceNet\nfreight: CNY 0.50 per PCE\n"
            + "cost of credit: 4.8% a year, Actual360, of InvoiceGross for 45 days\nrounded minor-unit half-away", s_schedule.ToString());
    }

    // In whole cents, as amounts are.
    private static decimal Part(int cents, int of) => decimal.Round((decimal)cents / of, 2);

    private static Action<SalesLineBuilder> TaxOf(int cents) => sale => sale.Tax = Cny(Part(cents, 800));
}
