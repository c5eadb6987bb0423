using System;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.Docs;

public static class DiscountSnippets
{
    public static void TheDiscountsOfAnOrder()
    {
        #region TheDiscountsOfAnOrder
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        var dealer = default(ScopeSubject).With(new CustomerId("Dawei"));

        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            PricedLine.Of(1, dealer.With(new ProductId("P-1")), Quantity.Pieces(40), Cny(100m)),
            PricedLine.Of(2, dealer.With(new ProductId("P-2")), Quantity.Pieces(30), Cny(200m)).WithFloor(Cny(150m)));

        var discounts = DiscountSchedule.Of(
            Rounding.Commercial,
            Discount.Percent("dealer", Percentage.FromPercent(8)).At(10).For(Scope.Everything.Only(new CustomerId("Dawei"))),
            Discount.Percent("volume", StepSchedule.From((Quantity.Pieces(60), Percentage.FromPercent(10)))).At(20)
                .Counting(BreakBasis.MixGroup),
            Discount.PerUnit("launch", Cny(2m), UnitOfMeasure.Piece).At(30).During(DateSpan.OfQuarter(2026, 1)),
            Discount.OfOrder("bonus", Cny(500m)).At(90));

        DiscountedDocument net = discounts.Apply(order);
        Console.WriteLine(net);  // CNY 10000.00, net CNY 7640.00, 23.6% off
        foreach (var deduction in net.Lines[0].Deductions)
            Console.WriteLine(deduction);
        // dealer: 8% of CNY 4000.00 is CNY 320.00
        // volume: 10% of CNY 3680.00 is CNY 368.00
        // launch: CNY 80.00
        // bonus: CNY 198.53

