using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.DiversionSample;

namespace SalesDomain.Tests.Pricing;

public sealed class GoodsFoundElsewhere
{
    [Fact]
    public void A_finding_without_a_trace_stays_one_and_owes_nothing()
    {
        var judged = Judged(Found(1));
        var penalty = Rule.PenaltyFor(judged, Cny(14_900m), Cny(100_000m), Cny(100_000m));

        Assert.Equal(DiversionState.Found, judged.State);
        Assert.Equal("channel.diversion-no-trace", judged.Reasons.Single().ToString());
        Assert.Null(judged.Dealer);
        Assert.Null(judged.Occurrence);
        Assert.Null(judged.Sanction);
        Assert.Null(judged.LookBack);
        Assert.True(penalty.Owed.IsZero && penalty.Taken.IsZero && penalty.Rest.IsZero && penalty.InjuredShare.IsZero);
        Assert.Equal(Cny(100_000m), penalty.DepositAfter);
        Assert.Equal("channel.diversion-no-trace", penalty.Reasons.Single().Code);
        Assert.Throws<InvalidOperationException>(() => penalty.ToEntry(new("DE-1"), Day));
        Assert.Equal("DF-1: Found", judged.ToString());
    }

    [Fact]
    public void A_trace_makes_it_a_case_of_the_dealer_who_had_the_goods()
    {
        var judged = Judged(Found(1), Traced(Found(1)));

        Assert.Equal(DiversionState.Confirmed, judged.State);
        Assert.Equal((Diverter, 1), (judged.Dealer, judged.Occurrence));
        Assert.Equal(new CustomerId("D-2"), judged.Injured);
        Assert.Equal(Ladder.At(1), judged.Sanction);
        Assert.Empty(judged.Reasons);
        Assert.Equal("DF-1: Confirmed, D-1, 1 in 2025-04-01/2026-03-31", judged.ToString());
        Assert.Equal((Figure)"confirmed", judged.Explain().Value);
        Assert.Equal((Figure)"CNY 10.00 a PCE, 20% of the rebate", judged.ExplainSanction().Value);
    }

    [Fact]
    public void Who_has_the_place_diverts_nothing()
    {
        var judged = Judged(Found(1), Traced(Found(1), new CustomerId("D-2")));

        Assert.Equal(DiversionState.NoDiversion, judged.State);
        Assert.Equal("channel.diversion-own-area (dealer D-2, place East)", judged.Reasons.Single().ToString());
        Assert.Equal(DiversionState.NoDiversion, Judged(Found(1).WithInjured(Diverter), Traced(Found(1))).State);
    }

    [Theory]
    [InlineData(90, 0, DiversionState.NoDiversion)]
    [InlineData(91, 0, DiversionState.NoDiversion)]
    [InlineData(92, 0, DiversionState.Found)]
    [InlineData(92, 1, DiversionState.NoDiversion)]
    [InlineData(102, 10, DiversionState.Found)]
    [InlineData(102, 11, DiversionState.NoDiversion)]
    public void The_place_belongs_to_whom_it_was_assigned_when_goods_went_out_or_were_found(int day, int before, DiversionState state)
    {
        // North is given up after 2026-06-30, which is 91 days on.
        var finding = Found(1, day, North);

        Assert.Equal(state, Judged(finding, Traced(finding, new CustomerId("D-3"), before)).State);
    }

    [Fact]
    public void Goods_meant_for_the_place_are_no_diversion()
    {
        var judged = Judged(Found(1), Traced(Found(1), meantFor: East));

        Assert.Equal(DiversionState.NoDiversion, judged.State);
        Assert.Equal("channel.diversion-meant-for-place (shipment SH-DF-1, place East)", judged.Reasons.Single().ToString());
    }

    [Fact]
    public void A_shipment_after_the_finding_is_no_trace_of_it()
    {
        Assert.Equal(DiversionState.Confirmed, Judged(Found(1), Traced(Found(1), daysBefore: 0)).State);
        var later = Judged(Found(1), Traced(Found(1), daysBefore: -1));

        Assert.Equal(DiversionState.Found, later.State);
        Assert.Equal("channel.diversion-shipped-later (shipped 2026-04-01, found 2026-03-31)", later.Reasons.Single().ToString());
    }

