using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>
/// Any lines and any discounts, also those that floors stop, that share a number or exclude one another, with an order to shuffle both by.
/// </summary>
public sealed record AnyDiscounts(
    PricedLine[] Lines, Discount[] Discounts, ExclusionGroup? Exclusion, Rounding Rounding, bool ByUnit, int Shuffle)
{
    private static readonly string[] s_products = ["A", "B", "C"];
    private static readonly UnitConversions s_units =
        UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(12));

    internal DiscountSchedule Schedule => Made(Discounts);

    internal DiscountSchedule Shuffled => Made([.. Discounts.OrderBy(discount => Mixed(System.Array.IndexOf(Discounts, discount)))]);

    internal PricedDocument Document => PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day, Lines);

    internal PricedDocument ShuffledDocument =>
        PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day, Lines.OrderBy(line => Mixed(line.Number)));

    internal DiscountedDocument Given => Schedule.Apply(Document, ["A"]);

    public static Arbitrary<AnyDiscounts> Any() =>
        (from lines in AnyLine().NonEmptyListOf()
         from discounts in Gen.Choose(0, 7).SelectMany(count => AnyDiscount().ArrayOf(count))
         from shared in Gen.Choose(0, 255)
         from after in Gen.Choose(0, 65_535)
         from exclusion in Gen.Choose(0, 319)
         from rounding in Gen.Elements(
             Rounding.Commercial, Rounding.Commercial, Rounding.Commercial, Rounding.Bankers,
             Rounding.ToStep(0.05m, RoundingMode.Up), Rounding.ToStep(1m, RoundingMode.Down))
         from byUnit in Gen.Elements(false, false, true)
         from shuffle in Gen.Choose(1, 996)
         let placed = Placed(discounts, shared)
         let members = Members(placed, exclusion)
         select new AnyDiscounts(
             Numbered(lines), [.. placed.Select((_, i) => Based(placed, members, i, after))], Group(members, exclusion), rounding, byUnit,
             shuffle)).ToArbitrary();

    public override string ToString() => Schedule + "\n" + Document;

    private static PricedLine[] Numbered(IEnumerable<PricedLine> lines) =>
    [
        .. lines.Take(8).Select((line, i) =>
        {
            var numbered = PricedLine.Of(i, line.Subject, line.Quantity, line.ListPrice!.Value);
            numbered = line.Units is { } units ? numbered.WithUnits(units) : numbered;
            return line.Floor is { } floor ? numbered.WithFloor(floor) : numbered;
        }),
    ];

    // Each name once, of lines first, then of the order; up to three in one place, each for a product of its own.
    private static Discount[] Placed(Discount[] drawn, int shared)
    {
        Discount[] discounts = [.. drawn.GroupBy(each => each.Name).Select(same => same.First()).OrderBy(each => each.IsOfOrder)];
        var (number, run) = (0, 0);
        for (var i = 0; i < discounts.Length; i++)
        {
            var isShared = i > 0 && (shared >> i & 1) != 0 && (shared >> i - 1 & 2) != 0 && run < 2
                && discounts[i].IsOfOrder == discounts[i - 1].IsOfOrder;
            run = isShared ? run + 1 : 0;
            number += isShared ? 0 : 1;
            if (run == 1)
                discounts[i - 1] = discounts[i - 1].For(Only(s_products[0]));
            discounts[i] = isShared ? discounts[i].At(number).For(Only(s_products[run])) : discounts[i].At(number);
        }

        return discounts;
    }

    // Two to four neighbours of one sort, and whatever has the number of one of them.
    private static Discount[] Members(Discount[] discounts, int exclusion)
    {
        Discount[] sort = [.. discounts.Where(each => each.IsOfOrder == ((exclusion & 1) != 0))];
        var start = (exclusion & 2) == 0 || sort.Length < 3 ? 0 : sort.Length - 3;
        Discount[] some = [.. sort.Skip(start).Take(2 + exclusion / 4 % 3)];
        some = [.. sort.Where(each => some.Any(other => other.Sequence == each.Sequence))];
        return some.Length < 2 || exclusion % 5 > 2 ? [] : some;
    }

    private static ExclusionGroup? Group(Discount[] members, int exclusion)
    {
        var names = members.Select(each => each.Name).ToArray();
        var rule = (ExclusionRule)(exclusion % 5 % 3);
        return names.Length == 0 ? null
            : (exclusion & 16) == 0 || names.Length == 2 ? ExclusionGroup.Of("group", rule, names)
            : (exclusion & 32) == 0 ? ExclusionGroup.Between("group", rule, names.Take(2), names.Skip(2))
            : ExclusionGroup.Between("group", rule, names.Where((_, i) => i % 2 == 0), names.Where((_, i) => i % 2 == 1));
    }

    // Some are of the subtotal after another one, or from an amount of it.
    private static Discount Based(Discount[] discounts, Discount[] members, int i, int after)
    {
        var discount = discounts[i];
        var earlier = discounts.Where(each => each.Sequence < discount.Sequence && !(members.Contains(each) && members.Contains(discount)))
            .Select(each => each.Name).ToArray();
        if (earlier.Length == 0)
            return discount;

        var basis = DiscountBase.After(earlier[after % earlier.Length]);
        var hasBase = discount.Kind is DiscountKind.Percent or DiscountKind.PercentOfOrder || discount.OffByAmount is not null
            || discount.EveryAmount is not null;
        if ((after >> i & 1) != 0 && hasBase)
            discount = discount.On(basis);
        return (after >> i + 8 & 1) == 0 || discount.MinimumAmount is not { } least ? discount
            : discount.MeasuresDocument ? discount.FromDocumentAmount(least, basis) : discount.FromAmount(least, basis);
    }

    private static Gen<PricedLine> AnyLine() =>
        from price in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Elements(1000, 3000, 10_000)), (4, Gen.Choose(1, 30_000)))
        from quantity in Gen.Frequency((4, Gen.Choose(1, 40)), (2, Gen.Elements(1, 10)), (1, Gen.Choose(-20, -1)))
        from part in Gen.Elements(1m, 1m, 0.5m, 0.37m)
        from floor in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 110)))
        from product in Gen.Elements(s_products)
        from kind in Gen.Elements(
            PriceKind.Standard, PriceKind.Standard, PriceKind.Standard, PriceKind.Consignment, PriceKind.Free, PriceKind.Special)
        from unit in Gen.Choose(0, 9)
        select WithFloor(
            WithUnits(
                PricedLine.Of(
                    1, Subject(product).With(kind), new Quantity(quantity * part, unit < 3 ? UnitOfMeasure.Case : UnitOfMeasure.Piece),
                    Cny(price / 100m)),
                unit), price * floor / 10_000m);

    private static PricedLine WithUnits(PricedLine line, int unit) => unit is 0 or > 6 ? line : line.WithUnits(s_units);

    private static PricedLine WithFloor(PricedLine line, decimal floor) => floor == 0m ? line : line.WithFloor(Cny(floor));

    private static Gen<Discount> AnyDiscount() =>
        from kind in Gen.Choose(0, 14)
        from percent in Gen.Choose(0, 1000)
        from cents in Gen.Choose(1, 20_000)
        from options in Gen.Choose(0, (1 << 28) - 1)
        from name in Gen.Choose(0, 1_000_000)
        from least in Gen.Choose(1, 80)
        select Optional(Kind(kind, Name(name), percent / 20m, cents / 100m), options, least);

    private static string Name(int number) => "D-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Discount Kind(int kind, string name, decimal percent, decimal amount) =>
        kind switch
        {
            0 or 1 => Discount.Percent(name, Percent(percent)),
            2 => Discount.Percent(name, ByPieces((1m, 1m), (10m, percent))),
            3 => Discount.Percent(
                name, StepSchedule.From((Cny(amount), Percent(percent)), (Cny(amount * 4m), Percent(percent * 2m)))),
            4 => Discount.PerUnit(name, Cny(amount / 5m), UnitOfMeasure.Piece),
            5 => Discount.FixedPrice(name, Cny(amount), UnitOfMeasure.Piece),
            6 => Discount.OfOrder(name, Percent(percent)),
            7 => Discount.OfOrder(name, Cny(amount)),
            8 => Discount.OfOrder(name, Cny(amount * 20m)),
            9 => Discount.OfOrder(name, StepSchedule.From((Cny(amount), Percent(percent)), (Cny(amount * 10m), Percent(percent * 2m)))),
            10 => Discount.OfOrder(name, StepSchedule.From((Cny(amount), Cny(percent)), (Cny(amount * 10m), Cny(amount)))),
            11 => Discount.OfOrder(name, StepSchedule.From((Quantity.Pieces(5), Cny(percent)), (Quantity.Pieces(40), Cny(amount)))),
            12 => Discount.ForEvery(name, Cny(amount), Cny(amount * 0.07m)),
            13 => Discount.PerUnit(name, Cny(amount), UnitOfMeasure.Case),
            _ => Discount.OfOrder(name, ByPieces((1m, 1m), (30m, percent))),
        };

    private static Discount Optional(Discount discount, int options, int least)
    {
        bool Has(int bits) => (options & bits) == bits;

        if (Has(1) && discount.Kind is DiscountKind.Percent or DiscountKind.PercentOfOrder)
            discount = discount.On(DiscountBase.List);
        if (Has(6))
            discount = discount.For(Only("A", "B"));
        if (Has(3 << 12))
            discount = discount.FromQuantity(Quantity.Pieces(least * 0.5m));
        if (Has(1 << 14) && !discount.IsOfOrder && (HasSteps(discount) || discount.MinimumQuantity is not null))
            discount = discount.Counting(Has(1 << 15) ? BreakBasis.MixGroup : BreakBasis.Line);
        if (Has(224))
            discount = discount.Beside(Only("C"));
        if (Has(768))
            discount = Has(1 << 16)
                ? discount.FromDocumentAmount(Cny(least / 10 * 100m + 100m))
                : discount.FromAmount(Cny(least / 10 * 100m + 100m));
        if (Has(7 << 17) && (HasSteps(discount) || discount.MinimumQuantity is not null || discount.MinimumAmount is not null))
            discount = discount.CountingOver(Only("B", "C"));
        if (Has(3072 | 1 << 24))
            discount = discount.AsLast();
        if (Has(2304))
            discount = discount.Including(PriceKind.Special);
        if (Has(15 << 20))
            discount = discount.During(Has(8) ? DateSpan.Until(Day.PlusDays(-1)) : DateSpan.Until(Day));

        return Has(1056) ? discount.WithCoupon(Has(24) ? "B" : "A") : discount;
    }

    private static bool HasSteps(Discount discount) =>
        discount.QuantitySteps is not null || discount.AmountSteps is not null || discount.OffByAmount is not null
        || discount.OffByQuantity is not null || discount.EveryAmount is not null;

    private DiscountSchedule Made(Discount[] discounts)
    {
        var schedule = DiscountSchedule.Of(Rounding, discounts);
        schedule = ByUnit ? schedule.RoundingUnitPrices() : schedule;
        return Exclusion is { } group ? schedule.WithExclusion(group) : schedule;
    }

    private int Mixed(int number) => (number + 1) * Shuffle % 997;
}