        Console.WriteLine(net.Explain().IsVerified);  // True
        #endregion
    }

    public static void OneOfSeveral()
    {
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31), PricedLine.Of(1, default, Quantity.Pieces(1), Cny(100m)));

        #region OneOfSeveral
        var season = DiscountSchedule.Of(
                Rounding.Commercial,
                Discount.Percent("spring", Percentage.FromPercent(10)).At(10),
                Discount.PerUnit("clearance", Cny(15m), UnitOfMeasure.Piece).At(20),
                Discount.Percent("web", Percentage.FromPercent(3)).At(30).WithCoupon("WEB3"))
            .WithExclusion("season", ExclusionRule.Best, "spring", "clearance");

        DiscountedDocument given = season.Apply(order);
        Console.WriteLine(given.Net);  // CNY 85.00
        foreach (var reason in given.Reasons)
            Console.WriteLine(reason);
        // pricing.discount-excluded (discount spring, line 1, group season, given clearance, instead of CNY 10.00, takes CNY 15.00)
        // pricing.discount-no-coupon (discount web, coupon WEB3)

        Console.WriteLine(season.Apply(order, ["WEB3"]).Net);  // CNY 82.45
        #endregion
    }

    public static void WhatFloorsRefuse()
    {
        #region WhatFloorsRefuse
        static PricedLine Line(int number, decimal price) =>
            PricedLine.Of(number, default, Quantity.Pieces(1), new Money(price, Currency.USD));

        static Money Usd(decimal amount) => new(amount, Currency.USD);

        var order = PricedDocument.Of(
            Currency.USD, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            Line(1, 10m), Line(2, 20m).WithFloor(Usd(19m)), Line(3, 50m).WithFloor(Usd(50m)), Line(4, 30m).WithFloor(Usd(26m)));

        var given = DiscountSchedule.Of(Rounding.Commercial, Discount.OfOrder("order", Usd(20m))).Apply(order);
        foreach (var line in given.Lines)
            Console.WriteLine(line);
        // line 1: USD 10.00, net USD 0.00
        // line 2: USD 20.00, net USD 19.00
        // line 3: USD 50.00, net USD 50.00
        // line 4: USD 30.00, net USD 26.00

        Console.WriteLine(given.Deductions[0]);  // order: USD 15.00, refused USD 5.00
        #endregion
    }

    public static void PartOfASaleComesBack()
    {
        var sold = new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("INV-1"),
            Line = 1,
            Date = new LocalDate(2026, 3, 31),
            Customer = new CustomerId("Dawei"),
            Product = new ProductId("P-1"),
            Quantity = Quantity.Pieces(3000),
            NetAmount = new Money(282_000m, Currency.CNY),
            Tax = Money.Zero(Currency.CNY),
        }.Build();

        #region PartOfASaleComesBack
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1m, 100m), (1000m, 96m), (3000m, 94m));
        ReturnedSale sale = ReturnedSale.Of(sold, ReturnPolicy.AtSalePrice(Rounding.Commercial).RatingTheRest(breaks));

        ReturnCredit credit = sale.Credit(Quantity.Pieces(500));
        Console.WriteLine(credit);             // 500 PCE, CNY 42000.00
        Console.WriteLine(credit.Reasons[0]);  // pricing.return-rated-anew (kept 2500 PCE, price CNY 96.00, lost CNY 5000.00)
        Console.WriteLine(credit.After.Credit(Quantity.Pieces(2500)).Amount);  // CNY 240000.00
        #endregion
    }

    public static void WhatIsKeptIsQuotedAnew()
    {
        #region WhatIsKeptIsQuotedAnew
        var widget = new ProductId("WIDGET");
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 10.00m), (100m, 9.20m));
        var list = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.OfYear(2026), PriceListVersion.Empty.With(widget, ItemPrice.Of(breaks)));
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(5)).At(10),
            Discount.OfOrder("spring", new Money(100m, Currency.CNY)).FromAmount(new Money(1000m, Currency.CNY)).At(20));
        var rules = QuotationRules.Of(
            PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list), discounts, Percentage.FromPercent(13), TaxBasis.WithoutTax);

        Quotation sold = rules.Quote(QuoteRequest.Of(
            new LocalDate(2026, 3, 31), Currency.CNY, default, (1, widget, Quantity.Pieces(120))));
        DocumentCredit credit = ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(30));
        Console.WriteLine(sold.Net);                          // CNY 948.80
        Console.WriteLine(credit.After.RestQuotation!.Net);   // CNY 855.00
        Console.WriteLine(credit);                            // line 1: 30 PCE, CNY 93.80
        #endregion
    }

    public static void TheRestEarnsItsDiscounts()
    {
        #region TheRestEarnsItsDiscounts
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            PricedLine.Of(1, default, Quantity.Pieces(6), Cny(100m)), PricedLine.Of(2, default, Quantity.Pieces(4), Cny(100m)));
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.OfOrder("spring", Cny(100m)).FromAmount(Cny(1000m)).WithCoupon("SPRING"));

        ReturnedDocument sale = ReturnedDocument.Of(discounts.Apply(order, ["SPRING"]));
        DocumentCredit credit = sale.Credit(1, Quantity.Pieces(6));
        Console.WriteLine(credit);  // line 1: 6 PCE, CNY 500.00
        foreach (var reason in credit.Reasons)
            Console.WriteLine(reason);
        // pricing.return-discount-lost (discount spring, granted CNY 40.00, kept CNY 0.00, lost CNY 40.00)
        // pricing.discount-below-minimum-amount (discount spring, amount CNY 400.00, least CNY 1000.00)
        #endregion
    }

    public static void ACreditNoteByLineAndRate()
    {
        #region ACreditNoteByLineAndRate
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        var (oil, rice) = (new ProductId("oil"), new ProductId("rice"));
        var rates = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product, ScopeDimensions.None),
            ScopeEntry.Of("standard", Scope.Everything, Percentage.FromPercent(13)),
            ScopeEntry.Of("grain", Scope.Everything.Only(rice), Percentage.FromPercent(9)));
        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            PricedLine.Of(1, default(ScopeSubject).With(oil), Quantity.Pieces(6), Cny(100m)),
            PricedLine.Of(2, default(ScopeSubject).With(rice), Quantity.Pieces(4), Cny(100m)));
        var discounts = DiscountSchedule.Of(Rounding.Commercial, Discount.OfOrder("spring", Cny(100m)).FromAmount(Cny(1000m)));

        // Lines of one note are given together: Credit((1, Quantity.Pieces(6)), (2, Quantity.Pieces(1))).
        DocumentCredit credit = ReturnedDocument.Of(discounts.Apply(order)).Credit((1, Quantity.Pieces(6)));
        foreach (var line in credit.Lines)
            Console.WriteLine(line + "; " + line.Split(rates, Rounding.Commercial));
        // line 1: 6 PCE, CNY 540.00; CNY 540.00 + 13% CNY 70.20 = CNY 610.20
        // line 2: CNY -40.00; CNY -40.00 + 9% CNY -3.60 = CNY -43.60
        #endregion
    }

    public static void TheGiftIsKept()
    {
        #region TheGiftIsKept
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        var tea = default(ScopeSubject).With(new ProductId("tea"));
        var tenPlusOne = FreeGoodsPromotion.Of("10+1", FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)));
        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            PricedLine.Of(1, tea, Quantity.Pieces(10), Cny(100m)),
            PricedLine.Of(2, tea.With(PriceKind.Free), Quantity.Pieces(1), Cny(100m)).OfPromotion("10+1"));
        var sale = ReturnedDocument.Of(DiscountSchedule.Of(Rounding.Commercial).Apply(order)).WithFreeGoods(tenPlusOne);

        DocumentCredit credit = sale.Credit(1, Quantity.Pieces(10));
        Console.WriteLine(credit);  // line 1: 10 PCE, CNY 1000.00
        Console.WriteLine(credit.Reasons[0]);
        // pricing.return-free-goods-unearned (promotion 10+1, product tea, kept 1 PCE, earned 0 PCE, unearned 1 PCE, value CNY 100.00)

        // With the gift in the note there is nothing to say.
        Console.WriteLine(sale.Credit((1, Quantity.Pieces(10)), (2, Quantity.Pieces(1))).Reasons.Count);  // 0
        #endregion
    }

    public static void TenPlusOne()
    {
        #region TenPlusOne
        var offer = FreeGoods.Exclusive(per: Quantity.Pieces(10), free: Quantity.Pieces(1));
        Console.WriteLine(offer.FreeOf(Quantity.Pieces(25)));  // 2 PCE

        var price = new Money(100m, Currency.CNY);
        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            PricedLine.Of(1, default, Quantity.Pieces(10), price),
            PricedLine.Of(2, default(ScopeSubject).With(PriceKind.Free), offer.FreeOf(Quantity.Pieces(10)), price));

        var terms = DiscountSchedule.Of(
            Rounding.Commercial,
            Discount.Percent("dealer", Percentage.FromPercent(8)).At(10), Discount.Percent("campaign", Percentage.FromPercent(5)).At(20));

        var twoDigits = Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero);
        Console.WriteLine(offer.EffectiveDiscount(Quantity.Pieces(10))?.Round(twoDigits));  // 9.09%
        Console.WriteLine(terms.Apply(order).EffectiveDiscount?.Round(twoDigits));          // 20.55%
        #endregion
    }
}
