using System;
using System.Collections.Generic;
using SalesDomain.Pricing;
using SalesDomain.Terms;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of quotations.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_quotations = new()
    {
        [typeof(FloorRelease)] = () => [Released(0.5m), Released(0.2m)],
        [typeof(FloorReleaseLine)] = () => [.. Released(0.5m).Lines, .. Released(0.2m).Lines],
        [typeof(Quotation)] = () => [Quoted(), Quoting().Quote(Asked().WithCoupons("a"))],
        [typeof(QuotationRules)] = () => [Quoting(), Quoting().Counting(BreakBasis.Line), Quoting().WithFreeGoods(TenGetOne())],
        [typeof(QuoteLine)] = () =>
        [
            QuoteLine.Of(1, new ProductId("P-1"), Quantity.Pieces(2m)),
            QuoteLine.Of(3, new ProductId("P-1"), Quantity.Pieces(2m)).With(PriceKind.Free),
            QuoteLine.Of(3, new ProductId("P-1"), Quantity.Pieces(2m)).With(PriceKind.Free).OfPromotion("USD"),
            QuoteLine.Returned(2, new ProductId("P-1"), Quantity.Pieces(1m), new Money(2m, Currency.USD), TaxBasis.WithoutTax),
        ],
        [typeof(QuoteRequest)] = () => [Asked(), Asked().WithCoupons("a"), Asked().WithBaseline(s_date.PlusDays(1))],
        [typeof(QuotedLine)] = () => [.. Quoted().Lines],
        [typeof(ScopeEntry<ItemPrice>)] = () =>
        [
            ScopeEntry.Of("a", Scope.Everything, ItemPrice.Of(new Money(1m, Currency.USD))),
            ScopeEntry.Of("b", Scope.Everything, ItemPrice.Of(new Money(2m, Currency.USD))),
        ],
        [typeof(ScopeTable<ItemPrice>)] = () =>
        [
            ScopeTable.MostSpecific(
                AccessSequence.Of(ScopeDimensions.None),
                ScopeEntry.Of("a", Scope.Everything, ItemPrice.Of(new Money(1m, Currency.USD)))),
            ScopeTable.MostSpecific<ItemPrice>(AccessSequence.Of(ScopeDimensions.None)),
        ],
        [typeof(ScopeEntry<PaymentTerms>)] = () =>
        [
            ScopeEntry.Of("a", Scope.Everything, PaymentTerms.Net(60)), ScopeEntry.Of("b", Scope.Everything, PaymentTerms.Net(30)),
        ],
        [typeof(ScopeTable<PaymentTerms>)] = () =>
        [
            ScopeTable.MostSpecific(
                AccessSequence.Of(ScopeDimensions.None), ScopeEntry.Of("a", Scope.Everything, PaymentTerms.Net(60))),
            ScopeTable.MostSpecific<PaymentTerms>(AccessSequence.Of(ScopeDimensions.None)),
        ],
        [typeof(TaxTotal)] = () => [.. Quoted().Taxes, .. Quoting().Quote(Asked()).Taxes],
        [typeof(UnpricedLine)] = () => [.. Quoted().Unpriced, .. Quoting().Quote(Asked()).Unpriced],
        [typeof((int, ProductId, Quantity)[])] = () =>
            [new (int, ProductId, Quantity)[] { (1, new ProductId("P-1"), Quantity.Pieces(2m)) }],
    };

    private static QuotationRules Quoting() =>
        QuotationRules.Of(Booked(), Discounts(), Percentage.FromPercent(13m), TaxBasis.WithoutTax).WithTerms(InParts());

    private static QuoteRequest Asked() =>
        QuoteRequest.Of(
            s_date, Currency.USD, default, (1, new ProductId("P-1"), Quantity.Pieces(2m)),
            (2, new ProductId("P-1"), Quantity.Pieces(97m)), (3, new ProductId("P-9"), Quantity.Pieces(1m)));

    private static FloorRelease Released(decimal asked)
    {
        var line = QuoteLine.Of(1, new ProductId("P-1"), Quantity.Pieces(2m)).WithFloor(new Money(1m, Currency.USD), UnitOfMeasure.Piece)
            .AtPrice(new Money(asked, Currency.USD), UnitOfMeasure.Piece);
        var request = QuoteRequest.Of(s_date, Currency.USD, default(ScopeSubject).With(new CustomerId("C-1")), line);
        return Quoting().WithAuthority(PriceLimits()).Quote(request.WithDocument(new DocumentId("SO-1"))).FloorRelease!;
    }

    private static Quotation Quoted() => Quoting().Quote(Asked());
}
