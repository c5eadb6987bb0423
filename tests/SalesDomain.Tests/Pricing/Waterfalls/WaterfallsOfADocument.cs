using System;
using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;
using static SalesDomain.Tests.Pricing.Waterfalls.DocumentSample;

namespace SalesDomain.Tests.Pricing.Waterfalls;

/// <summary>From what is offered, after its discounts, to the pocket in one step.</summary>
public sealed class WaterfallsOfADocument
{
    private static readonly UnitConversions s_cases =
        UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));

    // 100 pieces at 10.00 less 8 % and 5 %: 80.00 and 46.00, net 874.00, with tax 987.62. Rebate 26.22, cash discount 11.85, freight 50,
    // promotion 20, credit 987.62 × 4.8 % × 45 ÷ 360 = 5.93; cost 600.
    [Fact]
    public void Each_discount_is_a_deduction_under_its_name()
    {
        var document = Twice.Apply(Order(Line(1, 10m, 100m, "A")));
        var drawn = AfterInvoice.Evaluate(document.Lines[0], Vat, Cny(600m));

        Assert.Empty(drawn.Reasons);
        Assert.Equal(
            "line 1: list CNY 1000.00, less dealer CNY 80.00, less season CNY 46.00, invoice net CNY 874.00, less expected rebate "
            + "CNY 26.22, less cash discount CNY 11.85, less freight CNY 50.00, less promotion CNY 20.00, less cost of credit CNY 5.93, "
            + "pocket CNY 760.00, cost CNY 600.00, margin CNY 160.00 (21.05%)",
            drawn.ToString());
        Assert.Same(document.Lines[0], drawn.Line);
        var explanation = drawn.Waterfall!.Explain();
        Assert.True(explanation.IsVerified);
        Assert.Contains("list price × quantity", explanation.ToString());
        Assert.Contains("base × rate", explanation.ToString());
    }

    // 10 pieces at 11.30 with tax: 113.00 less 9.04 and 5.20 is 98.76; without tax 100.00 less 8.00 and 4.60 is 87.40.
    [Fact]
    public void Prices_with_tax_are_brought_to_without_it_and_the_parts_still_add_up()
    {
        var document = Twice.Apply(WithTax(Line(1, 11.30m, 10m, "B")));
        var drawn = AfterInvoice.Evaluate(document.Lines[0], Vat, Cny(60m)).Waterfall!;

        Assert.Equal(Cny(98.76m), document.Net);
        Assert.Equal(
            ["dealer CNY 8.00, on invoice", "season CNY 4.60, on invoice"], drawn.Deductions.Take(2).Select(each => each.ToString()));
        Assert.Equal((Cny(100m), Cny(87.40m)), (drawn.List, drawn.InvoiceNet));
        Assert.Equal(LineTax.InGross(document.Net, Vat, Rounding.Commercial).Net, drawn.InvoiceNet);
        Assert.Equal((Cny(2.62m), Cny(1.19m)), (drawn.DeductedUnder("expected rebate"), drawn.DeductedUnder("cash discount")));
        Assert.True(drawn.Explain().IsVerified);
    }

    [Fact]
    public void Without_a_rate_what_needs_the_tax_is_left_out_and_named()
    {
        var without = AfterInvoice.Evaluate(Twice.Apply(Order(Line(1, 10m, 100m, "A"))).Lines[0], null, Cny(600m));
        var with = AfterInvoice.Evaluate(Twice.Apply(WithTax(Line(7, 10m, 100m, "A"))).Lines[0], null, Cny(600m));

        Assert.Equal(
            [
                "pricing.no-tax-rate (line 1, deduction cash discount)", "pricing.no-tax-rate (line 1, deduction cost of credit)",
            ],
            without.Codes());
        Assert.Equal((Cny(874m), Cny(777.78m)), (without.Waterfall!.InvoiceNet, without.Waterfall.Pocket));
        Assert.Null(with.Waterfall);
        Assert.Equal(["pricing.no-tax-rate (line 7)"], with.Codes());
        Assert.Equal("line 7: pricing.no-tax-rate (line 7)", with.ToString());
    }

    // what is free is given away at list, and still costs: 100 sold at 10.00, 10 free, cost 6.00 each.
    [Fact]
    public void R_14_free_goods_are_taken_off_at_list_and_cost_what_they_cost()
    {
        var document = Schedule().Apply(Order(Line(1, 10m, 100m, "A"), Free(2, 10m, 10m, "A")));
        var drawn = AfterInvoice.Evaluate(document, _ => Vat, line => Cny(6m) * line.Line.Quantity.Amount);

        Assert.Equal("free goods CNY 100.00, on invoice", drawn.Lines[1].Waterfall!.Deductions[0].ToString());
        Assert.Equal((Cny(0m), Cny(-7m)), (drawn.Lines[1].Waterfall!.InvoiceNet, drawn.Lines[1].Waterfall!.Pocket));
        Assert.Null(drawn.Lines[1].Waterfall!.PocketMarginRate);
        Assert.Equal((Cny(1_100m), Cny(1_000m)), (drawn.Total.List, drawn.Total.InvoiceNet));
        Assert.Equal(Cny(660m), drawn.Total.Cost);
        Assert.Equal(document.Net, drawn.Total.List - drawn.Total.OnInvoice);
        Assert.True(drawn.Explain().IsVerified);
        Assert.Equal((Figure)drawn.Total.PocketMargin!.Value, drawn.Explain().Value);

        var withTax = AfterInvoice.Evaluate(Schedule().Apply(WithTax(Free(2, 11.30m, 10m))).Lines[0], Vat, cost: null).Waterfall!;
        Assert.Equal((Cny(100m), Cny(100m), Cny(0m)), (withTax.List, withTax.DeductedUnder("free goods"), withTax.InvoiceNet));
        Assert.True(withTax.Explain().IsVerified);
    }

    // The cost of a piece is 6.00 until the end of March, and 6.60 from April: of 5 cases of 24 that is 720.00 and 792.00.
    [Theory]
    [InlineData(31, "720.00")]
    [InlineData(32, "792.00")]
    public void The_cost_is_that_of_the_day_of_the_document_in_the_units_of_the_product(int dayOfMarch, string cost)
    {
        var book = PriceListSample.BookOf().With(Product(s_cases));
        var line = PricedLine.Of(1, Subject("A"), new Quantity(5m, UnitOfMeasure.Case), Cny(240m)).WithUnits(s_cases);
        var document = Schedule().Apply(
            PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 2, 28).PlusDays(dayOfMarch), line));
        var drawn = AfterInvoice.Evaluate(document.Lines[0], Vat, book);

        Assert.Equal("CNY " + cost, drawn.Waterfall!.Cost.ToString());
        Assert.Equal(Cny(60m), drawn.Waterfall.DeductedUnder("freight"));
        Assert.Empty(drawn.Reasons);
        Assert.True(drawn.Waterfall.Explain().IsVerified);
        Assert.Contains("cost of one", drawn.Waterfall.Explain().ToString());
        Assert.Equal(
            drawn.Waterfall, AfterInvoice.Evaluate(document, Rates(Vat), book).Lines[0].Waterfall);
        Assert.DoesNotContain("cost of one", drawn.Waterfall.WithCost(Cny(1m)).Explain().ToString());
    }

    // 0.10 dollars at 7.13 are 0.713 yuan, and 7 pieces of it 4.991, rounded once for the line.
    [Fact]
    public void The_cost_is_converted_where_there_is_a_rate_and_rounded_once()
    {
        var product = PricedProduct.Of(new ProductId("A"), UnitConversions.Of(UnitOfMeasure.Piece))
            .WithCost(Timeline.Always(Usd(0.1m)));
        var book = PriceListSample.BookOf().With(product);
        var line = Schedule().Apply(Order(Line(1, 10m, 7m, "A"))).Lines[0];
        var drawn = AfterInvoice.Evaluate(
            line, Vat, book.WithRates(ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.13m, Day))));

        Assert.Equal(Cny(4.99m), drawn.Waterfall!.Cost);
        Assert.True(drawn.Waterfall.Explain().IsVerified);
        Assert.Equal(["pricing.cost-in-another-currency (line 1, cost USD 0.10)"], AfterInvoice.Evaluate(line, Vat, book).Codes());
    }

    [Fact]
    public void What_has_no_cost_is_named_and_stays_in_the_total()
    {
        var book = PriceListSample.BookOf().With(Product(UnitConversions.Of(UnitOfMeasure.Piece)));
        var document = Schedule().Apply(Order(
            Line(1, 10m, 5m, "A"), Line(2, 10m, 5m, "B"),
            PricedLine.Of(3, Subject("A"), new Quantity(5m, UnitOfMeasure.Case), Cny(240m)),
            PricedLine.Of(4, default(ScopeSubject), Quantity.Pieces(1m), Cny(1m)),
            PricedLine.Of(5, Subject("A").With(PriceKind.RebateFunded), Quantity.Pieces(1m), Cny(10m))));
        var drawn = AfterInvoice.Evaluate(document, Rates(Vat), book);

        Assert.Equal([2, 3, 4, 5], drawn.Incomplete.Select(line => line.Line.Line.Number));
        Assert.Equal(["pricing.no-cost (line 2)"], drawn.Lines[1].Codes());
        Assert.Equal(
            ["pricing.other-unit (line 3, deduction freight, unit CS)", "pricing.cost-in-another-unit (line 3, unit CS)"],
            drawn.Lines[2].Codes());
        Assert.Equal(["pricing.no-cost (line 4)"], drawn.Lines[3].Codes());
        Assert.Equal(["pricing.rebate-funded (line 5)"], drawn.Lines[4].Codes());
        Assert.Null(drawn.Lines[4].Waterfall);
        Assert.Equal((Cny(1_301m), (Money?)null), (drawn.Total.List, drawn.Total.Cost));
        Assert.Equal((Cny(50m), (Money?)Cny(30m)), (drawn.WithCost.List, drawn.WithCost.Cost));
        Assert.StartsWith("5 lines: list CNY 1301.00, ", drawn.ToString());
        Assert.Equal(
            ["pricing.cost-in-another-currency (line 1, cost USD 5.00)"],
            AfterInvoice.Evaluate(document.Lines[0], Vat, Usd(5m)).Codes());
    }

    [Fact]
    public void What_comes_back_is_its_credit_and_takes_back_what_was_not_spent()
    {
        var document = Twice.Apply(Order(Line(1, 10m, 100m, "A"), Line(2, 8.74m, -100m, "A")));
        var drawn = AfterInvoice.Evaluate(document, _ => Vat, line => Cny(6m) * line.Line.Quantity.Amount);

        Assert.Equal((Cny(-874m), Cny(-874m)), (drawn.Lines[1].Waterfall!.List, drawn.Lines[1].Waterfall!.InvoiceNet));
        Assert.Equal((Cny(0m), Cny(0m)), (drawn.Total.InvoiceNet, drawn.Total.DeductedUnder("expected rebate")));
        Assert.Equal((Cny(50m), (Money?)Cny(0m)), (drawn.Total.DeductedUnder("freight"), drawn.Total.Cost));
        Assert.DoesNotContain(drawn.Lines[1].Waterfall!.Deductions, deduction => deduction.Name == "freight");
        Assert.True(drawn.Explain().IsVerified);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var document = Schedule().Apply(Order(Line(1, 10m, 5m, "A"), Line(2, 10m, -5m, "A")));
        var dollars = WaterfallSchedule.Of(
            Rounding.Commercial, WaterfallRule.PerUnit("freight", Usd(0.5m), UnitOfMeasure.Piece));

        Assert.Throws<ArgumentOutOfRangeException>("taxRate", () => AfterInvoice.Evaluate(document.Lines[0], Percent(-1m), Cny(1m)));
        Assert.Throws<ArgumentOutOfRangeException>("taxRate", () => AfterInvoice.Evaluate(document, _ => Percent(-1m), _ => null));
        Assert.Throws<ArgumentOutOfRangeException>(
            "taxRates", () => AfterInvoice.Evaluate(document, Rates(Percent(-1m)), PriceListSample.BookOf()));
        Assert.Throws<ArgumentOutOfRangeException>("cost", () => AfterInvoice.Evaluate(document.Lines[0], Vat, Cny(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("cost", () => AfterInvoice.Evaluate(document.Lines[1], Vat, Cny(0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("cost", () => AfterInvoice.Evaluate(document, _ => Vat, _ => Cny(1m)));
        Assert.Equal(Cny(0m), AfterInvoice.Evaluate(document.Lines[1], Percentage.Zero, Cny(0m)).Waterfall!.Cost);
        var refused = Assert.Throws<CurrencyMismatchException>("line", () => dollars.Evaluate(document.Lines[0], Vat, Cny(1m)));
        Assert.Contains("line 1", refused.Message);
        Assert.Throws<CurrencyMismatchException>("document", () => dollars.Evaluate(document, _ => Vat, _ => null));
    }

    private static PricedProduct Product(UnitConversions units) =>
        PricedProduct.Of(new ProductId("A"), units).WithCost(
            Timeline.Of((DateSpan.Until(Day), Cny(6m)), (DateSpan.From(Day.PlusDays(1)), Cny(6.6m))));

    private static ScopeTable<Percentage> Rates(Percentage rate) => ScopeTable.MostSpecific(
        AccessSequence.Of(ScopeDimensions.None), ScopeEntry.Of("standard", Scope.Everything, rate));
}
