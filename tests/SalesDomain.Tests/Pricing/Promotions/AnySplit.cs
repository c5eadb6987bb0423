using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>The same goods twice: each product on one line of pieces, and split into lines of cases, of half cases and of pieces.</summary>
public sealed record AnySplit(PricedLine[] Pieces, PricedLine[] Lines, Deal Deal, int Options)
{
    internal static readonly Quantity OneCase = new(1m, UnitOfMeasure.Case);

    private static readonly string[] s_products = ["A", "B", "C"];

    public static Arbitrary<AnySplit> Any() =>
        (from goods in AnyGoods().ArrayOf(3)
         from deal in AnyPromotions.AnyDeal()
         from options in Gen.Choose(0, 255)
         select new AnySplit(
             [.. goods.Select((each, i) => InPieces(i, s_products[i], each.Pieces, each.Price, each.Size))],
             [.. goods.SelectMany((each, i) => Split(i, each))], deal, options)).ToArbitrary();

    internal static UnitConversions Of(int pieces) => UnitConversions.Of(UnitOfMeasure.Piece).With(OneCase, Quantity.Pieces(pieces));

    internal static PricedLine InPieces(int number, string product, decimal pieces, decimal price, int size) =>
        PricedLine.Of(number, Subject(product), Quantity.Pieces(pieces), Cny(price)).WithUnits(Of(size));

    internal static PricedLine InCases(int number, string product, decimal cases, decimal price, int size) =>
        PricedLine.Of(number, Subject(product), new Quantity(cases, UnitOfMeasure.Case), Cny(price * size)).WithUnits(Of(size));

    public override string ToString() => Deal + "\n" + string.Join("\n", Lines.Select(line => line.ToString()));

    private static Gen<Goods> AnyGoods() =>
        from pieces in Gen.Choose(1, 60)
        from price in Gen.Frequency((2, Gen.Elements(1000, 2500)), (3, Gen.Choose(1, 5_000)))
        from size in Gen.Elements(6, 12, 24)
        from halves in Gen.Choose(0, 12)
        from cut in Gen.Choose(0, 9)
        select new Goods(pieces, price / 100m, size, halves, cut);

    private static IEnumerable<PricedLine> Split(int product, Goods goods)
    {
        // Every half case is of whole pieces.
        var halves = System.Math.Min(goods.Halves, goods.Pieces / (goods.Size / 2));
        var rest = goods.Pieces - (halves * goods.Size / 2);
        var cut = System.Math.Min(goods.Cut, rest);
        var (name, number) = (s_products[product], 10 * product);
        if (halves % 2 == 1)
            yield return InCases(number + 1, name, 0.5m, goods.Price, goods.Size);
        if (halves > 1)
            yield return InCases(number + 2, name, halves / 2, goods.Price, goods.Size);
        if (cut > 0)
            yield return InPieces(number + 3, name, cut, goods.Price, goods.Size);
        if (rest > cut)
            yield return InPieces(number, name, rest - cut, goods.Price, goods.Size);
    }

    private sealed record Goods(int Pieces, decimal Price, int Size, int Halves, int Cut);
}
