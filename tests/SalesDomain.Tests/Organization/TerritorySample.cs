using System;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Organization;

namespace SalesDomain.Tests.Organization;

/// <summary>A map of few codes, so that rules meet, with areas in areas and customers under customers, and a sale to ask about.</summary>
internal sealed record TerritorySample(TerritoryMap Map, ScopeSubject Subject, AreaId? Area, LocalDate Day)
{
    internal static readonly LocalDate Middle = new(2026, 3, 31);

    private static readonly TerritoryBasis[] s_bases =
        [TerritoryBasis.Account, TerritoryBasis.Product, TerritoryBasis.ProductCategory, TerritoryBasis.Area, TerritoryBasis.Scope];

    // Each lies within the one before it, but for the last, which meets none but the first.
    private static readonly Scope[] s_scopes =
    [
        Scope.Everything, Scope.Everything.Only(new ChannelId("1"), new ChannelId("2")), Scope.Everything.Only(new ChannelId("1")),
        Scope.Everything.Only(new ChannelId("3")),
    ];

    internal static Arbitrary<TerritorySample> Any { get; } =
        (from seed in Gen.Choose(0, int.MaxValue)
         from count in Gen.Choose(0, 16)
         let random = new Random(seed)
         let order = s_bases.OrderBy(_ => random.Next()).Take(random.Next(1, 6)).ToArray()
         let rules = Enumerable.Range(0, count).Select(i => Rule(order[random.Next(order.Length)], random, i))
         let map = rules.Aggregate(
             TerritoryMap.InOrder(order).WithAreas(Hierarchy.Of(
                     (new AreaId("1"), new AreaId("2"), Span(random)), (new AreaId("2"), new AreaId("3"), DateSpan.Always)))
                 .WithAccounts(Hierarchy.Of((new CustomerId("1"), new CustomerId("3"), Span(random)))),
             (all, rule) => all.Override(rule))
         let subject = AnySubject(random)
         let area = random.Next(5)
         let place = area == 0 ? null : (AreaId?)new AreaId(Code(area))
         select new TerritorySample(map, subject, place, Middle.PlusDays(random.Next(-25, 25)))).ToArbitrary();

    private static TerritoryRule Rule(TerritoryBasis basis, Random random, int i)
    {
        var (code, territory, span) = (Code(random.Next(1, 5)), new TerritoryId("T" + Code(i)), Span(random));
        var rule = basis switch
        {
            TerritoryBasis.Account => TerritoryRule.Of(new CustomerId(code), territory, span),
            TerritoryBasis.Product => TerritoryRule.Of(new ProductId(code), territory, span),
            TerritoryBasis.ProductCategory => TerritoryRule.Of(new ProductCategoryId(code), territory, span),
            TerritoryBasis.Area => TerritoryRule.Of(new AreaId(code), territory, span),
            _ => TerritoryRule.Of(Scope.Everything, territory, span),
        };
        return rule.Within(s_scopes[random.Next(s_scopes.Length)]);
    }

    private static DateSpan Span(Random random)
    {
        var start = Middle.PlusDays(random.Next(-20, 20));
        return new DateSpan(start, random.Next(3) == 0 ? null : start.PlusDays(random.Next(20)));
    }

    private static ScopeSubject AnySubject(Random random)
    {
        var subject = default(ScopeSubject);
        if (random.Next(5) is > 0 and var customer)
            subject = subject.With(new CustomerId(Code(customer)));
        if (random.Next(5) is > 0 and var product)
            subject = subject.With(new ProductId(Code(product)));
        if (random.Next(5) is > 0 and var category)
            subject = subject.With(new ProductCategoryId(Code(category)));
        return random.Next(4) is > 0 and var channel ? subject.With(new ChannelId(Code(channel))) : subject;
    }

    private static string Code(int number) => number.ToString(CultureInfo.InvariantCulture);
}
