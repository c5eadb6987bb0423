using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.DiversionSample;

namespace SalesDomain.Tests.Pricing;

public sealed class PenaltiesOfAPeriod
{
    private static readonly LocalDate s_on = Day.PlusDays(30);

    private static readonly DepositLedger s_ledger = DepositLedger.Of(Diverter, Day, Cny(100_000m), topUpDays: 15)
        .Record(DepositEntry.PaidIn(new("E-1"), Day, Cny(100_000m)));

    private static readonly DiversionPenalties s_two = Together(s_ledger, [.. CasesOn(0, 20)]);

    // One by one they would take 20 % and 100 % of 14,900.00: 17,880.00.
    [Fact]
    public void The_rebate_of_a_period_is_taken_once()
    {
        Assert.Equal([Cny(2_980m), Cny(11_920m)], s_two.Penalties.Select(penalty => penalty.OfRebate));
        Assert.Equal((Cny(14_900m), Cny(0m), Cny(119_900m)), (s_two.OfRebate, s_two.RebateLeft, s_two.Owed));
        Assert.Equal(
            ["channel.diversion-rebate-used-up (share CNY 14900.00, left CNY 11920.00)",
                "channel.diversion-over-deposit (owed CNY 111920.00, deposit CNY 92020.00)"],
            s_two.Penalties[1].Reasons.Select(reason => reason.ToString()));
        Assert.True(s_two.Explain().IsVerified && s_two.ExplainRebateLeft().IsVerified);
        Assert.Equal("2 cases: owed CNY 119900.00, of the rebate CNY 14900.00", s_two.ToString());
    }

    [Fact]
    public void The_ledger_has_their_entries()
    {
        var standing = s_two.Ledger.On(s_on);

        Assert.Equal(
            ["P-DF-1 on 2026-04-30: Penalty CNY -7980.00 for DF-1", "P-DF-2 on 2026-04-30: Penalty CNY -111920.00 for DF-2"],
            s_two.Entries.Select(entry => entry.ToString()));
        Assert.Equal((Cny(0m), Cny(19_900m)), (standing.Balance, standing.RestOwed));
        Assert.Equal(standing.RestOwed, s_two.Penalties[0].Rest + s_two.Penalties[1].Rest);
    }

    [Fact]
    public void Judged_again_they_are_not_entered_again()
    {
        var again = Together(s_two.Ledger, [.. CasesOn(0, 20)]);

        Assert.Empty(again.Entries);
        Assert.Empty(again.Reasons);
        Assert.Same(s_two.Ledger, again.Ledger);
        Assert.Equal(s_two.Penalties.Select(each => each.ToString()), again.Penalties.Select(each => each.ToString()));
    }

    [Fact]
    public void A_case_that_is_withdrawn_after_its_entry_is_told()
    {
        var findings = new[] { Found(1), Found(2, 20) };
        var cases = Rule.Judge(findings, [Traced(findings[0]).Withdrawn(s_on), Traced(findings[1])], Areas);
        var again = Together(s_two.Ledger, [.. cases]);

        Assert.Equal(
            ["channel.diversion-entered-otherwise (finding DF-1, entry P-DF-1, entered CNY 7980.00, owed CNY 0.00)",
                "channel.diversion-entered-otherwise (finding DF-2, entry P-DF-2, entered CNY 111920.00, owed CNY 7980.00)"],
            again.Reasons.Select(reason => reason.ToString()));
        Assert.Same(s_two.Ledger, again.Ledger);

        var undone = s_two.Ledger.Record(s_two.Entries.Select((entry, i) => entry.Reversed(new("R-" + i), s_on)));
        var anew = Rule.PenaltiesFor(cases, Cny(14_900m), DateSpan.Always, undone, s_on, finding => new("N-" + finding));
        Assert.Equal("N-DF-2", anew.Entries.Single().Id.Code);
        Assert.Equal(Cny(92_020m), anew.Ledger.On(s_on).Balance);
    }