    [Fact]
    public void A_passive_sale_is_free_unless_the_rule_bars_it()
    {
        var trace = Traced(Found(1)).AsPassiveSale();

        Assert.Equal("channel.diversion-passive-sale (dealer D-1)", Judged(Found(1), trace).Reasons.Single().ToString());
        Assert.Equal(DiversionState.NoDiversion, Judged(Found(1), trace).State);
        Assert.Equal(DiversionState.Confirmed, Judged(Found(1), trace, Rule.BarringPassiveSales()).State);
    }

    [Fact]
    public void A_case_that_was_withdrawn_owes_nothing_and_is_not_counted()
    {
        var (first, second) = (Found(1), Found(2, 30));
        var cases = Rule.Judge([first, second], [Traced(first).Withdrawn(Day.PlusDays(40)), Traced(second)], Areas);

        Assert.Equal([DiversionState.Withdrawn, DiversionState.Confirmed], cases.Select(each => each.State));
        Assert.Equal("channel.diversion-withdrawn (on 2026-05-10)", cases[0].Reasons.Single().ToString());
        Assert.Equal(1, cases[1].Occurrence);
    }

    [Fact]
    public void The_injured_dealer_is_the_one_named_or_the_one_who_alone_has_the_place()
    {
        var shared = Assignments.Of(
            (East, new CustomerId("D-2"), DateSpan.Always), (East, new CustomerId("D-4"), DateSpan.Always));
        CustomerId? Injured(DiversionFinding finding, Assignments<TerritoryId, CustomerId> areas) =>
            Rule.Judge([finding], [Traced(finding)], areas).Single().Injured;

        Assert.Equal(new CustomerId("D-2"), Injured(Found(1), Areas));
        Assert.Equal(new CustomerId("D-4"), Injured(Found(1).WithInjured(new("D-4")), Areas));
        Assert.Null(Injured(Found(1), shared));
        Assert.Null(Injured(Found(1, 92, North), Areas));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(364, 2)]
    [InlineData(365, 1)]
    public void A_look_back_of_12_months_goes_from_the_day_after_the_same_day_a_year_before_to_the_day(int later, int occurrence)
    {
        var last = CasesOn(0, later)[1];

        Assert.Equal(occurrence, last.Occurrence);
        Assert.Equal(occurrence == 2, last.LookBack!.Value.Contains(Day));
        Assert.Equal(new DateSpan(new LocalDate(2025, 4, 1), Day), Rule.LookBackOf(Day));
    }

    [Fact]
    public void Leap_days_and_other_look_backs()
    {
        Assert.Equal("2023-03-01/2024-02-29", Rule.LookBackOf(new LocalDate(2024, 2, 29)).ToString());
        Assert.Equal("2024-02-29/2025-02-28", Rule.LookBackOf(new LocalDate(2025, 2, 28)).ToString());
        Assert.Equal("2026-01-01/2026-03-31", Rule.WithLookBack(3).LookBackOf(Day).ToString());
    }

    [Fact]
    public void The_ladder_goes_up_with_each_case_of_the_dealer_and_ends_in_a_proposal()
    {
        var cases = CasesOn(0, 100, 200, 300);

        Assert.Equal([1, 2, 3, 4], cases.Select(each => each.Occurrence));
        Assert.Equal([Ladder.At(1), Ladder.At(2), Ladder.At(3), Ladder.At(3)], cases.Select(each => each.Sanction));
        Assert.Equal(
            [false, false, true, true],
            cases.Select(each => Rule.PenaltyFor(each, Cny(0m), Cny(0m), Cny(0m)).ProposesTermination));
    }

    [Fact]
    public void Each_dealer_has_cases_of_its_own()
    {
        var findings = new[] { Found(1), Found(2, 1), Found(3, 2) };
        var traces = new[] { Traced(findings[0]), Traced(findings[1], new CustomerId("D-3")), Traced(findings[2], daysBefore: 0) };

        Assert.Equal([1, 1, 2], Rule.Judge(findings, traces, Areas).Select(each => each.Occurrence));
    }

