using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using SalesDomain.Terms;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>Any lines of any products, lists of both tax bases and two currencies, and any discounts.</summary>
public sealed record AnyQuotation(QuoteLine[] Lines, AnyDiscounts Discounts, bool IsWithTax, bool IsByLine, int Near, int Shuffle)
{
    private static readonly ProductId[] s_products = [Widget, Screw, new("A"), new("B"), new("C"), new("UNKNOWN")];

    private static readonly PriceBook s_book = BookOf(
            Always(
                "retail",
                PriceListVersion.Empty
                    .With(Widget, ItemPrice.Of(Breaks((1m, 10m), (10m, 9.2m), (30m, 8.95m))))
                    .With(s_products[2], ItemPrice.Of(Breaks((0m, 10m), (10m, 7m))).Graduated())),
            PriceList.Of("shop", Currency.CNY, TaxBasis.WithTax).WithPrecedence(1)
                .During(
                    DateSpan.Until(Day.PlusDays(3)),
                    PriceListVersion.Empty.With(Screw, ItemPrice.Of(Cny(9.99m), Quantity.Pieces(3m)))
                        .With(s_products[3], ItemPrice.Of(Cny(0.07m)))),
            ListOf("export", ItemPrice.Of(new Money(1m, Currency.USD)), Currency.USD),
            Always(
                "dollars", PriceListVersion.Empty.With(s_products[4], ItemPrice.Of(new Money(1.37m, Currency.USD))), Currency.USD)
                .WithPrecedence(2))
        .With(
            PricedProduct.Of(
                Widget, UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m))))
        .WithRates(ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.1m, Day)))
        .WithGenericCurrency(Currency.USD, Rounding.Commercial);

    internal QuotationRules Rules =>
        QuotationRules.Of(
                s_book, Discounts.Schedule,
                ScopeTable.MostSpecific(
                    AccessSequence.Of(ScopeDimensions.Product, ScopeDimensions.None),
                    ScopeEntry.Of("standard", Scope.Everything, Percent(13m)),
                    ScopeEntry.Of("reduced", Scope.Everything.Only(Screw), Percent(9m))),
                IsWithTax ? TaxBasis.WithTax : TaxBasis.WithoutTax)
            .Counting(IsByLine ? BreakBasis.Line : BreakBasis.Product).WithNearBreak(Percent(Near)).ValidFor(Near)
            .WithTerms(PaymentTerms.Parse("30%/0 70%/60"));

    internal QuoteRequest Request => QuoteRequest.Of(Day, Currency.CNY, Known, Lines).WithCoupons("A");

    internal QuoteRequest Shuffled =>
        QuoteRequest.Of(Day, Currency.CNY, Known, [.. Lines.OrderBy(line => line.Number * Shuffle % 997)]).WithCoupons("A");

    internal Quotation Quoted => Rules.Quote(Request);

    public static Arbitrary<AnyQuotation> Any() =>
        (from lines in AnyLine().NonEmptyListOf()
         from discounts in AnyDiscounts.Any().Generator
         from isWithTax in Gen.Elements(false, true)
         from isByLine in Gen.Elements(false, false, true)
         from near in Gen.Choose(0, 50)
         from shuffle in Gen.Choose(1, 996)
         select new AnyQuotation(Numbered(lines), discounts, isWithTax, isByLine, near, shuffle)).ToArbitrary();

    public override string ToString() => Rules + "\n" + Request;

    private static QuoteLine[] Numbered(IEnumerable<(ProductId Product, decimal Quantity, int Kind, int Cents)> lines) =>
        [.. lines.Take(8).Select((line, i) => Line(i, line.Product, line.Quantity, line.Kind, Cny(line.Cents / 100m)))];

    private static QuoteLine Line(int number, ProductId product, decimal quantity, int kind, Money money)
    {
        var pieces = QuoteLine.Of(number, product, Quantity.Pieces(quantity));
        return kind switch
        {
            0 => pieces.With(PriceKind.Free),
            1 => QuoteLine.Returned(number, product, Quantity.Pieces(quantity), money, TaxBasis.WithTax),
            2 => QuoteLine.Of(number, product, new Quantity(quantity, UnitOfMeasure.Case)),
            3 => pieces.WithFloor(money * 0.01m, UnitOfMeasure.Piece),
            4 => QuoteLine.Of(number, product, Quantity.Pieces(-quantity)),
            5 => pieces.AtPrice(money * 0.01m, UnitOfMeasure.Piece),
            6 => pieces.AtPrice(money * 0.01m, UnitOfMeasure.Piece).WithFloor(Cny(7.77m), UnitOfMeasure.Piece),
            7 => QuoteLine.Free(number, product, Quantity.Pieces(quantity), money * 0.01m, UnitOfMeasure.Piece),
            8 => pieces.With(PriceKind.Special),
            _ => pieces,
        };
    }

    private static Gen<(ProductId Product, decimal Quantity, int Kind, int Cents)> AnyLine() =>
        from product in Gen.Elements(s_products)
        from quantity in Gen.Choose(1, 40)
        from part in Gen.Elements(1m, 1m, 1m, 0.5m, 0.37m)
        from kind in Gen.Choose(0, 14)
        from cents in Gen.Choose(0, 100_000)
        select (product, quantity * part, kind, cents);
}