    // Of all that is judged, the cases of the quarter take its rebate. With those of the first quarter reckoned at 20 % of it, the third
    // finding was entered with 32,200.00, and the entry of the first, which is right, was to be undone.
    [Fact]
    public void A_case_of_another_period_takes_nothing_of_the_rebate_and_stays_as_it_was_entered()
    {
        var quarters = new[] { DateSpan.OfQuarter(2026, 1), DateSpan.OfQuarter(2026, 2) };
        var ofUnits = DiversionSanction.Warning.WithPerUnit(Cny(10m), UnitOfMeasure.Piece);
        var rule = DiversionRule.Of(
            "quarters", "clause 9", Currency.CNY, Rounding.Commercial,
            StepSchedule.From(
                (1, ofUnits.WithRebateShare(Percent(20))), (2, ofUnits.WithRebateShare(Percent(100)).WithDepositShare(Percent(50)))));
        DiversionFinding[] findings = [Found(1, -49, pieces: 100), Found(2, 20, pieces: 50), Found(3, 36, pieces: 80)];
        DiversionTrace[] traces =
        [
            Traced(findings[0], shipment: "SH-1"), Traced(findings[1], daysBefore: 89, shipment: "SH-1"), Traced(findings[2]),
        ];
        var ledger = DepositLedger.Of(Diverter, new LocalDate(2026, 1, 1), Cny(50_000m), topUpDays: 15)
            .Record(DepositEntry.PaidIn(new("E-1"), new LocalDate(2026, 1, 1), Cny(50_000m)));

        var first = rule.PenaltiesFor(
            rule.Judge(findings.Take(1), traces.Take(1), Areas), Cny(10_000m), quarters[0], ledger, new LocalDate(2026, 4, 5),
            finding => new("P-" + finding));
        var second = rule.PenaltiesFor(
            rule.Judge(findings, traces, Areas), Cny(8_000m), quarters[1], first.Ledger, new LocalDate(2026, 7, 5),
            finding => new("P-" + finding));

        Assert.Equal(Cny(3_000m), first.Penalties.Single().Owed);
        Assert.Equal([Cny(500m), Cny(33_800m)], second.Penalties.Select(penalty => penalty.Owed));
        Assert.Equal((Cny(8_000m), Cny(0m), quarters[1]), (second.OfRebate, second.RebateLeft, second.Period));
        Assert.Empty(second.Reasons);
        Assert.Equal(Cny(50_000m - 3_000m - 34_300m), second.Ledger.On(new LocalDate(2026, 7, 5)).Balance);

        // And the first quarter judged again, with all that is known by then, changes nothing.
        var again = rule.PenaltiesFor(
            rule.Judge(findings, traces, Areas), Cny(10_000m), quarters[0], second.Ledger, new LocalDate(2026, 7, 5), finding => finding);
        Assert.Equal(Cny(3_000m), again.Owed);
        Assert.Empty(again.Entries);
        Assert.Empty(again.Reasons);
    }

    [Property]
    public Property Periods_one_after_another_leave_no_case_out_and_none_twice() =>
        Prop.ForAll(
            (from given in Any from cut in Gen.Choose(-600, 600) select (given, Day.PlusDays(cut))).ToArbitrary(),
            facts =>
            {
                var ((findings, traces), cut) = facts;
                var cases = Rule.Judge(findings, traces, Areas).Where(each => each.Dealer is null || each.Dealer == Diverter).ToArray();
                DiversionPenalties Of(DateSpan period) =>
                    Rule.PenaltiesFor(cases, Cny(0m), period, s_ledger, s_on, finding => new("P-" + finding));

                Assert.Equal(
                    Of(DateSpan.Always).Penalties.Select(each => (each.Case.Finding.Id, each.Owed)),
                    Of(DateSpan.Until(cut)).Penalties.Concat(Of(DateSpan.From(cut.PlusDays(1))).Penalties)
                        .Select(each => (each.Case.Finding.Id, each.Owed)));
            });

