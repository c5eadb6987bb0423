using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using SalesDomain.Tests.Pricing.Promotions;
using SalesDomain.Tests.Pricing.Quotations;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Waterfalls.DocumentSample;

namespace SalesDomain.Tests.Pricing.Waterfalls;

/// <summary>The waterfall of a document is the sum of its lines, to the cent, and ends on the invoice where the document does.</summary>
[Properties(Arbitrary = [typeof(AnyDiscounts), typeof(AnyPromotions), typeof(AnyQuotation)])]
public sealed class LawsOfDocumentWaterfalls
{
    [Property(MaxTest = 200)]
    public void Parts_add_up_and_list_less_what_is_on_the_invoice_is_the_net_of_the_document(AnyDiscounts any, NonNegativeInt choice)
    {
        var drawn = AddsUp(any.Given, Vat, choice.Get);

        Assert.Equal(any.Given.Net, drawn.Total.List - drawn.Total.OnInvoice);
        foreach (var (line, waterfall) in drawn.Lines.Select(line => (line.Line, line.Waterfall!)))
        {
            Assert.Equal((line.ListAmount, line.Net), (waterfall.List, waterfall.InvoiceNet));
            Assert.Equal(
                line.Deductions.Where(each => !each.Amount.IsZero).Select(each => (each.Discount.Name, each.Amount))
                    .OrderBy(each => each.Name),
                waterfall.Deductions.Where(each => each.Stage == WaterfallStage.OnInvoice && each.Name != "free goods")
                    .Select(each => (each.Name, each.Amount)).OrderBy(each => each.Name));
            Assert.Equal(line.FreeGoods, waterfall.DeductedUnder("free goods"));
        }
    }

    [Property(MaxTest = 200)]
    public void With_tax_in_the_prices_each_line_ends_at_what_its_tax_is_split_off(AnyDiscounts any, byte rate, NonNegativeInt choice)
    {
        var document = any.Schedule.Apply(
            PricedDocument.Of(Currency.CNY, TaxBasis.WithTax, DiscountSample.Day, any.Lines), ["A"]);
        var drawn = AddsUp(document, Percent(rate), choice.Get);

        foreach (var line in drawn.Lines)
        {
            var split = LineTax.InGross(line.Line.Net, Percent(rate), Rounding.Commercial);
            Assert.Equal(split.Net, line.Waterfall!.InvoiceNet);
            Assert.Equal(LineTax.InGross(line.Line.ListAmount, Percent(rate), Rounding.Commercial).Net, line.Waterfall.List);
            foreach (var each in line.Line.Deductions)
            {
                var without = each.Amount.Amount / (1m + (rate / 100m));
                Assert.InRange(line.Waterfall.DeductedUnder(each.Discount.Name).Amount - without, -0.01m, 0.01m);
            }
        }
    }

    [Property(MaxTest = 100)]
    public void Deals_and_what_is_spread_over_lines_stand_under_their_names(AnyPromotions any, NonNegativeInt choice)
    {
        var drawn = AddsUp(any.Given, Vat, choice.Get);

        Assert.Equal(any.Given.Net, drawn.Total.InvoiceNet);
        Assert.All(any.Given.Deductions, total => Assert.Equal(total.Amount, drawn.Total.DeductedUnder(total.Discount.Name)));
    }

    // As a quotation splits the tax, so the waterfall of its lines has it, in either basis.
    [Property(MaxTest = 100)]
    public void Of_a_quotation_the_invoice_net_is_that_of_the_quoted_line(AnyQuotation any)
    {
        var quotation = any.Rules.WithWaterfall(AfterInvoice).Quote(any.Request);
        Assert.Equal(quotation.Discounted is null, quotation.Waterfall is null);
        foreach (var line in quotation.Lines.Where(line => line.Discounted is not null))
        {
            var waterfall = line.Waterfall!.Waterfall!;

            Assert.Equal(line.Net, waterfall.InvoiceNet);
            Assert.True(waterfall.Explain().IsVerified);
        }
    }

    private static DocumentWaterfall AddsUp(DiscountedDocument document, Percentage rate, int choice)
    {
        var drawn = AfterInvoice.Evaluate(
            document, _ => rate, line => (line.ListAmount * 0.6m).Round(Rounding.ToMinorUnit(RoundingMode.HalfEven)));
        PriceWaterfall[] lines = [.. drawn.Lines.Select(line => line.Waterfall!)];
        var total = drawn.Total;

        Assert.Equal(total, PriceWaterfall.Sum(Currency.CNY, lines.Reverse()));
        Assert.All(lines.Append(total), each =>
        {
            Assert.Equal(each.List, each.InvoiceNet + each.Taken());
            Assert.Equal(each.Pocket, each.InvoiceNet - each.OffInvoice);
            Assert.Equal(each.PocketMargin, each.Pocket - each.Cost);
            Assert.Equal(each.PocketMarginRate is not null, each.Pocket.IsPositive);
            Assert.All(each.Deductions, part => Assert.True(part.Amount.IsInMinorUnits, part.ToString()));
        });
        Assert.Equal(total.InvoiceNet, Money.Sum(Currency.CNY, lines.Select(each => each.InvoiceNet)));
        Assert.Equal((Figure)total.PocketMargin!.Value, drawn.Explain().Value);
        Tampering.IsNamed(drawn.Explain(), choice);
        Tampering.IsNamed(lines[choice % lines.Length].Explain(), choice);
        return drawn;
    }
}
