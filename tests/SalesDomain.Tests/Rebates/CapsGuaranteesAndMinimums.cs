using System;
using System.Linq;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Rebates.RebateSample;

namespace SalesDomain.Tests.Rebates;

public sealed class CapsGuaranteesAndMinimums
{
    private static readonly Rebate s_month = OnRevenue("month", FiscalPeriodKind.Month, RebateScale.Flat(Rate(10)));

    [Theory]
    [InlineData(999.90, 99.99)]
    [InlineData(1_000, 100)]
    [InlineData(5_000, 100)]
    public void A_cap_in_total(double sold, double earned)
    {
        var statement = Agreement(s_month.WithCap(Cny(100m))).Evaluate(InMonth(1, (decimal)sold));

        Assert.Equal(Cny((decimal)earned), statement.EarnedOf("month", Month(1)));
        Assert.Equal(sold > 1_000, statement.ResultOf("month", Month(1))!.Reasons.Any(reason => reason.Code == "rebate.capped"));
        Assert.True(statement.Explain().IsVerified);
    }

    [Fact]
    public void A_cap_per_unit_goes_by_the_pieces_that_are_paid_on()
    {
        var statement = Agreement(s_month.WithCapPerUnit(Cny(8m), UnitOfMeasure.Piece)).Evaluate(InMonth(1, 1_000m, 10m));

        Assert.Equal(Cny(80m), statement.EarnedOf("month", Month(1)));
        Assert.True(statement.Explain().IsVerified);
    }

    [Fact]
    public void A_guarantee_per_period_fills_up_each()
    {
        var statement = Agreement(s_month.WithGuarantee(RebateGuarantee.PerPeriod(Cny(50m)))).Evaluate(InMonth(1, 300m), InMonth(2, 700m));

        Assert.Equal([Cny(50m), Cny(70m), Cny(50m)], new[] { 1, 2, 3 }.Select(month => statement.EarnedOf("month", Month(month))));
        Assert.Equal("rebate.guaranteed (earned CNY 30.00, given CNY 50.00)", statement.Results[0].Reasons[0].ToString());
        Assert.True(statement.Explain().IsVerified);
    }

    [Fact]
    public void A_guarantee_with_the_last_period_gives_what_is_missing()
    {
        var agreement = OfSpan(
            DateSpan.OfQuarter(2026, 1), s_month.WithGuarantee(RebateGuarantee.Last(Cny(200m))));
        var missing = agreement.Evaluate(InMonth(1, 300m), InMonth(2, 700m), InMonth(3, 200m));
        var enough = agreement.Evaluate(InMonth(1, 300m), InMonth(2, 1_700m), InMonth(3, 200m));

        Assert.Equal([Cny(30m), Cny(70m), Cny(100m)], missing.Results.Select(result => result.Earned));
        Assert.Equal([Cny(30m), Cny(170m), Cny(20m)], enough.Results.Select(result => result.Earned));
        Assert.True(missing.Explain().IsVerified && enough.Explain().IsVerified);
    }

    [Fact]
    public void A_cumulative_guarantee_may_begin_anew_each_quarter()
    {
        var statement = Agreement(s_month.WithGuarantee(RebateGuarantee.First(Cny(100m)).Each(FiscalPeriodKind.Quarter)))
            .Evaluate(InMonth(1, 300m), InMonth(3, 900m), InMonth(4, 100m));

        Assert.Equal(
            [Cny(100m), Cny(0m), Cny(20m), Cny(100m)], new[] { 1, 2, 3, 4 }.Select(month => statement.EarnedOf("month", Month(month))));
    }

    [Fact]
    public void Less_than_the_least_payout_is_carried()
    {
        var statement = Agreement(s_month.WithMinimum(RebateMinimum.Carried(Cny(100m))))
            .Evaluate(InMonth(1, 400m), InMonth(2, 599.90m), InMonth(3, 0.10m), InMonth(4, 50m));
        var results = statement.ResultsOf("month");

        Assert.Equal([Cny(40m), Cny(59.99m), Cny(0.01m), Cny(5m)], results.Take(4).Select(result => result.Earned));
        Assert.Equal([Cny(0m), Cny(0m), Cny(100m), Cny(0m)], results.Take(4).Select(result => result.Payable));
        Assert.Equal([Cny(40m), Cny(99.99m), Cny(0m), Cny(5m)], results.Take(4).Select(result => result.CarriedOut));
        Assert.All(results, result => Assert.True(result.ExplainPayable().IsVerified));
        Assert.All(results, result => Assert.Equal((Figure)result.Payable, result.ExplainPayable().Value));
        Assert.Equal(
            statement.Earned, Money.Sum(Currency.CNY, results.Select(result => result.Payable)) + results[results.Count - 1].CarriedOut);
    }

