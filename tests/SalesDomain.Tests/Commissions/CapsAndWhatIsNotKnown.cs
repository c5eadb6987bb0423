using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>A cap of the plan while a component waits for a cost or a figure, and in which steps a cap is shared.</summary>
[Properties(Arbitrary = [typeof(AnyPlan)], MaxTest = 300)]
public sealed class CapsAndWhatIsNotKnown
{
    private const string Margin = "margin";

    // Cap 1,000. January: revenue 600 and margin 400. February: the margin is not known, revenue 900; 400 stay in the account.
    [Fact]
    public void What_stands_of_a_component_that_is_not_known_takes_its_room_under_the_cap()
    {
        var january = Evaluate(Sold(600), Sold(400));
        var february = Evaluate(Sold(900), margin: null, standing: january.Of(Margin).Earned);

        Assert.Equal(Cny(1_000), january.Earned);
        Assert.Equal(Cny(600), february.Earned);
        Assert.Null(february.Of(Margin).Earned);
        Assert.False(february.IsComplete);
        Assert.Equal(
            "commission.cap-without (component margin, standing CNY 400.00)",
            february.Reasons.Single(reason => reason.Code == "commission.cap-without").ToString());
        Assert.Contains(february.Reasons, reason => reason.Code == "commission.plan-capped");
        Assert.Empty(february.Explain().Verify());
        Assert.Contains("what stands of margin: CNY 400.00", february.Explain().ToString(), System.StringComparison.Ordinal);

        // The account: 600 and 400 in January, nothing more in February, and no more than the cap when the cost arrives.
        var rules = PayoutRules.Of(Rounding.Commercial);
        var settled = CommissionAccount.In(Currency.CNY)
            .Settle(january.ToEarnings(byCredit: false), Run(1), rules).Account
            .Settle(february.ToEarnings(byCredit: false), Run(2), rules);
        Assert.Equal(Cny(0), settled.Paid);
        var known = settled.Account.Settle(Evaluate(Sold(900), Sold(300)).ToEarnings(byCredit: false), Run(3), rules);
        Assert.Equal(Cny(0), known.Paid);
        Assert.Equal(Cny(0), known.Account.Balances.Debit);
    }

