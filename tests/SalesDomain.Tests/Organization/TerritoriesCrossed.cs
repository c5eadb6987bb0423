using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;

namespace SalesDomain.Tests.Organization;

public sealed class TerritoriesCrossed
{
    private static readonly LocalDate s_day = new(2026, 3, 31);
    private static readonly AreaId s_zhejiang = new("Zhejiang");
    private static readonly AreaId s_ningbo = new("Ningbo");
    private static readonly AreaId s_shanghai = new("Shanghai");
    private static readonly ProductCategoryId s_medical = new("Medical");
    private static readonly ProductCategoryId s_dental = new("Dental");
    private static readonly ChannelId s_ka = new("KA");
    private static readonly Scope s_medicalOnly = Scope.Everything.Only(s_medical);
    private static readonly Scope s_kaOnly = Scope.Everything.Only(s_ka);

    private static readonly TerritoryMap s_map = TerritoryMap
        .InOrder(TerritoryBasis.Account, TerritoryBasis.Area, TerritoryBasis.Scope)
        .WithAreas(Hierarchy.Of((s_ningbo, s_zhejiang)))
        .With(
            Rule(s_zhejiang, "East"), Rule(s_zhejiang, "Hospitals East").Within(s_medicalOnly), Rule(s_shanghai, "Shanghai"),
            Rule(s_shanghai, "Shanghai KA").Within(s_kaOnly));

    [Fact]
    public void An_area_and_a_category_together_have_a_territory()
    {
        Assert.Equal("Hospitals East", At(s_map, Of(s_medical), s_zhejiang));
        Assert.Equal("East", At(s_map, Of(s_dental), s_zhejiang));
        Assert.Null(At(s_map, Of(s_medical), new AreaId("Tibet")));

        var resolution = s_map.Resolve(Of(s_medical), s_ningbo, s_day);
        Assert.Equal("area Zhejiang (only product categories Medical) to Hospitals East: ../..", resolution.ToString());
        Assert.Equal(["area Zhejiang to East: ../.."], resolution.Overridden.Select(rule => rule.ToString()));
    }

    [Fact]
    public void An_area_and_a_channel_together_have_a_territory()
    {
        Assert.Equal("Shanghai KA", At(s_map, default(ScopeSubject).With(s_ka), s_shanghai));
        Assert.Equal("Shanghai", At(s_map, default(ScopeSubject).With(new ChannelId("CVS")), s_shanghai));
    }

    [Fact]
    public void A_channel_that_was_not_stated_is_named_and_so_is_the_rule_passed_over()
    {
        var resolution = s_map.Resolve(default(ScopeSubject).With(new CustomerId("C-1")), s_shanghai, s_day);

        Assert.Equal(new TerritoryId("Shanghai"), resolution.Territory);
        Assert.Equal(
            ["territory.no-rule (basis account, code C-1)",
                "territory.outside-scope (basis area, code Shanghai, territory Shanghai KA, scope only channels KA, not stated channel)"],
            resolution.Undecided.Select(reason => reason.ToString()));
        Assert.Equal(ScopeDimensions.Channel | ScopeDimensions.ProductCategory, s_map.Unstated(resolution.Subject));
        Assert.Equal(ScopeDimensions.ProductCategory, s_map.Unstated(resolution.Subject.With(s_ka)));
    }

    [Fact]
    public void A_city_is_taken_out_of_its_province_for_one_category_alone()
    {
        var map = s_map.With(Rule(s_ningbo, "Ningbo dental").Within(Scope.Everything.Only(s_dental)));

        Assert.Equal("Ningbo dental", At(map, Of(s_dental), s_ningbo));
        Assert.Equal("Hospitals East", At(map, Of(s_medical), s_ningbo));
        Assert.Equal("East", At(map, default, s_ningbo));
        Assert.Equal("East", At(map, Of(s_dental), s_zhejiang));
    }

    [Fact]
    public void The_nearest_area_decides_before_the_narrowest_scope_of_a_wider_one()
    {
        var map = s_map.With(Rule(s_ningbo, "Ports"));

        var resolution = map.Resolve(Of(s_medical), s_ningbo, s_day);
        Assert.Equal(new TerritoryId("Ports"), resolution.Territory);
        Assert.Equal(["Hospitals East", "East"], resolution.Overridden.Select(rule => rule.Territory.Code));
    }

    [Fact]
    public void Of_scopes_within_scopes_the_innermost_decides_in_whatever_order_they_are_given()
    {
        TerritoryRule[] rules =
        [
            Rule(s_ningbo, "N1"), Rule(s_ningbo, "N2").Within(s_medicalOnly), Rule(s_ningbo, "N3").Within(s_medicalOnly.Only(s_ka)),
            Rule(s_ningbo, "N4").Within(s_medicalOnly.Only(s_ka).Only(new ProductId("P-1"))),
        ];
        var subject = Of(s_medical).With(s_ka);

        Assert.Equal("N3", At(s_map.With(rules), subject, s_ningbo));
        Assert.Equal("N3", At(s_map.With([.. rules.Reverse()]), subject, s_ningbo));
        Assert.Equal("N4", At(s_map.With(rules), subject.With(new ProductId("P-1")), s_ningbo));
    }

