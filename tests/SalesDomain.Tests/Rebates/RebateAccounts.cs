using System;
using System.Linq;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Rebates.AccountSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>Earned, accrued and settled: what an account enters are differences to date.</summary>
public sealed class RebateAccounts
{
    [Fact]
    public void What_is_accrued_follows_the_estimate_both_ways()
    {
        var high = Empty.Accrue([Current(9_600m)], Run(3));
        var low = high.Account.Accrue([Current(8_000m)], Run(4));

        Assert.Equal(Cny(9_600m), high.Accrued);
        Assert.Equal(Cny(-1_600m), low.Accrued);
        Assert.Equal(Cny(8_000m), low.Account.Balances.Accrued);
        Assert.Empty(low.Account.Accrue([Current(8_000m)], Run(5)).Entries);
        Assert.True(low.Explain().IsVerified);
    }

    [Fact]
    public void A_forecast_accrues_more_than_is_earned_and_a_settlement_in_the_year_leaves_it()
    {
        var earned = Earned(4_000m);
        var forecast = RebateEstimate.ByForecast(
            earned, Cny(400_000m), Rounding.Commercial, RebateScenario.Of(Cny(1_000_000m), Cny(20_000m)));
        var accrued = Empty.Accrue([forecast], Run(6)).Account;
        var settled = Settle(accrued, Run(7), earned);

        Assert.Equal(Cny(8_000m), accrued.Balances.Liability);
        Assert.Equal(Cny(4_000m), settled.Payable);
        Assert.Equal(Cny(8_000m), settled.Account.Balances.Accrued);
        Assert.Equal(Cny(4_000m), settled.Account.Balances.Liability);
        Assert.True(settled.Lines[0].ExplainAccrued().IsVerified);
    }

    [Fact]
    public void Settled_to_date_once_the_year_is_over_it_closes_to_zero_and_settling_twice_pays_zero()
    {
        var accrued = Empty.Accrue([Current(25_000m)], Run(12, 31)).Account;
        var settled = Settle(accrued, Run(1, 15, 2027), Earned(20_000m));
        var again = Settle(settled.Account, Run(1, 16, 2027, "CN-2"), Earned(20_000m));

        Assert.Equal(Cny(20_000m), settled.Payable);
        Assert.True(settled.Account.Balances.IsClosed);
        Assert.Equal(Cny(20_000m), settled.Account.Balances.Accrued);
        Assert.Equal(Cny(0m), again.Payable);
        Assert.Empty(again.Entries);
        Assert.Equal(settled.Account, again.Account);
        Assert.True(settled.Explain().IsVerified);
    }

    [Fact]
    public void A_part_pays_the_oldest_first_and_the_final_settlement_is_the_rest()
    {
        RebateEntitlement[] earned = [Earned(300m, "month", DateSpan.OfMonth(2026, 2)), Earned(500m, "month", DateSpan.OfMonth(2026, 1))];
        var part = Empty.Settle(Cny(600m), earned, CreditNote, Run(4));
        var rest = part.Account.SettleToDate(earned, CreditNote, Run(5));

        Assert.Equal([Cny(500m), Cny(100m)], part.Lines.Select(line => line.Settled));
        Assert.Equal(Cny(600m), part.Payable);
        Assert.Equal(Cny(200m), rest.Payable);
        Assert.True(part.Explain().IsVerified);
        Assert.True(rest.Account.Balances.IsClosed);
    }

    [Fact]
    public void A_part_of_more_than_is_due_pays_what_is_due()
    {
        var part = Empty.Settle(Cny(1_000m), [Earned(700m)], CreditNote, Run(4));
        var nothing = part.Account.Settle(Cny(1_000m), [Earned(700m)], CreditNote, Run(5));

        Assert.Equal(Cny(700m), part.Payable);
        Assert.Equal("settlement.over-due (asked CNY 1000.00, due CNY 700.00)", part.Reasons[0].ToString());
        Assert.Equal(Cny(0m), nothing.Payable);
        Assert.Empty(nothing.Entries);
        Assert.True(nothing.Explain().IsVerified);
    }

    [Fact]
    public void What_one_period_gives_back_is_paid_out_to_another_beside_the_part()
    {
        var settled = Settle(Empty, Run(4), Earned(500m, "month", DateSpan.OfMonth(2026, 1))).Account;
        var part = settled.Settle(
            Cny(100m),
            [Earned(400m, "month", DateSpan.OfMonth(2026, 1)), Earned(300m, "month", DateSpan.OfMonth(2026, 2))], CreditNote, Run(5));

        Assert.Equal([Cny(-100m), Cny(200m)], part.Lines.Select(line => line.Settled));
        Assert.Equal(Cny(100m), part.Payable);
        Assert.True(part.Explain().IsVerified);
    }

