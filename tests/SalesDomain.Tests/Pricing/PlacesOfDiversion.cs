using System.Linq;
using SalesDomain.Organization;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.DiversionSample;

namespace SalesDomain.Tests.Pricing;

public sealed class PlacesOfDiversion
{
    private static readonly TerritoryId s_city = new("West/Chengdu");
    private static readonly Hierarchy<TerritoryId> s_places = Hierarchy.Of((s_city, West));

    [Fact]
    public void A_place_that_nobody_has_is_no_case_unless_the_rule_says_so()
    {
        var finding = Found(1, place: new TerritoryId("Nort"));
        var judged = Judged(finding, Traced(finding));
        var covering = Rule.CoveringOpenAreas();
        var covered = Judged(finding, Traced(finding), covering);

        Assert.Equal(DiversionState.Found, judged.State);
        Assert.Equal(
            ["channel.diversion-place-of-nobody (place Nort, on 2026-03-31)", "channel.diversion-place-unknown (place Nort)"],
            judged.Reasons.Select(reason => reason.ToString()));
        Assert.True(Rule.PenaltyFor(judged, Cny(14_900m), Cny(100_000m), Cny(100_000m)).Owed.IsZero);
        Assert.True(judged.Explain().IsVerified);

        Assert.Equal((DiversionState.Confirmed, 1), (covered.State, covered.Occurrence));
        Assert.Equal("channel.diversion-place-unknown (place Nort)", covered.Reasons.Single().ToString());
        Assert.Equal(Cny(7_980m), covering.PenaltyFor(covered, Cny(14_900m), Cny(100_000m), Cny(100_000m)).Owed);
        Assert.NotEqual(Rule, covering);
        Assert.EndsWith("; places of nobody too", covering.ToString());
    }

    [Fact]
    public void A_place_that_was_given_up_is_known_and_one_whose_dealer_the_report_names_is_a_case()
    {
        var givenUp = Found(1, 92, North);
        Assert.Equal(
            "channel.diversion-place-of-nobody (place North, on 2026-07-01)",
            Judged(givenUp, Traced(givenUp)).Reasons.Single().ToString());
        Assert.Equal(DiversionState.Confirmed, Judged(Found(1, 91, North), Traced(Found(1, 91, North))).State);

        var named = givenUp.WithInjured(new("D-3"));
        var judged = Judged(named, Traced(named));
        Assert.Equal((DiversionState.Confirmed, new CustomerId("D-3")), (judged.State, judged.Injured));
    }

    [Fact]
    public void A_place_without_a_trace_is_told_too() =>
        Assert.Equal(
            ["channel.diversion-no-trace", "channel.diversion-place-unknown"],
            Judged(Found(1, place: new TerritoryId("Nort"))).Reasons.Select(reason => reason.Code));

    [Fact]
    public void A_city_lies_in_the_area_of_the_dealer_of_its_province()
    {
        var finding = Found(1, place: s_city);
        DiversionCase Of(DiversionTrace trace, Assignments<TerritoryId, CustomerId> areas) =>
            Rule.Judge([finding], [trace], areas, s_places).Single();

        Assert.Equal(
            "channel.diversion-own-area (dealer D-1, place West/Chengdu)",
            Of(Traced(finding, meantFor: East), Areas).Reasons.Single().ToString());
        var ofAnother = Of(Traced(finding, new("D-2"), meantFor: East), Areas);
        Assert.Equal((DiversionState.Confirmed, Diverter), (ofAnother.State, ofAnother.Injured));

        var meant = Of(Traced(finding, new("D-2"), meantFor: West), Areas);
        Assert.Equal("channel.diversion-meant-for-place (shipment SH-DF-1, place West/Chengdu)", meant.Reasons.Single().ToString());
        Assert.True(meant.Explain().IsVerified && ofAnother.Explain().IsVerified);

        // Without the hierarchy it is another place, which no assignment names.
        Assert.Equal(DiversionState.Found, Judged(finding, Traced(finding, new("D-2"), meantFor: East)).State);
    }

    [Fact]
    public void A_city_that_has_a_dealer_of_its_own_is_no_part_of_the_province()
    {
        var finding = Found(1, place: s_city);
        var areas = Areas.With((s_city, new CustomerId("D-2"), DateSpan.Always));
        var judged = Rule.Judge([finding], [Traced(finding, meantFor: West)], areas, s_places).Single();

        Assert.Equal((DiversionState.Confirmed, new CustomerId("D-2")), (judged.State, judged.Injured));
        Assert.True(judged.Explain().IsVerified);
    }
}
