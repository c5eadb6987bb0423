using System.Linq;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Rebates;

/// <summary>Promotion money is granted on evidence: missing is not proven, late is refused unless agreed.</summary>
public sealed class PromotionMoney
{
    private static readonly LocalDate s_end = new(2026, 6, 30);

    private static PromotionAllowance Display { get; } =
        PromotionAllowance.Of(
                new DocumentId("MDF-3"), new CustomerId("D-1"), new DateSpan(new LocalDate(2026, 4, 1), s_end), Percent(70), Cny(10_000m),
                Rounding.Commercial)
            .WithEvidence("invoice", "photograph").WithClaimDays(30);

    /// <summary>Practice, G4-5: 24 m² × 350 × 70 % = 5,880; left after 9 of 24 months, 15/24 of it comes back.</summary>
    [Fact]
    public void G4_5_A_shop_sign_and_its_claw_back()
    {
        var result = Judge(Display.WithMonths(24), s_end, Claim("PC-1", 24m * 350m).With(Invoice("F-1", 5), Photograph("A-1", 6)));

        Assert.Equal(Cny(5_880m), result.Granted);
        Assert.Equal(ClaimState.Granted, result.State);
        Assert.Equal(Cny(3_675m), result.ClawBackAfter(9).Amount);
        Assert.Equal(Cny(0m), result.ClawBackAfter(24).Amount);
        Assert.Equal(Cny(0m), result.ClawBackAfter(25).Amount);
        Assert.Equal(Cny(5_880m), result.ClawBackAfter(0).Amount);
        Assert.True(result.Explain().IsVerified);
        Assert.True(result.ClawBackAfter(9).Explain().IsVerified);
    }

    [Fact]
    public void Missing_evidence_is_not_proven_and_not_zero()
    {
        var claim = Claim("PC-1", 1_000m).With(Invoice("F-1", 5));
        var before = Judge(Display, s_end.PlusDays(30), claim);
        var after = Judge(Display, s_end.PlusDays(31), claim);

        Assert.Null(before.Granted);
        Assert.Equal(ClaimState.NotProven, before.State);
        Assert.Equal(["claim.evidence-missing (evidence photograph)"], before.Reasons.Select(reason => reason.ToString()));
        Assert.Equal(["claim.evidence-missing", "claim.deadline-passed"], after.Reasons.Select(reason => reason.Code));
        Assert.True(before.Explain().IsVerified);
    }

    [Theory]
    [InlineData(29, ClaimState.Granted, 700)]
    [InlineData(30, ClaimState.Granted, 700)]
    [InlineData(31, ClaimState.Refused, 0)]
    public void A_claim_is_as_late_as_its_last_evidence(int day, ClaimState state, int granted)
    {
        var claim = Claim("PC-1", 1_000m).With(
            Invoice("F-1", 5), ClaimEvidence.Of("photograph", new DocumentId("A-1"), s_end.PlusDays(day)));
        var result = Judge(Display, s_end.PlusDays(60), claim);
        var agreed = Judge(Display.WithLateShare(Percent(50)), s_end.PlusDays(60), claim);

        Assert.Equal(state, result.State);
        Assert.Equal(Cny(granted), result.Granted);
        Assert.Equal(s_end.PlusDays(day), result.CompleteOn);
        Assert.Equal(state == ClaimState.Granted ? Cny(700m) : Cny(350m), agreed.Granted);
        Assert.True(agreed.Explain().IsVerified);
        Assert.True(result.Explain().IsVerified);
    }

    [Fact]
    public void A_document_proves_one_claim_and_the_bound_is_for_all()
    {
        PromotionClaim[] claims =
        [
            Claim("PC-3", 1_000m).With(Invoice("F-3", 5), Photograph("A-3", 5)),
            Claim("PC-2", 9_000m).With(Invoice("F-2", 5), Photograph("A-2", 5)),
            Claim("PC-1", 8_000m).With(Invoice("F-1", 5), Photograph("A-1", 5)),
            Claim("PC-4", 1_000m).With(Invoice("F-1", 6), Photograph("A-4", 6)),
        ];
        var results = Display.Judge(claims.Concat(claims), s_end);

        Assert.Equal([Cny(5_600m), Cny(4_400m), Cny(0m), null], results.Select(result => result.Granted));
        Assert.Equal("claim.over-most (claimed CNY 6300.00, left CNY 4400.00)", results[1].Reasons[0].ToString());
        Assert.Equal("claim.used-up", results[2].Reasons[0].Code);
        Assert.Contains(
            "claim.evidence-used-before (document F-1, claim PC-1)", results[3].Reasons.Select(reason => reason.ToString()));
        Assert.All(results, result => Assert.True(result.Explain().IsVerified));
    }

    [Fact]
    public void Of_another_allowance_or_customer_it_is_refused_and_a_claim_of_tomorrow_is_not_there()
    {
        var other = PromotionClaim.Of(new DocumentId("PC-1"), s_end, new DocumentId("MDF-4"), new CustomerId("D-2"), Cny(1m));

        Assert.Equal(
            ["claim.other-allowance", "claim.not-the-customer"],
            Judge(Display, s_end, other).Reasons.Select(reason => reason.Code));
        Assert.Empty(Display.Judge([other], s_end.PlusDays(-1)));
    }

    private static PromotionClaimResult Judge(PromotionAllowance allowance, LocalDate asOf, PromotionClaim claim) =>
        Assert.Single(allowance.Judge([claim], asOf));

    private static PromotionClaim Claim(string id, decimal spent) =>
        PromotionClaim.Of(new DocumentId(id), new LocalDate(2026, 5, 20), new DocumentId("MDF-3"), new CustomerId("D-1"), Cny(spent));

    private static ClaimEvidence Invoice(string document, int month) =>
        ClaimEvidence.Of("invoice", new DocumentId(document), new LocalDate(2026, month, 25));

    private static ClaimEvidence Photograph(string document, int month) =>
        ClaimEvidence.Of("photograph", new DocumentId(document), new LocalDate(2026, month, 25));
}