    [Fact]
    public void The_account_says_what_stands_of_each_component()
    {
        var january = Evaluate(Sold(600), Sold(400));
        var account = CommissionAccount.In(Currency.CNY)
            .Settle(january.ToEarnings(byCredit: false), Run(1), PayoutRules.Of(Rounding.Commercial)).Account;
        var (plan, figures) = (Capped(Cny(1_000)), CommissionFigures.None.With(Revenue, Sold(900)).With(Margin, null));

        Assert.Equal(Cny(400), account.StandingOf(plan.Name, Margin, Quarter));
        Assert.Null(account.StandingOf(plan.Name, Margin, DateSpan.OfYear(2026)));
        Assert.Null(account.StandingOf(plan.Name, "none", Quarter));
        Assert.Null(account.StandingOf("another", Margin, Quarter));
        Assert.Equal(
            figures.WithStanding(Revenue, Cny(600)).WithStanding(Margin, Cny(400)), figures.WithStandingOf(account, plan, Quarter));
        Assert.Equal(
            Cny(600), plan.Evaluate(Quarter, CommissionTerms.None, figures.WithStandingOf(account, plan, Quarter)).Earned);

        // A plan in dollars, paid in yuan: what stands is in dollars.
        var usd = new Money(100m, Currency.USD);
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7m, new LocalDate(2026, 1, 1)));
        var abroad = CommissionAccount.In(Currency.CNY).Settle(
            [
                CommissionEarning.Of("Export", Revenue, Quarter, usd).With(new LineId(new DocumentId("S-1"), 1), new LocalDate(2026, 1, 5)),
                CommissionEarning.Of("Export", Revenue, Quarter, usd).With(new LineId(new DocumentId("S-2"), 1), new LocalDate(2026, 1, 5)),
            ],
            Run(1).WithRates(rates), PayoutRules.Of(Rounding.Commercial).WithConversionDay(ConversionDay.EndOfPayoutPeriod)).Account;
        Assert.Equal(usd + usd, abroad.StandingOf("Export", Revenue, Quarter));
    }

    [Fact]
    public void Without_a_word_of_what_stands_the_cap_says_what_it_does_not_know()
    {
        var result = Evaluate(Sold(900), margin: null);

        Assert.Equal(Cny(900), result.Earned);
        Assert.Equal(
            "commission.cap-without (component margin)",
            result.Reasons.Single(reason => reason.Code == "commission.cap-without").ToString());
        Assert.DoesNotContain(
            Capped(cap: null).Evaluate(Quarter, CommissionTerms.None, CommissionFigures.None.With(Margin, null)).Reasons,
            reason => reason.Code == "commission.cap-without");
    }

    [Fact]
    public void Once_a_component_is_known_what_stood_of_it_counts_no_more() =>
        Assert.Equal(Cny(900), Evaluate(Sold(600), Sold(300), standing: Cny(400)).Earned);

    [Theory]
    [InlineData(1_000, 0)]
    [InlineData(1_200, 0)]
    [InlineData(-200, 900)]
    public void What_stands_above_the_cap_leaves_nothing_and_what_was_taken_back_makes_room(decimal standing, decimal earned)
    {
        var result = Evaluate(Sold(900), margin: null, standing: Cny(standing));

        Assert.Equal(Cny(earned), result.Earned);
        Assert.Empty(result.Explain().Verify());
    }

    [Fact]
    public void What_stands_is_of_a_component_of_the_plan_and_in_its_currency()
    {
        var plan = Capped(Cny(1_000));

        Assert.Throws<System.ArgumentException>(
            () => plan.Evaluate(Quarter, CommissionTerms.None, CommissionFigures.None.WithStanding("none", Cny(1))));
        Assert.Throws<CurrencyMismatchException>(
            () => plan.Evaluate(
                Quarter, CommissionTerms.None,
                CommissionFigures.None.With(Margin, null).WithStanding(Margin, new Money(1m, Currency.USD))));
        Assert.NotEqual(CommissionFigures.None, CommissionFigures.None.WithStanding(Margin, Cny(1)));
        Assert.Equal(Cny(1), CommissionFigures.None.WithStanding(Margin, Cny(1)).WithFigure("f", Percent(1)).StandingOf(Margin));
    }

    // 700 and 600 capped to 1,000 in whole yuan: 538 and 462, not 538.46 and 461.54.
    [Theory]
    [InlineData(1_000, 538, 462)]
    [InlineData(1_000.50, 538, 462)]
    public void A_cap_is_shared_in_the_steps_of_the_plan(decimal cap, decimal revenue, decimal margin)
    {
        var whole = CommissionPlan.Of(
            "Whole yuan", Currency.CNY, Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero),
            [.. Capped(cap: null).Components]).WithCap(Cny(cap));

        var result = whole.Evaluate(
            Quarter, CommissionTerms.None, CommissionFigures.None.With(Revenue, Sold(700)).With(Margin, Sold(600)));

        Assert.Equal((Cny(revenue), Cny(margin)), (result.Of(Revenue).Earned!.Value, result.Of(Margin).Earned!.Value));
        Assert.Empty(result.Explain().Verify());
    }

    // A gate on collections that is known at the end of the quarter: before that it is not known what is paid, which is not zero.
    [Fact]
    public void What_waits_for_a_figure_is_not_known_yet()
    {
        var plan = Plan(Cumulative(CommissionRate.Flat(Percent(3))).ModifiedBy(CommissionModifier.GateFrom("collected", Percent(90))));

        var waiting = plan.Evaluate(Quarter, CommissionTerms.None, Figures(10_000));

        Assert.Null(waiting.Of(Revenue).Earned);
        Assert.Equal(Cny(300), waiting.Of(Revenue).Rated);
        Assert.Null(waiting.Of(Revenue).Exact);
        var earning = Assert.Single(waiting.ToEarnings(byCredit: false));
        Assert.False(earning.IsKnown);
        Assert.Equal("commission.figure-missing (component revenue, figure collected)", Assert.Single(earning.Reasons).ToString());
        Assert.Empty(waiting.Of(Revenue).Explain().Verify());
        Assert.Empty(CommissionAccount.In(Currency.CNY).Settle([earning], Run(1), PayoutRules.Of(Rounding.Commercial)).Entries);
    }

    [Fact]
    public void A_plan_can_say_that_it_pays_nothing_until_then()
    {
        var plan = Plan(Cumulative(CommissionRate.Flat(Percent(3))).ModifiedBy(CommissionModifier.GateFrom("collected", Percent(90))))
            .WithUnstatedFigures(UnstatedFigure.PaysNothing);

        var result = plan.Evaluate(Quarter, CommissionTerms.None, Figures(10_000));

        Assert.Equal(Cny(0), result.Of(Revenue).Earned);
        Assert.Equal("commission.figure-missing", result.Reasons.Single().Code);
        Assert.Empty(result.Explain().Verify());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-500)]
    public void What_no_figure_could_change_is_known_without_it(decimal sold)
    {
        var plan = Plan(Cumulative(CommissionRate.Flat(Percent(10))).ModifiedBy(CommissionModifier.Factor("appraisal")));

        Assert.Equal(Cny(sold / 10m), plan.Evaluate(Quarter, CommissionTerms.None, Figures(sold)).Of(Revenue).Earned);
    }

    [Property]
    public void With_what_stands_the_cap_still_holds_over_all(AnyPlan any, int cents)
    {
        var standing = Cny(cents * 9_973L % 500_000 / 100m);
        var figures = any.Figures;
        foreach (var component in any.Plan.Components)
            figures = figures.WithStanding(component.Name, standing);
        var result = any.Plan.Evaluate(Quarter, any.Terms, figures);
        var stands = result.Components.Count(component => component.Earned is null) * standing.Amount;

        Assert.Empty(result.Explain().Verify());
        Assert.All(result.Components, component => Assert.Empty(component.Explain().Verify()));
        var negative = result.Components.Sum(component => component.Earned is { IsNegative: true } below ? below.Amount : 0m);
        if (any.Plan.Cap is { } cap)
            Assert.True(result.Earned.Amount <= System.Math.Max(cap.Amount - stands, negative));
        Tampering.IsNamed(result.Explain(), cents & 1023);
    }

    private static CommissionPlan Capped(Money? cap)
    {
        var plan = Plan(
            CommissionComponent.OfGiven(Revenue, Measure.Revenue, CommissionRate.Flat(Percent(100))),
            CommissionComponent.OfGiven(Margin, Measure.Revenue, CommissionRate.Flat(Percent(100))));
        return cap is { } most ? plan.WithCap(most) : plan;
    }

    private static CommissionResult Evaluate(Measured? revenue, Measured? margin, Money? standing = null)
    {
        var figures = CommissionFigures.None.With(Revenue, revenue).With(Margin, margin);
        return Capped(Cny(1_000)).Evaluate(
            Quarter, CommissionTerms.None, standing is { } stands ? figures.WithStanding(Margin, stands) : figures);
    }

    private static PayoutRun Run(int month) => PayoutRun.Of(DateSpan.OfMonth(2026, month), new LocalDate(2026, month + 1, 10));
}
