using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.DiversionSample;

namespace SalesDomain.Tests.Pricing;

public sealed class PenaltiesForDiversion
{
    private static readonly DiversionCase s_first = CasesOn(0)[0];
    private static readonly DiversionCase s_second = CasesOn(0, 100)[1];

    [Fact]
    public void The_first_time_an_amount_a_piece_and_a_share_of_the_rebate()
    {
        var penalty = Rule.PenaltyFor(s_first, Cny(14_900m), Cny(100_000m), Cny(100_000m));

        Assert.Equal((Cny(5_000m), Cny(2_980m), Cny(0m)), (penalty.ByUnit, penalty.OfRebate, penalty.OfDeposit));
        Assert.Equal((Cny(7_980m), Cny(7_980m), Cny(0m)), (penalty.Owed, penalty.Taken, penalty.Rest));
        Assert.Equal((Cny(92_020m), Cny(3_000m)), (penalty.DepositAfter, penalty.InjuredShare));
        Assert.Equal(new CustomerId("D-2"), penalty.Injured);
        Assert.Empty(penalty.Reasons);
        Assert.Equal("DF-1: owed CNY 7980.00, taken CNY 7980.00, rest CNY 0.00", penalty.ToString());
    }

    [Fact]
    public void The_second_time_the_whole_rebate_and_the_whole_deposit()
    {
        var penalty = Rule.PenaltyFor(s_second, Cny(14_900m), Cny(100_000m), Cny(92_020m));

        Assert.Equal((Cny(0m), Cny(14_900m), Cny(100_000m)), (penalty.ByUnit, penalty.OfRebate, penalty.OfDeposit));
        Assert.Equal((Cny(114_900m), Cny(92_020m), Cny(22_880m)), (penalty.Owed, penalty.Taken, penalty.Rest));
        Assert.Equal("channel.diversion-over-deposit (owed CNY 114900.00, deposit CNY 92020.00)", penalty.Reasons.Single().ToString());
        Assert.True(penalty.DepositAfter.IsZero && penalty.InjuredShare.IsZero);
    }

    // Of the balance, who has not topped up would owe less: 97,020.00 there of 100,000.00, and with none there 14,900.00 in all.
    [Theory]
    [InlineData(97_020, 114_900, 111_920)]
    [InlineData(0, 114_900, 14_900)]
    public void The_share_of_the_deposit_is_of_what_is_agreed_unless_stated(decimal balance, decimal owed, decimal ofBalance)
    {
        var byBalance = DiversionRule.Of(
            "balance", "clause 9", Currency.CNY, Rounding.Commercial, StepSchedule.From((1, Ladder.At(2).TakingOfBalance())));
        var declared = byBalance.PenaltyFor(Judged(Found(1), Traced(Found(1)), byBalance), Cny(14_900m), Cny(100_000m), Cny(balance));

        Assert.Equal(Cny(owed), Rule.PenaltyFor(s_second, Cny(14_900m), Cny(100_000m), Cny(balance)).Owed);
        Assert.Equal(Cny(ofBalance), declared.Owed);
        Assert.True(declared.Explain().IsVerified);
        Assert.Equal("100% of the rebate, 100% of the balance of the deposit", declared.Case.Sanction!.ToString());
    }

    [Fact]
    public void A_deposit_is_given_as_it_stands()
    {
        var ledger = DepositLedger.Of(Diverter, Day, Cny(100_000m), topUpDays: 15)
            .Record(DepositEntry.PaidIn(new("E-1"), Day, Cny(97_020m)));
        var penalty = Rule.PenaltyFor(s_second, Cny(14_900m), ledger.On(Day));

        Assert.Equal((Cny(100_000m), Cny(97_020m), Cny(114_900m)), (penalty.AgreedDeposit, penalty.Deposit, penalty.Owed));
        var ofAnother = DepositLedger.Of(new("D-2"), Day, Cny(100_000m), topUpDays: 15).On(Day);
        Assert.Throws<ArgumentException>("deposit", () => Rule.PenaltyFor(s_second, Cny(0m), ofAnother));
    }

    [Fact]
    public void Findings_in_cases_are_paid_by_the_piece_where_the_units_convert()
    {
        var inCases = DiversionFinding.Of(Number(1), Day, East, new("P-1"), new Quantity(20m, UnitOfMeasure.Case), "photographs");
        var converted = inCases.WithUnits(
            UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(25)));
        DiversionPenalty Owed(DiversionFinding finding) =>
            Rule.PenaltyFor(Judged(finding, Traced(finding)), Cny(14_900m), Cny(100_000m), Cny(100_000m));