    [Fact]
    public void The_share_of_the_rebate_is_taken_from_the_deposit_or_withheld_and_never_both()
    {
        var rule = Rule.WithholdingRebate();
        DiversionFinding[] findings = [Found(1), Found(2, 20)];
        var cases = rule.Judge(findings, findings.Select(each => Traced(each, daysBefore: 0)), Areas);
        var withheld = rule.PenaltiesFor(
            cases, Cny(14_900m), DateSpan.Always, s_ledger, s_on, finding => new("P-" + finding));

        Assert.Equal([Cny(5_000m), Cny(100_000m)], withheld.Penalties.Select(penalty => penalty.Owed));
        Assert.Equal([Cny(2_980m), Cny(11_920m)], withheld.Penalties.Select(penalty => penalty.OfRebate));
        Assert.Equal((Cny(14_900m), Cny(0m)), (withheld.OfRebate, withheld.RebateLeft));
        Assert.Equal(s_two.Owed, withheld.Owed + withheld.OfRebate);
        Assert.Equal(withheld.Owed, withheld.Ledger.On(s_on).Penalties);
        Assert.True(withheld.Explain().IsVerified && withheld.ExplainRebateLeft().IsVerified);
        Assert.DoesNotContain("of the rebate", withheld.Explain().ToString());
        Assert.NotEqual(Rule, rule);
        Assert.Equal(rule, rule.WithInjuredShare(Percent(60)));
        Assert.EndsWith("; its share withheld from the rebate", rule.ToString());
    }

    [Fact]
    public void None_is_none()
    {
        var none = Together(s_ledger);

        Assert.True(none.Owed.IsZero && none.RebateLeft == Cny(14_900m));
        Assert.Same(s_ledger, none.Ledger);
        Assert.True(none.Explain().IsVerified && none.ExplainRebateLeft().IsVerified);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var cases = CasesOn(0, 20).ToArray();
        var other = Found(3);
        Assert.Throws<ArgumentException>("cases", () => Together(s_ledger, cases[0], cases[0]));
        Assert.Throws<ArgumentException>("cases", () => Together(s_ledger, Judged(other, Traced(other, new("D-3")))));
        Assert.Throws<ArgumentException>("cases", () => Together(s_ledger, Judged(other, Traced(other), Rule.WithLookBack(6))));
        Assert.Throws<ArgumentException>(
            "number", () => Rule.PenaltiesFor(cases, Cny(0m), DateSpan.Always, s_ledger, s_on, _ => new DocumentId("E-1")));
        Assert.Throws<ArgumentException>("number", () => Rule.PenaltiesFor(cases, Cny(0m), DateSpan.Always, s_ledger, s_on, _ => default));
        Assert.Throws<ArgumentOutOfRangeException>(
            "on", () => Rule.PenaltiesFor(cases, Cny(0m), DateSpan.Always, s_ledger, Day.PlusDays(-1), finding => finding));
        Assert.Throws<ArgumentOutOfRangeException>(
            "rebate", () => Rule.PenaltiesFor(cases, Cny(-0.01m), DateSpan.Always, s_ledger, s_on, finding => finding));
        Assert.Throws<CurrencyMismatchException>(
            () => Rule.PenaltiesFor(cases, Usd(0m), DateSpan.Always, s_ledger, s_on, finding => finding));
    }

    [Property]
    public Property The_ledger_holds_what_is_owed_and_no_rebate_is_taken_twice(int choice) =>
        Prop.ForAll(
            (from given in Any from rebate in Gen.Choose(0, 2_000_000) select (given, Cny(rebate / 100m))).ToArbitrary(),
            facts =>
            {
                var ((findings, traces), rebate) = facts;
                var cases = Rule.Judge(findings, traces, Areas).Where(each => each.Dealer is null || each.Dealer == Diverter).ToArray();
                var together = Rule.PenaltiesFor(
                    cases.Reverse(), rebate, DateSpan.Always, s_ledger, s_on, finding => new("P-" + finding));
                var standing = together.Ledger.On(s_on);

                Assert.Equal(together.Owed, standing.Penalties);
                Assert.Equal(standing.RestOwed, Money.Sum(Currency.CNY, together.Penalties.Select(penalty => penalty.Rest)));
                Assert.True(together.OfRebate <= rebate);
                Assert.Equal(rebate, together.OfRebate + together.RebateLeft);
                Tampering.IsNamed(together.Explain(), Math.Abs(choice % 1000));
                Tampering.IsNamed(together.ExplainRebateLeft(), Math.Abs(choice % 1000));
            });

    private static DiversionPenalties Together(DepositLedger ledger, params DiversionCase[] cases) =>
        Rule.PenaltiesFor(cases, Cny(14_900m), DateSpan.Always, ledger, s_on, finding => new("P-" + finding));
}
