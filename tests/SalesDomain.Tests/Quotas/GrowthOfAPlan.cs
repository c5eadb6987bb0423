using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

public sealed class GrowthOfAPlan
{
    private static GrowthPlan Practice => GrowthPlan.Of(Revenue(9_500_000m), Revenue(12_000_000m))
        .WithChurn(Percent(8m)).WithPriceChange(Percent(2m)).WithSource("new products", Revenue(1_200_000m))
            .WithNewCustomers(Revenue(180_000m));

    [Fact]
    public void Practice_R2_the_rest_takes_eleven_new_customers()
    {
        var bridge = Practice.Evaluate();

        Assert.Equal([Revenue(8_740_000m), Revenue(8_914_800m)], bridge.After);
        Assert.Equal([Revenue(-760_000m), Revenue(174_800m)], bridge.Effects);
        Assert.Equal(Revenue(8_914_800m), bridge.Carried);
        Assert.Equal(Revenue(3_085_200m), bridge.Increment);
        Assert.Equal(Revenue(1_885_200m), bridge.Rest);
        Assert.Equal(10.47m, bridge.CustomersExactly!.Value.To(2));
        Assert.Equal(11, bridge.CustomersNeeded);
        Assert.Equal(11, bridge.NewCustomers);
        Assert.Equal(Revenue(1_980_000m), bridge.FromCustomers);
        Assert.True(bridge.IsCovered);
        Assert.Equal("carried CNY 8914800.00, increment CNY 3085200.00, 11 new customers, uncovered CNY 0.00", bridge.ToString());
    }

    [Fact]
    public void What_cannot_be_won_stays_uncovered()
    {
        var bridge = Practice.WithNewCustomers(Revenue(180_000m), atMost: 8).Evaluate();

        Assert.Equal(11, bridge.CustomersNeeded);
        Assert.Equal(8, bridge.NewCustomers);
        Assert.Equal(Revenue(445_200m), bridge.Uncovered);
        Assert.False(bridge.IsCovered);
        Assert.Equal(
            """
            uncovered: CNY 445200.00  [max]
              rest after new customers: CNY 445200.00  [difference]
                rest: CNY 1885200.00  [difference]
                  increment: CNY 3085200.00  [difference]
                    target: CNY 12000000.00  [fact]
                    after price: CNY 8914800.00  [product]
                      after churn: CNY 8740000.00  [product]
                        baseline: CNY 9500000.00  [fact]
                        factor of churn: 92%  [sum]
                          whole: 100%  [by the rule]
                          churn: -8%  [by the rule]
                      factor of price: 102%  [sum]
                        whole: 100%  [by the rule]
                        price: 2%  [by the rule]
                  new products: CNY 1200000.00  [by the rule]
                from new customers: CNY 1440000.00  [product]
                  new customers: 8  [min]
                    new customers needed: 11  [round digits:0 ceiling]
                      rest ÷ amount of one: ≈ 10.473333  [ratio]
                        rest to be covered: CNY 1885200.00  [max]
                          rest: CNY 1885200.00  [difference]
                            increment: CNY 3085200.00  [difference]
                              target: CNY 12000000.00  [fact]
                              after price: CNY 8914800.00  [product]
                                after churn: CNY 8740000.00  [product]
                                  baseline: CNY 9500000.00  [fact]
                                  factor of churn: 92%  [sum]
                                    whole: 100%  [by the rule]
                                    churn: -8%  [by the rule]
                                factor of price: 102%  [sum]
                                  whole: 100%  [by the rule]
                                  price: 2%  [by the rule]
                            new products: CNY 1200000.00  [by the rule]
                          none: CNY 0.00  [by the rule]
                        amount of one: CNY 180000.00  [by the rule]
                    can be won at most: 8  [by the rule]
                  amount of one: CNY 180000.00  [by the rule]
              none: CNY 0.00  [by the rule]

            """.Replace("\r\n", "\n"),
            bridge.Explain().ToString());
    }

    [Fact]
    public void Without_new_customers_the_rest_is_uncovered_and_no_number_is_made_up()
    {
        var bridge = GrowthPlan.Of(Revenue(9_500_000m), Revenue(12_000_000m)).WithSource("new products", Revenue(1_200_000m)).Evaluate();

        Assert.Null(bridge.NewCustomers);
        Assert.Null(bridge.CustomersNeeded);
        Assert.Null(bridge.CustomersExactly);
        Assert.Equal(Revenue(1_300_000m), bridge.Uncovered);
    }

