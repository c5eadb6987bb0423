using System;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.Docs;

public static class PriceAuthoritySnippets
{
    public static void WhoMayApproveAnOrder()
    {
        #region WhoMayApproveAnOrder
        static AuthorityLimit AtMost(decimal percent) => AuthorityLimit.AtMost(Percentage.FromPercent(percent));
        static AuthorityLimit AtLeast(decimal percent) => AuthorityLimit.AtLeast(Percentage.FromPercent(percent));
        static Money Cny(decimal amount) => new(amount, Currency.CNY);

        var authority = PriceAuthority.Of(TaxBasis.WithoutTax, Authority
            .Over(PriceAuthority.Discount, PriceAuthority.DiscountAmount, PriceAuthority.Margin)
            .With(
                new RoleId("salesperson"), (PriceAuthority.Discount, AtMost(5)),
                (PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(5_000m))), (PriceAuthority.Margin, AtLeast(20)))
            .With(
                new RoleId("area manager"), (PriceAuthority.Discount, AtMost(15)),
                (PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(20_000m))), (PriceAuthority.Margin, AtLeast(15)))
            .With(
                new RoleId("sales director"), (PriceAuthority.Discount, AtMost(25)),
                (PriceAuthority.DiscountAmount, AuthorityLimit.Unlimited), (PriceAuthority.Margin, AuthorityLimit.Unlimited)));

        DiscountedDocument order = DiscountSchedule.Of(
                Rounding.Commercial,
                Discount.Percent("dealer", Percentage.FromPercent(8)).At(10),
                Discount.Percent("campaign", Percentage.FromPercent(5)).At(20))
            .Apply(PricedDocument.Of(
                Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31), PricedLine.Of(1, default, Quantity.Pieces(10), Cny(100m))));

        PriceApproval needed = authority.Decide(
            PriceCase.Of(new DocumentId("SO-1"), new CustomerId("Dawei"), order).WithCosts(TaxBasis.WithoutTax, (1, Cny(750m))));

        Console.WriteLine(needed.Role);                           // sales director
        Console.WriteLine(needed.Parts[0].EffectiveDiscount);     // 12.6%
        foreach (Reason reason in needed.Parts[0].Decision.ReasonsAgainst(new RoleId("salesperson")))
            Console.WriteLine(reason.Code + " of " + reason.Find("figure") + ", limit " + reason.Find("limit"));
        // authority.over-limit of discount, limit 5%
        // authority.below-limit of margin, limit 20%
        Console.WriteLine(needed.Explain().IsVerified);           // True
        #endregion
    }

    public static void OrdersOfOneDay()
    {
        #region OrdersOfOneDay
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        static PriceCase Order(string id, decimal pieces) => PriceCase.Of(
            new DocumentId(id), new CustomerId("Dawei"),
            DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(5)))
                .Apply(PricedDocument.Of(
                    Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
                    PricedLine.Of(1, default, Quantity.Pieces(pieces), Cny(100m)))));

        var authority = PriceAuthority.Of(TaxBasis.WithoutTax, Authority.Over(PriceAuthority.DiscountAmount)
            .With(new RoleId("salesperson"), (PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(5_000m))))
            .With(new RoleId("area manager"), (PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(20_000m)))));

        PriceApproval needed = authority.Decide(Order("SO-2", 600), [Order("SO-1", 600)]);

        Console.WriteLine(needed.RoleAlone);                       // salesperson
        Console.WriteLine(needed.Role);                            // area manager
        Console.WriteLine(needed.OfTheDay!.Parts[0].Discounted);   // CNY 6000.00
        Console.WriteLine(needed.OfTheDay.IsSplit);                // True
        Console.WriteLine(needed.OfTheDay);                        // SO-1, SO-2: alone salesperson, together area manager
        #endregion
    }

    public static void BelowTheFloor()
    {
        #region BelowTheFloor
        static AuthorityLimit AtMost(decimal percent) => AuthorityLimit.AtMost(Percentage.FromPercent(percent));
        static Money Cny(decimal amount) => new(amount, Currency.CNY);
        var (id, dealer, day) = (new DocumentId("SO-1"), new CustomerId("Dawei"), new LocalDate(2026, 3, 31));
        var director = new RoleId("sales director");
        var authority = PriceAuthority.Of(Authority.Over(PriceAuthority.BelowFloor)
            .With(new RoleId("salesperson"), (PriceAuthority.BelowFloor, AtMost(0)))
            .With(director, (PriceAuthority.BelowFloor, AtMost(10))));

        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, day, PricedLine.Of(1, default, Quantity.Pieces(10), Cny(100m)).WithFloor(Cny(80m)));
        var discounts = DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("tender", Percentage.FromPercent(30)));
        var approval = Approval.ForDocument(new DocumentId("A-1"), director, day, DateSpan.OfMonth(2026, 3), id)
            .With(PriceAuthority.BelowFloor, AtMost(5));

        Console.WriteLine(discounts.Apply(order).Net);   // CNY 800.00

        DiscountedDocument lowered = discounts.Apply(authority.LiftFloors(id, dealer, order, approval));
        PriceApproval needed = authority.Decide(PriceCase.Of(id, dealer, lowered));
        Console.WriteLine(lowered.Net);                  // CNY 760.00
        Console.WriteLine(needed.Role);                  // sales director
        Console.WriteLine(needed.With(approval).Role);   // salesperson
        #endregion
    }

    public static void GiftsInADocumentOfTheirOwn()
    {
        #region GiftsInADocumentOfTheirOwn
        var (sales, manager, gifts) = (new RoleId("sales"), new RoleId("manager"), new ChannelId("gifts"));
        static AuthorityLimit UpTo(decimal amount) => AuthorityLimit.AtMost(new Money(amount, Currency.CNY));

        var authority = PriceAuthority
            .Of(TaxBasis.WithoutTax, Authority.Over(PriceAuthority.Discount)
                .With(sales, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percentage.FromPercent(5))))
                .With(manager, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percentage.FromPercent(10)))))
            .WithScopesApart(ScopeTable.MostSpecific(
                AccessSequence.Of(ScopeDimensions.Channel | ScopeDimensions.PriceKind),
                ScopeEntry.Of("gifts", Scope.Everything.Only(gifts).Only(PriceKind.Free), Authority.Over(PriceAuthority.DiscountAmount)
                    .With(sales, (PriceAuthority.DiscountAmount, UpTo(500m)))
                    .With(manager, (PriceAuthority.DiscountAmount, UpTo(5_000m))))));

        PriceApproval Asked(string id, params PricedLine[] lines) => authority.Decide(PriceCase.Of(
            new DocumentId(id), new CustomerId("Dawei"), DiscountSchedule.Of(Rounding.Commercial)
                .Apply(PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31), lines))));

        var cup = default(ScopeSubject).With(new ProductId("CUP")).With(PriceKind.Free);
        PricedLine Cups(ScopeSubject subject, decimal cups) =>
            PricedLine.Of(2, subject, Quantity.Pieces(cups), new Money(9m, Currency.CNY));

        // In the order they earn: 90 of 990 are 9.09 %. In a document of their own: 100 %, unless it is known by its channel.
        var sold = PricedLine.Of(1, default, Quantity.Pieces(9), new Money(100m, Currency.CNY));
        Console.WriteLine(Asked("SO-1", sold, Cups(cup, 10)).Role);             // manager
        Console.WriteLine(Asked("SO-2", Cups(cup, 10)).Role is null);           // True
        Console.WriteLine(Asked("SO-3", Cups(cup.With(gifts), 10)).Role);       // sales
        Console.WriteLine(Asked("SO-4", Cups(cup.With(gifts), 100)).Role);      // manager
        #endregion
    }
}
