using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What is missing to a step that several lines reach together is a multiple of the line that it is told of.</summary>
public sealed class LargerQuantitiesThatCanBeOrdered
{
    // 18 and 8 pieces are 26, and 30 are wanted: no 4 ÷ 6 of a case.
    [Fact]
    public void Whole_cases_are_missing_beside_pieces()
    {
        var sixes = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(6m));
        var rules = Near(
            BookOf(ListOf("retail", ItemPrice.Of(Breaks((0m, 10m), (30m, 9m))))).With(PricedProduct.Of(Widget, sixes)));
        var near = rules.Quote(Ask(InCase(1, 3m), Widgets(2, 8m))).Find("pricing.quote-near-break")!.Value;

        Assert.Equal((Figure)new Quantity(1m, UnitOfMeasure.Case), near.Find("more"));
        Assert.Equal((Figure)Cny(54m), near.Find("price then"));
        Assert.Null(rules.Quote(Ask(InCase(1, 4m), Widgets(2, 8m))).Find("pricing.quote-near-break"));
    }

    // From its own quantity in steps of its own: 25 + 18 lack 7 to 50, and 30 + 15 lack 5.
    [Theory]
    [InlineData(25, 18, 5, 50, 10)]
    [InlineData(30, 15, 5, 50, 5)]
    [InlineData(30, 16, 5, 50, 5)]
    [InlineData(24, 18, 12, 48, 12)]
    public void Multiples_of_the_line_are_missing(int own, int other, int multiple, int step, int more)
    {
        var quotation = Near(BookOf(ListOf("retail", ItemPrice.Of(Breaks((0m, 10m), (step, 5m)))))).Quote(
            Ask(Widgets(1, own).InMultiplesOf(Quantity.Pieces(multiple)), Widgets(2, other)));

        Assert.Equal((Figure)Quantity.Pieces(more), quotation.Find("pricing.quote-near-break")!.Value.Find("more"));
        Assert.Equal(
            (Figure)Quantity.Pieces(own + other + more), quotation.Find("pricing.quote-inverted-scale")!.Value.Find("quantity then"));
    }

    private static QuotationRules Near(PriceBook book) =>
        QuotationRules.Of(book, DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax).WithNearBreak(Percent(30m));
}
