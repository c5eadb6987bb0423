using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Explanations;

public sealed class ARuleExplainsItself
{
    private static readonly SampleCommission s_rule = new(
        AttainmentRate.From((Percentage.Zero, Pct(3m)), (Percentage.OneHundred, Pct(5m)), (Pct(120m), Pct(7m))), Pct(90m), Usd(100m),
        Rounding.Commercial);

    [Fact]
    public void The_explanation_prints_every_figure_and_where_it_comes_from() =>
        Cultures.Each(() => Assert.Equal(
            """
            commission: USD 54.90  [round minor-unit half-away]
              capped: USD 54.90  [min]
                after gate: USD 54.90  [product]
                  graduated: USD 61.00  [graduated from 0%: 3%, from 100%: 5%, from 120%: 7%]
                    · USD 1000.00 at 3% = USD 30.00
                    · USD 200.00 at 5% = USD 10.00
                    · USD 300.00 at 7% = USD 21.00
                    basis: USD 1500.00  [difference]
                      revenue: USD 1550.00  [sum of 12 facts]
                      returns: USD 50.00  [fact]
                    quota: USD 1000.00  [fact]
                  gate: 90%  [by the rule]
                cap: USD 100.00  [by the rule]

            """.Replace("\r\n", "\n"),
            s_rule.Evaluate(Usd(1550m), Usd(50m), Usd(1000m)).Explain().ToString()));

    [Property]
    public Property Whatever_it_is_given_its_explanation_verifies_and_its_root_is_the_result() =>
        Prop.ForAll(
            Gen.Choose(-99_999_999, 99_999_999).ToArbitrary(), Gen.Choose(0, 9_999_999).ToArbitrary(),
            Gen.Choose(1, 99_999_999).ToArbitrary(),
            (revenue, returns, quota) =>
            {
                var result = s_rule.Evaluate(Usd(revenue / 100m), Usd(returns / 1000m), Usd(quota / 300m));
                var explanation = result.Explain();
                return explanation.IsVerified && explanation.Value == result.Commission;
            });

    [Fact]
    public void A_figure_that_is_not_what_its_operation_gives_is_named_by_its_path()
    {
        var wrong = Explanation.Node("commission", Usd(54.91m), Operation.Round(Rounding.Commercial),
            Explanation.Node("after gate", Usd(54.90m), Operation.Product,
                Explanation.Node(
                    "graduated", Usd(62m), Operation.Sum, Explanation.Fact("first", Usd(30m)), Explanation.Fact("second", Usd(31m))),
                Explanation.Constant("gate", Pct(90m))));
        var found = wrong.Verify();

        Assert.Equal(
            ["commission", "commission/after gate", "commission/after gate/graduated"], found.Select(discrepancy => discrepancy.Path));
        Assert.Equal([Usd(54.90m), Usd(55.80m), Usd(61m)], found.Select(discrepancy => discrepancy.Recomputed!.Value));
        Assert.Same(wrong.Children[0].Children[0], found[2].Node);
        Assert.Equal("commission/after gate/graduated: sum gives USD 61.00, stated is USD 62.00", found[2].ToString());
        Assert.Equal("sum gives USD 61.00, stated is USD 62.00", found[2].Message);
        Assert.False(wrong.IsVerified);
    }