    [Fact]
    public void Two_scopes_that_a_sale_could_meet_and_of_which_neither_is_the_inner_are_refused()
    {
        var refused = Assert.Throws<ArgumentException>("rules", () => s_map.With(Rule(s_zhejiang, "Chains").Within(s_kaOnly)));

        Assert.Contains(
            "area Zhejiang (only product categories Medical) to Hospitals East: ../.. and "
                + "area Zhejiang (only channels KA) to Chains: ../..",
            refused.Message, StringComparison.Ordinal);

        // Parted by their scopes, by their days, or by their areas.
        Assert.Equal(5, s_map.With(Rule(s_zhejiang, "Chains").Within(s_kaOnly.Except(s_medical))).Rules.Count);
        Assert.Equal(5, s_map.With(Rule(s_ningbo, "Chains").Within(s_kaOnly)).Rules.Count);
        var until = TerritoryRule.Of(s_ningbo, new TerritoryId("N1"), DateSpan.Until(s_day)).Within(s_kaOnly);
        var from = TerritoryRule.Of(s_ningbo, new TerritoryId("N2"), DateSpan.From(s_day)).Within(s_medicalOnly);
        Assert.Throws<ArgumentException>("rules", () => s_map.With(until, from));
        var after = TerritoryRule.Of(s_ningbo, new TerritoryId("N2"), DateSpan.From(s_day.PlusDays(1))).Within(s_medicalOnly);
        Assert.Equal("N1", At(s_map.With(until, after), Of(s_medical).With(s_ka), s_ningbo));
    }

    [Fact]
    public void A_rule_put_over_others_leaves_rules_with_other_scopes()
    {
        var map = s_map.Override(TerritoryRule.Of(s_zhejiang, new TerritoryId("South"), DateSpan.On(s_day)));

        Assert.Equal("South", At(map, default, s_zhejiang));
        Assert.Equal("Hospitals East", At(map, Of(s_medical), s_zhejiang));
        var hospitals = TerritoryRule.Of(s_zhejiang, new TerritoryId("Clinics"), DateSpan.On(s_day)).Within(s_medicalOnly);
        Assert.Equal("Clinics", At(s_map.Override(hospitals), Of(s_medical), s_zhejiang));
        Assert.Equal("East", At(s_map.Override(hospitals), default, s_zhejiang));
        Assert.Throws<ArgumentException>("rule", () => s_map.Override(Rule(s_zhejiang, "Chains").Within(s_kaOnly)));
    }

    [Fact]
    public void A_rule_on_a_head_office_holds_for_its_stores_on_the_days_on_which_they_are_its_stores()
    {
        var (head, store) = (new CustomerId("Chain"), new CustomerId("Store 7"));
        var map = s_map.WithAccounts(Hierarchy.Of((store, head, DateSpan.Until(s_day))))
            .With(TerritoryRule.Of(head, new TerritoryId("Key accounts"), DateSpan.Always));

        Assert.Equal("Key accounts", At(map, default(ScopeSubject).With(store), s_shanghai));
        Assert.Equal("Shanghai", map.Resolve(default(ScopeSubject).With(store), s_shanghai, s_day.PlusDays(1)).Territory?.Code);
        var local = TerritoryRule.Of(store, new TerritoryId("Shanghai"), DateSpan.Always).Within(s_medicalOnly);
        Assert.Equal("Shanghai", At(map.With(local), Of(s_medical).With(store), s_ningbo));
        Assert.Equal("Key accounts", At(map.With(local), Of(s_dental).With(store), s_ningbo));
        Assert.Empty(map.OpenAccounts([(head, null), (store, null)], s_day));
        Assert.Equal([store], map.OpenAccounts([(head, null), (store, null)], s_day.PlusDays(1)));
    }

    [Fact]
    public void A_scope_alone_is_a_basis_for_channels_and_for_the_house_accounts()
    {
        var map = s_map.With(
            TerritoryRule.Of(s_kaOnly, new TerritoryId("National chains"), DateSpan.Always),
            TerritoryRule.Of(Scope.Everything, new TerritoryId("House"), DateSpan.Always));

        Assert.Equal("National chains", At(map, default(ScopeSubject).With(s_ka), new AreaId("Tibet")));
        Assert.Equal("House", At(map, default, null));
        Assert.Equal("East", At(map, default(ScopeSubject).With(s_ka), s_zhejiang));
        Assert.Equal("scope (everything) to House: ../..", map.Resolve(default, null, s_day).ToString());
        Assert.Equal(
            ["territory.not-stated (basis account)", "territory.not-stated (basis area)", "territory.no-rule (basis scope, code none)"],
            s_map.Resolve(default, null, s_day).Undecided.Select(reason => reason.ToString()));
    }

