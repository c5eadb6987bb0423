using System;
using System.Linq;
using FsCheck.Xunit;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pareto;

public sealed class ClassesByRunningTotal
{
    private static readonly (string, Money)[] s_customers =
        [("Wu", Cny(50m)), ("Li", Cny(650m)), ("Sun", Cny(30m)), ("He", Cny(200m)), ("Xu", Cny(20m)), ("Ma", Cny(50m))];

    [Fact]
    public void Customers_are_ranked_and_classed_by_the_running_total()
    {
        var items = ParetoClasses.Abc.Classify(s_customers);

        Assert.Equal(["Li", "He", "Ma", "Wu", "Sun", "Xu"], items.Select(item => item.Key));
        Assert.Equal([1, 2, 3, 3, 5, 6], items.Select(item => item.Rank));
        Assert.Equal(["A", "A", "B", "B", "C", "C"], items.Select(item => item.Class));
        Assert.Equal([650m, 850m, 900m, 950m, 980m, 1_000m], items.Select(item => item.CumulativeValue.Amount));
        Assert.Equal([65m, 85m, 90m, 95m, 98m, 100m], items.Select(item => item.CumulativeShare!.Value.Percent));
        Assert.Equal([65m, 20m, 5m, 5m, 3m, 2m], items.Select(item => item.Share!.Value.Percent));
        Assert.All(items, item => Assert.Equal(Cny(1_000m), item.Total));
    }

    [Theory]
    [InlineData(CrossingItem.Included, "AABBC")]
    [InlineData(CrossingItem.Excluded, "ABBCC")]
    [InlineData(CrossingItem.Nearest, "AABBC")]
    public void The_item_that_crosses_a_bound_goes_where_the_rule_says(CrossingItem crossing, string classes)
    {
        // 65, 85, 90, 97, 100: the second crosses 80, the fourth 95.
        var items = ParetoClasses.Abc.WithCrossing(crossing).Classify([("a", 65m), ("b", 20m), ("c", 5m), ("d", 7m), ("e", 3m)]);

        Assert.Equal(["a", "b", "d", "c", "e"], items.Select(item => item.Key));
        Assert.Equal(classes, string.Concat(items.Select(item => item.Class)));
    }

    [Theory]
    [InlineData(CrossingItem.Included, "A", "B")]
    [InlineData(CrossingItem.Excluded, "A", "B")]
    [InlineData(CrossingItem.Nearest, "A", "B")]
    public void An_item_that_reaches_a_bound_exactly_is_in_and_the_next_is_not(CrossingItem crossing, string first, string second)
    {
        var items = ParetoClasses.Of(("A", Percent(80)), ("B", Percent(100))).WithCrossing(crossing).Classify([("a", 80m), ("b", 20m)]);

        Assert.Equal([first, second], items.Select(item => item.Class));
    }

    [Theory]
    [InlineData(CrossingItem.Included, "79.99", "A")]
    [InlineData(CrossingItem.Included, "80", "B")]
    [InlineData(CrossingItem.Included, "80.01", "B")]
    [InlineData(CrossingItem.Excluded, "79.99", "B")]
    [InlineData(CrossingItem.Excluded, "80", "B")]
    [InlineData(CrossingItem.Nearest, "79.99", "B")]
    [InlineData(CrossingItem.Nearest, "60", "A")]
    [InlineData(CrossingItem.Nearest, "60.01", "B")]
    public void The_second_of_two_items_on_both_sides_of_the_bound(CrossingItem crossing, string first, string second)
    {
        var value = decimal.Parse(first, System.Globalization.CultureInfo.InvariantCulture);

        var items = ParetoClasses.Of(("A", Percent(80)), ("B", Percent(100))).WithCrossing(crossing)
            .Classify([("a", value), ("b", 100m - value)]);

        Assert.Equal(second, items[1].Class);
    }

    [Fact]
    public void The_largest_customer_is_always_of_the_first_class_unless_the_crossing_item_is_excluded()
    {
        (string, decimal)[] items = [("a", 85m), ("b", 10m), ("c", 5m)];

        Assert.Equal("ABC", string.Concat(ParetoClasses.Abc.Classify(items).Select(item => item.Class)));
        Assert.Equal("BBC", string.Concat(ParetoClasses.Abc.WithCrossing(CrossingItem.Excluded).Classify(items)
            .Select(item => item.Class)));
    }

    [Property(Arbitrary = [typeof(ParetoSample)], MaxTest = 500)]
    public void Every_class_is_what_whole_numbers_of_any_size_find(ParetoSample sample) =>
        Assert.All(sample.Classes.Classify(sample.Items), item => Assert.Equal(sample.PlainClassOf(item.Value), item.Class));

    [Property(Arbitrary = [typeof(ParetoSample)])]
    public void The_list_falls_and_its_running_total_ends_at_the_total(ParetoSample sample)
    {
        var items = sample.Classes.Classify(sample.Items);
        var total = sample.Items.Where(item => item.Value > 0m).Sum(item => item.Value);
        var running = 0m;
        for (var i = 0; i < items.Count; i++)
        {
            running += Math.Max(items[i].Value, 0m);
            Assert.Equal(running, items[i].CumulativeValue);
            Assert.Equal(1 + sample.Items.Count(item => item.Value > items[i].Value), items[i].Rank);
            Assert.Equal(total, items[i].Total);
            Assert.True(i == 0 || items[i - 1].Value >= items[i].Value);
            Assert.True(i == 0 || Index(sample, items[i - 1].Class) <= Index(sample, items[i].Class),
                "A smaller value is in a higher class.");
        }

        Assert.Equal(total, running);
        Assert.Equal(sample.Items.OrderBy(item => item.Key), items.Select(item => (item.Key, item.Value)).OrderBy(item => item.Key));
    }