    [Fact]
    public void Or_it_is_lost()
    {
        var statement = Agreement(s_month.WithMinimum(RebateMinimum.Lost(Cny(100m)))).Evaluate(InMonth(1, 999.90m), InMonth(2, 1_000m));

        Assert.Equal([Cny(0m), Cny(100m)], statement.ResultsOf("month").Take(2).Select(result => result.Earned));
        Assert.Equal("rebate.below-minimum (due CNY 99.99, least CNY 100.00)", statement.Results[0].Reasons[0].ToString());
        Assert.True(statement.Explain().IsVerified);
    }

    // 100 and 200 earned; no diversion is broken in March: half of March's 300 and half of what was given before.
    [Fact]
    public void A_claw_back_takes_as_much_of_earlier_periods_of_the_year()
    {
        var agreement = Agreement(s_month.WithConditions(RebateCondition.Proven("no diversion", RebateEffect.ClawBack(Percent(50)))));
        var figures = Enumerable.Range(1, 12).Aggregate(
            RebateFigures.None,
            (all, month) => all.WithProof("no diversion", Month(month), month == 3 ? RebateProof.NotMet(1) : RebateProof.Met));
        var statement = agreement.Evaluate(figures, InMonth(1, 1_000m), InMonth(2, 2_000m), InMonth(3, 3_000m));

        Assert.Equal(Cny(0m), statement.EarnedOf("month", Month(3)));
        Assert.Equal(Cny(150m), statement.ResultOf("month", Month(3))!.ClawedBack);
        Assert.Equal(Cny(300m), statement.Earned);
        Assert.True(statement.Explain().IsVerified);
    }

    [Fact]
    public void A_gate_closes_and_conditions_are_judged_from_the_lines()
    {
        var tea = RebateFamily.Of("tea", Scope.Everything.Only(new ProductId("T")));
        var coffee = RebateFamily.Of("coffee", Scope.Everything.Only(new ProductId("C")));
        var agreement = Agreement(s_month.WithConditions(
            RebateCondition.AtLeast("minimum", Measure.Revenue.Of(Cny(100m)), RebateEffect.Gate),
            RebateCondition.FamiliesBought("range", 2, RebateEffect.Withhold(Percent(30)), tea, coffee)));
        var statement = agreement.Evaluate(
            InMonth(1, 99.99m, product: "T"), InMonth(2, 100m, product: "T"), InMonth(3, 60m, product: "T"),
            InMonth(3, 40m, product: "C"));

        Assert.Equal([Cny(0m), Cny(7m), Cny(10m)], new[] { 1, 2, 3 }.Select(month => statement.EarnedOf("month", Month(month))));
        Assert.True(statement.Explain().IsVerified);
    }

    [Theory]
    [InlineData(RebatePayout.ByTurnover, "A CNY 33.34, B CNY 66.66")]
    [InlineData(RebatePayout.ByHead, "A CNY 50.00, B CNY 50.00")]
    [InlineData(RebatePayout.ToHead, "H CNY 100.00")]
    public void A_group_is_rated_together_and_shared_as_agreed(RebatePayout payout, string shares)
    {
        var agreement = Agreement(OnRevenue(
            "year", FiscalPeriodKind.Year, RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((1_000m, Rate(10))))))
            .WithParties(RebateParties.Group(new CustomerId("H"), payout, new CustomerId("A"), new CustomerId("B")));
        var statement = agreement.Evaluate(InMonth(1, 333.35m, customer: "A"), InMonth(2, 666.65m, customer: "B"));

        Assert.Equal(shares, string.Join(", ", statement.Shares.Select(share => share.ToString())));
        foreach (var share in statement.Shares)
        {
            Assert.Equal((Figure)share.Amount, statement.Results[0].ExplainShare(share.Customer).Value);
            Assert.True(statement.Results[0].ExplainShare(share.Customer).IsVerified);
        }

