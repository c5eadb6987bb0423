using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Scopes;

/// <summary>
/// Tables large enough that entries are parted by their codes before they are compared, and that sets are left out of the index.
/// </summary>
public sealed class LargeTables
{
    private const int Count = 40;

    private static readonly LocalDate s_day = new(2026, 3, 31);

    private static readonly AccessSequence s_sequence =
        AccessSequence.Of(
            ScopeDimensions.Customer | ScopeDimensions.Product | ScopeDimensions.Channel,
            ScopeDimensions.Customer | ScopeDimensions.Product, ScopeDimensions.None);

    [Fact]
    public void Find_each_of_many_entries()
    {
        var table = ScopeTable.MostSpecific(s_sequence, [.. Prices()]);
        for (var customer = 0; customer <= Count; customer++)
        {
            for (var product = 0; product <= Count; product++)
            {
                var isListed = customer < Count && product < Count;
                Assert.Equal(isListed, table.TryAt(Subject(customer, product), s_day, out var price));
                Assert.Equal(isListed ? (customer * Count) + product : 0, price);
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(17, 23)]
    [InlineData(Count - 1, Count - 1)]
    public void Refuse_the_one_that_could_hold_beside_another(int customer, int product)
    {
        var second = ScopeEntry.Of("second", Scope.Everything.Only(Customer(customer)).Only(Product(product), Product(Count + 1)), -1);
        var refusal = Assert.Throws<ArgumentException>("entries", () => ScopeTable.MostSpecific(s_sequence, [.. Prices(), second]));
        Assert.Contains("'" + customer + "/" + product + ":", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'second:", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("entries", () => ScopeTable.MostSpecific(s_sequence, [second, .. Prices()]));

        Assert.Throws<ArgumentException>(
            "entries", () => ScopeTable.Highest(Comparer<int>.Create((_, _) => 0), [.. Prices(), Broad(customer)]));
        Assert.Equal((Count * Count) + 1, ScopeTable.MostSpecific(s_sequence, [.. Prices(), second.WithPrecedence(1)]).Entries.Count);
    }

    [Fact]
    public void Refuse_two_versions_of_one_record_with_a_common_day_among_many_versions()
    {
        var versions = Enumerable.Range(0, 1000)
            .Select(i => ScopeEntry.Of("version " + i, Scope.Everything, i).During(DateSpan.On(s_day.PlusDays(2 * i)))).ToArray();
        var table = ScopeTable.MostSpecific(s_sequence, versions);
        Assert.Equal(500, table.Resolve(default, s_day.PlusDays(1000)).Value);
        Assert.False(table.TryAt(default, s_day.PlusDays(999), out _));

        var wide = ScopeEntry.Of("wide", Scope.Everything, -1);
        Assert.Throws<ArgumentException>("entries", () => table.With(wide.During(new DateSpan(s_day.PlusDays(999), s_day.PlusDays(1000)))));
        Assert.Throws<ArgumentException>("entries", () => table.With(wide.During(DateSpan.Until(s_day))));
        Assert.Equal(-1, table.With(wide.During(DateSpan.On(s_day.PlusDays(999)))).Resolve(default, s_day.PlusDays(999)).Value);
    }

    [Fact]
    public void Hold_every_two_groups_for_possible_in_one_customer()
    {
        var ofGroups = Enumerable.Range(0, Count)
            .Select(i => ScopeEntry.Of("group " + i, Scope.Everything.Only(new CustomerGroupId("G" + i)), i)).ToArray();
        var sequence = AccessSequence.Of(ScopeDimensions.CustomerGroup);
        Assert.Throws<ArgumentException>("entries", () => ScopeTable.MostSpecific(sequence, ofGroups));

        var inOrder = ScopeTable.MostSpecific(sequence, Array.ConvertAll(ofGroups, entry => entry.WithPrecedence(entry.Value)));
        var inThree = default(ScopeSubject).InGroups(new CustomerGroupId("G7"), new CustomerGroupId("G31"), new CustomerGroupId("G4"));
        Assert.Equal(31, inOrder.Resolve(inThree, s_day).Value);
        Assert.Equal([31, 7, 4], inOrder.Applicable(inThree, s_day).Select(entry => entry.Value));
    }

    [Fact]
    public void Find_entries_with_many_codes_in_several_sets()
    {
        var wide = Scope.Everything.Only([.. Enumerable.Range(0, 100).Select(Customer)]).Only([.. Enumerable.Range(0, 90).Select(Product)]);
        var table = ScopeTable.MostSpecific(
            s_sequence,
            ScopeEntry.Of("wide", wide, 1),
            ScopeEntry.Of("channels", wide.Only(new ChannelId("WEB"), new ChannelId("SHOP")), 2),
            ScopeEntry.Of("beyond", wide.Except(Customer(0)).Intersection(Scope.Everything.Only(Customer(1)))!, 3).WithPrecedence(1));

        Assert.Equal(1, table.Resolve(Subject(0, 0), s_day).Value);
        Assert.Equal([2, 3, 1], table.Applicable(Subject(1, 89).With(new ChannelId("SHOP")), s_day).Select(entry => entry.Value));
        Assert.Empty(table.Applicable(Subject(100, 89), s_day));
        Assert.Equal(3, table.Resolve(Subject(1, 89), s_day).Value);
        Assert.Equal(1, table.Resolve(Subject(99, 89), s_day).Value);
        Assert.False(table.Resolve(Subject(99, 90), s_day).HasValue);
        Assert.False(table.Resolve(Subject(100, 89), s_day).HasValue);
        Assert.Equal(2, table.Resolve(Subject(1, 89).With(new ChannelId("SHOP")), s_day).Value);
        Assert.Equal(3, table.Resolve(Subject(1, 89).With(new ChannelId("PHONE")), s_day).Value);
    }

    private static IEnumerable<ScopeEntry<int>> Prices() =>
        from customer in Enumerable.Range(0, Count)
        from product in Enumerable.Range(0, Count)
        select ScopeEntry.Of(
            customer + "/" + product, Scope.Everything.Only(Customer(customer)).Only(Product(product)), (customer * Count) + product);

    private static ScopeEntry<int> Broad(int customer) => ScopeEntry.Of("broad", Scope.Everything.Only(Customer(customer)), -1);

    private static ScopeSubject Subject(int customer, int product) => default(ScopeSubject).With(Customer(customer)).With(Product(product));

    private static CustomerId Customer(int number) => new("C" + number);

    private static ProductId Product(int number) => new("P" + number);
}
