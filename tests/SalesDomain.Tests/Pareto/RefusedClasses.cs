using System;
using System.Linq;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pareto;

public sealed class RefusedClasses
{
    [Fact]
    public void The_last_class_ends_at_the_whole()
    {
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of(("A", Percent(80)), ("B", Percent(99.99m))));
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of(("A", Percent(80)), ("B", Percent(100.01m))));
        Assert.Equal("all up to 100%, crossing item included", ParetoClasses.Of(("all", Percentage.OneHundred)).ToString());
    }

    [Fact]
    public void Shares_rise_and_names_are_given_once()
    {
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of());
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of(("A", Percent(0)), ("B", Percent(100))));
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of(("A", Percent(-1)), ("B", Percent(100))));
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of(("A", Percent(80)), ("B", Percent(80)), ("C", Percent(100))));
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of(("A", Percent(100)), ("B", Percent(80))));
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of(("A", Percent(80)), ("A", Percent(100))));
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of(("", Percent(100))));
        Assert.Throws<ArgumentException>("classes", () => ParetoClasses.Of((" A", Percent(100))));
        Assert.Throws<ArgumentOutOfRangeException>("crossing", () => ParetoClasses.Abc.WithCrossing((CrossingItem)3));
    }

    [Fact]
    public void A_key_that_comes_twice_is_refused_wherever_it_stands()
    {
        (string, Money)[] lines = [("Li", Cny(5m)), ("He", Cny(3m)), ("Li", Cny(1m))];

        var refusal = Assert.Throws<ArgumentException>("items", () => ParetoClasses.Abc.Classify(lines));
        Assert.Contains("Li", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("items", () => ParetoClasses.Abc.Classify(lines.Select(line => (line.Item1, line.Item2.Amount))));
        Assert.Throws<ArgumentException>("items", () => ParetoClasses.Abc.Classify(lines.Select(line =>
            (line.Item1, Quantity.Pieces(line.Item2.Amount)))));
    }

    [Fact]
    public void Values_are_of_one_currency_or_unit()
    {
        Assert.Equal(Currency.USD, Assert.Throws<CurrencyMismatchException>("items", () =>
            ParetoClasses.Abc.Classify([("a", Cny(1m)), ("b", Usd(1m))])).Actual);
        Assert.Throws<UnitMismatchException>("items", () => ParetoClasses.Abc.Classify([("a", Quantity.Pieces(1m)),
            ("b", new Quantity(1m, UnitOfMeasure.Case))]));
    }

    [Fact]
    public void A_total_that_does_not_fit_is_refused() =>
        Assert.Throws<OverflowException>(() => ParetoClasses.Abc.Classify([("a", decimal.MaxValue), ("b", 1m)]));

    [Fact]
    public void Classes_are_compared_by_names_bounds_and_crossing()
    {
        TestHelper.TestEqualsClass(
            ParetoClasses.Abc, ParetoClasses.Of(("A", Percent(80)), ("B", Percent(95)), ("C", Percent(100))),
                ParetoClasses.Abc.WithCrossing(CrossingItem.Nearest),
            ParetoClasses.Of(("A", Percent(80)), ("B", Percent(96)), ("C", Percent(100))),
                ParetoClasses.Of(("A", Percent(80)), ("B", Percent(95)), ("D", Percent(100))));
        Assert.Equal("A up to 80%, B up to 95%, C up to 100%, crossing item included", ParetoClasses.Abc.ToString());
        Assert.Equal("A up to 80%, B up to 95%, C up to 100%, crossing item excluded",
            ParetoClasses.Abc.WithCrossing(CrossingItem.Excluded).ToString());
        Assert.Equal("A up to 80%, B up to 95%, C up to 100%, crossing item to the nearer side",
            ParetoClasses.Abc.WithCrossing(CrossingItem.Nearest).ToString());
    }

    [Fact]
    public void Items_are_compared_by_place_and_value()
    {
        var (item, same) = (Classify(("a", 3m), ("b", 1m)), Classify(("b", 1m), ("a", 3m)));
        TestHelper.TestEqualsClass(item, same, Classify(("a", 3m)), Classify(("a", 3.5m), ("b", 0.5m)), Classify(("c", 3m), ("b", 1m)));
        Assert.Equal("1 a A 3", item.ToString());

        static ParetoItem<string, decimal> Classify(params (string, decimal)[] items) => ParetoClasses.Abc.Classify(items)[0];
    }
}