    [Fact]
    public void A_number_without_a_rung_is_told()
    {
        var patient = DiversionRule.Of(
            "patient", "clause 9", Currency.CNY, Rounding.Commercial,
            StepSchedule.From((2, DiversionSanction.Warning.WithAmount(Cny(5m)))));
        var judged = Judged(Found(1), Traced(Found(1)), patient);

        Assert.Equal(DiversionState.Confirmed, judged.State);
        Assert.Equal("channel.diversion-no-rung (occurrence 1)", judged.Reasons.Single().ToString());
        Assert.True(patient.PenaltyFor(judged, Cny(1m), Cny(1m), Cny(1m)).Owed.IsZero);
        Assert.Equal(Figure.Absent, judged.ExplainSanction().Value);
        Assert.True(judged.ExplainSanction().IsVerified);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var trace = Traced(Found(1));
        Assert.Throws<ArgumentException>("findings", () => Rule.Judge([Found(1), Found(1, pieces: 1m)], [], Areas));
        Assert.Throws<ArgumentException>("traces", () => Rule.Judge([Found(1)], [trace, Traced(Found(1), new("D-3"))], Areas));
        Assert.Throws<ArgumentException>("traces", () => Rule.Judge([Found(2)], [trace], Areas));
        Assert.Throws<ArgumentOutOfRangeException>("quantity", () => Found(1, pieces: 0m));
        Assert.Throws<ArgumentException>(
            "evidence", () => DiversionFinding.Of(Number(1), Day, East, new("P-1"), Quantity.Pieces(1), ""));
        Assert.Throws<ArgumentException>("legalBasis", () => DiversionRule.Of("a", "", Currency.CNY, Rounding.Commercial, Ladder));
        Assert.Throws<CurrencyMismatchException>(() => DiversionRule.Of("a", "b", Currency.USD, Rounding.Commercial, Ladder));
        Assert.Throws<ArgumentOutOfRangeException>(
            "ladder",
            () => DiversionRule.Of("a", "b", Currency.CNY, Rounding.Commercial, StepSchedule.From((0, Ladder.Values[0]))));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => Rule.WithLookBack(0));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => Rule.WithLookBack(1201));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => Rule.WithInjuredShare(Percent(100.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => Rule.WithInjuredShare(Percent(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => DiversionSanction.Warning.WithRebateShare(Percent(100.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => DiversionSanction.Warning.WithDepositShare(Percent(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => DiversionSanction.Warning.WithAmount(Cny(0m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "amount", () => DiversionSanction.Warning.WithPerUnit(Cny(0m), UnitOfMeasure.Piece));
    }

    [Fact]
    public void Rules_and_sanctions_are_values()
    {
        var sanction = DiversionSanction.Warning.WithAmount(Cny(5m)).WithDepositShare(Percent(50));
        TestHelper.TestEqualsClass(
            sanction, DiversionSanction.Warning.WithDepositShare(Percent(50)).WithAmount(Cny(5m)), DiversionSanction.Warning,
            sanction.ProposingTermination(), sanction.WithRebateShare(Percent(1)), sanction.WithPerUnit(Cny(1m), UnitOfMeasure.Case));
        TestHelper.TestEqualsClass(
            Rule.WithLookBack(6), Rule.WithLookBack(6), Rule, Rule.WithLookBack(6).BarringPassiveSales(),
            Rule.WithLookBack(6).WithInjuredShare(Percent(50)));
        Assert.Equal("50% of the deposit, CNY 5.00, termination proposed", sanction.ProposingTermination().ToString());
        Assert.Equal("warning", DiversionSanction.Warning.ToString());
    }

    [Property]
    public Property Neither_the_order_of_findings_nor_a_finding_given_twice_changes_anything() =>
        Prop.ForAll(
            Any.ToArbitrary(),
            given =>
            {
                string Text(IEnumerable<DiversionFinding> findings, IEnumerable<DiversionTrace> traces) =>
                    string.Join("\n", Rule.Judge(findings, traces, Areas).Select(each => each + " " + each.Injured));
                var text = Text(given.Findings, given.Traces);

                Assert.Equal(text, Text(given.Findings.Reverse(), given.Traces.Reverse()));
                Assert.Equal(text, Text(given.Findings.Concat(given.Findings), given.Traces.Concat(given.Traces)));
            });

    [Property]
    public Property Every_case_explains_itself_and_a_changed_figure_is_named(int choice) =>
        Prop.ForAll(
            Any.ToArbitrary(),
            given => Assert.All(
                Rule.Judge(given.Findings, given.Traces, Areas),
                each =>
                {
                    Tampering.IsNamed(each.Explain(), Math.Abs(choice % 1000));
                    Tampering.IsNamed(each.ExplainSanction(), Math.Abs(choice % 1000));
                }));
}
