using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using SalesDomain.Pricing;
using static SalesDomain.Benchmarks.Orders;

namespace SalesDomain.Benchmarks;

/// <summary>A request of fifty lines priced in one call, and one of five hundred: the time grows with the lines.</summary>
public class QuotationOfFiftyLines
{
    private static readonly QuotationRules s_rules = QuotationRules.Of(
        PriceBook.Of(
            AccessSequence.Of(ScopeDimensions.None),
            PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax).During(
                DateSpan.OfYear(2026),
                PriceListVersion.Of(Enumerable.Range(0, 10 * Lines).Select(i => (
                    Product(i),
                    ItemPrice.Of(
                        TieredPrice.From(
                            Currency.CNY, UnitOfMeasure.Piece, (0m, Price(i)), (10m, Price(i) - 1m), (30m, Price(i) - 2m)))))))),
        DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(8m))),
        Percentage.FromPercent(13m), TaxBasis.WithoutTax);

    private static readonly QuotationRules s_ofOrder = QuotationRules.Of(
        s_rules.Prices,
        DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(8m)).At(10),
            Discount.OfOrder("order", Percentage.FromPercent(3m)).At(20)),
        Percentage.FromPercent(13m), TaxBasis.WithoutTax);

    private readonly QuoteRequest _fifty = Request(Lines);
    private readonly QuoteRequest _fiveHundred = Request(10 * Lines);
    private readonly decimal[] _prices = Prices;

    [GlobalSetup]
    public void Compare()
    {
        var library = Library();
        MustAgree(HandWritten(), i => library.Lines[i].Gross);
    }

    [Benchmark(Baseline = true, Description = "a quotation of 50 lines, hand-written", OperationsPerInvoke = Lines)]
    public decimal[] HandWritten()
    {
        var gross = new decimal[Lines];
        for (var i = 0; i < Lines; i++)
        {
            var quantity = 1 + (i % 40);
            var price = _prices[i] - (quantity >= 30 ? 2m : quantity >= 10 ? 1m : 0m);
            var list = decimal.Round(price * quantity, 2, MidpointRounding.AwayFromZero);
            var net = list - decimal.Round(list * 0.08m, 2, MidpointRounding.AwayFromZero);
            gross[i] = net + decimal.Round(net * 0.13m, 2, MidpointRounding.AwayFromZero);
        }

        return gross;
    }

    [Benchmark(Description = "a quotation of 50 lines, QuotationRules.Quote", OperationsPerInvoke = Lines)]
    public Quotation Library() => s_rules.Quote(_fifty);

    [Benchmark(Description = "a quotation of 500 lines, QuotationRules.Quote", OperationsPerInvoke = 10 * Lines)]
    public Quotation TenTimesTheLines() => s_rules.Quote(_fiveHundred);

    [Benchmark(Description = "a quotation of 50 lines and what is near a break, with a discount of the order", OperationsPerInvoke = Lines)]
    public int WithWarnings() => s_ofOrder.Quote(_fifty).Warnings.Count;

    [Benchmark(
        Description = "a quotation of 500 lines and what is near a break, with a discount of the order", OperationsPerInvoke = 10 * Lines)]
    public int WithWarningsOfTenTimes() => s_ofOrder.Quote(_fiveHundred).Warnings.Count;

    private static ProductId Product(int line) => new("P-" + line.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static QuoteRequest Request(int lines) =>
        QuoteRequest.Of(
            Day, Currency.CNY, default,
            [.. Enumerable.Range(0, lines).Select(i => QuoteLine.Of(i, Product(i), Quantity.Pieces(1 + (i % 40))))]);
}