    [Theory]
    [InlineData(99.99, 0)]
    [InlineData(100, 100)]
    [InlineData(100.01, 100.01)]
    public void Below_the_least_it_is_carried_and_comes_along_next_time(double earned, double paid)
    {
        var terms = CreditNote.WithMinimum(RebateMinimum.Carried(Cny(100m)));
        var january = DateSpan.OfMonth(2026, 1);
        var first = Empty.SettleToDate([Earned((decimal)earned, "month", january)], terms, Run(2));
        var next = first.Account.SettleToDate([Earned(50m, "month", DateSpan.OfMonth(2026, 2))], terms, Run(3));

        Assert.Equal(Cny((decimal)paid), first.Payable);
        Assert.Equal(paid == 0 ? Cny(149.99m) : Cny(0m), next.Payable);
        Assert.Empty(first.Account.SettleToDate([Earned((decimal)earned, "month", january)], terms, Run(2)).Entries);
        Assert.True(first.Explain().IsVerified);
        Assert.True(next.Explain().IsVerified);
    }

    [Fact]
    public void Below_the_least_it_is_lost_where_that_is_agreed_and_closes_to_zero()
    {
        var terms = CreditNote.WithMinimum(RebateMinimum.Lost(Cny(100m)));
        var lost = Empty.SettleToDate([Earned(80m, "q", Quarter)], terms, Run(4));

        Assert.Equal(Cny(0m), lost.Payable);
        Assert.Equal(Cny(80m), lost.WrittenOff);
        Assert.Equal("settlement.lost (due CNY 80.00, minimum CNY 100.00)", lost.Reasons[0].ToString());
        Assert.True(lost.Account.Balances.IsClosed);
        Assert.Equal((Figure)Cny(80m), lost.Lines[0].ExplainWrittenOff().Value);
        Assert.Equal("difference", lost.Lines[0].ExplainWrittenOff().Operation!.Name);
        Assert.True(lost.Lines[0].ExplainWrittenOff().IsVerified);
        Assert.Empty(lost.Account.SettleToDate([Earned(80m, "q", Quarter)], terms, Run(5)).Entries);
    }

