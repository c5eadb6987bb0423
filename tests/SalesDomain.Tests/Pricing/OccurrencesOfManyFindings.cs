using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.DiversionSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>What the findings of one occurrence come to is added up once, whichever of its cases are judged together.</summary>
public sealed class OccurrencesOfManyFindings
{
    private static readonly DepositLedger s_ledger = DepositLedger.Of(Diverter, Day.PlusDays(-700), Cny(100_000m), topUpDays: 15);

    [Property(MaxTest = 200)]
    public Property Together_each_case_owes_by_unit_what_it_owes_alone(int choice) =>
        Prop.ForAll(
            Any.ToArbitrary(),
            facts =>
            {
                var rule = DiversionRule.Of(
                    "contract", "clause 9", Currency.CNY, Rounding.Commercial,
                    StepSchedule.From(
                        (1, DiversionSanction.Warning.WithPerUnit(Cny(0.333m), UnitOfMeasure.Piece)),
                        (3, DiversionSanction.Warning.WithPerUnit(Cny(1.111m), UnitOfMeasure.Piece))))
                    .CountingBy((choice & 1) == 0 ? DiversionOccurrence.DayOrShipment : DiversionOccurrence.Shipment);
                var all = rule.Judge(facts.Findings, facts.Traces, Areas).Where(each => each.Dealer is null || each.Dealer == Diverter);

                // Some of an occurrence, with its first case or without it, in any order.
                DiversionCase[] some = [.. all.Where((_, i) => (choice >> (i % 20) & 2) == 0).Reverse()];
                var together = rule.PenaltiesFor(
                    some, Cny(0m), DateSpan.Always, s_ledger, Day.PlusDays(900), finding => new("P-" + finding));

                Assert.All(together.Penalties, penalty =>
                {
                    var alone = rule.PenaltyFor(penalty.Case, Cny(0m), Cny(100_000m), Cny(0m));
                    Assert.Equal(alone.ByUnit, penalty.ByUnit);
                    Assert.Equal(alone.Explain().ToString(), penalty.Explain().ToString());
                    Assert.True(penalty.Explain().IsVerified, penalty.Explain().ToString());
                });
            });

#if NET
    [Fact]
    public void Ten_times_the_findings_of_a_shipment_do_not_cost_the_square()
    {
        // Bytes, since they do not depend on the machine: each finding is converted once, and not for every one after it.
        _ = BytesOf(10);
        var (few, many) = (BytesOf(200), BytesOf(2_000));

        Assert.InRange(many, 5 * few, 15 * few);
    }

    private static long BytesOf(int count)
    {
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));
        var rule = DiversionRule.Of(
            "contract", "clause 9", Currency.CNY, Rounding.Commercial,
            StepSchedule.From((1, DiversionSanction.Warning.WithPerUnit(Cny(1_234.567_890_12m), UnitOfMeasure.Piece))));
        DiversionFinding[] findings =
        [
            .. Enumerable.Range(1, count).Select(i => DiversionFinding.Of(
                Number(i), Day, East, new ProductId("P-1"), new Quantity(1m, UnitOfMeasure.Case), "photographs").WithUnits(units)),
        ];
        var cases = rule.Judge(findings, findings.Select(finding => Traced(finding, shipment: "SH-7")), Areas);
        var before = System.GC.GetAllocatedBytesForCurrentThread();
        var penalties = rule.PenaltiesFor(cases, Cny(0m), DateSpan.Always, s_ledger, Day, finding => finding);
        var bytes = System.GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Cny(24 * 1_234.567_890_12m * count).Round(rule.Rounding), penalties.Owed);
        return bytes;
    }
#endif
}