    [Property(Arbitrary = [typeof(ParetoSample)])]
    public void The_order_of_the_items_does_not_matter(ParetoSample sample, int seed)
    {
        var shuffled = sample.Items.OrderBy(item => unchecked((item.Key + seed) * 7_919) % 101);

        Assert.Equal(sample.Classes.Classify(sample.Items), sample.Classes.Classify(shuffled));
    }

    [Property(Arbitrary = [typeof(ParetoSample)])]
    public void Equal_values_have_one_rank_and_one_class_and_stand_by_key(ParetoSample sample)
    {
        foreach (var equal in sample.Classes.Classify(sample.Items).GroupBy(item => item.Value))
        {
            Assert.Single(equal.Select(item => (item.Rank, item.Class)).Distinct());
            Assert.Equal(equal.Select(item => item.Key).OrderBy(key => key), equal.Select(item => item.Key));
        }
    }

    [Property(Arbitrary = [typeof(ParetoSample)])]
    public void Money_and_quantities_are_classed_as_their_numbers(ParetoSample sample)
    {
        var numbers = sample.Classes.Classify(sample.Items);
        var money = sample.Classes.Classify(sample.Items.Select(item => (item.Key, Cny(item.Value))));
        var pieces = sample.Classes.Classify(sample.Items.Select(item => (item.Key, new Quantity(item.Value, UnitOfMeasure.Case))));

        Assert.Equal(numbers.Select(item => (item.Key, item.Rank, item.Class, item.Share)),
            money.Select(item => (item.Key, item.Rank, item.Class, item.Share)));
        Assert.Equal(numbers.Select(item => (item.Key, item.Rank, item.Class, item.CumulativeShare)),
            pieces.Select(item => (item.Key, item.Rank, item.Class, item.CumulativeShare)));
        Assert.Equal(numbers.Select(item => Cny(item.CumulativeValue)), money.Select(item => item.CumulativeValue));
        Assert.Equal(numbers.Select(item => new Quantity(item.Total, UnitOfMeasure.Case)), pieces.Select(item => item.Total));
    }

    [Fact]
    public void A_bound_is_compared_as_a_product_where_a_quotient_cannot_tell()
    {
        (string, decimal)[] items = [("a", 20_000_000_000_000.02m), ("b", 10_000_000_000_000.01m)];

        // The second item begins at two thirds of the total, a hair below this bound; as a quotient the two are one number.
        var above = Percentage.FromFraction(0.6666666666666666666666666667m);
        var below = Percentage.FromFraction(0.6666666666666666666666666666m);

        Assert.Equal("AA", Classes(above));
        Assert.Equal("AB", Classes(below));
        Assert.Equal(above, ParetoClasses.Abc.Classify(items)[0].CumulativeShare);

        string Classes(Percentage bound) =>
            string.Concat(ParetoClasses.Of(("A", bound), ("B", Percentage.OneHundred)).Classify(items).Select(item => item.Class));
    }

    [Theory]
    [InlineData(CrossingItem.Included)]
    [InlineData(CrossingItem.Excluded)]
    [InlineData(CrossingItem.Nearest)]
    public void Two_thirds_of_a_total_are_reached_and_not_exceeded_and_the_explanation_says_so(CrossingItem crossing)
    {
        // The fraction ends in a 7, and 12 million times that is 8 million to 28 digits.
        var classes = ParetoClasses.Of(("A", Percentage.FromFraction(2m / 3m)), ("B", Percentage.OneHundred)).WithCrossing(crossing);

        var items = classes.Classify([("a", Cny(8_000_000m)), ("b", Cny(4_000_000m))]);

        Assert.Equal(["A", "B"], items.Select(item => item.Class));
        Assert.All(items, item => Assert.Empty(item.Explain().Verify()));
    }

    [Property(MaxTest = 500)]
    public void Bounds_of_a_third_that_are_met_are_explained_as_they_are_compared(int units, int surplus, byte decimals)
    {
        // Four values of which the first is a third of the total, and the first two are two thirds unless the surplus is between them.
        var third = (Math.Abs((long)units) + 2L) * 1_000m;
        var more = Math.Abs((long)surplus) % 1_000 * (third / 4_000m);
        decimal[] values = [third, third - more, (third / 2m) + more, third / 2m];
        var scale = DecimalOf(decimals % 7);
        var items = values.Select((value, index) => (index, Cny(value * scale))).ToArray();
        var bounds = ParetoClasses.Of(("A", Percentage.FromFraction(1m / 3m)), ("B", Percentage.FromFraction(2m / 3m)),
            ("C", Percentage.OneHundred));

        foreach (var crossing in new[] { CrossingItem.Included, CrossingItem.Excluded, CrossingItem.Nearest })
        {
            var classes = bounds.WithCrossing(crossing);
            var sample = new ParetoSample(classes, [.. items.Select(item => (item.index, item.Item2.Amount))]);
            foreach (var item in classes.Classify(items))
            {
                Assert.Equal(sample.PlainClassOf(item.Value.Amount), item.Class);
                Assert.Equal((Figure)item.Class, item.Explain().Value);
                Assert.Empty(item.Explain().Verify());
            }
        }

        static decimal DecimalOf(int digits) => new(1, 0, 0, false, (byte)digits);
    }

    [Fact]
    public void The_list_cannot_be_changed_by_a_cast()
    {
        var items = ParetoClasses.Abc.Classify(s_customers);

        Assert.IsNotType<ParetoItem<string, Money>[]>(items);
        Assert.Throws<NotSupportedException>(() => ((System.Collections.Generic.IList<ParetoItem<string, Money>>)items)[0] = items[1]);
    }

    private static int Index(ParetoSample sample, string name) => sample.Classes.Names.ToList().IndexOf(name);
}
