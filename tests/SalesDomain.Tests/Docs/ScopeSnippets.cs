using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NodaTime;

namespace SalesDomain.Tests.Docs;

public static class ScopeSnippets
{
    public static void OnlyAndExcept()
    {
        #region OnlyAndExcept
        var campaign = Scope.Everything
            .Only(new ProductCategoryId("GREEN-TEA"), new ProductCategoryId("BLACK-TEA"))
            .Only(new ChannelId("RETAIL"))
            .Except(new CustomerId("C-7"))
            .Except(PriceKind.Special, PriceKind.Project);

        var sale = default(ScopeSubject)
            .With(new CustomerId("C-7")).With(new ProductCategoryId("COFFEE")).With(new ChannelId("RETAIL")).With(PriceKind.Standard);

        Console.WriteLine(campaign.Matches(sale));  // False
        foreach (Reason reason in campaign.Mismatches(sale))
            Console.WriteLine(reason);
        // scope.excluded-customer (customer C-7)
        // scope.not-in-product-categories (product category COFFEE, allowed BLACK-TEA, GREEN-TEA)
        #endregion
    }

    public static void WhatWasForgotten()
    {
        #region WhatWasForgotten
        var campaign = Scope.Everything.Except(new CustomerGroupId("EXPORT"));
        var discounts = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Customer, ScopeDimensions.None),
            ScopeEntry.Of("campaign", campaign, Percentage.FromPercent(5)),
            ScopeEntry.Of("agreed", Scope.Everything.Only(new CustomerId("C-8")), Percentage.FromPercent(8)));
        var sale = default(ScopeSubject).With(new CustomerId("C-7"));

        Console.WriteLine(campaign.Matches(sale));               // True
        Console.WriteLine(campaign.Unstated(sale));              // CustomerGroup
        Console.WriteLine(discounts.Unstated(sale));             // CustomerGroup
        Console.WriteLine(discounts.Unstated(sale.InGroups()));  // None
        #endregion
    }

    public static void GroupsOfOneCustomer()
    {
        #region GroupsOfOneCustomer
        var chain = new CustomerGroupId("CHAIN");
        var invited = new CustomerGroupId("INVITED");
        var sale = default(ScopeSubject).InGroups(chain, invited);

        Console.WriteLine(Scope.Everything.Only(chain).Overlaps(Scope.Everything.Only(invited)));                // True
        Console.WriteLine(Scope.Everything.Only(chain).Overlaps(Scope.Everything.Only(invited).Except(chain)));  // False
        Console.WriteLine(Scope.Everything.Only(chain).Only(invited).Matches(sale));                             // True
        #endregion
    }

    public static void BranchesAndTwigs()
    {
        #region BranchesAndTwigs
        var (food, tea, green) = (new ProductCategoryId("FOOD"), new ProductCategoryId("TEA"), new ProductCategoryId("GREEN-TEA"));
        var discounts = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.ProductCategory),
            ScopeEntry.Of("food", Scope.Everything.Only(food, tea, green), Percentage.FromPercent(3)).WithPrecedence(0),
            ScopeEntry.Of("tea", Scope.Everything.Only(tea, green), Percentage.FromPercent(5)).WithPrecedence(1),
            ScopeEntry.Of("green tea", Scope.Everything.Only(green), Percentage.FromPercent(8)).WithPrecedence(2));

        foreach (ProductCategoryId category in new[] { food, tea, green })
            Console.WriteLine(discounts.Resolve(default(ScopeSubject).With(category), on: new LocalDate(2026, 3, 31)).Winner!.Name);
        // food
        // tea
        // green tea
        #endregion
    }

    public static void TheMostSpecificWins()
    {
        #region TheMostSpecificWins
        var tea = new ProductId("TEA-500");
        var dealer = new CustomerId("D-1");

        var discounts = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Customer | ScopeDimensions.Product, ScopeDimensions.Product, ScopeDimensions.None),
            ScopeEntry.Of("list", Scope.Everything, Percentage.FromPercent(2)),
            ScopeEntry.Of("tea", Scope.Everything.Only(tea), Percentage.FromPercent(10)),
            ScopeEntry.Of("tea for D-1", Scope.Everything.Only(tea).Only(dealer), Percentage.FromPercent(20))
                .During(DateSpan.OfQuarter(2026, 1)));

        var sale = default(ScopeSubject).With(dealer).With(tea);
        ScopeResolution<Percentage> march = discounts.Resolve(sale, on: new LocalDate(2026, 3, 31));
        Console.WriteLine(march.Value);  // 20%
        foreach (RejectedEntry<Percentage> loser in march.Losers())
            Console.WriteLine(loser);
        // tea: scope.less-specific (level product, winner's level customer + product)
        // list: scope.less-specific (level everything, winner's level customer + product)

        ScopeResolution<Percentage> april = discounts.Resolve(sale, on: new LocalDate(2026, 4, 1));
        Console.WriteLine(april.Winner!.Name);  // tea
        Console.WriteLine(april.NotApplicable().Single());
        // tea for D-1: scope.not-effective (on 2026-04-01, effective 2026-01-01/2026-03-31)
        #endregion
    }

    public static void OpenQuestionsAreRefused()
    {
        #region OpenQuestionsAreRefused
        var sequence = AccessSequence.Of(ScopeDimensions.CustomerGroup, ScopeDimensions.None);
        var chains = ScopeEntry.Of("chains", Scope.Everything.Only(new CustomerGroupId("CHAIN")), Percentage.FromPercent(5));
        var invited = ScopeEntry.Of("invited", Scope.Everything.Only(new CustomerGroupId("INVITED")), Percentage.FromPercent(8));

        try
        {
            ScopeTable.MostSpecific(sequence, chains, invited);
        }
        catch (ArgumentException refused)
        {
            Console.WriteLine(refused.ParamName);  // entries
        }

        var table = ScopeTable.MostSpecific(sequence, chains, invited.WithPrecedence(1));
        var both = default(ScopeSubject).InGroups(new CustomerGroupId("CHAIN"), new CustomerGroupId("INVITED"));
        Console.WriteLine(table.Resolve(both, on: new LocalDate(2026, 3, 31)));
        // invited: 8%, only customer groups INVITED, precedence 1
        #endregion
    }

    public static void TheBestForTheCustomer()
    {
        #region TheBestForTheCustomer
        var prices = ScopeTable.Lowest(
            Comparer<Money>.Default,
            ScopeEntry.Of("list", Scope.Everything, new Money(10.00m, Currency.CNY)),
            ScopeEntry.Of("agreed", Scope.Everything.Only(new CustomerId("D-1")), new Money(9.40m, Currency.CNY)),
            ScopeEntry.Of("spring", Scope.Everything.Only(new ChannelId("RETAIL")), new Money(9.20m, Currency.CNY))
                .During(DateSpan.OfMonth(2026, 3)));

        var sale = default(ScopeSubject).With(new CustomerId("D-1")).With(new ChannelId("RETAIL"));
        Console.Write(prices.Resolve(sale, on: new LocalDate(2026, 3, 31)).Explain("price"));
        // price: CNY 9.20  [resolve lowest]
        //   subject: customer D-1, channel RETAIL  [fact]
        //   on: 2026-03-31  [fact]
        //   holds: only channels RETAIL, 2026-03-01/2026-03-31, level: channel  [fact]
        //   spring: CNY 9.20  [by the rule]
        //   holds: only customers D-1, level: customer  [fact]
        //   agreed: CNY 9.40  [by the rule]
        //   holds: everything, level: everything  [fact]
        //   list: CNY 10.00  [by the rule]
        //   no entry: none  [by the rule]
        #endregion
    }

    public static void EquallyGood()
    {
        #region EquallyGood
        var sequence = AccessSequence.Of(ScopeDimensions.Customer, ScopeDimensions.Channel);
        var spring = ScopeTable.Highest(
            Comparer<Percentage>.Default,
            sequence,
            ScopeEntry.Of("spring, retail", Scope.Everything.Only(new ChannelId("RETAIL")), Percentage.FromPercent(10)),
            ScopeEntry.Of("spring, D-1", Scope.Everything.Only(new CustomerId("D-1")), Percentage.FromPercent(10)));

        var sale = default(ScopeSubject).With(new CustomerId("D-1")).With(new ChannelId("RETAIL"));
        var resolution = spring.Resolve(sale, on: new LocalDate(2026, 3, 31));
        Console.WriteLine(resolution.Winner!.Name);       // spring, D-1
        Console.WriteLine(resolution.Losers().Single());  // spring, retail: scope.less-specific (level channel, winner's level customer)
        #endregion
    }

    public static void OnToTheNext()
    {
        #region OnToTheNext
        var dealer = new CustomerId("D-1");
        var scales = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Customer, ScopeDimensions.None),
            ScopeEntry.Of("list", Scope.Everything, StepSchedule.From((1m, 10.00m), (100m, 9.50m))),
            ScopeEntry.Of("agreed with D-1", Scope.Everything.Only(dealer), StepSchedule.From((200m, 9.00m), (500m, 8.50m))));

        foreach (decimal pieces in new[] { 50m, 300m })
        {
            var first = scales.Applicable(default(ScopeSubject).With(dealer), on: new LocalDate(2026, 3, 31))
                .First(entry => entry.Value.TryAt(pieces, out _));
            Console.WriteLine(first.Name + ": " + first.Value.At(pieces).ToString(CultureInfo.InvariantCulture));
        }
        // list: 10.00
        // agreed with D-1: 9.00
        #endregion
    }

    public static void CurrencyFirst()
    {
        #region CurrencyFirst
        var (tea, coffee) = (new ProductId("TEA"), new ProductId("COFFEE"));
        var sequence = AccessSequence.Of(ScopeDimensions.Product);
        var inEuro = ScopeTable.MostSpecific(
            sequence, ScopeEntry.Of("tea, export", Scope.Everything.Only(tea), new Money(1.30m, Currency.EUR)));
        var inYuan = ScopeTable.MostSpecific(
            sequence,
            ScopeEntry.Of("tea", Scope.Everything.Only(tea), new Money(10.00m, Currency.CNY)),
            ScopeEntry.Of("coffee", Scope.Everything.Only(coffee), new Money(25.00m, Currency.CNY)));

        foreach (ProductId product in new[] { tea, coffee })
        {
            ScopeResolution<Money> found = new[] { inEuro, inYuan }
                .Select(table => table.Resolve(default(ScopeSubject).With(product), on: new LocalDate(2026, 3, 31)))
                .FirstOrDefault(resolution => resolution.HasValue);
            Console.WriteLine(found);
        }
        // tea, export: EUR 1.30, only products TEA
        // coffee: CNY 25.00, only products COFFEE
        #endregion
    }

    public static void NoEntryIsAnAnswer()
    {
        #region NoEntryIsAnAnswer
        var limits = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.CustomerClass),
            ScopeEntry.Of("class A", Scope.Everything.Only(new CustomerClassId("A")), new Money(500_000m, Currency.CNY)));

        var ofClassC = default(ScopeSubject).With(new CustomerClassId("C"));
        Console.WriteLine(limits.TryAt(ofClassC, new LocalDate(2026, 3, 31), out _));               // False
        Console.WriteLine(limits.Resolve(ofClassC, new LocalDate(2026, 3, 31)).Explain("limit").Value);  // none
        #endregion
    }
}
