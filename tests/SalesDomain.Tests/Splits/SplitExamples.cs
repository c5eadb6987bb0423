using System;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class SplitExamples
{
    [Fact]
    public void Units_left_over_go_to_the_largest_remainders() =>
        // 10 by 1 : 4 : 2 is 1.43 : 5.71 : 2.86; the floors leave two units, for .86 and .71.
        Assert.Equal([1m, 6m, 3m], Apportionment.ToWhole.Split(10m, new[] { 1m, 4m, 2m }));

    [Theory]
    [InlineData(TieBreak.First, "2 2 1 1")]
    [InlineData(TieBreak.Last, "1 1 2 2")]
    [InlineData(TieBreak.LargestWeight, "2 2 1 1")]
    public void Equal_weights_with_equal_remainders_are_served_from_the_declared_end(TieBreak ties, string expected) =>
        Assert.Equal(expected, Text(Apportionment.ToWhole.WithTies(ties).Split(6m, new[] { 1m, 1m, 1m, 1m })));

    [Theory]
    [InlineData(TieBreak.First, "1 2 3")]
    [InlineData(TieBreak.Last, "0 2 4")]
    [InlineData(TieBreak.LargestWeight, "0 2 4")]
    public void Different_weights_can_have_equal_remainders(TieBreak ties, string expected) =>
        // Shares 0.5, 2 and 3.5: one unit over for two remainders of a half.
        Assert.Equal(expected, Text(Apportionment.ToWhole.WithTies(ties).Split(6m, new[] { 1m, 4m, 7m })));

    [Theory]
    [InlineData(TieBreak.First, "4 2 0")]
    [InlineData(TieBreak.Last, "3 2 1")]
    [InlineData(TieBreak.LargestWeight, "4 2 0")]
    public void The_larger_weight_wins_wherever_it_stands(TieBreak ties, string expected) =>
        Assert.Equal(expected, Text(Apportionment.ToWhole.WithTies(ties).Split(6m, new[] { 7m, 4m, 1m })));

    [Fact]
    public void An_order_discount_is_split_by_line_amount() =>
        Assert.Equal(
            [Cny(3.33m), Cny(6.67m)],
            Apportionment.ToMinorUnit.Split(Cny(10m), new[] { new Money(100m, Currency.USD), new Money(200m, Currency.USD) }));

    [Fact]
    public void Cases_of_24_are_given_out_whole() =>
        Assert.Equal(
            [Quantity.Pieces(48m), Quantity.Pieces(24m), Quantity.Pieces(0m)],
            Apportionment.InUnitsOf(24m).Split(Quantity.Pieces(72m), new[] { 50m, 30m, 10m }));

    [Fact]
    public void Remainders_are_compared_exactly_where_a_rounded_share_would_tie() =>
        // The weights differ in the 28th digit only.
        Assert.Equal([0m, 1m], Apportionment.ToWhole.Split(1m, new[] { 0.4999999999999999999999999999m, 0.5m }));

    [Fact]
    public void Nothing_is_split_into_nothing_even_without_weights() =>
        Assert.Equal([Cny(0m), Cny(0m)], Apportionment.ToMinorUnit.Split(Cny(0m), new[] { 0m, 0m }));

    [Fact]
    public void One_part_takes_the_whole() =>
        Assert.Equal([Cny(-0.01m)], Apportionment.ToMinorUnit.SplitEvenly(Cny(-0.01m), 1));

    [Fact]
    public void An_apportionment_tells_its_unit_ties_and_taker_of_the_rest()
    {
        var how = Apportionment.InUnitsOf(100m).WithRestTo(2).WithTies(TieBreak.Last);

        Assert.Equal(100m, how.Unit);
        Assert.Equal(TieBreak.Last, how.Ties);
        Assert.Equal(2, how.RestTo);
        Assert.Null(Apportionment.ToMinorUnit.Unit);
        Assert.Null(Apportionment.ToMinorUnit.RestTo);
        Assert.Equal(TieBreak.First, Apportionment.ToWhole.Ties);
        Assert.Equal(1m, Apportionment.ToWhole.Unit);
    }

    private static Money Cny(decimal amount) => new(amount, Currency.CNY);

    private static string Text(decimal[] parts) =>
        string.Join(" ", Array.ConvertAll(parts, part => part.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
