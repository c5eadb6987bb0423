using System.Linq;
using NodaTime;
using SalesDomain.Rebates;
using SalesDomain.Tests.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Rebates.AccountSample;

namespace SalesDomain.Tests.Cases;

/// <summary>Accruals, settlements and claims, as public sources and a head of sales print them.</summary>
public sealed class RebateAccountCases
{
    /// <summary>CH-03: http://gangessystems.com/products/.</summary>
    [Fact]
    public void CH_03_A_chargeback_is_acquisition_price_less_contract_price()
    {
        Assert.Equal(Usd(2m), ClaimSample.Price.DebitPerUnit);
        Assert.Equal(Usd(2m), ClaimSample.Contract().Judge([ClaimSample.Claim(1, ClaimSample.Sale(1, 1m))]).Granted);
    }

    /// <summary>AC-03: bdo.com.au, IFRS 15 for the retail industry.</summary>
    [Fact]
    public void AC_03_An_incremental_price_is_accrued_at_the_expected_average()
    {
        var prices = TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 10m), (100_000m, 9m), (200_000m, 8m));
        var expected = prices.Graduated(Quantity.Pieces(150_000m));
        var estimate = RebateEstimate.ByForecast(
            RebateEntitlement.Of("volume", Year, Usd(0m)), Quantity.Pieces(30_000m), Rounding.Commercial,
            RebateScenario.Of(Quantity.Pieces(150_000m), Usd(1_500_000m) - expected));

        Assert.Equal(Usd(1_450_000m), expected);
        Assert.Equal(Usd(10_000m), estimate.Accrued);
        Assert.Equal(Usd(290_000m), Usd(300_000m) - estimate.Accrued);
        Assert.True(estimate.Explain().IsVerified);
    }

    /// <summary>RB-27: MicrosoftDocs, rebate-management-deals.md.</summary>
    [Fact]
    public void RB_27_A_guarantee_paid_first_leaves_only_the_excess_to_be_paid_later()
    {
        var guarantee = Settle(Empty, Run(1), Earned(10_000m));
        var rest = Settle(guarantee.Account, Run(2, document: "CN-2"), Earned(12_000m));

        Assert.Equal(Cny(10_000m), guarantee.Payable);
        Assert.Equal(Cny(2_000m), rest.Payable);
    }

    /// <summary>IFRS 15, paragraph 53 a: the sum of the amounts, each by its probability.</summary>
    [Fact]
    public void IFRS_15_The_expected_value_is_over_all_ways_in_which_the_year_may_end()
    {
        var estimate = RebateEstimate.ByExpectedValue(
            Earned(0m), Cny(240_000m), Rounding.Commercial,
            RebateScenario.Of(Cny(960_000m), Cny(9_600m)).WithProbability(Percent(60)),
            RebateScenario.Of(Cny(1_000_000m), Cny(20_000m)).WithProbability(Percent(40)));

        // 13,760 × 240,000 ÷ 976,000.
        Assert.Equal(Cny(3_383.61m), estimate.Accrued);
        Assert.True(estimate.Explain().IsVerified);
    }

    /// <summary>Practice, quarter, 10 and 14: settled 11,920 in April, and 6,360 of it comes back after a return.</summary>
    [Fact]
    public void Practice_A_return_after_the_settlement_takes_back_6_360()
    {
        var april = Settle(Empty, Run(4), Earned(11_920m, "quarter", Quarter));
        var may = Settle(april.Account, Run(5, document: "CN-2"), Earned(5_560m, "quarter", Quarter));

        Assert.Equal(Cny(11_920m), april.Payable);
        Assert.Equal(Cny(-6_360m), may.Payable);
        Assert.Equal(Cny(5_560m), may.Account.Balances.Settled);
    }

    /// <summary>Practice, rebates 2: months of 1 % with the year on top, additive 21,250; net of them 14,250.</summary>
    [Fact]
    public void Practice_Rebates_of_months_and_quarter_are_settled_side_by_side()
    {
        RebateEntitlement[] months =
        [
            Earned(3_000m, "month", DateSpan.OfMonth(2026, 1)), Earned(4_000m, "month", DateSpan.OfMonth(2026, 2)),
            Earned(0m, "month", DateSpan.OfMonth(2026, 3)),
        ];
        var monthly = Empty.SettleToDate(months, CreditNote, Run(4));
        Money Quarterly(decimal earned) => Settle(monthly.Account, Run(4, 30), Earned(earned, "quarter", Quarter)).Payable;

        Assert.Equal(Cny(7_000m), monthly.Payable);
        Assert.Equal(Cny(21_250m), monthly.Payable + Quarterly(14_250m));
        Assert.Equal(Cny(14_250m), monthly.Payable + Quarterly(7_250m));
    }

    /// <summary>Practice, G4-4: usable rebate = min(balance 100,000; 10 % of the order).</summary>
    [Fact]
    public void Practice_G4_4_A_rebate_is_used_on_an_order_up_to_a_share_of_it()
    {
        var terms = RebatePayoutTerms.As(RebateForm.Deduction).WithOrderShare(Percent(10));
        var used = terms.UsableOn(Cny(100_000m), Cny(1_516_821.60m), Rounding.Commercial);
        var small = terms.UsableOn(Cny(100_000m), Cny(380_000m), Rounding.Commercial);

        Assert.Equal(Cny(100_000m), used.Amount);
        Assert.Equal(Cny(38_000m), small.Amount);
        Assert.Equal(Cny(62_000m), small.Left);
        Assert.True(used.Explain().IsVerified);
    }

    [Fact]
    public void Practice_R_7_Price_protection_that_was_credited_may_be_deducted_once()
    {
        var credit = DeductibleCredit.Of(new DocumentId("PP-1"), new CustomerId("D-1"), Cny(3_000m));
        CustomerDeduction Taken(int line) =>
            CustomerDeduction.Of(new LineId(new DocumentId("PA-1"), line), new LocalDate(2026, 4, 1), new CustomerId("D-1"), Cny(3_000m))
                .WithReference(credit.Number);
        var match = DeductionMatch.Of(Currency.CNY, [Taken(1), Taken(2)], [credit]);

        Assert.Equal([Cny(3_000m), Cny(0m)], match.Lines.Select(line => line.Matched));
    }
}