        Assert.Equal((Cny(5_000m), Cny(7_980m)), (Owed(converted).ByUnit, Owed(converted).Owed));
        Assert.Empty(Owed(converted).Reasons);
        Assert.Equal((Cny(0m), Cny(2_980m)), (Owed(inCases).ByUnit, Owed(inCases).Owed));
        Assert.Equal("channel.diversion-other-unit (found 20 CS, unit PCE)", Owed(inCases).Reasons.Single().ToString());
        Assert.True(Owed(converted).Explain().IsVerified && Owed(inCases).Explain().IsVerified);
        Assert.Throws<ArgumentException>("units", () => inCases.WithUnits(UnitConversions.Of(UnitOfMeasure.Piece)));
    }

    [Fact]
    public void The_third_time_a_termination_is_proposed_and_a_person_decides()
    {
        var penalty = Rule.PenaltyFor(CasesOn(0, 1, 2)[2], Cny(14_900m), Cny(100_000m), Cny(92_020m));

        Assert.True(penalty.ProposesTermination && penalty.Owed.IsZero);
        Assert.Equal("channel.diversion-termination-proposed (occurrence 3)", penalty.Reasons.Single().ToString());
    }

    [Theory]
    [InlineData(7_979.99, 0.01)]
    [InlineData(7_980, 0)]
    [InlineData(7_980.01, 0)]
    [InlineData(0, 7_980)]
    public void No_more_is_taken_than_there_is_and_the_rest_is_shown(decimal deposit, decimal rest)
    {
        var penalty = Rule.PenaltyFor(s_first, Cny(14_900m), Cny(100_000m), Cny(deposit));

        Assert.Equal((Cny(7_980m), Cny(rest)), (penalty.Owed, penalty.Rest));
        Assert.Equal(rest > 0m, penalty.Reasons.Count == 1);
        Assert.True(penalty.ExplainTaken().IsVerified && penalty.ExplainRest().IsVerified);
    }

    [Fact]
    public void The_share_of_a_dealer_who_is_not_known_is_kept_and_shown()
    {
        var nobody = Found(1, 92, North);
        var covering = Rule.CoveringOpenAreas();
        var penalty = covering.PenaltyFor(Judged(nobody, Traced(nobody), covering), Cny(0m), Cny(100_000m), Cny(100_000m));

        Assert.Null(penalty.Injured);
        Assert.Equal(Cny(3_000m), penalty.InjuredShare);
        Assert.Equal("channel.diversion-injured-unknown (share CNY 3000.00)", penalty.Reasons.Single().ToString());
    }

    [Fact]
    public void An_amount_for_the_case_and_each_part_rounded_once()
    {
        var rule = DiversionRule.Of(
            "odd", "clause 9", Currency.CNY, Rounding.Commercial,
            StepSchedule.From(
                (1, DiversionSanction.Warning.WithPerUnit(Cny(0.333m), UnitOfMeasure.Piece).WithRebateShare(Percent(33.3m))
                    .WithDepositShare(Percent(0.05m)).WithAmount(Cny(50m)))));
        var penalty = rule.PenaltyFor(Judged(Found(1, pieces: 5m), Traced(Found(1)), rule), Cny(0.10m), Cny(99.99m), Cny(99.99m));

        Assert.Equal((Cny(1.67m), Cny(0.03m), Cny(0.05m)), (penalty.ByUnit, penalty.OfRebate, penalty.OfDeposit));
        Assert.Equal(Cny(51.75m), penalty.Owed);
        Assert.True(penalty.Explain().IsVerified);
    }

    [Fact]
    public void Other_currencies_rules_and_negative_facts_are_refused()
    {
        Assert.Throws<CurrencyMismatchException>(() => Rule.PenaltyFor(s_first, Usd(0m), Cny(0m), Cny(0m)));
        Assert.Throws<CurrencyMismatchException>(() => Rule.PenaltyFor(s_first, Cny(0m), Cny(0m), Usd(0m)));
        Assert.Throws<ArgumentOutOfRangeException>("rebate", () => Rule.PenaltyFor(s_first, Cny(-0.01m), Cny(100_000m), Cny(0m)));
        Assert.Throws<ArgumentOutOfRangeException>("balance", () => Rule.PenaltyFor(s_first, Cny(0m), Cny(100_000m), Cny(-0.01m)));
        Assert.Throws<ArgumentException>("diversion", () => Rule.WithLookBack(6).PenaltyFor(s_first, Cny(0m), Cny(100_000m), Cny(0m)));
    }

    [Property]
    public Property What_is_owed_is_taken_or_left_and_every_figure_explains_itself(int choice) =>
        Prop.ForAll(
            (from given in Any from rebate in Gen.Choose(0, 2_000_000) from deposit in Gen.Choose(0, 2_000_000)
             select (given, Cny(rebate / 100m), Cny(deposit / 100m))).ToArbitrary(),
            facts =>
            {
                var ((findings, traces), rebate, deposit) = facts;
                foreach (var each in Rule.Judge(findings, traces, Areas))
                {
                    var penalty = Rule.PenaltyFor(each, rebate, Cny(10_000m), deposit);
                    Assert.Equal(penalty.Owed, penalty.Taken + penalty.Rest);
                    Assert.Equal(deposit, penalty.Taken + penalty.DepositAfter);
                    Assert.True(penalty.Taken <= deposit && !penalty.Rest.IsNegative && penalty.InjuredShare <= penalty.ByUnit);
                    Assert.True(each.State == DiversionState.Confirmed || penalty.Owed.IsZero);
                    foreach (var explanation in new[]
                    {
                        penalty.Explain(), penalty.ExplainTaken(), penalty.ExplainRest(), penalty.ExplainInjuredShare(),
                    })
                    {
                        Tampering.IsNamed(explanation, Math.Abs(choice % 1000));
                    }

                    Assert.Equal((Figure)penalty.Owed, penalty.Explain().Value);
                }
            });
}
