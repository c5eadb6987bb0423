using System;
using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Terms;

namespace SalesDomain.Tests.Docs;

public static class QuotationSnippets
{
    public static void OneCall()
    {
        #region OneCall
        var (widget, dealer) = (new ProductId("WIDGET"), default(ScopeSubject).With(new CustomerId("D-1")));
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1, 10.00m), (100, 9.20m));
        var retail = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.OfYear(2026), PriceListVersion.Empty.With(widget, ItemPrice.Of(breaks)));
        var prices = PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), retail);
        var discounts = DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(8)));

        QuotationRules rules = QuotationRules.Of(prices, discounts, taxRate: Percentage.FromPercent(13), TaxBasis.WithoutTax)
            .WithTerms(PaymentTerms.Parse("30%/0 70%/30"))
            .WithNearBreak(Percentage.FromPercent(10))
            .ValidFor(days: 30);

        Quotation quote = rules.Quote(QuoteRequest.Of(
            new LocalDate(2026, 3, 31), Currency.CNY, dealer,
            (1, widget, Quantity.Pieces(97)),
            (2, new ProductId("SCREW"), Quantity.Pieces(500))));

        Console.WriteLine(quote);                             // CNY 892.40 + tax CNY 116.01 = CNY 1008.41, 1 line without a price
        Console.WriteLine(quote.IsComplete);                  // False
        Console.WriteLine(quote.Unpriced[0]);                 // line 2: pricing.no-item (list retail, product SCREW)
        Console.WriteLine(quote.Payment);                     // CNY 302.52 due 2026-03-31; CNY 705.89 due 2026-04-30
        Console.WriteLine(quote.ValidUntil == new LocalDate(2026, 4, 30));   // True
        Console.WriteLine(quote.Explain().IsVerified);        // True
        #endregion
    }

    public static void WhatToLookAt()
    {
        var widget = new ProductId("WIDGET");
        #region WhatToLookAt
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0, 100m), (1_000, 96m), (3_000, 94m));
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(widget, ItemPrice.Of(breaks)));
        var rules = QuotationRules.Of(
                PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list), DiscountSchedule.Of(Rounding.Commercial),
                Percentage.FromPercent(13), TaxBasis.WithoutTax)
            .WithNearBreak(Percentage.FromPercent(10));

        Quotation quote = rules.Quote(QuoteRequest.Of(
            new LocalDate(2026, 3, 31), Currency.CNY, default, (1, widget, Quantity.Pieces(2_999))));
        foreach (Reason warning in quote.Warnings)
        {
            Console.WriteLine(warning.Code);
            Console.WriteLine(string.Join(", ", warning.Figures.Skip(2)));
        }
        // pricing.quote-inverted-scale
        // quantity 2999 PCE, amount CNY 287904.00, quantity then 3000 PCE, amount then CNY 282000.00
        // pricing.quote-near-break
        // more 1 PCE, price CNY 96.00, price then CNY 94.00, amount CNY 287904.00, amount then CNY 282000.00, total is lower yes
        #endregion
    }

    public static void WhoHasToApprove()
    {
        #region WhoHasToApprove
        var (widget, dealer) = (new ProductId("WIDGET"), default(ScopeSubject).With(new CustomerId("D-1")));
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(widget, ItemPrice.Of(new Money(100m, Currency.CNY))));
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(8)).At(10),
            Discount.Percent("campaign", Percentage.FromPercent(5)).At(20));
        var authority = PriceAuthority.Of(Authority.Over(PriceAuthority.Discount)
            .With(new RoleId("salesperson"), (PriceAuthority.Discount, AuthorityLimit.AtMost(Percentage.FromPercent(10))))
            .With(new RoleId("area manager"), (PriceAuthority.Discount, AuthorityLimit.AtMost(Percentage.FromPercent(15)))));
        var rules = QuotationRules.Of(
                PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list), discounts, Percentage.FromPercent(13), TaxBasis.WithoutTax)
            .WithAuthority(authority);

        Quotation quote = rules.Quote(QuoteRequest
            .Of(new LocalDate(2026, 3, 31), Currency.CNY, dealer, (1, widget, Quantity.Pieces(10)))
            .WithDocument(new DocumentId("Q-1")));

        Console.WriteLine(quote.Discounted?.EffectiveDiscount);   // 12.6%
        Console.WriteLine(quote.Approval?.Role);                  // area manager
        #endregion
    }

    public static void AskedBelowTheFloor()
    {
        var (widget, dealer) = (new ProductId("WIDGET"), default(ScopeSubject).With(new CustomerId("D-1")));
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(widget, ItemPrice.Of(new Money(100m, Currency.CNY))));
        var book = PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list);
        var discounts = DiscountSchedule.Of(Rounding.Commercial);
        var day = new LocalDate(2026, 3, 31);
        #region AskedBelowTheFloor
        static AuthorityLimit AtMost(decimal percent) => AuthorityLimit.AtMost(Percentage.FromPercent(percent));
        var rules = QuotationRules.Of(book, discounts, Percentage.FromPercent(13), TaxBasis.WithoutTax)
            .WithAuthority(PriceAuthority.Of(Authority.Over(PriceAuthority.BelowFloor)
                .With(new RoleId("salesperson"), (PriceAuthority.BelowFloor, AtMost(0)))
                .With(new RoleId("sales director"), (PriceAuthority.BelowFloor, AtMost(15)))));
        QuoteRequest request = QuoteRequest.Of(
                day, Currency.CNY, dealer,
                QuoteLine.Of(1, widget, Quantity.Pieces(10)).WithFloor(new Money(80m, Currency.CNY), UnitOfMeasure.Piece)
                    .AtPrice(new Money(70m, Currency.CNY), UnitOfMeasure.Piece))
            .WithDocument(new DocumentId("Q-1"));

        Quotation quote = rules.Quote(request);
        Console.WriteLine(quote.Net);                     // CNY 800.00
        Console.WriteLine(quote.Approval?.Role);          // salesperson
        FloorRelease asked = quote.FloorRelease!;
        Console.WriteLine(asked);                         // quoted CNY 800.00, asked CNY 700.00; sales director
        Console.WriteLine(asked.Lines[0].BelowFloor);     // 12.5%

        Approval released = Approval.ForDocument(new DocumentId("A-1"), asked.Role!.Value, day, DateSpan.On(day), new DocumentId("Q-1"))
            .With(PriceAuthority.BelowFloor, AuthorityLimit.AtMost(asked.Lines[0].BelowFloor));
        Console.WriteLine(rules.Quote(request.WithApprovals(released)).Net);   // CNY 700.00
        #endregion
    }

    public static void CallOffsOfTwoOrders()
    {
        var widget = new ProductId("WIDGET");
        #region CallOffsOfTwoOrders
        ItemPrice Price(decimal price) => ItemPrice.Of(new Money(price, Currency.CNY));
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.OfQuarter(2026, 1), PriceListVersion.Empty.With(widget, Price(110m)))
            .During(DateSpan.OfQuarter(2026, 2), PriceListVersion.Empty.With(widget, Price(105m)));
        var rules = QuotationRules.Of(
            PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list), DiscountSchedule.Of(Rounding.Commercial),
            Percentage.FromPercent(13), TaxBasis.WithoutTax);
        var ordered = new LocalDate(2026, 3, 10);

        Quotation quote = rules.Quote(QuoteRequest.Of(
            new LocalDate(2026, 4, 5), Currency.CNY, default,
            QuoteLine.Of(1, widget, Quantity.Pieces(10)).WithPriceDate(ordered),
            QuoteLine.Of(2, widget, Quantity.Pieces(10)).WithPriceDate(ordered, OpenOrderPrice.LowerOfBoth),
            QuoteLine.Of(3, widget, Quantity.Pieces(10))));

        foreach (QuotedLine line in quote.Lines)
            Console.WriteLine(line.Net);
        // CNY 1100.00
        // CNY 1050.00
        // CNY 1050.00
        Console.WriteLine(string.Join(", ", quote.Lines[1].Warnings[0].Figures.Skip(2)));
        // price day 2026-04-05, price CNY 105.00, other day 2026-03-10, other price CNY 110.00
        #endregion
    }

    public static void FromGrossToTheRecord()
    {
        var widget = new ProductId("WIDGET");
        #region FromGrossToTheRecord
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(widget, ItemPrice.Of(new Money(10m, Currency.CNY))));
        var rules = QuotationRules.Of(
            PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list), DiscountSchedule.Of(Rounding.Commercial),
            Percentage.FromPercent(13), TaxBasis.WithoutTax);

        Explanation at = rules.Quote(QuoteRequest.Of(
            new LocalDate(2026, 3, 31), Currency.CNY, default, (1, widget, Quantity.Pieces(3)))).Explain();
        for (; at.Children.Count > 0; at = at.Children[0])
            Console.WriteLine(at.Name + ": " + at.Value);
        // gross: CNY 33.90
        // net: CNY 30.00
        // net: CNY 30.00
        // line 1: CNY 30.00
        // list amount: CNY 30.00
        // list price × quantity: CNY 30.00
        // unit price: CNY 10.00
        #endregion
    }

    public static void FreeGoodsOfAQuotation()
    {
        var widget = new ProductId("WIDGET");
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(widget, ItemPrice.Of(new Money(100m, Currency.CNY))));
        var book = PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list);
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(8)).At(10),
            Discount.Percent("campaign", Percentage.FromPercent(5)).At(20));
        var day = new LocalDate(2026, 3, 31);
        #region FreeGoodsOfAQuotation
        var tenGetOne = FreeGoodsPromotion.Of("10 + 1", FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)));
        QuotationRules rules = QuotationRules.Of(book, discounts, Percentage.FromPercent(13), TaxBasis.WithoutTax).WithFreeGoods(tenGetOne);

        Quotation quote = rules.Quote(QuoteRequest.Of(day, Currency.CNY, default, (1, widget, Quantity.Pieces(10))));
        Console.WriteLine(quote.ProposedGoods[0]);   // WIDGET: 1 PCE free of 10 PCE, 1 PCE missing

        Quotation again = rules.Quote(quote.ToRequestWithProposedGoods());
        Console.WriteLine(again.Request.Lines[1].Promotion);   // 10 + 1
        Console.WriteLine(again.Discounted?.EffectiveDiscount?.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)));   // 20.55%
        #endregion
    }

    public static void WhatComesBackInAQuotation()
    {
        var widget = new ProductId("WIDGET");
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(widget, ItemPrice.Of(new Money(10m, Currency.CNY))));
        var rules = QuotationRules.Of(
            PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list), DiscountSchedule.Of(Rounding.Commercial),
            Percentage.FromPercent(13), TaxBasis.WithoutTax);
        var day = new LocalDate(2026, 3, 31);
        #region WhatComesBackInAQuotation
        Quotation quote = rules.Quote(QuoteRequest.Of(
            day, Currency.CNY, default,
            QuoteLine.Of(1, widget, Quantity.Pieces(20)),
            QuoteLine.Of(2, widget, Quantity.Pieces(2)).With(PriceKind.Free),
            QuoteLine.Returned(3, widget, Quantity.Pieces(5), credit: new Money(45m, Currency.CNY), TaxBasis.WithoutTax)));

        foreach (QuotedLine line in quote.Lines)
            Console.WriteLine(line);
        // line 1: CNY 200.00 + 13% CNY 26.00 = CNY 226.00
        // line 2: CNY 0.00 + 13% CNY 0.00 = CNY 0.00
        // line 3: CNY -45.00 + 13% CNY -5.85 = CNY -50.85

        Console.WriteLine(quote.Discounted?.EffectiveDiscount?.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)));   // 9.09%
        #endregion
    }

    public static void NegotiatedPrice()
    {
        var widget = new ProductId("WIDGET");
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(widget, ItemPrice.Of(new Money(100m, Currency.CNY))));
        var discounts = DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(8)));
        var rules = QuotationRules.Of(
            PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list), discounts, Percentage.FromPercent(13), TaxBasis.WithoutTax);
        var day = new LocalDate(2026, 3, 31);
        #region NegotiatedPrice
        Quotation quote = rules.Quote(QuoteRequest.Of(
            day, Currency.CNY, default,
            QuoteLine.Of(1, widget, Quantity.Pieces(10)),
            QuoteLine.Of(2, widget, Quantity.Pieces(10)).AtPrice(new Money(88m, Currency.CNY), UnitOfMeasure.Piece),
            QuoteLine.Free(3, new ProductId("CUP"), Quantity.Pieces(5), value: new Money(20m, Currency.CNY), UnitOfMeasure.Piece)));

        foreach (QuotedLine line in quote.Lines)
            Console.WriteLine(line.Discounted + ", negotiated " + line.Discounted?.Negotiated);
        // line 1: CNY 1000.00, net CNY 920.00, negotiated CNY 0.00
        // line 2: CNY 1000.00, net CNY 880.00, negotiated CNY 120.00
        // line 3: CNY 100.00, net CNY 0.00, negotiated CNY 0.00
        Console.WriteLine(quote.Discounted?.EffectiveDiscount?.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)));   // 14.29%
        #endregion
    }

    public static void PocketMarginOfAQuotation()
    {
        var widget = new ProductId("WIDGET");
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(widget, ItemPrice.Of(new Money(100m, Currency.CNY))));
        var discounts = DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(8)));
        var dealer = default(ScopeSubject).With(new CustomerId("D-1"));
        #region PocketMarginOfAQuotation
        var book = PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), list).With(
            PricedProduct.Of(widget, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(Timeline.Always(new Money(70m, Currency.CNY))));
        var rules = QuotationRules.Of(book, discounts, Percentage.FromPercent(13), TaxBasis.WithoutTax)
            .WithWaterfall(WaterfallSchedule.Of(
                Rounding.Commercial, WaterfallRule.PerUnit("expected rebate", new Money(5m, Currency.CNY), UnitOfMeasure.Piece)))
            .WithAuthority(PriceAuthority.Of(Authority.Over(PriceAuthority.PocketMargin)
                .With(new RoleId("salesperson"), (PriceAuthority.PocketMargin, AuthorityLimit.AtLeast(Percentage.FromPercent(20))))
                .With(new RoleId("director"), (PriceAuthority.PocketMargin, AuthorityLimit.AtLeast(Percentage.FromPercent(10))))));

        Quotation quote = rules.Quote(QuoteRequest
            .Of(new LocalDate(2026, 3, 31), Currency.CNY, dealer, (1, widget, Quantity.Pieces(10)))
            .WithDocument(new DocumentId("Q-1")));

        Console.WriteLine(quote);   // CNY 920.00 + tax CNY 119.60 = CNY 1039.60, pocket of what is sold CNY 870.00, pocket margin 19.54%
        Console.WriteLine(quote.Approval?.Role);   // director
        #endregion
    }
}
