using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;

namespace SalesDomain.Tests.Organization;

public sealed class TerritoriesByRule
{
    private static readonly LocalDate s_day = new(2026, 3, 31);
    private static readonly TerritoryId s_east = new("East");
    private static readonly TerritoryId s_keyAccounts = new("Key accounts");
    private static readonly TerritoryId s_medical = new("Medical");
    private static readonly AreaId s_zhejiang = new("Zhejiang");
    private static readonly AreaId s_ningbo = new("Ningbo");

    private static readonly TerritoryMap s_map = TerritoryMap
        .InOrder(TerritoryBasis.Account, TerritoryBasis.Product, TerritoryBasis.ProductCategory, TerritoryBasis.Area)
        .WithAreas(Hierarchy.Of((s_ningbo, s_zhejiang)))
        .With(
            TerritoryRule.Of(new CustomerId("C-1"), s_keyAccounts, DateSpan.From(s_day)),
            TerritoryRule.Of(new ProductCategoryId("Medical"), s_medical, DateSpan.Always),
            TerritoryRule.Of(s_zhejiang, s_east, DateSpan.Always));

    private static readonly ScopeSubject s_sale = default(ScopeSubject).With(new CustomerId("C-1")).With(new ProductCategoryId("Medical"));

    [Fact]
    public void The_basis_asked_first_decides_and_the_others_are_named()
    {
        var resolution = s_map.Resolve(s_sale, s_ningbo, s_day);

        Assert.Equal(s_keyAccounts, resolution.Territory);
        Assert.Equal("account C-1 to Key accounts: 2026-03-31/..", resolution.ToString());
        Assert.Equal([s_medical, s_east], resolution.Overridden.Select(rule => rule.Territory));
        Assert.Empty(resolution.Undecided);
        Assert.False(resolution.IsOpen);
    }

    [Fact]
    public void A_rule_holds_from_its_first_day_on()
    {
        var before = s_map.Resolve(s_sale, s_ningbo, s_day.PlusDays(-1));

        Assert.Equal(s_medical, before.Territory);
        Assert.Equal(
            ["territory.no-rule (basis account, code C-1)", "territory.not-stated (basis product)"],
            before.Undecided.Select(reason => reason.ToString()));
    }

    [Fact]
    public void Another_declared_order_gives_another_answer()
    {
        var areaFirst = TerritoryMap
            .InOrder(TerritoryBasis.Area, TerritoryBasis.Account, TerritoryBasis.Product, TerritoryBasis.ProductCategory)
            .WithAreas(s_map.Areas).With([.. s_map.Rules]);

        Assert.Equal(s_east, areaFirst.Resolve(s_sale, s_ningbo, s_day).Territory);
        Assert.Equal(s_keyAccounts, areaFirst.Resolve(s_sale, null, s_day).Territory);
    }

    [Fact]
    public void The_nearest_area_with_a_rule_decides()
    {
        var carved = s_map.With(TerritoryRule.Of(s_ningbo, new TerritoryId("Ports"), DateSpan.OfYear(2026)));

        Assert.Equal(s_east, carved.Resolve(default, s_ningbo, new LocalDate(2025, 12, 31)).Territory);
        Assert.Equal(new TerritoryId("Ports"), carved.Resolve(default, s_ningbo, s_day).Territory);
        Assert.Equal(s_east, carved.Resolve(default, s_zhejiang, s_day).Territory);
    }

    [Fact]
    public void Where_no_rule_decides_the_sale_is_open_and_it_says_why()
    {
        var open = s_map.Resolve(default(ScopeSubject).With(new CustomerId("C-2")), new AreaId("Tibet"), s_day);

        Assert.True(open.IsOpen);
        Assert.Null(open.Territory);
        Assert.Equal("open", open.ToString());
        Assert.Equal(
            ["territory.no-rule (basis account, code C-2)", "territory.not-stated (basis product)",
                "territory.not-stated (basis product category)", "territory.no-rule (basis area, code Tibet)"],
            open.Undecided.Select(reason => reason.ToString()));
        Assert.False(s_map.TryTerritoryOf(open.Subject, open.Area, s_day, out _));
    }

