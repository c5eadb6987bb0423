using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>Any lines with deals, thresholds, coupons and budgets, and an order to shuffle all by.</summary>
public sealed record AnyPromotions(PricedLine[] Lines, Discount[] Discounts, PromotionUse[] Uses, ExclusionRule? Exclusion, int Shuffle)
{
    private static readonly string[] s_products = ["A", "B", "C"];

    internal DiscountSchedule Schedule => Made(Discounts);

    internal PricedDocument Document => PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day, Lines).WithId(new DocumentId("own"));

    internal PromotionHistory History => PromotionHistory.Of(Uses);

    internal DiscountedDocument Given => Schedule.Apply(Document, ["A"], History);

    internal DiscountedDocument Shuffled =>
        Made([.. Discounts.OrderBy(discount => Mixed(discount.Sequence))]).Apply(
            PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day, Lines.OrderBy(line => Mixed(line.Number)))
                .WithId(new DocumentId("own")), ["A"],
            PromotionHistory.Of(Enumerable.Reverse(Uses)));

    public static Arbitrary<AnyPromotions> Any() =>
        (from lines in AnyLine().NonEmptyListOf()
         from discounts in Gen.Choose(1, 6).SelectMany(count => AnyDiscount().ArrayOf(count))
         from uses in AnyUse().ArrayOf(3)
         from exclusion in Gen.Choose(0, 5)
         from shuffle in Gen.Choose(1, 996)
         select new AnyPromotions(
             [.. lines.Take(7).Select((line, i) => Numbered(line, i))],
             [
                 .. discounts.GroupBy(each => each.Name).Select(same => same.First()).OrderBy(each => each.IsOfOrder)
                     .Select((each, i) => each.At(i)),
             ], uses,
             exclusion < 3 ? (ExclusionRule)exclusion : null, shuffle)).ToArbitrary();

    internal static Gen<Deal> AnyDeal() =>
        from kind in Gen.Choose(0, 7)
        from pieces in Gen.Choose(1, 5)
        from percent in Gen.Elements(10m, 33.3m, 50m, 100m)
        from amount in Gen.Choose(1, 30_000)
        from options in Gen.Choose(0, 255)
        select Optional(Kind(kind, pieces, Percent(percent), Cny(amount / 100m)), options);

    public override string ToString() => Schedule + "\n" + Document + "\n" + History;

    private static Deal Kind(int kind, int pieces, Percentage percent, Money amount) =>
        kind switch
        {
            0 => Deal.CheapestFree(pieces, 1),
            1 => Deal.BuyGet(pieces, 2, percent),
            2 => Deal.BuyGet(DealPart.Of(pieces, Only("A")), DealPart.Of(1, Only("B", "C")), percent),
            3 => Deal.ForPrice(pieces, amount),
            4 => Deal.ForPrice(amount, DealPart.Of(1, Only("A", "B")), DealPart.Of(pieces, Only("C"))),
            5 => Deal.PercentOff(pieces, percent),
            6 => Deal.AmountOff(amount, DealPart.Of(pieces, Only("B")), DealPart.Of(1, Scope.Everything)),
            _ => Deal.CheapestOff(percent, 1, DealPart.Of(pieces, Only("A")), DealPart.Of(1, Only("C"))),
        };

    private static Deal Optional(Deal deal, int options)
    {
        deal = (options & 3) == 3 ? deal.Taking(PieceOrder.CheapestFirst)
            : (options & 3) == 2 ? deal.Taking(PieceOrder.DearestFirst) : deal;
        deal = (options & 4) != 0 && deal.Cheapest > 0 && deal.Parts.Count == 1 ? deal.OfEachDeal() : deal;
        deal = (options & 24) == 24 ? deal.AtMost(2) : deal;
        deal = (options & 32) != 0 ? deal.Spreading() : deal;
        return (options & 192) == 192 ? deal.Sharing() : deal;
    }

    private static PricedLine Numbered(PricedLine line, int number)
    {
        var numbered = PricedLine.Of(number, line.Subject, line.Quantity, line.ListPrice!.Value);
        return line.Floor is { } floor ? numbered.WithFloor(floor) : numbered;
    }

    private static Gen<PricedLine> AnyLine() =>
        from price in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Elements(1000, 2000, 2500)), (4, Gen.Choose(1, 30_000)))
        from quantity in Gen.Frequency((6, Gen.Choose(1, 12)), (1, Gen.Choose(-5, -1)))
        from part in Gen.Elements(1m, 1m, 1m, 0.37m)
        from floor in Gen.Elements(0, 0, 0, 40, 95, 120)
        from product in Gen.Elements(s_products)
        from kind in Gen.Elements(PriceKind.Standard, PriceKind.Standard, PriceKind.Standard, PriceKind.Free)
        from customer in Gen.Elements("Dawei", "Dawei", "Dawei", "Xiaoli")
        select WithFloor(
            PricedLine.Of(
                1, Subject(product).With(new CustomerId(customer)).With(kind), Quantity.Pieces(quantity * part), Cny(price / 100m)),
            price * floor / 10_000m);

    private static PricedLine WithFloor(PricedLine line, decimal floor) => floor == 0m ? line : line.WithFloor(Cny(floor));

    private static Gen<Discount> AnyDiscount() =>
        from kind in Gen.Choose(0, 8)
        from deal in AnyDeal()
        from amount in Gen.Choose(100, 20_000)
        from options in Gen.Choose(0, 1023)
        from name in Gen.Choose(0, 9)
        from counting in Gen.Choose(0, 11)
        select Limited(
            Counted(Kind(kind, "D-" + name.ToString(CultureInfo.InvariantCulture), deal, Cny(amount / 100m)), counting), options);

    private static Discount Kind(int kind, string name, Deal deal, Money amount) =>
        kind switch
        {
            0 => Discount.Percent(name, Percent(12.5m)),
            1 => Discount.ForEvery(name, amount * 3m, amount),
            2 => Discount.OfOrder(name, StepSchedule.From((amount, amount * 0.1m), (amount * 2m, amount * 0.3m))),
            3 => Discount.ForEvery(name, Quantity.Pieces(5), amount),
            4 => Discount.OfOrder(name, StepSchedule.From((Quantity.Pieces(2), amount), (Quantity.Pieces(9), amount * 2m))),
            _ => Discount.OfDeal(name, deal),
        };

    private static Discount Counted(Discount discount, int counting)
    {
        if (discount.Deal is null)
            return discount;

        discount = counting % 4 < 2 && discount.Deal.Parts.Count == 1 ? discount.Counting((BreakBasis)(counting % 4)) : discount;
        return counting / 4 == 1 ? discount.FromDocumentAmount(Cny(150m))
            : counting / 4 == 2 && counting > 9 ? discount.FromAmount(Cny(80m), DiscountBase.List) : discount;
    }

    private static Discount Limited(Discount discount, int options)
    {
        discount = (options & 3) == 3 ? discount.For(Only("A", "B")) : discount;
        discount = (options & 12) == 12 ? discount.WithCoupon(Coupon.OfSingleUse("A", "B").WithMostUsesPerCustomer(2)) : discount;
        discount = (options & 48) == 48 ? discount.AsLast() : discount;
        if ((options & 64) == 0)
            return discount;

        var budget = PromotionBudget.OfUnit(Cny(7.77m));
        if (discount.Kind != DiscountKind.Percent)
        {
            budget = (options & 128) != 0 ? budget.And(PromotionBudget.OfTotal(Cny(60m))) : budget;
            budget = (options & 384) == 384 ? budget.And(PromotionBudget.OfDocument(Cny(33.33m))) : budget;
            budget = (options & 256) != 0 ? budget.And(PromotionBudget.OfCustomer(Cny(45.555m))) : budget;
        }

        return discount.WithBudget((options & 512) != 0 ? budget.AllOrNothing() : budget);
    }

    private static Gen<PromotionUse> AnyUse() =>
        from name in Gen.Choose(0, 9)
        from amount in Gen.Choose(0, 5_000)
        from own in Gen.Elements(true, false)
        select PromotionUse.Of("D-" + name.ToString(CultureInfo.InvariantCulture), Cny(amount / 100m)).WithCoupon("B")
            .On(new DocumentId(own ? "own" : "other")).By(new CustomerId("Dawei"));

    private DiscountSchedule Made(Discount[] discounts)
    {
        var schedule = DiscountSchedule.Of(Rounding.Commercial, discounts);
        var deals = schedule.Discounts.SkipWhile(discount => discount.Deal is null).TakeWhile(discount => discount.Deal is not null)
            .Take(2).Select(discount => discount.Name).ToArray();
        return Exclusion is { } rule && deals.Length == 2 ? schedule.WithExclusion("group", rule, deals) : schedule;
    }

    private int Mixed(int number) => (number + 1) * Shuffle % 997;
}