    [Theory]
    [InlineData("0.12345678", "0.12345678")]
    [InlineData("0.123456785", "≈ 0.123457")]
    [InlineData("-0.123456500000000001", "≈ -0.123457")]
    [InlineData("1234567.100000000", "1234567.1")]
    [InlineData("0.3333333333333333333333333333", "≈ 0.333333")]
    public void A_long_number_is_shown_to_six_decimals_and_marked(string number, string shown) =>
        Assert.Equal(
            "share: " + shown + "  [fact]\n",
            Explanation.Fact("share", decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Fact]
    public void Long_amounts_quantities_and_percentages_are_shown_to_six_decimals_too()
    {
        Assert.Equal("a: ≈ USD 33.333333  [fact]\n", Explanation.Fact("a", Usd(100m) / 3m).ToString());
        Assert.Equal("a: ≈ 33.333333 PCE  [by the rule]\n", Explanation.Constant("a", Quantity.Pieces(100m) / 3m).ToString());
        Assert.Equal("a: ≈ 33.333333%  [fact]\n", Explanation.Fact("a", Percentage.FromFraction(1m / 3m)).ToString());
        Assert.Equal("a: 33.12345678%  [fact]\n", Explanation.Fact("a", Pct(33.12345678m)).ToString());
        Assert.Equal("a: ≈ 33.123457%  [fact]\n", Explanation.Fact("a", Pct(33.123456789m)).ToString());
    }

    [Fact]
    public void A_node_tells_its_kind_name_figure_operation_and_children()
    {
        var fact = Explanation.Fact("revenue", Usd(5m));
        var constant = Explanation.Constant("gate", Pct(90m));
        var sum = Explanation.FactSum("returns", Usd(1m), 0);
        var node = Explanation.Node("basis", Usd(4m), Operation.Difference, fact, sum);

        Assert.Equal((ExplanationKind.Fact, "revenue", (Figure)Usd(5m), null), (fact.Kind, fact.Name, fact.Value, fact.Operation));
        Assert.Equal(ExplanationKind.Constant, constant.Kind);
        Assert.Equal((ExplanationKind.FactSum, 0), (sum.Kind, sum.FactCount));
        Assert.Equal((ExplanationKind.Computed, Operation.Difference, 0), (node.Kind, node.Operation, node.FactCount));
        Assert.Equal([fact, sum], node.Children);
        Assert.Empty(fact.Children);
        Assert.True(fact.IsVerified && constant.IsVerified && sum.IsVerified && node.IsVerified);
    }

    [Fact]
    public void A_node_does_not_follow_the_array_it_was_made_from()
    {
        Explanation[] children = [Explanation.Fact("a", 1m), Explanation.Fact("b", 2m)];
        var node = Explanation.Node("sum", 3m, Operation.Sum, children);
        children[0] = Explanation.Fact("c", 5m);

        Assert.True(node.IsVerified);
    }

    [Fact]
    public void What_is_missing_is_refused()
    {
        var fact = Explanation.Fact("a", 1m);

        AssertNull("name", () => Explanation.Fact(null!, 1m));
        AssertNull("name", () => Explanation.Constant(null!, 1m));
        AssertNull("name", () => Explanation.FactSum(null!, 1m, 1));
        AssertNull("name", () => Explanation.Node(null!, 1m, Operation.Sum, fact));
        AssertNull("operation", () => Explanation.Node("a", 1m, null!, fact));
        AssertNull("children", () => Explanation.Node("a", 1m, Operation.Sum, null!));
        AssertNull("children", () => Explanation.Node("a", 1m, Operation.Sum, fact, null!));
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => Explanation.Fact(" ", 1m)).ParamName);
        Assert.Equal("children", Assert.Throws<ArgumentException>(() => Explanation.Node("a", 1m, Operation.Sum)).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => Explanation.FactSum("a", 1m, -1)).ParamName);
    }

    [Fact]
    public void Operations_refuse_missing_rules()
    {
        AssertNull("rounding", () => Operation.Round(null!));
        AssertNull("schedule", () => Operation.LookUp((StepSchedule<int, int>)null!));
        AssertNull("rate", () => Operation.Graduated((TieredRate)null!));
        AssertNull("rate", () => Operation.AllUnits((TieredRate)null!));
        AssertNull("rate", () => Operation.Graduated((AttainmentRate)null!));
        AssertNull("rate", () => Operation.AllUnits((AttainmentRate)null!));
        AssertNull("price", () => Operation.Graduated((TieredPrice)null!));
        AssertNull("price", () => Operation.AllUnits((TieredPrice)null!));
        AssertNull("currency", () => Operation.Convert(null!));
        AssertNull("rates", () => Operation.Convert(Currency.JPY, (ExchangeRate[])null!));
        AssertNull("rates", () => Operation.Convert(Currency.JPY, new ExchangeRate[1]));
        AssertNull("conversions", () => Operation.Convert(null!, UnitOfMeasure.Piece));
        AssertNull("unit", () => Operation.Convert(UnitConversions.Of(UnitOfMeasure.Piece), null!));
        AssertNull("apportionment", () => Operation.Share(null!, 0));
        Assert.Equal("part", Assert.Throws<ArgumentOutOfRangeException>(() => Operation.Share(Apportionment.ToWhole, -1)).ParamName);
        Assert.Equal("kind", Assert.Throws<ArgumentOutOfRangeException>(() => Operation.Compare((ComparisonKind)6)).ParamName);
    }

    private static void AssertNull(string parameter, Func<object> make) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(make).ParamName);

    private static Money Usd(decimal amount) => new(amount, Currency.USD);

    private static Percentage Pct(decimal percent) => Percentage.FromPercent(percent);
}
