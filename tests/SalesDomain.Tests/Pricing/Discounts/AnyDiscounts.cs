using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>Any lines and any discounts, also those that floors stop, with an order to shuffle both by.</summary>
public sealed record AnyDiscounts(PricedLine[] Lines, Discount[] Discounts, ExclusionRule? Exclusion, bool ByUnit, int Shuffle)
{
    private static readonly string[] s_products = ["A", "B", "C"];

    internal DiscountSchedule Schedule => Made(Discounts);

    internal DiscountSchedule Shuffled => Made([.. Discounts.OrderBy(discount => Mixed(discount.Sequence))]);

    internal PricedDocument Document => PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day, Lines);

    internal PricedDocument ShuffledDocument =>
        PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day, Lines.OrderBy(line => Mixed(line.Number)));

    internal DiscountedDocument Given => Schedule.Apply(Document, ["A"]);

    public static Arbitrary<AnyDiscounts> Any() =>
        (from lines in AnyLine().NonEmptyListOf()
         from discounts in Gen.Choose(0, 7).SelectMany(count => AnyDiscount().ArrayOf(count))
         from exclusion in Gen.Choose(0, 5)
         from byUnit in Gen.Elements(false, false, true)
         from shuffle in Gen.Choose(1, 996)
         select new AnyDiscounts(
             Numbered(lines), Placed(discounts), exclusion < 3 ? (ExclusionRule)exclusion : null, byUnit, shuffle)).ToArbitrary();

    public override string ToString() => Schedule + "\n" + Document;

    private static PricedLine[] Numbered(IEnumerable<PricedLine> lines) =>
    [
        .. lines.Take(8).Select((line, i) =>
        {
            var numbered = PricedLine.Of(i, line.Subject, line.Quantity, line.ListPrice!.Value);
            return line.Floor is { } floor ? numbered.WithFloor(floor) : numbered;
        }),
    ];

    // Of lines first, then of the order; no two in one place.
    private static Discount[] Placed(Discount[] discounts) =>
        [.. discounts.OrderBy(each => each.IsOfOrder).Select((each, i) => each.At(i))];

    private static Gen<PricedLine> AnyLine() =>
        from price in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 30_000)))
        from quantity in Gen.Frequency((6, Gen.Choose(1, 40)), (1, Gen.Choose(-20, -1)))
        from part in Gen.Elements(1m, 1m, 0.5m, 0.37m)
        from floor in Gen.Choose(0, 220)
        from product in Gen.Elements(s_products)
        from kind in Gen.Elements(
            PriceKind.Standard, PriceKind.Standard, PriceKind.Standard, PriceKind.Consignment, PriceKind.Free, PriceKind.Special)
        select WithFloor(
            PricedLine.Of(1, Subject(product).With(kind), Quantity.Pieces(quantity * part), Cny(price / 100m)), price * floor / 10_000m);

    private static PricedLine WithFloor(PricedLine line, decimal floor) => floor == 0m ? line : line.WithFloor(Cny(floor));

    private static Gen<Discount> AnyDiscount() =>
        from kind in Gen.Choose(0, 7)
        from percent in Gen.Choose(0, 1000)
        from cents in Gen.Choose(1, 20_000)
        from options in Gen.Choose(0, 4095)
        from name in Gen.Choose(0, 1_000_000)
        select Optional(Kind(kind, Name(name), percent / 10m, cents / 100m), options);

    private static string Name(int number) => "D-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Discount Kind(int kind, string name, decimal percent, decimal amount) =>
        kind switch
        {
            0 or 1 => Discount.Percent(name, Percent(percent)),
            2 => Discount.Percent(name, ByPieces((1m, 1m), (10m, percent))),
            3 => Discount.Percent(name, StepSchedule.From((Cny(amount), Percent(percent)))),
            4 => Discount.PerUnit(name, Cny(amount), UnitOfMeasure.Piece),
            5 => Discount.FixedPrice(name, Cny(amount), UnitOfMeasure.Piece),
            6 => Discount.OfOrder(name, Percent(percent)),
            _ => Discount.OfOrder(name, Cny(amount)),
        };

    private static Discount Optional(Discount discount, int options)
    {
        if ((options & 1) != 0 && discount.Kind is DiscountKind.Percent or DiscountKind.PercentOfOrder)
            discount = discount.On(DiscountBase.List);
        if ((options & 6) == 6)
            discount = discount.For(Only("A", "B"));
        if ((options & 24) == 24 && (discount.QuantitySteps is not null || discount.AmountSteps is not null) && !discount.IsOfOrder)
            discount = discount.Counting(BreakBasis.MixGroup);
        if ((options & 224) == 224)
            discount = discount.Beside(Only("C"));
        if ((options & 768) == 768)
            discount = discount.FromAmount(Cny(100m));
        if ((options & 3072) == 3072)
            discount = discount.AsLast();
        if ((options & 2304) == 2304)
            discount = discount.Including(PriceKind.Special);

        return (options & 1056) == 1056 ? discount.WithCoupon("A") : discount;
    }

    private DiscountSchedule Made(Discount[] discounts)
    {
        // A name chosen by chance may come twice; the place makes it one.
        var named = DiscountSchedule.Of(Rounding.Commercial, discounts.GroupBy(discount => discount.Name).Select(same => same.First()));
        var schedule = ByUnit ? named.RoundingUnitPrices() : named;
        var members = schedule.Discounts.Where(discount => !discount.IsOfOrder).Take(2).Select(discount => discount.Name).ToArray();
        return Exclusion is { } rule && members.Length == 2 ? schedule.WithExclusion("group", rule, members) : schedule;
    }

    private int Mixed(int number) => (number + 1) * Shuffle % 997;
}
