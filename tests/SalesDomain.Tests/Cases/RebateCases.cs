using System.Linq;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Rebates.RebateSample;

namespace SalesDomain.Tests.Cases;

/// <summary>The rebates of public sources, computed through agreements from sales lines.</summary>
public sealed class RebateCases
{
    private const FiscalPeriodKind OverYear = FiscalPeriodKind.Year;

    // OCA agreement_rebate, wizards/settlement_create.py; its own test asserts 1,120.
    [Fact]
    public void P_1_and_the_3800_of_OCA_at_10_20_30_percent_are_1100_and_not_1120()
    {
        var statement = Agreement(Yearly(RebateMode.Graduated, (0m, Rate(10)), (100m, Rate(20)), (300m, Rate(30))))
            .Evaluate(InMonth(5, 3_800m));

        Assert.Equal(Cny(1_100m), statement.Earned);
        Assert.True(statement.Explain().IsVerified);
    }

    // MicrosoftDocs, rebate-management-deals.md: every line reached pays, the lower ones up to their threshold.
    [Fact]
    public void RB_03_rolling_steps_of_2000_pay_600() =>
        Assert.Equal(Cny(600m), UpTo(RebateMode.Rolling).Evaluate(InMonth(1, 2_000m)).Earned);

    // MicrosoftDocs, rebate-management-deals.md: every line reached pays on everything.
    [Fact]
    public void RB_04_all_steps_of_2000_together_pay_700() =>
        Assert.Equal(Cny(700m), UpTo(RebateMode.Total).Evaluate(InMonth(1, 2_000m)).Earned);

    // metasfresh, CandidateAssignServiceAllQties_Percent_Test#updateAssignment2: one invoice jumps over a whole tier.
    [Fact]
    public void RB_09_retrospective_steps_by_pieces_re_rate_what_came_before()
    {
        var rebate = Rebate.Of(
            "pieces", OverYear, RebateLevel.Turnover(Measure.Units(UnitOfMeasure.Piece)),
            RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((0m, Rate(10)), (15m, Rate(15)), (50m, Rate(30)))),
            RebateBasis.Of(Measure.Revenue));
        decimal[] invoices = [3m, 6m, 46m, 30m];

