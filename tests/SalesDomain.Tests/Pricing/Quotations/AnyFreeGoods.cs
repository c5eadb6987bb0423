using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>
/// One to three promotions, of which some give among what is ordered and some on top, of a quantity or an amount; and lines of two products
/// in pieces and in cases, of lists with breaks and prices of the case, by product or line, with discounts that go by quantity or amount.
/// </summary>
public sealed record AnyFreeGoods(FreeGoodsPromotion[] Promotions, QuoteLine[] Lines, int House)
{
    private static readonly UnitConversions s_units =
        UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(12m));

    private static readonly PriceListVersion s_pieces = PriceListVersion.Empty
        .With(Widget, ItemPrice.Of(Breaks((0m, 10m), (24m, 9m), (60m, 7.5m))))
        .With(Screw, ItemPrice.Of(Breaks((0m, 5m), (30m, 4.9m))).Graduated());

    private static readonly PriceListVersion s_packs = s_pieces.With(Widget, ItemPrice.Of(Cny(80m), new Quantity(1m, UnitOfMeasure.Case)));

    private static readonly Discount[] s_discounts =
    [
        Discount.Percent("dealer", Percent(8m)).At(10),
        Discount.Percent("steps", StepSchedule.From((Quantity.Pieces(20m), Percent(5m)), (Quantity.Pieces(50m), Percent(15m)))).At(20),
        Discount.OfDeal("three for two", Deal.CheapestFree(3, 1)).At(30),
        Discount.ForEvery("for every", Cny(200m), Cny(30m)).At(40),
    ];

    internal QuotationRules Rules =>
        QuotationRules.Of(
                BookOf(Always("L", (House & 1) == 0 ? s_pieces : s_packs))
                    .With(PricedProduct.Of(Widget, s_units), PricedProduct.Of(Screw, s_units)),
                DiscountSchedule.Of(Rounding.Commercial, s_discounts.Where((_, i) => (House >> 3 & 1 << i) != 0)),
                Vat, (House & 4) == 0 ? TaxBasis.WithoutTax : TaxBasis.WithTax)
            .Counting((House & 2) == 0 ? BreakBasis.Product : BreakBasis.Line).WithFreeGoods(Promotions);

    internal QuoteRequest Request => Ask(Lines);

    public static Arbitrary<AnyFreeGoods> Any() =>
        (from count in Gen.Choose(1, 3)
         from promotions in AnyPromotion().ArrayOf(count)
         from lines in AnyLine().NonEmptyListOf()
         from house in Gen.Choose(0, 127)
         select new AnyFreeGoods(
             [.. promotions.Select((each, i) => each("p" + (char)('0' + i)))], [.. lines.Take(6).Select((each, i) => each(i + 1))], house))
        .ToArbitrary();

    public override string ToString() => Rules + "\n" + Request;

    /// <summary>The pieces of a product that a request delivers.</summary>
    internal static decimal PiecesOf(QuoteRequest request, ProductId product) =>
        request.Lines.Where(line => line.Product == product).Sum(line => s_units.Convert(line.Quantity, UnitOfMeasure.Piece).Amount);

    private static Gen<System.Func<string, FreeGoodsPromotion>> AnyPromotion() =>
        from kind in Gen.Choose(0, 7)
        from per in Gen.Choose(2, 14)
        from free in Gen.Choose(1, 2)
        from amount in Gen.Choose(40, 400)
        from scope in Gen.Choose(0, 3)
        from most in Gen.Choose(1, 24)
        select new System.Func<string, FreeGoodsPromotion>(name =>
        {
            var (portion, gift) = (Quantity.Pieces(per), Quantity.Pieces(free));
            var goods = kind switch
            {
                0 or 1 or 2 => FreeGoods.Inclusive(portion, gift),
                3 => FreeGoods.Inclusive(new Quantity(per, UnitOfMeasure.Case), new Quantity(1m, UnitOfMeasure.Case)),
                4 => FreeGoods.Exclusive(portion, gift),
                5 => FreeGoods.Inclusive(portion, gift).Prorated(Rounding.ToDigits(0, RoundingMode.Down)),
                6 => FreeGoods.ForEvery(Cny(amount), gift),
                _ => FreeGoods.BySteps(StepSchedule.From((Cny(amount), gift), (Cny(3 * amount), Quantity.Pieces(5m)))),
            };
            var promotion = FreeGoodsPromotion.Of(name, goods);
            promotion = scope == 0 ? promotion.For(Scope.Everything.Only(Widget)) : promotion;
            promotion = scope == 1 && !goods.IsInclusive ? promotion.Giving(Screw) : promotion;
            return most > 12 ? promotion : promotion.AtMost(new Quantity(most, goods.Unit));
        });

    private static Gen<System.Func<int, QuoteLine>> AnyLine() =>
        from product in Gen.Elements(Widget, Screw)
        from inCases in Gen.Elements(false, false, true)
        from quantity in Gen.Choose(1, 70)
        from kind in Gen.Choose(0, 7)
        select new System.Func<int, QuoteLine>(number =>
        {
            var line = QuoteLine.Of(
                number, product, inCases ? new Quantity((quantity % 12) + 1, UnitOfMeasure.Case) : Quantity.Pieces(quantity));
            return kind == 0 ? line.Priced(6m) : line;
        });
}
