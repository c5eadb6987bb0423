using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>A level in no tier pays nothing, and that is told; tiers that are mirrored take back at the rates they give.</summary>
public sealed class LevelsOutsideTheTiers
{
    // A credit note of 2,000 that follows no sale of the period. Tiers of amount and of attainment, graduated and of all units.
    [Fact]
    public void Pitfall_10_less_than_nothing_sold_pays_nothing_at_tiers_with_a_reason_and_takes_back_where_they_are_mirrored()
    {
        var steps = Steps((0, 3), (5_000, 5));
        var attained = Attained((0, 3), (100, 5));
        foreach (var (rate, mirrored) in new[]
                 {
                     (CommissionRate.Graduated(steps), CommissionRate.Graduated(steps.Mirrored())),
                     (CommissionRate.AllUnits(steps), CommissionRate.AllUnits(steps.Mirrored())),
                     (CommissionRate.Graduated(attained), CommissionRate.Graduated(attained.Mirrored())),
                     (CommissionRate.AllUnits(attained), CommissionRate.AllUnits(attained.Mirrored())),
                 })
        {
            CommissionComponent Component(CommissionRate of) =>
                rate.NeedsQuota ? Cumulative(of).AgainstQuota(ZeroQuotaPolicy.PayNothing) : Cumulative(of);
            decimal? quota = rate.NeedsQuota ? 10_000m : null;
            var result = PlanSample.Earned(Component(rate), -2_000m, quota);
            Assert.Equal(Cny(0m), result.Earned);
            Assert.Equal(
                "commission.below-steps (component revenue, level CNY -2000.00, base CNY -2000.00)", result.Reasons.Single().ToString());
            Assert.Empty(PlanSample.Earned(Component(rate), 0m, quota).Reasons);
            var back = PlanSample.Earned(Component(mirrored), -2_000m, quota);
            Assert.Equal((Cny(-60m), 0), (back.Earned, back.Reasons.Count));
        }
    }

    [Fact]
    public void A_level_below_the_first_tier_and_one_above_a_closed_scale_are_told()
    {
        var closed = Cumulative(CommissionRate.AllUnits(TieredRate.Bands(Currency.CNY, 0.01m, (0m, 200m, Percent(3)))));
        Assert.Equal("commission.above-steps", PlanSample.Earned(closed, 200.01m).Reasons.Single().Code);
        Assert.Equal((Cny(6m), 0), (PlanSample.Earned(closed, 200m).Earned, PlanSample.Earned(closed, 200m).Reasons.Count));
        var from = Cumulative(CommissionRate.AllUnits(Steps((100, 3))));
        Assert.Equal("commission.below-steps", PlanSample.Earned(from, 99.99m).Reasons.Single().Code);
        Assert.Equal((Cny(3m), 0), (PlanSample.Earned(from, 100m).Earned, PlanSample.Earned(from, 100m).Reasons.Count));
    }

    // Tiers of units have an amount for every quantity from zero on, and are always mirrored.
    [Fact]
    public void Units_are_taken_back_at_the_amounts_they_were_given()
    {
        var amounts = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 1m), (10m, 2m));
        var plan = Plan(
            CommissionComponent.Cumulative(
                "units", CommissionMeasure.Of(ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced)), CommissionRate.Graduated(amounts)));
        CommissionResult Of(decimal pieces) => plan.Evaluate(
            Quarter, CommissionTerms.None,
            CommissionFigures.None.With("units", Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(pieces))));
        Assert.Equal((Cny(12m), Cny(-12m)), (Of(11m).Earned, Of(-11m).Earned));
        Assert.Empty(Of(-11m).Reasons);
    }

    // 8,000 in January at 3 %, and 4,000 in February, of which 2,000 lie above the quota of 10,000 and have 5 %.
    [Fact]
    public void A_line_within_a_tier_keeps_its_rate_and_its_entry_when_others_go_on_to_the_next()
    {
        var plan = Plan(
            Cumulative(CommissionRate.Graduated(Attained((0, 3), (100, 5)))).AgainstQuota(ZeroQuotaPolicy.PayNothing));
        var (first, second) = (Own("S-1", 1, 20, 8_000m), Own("S-2", 2, 20, 4_000m));
        var rules = PayoutRules.Of(Rounding.Commercial);
        CommissionSettlement Settled(CommissionAccount account, int month, params SalesCredit[] credits) =>
            account.Settle(
                plan.Evaluate(Quarter, Quota(10_000m), plan.Sum(Quarter, credits)).ToEarnings(byCredit: true),
                PayoutRun.Of(DateSpan.OfMonth(2026, month), new LocalDate(2026, month + 1, 10)), rules);

        var january = Settled(CommissionAccount.In(Currency.CNY), 1, first);
        Assert.Equal((Cny(240m), Percent(3)), (january.Entries[0].Amount, january.Entries[0].Rate!.Value));
        var february = Settled(january.Account, 2, first, second);
        var entry = february.Entries.Single(each => each.Kind == CommissionEntryKind.Earned);
        Assert.Equal((second.Line, Cny(160m), null), (entry.Line!.Value, entry.Amount, entry.Rate));

        // Wholly in the upper tier it has that rate.
        var march = Settled(february.Account, 3, first, second, Own("S-3", 3, 20, 1_000m));
        Assert.Equal(
            (Cny(50m), Percent(5)),
            (march.Entries.Single(each => each.Kind == CommissionEntryKind.Earned).Amount, march.Entries[0].Rate!.Value));
    }

    private static SalesCredit Own(string document, int month, int day, decimal net) =>
        SalesCredit.Of(
            Bases.Credited.Sale(
                net, change: sale => (sale.Document, sale.Date) = (new DocumentId(document), new LocalDate(2026, month, day))),
            Percent(100), CreditKind.Direct, "own");
}
