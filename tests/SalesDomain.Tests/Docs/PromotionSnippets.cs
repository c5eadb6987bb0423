using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.Docs;

public static class PromotionSnippets
{
    public static void ThreeForTwo()
    {
        #region ThreeForTwo
        static PricedLine Piece(int number, decimal price) =>
            PricedLine.Of(number, default, Quantity.Pieces(1), new Money(price, Currency.CNY));

        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31), Piece(1, 10m), Piece(2, 20m), Piece(3, 30m), Piece(4, 40m));

        static DiscountedDocument Given(Deal deal, PricedDocument document) =>
            DiscountSchedule.Of(Rounding.Commercial, Discount.OfDeal("3 for 2", deal).At(10)).Apply(document);

        Deal threeForTwo = Deal.CheapestFree(3, 1);
        DiscountedDocument given = Given(threeForTwo, order);
        Console.WriteLine(given.Net);  // CNY 90.00
        foreach (var line in given.Deductions[0].Dealt)
            Console.WriteLine(line);
        // line 1: 1 piece, 1 given, CNY 10.00
        // line 2: 1 piece, 0 given, CNY 0.00
        // line 3: 1 piece, 0 given, CNY 0.00

        Console.WriteLine(given.NearMisses[0]);  // pricing.promotion-next-deal (discount 3 for 2, deals 1, missing 2)
        Console.WriteLine(Given(threeForTwo.Taking(PieceOrder.DearestFirst), order).Net);  // CNY 80.00
        foreach (var line in Given(threeForTwo.Spreading(), order).Deductions[0].Dealt)
            Console.WriteLine(line);
        // line 1: 1 piece, 1 given, CNY 1.67
        // line 2: 1 piece, 0 given, CNY 3.33
        // line 3: 1 piece, 0 given, CNY 5.00
        #endregion
    }

    public static void KindsOfDeals()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        #region KindsOfDeals
        var shirts = Scope.Everything.Only(new ProductCategoryId("shirts"));
        var ties = Scope.Everything.Only(new ProductCategoryId("ties"));

        Deal threeForHundred = Deal.ForPrice(3, Cny(100m));
        Deal set = Deal.ForPrice(Cny(120m), DealPart.Of(1, shirts), DealPart.Of(2, ties));
        Deal secondHalf = Deal.BuyGet(1, 1, Percentage.FromPercent(50));
        Deal tieWithShirts = Deal.BuyGet(DealPart.Of(2, shirts), DealPart.Of(1, ties), Percentage.OneHundred).AtMost(3);
        Deal fullDozen = Deal.PercentOff(12, Percentage.FromPercent(20)).Spreading();
        Console.WriteLine(secondHalf);  // 2, 50% off the cheapest 1 of all
        #endregion
    }

    public static void DealsOfCases()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        #region DealsOfCases
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1, UnitOfMeasure.Case), Quantity.Pieces(24));
        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            PricedLine.Of(1, default, new Quantity(3, UnitOfMeasure.Case), Cny(240m)).WithUnits(units));

        DiscountedDocument Given(Deal deal) => DiscountSchedule.Of(Rounding.Commercial, Discount.OfDeal("deal", deal)).Apply(order);

        Console.WriteLine(Given(Deal.ForPrice(3, Cny(25m))).Net);  // CNY 600.00
        Console.WriteLine(Given(Deal.CheapestFree(5, 1)).Deductions[0].Dealt[0]);
        // line 1: 70 pieces, 14 given, CNY 140.00
        Console.WriteLine(Given(Deal.CheapestFree(3, 1).In(UnitOfMeasure.Case)).Deductions[0].Dealt[0]);
        // line 1: 3 CS, 1 given, CNY 240.00
        #endregion
    }

    public static void ForEveryFull300()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        #region ForEveryFull300
        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            PricedLine.Of(1, default, Quantity.Pieces(1), Cny(100m)), PricedLine.Of(2, default, Quantity.Pieces(1), Cny(900m)));

        var given = DiscountSchedule.Of(Rounding.Commercial, Discount.ForEvery("300-40", Cny(300m), Cny(40m)).At(90)).Apply(order);
        Console.WriteLine(given.Deductions[0]);  // 300-40: CNY 120.00
        Console.WriteLine(given.NearMisses[0]);
        // pricing.promotion-next-step (discount 300-40, counted CNY 1000.00, next CNY 1200.00, missing CNY 200.00)
        #endregion
    }

    public static void GiftsFromAnAmountOn()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        #region GiftsFromAnAmountOn
        var gift = new ProductId("G");
        var schedule = DiscountSchedule.Of(
            Rounding.Commercial,
            Discount.OfDeal("gift", Deal.PercentOff(1, Percentage.OneHundred).AtMost(1)).At(10)
                .For(Scope.Everything.Only(gift)).FromDocumentAmount(Cny(300m)));

        PricedDocument Order(decimal goods) => PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31), PricedLine.Of(1, default, Quantity.Pieces(1), Cny(goods)),
            PricedLine.Of(2, default(ScopeSubject).With(gift), Quantity.Pieces(1), Cny(20m)));

        Console.WriteLine(schedule.Apply(Order(300m)).Net);  // CNY 300.00
        Console.WriteLine(schedule.Apply(Order(290m)).Net);  // CNY 310.00
        Console.WriteLine(schedule.Apply(Order(290m)).Reasons[0]);
        // pricing.discount-below-minimum-amount (discount gift, amount CNY 290.00, least CNY 300.00)
        #endregion
    }

    public static void CouponsAndBudgets()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        #region CouponsAndBudgets
        var schedule = DiscountSchedule.Of(
            Rounding.Commercial,
            Discount.OfOrder("spring", Cny(40m)).At(90)
                .WithCoupon(Coupon.OfSingleUse("S-01", "S-02", "S-03").WithMostUsesPerCustomer(1))
                .WithBudget(PromotionBudget.OfTotal(Cny(1000m)).And(PromotionBudget.OfCustomer(Cny(100m)))));

        PricedDocument Order(string id, string customer) =>
            PricedDocument.Of(
                    Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
                    PricedLine.Of(1, default(ScopeSubject).With(new CustomerId(customer)), Quantity.Pieces(1), Cny(100m)))
                .WithId(new DocumentId(id));

        var history = PromotionHistory.Of(PromotionUse.Of("spring", Cny(975m)).Counting(25));  // what was granted before
        DiscountedDocument given = schedule.Apply(Order("A-1", "Dawei"), ["S-01"], history);
        Console.WriteLine(given.Reasons[0]);  // pricing.promotion-budget-cut (discount spring, asked CNY 40.00, left CNY 25.00)
        Console.WriteLine(given.Uses[0]);     // spring: CNY 25.00, document A-1, customer Dawei, coupon S-01

        history = history.Recording(given);
        Console.WriteLine(schedule.Apply(Order("A-1", "Dawei"), ["S-01"], history).Net);  // CNY 75.00
        Console.WriteLine(schedule.Apply(Order("A-2", "Xiaoli"), ["S-01"], history).Reasons[0]);
        // pricing.coupon-used-up (discount spring, coupon S-01, uses 1, limit 1)
        #endregion
    }

    public static void BuyTenGetOne()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        #region BuyTenGetOne
        var tenGetOne = FreeGoodsPromotion.Of("ten get one", FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)))
            .For(Scope.Everything.Only(new ProductId("P"))).Giving(new ProductId("Q"));

        var bought = PricedLine.Of(1, default(ScopeSubject).With(new ProductId("P")), Quantity.Pieces(25), Cny(100m));
        var offer = tenGetOne.Offer(PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31), bought))[0];
        Console.WriteLine(offer);  // Q: 2 PCE free of 25 PCE, 2 PCE missing

        var order = PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31), bought, offer.ToLine(2, Cny(50m)));
        Console.WriteLine(tenGetOne.Offer(order)[0]);  // Q: 2 PCE free of 25 PCE
        DiscountedDocument given = DiscountSchedule.Of(Rounding.Commercial).Apply(order);
        Console.WriteLine(given.EffectiveDiscount?.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)));  // 3.85%
        #endregion
    }

    public static void FreeGoodsOfSeveralPromotions()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        #region FreeGoodsOfSeveralPromotions
        var oil = new ProductId("oil");
        ScopeSubject Of(string product) => default(ScopeSubject).With(new ProductId(product));
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1, UnitOfMeasure.Case), Quantity.Pieces(12));

        FreeGoodsPromotion[] promotions =
        [
            // The highest portion that is reached, the rest by lower ones: 10 + 1, 50 + 8.
            FreeGoodsPromotion
                .Of("tiers", FreeGoods.Tiered(
                    FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)),
                    FreeGoods.Exclusive(Quantity.Pieces(50), Quantity.Pieces(8))))
                .For(Scope.Everything.Only(new ProductId("rice"))).Giving(oil),

            // One for every full 300 of all that is bought.
            FreeGoodsPromotion.Of("spend 300", FreeGoods.ForEvery(Cny(300m), Quantity.Pieces(1))).Giving(oil),
        ];

        var lines = new List<PricedLine>
        {
            PricedLine.Of(1, Of("rice"), new Quantity(4, UnitOfMeasure.Case), Cny(120m)).WithUnits(units),
            PricedLine.Of(2, Of("rice"), Quantity.Pieces(12), Cny(10m)),
            PricedLine.Of(3, Of("soap").With(PriceKind.Special), Quantity.Pieces(20), Cny(50m)),
        };

        PricedDocument Order() => PricedDocument.Of(Currency.CNY, TaxBasis.WithTax, new LocalDate(2026, 3, 31), lines);
        var schedule = DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("spring", Percentage.FromPercent(5)));

        var offers = FreeGoodsPromotion.OfferAll(schedule.Apply(Order()), promotions);
        foreach (var offer in offers)
            Console.WriteLine(offer.Promotion.Name + ", " + offer);
        // spend 300, oil: 1 PCE free of CNY 570.00, 1 PCE missing
        // tiers, oil: 9 PCE free of 60 PCE, 9 PCE missing

        lines.AddRange(offers.Where(offer => offer.Missing.IsPositive).Select((offer, i) => offer.ToLine(4 + i, Cny(30m))));
        Console.WriteLine(lines[3].Promotion);  // spend 300

        var again = FreeGoodsPromotion.OfferAll(schedule.Apply(Order()), promotions);
        foreach (var offer in again)
            Console.WriteLine(offer);
        // oil: 1 PCE free of CNY 570.00
        // oil: 9 PCE free of 60 PCE

        Console.WriteLine(again[0].Reasons[0]);  // pricing.discount-other-kind (line 3, kind Special)
        #endregion
    }

    public static void CupOrTowelForEveryTenCases()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        #region CupOrTowelForEveryTenCases
        ScopeSubject Of(string product) => default(ScopeSubject).With(new ProductId(product)).With(new ProductCategoryId("tea"));
        PricedLine Cases(int number, string product, decimal cases) =>
            PricedLine.Of(number, Of(product), new Quantity(cases, UnitOfMeasure.Case), Cny(120m));
        PricedDocument Order(params PricedLine[] lines) =>
            PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31), lines);

        // For every 10 cases of tea one cup or one towel, whatever a case holds.
        var cupOrTowel = FreeGoodsPromotion
            .Of("cup or towel", FreeGoods.Exclusive(new Quantity(10, UnitOfMeasure.Case), Quantity.Pieces(1)))
            .For(Scope.Everything.Only(new ProductCategoryId("tea")))
            .Giving(Scope.Everything.Only(new ProductId("CUP"), new ProductId("TOWEL")));

        var bought = new[] { Cases(1, "green", 12), Cases(2, "black", 9) };
        Console.WriteLine(cupOrTowel.Offer(Order(bought))[0]);
        // any, only products CUP, TOWEL: 2 PCE free of 21 CS, 2 PCE missing

        PricedLine Chosen(int number, string product) => PricedLine
            .Of(number, default(ScopeSubject).With(new ProductId(product)).With(PriceKind.Free), Quantity.Pieces(1), Cny(9m))
            .OfPromotion("cup or towel");

        Console.WriteLine(cupOrTowel.Offer(Order([.. bought, Chosen(3, "CUP"), Chosen(4, "TOWEL")]))[0]);
        // any, only products CUP, TOWEL: 2 PCE free of 21 CS
        #endregion
    }
}