    [Fact]
    public void Open_accounts_are_those_nobody_works() =>
        Assert.Equal(
            [new CustomerId("C-2"), new CustomerId("C-4")],
            s_map.OpenAccounts(
                [
                    (new CustomerId("C-1"), null), (new CustomerId("C-2"), null), (new CustomerId("C-3"), s_ningbo),
                    (new CustomerId("C-4"), new AreaId("Tibet")),
                ],
                s_day));

    [Fact]
    public void Two_rules_for_the_same_that_meet_on_a_day_are_refused_and_named()
    {
        var rule = TerritoryRule.Of(new CustomerId("C-1"), s_east, DateSpan.Until(s_day));

        var refused = Assert.Throws<ArgumentException>("rules", () => s_map.With(rule));

        Assert.Contains(
            "account C-1 to East: ../2026-03-31 and account C-1 to Key accounts: 2026-03-31/..", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, s_map.With(TerritoryRule.Of(new CustomerId("C-1"), s_east, DateSpan.Until(s_day.PlusDays(-1)))).Rules.Count);
    }

    [Fact]
    public void A_rule_put_over_others_takes_their_place_on_its_days_alone()
    {
        var moved = s_map.Override(TerritoryRule.Of(new CustomerId("C-1"), s_east, DateSpan.OfMonth(2026, 4)));

        var subject = default(ScopeSubject).With(new CustomerId("C-1"));
        Assert.Equal(
            [s_keyAccounts, s_east, s_east, s_keyAccounts],
            new[] { s_day, new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 30), new LocalDate(2026, 5, 1) }
                .Select(day => moved.Resolve(subject, null, day).Territory!.Value));
    }

    [Fact]
    public void A_map_made_rule_by_rule_answers_as_one_that_is_given_all()
    {
        var rules = s_map.Rules.Append(TerritoryRule.Of(s_ningbo, s_medical, DateSpan.OfMonth(2026, 3))).ToArray();
        var order = TerritoryMap.InOrder([.. s_map.Order]);
        var stepwise = rules.Aggregate(order, (map, rule) => map.With(rule)).WithAreas(s_map.Areas)
            .Override(TerritoryRule.Of(s_zhejiang, s_keyAccounts, DateSpan.On(s_day))).Override(rules[2])
            .With(TerritoryRule.Of(new CustomerId("C-2"), s_east, DateSpan.Always))
            .Without(TerritoryRule.Of(new CustomerId("C-2"), s_east, DateSpan.Always), DateSpan.Always);
        var atOnce = order.WithAreas(s_map.Areas).With(rules);

        Assert.Equal(atOnce, stepwise);
        var subjects = new[]
        {
            default, s_sale, default(ScopeSubject).With(new CustomerId("C-1")), default(ScopeSubject).With(new CustomerId("C-2")),
        };
        foreach (var subject in subjects)
        {
            foreach (var day in new[] { s_day.PlusDays(-1), s_day, s_day.PlusDays(1) })
            {
                foreach (var area in new AreaId?[] { null, s_zhejiang, s_ningbo })
                    Assert.Equal(atOnce.Resolve(subject, area, day).ToString(), stepwise.Resolve(subject, area, day).ToString());
            }
        }

        Assert.Throws<ArgumentException>("rules", () => stepwise.With(TerritoryRule.Of(s_ningbo, s_east, DateSpan.On(s_day))));
    }

    [Fact]
    public void A_rule_that_is_taken_away_for_some_days_stays_on_the_others()
    {
        var april = DateSpan.OfMonth(2026, 4);
        var without = s_map.Without(s_map.Rules[0], april);

        var subject = default(ScopeSubject).With(new CustomerId("C-1"));
        Assert.Equal(
            [s_keyAccounts, s_east, s_east, s_keyAccounts],
            new[] { s_day, new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 30), new LocalDate(2026, 5, 1) }
                .Select(day => without.Resolve(subject, s_ningbo, day).Territory!.Value));
        Assert.Equal(2, s_map.Without(s_map.Rules[0], DateSpan.Always).Rules.Count);
        Assert.Throws<ArgumentException>("rule", () => without.Without(s_map.Rules[0], april));
    }

    [Fact]
    public void A_rule_on_a_basis_that_is_not_asked_is_refused()
    {
        var byArea = TerritoryMap.InOrder(TerritoryBasis.Area);

        Assert.Throws<ArgumentException>("rules", () => byArea.With(TerritoryRule.Of(new CustomerId("C-1"), s_east, DateSpan.Always)));
        Assert.Throws<ArgumentException>("rule", () => byArea.Override(TerritoryRule.Of(new ProductId("P-1"), s_east, DateSpan.Always)));
    }

    [Fact]
    public void An_order_names_at_least_one_basis_and_each_once()
    {
        Assert.Throws<ArgumentException>("order", () => TerritoryMap.InOrder());
        Assert.Throws<ArgumentException>("order", () => TerritoryMap.InOrder(TerritoryBasis.Area, TerritoryBasis.Area));
        Assert.Throws<ArgumentOutOfRangeException>("order", () => TerritoryMap.InOrder((TerritoryBasis)9));
    }

    [Fact]
    public void Default_identifiers_and_days_of_another_calendar_are_refused()
    {
        Assert.Throws<ArgumentException>("customer", () => TerritoryRule.Of(default(CustomerId), s_east, DateSpan.Always));
        Assert.Throws<ArgumentException>("territory", () => TerritoryRule.Of(s_ningbo, default, DateSpan.Always));
        Assert.Throws<ArgumentException>("area", () => s_map.Resolve(default, default(AreaId), s_day));
        Assert.Throws<ArgumentException>("on", () => s_map.Resolve(default, null, s_day.WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentException>("customers", () => s_map.OpenAccounts([(default(CustomerId), null)], s_day));
    }

    [Fact]
    public void Maps_are_equal_by_order_rules_and_areas()
    {
        var shuffled = TerritoryMap.InOrder([.. s_map.Order]).With([.. s_map.Rules.Reverse()]).WithAreas(s_map.Areas);

        TestHelper.TestEqualsClass(
            s_map, shuffled, s_map.WithAreas(Hierarchy.Empty<AreaId>()), s_map.With(TerritoryRule.Of(s_ningbo, s_east, DateSpan.Always)),
            s_map.WithAccounts(Hierarchy.Of((new CustomerId("C-1"), new CustomerId("C-2")))),
            TerritoryMap.InOrder([.. s_map.Order.Reverse()]).With([.. s_map.Rules]).WithAreas(s_map.Areas));
    }

    // The oracle: of all rules that hold for the sale on the day, the one whose basis comes first, of codes the nearest, of scopes the
    // inner.
    [Property(MaxTest = 300)]
    public Property The_answer_is_the_first_rule_in_the_declared_order_that_holds() =>
        Prop.ForAll(TerritorySample.Any, sample =>
        {
            var (map, subject, area, day) = sample;
            var codes = new Dictionary<TerritoryBasis, string?[]>
            {
                [TerritoryBasis.Account] = subject.Customer is { } customer
                    ? [customer.Code, .. map.Accounts.AncestorsOf(customer, day).Select(each => each.Code)] : [],
                [TerritoryBasis.Product] = [subject.Product?.Code],
                [TerritoryBasis.ProductCategory] = [subject.ProductCategory?.Code],
                [TerritoryBasis.Area] = area is { } here
                    ? [here.Code, .. map.Areas.AncestorsOf(here, day).Select(each => each.Code)] : [],
                [TerritoryBasis.Scope] = [""],
            };
            var holding = map.Order.SelectMany(basis => codes[basis].SelectMany(code => InnerFirst(
                [.. map.Rules.Where(rule =>
                    rule.Basis == basis && rule.Code == code && rule.Span.Contains(day) && rule.Scope.Matches(subject))]))).ToArray();

            var resolution = map.Resolve(subject, area, day);
            return resolution.Rule == holding.FirstOrDefault() && resolution.IsOpen == (holding.Length == 0)
                && map.TryTerritoryOf(subject, area, day, out var territory) == (holding.Length > 0)
                && territory == (holding.FirstOrDefault()?.Territory ?? default)
                && resolution.Overridden.SequenceEqual(holding.Skip(1));
        });

    private static IEnumerable<TerritoryRule> InnerFirst(TerritoryRule[] rules) =>
        rules.OrderBy(rule => rules.Count(other => rule.Scope.Contains(other.Scope)));
}