    [Fact]
    public void A_part_below_the_least_is_not_paid_and_nothing_of_it_is_lost()
    {
        var terms = CreditNote.WithMinimum(RebateMinimum.Lost(Cny(100m)));
        var part = Empty.Settle(Cny(50m), [Earned(80m)], terms, Run(4));

        Assert.Equal(Cny(0m), part.Payable);
        Assert.Equal(Cny(80m), part.Account.Balances.Open);
        Assert.Equal("settlement.below-minimum", part.Reasons[0].Code);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void What_is_not_claimed_in_time_is_written_off(int daysAfter, bool isOpen)
    {
        var terms = CreditNote.WithClaimDays(31);
        var accrued = Empty.Accrue([Current(900m, "q", Quarter)], Run(3, 31)).Account;
        var on = new LocalDate(2026, 3, 31).PlusDays(daysAfter);
        var off = accrued.WriteOffUnclaimed([Earned(800m, "q", Quarter)], terms, SettlementRun.Of(new DocumentId("J-1"), on));

        Assert.Equal(isOpen ? Cny(0m) : Cny(800m), off.WrittenOff);
        Assert.Equal(isOpen ? Cny(0m) : Cny(-100m), off.Accrued);
        Assert.Equal(!isOpen, off.Account.Balances.IsClosed);
        Assert.Equal(isOpen ? ["settlement.claim-open"] : Array.Empty<string>(), off.Reasons.Select(reason => reason.Code));
        Assert.True(off.Explain().IsVerified);
        Assert.All(off.Lines, line => Assert.True(line.ExplainWrittenOff().IsVerified));
        Assert.All(off.Lines, line => Assert.Equal((Figure)line.WrittenOff, line.ExplainWrittenOff().Value));
    }

    [Fact]
    public void A_claim_that_comes_too_late_is_not_paid_and_stays_to_be_written_off()
    {
        var terms = CreditNote.WithClaimDays(30);
        var run = SettlementRun.Of(new DocumentId("CN-1"), new LocalDate(2026, 6, 1));
        var late = Empty.SettleToDate([Earned(800m, "q", Quarter)], terms, run);
        var inTime = Empty.SettleToDate([Earned(800m, "q", Quarter)], terms, run.WithClaimedOn(new LocalDate(2026, 4, 30)));

        Assert.Equal(Cny(0m), late.Payable);
        Assert.Equal("settlement.claimed-too-late", late.Reasons[0].Code);
        Assert.Equal(Cny(800m), late.Account.Balances.Open);
        Assert.Equal(Cny(800m), inTime.Payable);
        Assert.True(late.Explain().IsVerified);
    }

    [Fact]
    public void More_settled_than_earned_is_taken_back_and_not_written_off()
    {
        var terms = CreditNote.WithClaimDays(30);
        var settled = Empty.SettleToDate([Earned(800m, "q", Quarter)], terms, Run(4)).Account;
        var off = settled.WriteOffUnclaimed([Earned(700m, "q", Quarter)], terms, Run(6));
        var back = off.Account.SettleToDate([Earned(700m, "q", Quarter)], terms, Run(6));

        Assert.Equal("settlement.to-take-back", off.Reasons[0].Code);
        Assert.Equal(Cny(-100m), back.Payable);
        Assert.Equal("settlement.taken-back (amount CNY -100.00)", back.Reasons[0].ToString());
        Assert.True(back.Account.Balances.IsClosed);
    }

    [Theory]
    [InlineData(0, 0, 1_000)]
    [InlineData(400, 400, 600)]
    [InlineData(1_000, 1_000, 0)]
    [InlineData(1_500, 1_000, 0)]
    public void Overdue_debt_is_set_off_first_where_that_is_agreed(int debt, int offset, int payable)
    {
        var run = Run(4).WithOverdueDebt(Cny(debt));
        var settled = Empty.SettleToDate([Earned(1_000m)], CreditNote.OffsettingOverdueDebt(), run);

        Assert.Equal(Cny(offset), settled.Offset);
        Assert.Equal(Cny(payable), settled.Payable);
        Assert.Equal(Cny(1_000m), settled.Settled);
        Assert.Equal(Cny(0m), Empty.SettleToDate([Earned(1_000m)], CreditNote, run).Offset);
        Assert.True(settled.Explain().IsVerified);
    }

    [Fact]
    public void Goods_are_given_in_whole_units_and_the_rest_in_money()
    {
        var terms = RebatePayoutTerms.InGoods(new ProductId("P-1"), Cny(94m), UnitOfMeasure.Piece);
        var settled = Empty.SettleToDate([Earned(1_000m)], terms, Run(4));

        Assert.Equal(Quantity.Pieces(10m), settled.Units);
        Assert.Equal(Cny(60m), settled.InMoney);
        Assert.Equal(Cny(60m), settled.ToCredit()!.Amount);
        Assert.True(settled.ExplainUnits().IsVerified);
        Assert.Null(settled.Account.SettleToDate([Earned(1_000m)], terms, Run(5)).Units);
    }

    [Fact]
    public void An_account_is_built_again_from_its_entries_in_parts()
    {
        var terms = CreditNote.WithMinimum(RebateMinimum.Carried(Cny(100m)));
        var account = Empty.Accrue([Current(90m)], Run(3)).Account.SettleToDate([Earned(90m)], terms, Run(4)).Account;
        var again = Empty.Apply(account.Entries.Take(2)).Apply(account.Entries.Skip(2));

        Assert.Equal(account, again);
        Assert.Equal(Cny(140m), again.SettleToDate([Earned(50m, "q", Quarter)], terms, Run(5)).Payable);
        Assert.Equal(account.Balances, account.BalancesOn(new LocalDate(2026, 4, 28)));
        Assert.Equal(Cny(90m), account.BalancesOn(new LocalDate(2026, 3, 28)).Accrued);
        Assert.Equal(Cny(0m), account.BalancesOn(new LocalDate(2026, 3, 27)).Accrued);
    }

    [Fact]
    public void An_entry_out_of_its_turn_is_refused()
    {
        var account = Empty.Accrue([Current(90m)], Run(3)).Account;
        RebateEntry Entry(int number, int month) =>
            RebateEntry.Of(
                number, new LocalDate(2026, month, 28), new DocumentId("J-2"), RebateEntryKind.Settled, "year", Year, Cny(1m));

        Assert.Equal("entries", Assert.Throws<ArgumentException>(() => account.Apply([Entry(4, 4)])).ParamName);
        Assert.Equal("entries", Assert.Throws<ArgumentException>(() => account.Apply([Entry(3, 2)])).ParamName);
        Assert.Equal("run", Assert.Throws<ArgumentOutOfRangeException>(() => Settle(account, Run(2), Earned(90m))).ParamName);
        Assert.Equal(
            "earnedToDate",
            Assert.Throws<ArgumentException>(() => Settle(account, Run(4), Earned(90m), Earned(80m))).ParamName);
    }

    [Fact]
    public void A_run_that_restates_a_span_takes_back_what_is_not_among_what_is_earned()
    {
        var two = Settle(Empty, Run(4), Earned(500m, "old", Quarter), Earned(300m, "year")).Account;
        var restated = two.SettleToDate([Earned(700m, "new", Quarter)], CreditNote, Run(5).WithRestated(Quarter));

        Assert.Equal(Cny(200m), restated.Payable);
        Assert.Equal(Cny(-500m), restated.Lines.Single(line => line.Rebate == "old").Settled);
        Assert.Equal(Cny(300m), restated.Account.BalancesOf("year", Year).Settled);
    }
}