        Assert.Equal(
            [Cny(0.30m), Cny(0.90m), Cny(16.50m), Cny(25.50m)],
            Agreement(rebate).Cumulated([.. invoices.Select((pieces, i) => InMonth(i + 1, pieces, pieces))]));
    }

    // NetSuite help, section_16172202301: cumulative quantity fills the tiers across sales.
    [Fact]
    public void RB_15_incremental_amounts_per_unit_fill_the_tiers_across_sales()
    {
        var rebate = Rebate.Of(
            "pieces", OverYear, RebateLevel.Turnover(Measure.Units(UnitOfMeasure.Piece)),
            RebateScale.Of(
                RebateMode.Graduated,
                StepSchedule.UpTo((2m, APiece(10m)), (4m, APiece(20m)), (8m, APiece(30m)))),
            RebateBasis.Of(Measure.Units(UnitOfMeasure.Piece)));

        Assert.Equal(
            [Cny(20m), Cny(60m), Cny(120m)],
            Agreement(rebate).Cumulated(InMonth(1, 100m, 2m), InMonth(2, 100m, 2m), InMonth(3, 100m, 2m)));
    }

    // aipowered365.com, p 1109: 500 × 0 + 500 × 2 + 200 × 3.
    [Fact]
    public void RB_17_1200_pieces_in_bands_of_0_2_and_3_each_earn_1600()
    {
        var rebate = Rebate.Of(
            "pieces", OverYear, RebateLevel.Turnover(Measure.Units(UnitOfMeasure.Piece)),
            RebateScale.Of(
                RebateMode.Graduated,
                StepSchedule.Bands(1m, (0m, 500m, APiece(0m)), (501m, 1_000m, APiece(2m)), (1_001m, (decimal?)null, APiece(3m)))),
            RebateBasis.Of(Measure.Units(UnitOfMeasure.Piece)));

        Assert.Equal(Cny(1_600m), Agreement(rebate).Evaluate(InMonth(1, 12_000m, 1_200m)).Earned);
    }

    // aipowered365.com, p 1109: the tier by quantity, the benefit on value.
    [Fact]
    public void RB_18_the_step_is_chosen_by_pieces_and_paid_on_money()
    {
        var rebate = Rebate.Of(
            "value", OverYear, RebateLevel.Turnover(Measure.Units(UnitOfMeasure.Piece)),
            RebateScale.Of(
                RebateMode.AllUnits,
                StepSchedule.Bands(1m, (0m, 500m, Rate(0)), (501m, 1_000m, Rate(5)), (1_001m, (decimal?)null, Rate(10)))),
            RebateBasis.Of(Measure.Revenue));

        Assert.Equal(Cny(1_200m), Agreement(rebate).Evaluate(InMonth(1, 12_000m, 1_200m)).Earned);
    }

    // aipowered365.com, p 1110: a target of 500 pieces, 5 % on the whole month.
    [Theory]
    [InlineData(499, 0)]
    [InlineData(500, 500)]
    [InlineData(600, 600)]
    public void RB_19_a_target_pays_on_the_whole_month(int pieces, int expected)
    {
        var rebate = Rebate.Of(
            "target", FiscalPeriodKind.Month, RebateLevel.Turnover(Measure.Units(UnitOfMeasure.Piece)),
            RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((500m, Rate(5)))), RebateBasis.Of(Measure.Revenue));

        Assert.Equal(Cny(expected), Agreement(rebate).Evaluate(InMonth(1, pieces * 20m, pieces)).EarnedOf("target", Month(1)));
    }

    // Phocas, Rebates calculation methods: bracketed percentage.
    [Theory]
    [InlineData(6_000, 300)]
    [InlineData(8_000, 400)]
    [InlineData(20_000, 1_500)]
    public void RB_20_bracketed_percentages(int turnover, int expected) =>
        Assert.Equal(
            Cny(expected),
            Agreement(Yearly(RebateMode.Graduated, (0m, Rate(5)), (10_000m, Rate(10)))).Evaluate(InMonth(1, turnover)).Earned);

    // MicrosoftDocs, rebate-management-deals.md: 10,000 over two months, paid at the beginning; 12,000 are earned.
    [Fact]
    public void RB_27_a_guarantee_is_given_first_and_later_only_what_goes_beyond_it()
    {
        var rebate = OnRevenue("month", FiscalPeriodKind.Month, RebateScale.Flat(Rate(10)))
            .WithGuarantee(RebateGuarantee.First(Cny(10_000m)));
        var statement = OfSpan(new DateSpan(new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 28)), rebate)
            .Evaluate(InMonth(1, 50_000m), InMonth(2, 70_000m));

        Assert.Equal(Cny(10_000m), statement.EarnedOf("month", Month(1)));
        Assert.Equal(Cny(2_000m), statement.EarnedOf("month", Month(2)));
        Assert.True(statement.Explain().IsVerified);
    }

    // MicrosoftDocs, rebate-management-deals.md: quantity per multiple.
    [Fact]
    public void FG_07_150_pieces_by_the_hundred_give_2_free_ones()
    {
        var rebate = Rebate.Of(
            "goods", OverYear, RebateLevel.Turnover(Measure.Units(UnitOfMeasure.Piece)),
            RebateScale.Flat(RebateBenefit.GoodsPerPortion(Quantity.Pieces(100m), new ProductId("P"), Quantity.Pieces(2m), Cny(20m))),
            RebateBasis.Of(Measure.Units(UnitOfMeasure.Piece)));
        var result = Agreement(rebate).Evaluate(InMonth(1, 1_500m, 150m)).ResultOf("goods", Year())!;

        Assert.Equal(Quantity.Pieces(2m), Assert.Single(result.Goods).Quantity);
        Assert.Equal(Cny(20m), result.Earned);
    }

    // MicrosoftDocs, rebate-reduction-principle.md: four deals on 1,000 in four orders.
    [Theory]
    [InlineData("1234", 610)]
    [InlineData("4321", 650)]
    [InlineData("3214", 625)]
    [InlineData("2413", 630)]
    public void P_5_and_ST_18_the_order_of_rebates_that_reduce_each_other_is_part_of_the_agreement(string order, int total)
    {
        var statement = Agreement([.. order.Select(Deal)]).Evaluate(InMonth(1, 1_000m));

        Assert.Equal(Cny(total), statement.Earned);
        Assert.True(statement.Explain().IsVerified);
    }

    private static Rebate Deal(char number)
    {
        var rate = number switch { '1' => 10, '2' => 15, '3' => 20, _ => 25 };
        var deal = OnRevenue(number.ToString(), OverYear, RebateScale.Flat(Rate(rate)));
        return number switch { '1' => deal.Reducing(), '2' => deal, _ => deal.Reducing().Reduced() };
    }

    private static RebateAgreement UpTo(RebateMode mode) =>
        Agreement(OnRevenue("year", OverYear, RebateScale.Of(mode, StepSchedule.UpTo((1_000m, Rate(10)), (2_500m, Rate(25))))));
}