    [Fact]
    public void What_nobody_sells_in_an_area_is_open()
    {
        var map = TerritoryMap.InOrder(TerritoryBasis.Area).With(Rule(s_shanghai, "Hospitals").Within(s_medicalOnly));

        Assert.Equal(
            [Of(s_dental)], map.OpenSubjects([(Of(s_medical), (AreaId?)s_shanghai), (Of(s_dental), s_shanghai)], s_day));
        Assert.Throws<ArgumentException>("subjects", () => map.OpenSubjects([(Of(s_medical), (AreaId?)default(AreaId))], s_day));
    }

    [Fact]
    public void Scopes_that_leave_nothing_or_speak_of_territories_are_refused()
    {
        var byProduct = TerritoryRule.Of(new ProductId("P-1"), new TerritoryId("T"), DateSpan.Always);
        Assert.Throws<ArgumentException>("scope", () => byProduct.Within(Scope.Everything.Only(new ProductId("P-2"))));
        Assert.Throws<ArgumentException>("scope", () => byProduct.Within(Scope.Everything.Except(new ProductId("P-1"))));
        Assert.Throws<ArgumentException>(
            "scope", () => TerritoryRule.Of(s_dental, new TerritoryId("T"), DateSpan.Always).Within(s_medicalOnly));
        Assert.Throws<ArgumentException>("scope", () => Rule(s_ningbo, "N").Within(s_medicalOnly).Within(Scope.Everything.Only(s_dental)));
        Assert.Throws<ArgumentException>("scope", () => byProduct.Within(Scope.Everything.Except(new TerritoryId("T-9"))));
        Assert.Throws<ArgumentException>(
            "scope", () => TerritoryRule.Of(Scope.Everything.Only(new TerritoryId("T-9")), new TerritoryId("T"), DateSpan.Always));
        Assert.Equal(s_kaOnly.Only(s_medical), byProduct.Within(s_kaOnly).Within(s_medicalOnly).Scope);
        Assert.Throws<ArgumentException>("areas", () => s_map.WithAreas(Hierarchy.Of((s_ningbo, default(AreaId)))));
        Assert.Throws<ArgumentException>("accounts", () => s_map.WithAccounts(Hierarchy.Of((new CustomerId("C"), default(CustomerId)))));
    }

    [Fact]
    public void The_course_of_time_shows_who_had_it_and_when_it_was_open()
    {
        var (head, store) = (new CustomerId("Chain"), new CustomerId("Store 7"));
        var map = TerritoryMap.InOrder(TerritoryBasis.Account, TerritoryBasis.Area)
            .WithAccounts(Hierarchy.Of((store, head, DateSpan.From(new LocalDate(2026, 7, 1)))))
            .With(
                TerritoryRule.Of(head, new TerritoryId("Key accounts"), DateSpan.OfYear(2026)),
                TerritoryRule.Of(s_shanghai, new TerritoryId("Shanghai"), DateSpan.OfQuarter(2026, 1)),
                TerritoryRule.Of(new CustomerId("C-9"), new TerritoryId("Other"), DateSpan.OfMonth(2026, 5)));

        var slices = map.Coverage(default(ScopeSubject).With(store), s_shanghai, DateSpan.From(new LocalDate(2026, 1, 15)));

        Assert.Equal(
            ["2026-01-15/2026-03-31 Shanghai", "2026-04-01/2026-06-30 open", "2026-07-01/2026-12-31 Key accounts", "2027-01-01/.. open"],
            slices.Select(slice => slice.Span + " " + (slice.HasValue ? slice.Value.Territory.Code : "open")));
        Assert.Equal([new TimelineSlice<TerritoryRule>()], map.Coverage(default, null, DateSpan.Always));
    }

    [Property(MaxTest = 200)]
    public Property The_course_of_time_is_the_answer_of_every_day() =>
        Prop.ForAll(TerritorySample.Any, sample =>
        {
            var span = new DateSpan(s_day.PlusDays(-25), s_day.PlusDays(45));
            var slices = sample.Map.Coverage(sample.Subject, sample.Area, span);
            var days = Enumerable.Range(0, span.Days!.Value).Select(i => span.Start!.Value.PlusDays(i));
            return days.All(day => slices.Single(slice => slice.Span.Contains(day)) is var slice
                    && sample.Map.Resolve(sample.Subject, sample.Area, day).Rule == (slice.HasValue ? slice.Value : null))
                && slices.Sum(slice => slice.Span.Days) == span.Days
                && Enumerable.Range(1, slices.Count - 1).All(i =>
                    slices[i - 1].HasValue != slices[i].HasValue || slices[i - 1].Value != slices[i].Value);
        });

    private static TerritoryRule Rule(AreaId area, string territory) =>
        TerritoryRule.Of(area, new TerritoryId(territory), DateSpan.Always);

    private static ScopeSubject Of(ProductCategoryId category) => default(ScopeSubject).With(category);

    private static string? At(TerritoryMap map, ScopeSubject subject, AreaId? area)
    {
        var resolution = map.Resolve(subject, area, s_day);
        Assert.Equal(!resolution.IsOpen, map.TryTerritoryOf(subject, area, s_day, out var territory));
        Assert.Equal(resolution.Territory ?? default, territory);
        return resolution.Territory?.Code;
    }
}
