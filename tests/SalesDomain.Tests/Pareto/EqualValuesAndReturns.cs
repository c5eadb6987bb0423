using System;
using System.Linq;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pareto;

public sealed class EqualValuesAndReturns
{
    [Theory]
    [InlineData(CrossingItem.Included, "AAAABC")]
    [InlineData(CrossingItem.Excluded, "ABBBCC")]
    [InlineData(CrossingItem.Nearest, "AAAABC")]
    public void Equal_customers_across_a_bound_go_one_way_together(CrossingItem crossing, string classes)
    {
        // The three tens together go from 60 to 90 and cross 80, though the second of them reaches it.
        var items = ParetoClasses.Abc.WithCrossing(crossing).Classify([("f", 3m), ("d", 10m), ("c", 10m), ("a", 60m), ("b", 10m),
            ("e", 7m)]);

        Assert.Equal(["a", "b", "c", "d", "e", "f"], items.Select(item => item.Key));
        Assert.Equal(classes, string.Concat(items.Select(item => item.Class)));
    }

    [Fact]
    public void When_all_are_equal_all_are_in_one_class()
    {
        var equal = Enumerable.Range(1, 100).Select(key => (key, 1m)).ToArray();

        Assert.All(ParetoClasses.Abc.Classify(equal), item => Assert.Equal(("A", 1), (item.Class, item.Rank)));
        Assert.All(ParetoClasses.Abc.WithCrossing(CrossingItem.Excluded).Classify(equal), item => Assert.Equal("C", item.Class));
    }

    [Fact]
    public void Text_keys_stand_by_their_code_units_in_every_culture() =>
        Cultures.Each(() => Assert.Equal(["B", "a", "ä", "李"],
            ParetoClasses.Abc.Classify([("李", 1m), ("ä", 1m), ("a", 1m), ("B", 1m)]).Select(item => item.Key)));

    [Fact]
    public void More_returns_than_sales_are_in_the_last_class_and_no_part_of_the_total()
    {
        var items = ParetoClasses.Abc.Classify([("gone", Cny(-100m)), ("silent", Cny(0m)), ("good", Cny(900m)), ("fair", Cny(100m))]);

        Assert.Equal(["good", "fair", "silent", "gone"], items.Select(item => item.Key));
        Assert.Equal(["A", "B", "C", "C"], items.Select(item => item.Class));
        Assert.Equal([Percent(90), Percent(10), null, null], items.Select(item => item.Share));
        Assert.Equal([90m, 100m, 100m, 100m], items.Select(item => item.CumulativeShare!.Value.Percent));
        Assert.Equal(Cny(1_000m), items[3].CumulativeValue);
    }

    [Fact]
    public void Where_nothing_is_sold_all_are_in_the_last_class_and_have_no_share()
    {
        var items = ParetoClasses.Abc.Classify([("a", 0m), ("b", -5m)]);

        Assert.All(items, item =>
        {
            Assert.Equal("C", item.Class);
            Assert.Null(item.Share);
            Assert.Null(item.CumulativeShare);
            Assert.Equal(0m, item.Total);
        });
        Assert.Equal([1, 2], items.Select(item => item.Rank));
    }

    [Fact]
    public void Nobody_gives_an_empty_list()
    {
        Assert.Empty(ParetoClasses.Abc.Classify(Array.Empty<(string, Money)>()));
        Assert.Empty(ParetoClasses.Abc.Classify(Array.Empty<(string, Quantity)>()));
        Assert.Empty(ParetoClasses.Abc.Classify(Array.Empty<(string, decimal)>()));
    }

    [Fact]
    public void Identifiers_serve_as_keys()
    {
        var items = ParetoClasses.Abc.Classify([(new CustomerId("D"), Cny(1m)), (new CustomerId("B"), Cny(1m))]);

        Assert.Equal("1 B A CNY 1.00", items[0].ToString());
    }
}