        Assert.Equal((Figure)Cny(0m), statement.Results[0].ExplainShare(new CustomerId("X")).Value);
    }

    [Fact]
    public void A_share_is_explained_by_what_each_member_bought_or_alike_where_nobody_did()
    {
        var agreement = Agreement(OnRevenue("year", FiscalPeriodKind.Year, RebateScale.Flat(Rate(10)))
            .WithGuarantee(RebateGuarantee.PerPeriod(Cny(5m))))
            .WithParties(RebateParties.Group(
                new CustomerId("H"), RebatePayout.ByTurnover, new CustomerId("A"), new CustomerId("B"), new CustomerId("C")));
        SalesLine[] lines =
        [
            InMonth(1, 100m, customer: "A"), InMonth(2, 50m, customer: "A"), InMonth(3, 50m, customer: "B"),
            InMonth(4, -20m, customer: "C"),
        ];
        var result = agreement.Evaluate(lines).Results[0];
        var share = result.ExplainShare(new CustomerId("A"), lines);

        Assert.Equal((Figure)Cny(13.5m), share.Value);
        Assert.Equal(["bought by A", "bought by B", "C"], share.Children.Skip(1).Select(child => child.Name));
        Assert.Equal(2, share.Children[1].Children.Count);
        Assert.Equal((Figure)Cny(0m), share.Children[3].Value);
        Assert.True(share.IsVerified);
        Assert.False(result.ExplainShare(new CustomerId("A"), lines.Skip(1)).IsVerified);

        var nothing = agreement.Evaluate().Results[0].ExplainShare(new CustomerId("B"));
        Assert.Equal((Figure)Cny(1.67m), nothing.Value);
        Assert.True(nothing.IsVerified);
    }

    [Fact]
    public void A_member_counts_on_its_days()
    {
        var agreement = Agreement(OnRevenue("year", FiscalPeriodKind.Year, RebateScale.Flat(Rate(10)))).WithParties(
            RebateParties.Group(
                Dealer, RebatePayout.ByTurnover, new RebateMember(Dealer, DateSpan.Always),
                new RebateMember(new CustomerId("N"), DateSpan.From(new LocalDate(2026, 7, 1)))));

        Assert.Equal(
            Cny(20m), agreement.Evaluate(InMonth(1, 100m), InMonth(6, 50m, customer: "N"), InMonth(7, 100m, customer: "N")).Earned);
    }

    [Fact]
    public void Agreements_that_make_no_sense_are_refused()
    {
        var dollars = OnRevenue("usd", FiscalPeriodKind.Year, RebateScale.Flat(Rate(10))).WithCap(new Money(1m, Currency.USD));

        Assert.Equal("rebates", Assert.Throws<CurrencyMismatchException>(() => Agreement(dollars)).ParamName);
        Assert.Equal("rebates", Assert.Throws<ArgumentException>(() => Agreement(s_month, s_month)).ParamName);
        Assert.Equal("rebates", Assert.Throws<ArgumentException>(() => Agreement(s_month.WithNetOf("later"))).ParamName);
        Assert.Equal(
            "rebates", Assert.Throws<ArgumentException>(
                () => Agreement(s_month.WithGuarantee(RebateGuarantee.PerPeriod(Cny(10.005m))))).ParamName);
        Assert.Equal(
            "rebates", Assert.Throws<ArgumentException>(
                () => Agreement(s_month.WithCap(Cny(10m)).WithGuarantee(RebateGuarantee.PerPeriod(Cny(11m))))).ParamName);
        Assert.Equal(
            "span", Assert.Throws<ArgumentException>(
                () => Agreement(s_month.WithGuarantee(RebateGuarantee.Last(Cny(10m)))).WithSpan(DateSpan.Always)).ParamName);
        Assert.Equal(
            "rounding", Assert.Throws<ArgumentException>(
                () => Agreement().WithRounding(Rounding.ToEnding(0.99m, 1m, RoundingMode.Up))).ParamName);
        Assert.Equal(
            "scale", Assert.Throws<ArgumentException>(() => Rebate.Of(
                "a", FiscalPeriodKind.Year, RebateLevel.Growth(Measure.Revenue),
                RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((100m, Rate(1)))), RebateBasis.Of(Measure.Revenue))).ParamName);
        Assert.Equal(
            "steps", Assert.Throws<ArgumentException>(() => RebateScale.Of(
                RebateMode.AllUnits, StepSchedule.From((0m, Rate(1)), (10m, APiece(2m))))).ParamName);
        Assert.Equal(
            "steps", Assert.Throws<ArgumentException>(() => RebateScale.Of(
                RebateMode.Graduated, StepSchedule.From((0m, RebateBenefit.LumpSum(Cny(1m)))))).ParamName);
    }
}