    [Theory]
    [InlineData(-0.01, 0)]
    [InlineData(0, 0)]
    [InlineData(0.01, 1)]
    [InlineData(179_999.99, 1)]
    [InlineData(180_000, 1)]
    [InlineData(180_000.01, 2)]
    public void Customers_are_whole_and_rounded_up_at_the_bound(double rest, int needed)
    {
        var bridge = GrowthPlan.Of(Revenue(0m), Revenue((decimal)rest)).WithNewCustomers(Revenue(180_000m)).Evaluate();

        Assert.Equal(needed, bridge.CustomersNeeded);
        Assert.True(bridge.IsCovered);
        Assert.True(bridge.Explain().IsVerified);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        static void Refused<TException>(string parameter, Func<object> build)
            where TException : ArgumentException =>
            Assert.Equal(parameter, Assert.Throws<TException>(build).ParamName);

        Refused<ArgumentException>("baseline", () => GrowthPlan.Of(default, Revenue(1m)));
        Refused<ArgumentException>("target", () => GrowthPlan.Of(Revenue(1m), default));
        Refused<ArgumentOutOfRangeException>("baseline", () => GrowthPlan.Of(Revenue(-0.01m), Revenue(1m)));
        Refused<MeasureMismatchException>("target", () => GrowthPlan.Of(Revenue(1m), Measure.Margin.Of(Cny(1m))));
        Refused<CurrencyMismatchException>("target", () => GrowthPlan.Of(Revenue(1m), Measure.Revenue.Of(Usd(1m))));
        Refused<ArgumentOutOfRangeException>("churn", () => Practice.WithChurn(Percent(-0.01m)));
        Refused<ArgumentOutOfRangeException>("churn", () => Practice.WithChurn(Percent(100.01m)));
        Refused<ArgumentException>("churn", () => Practice.WithChurn(Percent(1m)));
        Refused<ArgumentOutOfRangeException>("change", () => Practice.WithPriceChange(Percent(-100.01m)));
        Refused<ArgumentException>("change", () => Practice.WithPriceChange(Percent(1m)));
        Refused<ArgumentException>("name", () => Practice.WithChange("churn", Percent(1m)));
        Refused<ArgumentException>("name", () => Practice.WithSource("new products", Revenue(1m)));
        Refused<ArgumentOutOfRangeException>("amount", () => Practice.WithSource("market", Revenue(-1m)));
        Refused<ArgumentOutOfRangeException>("each", () => Practice.WithNewCustomers(Revenue(0m)));
        Refused<ArgumentOutOfRangeException>("atMost", () => Practice.WithNewCustomers(Revenue(1m), -1));
        Refused<TaxBasisMismatchException>("each", () => Practice.WithNewCustomers(Measure.GrossRevenue.Of(Cny(1m))));
        Assert.Equal(Revenue(0m), GrowthPlan.Of(Revenue(5m), Revenue(5m)).WithChurn(Percentage.OneHundred).Evaluate().Carried);
    }

    [Fact]
    public void A_plan_reads_as_it_was_built()
    {
        Assert.Equal(
            "CNY 9500000.00, churn -8%, price 2%, market 1%, to CNY 12000000.00, new products CNY 1200000.00, "
                + "new customers of CNY 180000.00, at most 8",
            Practice.WithChange("market", Percent(1m)).WithNewCustomers(Revenue(180_000m), 8).ToString());
        TestHelper.TestEqualsClass(
            Practice, Practice, Practice.WithNewCustomers(Revenue(180_000m), 8), Practice.WithChange("market", Percent(1m)),
            Practice.WithSource("area", Revenue(1m)));
    }

    [Property]
    public Property The_bridge_leads_from_the_baseline_to_the_target() =>
        Prop.ForAll(Plans, plan =>
        {
            var bridge = plan.Evaluate();
            var sum = bridge.Effects.Aggregate(plan.Baseline, (all, effect) => all + effect);
            return sum == bridge.Carried
                && bridge.Carried + bridge.Increment == plan.Target
                && bridge.Rest + bridge.FromSources == bridge.Increment
                && (bridge.Uncovered.IsZero ? bridge.Rest <= bridge.FromCustomers : bridge.Uncovered == bridge.Rest - bridge.FromCustomers)
                && !(bridge.NewCustomers > bridge.CustomersNeeded)
                && (bridge.NewCustomers is not > 0 || plan.PerCustomer!.Value * (bridge.NewCustomers.Value - 1m) < bridge.Rest);
        });

    [Property]
    public Property Every_bridge_explains_itself() =>
        Prop.ForAll(Plans, plan =>
        {
            var bridge = plan.Evaluate();
            return bridge.Explain().IsVerified && bridge.Explain().Value == bridge.Uncovered.Value;
        });

    [Property]
    public Property A_figure_of_a_bridge_that_is_changed_is_named(PositiveInt choice) =>
        Prop.ForAll(Plans, plan => Tampering.IsNamed(plan.Evaluate().Explain(), choice.Get));

    [Fact]
    public void Every_change_is_there_with_its_rate_and_every_source_with_its_amount()
    {
        var plan = Practice.WithChange("market", Percent(1m)).WithSource("area", Revenue(5m));

        Assert.Equal([("churn", Percent(-8m)), ("price", Percent(2m)), ("market", Percent(1m))], plan.Changes);
        Assert.Equal([("new products", Revenue(1_200_000m)), ("area", Revenue(5m))], plan.Sources);
    }

    private static Arbitrary<GrowthPlan> Plans =>
        (from measure in Gen.Elements(Measure.Revenue, Measure.Units(UnitOfMeasure.Piece), Measure.Count("orders"))
         from baseline in Gen.Choose(0, 100_000)
         from target in Gen.Choose(-100, 200_000)
         from changes in Gen.Choose(-200, 200).ArrayOf(3)
         from sources in Gen.Choose(0, 20_000).ArrayOf(2)
         from each in Gen.Choose(0, 30_000)
         from most in Gen.Choose(-1, 20)
         select Built(measure, baseline, target, changes, sources, each, most)).ToArbitrary();

    private static GrowthPlan Built(Measure measure, int baseline, int target, int[] changes, int[] sources, int each, int most)
    {
        Measured Of(int hundredths) => PlanSample.Amount(measure, hundredths / 100m);
        var plan = GrowthPlan.Of(Of(baseline), Of(target)).WithChurn(Percent(Math.Abs(changes[0]) / 4m))
            .WithPriceChange(Percent(changes[1] / 10m)).WithChange("market", Percent(changes[2] / 10m))
            .WithSource("new products", Of(sources[0])).WithSource("area", Of(sources[1]));
        return each == 0 ? plan : most < 0 ? plan.WithNewCustomers(Of(each)) : plan.WithNewCustomers(Of(each), most);
    }

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
